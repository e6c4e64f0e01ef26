import EST
import Foundation
import Persistence
import Postgres
import TestSupport
import Testing

@testable import Workflow

/// What happens to what leaves the database: tried, put off, given up, asked for again, and taken over.
@Suite struct DeliveryTests {
  private static let busy = Mailer.Ending.exited(69, said: "msmtp: server message: 451 4.3.0 sen")
  private static let unknown = Mailer.Ending.exited(65, said: "msmtp: server message: 550 5.1.1 nej")

  @Test func manyAreAskedForInOneStatementAndOnce() async throws {
    try await World.run { world in
      let ids = try await world.post(250)
      let again = try await world.post(250)
      #expect(Set(ids).isDisjoint(with: again))
      let lines = try await world.speak { desk in try desk.outbox.lines(of: World.code, limit: 1_000) }
      #expect(Set(lines.map(\.id)) == Set(ids))
      #expect(lines.allSatisfy { $0.state == .created && $0.attempts == 0 && $0.recipient == "2480_bostad" })
    }
  }

  @Test func eachIsDeliveredOnceByTwoWorkersThatRace() async throws {
    try await World.run { world in
      try await world.post(60)
      try await world.clock(World.beforeMeeting)
      let post = Post()
      async let one = world.engine.deliverDue(post.mailer, atOnce: 4)
      async let other = world.engine.deliverDue(post.mailer, atOnce: 4)
      let (a, b) = try await (one, other)
      #expect(a.delivered + b.delivered == 60 && a.total + b.total == 60)
      let ids = await post.messageIDs
      #expect(ids.count == 60 && Set(ids).count == 60)
      let most = await post.most
      #expect(most <= 8)
      #expect(try await world.engine.deliverDue(post.mailer) == Deliveries())
    }
  }

  /// A temporary failure waits; the attempts have the same Message-ID and bytes, and all are on record.
  @Test func whatFailsIsTriedAgainLater() async throws {
    try await World.run { world in
      let id = try await world.post(1)[0]
      try await world.clock(World.beforeMeeting)
      let post = Post([Self.busy, .timedOut])
      let first = try await world.engine.deliverDue(post.mailer)
      #expect(first.postponed == 1 && first.total == 1)
      let waiting = try await world.line(id)
      #expect(waiting.state == .temporaryFailure && waiting.failure?.reply == "451 4.3.0")
      let wait = waiting.nextAttempt!.seconds - World.beforeMeeting.seconds
      #expect((60...130).contains(wait), "\(wait)")
      #expect(try await world.engine.deliverDue(post.mailer) == Deliveries())
      try await world.advance(minutes: 3)
      #expect(try await world.engine.deliverDue(post.mailer).postponed == 1)
      try await world.advance(minutes: 5)
      #expect(try await world.engine.deliverDue(post.mailer).delivered == 1)
      let sources = await post.sources
      #expect(sources.count == 3 && Set(sources).count == 1)
      let attempts = try await world.attempts(id)
      #expect(attempts.map(\.number) == [1, 2, 3])
      #expect(attempts.map(\.outcome) == ["temporary-failure", "temporary-failure", "delivered"])
      #expect(attempts.map { $0.failure?.cause } == [.reply, .timeOut, nil])
      #expect(attempts.allSatisfy { $0.startedAt <= $0.endedAt })
      let done = try await world.line(id)
      #expect(done.state == .delivered && done.attempts == 3 && done.nextAttempt == nil)
    }
  }

  @Test func aRefusalIsFinalToldOnceAndRunAgainByWhoAsks() async throws {
    try await World.run { world in
      let id = try await world.post(1)[0]
      try await world.clock(World.beforeMeeting)
      let post = Post([Self.unknown, Self.unknown])
      #expect(try await world.engine.deliverDue(post.mailer).failed == 1)
      let dead = try await world.line(id)
      #expect(dead.state == .permanentFailure && dead.nextAttempt == nil)
      #expect(dead.failure == DeliveryFailure(.reply, reply: "550 5.1.1", said: "nej"))
      #expect(try await world.told(.deliveryFailed) == ["2480_bada", "2480_samordnare", "2480_samordnare2"])
      let asked = try await world.speak { desk in try desk.retryOutbox(nil) }
      #expect(asked == 1)
      #expect(try await world.engine.deliverDue(post.mailer).failed == 1)
      // The same transition is told of once, whatever is tried.
      #expect(try await world.told(.deliveryFailed).count == 3)
      #expect(try await world.speak { desk in try desk.retryOutbox(id) } == 1)
      #expect(try await world.engine.deliverDue(post.mailer).delivered == 1)
      #expect(try await world.speak { desk in try desk.retryOutbox(id) } == 0)
      #expect(try await world.attempts(id).map(\.number) == [1, 2, 3])
      let ids = await post.messageIDs
      #expect(ids.count == 3 && Set(ids).count == 1)
      let log = try await world.database.transaction { session in
        try session.rows(
          """
          select r.after_attempt, p.login from est.outbox_retry r join est.participant p on p.id = r.participant_id
          order by r.after_attempt
          """
        ) { "\(try $0.get("after_attempt", as: Int.self)) \(try $0.get("login", as: String.self))" }
      }
      #expect(log == ["1 2480_samordnare", "2 2480_samordnare"])
      #expect(
        try await world.refusal { desk in
          try desk.retryOutbox(UUID(uuidString: "0a000000-0000-7000-8000-000000000000")!)
        }?
        .hasPrefix("no outbox 0a000000") == true)
      #expect(try await world.refusal(as: "bostad") { desk in try desk.retryOutbox(nil) } == "notAllowed")
    }
  }

  @Test func afterTheLastAttemptItIsADeadLetter() async throws {
    try await World.run { world in
      let id = try await world.post(1)[0]
      try await world.clock(World.beforeMeeting)
      let post = Post(then: Self.busy)
      for attempt in 1...BackOff.standard.attempts {
        let done = try await world.engine.deliverDue(post.mailer)
        #expect(done.total == 1 && (done.failed == 1) == (attempt == 12), "\(attempt): \(done)")
        try await world.advance(minutes: 361)
      }
      #expect(try await world.engine.deliverDue(post.mailer) == Deliveries())
      #expect(try await world.line(id).state == .permanentFailure)
      #expect(try await world.told(.deliveryFailed).count == 3)
      // Asked for again it has all its attempts before it.
      _ = try await world.speak { desk in try desk.retryOutbox(nil) }
      #expect(try await world.engine.deliverDue(post.mailer).postponed == 1)
      #expect(try await world.line(id).attempts == 13)
    }
  }

  /// A worker frozen past its claim: another takes the item over, and what the first one says is not heard.
  @Test func aWorkerThatComesBackIsFencedOff() async throws {
    try await World.run { world in
      let id = try await world.post(1)[0]
      try await world.clock(World.beforeMeeting)
      let frozen = try await world.engine.claimDue(limit: 8)
      #expect(frozen.map(\.attempt) == [1])
      #expect(try await world.engine.claimDue(limit: 8).isEmpty)
      try await world.advance(minutes: Engine.claimMinutes + 1)
      let taken = try await world.engine.claimDue(limit: 8)
      #expect(taken.map(\.attempt) == [2] && taken[0].key == frozen[0].key)
      // The first one wakes while the second is at it, and again when all is over.
      let refusing = Post(then: Self.unknown)
      #expect(try await world.engine.carryOut(frozen[0], refusing.mailer) == nil)
      #expect(try await world.line(id).state == .sending)
      let post = Post()
      #expect(try await world.engine.carryOut(taken[0], post.mailer) == .delivered)
      #expect(try await world.engine.carryOut(frozen[0], refusing.mailer) == nil)
      #expect(try await world.engine.carryOut(taken[0], refusing.mailer) == nil)
      #expect(try await world.attempts(id).map(\.outcome) == ["unknown", "delivered"])
      #expect(try await world.attempts(id).first?.failure?.cause == .workerGone)
      #expect(try await world.line(id).state == .delivered)
      #expect(try await world.told(.deliveryFailed).isEmpty)
      let (a, b) = (await post.messageIDs, await refusing.messageIDs)
      #expect(Set(a + b).count == 1)
    }
  }

  @Test func anItemThatKillsItsWorkersIsGivenUp() async throws {
    try await World.run { world in
      let id = try await world.post(1)[0]
      try await world.clock(World.beforeMeeting)
      for attempt in 1...BackOff.standard.attempts {
        #expect(try await world.engine.claimDue(limit: 1).map(\.attempt) == [attempt])
        try await world.advance(minutes: Engine.claimMinutes + 1)
      }
      #expect(try await world.engine.claimDue(limit: 1).isEmpty)
      let line = try await world.line(id)
      #expect(line.state == .technicalFailure && line.failure?.cause == .workerGone)
      #expect(try await world.attempts(id).count == 12)
      // The mail may have left each time: nobody is told that it has not.
      #expect(try await world.told(.deliveryUnknown).count == 3)
      #expect(try await world.told(.deliveryFailed).isEmpty)
    }
  }

  @Test func mailWaitsForTheEndOfTheQuietHours() async throws {
    try await World.run { world in
      let evening = instant("2026-11-24T21:10:00+01:00")
      let id = try await world.post(1, at: evening)[0]
      try await world.speak(as: "administrator") { desk in
        _ = try desk.set(.quietHours, to: "21:00-06:30")
        _ = try desk.set(.exportFolder, to: "/proc/est")
      }
      try await world.speak { desk in try desk.requestExport(of: try desk.week()) }
      try await world.clock(evening)
      let post = Post()
      let night = try await world.engine.deliverDue(post.mailer)
      // The files are tried at any hour, here in vain.
      #expect(night.postponed == 3 && night.total == 3)
      let line = try await world.line(id)
      #expect(line.state == .created && line.attempts == 0)
      #expect(line.nextAttempt == instant("2026-11-25T06:30:00+01:00"))
      try await world.clock(instant("2026-11-25T06:29:00+01:00"))
      #expect(try await world.engine.deliverDue(post.mailer).delivered == 0)
      try await world.clock(instant("2026-11-25T06:30:01+01:00"))
      #expect(try await world.engine.deliverDue(post.mailer).delivered == 1)
    }
  }

  @Test(
    arguments: [
      (nil, ["2480_bada", "2480_samordnare", "2480_samordnare2"]),
      ("administrator", ["2480_administrator"]), ("none", []),
      ("administrator,2480_rapportor", ["2480_administrator", "2480_rapportor"]),
      ("coordinator,2480_bada", ["2480_bada", "2480_samordnare", "2480_samordnare2"]),
    ] as [(String?, [String])])
  func failuresAreToldToThoseWhomTheSettingNames(_ setting: String?, _ logins: [String]) async throws {
    try await World.run { world in
      if let setting {
        try await world.speak(as: "administrator") { desk in _ = try desk.set(.failureNotices, to: setting) }
      }
      try await world.post(1)
      try await world.clock(World.beforeMeeting)
      #expect(try await world.engine.deliverDue(Post([Self.unknown]).mailer).failed == 1)
      #expect(try await world.told(.deliveryFailed) == logins)
    }
  }

  /// The mail that tells of a failure goes out as any other, and nobody is told of its own failure.
  @Test func aFailureIsMailedOnceAndItsOwnFailureIsNotTold() async throws {
    try await World.run { world in
      try await world.post(3)
      try await TestDatabase.administer(world.database) { session in
        try session.execute(
          """
          insert into est.participant_address (municipality, participant_id, address)
          select municipality, id, 'samordning@example.org' from est.participant where login = '2480_samordnare'
          """)
        // All three of one transition.
        try session.script("alter table est.outbox disable trigger user")
        try session.execute(
          "update est.outbox set payload = payload || '{\"revision\": \"2\"}'")
        try session.script("alter table est.outbox enable trigger user")
      }
      try await world.clock(World.beforeMeeting)
      let post = Post(then: Self.unknown)
      #expect(try await world.engine.deliverDue(post.mailer).failed == 4)
      let told = await post.sources.filter { $0.contains("samordning@example.org") }
      #expect(told.count == 1 && told[0].contains(".2.delivery-failed."))
      #expect(try await world.told(.deliveryFailed).count == 3)
    }
  }

  @Test func theListIsInTheOrderInWhichItIsReadAndTheCountsAreRight() async throws {
    try await World.run { world in
      let ids = try await world.post(4)
      try await world.clock(World.beforeMeeting)
      for answer in [Self.busy, Self.unknown, .exited(0, said: "")] {
        _ = try await world.engine.deliverNext(Post([answer]).mailer)
      }
      let (lines, failed, counts) = try await world.speak { desk in
        (
          try desk.outbox.lines(of: World.code), try desk.outbox.lines(of: World.code, isFailedOnly: true),
          try desk.outbox.counts(of: World.code)
        )
      }
      #expect(lines.map(\.state) == [.permanentFailure, .created, .temporaryFailure, .delivered])
      #expect(failed.map(\.id) == lines.prefix(1).map(\.id) && Set(lines.map(\.id)) == Set(ids))
      #expect(counts == OutboxCounts(waiting: 2, failed: 1))
    }
  }
}
