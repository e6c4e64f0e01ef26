import Foundation
import Logging
import Persistence
import ServiceLifecycle
import Workflow

/// Plans what should exist and says what is due, for every group, until it is told to stop.
///
/// Any number may run. All fire timers, each claimed by one; the one with the lease plans, and keys see to it that even
/// two would plan a period once. A timer is fired at its time: the worker sleeps until then, and looks in between for
/// what others have armed.
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
    var lease: Lease?
    var nextBeat = ContinuousClock.now
    var nextPlan = nextBeat
    var nextWholePlan = nextBeat
    var nextSeal = nextBeat
    var nextDisposal = nextBeat
    await untilShutdown(pace, logger, as: "scheduler") {
      if .now >= nextBeat {
        let held = try await engine.beat(id)
        if held?.token != lease?.token {
          logger.info(held == nil ? "another worker plans" : "plans", metadata: ["worker": "\(id)"])
          nextPlan = .now
        }
        lease = held
        nextBeat = .now + pace.beat
      }
      if let own = lease, .now >= nextPlan {
        let isWhole = ContinuousClock.now >= nextWholePlan
        if let planned = try await engine.plan(under: own, lookingAtAll: isWhole) {
          if planned > 0 { logger.info("planned", metadata: ["periods": "\(planned)"]) }
          nextPlan = .now + pace.plan
          if isWhole { nextWholePlan = .now + pace.wholePlan }
        } else {
          logger.warning("the lease was lost: another worker plans", metadata: ["worker": "\(id)"])
          lease = nil
        }
      }
      if lease != nil, .now >= nextSeal {
        await LogJournal.seal(engine, logger)
        nextSeal = .now + pace.seal
      }
      if let own = lease, .now >= nextDisposal {
        let isMore = await DisposalRound.run(engine, under: own, logger)
        nextDisposal = isMore ? .now : .now + pace.dispose
      }
      if let fired = try await engine.fireDue() {
        logger.info("fired", metadata: ["taken": "\(fired.taken)", "refused": "\(fired.refused)"])
        return .busy
      }
      return .idle(for: try await engine.untilNextTimer())
    }
    try? await engine.leave(id, lease)
  }
}
