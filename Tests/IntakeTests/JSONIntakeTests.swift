import EST
import Testing

@testable import Intake

@Suite struct JSONIntakeTests {
  static let array = """
    \u{FEFF}[
      {"category": "vandalism/klotter", "occurred_from": "2026-11-10T18:54", "reference": 17,
       "latitude": 63.8258, "longitude": 20.263, "text": "}]\\"{[ \\u00e5", "place": null},
      {"kategori": "otrygg plats", "från": "2026-11-10T18:54Z", "reason": ["sikt", "belysning"]},
      17, "a,]b", null, {"category": true}, [1, [2]],
      {"category": "other"}
    ]
    """

  @Test("An array of objects, wherever it is cut", arguments: [1, 2, 3, 7, 64, .max])
  func array(size: Int) throws {
    let items = try json(Self.array, size: size)
    #expect(items.map(\.line) == [2, 4, 5, 5, 5, 5, 5, 6])
    try #require(items.count == 8)
    #expect(items[0].report?.reference == "17")
    #expect(items[0].report?.point == .wgs84(latitude: 63.8258, longitude: 20.263))
    #expect(items[0].report?.text == "}]\"{[ å")
    #expect(items[1].report?.reasons == ["sikt", "belysning"])
    #expect(items[2...6].allSatisfy { $0.reject != nil })
    #expect(items[5].reject == Reject(line: 5, field: "category", problem: .malformed(expected: "JSON")))
    #expect(items[7].reject == Reject(line: 6, field: "occurred_from", problem: .missing))
  }

  @Test("JSON Lines, of which a broken one spoils no other", arguments: [1, 5, .max])
  func lines(size: Int) throws {
    let good = "{\"category\": \"other\", \"occurred_from\": \"2026-11-10T18:54\", \"diarie\": 1}"
    let items = try json("\n \(good)\r\n{\"category\": \"oth\n\n\(good)\n\(good)", size: size)
    #expect(items.map(\.line) == [2, 2, 3, 5, 6])
    try #require(items.count == 5)
    #expect(items[0] == .note(line: 2, .ignoredColumns(["diarie"])))
    #expect(items[2].reject?.problem == .malformed(expected: "JSON"))
    #expect([items[1], items[3], items[4]].allSatisfy { $0.report != nil })
  }

  @Test(
    "An answer that is cut short is told of", arguments: ["", "{", "{\"category\": \"other\", \"occ", "{}, "])
  func cut(end: String) throws {
    let good = "{\"category\": \"other\", \"occurred_from\": \"2026-11-10T18:54\"}"
    let items = try json("[\(good),\n\(good),\n\(end)")
    #expect(items[0].report != nil)
    #expect(items[1].report != nil)
    #expect(items.last?.reject == Reject(line: 3, field: "", problem: .malformed(expected: "]")))
  }

  @Test("A string that lacks its end does not swallow the rest")
  func lostQuote() throws {
    let good = "{\"category\": \"other\", \"occurred_from\": \"2026-11-10T18:54\"}"
    let items = try json("[\(good),\n{\"category\": \"other\n},\n\(good)]")
    #expect(items.map { $0.report != nil } == [true, false, true])
    #expect(items.map(\.line) == [1, 2, 4])
  }

  @Test("What is no JSON of ours")
  func refused() {
    for size in [1, Int.max] {
      #expect(throws: FileProblem.empty) { try json("", size: size) }
      #expect(throws: FileProblem.empty) { try json(" \n\t", size: size) }
      #expect(throws: FileProblem.notJSON) { try json("category,occurred_from\n", size: size) }
      #expect(throws: FileProblem.notJSON) { try json("17", size: size) }
      #expect(throws: FileProblem.foreignFormat(.markup)) { try json("<html>", size: size) }
      #expect(throws: FileProblem.foreignFormat(.gzip)) { try police([0x1F, 0x8B, 8, 0, 0], size: size) }
    }
  }

  @Test("What follows an array, what is too long and what is too deep are rejects")
  func bounds() throws {
    #expect(
      try json("[]\n \n[]").map(\.reject) == [
        Reject(line: 3, field: "", problem: .malformed(expected: "EOF"))
      ])
    let long = try json("[{\"text\": \"\(String(repeating: "a", count: 1 << 20))\"},\n{}]")
    #expect(long.map { $0.reject?.problem } == [.lineTooLong(limit: 1 << 20), .missing])
    let deep = try json("[\(String(repeating: "[", count: 10_000))\(String(repeating: "]", count: 10_000))]")
    #expect(deep.count == 1)
    #expect(deep[0].reject != nil)
  }

  @Test("A field that is told twice is refused")
  func twice() throws {
    let item = try json(
      "{\"kategori\": \"other\", \"category\": \"other\", \"occurred_from\": \"2026-11-10T18:54\"}")[0]
    #expect(item.reject == Reject(line: 1, field: "kategori", problem: .malformed(expected: "category")))
  }

  @Test(
    "Formats are told apart by the beginning of a file",
    arguments: [
      ("category;occurred_from", .csv), ("\u{FEFF}category", .csv), (" \n[{\"category\": 1}]", .json),
      ("{\"category\": \"other\"}", .json),
      ("\u{FEFF}[{\"id\": 1, \"location\": {\"name\": \"a\", \"gps\": \"\"}}]", .policeEvents),
      ("{\"id\": 1, \"versions\": []}", .policeEvents), ("[]", .json),
    ] as [(String, FileFormat)])
  func detected(text: String, format: FileFormat) throws {
    #expect(try FileFormat.detect(Array(text.utf8)) == format)
  }

  @Test("What is no text is told before it is read")
  func undetected() {
    #expect(throws: FileProblem.empty) { try FileFormat.detect([]) }
    #expect(throws: FileProblem.empty) { try FileFormat.detect(Array(" \r\n".utf8)) }
    #expect(throws: FileProblem.foreignFormat(.gzip)) { try FileFormat.detect([0x1F, 0x8B]) }
    #expect(throws: FileProblem.foreignFormat(.zip)) { try FileFormat.detect(Array("PK\u{3}\u{4}".utf8)) }
    #expect(throws: FileProblem.foreignFormat(.markup)) { try FileFormat.detect(Array("<html>".utf8)) }
  }
}
