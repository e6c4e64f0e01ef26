/// What came of saying that something should be as told. Saying it again changes nothing.
public enum Change: String, Sendable {
  case added, changed, unchanged, removed
}
