import Analysis
import EST

extension SituationPicture {
  /// One number for each of the periods that are compared. `nil` means that there was no such period, never zero.
  public struct Spans: Codable, Hashable, Sendable {
    public var current: Int
    public var previous: Int?
    public var lastYear: Int?

    public init(current: Int, previous: Int?, lastYear: Int?) {
      self.current = current
      self.previous = previous
      self.lastYear = lastYear
    }

    public var isZero: Bool { current == 0 && (previous ?? 0) == 0 && (lastYear ?? 0) == 0 }

    static func + (a: Spans, b: Spans) -> Spans {
      func sum(_ x: Int?, _ y: Int?) -> Int? { x.flatMap { x in y.map { x + $0 } } }
      return Spans(
        current: a.current + b.current, previous: sum(a.previous, b.previous),
        lastYear: sum(a.lastYear, b.lastYear))
    }
  }

  /// This period beside an earlier one, in counts and in careful words.
  public struct Comparison: Codable, Hashable, Sendable {
    /// This period's count less the earlier one's.
    public var difference: Int
    public var verdict: RateComparison.Verdict
    /// The exact test's two-sided p-value, rounded to four decimals.
    public var pValue: Double
  }

  /// The reviewed reports by category and by area.
  public struct Counts: Codable, Equatable, Sendable {
    public var total: Row
    /// Of which people reported, and of which came from other systems such as the police's.
    public var reported: Spans
    public var imported: Spans
    /// Main categories, the most frequent first.
    public var categories: [CategoryRow]
    /// Areas with a report in any of the periods, the most frequent first.
    public var areas: [AreaRow]
    /// Reports whose place is known only to be in the municipality; `nil` where there are none.
    public var withoutArea: AreaRow?
    /// How many of the group's areas have no report in any of the periods.
    public var silentAreas: Int
    /// Every combination that has a report, for those who want to count themselves.
    public var cells: [Cell]
  }

  public struct Row: Codable, Equatable, Sendable {
    public var counts: Spans
    public var versusPrevious: Comparison?
    public var versusLastYear: Comparison?
  }

  public struct CategoryRow: Codable, Equatable, Sendable {
    public var category: CategoryLabel
    public var row: Row
    /// What people reported, and what was imported; they add up to the row.
    public var reported: Spans
    public var imported: Spans
    /// They add up to the row. One whose code has no sub-type stands for reports that name none; empty where no
    /// report names one.
    public var subtypes: [SubtypeRow]
  }

  public struct SubtypeRow: Codable, Equatable, Sendable {
    public var category: CategoryLabel
    public var row: Row
  }

  public struct AreaRow: Codable, Equatable, Sendable {
    /// `nil` for the municipality as a whole.
    public var name: String?
    public var row: Row
    public var reported: Spans
    public var imported: Spans
    /// By main category, in the order of the categories; only those with a report in any of the periods.
    public var categories: [AreaCategory]
  }

  public struct AreaCategory: Codable, Equatable, Sendable {
    /// The code of a main category.
    public var category: CategoryCode
    public var counts: Spans
  }

  public struct Cell: Codable, Equatable, Sendable {
    public var category: CategoryCode
    /// `nil` where only the municipality is known.
    public var area: String?
    public var source: ReportSource
    public var counts: Spans
  }
}
