import Logging
import ServiceLifecycle
import Workflow

/// Carries out what leaves the database: files and mail.
public struct OutboxService: Service {
  let engine: Engine
  let mailer: Mailer
  let logger: Logger
  let pace: Pace

  public init(engine: Engine, mailer: Mailer, logger: Logger, pace: Pace = .standard) {
    self.engine = engine
    self.mailer = mailer
    self.logger = logger
    self.pace = pace
  }

  public func run() async throws {
    await untilShutdown(pace, logger, as: "outbox") {
      guard try await engine.deliverNext(mailer) else { return .idle(for: nil) }
      logger.info("delivered or put aside")
      return .busy
    }
  }
}
