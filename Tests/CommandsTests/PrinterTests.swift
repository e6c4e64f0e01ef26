import Foundation
import Language
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

  private static func pdf(_ html: String = page) async -> Result<[UInt8], any Error> {
    do { return .success(try await Printer.weasyPrint.pdf(html)) } catch { return .failure(error) }
  }

  /// A program that takes the place of Python.
  private static func standIn(_ script: String, _ body: (String) async throws -> Void) async throws {
    let path = FileManager.default.temporaryDirectory.appending(path: "python-\(UUID())").path
    try Data("#!/bin/sh\n\(script)\n".utf8).write(to: URL(filePath: path))
    try FileManager.default.setAttributes([.posixPermissions: 0o700], ofItemAtPath: path)
    defer { try? FileManager.default.removeItem(atPath: path) }
    try await body(path)
  }

  @Test func aTaggedDocumentIsMadeAndTheSameEachTime() async throws {
    let first = await Self.pdf()
    if case .failure(Printer.Problem.notInstalled) = first {
      // There is no asking beforehand without running it.
      return print("skipped: no WeasyPrint")
    }
    let bytes = try first.get()
    #expect(bytes.starts(with: Array("%PDF-".utf8)))
    let text = String(decoding: bytes, as: Unicode.ASCII.self)
    #expect(text.contains("/StructTreeRoot") && text.contains("pdfuaid"))
    #expect(text.contains("/Scope /Column") && text.contains("/Scope /Row"))
    #expect(try await Self.pdf().get() == bytes)
  }

  @Test func nothingIsFetched() async throws {
    let secret = FileManager.default.temporaryDirectory.appending(path: "secret-\(UUID()).txt")
    try Data("hemligt".utf8).write(to: secret)
    defer { try? FileManager.default.removeItem(at: secret) }
    let page = Self.page.replacing(
      "</head>",
      with: """
        <link rel="attachment" href="\(secret.absoluteString)">\
        <link rel="stylesheet" href="http://127.0.0.1:9/style.css"></head>
        """)
    let result = await Self.pdf(page)
    if case .failure(Printer.Problem.notInstalled) = result { return print("skipped: no WeasyPrint") }
    #expect(!String(decoding: try result.get(), as: Unicode.ASCII.self).contains("/EmbeddedFile"))
  }

  @Test func whereThereIsNoneItIsSaid() async throws {
    await #expect(throws: Printer.Problem.notInstalled) {
      try await Printer.weasyPrint(pythons: ["/nonexistent/python"]).pdf(Self.page)
    }
    try await Self.standIn("exit 69") { python in
      await #expect(throws: Printer.Problem.notInstalled) {
        try await Printer.weasyPrint(pythons: ["no-such-python", python]).pdf(Self.page)
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
        let printed = try await Printer.weasyPrint(pythons: [without, with]).pdf(Self.page)
        #expect(printed == Array(Self.page.utf8))
      }
    }
  }

  @Test func oneThatFailsSaysWhyAndOneThatHangsIsKilled() async throws {
    try await Self.standIn("echo first >&2; echo 'no fonts' >&2; exit 1") { python in
      await #expect(throws: Printer.Problem.failed(said: "no fonts")) {
        try await Printer.weasyPrint(pythons: [python]).pdf(Self.page)
      }
    }
    try await Self.standIn("exec sleep 60") { python in
      let start = ContinuousClock.now
      await #expect(throws: Printer.Problem.timedOut) {
        try await Printer.weasyPrint(pythons: [python], within: .milliseconds(300)).pdf(Self.page)
      }
      #expect(.now - start < .seconds(30))
    }
  }
}
