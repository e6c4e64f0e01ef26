import Foundation
import Language
import Subprocess
import SystemPackage
import Testing
import Workflow

@testable import Commands

/// How a page becomes a PDF, by WeasyPrint where it is installed and by stand-ins for it.
@Suite struct PrinterTests {
  private static let page = """
    <!DOCTYPE html><html lang="sv"><head><title>Provsida</title></head><body><h1>Rubrik</h1>
    <table><thead><tr><th>A</th><th>B</th></tr></thead>
    <tbody><tr><th>1</th><td>2</td></tr><tr><th>3</th><td></td></tr></tbody></table></body></html>
    """

  private static func isInstalled() async -> Bool {
    do {
      _ = try await Self.printer().pdf(page)
      return true
    } catch Printer.Problem.notInstalled {
      return false
    } catch {
      // What goes wrong with it is for the tests to say.
      return true
    }
  }

  /// Patient: our own turn may come late on a busy machine.
  private static func printer(
    _ pythons: [String] = Printer.usualPythons, within patience: Duration = .seconds(2_000)
  ) -> Printer {
    .weasyPrint(pythons: pythons, within: patience)
  }

  /// A program that takes the place of Python.
  private static func standIn(_ script: String, _ body: (String) async throws -> Void) async throws {
    let path = FileManager.default.temporaryDirectory.appending(path: "python-\(UUID())").path
    try Data("#!/bin/sh\n\(script)\n".utf8).write(to: URL(filePath: path))
    try FileManager.default.setAttributes([.posixPermissions: 0o700], ofItemAtPath: path)
    defer { try? FileManager.default.removeItem(atPath: path) }
    try await body(path)
  }

  @Test(.enabled("WeasyPrint") { await isInstalled() })
  func aDocumentIsMadeAndTheSameEachTime() async throws {
    let bytes = try await Self.printer().pdf(Self.page)
    #expect(bytes.starts(with: Array("%PDF-".utf8)))
    #expect(try await Self.printer().pdf(Self.page) == bytes)
  }

  @Test(.enabled("WeasyPrint and pdfinfo") { await isInstalled() && pdfinfo != nil })
  func itIsTagged() async throws {
    let path = FileManager.default.temporaryDirectory.appending(path: "printed-\(UUID()).pdf")
    try Data(try await Self.printer().pdf(Self.page)).write(to: path)
    defer { try? FileManager.default.removeItem(at: path) }
    func ask(_ arguments: String...) async throws -> [String] {
      let result = try await Subprocess.run(
        .path(FilePath(Self.pdfinfo!)), arguments: Arguments(arguments + [path.path]), input: .none,
        output: .string(limit: 1 << 20), error: .discarded)
      return result.standardOutput.split(separator: "\n").map { $0.trimmingCharacters(in: .whitespaces) }
    }
    let facts = try await ask()
    #expect(facts.contains("Title:           Provsida") && facts.contains("Tagged:          yes"))
    let tags = try await ask("-struct")
    #expect(tags.count { $0 == "/Scope /Column" } == 2 && tags.count { $0 == "/Scope /Row" } == 2, "\(tags)")
    #expect(tags.contains { $0.hasPrefix("Table") } && tags.contains { $0.hasPrefix("H1") })
  }

  private static let pdfinfo = (ProcessInfo.processInfo.environment["PATH"] ?? "").split(separator: ":")
    .map { "\($0)/pdfinfo" }.first { FileManager.default.isExecutableFile(atPath: $0) }

  @Test(.enabled("WeasyPrint") { await isInstalled() })
  func nothingIsFetched() async throws {
    let secret = FileManager.default.temporaryDirectory.appending(path: "secret-\(UUID()).txt")
    try Data("hemligt".utf8).write(to: secret)
    defer { try? FileManager.default.removeItem(at: secret) }
    let page = Self.page.replacing(
      "</head>",
      with: """
        <link rel="attachment" href="\(secret.absoluteString)">\
        <link rel="stylesheet" href="http://127.0.0.1:9/style.css"></head>
        """)
    // With the attachment the document would be larger, and another.
    let printed = try await Self.printer().pdf(page)
    #expect(abs(printed.count - (try await Self.printer().pdf(Self.page)).count) < 100)
  }

  @Test func whereThereIsNoneItIsSaid() async throws {
    await #expect(throws: Printer.Problem.notInstalled) {
      try await Self.printer(["/nonexistent/python"]).pdf(Self.page)
    }
    try await Self.standIn("exit 69") { python in
      await #expect(throws: Printer.Problem.notInstalled) {
        try await Self.printer(["no-such-python", python]).pdf(Self.page)
      }
    }
    for language in [Language.swedish, .english] {
      let failure = Failure(Printer.Problem.notInstalled, language)
      #expect(failure.code.rawValue == "EST160" && failure.code.exitStatus.rawValue == 69)
      #expect(failure.message.contains("apt-get install weasyprint"))
    }
  }

  @Test func theFirstThatHasItIsAsked() async throws {
    try await Self.standIn("exit 69") { without in
      try await Self.standIn("cat") { with in
        let printed = try await Self.printer([without, with]).pdf(Self.page)
        #expect(printed == Array(Self.page.utf8))
      }
    }
  }

  @Test func oneThatFailsSaysWhyAndOneThatHangsIsKilled() async throws {
    try await Self.standIn("echo first >&2; echo 'no fonts' >&2; exit 1") { python in
      await #expect(throws: Printer.Problem.failed(said: "no fonts")) {
        try await Self.printer([python]).pdf(Self.page)
      }
    }
    try await Self.standIn("exec sleep 3000") { python in
      let start = ContinuousClock.now
      await #expect(throws: Printer.Problem.timedOut) {
        try await Self.printer([python], within: .milliseconds(300)).pdf(Self.page)
      }
      #expect(.now - start < .seconds(2_000))
    }
  }
}
