/// How many events one area had in two periods of known length, before and after an action began.
public struct BeforeAfter: Sendable, Equatable, Codable {
  /// Events, at least 0.
  public var before: Int
  public var after: Int

  public init(_ before: Int, _ after: Int) {
    precondition(before >= 0 && after >= 0, "a count is not negative")
    self.before = before
    self.after = after
  }

  public static let none = BeforeAfter(0, 0)

  public var change: Int { after - before }
}
