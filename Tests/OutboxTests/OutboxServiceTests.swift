import EST
import Foundation
import Logging
import Persistence
import ServiceLifecycle
import Services
import Synchronization
import TestSupport
import Testing

@testable import Workflow

/// The service: several deliveries at a time, and an orderly end.
@Suite struct OutboxServiceTests {
  /// A mail program of which some calls last until they are let go.
  private actor Program {
    private var held: [CheckedContinuation<Void, Never>] = []
    private var heldCount = 0
    private let holding: Int
    private(set) var ended = 0
    let events: AsyncStream<Int>
    private let told: AsyncStream<Int>.Continuation

    init(holding: Int) {
      self.holding = holding
      (events, told) = AsyncStream.makeStream(of: Int.self)
    }

    nonisolated var mailer: Mailer { Mailer { _, _, _ in await self.run() } }

    private func run() async -> Mailer.Ending {
      if heldCount < holding {
        heldCount += 1
        told.yield(ended)
        await withCheckedContinuation { held.append($0) }
      }
      ended += 1
      told.yield(ended)
      return .exited(0, said: "")
    }

    func letGo() {
      for continuation in held { continuation.resume() }
      held = []
    }
  }

  private static let pace = {
    var pace = Pace()
    pace.look = .milliseconds(20)
    pace.retry = .milliseconds(20)
    return pace
  }()

  /// Seven mails that get no answer leave room for one at a time, and the other fifty leave through it. Told to stop,
  /// the service ends when those under way have ended, and begins none.
  @Test(.timeLimit(.minutes(2))) func silenceHoldsUpNothingElseAndTheEndIsOrderly() async throws {
    try await PostOffice.run { office in
      _ = try await office.ask(57, by: "/usr/sbin/sendmail")
      let program = Program(holding: 7)
      let logger = Logger(label: "test") { _ in SwiftLogNoOpLogHandler() }
      let service = OutboxService(
        engine: office.engine, mailer: program.mailer, logger: logger, pace: Self.pace)
      var configuration = ServiceGroupConfiguration(services: [.init(service: service)], logger: logger)
      configuration.maximumGracefulShutdownDuration = .seconds(60)
      let group = ServiceGroup(configuration: configuration)
      async let running: Void = group.run()
      for await ended in program.events where ended == 50 { break }
      // Those seven are still at it; more is asked for, and the end is said before it can begin.
      #expect(try await office.waiting() >= 7)
      await group.triggerGracefulShutdown()
      _ = try await office.ask(5, by: "/usr/sbin/sendmail")
      await program.letGo()
      try await running
      #expect(await program.ended == 57)
      let rows = try await office.rows()
      #expect(rows.count { $0.state == .delivered } == 57)
      #expect(rows.filter { $0.state != .delivered }.allSatisfy { $0.state == .created && $0.attempts == 0 })
    }
  }
}
