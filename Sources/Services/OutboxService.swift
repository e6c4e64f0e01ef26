import Logging
import Persistence
import ServiceLifecycle
import Workflow

/// Carries out what leaves the database, files and mail: several at a time, with room left for files however silent a
/// mail server is. Which of them is done first is not said, not even of two mails to the same recipient.
public struct OutboxService: Service {
  let engine: Engine
  let mailer: Mailer
  let printer: Printer
  let logger: Logger
  let pace: Pace
  let width: Int

  public init(
    engine: Engine, mailer: Mailer, printer: Printer = .none, logger: Logger, pace: Pace = .standard,
    width: Int = Engine.deliveriesAtOnce
  ) {
    self.engine = engine
    self.mailer = mailer
    self.printer = printer
    self.logger = logger
    self.pace = pace
    self.width = width
  }

  private enum Event {
    case ended(OutboxItem.Kind)
    case rested
  }

  /// What is under way.
  private struct Running {
    var mails = 0
    var files = 0

    subscript(kind: OutboxItem.Kind) -> Int {
      get { kind == .mail ? mails : files }
      set { if kind == .mail { mails = newValue } else { files = newValue } }
    }
  }

  /// Runs until it is told to stop, and then until what is under way has ended.
  public func run() async throws {
    await withTaskGroup(of: Event.self) { group in
      var running = Running()
      var isResting = false
      var hasRested = true
      var failures = 0
      var nextSweep = ContinuousClock.now
      while !Task.isShuttingDownGracefully && !Task.isCancelled {
        var pause = pace.look
        do {
          if .now >= nextSweep {
            let swept = try await engine.sweepFiles()
            if swept > 0 { logger.info("swept", metadata: ["files": "\(swept)"]) }
            nextSweep = .now + .seconds(3_600)
          }
          // Several at a time, since a claim costs as much as a delivery; but none waits for longer than a rest.
          if hasRested || running.mails + running.files <= width / 2 {
            for item in try await claim(beside: running) {
              running[item.kind] += 1
              group.addTask { await deliver(item) }
            }
            hasRested = false
          }
          failures = 0
        } catch {
          logger.error("outbox will try again", metadata: ["error": "\(error)"])
          pause = pace.retry * (1 << min(failures, 5))
          failures += 1
        }
        // One rest at a time: whatever ends meanwhile makes room and is a reason to look again.
        if !isResting {
          let rest = pause
          group.addTask {
            try? await cancelWhenGracefulShutdown { try await Task.sleep(for: rest) }
            return .rested
          }
          isResting = true
        }
        switch await group.next() {
        case .ended(let kind): running[kind] -= 1
        case .rested, nil: (isResting, hasRested) = (false, true)
        }
      }
      await group.waitForAll()
    }
  }

  private func claim(beside running: Running) async throws -> [OutboxItem] {
    let room = width - running.mails - running.files
    let roomForMail = min(room, width - max(1, width / 4) - running.mails)
    if roomForMail > 0 { return try await engine.claimDue(limit: roomForMail) }
    return room > 0 ? try await engine.claimDue(limit: room, kind: .file) : []
  }

  private func deliver(_ item: OutboxItem) async -> Event {
    var metadata: Logger.Metadata = [
      "municipality": "\(item.municipality)", "id": "\(item.id.uuidString.lowercased())",
      "kind": "\(item.kind.rawValue)", "attempt": "\(item.attempt)",
    ]
    do {
      guard let delivery = try await engine.carryOut(item, mailer, printer) else {
        logger.notice("superseded", metadata: metadata)
        return .ended(item.kind)
      }
      if let failure = delivery.failure {
        metadata["cause"] = "\(failure.cause.rawValue)"
        metadata["reply"] = failure.reply.map { "\($0)" }
      }
      logger.log(
        level: delivery.state.isDead ? .warning : .info, "\(delivery.state.rawValue)", metadata: metadata)
    } catch {
      metadata["error"] = "\(error)"
      logger.error("not recorded, another will take it over", metadata: metadata)
    }
    return .ended(item.kind)
  }
}
