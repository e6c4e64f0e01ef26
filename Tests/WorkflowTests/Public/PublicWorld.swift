import EST
import Foundation
import Persistence
import Picture
import Postgres
import TestSupport

@testable import Workflow

/// A municipality with areas of all sizes and reports of two years, of which some are corrected between releases.
struct PublicWorld {
  let world: World
  /// Those who read a release know them by these names; one has no number of inhabitants.
  private(set) var areas: [(id: UUID, name: String, population: Int?)] = []
  private(set) var random: SeededGenerator

  /// Sensitive by the municipality's setting, which is the standard one, and by their names.
  static let sensitive: Set<String> = ["staff-incident", "hatbrott", "disorder/våld i nära relation"]
  private static let ordinary = ["vandalism", "disorder", "gathering", "rumour", "other"]

  /// - Parameter hasPopulation: whether the areas were imported with numbers of inhabitants.
  init(_ world: World, _ random: SeededGenerator, areas count: Int, hasPopulation: Bool) async throws {
    self.world = world
    self.random = random
    for number in 0..<count {
      let population = Int(exp(Double.random(in: 5.5...8.5, using: &self.random)))
      areas.append((UUID(), "Område \(number)", hasPopulation ? population : nil))
    }
    let corners = areas.map { _ in
      (Int.random(in: 740...770, using: &self.random), Int.random(in: 7070...7090, using: &self.random))
    }
    let rows = areas
    try await world.database.transaction { session in
      let list = CategoryList(
        version: 2,
        categories: CategoryList.default.categories + [
          Category(code: CategoryCode("hatbrott"), swedish: "hatbrott", english: "bias crime"),
          Category(
            code: CategoryCode("disorder/våld i nära relation"), swedish: "våld i nära relation",
            english: "violence at home"),
        ])
      try CategoryStore(session, World.code).add(list)
      for (row, corner) in zip(rows, corners) {
        try session.execute(
          """
          insert into est.area (municipality, id, group_id, name, population, geometry)
          select \(World.code), \(row.id), g.id, \(row.name), \(row.population),
            st_multi(st_makeenvelope(\(corner.0 * 1000), \(corner.1 * 1000), \(corner.0 * 1000 + 900),
              \(corner.1 * 1000 + 900), 3006))
          from est.est_group g where g.municipality = \(World.code)
          """)
      }
    }
  }

  /// Reports of a stretch of months: some categories are busy and most are not.
  /// - Parameter level: about how many a month for an area and a category; any where none is given.
  mutating func report(_ months: Range<Int>, level: Double? = nil) async throws {
    let level = level ?? exp(Double.random(in: -1...2, using: &random))
    var weights: [String: Double] = [:]
    func weight(_ name: String, _ random: inout SeededGenerator) -> Double {
      if let weight = weights[name] { return weight }
      let weight = exp(Double.random(in: -1.3...1.3, using: &random))
      weights[name] = weight
      return weight
    }
    var rows: [[String: String?]] = []
    let places = areas.map { Optional($0) } + [nil]
    for month in months {
      for place in places {
        for category in Self.ordinary + Self.sensitive.sorted() {
          let mean =
            level * weight(place?.name ?? "?", &random) * weight(category, &random)
            * (place == nil ? 0.3 : 1)
          for _ in 0..<Self.count(mean, &random) { rows.append(row(month, place?.id, category)) }
        }
      }
    }
    try await add(rows)
  }

  /// What comes late, and what turns out to be otherwise.
  mutating func correct(_ months: Range<Int>, late: Int) async throws {
    let late = (0..<late).map { _ in
      let (month, place) = (months.randomElement(using: &random)!, areas.randomElement(using: &random))
      return row(month, place?.id, Self.ordinary.randomElement(using: &random)!)
    }
    try await add(late)
    let (seed, first) = (
      Int(random.next() % 1000), CalendarPeriod.firstDay(ofMonth: months.lowerBound).description
    )
    try await world.database.transaction { session in
      try session.execute(
        """
        select set_config('est.actor', p.id::text, true) from est.participant p
        where p.municipality = \(World.code) and p.login = '2480_samordnare'
        """)
      try session.execute(
        """
        update est.incident set review = 'rejected', review_reason = 'dubblett'
        where municipality = \(World.code) and review = 'accepted' and cycle_id is null
          and occurred_from >= \(first)::date and abs(hashtext(id::text || \(seed))) % 37 = 0
        """)
      try session.execute(
        """
        update est.incident set category = 'vandalism'
        where municipality = \(World.code) and category = 'disorder' and cycle_id is null
          and occurred_from >= \(first)::date and abs(hashtext(id::text || \(seed))) % 31 = 0
        """)
    }
  }

  private mutating func row(_ month: Int, _ area: UUID?, _ category: String) -> [String: String?] {
    let zone = ZoneRules.stockholm
    let (first, end) = (CalendarPeriod.firstDay(ofMonth: month), CalendarPeriod.firstDay(ofMonth: month + 1))
    let (from, to) = [first, end].map {
      zone.planned(LocalDateTime($0, LocalTime(secondOfDay: 0))).microseconds
    }.pair
    // Every seventh in the first or the last hour of the month.
    let hour: Int64 = 3_600_000_000
    let at =
      switch Int.random(in: 0..<14, using: &random) {
      case 0: Int64.random(in: from..<(from + hour), using: &random)
      case 1: Int64.random(in: (to - hour)..<to, using: &random)
      default: Int64.random(in: from..<to, using: &random)
      }
    let subtype =
      category == "vandalism" && Bool.random(using: &random)
      ? "vandalism/klotter"
      : category == "staff-incident" ? "staff-incident/hot" : category
    return [
      "at": Instant(microseconds: at).rfc3339(in: zone), "area": area?.uuidString, "category": subtype,
      "class": ["open", "shared", "shared", "authority-only"].randomElement(using: &random)!,
      "review": Int.random(in: 0..<12, using: &random) == 0 ? "received" : "accepted",
    ]
  }

  private func add(_ rows: [[String: String?]]) async throws {
    let json = String(decoding: try JSONEncoder().encode(rows), as: UTF8.self)
    try await world.database.transaction { session in
      try session.execute(
        """
        insert into est.incident
        select (jsonb_populate_record(i, jsonb_build_object(
          'id', gen_random_uuid(), 'occurred_from', r.at, 'occurred_to', null, 'cycle_id', null,
          'category_version', 2, 'category', r.category, 'reasons', '[]'::jsonb, 'area_id', r.area, 'place', null,
          'precision', case when r.area is null then 'municipality' else 'area' end,
          'class', r.class, 'review', r.review))).*
        from est.incident i
        cross join jsonb_to_recordset(\(json)::text::jsonb)
          as r(at timestamptz, area uuid, category text, class text, review text)
        where i.id = (select min(id::text)::uuid from est.incident where cycle_id is not null)
        """)
    }
  }

  /// Geometric, whose variance is beyond Poisson's as that of real counts.
  private static func count(_ mean: Double, _ random: inout SeededGenerator) -> Int {
    Int(
      log(Double.random(in: Double.leastNonzeroMagnitude..<1, using: &random)) / log(mean / (1 + mean)))
  }

  /// What PostgreSQL itself counts at present, by names.
  func truth() async throws -> [Outsider.Truth] {
    try await world.database.transaction { session in
      try session.rows(
        """
        select extract(year from i.day)::integer * 12 + extract(month from i.day)::integer - 1 as month,
          a.name, i.category, count(*)::integer as reports
        from (select *, occurred_from at time zone 'Europe/Stockholm' as day from est.incident) i
        left join est.area a on (a.municipality, a.id) = (i.municipality, i.area_id)
        where i.municipality = \(World.code) and i.review = 'accepted' and i.class <> 'authority-only'
        group by 1, 2, 3
        """
      ) {
        Outsider.Truth(
          month: try $0.get("month"), area: try $0.get("name"), category: try $0.get("category"),
          count: try $0.get("reports"))
      }
    }
  }
}

extension [Int64] {
  fileprivate var pair: (Int64, Int64) { (self[0], self[1]) }
}
