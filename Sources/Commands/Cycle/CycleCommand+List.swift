import ArgumentParser
import EST
import Persistence
import Workflow

extension CycleCommand {
  struct List: EstCommand {
    static let configuration = CommandConfiguration(
      abstract: "Gruppens perioder, och vad som blev av var och en.",
      discussion: """
        Exempel:
          est cycle list
          est period lista --expected
        """,
      aliases: ["lista"])

    @Flag(
      name: .customLong("expected"), help: "Redovisningen: varje möte som väntats, och vad som blev av det.")
    var onlyExpected = false

    @OptionGroup(title: HelpText.common) var global: GlobalOptions

    func answer(_ context: Context) async throws -> Answer {
      let onlyExpected = onlyExpected
      let m = context.language.cycles
      return try await context.desk { desk in
        let group = try desk.group()
        if onlyExpected { return CycleCommand.account(try desk.account(of: group), context) }
        let zone = try desk.zone(of: group)
        let all = try desk.cycles.all(of: group.id)
        return Answer(
          ["cycles": .array(all.map { $0.json(in: zone) })],
          .table(
            Table(
              [.init(m.period), .init(m.stateColumn), .init(m.deadlineColumn), .init(m.meetingColumn)],
              all.map { cycle in
                let meeting = context.text(cycle.times.meeting, in: zone)
                return [
                  cycle.period.label, m.shortState(cycle.state.description),
                  context.text(cycle.times.deadline, in: zone),
                  cycle.movedFrom.map { "\(meeting), \(m.movedFrom($0.description))" } ?? meeting,
                ]
              })))
      }
    }
  }
}

extension Cycle {
  func json(in zone: ZoneRules) -> JSON {
    [
      "id": .string(id.description), "period": .string(period.label), "state": .string(state.description),
      "revision": .int(revision), "firstDay": .string(period.firstDay.description),
      "lastDay": .string((period.endDay + -1).description), "opens": .string(times.opens.rfc3339(in: zone)),
      "deadline": .string(times.deadline.rfc3339(in: zone)),
      "picture": .string(times.picture.rfc3339(in: zone)),
      "meeting": .string(times.meeting.rfc3339(in: zone)), "movedFrom": .optional(movedFrom?.description),
    ]
  }
}
