import ArgumentParser
import LocalCluster

extension Local {
  struct Stop: EstCommand {
    static let configuration = CommandConfiguration(
      abstract: "Stoppa klustret. Allt det håller finns kvar.",
      discussion: """
        Exempel:
          est local stop
          est lokal stoppa
        """,
      aliases: ["stoppa"])

    @OptionGroup(title: HelpText.common) var global: GlobalOptions

    func answer(_ context: Context) async throws -> Answer {
      let cluster = try LocalCluster.own(context.console.environment)
      try await cluster.stop()
      return Local.answer(cluster.status(), conninfo: nil, context)
    }
  }
}
