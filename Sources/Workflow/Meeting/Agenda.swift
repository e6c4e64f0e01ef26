import EST
import Persistence

/// What a coming meeting has before it.
public struct Agenda: Sendable {
  public let cycle: Cycle
  /// Expected units that have neither reported nor said that there is nothing: the picture does not know them.
  public let missingUnits: [UnitStatus]
  /// The version to look at: the adopted one, else the newest; `nil` where none is compiled yet.
  public let picture: PictureVersion?
  /// The order that the last concluded meeting set, with where its problems are now.
  public let priorities: [Priority]
  /// Past their due date, the longest first.
  public let overdue: [OpenAction]
  /// Due no later than the meeting after this one, the nearest first.
  public let due: [OpenAction]
  /// Prioritised problems that nobody has begun to analyse.
  public let withoutAnalysis: [Problem]
  /// Identified problems that wait to be prioritised or dismissed.
  public let unprioritised: [Problem]
  /// Proposed actions that wait to be decided.
  public let proposals: [Action]
  /// Problems whose actions are at an end and whose effect waits to be judged.
  public let toEvaluate: [Problem]
}

/// What a meeting came to.
public struct Minutes: Sendable {
  public let cycle: Cycle
  public let attendance: [Attendance]
  /// `nil` until the meeting adopts one.
  public let picture: AdoptedPicture?
  public let priorities: [Priority]
  public let decisions: [MeetingDecision]
  /// The actions that the meeting decided.
  public let actions: [Action]
}
