import EST
import Foundation
import Persistence
import Testing

@testable import Workflow

/// Pictures as files: written whole, the same bytes each time, and never older than what is known.
@Suite struct ExportedFileTests {
  private static func run(_ body: (World, String) async throws -> Void) async throws {
    let folder = "/tmp/est-export-\(UUID().uuidString.prefix(8).lowercased())"
    defer { try? FileManager.default.removeItem(atPath: folder) }
    try await World.run { world in
      try await world.clock(World.beforeMeeting)
      try await world.speak(as: "administrator") { desk in _ = try desk.set(.exportFolder, to: folder) }
      try await world.speak { desk in try desk.requestExport(of: try desk.week()) }
      try await body(world, folder)
    }
  }

  private static func contents(_ folder: String) throws -> [String: Data] {
    let names = try FileManager.default.contentsOfDirectory(atPath: folder)
    return Dictionary(
      uniqueKeysWithValues: names.map { ($0, FileManager.default.contents(atPath: "\(folder)/\($0)")!) })
  }

  @Test func aFileWrittenTwiceHasTheSameBytes() async throws {
    try await Self.run { world, folder in
      let first = try await world.engine.claimDue(limit: 8)
      #expect(first.count == 3)
      for item in first { #expect(try await world.engine.carryOut(item, Post().mailer) == .delivered) }
      let written = try Self.contents(folder)
      #expect(written.count == 3)
      // A worker whose record is not heard writes them once more.
      for item in first { #expect(try await world.engine.carryOut(item, Post().mailer) == nil) }
      #expect(try Self.contents(folder) == written)
    }
  }

  @Test func theMunicipalitySaysWhichFilesThereAre() async throws {
    try await Self.run { world, folder in
      try await world.speak(as: "administrator") { desk in
        _ = try desk.set(.exportFormats, to: "pdf,xlsx,geojson")
      }
      try await world.speak { desk in
        _ = try desk.adoptWithoutMeeting(in: try desk.week(), because: "Telefonrunda")
      }
      let printer = Printer { Array("printed: \($0.prefix(15))".utf8) }
      _ = try await world.engine.deliverDue(Post().mailer, printer)
      let files = try Self.contents(folder)
      // The three that were asked for before, and those that are set now.
      #expect(files.keys.map { ($0 as NSString).pathExtension }.sorted() == Self.endings)
      #expect(files.first { $0.key.hasSuffix("pdf") }?.value == Data("printed: <!DOCTYPE html>".utf8))
      #expect(files.first { $0.key.hasSuffix("xlsx") }?.value.starts(with: Data("PK".utf8)) == true)
    }
  }
  private static let endings = ["csv", "geojson", "html", "json", "pdf", "xlsx"]

  @Test func aDocumentThatCannotBePrintedWaitsAndSaysWhy() async throws {
    try await Self.run { world, _ in
      _ = try await world.engine.deliverDue(Post().mailer)
      try await world.speak(as: "administrator") { desk in _ = try desk.set(.exportFormats, to: "pdf") }
      try await world.speak { desk in
        _ = try desk.adoptWithoutMeeting(in: try desk.week(), because: "Telefonrunda")
      }
      #expect(try await world.engine.deliverDue(Post().mailer).postponed == 1)
      let lines = try await world.speak { desk in try desk.outbox.lines(of: World.code) }
      #expect(lines.contains { $0.failure?.cause == .noProgram && $0.failure?.said == "WeasyPrint" })
    }
  }

  @Test func aFolderThatCannotBeIsTriedAgainAndSaysWhy() async throws {
    try await Self.run { world, _ in
      try await world.speak(as: "administrator") { desk in _ = try desk.set(.exportFolder, to: "/proc/est") }
      #expect(try await world.engine.deliverDue(Post().mailer).postponed == 3)
      let line = try await world.speak { desk in try desk.outbox.lines(of: World.code)[0] }
      #expect(line.failure?.cause == .file && line.failure?.said == "No such file or directory")
      #expect(line.period == "2026-W47")
    }
  }

  /// A request from before the adoption, carried out after it, does not put the older words back.
  @Test func anAdoptedPictureStaysAdoptedOnDisk() async throws {
    try await Self.run { world, folder in
      let early = try await world.engine.claimDue(limit: 8)
      try await world.speak { desk in
        _ = try desk.adoptWithoutMeeting(in: try desk.week(), because: "Telefonrunda")
      }
      #expect(try await world.engine.deliverDue(Post().mailer).delivered == 3)
      let adopted = try Self.contents(folder)
      for item in early { #expect(try await world.engine.carryOut(item, Post().mailer) == .delivered) }
      #expect(try Self.contents(folder) == adopted)
      let html = try #require(adopted.first { $0.key.hasSuffix(".html") }?.value)
      #expect(String(decoding: html, as: UTF8.self).contains("fastställd av mötet"))
    }
  }

  /// Two write the same name at the same time: one of them has the picture as it was before its adoption in hand while
  /// the other writes it as adopted.
  @Test func theLastToWriteIsNotTheOneWithOlderWords() async throws {
    try await Self.run { world, folder in
      let early = try await world.engine.claimDue(limit: 8)
      for item in early {
        try await world.engine.writeFile(of: item) {
          guard item == early[0] else { return }
          try await world.speak { desk in
            _ = try desk.adoptWithoutMeeting(in: try desk.week(), because: "Telefonrunda")
          }
          _ = try await world.engine.deliverDue(Post().mailer)
        }
      }
      let written = try Self.contents(folder)
      for item in early { try await world.engine.writeFile(of: item) }
      #expect(try Self.contents(folder) == written && written.count == 3)
    }
  }
}
