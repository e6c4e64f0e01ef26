import Testing

@testable import Commands

/// Command lines that cannot be read end with 64 and a sentence about what would do, before any database is reached.
@Suite struct UsageTests {
  struct Line: Sendable, CustomTestStringConvertible {
    let arguments: [String]
    let sentence: String
    var status: Int32 = 64
    var testDescription: String { arguments.joined(separator: " ") }
  }

  static let lines: [Line] = [
    Line(arguments: ["mashine"], sentence: "Oväntat på kommandoraden: »mashine«."),
    Line(arguments: ["machine", "foo"], sentence: "Oväntat på kommandoraden: »foo«."),
    Line(arguments: ["machine", "list", "a", "b"], sentence: "Oväntat på kommandoraden: »a«, »b«."),
    Line(arguments: ["machine", "list", "--jsn"], sentence: "Det finns inget val --jsn. Menade du --json?"),
    Line(arguments: ["machine", "list", "--xyzzy"], sentence: "Det finns inget val --xyzzy."),
    Line(arguments: ["machine", "show"], sentence: "<namn> saknas."),
    Line(arguments: ["machine", "list", "--group"], sentence: "--group <namn> behöver ett värde."),
    Line(arguments: ["machine", "list", "--json=ja"], sentence: "--json tar inget värde, men fick »ja«."),
    Line(
      arguments: ["machine", "show", "cycle", "--format", "svg"],
      sentence: "»svg« kan inte vara --format <format>. Tillåtet: table, json, mermaid, dot eller scxml."),
    Line(
      arguments: ["group", "set", "--anchor", "2026-W54"],
      sentence: "»2026-W54« kan inte vara --anchor <vecka>. Tillåtet: 2026 har vecka 01 till 53; "
        + "skriv till exempel 2026-W47."),
    Line(
      arguments: ["group", "set", "--anchor", "vecka 3"],
      sentence: "»vecka 3« kan inte vara --anchor <vecka>. Tillåtet: en vecka, så som 2026-W47."),
    Line(
      arguments: ["status", "--municipality", "248"],
      sentence: "»248« kan inte vara --municipality <kod>. Tillåtet: fyra siffror, så som 2480."),
    Line(
      arguments: ["clock", "set", "2026-02-30T10:00"],
      sentence: "»2026-02-30T10:00« kan inte vara <tid>. Tillåtet: 2026-11-23T07:30, eller med förskjutning "
        + "2026-11-23T07:30:00+01:00."),
    Line(
      arguments: ["clock", "set", "2026-03-29T02:30"],
      sentence: "2026-03-29T02:30 finns inte: klockan ställs fram den timmen. Ange en annan tid."),
    Line(
      arguments: ["clock", "advance", "7 dagar"],
      sentence: "»7 dagar« kan inte vara <tidslängd>. Tillåtet: en tidslängd, så som 7d, 2h, 30m eller 1d12h."
    ),
    Line(
      arguments: ["organisation", "add", "--name", "X", "--kind", "förening"],
      sentence:
        "»förening« kan inte vara --kind <slag>. Tillåtet: police, municipal, region, rescue, company "
        + "eller civil."),
    Line(
      arguments: ["machine", "show", "cykel"],
      sentence: "Hittar inte tillståndsmaskinen »cykel«. Se est machine list.", status: 65),
    Line(
      arguments: ["category", "import", "/nowhere/at-all.json"],
      sentence: "Filen /nowhere/at-all.json finns inte eller kan inte läsas.", status: 66),
    Line(
      arguments: ["area", "import", "/nowhere/at-all.geojson", "--name-property", "namn"],
      sentence: "Filen /nowhere/at-all.geojson finns inte eller kan inte läsas.", status: 66),
    Line(
      arguments: ["status", "--database", "colour=blue"],
      sentence: "»…« kan inte vara --database. Tillåtet: postgresql://host/database, host=… dbname=…."),
  ]

  @Test(arguments: lines) func aWrongLineIsExplained(_ line: Line) async {
    // A place where nothing listens: reaching for the database would be another error.
    let shell = Shell(environment: ["DATABASE_URL": "host=/nowhere"])
    let outcome = await shell.run(line.arguments)
    #expect(outcome.status == line.status)
    #expect(outcome.err.contains(": \(line.sentence)\n"), "\(outcome.err)")
    #expect(outcome.out.isEmpty)
  }

  @Test(arguments: lines) func withJSONTheSameStandsOnStandardOutput(
    _ line: Line
  ) async throws {
    let shell = Shell(environment: ["DATABASE_URL": "host=/nowhere"])
    let outcome = await shell.run(["--json"] + line.arguments)
    let error = try #require(try outcome.json["error"] as? [String: Any])
    #expect(error["message"] as? String == line.sentence)
    #expect(error["code"] as? String == outcome.code)
    #expect(error["details"] is [String: Any])
    #expect(outcome.status == line.status)
  }

  @Test(arguments: lines) func inEnglishNothingSwedishIsLeft(_ line: Line) async {
    let shell = Shell(environment: ["DATABASE_URL": "host=/nowhere", "EST_LANG": "en"])
    let outcome = await shell.run(line.arguments)
    let sentence = outcome.err.split(separator: "\n").first ?? ""
    for word in ["finns", "Tillåtet", "saknas", "behöver", "Oväntat", "»"] {
      #expect(!sentence.contains(word), "\(sentence)")
    }
  }

  @Test func whatIsWrongIsFollowedByHowTheCommandIsWritten() async {
    let outcome = await Shell().run(["machine", "show"])
    #expect(
      outcome.err == """
        est: EST100: <namn> saknas.
        Användning: est machine show [<val>] <namn>
          Mer hjälp: est machine show --help

        """)
  }

  @Test func optionsThatAllCommandsTakeStandBeforeTheNounOrAfterTheVerb() async {
    let before = await Shell().run(["--json", "machine", "list"])
    let after = await Shell().run(["machine", "list", "--json"])
    #expect(before.status == 0)
    #expect(before.out == after.out)
    #expect(before.out.first == "{")
  }

  @Test func quietSaysNothing() async {
    let outcome = await Shell().done("machine", "list", "--quiet")
    #expect(outcome.out.isEmpty && outcome.err.isEmpty)
  }

  @Test func thePasswordOfAConnectionStringIsNeverRepeated() async {
    let outcome = await Shell().run(["status", "--database", "postgresql://u:hemligt@h/d?colour=blue"])
    #expect(outcome.status == 64)
    #expect(!outcome.err.contains("hemligt"))
  }
}
