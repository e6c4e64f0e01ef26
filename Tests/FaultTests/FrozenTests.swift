import EST
import Foundation
import Glibc
import Persistence
import Postgres
import Subprocess
import Synchronization
import TestSupport
import Testing
import Workflow

extension Faults {
  /// A worker that is frozen with work in hand until another has taken it over, and woken.
  @Suite struct FrozenTests {
    /// Where it freezes.
    enum Place: String, CaseIterable, Sendable {
      /// It knows which groups lack a period, and is about to plan under its lease.
      case beforePlanning
      /// It has the lease and the plan's lock for this transaction.
      case whilePlanning
      /// It has claimed mails, and is about to send them.
      case beforeDelivering
    }

    @Test(.timeLimit(.minutes(30)), arguments: Place.allCases)
    func whatItWritesIsFencedOff(_ place: Place) async throws {
      let expected = try await Town.at(place.moment) { town in
        try await town.finish()
        return try await town.account()
      }
      try await Town.at(place.moment) { town in
        let (frozen, freezing) = AsyncStream.makeStream(of: pid_t.self)
        let frost = Frost(place) { freezing.yield($0) }
        let proxy = try WireProxy(town.database.conninfo, frost.judge)
        defer { proxy.stop() }
        let first = WorkerProcess(["DATABASE_URL": proxy.conninfo])
        var process: pid_t = 0
        for await stopped in frozen {
          process = stopped
          break
        }
        let before = try await Self.lease(town)
        let asleep = ContinuousClock.now
        if place == .beforeDelivering { try await town.advance(minutes: 6) }

        let second = WorkerProcess(["DATABASE_URL": town.database.conninfo])
        try await town.until(
          """
          select exists (select from est.lease where token > \(before.token) and holder <> \(before.holder))
            and exists (select from est.cycle) and not exists (select from est.timer where due <= est.clock())
            and not exists (select from est.outbox where state <> 'delivered')
          """, within: .seconds(90), "no other worker takes over")
        let took = ContinuousClock.now - asleep
        let done = try await town.account()
        let attempts = try await Self.attempts(town)

        kill(process, SIGCONT)
        var said: [String] = []
        for await line in first.lines {
          said.append(line)
          if place.isFenced(line) { break }
        }
        #expect(said.contains(where: place.isFenced), "\(said)")
        let statuses = try await (first.end(.terminate), second.end(.terminate))
        #expect(statuses.0 == .exited(0) && statuses.1 == .exited(0), "\(statuses)")
        #expect(try await town.account() == done)
        #expect(try await Self.attempts(town) == attempts)
        try await town.finish()
        let found = differences(try await town.account(), from: expected)
        #expect(found.isEmpty, "\(found)")
        try await town.checkWholeness()
        print(
          "frozen \(place): another took over after \(took); woken it said: \(said.filter(place.isFenced))")
      }
    }

    private static func lease(_ town: Town) async throws -> (token: Int64, holder: UUID) {
      try await town.database.transaction { session in
        try session.first("select token, holder from est.lease") {
          (try $0.get("token"), try $0.get("holder"))
        }!
      }
    }

    /// How every attempt at a delivery ended.
    private static func attempts(_ town: Town) async throws -> [String] {
      try await town.database.transaction { session in
        try session.rows(
          "select concat_ws(' ', outbox_id, attempt, outcome) as line from est.outbox_attempt order by 1"
        ) { try $0.get("line") }
      }
    }
  }
}

extension Faults.FrozenTests.Place {
  var moment: Moment { self == .beforeDelivering ? .compile : .plan }

  /// Whether this line of its log says that another was in its place meanwhile.
  func isFenced(_ line: String) -> Bool {
    switch self {
    case .beforePlanning: line.contains("the lease was lost: another worker plans")
    // Its transaction was ended by the server, and with it the connection.
    case .whilePlanning: line.contains("another worker plans")
    case .beforeDelivering: line.contains("superseded")
    }
  }
}

/// Freezes the program once, where it says or hears certain things.
private final class Frost: Sendable {
  private struct State {
    /// The connection on which the last word before the freezing was said.
    var line: Int?
    var isDone = false
  }

  private let place: Faults.FrozenTests.Place
  private let freezing: @Sendable (pid_t) -> Void
  private let state = Mutex(State())

  init(_ place: Faults.FrozenTests.Place, freezing: @escaping @Sendable (pid_t) -> Void) {
    self.place = place
    self.freezing = freezing
  }

  func judge(_ message: Passing, _ line: WireProxy.Line) -> Verdict {
    let isNow = state.withLock { state in
      guard !state.isDone else { return false }
      switch message {
      case .statement(let text) where place.isLastWord(text): state.line = line.number
      case .answer("COMMIT") where place != .whilePlanning && state.line == line.number: state.isDone = true
      case .ready where place == .whilePlanning && state.line == line.number: state.isDone = true
      default: break
      }
      return state.isDone
    }
    guard isNow else { return .pass }
    // The answer waits for it until it wakes.
    defer { freezing(line.program) }
    kill(line.program, SIGSTOP)
    return .pass
  }
}

extension Faults.FrozenTests.Place {
  fileprivate func isLastWord(_ text: String) -> Bool {
    switch self {
    case .beforePlanning: text.hasPrefix("select municipality, id from est.est_group order by")
    case .whilePlanning: text.contains("from est.lease") && text.contains("for share")
    case .beforeDelivering: text.contains("set state = 'sending'")
    }
  }
}
