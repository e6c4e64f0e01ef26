import Foundation
import Persistence
import Postgres
import TestSupport
import Testing

@testable import Commands

extension Shell {
  /// A municipality whose week 47 collects: the areas Ålidhem and Teg, a housing company with a unit, and the
  /// administrator of the trial as coordinator. It is Friday, noon.
  static func withWeek(_ body: (Shell, Folder, Database) async throws -> Void) async throws {
    try await TestDatabase.prepared("commands-week") { database in
      try await SchemaSetup().run(database, trial: true)
      let shell = Shell(environment: ["DATABASE_URL": database.conninfo])
      await shell.done("clock", "set", "2026-11-20T12:00")
      await shell.done("municipality", "add", "--code", "2480", "--name", "Umeå")
      await shell.done("group", "add", "--name", "Centrum")
      await shell.done("organisation", "add", "--name", "Bostadsbolaget", "--kind", "company")
      await shell.done("unit", "add", "--name", "Kvartersvärdar", "--organisation", "Bostadsbolaget")
      await shell.done("participant", "grant", "2480_administrator", "coordinator")
      try await Folder.with { folder in
        await shell.done(
          "area", "import", try folder.file("omraden.geojson", areas), "--name-property", "namn")
      }
      await shell.done("cycle", "plan")
      await shell.done("cycle", "open", "--week", "2026-W47")
    } _: { database in
      try await Folder.with { folder in
        try await body(Shell(environment: ["DATABASE_URL": database.conninfo]), folder, database)
      }
    }
  }

  /// Two squares of about a kilometre, in degrees.
  static let areas = """
    {"type":"FeatureCollection","features":[
    {"type":"Feature","properties":{"namn":"Ålidhem"},"geometry":{"type":"Polygon",
     "coordinates":[[[20.30,63.81],[20.32,63.81],[20.32,63.82],[20.30,63.82],[20.30,63.81]]]}},
    {"type":"Feature","properties":{"namn":"Teg"},"geometry":{"type":"Polygon",
     "coordinates":[[[20.24,63.81],[20.26,63.81],[20.26,63.82],[20.24,63.82],[20.24,63.81]]]}}]}
    """

  /// How many reports the database holds, whoever may see them.
  static func stored(in database: Database) async throws -> Int {
    Int(
      try await TestDatabase.administer(database) { session in
        try session.one("select count(*) from est.incident", as: Int64.self)
      })
  }
}

extension Shell.Outcome {
  /// The `details` of the error on standard output.
  var details: [String: Any] {
    get throws { try #require((try json["error"] as? [String: Any])?["details"] as? [String: Any]) }
  }

  /// Standard error is one sentence after its code, and nothing of the program's inside.
  func isOneSentence(_ code: String) -> Bool {
    let lines = err.split(separator: "\n")
    return lines.count == 1 && err.hasPrefix("est: \(code): ") && err.hasSuffix(".\n")
      && !["Error", "Optional(", ".swift", "Fatal", "EST199"].contains { err.contains($0) }
  }
}
