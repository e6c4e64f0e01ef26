import EST
import Foundation
import StateMachine

/// What an action says of itself: all that may change until it is judged.
public struct ActionFields: Sendable, Hashable {
  public var title: String
  /// The meeting that decided it.
  public var cycle: CycleID?
  /// The operative goal.
  public var goal: String?
  public var ownerOrganisation: OrganisationID?
  /// Who answers for it, by function and never by name.
  public var ownerFunction: String?
  public var due: Instant?
  public var approach: ActionApproach?
  public var term: ActionTerm?
  /// Whether it is part of ordinary work from now on, and not done once.
  public var isOrdinaryWork: Bool?
  public var costHours: Int?
  public var costKronor: Int?
  /// The step of the chain of events that it breaks.
  public var breaks: ChainStepReference?
  /// What was so before it started, or why nobody can tell.
  public var baseline: String?
  public var noBaselineBecause: String?
  /// When an effect can be expected.
  public var expectedEffect: String?
  public var followUp: Instant?
  /// What was done, and how much of it.
  public var production: String?
  /// How it went, and what it took.
  public var process: String?
  public var colour: ActionColour?
  public var result: String?
  public var lesson: String?
  /// Whether the problem changed.
  public var effect: String?

  public init(title: String) { self.title = title }
}

public struct ChainStepReference: Sendable, Hashable {
  public let version: Int
  public let step: Int

  public init(version: Int, step: Int) {
    self.version = version
    self.step = step
  }
}

/// A cause that an action is to remove, as it stood in one version of the analysis.
public struct NamedCause: Sendable, Hashable {
  public let version: Int
  public let number: Int
  public let text: String
}

/// An action with where it is.
public struct Action: Sendable {
  public let id: ActionID
  /// For people: the year and a running number, such as `2026-7`.
  public let number: String
  public let group: GroupID
  public let kind: ActionKind
  public let problem: ProblemID?
  public let problemNumber: String?
  public let problemTitle: String?
  public let ownerName: String?
  public let fields: ActionFields
  public let causes: [NamedCause]
  public let state: State
  public let revision: Int
}

/// What has become of an action, for the picture: what happened since last time.
public struct ActionEvent: Sendable, Hashable {
  public let number: String
  public let title: String
  public let ownerOrganisation: String?
  public let event: Event
  public let at: Instant
  /// How it was judged; only where the event is `evaluate`.
  public let colour: ActionColour?
}

/// What is decided and not done, for the picture and the agenda.
public struct OpenAction: Sendable, Hashable {
  public let number: String
  public let title: String
  public let problemNumber: String?
  public let problemTitle: String?
  /// The organisation and function that answer for it.
  public let ownerOrganisation: String?
  public let ownerFunction: String?
  public let due: Instant?
  public let state: State
  public let isOverdue: Bool
}
