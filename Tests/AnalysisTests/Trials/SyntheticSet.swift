// swift-format-ignore-file: AlwaysUseLowerCamelCase
// Names are those of the generated files.

import Analysis
import Foundation

/// A folder of made-up incidents with what was hidden in them: `incidents.csv`, `areas.geojson`, `truth.json`.
struct SyntheticSet: Sendable, CustomStringConvertible {
  /// A rise of one category in one area, from one week to another.
  struct Rise: Hashable, Sendable {
    let area: Int
    let category: Int
    let weeks: ClosedRange<Int>
  }

  struct Wrong: Error, CustomStringConvertible {
    let description: String
  }

  let name: String
  let incidents: Int
  let areas: Int
  let categories: Int
  let weekStarts: [Int]
  /// In metres, by area.
  let centers: [PlanePoint]
  /// Spikes, and clusters of points.
  let rises: [Rise]
  /// By area, category and week.
  private let counts: [Int32]

  var weeks: Int { weekStarts.count }
  var description: String { name }

  /// A row for each area and category, the areas' one after the other.
  var table: CountTable {
    CountTable(
      weekStarts: weekStarts, counts: counts,
      seasonGroups: (0..<areas * categories).map { $0 % categories })
  }

  /// One category's events by week, then by area, in so many weeks up to one of them.
  func counts(category: Int, upTo week: Int, length: Int) -> [Int] {
    (max(0, week - length + 1)...week).flatMap { at in
      (0..<areas).map { Int(counts[($0 * categories + category) * weeks + at]) }
    }
  }

  /// Those of which some part falls in the weeks.
  func rises(_ category: Int, in weeks: ClosedRange<Int>) -> [Rise] {
    rises.filter { $0.category == category && $0.weeks.overlaps(weeks) }
  }

  // MARK: Reading

  init(folder: URL) throws {
    name = folder.lastPathComponent
    let truth = try JSONDecoder().decode(
      Truth.self, from: Data(contentsOf: folder.appending(path: "truth.json")))
    let start = try Self.day(truth.start)
    let (weeks, categories) = (truth.weeks, truth.categories.count)
    let areaNumber = Dictionary(uniqueKeysWithValues: truth.areas.enumerated().map { ($1, $0) })
    let categoryNumber = Dictionary(uniqueKeysWithValues: truth.categories.enumerated().map { ($1, $0) })
    func number(_ name: some StringProtocol, in numbers: [String: Int]) throws -> Int {
      guard let number = numbers[String(name)] else { throw Wrong(description: "unknown: \(name)") }
      return number
    }
    func week(_ day: some StringProtocol) throws -> Int {
      Int((Double(try Self.day(day) - start) / 7).rounded(.down))
    }
    rises =
      try truth.spikes.map {
        Rise(
          area: try number($0.area, in: areaNumber), category: try number($0.category, in: categoryNumber),
          weeks: try week($0.first_week)...week($0.last_week))
      }
      + truth.clusters.map {
        Rise(
          area: try number($0.area, in: areaNumber), category: try number($0.category, in: categoryNumber),
          weeks: try week($0.first_day)...week($0.last_day))
      }

    var counts = [Int32](repeating: 0, count: truth.areas.count * categories * weeks)
    var incidents = 0
    let text = try String(contentsOf: folder.appending(path: "incidents.csv"), encoding: .utf8)
    for line in text.utf8.split(whereSeparator: { $0 == 10 || $0 == 13 }).dropFirst() {
      // id, source, category, occurred_from, occurred_to, reported_at, area_id, …
      let parts = line.split(separator: UInt8(ascii: ","), maxSplits: 7, omittingEmptySubsequences: false)
      guard parts.count == 8 else { throw Wrong(description: "a row of too few columns") }
      let week = try week(Substring(parts[3].prefix(10)))
      guard (0..<weeks).contains(week) else { continue }
      let area = try number(Substring(parts[6]), in: areaNumber)
      let category = try number(Substring(parts[2]), in: categoryNumber)
      counts[(area * categories + category) * weeks + week] += 1
      incidents += 1
    }
    self.counts = counts
    self.incidents = incidents
    self.categories = categories
    areas = truth.areas.count
    weekStarts = (0..<weeks).map { start + 7 * $0 }

    let shapes = try JSONDecoder().decode(
      Shapes.self, from: Data(contentsOf: folder.appending(path: "areas.geojson")))
    let centers = try Dictionary(
      uniqueKeysWithValues: shapes.features.map {
        (try number($0.properties.area_id, in: areaNumber), Self.center($0.geometry.coordinates))
      })
    self.centers = try (0..<areas).map {
      guard let center = centers[$0] else { throw Wrong(description: "an area without a shape") }
      return center
    }
  }

  private struct Truth: Decodable {
    struct Spike: Decodable {
      let area: String
      let category: String
      let first_week: String
      let last_week: String
    }
    struct Cluster: Decodable {
      let area: String
      let category: String
      let first_day: String
      let last_day: String
    }
    let start: String
    let weeks: Int
    let areas: [String]
    let categories: [String]
    let spikes: [Spike]
    let clusters: [Cluster]
  }

  private struct Shapes: Decodable {
    struct Feature: Decodable {
      struct Properties: Decodable { let area_id: String }
      struct Geometry: Decodable { let coordinates: [[[[Double]]]] }
      let properties: Properties
      let geometry: Geometry
    }
    let features: [Feature]
  }

  private static func day(_ text: some StringProtocol) throws -> Int {
    let parts = text.split(separator: "-").compactMap { Int($0) }
    guard parts.count == 3 else { throw Wrong(description: "no day: \(text)") }
    return CivilDay.number(year: parts[0], month: parts[1], day: parts[2])
  }

  /// The outer rings' center of gravity, by the shoelace formula.
  private static func center(_ polygons: [[[[Double]]]]) -> PlanePoint {
    var (area, x, y) = (0.0, 0.0, 0.0)
    for ring in polygons.compactMap(\.first) {
      guard let origin = ring.first else { continue }
      for (from, to) in zip(ring, ring.dropFirst()) {
        // From a point of the ring, so that the large coordinates do not eat the digits.
        let (a, b) = (from[0] - origin[0], from[1] - origin[1])
        let (c, d) = (to[0] - origin[0], to[1] - origin[1])
        let cross = a * d - c * b
        area += cross / 2
        x += cross * (origin[0] + (a + c) / 3) / 2
        y += cross * (origin[1] + (b + d) / 3) / 2
      }
    }
    return PlanePoint(x: x / area, y: y / area)
  }
}
