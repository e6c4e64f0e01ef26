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

    \(ServerRoles.sql(installer: owner.replacing("\"\"", with: "\"")))
    """
  }

  /// - Parameter trial: whether a new database honours a clock of its own; `nil` where it is not asked for.
  /// - Returns: the numbers that were applied.
  @discardableResult
  public func run(_ database: Database, trial: Bool? = nil) async throws -> [Int] {
    do {
      // Before anything is written; and once more when nobody can bear another one of an older version.
      try await database.session { session in try refuseStranding(session) }
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
        try renewMachines(session)
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

  /// Refuses a database that is older or newer than the program, in its schema or in one of its machines.
  public func check(_ session: Session) throws {
    let exists: Bool = try session.one("select to_regclass('est.migration') is not null")
    guard exists else { throw StoreError.schema(.missing) }
    try check(applied: try appliedMigrations(session))
    if try hasHeads && LogPosition(session: session).isBehind() { throw StoreError.schema(.logIsBehind) }
    let stored = try MachineStore(session).versions()
    let own = Dictionary(uniqueKeysWithValues: machines.map { ($0.name, $0.version) })
    for name in Set(stored.keys).union(own.keys).sorted() where stored[name] != own[name] {
      throw StoreError.schema(.otherMachine(name: name, database: stored[name] ?? 0, program: own[name] ?? 0))
    }
  }

  /// The running instances that this program's machines would leave where they cannot go on.
  public func stranded(_ session: Session) throws -> [Stranding] {
    // A database of before the machines has no instance of any.
    let hasInstances: Bool = try session.one("select to_regclass('est.timer') is not null")
    return hasInstances
      ? machines.stranded(try MachineStore(session).running(), timekeeper: .worker) : []
  }

  /// Refuses to take a machine back to an older version, or from under instances that could not go on.
  private func refuseStranding(_ session: Session) throws {
    let stranded = try stranded(session)
    guard stranded.isEmpty else { throw StoreError.schema(.stranding(stranded)) }
    guard try session.one("select to_regclass('est.machine') is not null") else { return }
    let stored = try MachineStore(session).versions()
    for machine in machines {
      guard let version = stored[machine.name], version > machine.version else { continue }
      throw StoreError.schema(
        .otherMachine(name: machine.name, database: version, program: machine.version))
    }
  }

  /// Writes the machines' moves, and takes running instances along to what is new.
  private func renewMachines(_ session: Session) throws {
    let store = MachineStore(session)
    // Nothing moves meanwhile, and nothing is born that would be left behind.
    try session.execute("lock table est.transition_log in share row exclusive mode")
    try refuseStranding(session)
    for machine in machines {
      try store.project(machine)
      try store.upgrade(to: machine)
    }
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
    let hasRoles: Bool = try session.one(
      """
      select coalesce(bool_and(pg_has_role(session_user, oid, 'member')) and count(*) = 3, false)
      from pg_roles where rolname in ('est_owner', 'est_engine', 'est_keeper')
      """)
    guard hasRoles else { throw StoreError.schema(.rolesMissing) }
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
}
