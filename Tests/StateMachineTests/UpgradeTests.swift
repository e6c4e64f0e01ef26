import StateMachine
import Testing

/// What a new version of a definition would strand.
@Suite struct UpgradeTests {
  typealias Machine = Definition<Void, Never>

  private static func book(
    version: Int = 2, resting: Set<State> = [], _ moves: [Transition<Void, Never>]...
  ) -> MachineShape {
    Machine(name: "loan", version: version, restingStates: resting, transitions: moves).shape
  }
  private static let born = Machine.moves(from: [.unborn], "lend", to: "lent", by: ["a"])
  private static let returned = Machine.moves(from: ["lent", "lost"], "return", to: "returned", by: ["a"])
  private static let lost = Machine.moves(from: ["lent"], "lose", to: "lost", by: ["a"])
  private static let reminded = Machine.moves(from: ["lost"], "remind", by: ["clock"])

  private func causes(
    of shape: MachineShape, in state: State, version: Int = 1, timers: [Event: Int] = [:]
  ) -> [Stranding.Cause: Int] {
    let found = [shape].stranded(
      [RunningInstances(machine: "loan", version: version, state: state, count: 5, timers: timers)],
      timekeeper: "clock")
    return Dictionary(uniqueKeysWithValues: found.map { ($0.cause, $0.count) })
  }

  private let whole = book(born, returned, lost, reminded)

  @Test func whatCanGoOnIsNotStranded() {
    #expect(causes(of: whole, in: "lent", timers: ["remind": 2]).isEmpty, "it comes to where it is taken")
    #expect(causes(of: whole, in: "lost").isEmpty)
  }

  @Test func aStateThatIsGone() { #expect(causes(of: whole, in: "reserved") == [.stateGone: 5]) }

  @Test func aStateFromWhichNothingEnds() {
    let trap = Self.book(
      Self.born, Machine.moves(from: ["lent"], "return", to: "returned", by: ["a"]), Self.lost,
      Self.reminded)
    #expect(causes(of: trap, in: "lost") == [.noEnd: 5])
    #expect(causes(of: trap, in: "lent").isEmpty)
    let restful = Self.book(
      resting: ["lost"], Self.born, Self.returned, Self.lost, Self.reminded)
    #expect(causes(of: restful, in: "lost").isEmpty)
  }

  @Test func aTimerThatNobodyTakes() {
    #expect(causes(of: whole, in: "lent", timers: ["ring": 3, "remind": 1]) == [.timerUnknown("ring"): 3])
    #expect(
      causes(of: whole, in: "returned", timers: ["remind": 1]) == [.timerUnknown("remind"): 1],
      "where it ends now, the timer would outlive it")
    let spoken = Self.book(
      Self.born, Self.returned, Self.lost, Machine.moves(from: ["lost"], "remind", by: ["a"]))
    #expect(
      causes(of: spoken, in: "lost", timers: ["remind": 4]) == [.timerUnknown("remind"): 4],
      "a timer speaks in its own role")
  }

  @Test func aMachineThatIsGone() {
    let found = [whole].stranded(
      [RunningInstances(machine: "fine", version: 1, state: "due", count: 2)], timekeeper: "clock")
    #expect(found.map(\.cause) == [.machineGone] && found.map(\.newVersion) == [nil])
  }

  @Test func aVersionIsNeverTakenBack() {
    #expect(causes(of: whole, in: "lent", version: 3) == [.olderThanTheirs: 5])
    #expect(causes(of: whole, in: "anything", version: 2).isEmpty, "what lives by it lives by it")
  }

  @Test func eachPlaceIsToldInOrder() {
    let running = [("b", 1), ("a", 2), ("a", 1)].map {
      RunningInstances(machine: "loan", version: $0.1 - 1, state: State($0.0), count: 1)
    }
    #expect([whole].stranded(running, timekeeper: "clock").map(\.version) == [0, 0, 1])
  }
}
