import Testing

@Suite struct PurityTests {
  @Test(arguments: Architecture.targets.filter(\.isPure))
  func aPureTargetKnowsOnlyWhatItIsGiven(target: Target) throws {
    for file in try PackageTree.sources(of: target) {
      let found = Guards.impurities(in: file)
      #expect(found.isEmpty, "\(found)")
    }
  }

  @Test(arguments: [
    "let now = Date()", "let now = Date.now", "let files = FileManager.default", "print(\"hello\")",
    "let home = ProcessInfo.processInfo.environment", "var random = SystemRandomNumberGenerator()",
    "let die = Int.random(in: 1...6)", "let all = items.shuffled()", "let id = UUID()",
    "_ = getenv(\"HOME\")",
    "let program = Process()", "let text = \"now: \\(Date())\"", "try await Task.sleep(for: .seconds(1))",
    "let clock = ContinuousClock()", "let text = try String(contentsOfFile: path, encoding: .utf8)",
  ])
  func whatReachesOutIsFound(line: String) {
    #expect(Guards.impurities(in: SwiftSource(path: "X.swift", line)).count == 1, "\(line)")
  }

  @Test(arguments: [
    "let epoch = Date(timeIntervalSince1970: 0)", "let zone = TimeZone(identifier: name)",
    "let die = Int.random(in: 1...6, using: &random)", "let now = facts.now", "// Date() and FileManager",
    "let text = \"FileManager\"", "func blueprint(_ text: String) {}", "bytes.append(contentsOf: more)",
    "let opening = reopen(cycle)", "let thread = Threads.count",
  ])
  func whatIsGivenIsNot(line: String) {
    #expect(Guards.impurities(in: SwiftSource(path: "X.swift", line)).isEmpty, "\(line)")
  }
}
