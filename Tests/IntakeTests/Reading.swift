import EST
import Foundation
import Intake
import Testing

/// Monday of week 48, 2026, at nine in the morning.
let now = Instant(rfc3339: "2026-11-23T09:00:00+01:00")!

/// What a parser makes of bytes that come in pieces of `size`.
func items(_ parser: some IntakeParser, _ bytes: some Sequence<UInt8>, size: Int = .max) throws
  -> [IntakeItem]
{
  var parser = parser
  var items: [IntakeItem] = []
  let bytes = Array(bytes)
  try bytes.withUnsafeBytes { all in
    var index = 0
    while index < all.count {
      let end = size < all.count - index ? index + size : all.count
      try parser.push(UnsafeRawBufferPointer(rebasing: all[index..<end])) { items.append($0) }
      index = end
    }
    try parser.finish { items.append($0) }
  }
  return items
}

func csv(_ text: String, mapping: Mapping = .standard, size: Int = .max) throws -> [IntakeItem] {
  try csv(Array(text.utf8), mapping: mapping, size: size)
}

func csv(_ bytes: [UInt8], mapping: Mapping = .standard, size: Int = .max) throws -> [IntakeItem] {
  let parser = try CSVIntake(mapping: mapping, categories: .default, zone: .stockholm, now: now)
  return try items(parser, bytes, size: size)
}

func json(_ text: String, mapping: Mapping = .standard, size: Int = .max) throws -> [IntakeItem] {
  let parser = try JSONIntake(mapping: mapping, categories: .default, zone: .stockholm, now: now)
  return try items(parser, text.utf8, size: size)
}

func police(
  _ bytes: some Sequence<UInt8>, districts: [String] = [], size: Int = .max
) throws -> [IntakeItem] {
  let parser = PoliceIntake(municipality: "Umeå", districts: districts, categories: .default, now: now)
  return try items(parser, bytes, size: size)
}

extension IntakeItem {
  var report: IncomingReport? {
    if case .report(_, let report, _) = self { report } else { nil }
  }
  var reject: Reject? {
    if case .reject(let reject) = self { reject } else { nil }
  }
  var notes: [IntakeNote] {
    switch self {
    case .report(_, _, let notes): notes
    case .note(_, let note): [note]
    default: []
    }
  }
  var line: Int {
    switch self {
    case .report(let line, _, _), .skipped(_, let line, _), .revisions(let line, _), .note(let line, _): line
    case .reject(let reject): reject.line
    }
  }
}

/// A row of a file with these columns, all others being as they should.
func row(_ cells: [String: String]) -> String {
  var cells = cells
  if cells["category"] == nil { cells["category"] = "vandalism" }
  if cells["occurred_from"] == nil { cells["occurred_from"] = "2026-11-10T18:54" }
  let names = cells.keys.sorted()
  func quoted(_ text: String) -> String { "\"" + text.replacingOccurrences(of: "\"", with: "\"\"") + "\"" }
  return names.map(quoted).joined(separator: ",") + "\n"
    + names.map { quoted(cells[$0]!) }.joined(separator: ",")
}

/// The one report of a row.
func report(_ cells: [String: String]) throws -> IncomingReport {
  let items = try csv(row(cells))
  let item = try #require(items.count == 1 ? items.first : nil)
  return try #require(item.report, "\(item)")
}

/// Why a row is refused.
func reject(_ cells: [String: String]) throws -> Reject {
  let items = try csv(row(cells))
  let item = try #require(items.count == 1 ? items.first : nil)
  return try #require(item.reject, "\(item)")
}
