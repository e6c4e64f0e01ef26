import EST
import Foundation
import Testing

@testable import Intake

/// Files that are spoiled at random: nothing crashes, nothing is made up, and where the file is cut makes no difference.
@Suite struct MutationTests {
  static let csvFile = Array(
    """
    category;område;plats;occurred_from;occurred_to;reason;text;latitud;longitud;x;y;count
    vandalism/klotter;Ålidhem;\"Kv. \"\"Eken\"\"\";2026-11-10T18:54;2026-11-10T19:00;;"Två rader,
    och ett ; till";63,8;20,2;;;1
    otrygg plats;Teg;;2026-10-25 02:30;;sikt|belysning;mörkt;;;758943.2;7088190;\r
    arrangemang;Teg;Torget;2026-12-05T15:00:00+01:00;;;högriskmatch 070-123 45 67;;;;;\r
    """.utf8)
  static let jsonFile = Array(JSONIntakeTests.array.utf8)
  static let policeFile = Array(
    """
    [\(PoliceIntakeTests.event(summary: "Teg, stöld")), \(PoliceIntakeTests.event(place: "Vännäs")),
     \(PoliceIntakeTests.history(("2024-03-24T19:00:00Z", PoliceIntakeTests.event())))]
    """.utf8)
  static let areaFile = Array(
    GeoJSONTests.file([GeoJSONTests.feature(#""Teg""#), GeoJSONTests.feature(#""Ön""#)]).utf8)

  /// Bytes that mean something to one of the formats, or that no text holds.
  private static let signs =
    Array("\",;\t\r\n[]{}:\\|0-9TZ+.e ".utf8) + [0, 0x1B, 0x7F, 0x80, 0xC3, 0xC5, 0xE2, 0xEF, 0xFF]

  private static func spoiled(_ bytes: [UInt8], _ random: inout SplitMix64) -> [UInt8] {
    var bytes = bytes
    for _ in 0..<Int.random(in: 1...6, using: &random) where !bytes.isEmpty {
      let index = Int.random(in: 0..<bytes.count, using: &random)
      let end = min(bytes.count, index + Int.random(in: 1...30, using: &random))
      switch Int.random(in: 0..<6, using: &random) {
      case 0: bytes[index] = signs.randomElement(using: &random)!
      case 1: bytes[index] = UInt8.random(in: 0...255, using: &random)
      case 2: bytes.insert(signs.randomElement(using: &random)!, at: index)
      case 3: bytes.removeSubrange(index..<end)
      case 4:
        bytes.insert(contentsOf: bytes[index..<end], at: Int.random(in: 0...bytes.count, using: &random))
      default: bytes.removeSubrange(index...)
      }
    }
    return bytes
  }

  /// What reading gives, a problem of the whole file included.
  private enum Outcome: Equatable {
    case items([IntakeItem])
    case problem(FileProblem)
  }

  private static func outcome(_ read: () throws -> [IntakeItem]) throws -> Outcome {
    do {
      return .items(try read())
    } catch let problem as FileProblem {
      return .problem(problem)
    }
  }

  private static func check(
    _ count: Int, _ file: [UInt8], seed: UInt64, _ read: ([UInt8], Int) throws -> [IntakeItem]
  ) throws {
    var random = SplitMix64(seed: seed)
    for round in 0..<count {
      let bytes = spoiled(file, &random)
      let whole = try outcome { try read(bytes, .max) }
      let cut = try outcome { try read(bytes, Int.random(in: 1...40, using: &random)) }
      guard whole == cut else {
        Issue.record("round \(round): cut makes a difference: \(bytes)")
        return
      }
      guard case .items(let items) = whole else { continue }
      let lines = 1 + bytes.count { $0 == 0x0A || $0 == 0x0D }
      guard items.allSatisfy({ (1...lines).contains($0.line) }),
        items.map(\.line) == items.map(\.line).sorted(),
        items.compactMap(\.report).allSatisfy(isSound)
      else {
        Issue.record("round \(round): \(items)")
        return
      }
    }
  }

  /// The rules that no report may break, however spoiled its file.
  private static func isSound(_ report: IncomingReport) -> Bool {
    let texts = [report.text, report.place, report.area, report.unit, report.reference, report.assessment]
      .compactMap { $0 }
    return CategoryList.default.category(report.category) != nil
      && (report.from <= now || report.category.main == CategoryList.comingEvent)
      && report.to.map { $0 > report.from } ?? true && report.point?.isInSweden ?? true
      && (report.category.main != CategoryList.unsafePlace || !report.reasons.isEmpty)
      && texts.allSatisfy {
        !$0.isEmpty && !$0.holdsControl(allowingLines: $0 == report.text)
      }
      && [report.text, report.place].allSatisfy { $0.flatMap(PersonalDataScreen.firstFinding) == nil }
  }

  @Test func spoiledCSV() throws {
    try Self.check(8_000, Self.csvFile, seed: 11) { try csv($0, size: $1) }
  }

  @Test func spoiledJSON() throws {
    try Self.check(5_000, Self.jsonFile, seed: 12) {
      let parser = try JSONIntake(categories: .default, zone: .stockholm, now: now)
      return try items(parser, $0, size: $1)
    }
  }

  @Test func spoiledPoliceEvents() throws {
    try Self.check(4_000, Self.policeFile, seed: 13) { try police($0, districts: ["Teg"], size: $1) }
  }

  @Test func spoiledAreas() throws {
    var random = SplitMix64(seed: 14)
    var read = 0
    for _ in 0..<3_000 {
      do throws(GeoJSONProblem) {
        let file = try GeoJSONIntake.parse(Data(Self.spoiled(Self.areaFile, &random)), nameProperty: "NAMN")
        read += 1
        for feature in file.features {
          let rings = feature.polygons.joined()
          #expect(
            rings.allSatisfy { $0.count >= 8 && $0.prefix(2) == $0.suffix(2) && $0.allSatisfy(\.isFinite) })
          #expect(!feature.name.isEmpty)
        }
      } catch {}
    }
    // Some files survive: the test does read areas.
    #expect(read > 100)
  }
}
