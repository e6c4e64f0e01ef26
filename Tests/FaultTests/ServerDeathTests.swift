import EST
import Foundation
import Glibc
import LocalCluster
import Persistence
import Postgres
import Subprocess
import Synchronization
import TestSupport
import Testing
import Workflow

extension Faults {
  /// PostgreSQL itself is killed under load, the postmaster and all its children.
  @Suite struct ServerDeathTests {
    @Test(.timeLimit(.minutes(30))) func nothingAcknowledgedIsLostAndNothingIsThereTwice() async throws {
      let cluster = try await TestCluster.another {
        $0.extensions = ["postgis"]
        $0.durability = .full
      }
      let database = Database(try cluster.conninfo())
      let rounds = Seed.full ? 20 : 3
      try await Town.with(database) { town in
        try await town.settle()
        let worker = WorkerProcess(["DATABASE_URL": database.conninfo])
        let ledger = Ledger()
        let began = ContinuousClock.now
        var random = Seed.generator(911)
        do {
          try await town.until("select exists (select from est.cycle)", "the worker does not plan")
          for round in 1...rounds {
            let enough = Int.random(in: 20...120, using: &random)
            try await strike(cluster, town, ledger, after: enough)
            try await settleAccounts(town, ledger, round)
          }
        } catch {
          _ = try? await worker.end(.kill)
          throw error
        }
        // It has lived through it all.
        let status = try await worker.end(.terminate)
        #expect(status == .exited(0))
        try await town.finish()
        try await town.checkWholeness()
        let (acknowledged, unknown, failed) = ledger.totals
        print(
          """
          \(rounds) times PostgreSQL killed under load: \(acknowledged) acknowledged, 0 lost, 0 twice; \(unknown) \
          outcomes unknown and \(failed) attempts not let in, said again under their keys, in \
          \(ContinuousClock.now - began)
          """)
      }
      await database.close()
      try await cluster.reset()
    }

    /// Clients report without a pause until the server is killed after so many answers.
    private func strike(
      _ cluster: LocalCluster, _ town: Town, _ ledger: Ledger, after enough: Int
    ) async throws {
      let (reached, reaching) = AsyncStream.makeStream(of: Void.self)
      ledger.begin(enough) { reaching.yield() }
      try await withThrowingTaskGroup(of: Void.self) { group in
        for client in 0..<4 {
          group.addTask {
            // A connection of its own each, as separate programs have.
            let own = Database(town.database.conninfo)
            let engine = Engine(own, isPrivate: true)
            while !ledger.isServerDead { await Self.report(engine, ledger, client) }
            await own.close()
          }
        }
        for await _ in reached { break }
        ledger.serverDies()
        Self.kill(cluster)
        try await group.waitForAll()
      }
      // A signal takes its time, and until then the dying one looks alive.
      while cluster.status().isRunning { try await Task.sleep(for: .milliseconds(5)) }
      try await cluster.start()
    }

    private static func report(_ engine: Engine, _ ledger: Ledger, _ client: Int) async {
      let key = UUID()
      let login = client.isMultiple(of: 2) ? Town.warden : Town.police
      let caller = Caller(identity: .login(login), municipality: Town.code, key: key)
      do {
        let added = try await engine.run(caller) { desk in
          try desk.addIncident(
            IncomingReport(
              category: CategoryCode(main: "vandalism"), from: desk.now.advanced(minutes: -60)))
        }
        ledger.write(key, login, .acknowledged(added.number ?? ""))
      } catch UseCaseError.store(.outcomeUnknown) {
        ledger.write(key, login, .unknown)
      } catch {
        ledger.write(key, login, .failed("\(error)"))
      }
    }

    /// The postmaster is held, so that it makes no new ones, and dies with all that it has made.
    private static func kill(_ cluster: LocalCluster) {
      guard let postmaster = cluster.status().serverProcess else { return }
      Glibc.kill(postmaster, SIGSTOP)
      for process in children(of: postmaster) + [postmaster] { Glibc.kill(process, SIGKILL) }
    }

    private static func children(of parent: pid_t) -> [pid_t] {
      let names = (try? FileManager.default.contentsOfDirectory(atPath: "/proc")) ?? []
      return names.compactMap { pid_t($0) }.filter { process in
        guard let text = try? String(contentsOfFile: "/proc/\(process)/stat", encoding: .utf8),
          let end = text.lastIndex(of: ")")
        else { return false }
        // After the name: state and parent.
        return text[end...].split(separator: " ").dropFirst(2).first.flatMap { pid_t($0) } == parent
      }
    }

    /// What the clients were told holds, and what they do not know they say again.
    private func settleAccounts(_ town: Town, _ ledger: Ledger, _ round: Int) async throws {
      let stored = try await Self.numbers(town)
      let entries = ledger.entries
      for (key, entry) in entries {
        switch entry.answer {
        case .acknowledged(let number):
          #expect(
            stored[key] == [number], "round \(round): \(number) was acknowledged, EST_SEED=\(Seed.current)")
        case .unknown: #expect((stored[key] ?? []).count <= 1)
        // What is said to have failed has left nothing.
        case .failed(let error): #expect(stored[key] == nil, "round \(round): \(error)")
        }
      }
      for (key, entry) in entries {
        if case .acknowledged = entry.answer { continue }
        let added = try await town.report(as: entry.login, key: key)
        if case .unknown = entry.answer {
          #expect(added.isRepeated == (stored[key] != nil))
        } else {
          #expect(!added.isRepeated)
        }
        ledger.repeated(key, number: added.number ?? "")
      }
      let after = try await Self.numbers(town)
      #expect(after.count == entries.count && after.values.allSatisfy { $0.count == 1 })
      let numbers = after.values.flatMap { $0 }
      #expect(Set(numbers).count == numbers.count)
    }

    /// The numbers of the reports under each key.
    private static func numbers(_ town: Town) async throws -> [UUID: [String]] {
      let rows = try await town.database.transaction { session in
        try session.rows(
          "select i.id, k.number from est.incident i join est.incident_key k using (municipality, id)"
        ) {
          (try $0.get("id", as: UUID.self), try $0.get("number", as: String.self))
        }
      }
      return Dictionary(grouping: rows, by: \.0).mapValues { $0.map(\.1) }
    }
  }
}

/// What the clients said, and what they were told.
private final class Ledger: Sendable {
  enum Answer: Sendable {
    case acknowledged(String)
    case unknown
    case failed(String)
  }

  struct Entry: Sendable {
    let login: String
    var answer: Answer
  }

  private struct State {
    var entries: [UUID: Entry] = [:]
    var left = 0
    var isDead = false
    var reached: @Sendable () -> Void = {}
    var unknown = 0
    var failed = 0
  }

  private let state = Mutex(State())

  var entries: [UUID: Entry] { state.withLock(\.entries) }
  var isServerDead: Bool { state.withLock(\.isDead) }
  var totals: (acknowledged: Int, unknown: Int, failed: Int) {
    state.withLock { ($0.entries.count - $0.unknown - $0.failed, $0.unknown, $0.failed) }
  }

  func begin(_ enough: Int, _ reached: @escaping @Sendable () -> Void) {
    state.withLock { state in
      state.left = enough
      state.isDead = false
      state.reached = reached
    }
  }

  func serverDies() { state.withLock { $0.isDead = true } }

  func write(_ key: UUID, _ login: String, _ answer: Answer) {
    state.withLock { state in
      state.entries[key] = Entry(login: login, answer: answer)
      switch answer {
      case .acknowledged:
        state.left -= 1
        if state.left == 0 { state.reached() }
      case .unknown: state.unknown += 1
      case .failed: state.failed += 1
      }
    }
  }

  func repeated(_ key: UUID, number: String) {
    state.withLock { $0.entries[key]?.answer = .acknowledged(number) }
  }
}
