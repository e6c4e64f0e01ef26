import EST
import Testing

@testable import Intake

@Suite struct PoliceIntakeTests {
  static func event(
    id: String = "371971", published: String = "2024-03-24 19:39:19 +01:00",
    name: String = "24 mars 18.46, Stöld, Umeå",
    type: String = "Stöld", place: String = "Umeå", summary: String = "Stöld i butik."
  ) -> String {
    """
    {"id": \(id), "datetime": "\(published)", "name": "\(name)", "summary": "\(summary)", "url": "/a", \
    "type": "\(type)", "location": {"name": "\(place)", "gps": "63.825847,20.263035"}}
    """
  }

  @Test("An event becomes a report without a point")
  func one() throws {
    let items = try police(Self.event(summary: "Teg, stöld i butik.").utf8, districts: ["Teg"])
    var expected = IncomingReport(
      category: CategoryCode("disorder/stöld"), from: Instant(rfc3339: "2024-03-24T18:46:00+01:00")!)
    expected.reference = "371971"
    expected.area = "Teg"
    expected.certainty = .told
    expected.reportClass = .open
    expected.text = "Teg, stöld i butik."
    #expect(items == [.report(line: 1, expected, notes: [])])
  }

  @Test(
    "The time is told in the name, its year by the publication",
    arguments: [
      ("24 mars 18.46, Stöld", "2024-03-24 19:39:19 +01:00", "2024-03-24T18:46:00+01:00"),
      ("24 mars 18:46, Stöld", "2024-03-24 8:39:19 +01:00", "2024-03-24T18:46:00+01:00"),
      ("01 april 09.05, Brand", "2024-04-02 8:00:00 +02:00", "2024-04-01T09:05:00+02:00"),
      ("31 december 23.50, Bråk", "2025-01-01 0:20:00 +01:00", "2024-12-31T23:50:00+01:00"),
      ("01 januari 00.10, Bråk", "2024-12-31 23:58:00 +01:00", "2025-01-01T00:10:00+01:00"),
      ("02 januari 00.10, Bråk", "2024-12-31 23:58:00 +01:00", "2024-01-02T00:10:00+01:00"),
      ("29 februari 12.00, Bråk", "2024-03-01 8:00:00 +01:00", "2024-02-29T12:00:00+01:00"),
      ("30 augusti 7.05, Bråk", "2024-09-01T08:00:00+02:00", "2024-08-30T07:05:00+02:00"),
    ])
  func times(name: String, published: String, expected: String) throws {
    let item = try police(Self.event(published: published, name: name).utf8)[0]
    #expect(item.report?.from == Instant(rfc3339: expected))
    #expect(item.notes == [])
  }

  @Test(
    "The time of publication stands for one that cannot be read",
    arguments: [
      "Stöld, Umeå", "", "24 march 18.46, Stöld", "24 mars, Stöld", "24 mars 18.60, Stöld",
      "31 februari 18.46, Stöld",
      "24 mars 1846, Stöld", "31 mars 02.30, Stöld", "29 februari 18.46, Stöld",
    ])
  func unreadableTimes(name: String) throws {
    // 31 March 2024 had no 02:30, and 2023 no 29 February.
    let published = name.hasPrefix("29") ? "2023-03-31 8:00:00 +02:00" : "2024-03-31 8:00:00 +02:00"
    let item = try police(Self.event(published: published, name: name).utf8)[0]
    #expect(
      item.report?.from == Instant(rfc3339: published.replacing(" 8", with: "T08").replacing(" ", with: "")))
    #expect(item.notes == [.publicationTime])
  }

  @Test("The doubled hour is the first, and told")
  func doubledHour() throws {
    let item = try police(
      Self.event(published: "2024-10-27 8:00:00 +01:00", name: "27 oktober 02.30, Stöld, Umeå").utf8)[0]
    #expect(item.report?.from == Instant(rfc3339: "2024-10-27T00:30:00Z"))
    #expect(item.notes == [.doubledHour(field: "name")])
  }

  @Test("Other municipalities and summaries are passed over, with their reference")
  func skipped() throws {
    let lines = [
      Self.event(place: "Västerbottens län"), Self.event(type: "Sammanfattning natt", place: "Skellefteå"),
      Self.event(id: "\"77\"", type: "Sammanfattning kväll och natt"), Self.event(),
    ]
    let items = try police(lines.joined(separator: "\n").utf8)
    #expect(items.count == 4)
    #expect(items[0] == .skipped(.otherMunicipality, line: 1, reference: "371971"))
    #expect(items[1] == .skipped(.otherMunicipality, line: 2, reference: "371971"))
    #expect(items[2] == .skipped(.summary, line: 3, reference: "77"))
    #expect(items[3].report != nil)
  }

  @Test("Personal data in a public text drops the text, not the event")
  func personalData() throws {
    let item = try police(Self.event(summary: "Teg. Tipsa på 070-123 45 67.").utf8, districts: ["Teg"])[0]
    let report = try #require(item.report)
    #expect(report.text == nil)
    #expect(report.area == "Teg")
    #expect(item.notes == [.textLeftOut(.phoneNumber, position: 15)])
  }

  @Test("Control characters never reach the text, and a long one is cut")
  func texts() throws {
    let escaped = try police(Self.event(summary: "a\\u001b[31m\\u202eb").utf8)[0]
    #expect(escaped.report?.text == "a [31m b")
    let long = try police(Self.event(summary: String(repeating: "å", count: 3_000)).utf8)[0]
    #expect(long.report?.text?.count == 2_000)
    #expect(try police(Self.event(summary: " ").utf8)[0].report?.text == nil)
  }

  @Test(
    "What is wrong with an event",
    arguments: [
      ("{\"id\": 1}", "datetime", .missing), ("{}", "id", .missing),
      ("{\"message\": \"Too many\"}", "id", .missing),
      ("{\"id\": [1]}", "id", .malformed(expected: "JSON")), ("{\"id\": 1", "", .malformed(expected: "JSON")),
      (event(published: "igår"), "datetime", .notATime),
      (event(published: "2027-01-01 8:00:00 +01:00"), "datetime", .inTheFuture),
      ("{\"id\": 1, \"versions\": []}", "versions", .missing),
      ("{\"id\": 1, \"versions\": [{\"seen_at\": \"2024-01-01T00:00:00Z\"}]}", "versions.0.event", .missing),
      (
        "{\"id\": 371971, \"versions\": [{\"seen_at\": \"nyss\", \"event\": \(event())}]}", "seen_at",
        .notATime
      ),
      (
        "{\"id\": 1, \"versions\": [{\"seen_at\": \"2024-01-01T00:00:00Z\", \"event\": \(event())}]}", "id",
        .malformed(expected: "versions.0.event.id")
      ),
    ] as [(String, String, IntakeProblem)])
  func refused(text: String, field: String, problem: IntakeProblem) throws {
    #expect(try police(text.utf8).map(\.reject) == [Reject(line: 1, field: field, problem: problem)])
  }

  @Test("A name at publication that lies ahead of now is told by publication")
  func aheadOfNow() throws {
    let item = try police(
      Self.event(published: "2026-11-23 8:50:00 +01:00", name: "23 november 09.30, Bråk").utf8)[0]
    #expect(item.report?.from == Instant(rfc3339: "2026-11-23T08:50:00+01:00"))
    #expect(item.notes == [.publicationTime])
  }

  static func history(_ versions: (String, String)...) -> String {
    let parts = versions.map { "{\"seen_at\": \"\($0.0)\", \"event\": \($0.1)}" }
    return "{\"id\": 371971, \"versions\": [\(parts.joined(separator: ", "))]}"
  }

  @Test("An event comes with its versions, a change of municipality among them")
  func versions() throws {
    let text = Self.history(
      ("2024-03-24T19:00:00Z", Self.event(summary: "Teg, stöld.")),
      (
        "2024-03-24T20:00:00Z",
        Self.event(name: "24 mars 18.46, Rån, Vännäs", type: "Rån", place: "Vännäs", summary: "Teg, rån.")
      ))
    let items = try police(text.utf8, districts: ["Teg"])
    guard case .revisions(1, let history) = try #require(items.first) else {
      Issue.record("no history: \(items)")
      return
    }
    #expect(history.reference == "371971")
    #expect(history.versions.map(\.municipality) == ["Umeå", "Vännäs"])
    #expect(history.versions.map(\.report.category.description) == ["disorder/stöld", "disorder/rån"])
    #expect(history.versions.map(\.report.area) == ["Teg", nil])
    #expect(
      history.versions.map(\.seenAt) == [
        Instant(rfc3339: "2024-03-24T19:00:00Z"), Instant(rfc3339: "2024-03-24T20:00:00Z"),
      ])
    #expect(history.versions.map(\.isSummary) == [false, false])
  }

  @Test("Histories of others and of summaries are passed over; those out of order are refused")
  func otherHistories() throws {
    let elsewhere = Self.history(("2024-03-24T19:00:00Z", Self.event(place: "Vännäs")))
    #expect(try police(elsewhere.utf8) == [.skipped(.otherMunicipality, line: 1, reference: "371971")])
    let summary = Self.history(("2024-03-24T19:00:00Z", Self.event(type: "Sammanfattning natt")))
    #expect(try police(summary.utf8) == [.skipped(.summary, line: 1, reference: "371971")])
    let backwards = Self.history(
      ("2024-03-24T19:00:00Z", Self.event()), ("2024-03-24T18:00:00Z", Self.event()))
    #expect(
      try police(backwards.utf8)[0].reject == Reject(line: 1, field: "seen_at", problem: .endsBeforeItBegins))
  }

  @Test("A type that is not known is other, and told; a trailing space is nothing")
  func types() throws {
    let unknown = try police(Self.event(type: "Rymdolycka").utf8)[0]
    #expect(unknown.report?.category.main == "other")
    #expect(unknown.notes == [.unknownType])
    #expect(try police(Self.event(type: "Lagen om hundar och katter ").utf8)[0].notes == [])
  }

  @Test(
    "Types with care",
    arguments: [
      ("Stöld", "disorder/stöld"), ("Skadegörelse", "vandalism"), ("Fylleri/LOB", "disorder/alkohol"),
      ("Narkotikabrott", "disorder/misstänkt narkotika"), ("Misshandel", "disorder/våld"),
      ("Rån väpnat", "disorder/rån"),
      ("Inbrott, försök", "disorder/inbrott"), ("Brand", "other"),
      ("Rattfylleri", "disorder/buskörning/olovlig trafik"),
      ("Trafikolycka", "other"), ("Försvunnen person", "other"), ("Djur", "other"),
      ("Knivlagen", "disorder/tillhyggen"),
      ("Våld/hot mot tjänsteman", "staff-incident"), ("Bråk", "disorder/bråk"), ("Hemfridsbrott", "other"),
    ])
  func categories(type: String, code: String) throws {
    #expect(try police(Self.event(type: type).utf8)[0].report?.category == CategoryCode(code))
    #expect(CategoryList.default.category(CategoryCode(code)) != nil)
  }

  @Test("A local list's own codes are used for the common ones they stand for")
  func localCategories() throws {
    let theft = Category(
      code: CategoryCode("tillgrepp"), swedish: "tillgrepp", english: "theft",
      common: CategoryCode("disorder/stöld"))
    let rest = Category(code: CategoryCode("other"), swedish: "övrigt", english: "other")
    func category(_ list: [EST.Category], _ type: String) throws -> IntakeItem {
      let parser = PoliceIntake(
        municipality: "Umeå", districts: [], categories: CategoryList(version: 1, categories: list), now: now)
      return try items(parser, Self.event(type: type).utf8)[0]
    }
    #expect(try category([theft, rest], "Stöld").report?.category.main == "tillgrepp")
    #expect(try category([theft, rest], "Rån").report?.category.main == "other")
    #expect(try category([theft], "Rån").reject?.problem == .unknownCategory(allowed: "tillgrepp"))
  }
}
