import EST
import Foundation
import Language
import Persistence
import Postgres
import TestSupport
import Testing

@testable import Workflow

/// What one municipality lets another see, tried as the logins of both.
@Suite struct ShareTests {
  /// A transaction of the superuser's, who becomes one login after the other; nothing of it stays.
  private static func between<T: Sendable>(_ body: @escaping @Sendable (Session) throws -> T) async throws
    -> T
  {
    let town = try await RightsTown.shared()
    let superuser = Database(try town.cluster.conninfo(user: "postgres"))
    let result: Result<T, any Error>
    do {
      result = .success(try await superuser.rollingBack { try body($0) })
    } catch {
      result = .failure(error)
    }
    await superuser.close()
    return try result.get()
  }

  @discardableResult
  private static func speak<T>(_ session: Session, as login: String, _ body: () throws -> T) throws -> T {
    try session.execute("set local session authorization \(identifier: login)")
    let result = try body()
    try session.execute("reset session authorization")
    return result
  }

  /// The name of the rule that refuses a statement.
  private static func refusal(_ session: Session, as login: String, _ statement: SQL) throws -> String? {
    do {
      try session.savepoint { session in
        try session.execute("set local session authorization \(identifier: login)")
        try session.execute(statement)
      }
      return nil
    } catch let error as PostgresError {
      guard case .server(let server) = error.kind else { throw error }
      return server.constraintName ?? "\(server.sqlState) \(server.message)"
    }
  }

  /// - Parameters:
  ///   - whose: the municipality that the row says it is of.
  private static func offer(_ version: Int, of whose: String = "2480", to receiver: String = "2481") -> SQL {
    """
    insert into est.share (municipality, id, number, group_id, kind, cycle_id, period, version, to_municipality,
      content, ground, until, offered_at, offered_by)
    select \(whose), gen_random_uuid(), \("prov-\(version)"), c.group_id, 'picture', p.cycle_id, '', \(version), \(receiver),
      'annat', 'gemensamt lokalpolisområde', est.clock() + interval '2 days', now(), me.id
    from est.participant me
    join est.picture p on p.municipality = me.municipality and p.version = \(version)
    join est.cycle c on (c.municipality, c.id) = (p.municipality, p.cycle_id)
    where me.login = est.speaker()
    """
  }

  private static func seen(_ session: Session, as login: String, _ table: String) throws -> Int {
    Int(
      try speak(session, as: login) {
        try session.one(
          "select count(*) from \(SQL(raw: table)) where municipality = '2480'", as: Int64.self)
      })
  }

  @Test func theReceiverSeesThatAndNothingElseWhileItLasts() async throws {
    try await Self.between { session in
      try Self.speak(session, as: "2480_samordnare") { try session.execute(Self.offer(99)) }
      let receiver = "2481_samordnare"
      #expect(try Self.seen(session, as: receiver, "est.share") == 1)
      for table in ["est.picture", "est.incident", "est.cycle", "est.participant", "est.problem"] {
        #expect(try Self.seen(session, as: receiver, table) == 0, "\(table)")
      }
      // What it says is the picture's, whatever the sender typed.
      let same: Bool = try session.one(
        """
        select bool_and(s.content = p.content and s.period = c.label) from est.share s
        join est.picture p on (p.municipality, p.cycle_id, p.version) = (s.municipality, s.cycle_id, s.version)
        join est.cycle c on (c.municipality, c.id) = (s.municipality, s.cycle_id)
        where s.to_municipality = '2481'
        """)
      #expect(same)
      for change in [
        "update est.share set ground = 'annat' where municipality = '2480'",
        "update est.share set until = until + interval '1 year' where municipality = '2480'",
        "update est.share set withdrawn_by = offered_by where municipality = '2480'",
      ] as [SQL] {
        // Not a row of it is theirs to change.
        let changed = try Self.speak(session, as: receiver) { try session.execute(change) }
        #expect(changed == 0, "\(change)")
      }
      #expect(
        try Self.refusal(session, as: receiver, "delete from est.share")?.hasPrefix("42501") == true)
      // Nobody of a company, and nobody of a third place.
      for login in ["2481_bostad", "2480_bostad", "2481_rapportor", "2481_worker"] {
        #expect(
          try Self.refusal(session, as: login, "select from est.share")?.hasPrefix("42501") == true,
          "\(login)")
      }
      #expect(try Self.seen(session, as: "2480_frammande", "est.export_made") == 0)

      let last: Instant = try session.one("select until from est.share where to_municipality = '2481'")
      try ClockStore(session).pretend(last.advanced(minutes: -1))
      #expect(try Self.seen(session, as: receiver, "est.share") == 1)
      try ClockStore(session).pretend(last)
      #expect(try Self.seen(session, as: receiver, "est.share") == 0)
    }
  }

  @Test func withdrawnItIsGoneAtOnce() async throws {
    try await Self.between { session in
      try Self.speak(session, as: "2480_samordnare") { try session.execute(Self.offer(99)) }
      #expect(try Self.seen(session, as: "2481_samordnare", "est.share") == 1)
      for change in [
        "update est.share set ground = 'annat' where to_municipality = '2481'",
        "update est.share set to_municipality = '2482' where to_municipality = '2481'",
      ] as [SQL] {
        #expect(try Self.refusal(session, as: "2480_samordnare", change) != nil, "\(change)")
      }
      try Self.speak(session, as: "2480_samordnare") {
        try session.execute(
          """
          update est.share set withdrawn_by = (select id from est.participant where login = est.speaker())
          where to_municipality = '2481'
          """)
      }
      #expect(try Self.seen(session, as: "2481_samordnare", "est.share") == 0)
      // The sender knows that it was, and it is never given again.
      let again: SQL = """
        update est.share set withdrawn_at = null, withdrawn_by = null where to_municipality = '2481'
        """
      #expect(try Self.refusal(session, as: "2480_samordnare", again) != nil)
      #expect(
        try Self.refusal(session, as: "2480_samordnare", "delete from est.share")?.hasPrefix("42501") == true)
    }
  }

  @Test func onlyTheSenderSharesAndOnlyWhatIsAdopted() async throws {
    try await Self.between { session in
      let refusals = try [
        Self.refusal(session, as: "2480_samordnare", Self.offer(98)),
        Self.refusal(session, as: "2480_samordnare", Self.offer(99, to: "9999")),
        Self.refusal(session, as: "2480_samordnare", Self.offer(99, to: "2480")),
        Self.refusal(session, as: "2480_kommunpolis", Self.offer(99)),
        Self.refusal(session, as: "2481_samordnare", Self.offer(99, of: "2480", to: "2481")),
        Self.refusal(session, as: "2481_samordnare", Self.offer(98, of: "2480", to: "2481")),
      ]
      #expect(
        refusals.prefix(3) == [
          "share_is_of_what_is_adopted", "share_receiver_is_known", "share_is_for_another",
        ])
      #expect(refusals[3...].allSatisfy { $0?.hasPrefix("42501") == true }, "\(refusals)")
      // Who may not is told the same whatever there is.
      #expect(refusals[4] == refusals[5])
    }
  }

  /// The sender's and the receiver's own words for it.
  @Test func theTwoMunicipalitiesSpeakOfItByTheSameName() async throws {
    try await World.run { world in
      let other = MunicipalityCode("2481")!
      try await world.database.transaction { session in try Self.neighbour(session, other) }
      try await world.speak { desk in
        _ = try desk.startMeeting(try desk.week())
        _ = try desk.adopt(1, in: try desk.week())
      }
      let day = LocalDate("2026-11-30")!
      let share = try await world.speak { desk in
        try desk.offer(
          .picture(of: try desk.week(), version: nil), of: try desk.group(), to: other, through: day,
          ground: "gemensamt lokalpolisområde")
      }
      #expect(share.name == "2480/2026-1")
      @Sendable func receive<T: Sendable>(
        at now: Instant = World.beforeMeeting, _ body: @escaping @Sendable (Desk) throws -> T
      ) async throws -> T {
        try await world.engine.run(
          Caller(identity: .login("2481_samordnare"), municipality: other, now: now, key: UUID()), body)
      }
      let own = try await world.speak { try $0.picture(of: try $0.week()).1 }
      let received = try await receive { desk in
        try desk.content(of: try desk.share(named: "2480/2026-1"), language: .swedish)
      }
      guard case .picture(var picture) = received else {
        Issue.record("\(received)")
        return
      }
      #expect(
        picture.sharing?.ground == "gemensamt lokalpolisområde; delad till och med 2026-11-30"
          && picture.sharing?.reportClass == .shared && picture.sharing?.recipients == "kommun 2481")
      picture.sharing = nil
      picture.logHead = own.logHead
      #expect(picture == own)
      await #expect(throws: UseCaseError.self) {
        try await receive { desk in _ = try desk.withdrawShare("2480/2026-1", because: nil) }
      }
      // Through the day, and not after it.
      let midnight = instant("2026-12-01T00:00:00+01:00")
      #expect(try await receive(at: midnight.advanced(minutes: -1)) { try $0.allShares().count } == 1)
      #expect(try await receive(at: midnight) { try $0.allShares().count } == 0)
      let (_, change) = try await world.speak { try $0.withdrawShare("2026-1", because: "ny version") }
      #expect(change == .changed)
      #expect(try await receive { try $0.allShares().count } == 0)
      #expect(try await world.speak { try $0.withdrawShare("2026-1", because: nil).1 } == .unchanged)
      #expect(
        try await world.refusal { desk in
          try desk.offer(
            .picture(of: try desk.week(), version: nil), of: try desk.group(), to: other,
            through: LocalDate("2026-11-23")!, ground: "för sent")
        } == "inThePast")
    }
  }

  /// Another municipality with one coordinator.
  private static func neighbour(_ session: Session, _ code: MunicipalityCode) throws {
    var random = SystemRandomNumberGenerator()
    func id<Subject>() -> Identifier<Subject> { Identifier(at: World.beforeMeeting, using: &random) }
    _ = try MunicipalityStore(session).add(Municipality(code: code, name: "Lycksele", provenance: .sample))
    let group = Group(id: id(), name: "Tätorten", settings: .standard)
    try MunicipalityStore(session).save(group, in: code)
    let people = PeopleStore(session, code)
    let organisation = Organisation(id: id(), name: "Kommunen", kind: .municipal)
    try people.add(organisation)
    let coordinator = Participant(
      id: id(), login: "2481_samordnare", organisation: organisation.id, function: "samordnare", address: nil)
    try people.add(coordinator)
    try people.grant(.coordinator, in: group.id, to: coordinator.id)
  }
}
