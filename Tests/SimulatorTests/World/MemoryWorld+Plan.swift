import EST
import Foundation
import StateMachine

/// All that a plan depends on.
struct PlanKey: Equatable {
  let day: LocalDate
  let settings: GroupSettings
  /// How often something happened to a cycle that was planned or became so.
  let changes: Int
}

extension MemoryWorld {
  /// Carries out what the planner says.
  func planAhead() {
    let key = PlanKey(day: zone.local(now).date, settings: settings, changes: planChanges)
    guard planned != key else { return }
    let plan = Planner(settings, zone: zone, now: now).plan(standingPeriods)
    for withdrawal in plan.withdrawals {
      // The worker may always withdraw what is planned, and always plan.
      _ = try! sayToCycle(
        "withdraw", withdrawal.id.index, by: Cast.worker, key: nil, .because(withdrawal.rule.rawValue))
    }
    for birth in plan.births { carryOut(birth) }
    for id in plan.confirmed { cycles[id.index].settings = settings }
    for (id, meeting) in plan.rearmed.sorted(by: { $0.key.index < $1.key.index }) {
      rearmMiss(of: id.index, nextMeeting: meeting)
    }
    planned = plan.isEmpty ? key : nil
  }

  /// Every period that is planned, the last one before them and those after.
  private var standingPeriods: [StandingPeriod] {
    let first = standing.first { state(cycle: $0) == "planned" } ?? standing.last
    guard let first else { return [] }
    let day = cycles[first].period.firstDay
    return standing.suffix(40).filter { cycles[$0].period.endDay >= day }.map { index in
      let cycle = cycles[index]
      return StandingPeriod(
        id: CycleID(index: index), period: cycle.period, isPlanned: state(cycle: index) == "planned",
        settings: cycle.settings, times: cycle.times, movedTo: cycle.movedTo)
    }
  }

  func carryOut(_ birth: Plan.Birth) {
    let period = birth.timetable.period
    let index = cycles.count
    births[period.label, default: 0] += 1
    cycles.append(
      Cycle(
        instance: InstanceID(index: instances.count), period: period, times: birth.times,
        settings: birth.settings, movedTo: birth.movedTo, birth: births[period.label]!))
    liveCycles.append(index)
    let place = standing.lastIndex { cycles[$0].period.firstDay < period.firstDay }.map { $0 + 1 } ?? 0
    standing.insert(index, at: place)
    var facts = CycleFacts(now: now, timetable: birth.times, nextMeeting: birth.nextMeeting)
    func say(_ event: Event) {
      _ = try! self.say(
        event, to: cycles[index].instance, of: CycleMachine.definition, born: (.cycle, index), facts: facts,
        by: Cast.worker, reason: facts.reason)
    }
    say("plan")
    guard birth.isMissed else { return }
    facts.reason = MissCause.workerAway.rawValue
    say("miss")
    liveCycles.removeLast()
  }

  /// When the next period's meeting is, or would be.
  func nextMeeting(after cycle: Cycle) -> Instant {
    let next = standing.reversed().prefix { cycles[$0].period.firstDay >= cycle.period.endDay }.last
    return next.map { cycles[$0].times.meeting }
      ?? Timetable(cycle.period.next, cycle.settings, zone: zone).meeting
  }

  /// A period may be held until the next one's meeting, whenever that is now.
  func rearmMiss(of index: Int, nextMeeting: Instant) {
    let cycle = cycles[index]
    guard CycleMachine.definition.events(in: state(cycle: index), by: [.worker]).contains("miss") else {
      return
    }
    disarm(cycle.instance) { $0 == "miss" }
    arm(Timer(due: cycle.times.miss(nextMeeting: nextMeeting), instance: cycle.instance, event: "miss"))
  }
}

/// In memory a cycle's name is the number of its birth.
extension CycleID {
  init(index: Int) {
    let number = UInt64(index)
    func byte(_ place: UInt64) -> UInt8 { UInt8(truncatingIfNeeded: number >> (8 * place)) }
    self.init(
      UUID(uuid: (0, 0, 0, 0, 0, 0, 0x70, 0, 0x80, 0, 0, 0, byte(3), byte(2), byte(1), byte(0))))
  }

  var index: Int {
    Int(uuid.uuid.12) << 24 | Int(uuid.uuid.13) << 16 | Int(uuid.uuid.14) << 8 | Int(uuid.uuid.15)
  }
}
