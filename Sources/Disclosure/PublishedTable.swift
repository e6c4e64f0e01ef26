/// What the public sees: each cell shown or suppressed, and of the suppressed ones what can be worked out at most.
public struct PublishedTable: Sendable, Equatable, Codable {
  public enum Content: Sendable, Equatable, Codable {
    /// As counted, or rounded where the table is.
    case count(Int)
    /// From what is published, in this release and the earlier ones, the count is told to lie within these; no upper
    /// end is where nothing bounds it.
    case suppressed(lower: Double, upper: Double?)
  }

  public struct Cell: Sendable, Equatable, Codable {
    public let area: String
    public let period: Period
    public let category: String
    public let content: Content

    public var isSuppressed: Bool { if case .suppressed = content { true } else { false } }
  }

  /// By areas, then periods, then categories.
  public let cells: [Cell]
  /// What counts are rounded to the nearest multiple of; `nil` where they are exact.
  public let rounding: Int?
  /// Every suppressed cell's interval is at least so wide.
  public let width: Double
}
