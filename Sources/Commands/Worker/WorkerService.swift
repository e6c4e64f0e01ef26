import Logging
import Persistence
import ServiceLifecycle
import Services
import Workflow

/// Waits for its database, then plans, fires and delivers until the process is told to stop.
struct WorkerService: Service {
  /// A connection that has not been opened yet.
  let connect: @Sendable () -> Connection
  let logger: Logger
  var pace = Pace.standard

  /// - Throws: what waiting does not cure, such as a schema of another version.
  func run() async throws {
    guard let connection = try await connected() else { return }
    let engine = try await connection.ready().engine
    logger.info("at work")
    let scheduler = SchedulerService(engine: engine, logger: logger, pace: pace)
    let outbox = OutboxService(
      engine: engine, mailer: .sendmail, printer: .weasyPrint, logger: logger, pace: pace)
    async let scheduling: Void = scheduler.run()
    async let delivering: Void = outbox.run()
    _ = try await (scheduling, delivering)
    await connection.close()
  }

  /// - Returns: a connection with this program's schema; `nil` where the process was told to stop before there was one.
  private func connected() async throws -> Connection? {
    var failures = 0
    while !Task.isShuttingDownGracefully && !Task.isCancelled {
      let connection = connect()
      do {
        _ = try await connection.ready()
        return connection
      } catch {
        await connection.close()
        guard let reason = Self.passing(error) else { throw error }
        let pause = pace.retry * (1 << min(failures, 5))
        failures += 1
        logger.warning(
          "waiting for the database",
          metadata: ["reason": "\(reason)", "seconds": "\(pause.components.seconds)"])
        try? await cancelWhenGracefulShutdown { try await Task.sleep(for: pause) }
      }
    }
    return nil
  }

  /// Why there is no database for the moment; `nil` for what waiting does not cure.
  private static func passing(_ error: any Error) -> String? {
    let known = if case UseCaseError.store(let error) = error { error } else { StoreError(error) }
    return switch known {
    case .unreachable(let reason): reason
    case .login(let failure) where failure.problem.mayPass: failure.reason
    default: nil
    }
  }
}
