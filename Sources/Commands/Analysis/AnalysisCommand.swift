import ArgumentParser
import Persistence
import Workflow

struct AnalysisCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "analysis", abstract: "Orsaksanalys: belägg, orsaker, händelsekedja, två underskrifter.",
    subcommands: [
      Start.self, StateVerb.self, EvidenceVerb.self, CauseVerb.self, ChainVerb.self, Sign.self, Reopen.self,
      Show.self,
    ], aliases: ["analys"])

  /// What a change came to.
  static func answer(
    _ problem: Problem, _ part: AnalysisPart?, _ numbers: [Int], _ edits: [AnalysisEdit],
    isRemoval: Bool = false,
    _ context: Context
  ) -> Answer {
    let m = context.language.casework
    let version = edits.last?.version ?? 0
    let fell = edits.contains(where: \.signaturesFell)
    let what = part.map { part in context.language.list(numbers.map { m.part(part.rawValue, $0) }) }
    return Answer(
      [
        "analysis": [
          "problem": .string(problem.number), "version": .int(version), "numbers": .list(numbers, JSON.int),
          "signaturesFell": .bool(fell),
        ]
      ],
      .text(
        isRemoval
          ? m.removed(what ?? "", version: version)
          : m.edited(what, version: version, signaturesFell: fell)))
  }
}

/// Takes out a numbered part instead of adding one.
struct RemoveOption: ParsableArguments {
  @Option(name: .customLong("remove"), help: ArgumentHelp("Ta bort det med numret.", valueName: "nummer"))
  var number: Int?

  /// - Parameter given: whether there is something to add.
  /// - Throws: `CommandProblem.options` unless one of the two is asked for.
  func check(given: Bool, _ name: String) throws {
    if number != nil, given { throw CommandProblem.options(.exclusive(name, "--remove")) }
    if number == nil, !given { throw CommandProblem.options(.oneOf([name, "--remove"])) }
  }
}
