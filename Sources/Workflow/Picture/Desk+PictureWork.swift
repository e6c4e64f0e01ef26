import EST
import Persistence
import Picture
import StateMachine

extension Desk {
  /// What the group is doing and has put first, for the picture of a cycle.
  func addWork(to input: inout PictureInput, cycle: Cycle, zone: ZoneRules) throws {
    input.openActions = try actions.openActions(of: cycle.group, at: now).map {
      PictureInput.Action(
        number: $0.number, title: $0.title, organisation: $0.ownerOrganisation ?? "",
        function: $0.ownerFunction ?? "", due: $0.due.map { zone.local($0).date }, problem: $0.problemTitle)
    }
    let since = try cycles.previous(to: cycle)?.times.meeting ?? cycle.times.opens
    input.sinceLastTime = try actions.happenedSince(since, in: cycle.group).compactMap { event in
      PictureInput.ActionOutcome(event, zone: zone)
    }
    guard let last = try meetings.lastConcluded(of: cycle.group, before: cycle.period.firstDay) else {
      return
    }
    input.priorities = try meetings.priorities(of: last).map { priority in
      let problem = try problems.find(priority.problem)
      return PictureInput.Priority(
        title: priority.title, state: SituationPicture.Priority.State(rawValue: priority.state.description),
        area: problem?.fields.area, hasAnalysis: try hasSignedAnalysis(priority.problem))
    }
  }
}

extension Desk {
  /// Whether coordinator and police lead have signed the analysis that stands.
  private func hasSignedAnalysis(_ problem: ProblemID) throws -> Bool {
    guard let version = try analyses.currentVersion(of: problem) else { return false }
    return try analyses.signatures(of: problem, version).count == 2
  }
}

extension PictureInput.ActionOutcome {
  init?(_ event: ActionEvent, zone: ZoneRules) {
    let outcome: SituationPicture.Actions.Outcome? =
      switch event.event {
      case "decide": .decided
      case "start", "redo": .started
      case "finish": .finished
      case "postpone": .postponed
      case "cancel": .cancelled
      case "evaluate": .evaluated
      default: nil
      }
    guard let outcome else { return nil }
    self.init(
      number: event.number, title: event.title, organisation: event.ownerOrganisation ?? "", outcome: outcome,
      date: zone.local(event.at).date,
      colour: outcome == .evaluated
        ? event.colour.flatMap { SituationPicture.Actions.Colour(rawValue: $0.rawValue) } : nil)
  }
}
