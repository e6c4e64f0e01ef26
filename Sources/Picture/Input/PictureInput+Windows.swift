import EST

extension PictureInput {
  /// When that happened which is counted, as the group's settings gave it.
  public struct Windows: Sendable, Equatable, Codable {
    public var current: Window
    public var previous: Window
    public var lastYear: Window
    public var ahead: Window
    /// When the picture before was compiled, if one was adopted: reports of earlier periods since then are told of.
    public var lateSince: Instant?

    public init(current: Window, previous: Window, lastYear: Window, ahead: Window, lateSince: Instant?) {
      self.current = current
      self.previous = previous
      self.lastYear = lastYear
      self.ahead = ahead
      self.lateSince = lateSince
    }
  }

  /// From one time up to another one, and not with it.
  public struct Window: Sendable, Equatable, Codable {
    public var from: Instant
    public var to: Instant

    public init(from: Instant, to: Instant) {
      self.from = from
      self.to = to
    }
  }
}
