/// One event as it comes from a person or a file: read and checked, but its area, unit and place not yet looked up.
public struct IncomingReport: Hashable, Sendable {
  /// The reference in its source, unique there, so that a repeated import makes no duplicates.
  public var reference: String?
  public var category: CategoryCode
  /// At least one where the category is an unsafe place.
  public var reasons: [String]
  public var area: String?
  public var unit: String?
  public var place: String?
  public var placeType: PlaceType?
  public var point: IncomingPoint?
  public var from: Instant
  /// The end of the interval within which it happened; `nil` where the time is known.
  public var to: Instant?
  public var certainty: Certainty
  public var assessment: String?
  public var reportClass: ReportClass
  /// Short free text without personal data.
  public var text: String?

  public init(category: CategoryCode, from: Instant) {
    self.category = category
    self.from = from
    reasons = []
    certainty = .seen
    reportClass = .shared
  }
}

/// One row of a file that was not taken, with the place and what is allowed instead. Never holds the value itself.
public struct Reject: Hashable, Sendable {
  /// The line of the file, from 1, on which the row begins.
  public let line: Int
  /// The field, in the file's own words where it has any.
  public let field: String
  public let problem: IntakeProblem

  public init(line: Int, field: String, problem: IntakeProblem) {
    self.line = line
    self.field = field
    self.problem = problem
  }
}
