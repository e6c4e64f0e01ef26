import EST
import StateMachine
import Testing

@Suite struct MachinesTests {
  @Test func allMachinesAreListedOnce() {
    #expect(
      Machines.all.map(\.name) == [
        "cycle", "problem", "action", "agreement", "promiseSet", "safetyWalk", "statutoryPicture",
      ])
  }

  @Test(arguments: Machines.all.map(\.name))
  func everyMachineIsSound(name: String) throws {
    let shape = try #require(Machines.all.first { $0.name == name })
    #expect(shape.faults.isEmpty)
    #expect(shape.version >= 1)
    // What is written to the database and typed on the command line.
    for name in shape.states.map(\.description) + shape.events.map(\.description) {
      #expect(name.utf8.allSatisfy { (97...122).contains($0) || (65...90).contains($0) }, "\(name)")
    }
  }

  @Test(arguments: Machines.all.map(\.name))
  func onlyRolesOfAGroupAndTheOwnerAreNamed(name: String) throws {
    let shape = try #require(Machines.all.first { $0.name == name })
    let named = Set(shape.moves.flatMap(\.roles))
    #expect(named.isSubset(of: everyRole))
    #expect(named.isDisjoint(with: ["reporter", "reader", "auditor", "administrator"]))
  }

  @Test(arguments: Machines.all.map(\.name))
  func theWorkerMaySayWhatATimerSays(name: String) throws {
    let shape = try #require(Machines.all.first { $0.name == name })
    for event in shape.timerEvents {
      #expect(shape.moves.filter { $0.event == event }.allSatisfy { $0.roles.contains(.worker) }, "\(event)")
    }
  }
}
