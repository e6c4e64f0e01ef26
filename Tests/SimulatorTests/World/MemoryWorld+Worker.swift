import EST
import StateMachine

/// How a round goes for one of the workers that take part in it.
enum WorkerFate: Hashable, Sendable {
  case lives
  /// After so many transactions; what it was doing then never happened.
  case dies(after: Int)
}

extension MemoryWorld {
  /// Workers at the same work at the same time: what is missing is planned, what is due is fired, until nothing is.
  ///
  /// Whoever comes first takes the oldest timer. Another takes the oldest of another instance: an instance's timers
  /// are said in their order.
  /// - Returns: whether somebody lived to see the end of it.
  func round(_ fates: [WorkerFate], _ choices: inout Choices) -> Bool {
    var left = fates.map { if case .dies(let after) = $0 { after } else { Int.max } }
    var isPlanned = false
    while let worker = choices.one(of: left.indices.filter { left[$0] > 0 }) {
      left[worker] -= 1
      // Whoever dies has begun something, and it is gone.
      if left[worker] == 0 { continue }
      if !isPlanned {
        planAhead()
        isPlanned = true
      } else if let timer = due(rank: choices.below(left.count { $0 > 0 })) {
        fire(timer)
      } else {
        return true
      }
    }
    return false
  }

  /// A timer that is due: the oldest, or the oldest of the instance that comes so many places later.
  private func due(rank: Int) -> Timer? {
    let due = timers.filter { $0.due <= now }.sorted()
    guard rank > 0 else { return due.first }
    var first: [Timer] = []
    for timer in due where !first.contains(where: { $0.instance == timer.instance }) { first.append(timer) }
    return first.isEmpty ? nil : first[min(rank, first.count - 1)]
  }

  /// Says what a timer says. A refusal is put on record, the coordinators are told, and the timer is gone.
  func fire(_ timer: Timer) {
    let instance = instances[timer.instance.index]
    do throws(NotTaken) {
      switch instance.machine {
      case .cycle: try sayToCycle(timer.event, instance.subject, by: Cast.worker, key: nil)
      case .problem: try sayToProblem(timer.event, instance.subject, by: Cast.worker, key: nil)
      case .action: try sayToAction(timer.event, instance.subject, by: Cast.worker, key: nil)
      }
      take(timer, .fired)
    } catch {
      take(timer, .refused)
      refusals.append(Refused(timer: timer, at: now, reason: error.why))
      if error.why == CycleMachine.beforeDeadline.name { return }
      tell(.timerRefused, .coordinators, of: timer.instance)
    }
  }
}
