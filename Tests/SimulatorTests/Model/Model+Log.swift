import EST
import StateMachine

extension Model {
  /// What may be said from where, to which end, by whom.
  private static let moves: Set<Move> = Set(
    [Machine.cycle, .problem, .action].flatMap { machine in
      machine.shape.moves.flatMap { move in
        move.roles.map { Move(machine: machine, from: move.from, event: move.event, to: move.to, role: $0) }
      }
    })
  private struct Move: Hashable {
    let machine: Machine
    let from: State
    let event: Event
    let to: State
    let role: Role
  }

  func readRows(_ world: MemoryWorld) {
    while rowsRead < world.log.count {
      read(world.log[rowsRead], world)
      rowsRead += 1
    }
  }

  private func read(_ row: LogRow, _ world: MemoryWorld) {
    let index = row.instance.index
    if index == ends.count { ends.append((.unborn, 0, 0)) }
    guard index < ends.count else { return blame(.onlyListedTransitions, "a row of nothing: \(row)") }
    let end = ends[index]
    let machine = world.instances[index].machine
    require(!isOver.contains(index), .overIsOver, "\(row) after the end")
    require(
      row.from == end.state && row.revision == end.revision + 1, .onlyListedTransitions,
      "\(row) does not begin where the last one ended: \(end)")
    require(
      Self.moves.contains(
        Move(machine: machine, from: row.from, event: row.event, to: row.to, role: row.role)),
      .onlyListedTransitions, "\(row) is not listed")
    require(
      row.role == .owner ? owns(row, world) : cast.people[row.person].holds(row.role),
      .onlyListedTransitions, "\(row) by someone without the role")
    require(
      row.previousHash == end.hash && row.hash == row.chained(), .chainIntact, "\(row) breaks the chain")
    if let key = row.key {
      require(keys.insert(key).inserted, .onceForEachKey, "\(row) is a second of its key")
    }
    ends[index] = (row.to, row.revision, row.hash)
    if machine == .cycle { read(row, ofCycle: world.instances[index].subject, world) }
    if machine.shape.isTerminal(row.to) { isOver.insert(index) }
  }

  private func owns(_ row: LogRow, _ world: MemoryWorld) -> Bool {
    guard let owner = world.actions[world.instances[row.instance.index].subject].owner else { return false }
    let (named, actor) = (cast.people[owner], cast.people[row.person])
    return named.organisation == actor.organisation && named.function == actor.function
  }

  /// Follows every chain from its beginning.
  func auditChains(_ world: MemoryWorld) {
    var ends: [InstanceID: (state: State, hash: UInt64)] = [:]
    for row in world.log {
      let end = ends[row.instance] ?? (.unborn, 0)
      require(
        row.from == end.state && row.previousHash == end.hash && row.hash == row.chained(), .chainIntact,
        "\(row) does not follow from the row before")
      ends[row.instance] = (row.to, row.hash)
    }
    for (index, instance) in world.instances.enumerated() {
      let end = ends[InstanceID(index: index)]
      require(
        end?.state == instance.state && end?.hash == instance.hash, .chainIntact,
        "instance \(index) is \(instance.state), its log ends \(String(describing: end))")
    }
  }
}
