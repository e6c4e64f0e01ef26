import Postgres

/// As whom the connection speaks.
public struct LoginStore {
  let session: Session
  public init(_ session: Session) { self.session = session }

  /// The role that logged in, whichever role has been set since.
  public func name() throws -> String { try session.one("select session_user::text") }

  /// Speaks as a participant from here to the end of the transaction, with their rights and no more.
  ///
  /// Only in a private cluster, which has the role for it.
  public func standIn(for login: String) throws {
    try session.execute(
      "select set_config('est.speaker', \(login), true), set_config('role', \(ServerRoles.standIn), true)")
  }

  public func isSuperuser() throws -> Bool {
    try session.one("select current_setting('is_superuser') = 'on'")
  }

  /// Whether it may act as the schema's owner: whoever owns the schema set it up.
  public func ownsSchema() throws -> Bool {
    try session.one(
      "select pg_has_role(session_user, nspowner, 'member') from pg_namespace where nspname = 'est'")
  }
}
