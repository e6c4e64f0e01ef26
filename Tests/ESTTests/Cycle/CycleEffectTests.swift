import StateMachine
import Testing

@testable import EST

@Suite struct CycleEffectTests {
  /// The effects of an event that must be taken.
  private func effects(
    _ event: Event, in state: State, by role: Role = .coordinator, _ facts: CycleFacts,
    sourceLocation: SourceLocation = #_sourceLocation
  ) -> [Effect] {
    switch CycleMachine.definition.decide(in: state, event, by: [role], facts: facts) {
    case .accepted(_, _, let effects): return effects
    case .refused(let refusal):
      Issue.record("\(event) in \(state): \(refusal)", sourceLocation: sourceLocation)
      return []
    }
  }

  @Test func planningArmsEveryTimerOfThePeriod() {
    #expect(
      effects("plan", in: .unborn, by: .worker, .week47(at: "2026-09-28T00:00"))
        == [
          .arm("open", at: swedish("2026-11-16T00:00")),
          .arm("remind", at: swedish("2026-11-23T09:00")),
          .arm("closeCollection", at: swedish("2026-11-23T12:00")),
          .arm("compile", at: swedish("2026-11-24T07:00")),
          .arm("overdue", at: swedish("2026-11-24T10:00")),
          .arm("miss", at: swedish("2026-12-01T09:00")),
        ])
  }

  @Test func aPeriodPlannedLateArmsNoReminderThatHasPassed() {
    var facts = CycleFacts.week47(at: "2026-11-23T08:30")
    facts.timetable.reminders = [swedish("2026-11-22T12:00"), swedish("2026-11-23T09:00")]
    let armed = effects("plan", in: .unborn, by: .worker, facts).filter {
      if case .arm("remind", _) = $0 { true } else { false }
    }
    #expect(armed == [.arm("remind", at: swedish("2026-11-23T09:00"))])
  }

  @Test func openingTellsReportersWhileTheyCanStillReport() {
    #expect(
      effects("open", in: "planned", by: .worker, .week47(at: "2026-11-16T00:00"))
        == [.disarm("open"), .tell(.periodOpen, .reporters)])
    #expect(
      effects("open", in: "planned", by: .worker, .week47(at: "2026-11-23T12:00")) == [.disarm("open")])
  }

  @Test func aReminderGoesOnlyToThoseWhoAreMissing() {
    #expect(
      effects("remind", in: "collecting", by: .worker, .week47(at: "2026-11-23T09:00"))
        == [.tell(.reportsMissing, .reportersMissing)])
  }

  @Test func aStaleReminderIsRefused() {
    #expect(
      CycleMachine.definition.decide(
        in: "collecting", "remind", by: [.worker], facts: .week47(at: "2026-12-14T09:00"))
        == .refused(.unmet(guardName: "beforeDeadline")))
  }

  @Test func closingFixesCoverageAndEndsReminders() {
    #expect(
      effects("closeCollection", in: "collecting", .week47(at: "2026-11-23T11:00"))
        == [
          .disarm("remind"), .disarm("closeCollection"), .fixCoverage,
          .tell(.collectionClosed, .coordinators),
        ])
  }

  /// As when a worker has been away: the next meeting has passed, and this period is about to be missed.
  @Test func ofAPeriodThatIsOvertakenNothingIsTold() {
    let late = CycleFacts.week47(at: "2026-12-01T09:00")
    #expect(
      effects("closeCollection", in: "collecting", by: .worker, late)
        == [.disarm("remind"), .disarm("closeCollection"), .fixCoverage])
    for state: State in ["reviewing", "pictured"] {
      #expect(effects("overdue", in: state, by: .worker, late) == [.disarm("overdue")])
      #expect(
        effects("overdue", in: state, by: .worker, .week47(at: "2026-12-01T08:59"))
          == [.disarm("overdue"), .tell(.meetingOverdue, .coordinators)])
    }
    #expect(
      effects("overdue", in: "meeting", by: .worker, late).contains(.tell(.meetingOverdue, .coordinators)),
      "a meeting that has begun is never missed")
    // Held or collected for as late as that on purpose, it is told of.
    var put = late
    put.timetable.deadline = swedish("2026-12-02T12:00")
    #expect(
      effects("closeCollection", in: "collecting", by: .worker, put)
        .contains(.tell(.collectionClosed, .coordinators)))
    put.timetable.meeting = swedish("2026-12-02T13:00")
    #expect(
      effects("overdue", in: "pictured", by: .worker, put).contains(.tell(.meetingOverdue, .coordinators)))
  }

  @Test func aPictureIsToldOfUntilTheNextMeeting() {
    let made: [Effect] = [.disarm("compile"), .compilePicture, .exportPicture]
    #expect(
      effects("compile", in: "reviewing", .week47(at: "2026-11-24T07:00"))
        == made + [.tell(.pictureReady, .participants)])
    #expect(effects("compile", in: "reviewing", .week47(at: "2026-12-01T09:00")) == made)
    #expect(
      effects("recompile", in: "pictured", .week47(at: "2026-11-24T08:00"))
        == [.compilePicture, .exportPicture])
  }

  @Test func reopeningArmsAllLaterTimersAnew() {
    var facts = CycleFacts.week47(at: "2026-11-24T08:00")
    facts.reason = "tre enheter saknades"
    facts.newTime = swedish("2026-11-25T12:00")
    #expect(
      effects("reopen", in: "pictured", facts)
        == [
          .disarm("remind"), .arm("remind", at: swedish("2026-11-25T09:00")),
          .disarm("closeCollection"), .arm("closeCollection", at: swedish("2026-11-25T12:00")),
          .disarm("compile"), .arm("compile", at: swedish("2026-11-25T12:00")),
          .disarm("overdue"), .disarm("miss"),
          // Never while collection is open, when the machine would have to refuse it.
          .arm("overdue", at: swedish("2026-11-25T13:00")),
          .arm("miss", at: swedish("2026-12-01T09:00")),
          .tell(.periodReopened, .reporters),
        ])
  }

  @Test func aDeadlinePutPastTheNextMeetingIsNotMissedBeforeIt() {
    var facts = CycleFacts.week47(at: "2026-11-30T08:00")
    facts.reason = "driftstopp"
    facts.newTime = swedish("2026-12-02T12:00")
    #expect(
      effects("reopen", in: "reviewing", facts).contains(.arm("miss", at: swedish("2026-12-03T12:00"))))
  }

  @Test(arguments: ["planned", "collecting", "reviewing"] as [State])
  func aMovedMeetingTakesThePictureWithItAtTheSameDistance(state: State) {
    var facts = CycleFacts.week47(at: "2026-11-19T08:00")
    facts.reason = "lokalen är upptagen"
    facts.newTime = swedish("2026-11-26T13:00")
    #expect(
      effects("moveMeeting", in: state, facts)
        == [
          .disarm("compile"), .arm("compile", at: swedish("2026-11-26T11:00")),
          .disarm("overdue"), .disarm("miss"),
          .arm("overdue", at: swedish("2026-11-26T14:00")),
          .arm("miss", at: swedish("2026-12-01T09:00")),
          .tell(.meetingMoved, .participants),
        ])
    // The same where an earlier picture was made before collection was opened again.
    facts.pictureVersions = 1
    #expect(
      effects("moveMeeting", in: state, facts).contains(.arm("compile", at: swedish("2026-11-26T11:00"))))
  }

  @Test func aPictureThatIsMadeStaysWhenTheMeetingMoves() {
    var facts = CycleFacts.week47(at: "2026-11-24T08:00")
    facts.reason = "sjukdom"
    facts.newTime = swedish("2026-12-01T08:00")
    facts.pictureVersions = 1
    #expect(
      effects("moveMeeting", in: "pictured", facts)
        == [
          .disarm("overdue"), .disarm("miss"),
          .arm("overdue", at: swedish("2026-12-01T09:00")),
          .arm("miss", at: swedish("2026-12-02T08:00")),
          .tell(.meetingMoved, .participants),
        ])
  }

  @Test func aMeetingMovedBeforeTheDeadlineWaitsForCollectionToEnd() {
    var facts = CycleFacts.week47(at: "2026-11-19T08:00")
    facts.reason = "akut läge"
    facts.newTime = swedish("2026-11-23T10:00")
    let moved = effects("moveMeeting", in: "collecting", facts)
    #expect(moved.contains(.arm("compile", at: swedish("2026-11-23T12:00"))))
    #expect(moved.contains(.arm("overdue", at: swedish("2026-11-23T13:00"))))
  }

  @Test func anAdjournedMeetingCanBeMissedAgain() {
    var facts = CycleFacts.week47(at: "2026-11-24T09:10")
    facts.reason = "fel version"
    #expect(
      effects("adjourn", in: "meeting", facts)
        == [.disarm("miss"), .arm("miss", at: swedish("2026-12-01T09:00"))])
  }

  @Test func adoptingFreezesThePicture() {
    #expect(
      effects("adopt", in: "meeting", .everythingAtHand) == [.freezePicture, .exportPicture])
    #expect(
      effects("adoptWithoutMeeting", in: "pictured", .everythingAtHand)
        == [.disarmAll, .freezePicture, .exportPicture, .tell(.feedback, .reporters)])
  }

  @Test func anEndTakesEveryTimerAway() {
    #expect(
      effects("conclude", in: "meeting", .everythingAtHand) == [.disarmAll, .tell(.feedback, .reporters)])
    #expect(
      effects("skip", in: "planned", .everythingAtHand) == [.disarmAll, .tell(.periodSkipped, .reporters)])
    #expect(
      effects("miss", in: "pictured", by: .worker, .everythingAtHand)
        == [.disarmAll, .tell(.periodMissed, .coordinators)])
  }

  @Test func anOverdueMeetingIsToldToTheCoordinator() {
    #expect(
      effects("overdue", in: "meeting", by: .worker, .everythingAtHand)
        == [.disarm("overdue"), .tell(.meetingOverdue, .coordinators)])
  }
}
