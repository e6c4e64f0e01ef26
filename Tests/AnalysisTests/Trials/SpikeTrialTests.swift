import Analysis
import Foundation
import TestSupport
import Testing

/// The signal rule on tables with known truth that lie in the folder that `EST_SPIKES` names, one JSON document a
/// line.
@Suite struct SpikeTrialTests {
  struct File: Sendable, CustomStringConvertible {
    let url: URL
    var description: String { url.lastPathComponent }

    static var all: [File] {
      guard let folder = ProcessInfo.processInfo.environment["EST_SPIKES"] else { return [] }
      let names = (try? FileManager.default.contentsOfDirectory(atPath: folder)) ?? []
      return names.filter { $0.hasSuffix(".jsonl") }.sorted().map {
        File(url: URL(filePath: folder).appending(path: $0))
      }
    }
  }

  @Test(
    "Spikes are found, and quiet weeks stay quiet",
    .enabled(if: !File.all.isEmpty, "EST_SPIKES names no folder with .jsonl files"), arguments: File.all)
  func files(_ file: File) throws {
    let rule = SignalRule()
    var score = SpikeScore()
    let clock = Stopwatch()
    for line in try Data(contentsOf: file.url).split(separator: UInt8(ascii: "\n")) {
      score.add(
        try JSONDecoder().decode(SpikeTable.self, from: line), rule: rule, nullWeeks: Seed.full ? 52 : 3)
    }
    print("\(file): \(score); \(clock)")
    #expect(score.spikes > 0)
  }
}
