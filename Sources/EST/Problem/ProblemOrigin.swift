/// What a problem was first seen in.
public enum ProblemOrigin: String, Sendable, CaseIterable, Hashable {
  case picture
  /// Something that stands out from what is normal.
  case signal
  case walk
  case dialogue
  case survey
  case council
  case other
}
