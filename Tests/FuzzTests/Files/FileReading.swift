import EST
import Foundation
import Language
import TestSupport

@testable import Commands
@testable import Intake

/// Monday of week 48, 2026, at nine in the morning.
let now = Instant(rfc3339: "2026-11-23T09:00:00+01:00")!

/// What reading a file of reports comes to.
enum FileReading: Equatable {
  case items([IntakeItem])
  case problem(FileProblem)

  init(_ parser: some IntakeParser, _ bytes: [UInt8], cuts: [Int] = []) throws {
    var parser = parser
    var items: [IntakeItem] = []
    do {
      try bytes.withUnsafeBytes { all in
        var start = 0
        for end in cuts + [all.count] {
          try parser.push(UnsafeRawBufferPointer(rebasing: all[start..<end])) { items.append($0) }
          start = end
        }
        try parser.finish { items.append($0) }
      }
      self = .items(items)
    } catch let problem as FileProblem {
      self = .problem(problem)
    }
  }

  /// Reads a file whole and in pieces, which must come to the same, and keeps every promise.
  static func judged(
    _ bytes: [UInt8], _ random: inout SeededGenerator, _ parser: () throws -> some IntakeParser
  ) throws -> Outcome {
    let whole = try FileReading(try parser(), bytes)
    let cuts = (0..<Int.random(in: 0...8, using: &random)).map { _ in
      Int.random(in: 0...bytes.count, using: &random)
    }
    let cut = try FileReading(try parser(), bytes, cuts: cuts.sorted())
    guard whole == cut else {
      throw Flaw("cut at \(cuts.sorted()) makes a difference: \(bytes.prefix(2_000))")
    }
    switch whole {
    case .problem(let problem):
      try Promise.isKept(by: problem)
      return .refused
    case .items(let items):
      let lines = 1 + bytes.count { $0 == 0x0A || $0 == 0x0D }
      guard items.allSatisfy({ (1...lines).contains($0.line) }),
        items.map(\.line) == items.map(\.line).sorted()
      else { throw Flaw("lines \(items.map(\.line)) of \(lines)") }
      for item in items { try isSound(item) }
      return items.contains { if case .reject = $0 { false } else { true } } ? .taken : .refused
    }
  }

  private static func isSound(_ item: IntakeItem) throws {
    switch item {
    case .report(_, let report, _): try isSound(report)
    case .reject(let reject): try isSound(reject)
    case .revisions(_, let history):
      for version in history.versions { try isSound(version.report) }
    case .skipped, .note: break
    }
  }

  /// A reject says place and rule, and next to nothing of what stood there.
  private static func isSound(_ reject: Reject) throws {
    guard reject.field.utf8.count <= 1_000 else {
      throw Flaw("a field's name of \(reject.field.utf8.count) bytes")
    }
    try Promise.isSayable(reject.field)
    for language in Language.allCases {
      let text = language.incidents.row(reject.line, field: reject.field, reject.problem.text(language.cli))
      try Promise.isSayable(text)
      guard !text.contains(where: \.isNewline) else { throw Flaw("several lines: \(text)") }
    }
    guard [.badValue, .personalData].contains(reject.code) else { throw Flaw("\(reject.code)") }
  }

  /// The rules that no report may break, however spoiled its file.
  private static func isSound(_ report: IncomingReport) throws {
    let texts =
      [report.text, report.place, report.area, report.unit, report.reference, report.assessment]
      .compactMap { $0 } + report.reasons
    for text in texts {
      guard !text.isEmpty, !text.holdsControl(allowingLines: text == report.text),
        text.utf8.count <= IncomingReport.longestText * 16
      else { throw Flaw("an unsound text: \(text.prefix(300).debugDescription)") }
    }
    guard CategoryList.default.category(report.category) != nil,
      report.from <= now || report.category.main == CategoryList.comingEvent,
      report.to.map({ $0 > report.from }) ?? true, report.point?.isInSweden ?? true,
      report.category.main != CategoryList.unsafePlace || !report.reasons.isEmpty,
      [report.text, report.place].allSatisfy({ $0.flatMap(PersonalDataScreen.firstFinding) == nil })
    else { throw Flaw("an unsound report: \(report)") }
    guard report.firstProblem(now: now) == nil else {
      throw Flaw("what a person may not type: \(report.firstProblem(now: now)!) in \(report)")
    }
  }
}

extension IntakeItem {
  var line: Int {
    switch self {
    case .report(let line, _, _), .skipped(_, let line, _), .revisions(let line, _), .note(let line, _): line
    case .reject(let reject): reject.line
    }
  }
}
