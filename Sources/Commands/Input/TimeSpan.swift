import EST

/// A length of time as it is typed: days of the calendar, then exact minutes.
struct TimeSpan: Sendable, Equatable {
  var days = 0
  var minutes = 0

  /// Reads `7d`, `2w`, `2h`, `30m`, and sums of them such as `1d12h`; `nil` for anything else, and for nothing.
  init?(_ text: String) {
    var number = ""
    var isAny = false
    for character in text.lowercased() {
      if character.isASCII, character.isNumber {
        number.append(character)
        continue
      }
      guard number.count <= 6, let count = Int(number), totalMinutes <= TimeSpan.longest else { return nil }
      switch character {
      case "w": days += 7 * count
      case "d": days += count
      case "h": minutes += 60 * count
      case "m": minutes += count
      default: return nil
      }
      number = ""
      isAny = true
    }
    guard isAny, number.isEmpty, totalMinutes <= TimeSpan.longest else { return nil }
  }

  /// A century, in minutes; nothing here takes longer.
  private static let longest = 100 * 366 * 24 * 60

  /// The length in minutes where a day is 24 hours.
  var totalMinutes: Int { days * 24 * 60 + minutes }

  /// Days keep the time on the wall, also over a change of the clock; minutes are exact.
  func after(_ instant: Instant, in zone: ZoneRules) -> Instant {
    guard days != 0 else { return instant.advanced(minutes: minutes) }
    let local = zone.local(instant)
    let fraction = instant.microseconds - instant.seconds * 1_000_000
    let moved = zone.planned(LocalDateTime(local.date + days, local.time))
    return Instant(microseconds: moved.microseconds + fraction).advanced(minutes: minutes)
  }
}
