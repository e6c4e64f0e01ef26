import EST
import Foundation
import TestSupport
import Testing

@testable import Intake

/// Reports and the police's events as JSON.
@Suite struct ObjectFuzzTests {
  static let samples: [[UInt8]] = [
    """
    [{"category":"vandalism/klotter","area":"Ålidhem","occurred_from":"2026-11-10T18:54","text":"Två\\nrader \\"x\\""},
     {"kategori":"otrygg plats","reason":["sikt","belysning"],"occurred_from":"2026-11-10T07:00:00Z","count":1,
      "x":758943.2,"y":7088190,"reference":17,"unit":null}]
    """,
    """
    {"category":"bråk","occurred_from":"2026-11-10 18:54","latitude":63.82,"longitude":20.26}
    {"category":"event","occurred_from":"2027-01-10 18:54","class":"open","place":"Torget"}
    """,
  ].map { Array($0.utf8) }

  static let policeSamples: [[UInt8]] = [
    """
    [{"id":340018,"datetime":"2026-11-20 8:39:19 +01:00","name":"19 november 18.46, Stöld, Umeå","summary":"Ersboda, stöld.",
      "url":"/x","type":"Stöld","location":{"name":"Umeå","gps":"63.825847,20.263035"}},
     {"id":"340019","datetime":"2026-11-20 8:39:19 +01:00","name":"x","summary":null,"type":"Sammanfattning natt",
      "location":{"name":"Umeå","gps":""}}]
    """,
    """
    {"id":1,"versions":[{"seen_at":"2026-11-20T09:00:00Z","event":{"id":1,"datetime":"2026-11-20 8:39:19 +01:00",
    "name":"19 november 18.46, Bråk, Umeå","summary":"Haga","type":"Bråk","location":{"name":"Umeå"}}}]}

    """.replacing("\n\"name", with: "\"name"),
  ].map { Array($0.utf8) }

  static let words = (Field.allCases.flatMap(\.names) + policeKeys).map { Array("\"\($0)\":".utf8) } + escapes

  private static let policeKeys = [
    "id", "datetime", "name", "summary", "type", "location", "versions", "seen_at", "event", "gps",
  ]
  private static let escapes = [
    #""\u0000""#, #"\ud800"#, #"\u001b"#, "[", "{", "},", "]", "null", "1e999", "\n{", "\u{FEFF}",
  ]
  .map { Array($0.utf8) }
  private static let districts = [
    "Ersboda", "Haga", "Teg", "Haga/Sandbacka", "Tomtebo, norra", "I 20", "Universitets- och sjukhusområdet",
  ]

  @Test func spoiledObjects() {
    Fuzz("json", sample: 700, full: 50_000).run { random in
      try Self.judged(Mutation.of(Self.samples, words: Self.words, &random), &random)
    }
  }

  @Test func madeUpObjects() {
    Fuzz("json-made", sample: 300, full: 25_000).run { random in
      try Self.judged(Self.objects(&random), &random)
    }
  }

  static func objects(_ random: inout SeededGenerator) -> [UInt8] {
    let keys = Field.allCases.map { $0.names.randomElement(using: &random)! }
    let objects = (0..<Int.random(in: 0...4, using: &random)).map { _ in
      MadeUpJSON.object(keys: keys.shuffled(using: &random), &random) { key, random in
        MadeUpJSON.text(TableFuzzTests.likely(Field(header: key), &random), &random)
      }
    }
    let text =
      Bool.random(using: &random)
      ? "[" + objects.joined(separator: ",") + "]" : objects.joined(separator: "\n")
    return Array(text.utf8)
  }

  @Test func spoiledPoliceEvents() {
    Fuzz("police", sample: 600, full: 40_000).run { random in
      try Self.judgedPolice(Mutation.of(Self.policeSamples, words: Self.words, &random), &random)
    }
  }

  @Test func madeUpPoliceEvents() {
    Fuzz("police-made", sample: 250, full: 20_000).run { random in
      try Self.judgedPolice(Self.events(&random), &random)
    }
  }

  static func events(_ random: inout SeededGenerator) -> [UInt8] {
    let events = (0..<Int.random(in: 1...3, using: &random)).map { _ in
      MadeUpJSON.object(keys: ["id", "datetime", "name", "summary", "type", "location"], &random) {
        key, random in
        switch key {
        case "id": "\(Int.random(in: 1...9, using: &random))"
        case "datetime":
          "\"2026-11-\(random.pick(["01", "20", "31"])) \(random.pick(["8", "08", "24"])):39:19 +01:00\""
        case "name": "\"\(random.pick(Nasty.times)), Stöld, Umeå\""
        case "summary":
          MadeUpJSON.text(
            "\(Self.districts.randomElement(using: &random)!) \(Nasty.text(&random))", &random)
        case "type": random.pick(["\"Stöld\"", "\"Sammanfattning natt\"", "\"Nytt\""])
        case "location": random.pick([#"{"name":"Umeå"}"#, #"{"name":"Vännäs"}"#])
        default: nil
        }
      }
    }
    return Array("[\(events.joined(separator: ","))]".utf8)
  }

  private static func judged(_ bytes: [UInt8], _ random: inout SeededGenerator) throws -> Outcome {
    let mapping = random.pick(TableFuzzTests.mappings)
    return try FileReading.judged(bytes, &random) {
      try JSONIntake(mapping: mapping, categories: .default, zone: .stockholm, now: now)
    }
  }

  private static func judgedPolice(_ bytes: [UInt8], _ random: inout SeededGenerator) throws -> Outcome {
    try FileReading.judged(bytes, &random) {
      PoliceIntake(municipality: "Umeå", districts: districts, categories: .default, now: now)
    }
  }

  @Test func whatAFormatIsTakenFor() {
    Fuzz("format", sample: 300, full: 20_000).run { random in
      let samples = Self.samples + Self.policeSamples + TableFuzzTests.samples
      do {
        _ = try FileFormat.detect(Mutation.of(samples, words: Self.words, &random))
        return .taken
      } catch {
        try Promise.isKept(by: error)
        return .refused
      }
    }
  }
}
