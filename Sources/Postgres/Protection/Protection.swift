import CLibpq
import Glibc

/// Whether connections are held to `ConnectionRule`.
public enum Protection: Sendable {
  case required
  /// Whatever is asked for is done, and anybody on the way may read and change it: for trials.
  case waived
}

extension ConnectionRule {
  /// The rule for a connection string, together with what this process and this machine add to it.
  init(_ conninfo: String) throws(PostgresError) {
    let settings = try ConnectionInfo.resolved(conninfo)
    self.init(
      settings, hasCertificate: hasClientCertificate(settings), knownKeywords: ConnectionInfo.knownKeywords)
  }

  /// What has to be said beside the settings.
  /// - Throws: `PostgresError`, `.unsafe`.
  func additionsOrError() throws(PostgresError) -> [String: String] {
    do {
      return try additions()
    } catch {
      throw PostgresError(.unsafe(error))
    }
  }
}

extension ConnectionInfo {
  /// What the rule adds where somebody reaches another machine and logs in with a password.
  public static let protection = ConnectionRule.safe

  /// True where `conninfo` reaches no other machine, so that nothing has to be protected.
  /// - Throws: `PostgresError`, `.connection`, where it cannot be read.
  public static func isLocal(_ conninfo: String) throws(PostgresError) -> Bool {
    try ConnectionRule(conninfo).isLocal
  }

  /// The same with what the rule adds, so that another program connects as safely.
  /// - Throws: `PostgresError`.
  public func protected() throws(PostgresError) -> ConnectionInfo {
    let additions = try ConnectionRule(description).additionsOrError()
    return ConnectionInfo(settings: settings.merging(additions) { $1 })
  }
}

extension LoginFailure {
  /// - Returns: `nil` where libpq's words are not those of a server, or of what makes one trusted.
  init?(_ handle: OpaquePointer) {
    let reason = trimmed(PQerrorMessage(handle))
    guard let problem = LoginProblem(reason) else { return nil }
    func text(_ value: UnsafePointer<CChar>?) -> String { value.map { String(cString: $0) } ?? "" }
    self.init(
      problem: problem, server: text(PQhost(handle)), user: text(PQuser(handle)), reason: reason)
  }
}

/// Settings as libpq takes them: two lists that end with NULL.
func withKeywords<T>(
  _ settings: [(String, String)],
  _ body: ([UnsafePointer<CChar>?], [UnsafePointer<CChar>?]) -> T
) -> T {
  let keywords = settings.map { strdup($0.0) } + [nil]
  let values = settings.map { strdup($0.1) } + [nil]
  defer { for text in keywords + values { free(text) } }
  return body(keywords.map { UnsafePointer($0) }, values.map { UnsafePointer($0) })
}
