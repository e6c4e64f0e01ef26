import EST

/// An instant together with what the clock on the wall showed, so that a picture is read without a table of zones.
///
/// Written as RFC 3339 with the offset that held: `2026-11-23T09:00:00+01:00`.
public struct Moment: Hashable, Sendable {
  public let rfc3339: String
  public let instant: Instant
  public let local: LocalDateTime

  public init(_ instant: Instant, in zone: ZoneRules) {
    rfc3339 = instant.rfc3339(in: zone)
    self.instant = instant
    local = zone.local(instant)
  }

  /// `nil` for anything but RFC 3339 with an offset.
  public init?(rfc3339 text: String) {
    guard let instant = Instant(rfc3339: text), let local = LocalDateTime(text.prefix(19)) else { return nil }
    rfc3339 = text
    self.instant = instant
    self.local = local
  }
}

extension Moment: Codable {
  public init(from decoder: any Decoder) throws {
    self = try decoder.parsed("an instant in RFC 3339") { Moment(rfc3339: $0) }
  }
  public func encode(to encoder: any Encoder) throws { try encoder.encode(text: rfc3339) }
}
