import ArgumentParser
import EST
import StateMachine

struct MachineCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "machine", abstract: "Tillståndsmaskinerna, som reglerna står i.",
    subcommands: [List.self, Show.self, Check.self], aliases: ["maskin"])

  /// - Throws: `Failure`, `.notFound`, with the machines there are.
  static func shape(named name: String) throws -> MachineShape {
    guard let shape = Machines.all.first(where: { $0.name == name }) else {
      let names = Machines.all.map(\.name)
      throw Failure(
        .notFound,
        Console.current.language.cli.notFound("machine", name: name, way: "est machine list"),
        details: ["kind": "machine", "name": .string(name), "allowed": .strings(names)])
    }
    return shape
  }
}

extension MachineShape {
  /// `{"name", "version", "states": [{"name", "terminal"}], "transitions": [{"from", "event", "to", "roles"}]}`.
  var json: JSON {
    [
      "name": .string(name), "version": .int(version),
      "states": .list(states) { ["name": .string($0.description), "terminal": .bool(isTerminal($0))] },
      "transitions": .list(moves) { move in
        [
          "from": move.from == .unborn ? .null : .string(move.from.description),
          "event": .string(move.event.description), "to": .string(move.to.description),
          "roles": .strings(move.roles.map(\.description)), "guards": .strings(move.guards),
        ]
      },
    ]
  }
}
