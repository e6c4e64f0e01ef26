import EST
import Export
import Foundation
import Language
import Persistence
import Picture
import Testing

@testable import Workflow

/// Whoever works for a company gets the same answers, byte for byte, whether there are reports that only police and
/// municipality may know of or not.
@Suite struct CompanyTests {
  private static let now = instant("2026-11-24T08:35:00+01:00")
  private static let places: [(String, String, Double)] = [
    ("disorder/bråk", "2026-11-18T21:00:00+01:00", 0), ("vandalism/klotter", "2026-11-17T21:30:00+01:00", 40),
    ("disorder/bråk", "2026-11-18T22:00:00+01:00", 5), ("vandalism/klotter", "2026-11-10T21:30:00+01:00", 45),
  ]

  /// The week once more, with what is shared, and with secrets beside it or not.
  private static func week(_ world: World, secrets: Bool) async throws {
    try await world.speak { desk in
      _ = try desk.reopen(try desk.week(), until: instant("2026-11-24T08:50:00+01:00"), because: "prov")
    }
    try await world.speak(at: now) { desk in
      if secrets {
        for (category, time, east) in places {
          var report = IncomingReport(category: CategoryCode(category), from: instant(time))
          report.area = "Haga"
          report.unit = "Fältarna"
          report.place = "Bakom skolan"
          report.reportClass = .authorityOnly
          report.point = .sweref(SwerefPoint(easting: 758_300 + east, northing: 7_088_300))
          let added = try desk.addIncident(report)
          _ = try desk.review([added.number!], accept: true)
        }
      } else {
        _ = try desk.reportNothing(unit: "Fältarna", period: "2026-W47")
      }
    }
    // Shared, after the secret ones: its number and its place in every list are what they would have been.
    try await PictureProofTests.report(world, at: now.advanced(minutes: 1))
    let problem = try await world.identifiedProblem()
    if secrets {
      try await world.speak { desk in try desk.link(["2026-M1", "2026-M2"], to: problem) }
    }
    try await world.speak(at: now.advanced(minutes: 6)) { desk in
      _ = try desk.acceptAll(of: try desk.group(), through: try desk.week().period)
      try desk.say("closeCollection", to: try desk.week())
      try desk.say("compile", to: try desk.week())
    }
    try await world.speak { desk in
      _ = try desk.propose(
        "Belysning till midnatt", kind: .quick, problem: problem, causes: [], breaks: nil,
        in: try desk.group())
    }
  }

  /// Everything that the program answers, by what was asked.
  private static func answers(_ world: World, as login: String) async throws -> [String: String] {
    let reader = world
    var answers = try await reader.speak(as: login, at: now.advanced(minutes: 8)) { desk in
      let group = try desk.group()
      let cycle = try desk.week()
      let overview = try desk.overview(of: CalendarPeriod("2026-Q4")!, in: group)
      let problem = try desk.problem("2026-1")
      var answers: [String: String] = [
        "statuses": "\(try desk.cycles.statuses(of: cycle))", "agenda": "\(try desk.agenda(cycle))",
        "minutes": "\(try desk.minutes(cycle))", "feedback": "\(try desk.feedback(in: group))",
        "overview": Export.html(overview, language: .swedish) + (try Export.json(overview)),
        "incidents": "\(try desk.incidents(of: group, IncidentFilter()))",
        "versions": "\(try desk.pictures.versions(of: cycle.id))",
        "account": "\(try desk.account(of: group))",
        "problems": "\(try desk.problems(of: group))", "chain": "\(try desk.chain(of: problem))",
        "actions": "\(try desk.search(ActionFilter()))", "exports": "\(try desk.exportsMade(limit: 9))",
        "proofs": "\(try desk.provePictures(of: cycle))",
        "timers": "\(try desk.instances.timers(of: cycle.id.uuid))",
      ]
      for kind in [RegisterExtract.Asked(.area, "Haga"), .init(.place, "Bakom skolan")] {
        answers["register \(kind.text)"] = try Export.json(
          try desk.registerExtract(of: kind, as: [], SharingRequest(), language: .swedish))
      }
      for name in ["2026-M1", "2026-M2", "2026-2", "2026-3"] {
        answers["incident \(name)"] = "\(Result { try desk.incident(name) })"
      }
      return answers
    }
    for version in [1, 2] {
      let picture = try await reader.speak(as: login) {
        try $0.picture(of: try $0.week(), version: version).1
      }
      for format in Export.Format.allCases where format != .pdf {
        let file = try await PictureFile(picture, format: format, language: .swedish, printer: .none)
        answers["picture \(version) \(format)"] =
          format == .xlsx ? "\(file.bytes)" : String(decoding: file.bytes, as: UTF8.self)
      }
    }
    return answers
  }

  /// The same of every row of every table that the reader's roles open, whatever program asks.
  private static func rows(_ world: World, as login: String) async throws -> [String: String] {
    try await world.speak(as: login, at: now.advanced(minutes: 8)) { desk in
      let tables = try desk.session.rows(
        """
        select c.relname from pg_class c
        where c.relnamespace = 'est'::regnamespace and c.relkind in ('r', 'p') and not c.relispartition
          and has_table_privilege(c.oid, 'select')
        """
      ) { try $0.get("relname", as: String.self) }
      var answers: [String: String] = [:]
      for table in tables {
        answers["table \(table)"] = try desk.session.rows(
          "select (to_jsonb(t) - 'written_at' - 'written_in')::text as row from est.\(identifier: table) t"
        ) { normal(try $0.get("row")) }.sorted().joined(separator: "\n")
      }
      return answers
    }
  }

  /// Without what chance alone made different: identifiers, and hashes that hold them. When the log's rows were
  /// written, and by which transaction, is another time each run.
  private static func normal(_ text: String) -> String {
    text.replacing(
      /[0-9a-fA-F]{8}-[0-9a-fA-F]{4}-[0-9a-fA-F]{4}-[0-9a-fA-F]{4}-[0-9a-fA-F]{12}/, with: "#"
    )
    .replacing(/\\\\x[0-9a-f]*/, with: "#")
  }

  @Test(arguments: ["bostad", "rapportor"]) func theAnswersAreTheSame(_ login: String) async throws {
    var found: [[String: String]] = []
    for secrets in [false, true] {
      found.append(
        try await World.run { world in
          try await Self.week(world, secrets: secrets)
          var answers = login == "bostad" ? try await Self.answers(world, as: login) : [:]
          for (name, text) in answers { answers[name] = Self.normal(text) }
          return answers.merging(try await Self.rows(world, as: login)) { first, _ in first }
        })
    }
    #expect(found[0].count > 20 && Set(found[0].keys) == Set(found[1].keys))
    for (name, answer) in found[0] {
      #expect(answer == found[1][name], "\(name)")
    }
  }

  /// The comparison finds what it looks for: an authority's answers differ.
  @Test func theAuthoritiesAnswersAreNot() async throws {
    var found: [[String: String]] = []
    for secrets in [false, true] {
      found.append(
        try await World.run { world in
          try await Self.week(world, secrets: secrets)
          return try await Self.answers(world, as: "samordnare").mapValues(Self.normal)
            .merging(try await Self.rows(world, as: "samordnare")) { first, _ in first }
        })
    }
    let different = Set(found[0].keys.filter { found[0][$0] != found[1][$0] })
    for name in ["incidents", "chain", "incident 2026-M1", "register Haga", "table incident"] {
      #expect(different.contains(name), "\(name)")
    }
    // The picture is everybody's, and the same for them too.
    #expect(!different.contains("picture 2 html") && !different.contains("overview"))
  }
}
