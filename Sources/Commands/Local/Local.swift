import ArgumentParser
import LocalCluster

struct Local: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "local", abstract: "Det privata klustret: ett eget PostgreSQL för prov och för en person.",
    subcommands: [Start.self, Stop.self, Status.self, Reset.self], aliases: ["lokal"])

  /// The state of the cluster, for people and programs.
  static func answer(_ status: LocalCluster.Status, conninfo: String?, _ context: Context) -> Answer {
    let m = context.messages
    return Answer(
      [
        "running": .bool(status.isRunning), "initialized": .bool(status.isInitialized),
        "folder": .string(status.folder.path), "version": .optional(status.version),
        "process": .optional(status.serverProcess.map(Int.init)), "conninfo": .optional(conninfo),
      ],
      .pairs([
        (m.state, status.isRunning ? m.running : status.isInitialized ? m.stopped : m.notMade),
        (m.folder, status.folder.path), ("PostgreSQL", status.version.map(String.init)),
        (m.database, conninfo),
      ]))
  }
}
