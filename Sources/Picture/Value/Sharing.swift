import EST

/// What a file says of itself once it leaves the house: who may have it, and on what ground. (utlämnande)
public struct Sharing: Codable, Hashable, Sendable {
  /// The highest of what the file is made of.
  public var reportClass: ReportClass
  public var recipients: String
  /// The legal ground, as whoever answers for it puts it.
  public var ground: String

  private enum CodingKeys: String, CodingKey {
    case reportClass = "class"
    case recipients, ground
  }

  public init(_ reportClass: ReportClass, recipients: String, ground: String) {
    self.reportClass = reportClass
    self.recipients = recipients
    self.ground = ground
  }
}

extension ReportClass: Codable {}
