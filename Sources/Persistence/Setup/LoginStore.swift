import Postgres

/// As whom the connection speaks.
public struct LoginStore {
  let session: Session
  public init(_ session: Session) { self.session = session }

  /// The role that logged in, whichever role has been set since.
  public func name() throws -> String { try session.one("select session_user::text") }

  public func isSuperuser() throws -> Bool {
    try session.one("select current_setting('is_superuser') = 'on'")
  }

  /// Whether it may act as the schema's owner: whoever owns the schema set it up.
  public func ownsSchema() throws -> Bool {
    try session.one(
      "select pg_has_role(session_user, nspowner, 'member') from pg_namespace where nspname = 'est'")
  }
}
