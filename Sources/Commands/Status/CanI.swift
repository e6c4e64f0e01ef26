import ArgumentParser
import EST
import Persistence
import StateMachine
import Workflow

struct CanI: EstCommand {
  static let configuration = CommandConfiguration(
    commandName: "can-i",
    abstract: "Om min roll får säga en händelse till en tillståndsmaskin. Slutstatus 0 för ja, 77 för nej.",
    discussion: """
      Exempel:
        est can-i conclude cycle
        est can-i sign problem --as 2480_kommunpolis
        est får-jag start action --group Centrum --json
      """,
    aliases: ["får-jag"])

  @Argument(help: ArgumentHelp("Händelsen, så som conclude.", valueName: "händelse"))
  var event: String

  @Argument(help: ArgumentHelp("Maskinen, så som cycle. Se est machine list.", valueName: "maskin"))
  var machine: String

  @OptionGroup(title: HelpText.common) var global: GlobalOptions

  func answer(_ context: Context) async throws -> Answer {
    let shape = try MachineCommand.shape(named: machine)
    let moves = shape.moves.filter { $0.event.description == event }
    guard !moves.isEmpty else {
      throw UseCaseError.refused(
        machine: shape.name, Event(event), .unknownEvent(possible: shape.events))
    }
    return try await context.desk { desk in
      let group = try desk.group()
      let held = try desk.people.roles(of: desk.actor.id).filter { $0.group == group.id }
        .map { Role($0.role.rawValue) }
      let mine = moves.filter { !Set($0.roles).isDisjoint(with: held) }
      var seen: Set<Role> = []
      let needed = moves.flatMap(\.roles).filter { seen.insert($0).inserted }
      let from = mine.map { $0.from == .unborn ? context.messages.birth : $0.from.description }
      let m = context.messages
      return Answer(
        [
          "event": .string(event), "machine": .string(shape.name), "group": .string(group.name),
          "allowed": .bool(!mine.isEmpty), "roles": .strings(needed.map(\.description)),
          "mine": .strings(held.map(\.description)),
          "from": .list(mine) { $0.from == .unborn ? .null : .string($0.from.description) },
        ],
        .text(
          mine.isEmpty
            ? m.mayNot(roles: needed.map(\.description)) : m.may(from: from)),
        exitStatus: mine.isEmpty ? .notAllowed : .done)
    }
  }
}
