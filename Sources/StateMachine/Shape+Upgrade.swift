/// Instances that something can still happen to, told together where they stand alike.
public struct RunningInstances: Sendable, Hashable {
  public let machine: String
  public let version: Int
  public let state: State
  public let count: Int
  /// How many of them have a timer that will say the event.
  public let timers: [Event: Int]

  public init(machine: String, version: Int, state: State, count: Int, timers: [Event: Int] = [:]) {
    self.machine = machine
    self.version = version
    self.state = state
    self.count = count
    self.timers = timers
  }
}

/// Instances that a set of definitions would leave where they cannot go on.
public struct Stranding: Sendable, Hashable {
  public enum Cause: Sendable, Hashable {
    /// There is no machine of that name any more.
    case machineGone
    /// They live by a newer version already.
    case olderThanTheirs
    /// The new version has no such state.
    case stateGone
    /// No way leads from there to where an instance may stay for good.
    case noEnd
    /// They wait for a timer whose event no state that they can come to takes from a worker.
    case timerUnknown(Event)
  }

  public let machine: String
  /// The version that they live by.
  public let version: Int
  /// The version that they would be moved to; `nil` where there is none.
  public let newVersion: Int?
  public let state: State
  public let cause: Cause
  public let count: Int
}

extension MachineShape {
  /// The event by which an instance is moved to this version: it stays where it is. It is no move of any definition.
  public static let upgrade: Event = "upgrade"

  /// Why the instances could not go on under this definition, each reason with how many it concerns; empty where
  /// they can.
  /// - Parameter timekeeper: the role in which timers speak.
  public func stranded(_ running: RunningInstances, timekeeper: Role) -> [Stranding] {
    func because(_ cause: Stranding.Cause, _ count: Int) -> Stranding {
      Stranding(
        machine: name, version: running.version, newVersion: version, state: running.state, cause: cause,
        count: count)
    }
    guard running.version <= version else { return [because(.olderThanTheirs, running.count)] }
    // They live by this very version: it has been found sound.
    guard running.version < version else { return [] }
    guard states.contains(running.state) else { return [because(.stateGone, running.count)] }
    let ahead = reachable(from: running.state)
    guard ahead.contains(where: isEnd) else { return [because(.noEnd, running.count)] }
    return running.timers.sorted { $0.key < $1.key }.filter { timer in
      !moves.contains {
        $0.event == timer.key && ahead.contains($0.from) && $0.roles.contains(timekeeper)
      }
    }.map { because(.timerUnknown($0.key), $0.value) }
  }
}

extension [MachineShape] {
  /// Which of the running instances these definitions would strand, by machine, version and state.
  public func stranded(_ running: [RunningInstances], timekeeper: Role) -> [Stranding] {
    running.sorted { ($0.machine, $0.version, $0.state) < ($1.machine, $1.version, $1.state) }.flatMap {
      group -> [Stranding] in
      if let shape = first(where: { $0.name == group.machine }) {
        return shape.stranded(group, timekeeper: timekeeper)
      }
      return [
        Stranding(
          machine: group.machine, version: group.version, newVersion: nil, state: group.state,
          cause: .machineGone, count: group.count)
      ]
    }
  }
}
