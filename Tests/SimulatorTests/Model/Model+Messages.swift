import EST
import StateMachine

extension Model {
  func readNotices(_ world: MemoryWorld) {
    let first = noticesRead
    while noticesRead < world.notices.count {
      let notice = world.notices[noticesRead]
      noticesRead += 1
      if cast.people[notice.person].hasAddress { mailsAsked += 1 }
      check(notice, world)
    }
    checkReminders(first..<noticesRead, world)
  }

  /// What is told is told in its time.
  private func check(_ notice: Notice, _ world: MemoryWorld) {
    let instance = world.instances[notice.instance.index]
    guard instance.machine == .cycle, let row = row(of: notice, world) else { return }
    let times = world.cycles[instance.subject].times
    switch notice.kind {
    case .periodOpen, .reportsMissing:
      require(row.at < times.deadline, .nothingStale, "\(notice.kind) at \(row.at), due \(times.deadline)")
    case .meetingOverdue where row.from == "meeting": break
    case .pictureReady, .collectionClosed, .meetingOverdue:
      guard let next = meeting(after: world.cycles[instance.subject], world) else { break }
      let missed = times.miss(nextMeeting: next)
      require(
        row.at < missed, .nothingStale,
        "\(notice.kind) at \(row.at), when it was to be missed, at \(missed)")
    default: break
    }
  }

  private func row(of notice: Notice, _ world: MemoryWorld) -> LogRow? {
    world.log.last { $0.instance == notice.instance && $0.revision == notice.revision }
  }

  /// A reminder goes to whoever reports for a unit that is missing, and to nobody else.
  private func checkReminders(_ read: Range<Int>, _ world: MemoryWorld) {
    var told: [InstanceID: [Int: Set<Int>]] = [:]
    for notice in world.notices[read] where notice.kind == .reportsMissing {
      told[notice.instance, default: [:]][notice.revision, default: []].insert(notice.person)
    }
    for (instance, revisions) in told {
      let cycle = world.instances[instance.index].subject
      let missing = missingReporters(in: cycle, world)
      for (_, people) in revisions.sorted(by: { $0.key < $1.key }) {
        require(
          people == missing, .remindersOnce,
          "\(world.cycles[cycle].period.label): told \(people.sorted()), missing \(missing.sorted())")
      }
    }
  }

  func auditMail(_ world: MemoryWorld) {
    require(
      world.outbox.count == mailsAsked, .everyMailAccountedFor,
      "\(mailsAsked) were asked for, \(world.outbox.count) are kept")
    for item in world.outbox.suffix(400) {
      require(
        item.state != .delivered || item.left > 0, .everyMailAccountedFor,
        "\(item.notice) is delivered and never left")
      require(item.attempts <= 12, .everyMailAccountedFor, "\(item.notice) was tried \(item.attempts) times")
    }
  }
}
