import EST

extension SituationPicture {
  /// What is new beside an earlier version of the same period: only what differs is listed.
  public struct Differences: Codable, Equatable, Sendable {
    /// The version that is compared with.
    public var version: Int
    /// Reports of the period; `nil` where there are as many.
    public var total: Change?
    /// Units that answered.
    public var answered: Change?
    /// Main categories, the largest change first.
    public var categories: [CategoryChange]
    public var areas: [AreaChange]
    /// Signals and watches that there were none of before.
    public var newFindings: [Finding]
    /// And those that are there no more.
    public var goneFindings: [Finding]

    public struct Change: Codable, Equatable, Sendable {
      public var before: Int
      public var now: Int
    }

    public struct CategoryChange: Codable, Equatable, Sendable {
      public var category: CategoryLabel
      public var reports: Change
    }

    public struct AreaChange: Codable, Equatable, Sendable {
      /// `nil` for reports of which no area is known.
      public var name: String?
      public var reports: Change
    }

    public struct Finding: Codable, Equatable, Sendable {
      public var strength: Signal.Strength
      public var category: CategoryLabel
      public var area: String
    }

    /// That the two say the same.
    public var isEmpty: Bool {
      total == nil && answered == nil && categories.isEmpty && areas.isEmpty && newFindings.isEmpty
        && goneFindings.isEmpty
    }

    public init(from before: SituationPicture, to now: SituationPicture) {
      version = before.head.version
      total = Change(before.counts.total.counts.current, now.counts.total.counts.current)
      answered = Change(before.coverage.reportingUnits.current, now.coverage.reportingUnits.current)
      let (old, new) = (before.counts.categories, now.counts.categories)
      categories = Self.changes(
        old.map { ($0.category.code, $0.row.counts.current) },
        new.map { ($0.category.code, $0.row.counts.current) }
      ).compactMap { code, change in
        // As it is called now; what is there no more as it was called.
        (new + old).first { $0.category.code == code }.map {
          CategoryChange(category: $0.category, reports: change)
        }
      }
      areas = Self.changes(before.counts.byArea, now.counts.byArea).map {
        AreaChange(name: $0.0, reports: $0.1)
      }
      let (then, today) = (Self.findings(before), Self.findings(now))
      newFindings = today.filter { !then.contains($0) }
      goneFindings = then.filter { !today.contains($0) }
    }

    private static func findings(_ picture: SituationPicture) -> [Finding] {
      (picture.findings?.signals ?? []).map {
        Finding(strength: $0.strength, category: $0.category, area: $0.area)
      }
    }

    /// What differs, the largest change first; those that tie in the order of the new version, then of the old one.
    private static func changes<Name: Hashable>(_ before: [(Name, Int)], _ now: [(Name, Int)]) -> [(
      Name, Change
    )] {
      let old = Dictionary(before, uniquingKeysWith: +)
      let new = Dictionary(now, uniquingKeysWith: +)
      var seen: Set<Name> = []
      return (now + before).map(\.0).filter { seen.insert($0).inserted }
        .compactMap { name in Change(old[name] ?? 0, new[name] ?? 0).map { (name, $0) } }
        .stablySorted { abs($0.1.now - $0.1.before) > abs($1.1.now - $1.1.before) }
    }
  }
}

extension SituationPicture.Differences.Change {
  /// `nil` where nothing changed.
  fileprivate init?(_ before: Int, _ now: Int) {
    guard before != now else { return nil }
    self.init(before: before, now: now)
  }
}

extension SituationPicture.Counts {
  /// Reports of the period by the name of the area, two areas of one name together.
  fileprivate var byArea: [(String?, Int)] {
    (areas + (withoutArea.map { [$0] } ?? [])).map { ($0.name, $0.row.counts.current) }
  }
}
