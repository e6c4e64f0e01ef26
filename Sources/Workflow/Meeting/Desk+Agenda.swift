import EST
import Persistence
import StateMachine

extension Desk {
  public func agenda(_ cycle: Cycle) throws -> Agenda {
    try demand(GroupRole.allCases, in: cycle.group)
    let versions = try pictures.versions(of: cycle.id)
    let last = try meetings.lastConcluded(of: cycle.group, before: cycle.period.firstDay)
    let open = try actions.openActions(of: cycle.group, at: now)
    let nextMeeting = try facts(of: cycle).nextMeeting
    let waiting = try problems.list(
      of: cycle.group, in: ["identified", "prioritised", "escalated", "evaluating"])
    var proposed = ActionFilter()
    proposed.groups = [cycle.group]
    proposed.states = ["proposed"]
    return Agenda(
      cycle: cycle, missingUnits: try cycles.statuses(of: cycle).filter { $0.status == .missing },
      picture: versions.first { $0.adoptedAt != nil } ?? versions.last,
      priorities: try last.map(meetings.priorities) ?? [], overdue: open.filter(\.isOverdue),
      due: open.filter { !$0.isOverdue && $0.due.map { $0 <= nextMeeting } == true },
      withoutAnalysis: waiting.filter { ["prioritised", "escalated"].contains($0.state) },
      unprioritised: waiting.filter { $0.state == "identified" }, proposals: try actions.list(proposed),
      toEvaluate: waiting.filter { $0.state == "evaluating" })
  }

  public func minutes(_ cycle: Cycle) throws -> Minutes {
    try demand(GroupRole.allCases, in: cycle.group)
    var decided = ActionFilter()
    decided.cycle = cycle.id
    return Minutes(
      cycle: cycle, attendance: try meetings.attendance(of: cycle.id),
      picture: try meetings.adoptedPictures(of: [cycle.id]).first,
      priorities: try meetings.priorities(of: cycle.id), decisions: try meetings.decisions(of: cycle.id),
      actions: try actions.list(decided).reversed())
  }
}
