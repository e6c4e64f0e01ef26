import EST
import Postgres

extension InformationKind: StoredAsText {}

/// What stops disposal for as long as it stands.
public struct RetentionHold: Sendable {
  public let number: Int
  /// `nil`: every kind.
  public let kind: InformationKind?
  public let area: String?
  public let from: LocalDate?
  public let to: LocalDate?
  public let reason: String
  public let reference: String
  public let placedAt: Instant
  public let placedBy: String
  public let lifted: Lifting?

  public struct Lifting: Sendable {
    public let at: Instant
    public let by: String
    public let reason: String
  }
}

public struct NewRetentionHold: Sendable {
  public var kind: InformationKind?
  public var area: AreaID?
  public var from: LocalDate?
  public var to: LocalDate?
  public var reason: String
  public var reference: String

  public init(reason: String, reference: String) {
    self.reason = reason
    self.reference = reference
  }
}

/// What was disposed of on one day by one rule: how many, and from which days, and never what it said.
public struct Disposal: Sendable, Hashable {
  public let kind: InformationKind
  public let day: LocalDate
  public let decision: String
  public let items: Int
  public let firstDay: LocalDate?
  public let lastDay: LocalDate?
}

/// What is left of one kind that is counted from one day.
public struct Retained: Sendable, Hashable {
  public let kind: InformationKind
  /// `nil`: it is not over yet, so that nothing is counted.
  public let since: LocalDate?
  public let isHeld: Bool
  public let items: Int
}
