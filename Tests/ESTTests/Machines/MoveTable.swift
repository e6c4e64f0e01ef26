import EST
import StateMachine

/// What a machine is meant to allow, written down as its design has it and not as its code does: a line for each
/// row, `from, from | event | to | role, role`, where `same` is a move that stays.
struct MoveTable: Sendable {
  struct Row: Sendable {
    let from: State
    let event: Event
    /// More than one where the facts decide; the first is where everything it could ask for is at hand.
    let targets: [State]
    let roles: [Role]
  }

  let rows: [Row]

  init(_ text: String) {
    rows = text.split(separator: "\n").flatMap { line -> [Row] in
      let cells = line.split(separator: "|").map { cell -> [String] in
        cell.split { $0 == "," || $0 == " " }.map { String($0) }
      }
      precondition(cells.count == 4 && cells[1].count == 1, "not a row: \(line)")
      return cells[0].map { from in
        Row(
          from: State(from), event: Event(cells[1][0]),
          targets: cells[2].map { State($0 == "same" ? from : $0) }, roles: cells[3].map { Role($0) })
      }
    }
  }

  var states: Set<State> { Set(rows.flatMap { [$0.from] + $0.targets }) }
  var events: Set<Event> { Set(rows.map(\.event)) }

  func row(_ state: State, _ event: Event) -> Row? { rows.first { $0.from == state && $0.event == event } }

  func events(in state: State, by role: Role) -> Set<Event> {
    Set(rows.filter { $0.from == state && $0.roles.contains(role) }.map(\.event))
  }
}

/// Everyone who could say something: the roles of a group and the owner of an action.
let everyRole = GroupRole.allCases.map { Role($0.rawValue) } + [.owner]
