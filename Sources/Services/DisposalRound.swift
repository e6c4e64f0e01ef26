import Logging
import Persistence
import Workflow

/// Disposal beside the worker's other work: a batch at a time, and nothing else waits for it to succeed.
enum DisposalRound {
  /// - Returns: whether there may be more.
  static func run(_ engine: Engine, under lease: Lease, _ logger: Logger) async -> Bool {
    do {
      guard let items = try await engine.dispose(under: lease, batches: 1), items > 0 else { return false }
      logger.info("disposed", metadata: ["items": "\(items)"])
      return true
    } catch {
      logger.error("disposal will try again", metadata: ["error": "\(error)"])
      return false
    }
  }
}
