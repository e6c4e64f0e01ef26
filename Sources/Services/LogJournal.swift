import Logging
import Workflow

/// The worker's own log as a witness outside the database: each new head of the logs is a line in it.
public enum LogJournal {
  /// What the line says, by which `est log verify --journal` knows it.
  public static let message = "log head"

  /// Seals the logs and writes each new head. Nothing else waits for a head: what hinders one is said, and the next
  /// round tries again.
  public static func seal(_ engine: Engine, _ logger: Logger) async {
    do {
      for head in try await engine.sealLogs() {
        logger.info(
          "\(message)",
          metadata: [
            "municipality": "\(head.municipality)", "number": "\(head.number)", "hash": "\(head.hash)",
            "rows": "\(head.rows)",
          ])
      }
    } catch {
      logger.error("no log head", metadata: ["error": "\(error)"])
    }
  }
}
