import EST

/// A point in time as it is typed: with an offset, or as the clock on the wall shows it.
enum Moment: Sendable, Equatable {
  case instant(Instant)
  case local(LocalDateTime)

  /// Reads RFC 3339, or `2026-11-23T07:30` without an offset; `nil` for anything else.
  init?(_ text: String) {
    if let instant = Instant(rfc3339: text) {
      self = .instant(instant)
    } else if let local = LocalDateTime(text) {
      self = .local(local)
    } else {
      return nil
    }
  }

  /// The instant; of an hour that comes twice, the first.
  /// - Throws: `CommandProblem.skippedHour`.
  func instant(in zone: ZoneRules) throws -> Instant {
    switch self {
    case .instant(let instant): return instant
    case .local(let local):
      switch zone.meaning(of: local) {
      case .once(let instant), .twice(let instant, _): return instant
      case .never: throw CommandProblem.skippedHour(value: local.description)
      }
    }
  }
}
