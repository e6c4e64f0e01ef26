import EST
import Foundation
import Persistence
import Postgres
import TestSupport
import Testing

@testable import Commands

/// A municipality with weeks of every size, and what PostgreSQL itself counts in them.
struct MadeUpYear {
  /// Weeks that have a picture, the oldest first.
  let weeks: [ISOWeek]
  let shell: Shell
  let folder: Folder
  private let counts: [Key: Int]

  struct Key: Hashable {
    let week: String
    let category: String
    /// `nil` where only the municipality is known.
    let area: String?
    let source: String
  }

  /// A fifth of the weeks have nothing or next to nothing, and the busiest have hundreds.
  private static let sizes = [0, 1, 8, 40, 160]
  private static let areas = ["Ålidhem", "Teg", "Väst på stan", "Öbacka; \"norra\"", "=Sjön"]
  private static let categories = [
    "vandalism/klotter", "vandalism", "disorder/bråk", "disorder/misstänkt narkotika", "gathering/trapphus",
    "unsafe-place/belysning", "rumour", "other", "event/ungdom",
  ]

  static func run(weeks count: Int, _ body: (MadeUpYear) async throws -> Void) async throws {
    var random = Seed.generator(4_711)
    // From autumn to autumn, so that it goes over a year of 53 weeks and both changes of the clock.
    let first = ISOWeek(year: 2026, week: 30)!
    let all = (0..<56).map { first.advanced(by: $0) }
    let weeks = Array(all.shuffled(using: &random).prefix(count)).sorted()
    let reports = Self.reports(around: all, using: &random)
    try await Shell.withDatabase { shell, database in
      try await Folder.with { folder in
        try await Self.setUp(shell, folder, at: weeks[0])
        try await Self.fill(database, reports)
        for week in weeks {
          let label = "\(week)"
          await shell.done("clock", "set", "\(week.day(.sunday))T12:00")
          if week != weeks[0] {
            await shell.done("cycle", "plan")
            await shell.done("cycle", "open", "--week", label)
          }
          await shell.done("cycle", "close", "--week", label)
          await shell.done("picture", "build", "--week", label)
        }
        try await body(
          MadeUpYear(weeks: weeks, shell: shell, folder: folder, counts: try await Self.counts(database)))
      }
    }
  }

  // MARK: What is there

  private static func setUp(_ shell: Shell, _ folder: Folder, at week: ISOWeek) async throws {
    await shell.done("clock", "set", "\(week.day(.friday))T12:00")
    await shell.done("municipality", "add", "--code", "2480", "--name", "Umeå", "--sample")
    await shell.done("group", "add", "--name", "Centrum")
    await shell.done("organisation", "add", "--name", "Bostadsbolaget", "--kind", "company")
    await shell.done("unit", "add", "--name", "Kvartersvärdar", "--organisation", "Bostadsbolaget")
    await shell.done("participant", "grant", "2480_administrator", "coordinator")
    // Squares of about a kilometre, of which one has a hole and another an outlying part.
    let features = areas.enumerated().map { index, name in
      let (x, y) = (20.20 + 0.04 * Double(index), 63.80)
      func ring(_ side: Double, _ inset: Double) -> String {
        let (a, b) = (inset, inset + side)
        let corners = [(a, a), (b, a), (b, b), (a, b), (a, a)]
        return "[" + corners.map { "[\(x + $0.0),\(y + $0.1)]" }.joined(separator: ",") + "]"
      }
      let rings = index == 0 ? "[\(ring(0.02, 0)),\(ring(0.005, 0.007))]" : "[\(ring(0.02, 0))]"
      let parts = index == 1 ? "[\(rings),[\(ring(0.004, 0.03))]]" : "[\(rings)]"
      let quoted = name.replacing("\"", with: "\\\"")
      return #"{"type":"Feature","properties":{"namn":"\#(quoted)"},"geometry":{"type":"MultiPolygon","#
        + #""coordinates":\#(parts)}}"#
    }
    let file = try folder.file(
      "omraden.geojson", #"{"type":"FeatureCollection","features":[\#(features.joined(separator: ","))]}"#)
    await shell.done("area", "import", file, "--name-property", "namn")
    // One to make all others of; nobody has reviewed it.
    await shell.done("cycle", "plan")
    await shell.done("cycle", "open", "--week", "\(week)")
    await shell.done(
      "incident", "add", "--unit", "Kvartersvärdar", "--category", "other", "--area", "Teg", "--at",
      "\(week.day(.thursday))T12:00")
  }

  private struct Report: Encodable {
    let at: String
    let category: String
    let area: String?
    let source: String
    let precision: String
    let review: String
    let reason: String?
    let secrecy: String
  }

  /// Local minutes, of which some lie at the very ends of a week.
  private static func reports(around weeks: [ISOWeek], using random: inout SeededGenerator) -> [Report] {
    let from = weeks[0].advanced(by: -54)
    var reports: [Report] = []
    for week in (0..<112).map({ from.advanced(by: $0) }) {
      for _ in 0..<(Self.sizes.randomElement(using: &random)!) {
        let minute = [0, 7 * 1_440 - 1, Int.random(in: 0..<7 * 1_440, using: &random)]
          .randomElement(using: &random)!
        let (hours, minutes) = (minute % 1_440 / 60, minute % 60)
        let time = "\(hours < 10 ? "0" : "")\(hours):\(minutes < 10 ? "0" : "")\(minutes)"
        let area = Int.random(in: 0..<9, using: &random) == 0 ? nil : areas.randomElement(using: &random)!
        let review = ["accepted", "accepted", "accepted", "accepted", "received", "rejected", "withdrawn"]
          .randomElement(using: &random)!
        reports.append(
          Report(
            at: "\(week.start + minute / 1_440) \(time)", category: categories.randomElement(using: &random)!,
            area: area,
            source: ["reporter", "reporter", "police-import", "walk"].randomElement(using: &random)!,
            precision: area == nil ? "municipality" : ["area", "place"].randomElement(using: &random)!,
            review: review, reason: ["rejected", "withdrawn"].contains(review) ? "fel" : nil,
            secrecy: ["open", "shared", "shared", "authority-only"].randomElement(using: &random)!))
      }
    }
    return reports
  }

  private static func fill(_ database: Database, _ reports: [Report]) async throws {
    let json = String(decoding: try JSONEncoder().encode(reports), as: UTF8.self)
    try await database.transaction(deadline: .seconds(300)) { session in
      try session.execute(
        """
        insert into est.incident
        select (jsonb_populate_record(i, jsonb_build_object(
          'id', gen_random_uuid(), 'received_at', i.received_at, 'cycle_id', null,
          'occurred_from', (r->>'at')::timestamp at time zone 'Europe/Stockholm', 'occurred_to', null,
          'category', r->>'category', 'source', r->>'source', 'precision', r->>'precision',
          'class', r->>'secrecy', 'review', r->>'review', 'review_reason', r->>'reason',
          'reasons', jsonb_build_array('belysning'),
          'area_id', (select a.id from est.area a where a.name = r->>'area')))).*
        from est.incident i cross join jsonb_array_elements((\(json)::text)::jsonb) r
        """)
    }
  }

  // MARK: What is to be found

  private static func counts(_ database: Database) async throws -> [Key: Int] {
    let rows = try await database.transaction { session in
      try session.rows(
        """
        select to_char(i.occurred_from at time zone 'Europe/Stockholm', 'IYYY-"W"IW') as week, i.category,
          a.name, i.source, count(*)::integer as reports
        from est.incident i left join est.area a on a.id = i.area_id
        where i.review = 'accepted' and i.class in ('open', 'shared') and i.category not like 'event%'
        group by 1, 2, 3, 4
        """
      ) { row in
        (
          Key(
            week: try row.get("week"), category: try row.get("category"), area: try row.get("name"),
            source: try row.get("source")), try row.get("reports", as: Int.self)
        )
      }
    }
    return Dictionary(uniqueKeysWithValues: rows)
  }

  /// What a week has, and the two that it is compared with, in the order of the picture.
  static func compared(_ week: ISOWeek) -> [ISOWeek] {
    // Of these years only 2026 has a week 53.
    let before = ISOWeek(year: week.year - 1, week: week.year == 2027 ? week.week : min(week.week, 52))!
    return [week, week.advanced(by: -1), before]
  }

  /// The numbers of a week by whatever `name` makes of them; what is nowhere reported is left out.
  func figures<Name: Hashable>(_ week: ISOWeek, by name: (Key) -> Name?) -> [Name: [Int]] {
    var figures: [Name: [Int]] = [:]
    for (span, one) in Self.compared(week).enumerated() {
      for (key, count) in counts where key.week == "\(one)" {
        guard let name = name(key) else { continue }
        figures[name, default: [0, 0, 0]][span] += count
      }
    }
    return figures
  }

  func total(_ week: ISOWeek) -> Int { figures(week) { _ in true }[true]?[0] ?? 0 }
}
