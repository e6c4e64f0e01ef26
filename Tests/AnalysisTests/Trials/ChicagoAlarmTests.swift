import Analysis
import Foundation
import TestSupport
import Testing

/// How often the rule speaks on a real city's counts, beside the rule of thumb "half as many again".
@Suite struct ChicagoAlarmTests {
  private static let url = SharedData.data.appending(path: "us/chicago_weekly_counts_2009_2018.csv.gz")
  private static let isThere = FileManager.default.fileExists(atPath: url.path)

  @Test("Alarms a week in Chicago in 2018", .enabled(if: isThere))
  func chicago() throws {
    let (table, weeks2018) = try Self.read()
    let rule = SignalRule()
    var (signals, watches, thumb, tested, weeks) = (0, 0, (mean: 0, week: 0), 0, 0)
    for week in weeks2018 where Seed.full || week % 8 == 0 {
      let answers = rule.assess(table, week: week)
      signals += answers.count { $0.verdict == .signal }
      watches += answers.count { $0.verdict == .watch }
      tested += answers.count { $0.verdict != .tooFew }
      for cell in 0..<table.cells {
        let row = table.row(cell)
        let at = row.startIndex + week
        guard row[at] >= 3 else { continue }
        // More by half than the eight weeks before on average, and than the week before.
        let before = row[(at - 8)..<at].reduce(0, +)
        if Double(row[at]) >= 1.5 * Double(before) / 8 { thumb.mean += 1 }
        if Double(row[at]) >= 1.5 * Double(row[at - 1]) { thumb.week += 1 }
      }
      weeks += 1
    }
    func perWeek(_ number: Int) -> String { String(format: "%.1f", Double(number) / Double(weeks)) }
    print(
      "Chicago 2018, \(weeks) weeks, \(table.cells) cells, \(perWeek(tested)) tested a week: "
        + "\(perWeek(signals)) signals and \(perWeek(watches)) watches a week; +50 % on eight weeks' mean: \(perWeek(thumb.mean)), on the week before: \(perWeek(thumb.week))"
    )
    #expect(weeks > 0 && signals * 20 < thumb.mean)
  }

  /// Every cell that has any event; the last, incomplete week is left out.
  private static func read() throws -> (CountTable, Range<Int>) {
    let unpack = Process()
    unpack.executableURL = URL(filePath: "/usr/bin/gzip")
    unpack.arguments = ["-dc", url.path]
    let pipe = Pipe()
    unpack.standardOutput = pipe
    try unpack.run()
    let bytes = try #require(try pipe.fileHandleForReading.readToEnd())
    unpack.waitUntilExit()

    let first = monday(year: 2009, week: 1)
    let weeks = (monday(year: 2018, week: 45) - first) / 7
    var cells: [String: Int] = [:]
    var kinds: [String: Int] = [:]
    var groups: [Int] = []
    var counts: [Int32] = []
    for line in String(decoding: bytes, as: UTF8.self).split(separator: "\n").dropFirst() {
      let parts = line.split(separator: ",", omittingEmptySubsequences: false).map(String.init)
      let week = (monday(year: try #require(Int(parts[0])), week: try #require(Int(parts[1]))) - first) / 7
      guard (0..<weeks).contains(week) else { continue }
      let kind = kinds[parts[3], default: kinds.count]
      kinds[parts[3]] = kind
      let name = parts[2] + "," + parts[3]
      let cell = cells[name, default: cells.count]
      if cells[name] == nil {
        cells[name] = cell
        groups.append(kind)
        counts.append(contentsOf: repeatElement(0, count: weeks))
      }
      counts[cell * weeks + week] += try #require(Int32(parts[4]))
    }
    let table = CountTable(
      weekStarts: (0..<weeks).map { first + 7 * $0 }, counts: counts, seasonGroups: groups)
    return (table, ((monday(year: 2018, week: 1) - first) / 7)..<weeks)
  }

  /// ISO 8601: the week of 4 January is the first.
  private static func monday(year: Int, week: Int) -> Int {
    let fourth = CivilDay.number(year: year, month: 1, day: 4)
    // Day 0 was a Thursday.
    return fourth - (fourth + 3) % 7 + 7 * (week - 1)
  }
}
