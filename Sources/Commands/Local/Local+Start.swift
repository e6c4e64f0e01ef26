import ArgumentParser
import LocalCluster

extension Local {
  struct Start: EstCommand {
    static let configuration = CommandConfiguration(
      abstract: "Starta klustret och gör det i ordning, om det inte redan är så.",
      discussion: """
        Exempel:
          est local start
          est lokal starta --json
        """,
      aliases: ["starta"])

    @OptionGroup(title: HelpText.common) var global: GlobalOptions

    func answer(_ context: Context) async throws -> Answer {
      let connection = context.local()
      // The schema is prepared on the way.
      let opened = try await connection.ready()
      await connection.close()
      let status = try LocalCluster.own(context.console.environment).status()
      return Local.answer(status, conninfo: opened.conninfo, context)
    }
  }
}
