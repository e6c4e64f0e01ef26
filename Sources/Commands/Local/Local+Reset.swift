import ArgumentParser
import LocalCluster

extension Local {
  struct Reset: EstCommand {
    static let configuration = CommandConfiguration(
      abstract: "Ta bort klustret med allt det håller.",
      discussion: """
        Exempel:
          est local reset
          est lokal nollställ --yes
        """,
      aliases: ["nollställ"])

    @OptionGroup(title: HelpText.common) var global: GlobalOptions

    func answer(_ context: Context) async throws -> Answer {
      let cluster = try LocalCluster.own(context.console.environment)
      try context.confirm(context.messages.confirmReset(cluster.root.path))
      try await cluster.reset()
      return Local.answer(cluster.status(), conninfo: nil, context)
    }
  }
}
