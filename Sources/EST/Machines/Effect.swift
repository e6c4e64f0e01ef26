import StateMachine

/// What a transition asks for. Timers and notices are rows of its own transaction; what leaves the database goes
/// through the outbox afterwards.
public enum Effect: Hashable, Sendable {
  /// Says `event` at `at`; a second timer of the same event is told apart by its time.
  case arm(Event, at: Instant)
  /// Takes away every timer of the event.
  case disarm(Event)
  case disarmAll
  case tell(NoticeKind, Audience)
  /// Writes down for each expected unit: reported, nothing to report or missing.
  case fixCoverage
  /// Builds the next version of the picture from the reviewed reports.
  case compilePicture
  /// Writes the newest version to the export folder.
  case exportPicture
  /// Makes the named version the adopted one, which never changes again.
  case freezePicture
}

/// What is told. A notice says that something is there; it never carries a report or a picture.
public enum NoticeKind: String, Hashable, Sendable, CaseIterable {
  case periodOpen = "period-open"
  case reportsMissing = "reports-missing"
  case collectionClosed = "collection-closed"
  case pictureReady = "picture-ready"
  case meetingMoved = "meeting-moved"
  case meetingOverdue = "meeting-overdue"
  case periodSkipped = "period-skipped"
  case periodMissed = "period-missed"
  case periodReopened = "period-reopened"
  case feedback
  case problemEscalated = "problem-escalated"
  case evaluationDue = "evaluation-due"
  case actionDue = "action-due"
  case actionOverdue = "action-overdue"
  case actionAssigned = "action-assigned"
  case followUpDue = "follow-up-due"
  case agreementEnding = "agreement-ending"
  case agreementProlonged = "agreement-prolonged"
  case agreementFollowUp = "agreement-follow-up"
  case promiseFollowUp = "promise-follow-up"
  case promiseLastFollowUp = "promise-last-follow-up"
  case walkFollowUp = "walk-follow-up"
  case statutoryPictureDue = "statutory-picture-due"
  case statutoryPictureLate = "statutory-picture-late"
  /// A timer's event was refused; the coordinator is told why.
  case timerRefused = "timer-refused"
  /// A mail or a file could not leave the database.
  case deliveryFailed = "delivery-failed"
  /// It was given up without anybody knowing whether it had left.
  case deliveryUnknown = "delivery-unknown"
}

/// Who is told.
public enum Audience: Hashable, Sendable {
  /// Reporters of the units that have neither reported nor said that there is nothing.
  case reportersMissing
  case reporters
  case participants
  case coordinators
  case steering
  /// The function that owns the action.
  case owner
  /// Those of the group whose organisations have promised something in the set.
  case promisors
}
