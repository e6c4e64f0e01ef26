import ArgumentParser
import EST

extension MachineCommand {
  struct List: EstCommand {
    static let configuration = CommandConfiguration(
      abstract: "Vilka tillståndsmaskiner som finns.",
      discussion: """
        Exempel:
          est machine list
          est maskin lista --json
        """,
      aliases: ["lista"])

    @OptionGroup(title: HelpText.common) var global: GlobalOptions

    func answer(_ context: Context) async throws -> Answer {
      let m = context.messages
      return Answer(
        [
          "machines": .list(Machines.all) { shape in
            [
              "name": .string(shape.name), "version": .int(shape.version),
              "states": .int(shape.states.count), "transitions": .int(shape.moves.count),
            ]
          }
        ],
        .table(
          Table(
            [.init(m.name), .init(m.version, .right), .init(m.states, .right), .init(m.transitions, .right)],
            Machines.all.map {
              [$0.name, String($0.version), String($0.states.count), String($0.moves.count)]
            })))
    }
  }
}
