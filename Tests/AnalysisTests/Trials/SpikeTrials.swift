import Analysis
import Foundation

/// A table of weekly counts with what is to be found in it.
struct SpikeTable: Decodable {
  struct Trial: Decodable {
    let week: Int
    let cells: [Int]
    /// Cell, week, events.
    let added: [[Int]]
  }
  let seed: Int
  let counts: [[Int32]]
  let trials: [Trial]

  /// From 4 January 2021 on.
  static let firstWeek = CivilDay.number(year: 2021, month: 1, day: 4)

  /// Cells of one area stand together, in the same order of categories.
  static let categories = 25

  var table: CountTable {
    let weeks = counts.first?.count ?? 0
    return CountTable(
      weekStarts: (0..<weeks).map { Self.firstWeek + 7 * $0 }, counts: Array(counts.joined()),
      seasonGroups: counts.indices.map { $0 % Self.categories })
  }

  func table(with trial: Trial) -> CountTable {
    let plain = table
    var counts = plain.counts
    for entry in trial.added { counts[entry[0] * plain.weeks + entry[1]] += Int32(entry[2]) }
    return CountTable(weekStarts: plain.weekStarts, counts: counts, seasonGroups: plain.seasonGroups)
  }
}

/// How a rule fares on tables with known truth.
struct SpikeScore: CustomStringConvertible {
  private(set) var spikes = 0
  private(set) var found = 0
  /// Signals elsewhere in the weeks with spikes.
  private(set) var others = 0
  private(set) var weeks = 0
  private(set) var falseSignals = 0
  private(set) var falseWatches = 0

  var share: Double { Double(found) / Double(max(1, spikes)) }
  var falsePerWeek: Double { Double(falseSignals) / Double(max(1, weeks)) }

  /// - Parameter nullWeeks: how many of the last weeks are judged as they stand.
  mutating func add(_ table: SpikeTable, rule: SignalRule, nullWeeks: Int) {
    for trial in table.trials {
      let signals = rule.assess(table.table(with: trial), week: trial.week)
      spikes += trial.cells.count
      found += trial.cells.count { signals[$0].verdict == .signal }
      others += signals.indices.count { signals[$0].verdict == .signal && !trial.cells.contains($0) }
    }
    let plain = table.table
    for back in 0..<nullWeeks {
      let signals = rule.assess(plain, week: plain.weeks - 1 - back)
      weeks += 1
      falseSignals += signals.count { $0.verdict == .signal }
      falseWatches += signals.count { $0.verdict == .watch }
    }
  }

  static func + (one: SpikeScore, other: SpikeScore) -> SpikeScore {
    var sum = one
    sum.spikes += other.spikes
    sum.found += other.found
    sum.others += other.others
    sum.weeks += other.weeks
    sum.falseSignals += other.falseSignals
    sum.falseWatches += other.falseWatches
    return sum
  }

  var description: String {
    String(
      format:
        "%d of %d spikes found (%.1f %%), %d other signals then; %.3f false signals and %.2f watches a week in %d weeks",
      found, spikes, 100 * share, others, falsePerWeek, Double(falseWatches) / Double(max(1, weeks)), weeks)
  }
}
