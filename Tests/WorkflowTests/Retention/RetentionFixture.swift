import EST
import Foundation
import Persistence
import Postgres

@testable import Workflow

extension World {
  /// Decides about a kind, as the administrator, on a day; it begins on the next one where nothing is said.
  @discardableResult
  func decide(
    _ kind: InformationKind, _ period: String?, on today: String, from day: String? = nil,
    decision: String = "KS 2026/123 § 45"
  ) async throws -> RetentionRule {
    try await speak(as: "administrator", at: swedish("\(today)T10:00")) { desk in
      try desk.setRetention(
        kind, period.map { RetentionPeriod($0)! }, from: day.map { LocalDate($0)! }, decision: decision
      ).rule
    }
  }

  /// What the worker does on a day, just after midnight.
  /// - Returns: how many it disposed of.
  @discardableResult
  func dispose(on day: String) async throws -> Int {
    try await clock(swedish("\(day)T00:00"))
    return try await engine.dispose() ?? 0
  }

  /// `kind day items` of each disposal, the oldest first.
  func disposals() async throws -> [String] {
    try await speak { desk in
      try desk.retention.disposals(limit: 10_000).reversed().map {
        "\($0.kind.rawValue) \($0.day) \($0.items)"
      }
    }
  }

  /// How many columns of the schema hold a word anywhere.
  func traces(of word: String) async throws -> [String] {
    try await database.transaction { session in
      let columns = try session.rows(
        """
        select c.relname, a.attname from pg_class c join pg_attribute a on a.attrelid = c.oid
        where c.relnamespace = 'est'::regnamespace and c.relkind in ('r', 'p') and not c.relispartition
          and a.attnum > 0 and not a.attisdropped
          and a.atttypid in ('text'::regtype, 'text[]'::regtype, 'jsonb'::regtype)
        order by 1, 2
        """
      ) { (try $0.get("relname", as: String.self), try $0.get("attname", as: String.self)) }
      return try columns.filter { table, column in
        try session.one(
          """
          select exists (select from est.\(identifier: table) t
            where t.\(identifier: column)::text like '%' || \(word) || '%')
          """)
      }.map { "\($0).\($1)" }
    }
  }
}
