// swift-format-ignore-file: AlwaysUseLowerCamelCase
// Names are those of the reference files.

import Analysis
import Foundation
import TestSupport
import Testing

private struct Intervals: Decodable {
  struct Interval: Decodable {
    let from: String
    let to: String
    let hour_of_week_nonzero: [[Double]]?
    let week_share: [String: Double]?
  }
  let intervals: [Interval]
  let hour_of_week_total: [Double]?
}

@Suite(.enabled(if: OracleFile.exist("aoristic"), "no oracle of this kind"))
struct AoristicOracleTests {
  /// Minutes since Monday 1969-12-29, of a wall clock, which knows no zones.
  private func minutes(_ text: String) throws -> Int {
    let strategy = Date.ISO8601FormatStyle(timeZone: .gmt).year().month().day()
    let parts = text.split(whereSeparator: { $0 == " " || $0 == "T" })
    let date = try strategy.parse(String(parts[0]))
    let time = parts.count > 1 ? parts[1].split(separator: ":").prefix(2).compactMap { Int($0) } : [0, 0]
    return (Int(date.timeIntervalSince1970) / 86_400 + 3) * 1_440 + time[0] * 60 + time[1]
  }

  @Test("Shares of hours and weeks are those of the closed form", arguments: OracleFile.all("aoristic"))
  func agrees(_ file: OracleFile) throws {
    let known = try file.read(as: Intervals.self)
    #expect(!known.intervals.isEmpty)
    var intervals: [WallInterval] = []
    for theirs in known.intervals {
      let interval = WallInterval(from: try minutes(theirs.from), to: try minutes(theirs.to))
      intervals.append(interval)
      if let hours = theirs.hour_of_week_nonzero {
        let ours = Aoristic.hourShares(interval)
        #expect(ours.map(\.hour) == hours.map { Int($0[0]) }, "\(theirs.from)")
        for (one, other) in zip(ours, hours) { #expect(abs(one.share - other[1]) <= 1e-9, "\(theirs.from)") }
      }
      if let weeks = theirs.week_share {
        let ours = Aoristic.weekShares(interval)
        #expect(ours.count == weeks.count, "\(theirs.from)")
        for (monday, share) in weeks {
          let week = try minutes(monday) / Aoristic.hoursOfWeek / 60
          let own = ours.first { $0.week == week }?.share ?? 0
          #expect(abs(own - share) <= 1e-9, "\(theirs.from)")
        }
      }
    }
    if let total = known.hour_of_week_total {
      let ours = Aoristic(intervals, longest: nil)
      #expect(ours.hours.count == total.count)
      for (one, other) in zip(ours.hours, total) { #expect(abs(one - other) <= 1e-9) }
    }
  }
}
