import EST
import StateMachine

private func instant(_ text: String) -> Instant { ZoneRules.stockholm.planned(LocalDateTime(text)!) }
private func day(_ text: String) -> LocalDate { LocalDate(text)! }

extension MachineUnderTest {
  static let all = [cycle, problem, action, agreement, promiseSet, safetyWalk, statutoryPicture]

  private static let cycle: MachineUnderTest = {
    let settings = GroupSettings.standard
    let week = settings.period(containing: day("2026-11-16"))
    let next = Timetable(week.next, settings, zone: .stockholm)
    var early = CycleFacts(
      now: instant("2026-11-16T08:00"), timetable: CycleTimes(Timetable(week, settings, zone: .stockholm)),
      nextMeeting: next.meeting)
    early.pictureVersions = 2
    early.adoptedVersion = 1
    early.priorities = 3
    early.decisions = 1
    early.reason = "julhelg"
    early.newTime = instant("2026-12-10T09:00")
    var late = early
    late.now = next.meeting
    return MachineUnderTest(
      CycleMachine.definition, worlds: [early, late],
      lacking: [
        { $0.reason = nil }, { $0.newTime = $0.now }, { $0.now = $0.timetable.deadline },
        { $0.pictureVersions = 0 }, { $0.adoptedVersion = nil }, { $0.now = instant("2026-11-16T08:00") },
        {
          $0.priorities = 0
          $0.decisions = 0
          $0.reason = nil
        },
      ],
      remembering: ["reopen", "moveMeeting"]
    ) { facts, moment in
      for said in moment.said {
        let newTime = said.at.advanced(minutes: twoDays)
        facts.timetable =
          said.event == "reopen"
          ? facts.timetable.reopened(until: newTime) : facts.timetable.meetingMoved(to: newTime)
      }
      facts.newTime = moment.now.advanced(minutes: twoDays)
    }
  }()
  private static let twoDays = 2 * 24 * 60

  private static let problem: MachineUnderTest = {
    var facts = ProblemFacts(now: instant("2026-11-24T09:00"))
    facts.reason = "åtgärderna räckte inte"
    facts.criteriaScored = 3
    facts.directCausesWithEvidence = 1
    facts.otherHasSigned = true
    facts.decidedActionsWithCause = 1
    facts.evaluatedActions = 1
    facts.resultAndLesson = true
    facts.escalationDismissed = true
    facts.followUp = instant("2027-01-19T09:00")
    var other = facts
    other.otherHasSigned = false
    other.escalationDismissed = false
    other.evaluatedActions = 0
    return MachineUnderTest(
      ProblemMachine.definition, worlds: [facts, other],
      lacking: [
        { $0.reason = nil }, { $0.criteriaScored = 0 }, { $0.directCausesWithEvidence = 0 },
        { $0.otherHasSigned = false }, { $0.decidedActionsWithCause = 0 }, { $0.openActions = 1 },
        { $0.evaluatedActions = 0 }, { $0.evaluatedActions = 1 }, { $0.doneActions = 1 },
        { $0.resultAndLesson = false }, { $0.escalationDismissed = false },
      ])
  }()

  private static let action: MachineUnderTest = {
    var facts = ActionFacts(now: instant("2026-11-24T09:00"))
    facts.reason = "leveransen är försenad"
    facts.causes = 1
    facts.hasOwner = true
    facts.hasGoal = true
    facts.due = instant("2026-12-15T16:00")
    facts.newDue = instant("2028-01-29T16:00")
    facts.hasBaseline = true
    facts.hasExpectedEffect = true
    facts.followUp = instant("2027-03-01T09:00")
    facts.hasColour = true
    facts.hasResult = true
    facts.hasLesson = true
    var late = facts
    late.now = instant("2027-03-05T14:00")
    return MachineUnderTest(
      ActionMachine.definition, worlds: [facts, late],
      lacking: [
        { $0.reason = nil }, { $0.causes = 0 }, { $0.hasOwner = false }, { $0.due = nil },
        { $0.hasGoal = false }, { $0.newDue = $0.now }, { $0.hasBaseline = false },
        { $0.hasExpectedEffect = false }, { $0.followUp = nil }, { $0.hasColour = false },
        { $0.hasResult = false }, { $0.hasLesson = false },
      ])
  }()

  private static let agreement: MachineUnderTest = {
    var facts = AgreementFacts(
      now: instant("2026-11-24T09:00"), term: Term(from: day("2024-01-01"), through: day("2027-12-31")),
      zone: .stockholm)
    facts.reason = "parterna går skilda vägar"
    facts.hasParties = true
    facts.hasGoals = true
    facts.hasFocusAreas = true
    facts.signatories = [.policeChief, .executiveChair]
    var followed = facts
    followed.successorInForce = true
    return MachineUnderTest(
      AgreementMachine.definition, worlds: [facts, followed],
      lacking: [
        { $0.reason = nil }, { $0.hasParties = false }, { $0.hasGoals = false },
        { $0.hasFocusAreas = false }, { $0.signatories = [.policeChief] }, { $0.successorInForce = true },
        { $0.successorInForce = false },
        { $0.term = Term(from: $0.term.lastDay, through: $0.term.firstDay) },
      ])
  }()

  private static let promiseSet: MachineUnderTest = {
    var facts = PromiseSetFacts(
      now: instant("2026-11-24T09:00"), term: Term(from: day("2026-01-01"), through: day("2027-12-31")),
      zone: .stockholm)
    facts.reason = "dialogen gav andra löften"
    facts.promises = 2
    facts.promisesWithPromisor = 2
    facts.promisesJudged = 2
    facts.signatories = [.policeChief, .executiveChair]
    facts.prolongsActiveSet = true
    facts.hasProlongation = true
    return MachineUnderTest(
      PromiseSetMachine.definition, worlds: [facts],
      lacking: [
        { $0.reason = nil }, { $0.promises = 0 }, { $0.promisesWithPromisor = 1 },
        { $0.promisesJudged = 1 }, { $0.signatories = [] }, { $0.prolongsActiveSet = false },
        { $0.hasProlongation = false },
        { $0.term = Term(from: $0.term.lastDay, through: $0.term.firstDay) },
      ])
  }()

  private static let safetyWalk: MachineUnderTest = {
    var facts = SafetyWalkFacts(now: instant("2026-11-24T09:00"), zone: .stockholm)
    facts.day = day("2026-11-18")
    facts.reason = "för få anmälda"
    facts.hasArea = true
    facts.people = 20
    facts.points = 3
    facts.pointsAnswered = 3
    facts.pointsFollowedUp = 3
    return MachineUnderTest(
      SafetyWalkMachine.definition, worlds: [facts],
      lacking: [
        { $0.reason = nil }, { $0.day = nil }, { $0.hasArea = false }, { $0.people = 21 }, { $0.points = 0 },
        { $0.pointsAnswered = 2 }, { $0.pointsFollowedUp = 2 },
      ])
  }()

  private static let statutoryPicture: MachineUnderTest = {
    var facts = StatutoryPictureFacts(
      now: instant("2026-11-24T09:00"), deadline: day("2027-08-31"), zone: .stockholm)
    facts.hasPlanOrReason = true
    return MachineUnderTest(
      StatutoryPictureMachine.definition, worlds: [facts], lacking: [{ $0.hasPlanOrReason = false }])
  }()
}
