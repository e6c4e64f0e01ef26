import EST
import Foundation
import Persistence

/// What a change of an analysis came to.
public struct AnalysisEdit: Sendable, Equatable {
  /// The version that was changed.
  public let version: Int
  /// The number of the evidence, cause or step; `nil` for the text of the analysis itself.
  public let number: Int?
  /// The version before was signed and is locked: this one is a copy, which both sign anew.
  public let signaturesFell: Bool
}

extension Desk {
  /// - Parameter version: `nil` for the newest.
  public func analysis(of problem: Problem, version: Int? = nil) throws -> Analysis {
    try demand(GroupRole.allCases, in: problem.group)
    guard let analysis = try analyses.find(problem.id, version: version) else {
      throw StoreError.notFound(.analysis, name: version.map(String.init) ?? problem.number)
    }
    return analysis
  }

  /// What, where, when, and who is exposed as a group; which sources were left out, and what that limits.
  /// What is `nil` stays as it is.
  public func stateAnalysis(
    of problem: Problem, statement: String? = nil, leftOut: String? = nil
  ) throws -> AnalysisEdit {
    let statement = try screen(statement, field: "statement")
    let leftOut = try screen(leftOut, field: "left-out")
    return try edit(problem) { analysis, copy in
      if statement ?? analysis.statement == analysis.statement,
        leftOut ?? analysis.leftOut == analysis.leftOut
      {
        return nil
      }
      let version = try copy()
      try analyses.state(
        statement ?? analysis.statement, leftOut: leftOut ?? analysis.leftOut, of: problem.id, version)
      return nil
    }
  }

  public func addEvidence(_ text: String, source: String, to problem: Problem) throws -> AnalysisEdit {
    let key = nextKey()
    let text = try screened(text, field: "evidence")
    let source = try screened(source, field: "source", limit: IncomingReport.longestName)
    return try add(.evidence, key, to: problem) { _, version in
      try analyses.addEvidence(key, text, source: source, to: problem.id, version)
    }
  }

  /// - Parameter cause: direct, or indirect and behind an earlier one; resting on evidence or not yet.
  public func addCause(_ cause: CauseFields, to problem: Problem) throws -> AnalysisEdit {
    let key = nextKey()
    var cause = cause
    cause.text = try screened(cause.text, field: "cause")
    return try add(.cause, key, to: problem) { analysis, version in
      try require(cause.behind, among: analysis.causes.map(\.number), field: "behind")
      try require(cause.evidence, among: analysis.evidence.map(\.number), field: "evidence")
      return try analyses.addCause(key, cause, to: problem.id, version)
    }
  }

  /// A step of the chain of events, after those before it.
  public func addStep(_ text: String, to problem: Problem) throws -> AnalysisEdit {
    let key = nextKey()
    let text = try screened(text, field: "step")
    return try add(.step, key, to: problem) { _, version in
      try analyses.addStep(key, text, to: problem.id, version)
    }
  }

  /// Takes out what was a mistake. What something else rests on stays.
  public func remove(_ part: AnalysisPart, _ number: Int, from problem: Problem) throws -> AnalysisEdit {
    try edit(problem) { analysis, copy in
      let numbers =
        switch part {
        case .evidence: analysis.evidence.map(\.number)
        case .cause: analysis.causes.map(\.number)
        case .step: analysis.chain.map(\.number)
        }
      // What is gone already was taken out by the same call.
      guard numbers.contains(number) else { return number }
      _ = try analyses.remove(part, number, of: problem.id, try copy())
      return number
    }
  }

  /// Refuses a number that is none of `known`.
  func require(_ number: Int?, among known: [Int], field: String) throws {
    guard let number, !known.contains(number) else { return }
    throw UseCaseError.badField(
      field, .unknownValue(allowed: known.map(String.init).joined(separator: ", ")))
  }

  private func add(
    _ part: AnalysisPart, _ key: UUID, to problem: Problem, _ write: (Analysis, Int) throws -> Int
  ) throws -> AnalysisEdit {
    try edit(problem) { analysis, copy in
      try analyses.number(of: key, in: part, problem.id, analysis.version) ?? write(analysis, try copy())
    }
  }

  /// Changes the analysis that is in work.
  /// - Parameter change: given the analysis as it stands, and what gives the version to write to: it begins a new one
  ///   where this one is signed. Returns the number of what was changed.
  private func edit(
    _ problem: Problem, _ change: (Analysis, () throws -> Int) throws -> Int?
  ) throws -> AnalysisEdit {
    try demand([.coordinator, .policeLead], in: problem.group)
    guard try locked(problem.id.uuid)?.state == "analysing",
      let analysis = try analyses.find(problem.id)
    else { throw UseCaseError.rule(.analysisNotOpen) }
    var version = analysis.version
    let number = try change(analysis) {
      if !analysis.signatures.isEmpty { version = try analyses.begin(problem.id, by: actor.id, at: now) }
      return version
    }
    return AnalysisEdit(version: version, number: number, signaturesFell: version != analysis.version)
  }
}
