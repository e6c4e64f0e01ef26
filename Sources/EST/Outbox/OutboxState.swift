/// Where something is on its way out of the database, in the words of GOV.UK Notify.
public enum OutboxState: String, Hashable, Sendable, CaseIterable {
  /// Asked for, and not tried since.
  case created
  /// A worker has it.
  case sending
  case delivered
  /// It failed and is tried again by itself.
  case temporaryFailure = "temporary-failure"
  /// The receiver refuses it, or too many attempts have failed: a dead letter.
  case permanentFailure = "permanent-failure"
  /// It cannot be carried out on our side: a dead letter.
  case technicalFailure = "technical-failure"

  /// The changes that the database knows.
  public func mayBecome(_ next: OutboxState) -> Bool {
    switch self {
    case .created: next == .sending
    // Also again: taken over from a worker that went away.
    case .sending: next != .created
    case .delivered: false
    case .temporaryFailure: next == .sending || next == .created
    case .permanentFailure, .technicalFailure: next == .created
    }
  }

  /// Nothing more happens to it by itself, and it was not delivered.
  public var isDead: Bool { self == .permanentFailure || self == .technicalFailure }
}
