import EST

/// What a run did, in lines: the same for the same seed, byte for byte.
struct Trace {
  private var rows = 0
  private var facts = 0
  private var notices = 0

  /// The lines of one step and of what came of it.
  mutating func lines(of step: Step, in world: MemoryWorld) -> [String] {
    var lines = ["\(world.now.rfc3339(in: world.zone)) \(Self.text(step, world))"]
    for row in world.log[rows...] { lines.append("  log \(row.text(in: world))") }
    for fact in world.timerFacts[facts...] {
      lines.append("  timer \(fact.fate) \(fact.timer.text(in: world))")
    }
    for notice in world.notices[notices...] { lines.append("  told \(notice.text(in: world))") }
    (rows, facts, notices) = (world.log.count, world.timerFacts.count, world.notices.count)
    return lines
  }

  private static func text(_ step: Step, _ world: MemoryWorld) -> String {
    switch step {
    case .time: "time"
    case .say(let command, let passage, let reply):
      "\(world.cast.people[command.person].login) says \(text(command.operation)) \(passage)"
        + (reply.map { ": \($0)" } ?? "")
    case .round(let crew, let isDone): "round \(crew)\(isDone ? "" : ", unfinished")"
    case .deliver:
      "deliver: \(world.outbox.count) in the outbox, \(world.waiting.count) wait"
    case .week: "week"
    }
  }
}

extension Trace {
  private static func text(_ operation: Operation) -> String {
    // A set is printed in no order of its own.
    guard case .settings(let changed) = operation else { return "\(operation)" }
    return "settings \(changed.period) \(changed.deadline) \(changed.meeting) \(changed.pictureLead)"
      + " \(changed.reminders) \(changed.daysOff.sorted())"
  }
}

extension MemoryWorld {
  /// What people and both worlds call an instance.
  func name(_ id: InstanceID) -> String {
    let instance = instances[id.index]
    switch instance.machine {
    case .cycle:
      let cycle = cycles[instance.subject]
      return "cycle \(cycle.period.label)#\(cycle.birth)"
    // By birth: a number for people may be passed over.
    case .problem, .action: return "\(instance.machine.rawValue) \(instance.subject + 1)"
    }
  }

  func text(_ instant: Instant) -> String { "\(instant.microseconds)" }
}

extension LogRow {
  func text(in world: MemoryWorld) -> String {
    "\(world.name(instance)) \(revision) \(from) \(event) \(to) \(world.cast.people[person].login) \(role)"
      + " \(world.text(at)) \(reason ?? "-")"
  }
}

extension Timer {
  func text(in world: MemoryWorld) -> String { "\(world.name(instance)) \(event) \(world.text(due))" }
}

extension Notice {
  func text(in world: MemoryWorld) -> String {
    "\(world.name(instance)) \(revision) \(kind.rawValue) \(world.cast.people[person].login)"
  }
}

extension Refused {
  func text(in world: MemoryWorld) -> String { "\(timer.text(in: world)) \(world.text(at)) \(reason)" }
}
