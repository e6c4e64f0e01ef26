import EST
import Foundation
import StateMachine

/// A function that took part in a meeting, never a person.
public struct Attendance: Sendable, Hashable {
  public let organisation: String
  public let function: String
  public let at: Instant
}

/// One decision of a meeting.
public struct MeetingDecision: Sendable, Hashable {
  /// From 1 within the meeting.
  public let number: Int
  public let text: String
  public let at: Instant
}

/// A problem's place in the order that a meeting set, with where the problem is now.
public struct Priority: Sendable, Hashable {
  /// From 1, the most important first.
  public let rank: Int
  public let problem: ProblemID
  public let number: String
  public let title: String
  public let state: State
}

/// The version of the picture that a meeting adopted.
public struct AdoptedPicture: Sendable, Hashable {
  /// The period's label.
  public let label: String
  public let version: Int
  /// SHA-256 of the picture's bytes.
  public let hash: [UInt8]
  public let adoptedAt: Instant
}
