import EST
import Foundation
import Persistence
import Postgres
import TestSupport
import Testing

@testable import Workflow

/// Who decides how long what is kept, and what the database holds them to.
@Suite struct RetentionRuleTests {
  @Test func `the administrator decides, from a later day on, and earlier decisions stand`() async throws {
    try await World.run { world in
      let today = swedish("2026-11-24T10:00")
      func set(_ login: String, from: String?, decision: String = "KS 2026/1 § 2") async throws -> String? {
        try await world.refusal(as: login, at: today) { desk in
          try desk.setRetention(
            .reports, RetentionPeriod("P2Y"), from: from.map { LocalDate($0)! }, decision: decision)
        }
      }
      #expect(try await set("samordnare", from: nil) == "notAllowed")
      #expect(
        try await set("administrator", from: "2026-11-24") == "from: malformed(expected: \"2026-11-25 …\")")
      #expect(try await set("administrator", from: nil, decision: " ") == "decision: missing")
      #expect(
        try await set("administrator", from: nil, decision: ScreeningTests.personal)
          == "decision: personalData(EST.PersonalDataKind.phoneNumber, position: 6)")
      #expect(try await set("administrator", from: nil) == nil)
      let changes = try await world.speak(as: "administrator", at: today) { desk in
        try ["KS 2026/1 § 2", "KS 2027/1 § 2"].map { decision in
          try desk.setRetention(.reports, RetentionPeriod("P2Y"), from: nil, decision: decision).change
        }
      }
      #expect(changes == [.unchanged, .changed])
      let rules = try await world.speak { try $0.retention.rules() }
      #expect(rules.map(\.number) == [1, 2] && rules.allSatisfy { $0.from == LocalDate("2026-11-25")! })
      for statement in [
        "update est.retention_rule set days = 1", "delete from est.retention_rule",
        "truncate est.retention_rule cascade",
      ] {
        #expect(try await world.violated { try $0.script(statement) } == "retention_rule_is_append_only")
      }
    }
  }

  @Test func `a preview tells what goes on the first day`() async throws {
    try await World.run { world in
      let items = try await world.speak(as: "administrator", at: swedish("2027-11-17T10:00")) { desk in
        try ["P1Y", "P367D", "P1D"].map { try desk.preview(.reports, RetentionPeriod($0), from: nil).items }
      }
      #expect(items == [1, 0, 1])
    }
  }

  @Test func `a hold stops it, is lifted once, and stands on record`() async throws {
    try await World.run { world in
      try await world.decide(.reports, "P1Y", on: "2026-11-24")
      func hold(_ login: String) async throws -> Int {
        try await world.speak(as: login, at: swedish("2026-12-01T10:00")) { desk in
          try desk.hold(
            .reports, area: "Haga", from: LocalDate("2026-11-01")!, to: LocalDate("2026-11-30")!,
            because: "prövas",
            reference: "T 12-27")
        }
      }
      #expect(try await world.refusal(as: "bostad") { try $0.release(1, because: "nej") } == "notAllowed")
      #expect(try await hold("samordnare") == 1)
      #expect(try await hold("administrator") == 2)
      #expect(try await world.dispose(on: "2027-12-01") == 0)
      let account = try await world.speak(at: swedish("2027-12-01T10:00")) { desk in
        try desk.retentionAccounts().first { $0.kind == .reports }!
      }
      #expect(account.left == 1 && account.held == 1 && account.next == nil)
      for statement in [
        "update est.retention_hold set last_day = '2026-11-02'", "delete from est.retention_hold",
        "update est.retention_hold set number = 3, lifted_at = now(), lifted_by = placed_by, lifted_because = 'x'",
      ] {
        #expect(try await world.violated { try $0.script(statement) } == "retention_hold_stands")
      }
      try await world.speak(at: swedish("2027-12-02T10:00")) { try $0.release(1, because: "klart") }
      #expect(try await world.dispose(on: "2027-12-02") == 0)
      try await world.speak(at: swedish("2027-12-02T11:00")) { try $0.release(2, because: "klart") }
      #expect(try await world.refusal { try $0.release(2, because: "klart") } == "no hold 2")
      #expect(try await world.dispose(on: "2027-12-03") == 1)
      let holds = try await world.speak { try $0.retention.holds() }
      #expect(holds.map(\.lifted?.reason) == ["klart", "klart"] && holds[0].area == "Haga")
    }
  }

  /// Who places a hold while a batch is under way waits for it; the next one sees the hold.
  @Test func `a hold and a disposal wait for each other`() async throws {
    try await World.run { world in
      try await world.decide(.reports, "P1Y", on: "2026-11-24")
      try await world.clock(swedish("2027-12-01T00:00"))
      async let held: Int = world.database.transaction { session in
        try session.execute("select from est.retention_rule for share")
        try session.execute("select pg_sleep(0.3)")
        return try RetentionStore(session, World.code).dispose(.reports, atMost: 1)
      }
      let number = try await world.speak(at: swedish("2027-12-01T10:00")) { desk in
        try desk.hold(nil, area: nil, from: nil, to: nil, because: "prövas", reference: "T 12-27")
      }
      let disposed = try await held
      #expect(number == 1)
      // Whichever came first, nothing goes after the hold.
      #expect(try await world.dispose(on: "2027-12-02") == 0)
      #expect(try await world.traces(of: "Klotter på fasaden").isEmpty == (disposed == 1))
    }
  }

  @Test func `nobody disposes by hand`() async throws {
    try await World.run { world in
      try await world.decide(.reports, "P1Y", on: "2026-11-24")
      try await world.speak(as: "bostad") { desk in
        _ = try desk.amend("2026-1", because: "ord") { $0.text = "Nytt" }
      }
      let disposal = """
        insert into est.disposal (municipality, information, day, rule, items, disposed_in)
        values ('2480', 'reports', '2026-11-25', 1, 1, pg_current_xact_id())
        """
      #expect(try await world.violated { try $0.script(disposal) } == "disposal_is_written_by_itself")
      let marking =
        "update est.incident_version set content = est.redacted(content, '[gallrat]'), reason = '[gallrat]'"
      #expect(try await world.violated { try $0.script(marking) } == "incident_version_is_append_only")
      // Also within the transaction that has just disposed of what is due, of what is not.
      try await world.clock(swedish("2027-12-01T00:00"))
      let constraint = try await world.violated { session in
        _ = try RetentionStore(session, World.code).dispose(.reports, atMost: 1)
        try session.execute(
          "update est.incident_version set content = est.redacted(content, '[gallrat]'), reason = '[gallrat]'"
        )
      }
      #expect(constraint == "incident_version_is_append_only")
      #expect(try await world.dispose(on: "2027-12-01") == 2)
      for statement in ["delete from est.disposal", "update est.disposal set items = 7"] {
        #expect(try await world.violated { try $0.script(statement) } == "disposal_is_written_by_itself")
      }
    }
  }

  /// The database's calendar is the program's.
  @Test func `both work out the same day`() async throws {
    try await World.run { world in
      var random = Seed.generator(2_401)
      var days: [LocalDate] = []
      var periods: [RetentionPeriod] = []
      for _ in 0..<(Seed.full ? 200_000 : 5_000) {
        days.append(LocalDate(daysSince1970: Int.random(in: 10_000...40_000, using: &random)))
        let months = Int.random(in: 0...240, using: &random)
        let left = Int.random(in: 0...400, using: &random)
        periods.append(RetentionPeriod(months: months, days: months == 0 ? max(1, left) : left)!)
      }
      let (known, lengths) = (days, periods)
      let theirs = try await world.database.transaction { session in
        try session.rows(
          """
          select (d + make_interval(months => m, days => n))::date as due
          from unnest(\(known)::date[], \(lengths.map { Int32($0.months) })::integer[],
            \(lengths.map { Int32($0.days) })::integer[]) with ordinality g(d, m, n, o) order by o
          """
        ) { try $0.get("due", as: LocalDate.self) }
      }
      #expect(theirs == zip(days, periods).map { $1.due(from: $0) })
    }
  }

  /// Screened texts that are kept: the log's, whose hashes cover them; names; decisions and what is public.
  private static let kept: Set<String> = [
    "action.owner_function", "agreement.focus_areas", "agreement.goals", "agreement.title",
    "agreement_signatory.function", "area.name", "area_piece.name", "attendance.function", "category.common",
    "category.english", "category.swedish", "category.themes", "est_group.name", "export_made.ground",
    "export_made.recipients", "harm_table.edition",
    "harm_table.name", "harm_table.source", "municipality.name", "organisation.name", "participant.function",
    "promise.judgement", "promise.target", "promise.text", "promise_activity.text", "promise_set.title",
    "promise_signatory.function", "refusal.reason", "retention_hold.lifted_because", "retention_hold.reason",
    "retention_hold.reference", "retention_rule.decision", "share.ground", "share.withdrawn_because",
    "statutory_picture.action_plan",
    "statutory_picture.no_plan_because", "transition_log.reason", "unit.name",
  ]

  @Test func `every free text is disposed of by some rule or kept by decision`() async throws {
    try await World.run { world in
      let (screened, disposable, kinds) = try await world.database.transaction { session in
        (
          try session.rows(
            """
            select c.relname || '.' || a.attname as name
            from pg_trigger t join pg_class c on c.oid = t.tgrelid join pg_attribute a on a.attrelid = c.oid
            where t.tgname = 'no_personal_data' and c.relnamespace = 'est'::regnamespace and not c.relispartition
              and a.attname = any(string_to_array(encode(t.tgargs, 'escape'), '\\000'))
            """
          ) { try $0.get("name", as: String.self) },
          try session.rows("select relation || '.' || unnest(fields) as name from est.disposable()") {
            try $0.get("name", as: String.self)
          },
          try session.rows("select distinct information from est.disposable()") {
            try $0.get("information", as: InformationKind.self)
          }
        )
      }
      #expect(Set(screened).subtracting(disposable) == Self.kept)
      #expect(
        Set(disposable).subtracting(screened) == ["incident_version.content", "participant_address.address"])
      #expect(Set(kinds) == Set(InformationKind.allCases))
    }
  }
}
