import ArgumentParser
import EST
import Persistence
import Workflow

struct ActionCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "action",
    abstract: "Åtgärder: av vem, till när, åt vilken orsak, och vad som kom ut av dem.",
    subcommands: [
      Propose.self, Decide.self, Start.self, Postpone.self, Finish.self, Redo.self, Cancel.self,
      Evaluate.self, List.self, Show.self, Search.self,
    ], aliases: ["åtgärd"])
}

/// Which action a command is about.
struct ActionArgument: ParsableArguments {
  @Argument(help: ArgumentHelp("Åtgärdens nummer, så som 2026-7, eller id.", valueName: "åtgärd"))
  var action: String
}

/// A verb that says one event to an action.
protocol ActionEventCommand: EstCommand, Sendable {
  var about: ActionArgument { get }
  func say(_ desk: Desk, _ action: Action, in zone: ZoneRules) throws -> Said
}

extension ActionEventCommand {
  func answer(_ context: Context) async throws -> Answer {
    let command = self
    return try await context.desk { desk in
      let action = try desk.action(command.about.action)
      let said = try command.say(desk, action, in: try desk.zone(of: try desk.group(action.group)))
      return Answer(
        [
          "action": [
            "id": .string(action.id.description), "number": .string(action.number),
            "state": .string(said.state.description), "revision": .int(said.revision),
            "repeated": .bool(said.isRepeated),
          ]
        ],
        .text(context.language.casework.now(action: action.number, said.state.description)))
    }
  }
}
