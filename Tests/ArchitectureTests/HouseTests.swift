import Foundation
import Testing

@Suite struct HouseTests {
  @Test func noFileNamesOneMachinesPlaces() throws {
    for file in try PackageTree.files(under: "Sources", "Tests", "Schema", "Deploy") {
      let found = Guards.machinePlaces(in: file.text, of: file.path)
      #expect(found.isEmpty, "\(found)")
    }
  }

  @Test(arguments: ["work", "root", "tmp/w", "Users"])
  func aPlaceIsFound(name: String) {
    let planted = "let a = 1\nlet folder = \"/\(name)/shared\""
    #expect(Guards.machinePlaces(in: planted, of: "X.swift") == ["X.swift:2 names /\(name)/"])
    #expect(Guards.machinePlaces(in: "https://example.org/\(name)/x ../\(name)/x", of: "X.swift").isEmpty)
  }

  @Test func filesAreShortEnoughToBeRead() throws {
    for file in try PackageTree.files(under: "Sources", "Tests", "Schema", ending: ".swift") {
      let lines = file.text.split(separator: "\n", omittingEmptySubsequences: false).count
      #expect(lines <= 401, "\(file.path) has \(lines) lines")
    }
  }

  @Test func theLicenceIsTheWholeApacheLicence() throws {
    let licence = try String(contentsOf: PackageTree.root.appending(path: "LICENSE"), encoding: .utf8)
    #expect(licence.contains("Apache License") && licence.contains("Version 2.0, January 2004"))
    #expect(licence.contains("TERMS AND CONDITIONS FOR USE, REPRODUCTION, AND DISTRIBUTION"))
    #expect(licence.contains("9. Accepting Warranty or Additional Liability."))
  }

  @Test(.enabled(if: SwiftFormat.isFound), .timeLimit(.minutes(30))) func everyFileIsFormatted() throws {
    let complaints = try SwiftFormat.lint(["Package.swift", "Sources", "Tests", "Schema"])
    if !complaints.isEmpty { Issue.record("\(complaints)") }
  }

  @Test(.enabled(if: SwiftFormat.isFound), .timeLimit(.minutes(30))) func anUnformattedFileIsFound() throws {
    let folder = FileManager.default.temporaryDirectory.appending(path: "format-\(UUID())")
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    defer { try? FileManager.default.removeItem(at: folder) }
    try Data("let  a = 1 ;\n".utf8).write(to: folder.appending(path: "Planted.swift"))
    #expect(try !SwiftFormat.lint([folder.path]).isEmpty)
  }
}

/// The tool chain's own formatter, where the tool chain is on the path.
private enum SwiftFormat {
  static let program = (ProcessInfo.processInfo.environment["PATH"] ?? "").split(separator: ":")
    .map { "\($0)/swift" }.first { FileManager.default.isExecutableFile(atPath: $0) }
  static let isFound = program != nil

  /// What `swift format lint --strict` says of files and folders, empty where they are clean.
  static func lint(_ paths: [String]) throws -> String {
    let process = Process()
    process.executableURL = URL(filePath: program!)
    process.arguments = ["format", "lint", "--strict", "--recursive"] + paths
    process.currentDirectoryURL = PackageTree.root
    let output = Pipe()
    process.standardError = output
    process.standardOutput = output
    try process.run()
    let text = try output.fileHandleForReading.readToEnd() ?? Data()
    process.waitUntilExit()
    if process.terminationStatus == 0 { return "" }
    return String(decoding: text, as: UTF8.self)
  }
}
