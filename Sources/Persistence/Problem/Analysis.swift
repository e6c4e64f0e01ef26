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
  public var kind: CauseKind
  /// The number of the cause behind which an indirect one lies.
  public var behind: Int?
  /// The number of the evidence that it rests on.
  public var evidence: Int?
  public var strength: EvidenceStrength
  public var influence: Influence

  public init(
    text: String, bone: Bone, kind: CauseKind, behind: Int? = nil, evidence: Int? = nil,
    strength: EvidenceStrength, influence: Influence
  ) {
    self.text = text
    self.bone = bone
    self.kind = kind
    self.behind = behind
    self.evidence = evidence
    self.strength = strength
    self.influence = influence
  }
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
