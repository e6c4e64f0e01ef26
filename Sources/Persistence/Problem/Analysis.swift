import EST
import StateMachine

public struct Evidence: Sendable, Hashable {
  public let number: Int
  public let text: String
  public let source: String
}

/// What a cause says.
public struct CauseFields: Sendable, Hashable {
  public var text: String
  public var bone: Bone
  /// The number of the cause behind which an indirect one lies; `nil` for a direct one.
  public var behind: Int?
  /// The number of the evidence that it rests on.
  public var evidence: Int?
  public var strength: EvidenceStrength
  public var influence: Influence

  public init(
    text: String, bone: Bone, behind: Int? = nil, evidence: Int? = nil, strength: EvidenceStrength,
    influence: Influence
  ) {
    self.text = text
    self.bone = bone
    self.behind = behind
    self.evidence = evidence
    self.strength = strength
    self.influence = influence
  }

  public var kind: CauseKind { behind == nil ? .direct : .indirect }
}

public struct Cause: Sendable, Hashable {
  public let number: Int
  public let fields: CauseFields
}

/// One step of the chain of events, each a place to break it.
public struct ChainStep: Sendable, Hashable {
  public let number: Int
  public let text: String
}

/// A signature on one version, by function and never by name.
public struct Signature: Sendable, Hashable {
  public let role: GroupRole
  public let participant: ParticipantID
  public let function: String
  public let at: Instant
}

/// What an analysis is made of, numbered from 1 each.
public enum AnalysisPart: String, Sendable, CaseIterable {
  case evidence, cause
  case step = "chain_step"
}

/// One version of a root-cause analysis. Numbers within it stay over versions.
public struct Analysis: Sendable {
  public let problem: ProblemID
  /// From 1.
  public let version: Int
  public let begunAt: Instant
  /// What, where, when, and who is exposed as a group.
  public let statement: String
  /// The sources that were left out, and what that limits.
  public let leftOut: String
  public let evidence: [Evidence]
  public let causes: [Cause]
  public let chain: [ChainStep]
  /// A version with a signature is locked.
  public let signatures: [Signature]
}
