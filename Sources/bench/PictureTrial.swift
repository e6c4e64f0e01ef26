import ArgumentParser
import EST
import Export
import Foundation
import Picture
import Workflow

/// The parts of a picture, each with what it took.
enum PictureTrial {
  /// Reads what the picture of the week before is made of, which keeps what it can.
  static func weekBefore(at desk: Desk) throws {
    let group = try desk.group()
    let cycle = try desk.cycle(of: group)
    let all = try desk.cycles.all(of: group.id)
    guard let before = all.last(where: { $0.period.firstDay < cycle.period.firstDay }) else {
      throw ValidationError("no week before \(cycle.period.label)")
    }
    _ = try desk.pictureInput(of: before, version: 1, supersedes: nil)
  }

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
