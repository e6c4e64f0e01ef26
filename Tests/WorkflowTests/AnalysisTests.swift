import EST
import Foundation
import Persistence
import Testing

@testable import Workflow

@Suite struct AnalysisTests {
  @Test func `a change after a signature is made on a copy, and the signature falls`() async throws {
    try await World.run { world in
      let problem = try await world.analysedProblem(signed: false)
      try await world.speak(as: "kommunpolis") { desk in _ = try desk.sign(problem) }
      let key = UUID()
      let add: @Sendable (Desk) throws -> AnalysisEdit = { desk in
        try desk.addStep("Ungdomar samlas", to: problem)
      }
      let edit = try await world.speak(key: key, add)
      #expect(edit == AnalysisEdit(version: 2, number: 2, signaturesFell: true))
      let again = try await world.speak(key: key, add)
      #expect(again == AnalysisEdit(version: 2, number: 2, signaturesFell: false))
      let analysis = try await world.speak { desk in try desk.analysis(of: problem) }
      #expect(analysis.chain.map(\.text) == ["Handlarna stänger", "Ungdomar samlas"])
      #expect(analysis.signatures.isEmpty)
      // The copy is signed by both: one signature on each version is none on either.
      let said = try await world.speak { desk in try desk.sign(problem) }
      #expect(said.state == "analysing")
    }
  }

  @Test func `a repeated call neither adds twice nor breaks a signature`() async throws {
    try await World.run { world in
      let problem = try await world.analysedProblem(signed: false)
      let key = UUID()
      let add: @Sendable (Desk) throws -> AnalysisEdit = { desk in
        try desk.addEvidence("Trygghetsvandring i maj", source: "vandringen", to: problem)
      }
      let first = try await world.speak(key: key, add)
      try await world.speak { desk in _ = try desk.sign(problem) }
      #expect(try await world.speak(key: key, add) == first)
      let same = try await world.speak { desk in
        try desk.stateAnalysis(of: problem, statement: "Klotter på torget kvällstid")
      }
      #expect(!same.signaturesFell)
      let analysis = try await world.speak { desk in try desk.analysis(of: problem) }
      #expect(analysis.version == 1)
      #expect(analysis.evidence.map(\.number) == [1, 2])
      #expect(analysis.signatures.count == 1)
    }
  }

  @Test func `causes lie behind known ones and rest on known evidence`() async throws {
    try await World.run { world in
      let problem = try await world.analysedProblem(signed: false)
      func cause(behind: Int? = nil, evidence: Int? = nil) -> CauseFields {
        CauseFields(
          text: "Annat", bone: .exposed, behind: behind, evidence: evidence, strength: .weak, influence: .no)
      }
      let behind = cause(behind: 3)
      let resting = cause(evidence: 2)
      #expect(
        try await world.refusal { desk in try desk.addCause(behind, to: problem) }
          == "behind: unknownValue(allowed: \"1, 2\")")
      #expect(
        try await world.refusal { desk in try desk.addCause(resting, to: problem) }
          == "evidence: unknownValue(allowed: \"1\")")
    }
  }

  @Test func `what something rests on stays; the rest can be taken out once`() async throws {
    try await World.run { world in
      let problem = try await world.analysedProblem(signed: false)
      #expect(try await world.refusal { desk in try desk.remove(.cause, 1, from: problem) } == "cause_behind")
      #expect(
        try await world.refusal { desk in try desk.remove(.evidence, 1, from: problem) }
          == "cause_rests_on_evidence")
      for _ in 1...2 { try await world.speak { desk in _ = try desk.remove(.cause, 2, from: problem) } }
      let analysis = try await world.speak { desk in try desk.analysis(of: problem) }
      #expect(analysis.causes.map(\.number) == [1])
    }
  }

  @Test func `an analysis is written by coordinator and police lead while it is open`() async throws {
    try await World.run { world in
      let problem = try await world.analysedProblem()
      let write: @Sendable (Desk) throws -> AnalysisEdit = { desk in
        try desk.stateAnalysis(of: problem, leftOut: "Skolans rapporter")
      }
      #expect(try await world.refusal(write) == "analysisNotOpen")
      #expect(try await world.refusal(as: "bostad", write) == "notAllowed")
      try await world.speak { desk in _ = try desk.reopenAnalysis(of: problem) }
      let edit = try await world.speak(as: "kommunpolis", write)
      #expect(edit == AnalysisEdit(version: 2, number: nil, signaturesFell: false))
      let analysis = try await world.speak { desk in try desk.analysis(of: problem) }
      #expect(analysis.leftOut == "Skolans rapporter")
      #expect(analysis.statement == "Klotter på torget kvällstid")
    }
  }
}
