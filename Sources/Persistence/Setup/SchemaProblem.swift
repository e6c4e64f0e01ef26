import StateMachine

/// Why a program and a database do not go together.
public enum SchemaProblem: Error, Sendable, Equatable {
  /// `est setup` has not been run.
  case missing
  /// The database is older than the program: `est setup` brings it up.
  case older(database: Int, program: Int)
  /// The database is newer than the program, which must not touch it.
  case newer(database: Int, program: Int)
  /// A migration in the database is not the one that this program carries.
  case altered(number: Int)
  /// A machine's definition was changed without raising its version.
  case machineAltered(name: String, version: Int)
  /// The database's newest version of a machine is not the program's; 0 where it has none.
  case otherMachine(name: String, database: Int, program: Int)
  /// The program's machines would leave running instances where they cannot go on.
  case stranding([Stranding])
  /// Only a superuser can make it: `est setup --print-dba-sql` says how.
  case extensionMissing(String)
  /// Only a superuser can make the server's roles: `est setup --print-dba-sql` says how.
  case rolesMissing
  /// A database is a trial from its beginning or never.
  case kindIsFixed(isTrial: Bool)
  /// The database was restored on a server whose transaction numbers are smaller: `est setup` lets the log go on.
  case logIsBehind
}
