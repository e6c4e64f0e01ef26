/// What somebody reads out of several releases who takes each number for what it says, rounded as it is, and thinks that
/// nothing was ever corrected.
///
/// Such a reader knows less than the one against whom a release is proved, but believes more: where a count was corrected
/// in between, the same sums are read into both releases. It may be wrong, or happen to be right; so what such a reader
/// would work out is kept as wide. Numbers that contradict one another tell nothing.
struct FaceValue {
  private let audit: Audit
  private let known: [Interval]
  /// Suppressed, and not out before the last release.
  private let hidden: [Int]
  /// Where the last release's cells are.
  private let places: [Int]

  /// - Returns: whether all that is hidden stays wide beside the earlier releases, and if not, which cells that the new one
  ///   shows hold it narrow, by their numbers: the smallest for each.
  static func holders(in new: Release.Showing, after earlier: [Release.Showing]) -> (
    isWide: Bool, holders: Set<Int>
  ) {
    var isWide = true
    var holders: Set<Int> = []
    for others in readings(of: new, earlier) {
      guard let reading = FaceValue(others + [new]) else { continue }
      let cells = ReleaseLedger.cells(of: new.table, periods: new.periods, rule: new.rule)
      for cell in reading.hidden {
        guard let held = reading.audit.held(cell), held.interval.width < new.rule.width - 1e-6 else {
          continue
        }
        isWide = false
        let by = Set(held.by + [cell])
        let shown = reading.places.indices.filter { !new.isSuppressed[$0] && by.contains(reading.places[$0]) }
        if let smallest = shown.min(by: { (cells[$0].value, $0) < (cells[$1].value, $1) }) {
          holders.insert(smallest)
        }
      }
    }
    return (isWide, holders)
  }

  /// What is read together with the new release: everything, the newest of each period, and each one by itself, since
  /// what is contradicted by one may go with another.
  private static func readings(of new: Release.Showing, _ earlier: [Release.Showing]) -> [[Release.Showing]] {
    guard !earlier.isEmpty else { return [] }
    var newest: [[Period]: Release.Showing] = [:]
    for release in earlier where release.periods != new.periods { newest[release.periods] = release }
    let current = earlier.map(\.periods).filter { newest[$0] != nil }
    var seen: Set<[Period]> = []
    return [earlier, current.filter { seen.insert($0).inserted }.compactMap { newest[$0] }]
      + earlier.map { [$0] }
  }

  /// `nil` where one number contradicts another.
  private init?(_ releases: [Release.Showing]) {
    var ledger = ReleaseLedger(of: releases.flatMap(\.periods), tellsCorrections: false)
    let places = releases.map { ledger.places(of: $0.table, periods: $0.periods, rule: $0.rule) }
    let system = ledger.system
    var known = Array(repeating: Interval.atLeast(0), count: system.count)
    var hidden: Set<Int> = []
    var isOut = Array(repeating: false, count: system.count)
    for (number, (release, places)) in zip(releases, places).enumerated() {
      let cells = ReleaseLedger.cells(of: release.table, periods: release.periods, rule: release.rule)
      for ((cell, isSuppressed), place) in zip(zip(cells, release.isSuppressed), places) {
        let told =
          isSuppressed ? .atLeast(release.least) : FaceValue.interval(ofShown: cell.value, release.rule)
        let (lower, upper) = (max(known[place].lower, told.lower), min(known[place].upper, told.upper))
        guard lower <= upper else { return nil }
        known[place] = Interval(lower, upper)
        if isSuppressed {
          hidden.insert(place)
        } else if number < releases.count - 1 {
          isOut[place] = true
        }
      }
    }
    audit = Audit(system, known: known)
    self.known = known
    self.hidden = hidden.filter { !isOut[$0] }.sorted()
    self.places = places[places.count - 1]
  }

  /// What can have been rounded to what is shown.
  private static func interval(ofShown count: Int, _ rule: Release.Rule) -> Interval {
    guard let base = rule.rounding, count > 0 else { return .exactly(count) }
    let shown = Release.rounded(count, to: base)
    return Interval(
      Double(max(rule.threshold, shown - base / 2)), Double(shown + (base - 1) / 2))
  }
}
