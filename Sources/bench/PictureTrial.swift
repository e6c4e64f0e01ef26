import EST
import Export
import Foundation
import Picture
import Workflow

/// The parts of a picture, each with what it took.
enum PictureTrial {
  static func run(at desk: Desk, page path: String?) throws -> [(String, Double)] {
    var parts: [(String, Double)] = []
    func measured<Value>(_ name: String, _ body: () throws -> Value) rethrows -> Value {
      let start = ContinuousClock.now
      let value = try body()
      parts.append((name, (ContinuousClock.now - start) / .seconds(1)))
      return value
    }
    let cycle = try desk.cycle(of: try desk.group())
    let input = try measured("reading") { try desk.pictureInput(of: cycle, version: 1, supersedes: nil) }
    let picture = measured("compiling") { SituationPicture.compile(input) }
    parts.append(("picture", parts.map(\.1).reduce(0, +)))
    for (name, work) in SituationPicture.Findings.parts(of: input) { measured("compiling/" + name, work) }
    let page = measured("html") { Export.html(picture, language: .swedish) }
    if let path { try page.write(toFile: path, atomically: true, encoding: .utf8) }
    parts.append(("page", Double(page.utf8.count)))
    return parts
  }
}
