import StateMachine
import Testing

@Suite struct FaultTests {
  typealias Machine = Definition<Void, Never>

  /// A machine that is sound: begins, ends, and every move can be made.
  private static let sound: [[Transition<Void, Never>]] = [
    Machine.moves(from: [.unborn], "begin", to: "open", by: ["someone"]),
    Machine.moves(from: ["open"], "end", to: "closed", by: ["someone"]),
  ]

  private func faults(
    adding moves: [Transition<Void, Never>] = [], timers: Set<Event> = []
  ) -> [String] {
    Machine(name: "m", version: 1, timerEvents: timers, transitions: Self.sound + [moves]).shape.faults
  }

  @Test func aSoundMachineHasNone() {
    #expect(faults().isEmpty)
    #expect(Loan.definition.shape.faults.isEmpty)
  }

  @Test func aStateThatNothingLeadsTo() {
    #expect(
      faults(adding: Machine.moves(from: ["island"], "leave", to: "closed", by: ["someone"]))
        == ["island is never reached"])
  }

  @Test func aMachineThatIsNeverBorn() {
    let machine = Machine(name: "m", version: 1, transitions: [Self.sound[1]])
    #expect(machine.shape.faults == ["open is never reached", "closed is never reached"])
  }

  @Test func aStateThatLeadsNowhere() {
    let trap =
      Machine.moves(from: ["open"], "fall", to: "pit", by: ["someone"])
      + Machine.moves(from: ["pit"], "climb", by: ["someone"])
    #expect(faults(adding: trap) == ["pit never ends"])
  }

  @Test func aMachineThatGoesRoundForEverSaysWhereItMayRest() {
    func faults(resting: Set<State>) -> [String] {
      Machine(
        name: "m", version: 1, restingStates: resting,
        transitions: [Self.sound[0], Machine.moves(from: ["open"], "go", by: ["someone"])]
      ).shape.faults
    }
    #expect(faults(resting: []) == ["open never ends"])
    #expect(faults(resting: ["open"]).isEmpty)
    #expect(faults(resting: ["bed"]) == ["open never ends", "no move has the resting state bed"])
  }

  @Test func aMoveThatNobodyMayMake() {
    #expect(
      faults(adding: Machine.moves(from: ["open"], "wish", to: "closed", by: []))
        == ["nobody may say wish in open"])
  }

  @Test func aMoveThatAnEarlierOneAlwaysForestalls() {
    #expect(
      faults(adding: Machine.moves(from: ["open"], "end", by: ["someone"]))
        == ["end never leads from open to open"])
    #expect(
      faults(adding: Machine.moves(from: ["open"], "end", by: ["someone else"])).isEmpty,
      "another role comes past the first move")
  }

  @Test func aTimerThatNoMoveKnows() {
    #expect(
      faults(timers: ["end", "ring", "buzz"]) == ["no move has the timer buzz", "no move has the timer ring"])
  }

  @Test func aMoveBackBeforeBirth() {
    #expect(
      faults(adding: Machine.moves(from: ["open"], "undo", to: .unborn, by: ["someone"]))
        == ["undo leads back before birth"])
  }
}
