import Foundation
import LocalCluster
import Postgres
import TestSupport
import Testing

@testable import Persistence

/// `Schema/current.sql` is what the migrations come to, for people to read and review.
@Suite struct CurrentSchemaTests {
  private static let file = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
    .deletingLastPathComponent().appending(path: "Schema/current.sql")

  /// Run with `EST_UPDATE=1` to write the file anew after a new migration.
  @Test func currentIsTheSumOfTheMigrations() async throws {
    let dump = try await TestDatabase.empty(postgis: true) { database in
      try await SchemaSetup().run(database, trial: true)
      return try Self.dump(database.conninfo)
    }
    if ProcessInfo.processInfo.environment["EST_UPDATE"] == "1" {
      try dump.write(to: Self.file, atomically: true, encoding: .utf8)
    }
    let current = try String(contentsOf: Self.file, encoding: .utf8)
    #expect(current == dump, "EST_UPDATE=1 swift test --filter CurrentSchemaTests writes it anew")
  }

  /// The schema as `pg_dump` gives it, without what names its own version.
  private static func dump(_ conninfo: String) throws -> String {
    let process = Process()
    process.executableURL = URL(filePath: "/usr/bin/env")
    // The key would else be random (pg_dump 15.14 and later).
    process.arguments = [
      "pg_dump", "--schema-only", "--schema=est", "--no-owner", "--restrict-key=est", "--dbname", conninfo,
    ]
    let pipe = Pipe()
    process.standardOutput = pipe
    try process.run()
    let text = String(decoding: pipe.fileHandleForReading.readDataToEndOfFile(), as: UTF8.self)
    process.waitUntilExit()
    try #require(process.terminationStatus == 0)
    return text.split(separator: "\n", omittingEmptySubsequences: false)
      .filter { !$0.hasPrefix("-- Dumped") && !$0.hasPrefix("\\") }.joined(separator: "\n")
  }
}
