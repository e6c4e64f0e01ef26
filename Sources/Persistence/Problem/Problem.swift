import EST
import Foundation
import StateMachine

/// What a problem says of itself: all that may be changed later.
public struct ProblemFields: Sendable, Hashable {
  public var title: String
  public var statement: String
  public var category: CategoryCode?
  public var area: AreaID?
  public var criteria: [Criterion: Int]
  /// When its actions are to be judged.
  public var followUp: Instant?

  public init(title: String, statement: String = "", category: CategoryCode? = nil, area: AreaID? = nil) {
    self.title = title
    self.statement = statement
    self.category = category
    self.area = area
    criteria = [:]
  }
}

/// What came of a problem when it was resolved.
public struct ProblemOutcome: Sendable, Hashable {
  public let result: String
  public let lesson: String

  public init(result: String, lesson: String) {
    self.result = result
    self.lesson = lesson
  }
}

/// A problem with where it is.
public struct Problem: Sendable {
  public let id: ProblemID
  /// For people: the year and a running number, such as `2026-3`.
  public let number: String
  public let group: GroupID
  public let fields: ProblemFields
  public let areaName: String?
  public let origin: ProblemOrigin
  /// The period in whose picture it was seen.
  public let cycle: CycleID?
  public let cycleLabel: String?
  /// The newest outcome; a problem that recurs keeps it.
  public let outcome: ProblemOutcome?
  public let state: State
  public let revision: Int
}

/// A report behind a problem: what it is and where, never its free text.
public struct ReportBehind: Sendable, Hashable {
  public let id: IncidentID
  public let number: String?
  public let reference: String?
  public let category: CategoryCode
  public let areaName: String?
  public let from: Instant
  public let reportClass: ReportClass
}
