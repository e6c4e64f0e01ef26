/// Why a server was reached and there is no session: it was not trusted, it did not trust us, or one's own files are at
/// fault.
public enum LoginProblem: String, Sendable, CaseIterable {
  // The server, which was told nothing.
  case serverName
  case serverCertificate
  case serverWithoutTLS
  case serverTLSVersion
  case serverChannelBinding
  case authorityMissing

  // One's own certificate, before it was shown.
  case keyReadableByOthers
  case certificateUnusable

  // One's own certificate, which the server did not take.
  case certificateExpired
  case certificateRevoked
  case certificateUnknown
  case certificateMissing
  case certificateOfAnother

  // Who one says to be.
  case password
  case passwordMissing
  case notVouchedFor
  case loginClosed
  case databaseClosed
  case noRule
  case tooMany

  public enum Side: Sendable {
    case server, files, login
  }

  /// What has to be put right.
  public var side: Side {
    switch self {
    case .serverName, .serverCertificate, .serverWithoutTLS, .serverTLSVersion, .serverChannelBinding,
      .authorityMissing:
      .server
    case .keyReadableByOthers, .certificateUnusable: .files
    default: .login
    }
  }

  /// True where waiting may help.
  public var mayPass: Bool { self == .tooMany }

  /// By the words of libpq, OpenSSL and a server that speaks English: before there is a session nothing else tells.
  init?(_ message: String) {
    guard let known = Self.words.first(where: { message.contains($0.words) }) else { return nil }
    self = known.problem
  }

  /// In the order in which they are looked for: a message may hold the words of several hosts.
  private static let words: [(words: String, problem: LoginProblem)] = [
    ("does not match host name", .serverName),
    ("certificate verify failed", .serverCertificate),
    ("server does not support SSL", .serverWithoutTLS),
    ("unsupported protocol", .serverTLSVersion),
    ("alert protocol version", .serverTLSVersion),
    ("does not support any SSL protocol version", .serverTLSVersion),
    ("channel binding", .serverChannelBinding),
    ("root certificate file", .authorityMissing),
    ("group or world access", .keyReadableByOthers),
    ("must be owned by the current user or root", .keyReadableByOthers),
    ("certificate present, but not private key file", .certificateUnusable),
    ("certificate does not match private key file", .certificateUnusable),
    ("could not load private key file", .certificateUnusable),
    ("could not read certificate file", .certificateUnusable),
    ("could not open certificate file", .certificateUnusable),
    ("alert certificate expired", .certificateExpired),
    ("alert certificate revoked", .certificateRevoked),
    ("alert certificate required", .certificateMissing),
    ("requires a valid client certificate", .certificateMissing),
    ("alert unknown ca", .certificateUnknown),
    ("alert bad certificate", .certificateUnknown),
    ("alert certificate unknown", .certificateUnknown),
    ("alert unsupported certificate", .certificateUnknown),
    ("alert decrypt error", .certificateUnknown),
    ("certificate authentication failed for user", .certificateOfAnother),
    ("password authentication failed", .password),
    ("no password supplied", .passwordMissing),
    ("is not permitted to log in", .loginClosed),
    ("permission denied for database", .databaseClosed),
    ("no pg_hba.conf entry", .noRule),
    ("pg_hba.conf rejects", .noRule),
    ("too many connections for", .tooMany),
    ("too many clients", .tooMany),
    ("remaining connection slots are reserved", .tooMany),
    ("authentication failed for user", .notVouchedFor),
  ]
}

/// A login that came to nothing.
public struct LoginFailure: Error, Sendable, Hashable {
  public var problem: LoginProblem
  /// The host as it was named, or the folder of the socket.
  public var server: String
  public var user: String
  /// In libpq's words.
  public var reason: String
}
