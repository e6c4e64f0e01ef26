import Foundation
import Logging
import Persistence
import ServiceLifecycle
import Workflow

/// Plans what should exist and says what is due, for every group, until it is told to stop.
///
/// Any number may run: a period is planned once by its key, a timer is claimed by one.
public struct SchedulerService: Service {
  let engine: Engine
  let logger: Logger
  let pace: Pace
  let id = UUID()

  public init(engine: Engine, logger: Logger, pace: Pace = .standard) {
    self.engine = engine
    self.logger = logger
    self.pace = pace
  }

  public func run() async throws {
    var nextPlan = ContinuousClock.now
    await untilShutdown(pace, logger, as: "scheduler") {
      if .now >= nextPlan {
        try await engine.beat(id)
        let planned = try await engine.planAll()
        if planned > 0 { logger.info("planned", metadata: ["periods": "\(planned)"]) }
        await LogJournal.seal(engine, logger)
        nextPlan = .now + pace.plan
      }
      guard let taken = try await engine.fireNext() else { return .idle }
      logger.info(taken ? "fired" : "refused")
      return .busy
    }
    try? await engine.leave(id)
  }
}
