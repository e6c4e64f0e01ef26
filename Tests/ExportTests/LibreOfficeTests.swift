import Export
import Foundation
import Language
import Picture
import PictureSamples
import Testing

/// The table of counts, as another spreadsheet program opens it.
@Suite(.enabled(if: Tool.isFound("soffice"))) struct LibreOfficeTests {
  @Test("Every value is the picture's, and what looks like a formula is text", .timeLimit(.minutes(30)))
  func csv() throws {
    var input = PictureSamples.busyWeek()
    input.groupName = "=1+1"
    let csv = Export.csv(SituationPicture.compile(input), language: .swedish)
    let folder = FileManager.default.temporaryDirectory.appending(path: "office-\(UUID())")
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    defer { try? FileManager.default.removeItem(at: folder) }
    let file = folder.appending(path: "in.csv")
    try Data(csv.utf8).write(to: file)
    // Read with semicolons and in UTF-8, and written with tabs: 59 and 9, character set 76.
    try Tool.run(
      "soffice",
      [
        "-env:UserInstallation=\(folder.appending(path: "profile").absoluteString)", "--headless",
        "--infilter=CSV:59,34,76,1", "--convert-to", "csv:Text - txt - csv (StarCalc):9,34,76", "--outdir",
        folder.appending(path: "out").path, file.path,
      ])
    let read = try String(contentsOf: folder.appending(path: "out/in.csv"), encoding: .utf8)
      .split(whereSeparator: \.isNewline).map { $0.components(separatedBy: "\t") }
    let expected = csv.dropFirst().split(whereSeparator: \.isNewline).map { $0.components(separatedBy: ";") }
    #expect(read.count > 20)
    #expect(read == expected)
  }
}
