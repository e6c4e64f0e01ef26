import EST
import Foundation
import Testing

@testable import Intake

/// How the bytes of a file become rows and texts.
@Suite struct CSVFormTests {
  static let sizes = [1, 2, 3, 7, 64, 1_000]

  static let form =
    "\u{FEFF}category;place;occurred_from;text\r\n"
    + "vandalism;\"Kv. \"\"Eken\"\"\";2026-11-10T18:54;\"En rad,\r\noch; en \"\"till\"\"\r\"\r\n"
    + "\r\n\n"
    + "rån;Kv. \"Eken\";2026-11-10 18:54:30;\"\"\r"
    + "vandalism;a;2026-11-10T18:54\n"
    + "vandalism;\"a\"b;2026-11-10T18:54;x\n"
    + "other;👩‍👩‍👧 Ö;2026-11-10T18:54:00Z;åäö"

  @Test("Quotes, line breaks and every end of line, wherever the file is cut", arguments: sizes + [.max])
  func form(size: Int) throws {
    let items = try csv(Self.form, size: size)
    #expect(items.map(\.line) == [2, 7, 8, 9, 10])
    try #require(items.count == 5)
    #expect(items[0].report?.place == "Kv. \"Eken\"")
    #expect(items[0].report?.text == "En rad,\r\noch; en \"till\"")
    #expect(items[1].report?.place == "Kv. \"Eken\"")
    #expect(items[1].report?.category == CategoryCode("disorder/rån"))
    #expect(items[1].report?.text == nil)
    #expect(items[2].reject?.problem == .wrongColumnCount(expected: 4, found: 3))
    #expect(items[3].reject?.problem == .malformed(expected: "\"\""))
    #expect(items[4].report?.place == "👩‍👩‍👧 Ö")
    #expect(items[4].report?.text == "åäö")
  }

  @Test("Comma, semicolon or tab, whichever the header has most of", arguments: [",", ";", "\t"])
  func delimiters(delimiter: String) throws {
    let text = "category|\"place, or; so\"|occurred_from|place\nvandalism|x|2026-11-10T18:54|a\n"
    let items = try csv(text.replacingOccurrences(of: "|", with: delimiter))
    #expect(items.last?.report?.place == "a")
    #expect(items.first == .note(line: 1, .ignoredColumns(["place, or; so"])))
  }

  @Test("Every end of line within quotes counts as one line", arguments: sizes + [.max])
  func linesWithinQuotes(size: Int) throws {
    let items = try csv(
      "category,text,occurred_from\nother,\"a\rb\nc\r\nd\n\r\",2026-11-10T18:54\nother", size: size)
    #expect(items.map(\.line) == [2, 8])
  }

  @Test("A quote that never ends spoils its own line only", arguments: sizes + [.max])
  func unterminatedQuote(size: Int) throws {
    let text =
      "category,occurred_from,text\nother,2026-11-10T18:54,\"oj\r\nrån,2026-11-10T18:54,a\nstöld,2026-11-10T18:54,\"b\nc"
    let items = try csv(text, size: size)
    #expect(items.map(\.line) == [2, 3, 4, 5])
    try #require(items.count == 4)
    #expect(items[0].reject?.problem == .unterminatedQuote)
    #expect(items[1].report?.category == CategoryCode("disorder/rån"))
    #expect(items[2].reject?.problem == .unterminatedQuote)
    #expect(items[3].reject?.problem == .wrongColumnCount(expected: 3, found: 1))
  }

  @Test("The last quote that never ends is told where it begins")
  func lastQuote() throws {
    let items = try csv(
      "category,occurred_from,text\nother,2026-11-10T18:54,\"oj\nrån,2026-11-10T18:54,a\n\n")
    try #require(items.count == 2)
    #expect(items[0].reject == Reject(line: 2, field: "", problem: .unterminatedQuote))
    #expect(items[1].report?.category == CategoryCode("disorder/rån"))
    #expect(items[1].line == 3)
  }

  @Test("A line of 10 MB is one reject, and reading goes on", arguments: ["x", ",", "\"", "x\"y,"])
  func longLine(part: String) throws {
    // Ten million letters, and of the rest what is enough to pass the limit.
    let count = (part == "x" ? 10_000_000 : 1_200_000) / part.utf8.count
    let text =
      "category,occurred_from,text\nother,2026-11-10T18:54,\(String(repeating: part, count: count))"
      + "\nrån,2026-11-10T18:54,a\n"
    let items = try csv(text, size: 1 << 16)
    try #require(items.count == 2)
    #expect(items[0].reject?.line == 2)
    if part != "\"" { #expect(items[0].reject?.problem == .lineTooLong(limit: 1 << 20)) }
    #expect(items[1].report != nil)
    #expect(items[1].line == 3)
  }

  @Test("A quote over many lines and more than a row may hold is no field", arguments: [1 << 16, .max])
  func longQuote(size: Int) throws {
    let lines = 4_000
    let good = "rån,2026-11-10T18:54,en helt vanlig rad i filen\(String(repeating: " så", count: 80))\n"
    let text =
      "category,occurred_from,text\nother,2026-11-10T18:54,\"oj\n" + String(repeating: good, count: lines)
    let items = try csv(text, size: size)
    #expect(items.count == lines + 1)
    #expect(items[0].reject == Reject(line: 2, field: "", problem: .unterminatedQuote))
    #expect(items.dropFirst().allSatisfy { $0.report != nil })
    #expect(items.last?.line == lines + 2)
  }

  @Test("The file's encoding is that of its first row with more than ASCII")
  func encodings() throws {
    let head = Array("category,occurred_from,place\nother,2026-11-10T18:54,Torget\n".utf8)
    let utf8 = Array("other,2026-11-10T18:54,Ålidhem\n".utf8)
    let latin1: [UInt8] = Array("other,2026-11-10T18:54,".utf8) + [0xC5] + Array("lidhem\n".utf8)
    func places(_ bytes: [UInt8]) throws -> [String?] { try csv(bytes).map { $0.report?.place } }
    #expect(try places(head + utf8 + utf8) == ["Torget", "Ålidhem", "Ålidhem"])
    #expect(try places(head + latin1 + latin1) == ["Torget", "Ålidhem", "Ålidhem"])
    let spoiled = try csv(head + utf8 + latin1 + utf8)
    #expect(spoiled.map { $0.report?.place } == ["Torget", "Ålidhem", nil, "Ålidhem"])
    #expect(spoiled[2].reject == Reject(line: 4, field: "", problem: .invalidEncoding))
    #expect(try csv(head + latin1 + utf8)[2].reject?.problem == .invalidEncoding)
    #expect(try csv([0xEF, 0xBB, 0xBF] + head + latin1)[1].reject?.problem == .invalidEncoding)
  }

  @Test("Headers in Latin-1, and the punctuation of Windows-1252")
  func windows1252() throws {
    let bytes: [UInt8] =
      Array("kategori;fr".utf8) + [0xE5] + Array("n;omr".utf8) + [0xE5] + Array("de;text\n".utf8)
      + Array("skadeg".utf8) + [0xF6] + Array("relse;2026-11-10T18:54;Teg;".utf8)
      + [0x93, 0x41, 0x94, 0x20, 0x96, 0x20, 0x80, 0x85] + Array("\nother;2026-11-10T18:54;Teg;".utf8) + [
        0x81
      ]
    let items = try csv(bytes)
    #expect(items[0].report?.category == CategoryCode("vandalism"))
    #expect(items[0].report?.area == "Teg")
    #expect(items[0].report?.text == "\u{201C}A\u{201D} – €…")
    #expect(items[1].reject == Reject(line: 3, field: "text", problem: .controlCharacter))
  }

  @Test("A character cut by a border of cells is no character")
  func cutCharacter() throws {
    let bytes =
      Array("category,occurred_from,area,place\nother,2026-11-10T18:54,Ö,å\nother,2026-11-10T18:54,a".utf8)
      + [0xC3, 0x2C, 0xA5, 0x0A]
    #expect(try csv(bytes)[1].reject?.problem == .invalidEncoding)
  }

  @Test(
    "What is no table is refused as a whole",
    arguments: [
      ([], .empty), (Array("\n\r\n".utf8), .empty), ([0xEF, 0xBB, 0xBF], .empty),
      ([0xFF, 0xFE, 0x63, 0x00, 0x61, 0x00], .foreignFormat(.utf16)),
      ([0xFE, 0xFF, 0x00, 0x63], .foreignFormat(.utf16)),
      ([0x63, 0x00, 0x61, 0x00, 0x0A, 0x00], .foreignFormat(.utf16)),
      ([0x1F, 0x8B, 0x08, 0x00], .foreignFormat(.gzip)),
      (Array("PK\u{3}\u{4}...".utf8), .foreignFormat(.zip)),
      (Array("<!doctype html>\n".utf8), .foreignFormat(.markup)),
      (Array("\"category\n".utf8), .unreadableHeader),

      (Array("occurred_from,place\n".utf8), .missingColumn("category", allowed: ["category", "kategori"])),
      (
        Array("category\nother".utf8),
        .missingColumn(
          "occurred_from",
          allowed: ["occurred_from", "från", "inträffat_från", "inträffat", "tidpunkt"])
      ),
      (Array("category,från,Kategori\n".utf8), .duplicateColumn("category", "Kategori")),
      (Array("category,occurred_from,place,PLACE\n".utf8), .duplicateColumn("place", "PLACE")),
    ] as [([UInt8], FileProblem)])
  func refused(bytes: [UInt8], problem: FileProblem) {
    for size in [1, 5, Int.max] {
      #expect(throws: problem) { try csv(bytes, size: size) }
    }
  }

  @Test("A header without an end is given up after a megabyte")
  func endlessHeader() {
    let bytes = [UInt8](repeating: UInt8(ascii: "a"), count: 1 << 21)
    #expect(throws: FileProblem.unreadableHeader) { try csv(bytes, size: 1 << 16) }
  }

  @Test("A file of nothing but a header holds nothing")
  func headerOnly() throws {
    #expect(try csv("category,occurred_from").isEmpty)
    #expect(try csv("category,occurred_from\r\n").isEmpty)
  }

  @Test("Columns that mean nothing are told of once")
  func unknownColumns() throws {
    let items = try csv(
      "category,handläggare,occurred_from,,diarie\nother,a,2026-11-10T18:54,,b\nother,a,2026-11-10T18:54,,b\n"
    )
    #expect(items.count == 3)
    #expect(items[0] == .note(line: 1, .ignoredColumns(["handläggare", "diarie"])))
  }

  @Test("What the taker throws ends the reading")
  func takerThrows() throws {
    struct Enough: Error {}
    var parser = try CSVIntake(categories: .default, zone: .stockholm, now: now)
    let bytes = Array(Self.form.utf8)
    var count = 0
    #expect(throws: Enough.self) {
      try bytes.withUnsafeBytes { bytes in
        try parser.push(bytes) { _ in
          count += 1
          if count == 2 { throw Enough() }
        }
      }
    }
    #expect(count == 2)
  }
}
