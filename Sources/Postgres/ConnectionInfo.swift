import CLibpq

/// What a connection string says and leaves unsaid.
public struct ConnectionInfo: Sendable, Hashable {
  /// The settings of libpq by keyword, those from the environment and service files among them; without the empty ones,
  /// and those that are so for everyone.
  public let settings: [String: String]

  /// - Throws: `PostgresError`, `.invalidStatement`, where the text is no connection string.
  public init(_ conninfo: String) throws(PostgresError) {
    // libpq would read up to it.
    guard !conninfo.utf8.contains(0) else {
      throw PostgresError(.invalidStatement("a connection string with U+0000"))
    }
    var settings: [String: String] = [:]
    if conninfo.contains("=") || conninfo.hasPrefix("postgres://") || conninfo.hasPrefix("postgresql://") {
      var message: UnsafeMutablePointer<CChar>?
      guard let options = PQconninfoParse(conninfo, &message) else {
        defer { PQfreemem(message) }
        throw PostgresError(.invalidStatement(trimmed(message)))
      }
      defer { PQconninfoFree(options) }
      Self.read(options, into: &settings) { _, _ in true }
    } else if !conninfo.isEmpty {
      settings["dbname"] = conninfo
    }
    // A service named in the string stands above the environment, and whoever gets the description looks it up.
    if settings["service"] == nil, let options = PQconndefaults() {
      defer { PQconninfoFree(options) }
      var defaults: [String: String] = [:]
      Self.read(options, into: &defaults) { value, compiledIn in value != compiledIn }
      settings.merge(defaults) { said, _ in said }
    }
    self.settings = settings
  }

  /// A connection string in the making.
  public init(settings: [String: String]) { self.settings = settings }

  /// The connection string complete enough for `psql`, and without a password.
  public static func describe(_ conninfo: String) throws(PostgresError) -> String {
    try ConnectionInfo(conninfo).description
  }

  static func read(
    _ options: UnsafeMutablePointer<PQconninfoOption>, into settings: inout [String: String],
    where isWanted: (_ value: String, _ compiledIn: String?) -> Bool
  ) {
    var option = options
    while let keyword = option.pointee.keyword {
      let value = option.pointee.val.map { String(cString: $0) } ?? ""
      let compiledIn = option.pointee.compiled.map { String(cString: $0) }
      if !value.isEmpty, isWanted(value, compiledIn) { settings[String(cString: keyword)] = value }
      option += 1
    }
  }
}

extension ConnectionInfo: CustomStringConvertible {
  public var description: String {
    settings
      .filter { !Self.secrets.contains($0.key) }
      .sorted { Self.rank($0.key) < Self.rank($1.key) }
      .map { "\($0.key)=\(Self.quoted($0.value))" }
      .joined(separator: " ")
  }

  private static let secrets: Set<String> = ["password", "sslpassword"]

  /// Where and as whom first, then the rest by name.
  private static func rank(_ keyword: String) -> String {
    let first = ["host", "hostaddr", "port", "dbname", "user"]
    return first.firstIndex(of: keyword).map { "\($0)" } ?? "9\(keyword)"
  }

  static func quoted(_ value: String) -> String {
    let isPlain = !value.isEmpty && value.utf8.allSatisfy { $0 > 0x20 && $0 != 0x27 && $0 != 0x5C }
    guard !isPlain else { return value }
    var quoted = "'"
    for scalar in value.unicodeScalars {
      if scalar == "'" || scalar == "\\" { quoted.unicodeScalars.append("\\") }
      quoted.unicodeScalars.append(scalar)
    }
    return quoted + "'"
  }
}
