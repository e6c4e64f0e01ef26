import Foundation
import Glibc
import Postgres
import TestSupport
import Testing

@testable import Commands

/// What people type wrong about the week: one sentence with what would do, and nothing stored.
@Suite struct BadInputTests {
  static let report = [
    "incident", "add", "--unit", "Kvartersvärdar", "--category", "vandalism/klotter", "--area", "Ålidhem",
    "--at",
    "2026-11-20T09:00",
  ]

  struct Line: Sendable, CustomTestStringConvertible {
    let arguments: [String]
    let status: Int32
    let code: String
    let sentence: String
    /// What must not be repeated.
    var secret: String?
    var testDescription: String { arguments.joined(separator: " ") }

    init(
      _ arguments: [String], _ status: Int32, _ code: String, _ sentence: String, secret: String? = nil
    ) {
      self.arguments = arguments
      self.status = status
      self.code = code
      self.sentence = sentence
      self.secret = secret
    }
  }

  static func adding(_ option: String, _ value: String) -> [String] {
    guard let index = report.firstIndex(of: option) else { return report + [option, value] }
    var changed = report
    changed[index + 1] = value
    return changed
  }

  /// Refused once the database has been asked.
  static let refused: [Line] = [
    Line(adding("--category", "klottr"), 65, "EST101", "category: okänd kategori; tillåtna är "),
    Line(adding("--category", "otrygg plats"), 65, "EST101", "reason: en otrygg plats behöver ett skäl"),
    Line(adding("--area", "Ålidhemm"), 65, "EST101", "area: okänt område; se »est area list«"),
    Line(adding("--unit", "Vaktmästare"), 65, "EST101", "unit: okänd enhet; se »est unit list«"),
    Line(adding("--at", "2026-11-21T09:00"), 65, "EST101", "occurred_from: ligger framåt i tiden"),
    Line(
      adding("--at", "2026-03-29T02:30"), 64, "EST100", "klockan ställs fram den timmen. Ange en annan tid"),
    Line(adding("--until", "2026-11-20T08:00"), 65, "EST101", "occurred_to: slutar innan det börjar"),
    Line(adding("--point", "63.9,20.9"), 65, "EST101", "point: ligger utanför kommunens områden"),
    Line(adding("--point", "20.3,63.8"), 65, "EST101", "latitude: ligger utanför Sverige"),
    Line(
      adding("--text", "Ring mig på 070-174 06 05"), 65, "EST105",
      "text: ser ut som ett telefonnummer från tecken 13", secret: "174"),
    Line(
      adding("--place", "Hos 19811228-9874"), 65, "EST105",
      "place: ser ut som ett personnummer från tecken 5",
      secret: "9874"),
    Line(
      adding("--place", "Tor\u{202E}get"), 65, "EST101", "place: innehåller styrtecken", secret: "\u{202E}"),
    Line(
      adding("--text", String(repeating: "å", count: 2_001)), 65, "EST101", "text: längre än 2000 tecken",
      secret: "ååå"),
    Line(
      ["incident", "show", "2026-99"], 65, "EST103", "Hittar inte händelsen »2026-99«. Se est incident list"),
    Line(
      ["incident", "withdraw", "2026-99", "--because", "fel"], 65, "EST103", "Hittar inte händelsen »2026-99«"
    ),
    Line(["incident", "amend", "2026-99", "--area", "Teg"], 65, "EST103", "Hittar inte händelsen »2026-99«"),
    Line(
      ["incident", "import", "/dev/null", "--organisation", "Bostäder"], 65, "EST109", "den är tom"),
    Line(
      ["incident", "list", "--area", "Mars"], 65, "EST103", "Hittar inte området »Mars«. Se est area list"),
    Line(
      ["incident", "list", "--category", "x"], 65, "EST103", "Hittar inte kategorin »x«. Se est category list"
    ),
    Line(["incident", "list", "--organisation", "x"], 65, "EST103", "Hittar inte organisationen »x«"),
    Line(
      ["cycle", "show", "--week", "2031-W01"], 65, "EST103",
      "Hittar inte perioden »2031-W01«. Se est cycle list"),
    Line(["report", "nothing", "--unit", "Vaktmästare"], 65, "EST101", "unit: okänd enhet"),
    Line(
      ["report", "nothing", "--week", "2026-W48"], 1, "EST124",
      "Ingen period samlar in rapporter för den tiden"),
    Line(["picture", "show"], 65, "EST103", "Det finns ingen lägesbild än"),
    Line(["picture", "export", "--version", "7"], 65, "EST103", "Det finns ingen lägesbild än"),
    Line(
      ["meeting", "start"], 1, "EST120",
      "Mötet kan inte börja: perioden är öppen för rapporter. Först behöver man stänga inrapporteringen (est cycle close) "
        + "och sammanställa lägesbilden (est cycle compile)."),
    Line(["meeting", "decide", "Vi går förbi torget."], 1, "EST125", "Starta det med »est meeting start«"),
    Line(
      ["meeting", "attend", "--organisation", "Polisen", "--function", "x"], 65, "EST103",
      "Hittar inte organisationen »Polisen«"),
    Line(
      ["meeting", "prioritise", "2026-1"], 65, "EST103", "Hittar inte problemet »2026-1«. Se est problem list"
    ),
    Line(
      ["cycle", "open", "--week", "2026-W47"], 1, "EST120",
      "Perioden kan inte öppnas: perioden är öppen för rapporter. Det steget är redan taget."),
    Line(
      ["cycle", "skip", "--week", "2026-W48", "--because", "ring 070-174 06 05"], 65, "EST105",
      "reason: ser ut som ett telefonnummer från tecken 6", secret: "174"),
    Line(
      ["cycle", "skip", "--week", "2026-W48", "--because", "  "], 1, "EST121",
      "Perioden kan inte hoppas över: ett skäl behövs. Ange --because"),
    Line(
      [
        "cycle", "move-meeting", "--week", "2026-W48", "--to", "2026-12-02T09:00", "--because",
        "falt@exempel.se",
      ], 65,
      "EST105", "reason: ser ut som en e-postadress från tecken 1", secret: "falt"),
    Line(
      ["cycle", "move-meeting", "--week", "2026-W48", "--to", "2026-11-02T09:00", "--because", "sjuk"], 1,
      "EST121", "Mötet kan inte flyttas: den nya tiden behöver ligga framåt i tiden"),
    Line(["feedback"], 77, "EST130", "Det får bara rapportör göra"),
  ]

  @Test(arguments: refused) func whatCannotBeIsRefused(_ line: Line) async throws {
    try await Shell.withWeek { shell, _, database in
      let before = try await Self.contents(database)
      let outcome = await shell.run(line.arguments + ["--json"])
      #expect(outcome.status == line.status, "\(outcome.err)")
      #expect(outcome.isOneSentence(line.code), "\(outcome.err)")
      #expect(outcome.err.contains(line.sentence), "\(outcome.err)")
      let error = try #require(try outcome.json["error"] as? [String: Any])
      #expect(error["code"] as? String == line.code)
      if let secret = line.secret {
        #expect(!outcome.err.contains(secret) && !outcome.out.contains(secret))
      }
      #expect(try await Self.contents(database) == before)
    }
  }

  /// How many rows each table that a command could write to holds.
  static func contents(_ database: Database) async throws -> [Int64] {
    try await TestDatabase.administer(database) { session in
      try ["incident", "incident_version", "transition_log", "timer", "outbox", "running_number"].map {
        table in
        try session.one("select count(*) from est.\(identifier: table)", as: Int64.self)
      }
    }
  }

  /// Refused before any database is reached.
  static let unread: [Line] = [
    Line(["incident", "list", "--week", "2026-W54"], 64, "EST100", "2026 har vecka 01 till 53"),
    Line(["cycle", "show", "--week", "2026-W54"], 64, "EST100", "2026 har vecka 01 till 53"),
    Line(["report", "nothing", "--week", "2026-W54"], 64, "EST100", "2026 har vecka 01 till 53"),
    Line(["picture", "build", "--week", "2025-W53"], 64, "EST100", "2025 har vecka 01 till 52"),
    Line(["picture", "show", "--week", "förra"], 64, "EST100", "en vecka, så som 2026-W47, eller en månad"),
    Line(
      ["meeting", "agenda", "--week", "2026-13"], 64, "EST100", "en vecka, så som 2026-W47, eller en månad"),
    Line(
      ["incident", "review", "--all", "--accept", "--week", "2026-W54"], 64, "EST100",
      "2026 har vecka 01 till 53"),
    Line(adding("--at", "2026-02-30T10:00"), 64, "EST100", "2026-11-23T07:30"),
    Line(adding("--at", "i går"), 64, "EST100", "2026-11-23T07:30"),
    Line(adding("--point", "63,8258 20,2630"), 64, "EST100", "63.8258,20.2630"),
    Line(adding("--certainty", "kanske"), 64, "EST100", "seen, told eller suspected"),
    Line(adding("--class", "hemlig"), 64, "EST100", "open, shared eller"),
    Line(adding("--place-type", "kök"), 64, "EST100", "outdoors"),
    Line(["incident", "add", "--at", "2026-11-20T09:00"], 64, "EST107", "--category behövs"),
    Line(["incident", "add", "--category", "vandalism"], 64, "EST107", "--at behövs"),
    Line(["incident", "review", "2026-1"], 64, "EST100", "Ange --accept eller --reject"),
    Line(
      ["incident", "review", "2026-1", "--accept", "--reject"], 64, "EST100", "Ange --accept eller --reject"),
    Line(["incident", "review", "--accept"], 64, "EST100", "Ange --all eller RAPPORT"),
    Line(["incident", "review", "2026-1", "--reject"], 64, "EST100", "--reject kräver --because"),
    Line(["incident", "review", "--all", "--reject", "--because", "x"], 64, "EST100", "utesluter varandra"),
    Line(["incident", "list", "--limit=-5"], 64, "EST100", "Tillåtet: 1 till "),
    Line(["incident", "list", "--limit", "0"], 64, "EST100", "Tillåtet: 1 till "),
    Line(["incident", "list", "--limit", "många"], 64, "EST100", "--limit"),
    Line(["feedback", "--periods=-1"], 64, "EST100", "Tillåtet: 1 till "),
    Line(["picture", "show", "--version=-1"], 64, "EST100", "Tillåtet: 1 till "),
    Line(["meeting", "adopt", "--version", "0"], 64, "EST100", "Tillåtet: 1 till "),
    Line(["picture", "export", "--format", "docx"], 64, "EST100", "html, pdf, xlsx, csv, geojson, json"),
    Line(["picture", "export", "--format", ","], 64, "EST100", "html, pdf, xlsx, csv, geojson, json"),
    Line(["incident", "import", "/dev/null"], 64, "EST100", "--organisation"),
    Line(
      ["incident", "import", "x", "--organisation", "O", "--format", "xml"], 64, "EST100",
      "auto, csv, json eller polisen-events"),
  ]

  @Test(arguments: unread) func whatCannotBeReadIsExplained(_ line: Line) async throws {
    let shell = Shell(environment: ["DATABASE_URL": "host=/nowhere"])
    let outcome = await shell.run(line.arguments + ["--json"])
    #expect(outcome.status == line.status, "\(outcome.err)")
    #expect(outcome.code == line.code, "\(outcome.err)")
    let sentence = try #require(outcome.err.split(separator: "\n").first)
    #expect(sentence.contains(line.sentence), "\(outcome.err)")
    #expect(try outcome.json["error"] is [String: Any])
  }

  @Test(arguments: ["Kv. \"Eken\"; 'Å'", "<b>&amp;</b>", "=1+1", "$1 %s \\", "👩‍👩‍👧 Ö"])
  func aPlaceIsKeptAsItIsWritten(_ place: String) async throws {
    try await Shell.withWeek { shell, _, _ in
      let added = await shell.run(Self.adding("--place", place) + ["--json"])
      #expect(added.status == 0, "\(added.err)")
      let number = try #require((try added.json["incident"] as? [String: Any])?["number"] as? String)
      let shown = try await shell.done("incident", "show", number, "--json").json
      #expect((shown["incident"] as? [String: Any])?["place"] as? String == place)
    }
  }

  @Test func twoReportsOfOneReferenceAreOne() async throws {
    try await Shell.withWeek { shell, _, database in
      let first = await shell.run(Self.report + ["--reference", "A1"])
      #expect(first.status == 0)
      let second = await shell.run(Self.report + ["--reference", "A1"])
      #expect(second.status == 65 && second.isOneSentence("EST104"), "\(second.err)")
      let stored = try await Shell.stored(in: database)
      #expect(stored == 1)
    }
  }

  // MARK: Areas

  /// A border that crosses itself, in metres; the reference system is the argument.
  static func metres(_ crs: String, east: Int = 760_000) -> String {
    """
    {"type":"FeatureCollection",\(crs)"features":[{"type":"Feature","properties":{"namn":"Ersboda"},"geometry":
    {"type":"Polygon","coordinates":[[[\(east),7088000],[\(east + 1000),7089000],[\(east + 1000),7088000],
    [\(east),7089000],[\(east),7088000]]]}}]}
    """
  }

  @Test func aBorderThatCrossesItselfIsMendedAndThatIsTold() async throws {
    try await Shell.withWeek { shell, folder, _ in
      let crs = "\"crs\":{\"type\":\"name\",\"properties\":{\"name\":\"EPSG:3006\"}},"
      let path = try folder.file("omraden.geojson", Self.metres(crs))
      let result = try await shell.done("area", "import", path, "--name-property", "namn", "--json").json
      #expect(result["imported"] as? Int == 1)
      let told = (result["oddities"] as? [[String: Any]])?.compactMap { $0["message"] as? String } ?? []
      #expect(told.contains { $0.hasPrefix("ogiltig gräns, lagad") }, "\(told)")
      let areas = try await shell.done("area", "list", "--json").json["areas"] as? [[String: Any]]
      let size = areas?.first { $0["name"] as? String == "Ersboda" }?["squareMetres"] as? Double
      #expect(size == 500_000)
    }
  }

  @Test(arguments: [
    ("", 760_000, "ange referenssystemet, så som EPSG:3006, i crs"),
    ("", 12_345_678, "ange referenssystemet, så som EPSG:3006, i crs"),
    ("EPSG:4326", 760_000, "ange referenssystemet, så som EPSG:3006, i crs"),
    ("EPSG:99999", 760_000, "referenssystemet EPSG:99999 är okänt"),
    ("urn:ogc:def:crs:EPSG::99999999999", 760_000, "referenssystemet EPSG:99999999999 är okänt"),
    ("lokalt", 760_000, "referenssystemet lokalt är okänt"),
  ])
  func areasThatLieNowhereAreRefused(_ crs: String, _ east: Int, _ sentence: String) async throws {
    try await Shell.withWeek { shell, folder, _ in
      let member = crs.isEmpty ? "" : "\"crs\":{\"type\":\"name\",\"properties\":{\"name\":\"\(crs)\"}},"
      let path = try folder.file("omraden.geojson", Self.metres(member, east: east))
      let outcome = await shell.run(["area", "import", path, "--name-property", "namn", "--json"])
      #expect(outcome.status == 65 && outcome.isOneSentence("EST109"), "\(outcome.err)")
      #expect(outcome.err.contains(sentence), "\(outcome.err)")
      let areas = try await shell.done("area", "list", "--json").json["areas"] as? [[String: Any]]
      #expect(areas?.count == 2)
    }
  }

  // MARK: What cannot be written

  @Test func aFolderThatCannotBeWrittenToIsToldOf() async throws {
    try await Shell.withWeek { shell, folder, _ in
      try await Self.picture(shell)
      let file = try folder.file("bild", "")
      let outcome = await shell.run(["picture", "export", "--out", file, "--json"])
      #expect(outcome.status == 73 && outcome.isOneSentence("EST170"), "\(outcome.err)")
      #expect(outcome.err.contains(file), "\(outcome.err)")
      let agenda = await shell.run(["meeting", "agenda", "--out", file])
      #expect(agenda.status == 73 && agenda.isOneSentence("EST170"), "\(agenda.err)")
      #expect(try folder.names() == ["bild"])
    }
  }

  @Test(.enabled(if: SmallDisk.isPossible)) func aFullDiskLeavesNoHalfFile() async throws {
    try await Shell.withWeek { shell, folder, _ in
      try await Self.picture(shell)
      try await SmallDisk.with(at: "\(folder.path)/disk") { disk in
        let outcome = await shell.run(["picture", "export", "--format", "csv,html", "--out", disk, "--json"])
        #expect(outcome.status == 73 && outcome.isOneSentence("EST170"), "\(outcome.err)")
        #expect(outcome.err.contains(".html: No space left on device"), "\(outcome.err)")
        // What had been written whole stays; of the file that did not fit nothing does.
        let kept = try Folder(path: disk).names()
        #expect(kept.allSatisfy { $0.hasSuffix(".csv") }, "\(kept)")
      }
    }
  }

  static func picture(_ shell: Shell) async throws {
    _ = await shell.run(report)
    await shell.done("incident", "review", "--all", "--accept")
    await shell.done("cycle", "close")
    await shell.done("picture", "build")
  }
}

/// A disk that is full at once: eight kilobytes of memory, mounted.
enum SmallDisk {
  /// Only the superuser of a machine may mount, and not in every container.
  static let isPossible: Bool = {
    let path = "/tmp/est-disk-\(getpid())"
    guard mkdir(path, 0o700) == 0 else { return false }
    defer { rmdir(path) }
    guard mount(path) else { return false }
    umount(path)
    return true
  }()

  static func with(at path: String, _ body: (String) async throws -> Void) async throws {
    try FileManager.default.createDirectory(atPath: path, withIntermediateDirectories: true)
    try #require(mount(path))
    defer { umount(path) }
    try await body(path)
  }

  private static func mount(_ path: String) -> Bool { Glibc.mount("tmpfs", path, "tmpfs", 0, "size=8k") == 0 }
}
