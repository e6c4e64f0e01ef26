import EST
import Foundation
import Persistence
import Synchronization
import TestSupport
import Testing

@testable import Workflow

/// Mail through a real msmtp to a server that answers at random, from workers that are killed and frozen meanwhile.
@Suite(.enabled(if: Sender.program != nil, "msmtp is not installed")) struct TenThousandMailsTests {
  @Test(.timeLimit(.minutes(60))) func eachIsDeliveredOrDeadAndOnRecord() async throws {
    let count = Seed.full ? 10_000 : 240
    let kills = Seed.full ? 12 : 3
    try await PostOffice.run { office in
      var random = Seed.generator(1_010)
      let moments = Set((0..<kills).map { _ in Int.random(in: 1...count * 3 / 4, using: &random) })
      let sender = Mutex<Sender?>(nil)
      let killed = Mutex(0)
      // The worker dies after the mail has been taken, and before it is told so.
      let sink = try MailSink(seed: random.next()) { number in
        guard moments.contains(number), sender.withLock({ $0 })?.signal(SIGKILL) == true else { return }
        killed.withLock { $0 += 1 }
      }
      defer { sink.stop() }
      let worker = try Sender(
        conninfo: office.database.conninfo, home: office.home, port: sink.port)
      sender.withLock { $0 = worker }
      let asked = try await office.ask(count, by: Sender.program!)
      let began = ContinuousClock.now
      var rounds = 0
      while try await office.waiting() > 0 {
        try #require(rounds < 200, "the outbox does not come to rest")
        rounds += 1
        // Two that race, now and then.
        let isRace = rounds % 3 == 0
        async let other = isRace ? worker.run() : nil
        let ended = try await [worker.run(), other].compactMap(\.self)
        try #require(ended.allSatisfy { $0.isKilled || $0.status == .exited(0) }, "\(ended.map(\.said))")
        // What a dead one had is another's when its claim has run out, with all back-offs behind it.
        if !ended.contains(where: \.isKilled) { try await office.advance(minutes: 361) }
      }
      let took = ContinuousClock.now - began
      try await check(office, sink.record.withLock { $0 }, asked, killed.withLock { $0 }, rounds, took)
    }
  }

  private func check(
    _ office: PostOffice, _ sink: MailSink.Record, _ asked: Set<String>, _ killed: Int, _ rounds: Int,
    _ took: Duration
  ) async throws {
    let rows = try await office.rows()
    let ids = rows.map(\.messageID)
    #expect(Set(ids).count == rows.count && asked.isSubset(of: ids))
    let delivered = rows.filter { $0.state == .delivered }
    let dead = rows.filter(\.state.isDead)
    #expect(delivered.count + dead.count == rows.count)

    // Every attempt is on record, and each mail is logged as delivered once or never.
    #expect(rows.allSatisfy { $0.outcomes.count == $0.attempts })
    #expect(
      delivered.allSatisfy { row in
        row.outcomes.count { $0 == "delivered" } == 1 && row.outcomes.last == "delivered"
      })
    #expect(dead.allSatisfy { !$0.outcomes.contains("delivered") && $0.outcomes.last == "permanent-failure" })

    // Each delivered mail has arrived, none that is dead has, and nothing else came.
    #expect(delivered.allSatisfy { sink.taken[$0.messageID] != nil })
    #expect(dead.allSatisfy { sink.taken[$0.messageID] == nil })
    #expect(Set(sink.taken.keys) == Set(delivered.map(\.messageID)))
    // A mail that came again is the same one, byte for byte.
    let doubles = sink.taken.filter { $0.value.count > 1 }
    #expect(doubles.values.allSatisfy { Set($0).count == 1 })
    #expect(killed > 0 && doubles.count >= killed)
    // A dead letter is told of once, and so by one mail more at most.
    let told = try await office.failuresTold()
    #expect(told == (dead.contains { asked.contains($0.messageID) } ? 1 : 0))
    #expect(rows.count { $0.messageID.contains(".delivery-failed.") } == told)

    let outcomes = rows.flatMap(\.outcomes).reduce(into: [:]) { $0[$1, default: 0] += 1 }
    print(
      """
      outbox: \(rows.count) mails in \(took), \(rounds) rounds, \(killed) workers killed: \
      \(delivered.count) delivered, \(dead.count) dead letters, \(rows.reduce(0) { $0 + $1.attempts }) attempts \
      \(outcomes.sorted { $0.key < $1.key }.map { "\($0.key) \($0.value)" })
      sink: \(sink.answers.sorted { $0.key.rawValue < $1.key.rawValue }.map { "\($0.key.rawValue) \($0.value)" }), \
      door shut \(sink.shut) times; \(doubles.count) mails came more than once, each the same
      """)
  }

  /// Stopped with mails in hand until another has taken them over, and woken: what it says is not heard.
  @Test(.timeLimit(.minutes(30))) func aFrozenWorkerIsFencedOff() async throws {
    try await PostOffice.run { office in
      let (frozen, freezing) = AsyncStream.makeStream(of: Void.self)
      let sender = Mutex<Sender?>(nil)
      let shares = MailSink.Shares(
        acceptedButHungUp: 0, laterAtRecipient: 0, laterAfterData: 0, refused: 0, silent: 0)
      let sink = try MailSink(seed: 1, shares: shares) { number in
        guard number == 5 else { return }
        sender.withLock { $0 }?.signal(SIGSTOP)
        freezing.yield()
      }
      defer { sink.stop() }
      let first = try Sender(conninfo: office.database.conninfo, home: office.home, port: sink.port)
      sender.withLock { $0 = first }
      let asked = try await office.ask(30, by: Sender.program!)
      async let waking = first.run()
      for await _ in frozen { break }
      try await office.advance(minutes: Engine.claimMinutes + 1)
      let second = try Sender(conninfo: office.database.conninfo, home: office.home, port: sink.port)
      while try await office.waiting() > 0 {
        let round = try await second.run()
        try #require(round.status == .exited(0), "\(round.said)")
        try await office.advance(minutes: 361)
      }
      let before = try await office.rows()
      first.signal(SIGCONT)
      let woken = try await waking
      // Frozen within a transaction it has lost that, and says that the database is unavailable.
      let superseded = woken.count("superseded")
      #expect(
        woken.status == .exited(0)
          ? (1...Engine.deliveriesAtOnce).contains(superseded) : woken.status == .exited(69),
        "\(woken.status) \(woken.said)")
      let after = try await office.rows()
      #expect(
        after.map(\.outcomes) == before.map(\.outcomes) && after.map(\.attempts) == before.map(\.attempts))
      #expect(after.allSatisfy { $0.state == .delivered } && after.count >= asked.count)
      #expect(after.count { $0.outcomes.first == "unknown" } >= superseded)
      let taken = sink.record.withLock { $0.taken }
      #expect(
        Set(taken.keys) == Set(after.map(\.messageID)) && taken.values.allSatisfy { Set($0).count == 1 })
    }
  }
}
