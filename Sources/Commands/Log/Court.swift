import EST
import Foundation
import Persistence
import Picture
import Workflow

/// Hears those outside the database who keep heads of the log, some at a time, and keeps what contradicts it.
struct Court {
  struct Contradiction: Sendable {
    let head: Int
    /// Whether the log has a head of that number.
    let isKnown: Bool
    let source: String
  }

  private(set) var contradictions: [Contradiction] = []
  /// How many heads have been compared.
  private(set) var heard = 0
  private var fitting = 0
  private let context: Context
  private let engine: Engine
  private let municipality: MunicipalityCode

  private static let atATime = 1_000

  init(_ context: Context, _ engine: Engine, _ municipality: MunicipalityCode) {
    self.context = context
    self.engine = engine
    self.municipality = municipality
  }

  /// The newest head that fits, where a later one does not.
  var lastFitting: Int? {
    guard let first = contradictions.map(\.head).min(), (1..<first).contains(fitting) else { return nil }
    return fitting
  }

  /// `17:9f86d081…`, at least 16 digits of the hash: fewer could be hit by trying.
  mutating func hear(head text: String) async throws {
    guard let witness = Self.witness(text) else {
      throw CommandProblem.badValue(
        option: "--head", value: text, allowed: context.language.log.headForm)
    }
    try await hear([witness], context.language.log.given)
  }

  mutating func hear(picture path: String) async throws {
    let decoder = JSONDecoder()
    guard let picture = try? decoder.decode(SituationPicture.self, from: try InputFile.data(path)),
      picture.head.municipality == municipality, let head = picture.logHead
    else { throw CommandProblem.malformedFile(reason: context.language.log.noHeads(path)) }
    try await hear(
      [LogWitness(number: head.number, hash: head.hash)], context.language.log.exportedPicture(path))
  }

  /// The worker's log, a line at a time; lines about anything else, and other municipalities', are passed over.
  mutating func hear(journal path: String) async throws {
    let before = heard
    let lines = try JournalLines(path)
    var witnesses: [LogWitness] = []
    let source = context.language.log.journal(path)
    while let line = lines.next() {
      guard let head = JournalHead(line), head.municipality == municipality.description else { continue }
      witnesses.append(head.witness)
      guard witnesses.count == Self.atATime else { continue }
      try await hear(witnesses, source)
      witnesses = []
    }
    try await hear(witnesses, source)
    guard heard > before else {
      throw CommandProblem.malformedFile(reason: context.language.log.noHeads(path))
    }
  }

  private mutating func hear(_ witnesses: [LogWitness], _ source: String) async throws {
    guard !witnesses.isEmpty else { return }
    let testimony = try await engine.run(context.caller) { desk in try desk.log.compare(witnesses) }
    heard += witnesses.count
    for (witness, testimony) in zip(witnesses, testimony) {
      switch testimony {
      case .fits: fitting = max(fitting, witness.number)
      case .differs, .unknown:
        contradictions.append(
          Contradiction(head: witness.number, isKnown: testimony == .differs, source: source))
      }
    }
  }

  static func witness(_ text: String) -> LogWitness? {
    let parts = text.split(separator: ":", maxSplits: 1, omittingEmptySubsequences: false)
    guard parts.count == 2, let number = Int(parts[0]), number > 0 else { return nil }
    let hash = parts[1].lowercased()
    guard (16...64).contains(hash.utf8.count), hash.utf8.allSatisfy(\.isHexDigit) else { return nil }
    return LogWitness(number: number, hash: hash)
  }
}

extension UInt8 {
  fileprivate var isHexDigit: Bool {
    (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(self)
      || (UInt8(ascii: "a")...UInt8(ascii: "f")).contains(self)
  }
}
