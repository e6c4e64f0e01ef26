import ArgumentParser
import LocalCluster

extension Local {
  struct Status: EstCommand {
    static let configuration = CommandConfiguration(
      abstract: "Om klustret finns och går, och var det ligger.",
      discussion: """
        Exempel:
          est local status
          est lokal läge --json
        """,
      aliases: ["läge"])

    @OptionGroup(title: HelpText.common) var global: GlobalOptions

    func answer(_ context: Context) async throws -> Answer {
      let cluster = try LocalCluster.own(context.console.environment)
      let status = cluster.status()
      return Local.answer(status, conninfo: status.isRunning ? try cluster.conninfo() : nil, context)
    }
  }
}
