import Foundation
import Postgres
import TestSupport
import Testing

/// Statements that nobody thought of, said by each login with two municipalities in the database.
extension RightsTests {
  /// Those who may not know what is for police and municipality alone.
  private static let uninitiated = [
    "administrator", "bostad", "bra", "dubbel", "frammande", "lasare", "rad", "rapportor", "revisor",
  ].map { "2480_\($0)" }

  @Test(.timeLimit(.minutes(600))) func nothingOfOthersIsTold() async throws {
    let town = try await RightsTown.shared()
    let statements = try await town.owner.rollingBack { try RandomStatements($0) }
    var random = Seed.generator(22)
    let perLogin = Seed.full ? 100_000 : 300
    for login in Probe.logins {
      var said = 0
      while said < perLogin {
        let batch = (0..<min(2_000, perLogin - said)).map { _ in statements.next(&random) }
        said += batch.count
        let told = try Client.run(batch, conninfo: try town.cluster.conninfo(user: login))
          .leaks(Self.markers(for: login))
        #expect(told == [], "\(login)")
      }
    }
    print("\(perLogin) statements as each of \(Probe.logins.count) logins")
  }

  @Test(arguments: [
    ("2480_lasare", "create view est.leak as select * from est.area; grant select on est.leak to est_member"),
    ("2480_bostad", "alter policy may_select on est.unit using (true)"),
    (
      "2480_rad",
      """
      create function est.leak() returns setof est.organisation language sql security definer
        as 'select * from est.organisation'; grant execute on function est.leak() to est_member
      """
    ),
    (
      "2480_rapportor",
      """
      create function est.leak(u est.unit) returns text language sql security definer
        as $$ select string_agg(p::text, '') from est.participant p $$
      """
    ),
    (
      "2480_bostad",
      "alter policy may_select on est.incident using (municipality = any ((select est.my_municipalities())::text[]))"
    ),
  ])
  func plantedLeaksAreFound(_ login: String, _ plant: String) async throws {
    let town = try await RightsTown.shared()
    let superuser = try town.cluster.conninfo(user: "postgres")
    let statements = try await probing { session in
      try session.script(plant)
      return try RandomStatements(session)
    }
    var random = Seed.generator(23)
    var told: [String] = []
    for _ in 0..<10 where told.isEmpty {
      told = try Client.run(
        (0..<1_000).map { _ in statements.next(&random) }, conninfo: superuser, as: login, after: plant
      ).leaks(Self.markers(for: login))
    }
    #expect(told != [])
  }

  private static func markers(for login: String) -> String {
    #"248Q|Främmandesten|^2481[|\t]|\(2481,|"2481"|2481_"#
      + (uninitiated.contains(login) ? "|Hemligsten" : "")
  }
}

/// What `psql` was told: rows, plans, notices and errors with all that belongs to them.
private struct Client {
  let output: URL
  let statements: [String]

  static func run(
    _ statements: [String], conninfo: String, as login: String? = nil, after plant: String? = nil
  ) throws -> Client {
    let folder = FileManager.default.temporaryDirectory.appending(path: "est-said-\(UUID())")
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    let script = folder.appending(path: "said.sql")
    let output = folder.appending(path: "told.txt")
    var lines = [#"\set VERBOSITY verbose"#, #"\pset format unaligned"#]
    if let plant, let login {
      lines += ["begin;", "\(plant);", "set local session authorization \"\(login)\";"]
    }
    for (number, statement) in statements.enumerated() {
      lines.append("\\echo #\(number)")
      lines +=
        plant == nil
        ? ["begin\\; \(statement);", "rollback;"]
        : ["savepoint one\\; \(statement);", "rollback to one;"]
    }
    try lines.joined(separator: "\n").write(to: script, atomically: false, encoding: .utf8)
    FileManager.default.createFile(atPath: output.path, contents: nil)
    let told = try FileHandle(forWritingTo: output)
    let process = Process()
    process.executableURL = URL(filePath: "/usr/bin/env")
    process.arguments = ["psql", "-X", "-q", "-d", conninfo, "-f", script.path]
    process.environment = ["PATH": "/usr/bin:/bin", "PGOPTIONS": "-c statement_timeout=20000"]
    process.standardOutput = told
    process.standardError = told
    try process.run()
    process.waitUntilExit()
    try told.close()
    try #require(process.terminationStatus == 0)
    return Client(output: output, statements: statements)
  }

  /// The statements that told what the pattern describes, with the first line that did. Whatever was told is thrown away.
  func leaks(_ pattern: String) throws -> [String] {
    defer { try? FileManager.default.removeItem(at: output.deletingLastPathComponent()) }
    let process = Process()
    process.executableURL = URL(filePath: "/usr/bin/env")
    process.arguments = [
      "awk",
      "/^#[0-9]+$/ { n = substr($0, 2) } /\(pattern)/ && n != told { told = n; print n \" \" substr($0, 1, 300) }",
      output.path,
    ]
    process.environment = ["PATH": "/usr/bin:/bin"]
    let pipe = Pipe()
    process.standardOutput = pipe
    try process.run()
    let found = String(decoding: pipe.fileHandleForReading.readDataToEndOfFile(), as: UTF8.self)
    process.waitUntilExit()
    try #require(process.terminationStatus == 0)
    return found.split(separator: "\n").prefix(5).map { line in
      let number = Int(line.prefix { $0.isNumber }) ?? 0
      return "\(statements[number])\n  \(line)"
    }
  }
}
