import EST
import Language
import Persistence

extension Analysis {
  func json(in zone: ZoneRules) -> JSON {
    [
      "version": .int(version), "begunAt": .string(begunAt.rfc3339(in: zone)),
      "statement": .string(statement), "leftOut": .string(leftOut),
      "evidence": .list(evidence) {
        ["number": .int($0.number), "text": .string($0.text), "source": .string($0.source)]
      },
      "causes": .list(causes) { cause in
        let fields = cause.fields
        return [
          "number": .int(cause.number), "text": .string(fields.text), "bone": .string(fields.bone.rawValue),
          "kind": .string(fields.kind.rawValue), "behind": .optional(fields.behind),
          "evidence": .optional(fields.evidence), "strength": .string(fields.strength.rawValue),
          "influence": .string(fields.influence.rawValue),
        ]
      },
      "chain": .list(chain) { ["number": .int($0.number), "text": .string($0.text)] },
      "signatures": .list(signatures) {
        [
          "role": .string($0.role.rawValue), "function": .string($0.function),
          "at": .string($0.at.rfc3339(in: zone)),
        ]
      },
    ]
  }
}

/// An analysis as people read it: causes on the fishbone's three bones, each indirect one under what it lies behind.
struct AnalysisPage {
  let analysis: Analysis
  let zone: ZoneRules
  let context: Context

  private var m: CaseworkMessages { context.language.casework }

  var blocks: [Answer.Block] {
    let signed = analysis.signatures.map { "\($0.function) \(context.text($0.at, in: zone))" }
    var blocks: [Answer.Block] = [
      .heading(m.analysisVersion(analysis.version)),
      .pairs([
        (m.situation, text(analysis.statement)), (m.leftOut, text(analysis.leftOut)),
        (m.signatures, signed.isEmpty ? m.unsigned : signed.joined(separator: ", ")),
      ]),
      .text(Bone.allCases.flatMap(lines).joined(separator: "\n")),
    ]
    if !analysis.evidence.isEmpty {
      let evidence = analysis.evidence.map { "  \($0.number). \($0.text) (\($0.source))" }
      blocks.append(.text(([m.evidence] + evidence).joined(separator: "\n")))
    }
    if !analysis.chain.isEmpty {
      let steps = analysis.chain.map { "\($0.number). \($0.text)" }.joined(separator: " → ")
      blocks.append(.text("\(m.chain)\n  \(steps)"))
    }
    return blocks
  }

  private func text(_ text: String) -> String? { text.isEmpty ? nil : text }

  /// One bone with its causes.
  private func lines(of bone: Bone) -> [String] {
    // An indirect cause is shown under the one it lies behind, whichever bone it is said to be of.
    let direct = analysis.causes.filter { $0.fields.bone == bone && $0.fields.behind == nil }
    let causes = direct.flatMap { branch($0, depth: 1) }
    return [m.bone(bone.rawValue)] + (causes.isEmpty ? ["  – \(m.noCause)"] : causes)
  }

  private func branch(_ cause: Cause, depth: Int) -> [String] {
    let fields = cause.fields
    let support = m.support(
      evidence: fields.evidence, strength: fields.strength.rawValue, influence: fields.influence.rawValue)
    let indent = String(repeating: "  ", count: depth) + (depth > 1 ? "└ " : "")
    return ["\(indent)\(cause.number). \(fields.text) [\(support)]"]
      + analysis.causes.filter { $0.fields.behind == cause.number }.flatMap { branch($0, depth: depth + 1) }
  }
}
