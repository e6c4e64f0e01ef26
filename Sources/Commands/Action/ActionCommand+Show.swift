import ArgumentParser
import Persistence
import Workflow

extension ActionCommand {
  struct Show: EstCommand {
    static let configuration = CommandConfiguration(
      abstract: "En åtgärd: orsaker, ansvar, utgångsläge, vad som gjordes och vad det gav.",
      discussion: """
        Exempel:
          est action show 2026-7
          est åtgärd visa 2026-7 --json
        """,
      aliases: ["visa"])
    @OptionGroup var about: ActionArgument
    @OptionGroup(title: HelpText.common) var global: GlobalOptions

    func answer(_ context: Context) async throws -> Answer {
      let name = about.action
      return try await context.desk { desk in
        let action = try desk.action(name)
        let log = try desk.history(of: action)
        let zone = try desk.zone(of: try desk.group(action.group))
        let m = context.language.casework
        let page = ActionPage(action: action, zone: zone, context: context)
        return Answer(
          [
            "action": .object(
              action.members(in: zone) + [.init(key: "log", value: .list(log) { $0.json(in: zone) })])
          ],
          .heading(page.title), .pairs(page.pairs(ofProblem: false)), .heading(m.log),
          .table(LogEntry.table(log, context, in: zone) { m.actionState($0) }))
      }
    }
  }
}
