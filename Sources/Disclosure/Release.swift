/// One publication of counts, protected by itself and together with the earlier ones.
///
/// Small counts are suppressed, and then as many others as it takes until an outsider who has all releases and knows the
/// rules can't tell any suppressed count, nor any small difference between two releases, within the rule's width
/// (Hundepool and others 2012, "Statistical Disclosure Control", chapter 4).
public struct Release: Sendable {
  public struct Rule: Sendable, Equatable, Codable {
    /// Counts from 1 to below it are suppressed; 0 is shown.
    public var threshold: Int
    /// What the interval of a suppressed count has to span at least.
    public var width: Double
    /// Shown counts are rounded to the nearest multiple; the protection does not count on it.
    public var rounding: Int?
    /// Categories shown only for whole calendar years and whole municipalities, the roots among the areas. No sum takes
    /// them in, so that they can't be had as a difference.
    public var sensitive: Set<String>

    public init(threshold: Int = 5, width: Double = 5, rounding: Int? = nil, sensitive: Set<String> = []) {
      precondition(threshold > 0 && width > 0 && (rounding ?? 1) > 0, "a rule's numbers are positive")
      self.threshold = threshold
      self.width = width
      self.rounding = rounding
      self.sensitive = sensitive
    }
  }

  public enum Refusal: Error, Equatable {
    /// What is out already gives this away, whatever is suppressed now: a later or longer period is needed.
    case cannotBeProtected
    /// A period reaches beyond the table's months.
    case periodOutsideTheTable(String)
  }

  public let table: CountTable
  public let periods: [Period]
  public let rule: Rule
  /// The suppressed ones among `ReleaseLedger.cells(of:)`.
  let isSuppressed: [Bool]
  /// The least that an outsider can take a suppressed count to be: 1, or 0 where zeros may be suppressed too.
  public let least: Int
  public let published: PublishedTable

  /// - Parameter previous: the earlier releases of the same municipality, with the counts they were made from. What has
  ///   been corrected since is a count of its own.
  /// - Throws: `Refusal`.
  public init(_ table: CountTable, periods: [Period], rule: Rule = Rule(), after previous: [Release] = [])
    throws(Refusal)
  {
    if let outside = periods.first(where: {
      $0.months.lowerBound < table.months.lowerBound || $0.months.upperBound > table.months.upperBound
    }) {
      throw .periodOutsideTheTable(outside.name)
    }
    self.table = table
    self.periods = periods
    self.rule = rule
    for least in [1, 0] {
      var hidden: Set<Int> = []
      while let draft = Draft(table, periods, rule, least: least, hidden: hidden, after: previous) {
        let reading = FaceValue.holders(
          in: Showing(
            table: table, periods: periods, rule: rule, isSuppressed: draft.intervals.map { $0 != nil },
            least: least), after: previous.map(\.showing))
        if reading.isWide {
          isSuppressed = draft.intervals.map { $0 != nil }
          self.least = least
          published = draft.published(periods, rule)
          return
        }
        guard !reading.holders.isEmpty else { break }
        hidden.formUnion(reading.holders)
      }
    }
    throw .cannotBeProtected
  }

  /// What an outsider sees of it.
  var showing: Showing {
    Showing(table: table, periods: periods, rule: rule, isSuppressed: isSuppressed, least: least)
  }

  struct Showing {
    let table: CountTable
    let periods: [Period]
    let rule: Rule
    let isSuppressed: [Bool]
    let least: Int
  }

  /// A choice of cells that is proved, with the interval of each suppressed one.
  private struct Draft {
    let cells: [ReleaseLedger.Cell]
    let intervals: [Interval?]

    init?(
      _ table: CountTable, _ periods: [Period], _ rule: Rule, least: Int, hidden: Set<Int>,
      after previous: [Release]
    ) {
      var ledger = ReleaseLedger(of: previous.flatMap(\.periods) + periods)
      for release in previous { ledger.add(release) }
      let places = ledger.add(table, periods: periods, rule: rule, least: least, hidden: hidden)
      let protection = ledger.protection(width: rule.width, threshold: rule.threshold)
      guard let pattern = protection.pattern(), let intervals = Release.proof(protection, pattern) else {
        return nil
      }
      cells = ReleaseLedger.cells(of: table, periods: periods, rule: rule)
      self.intervals = places.map { intervals[$0] }
    }

    func published(_ periods: [Period], _ rule: Rule) -> PublishedTable {
      PublishedTable(
        cells: zip(cells, intervals).map { cell, interval in
          let content: PublishedTable.Content =
            if let interval {
              .suppressed(lower: interval.lower, upper: interval.upper.isFinite ? interval.upper : nil)
            } else {
              .count(Release.rounded(cell.value, to: rule.rounding))
            }
          return .init(area: cell.area, period: cell.period, category: cell.category, content: content)
        }, rounding: rule.rounding, width: rule.width)
    }
  }

  /// The audit: every suppressed cell's interval; `nil` where one is too narrow.
  private static func proof(_ protection: Protection, _ pattern: [Bool]) -> [Int: Interval]? {
    let audit = Audit(protection.system, known: protection.known(pattern))
    var intervals: [Int: Interval] = [:]
    for cell in protection.demanding(pattern) {
      guard let interval = audit.interval(of: cell), interval.width >= protection.width - 1e-6 else {
        return nil
      }
      if pattern[cell] { intervals[cell] = interval }
    }
    return intervals
  }

  static func rounded(_ count: Int, to base: Int?) -> Int {
    guard let base else { return count }
    return (count + base / 2) / base * base
  }
}
