extension Release {
  /// A release as it is kept, so that later ones are audited against what was published and not against what would be
  /// published today. It holds the true counts: never public.
  public struct Kept: Sendable, Equatable, Codable {
    let areas: Hierarchy
    let categories: Hierarchy
    let months: Range<Int>
    let counts: [Int]
    let periods: [Period]
    let rule: Rule
    let least: Int
    let published: PublishedTable
  }

  public enum Unreadable: Error { case counts, cells }

  public var kept: Kept {
    Kept(
      areas: table.areas, categories: table.categories, months: table.months, counts: table.counts,
      periods: periods, rule: rule, least: least, published: published)
  }

  /// - Throws: `Unreadable` where the parts do not belong together.
  public init(_ kept: Kept) throws(Unreadable) {
    guard
      kept.counts.count == kept.areas.leaves.count * kept.months.count * kept.categories.leaves.count,
      kept.counts.allSatisfy({ $0 >= 0 })
    else { throw .counts }
    let table = CountTable(
      areas: kept.areas, categories: kept.categories, months: kept.months, counts: kept.counts)
    let cells = ReleaseLedger.cells(of: table, periods: kept.periods, rule: kept.rule)
    guard
      cells.elementsEqual(
        kept.published.cells,
        by: { ($0.area, $0.period, $0.category) == ($1.area, $1.period, $1.category) })
    else { throw .cells }
    self.init(
      table: table, periods: kept.periods, rule: kept.rule,
      isSuppressed: kept.published.cells.map(\.isSuppressed), least: kept.least, published: kept.published)
  }

  private init(
    table: CountTable, periods: [Period], rule: Rule, isSuppressed: [Bool], least: Int,
    published: PublishedTable
  ) {
    self.table = table
    self.periods = periods
    self.rule = rule
    self.isSuppressed = isSuppressed
    self.least = least
    self.published = published
  }

  /// The releases that a new one of these months hangs together with, over months that they share with it or with one
  /// another. The others can't tell anything of it: no sum reaches from them to it.
  public static func entangled(with months: Range<Int>, among releases: [Release]) -> [Release] {
    var stretches = [months]
    var isIn = Array(repeating: false, count: releases.count)
    var grows = true
    while grows {
      grows = false
      for (index, release) in releases.enumerated() where !isIn[index] {
        guard release.periods.contains(where: { period in stretches.contains { $0.overlaps(period.months) } })
        else { continue }
        isIn[index] = true
        stretches += release.periods.map(\.months)
        grows = true
      }
    }
    return zip(releases, isIn).filter(\.1).map(\.0)
  }
}

extension Release.Kept {
  /// What stretches of months it tells of.
  public var stretches: [Range<Int>] { periods.map(\.months) }

  /// Whether it tells the public the same as another.
  public func says(_ other: Self) -> Bool {
    periods == other.periods && rule == other.rule
      && published.cells.elementsEqual(other.published.cells) {
        ($0.area, $0.category, $0.period) == ($1.area, $1.category, $1.period)
          && PublishedTable.looksTheSame($0.content, $1.content)
      }
  }
}

extension PublishedTable {
  /// Suppressed is suppressed, whatever could be worked out.
  fileprivate static func looksTheSame(_ a: Content, _ b: Content) -> Bool {
    switch (a, b) {
    case (.suppressed, .suppressed): true
    default: a == b
    }
  }
}

extension CountTable {
  public var hasReports: Bool { counts.contains { $0 > 0 } }
}
