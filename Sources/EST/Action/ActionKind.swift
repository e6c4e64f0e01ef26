public enum ActionKind: String, Sendable, CaseIterable, Hashable {
  /// A measure for the coming week, decided at the meeting.
  case quick
  /// An action of the plan, which names the causes that it is to remove.
  case plan
}

/// What an action works on: the situation in which it happens, or what makes people do it.
public enum ActionApproach: String, Sendable, CaseIterable, Hashable {
  case situational, social
}

public enum ActionTerm: String, Sendable, CaseIterable, Hashable {
  case short, long
}

/// How an action went.
public enum ActionColour: String, Sendable, CaseIterable, Hashable {
  /// Done as intended, with a good result.
  case green
  case yellow
  case red
}
