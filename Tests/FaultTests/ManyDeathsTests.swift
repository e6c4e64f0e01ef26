import EST
import Foundation
import Glibc
import Subprocess
import Synchronization
import TestSupport
import Testing
import Workflow

extension Faults {
  /// Weeks of reports, meetings and deadlines, in which the worker hardly ever lives long.
  @Suite struct ManyDeathsTests {
    @Test(.timeLimit(.minutes(60))) func everyWeekIsConcludedAsIfNobodyHadDied() async throws {
      try await Town.at(.plan) { town in
        let hunt = Hunt(kills: Seed.full ? 1_000 : 20, longestLife: 100)
        let proxy = try WireProxy(town.database.conninfo, hunt.judge)
        defer { proxy.stop() }
        let began = ContinuousClock.now
        let succession = Succession(["DATABASE_URL": proxy.conninfo])
        var weeks = Weeks(town, hunt)
        do {
          try await weeks.settle()
          while !hunt.isOver || weeks.labels.count < 2 {
            try #require(weeks.labels.count < 100, "\(hunt.kills) kills in a hundred weeks")
            try await weeks.live()
          }
        } catch {
          await succession.end()
          throw error
        }
        await succession.end()
        try await town.untilNoWorkerIsHeard()
        try await town.finish()
        // What a worker was about to send each time that it was killed has been given up in the end, and waits to be asked
        // for again.
        let dead = try await town.speak { desk in try desk.retryOutbox(nil) }
        if dead > 0 { try await town.finish() }
        try await weeks.check()
        let told = try await town.count("select count(*) from est.notice where kind like 'delivery-%'")
        #expect((told > 0) == (dead > 0))
        print(
          """
          \(weeks.labels.count) weeks under load, \(weeks.acknowledged.count) reports: \(hunt.kills) workers killed at \
          random statements, \(dead) dead letters asked for again, in \(ContinuousClock.now - began)
          """)
      }
    }
  }
}

/// Kills each program after so many statements of its life, which chance decides, until enough have died.
private final class Hunt: Sendable {
  private struct State {
    var random = Seed.generator(1_001)
    /// How many ends of statements each living program has left.
    var left: [pid_t: Int] = [:]
    var kills = 0
    /// How many there may have been by now.
    var allowed = 0
  }

  private let wanted: Int
  private let longestLife: Int
  private let state = Mutex(State())

  init(kills: Int, longestLife: Int) {
    wanted = kills
    self.longestLife = longestLife
  }

  var kills: Int { state.withLock(\.kills) }
  var isOver: Bool { kills >= wanted }

  /// Lets so many more be killed: they are spread over the weeks.
  func allow(_ more: Int) { state.withLock { $0.allowed = min(wanted, $0.allowed + more) } }

  func judge(_ message: Passing, _ line: WireProxy.Line) -> Verdict {
    state.withLock { state in
      guard state.kills < state.allowed || state.left[line.program] == 0 else { return .pass }
      let left =
        state.left[line.program] ?? Int.random(in: 1...longestLife * 2, using: &state.random)
      guard left > 1 else {
        if left == 1 { state.kills += 1 }
        state.left[line.program] = 0
        return left == 1 ? .signal(SIGKILL, afterIt: state.kills.isMultiple(of: 2)) : .cut(afterIt: false)
      }
      state.left[line.program] = left - 1
      return .pass
    }
  }
}

/// One worker after the other: where one dies the next begins.
private actor Succession {
  private let variables: [String: String]
  private var worker: WorkerProcess?
  private var isEnding = false
  private var living: Task<Void, any Error>?

  init(_ variables: [String: String]) {
    self.variables = variables
    Task { await begin() }
  }

  private func begin() {
    guard living == nil else { return }
    living = Task {
      while !isEnding {
        let worker = WorkerProcess(variables)
        self.worker = worker
        _ = try await worker.ending()
      }
    }
  }

  func end() async {
    begin()
    isEnding = true
    _ = try? await worker?.end(.kill)
    _ = await living?.result
  }
}

/// What the participants do, week after week.
private struct Weeks {
  private let town: Town
  private let hunt: Hunt
  private(set) var labels: [String] = []
  /// The numbers of the reports that somebody was told are saved.
  private(set) var acknowledged: [String] = []

  init(_ town: Town, _ hunt: Hunt) {
    self.town = town
    self.hunt = hunt
  }

  /// From the Tuesday on which the week before was met about.
  mutating func live() async throws {
    let weeks = Int64(labels.count)
    func at(_ text: String) -> Instant {
      Instant(microseconds: Instant(rfc3339: text)!.microseconds + weeks * 7 * 86_400_000_000)
    }
    func go(to time: String) async throws {
      hunt.allow(Seed.full ? 8 : 2)
      try await town.setClock(at(time))
    }
    let label = try #require(ISOWeek("2026-W47").map { ISOWeek(containing: $0.start + 7 * labels.count) })
      .description
    labels.append(label)

    // The participants do not wait for the worker.
    try await go(to: "2026-11-18T22:00:00Z")
    try await report()
    try await settle()
    try await go(to: "2026-11-20T23:00:00Z")
    try await report()
    try await report()
    for time in ["2026-11-22T11:30:00Z", "2026-11-23T08:30:00Z", "2026-11-23T11:30:00Z"] {
      try await go(to: time)
      try await settle()
    }
    let numbers = Array(acknowledged.suffix(3))
    try await say { desk in _ = try desk.review(numbers, accept: true) }
    try await go(to: "2026-11-24T07:30:00Z")
    try await settle()
    try await say { desk in
      let cycle = try desk.cycle(labelled: label, of: try desk.group())
      _ = try desk.startMeeting(cycle)
    }
    try await say { desk in
      let cycle = try desk.cycle(labelled: label, of: try desk.group())
      _ = try desk.decide("Rondering på kvällarna.", in: cycle)
      _ = try desk.adopt(in: cycle)
    }
    try await say { desk in _ = try desk.conclude(try desk.cycle(labelled: label, of: try desk.group())) }
    try await settle()
  }

  private mutating func report() async throws {
    let key = UUID()
    let added = try await insisting { try await town.report(key: key) }
    acknowledged.append(try #require(added.number))
  }

  private func say(_ body: @escaping @Sendable (Desk) throws -> Void) async throws {
    let key = UUID()
    try await insisting { try await town.speak(as: Town.coordinator, key: key, body) }
  }

  /// Says the same again under the same key where a worker was before.
  private func insisting<T>(_ body: () async throws -> T) async throws -> T {
    for _ in 0..<20 {
      do {
        return try await body()
      } catch UseCaseError.store(.conflict) {
        continue
      }
    }
    return try await body()
  }

  /// Until nothing is due: timers, what is to leave, and the coming periods. A week here takes seconds, and the lease of a
  /// planner that has died holds up the next one for fifteen.
  func settle() async throws {
    try await town.until(
      """
      select not exists (select from est.timer where due <= est.clock())
        and not exists (select from est.outbox
          where state in ('created', 'sending', 'temporary-failure') and next_attempt <= est.clock())
        and exists (select from est.cycle where opens_at > est.clock() + interval '14 days')
      """, within: .seconds(120), "the workers do not do what is due")
  }

  func check() async throws {
    let events = try await town.database.transaction { session in
      try session.rows(
        """
        select c.label, string_agg(l.event, ' ' order by l.revision) as events
        from est.transition_log l join est.cycle c on (c.municipality, c.id) = (l.municipality, l.instance_id)
        where l.event <> 'plan' group by c.label
        """
      ) { (try $0.get("label", as: String.self), try $0.get("events", as: String.self)) }
    }
    let byLabel = Dictionary(uniqueKeysWithValues: events)
    for label in labels {
      #expect(
        byLabel[label] == "open remind remind closeCollection compile startMeeting adopt conclude",
        "\(label), EST_SEED=\(Seed.current)")
    }
    // Each is told once, and reminded are only those who have not answered.
    let told = try await town.database.transaction { session in
      try session.rows(
        """
        select concat_ws(' ', c.label, n.kind, p.login) as line, count(*)::int as times
        from est.notice n join est.cycle c on (c.municipality, c.id) = (n.municipality, n.instance_id)
          join est.participant p on (p.municipality, p.id) = (n.municipality, n.participant_id)
        group by 1
        """
      ) { (try $0.get("line", as: String.self), try $0.get("times", as: Int.self)) }
    }
    let times = Dictionary(uniqueKeysWithValues: told)
    for label in labels {
      for login in [Town.police, Town.warden] {
        #expect(times["\(label) period-open \(login)"] == 1, "\(label) \(login)")
        #expect(times["\(label) feedback \(login)"] == 1, "\(label) \(login)")
      }
      #expect(times["\(label) reports-missing \(Town.police)"] == 2, "\(label)")
      #expect(times["\(label) reports-missing \(Town.warden)"] == nil, "\(label)")
      #expect(times["\(label) collection-closed \(Town.coordinator)"] == 1, "\(label)")
      for login in [Town.police, Town.parks, Town.coordinator] {
        #expect(times["\(label) picture-ready \(login)"] == 1, "\(label) \(login)")
      }
    }
    #expect(times.keys.allSatisfy { !$0.contains("timer-refused") })
    let numbers = try await town.database.transaction { session in
      try session.rows("select number from est.incident_key") { try $0.get("number", as: String.self) }
    }
    #expect(numbers.sorted() == acknowledged.sorted() && Set(numbers).count == numbers.count)
    let undelivered = try await town.count(
      """
      select count(*) from est.outbox o where state <> 'delivered' or 1 <> (
        select count(*) from est.outbox_attempt a
        where (a.municipality, a.outbox_id, a.outcome) = (o.municipality, o.id, 'delivered'))
      """)
    #expect(undelivered == 0)
    try await town.checkWholeness("EST_SEED=\(Seed.current)")
  }
}
