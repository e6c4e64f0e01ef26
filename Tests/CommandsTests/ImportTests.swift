import Foundation
import Postgres
import Subprocess
import TestSupport
import Testing

@testable import Commands

#if canImport(System)
  import System
#else
  import SystemPackage
#endif

/// Files of reports as they come: taken whole, or refused with the place of what is wrong and nothing stored.
@Suite struct ImportTests {
  static let header = "category;area;unit;occurred_from;place;text;latitude;longitude;count"
  static let good = "vandalism;Ålidhem;Kvartersvärdar;2026-11-18T21:30;Torget;Klotter;;;"

  static func latin1(_ text: String) -> [UInt8] { text.unicodeScalars.map { UInt8($0.value) } }

  // MARK: What is taken

  static let goodFiles: [(name: String, bytes: [UInt8])] = [
    ("BOM", Array("\u{FEFF}\(header)\n\(good)\n".utf8)),
    ("Latin-1", latin1("\(header)\n\(good)\n")),
    ("comma", Array("\(header)\n\(good)\n".replacing(";", with: ",").utf8)),
    (
      "CRLF and quoted line breaks",
      Array("\(header)\r\n\(good.replacing("Klotter", with: "\"Klotter;\r\nigen\""))\r\n".utf8)
    ),
    (
      "no end of line, quotes",
      Array("\(header)\n\(good.replacing("Torget", with: "\"Kv. \"\"Eken\"\"\""))".utf8)
    ),
  ]

  @Test(arguments: goodFiles) func aGoodFileIsTaken(_ file: (name: String, bytes: [UInt8])) async throws {
    try await Shell.withWeek { shell, folder, database in
      let path = try folder.file("rapporter.csv", file.bytes)
      let result = try await shell.done(
        "incident", "import", path, "--organisation", "Bostadsbolaget", "--json"
      ).json
      #expect(result["read"] as? Int == 1 && result["added"] as? Int == 1)
      #expect(result["placed"] as? Int == 1)
      for none in ["duplicates", "amended", "rejected"] { #expect(result[none] as? Int == 0, "\(none)") }
      #expect(result["skipped"] as? [String: Int] == ["otherMunicipality": 0, "summary": 0])
      #expect((result["rejects"] as? [Any])?.isEmpty == true)
      let again = try await shell.done(
        "händelse", "inför", path, "--organisation", "Bostadsbolaget", "--json"
      ).json
      #expect(again["added"] as? Int == 0 && again["duplicates"] as? Int == 1)
      let stored = try await Shell.stored(in: database)
      #expect(stored == 1)
    }
  }

  @Test func aDryRunReadsAndStoresNothing() async throws {
    try await Shell.withWeek { shell, folder, database in
      let path = try folder.file("rapporter.csv", "\(Self.header)\n\(Self.good)\n")
      let outcome = await shell.done(
        "incident", "import", path, "--organisation", "Bostadsbolaget", "--dry-run", "--json")
      #expect(try outcome.json["added"] as? Int == 1)
      let stored = try await Shell.stored(in: database)
      #expect(stored == 0)
    }
  }

  // MARK: What is refused by the row

  struct BadRow: Sendable, CustomTestStringConvertible {
    let name: String
    let row: String
    let field: String
    let sentence: String
    var code = "EST101"
    /// What must not be repeated.
    var secret: String?
    var testDescription: String { name }
  }

  static func changed(_ part: String, _ other: String) -> String { good.replacing(part, with: other) }

  static let badRows: [BadRow] = [
    BadRow(
      name: "category", row: changed("vandalism", "klottr"), field: "category",
      sentence: "rad 3, category: okänd kategori; tillåtna är "),
    BadRow(
      name: "date", row: changed("2026-11-18", "2026-02-30"), field: "occurred_from",
      sentence: "rad 3, occurred_from: det finns ingen sådan dag eller timme"),
    BadRow(
      name: "summer time", row: changed("2026-11-18T21:30", "2026-03-29T02:30"), field: "occurred_from",
      sentence: "rad 3, occurred_from: timmen finns inte, klockan ställs fram då"),
    BadRow(
      name: "future", row: changed("2026-11-18", "2026-12-18"), field: "occurred_from",
      sentence: "rad 3, occurred_from: ligger framåt i tiden"),
    BadRow(
      name: "point", row: changed(";;;", ";63.9;20.9;"), field: "point",
      sentence: "rad 3, point: ligger utanför kommunens områden"),
    BadRow(
      name: "abroad", row: changed(";;;", ";20.3;63.8;"), field: "latitude",
      sentence: "rad 3, latitude: ligger utanför Sverige"),
    BadRow(
      name: "count", row: good + "-3", field: "count", sentence: "rad 3, count: får inte vara negativt"),
    BadRow(
      name: "area", row: changed("Ålidhem", "Ålidhemm"), field: "area",
      sentence: "rad 3, area: okänt område; se »est area list«"),
    BadRow(
      name: "unit", row: changed("Kvartersvärdar", "Vaktmästare"), field: "unit",
      sentence: "rad 3, unit: okänd enhet; se »est unit list«"),
    BadRow(
      name: "personal data", row: changed("Klotter", "Ring mig på 070-174 06 05"), field: "text",
      sentence: "rad 3, text: ser ut som ett telefonnummer från tecken 13, och sådant sparas inte",
      code: "EST105", secret: "174"),
    BadRow(
      name: "right-to-left", row: changed("Torget", "Tor\u{202E}get"), field: "place",
      sentence: "rad 3, place: innehåller styrtecken", secret: "Tor"),
    BadRow(
      name: "NUL", row: changed("Klotter", "Klo\u{0}tter"), field: "text",
      sentence: "rad 3, text: innehåller styrtecken"),
    BadRow(
      name: "columns", row: "vandalism;Ålidhem", field: "",
      sentence: "rad 3: har 2 kolumner i stället för 9"),
    BadRow(
      name: "quote", row: changed("Klotter", "\"Klotter"), field: "",
      sentence: "rad 3: citattecknet avslutas aldrig"),
    BadRow(
      name: "10 MB", row: changed("Klotter", String(repeating: "x", count: 10_000_000)), field: "",
      sentence: "rad 3: raden är längre än 1048576 byte"),
  ]

  @Test(arguments: badRows) func aBadRowRefusesTheFile(_ bad: BadRow) async throws {
    try await Shell.withWeek { shell, folder, database in
      let path = try folder.file("rapporter.csv", "\(Self.header)\n\(Self.good)\n\(bad.row)\n")
      let outcome = await shell.run([
        "incident", "import", path, "--organisation", "Bostadsbolaget", "--json",
      ])
      #expect(outcome.status == 65)
      #expect(outcome.isOneSentence(bad.code), "\(outcome.err)")
      #expect(
        outcome.err.contains("Inget är infört, för en rad går inte att ta emot: \(bad.sentence)"),
        "\(outcome.err)")
      let details = try outcome.details
      #expect(details["rejected"] as? Int == 1)
      let reject = try #require((details["rejects"] as? [[String: Any]])?.first)
      #expect(reject["line"] as? Int == 3)
      #expect(reject["field"] as? String == bad.field)
      #expect(reject["code"] as? String == bad.code)
      if let secret = bad.secret {
        #expect(!outcome.err.contains(secret) && !outcome.out.contains(secret))
      }
      let stored = try await Shell.stored(in: database)
      #expect(stored == 0)
    }
  }

  @Test func theGoodRowsAreTakenWhereThatIsAskedFor() async throws {
    try await Shell.withWeek { shell, folder, database in
      let path = try folder.file(
        "rapporter.csv",
        "category;area;occurred_from;place;text\nvandalism;Teg;2026-11-18T21:30;A;Bra\n"
          + "vandalism;Teg;2026-11-18T21:30;B;Ring 070-174 06 05\nklottr;Teg;2026-11-18T21:30;C;Bra\n")
      let rejects = "\(folder.path)/fel.csv"
      let result = try await shell.done(
        "incident", "import", path, "--organisation", "Bostadsbolaget", "--partial", "--rejects", rejects,
        "--json"
      ).json
      #expect(result["read"] as? Int == 3 && result["added"] as? Int == 1 && result["rejected"] as? Int == 2)
      let lines = try String(contentsOfFile: rejects, encoding: .utf8).split(separator: "\r\n")
      #expect(lines.count == 3 && lines[0] == "line;field;code;message")
      #expect(
        lines[1].hasPrefix("3;text;EST105;\"ser ut som ett telefonnummer") && !lines[1].contains("174"))
      #expect(lines[2].hasPrefix("4;category;EST101;\"okänd kategori"))
      let stored = try await Shell.stored(in: database)
      #expect(stored == 1)
    }
  }

  // MARK: What is refused as a file

  struct BadFile: Sendable, CustomTestStringConvertible {
    let name: String
    let text: String
    let sentence: String
    var options: [String] = []
    var testDescription: String { name }
  }

  static let badFiles: [BadFile] = [
    BadFile(name: "empty", text: "", sentence: "den är tom"),
    BadFile(name: "blank", text: "\n \r\n", sentence: "den är tom"),
    BadFile(
      name: "column", text: "category;place\nvandalism;Torget\n",
      sentence: "kolumnen occurred_from saknas; den får heta occurred_from, från"),
    BadFile(
      name: "columns", text: "category;kategori;occurred_from\n",
      sentence: "kolumnerna category och kategori betyder samma sak"),
    BadFile(name: "spreadsheet", text: "PK\u{3}\u{4}…", sentence: "spara den som CSV"),
    BadFile(name: "web page", text: "<!doctype html><title>502</title>", sentence: "webbsida"),
    BadFile(
      name: "no JSON", text: "category;occurred_from\n", sentence: "den är inte JSON",
      options: ["--format", "json"]),
  ]

  @Test(arguments: badFiles) func aBadFileIsRefusedWhole(_ bad: BadFile) async throws {
    try await Shell.withWeek { shell, folder, database in
      let path = try folder.file("rapporter", bad.text)
      let outcome = await shell.run(
        ["incident", "import", path, "--organisation", "Bostadsbolaget", "--json"] + bad.options)
      #expect(outcome.status == 65)
      #expect(outcome.isOneSentence("EST109"), "\(outcome.err)")
      #expect(outcome.err.contains(bad.sentence), "\(outcome.err)")
      #expect(try (outcome.details["reason"] as? String)?.contains(bad.sentence) == true)
      let stored = try await Shell.stored(in: database)
      #expect(stored == 0)
    }
  }

  @Test(arguments: ["", "/saknas.csv", "/rapporter.csv/x"]) func whatIsNoFileIsNotThere(_ name: String)
    async throws
  {
    try await Shell.withWeek { shell, folder, _ in
      _ = try folder.file("rapporter.csv", Self.header)
      let path = folder.path + name
      let outcome = await shell.run([
        "incident", "import", path, "--organisation", "Bostadsbolaget", "--json",
      ])
      #expect(outcome.status == 66)
      #expect(outcome.isOneSentence("EST108") && outcome.err.contains(path), "\(outcome.err)")
      #expect(try outcome.details["path"] as? String == path)
    }
  }

  @Test func whatCannotBeReadIsNoFile() async throws {
    let shell = Shell(environment: ["DATABASE_URL": "host=/nowhere"])
    // There, and a plain file, but its first page is nobody's to read.
    let outcome = await shell.run([
      "incident", "import", "/proc/self/mem", "--organisation", "Bostadsbolaget",
    ])
    #expect(outcome.status == 66 && outcome.isOneSentence("EST108"), "\(outcome.err)")
    for command in [
      ["incident", "import", "-", "--organisation", "Bostadsbolaget"],
      ["area", "import", "-", "--name-property", "n"],
    ] {
      let folder = try FileDescriptor.open("/tmp", .readOnly)
      let outcome = try await Self.run(
        command, shell.environment, .fileDescriptor(folder, closeAfterSpawningProcess: true))
      #expect(outcome.status == 66 && outcome.isOneSentence("EST108"), "\(outcome.err)")
    }
  }

  @Test func standardInputIsAFileToo() async throws {
    try await Shell.withWeek { shell, _, database in
      let command = ["incident", "import", "-", "--organisation", "Bostadsbolaget", "--json"]
      let result = try await Self.run(command, shell.environment, .string("\(Self.header)\n\(Self.good)\n"))
      #expect(result.status == 0, "\(result.err)")
      #expect(try result.json["added"] as? Int == 1)
      let empty = try await Self.run(command, shell.environment, .none)
      #expect(empty.status == 65 && empty.isOneSentence("EST109"), "\(empty.err)")
      let stored = try await Shell.stored(in: database)
      #expect(stored == 1)
    }
  }

  /// The program itself, with a standard input.
  static func run(
    _ arguments: [String], _ environment: [String: String], _ input: some InputProtocol
  ) async throws -> Shell.Outcome {
    let values = Dictionary(
      uniqueKeysWithValues: environment.map { (Environment.Key(stringLiteral: $0.key), $0.value) })
    let result = try await Subprocess.run(
      .path(FilePath(ProgramTests.program)), arguments: Arguments(arguments), environment: .custom(values),
      input: input, output: .string(limit: 1 << 20), error: .string(limit: 1 << 20))
    var status: Int32 = -1
    if case .exited(let code) = result.terminationStatus { status = code }
    return Shell.Outcome(status: status, out: result.standardOutput, err: result.standardError)
  }

  @Test func aServerThatIsNotThereIsToldOf() async throws {
    try await Folder.with { folder in
      let path = try folder.file("rapporter.csv", "\(Self.header)\n\(Self.good)\n")
      let shell = Shell(environment: ["DATABASE_URL": "postgresql://127.0.0.1:1/est"])
      let outcome = await shell.run([
        "incident", "import", path, "--organisation", "Bostadsbolaget", "--json",
      ])
      #expect(outcome.status == 69 && outcome.isOneSentence("EST140"), "\(outcome.err)")
    }
  }

  @Test func anAnswerThatIsCutOffIsNotTaken() async throws {
    try await Shell.withWeek { shell, folder, database in
      await shell.done("organisation", "add", "--name", "Polisen", "--kind", "police")
      let answer = """
        [{"id":1,"datetime":"2026-11-18 22:14:05 +01:00","name":"18 november 21.02, Skadegörelse, Umeå",
        "summary":"Klotter på Ålidhem.","url":"/a","type":"Skadegörelse","location":{"name":"Umeå","gps":"63.8,20.3"}},
        {"id":2,"datetime":"2026-11-18 23:14:05 +01:00","name":"18 november 22.02, Rån, Umeå",
        "summary":"Rån på Teg.","url":"/b","type":"Rån","location":{"name":"Umeå","gps":"63.8,20.3"}}]
        """
      let bytes = Array(answer.utf8)
      for end in [bytes.count - 1, bytes.count - 60, bytes.count / 2] {
        let path = try folder.file("svar.json", Array(bytes[..<end]))
        let outcome = await shell.run(["incident", "import", path, "--organisation", "Polisen", "--json"])
        #expect(outcome.status == 65 && outcome.isOneSentence("EST101"), "\(end): \(outcome.err)")
        #expect(outcome.err.contains("kan inte tolkas; skriv ]"), "\(outcome.err)")
        let stored = try await Shell.stored(in: database)
        #expect(stored == 0)
      }
      let whole = try folder.file("svar.json", bytes)
      let taken = try await shell.done("incident", "import", whole, "--organisation", "Polisen", "--json")
        .json
      #expect(taken["added"] as? Int == 2)
    }
  }

  @Test(arguments: [
    ("{\"columns\":{\"Typ\":\"kategori\"}}", "kategori"), ("{\"colums\":{}}", "colums"), ("{", "JSON"),
    ("{\"constants\":{\"certainty\":\"kanske\"}}", "kanske"),
    ("{\"formats\":{\"occurred_from\":\"d/m\"}}", "d/m"),
    ("{\"delimiter\":\"|\"}", "|"), ("{\"columns\":{\"a\":\"area\",\"b\":\"area\"}}", "area"),
    ("{\"constants\":{\"reference\":\"1\"}}", "reference"), ("{\"columns\":{\"a\":1}}", "columns.a"),
  ])
  func aMappingThatCannotBeIsExplained(_ mapping: String, _ part: String) async throws {
    try await Shell.withWeek { shell, folder, database in
      let outcome = await shell.run([
        "incident", "import", try folder.file("rapporter.csv", "\(Self.header)\n\(Self.good)\n"),
        "--organisation",
        "Bostadsbolaget", "--mapping", try folder.file("kolumner.json", mapping), "--json",
      ])
      #expect(outcome.status == 65 && outcome.isOneSentence("EST109"), "\(outcome.err)")
      #expect(outcome.err.contains(part), "\(outcome.err)")
      let stored = try await Shell.stored(in: database)
      #expect(stored == 0)
    }
  }

  // MARK: What happens meanwhile

  /// The file grows when the first rows have been stored, while there still is more of it to read.
  @Test func aFileThatChangesWhileItIsReadIsNotTaken() async throws {
    try await Shell.withWeek { shell, folder, database in
      let path = try folder.file(
        "rapporter.csv",
        "category;occurred_from\n" + String(repeating: "vandalism;2026-11-18T21:30\n", count: 30_000))
      let console = ConsoleRecorder(shell.environment) { text in
        guard text.contains("4\u{A0}000 rader"), let file = FileHandle(forWritingAtPath: path) else { return }
        _ = try? file.seekToEnd()
        try? file.write(contentsOf: Data("vandalism;2026-11-18T22:30\n".utf8))
        try? file.close()
      }
      let outcome = await console.run(["incident", "import", path, "--organisation", "Bostadsbolaget"])
      #expect(outcome.status == 65)
      #expect(outcome.err.contains("est: EST109: Filen \(path) ändrades medan den lästes."), "\(outcome.err)")
      let stored = try await Shell.stored(in: database)
      #expect(stored == 0)
    }
  }

  /// The server gives the transaction up once, in favour of another: it is run again from the file's first row.
  @Test(arguments: [true, false]) func anImportThatIsRunAgainReadsItsFileAgain(_ isCSV: Bool) async throws {
    try await Shell.withWeek { shell, folder, database in
      try await TestDatabase.administer(database) { session in
        try session.script(
          """
          create sequence public.attempts;
          grant usage on sequence public.attempts to public;
          create function public.once() returns trigger language plpgsql as $$ begin
            if nextval('public.attempts') = 1 then raise exception 'given up' using errcode = '40001'; end if;
            return null;
          end $$;
          create trigger once after insert on est.incident_key for each statement execute function public.once();
          """)
      }
      let row = "{\"category\":\"vandalism\",\"occurred_from\":\"2026-11-18T21:30\",\"reference\":\"%\"}\n"
      let text =
        isCSV
        ? "category;occurred_from;reference\n"
          + (0..<20_000).map { "vandalism;2026-11-18T21:30;\($0)\n" }.joined()
        : (0..<20_000).map { row.replacing("%", with: "\($0)") }.joined()
      let path = try folder.file("rapporter", text)
      let result = try await shell.done(
        "incident", "import", path, "--organisation", "Bostadsbolaget", "--json"
      ).json
      #expect(result["read"] as? Int == 20_000 && result["added"] as? Int == 20_000)
      let stored = try await Shell.stored(in: database)
      #expect(stored == 20_000)
    }
  }
}
