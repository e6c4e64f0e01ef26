import Foundation
import Persistence
import Services

/// A head as the worker's log has it: `{"message": "log head", "municipality", "number", "hash", …}`.
struct JournalHead {
  let municipality: String
  let witness: LogWitness

  private struct Line: Decodable {
    let message: String?
    let municipality: String?
    let number: String?
    let hash: String?
    /// Where the system's journal was written out as JSON, the worker's line is within its own.
    let inner: String?

    enum CodingKeys: String, CodingKey {
      case message, municipality, number, hash
      case inner = "MESSAGE"
    }
  }

  /// - Parameter line: with or without what a collector of logs wrote before it; `nil` for a line about anything else.
  init?(_ line: some Collection<UInt8>) {
    // Most lines are about anything else, and are not worth decoding.
    guard line.firstRange(of: Self.mark) != nil, let start = line.firstIndex(of: UInt8(ascii: "{")),
      let found = try? JSONDecoder().decode(Line.self, from: Data(line[start...]))
    else { return nil }
    if let inner = found.inner {
      guard let head = JournalHead([UInt8](inner.utf8)) else { return nil }
      self = head
      return
    }
    guard found.message == LogJournal.message, let municipality = found.municipality,
      let number = found.number.flatMap({ Int($0) }), let hash = found.hash
    else { return nil }
    self.municipality = municipality
    witness = LogWitness(number: number, hash: hash.lowercased())
  }

  private static let mark = [UInt8](LogJournal.message.utf8)
}
