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
    !isLocal || servers.contains { $0 != .socket } && settings["sslmode"] == Self.verified
  }

  private static let verified = "verify-full"
  /// Said by nobody: these stand for themselves in libpq.
  private static let unsaid: Set<String?> = [nil, "prefer"]

  /// What has to be said beside the settings.
  /// - Throws: `UnsafeConnection`, where one of the settings is against the rule.
  func additions() throws(UnsafeConnection) -> [String: String] {
    guard isProtected else { return [:] }
    var additions = [
      "sslmode": try secured("sslmode", unsaid: Self.unsaid, as: Self.verified),
      // Encrypted by Kerberos a connection would not be TLS at all.
      "gssencmode": try secured("gssencmode", unsaid: Self.unsaid, as: "disable"),
    ]
    if let oldest = settings["ssl_min_protocol_version"], Self.isOlder(oldest),
      oldest.lowercased() != "tlsv1.2"
    {
      throw .setting("ssl_min_protocol_version", value: oldest, allowed: "TLSv1.3")
    }
    additions["ssl_min_protocol_version"] = "TLSv1.3"
    if let newest = settings["ssl_max_protocol_version"], Self.isOlder(newest) {
      throw .setting("ssl_max_protocol_version", value: newest, allowed: "TLSv1.3")
    }
    if !usesCertificate {
      additions["channel_binding"] = try secured("channel_binding", unsaid: Self.unsaid, as: "require")
    } else if settings["channel_binding"] != "require", settings["require_auth"] == nil,
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
    guard let version = made.tlsVersion, !Self.isOlder(version) else { throw .withoutTLS }
    if isByCertificateAlone, made.usedPassword { throw .passwordBesideCertificate }
  }

  private func secured(
    _ keyword: String, unsaid: Set<String?>, as safe: String
  ) throws(UnsafeConnection) -> String {
    let value = settings[keyword]
    guard unsaid.contains(value) || value == safe else {
      throw .setting(keyword, value: value ?? "", allowed: safe)
    }
    return safe
  }

  private static func isOlder(_ version: String) -> Bool {
    ["", "sslv3", "tlsv1", "tlsv1.0", "tlsv1.1", "tlsv1.2"].contains(version.lowercased())
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
