import EST
import Postgres
import Schema
import StateMachine

/// Brings a database's schema and machines up to this program. Safe to repeat, and to be killed at any statement:
/// each migration is one transaction that begins with its own number.
public struct SchemaSetup: Sendable {
  public let migrations: [Migration]
  public let machines: [MachineShape]

  public init(migrations: [Migration] = Migration.all, machines: [MachineShape] = Machines.all) {
    self.migrations = migrations
    self.machines = machines
  }

  /// What only a superuser can do, once, for a database whose owner is `owner`.
  public static func administratorSQL(database: String, owner: String) -> String {
    """
    -- Once, as a superuser, in the database that EST is to live in:
    create extension if not exists postgis;
    alter database "\(database)" owner to "\(owner)";
    """
  }

  /// - Parameter trial: whether a new database honours a clock of its own; `nil` where it is not asked for.
  /// - Returns: the numbers that were applied.
  @discardableResult
  public func run(_ database: Database, trial: Bool? = nil) async throws -> [Int] {
    do {
      try await database.transaction { session in try prepare(session) }
      var applied: [Int] = []
      for migration in migrations {
        let isNew = try await database.transaction { session in try apply(migration, session) }
        if isNew { applied.append(migration.number) }
      }
      try await database.transaction { session in
        try lock(session)
        try check(applied: try appliedMigrations(session))
        if hasHeads { try LogPosition(session: session).goOn() }
        try fixKind(trial, session)
        for machine in machines { try project(machine, session) }
      }
      return applied
    } catch {
      throw StoreError(error) ?? error
    }
  }

  /// Takes the schema away with everything in it, for a trial that begins anew.
  public static func removeEverything(_ session: Session) throws {
    try session.execute("drop schema est cascade")
  }

  /// Refuses a database that is older or newer than the program.
  public func check(_ session: Session) throws {
    let exists: Bool = try session.one("select to_regclass('est.migration') is not null")
    guard exists else { throw StoreError.schema(.missing) }
    try check(applied: try appliedMigrations(session))
    if try hasHeads && LogPosition(session: session).isBehind() { throw StoreError.schema(.logIsBehind) }
  }

  /// The number of the newest migration in the database; 0 before the first.
  public func version(_ session: Session) throws -> Int {
    let exists: Bool = try session.one("select to_regclass('est.migration') is not null")
    return exists ? try appliedMigrations(session).last?.number ?? 0 : 0
  }

  private var hasHeads: Bool { migrations.contains { $0.number == LogPosition.migration } }

  private func check(applied: [(number: Int, checksum: String)]) throws {
    guard let last = applied.last, let newest = migrations.last else { throw StoreError.schema(.missing) }
    if last.number > newest.number {
      throw StoreError.schema(.newer(database: last.number, program: newest.number))
    }
    for (row, migration) in zip(applied, migrations)
    where row.number != migration.number || row.checksum != migration.checksum {
      throw StoreError.schema(.altered(number: row.number))
    }
    if last.number < newest.number {
      throw StoreError.schema(.older(database: last.number, program: newest.number))
    }
  }

  private func appliedMigrations(_ session: Session) throws -> [(number: Int, checksum: String)] {
    try session.rows("select number, checksum from est.migration order by number") {
      (try $0.get("number"), try $0.get("checksum"))
    }
  }

  private func prepare(_ session: Session) throws {
    let hasPostGIS: Bool = try session.one(
      "select exists (select from pg_extension where extname = 'postgis')")
    guard hasPostGIS else { throw StoreError.schema(.extensionMissing("postgis")) }
    let exists: Bool = try session.one("select to_regclass('est.migration') is not null")
    guard !exists else { return }
    try session.script(
      """
      create schema if not exists est;
      create table if not exists est.migration (
        number     integer primary key,
        name       text not null,
        checksum   text not null,
        applied_at timestamptz not null default clock_timestamp()
      );
      """)
  }

  /// One setup at a time. A table lock, since any login may take an advisory one.
  private func lock(_ session: Session) throws {
    try session.execute("lock table est.migration in exclusive mode")
  }

  private func apply(_ migration: Migration, _ session: Session) throws -> Bool {
    try lock(session)
    let known = try session.first("select checksum from est.migration where number = \(migration.number)") {
      try $0.get("checksum", as: String.self)
    }
    if let known {
      guard known == migration.checksum else { throw StoreError.schema(.altered(number: migration.number)) }
      return false
    }
    try session.execute(
      """
      insert into est.migration (number, name, checksum)
      values (\(migration.number), \(migration.name), \(migration.checksum))
      """)
    try session.script(migration.sql)
    return true
  }

  private func fixKind(_ trial: Bool?, _ session: Session) throws {
    try session.execute(
      "insert into est.trial (is_trial) values (\(trial ?? false)) on conflict do nothing")
    let isTrial: Bool = try session.one("select is_trial from est.trial")
    guard trial == nil || trial == isTrial else { throw StoreError.schema(.kindIsFixed(isTrial: isTrial)) }
  }

  /// Writes a definition's moves, so that foreign keys can refuse every other.
  private func project(_ machine: MachineShape, _ session: Session) throws {
    try session.execute(
      """
      insert into est.machine (machine, version) values (\(machine.name), \(machine.version))
      on conflict do nothing
      """)
    let stored: Set<[String]> = Set(
      try session.rows(
        """
        select from_state, event, to_state, role from est.machine_move_role
        where machine = \(machine.name) and version = \(machine.version)
        """
      ) { [try $0.get("from_state"), try $0.get("event"), try $0.get("to_state"), try $0.get("role")] })
    let rows = machine.moves.flatMap { move in
      move.roles.map { [move.from.description, move.event.description, move.to.description, $0.description] }
    }
    guard stored != Set(rows) else { return }
    guard stored.isEmpty else {
      throw StoreError.schema(.machineAltered(name: machine.name, version: machine.version))
    }
    try session.execute(
      """
      insert into est.machine_move (machine, version, from_state, event, to_state)
      select distinct \(machine.name), \(machine.version), f, e, t
      from unnest(\(rows.map { $0[0] })::text[], \(rows.map { $0[1] })::text[], \(rows.map { $0[2] })::text[])
        as m(f, e, t)
      """)
    try session.execute(
      """
      insert into est.machine_move_role (machine, version, from_state, event, to_state, role)
      select \(machine.name), \(machine.version), f, e, t, r
      from unnest(\(rows.map { $0[0] })::text[], \(rows.map { $0[1] })::text[], \(rows.map { $0[2] })::text[],
        \(rows.map { $0[3] })::text[]) as m(f, e, t, r)
      """)
  }
}
