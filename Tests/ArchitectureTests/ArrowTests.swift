import Testing

@Suite struct ArrowTests {
  @Test(arguments: Architecture.targets.filter { !["CLibpq", "CClp", "CXlsxwriter"].contains($0.name) })
  func noFileImportsAgainstTheArrows(target: Target) throws {
    let files = try PackageTree.sources(of: target)
    #expect(!files.isEmpty, "\(target.folder) is empty")
    for file in files {
      let forbidden = Architecture.forbiddenImports(in: file, of: target)
      #expect(forbidden.isEmpty, "\(forbidden)")
    }
  }

  @Test(arguments: [
    ("StateMachine", "EST"), ("EST", "Persistence"), ("EST", "Glibc"),
    ("Picture", "Language"), ("Analysis", "EST"), ("Persistence", "Workflow"), ("Postgres", "EST"),
    ("LocalCluster", "Persistence"), ("Services", "ArgumentParser"), ("est", "Workflow"),
    ("bench", "Commands"),
  ])
  func anImportAgainstThemIsFound(name: String, module: String) throws {
    let target = try #require(Architecture.targets.first { $0.name == name })
    let file = SwiftSource(path: "Sources/\(name)/Planted.swift", "import \(module)\n")
    #expect(
      Architecture.forbiddenImports(in: file, of: target) == [
        "Sources/\(name)/Planted.swift imports \(module)"
      ])
  }

  @Test func theArrowsAreTransitive() {
    #expect(
      Architecture.within(reachOf: "Export") == ["Picture", "Language", "EST", "Analysis", "StateMachine"])
    #expect(Architecture.within(reachOf: "est") == ["Commands"])
  }

  @Test func thePackageSaysWhatTheArrowsSay() throws {
    let declared = ManifestTarget.all(in: try PackageTree.manifest())
      .filter { !$0.isTest && !["SchemaEmbedder", "EmbedMigrations"].contains($0.name) }
    #expect(Set(declared.map(\.name)) == Set(Architecture.targets.map(\.name)))
    for target in Architecture.targets {
      let found = try #require(declared.first { $0.name == target.name })
      #expect(found.dependencies == target.arrows, "\(target.name)")
    }
  }

  @Test func aManifestIsRead() {
    let targets = ManifestTarget.all(
      in: """
        let log: Target.Dependency = .product(name: "Log", package: "log")
        let package = Package(
          products: [.executable(name: "x", targets: ["x"])],
          targets: [
            // .target(name: "Gone", dependencies: ["A"]),
            .target(name: "A"),
            .target(
              name: "B", dependencies: ["A", log], path: "Tests/B", plugins: ["P"]),
            .executableTarget(name: "x", dependencies: ["B"]),
            .testTarget(name: "BTests", dependencies: ["B"]),
          ])
        """)
    #expect(
      targets == [
        .init(name: "A", dependencies: [], isTest: false),
        .init(name: "B", dependencies: ["A"], isTest: true),
        .init(name: "x", dependencies: ["B"], isTest: false),
        .init(name: "BTests", dependencies: ["B"], isTest: true),
      ])
  }
}
