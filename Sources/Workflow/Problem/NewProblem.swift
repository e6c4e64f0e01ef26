import EST
import Persistence

/// A problem as it is identified, in the caller's words.
public struct NewProblem: Sendable {
  public var title: String
  public var statement: String?
  /// A code or a name of the municipality's categories.
  public var category: String?
  /// By name.
  public var area: String?
  public var origin: ProblemOrigin
  /// The period in whose picture it was seen.
  public var cycle: Cycle?
  /// Numbers, ids or references of the reports behind it.
  public var reports: [String]

  public init(title: String, origin: ProblemOrigin) {
    self.title = title
    self.origin = origin
    reports = []
  }
}
