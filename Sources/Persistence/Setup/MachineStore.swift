import EST
import Postgres
import StateMachine

/// The machines as the setup has projected them, and the instances that live by them.
public struct MachineStore {
  let session: Session
  public init(_ session: Session) { self.session = session }

  /// The newest version of each machine.
  public func versions() throws -> [String: Int] {
    Dictionary(
      uniqueKeysWithValues: try session.rows(
        "select machine, max(version) as version from est.machine group by machine"
      ) { (try $0.get("machine"), Int(try $0.get("version", as: Int32.self))) })
  }

  /// The instances that a move still leads on from, of all municipalities. An upgrade leads nowhere.
  public func running() throws -> [RunningInstances] {
    let timers = try session.rows(
      """
      select i.machine, i.machine_version, i.state, t.event, count(distinct t.instance_id) as count
      from est.timer t join est.instance i on (i.municipality, i.id) = (t.municipality, t.instance_id)
      group by i.machine, i.machine_version, i.state, t.event
      """
    ) {
      (
        key: [
          try $0.get("machine"), String(try $0.get("machine_version", as: Int32.self)), try $0.get("state"),
        ],
        event: try $0.get("event", as: Event.self), count: Int(try $0.get("count", as: Int64.self))
      )
    }
    let byPlace = Dictionary(grouping: timers, by: \.key)
    return try session.rows(
      """
      select i.machine, i.machine_version, i.state, count(*) as count from est.instance i
      where \(canGoOn)
      group by i.machine, i.machine_version, i.state
      """
    ) { row in
      let (machine, version): (String, Int32) = (try row.get("machine"), try row.get("machine_version"))
      let state: State = try row.get("state")
      let here = byPlace[[machine, String(version), state.description]] ?? []
      return RunningInstances(
        machine: machine, version: Int(version), state: state,
        count: Int(try row.get("count", as: Int64.self)),
        timers: Dictionary(uniqueKeysWithValues: here.map { ($0.event, $0.count) }))
    }
  }

  private var canGoOn: SQL {
    """
    exists (select from est.machine_move m where (m.machine, m.version, m.from_state)
      = (i.machine, i.machine_version, i.state) and m.event <> \(MachineShape.upgrade))
    """
  }

  /// Writes a definition's moves, so that foreign keys can refuse every other. Every state lists the upgrade too, by
  /// which instances of older versions come to it.
  ///
  /// - Throws: `SchemaProblem.machineAltered` where the version stands with other moves.
  func project(_ machine: MachineShape) throws {
    try session.execute(
      """
      insert into est.machine (machine, version) values (\(machine.name), \(machine.version))
      on conflict do nothing
      """)
    let stored = try moves(of: machine)
    let rows = machine.moves.flatMap { move in
      move.roles.map { [move.from.description, move.event.description, move.to.description, $0.description] }
    }
    guard stored.isEmpty || stored == Set(rows) else {
      throw StoreError.schema(.machineAltered(name: machine.name, version: machine.version))
    }
    if stored.isEmpty { try add(rows, to: machine) }
    try add(
      machine.states.map {
        [$0.description, MachineShape.upgrade.description, $0.description, Role.worker.description]
      }, to: machine)
  }

  private func moves(of machine: MachineShape) throws -> Set<[String]> {
    Set(
      try session.rows(
        """
        select from_state, event, to_state, role from est.machine_move_role
        where machine = \(machine.name) and version = \(machine.version) and event <> \(MachineShape.upgrade)
        """
      ) { [try $0.get("from_state"), try $0.get("event"), try $0.get("to_state"), try $0.get("role")] })
  }

  /// - Parameter rows: from, event, to and role.
  private func add(_ rows: [[String]], to machine: MachineShape) throws {
    let columns = (0..<4).map { column in rows.map { $0[column] } }
    try session.execute(
      """
      insert into est.machine_move (machine, version, from_state, event, to_state)
      select distinct \(machine.name), \(machine.version), f, e, t
      from unnest(\(columns[0])::text[], \(columns[1])::text[], \(columns[2])::text[]) as m(f, e, t)
      on conflict do nothing
      """)
    try session.execute(
      """
      insert into est.machine_move_role (machine, version, from_state, event, to_state, role)
      select \(machine.name), \(machine.version), f, e, t, r
      from unnest(\(columns[0])::text[], \(columns[1])::text[], \(columns[2])::text[], \(columns[3])::text[])
        as m(f, e, t, r)
      on conflict do nothing
      """)
  }

  /// Moves every running instance of older versions to this one, each by a logged transition of the municipality's
  /// worker that stays where it is. What has ended stays with the version in which it did.
  func upgrade(to machine: MachineShape) throws {
    try session.execute(
      """
      insert into est.transition_log (municipality, instance_id, revision, machine, machine_version, group_id,
        from_state, event, to_state, actor, actor_role, at, payload, key)
      select i.municipality, i.id, i.revision + 1, i.machine, \(machine.version), i.group_id, i.state,
        \(MachineShape.upgrade), i.state, p.id, \(Role.worker), est.clock(),
        jsonb_build_object('from', i.machine_version::text, 'to', \(machine.version)::integer::text),
        gen_random_uuid()
      from est.instance i left join est.participant p
        on p.municipality = i.municipality and p.login = i.municipality || '_worker'
      where i.machine = \(machine.name) and i.machine_version < \(machine.version) and \(canGoOn)
      """)
  }
}
