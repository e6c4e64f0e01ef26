import Analysis
import Foundation
import TestSupport
import Testing

/// Actions that never were, in real weekly counts: whatever is found of them is an error.
@Suite struct RealSeriesTests {
  private static let file = SharedData.data.appending(path: "us/chicago_weekly_counts_2009_2018.csv.gz")
  private static let isThere = FileManager.default.fileExists(atPath: file.path)

  /// Weekly counts by area for each kind that has at least one a week, in the order of their names.
  private func series() throws -> [(kind: String, areas: [[Int]])] {
    let unpacking = Process()
    let pipe = Pipe()
    unpacking.executableURL = URL(filePath: "/usr/bin/env")
    unpacking.arguments = ["gzip", "-dc", Self.file.path]
    unpacking.standardOutput = pipe
    try unpacking.run()
    let bytes = pipe.fileHandleForReading.readDataToEndOfFile()
    unpacking.waitUntilExit()
    var weeks: Set<Int> = []
    var counts: [String: [Int: [Int: Int]]] = [:]
    for line in String(decoding: bytes, as: UTF8.self).split(separator: "\n").dropFirst() {
      let fields = line.split(separator: ",")
      guard fields.count == 5, let year = Int(fields[0]), let week = Int(fields[1]),
        let area = Int(fields[2]),
        let count = Int(fields[4])
      else { continue }
      weeks.insert(year * 100 + week)
      counts[String(fields[3]), default: [:]][area, default: [:]][year * 100 + week, default: 0] += count
    }
    // The last week is not complete.
    let order = weeks.sorted().dropLast()
    return counts.sorted { $0.key < $1.key }.compactMap { kind, byArea in
      let areas = byArea.sorted { $0.key < $1.key }.map { _, byWeek in order.map { byWeek[$0] ?? 0 } }
      return areas.joined().reduce(0, +) > order.count * 10 ? (kind, areas) : nil
    }
  }

  @Test(
    "Of actions that never were, few are said to have had an effect",
    .enabled(if: isThere, "EST_DATA names no folder with the counts"))
  func placebo() throws {
    let kinds = try series()
    #expect(!kinds.isEmpty)
    var generator = Seed.generator(600)
    for size in [0.3..<1.0, 1..<4, 4..<15, 15..<1000] {
      var tally: [EffectVerdict: Int] = [:]
      var noted = 0
      let trials = Seed.full ? 2000 : 200
      var done = 0
      while done < trials {
        let areas = kinds[Int.random(in: 0..<kinds.count, using: &generator)].areas
        let target = Int.random(in: 0..<areas.count, using: &generator)
        let weeks = [12, 26, 52][done % 3]
        let start = Int.random(in: 112..<(areas[target].count - weeks), using: &generator)
        func level(_ area: Int) -> Double { Double(areas[area][(start - 104)..<start].reduce(0, +)) / 104 }
        guard size.contains(level(target)) else { continue }
        done += 1
        // The three areas most like it.
        let controls = areas.indices.filter { $0 != target }
          .sorted { (abs(level($0) - level(target)), $0) < (abs(level($1) - level(target)), $1) }.prefix(3)
        let span = (start - 112)..<(start + weeks)
        let question = EffectQuestion(
          target: .init(
            area: Array(areas[target][span]),
            control: span.map { week in controls.reduce(0) { $0 + areas[$1][week] } }), start: 112)
        let answer = question.answer()
        tally[answer.verdict, default: 0] += 1
        if answer.caveats.contains(.autocorrelation) { noted += 1 }
      }
      func percent(_ verdict: EffectVerdict) -> String {
        String(format: "%.1f %%", 100 * Double(tally[verdict] ?? 0) / Double(trials))
      }
      print(
        "Chicago, \(size) a week, \(trials) actions that never were: fewer \(percent(.fewer)), more",
        "\(percent(.more)), no visible effect \(percent(.noVisibleEffect)), too few \(percent(.tooFewToTell)),",
        "told of autocorrelation \(noted)")
      let wrong = (tally[.fewer] ?? 0) + (tally[.more] ?? 0)
      #expect(Double(wrong) / Double(trials) < (Seed.full ? 0.15 : 0.2))
    }
  }
}
