import EST
import Export
import Foundation
import PictureSamples
import TestSupport
import Testing

@testable import Picture

@Suite struct SchemaTests {
  static let python = Tool.python(with: "jsonschema")

  private static let validate = """
    import json, sys, jsonschema
    schema, document = (json.load(open(path)) for path in sys.argv[1:])
    kind = jsonschema.validators.validator_for(schema)
    kind.check_schema(schema)
    for error in kind(schema).iter_errors(document):
        print(error.json_path, error.message[:200])
    """

  /// What the validator complains of, one a line.
  static func complaints(of json: String, by schema: String = Export.pictureSchema) throws -> String {
    let path = FileManager.default.temporaryDirectory.appending(path: "schema-\(UUID()).json").path
    try Data(schema.utf8).write(to: URL(filePath: path))
    defer { try? FileManager.default.removeItem(atPath: path) }
    return try Tool.run(python!, ["-c", validate, path], file: json, ending: "json")
  }

  /// A value in every optional field.
  private static func full() -> SituationPicture {
    var picture = LogHeadTests.adopted(PictureSamples.busyWeek())
    let category = picture.counts.categories[0].category
    let day = LocalDate("2026-11-16")!
    let usual = SituationPicture.Usual(expected: 1.5, low: 0, high: 4)
    picture.map = SituationPicture.Map(areas: [.init(name: "Teg", rings: [[.init(easting: 1, northing: 2)]])])
    picture.harm = SituationPicture.Harm(
      table: "Provtabell", edition: "1", source: "påhittad",
      rows: [.init(area: "Teg", reports: 3, weighed: 2, days: 4.5)],
      total: .init(area: nil, reports: 3, weighed: 2, days: 4.5))
    picture.findings = SituationPicture.Findings(
      basis: .init(firstWeek: day, lastWeek: day, weeks: 1, tested: 2, tooFew: 3),
      signals: [
        .init(
          strength: .watch, category: category, area: "Teg", count: 3, imported: 1, usual: usual, since: day,
          pValue: 0.01, qValue: 0.2, method: .rate)
      ],
      clusters: [
        .init(
          category: category, areas: ["Teg"], since: day, weeks: 1, count: 3, expected: 0.5, pValue: 0.01)
      ],
      trends: [
        .init(category: nil, firstWeek: day, counts: [1, 2], usual: [nil, usual]),
        .init(category: category, firstWeek: day, counts: [1], usual: [usual]),
      ],
      ranges: [.init(category: category.code, area: "Teg", count: 3, usual: usual)],
      areaRanges: [.init(area: "Teg", count: 3, usual: usual)],
      hotSpots: [.init(category: category, area: "Teg", count: 5, outline: [.init(easting: 1, northing: 2)])],
      chains: [.init(category: category, area: nil, count: 2, first: day, last: day, isSamePlace: true)],
      nearRepeats: [
        .init(category: category, reports: 60, metres: 200, days: 14, pairs: 9, ratio: 2.5, pValue: 0.001)
      ],
      rhythm: .init(
        firstWeek: day, hours: Array(repeating: Array(repeating: 0.5, count: 24), count: 7), counted: 84,
        leftOut: 0))
    // Something of every kind: as if the version before had had nothing.
    var earlier = SituationPicture.compile(PictureSamples.empty())
    earlier.findings = picture.findings
    earlier.findings?.signals = []
    picture.differences = SituationPicture.Differences(from: earlier, to: picture)
    return picture
  }

  @Test("Every kind of picture is as the schema says", .enabled(if: python != nil))
  func valid() throws {
    let inputs = [
      PictureSamples.busyWeek(), PictureSamples.longHistory(), PictureSamples.empty(),
      PictureSamples.firstWeek(),
      PictureSamples.huge(),
      PictureSamples.hostile(),
    ]
    for picture in inputs.map({ SituationPicture.compile($0) }) + [Self.full()] {
      let complaints = try Self.complaints(of: try Export.json(picture))
      #expect(complaints.isEmpty, "\(complaints)")
    }
  }

  @Test(
    "What is not a picture is found out", .enabled(if: python != nil),
    arguments: [
      ("\"provenance\" : \"sample\"", "\"provenance\" : \"maybe\""), ("\"format\" : 1", "\"format\" : 2"),
      ("\"compiledAt\"", "\"compiled\""), ("\"municipality\" : \"2480\"", "\"municipality\" : 2480"),
      ("\"themes\" : [", "\"text\" : \"x\",\n\"themes\" : ["),
    ])
  func invalid(_ right: String, _ wrong: String) throws {
    let json = try Export.json(Self.full())
    let broken = json.replacing(right, with: wrong)
    #expect(broken != json)
    #expect(try !Self.complaints(of: broken).isEmpty)
  }
}
