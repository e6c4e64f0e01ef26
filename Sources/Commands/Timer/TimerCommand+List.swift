import ArgumentParser
import Foundation
import Persistence
import StateMachine
import Workflow

extension TimerCommand {
  struct List: EstCommand {
    static let configuration = CommandConfiguration(
      abstract: "Vad som står på tur, det närmaste först.",
      discussion: """
        Exempel:
          est timer list
          est väckning lista --json
        """,
      aliases: ["lista"])

    @OptionGroup(title: HelpText.common) var global: GlobalOptions

    func answer(_ context: Context) async throws -> Answer {
      let m = context.messages
      return try await context.desk { desk in
        let groups = Dictionary(
          uniqueKeysWithValues: try desk.municipalities.groups(of: desk.municipality.code).map {
            ($0.id, $0.name)
          })
        let timers = try desk.instances.standingTimers()
        return Answer(
          [
            "timers": .list(timers) { timer in
              [
                "due": context.json(timer.due), "event": .string(timer.event.description),
                "machine": .string(timer.machine), "state": .string(timer.state.description),
                "group": .optional(groups[timer.group]),
                "instance": .string(timer.instance.uuidString.lowercased()),
              ]
            }
          ],
          .table(
            Table(
              [
                .init(m.time), .init(m.event), .init(m.machine), .init(m.stateColumn), .init(m.groupColumn),
                .init(m.instance),
              ],
              timers.map {
                [
                  context.text($0.due), $0.event.description, $0.machine, $0.state.description,
                  groups[$0.group] ?? "", $0.instance.uuidString.lowercased(),
                ]
              })))
      }
    }
  }
}
