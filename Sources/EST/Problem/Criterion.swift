/// What problems are chosen by: the criteria matrix of Brottsförebyggande rådet (Brå).
public enum Criterion: String, Sendable, CaseIterable, Hashable {
  case common
  /// Increasing, or deviating from what is normal.
  case increasing
  case exposedPlaces
  case exposedGroups
  /// A crime that signals that a place is out of control.
  case signalCrime
  case affectsMany
  /// Consequences and harm.
  case harm
  /// How far it can be influenced.
  case influence
  case cost

  /// From 0, not at all, to 3, very much so.
  public static let scores = 0...3
}
