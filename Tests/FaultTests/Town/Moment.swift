import EST

/// The moments of a week at which the worker has something to do, in their order, each with what was done before it.
enum Moment: String, CaseIterable, Sendable {
  /// Nothing is planned yet: nine periods, the next statutory picture, and what is due of them.
  case plan
  /// Of two units one has answered; the other is reminded.
  case remind
  /// The next week opens.
  case open
  /// The last reminder comes too late, and the deadline is there.
  case closeCollection
  /// A picture of what has been reviewed, its files, and the mails that say so.
  case compile
  /// The meeting's hour has passed.
  case overdue
  /// The next week's meeting time has come, and with it everything that the week was to see.
  case miss

  /// By the town's clock, W47 being the week in which it begins.
  var time: Instant {
    let text =
      switch self {
      case .plan: "2026-11-17T07:00:00+01:00"
      case .remind: "2026-11-22T12:00:00+01:00"
      case .open: "2026-11-23T00:00:00+01:00"
      case .closeCollection: "2026-11-23T12:00:00+01:00"
      case .compile: "2026-11-24T07:00:00+01:00"
      case .overdue: "2026-11-24T10:00:00+01:00"
      case .miss: "2026-12-01T09:00:00+01:00"
      }
    return Instant(rfc3339: text)!
  }

  var before: Moment? {
    let index = Moment.allCases.firstIndex(of: self)!
    return index == 0 ? nil : Moment.allCases[index - 1]
  }
}
