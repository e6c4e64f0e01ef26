import EST
import Persistence

extension Problem {
  func json(in zone: ZoneRules) -> JSON { .object(members(in: zone)) }

  func members(in zone: ZoneRules) -> [JSON.Member] {
    let scored = Criterion.allCases.compactMap { criterion in
      fields.criteria[criterion].map { JSON.Member(key: criterion.rawValue, value: .int($0)) }
    }
    return [
      .init(key: "id", value: .string(id.description)), .init(key: "number", value: .string(number)),
      .init(key: "title", value: .string(fields.title)),
      .init(key: "statement", value: .string(fields.statement)),
      .init(key: "category", value: .optional(fields.category?.description)),
      .init(key: "area", value: .optional(areaName)), .init(key: "origin", value: .string(origin.rawValue)),
      .init(key: "period", value: .optional(cycleLabel)), .init(key: "criteria", value: .object(scored)),
      .init(key: "followUp", value: .optional(fields.followUp?.rfc3339(in: zone))),
      .init(key: "state", value: .string(state.description)), .init(key: "revision", value: .int(revision)),
      .init(key: "result", value: .optional(outcome?.result)),
      .init(key: "lesson", value: .optional(outcome?.lesson)),
    ]
  }
}

extension ReportBehind {
  /// What people call it: its number, or its source's reference, or its id.
  var name: String { number ?? reference ?? id.description }

  func json(in zone: ZoneRules) -> JSON {
    [
      "id": .string(id.description), "number": .optional(number), "reference": .optional(reference),
      "category": .string(category.description), "area": .optional(areaName),
      "from": .string(from.rfc3339(in: zone)), "class": .string(reportClass.rawValue),
    ]
  }
}

extension AdoptedPicture {
  var hexHash: String {
    hash.map { $0 < 16 ? "0" + String($0, radix: 16) : String($0, radix: 16) }.joined()
  }

  func json(in zone: ZoneRules) -> JSON {
    [
      "period": .string(label), "version": .int(version), "hash": .string(hexHash),
      "adoptedAt": .string(adoptedAt.rfc3339(in: zone)),
    ]
  }
}

extension LogEntry {
  /// What happened to one instance, for programs.
  func json(in zone: ZoneRules) -> JSON {
    [
      "revision": .int(revision), "from": from == .unborn ? .null : .string(from.description),
      "event": .string(event.description), "to": .string(to.description), "login": .string(login),
      "role": .string(role.description), "at": .string(at.rfc3339(in: zone)), "reason": .optional(reason),
    ]
  }

  /// A log as people read it: what happened, by which role, and why.
  static func table(
    _ log: [LogEntry], _ context: Context, in zone: ZoneRules, state: (String) -> String
  ) -> Table {
    let (m, words) = (context.messages, context.language.casework)
    return Table(
      [.init(m.time), .init(m.event), .init(m.stateColumn), .init(m.roleColumn), .init(m.reason)],
      log.map {
        [
          context.text($0.at, in: zone), words.event($0.event.description), state($0.to.description),
          m.role($0.role.description), $0.reason ?? "",
        ]
      })
  }
}
