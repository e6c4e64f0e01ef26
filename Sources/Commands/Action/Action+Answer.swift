import EST
import Language
import Persistence

extension Action {
  func json(in zone: ZoneRules) -> JSON { .object(members(in: zone)) }

  func members(in zone: ZoneRules) -> [JSON.Member] {
    func member(_ key: String, _ value: JSON) -> JSON.Member { .init(key: key, value: value) }
    return [
      member("id", .string(id.description)), member("number", .string(number)),
      member("title", .string(fields.title)), member("kind", .string(kind.rawValue)),
      member("state", .string(state.description)), member("revision", .int(revision)),
      member("problem", .optional(problemNumber)),
      member(
        "causes",
        .list(causes) { ["version": .int($0.version), "number": .int($0.number), "text": .string($0.text)] }),
      member("breaks", fields.breaks.map { ["version": .int($0.version), "step": .int($0.step)] } ?? .null),
      member(
        "owner",
        fields.ownerFunction.map { ["organisation": .optional(ownerName), "function": .string($0)] } ?? .null),
      member("goal", .optional(fields.goal)), member("due", .optional(fields.due?.rfc3339(in: zone))),
      member("approach", .optional(fields.approach?.rawValue)),
      member("term", .optional(fields.term?.rawValue)),
      member("ordinaryWork", fields.isOrdinaryWork.map(JSON.bool) ?? .null),
      member("costHours", .optional(fields.costHours)), member("costKronor", .optional(fields.costKronor)),
      member("baseline", .optional(fields.baseline)),
      member("noBaselineBecause", .optional(fields.noBaselineBecause)),
      member("expectedEffect", .optional(fields.expectedEffect)),
      member("followUp", .optional(fields.followUp?.rfc3339(in: zone))),
      member("production", .optional(fields.production)), member("process", .optional(fields.process)),
      member("colour", .optional(fields.colour?.rawValue)), member("result", .optional(fields.result)),
      member("lesson", .optional(fields.lesson)), member("effect", .optional(fields.effect)),
    ]
  }
}

/// An action as people read it.
struct ActionPage {
  let action: Action
  let zone: ZoneRules
  let context: Context

  private var m: CaseworkMessages { context.language.casework }

  var title: String { "\(m.action(action.number))  \(action.fields.title)" }

  /// - Parameter ofProblem: whether it stands among those of its problem, which then goes without saying.
  func pairs(ofProblem: Bool) -> [(String, String?)] {
    let fields = action.fields
    let kind = [
      m.actionKind(action.kind.rawValue), fields.approach.map { m.approach($0.rawValue) },
      fields.term.map { m.term($0.rawValue) }, fields.isOrdinaryWork == true ? m.ordinaryWork : nil,
    ]
    let cost = [fields.costHours.map(m.hours), fields.costKronor.map(m.kronor)].compactMap { $0 }
    let problem = action.problemNumber.map { "\(m.problem($0)) \(action.problemTitle ?? "")" }
    return [
      (m.state, m.actionState(action.state.description)),
      (m.concerns, ofProblem ? nil : problem),
      (m.kind, kind.compactMap { $0 }.joined(separator: ", ")), (m.causes, causes(onlyNumbers: ofProblem)),
      (m.breaks, fields.breaks.map { m.step($0.step) }), (m.goal, fields.goal), (m.owner, owner),
      (m.due, fields.due.map { context.text($0, in: zone) }),
      (m.cost, cost.isEmpty ? nil : cost.joined(separator: ", ")),
      (m.baseline, fields.baseline ?? fields.noBaselineBecause.map(m.noBaseline)),
      (m.expectedEffect, fields.expectedEffect),
      (m.followUp, fields.followUp.map { context.text($0, in: zone) }), (m.production, fields.production),
      (m.process, fields.process), (m.judged, fields.colour.map { m.colour($0.rawValue) }),
      (m.result, fields.result), (m.lesson, fields.lesson), (m.effect, fields.effect),
    ]
  }

  /// The organisation and function that answer for it.
  var owner: String? {
    let parts = [action.ownerName, action.fields.ownerFunction].compactMap { $0 }
    return parts.isEmpty ? nil : parts.joined(separator: ", ")
  }

  /// The numbers are those of the problem's analysis.
  private func causes(onlyNumbers: Bool) -> String? {
    guard !action.causes.isEmpty else { return nil }
    if onlyNumbers { return context.language.list(action.causes.map { String($0.number) }) }
    return action.causes.map { "\($0.number). \($0.text)" }.joined(separator: " ")
  }
}
