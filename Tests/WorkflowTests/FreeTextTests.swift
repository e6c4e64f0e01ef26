import EST
import Export
import Foundation
import Language
import Persistence
import Picture
import TestSupport
import Testing

@testable import Workflow

/// A picture holds no free text, whatever people have written.
@Suite struct FreeTextTests {
  private static let marker = "ZQXfritext"

  /// The columns that people write freely in; names, titles and functions are labels, and belong to the picture.
  private static let columns = [
    "text", "place", "assessment", "review_reason", "reason", "goal", "baseline", "no_baseline",
    "expected_effect",
    "approach", "production", "process", "result", "lesson", "effect", "statement", "left_out", "reference",
  ]

  /// Writes the marker wherever somebody has written something.
  /// - Returns: the columns in which it stands now.
  private static func mark(_ world: World) async throws -> Set<String> {
    try await TestDatabase.administer(world.database) { session in
      try session.script(
        """
        create temp table marked (name text);
        set session_replication_role = replica;
        do $$
        declare c record; changed bigint;
        begin
          for c in
            select k.table_name, k.column_name from information_schema.columns k
            join information_schema.tables t using (table_schema, table_name)
            join pg_class r on r.oid = format('est.%I', k.table_name)::regclass and not r.relispartition
            where k.table_schema = 'est' and t.table_type = 'BASE TABLE' and k.data_type = 'text'
              and k.column_name = any('{\(columns.joined(separator: ","))}')
          loop
            execute format('update est.%I set %I = %L where %I is not null', c.table_name, c.column_name,
              '\(marker)', c.column_name);
            get diagnostics changed = row_count;
            if changed > 0 then insert into marked values (c.table_name || '.' || c.column_name); end if;
          end loop;
        end $$;
        reset session_replication_role
        """)
      return Set(try session.rows("select name from marked") { try $0.get("name", as: String.self) })
    }
  }

  @Test func noFormatHoldsAny() async throws {
    try await World.run { world in
      let problem = try await world.analysedProblem()
      try await world.start(try await world.decidedAction(on: problem))
      try await PictureProofTests.report(world, at: PictureProofTests.later) {
        $0.text = "Bråk vid kiosken"
        $0.place = "Kiosken"
        $0.assessment = "Kan trappas upp"
      }
      try await world.speak(at: PictureProofTests.later) { desk in
        _ = try desk.review(["2026-2"], accept: false, because: "Fel vecka")
      }
      let marked = try await Self.mark(world)
      #expect(
        marked.isSuperset(of: [
          "incident.text", "incident.place", "incident.assessment", "incident.review_reason",
          "problem.statement",
          "analysis.statement", "cause.text", "evidence.text", "chain_step.text", "action.goal",
          "action.baseline",
          "action.expected_effect",
        ]), "\(marked.sorted())")
      let (picture, annex) = try await world.speak(at: PictureProofTests.later.advanced(minutes: 1)) { desk in
        try desk.say("recompile", to: try desk.week())
        let cycle = try desk.week()
        return (try desk.picture(of: cycle, version: 2).1, try desk.annex(of: cycle, version: 2))
      }
      #expect(picture.actions.openCount == 1)
      for language in [Language.swedish, .english] {
        let workbook = Export.workbook(picture, language: language)
        var texts = ["\(workbook)"]
        for format in Export.Format.allCases where format != .pdf && format != .xlsx {
          // What is printed is the page.
          texts += [try await PictureFile(picture, format: format, language: language, printer: .none)].map(
            Self.text)
          if let file = try await PictureFile(annex, format: format, language: language, printer: .none) {
            texts.append(Self.text(file))
          }
        }
        for text in texts { #expect(!text.contains(Self.marker) && text.count > 100) }
      }
      let stored = try await world.database.session { session in
        try session.rows(
          """
          select content from est.picture union all select inputs from est.picture
          union all select content from est.picture_annex
          """
        ) { String(decoding: try $0.get("content", as: [UInt8].self), as: UTF8.self) }
      }
      #expect(stored.count == 6 && !stored.contains { $0.contains(Self.marker) })
    }
  }

  private static func text(_ file: PictureFile) -> String { String(decoding: file.bytes, as: UTF8.self) }
}
