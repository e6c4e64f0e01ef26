import EST
import Testing

@testable import Intake

@Suite struct MappingTests {
  static let foreign = Mapping(
    delimiter: ";", columns: ["Händelsetyp": "category", "Starttid": "occurred_from", "Orsak": "reason"],
    ignored: ["Handläggare"],
    values: [
      "category": ["Klotter utomhus": "vandalism/klotter", "Mörk plats": "otrygg plats"],
      "area": ["Ålidhem": "Ålidhemsområdet"], "reason": ["mörkt": "belysning"],
      "place_type": ["park": "outdoors"],
    ],
    constants: ["certainty": "hört", "class": "open", "unit": "Fältgruppen"],
    formats: ["occurred_from": "dd.MM.yyyy HH:mm:ss"])

  @Test("Headers, values, formats and constants are translated")
  func translated() throws {
    let items = try csv(
      "HÄNDELSETYP;starttid;Handläggare;område;Orsak;platstyp\n"
        + "klotter  UTOMHUS;10.11.2026 18:54:09;X;ålidhem;;Park\n"
        + "Mörk plats;10.11.2026 18:54:09;X;Teg;mörkt|sikt;\n",
      mapping: Self.foreign)
    #expect(items.count == 2)
    let first = try #require(items[0].report)
    #expect(first.category == CategoryCode("vandalism/klotter"))
    #expect(first.from == Instant(rfc3339: "2026-11-10T18:54:09+01:00"))
    #expect(first.area == "Ålidhemsområdet")
    #expect(first.placeType == .outdoors)
    #expect(first.certainty == .told)
    #expect(first.reportClass == .open)
    #expect(first.unit == "Fältgruppen")
    let second = try #require(items[1].report)
    #expect(second.area == "Teg")
    #expect(second.reasons == ["belysning", "sikt"])
  }

  @Test("The file's own headers are told in rejects and problems")
  func ownWords() throws {
    let items = try csv("Händelsetyp;Starttid\nklotter;2026-11-10 18:54\n", mapping: Self.foreign)
    #expect(items[0].reject == Reject(line: 2, field: "Starttid", problem: .notATime))
    #expect(throws: FileProblem.missingColumn("category", allowed: ["händelsetyp", "category", "kategori"])) {
      try csv("Starttid;b\n", mapping: Self.foreign)
    }
  }

  @Test("A constant stands for a column that is lacking")
  func constantCategory() throws {
    let mapping = Mapping(constants: ["category": "other"])
    #expect(
      try csv("occurred_from,place\n2026-11-10T18:54,a", mapping: mapping)[0].report?.category.main == "other"
    )
  }

  @Test("Local times by a pattern follow the clock changes too")
  func patternAndClock() throws {
    let mapping = Mapping(formats: ["occurred_from": "yyyyMMdd'T'HHmm"])
    func item(_ time: String) throws -> IntakeItem {
      try csv("category,occurred_from\nother,\(time)", mapping: mapping)[0]
    }
    #expect(try item("20260329T0230").reject?.problem == .skippedHour)
    #expect(try item("20261025T0230").notes == [.doubledHour(field: "occurred_from")])
    #expect(try item("20260230T0230").reject?.problem == .impossibleTime)
    #expect(try item("20260329T02305").reject?.problem == .notATime)
  }

  @Test(
    "What is wrong with a mapping",
    arguments: [
      (Mapping(delimiter: "|"), .unknownDelimiter("|")),
      (
        Mapping(columns: ["a": "categori"]),
        .unknownField("categori", allowed: Field.allCases.map(\.rawValue))
      ),
      (Mapping(columns: ["a": "area", "b": "area"]), .fieldGivenTwice(.area)),
      (
        Mapping(values: ["category": ["klotter": "vandalism/klottr"]]),
        .unknownValue("vandalism/klottr", field: .category, allowed: CategoryList.default.mainCodes)
      ),
      (
        Mapping(constants: ["certainty": "kanske"]),
        .unknownValue("kanske", field: .certainty, allowed: "seen, told, suspected")
      ),
      (Mapping(constants: ["reference": "1"]), .notForField(.reference, part: "constants")),
      (Mapping(values: ["x": ["a": "b"]]), .notForField(.x, part: "values")),
      (Mapping(formats: ["text": "yyyy"]), .notForField(.text, part: "formats")),
      (
        Mapping(formats: ["occurred_from": "yyyy-MM-dd"]),
        .unreadableFormat("yyyy-MM-dd", field: .occurredFrom)
      ),
      (
        Mapping(formats: ["occurred_to": "yyyy-MM-dd HH:mm yyyy"]),
        .unreadableFormat("yyyy-MM-dd HH:mm yyyy", field: .occurredTo)
      ),
      (
        Mapping(formats: ["occurred_to": "dd/MM/yy HH:mm"]),
        .unreadableFormat("dd/MM/yy HH:mm", field: .occurredTo)
      ),
    ] as [(Mapping, MappingProblem)])
  func problems(mapping: Mapping, problem: MappingProblem) {
    #expect(throws: problem) { try csv("category,occurred_from", mapping: mapping) }
    #expect(throws: problem) { try json("[]", mapping: mapping) }
  }

  @Test(
    "A mapping file that cannot be read",
    arguments: [
      ("", .malformed(at: "")), ("[]", .malformed(at: "")), ("{\"columns\": [1]}", .malformed(at: "columns")),
      ("{\"values\": {\"category\": {\"a\": 1}}}", .malformed(at: "values.category.a")),
      (
        "{\"colums\": {}}",
        .unknownPart(
          "colums", allowed: ["delimiter", "columns", "ignored", "values", "constants", "formats"])
      ),
    ] as [(String, MappingProblem)])
  func unreadable(text: String, problem: MappingProblem) {
    #expect(throws: problem) { try Mapping(json: text.utf8) }
  }

  @Test("The sample for made-up incidents takes all of their 25 categories")
  func syntheticIncidents() throws {
    let categories = [
      "skadegorelse", "klotter", "nedskrapning", "stold_cykel", "stold_ur_bil", "stold_av_bil",
      "inbrott_bostad",
      "inbrott_kallare", "inbrott_lokal", "butiksstold", "misshandel_utomhus", "ran_ungdom", "hot",
      "ordningsstorning",
      "berusade", "narkotika_oppet", "brand_utomhus", "anlagd_brand", "buskorning", "ungdomsgrupp",
      "trygghetsvandring_anm", "otrygg_plats", "belysning", "storning_boende", "vapen_fynd",
    ]
    let head = "id,source,category,occurred_from,occurred_to,reported_at,area_id,x,y,reason\n"
    let rows = categories.enumerated().map { number, category in
      "\(number),polis,\(category),2021-01-04T00:16,2021-01-04T01:16,2021-01-04T02:53,A34,756437.9,7089194.0,"
        + (category == "otrygg_plats" ? "sikt" : "")
    }
    let mapping = try Mapping.Sample.syntheticIncidents.mapping
    let items = try csv(head + rows.joined(separator: "\r\n"), mapping: mapping)
    #expect(items.count == 25)
    for (number, item) in items.enumerated() {
      let report = try #require(item.report, "\(item)")
      #expect(report.reference == String(number))
      #expect(report.area == "A34")
      #expect(report.point == .sweref(SwerefPoint(easting: 756_437.9, northing: 7_089_194)))
    }
    #expect(mapping.values["category"]?.count == 25)
  }
}
