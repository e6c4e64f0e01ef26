import Testing

@Suite struct SQLTests {
  /// Below EST's own tables: the client says `SET CONSTRAINTS`, the cluster makes its role and its database. And what
  /// measures the tables must name them.
  private static let speakers: Set<String> = ["Persistence", "Postgres", "LocalCluster", "bench", "CLibpq"]

  @Test(arguments: Architecture.targets.filter { !speakers.contains($0.name) })
  func noTargetAbovePersistenceSpeaksSQL(target: Target) throws {
    for file in try PackageTree.sources(of: target) {
      let found = Guards.statements(in: file)
      #expect(found.isEmpty, "\(found)")
    }
  }

  @Test(arguments: ["Postgres", "LocalCluster"])
  func whatLiesBelowNamesNoTableOfOurs(name: String) throws {
    let target = try #require(Architecture.targets.first { $0.name == name })
    for file in try PackageTree.sources(of: target) {
      #expect(!file.literals.contains { $0.text.contains("est.") }, "\(file.path)")
    }
  }

  /// The rule of protection stands where connections are made, and the command line alone waives it.
  @Test func connectionsAreMadeInOnePlace() throws {
    func files(with word: String) throws -> [String] {
      try PackageTree.files(under: "Sources", ending: ".swift").filter { $0.text.contains(word) }.map(\.path)
    }
    #expect(try files(with: "PQconnectdb") == ["Sources/Postgres/Connection/Connection.swift"])
    #expect(
      try files(with: "PQconnectStart") == ["Sources/Postgres/Protection/ConnectionInfo+Resolved.swift"])
    #expect(
      try files(with: ".waived") == [
        "Sources/Commands/Connection/Connection.swift", "Sources/Commands/Connection/Target.swift",
      ])
  }

  @Test(arguments: [
    "select session_user::text", "select id from est.cycle", "\n  insert into est.timer values (1)\n",
    "UPDATE est.trial SET ahead = null", "delete from est.timer", "with due as (select 1) select * from due",
    "create extension postgis", "drop table est.cycle", "grant select on est.cycle to est_reader",
  ])
  func aStatementIsFound(sql: String) {
    let file = SwiftSource(path: "X.swift", "let sql = \"\"\"\n\(sql)\n\"\"\"")
    #expect(Guards.statements(in: file).count == 1, "\(sql)")
  }

  @Test(arguments: [
    "Select one of the groups", "Update the file", "with three units", "Create a group", "insert", "delete",
    "copy of the picture", "", "selected",
  ])
  func proseIsNone(text: String) {
    #expect(Guards.statements(in: SwiftSource(path: "X.swift", "let text = \"\(text)\"")).isEmpty, "\(text)")
  }
}
