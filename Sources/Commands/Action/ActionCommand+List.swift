import ArgumentParser
import EST
import Persistence
import StateMachine
import Workflow

extension ActionCommand {
  struct List: EstCommand, Sendable {
    static let configuration = CommandConfiguration(
      abstract: "Dina gruppers åtgärder, de nyaste först.",
      discussion: """
        Exempel:
          est action list --open
          est åtgärd lista --problem 2026-3
          est action list --state done --json
        """,
      aliases: ["lista"])
    @Flag(name: .customLong("open"), help: "Bara de som varken är bedömda eller avbrutna.")
    var isOpenOnly = false
    @Option(help: ArgumentHelp("Bara de som gäller problemet.", valueName: "problem"))
    var problem: String?
    @OptionGroup var filter: ActionFilterOptions
    @OptionGroup(title: HelpText.common) var global: GlobalOptions

    func answer(_ context: Context) async throws -> Answer {
      let command = self
      let states = try filter.states(isOpenOnly: isOpenOnly)
      return try await context.desk { desk in
        var filter = ActionFilter(limit: command.filter.limit)
        filter.states = states
        filter.groups = try context.options.group.map { _ in [try desk.group().id] }
        filter.problem = try command.problem.map { try desk.problem($0).id }
        let found = try desk.search(filter)
        let m = context.language.casework
        return Answer(
          ["actions": .list(found) { $0.json(in: context.zone) }],
          .table(
            Table(
              [
                .init(m.number), .init(m.title), .init(m.problemColumn), .init(m.ownerColumn),
                .init(m.dueColumn),
                .init(context.messages.stateColumn),
              ],
              found.map { action in
                [
                  m.action(action.number), action.fields.title, action.problemNumber.map(m.problem) ?? "",
                  ActionPage(action: action, zone: context.zone, context: context).owner ?? "",
                  action.fields.due.map { context.text($0) } ?? "", m.actionState(action.state.description),
                ]
              })))
      }
    }
  }

  struct Search: EstCommand, Sendable {
    static let configuration = CommandConfiguration(
      abstract: "Vad har prövats, och gick det? Söker i rubrik, mål, resultat och lärdom.",
      discussion: """
        Exempel:
          est action search belysning
          est åtgärd sök klotter --area Ålidhem
          est action search --category vandalism --state evaluated --json
        """,
      aliases: ["sök"])
    @Argument(help: ArgumentHelp("Ord som står i den.", valueName: "text"))
    var text: String?
    @Option(help: ArgumentHelp("Området som dess problem gäller.", valueName: "namn"))
    var area: String?
    @Option(help: ArgumentHelp("Kategorin som dess problem gäller.", valueName: "kategori"))
    var category: String?
    @OptionGroup var filter: ActionFilterOptions
    @OptionGroup(title: HelpText.common) var global: GlobalOptions

    func answer(_ context: Context) async throws -> Answer {
      let command = self
      guard text != nil || area != nil || category != nil else {
        throw CommandProblem.options(.oneOf(["<text>", "--area", "--category"]))
      }
      let states = try filter.states(isOpenOnly: false)
      return try await context.desk { desk in
        var filter = ActionFilter(limit: command.filter.limit)
        filter.states = states
        filter.text = command.text
        filter.groups = try context.options.group.map { _ in [try desk.group().id] }
        filter.area = try command.area.map { try desk.area(named: $0) }
        filter.category = try command.category.map { try desk.category(named: $0) }
        let found = try desk.search(filter)
        let m = context.language.casework
        return Answer(
          ["actions": .list(found) { $0.json(in: context.zone) }],
          .table(
            Table(
              [
                .init(m.number), .init(m.title), .init(context.messages.stateColumn), .init(m.colourColumn),
                .init(m.resultColumn),
              ],
              found.map { action in
                [
                  m.action(action.number), action.fields.title, m.actionState(action.state.description),
                  action.fields.colour.map { m.colour($0.rawValue) } ?? "",
                  [action.fields.result, action.fields.lesson].compactMap { $0 }.joined(separator: " "),
                ]
              })))
      }
    }
  }
}

/// Which actions are asked for, as options that every list of them takes.
struct ActionFilterOptions: ParsableArguments {
  @Option(help: ArgumentHelp("Bara de i läget, så som underway. Kan upprepas.", valueName: "läge"))
  var state: [String] = []

  @Option(help: ArgumentHelp("Högst så många.", valueName: "antal"))
  var limit = 200

  func states(isOpenOnly: Bool) throws -> [State] {
    try CaseworkStates.read(
      state, isOpenOnly: isOpenOnly, of: ActionMachine.definition.shape, over: ["evaluated", "cancelled"])
  }
}
