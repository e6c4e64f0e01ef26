import EST
import Foundation
import Persistence
import Postgres
import StateMachine
import TestSupport
import Testing

/// Every cell of machine × state × event × role, in the program and as a statement by hand in PostgreSQL.
@Suite(.timeLimit(.minutes(30))) struct CellTests {
  private struct Tried: Hashable {
    let state: State
    let event: Event
    let role: Role
    let to: State
  }

  @Test(arguments: MachineUnderTest.all) func programAndDatabaseAgreeOnEveryCell(machine: MachineUnderTest)
    async throws
  {
    let found = try await outcomes(of: machine)
    var cells = 0
    var moves = 0
    var held: Set<String> = []
    for state in machine.states {
      for event in machine.shape.events + [MachineShape.upgrade] {
        for role in MachineUnderTest.roles {
          let cell = (state, event, role)
          let targets = machine.targets(cell)
          cells += 1
          moves += targets.isEmpty ? 0 : 1
          for to in machine.shape.states {
            let tried = Tried(state: state, event: event, role: role, to: to)
            guard let outcomes = found[tried] else { continue }
            #expect(outcomes.contains("accepted") == targets.contains(to), "\(tried): \(outcomes)")
            let rules = outcomes.subtracting(["accepted"])
            if targets.contains(to) {
              // What the database itself asks for is a condition of the program's too.
              if !rules.isEmpty { #expect(!machine.conditions(cell).isEmpty, "\(tried): \(rules)") }
              held.formUnion(rules.map { "\(event) to \(to): \($0)" })
            } else {
              #expect(
                !rules.isEmpty && rules.isSubset(of: self.rules(against: tried, in: machine)),
                "\(tried): \(rules)")
            }
          }
          #expect(targets.allSatisfy { found[Tried(state: state, event: event, role: role, to: $0)] != nil })
        }
      }
    }
    #expect(held == Self.heldByTheDatabase[machine.shape.name])
    #expect(cells == machine.states.count * (machine.shape.events.count + 1) * MachineUnderTest.roles.count)
    print(
      "\(machine.shape.name): \(cells) cells, \(moves) of them moves, tried by \(found.count) kinds of statements; "
        + "\(held.count) conditions that the database holds as well")
  }

  /// The rules against which a statement is that the program would not make; which of them is asked first is the
  /// database's affair.
  private func rules(against tried: Tried, in machine: MachineUnderTest) -> Set<String> {
    let isUpgrade = tried.event == MachineShape.upgrade
    let isListed =
      isUpgrade
      ? tried.to == tried.state
      : machine.shape.moves.contains {
        $0.from == tried.state && $0.event == tried.event && $0.to == tried.to
      }
    // Nobody owns anything but an action.
    let unowned: Set<String> =
      tried.role == .owner && machine.shape.name != "action" ? ["actor_holds_role"] : []
    guard isListed else { return unowned.union(["transition_is_listed"]) }
    return unowned.union([
      isUpgrade && tried.role == .worker ? "upgrade_raises_version" : "role_may_say_event"
    ])
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
      "propose to proposed: plan_action_names_cause", "start to underway: baseline_before_start",
      "evaluate to evaluated: evaluated_with_colour_result_lesson",
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

  /// What came of each statement, in the instances that lack nothing and, where a move is listed, in those that lack
  /// what it asks for. Every cell is tried; to which states but those that are listed is a sample without
  /// `EST_TESTS=full`.
  private func outcomes(of machine: MachineUnderTest) async throws -> [Tried: Set<String>] {
    let shape = machine.shape
    let events = (shape.events + [MachineShape.upgrade]).map(\.description)
    let sample = Seed.full ? 1 : 4
    let seed = Int(Seed.current % 4)
    return try await PlantedInstances.run { database in
      try await database.rollingBack(deadline: .seconds(500)) { session in
        var outcomes: [Tried: Set<String>] = [:]
        let rows = try session.rows(
          """
          select d.state, e.event, p.function as role, t.state as goes,
            public.attempt(d, e.event, t.state, p.id, p.function, d.state, case d.state when '-' then 1 else 2 end)
              as outcome
          from public.planted d cross join unnest(\(events)::text[]) e(event) cross join est.participant p
          cross join unnest(\(shape.states.map(\.description))::text[]) with ordinality t(state, number)
          left join est.machine_move m on (m.machine, m.version, m.from_state, m.event, m.to_state)
            = (d.machine, d.version, d.state, e.event, t.state)
          where d.machine = \(shape.name) and (m is not null and (d.variant <> 'bare' or e.event <> 'upgrade')
            or d.variant = 'whole' and ((t.number + \(seed)) % \(sample) = 0 or t.state = d.state))
          """
        ) {
          (
            Tried(
              state: try $0.get("state"), event: try $0.get("event"), role: try $0.get("role"),
              to: try $0.get("goes")), try $0.get("outcome", as: String.self)
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
