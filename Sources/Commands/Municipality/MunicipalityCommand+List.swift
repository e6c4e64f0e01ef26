import ArgumentParser
import Persistence
import Workflow

extension MunicipalityCommand {
  struct List: EstCommand {
    static let configuration = CommandConfiguration(
      abstract: "Vilka kommuner som finns.",
      discussion: """
        Exempel:
          est municipality list
          est kommun lista --json
        """,
      aliases: ["lista"])

    @OptionGroup(title: HelpText.common) var global: GlobalOptions

    func answer(_ context: Context) async throws -> Answer {
      let all = try await context.engine().municipalities()
      let m = context.messages
      return Answer(
        ["municipalities": .list(all, MunicipalityCommand.json)],
        .table(
          Table(
            [.init(m.codeColumn), .init(m.name), .init(m.data)],
            all.map { [$0.code.description, $0.name, m.provenance($0.provenance.rawValue)] })))
    }
  }
}
