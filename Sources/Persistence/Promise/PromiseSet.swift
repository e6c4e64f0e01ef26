import EST
import Foundation
import StateMachine

/// A promise as it is written down.
public struct NewPromise: Sendable, Hashable {
  public var text: String
  /// Such as "at least twice a year, spring and autumn".
  public var target: String
  /// Who promises it: police, municipality or both.
  public var promisors: Set<OrganisationID>

  public init(_ text: String, target: String = "", promisors: Set<OrganisationID> = []) {
    self.text = text
    self.target = target
    self.promisors = promisors
  }
}

/// One promise of a set.
public struct CitizenPromise: Sendable, Hashable {
  public let number: Int
  public let text: String
  public let target: String
  public let promisors: Set<OrganisationID>
  /// How it was judged against its target.
  public let judgement: String?
  /// How much has been done for it, by the counts of its activities.
  public let activities: Int
}

/// A set of promises with where it is.
public struct PromiseSet: Sendable {
  public let id: PromiseSetID
  /// For people: the year and a running number, such as `2026-1`.
  public let number: String
  public let group: GroupID
  public let title: String
  public let term: Term
  /// The set that this one goes on from.
  public let prolongs: PromiseSetID?
  public let promises: [CitizenPromise]
  public let signatories: Set<Signatory>
  public let state: State
  public let revision: Int
}
