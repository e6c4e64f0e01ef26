import EST
import Foundation
import TestSupport
import Testing

@testable import Intake

/// Tables of reports: spoiled ones, and ones put together of headers and cells that mean mischief.
@Suite struct TableFuzzTests {
  static let samples: [[UInt8]] =
    [
      #"""
      category;område;plats;occurred_from;occurred_to;reason;text;latitud;longitud;x;y;count
      vandalism/klotter;Ålidhem;"Kv. ""Eken""";2026-11-10T18:54;2026-11-10T19:00;;"Två rader,
      och ett ; till";63,8;20,2;;;1
      otrygg plats;Teg;;2026-10-25 02:30;;sikt|belysning;mörkt;;;758943.2;7088190;\#r
      arrangemang;Teg;Torget;2026-12-05T15:00:00+01:00;;;högriskmatch 070-123 45 67;;;;;\#r
      """#,
      "kategori,inträffat,enhet,platstyp,säkerhet,klass,referens,bedömning\nbråk,2026-11-10T18:54:01.5Z,U,torg,sett,öppen,A-1,3\n",
      "\u{FEFF}kategori\ttidpunkt\tskäl\r\nunsafe-place/sikt\t2026-11-10 07:00\t\r\n",
    ].map { Array($0.utf8) } + [
      Array(
        "kategori;tidpunkt;plats\nskadeg\u{F6}relse;2026-11-10T07:00;\u{C5}\n".unicodeScalars.map {
          UInt8($0.value)
        })
    ]

  static let words =
    (Field.allCases.flatMap(\.names) + ["\n", "\r\n", ";", ",", "\t", "\"", "\"\"", "\";\""])
    .map { Array($0.utf8) }

  static let mappings: [Mapping] = [
    .standard,
    Mapping(
      delimiter: ";", columns: ["kategori": "category", "When": "occurred_from"], ignored: ["plats"],
      values: ["category": ["klotter": "vandalism/klotter"]],
      constants: ["category": "disorder", "certainty": "told"],
      formats: ["occurred_from": "yyyy-MM-dd HH:mm", "occurred_to": "dd/MM/yyyy'T'HHmm"]),
    Mapping(delimiter: "\t", constants: ["category": "other", "text": "x", "reason": "sikt"]),
  ]

  @Test func spoiledTables() {
    Fuzz("csv", sample: 800, full: 60_000).run { random in
      try Self.judged(Mutation.of(Self.samples, words: Self.words, &random), &random)
    }
  }

  @Test func madeUpTables() {
    Fuzz("csv-made", sample: 400, full: 30_000).run { random in
      try Self.judged(Self.table(&random), &random)
    }
  }

  private static func judged(_ bytes: [UInt8], _ random: inout SeededGenerator) throws -> Outcome {
    let mapping = random.pick(mappings)
    return try FileReading.judged(bytes, &random) {
      try CSVIntake(mapping: mapping, categories: .default, zone: .stockholm, now: now)
    }
  }

  /// A header of known and unknown columns, and rows whose cells are what somebody would not expect.
  static func table(_ random: inout SeededGenerator) -> [UInt8] {
    let delimiter = random.pick([";", ",", "\t"])
    let end = random.pick(["\n", "\r\n", "\r"])
    var fields: [Field] = [.category, .occurredFrom]
    fields += Field.allCases.shuffled(using: &random).prefix(Int.random(in: 0...8, using: &random))
    var seen: Set<Field> = []
    var columns = fields.filter { seen.insert($0).inserted }.map {
      (field: $0 as Field?, name: $0.names.randomElement(using: &random)!)
    }
    if random.once(in: 3) { columns.append((nil, Nasty.text(&random))) }
    columns.shuffle(using: &random)
    var bytes: [UInt8] = random.once(in: 4) ? [0xEF, 0xBB, 0xBF] : []
    func row(_ cells: [[UInt8]], _ random: inout SeededGenerator) {
      for (index, cell) in cells.enumerated() {
        if index > 0 { bytes += delimiter.utf8 }
        bytes += random.once(in: 30) ? cell : quoted(cell)
      }
      bytes += end.utf8
    }
    row(columns.map { Array($0.name.utf8) }, &random)
    for _ in 0..<Int.random(in: 0...5, using: &random) {
      row(
        columns.map { random.once(in: 3) ? Nasty.bytes(&random) : Array(likely($0.field, &random).utf8) },
        &random)
    }
    return bytes
  }

  private static func quoted(_ cell: [UInt8]) -> [UInt8] {
    [0x22] + cell.flatMap { $0 == 0x22 ? [0x22, 0x22] : [$0] } + [0x22]
  }

  /// What a column may well hold.
  static func likely(_ field: Field?, _ random: inout SeededGenerator) -> String {
    switch field {
    case .category:
      random.pick(["vandalism/klotter", "bråk", "otrygg plats", "event", "unsafe-place/sikt", "övrigt"])
    case .occurredFrom: random.pick(["2026-11-10T18:54", "2026-11-10 07:00:00", "2026-11-10T07:00:00Z"])
    case .occurredTo: random.pick(["", "2026-11-10T20:00", "2026-11-12T07:00:00+01:00"])
    case .placeType: random.pick(["", "utomhus", "stairwell"])
    case .certainty: random.pick(["", "sett", "told"])
    case .reportClass: random.pick(["", "öppen", "shared"])
    case .latitude: random.pick(["", "63,82"])
    case .longitude: random.pick(["", "20.26"])
    case .x: random.pick(["", "758943.2"])
    case .y: random.pick(["", "7088190"])
    case .count: random.pick(["", "1"])
    case .reason: random.pick(["", "sikt|belysning"])
    default: random.pick(["", "Ålidhem", "A-1", "mörkt vid porten"])
    }
  }
}
