import EST
import StateMachine
import Testing

/// A machine with worlds to try it in, whatever its facts are.
struct MachineUnderTest: Sendable, CustomTestStringConvertible {
  typealias Cell = (state: State, event: Event, role: Role)

  let shape: MachineShape
  /// What comes of an event in each world in which its conditions are met. There are several where conditions exclude
  /// one another, and where they choose between targets.
  let decide: @Sendable (Cell) -> [Decision<Effect>]
  /// The same in worlds that lack one thing each.
  let decideLacking: @Sendable (Cell) -> [Decision<Effect>]

  init<Facts: Sendable>(
    _ definition: Definition<Facts, Effect>, worlds: [Facts], lacking: [@Sendable (inout Facts) -> Void]
  ) {
    shape = definition.shape
    func each(_ facts: [Facts]) -> @Sendable (Cell) -> [Decision<Effect>] {
      { cell in facts.map { definition.decide(in: cell.state, cell.event, by: [cell.role], facts: $0) } }
    }
    decide = each(worlds)
    decideLacking = each(
      worlds.flatMap { world in
        lacking.map { spoil in
          var spoilt = world
          spoil(&spoilt)
          return spoilt
        }
      })
  }

  var testDescription: String { shape.name }

  /// Where the program moves to from a cell: nowhere, or more than one way where the facts decide.
  func targets(_ cell: Cell) -> Set<State> {
    Set(
      decide(cell).compactMap {
        if case .accepted(let to, _, _) = $0 { to } else { nil }
      })
  }

  /// The conditions for which the program refuses a cell where one thing is lacking.
  func conditions(_ cell: Cell) -> Set<String> {
    Set(
      decideLacking(cell).compactMap {
        if case .refused(.unmet(let name)) = $0 { name } else { nil }
      })
  }

  /// Every state, before birth too.
  var states: [State] { [.unborn] + shape.states }
  /// Everyone who could say something: the roles of a group, and the owner of an action.
  static let roles = GroupRole.allCases.map { Role($0.rawValue) } + [.owner]
}
