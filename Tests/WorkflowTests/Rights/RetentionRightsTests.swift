import Postgres
import TestSupport
import Testing

/// Who may what of retention, as login roles.
extension RightsTests {
  /// How a login's statement is refused; `nil` where it is not.
  private func refusal(_ login: String, _ statement: String) async throws -> PostgresError? {
    let town = try await RightsTown.shared()
    do {
      try await town.asLogin("2480_\(login)") { try $0.script(statement) }
      return nil
    } catch let error as PostgresError {
      return error
    }
  }

  @Test(arguments: [
    "administrator", "bostad", "bra", "frammande", "kommunpolis", "rapportor", "revisor", "samordnare",
    "worker",
  ])
  func onlyTheWorkerAsksForDisposalAndOnlyAtHome(_ login: String) async throws {
    for code in ["2480", RightsTown.other] {
      let error = try await refusal(login, "select est.dispose('\(code)', 'reports', 100)")
      #expect((error == nil) == (login == "worker" && code == "2480"), "\(login) \(code)")
      #expect(error == nil || error?.sqlState == "42501")
    }
  }

  /// Whatever plain SQL the worker tries: what is not due stays.
  @Test(arguments: [
    "update est.incident set text = '[gallrat]'",
    "update est.incident_version set content = est.redacted(content, '[gallrat]')",
    "insert into est.disposal (municipality, information, day, rule, items) values ('2480', 'reports', now(), 9, 1)",
    "update est.disposal set disposed_in = '3'",
    "insert into est.retention_rule select '2480', 'reports', 1, '2126-11-26', 0, 1, 'x', now(), gen_random_uuid()",
    "update est.retention_rule set days = 1, months = 0", "update est.retention_hold set lifted_at = now()",
    "delete from est.participant_address", "set local role est_engine",
  ])
  func theWorkerDisposesOfNothingEarly(_ statement: String) async throws {
    #expect(try await refusal("worker", statement)?.sqlState == "42501", "\(statement)")
  }

  /// What is lifted is lifted in one's own name, at home.
  @Test(arguments: [
    ("samordnare", "2480", true), ("administrator", "2480", true), ("kommunpolis", "2480", false),
    ("worker", "2480", false), ("samordnare", "2481", false),
  ])
  func aHoldIsLiftedByThoseWhoMay(_ login: String, _ code: String, _ isLifted: Bool) async throws {
    let town = try await RightsTown.shared()
    func lift(by speaker: SQL) async throws -> Int? {
      do {
        return try await town.asLogin("2480_\(login)") { session in
          try session.execute(
            """
            update est.retention_hold set lifted_at = now(), lifted_because = 'klart', lifted_by = \(speaker)
            where municipality = \(code)
            """)
        }
      } catch let error as PostgresError {
        #expect(error.sqlState == "42501")
        return nil
      }
    }
    let own = try await lift(by: "(select (est.my_ids())[1])")
    #expect(own == (isLifted ? 2 : code == "2480" ? nil : 0))
    #expect(try await lift(by: "gen_random_uuid()") == (code == "2480" ? nil : 0))
  }

  @Test func anAddressIsReadByThoseWhoNeedItAndEveryoneMayKnowThatThereIsOne() async throws {
    let town = try await RightsTown.shared()
    for login in ["administrator", "bostad", "kommunpolis", "rapportor", "samordnare", "worker"] {
      let known: Int64 = try await town.asLogin("2480_\(login)") { session in
        try session.one("select count(*) from (select participant_id from est.participant_address) a")
      }
      #expect(known == 1, "\(login)")
      let error = try await refusal(login, "select address from est.participant_address")
      #expect((error == nil) == ["administrator", "samordnare", "worker"].contains(login), "\(login)")
    }
  }

  @Test(arguments: [
    ("administrator", "2480", true), ("samordnare", "2480", true), ("revisor", "2480", true),
    ("samordnare", "2481", false), ("bostad", "2480", false), ("kommunpolis", "2480", false),
  ])
  func whatIsRetainedIsToldToThoseWhoAnswerForIt(_ login: String, _ code: String, _ isTold: Bool) async throws
  {
    let error = try await refusal(login, "select * from est.retained('\(code)')")
    #expect((error == nil) == isTold)
  }
}
