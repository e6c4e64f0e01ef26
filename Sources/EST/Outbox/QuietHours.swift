/// The hours of the day in which nobody is sent a mail, by the clock on the wall: `21:00-06:30`.
public struct QuietHours: Hashable, Sendable, CustomStringConvertible {
  public let begin: LocalTime
  public let end: LocalTime

  /// `nil` where they are all of the day or nothing of it.
  public init?(_ begin: LocalTime, _ end: LocalTime) {
    guard begin != end else { return nil }
    self.begin = begin
    self.end = end
  }

  /// Reads `21:00-06:30`.
  public init?(_ text: some StringProtocol) {
    let parts = text.split(separator: "-", omittingEmptySubsequences: false)
    guard parts.count == 2, let begin = LocalTime(parts[0]), let end = LocalTime(parts[1]) else { return nil }
    self.init(begin, end)
  }

  public var description: String { "\(begin)-\(end)" }

  /// When the quiet ends that `instant` lies in; `nil` where it lies in none.
  public func end(at instant: Instant, in zone: ZoneRules) -> Instant? {
    let local = zone.local(instant)
    let isQuiet =
      begin < end ? local.time >= begin && local.time < end : local.time >= begin || local.time < end
    guard isQuiet else { return nil }
    let day = local.time < end ? local.date : local.date + 1
    let over = zone.planned(LocalDateTime(day, end))
    // In the hour that comes twice the end may already have been.
    return over > instant ? over : nil
  }
}
