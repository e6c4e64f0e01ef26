import EST

/// A promise that a run has broken.
struct Violation: Hashable, CustomStringConvertible {
  let promise: Promise
  /// By the run's clock, in Swedish time.
  let at: Instant
  let what: String

  var description: String { "\(promise), \(at.rfc3339(in: .stockholm)): \(what)" }
}

/// What holds in every run, whatever goes wrong.
enum Promise: String, CaseIterable, Sendable {
  /// Whatever was acknowledged as a report is kept once, counts for coverage, and is in the picture of its period.
  case noReportLost
  /// Periods follow one another without gap or overlap, each is one cycle, and each ends once and in time.
  case oneCycleForEachPeriod
  /// A concluded cycle has one adopted picture, which never changes.
  case oneAdoptedPicture
  /// At most one for each reminder time, before the deadline, and only to those who are missing then.
  case remindersOnce
  /// Every row follows from the row before by a move that the definition lists, in a role that its actor holds.
  case onlyListedTransitions
  /// Each fired, refused on record, or disarmed by a transition; none due after a round; none where one is needed.
  case everyTimerAccountedFor
  /// One item for each notice to an address, which ends delivered or given up, and not both.
  case everyMailAccountedFor
  /// What is said again under the same key is done once.
  case onceForEachKey
  /// What is over stays over: no timer, no row.
  case overIsOver
  /// Nothing is told after its time.
  case nothingStale
  /// Each row's hash follows from the row before.
  case chainIntact
}
