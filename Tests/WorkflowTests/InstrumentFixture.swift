import EST
import Foundation
import Persistence
import StateMachine

@testable import Persistence
@testable import Workflow

extension World {
  /// Says what the instance's timers say until nothing is due, each at the instant `now`, as a worker's round would.
  /// - Returns: the events that were taken, in order.
  @discardableResult
  func pass(to now: Instant, for instance: UUID) async throws -> [Event] {
    var taken: [Event] = []
    while true {
      let said = try await speak(as: "worker", at: now) { desk -> (Event, Bool)? in
        guard let next = try desk.instances.timers(of: instance).first, next.due <= now else { return nil }
        let timer = DueTimer(instance: instance, event: next.event, due: next.due)
        return (next.event, try desk.fire(timer))
      }
      guard let said else { return taken }
      if said.1 { taken.append(said.0) }
    }
  }

  /// `event local time` of each timer that stands, the next one first.
  func timers(of instance: UUID) async throws -> [String] {
    try await speak { desk in
      try desk.instances.timers(of: instance).map { "\($0.event) \(ZoneRules.stockholm.local($0.due))" }
    }
  }

  /// The kinds of the notices that a participant has had of an instruments' event, the newest last.
  func notices(to login: String) async throws -> [NoticeKind] {
    try await speak(as: login) { desk in
      try desk.notices.latest(to: desk.actor.id, limit: 100).map(\.kind).reversed()
    }
  }
}

func day(_ text: String) -> LocalDate { LocalDate(text)! }
func swedish(_ text: String) -> Instant { ZoneRules.stockholm.planned(LocalDateTime(text)!) }

extension NewAgreement {
  static func sample(_ title: String, from first: String, through last: String, follows: String? = nil)
    -> NewAgreement
  {
    var new = NewAgreement(title: title, from: day(first), through: day(last))
    new.parties = ["Kommunen", "Polisen"]
    new.goals = "Färre utsatta och tryggare platser"
    new.focusAreas = ["Trygga offentliga miljöer"]
    new.follows = follows
    return new
  }
}

extension [Signatory: LocalDate] {
  static func both(_ text: String) -> Self { [.policeChief: day(text), .executiveChair: day(text)] }
}
