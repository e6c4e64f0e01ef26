import EST
import StateMachine
import Testing

/// Facts of which the time is one.
protocol TimedFacts: Sendable {
  var now: Instant { get set }
}
extension CycleFacts: TimedFacts {}
extension ProblemFacts: TimedFacts {}
extension ActionFacts: TimedFacts {}
extension AgreementFacts: TimedFacts {}
extension PromiseSetFacts: TimedFacts {}
extension SafetyWalkFacts: TimedFacts {}
extension StatutoryPictureFacts: TimedFacts {}

/// A machine with worlds to try it in, whatever its facts are.
struct MachineUnderTest: Sendable, CustomTestStringConvertible {
  typealias Cell = (state: State, event: Event, role: Role)

  /// What has been said so far that the facts remember, such as a meeting that was moved.
  struct Said: Hashable {
    let event: Event
    let at: Instant
  }
  /// When something is said, and what was said before; the world's own time where there is none.
  struct Moment: Hashable {
    var now: Instant
    var said: [Said] = []
  }

  let shape: MachineShape
  /// When its first world begins.
  let start: Instant
  /// The events that the facts remember.
  let remembered: Set<Event>
  private let decisions: @Sendable (Cell, Moment?, _ isLacking: Bool) -> [Decision<Effect>]

  /// - Parameters:
  ///   - worlds: in which conditions are met: several where they exclude one another or choose between targets.
  ///   - lacking: takes one thing away each.
  ///   - remember: makes the facts what they are after what was said.
  init<Facts: TimedFacts>(
    _ definition: Definition<Facts, Effect>, worlds: [Facts], lacking: [@Sendable (inout Facts) -> Void],
    remembering: Set<Event> = [], _ remember: @escaping @Sendable (inout Facts, Moment) -> Void = { _, _ in }
  ) {
    shape = definition.shape
    start = worlds[0].now
    remembered = remembering
    decisions = { cell, moment, isLacking in
      worlds.flatMap { world in
        var facts = world
        if let moment {
          facts.now = moment.now
          remember(&facts, moment)
        }
        let tried =
          isLacking
          ? lacking.map { spoil in
            var spoilt = facts
            spoil(&spoilt)
            return spoilt
          } : [facts]
        return tried.map { definition.decide(in: cell.state, cell.event, by: [cell.role], facts: $0) }
      }
    }
  }

  /// What comes of an event in each world in which its conditions are met.
  func decide(_ cell: Cell, at moment: Moment? = nil) -> [Decision<Effect>] { decisions(cell, moment, false) }
  /// The same in worlds that lack one thing each.
  func decideLacking(_ cell: Cell, at moment: Moment? = nil) -> [Decision<Effect>] {
    decisions(cell, moment, true)
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
