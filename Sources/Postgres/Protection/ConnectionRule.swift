/// Which connections may be made: in plain text only within this machine, and everything else by TLS 1.3 to a server
/// whose certificate is checked against its name, with SCRAM bound to that channel or with a client certificate.
///
/// What is left unsaid is said in the safe way. What is said in an unsafe way is refused, not bettered: whoever said it
/// should know. Who says `sslmode=verify-full` to this machine itself gets all of it there too.
public struct ConnectionRule: Sendable {
  /// As libpq puts them together, of all sources.
  let settings: [String: String]
  /// True where libpq will find a client certificate to show.
  let hasCertificate: Bool
  /// The settings that this libpq knows.
  let knownKeywords: Set<String>

  init(_ settings: [String: String], hasCertificate: Bool, knownKeywords: Set<String> = []) {
    self.settings = settings
    self.hasCertificate = hasCertificate
    self.knownKeywords = knownKeywords
  }

  /// True where every server that may be tried is reached within this machine.
  var isLocal: Bool { servers.allSatisfy(\.isLocal) }

  /// True where TLS is asked for, by the rule or by whoever connects.
  var isProtected: Bool {
    !isLocal || servers.contains { $0 != .socket } && settings["sslmode"] == Self.safe["sslmode"]
  }

  /// What is said to another machine by whoever logs in with a password.
  static let safe = [
    "sslmode": "verify-full",
    // Encrypted by Kerberos a connection would not be TLS at all.
    "gssencmode": "disable",
    "ssl_min_protocol_version": "TLSv1.3",
    "channel_binding": "require",
  ]
  /// Said by nobody: these stand for themselves in libpq.
  private static let unsaid: Set<String?> = [nil, "prefer"]

  /// What has to be said beside the settings.
  /// - Throws: `UnsafeConnection`, where one of the settings is against the rule.
  func additions() throws(UnsafeConnection) -> [String: String] {
    guard isProtected else { return [:] }
    var additions = Self.safe
    if usesCertificate { additions["channel_binding"] = nil }
    for (keyword, safe) in additions.sorted(by: { $0.key < $1.key }) {
      let said = settings[keyword]
      let isSafe =
        keyword == "ssl_min_protocol_version"
        ? !Self.isOlder(said, than: 2) : Self.unsaid.contains(said) || said == safe
      guard isSafe else { throw .setting(keyword, value: said ?? "", allowed: safe) }
    }
    if let newest = settings["ssl_max_protocol_version"], Self.isOlder(newest, than: 3) {
      throw .setting("ssl_max_protocol_version", value: newest, allowed: "TLSv1.3")
    }
    // A newer libpq answers no question after a certificate.
    if isByCertificateAlone, settings["require_auth"] == nil,
      knownKeywords.contains("require_auth")
    {
      additions["require_auth"] = "none"
    }
    return additions
  }

  /// True where a certificate says who connects, and no password does.
  var isByCertificateAlone: Bool { usesCertificate && settings["channel_binding"] != "require" }

  private var usesCertificate: Bool { hasCertificate && settings["sslcertmode"] != "disable" }

  /// Judges a connection by what it has become.
  /// - Throws: `UnsafeConnection`.
  func check(_ made: MadeConnection) throws(UnsafeConnection) {
    if made.peer == .socket { return }
    guard isProtected || made.peer != .thisMachine else { return }
    guard let version = made.tlsVersion, !Self.isOlder(version, than: 3) else { throw .withoutTLS }
    if isByCertificateAlone, made.usedPassword { throw .passwordBesideCertificate }
  }

  /// By libpq's names and OpenSSL's; nothing said is libpq's own choice, 1.2.
  private static func isOlder(_ version: String?, than minor: Int) -> Bool {
    let known = ["sslv3": -1, "tlsv1": 0, "tlsv1.0": 0, "tlsv1.1": 1, "tlsv1.2": 2, "": 2]
    return known[(version ?? "").lowercased()].map { $0 < minor } ?? false
  }
}

/// Why a connection is not used: `est` and its like refuse it themselves.
public enum UnsafeConnection: Error, Sendable, Hashable {
  /// A setting asks for less than the rule does.
  case setting(String, value: String, allowed: String)
  /// It was made, and has no TLS 1.3.
  case withoutTLS
  /// A password was asked for and given, though a certificate was there to say who connects.
  case passwordBesideCertificate
}
