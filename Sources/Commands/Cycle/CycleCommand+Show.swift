import ArgumentParser
import EST
import Persistence
import StateMachine
import Workflow

extension CycleCommand {
  struct Show: EstCommand {
    static let configuration = CommandConfiguration(
      abstract:
        "Hur det står till med en period: vilka som svarat, vad som händer härnäst, vem som får göra vad.",
      discussion: """
        Exempel:
          est cycle show
          est period visa --week 2026-W47 --json
        """,
      aliases: ["visa"])

    @OptionGroup var period: PeriodOption
    @OptionGroup(title: HelpText.common) var global: GlobalOptions

    func answer(_ context: Context) async throws -> Answer {
      let week = period.week
      let m = context.language.cycles
      return try await context.desk { desk in
        let group = try desk.group()
        let zone = try desk.zone(of: group)
        let cycle = try desk.cycle(labelled: week, of: group)
        let statuses = try desk.cycles.statuses(of: cycle)
        let timers = try desk.instances.timers(of: cycle.id.uuid)
        let moves = CycleMachine.definition.shape.moves.filter {
          $0.from == cycle.state && $0.roles != [.worker]
        }

        guard case .object(var members) = cycle.json(in: zone) else { return Answer([:]) }
        members += [
          JSON.Member(
            key: "coverage",
            value: .list(statuses) { status in
              [
                "organisation": .string(status.organisationName), "unit": .string(status.unit.name),
                "status": .string(status.status.rawValue), "reports": .int(status.sharedReports),
                "late": .int(status.sharedLateReports),
              ]
            }),
          JSON.Member(
            key: "next",
            value: .list(timers) {
              ["event": .string($0.event.description), "at": context.json($0.due, in: zone)]
            }),
          JSON.Member(
            key: "possible",
            value: .list(moves) {
              [
                "event": .string($0.event.description), "to": .string($0.to.description),
                "roles": .strings($0.roles.map(\.description)),
              ]
            }),
        ]
        func time(_ instant: Instant) -> String { context.text(instant, in: zone) }
        let moved = cycle.movedFrom.map { ", \(m.movedFrom($0.description))" } ?? ""
        var blocks: [Answer.Block] = [
          .heading("\(group.name), \(cycle.period.label)"), .text(m.state(cycle.state.description)),
          .pairs([
            (m.opens, time(cycle.times.opens)), (m.deadline, time(cycle.times.deadline)),
            (m.picture, time(cycle.times.picture)), (m.meeting, time(cycle.times.meeting) + moved),
          ]),
          .heading(m.coverage),
          .table(
            Table(
              [.init(m.unit), .init(m.answer)],
              statuses.map {
                [
                  "\($0.unit.name) (\($0.organisationName))",
                  m.status($0.status.rawValue, reports: $0.sharedReports, late: $0.sharedLateReports),
                ]
              })),
        ]
        // A period that is over has nothing before it.
        if !timers.isEmpty {
          blocks += [
            .heading(m.next), .pairs(timers.map { (time($0.due), m.event($0.event.description)) }),
          ]
        }
        if !moves.isEmpty {
          blocks += [
            .heading(m.possible),
            .pairs(
              moves.map { move in
                (
                  m.event(move.event.description),
                  context.language.list(move.roles.filter { $0 != .worker }.map { m.role($0.description) })
                )
              }),
          ]
        }
        return Answer(["cycle": .object(members)], blocks)
      }
    }
  }
}
