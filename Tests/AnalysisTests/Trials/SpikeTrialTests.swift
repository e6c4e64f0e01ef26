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

  @Test("On tables drawn here the rule finds its share", arguments: [(30_000, 0.68), (100_000, 0.50)])
  func drawn(total: Int, least: Double) {
    let rule = SignalRule()
    // The long run is precise enough for the goals themselves: 68 % and 50 %, and half a false signal a week.
    let tables = Seed.full ? 64 : 1
    var score = SpikeScore()
    for seed in 0..<tables {
      var generator = SpikeGenerator(total: total, generator: Seed.generator(UInt64(total + seed)))
      score.add(generator.table(seed: seed), rule: rule, nullWeeks: Seed.full ? 13 : 1)
    }
    print("drawn \(total): \(score)")
    let error = (score.share * (1 - score.share) / Double(score.spikes)).squareRoot()
    #expect(score.share + 3 * error >= least)
    let falseError = (score.falsePerWeek / Double(score.weeks)).squareRoot()
    #expect(score.falsePerWeek <= 0.5 + 3 * max(falseError, 0.1))
  }
}
