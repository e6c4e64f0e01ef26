import ArgumentParser
import EST
import Persistence
import StateMachine
import Workflow

struct ProblemCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "problem", abstract: "Problem: från det att de syns till det som kom ut av åtgärderna.",
    subcommands: [
      Identify.self, List.self, Show.self, Revise.self, Link.self, Unlink.self, Prioritise.self, Dismiss.self,
      Escalate.self, Decide.self, BeginAction.self, BeginEvaluation.self, Resolve.self, Reanalyse.self,
      ActAgain.self, GiveUp.self, Recur.self,
    ])
}

/// Which problem a command is about.
struct ProblemArgument: ParsableArguments {
  @Argument(help: ArgumentHelp("Problemets nummer, så som 2026-3, eller id.", valueName: "problem"))
  var problem: String
}

/// When what was done is to be judged.
struct FollowUpOption: ParsableArguments {
  @Option(
    name: .customLong("follow-up"),
    help: ArgumentHelp("När effekten ska bedömas: en dag eller en tid.", valueName: "tid"),
    transform: Reading.due)
  var followUp: Moment

  func instant(_ desk: Desk, in group: GroupID) throws -> Instant {
    try followUp.instant(in: try desk.zone(of: try desk.group(group)))
  }
}

/// A verb that says one event to a problem.
protocol ProblemEventCommand: EstCommand, Sendable {
  var about: ProblemArgument { get }
  func say(_ desk: Desk, _ problem: Problem) throws -> Said
  /// What there is to say about it, where the new state does not say it all.
  func sentence(_ said: Said, _ number: String, _ context: Context) -> String
}

extension ProblemEventCommand {
  func sentence(_ said: Said, _ number: String, _ context: Context) -> String {
    context.language.casework.now(problem: number, said.state.description)
  }

  func answer(_ context: Context) async throws -> Answer {
    let command = self
    return try await context.desk { desk in
      let problem = try desk.problem(command.about.problem)
      let said = try command.say(desk, problem)
      return Answer(
        [
          "problem": [
            "id": .string(problem.id.description), "number": .string(problem.number),
            "state": .string(said.state.description), "revision": .int(said.revision),
            "repeated": .bool(said.isRepeated),
          ]
        ],
        .text(command.sentence(said, problem.number, context)))
    }
  }
}
