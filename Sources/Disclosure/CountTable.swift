/// The true counts behind a release: areas × months × categories.
public struct CountTable: Sendable, Equatable {
  public let areas: Hierarchy
  public let categories: Hierarchy
  /// Months numbered through the years: twelve times the year, and the month from 0.
  public let months: Range<Int>
  /// Of the areas' leaves, then months, then the categories' leaves.
  let counts: [Int]
  private let leavesOfArea: [String: [Int]]
  private let leavesOfCategory: [String: [Int]]
  private let categoryLeaves: Int

  /// - Parameter counts: at least 0; the category turns fastest, then the month, then the area.
  public init(areas: Hierarchy, categories: Hierarchy, months: Range<Int>, counts: [Int]) {
    precondition(
      counts.count == areas.leaves.count * months.count * categories.leaves.count, "there is a count for each"
    )
    precondition(counts.allSatisfy { $0 >= 0 }, "a count is not negative")
    self.areas = areas
    self.categories = categories
    self.months = months
    self.counts = counts
    leavesOfArea = CountTable.leaves(of: areas)
    leavesOfCategory = CountTable.leaves(of: categories)
    categoryLeaves = categories.leaves.count
  }

  /// The sum over an area and a stretch of months that lies within the table, of some categories' leaves.
  func sum(area: String, months stretch: Range<Int>, category: String, without: Set<Int>) -> Int {
    var sum = 0
    for area in leavesOfArea[area] ?? [] {
      for month in stretch {
        let row = (area * months.count + month - months.lowerBound) * categoryLeaves
        for leaf in leavesOfCategory[category] ?? [] where !without.contains(leaf) {
          sum += counts[row + leaf]
        }
      }
    }
    return sum
  }

  /// The leaves among the categories that are, or are within, those named.
  func leaves(within names: Set<String>) -> (numbers: Set<Int>, names: [String]) {
    let numbers = Set(names.flatMap { leavesOfCategory[$0] ?? [] })
    return (numbers, categories.leaves.enumerated().filter { numbers.contains($0.offset) }.map(\.element))
  }

  private static func leaves(of hierarchy: Hierarchy) -> [String: [Int]] {
    var numbers: [String: [Int]] = [:]
    var next = 0
    func visit(_ node: Hierarchy.Node) -> [Int] {
      let leaves: [Int]
      if node.parts.isEmpty {
        leaves = [next]
        next += 1
      } else {
        leaves = node.parts.flatMap(visit)
      }
      numbers[node.name] = leaves
      return leaves
    }
    for root in hierarchy.roots { _ = visit(root) }
    return numbers
  }
}

/// A stretch of whole months under a name, such as a quarter.
public struct Period: Sendable, Hashable, Codable {
  public let name: String
  /// Numbered as in `CountTable`.
  public let months: Range<Int>

  public init(_ name: String, months: Range<Int>) {
    precondition(!months.isEmpty, "a period has months")
    self.name = name
    self.months = months
  }

  public static func month(_ month: Int, of year: Int) -> Period {
    let first = year * 12 + month - 1
    return Period("\(year)-\(month < 10 ? "0" : "")\(month)", months: first..<(first + 1))
  }
  public static func quarter(_ quarter: Int, of year: Int) -> Period {
    let first = year * 12 + 3 * (quarter - 1)
    return Period("\(year)-Q\(quarter)", months: first..<(first + 3))
  }
  public static func year(_ year: Int) -> Period { Period("\(year)", months: (year * 12)..<(year * 12 + 12)) }

  var isCalendarYear: Bool { months.count == 12 && months.lowerBound % 12 == 0 }
}
