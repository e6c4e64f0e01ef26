/// What was decided about how long a kind of information is kept.
public struct RetentionRule: Sendable, Hashable {
  public let kind: InformationKind
  /// Rises with each that is set for the kind.
  public let number: Int
  public let from: LocalDate
  /// `nil`: for ever.
  public let period: RetentionPeriod?
  /// The decision's reference, such as `KS 2026/123 § 45`.
  public let decision: String

  public init(
    kind: InformationKind, number: Int, from: LocalDate, period: RetentionPeriod?, decision: String
  ) {
    self.kind = kind
    self.number = number
    self.from = from
    self.period = period
    self.decision = decision
  }
}

extension Sequence<RetentionRule> {
  /// The rule by which a kind is disposed of on a day: the latest that was set, of those that have begun.
  public func inForce(_ kind: InformationKind, on day: LocalDate) -> RetentionRule? {
    filter { $0.kind == kind && $0.from <= day }.max { $0.number < $1.number }
  }

  /// The first day, not before `today`, on which what is counted from `day` is disposed of; `nil` while none is known.
  public func disposalDay(_ kind: InformationKind, countedFrom day: LocalDate, today: LocalDate) -> LocalDate?
  {
    let rules = filter { $0.kind == kind }
    let days = [today] + Set(rules.map(\.from)).filter { $0 > today }.sorted()
    for (index, start) in days.enumerated() {
      guard let due = rules.inForce(kind, on: start)?.period?.due(from: day) else { continue }
      let first = Swift.max(start, due)
      // Another rule may be in force by then.
      if index + 1 == days.count || first < days[index + 1] { return first }
    }
    return nil
  }
}
