import ArgumentParser
import EST
import Workflow

extension ActionCommand {
  struct Propose: EstCommand, Sendable {
    static let configuration = CommandConfiguration(
      abstract: "Föreslå en åtgärd: en snabb för veckan, eller en som nämner orsaker ur analysen.",
      discussion: """
        Exempel:
          est action propose "Gå förbi torget varje kväll till och med söndag"
          est action propose "Tända gångvägen" --problem 2026-3 --cause 1 --cause 5 --breaks 4
          est åtgärd föreslå "Öppet till 22 på fredagar" --problem 2026-3 --cause 3 --approach social --term long
        """,
      aliases: ["föreslå"])

    @Argument(help: ArgumentHelp("Åtgärden i en rad, utan personer.", valueName: "rubrik"))
    var title: String

    @Option(help: ArgumentHelp("Problemet som den gäller.", valueName: "problem"))
    var problem: String?

    @Option(help: ArgumentHelp("Numret på en orsak som den ska ta bort. Kan upprepas.", valueName: "nummer"))
    var cause: [Int] = []

    @Option(
      help: ArgumentHelp("quick eller plan; annars plan om den nämner orsaker.", valueName: "slag"),
      transform: Reading.word(ActionKind.self, swedish: ["snabb": .quick, "planerad": .plan]))
    var kind: ActionKind?

    @Option(help: ArgumentHelp("Numret på det steg i händelsekedjan som den bryter.", valueName: "nummer"))
    var breaks: Int?

    @Option(help: ArgumentHelp("Målet: vad som ska vara så när den är gjord.", valueName: "text"))
    var goal: String?

    @Option(
      help: ArgumentHelp("situational eller social.", valueName: "angreppssätt"),
      transform: Reading.word(ActionApproach.self, swedish: ["situationell": .situational]))
    var approach: ActionApproach?

    @Option(
      help: ArgumentHelp("short eller long.", valueName: "sikt"),
      transform: Reading.word(ActionTerm.self, swedish: ["kort": .short, "lång": .long]))
    var term: ActionTerm?

    @Flag(name: .customLong("ordinary-work"), help: "Den blir en del av ordinarie arbete.")
    var isOrdinaryWork = false

    @Option(name: .customLong("cost-hours"), help: ArgumentHelp("Arbetstid.", valueName: "timmar"))
    var costHours: Int?

    @Option(name: .customLong("cost-kronor"), help: ArgumentHelp("Kostnad.", valueName: "kronor"))
    var costKronor: Int?

    @OptionGroup(title: HelpText.common) var global: GlobalOptions

    func answer(_ context: Context) async throws -> Answer {
      let command = self
      return try await context.desk { desk in
        let problem = try command.problem.map { try desk.problem($0) }
        let group = try problem.map { try desk.group($0.group) } ?? desk.group()
        let action = try desk.propose(
          command.title, kind: command.kind ?? (command.cause.isEmpty ? .quick : .plan), problem: problem,
          causes: command.cause, breaks: command.breaks, in: group
        ) {
          $0.goal = command.goal
          $0.approach = command.approach
          $0.term = command.term
          $0.isOrdinaryWork = command.isOrdinaryWork ? true : nil
          $0.costHours = command.costHours
          $0.costKronor = command.costKronor
        }
        return Answer(
          ["action": action.json(in: try desk.zone(of: group))],
          .text(context.language.casework.now(action: action.number, action.state.description)))
      }
    }
  }
}
