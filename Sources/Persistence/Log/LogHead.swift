import EST

/// What ties together all rows of a municipality's log up to a position. Whoever outside the database has seen it can
/// tell whether the log has been made anew since.
public struct LogHead: Sendable, Equatable {
  public let municipality: MunicipalityCode
  /// From 1, without a gap.
  public let number: Int
  /// SHA-256 in hexadecimal.
  public let hash: String
  /// How many rows it covers since the head before it.
  public let rows: Int
  public let sealedAt: Instant
}
