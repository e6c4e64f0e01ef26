import Testing

@testable import EST

@Suite struct PlannerTests {
  /// Wednesday in week 47: 46 has been reported, 47 is open.
  private static let wednesday = swedish("2026-11-18T10:00")

  private static func begun() -> Ledger {
    var ledger = Ledger()
    ledger.round(at: wednesday)
    return ledger
  }

  @Test func aNewGroupBeginsNowAndIsPlannedEightPeriodsAhead() {
    var ledger = Ledger()
    let plan = ledger.round(at: Self.wednesday)
    #expect(plan.births.map(\.timetable.period.label).first == "2026-W47")
    #expect(plan.births.map(\.timetable.period.label).last == "2027-W02", "with the 53rd week")
    #expect(plan.births.count == 9 && plan.withdrawals.isEmpty && plan.rearmed.isEmpty)
    #expect(plan.births.allSatisfy { !$0.isMissed })
    let again = ledger.round(at: Self.wednesday)
    #expect(again.isEmpty)
  }

  @Test func aGroupMayBeginWithTheWeekBefore() {
    var ledger = Ledger()
    let plan = ledger.round(at: swedish("2026-11-23T11:00"))
    #expect(plan.births.first?.timetable.period.label == "2026-W47", "due at noon")
  }

  @Test func settingsHoldForWhatHasNotBegun() throws {
    var ledger = Self.begun()
    let before = ledger.period("2026-W47")
    ledger.settings.meeting = .init("thursday 10:00")!
    let plan = ledger.round(at: swedish("2026-11-19T08:00"))
    #expect(ledger.period("2026-W47") == before, "open ones keep theirs")
    #expect(plan.withdrawals.count == 8 && plan.withdrawals.allSatisfy { $0.rule == .setting })
    #expect(plan.births.count == 8 && ledger.faults.isEmpty)
    let next = try #require(plan.births.first)
    #expect(next.times.meeting == swedish("2026-12-03T10:00"))
    let tuesday = LocalDateTime("2026-12-01T09:00")!
    #expect(next.moves == [MeetingMove(.setting, from: tuesday, to: LocalDateTime("2026-12-03T10:00")!)])
    // The open one may be held until the next meeting, which is two days later now.
    #expect(plan.rearmed == [try #require(before).id: next.times.meeting])
    let again = ledger.round(at: swedish("2026-11-19T08:01"))
    #expect(again.isEmpty)
  }

  @Test func whatASettingDoesNotTouchStands() {
    var ledger = Self.begun()
    ledger.settings.daysOff = [LocalDate("2026-12-22")!]
    let plan = ledger.round(at: swedish("2026-11-19T08:00"))
    #expect(plan.births.map(\.timetable.period.label) == ["2026-W51"])
    #expect(plan.births.first?.times.meeting == swedish("2026-12-23T09:00"))
    #expect(plan.births.first?.moves.map(\.rule) == [.setting, .dayOff])
    #expect(plan.withdrawals.count == 1 && plan.confirmed.count == 7)
    let again = ledger.round(at: swedish("2026-11-19T08:01"))
    #expect(again.isEmpty)
  }

  @Test(
    arguments: [
      // From weeks to months: what is left of November after week 47 is nine days; and with week 48 open, one day.
      (.monthly, "2026-11-19T08:00", "2026-W47", "2026-11-23", "2026-12", .long),
      (.monthly, "2026-12-09T08:00", "2026-W50", "2026-12-14", "2026-12", .short),
      (.fortnightly, "2026-11-19T08:00", "2026-W47", "2026-11-23", "2026-W48", .short),
    ] as [(Period.Kind, String, String, String, String, Period.Length)])
  func aNewKindBeginsWhereTheLastKeptPeriodEnds(
    kind: Period.Kind, now: String, kept: String, first: String, label: String, length: Period.Length
  ) throws {
    var ledger = Ledger()
    ledger.round(at: swedish("2026-11-16T08:00"))
    ledger.round(at: swedish(now))
    ledger.settings.period = kind
    ledger.round(at: swedish(now))
    #expect(ledger.faults.isEmpty)
    let open = try #require(ledger.standing.last { !$0.isPlanned })
    #expect(open.period.label == kept)
    let next = try #require(ledger.standing.first { $0.isPlanned })
    #expect(next.period.firstDay == LocalDate(first) && next.period.label == label)
    #expect(next.period.length == length)
  }

  @Test func fromMonthsBackToWeeks() throws {
    var ledger = Ledger()
    ledger.settings.period = .monthly
    ledger.round(at: swedish("2026-11-18T10:00"))
    ledger.settings.period = .weekly
    ledger.round(at: swedish("2026-11-18T10:01"))
    let (month, week) = (ledger.standing[0], ledger.standing[1])
    #expect(month.period.label == "2026-11" && !month.isPlanned)
    #expect(week.period.label == "2026-W49" && week.period.firstDay == LocalDate("2026-12-01"))
    #expect(week.period.length == .short && ledger.standing[2].period.label == "2026-W50")
    #expect(ledger.faults.isEmpty)
  }

  @Test func whatIsPlannedBeforeASkippedPeriodKeepsItsDays() {
    var ledger = Self.begun()
    let index = ledger.standing.firstIndex { $0.period.label == "2026-W50" }!
    ledger.standing[index].isPlanned = false
    ledger.settings.period = .monthly
    ledger.round(at: swedish("2026-11-19T08:00"))
    #expect(ledger.faults.isEmpty)
    #expect(
      ledger.standing.prefix(5).map(\.period.label)
        == ["2026-W47", "2026-W48", "2026-W49", "2026-W50", "2026-12"])
    let again = ledger.round(at: swedish("2026-11-19T08:01"))
    #expect(again.isEmpty)
  }

  /// Sweden gives up summer time, and a server learns of it.
  @Test func anotherZoneDataMovesWhatIsPlannedAndKeepsTheTimeOnTheWall() throws {
    var ledger = Ledger()
    ledger.round(at: swedish("2027-02-10T10:00"))
    let index = try #require(ledger.standing.firstIndex { $0.period.label == "2027-W13" })
    let wall = LocalDateTime("2027-04-07T13:00")!
    ledger.standing[index].movedTo = wall
    ledger.standing[index].times = ledger.standing[index].times.meetingMoved(to: swedish("2027-04-07T13:00"))
    let still = ledger.round(at: swedish("2027-02-10T10:01"))
    #expect(still.isEmpty, "what somebody moved stays")

    ledger.zone = .winterForEver
    let plan = ledger.round(at: swedish("2027-02-10T10:02"))
    #expect(plan.withdrawals.allSatisfy { $0.rule == .zone })
    #expect(
      plan.births.map(\.timetable.period.label) == ["2027-W12", "2027-W13", "2027-W14"],
      "those whose times lie after 28 March")
    #expect(
      plan.births.allSatisfy { $0.moves.map(\.rule) == [.zone] || $0.moves.map(\.rule) == [.zone, .holiday] })
    for birth in plan.births {
      #expect(ledger.zone.local(birth.times.meeting) == birth.movedTo ?? birth.timetable.wall)
    }
    #expect(plan.births[1].movedTo == wall)
    let again = ledger.round(at: swedish("2027-02-10T10:03"))
    #expect(again.isEmpty && ledger.faults.isEmpty)
  }

  @Test func anotherZoneOfTheGroupIsTheZonesDoing() throws {
    var ledger = Self.begun()
    ledger.settings.zone = "Europe/Helsinki"
    ledger.zone = try #require(ZoneRules("Europe/Helsinki"))
    let plan = ledger.round(at: swedish("2026-11-19T08:00"))
    #expect(plan.withdrawals.count == 8 && plan.withdrawals.allSatisfy { $0.rule == .zone })
    #expect(ledger.zone.local(plan.births[0].times.meeting) == LocalDateTime("2026-12-01T09:00"))
  }

  @Test func whatNobodyWasThereForIsMissedAndTheRestIsPlanned() throws {
    var ledger = Self.begun()
    let plan = ledger.round(at: swedish("2027-02-10T10:00"))
    #expect(plan.births.map(\.timetable.period.label).first == "2027-W03")
    #expect(plan.births.filter(\.isMissed).map(\.timetable.period.label) == ["2027-W03", "2027-W04"])
    #expect(plan.births.count == 12 && plan.withdrawals.isEmpty && ledger.faults.isEmpty)
  }

  /// A worker that is late to open what was planned opens it, whatever the settings have become.
  @Test func whatTheClockHasBegunIsNotPlannedAnew() {
    var ledger = Self.begun()
    ledger.settings.meeting = .init("friday 13:00")!
    let plan = ledger.round(at: swedish("2026-12-08T10:00"))
    #expect(plan.births.first?.timetable.period.label == "2026-W51")
    #expect(ledger.period("2026-W48")?.times.meeting == swedish("2026-12-01T09:00"))
  }

  /// Whatever is changed whenever: no day is left out, none is in two periods, what has begun stands, and a plan that is
  /// carried out leaves nothing to do.
  @Test(arguments: 0..<200 as Range<UInt64>)
  func changesLeaveNoGapAndNoOverlap(seed: UInt64) {
    var random = SplitMix64(seed: seed)
    var ledger = Ledger()
    var now = Instant(seconds: Int64.random(in: 1_780_000_000..<1_800_000_000, using: &random))
    ledger.round(at: now)
    for _ in 0..<40 {
      now = now.advanced(minutes: Int.random(in: 1..<60 * 24 * 45, using: &random))
      switch Int.random(in: 0..<8, using: &random) {
      case 0: ledger.settings.period = Period.Kind.allCases.randomElement(using: &random)!
      case 1:
        ledger.settings.anchor = ledger.settings.anchor.advanced(by: Int.random(in: 0..<3, using: &random))
      case 2:
        ledger.settings.meeting = .init(
          Weekday.allCases.randomElement(using: &random)!,
          LocalTime(hour: Int.random(in: 0..<24, using: &random), minute: 30)!)
      case 3: ledger.settings.monthlyOrdinal = Int.random(in: 1...4, using: &random)
      case 4: ledger.settings.pictureLead = Int.random(in: 0..<3000, using: &random)
      case 5: ledger.zone = [.stockholm, .winterForEver].randomElement(using: &random)!
      case 6:
        // Somebody skips a coming period.
        if let index = ledger.standing.indices.randomElement(using: &random) {
          ledger.standing[index].isPlanned = false
        }
      default:
        ledger.settings.daysOff.insert(ledger.zone.local(now).date + Int.random(in: 0..<60, using: &random))
      }
      let begun = ledger.standing.filter { !$0.isPlanned || $0.times.opens <= now }.map(\.id)
      ledger.round(at: now)
      #expect(ledger.faults.isEmpty, "seed \(seed)")
      #expect(Set(ledger.standing.map(\.id)).isSuperset(of: begun), "seed \(seed)")
      let again = ledger.round(at: now)
      #expect(again.isEmpty, "seed \(seed): \(again)")
    }
  }
}

extension ZoneRules {
  /// Sweden, had it given up summer time from 2027 on.
  static let winterForEver: ZoneRules = {
    let last = swedish("2027-01-01T00:00").seconds
    let kept = stockholm.starts.prefix { $0 < last }.count
    return ZoneRules(
      identifier: "Europe/Stockholm", starts: Array(stockholm.starts.prefix(kept)),
      offsets: Array(stockholm.offsets.prefix(kept)))
  }()
}
