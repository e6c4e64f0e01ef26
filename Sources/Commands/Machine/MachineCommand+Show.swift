import ArgumentParser
import EST
import StateMachine

extension MachineCommand {
  struct Show: EstCommand {
    enum Format: String, CaseIterable, ExpressibleByArgument {
      case table, json, mermaid, dot, scxml
    }

    static let configuration = CommandConfiguration(
      abstract: "En tillståndsmaskins lägen och övergångar.",
      discussion: """
        Exempel:
          est machine show cycle
          est machine show action --format dot | dot -Tsvg > action.svg
          est maskin visa problem --json
        """,
      aliases: ["visa"])

    @Argument(help: ArgumentHelp("Maskinens namn, så som cycle.", valueName: "namn"))
    var name: String

    @Option(help: ArgumentHelp("Hur den visas.", valueName: "format"))
    var format: Format = .table

    @OptionGroup(title: HelpText.common) var global: GlobalOptions

    func answer(_ context: Context) async throws -> Answer {
      let shape = try MachineCommand.shape(named: name)
      return Answer(shape.json, [block(shape, context)])
    }

    private func block(_ shape: MachineShape, _ context: Context) -> Answer.Block {
      switch format {
      case .table: .table(table(shape, context))
      case .json: .text(shape.json.text)
      case .mermaid: .text(shape.mermaid.trimmed)
      case .dot: .text(shape.dot.trimmed)
      case .scxml: .text(shape.scxml.trimmed)
      }
    }

    private func table(_ shape: MachineShape, _ context: Context) -> Table {
      let m = context.messages
      return Table(
        [.init(m.from), .init(m.event), .init(m.to), .init(m.roles), .init(m.guards)],
        shape.moves.map { move in
          [
            move.from == .unborn ? m.birth : move.from.description, move.event.description,
            move.to.description, move.roles.map(\.description).joined(separator: ", "),
            move.guards.joined(separator: ", "),
          ]
        })
    }
  }
}
