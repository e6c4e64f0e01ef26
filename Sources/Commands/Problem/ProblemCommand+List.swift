import ArgumentParser
import EST
import Persistence
import StateMachine
import Workflow

extension ProblemCommand {
  struct List: EstCommand, Sendable {
    static let configuration = CommandConfiguration(
      abstract: "Gruppens problem, de nyaste först.",
      discussion: """
        Exempel:
          est problem list
          est problem lista --state analysing --state acting
          est problem list --open --json
        """,
      aliases: ["lista"])
    @Option(help: ArgumentHelp("Bara de i läget, så som acting. Kan upprepas.", valueName: "läge"))
    var state: [String] = []
    @Flag(name: .customLong("open"), help: "Bara de som varken är lösta eller avskrivna.")
    var isOpenOnly = false
    @OptionGroup(title: HelpText.common) var global: GlobalOptions

    func answer(_ context: Context) async throws -> Answer {
      let states = try CaseworkStates.read(
        state, isOpenOnly: isOpenOnly, of: ProblemMachine.definition.shape, over: ["resolved", "dismissed"])
      let m = context.language.casework
      return try await context.desk { desk in
        let group = try desk.group()
        let zone = try desk.zone(of: group)
        let all = try desk.problems(of: group, in: states)
        return Answer(
          ["problems": .list(all) { $0.json(in: zone) }],
          .table(
            Table(
              [
                .init(m.number), .init(m.title), .init(m.areaColumn), .init(m.categoryColumn),
                .init(context.messages.stateColumn),
              ],
              all.map {
                [
                  m.problem($0.number), $0.fields.title, $0.areaName ?? "",
                  $0.fields.category?.description ?? "", m.problemState($0.state.description),
                ]
              })))
      }
    }
  }
}

/// The states that a list is asked for.
enum CaseworkStates {
  /// - Parameter over: the states in which nothing more is to be done.
  /// - Returns: empty for all.
  static func read(
    _ names: [String], isOpenOnly: Bool, of shape: MachineShape, over: [State]
  ) throws -> [State] {
    if isOpenOnly, !names.isEmpty { throw CommandProblem.options(.exclusive("--open", "--state")) }
    let states = shape.states
    for name in names where !states.contains(State(name)) {
      throw CommandProblem.badValue(
        option: "--state", value: name,
        allowed: Console.current.language.cli.anyOf(states.map(\.description)))
    }
    return isOpenOnly ? states.filter { !over.contains($0) } : names.map { State($0) }
  }
}
