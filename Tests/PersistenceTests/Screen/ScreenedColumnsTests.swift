import EST
import Foundation
import Postgres
import TestSupport
import Testing

@testable import Persistence

/// Which columns are screened, and what a refusal leaves behind.
@Suite struct ScreenedColumnsTests {
  private static func withSchema<T>(
    isolation: isolated (any Actor)? = #isolation, _ body: (Database) async throws -> T
  ) async throws -> T {
    let build: @Sendable (Database) async throws -> Void = { try await SchemaSetup().run($0, trial: true) }
    return try await TestDatabase.prepared("screen", build: build, body)
  }

  /// Codes, numbers and times in words; case numbers of the sources; addresses of participants; settings; what the
  /// program makes of texts that have been screened. A new column of text is screened, or has its place here.
  private static let notFree = """
    action.approach action.colour action.kind action.number action.term agreement.number \
    area_score.period category.code cause.bone cause.influence cause.kind cause.strength coverage.status \
    cycle.label cycle.period cycle.settings disposal.information effect_plan_area.place \
    effect_plan_category.category est_group.anchor est_group.deadline est_group.meeting est_group.period \
    est_group.zone export_made.class export_made.formats export_made.kind export_made.subject \
    harm_weight.category incident.category incident.certainty incident.class incident.place_type \
    incident.precision incident.review incident.source incident_key.class incident_key.number incident_key.reference \
    incident_key.register incident_version.content instance.machine instance.state \
    kept_reports.categories lease.name machine.machine machine_move.event machine_move.from_state \
    machine_move.machine machine_move.to_state machine_move_role.event machine_move_role.from_state \
    machine_move_role.machine machine_move_role.role machine_move_role.to_state migration.checksum \
    migration.name municipality.provenance notice.detail notice.kind occurrence.label occurrence.outcome \
    occurrence.period occurrence.state occurrence.zone occurrence_move.holiday occurrence_move.label \
    occurrence_move.period occurrence_move.rule organisation.kind outbox.ended_as outbox.key outbox.kind \
    outbox.payload outbox.state outbox_attempt.cause outbox_attempt.outcome outbox_attempt.reply \
    outbox_move.from_state outbox_move.to_state participant.login participant_address.address \
    participant_role.role problem.category problem.criteria problem.number problem.origin \
    promise_set.number public_release.audit public_release.period refusal.event \
    retention_hold.information retention_rule.information running_number.subject safety_walk.number \
    setting.key setting.value share.class share.kind share.number share.period share.to_municipality \
    signature.role statutory_picture.number timer.event transition_log.actor_role transition_log.event \
    transition_log.from_state transition_log.machine transition_log.payload transition_log.to_state \
    worker.host
    """

  @Test func `every column of text is screened or no free text`() async throws {
    let unscreened = try await Self.withSchema { database in
      try await database.session { session in
        try session.rows(
          """
          select c.relname || '.' || a.attname as name
          from pg_class c join pg_attribute a on a.attrelid = c.oid
          where c.relnamespace = 'est'::regnamespace and c.relkind in ('r', 'p') and not c.relispartition
            and a.attnum > 0 and not a.attisdropped and a.attname <> 'municipality'
            and a.atttypid in ('text'::regtype, 'text[]'::regtype, 'jsonb'::regtype, 'json'::regtype,
              'varchar'::regtype, 'name'::regtype)
            and not exists (select from pg_trigger t
              where t.tgrelid = c.oid and t.tgname = 'no_personal_data' and t.tgenabled = 'A'
                and a.attname = any(string_to_array(encode(t.tgargs, 'escape'), '\\000')))
          order by 1
          """
        ) { try $0.get("name", as: String.self) }
      }
    }
    let known = Set(Self.notFree.split(separator: " ").map(String.init))
    #expect(Set(unscreened) == known, "\(Set(unscreened).symmetricDifference(known).sorted())")
  }

  @Test func `a refusal names column, kind and place, and the partitions refuse as well`() async throws {
    try await Self.withSchema { database in
      for isPart in [false, true] {
        let error = try await Self.refusal(in: database, "Åsa ring 070-174 06 05", isPart: isPart)
        guard case .personalData("text", .phoneNumber, position: 10)? = StoreError(error) else {
          Issue.record("\(isPart): \(error)")
          continue
        }
      }
    }
  }

  /// Each is sent in a statement that fails: some for what it says, some for another reason.
  @Test func `of a thousand markers none is in a log, an error, the list of processes or a file`()
    async throws
  {
    try await Self.withSchema { database in
      var said = ""
      let marks = (0..<1_000).map { "markör\($0)x" }
      for (index, mark) in marks.enumerated() {
        let text = index.isMultiple(of: 2) ? "\(mark) 070-174 06 \(10 + index % 90)" : mark
        let error = try await Self.refusal(in: database, text, isPart: index.isMultiple(of: 3))
        said += "\(StoreError(error)!)\n\(error)\n"
        if index.isMultiple(of: 50) {
          said += try await TestDatabase.administer(database) { session in
            try session.one("select string_agg(query, ' ') from pg_stat_activity")
          }
        }
      }
      let root = try await TestCluster.shared.cluster().root
      said += try String(contentsOf: root.appending(path: "log"), encoding: .utf8)
      #expect(!said.contains("markör") && !said.contains("174 06"))
      let left = try Tool.run("find", [root.path, "-path", "*pgsql_tmp/*"])
      #expect(left.isEmpty, "\(left)")
    }
  }

  /// What a report is refused with that says a text and little else.
  private static func refusal(in database: Database, _ text: String, isPart: Bool) async throws -> any Error {
    do {
      try await database.session { session in
        if isPart {
          try session.execute(
            """
            insert into est.incident_2026 (municipality, received_at, id, text)
            values ('2480', '2026-11-24 08:00+01', gen_random_uuid(), \(text))
            """)
        } else {
          try session.execute(
            """
            insert into est.incident (municipality, received_at, id, text)
            values ('2480', '2026-11-24 08:00+01', gen_random_uuid(), \(text))
            """)
        }
      }
    } catch {
      return error
    }
    throw RefusalMissing()
  }
  private struct RefusalMissing: Error {}
}
