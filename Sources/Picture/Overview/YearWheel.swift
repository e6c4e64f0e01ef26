import Analysis
import EST

extension Overview {
  /// Fewer whole years show no habit. *Ours.*
  public static let leastWheelYears = 3

  /// The months in which a main category is over its own year's mean in every whole year, and over it by more than chance
  /// makes of that many reports (exact Poisson interval, 99 %).
  static func wheel(_ input: OverviewInput) -> [Recurrence] {
    guard input.wholeYears >= leastWheelYears else { return [] }
    let names = CategoryNames(input.picture.categories)
    var byMain: [CategoryCode: [Int]] = [:]
    for (category, months) in input.months {
      let main = CategoryCode(main: category.main)
      byMain[main] = zip(byMain[main] ?? Array(repeating: 0, count: months.count), months).map(+)
    }
    let january = input.firstYear * 12
    func days(_ months: Range<Int>) -> Double {
      Double(
        CalendarPeriod.firstDay(ofMonth: january + months.upperBound)
          - CalendarPeriod.firstDay(ofMonth: january + months.lowerBound))
    }
    return byMain.keys.sorted().flatMap { category -> [Recurrence] in
      let counts = byMain[category]!
      let years = (0..<input.wholeYears).map { $0 * 12..<($0 * 12 + 12) }
      let whole = 0..<(12 * input.wholeYears)
      let all = Double(counts[whole].reduce(0, +))
      return (0..<12).compactMap { month -> Recurrence? in
        let isOverEach = years.allSatisfy { year in
          let at = year.lowerBound + month
          let mean = Double(counts[year].reduce(0, +)) * days(at..<(at + 1)) / days(year)
          return Double(counts[at]) > mean
        }
        guard isOverEach else { return nil }
        let positions = years.map { $0.lowerBound + month }
        let count = positions.reduce(0) { $0 + counts[$1] }
        let expected = all * positions.reduce(0) { $0 + days($1..<($1 + 1)) } / days(whole)
        guard PoissonInterval.garwood(count, confidence: 0.99).lower > expected else { return nil }
        return Recurrence(
          category: names.label(category), month: month + 1, years: years.count,
          ratio: (Double(count) / expected * 100).rounded() / 100)
      }
    }.stablySorted { $0.month < $1.month }
  }
}
