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

  /// Hands on what is logged.
  private struct Listener: LogHandler {
    let said: AsyncStream<String>.Continuation
    var metadata: Logger.Metadata = [:]
    var logLevel = Logger.Level.info

    subscript(metadataKey key: String) -> Logger.Metadata.Value? {
      get { metadata[key] }
      set { metadata[key] = newValue }
    }

    func log(event: LogEvent) { said.yield(event.message.description) }
  }

  private static let pace = {
    var pace = Pace()
    pace.look = .milliseconds(20)
    pace.retry = .milliseconds(20)
    return pace
  }()

  /// Five mails that get no answer leave room for one at a time, and the other fifty leave through it. Told to stop,
  /// the service ends when those under way have ended, and begins none.
  @Test(.timeLimit(.minutes(20))) func silenceHoldsUpNothingElseAndTheEndIsOrderly() async throws {
    try await PostOffice.run { office in
      _ = try await office.ask(55, by: "/usr/sbin/sendmail")
      let program = Program(holding: 5)
      let logger = Logger(label: "test") { _ in SwiftLogNoOpLogHandler() }
      let service = OutboxService(
        engine: office.engine, mailer: program.mailer, logger: logger, pace: Self.pace)
      var configuration = ServiceGroupConfiguration(services: [.init(service: service)], logger: logger)
      configuration.maximumGracefulShutdownDuration = .seconds(60)
      let group = ServiceGroup(configuration: configuration)
      async let running: Void = group.run()
      for await ended in program.events where ended == 50 { break }
      // Those five are still at it; more is asked for, and the end is said before it can begin.
      #expect(try await office.waiting() >= 5)
      await group.triggerGracefulShutdown()
      _ = try await office.ask(5, by: "/usr/sbin/sendmail")
      await program.letGo()
      try await running
      #expect(await program.ended == 55)
      let rows = try await office.rows()
      #expect(rows.count { $0.state == .delivered } == 55)
      #expect(rows.filter { $0.state != .delivered }.allSatisfy { $0.state == .created && $0.attempts == 0 })
    }
  }

  /// As many mails as may be under way get no answer: files are written all the same.
  @Test(.timeLimit(.minutes(20))) func filesDoNotWaitForMail() async throws {
    try await PostOffice.run { office in
      _ = try await office.ask(40, by: "/usr/sbin/sendmail")
      let program = Program(holding: 6)
      let (lines, said) = AsyncStream.makeStream(of: String.self)
      let logger = Logger(label: "test") { _ in Listener(said: said) }
      let service = OutboxService(
        engine: office.engine, mailer: program.mailer, logger: logger, pace: Self.pace)
      let group = ServiceGroup(configuration: .init(services: [.init(service: service)], logger: logger))
      async let running: Void = group.run()
      var held = 0
      for await _ in program.events {
        held += 1
        if held == 6 { break }
      }
      try await office.askForFile()
      // The file cannot be made, since there is no picture: that it was tried is what counts.
      for await line in lines where line == "technical-failure" { break }
      #expect(await program.ended == 0)
      await group.triggerGracefulShutdown()
      await program.letGo()
      try await running
    }
  }
}
