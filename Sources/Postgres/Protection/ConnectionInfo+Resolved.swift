import CLibpq

extension ConnectionInfo {
  /// All that libpq would connect with: what the text says, the environment, service files and what libpq takes for
  /// granted. Nothing is said to any server, and no name is looked up.
  ///
  /// Only libpq knows which of these wins, so it is asked: to connect, with more ports than any list of hosts has, which
  /// it refuses after it has put its settings together and before it does anything with them.
  ///
  /// - Throws: `PostgresError`, `.connection`, where the text or a service file cannot be read.
  static func resolved(_ conninfo: String) throws(PostgresError) -> [String: String] {
    let settings = [("dbname", conninfo), ("port", impossiblePorts)]
    guard let handle = withKeywords(settings, { PQconnectStartParams($0, $1, 1) }) else {
      throw PostgresError(.connection("out of memory"))
    }
    defer { PQfinish(handle) }
    guard let options = PQconninfo(handle) else { throw PostgresError(.connection("out of memory")) }
    defer { PQconninfoFree(options) }
    var resolved: [String: String] = [:]
    read(options, into: &resolved) { _, _ in true }
    guard resolved.removeValue(forKey: "port") == impossiblePorts else {
      throw PostgresError(.connection(trimmed(PQerrorMessage(handle))))
    }
    return resolved
  }

  private static let impossiblePorts = String(repeating: ",", count: 999)

  /// The settings that libpq of this machine knows, such as those that only a newer one has.
  static let knownKeywords: Set<String> = {
    guard let options = PQconndefaults() else { return [] }
    defer { PQconninfoFree(options) }
    var keywords: Set<String> = []
    var option = options
    while let keyword = option.pointee.keyword {
      keywords.insert(String(cString: keyword))
      option += 1
    }
    return keywords
  }()
}
