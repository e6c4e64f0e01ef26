import EST
import Foundation
import Persistence
import Postgres
import TestSupport
import Testing

@testable import Workflow

/// Ten years of reports, decisions and holds, day by day: each text goes on the day that the rules tell, not before and
/// not after. What is expected is worked out by the pure rule, from what was decided and when.
@Suite struct TenYearsTests {
  private struct Text {
    let kind: InformationKind
    let id: UUID
    let since: LocalDate
    let happened: LocalDate
    let isInHaga: Bool?
    var gone: LocalDate?
  }

  private struct Stop {
    let number: Int
    let kind: InformationKind?
    let isInHaga: Bool
    let from: LocalDate?
    let to: LocalDate?

    func concerns(_ text: Text) -> Bool {
      (kind ?? text.kind) == text.kind && (!isInHaga || text.isInHaga ?? true)
        && (from ?? text.since) <= text.since
        && (to ?? text.happened) >= text.happened
    }
  }

  private static let begins = day("2026-12-01")
  private static let years = 10
  private static let reports = 600
  private static let answers = 150

  @Test(.timeLimit(.minutes(30))) func `every text goes on its day, and the statistics stay`() async throws {
    try await World.run { world in
      var random = Seed.generator(2_400)
      var texts = try await Self.fill(world, &random)
      let before = try await Self.statistics(world)
      // The first one was made before there were these reports.
      let verdicts = try await PictureProofTests.verdicts(world)
      #expect(verdicts.last == .remade)
      var rules: [RetentionRule] = []
      var stops: [Stop] = []
      // Decisions, holds and their ends, on days that chance chooses.
      var events: [LocalDate: [Int]] = [:]
      for event in 0..<24 {
        events[Self.begins + Int.random(in: 1..<Self.years * 365, using: &random), default: []].append(event)
      }
      events[Self.begins, default: []] += [100, 101]
      let last = Self.begins + Self.years * 365 + 3
      // All days, or those around which something happens and some others.
      var looked: Set<LocalDate> = [last]
      for day in stride(from: Self.begins.daysSince1970, through: last.daysSince1970, by: 1) {
        if Seed.full || day % 30 == 0 { looked.insert(LocalDate(daysSince1970: day)) }
      }
      for day in events.keys { looked.formUnion([day, day + 1]) }
      if !Seed.full {
        for text in texts.shuffled(using: &random).prefix(40) {
          for period in ["P2Y", "P1Y6M", "P400D"] {
            let due = RetentionPeriod(period)!.due(from: text.since)
            looked.formUnion([due + -1, due].filter { $0 > Self.begins && $0 <= last })
          }
        }
      }
      var exact = 0
      for today in looked.sorted() {
        for event in events[today] ?? [] {
          try await Self.take(event, today, world, &rules, &stops, &random)
        }
        try await world.dispose(on: today.description)
        for index in texts.indices where texts[index].gone == nil {
          let text = texts[index]
          guard let period = rules.inForce(text.kind, on: today)?.period,
            period.due(from: text.since) <= today,
            !stops.contains(where: { $0.concerns(text) })
          else { continue }
          if period.due(from: text.since) == today { exact += 1 }
          texts[index].gone = today
        }
        let left = try await Self.left(world)
        let expected = Set(texts.filter { $0.gone == nil }.map(\.id))
        try #require(
          left == expected,
          "\(today): \(left.subtracting(expected).count) late, \(expected.subtracting(left).count) early")
      }
      // In the end all holds are lifted, and nothing is kept for longer than a day.
      for stop in stops {
        try await world.speak(at: Self.noon(last)) { try $0.release(stop.number, because: "slut") }
      }
      for kind in [InformationKind.reports, .mail] {
        try await world.decide(kind, "P1D", on: last.description, decision: "KS slut")
      }
      try await world.dispose(on: (last + 2).description)
      #expect(try await Self.left(world) == [])
      #expect(try await world.traces(of: "Hemligt") == [])
      #expect(try await Self.statistics(world) == before)
      #expect(try await PictureProofTests.verdicts(world) == verdicts)
      let told = try await world.database.transaction { session in
        try session.one("select sum(items)::bigint from est.disposal", as: Int64.self)
      }
      #expect(told == Int64(texts.count))
      print(
        """
        ten years, \(looked.count) days looked at: \(texts.count) texts, \(exact) of them on the very day, \
        \(rules.count) decisions, \(events.count) days of decisions and holds, 0 texts left
        """)
    }
  }

  private static func noon(_ day: LocalDate) -> Instant { swedish("\(day)T12:00") }

  /// A decision, a hold, or a hold's end.
  private static func take(
    _ event: Int, _ today: LocalDate, _ world: World, _ rules: inout [RetentionRule], _ stops: inout [Stop],
    _ random: inout SeededGenerator
  ) async throws {
    let kind: InformationKind = event % 2 == 0 ? .reports : .mail
    switch event % 24 {
    case 0...8:
      let period = ["P2Y", "P1Y6M", "P400D", "P30M", nil][event % 5]
      let from = today + Int.random(in: 1...200, using: &random)
      rules.append(
        try await world.decide(
          kind, event < 24 ? period : "P2Y", on: today.description, from: from.description,
          decision: "KS \(today) § \(event)"))
    case 9...16:
      let start = begins + -Int.random(in: 0...700, using: &random)
      let isInHaga = event % 3 == 0
      let hold = (
        event % 4 == 0 ? nil : kind, event % 5 == 0 ? nil : start, event % 5 == 0 ? nil : start + 300
      )
      let number = try await world.speak(at: noon(today)) { desk in
        try desk.hold(
          hold.0, area: isInHaga ? "Haga" : nil, from: hold.1, to: hold.2, because: "prövas",
          reference: "T \(event)-27")
      }
      stops.append(Stop(number: number, kind: hold.0, isInHaga: isInHaga, from: hold.1, to: hold.2))
    default:
      guard let stop = stops.randomElement(using: &random) else { return }
      try await world.speak(at: noon(today)) { try $0.release(stop.number, because: "klart") }
      stops.removeAll { $0.number == stop.number }
    }
  }

  /// Reports of two years before, some of them corrected, and answers of mail servers; a picture of them.
  private static func fill(_ world: World, _ random: inout SeededGenerator) async throws -> [Text] {
    var times: [(Instant, Instant, Bool?)] = []
    for number in 0..<reports {
      let received = noon(begins).advanced(minutes: -Int.random(in: 0...1_000_000, using: &random))
      let happened = received.advanced(minutes: -Int.random(in: 0...60_000, using: &random))
      times.append((received, happened, number % 3 == 0 ? true : number % 3 == 1 ? false : nil))
    }
    let ids = times.map { _ in UUID.drawn(&random) }
    let answered = (0..<answers).map { _ in
      noon(begins).advanced(minutes: -Int.random(in: 0...1_000_000, using: &random))
    }
    let mails = answered.map { _ in UUID.drawn(&random) }
    let (known, asked, reportIDs, mailIDs) = (times, answered, ids, mails)
    try await TestDatabase.administer(world.database) { session in
      try session.script("set session_replication_role = replica")
      try session.execute(
        """
        insert into est.area (municipality, id, group_id, name, geometry)
        select municipality, gen_random_uuid(), group_id, 'Öst', st_translate(geometry, 2000, 0) from est.area
        """)
      try session.execute(
        """
        with given as (
          select * from unnest(\(reportIDs)::uuid[], \(known.map(\.0))::timestamptz[], \(known.map(\.1))::timestamptz[],
            \(known.map { $0.2.map { $0 ? "Haga" : "Öst" } })::text[]) g(id, received, happened, area)),
        keys as (
          insert into est.incident_key (municipality, id, received_at, group_id, organisation_id, reported_by, class)
          select '2480', g.id, g.received, i.group_id, i.organisation_id, i.reported_by, i.class
          from given g, est.incident i),
        versions as (
          insert into est.incident_version (municipality, received_at, id, version, content, superseded_at,
            superseded_by, reason)
          select '2480', g.received, g.id, 1, to_jsonb(i) || jsonb_build_object('id', g.id, 'received_at', g.received,
            'text', 'Hemligt före'), g.received + interval '1 hour', i.reported_by, 'Hemligt skäl'
          from given g, est.incident i where g.id::text < '4')
        insert into est.incident
        select (jsonb_populate_record(i, jsonb_build_object('id', g.id, 'received_at', g.received, 'version', 2,
          'occurred_from', g.happened, 'cycle_id', null, 'place', 'Hemligt torg', 'text', 'Hemligt',
          'area_id', a.id, 'precision', case when a.id is null then 'municipality' else 'place' end))).*
        from given g cross join est.incident i left join est.area a on a.name = g.area
        """)
      try session.execute(
        "update est.incident set text = '[gallrat]', place = '[gallrat]' where id <> all(\(reportIDs)::uuid[])"
      )
      try session.execute(
        """
        insert into est.outbox_attempt (municipality, outbox_id, attempt, started_at, ended_at, outcome, cause, said)
        select '2480', id, 1, ended, ended, 'permanent-failure', 'reply', 'Hemligt svar'
        from unnest(\(mailIDs)::uuid[], \(asked)::timestamptz[]) g(id, ended)
        """)
      try session.script("set session_replication_role = origin; delete from est.kept_reports")
    }
    try await world.speak(at: noon(begins)) { desk in try desk.say("recompile", to: try desk.week()) }
    func date(_ instant: Instant) -> LocalDate { ZoneRules.stockholm.local(instant).date }
    return zip(ids, times).map { id, time in
      Text(kind: .reports, id: id, since: date(time.0), happened: date(time.1), isInHaga: time.2)
    }
      + zip(mails, answered).map { id, time in
        Text(kind: .mail, id: id, since: date(time), happened: date(time), isInHaga: nil)
      }
  }

  private static func left(_ world: World) async throws -> Set<UUID> {
    try await world.database.transaction { session in
      Set(
        try session.rows(
          """
          select id from est.incident where text like 'Hemligt%' or place like 'Hemligt%'
          union select id from est.incident_version where reason like 'Hemligt%' or content::text like '%Hemligt%'
          union select outbox_id from est.outbox_attempt where said like 'Hemligt%'
          """
        ) { try $0.get("id", as: UUID.self) })
    }
  }

  private static func statistics(_ world: World) async throws -> [String] {
    try await world.database.transaction { session in
      try session.rows(
        """
        select concat_ws(' ', category, area_id, source, precision, review, class, certainty, place_type,
          date_trunc('week', occurred_from), st_astext(point), count(*)) as line
        from est.incident group by category, area_id, source, precision, review, class, certainty, place_type,
          date_trunc('week', occurred_from), point order by 1
        """
      ) { try $0.get("line", as: String.self) }
    }
  }
}

extension UUID {
  fileprivate static func drawn(_ random: inout SeededGenerator) -> UUID {
    var halves = (random.next(), random.next())
    return withUnsafeBytes(of: &halves) { UUID(uuid: $0.loadUnaligned(as: uuid_t.self)) }
  }
}
