/// The three bones of the fishbone diagram. (fiskbensdiagram)
public enum Bone: String, Sendable, CaseIterable, Hashable {
  /// Who or what is exposed. (brottsutsatt)
  case exposed
  /// Who does it, as a group and never a person. (gärningsperson)
  case offender
  /// The object and the place.
  case place
}

public enum CauseKind: String, Sendable, CaseIterable, Hashable {
  case direct
  /// Lies behind another cause.
  case indirect
}

/// How well a cause is supported by its evidence.
public enum EvidenceStrength: String, Sendable, CaseIterable, Hashable {
  case strong, some, weak
}

/// Whether those who take part can influence a cause.
public enum Influence: String, Sendable, CaseIterable, Hashable {
  case yes, partly, no
}
