import EST
import Foundation
import Language
import Testing

@testable import Commands

/// The machines, as programs read them.
@Suite struct MachineTests {
  @Test func theListNamesEveryMachine() async throws {
    let machines = try #require(
      try await Shell().done("machine", "list", "--json").json["machines"] as? [[String: Any]])
    #expect(machines.compactMap { $0["name"] as? String } == Machines.all.map(\.name))
  }

  @Test(arguments: Machines.all.map(\.name)) func aMachineIsShownWholeInJSON(_ name: String) async throws {
    let shape = try #require(Machines.all.first { $0.name == name })
    let json = try await Shell().done("machine", "show", name, "--json").json
    #expect(json["name"] as? String == name)
    #expect(json["version"] as? Int == shape.version)
    let states = try #require(json["states"] as? [[String: Any]])
    #expect(states.compactMap { $0["name"] as? String } == shape.states.map(\.description))
    for (state, given) in zip(shape.states, states) {
      #expect(given["terminal"] as? Bool == shape.isTerminal(state))
    }
    let transitions = try #require(json["transitions"] as? [[String: Any]])
    #expect(transitions.count == shape.moves.count)
    for (move, given) in zip(shape.moves, transitions) {
      #expect(given["from"] as? String == (move.from == .unborn ? nil : move.from.description))
      #expect(move.from != .unborn || given["from"] is NSNull)
      #expect(given["event"] as? String == move.event.description)
      #expect(given["to"] as? String == move.to.description)
      #expect(given["roles"] as? [String] == move.roles.map(\.description))
    }
  }

  @Test func theOptionAndTheFormatGiveTheSameDocument() async {
    let option = await Shell().done("machine", "show", "cycle", "--json")
    let format = await Shell().done("maskin", "visa", "cycle", "--format", "json")
    #expect(option.out == format.out)
  }

  @Test(arguments: [("mermaid", "stateDiagram-v2"), ("dot", "digraph \"cycle\""), ("scxml", "<?xml")])
  func aDiagramIsPrintedAsItIs(_ format: String, _ beginning: String) async {
    let outcome = await Shell().done("machine", "show", "cycle", "--format", format)
    #expect(outcome.out.hasPrefix(beginning))
  }

  @Test(arguments: Language.allCases) func everyGuardAndRoleHasWordsOfItsOwn(_ language: Language) {
    let messages = language.cli
    for name in Set(Machines.all.flatMap(\.moves).flatMap(\.guards)) {
      #expect(!messages.unmet(guard: name).contains(name), "the guard \(name)")
    }
    for role in GroupRole.allCases where language == .swedish {
      #expect(messages.role(role.rawValue) != role.rawValue, "the role \(role)")
    }
  }
}
