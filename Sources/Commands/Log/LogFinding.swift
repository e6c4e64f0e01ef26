import Language
import Persistence

/// One thing about the log that is not as it was written, for people and for programs.
struct LogFinding: Sendable {
  let sentence: String
  /// Which row or head it is.
  let place: [JSON.Member]
  let faults: [String]
  /// What else programs may want to know.
  var more: [JSON.Member] = []

  var json: JSON {
    .object(
      place + [.init(key: "faults", value: .strings(faults))] + more
        + [.init(key: "message", value: .string(sentence))])
  }

  /// Rows first, then heads, then what others keep; each in its own order.
  static func all(_ report: LogReport, _ court: Court, _ words: LogMessages) -> [LogFinding] {
    let brokenHeads = Set(report.brokenHeads.map(\.number))
    return report.brokenRows.map { LogFinding($0, brokenHeads, words) }
      + report.brokenHeads.map { LogFinding($0, words) }
      + report.brokenPictures.map {
        LogFinding(
          head: $0.head, isKnown: $0.isKnown,
          source: words.picture(group: $0.group, period: $0.period, version: $0.version), words)
      }
      + court.contradictions.map {
        LogFinding(head: $0.head, isKnown: $0.isKnown, source: $0.source, words)
      }
  }

  private init(_ row: BrokenRow, _ brokenHeads: Set<Int>, _ words: LogMessages) {
    let instance = row.instance.uuidString.lowercased()
    faults = row.faults.map(\.rawValue)
    sentence = words.brokenRow(
      instance: instance, revision: row.revision, last: row.last, faults: faults, head: row.head,
      headFits: row.head.map { !brokenHeads.contains($0) } ?? true)
    place = [
      .init(key: "instance", value: .string(instance)), .init(key: "revision", value: .int(row.revision)),
    ]
    more = [
      .init(key: "lastRevision", value: .int(row.last)), .init(key: "head", value: .optional(row.head)),
    ]
  }

  private init(_ head: BrokenHead, _ words: LogMessages) {
    faults = head.faults.map(\.rawValue)
    sentence = words.brokenHead(head.number, faults: faults, rows: head.rows, found: head.found)
    place = [.init(key: "head", value: .int(head.number))]
    more = [.init(key: "rows", value: .int(head.rows)), .init(key: "found", value: .int(head.found))]
  }

  private init(head: Int, isKnown: Bool, source: String, _ words: LogMessages) {
    faults = [isKnown ? "otherHead" : "noSuchHead"]
    sentence = words.brokenWitness(source, head: head, isKnown: isKnown)
    place = [.init(key: "head", value: .int(head))]
    more = [.init(key: "witness", value: .string(source))]
  }
}
