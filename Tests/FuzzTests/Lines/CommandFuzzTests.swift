import Foundation
import Persistence
import Postgres
import TestSupport
import Testing

@testable import Commands

/// Whole commands with texts, times, numbers and files that mean mischief, against a database: each is carried out or
/// refused in the product's own words.
@Suite struct CommandFuzzTests {
  @Test func commands() async throws {
    try await Self.withWeek { environment, folder in
      await Fuzz("commands", sample: 60, full: 2_500).run { random in
        try await Told.by(try Self.line(&random, folder), environment: environment)
      }
      // Whatever has come to be stored is shown, made a picture of and written.
      for line in [
        ["incident", "list"], ["incident", "list", "--json"], ["area", "list"],
        ["organisation", "list", "--json"],
        ["group", "list"], ["participant", "list"], ["settings", "show"], ["category", "list"],
        ["log", "show"],
        ["cycle", "show"], ["problem", "list"], ["action", "list"],
        ["incident", "review", "--all", "--accept"],
        ["cycle", "close"], ["picture", "build"], ["picture", "show"], ["picture", "show", "--json"],
        ["picture", "export", "--format", "html,xlsx,csv,geojson,json", "--out", folder],
      ] {
        _ = try await Told.by(line, environment: environment)
      }
    }
  }

  @Test func answers() async throws {
    try await Self.withWeek { environment, _ in
      await Fuzz("answers", sample: 8, full: 500).run { random in
        let typed = (0..<Int.random(in: 1...30, using: &random)).map { _ in
          random.once(in: 3)
            ? Nasty.text(&random) : random.pick(["1", "2", "", "j", "Teg", "igår 21:30", "-", "0"])
        }
        return try await Told.by(["incident", "add"], environment: environment, input: typed)
      }
    }
  }

  // MARK: Lines

  private static let report = [
    "incident", "add", "--unit", "Kvartersvärdar", "--category", "vandalism/klotter", "--area", "Ålidhem",
    "--at",
    "2026-11-20T09:00",
  ]

  /// Each with a place or two for a text; a file's name is a file of that kind.
  private static let templates: [[String]] = [
    report + ["--text", "*"], report + ["--place", "*"], report + ["--reference", "*"],
    report + ["--assessment", "*"],
    report + ["--until", "*"], report + ["--point", "*"], report + ["--reason", "*", "--reason", "*"],
    report.dropLast() + ["*"],
    ["incident", "add", "--unit", "*", "--category", "*", "--area", "*", "--at", "*"],
    ["incident", "add", "--unit", "Kvartersvärdar", "--category", "event", "--at", "*", "--until", "*"],
    ["incident", "import", "*.csv", "--organisation", "Bostadsbolaget", "--register", "*"],
    ["incident", "import", "*.csv", "--organisation", "Bostadsbolaget", "--partial"],
    ["incident", "import", "*.json", "--organisation", "Bostadsbolaget", "--partial"],
    ["incident", "import", "*.police", "--organisation", "Bostadsbolaget", "--partial"],
    ["incident", "import", "*.csv", "--organisation", "*", "--mapping", "*.mapping"],
    ["incident", "amend", "2026-1", "--text", "*", "--because", "*"], ["incident", "show", "*"],
    ["incident", "withdraw", "*", "--because", "*"], ["incident", "list", "--area", "*"],
    ["incident", "redact", "2026-1", "--because", "*"],
    ["incident", "review", "2026-2", "--reject", "--because", "*"],
    ["area", "import", "*.geojson", "--name-property", "namn"],
    ["area", "import", "*.geojson", "--name-property", "namn", "--population-property", "n"],
    ["category", "import", "*.categories"], ["harm", "import", "*.harm"],
    ["municipality", "add", "--code", "*", "--name", "*"],
    ["municipality", "add", "--code", "0114", "--name", "*"],
    ["organisation", "add", "--name", "*", "--kind", "company"],
    ["unit", "add", "--name", "*", "--organisation", "Bostadsbolaget"],
    ["group", "add", "--name", "*"], ["group", "set", "--zone", "*"],
    ["group", "set", "--picture-lead", "*"],
    ["group", "set", "--monthly-ordinal", "*"], ["group", "set", "--reminder", "*", "--day-off", "*"],
    ["group", "set", "--anchor", "*", "--period", "fortnightly", "--dry-run"],
    ["participant", "add", "--login", "2480_x", "--function", "*"],
    ["participant", "add", "--login", "*", "--function", "x"],
    ["participant", "add", "--login", "2480_y", "--function", "y", "--address", "*"],
    ["settings", "set", "sender", "*"], ["settings", "set", "export-folder", "*"],
    ["settings", "set", "mail", "*"],
    ["settings", "set", "quiet-hours", "*"], ["settings", "set", "failure-notices", "*"],
    ["settings", "set", "sensitive-categories", "*"],
    ["settings", "set", "*", "*"], ["problem", "identify", "--title", "*", "--area", "Teg"],
    ["problem", "show", "*"],
    ["problem", "identify", "--title", "Mörkt", "--area", "*", "--category", "*"],
    ["action", "propose", "--problem", "*", "--title", "*"],
    ["meeting", "note", "*"], ["meeting", "decide", "*"], ["cycle", "skip", "--week", "*", "--because", "*"],
    ["cycle", "move-meeting", "--week", "2026-W48", "--to", "*", "--because", "*"],
    ["cycle", "show", "--week", "*"],
    ["overview", "--period", "*"],
    ["overview", "score", "*", "--period", "2026-Q4", "--need", "*", "--influence", "2"],
    ["picture", "release", "--period", "*", "--dry-run"],
    ["picture", "verify", "--week", "*", "--version", "*"],
    ["log", "verify", "--head", "*"], ["log", "verify", "--picture", "*.json"],
    ["log", "verify", "--journal", "*.json"],
    ["log", "show", "--instance", "*"], ["feedback", "--periods", "*"],
    ["report", "nothing", "--unit", "*", "--week", "*"],
    ["incident", "list", "--since", "*", "--limit", "*"], ["whoami", "--as", "*"], ["status", "--now", "*"],
    ["group", "list", "--municipality", "*", "--group", "*"], ["cycle", "plan", "--now", "*"],
    ["cycle", "list", "--now", "*", "--dry-run"],
    ["clock", "advance", "*", "--dry-run"], ["clock", "set", "*", "--dry-run"],
  ]

  private static func line(_ random: inout SeededGenerator, _ folder: String) throws -> [String] {
    let json = random.once(in: 3) ? ["--json"] : []
    if random.once(in: 3) {
      return MadeUpLine.make(random.pick(verbs), &random) { option, random in
        files.contains(option) ? "\(folder)/ut" : word(&random)
      } + json
    }
    return try random.pick(templates).map { piece in
      guard piece.hasPrefix("*") else { return piece }
      guard piece.count > 1 else { return word(&random) }
      let path = "\(folder)/fil\(piece.dropFirst())"
      try Data(bytes(of: piece, &random)).write(to: URL(filePath: path))
      return path
    } + json
  }

  /// Options that name a file or folder to be written, and verbs that are not this database's or set its clock.
  private static let files: Set = ["--out", "--rejects"]
  private static let verbs = MadeUpLine.verbs.filter {
    !["local", "demo", "clock", "setup"].contains($0.path[0])
  }

  private static func word(_ random: inout SeededGenerator) -> String {
    let text = Nasty.text(&random).replacing("\0", with: "\u{1}")
    return ["-", "/dev/stdin"].contains(text) ? "/dev/null" : text
  }

  private static func bytes(of kind: String, _ random: inout SeededGenerator) -> [UInt8] {
    switch kind {
    case "*.csv": TableFuzzTests.table(&random)
    case "*.json": ObjectFuzzTests.objects(&random)
    case "*.police": ObjectFuzzTests.events(&random)
    case "*.geojson":
      random.once(in: 2)
        ? AreaFuzzTests.madeUp(&random)
        : Mutation.of(AreaFuzzTests.samples, words: AreaFuzzTests.words, &random)
    case "*.mapping": MappingFuzzTests.madeUp(&random)
    case "*.categories": MappingFuzzTests.categories(&random)
    default: DocumentFuzzTests.harmTable(&random)
    }
  }

  // MARK: The database

  /// A municipality whose week 47 collects; it is Friday, noon.
  static func withWeek(_ body: ([String: String], String) async throws -> Void) async throws {
    let folder = FileManager.default.temporaryDirectory.appending(path: "fuzz-\(UUID())")
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    defer { try? FileManager.default.removeItem(at: folder) }
    try Data(AreaFuzzTests.samples[1]).write(to: folder.appending(path: "omraden.geojson"))
    let areas = folder.appending(path: "omraden.geojson").path
    try await TestDatabase.prepared("fuzz-week") { database in
      try await SchemaSetup().run(database, trial: true)
      for line in [
        ["clock", "set", "2026-11-20T12:00"], ["municipality", "add", "--code", "2480", "--name", "Umeå"],
        ["group", "add", "--name", "Centrum"],
        ["organisation", "add", "--name", "Bostadsbolaget", "--kind", "company"],
        ["unit", "add", "--name", "Kvartersvärdar", "--organisation", "Bostadsbolaget"],
        ["participant", "grant", "2480_administrator", "coordinator"],
        ["area", "import", areas, "--name-property", "namn"], ["cycle", "plan"],
        ["cycle", "open", "--week", "2026-W47"], report.map { $0 == "Ålidhem" ? "Teg" : $0 },
      ] {
        let told = await Told.run(line, environment: ["DATABASE_URL": database.conninfo])
        guard told.status == 0 else { throw Flaw("\(line): \(told.err)") }
      }
    } _: { database in
      try await body(["DATABASE_URL": database.conninfo], folder.path)
    }
  }
}
