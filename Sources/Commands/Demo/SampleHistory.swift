import EST
import Foundation

/// A year of made-up reports, as the CSV files that organisations would send. The same seed gives the same bytes.
struct SampleHistory {
  /// Where things happen, and how often beside each other.
  private static let areas: [(String, Double)] = [
    ("Centrala stan", 6), ("Ålidhemsområdet", 4), ("Ersboda", 4), ("Marieområdet", 2.5), ("Tomtebo", 1.5),
    ("Berghem", 1.2), ("Haga/Sandbacka", 1.5), ("Teg", 1.5), ("Västerslätt/Rödäng", 1.2), ("Nydala", 1),
    ("Backenområdet", 0.8), ("Universitets- och sjukhusområdet", 1.6), ("Röbäck", 0.4), ("Ön", 0.3),
  ]
  private static let categories: [(String, Double, String)] = [
    ("vandalism/klotter", 5, "outdoors"), ("vandalism/glaskross", 3, "outdoors"),
    ("vandalism/brand", 0.6, "outdoors"), ("gathering/trapphus", 2, "stairwell"),
    ("gathering/köpcentrum", 2, "centre"), ("gathering/utomhus", 3, "outdoors"),
    ("disorder/bråk", 2.5, "outdoors"), ("disorder/misstänkt narkotika", 2, "outdoors"),
    ("disorder/buskörning/olovlig trafik", 2.2, "outdoors"), ("disorder/alkohol", 2.5, "outdoors"),
    ("disorder/stöld", 2, "shop"), ("unsafe-place/belysning", 1.5, "outdoors"),
    ("unsafe-place/nedskräpning", 1, "outdoors"), ("staff-incident/hot", 0.5, "library"),
  ]

  private var random: SplitMix64

  init(seed: UInt64) { random = SplitMix64(seed: seed) }

  /// A file of one unit for some days, with reports as many a week as `weekly` says.
  ///
  /// - Parameter factor: how much more or less of a category there is in an area than otherwise.
  mutating func file(
    unit: String, prefix: String, from first: LocalDate, days: Int, weekly: Double,
    factor: (_ category: String, _ area: String) -> Double = { _, _ in 1 }
  ) -> String {
    var lines = ["reference,category,area,unit,place_type,occurred_from,certainty,reason"]
    var number = 0
    for day in 0..<days {
      for _ in 0..<poisson(weekly / 7) {
        let area = pick(Self.areas.map { ($0.0, $0.1) })
        let category = pick(Self.categories.map { ($0.0, $0.1 * factor($0.0, area)) })
        let place = Self.categories.first { $0.0 == category }!.2
        // Never in the hour that summer time skips; most in the evening.
        let hour = 3 + Int(21 * (1 - random.unit() * random.unit()))
        let minute = Int(random.unit() * 12) * 5
        let time = LocalDateTime(first + day, LocalTime(hour: min(hour, 23), minute: minute)!)
        let reason = category.hasPrefix("unsafe-place/") ? String(category.dropFirst(13)) : ""
        number += 1
        lines.append(
          "\(prefix)-\(number),\(category),\(area),\(unit),\(place),\(time),\(certainty()),\(reason)")
      }
    }
    return lines.joined(separator: "\n") + "\n"
  }

  private mutating func certainty() -> String {
    let chance = random.unit()
    return chance < 0.7 ? "seen" : chance < 0.9 ? "told" : "suspected"
  }

  private mutating func pick(_ weighted: [(String, Double)]) -> String {
    var rest = random.unit() * weighted.reduce(0) { $0 + $1.1 }
    for (item, weight) in weighted {
      rest -= weight
      if rest < 0 { return item }
    }
    return weighted[weighted.count - 1].0
  }

  /// Knuth's method, good for small means.
  private mutating func poisson(_ mean: Double) -> Int {
    var product = random.unit()
    var count = 0
    let limit = exp(-mean)
    while product > limit {
      product *= random.unit()
      count += 1
    }
    return count
  }
}
