import CLibpq

extension Session {
  /// What a server keeps in the place of a login's password (SCRAM-SHA-256), made here: the password itself goes
  /// nowhere.
  public func verifier(
    of password: String, for login: String, fileID: StaticString = #fileID, line: Int = #line
  ) throws -> String {
    try perform(nil, CallSite(fileID, line)) { connection in
      guard let made = PQencryptPasswordConn(connection.handle, password, login, "scram-sha-256") else {
        throw PostgresError(.invalidStatement("the verifier cannot be made"))
      }
      defer { PQfreemem(made) }
      return String(cString: made)
    }
  }
}
