import EST
import Testing

@testable import Intake

/// What each field may hold, and what becomes of it.
@Suite struct FieldTests {
  @Test("Every field is read")
  func all() throws {
    let full = try report([
      "category": "Otrygg plats", "area": " Teg ", "unit": "Fältgruppen", "place": "Vasaplan",
      "place_type": "Centrum",
      "occurred_from": "2026-11-10T18:00", "occurred_to": "2026-11-10T19:30:00+01:00",
      "certainty": "misstänkt",
      "assessment": "gul", "reason": "belysning | sikt,belysning", "class": "myndighet",
      "text": "Mörkt.\nMycket mörkt.",
      "reference": "K-2026/17", "latitude": "63,8258", "longitude": "20.2630", "count": "1",
    ])
    var expected = IncomingReport(
      category: CategoryCode("unsafe-place"),
      from: try #require(Instant(rfc3339: "2026-11-10T18:00:00+01:00")))
    expected.area = "Teg"
    expected.unit = "Fältgruppen"
    expected.place = "Vasaplan"
    expected.placeType = .centre
    expected.to = Instant(rfc3339: "2026-11-10T18:30:00Z")
    expected.certainty = .suspected
    expected.assessment = "gul"
    expected.reasons = ["belysning", "sikt"]
    expected.reportClass = .authorityOnly
    expected.text = "Mörkt.\nMycket mörkt."
    expected.reference = "K-2026/17"
    expected.point = .wgs84(latitude: 63.8258, longitude: 20.263)
    #expect(full == expected)
  }

  @Test("A row needs a category and a time; the rest has defaults")
  func defaults() throws {
    let bare = try report([:])
    #expect(bare == IncomingReport(category: CategoryCode("vandalism"), from: bare.from))
    #expect(bare.certainty == .seen)
    #expect(bare.reportClass == .shared)
  }

  @Test(
    "Swedish headers",
    arguments: [
      ("område", \IncomingReport.area), ("Enhet", \.unit), ("PLATS", \.place), ("bedömning", \.assessment),
      ("Referens", \.reference),
    ])
  func swedishHeaders(header: String, field: any KeyPath<IncomingReport, String?> & Sendable) throws {
    let items = try csv("kategori;inträffat från;\(header)\nklotter;2026-11-10 18:54;x")
    #expect(items.last?.report?[keyPath: field] == "x")
  }

  @Test(
    "Words in Swedish and codes",
    arguments: [
      (
        "place_type",
        [
          "utomhus", "trapphus", "tvättstuga", "Källare", "garage", "centrum", "bibliotek", "skola", "butik",
          "kollektivtrafik", "annat",
        ]
      ),
      ("certainty", ["sett", "hört", "misstänkt", "seen", "told", "suspected"]),
      ("class", ["öppen", "delad", "Myndighet", "open", "shared", "authority-only"]),
    ])
  func words(field: String, words: [String]) throws {
    for word in words { _ = try report([field: word]) }
    #expect(Set(try words.map { try report([field: $0]) }).count == (field == "place_type" ? 11 : 3))
  }

  @Test(
    "What is refused, and why",
    arguments: [
      ("category", "", .missing), ("occurred_from", "  ", .missing),
      ("occurred_from", "igår", .notATime), ("occurred_from", "2026-11-10", .notATime),
      ("occurred_from", "2026-11-10T18", .notATime), ("occurred_from", "2026-11-10T18:54+1", .notATime),
      ("occurred_from", "10/11/2026 18:54", .notATime), ("occurred_from", "2026-11-10T18:54:00.Z", .notATime),
      ("occurred_from", "2026-02-30T12:00", .impossibleTime),
      ("occurred_from", "2026-11-10T24:00", .impossibleTime),
      ("occurred_from", "2026-11-10T18:54:00+24:00", .impossibleTime),
      ("occurred_from", "0226-11-10T12:00", .impossibleTime),
      ("occurred_from", "2026-03-29T02:30", .skippedHour), ("occurred_to", "2026-03-29T02:00", .skippedHour),
      ("occurred_from", "2026-11-23T09:00:01+01:00", .inTheFuture),
      ("occurred_to", "2026-11-23T09:01", .inTheFuture),
      ("occurred_to", "2026-11-10T18:53", .endsBeforeItBegins),
      ("certainty", "kanske", .unknownValue(allowed: "seen, told, suspected")),
      ("class", "hemlig", .unknownValue(allowed: "open, shared, authority-only")),
      ("place_type", "Lägenhet", .insideDwelling), ("place_type", "hemma", .insideDwelling),
      ("place_type", "villa", .insideDwelling), ("place_type", "bostad", .insideDwelling),
      ("text", String(repeating: "å", count: 2_001), .tooLong(limit: 2_000)),
      ("place", String(repeating: "å", count: 201), .tooLong(limit: 200)),
      ("reference", String(repeating: "r", count: 201), .tooLong(limit: 200)),
      ("area", String(repeating: "r", count: 201), .tooLong(limit: 200)),
      ("reason", String(repeating: "r", count: 201), .tooLong(limit: 200)),
      ("text", "a\u{0}b", .controlCharacter), ("text", "\u{1B}[31m", .controlCharacter),
      ("place", "a\nb", .controlCharacter),
      ("text", "a\u{85}b", .controlCharacter), ("text", "a\u{202E}b", .controlCharacter),
      ("place", "a\u{2066}b", .controlCharacter), ("area", "a\u{200F}b", .controlCharacter),
      ("reference", "a\u{200E}b", .controlCharacter), ("unit", "a\u{7F}b", .controlCharacter),
      ("reason", "a\tb", .controlCharacter), ("text", "a\u{2028}b", .controlCharacter),
      ("text", "ring 070-123 45 67", .personalData(.phoneNumber, position: 6)),
      ("place", "vid bilen ABC 123", .personalData(.vehiclePlate, position: 11)),
      ("reason", "sikt|anna@exempel.se", .personalData(.emailAddress, position: 6)),
      ("assessment", "850709-9805", .personalData(.personalNumber, position: 1)),
      ("count", "-3", .negative), ("count", "2", .unknownValue(allowed: "1")),
      ("count", "många", .notANumber),
    ] as [(String, String, IntakeProblem)])
  func refused(field: String, value: String, problem: IntakeProblem) throws {
    let refused = try reject([field: value])
    #expect(refused == Reject(line: 2, field: field, problem: problem))
    // A reject never tells what it refuses.
    if value.count > 6, case .personalData = problem { #expect(!"\(refused)".contains(value.suffix(6))) }
  }

  @Test("What just passes")
  func justPasses() throws {
    #expect(try report(["occurred_from": "2026-11-23T09:00:00+01:00"]).from == now)
    #expect(try report(["text": String(repeating: "å", count: 2_000)]).text?.count == 2_000)
    #expect(try report(["occurred_to": "2026-11-10T18:54"]).to == nil)
    #expect(
      try report(["occurred_to": "2026-11-10T18:55"]).to == Instant(rfc3339: "2026-11-10T18:55:00+01:00"))
    #expect(try report(["text": "a\tb\r\nc"]).text == "a\tb\r\nc")
    #expect(
      try report(["place": "Café \"O'Hara\" & Söner; länsväg 364"]).place
        == "Café \"O'Hara\" & Söner; länsväg 364")
    #expect(try report(["occurred_from": "2026-11-10T18:54:00.5Z"]).from.microseconds % 1_000_000 == 500_000)
  }

  @Test(
    "A coming event lies ahead, nothing else does", arguments: ["event", "arrangemang", "event/högriskmatch"])
  func comingEvents(category: String) throws {
    let cells = [
      "category": category, "occurred_from": "2026-12-05T15:00", "occurred_to": "2026-12-05T18:00",
    ]
    #expect(try report(cells).to != nil)
  }

  @Test("An unsafe place says why; its sub-types are reasons")
  func unsafePlaces() throws {
    #expect(try reject(["category": "unsafe-place"]).problem == .unsafePlaceNeedsReason)
    #expect(try reject(["category": "otrygg plats", "reason": " | , "]).field == "reason")
    #expect(try report(["category": "unsafe-place", "reason": "sikt"]).reasons == ["sikt"])
    #expect(try report(["category": "unsafe-place/belysning"]).reasons == ["belysning"])
    #expect(try report(["category": "unsafe-place/belysning", "reason": "sikt"]).reasons == ["sikt"])
  }

  @Test("An unknown category is told with what would do")
  func unknownCategories() throws {
    guard case .unknownCategory(let allowed) = try reject(["category": "klottr"]).problem else {
      Issue.record("no unknown category")
      return
    }
    #expect(allowed == "vandalism, gathering, disorder, unsafe-place, event, staff-incident, rumour, other")
    let subtype = try reject(["category": "Skadegörelse/klottr"]).problem
    #expect(
      subtype
        == .unknownCategory(
          allowed: "vandalism, vandalism/klotter, vandalism/glaskross, vandalism/brand, vandalism/annan"))
  }

  @Test(
    "The hour that comes twice is taken as the first, and told", arguments: ["occurred_from", "occurred_to"])
  func doubledHour(field: String) throws {
    var cells = ["occurred_from": "2026-10-25T01:30", "occurred_to": "2026-10-25T04:00"]
    cells[field] = "2026-10-25T02:30"
    let item = try #require(try csv(row(cells)).first)
    let instant = Instant(rfc3339: "2026-10-25T00:30:00Z")
    #expect((field == "occurred_from" ? item.report?.from : item.report?.to) == instant)
    #expect(item.notes == [.doubledHour(field: field)])
    // With an offset nothing is doubled.
    cells[field] = "2026-10-25T02:30+01:00"
    #expect(try csv(row(cells)).first?.notes == [])
  }

  @Test(
    "Points",
    arguments: [
      (
        ["x": "758943.2", "y": "7088190.25"],
        IncomingPoint.sweref(SwerefPoint(easting: 758_943.2, northing: 7_088_190.25))
      ),
      (["x": "758943,2", "y": "7088190"], .sweref(SwerefPoint(easting: 758_943.2, northing: 7_088_190))),
      (
        ["latitude": "63.825847", "longitude": "20.263035"], .wgs84(latitude: 63.825847, longitude: 20.263035)
      ),
      (
        ["latitude": "63.825847", "longitude": "20.263035", "x": "", "y": " "],
        .wgs84(latitude: 63.825847, longitude: 20.263035)
      ),
    ])
  func points(cells: [String: String], expected: IncomingPoint) throws {
    #expect(try report(cells).point == expected)
  }

  @Test(
    "What is no point",
    arguments: [
      (["x": "758943.2"], "y", .missing), (["latitude": "63.8", "longitude": ""], "longitude", .missing),
      (["x": "7 58943", "y": "7088190"], "x", .notANumber), (["x": "758943", "y": "1e6"], "y", .notANumber),
      (["latitude": "63.8.1", "longitude": "20"], "latitude", .notANumber),
      (["latitude": "NaN", "longitude": "20"], "latitude", .notANumber),
      (["latitude": "-", "longitude": "20"], "latitude", .notANumber),
      (["latitude": "20.263", "longitude": "63.825"], "latitude", .outsideSweden),
      (["latitude": "0", "longitude": "0"], "latitude", .outsideSweden),
      (["x": "7088190", "y": "758943"], "x", .outsideSweden),
      (["x": "-758943", "y": "7088190"], "x", .outsideSweden),
      (
        ["x": "758943", "y": "7088190", "latitude": "63.8", "longitude": "20.2"], "x",
        .malformed(expected: "x, y / latitude, longitude")
      ),
    ] as [([String: String], String, IntakeProblem)])
  func noPoints(cells: [String: String], field: String, problem: IntakeProblem) throws {
    #expect(try reject(cells) == Reject(line: 2, field: field, problem: problem))
  }

  @Test("Decimal numbers are those of the standard library")
  func numbers() throws {
    var random = SplitMix64(seed: 8)
    for _ in 0..<2_000 {
      let text =
        "\(Int.random(in: 0..<10_000_000, using: &random)).\(Int.random(in: 0..<1_000_000_000, using: &random))"
      let number = try Array(text.utf8).withUnsafeBufferPointer { try NumberText.decimal($0) }
      #expect(abs(number - Double(text)!) <= number.ulp)
    }
  }
}
