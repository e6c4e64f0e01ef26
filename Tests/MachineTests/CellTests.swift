import EST
import Foundation
import Persistence
import Postgres
import StateMachine
import TestSupport
import Testing

/// Every cell of machine × state × event × role, in the program and as a statement by hand in PostgreSQL.
@Suite(.timeLimit(.minutes(10))) struct CellTests {
  private struct Tried: Hashable {
    let state: State
    let event: Event
    let role: Role
    let to: State
  }

  @Test(arguments: MachineUnderTest.all) func programAndDatabaseAgreeOnEveryCell(machine: MachineUnderTest)
    async throws
  {
    let whole = try await outcomes(of: machine, in: ["whole", "followed"])
    let bare = try await outcomes(of: machine, in: ["bare"])
    var cells = 0
    var accepted = 0
    var held: Set<String> = []
    for state in machine.states {
      for event in machine.shape.events + [MachineShape.upgrade] {
        for role in MachineUnderTest.roles {
          cells += 1
          let cell = (state, event, role)
          let targets = machine.targets(cell)
          let taken = Set(
            machine.shape.states.filter {
              whole[Tried(state: state, event: event, role: role, to: $0)]?.contains("accepted") == true
            })
          #expect(taken == targets, "\(role) says \(event) in \(state)")
          accepted += targets.isEmpty ? 0 : 1
          for to in machine.shape.states {
            let tried = Tried(state: state, event: event, role: role, to: to)
            if targets.contains(to) {
              // What the database itself asks for is a condition of the program's too.
              let rules = bare[tried, default: []].subtracting(["accepted"])
              if !rules.isEmpty { #expect(!machine.conditions(cell).isEmpty, "\(tried): \(rules)") }
              held.formUnion(rules.map { "\(event) to \(to): \($0)" })
            } else {
              expectNamed(whole[tried, default: []].union(bare[tried, default: []]), machine, tried)
            }
          }
        }
      }
    }
    #expect(held == Self.heldByTheDatabase[machine.shape.name])
    print(
      "\(machine.shape.name): \(cells) cells, \(accepted) of them moves, in \(cells * machine.shape.states.count * 3) "
        + "statements; \(held.count) conditions that the database holds as well")
  }

  /// A refused statement is refused by the rule that says why.
  private func expectNamed(_ rules: Set<String>, _ machine: MachineUnderTest, _ tried: Tried) {
    let listed = machine.shape.moves.contains {
      $0.from == tried.state && $0.event == tried.event && $0.to == tried.to
    }
    // Nobody owns but the owner of an action, whatever is said.
    let unowned: Set<String> =
      tried.role == .owner && machine.shape.name != "action" ? ["actor_holds_role"] : []
    let expected: Set<String> =
      if !unowned.isEmpty {
        unowned
      } else if tried.event == MachineShape.upgrade && tried.to == tried.state {
        tried.role == .worker ? ["upgrade_raises_version"] : ["role_may_say_event"]
      } else if listed {
        ["role_may_say_event"]
      } else {
        ["transition_is_listed", "role_may_say_event"]
      }
    #expect(!rules.isEmpty && rules.isSubset(of: expected), "\(tried): \(rules)")
  }

  /// The rules that PostgreSQL keeps of itself, by the move that they guard.
  private static let heldByTheDatabase: [String: Set<String>] = [
    "cycle": [
      "conclude to concluded: concluded_has_adopted_picture",
      "adoptWithoutMeeting to concluded: concluded_has_adopted_picture",
    ],
    "problem": [
      "sign to analysed: both_signed_same_version", "beginAction to acting: decided_action_names_cause",
      "actAgain to acting: decided_action_names_cause",
    ],
    "action": [
      "propose to proposed: plan_action_names_cause"
    ],
    "agreement": [
      "sign to signed: agreement_signed_by_both", "endDate to prolonged: prolonged_without_successor",
      "replace to replaced: replaced_by_successor",
    ],
    "promiseSet": [
      "adopt to adopted: promise_has_promisor", "prolong to prolonged: prolonged_by_new_set",
      "followUp to followedUp: every_promise_is_judged",
    ],
    "safetyWalk": [
      "walk to walked: walk_has_points", "report to reported: every_point_is_answered",
      "followUp to followedUp: every_point_is_followed_up",
    ],
    "statutoryPicture": ["adopt to adopted: plan_or_reason_given"],
  ]

  /// What came of each statement, of every instance of the variants.
  private func outcomes(of machine: MachineUnderTest, in variants: [String]) async throws
    -> [Tried: Set<String>]
  {
    let shape = machine.shape
    let events = (shape.events + [MachineShape.upgrade]).map(\.description)
    return try await PlantedInstances.run { database in
      try await database.rollingBack(deadline: .seconds(500)) { session in
        var outcomes: [Tried: Set<String>] = [:]
        let rows = try session.rows(
          """
          select d.state, e, p.function as role, t, public.attempt(d, e, t, p.id, p.function, d.state,
            case d.state when '-' then 1 else 2 end) as outcome
          from public.planted d, unnest(\(events)::text[]) e, est.participant p,
            unnest(\(shape.states.map(\.description))::text[]) t
          where d.machine = \(shape.name) and d.variant = any(\(variants)::text[])
          """
        ) {
          (
            Tried(
              state: try $0.get("state"), event: try $0.get("e"), role: try $0.get("role"),
              to: try $0.get("t")), try $0.get("outcome", as: String.self)
          )
        }
        for (tried, outcome) in rows { outcomes[tried, default: []].insert(outcome) }
        return outcomes
      }
    }
  }

  /// Every move that is allowed, said by someone else, too late, too early, and from where the instance is not.
  @Test(arguments: MachineUnderTest.all) func noMoveIsForged(machine: MachineUnderTest) async throws {
    let found = try await PlantedInstances.run { database in
      try await database.rollingBack(deadline: .seconds(500)) { session in
        try session.rows(
          """
          select k.kind, attempt(d, m.event, m.to_state, p.id, m.role, coalesce(k.from_state, d.state), k.revision)
            as outcome, count(*) as count
          from est.machine_move_role m
          join public.planted d on (d.machine, d.version, d.state) = (m.machine, m.version, m.from_state)
            and d.variant = 'whole' and d.state <> '-'
          cross join lateral (values ('impostor', null, 2), ('stale', null, 1), ('early', null, 3),
            ('elsewhere', (select max(o.from_state) from est.machine_move o
               where o.machine = m.machine and o.from_state not in ('-', d.state)), 2))
            as k(kind, from_state, revision)
          join est.participant p on k.kind = 'impostor' and p.function not in (m.role)
            or k.kind <> 'impostor' and p.function = m.role
          where m.machine = \(machine.shape.name) and m.event <> 'upgrade'
          group by 1, 2
          """
        ) {
          (
            try $0.get("kind", as: String.self), try $0.get("outcome", as: String.self),
            Int(try $0.get("count", as: Int64.self))
          )
        }
      }
    }
    let rules: [String: Set<String>] = [
      "impostor": ["actor_holds_role"], "stale": ["birth_is_first", "transition_log_pkey"],
      "early": ["transition_begins_where_last_ended"],
      "elsewhere": ["transition_begins_where_last_ended", "transition_is_listed", "role_may_say_event"],
    ]
    for (kind, outcome, _) in found { #expect(rules[kind]?.contains(outcome) == true, "\(kind): \(outcome)") }
    #expect(Set(found.map(\.0)) == Set(rules.keys))
    print("\(machine.shape.name): \(found.map(\.2).reduce(0, +)) forged moves, each refused")
  }

  /// The conditions of the program are all tried: each refuses by its name where it alone is lacking.
  @Test(arguments: MachineUnderTest.all) func everyConditionIsLackedOnce(machine: MachineUnderTest) {
    for move in machine.shape.moves {
      let named = move.roles.map { machine.conditions((move.from, move.event, $0)) }
      for guardName in move.guards {
        // Where another target is open without it, it chooses and refuses nothing.
        let chooses = machine.shape.moves.contains {
          $0.from == move.from && $0.event == move.event && $0.to != move.to && !$0.guards.contains(guardName)
        }
        #expect(
          chooses || named.allSatisfy { $0.contains(guardName) },
          "\(move.event) in \(move.from): \(guardName)")
      }
    }
  }

  @Test func everyMachineIsTried() {
    #expect(MachineUnderTest.all.map(\.shape) == Machines.all)
    let cells = MachineUnderTest.all.map {
      $0.states.count * ($0.shape.events.count + 1) * MachineUnderTest.roles.count
    }.reduce(0, +)
    print("\(cells) cells in \(Machines.all.count) machines")
  }
}
