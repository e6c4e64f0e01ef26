import Testing

@testable import Commands

/// A login that must come to nothing, and what is to be said of it.
struct BadLogin: Sendable, CustomTestStringConvertible {
  let what: String
  var user = "2480_samordnare"
  /// Changes of the connection string; `nil` leaves a setting out.
  var changes: [String: String?] = [:]
  /// Whose certificate is shown.
  var certificate: Certificate?
  /// Settings of the server; files by their names in the authority's folder.
  var server: [String: String] = [:]
  let code: ErrorCode
  /// As programs read it.
  let problem: String

  struct Certificate: Sendable {
    let login: String
    var key: String?
    var isStrangers = false
  }

  var testDescription: String { what }

  static let password: [String: String?] = ["password": TLSServer.password]

  /// What anybody can try against the server as it is deployed.
  static let all: [BadLogin] = [
    // Asked for in an unsafe way: nothing reaches any network.
    BadLogin(
      what: "sslmode=disable to another machine", changes: elsewhere(["sslmode": "disable"]),
      code: .unsafeConnection, problem: "sslmode"),
    BadLogin(
      what: "sslmode=require to another machine", changes: elsewhere(["sslmode": "require"]),
      code: .unsafeConnection, problem: "sslmode"),
    BadLogin(
      what: "sslmode=verify-ca to another machine", changes: elsewhere(["sslmode": "verify-ca"]),
      code: .unsafeConnection, problem: "sslmode"),
    BadLogin(
      what: "at most TLS 1.2", changes: ["ssl_max_protocol_version": "TLSv1.2"], code: .unsafeConnection,
      problem: "ssl_max_protocol_version"),
    BadLogin(
      what: "no channel binding", changes: ["channel_binding": "disable"], code: .unsafeConnection,
      problem: "channel_binding"),
    BadLogin(
      what: "Kerberos instead of TLS", changes: ["gssencmode": "require"], code: .unsafeConnection,
      problem: "gssencmode"),

    // The server is not the right one.
    BadLogin(
      what: "wrong host name", changes: ["host": "annan.est.test"], code: .serverNotTrusted,
      problem: "serverName"),
    BadLogin(
      what: "wrong authority",
      changes: ["sslrootcert": "stranger/authority.crt"], code: .serverNotTrusted,
      problem: "serverCertificate"),
    BadLogin(
      what: "no authority", changes: ["sslrootcert": "/nowhere"], code: .serverNotTrusted,
      problem: "authorityMissing"),
    BadLogin(
      what: "expired server certificate",
      server: ["ssl_cert_file": "expired.crt", "ssl_key_file": "expired.key"],
      code: .serverNotTrusted, problem: "serverCertificate"),
    BadLogin(
      what: "revoked server certificate", changes: ["sslcrl": "authority/authority.crl"],
      server: ["ssl_cert_file": "withdrawn.crt", "ssl_key_file": "withdrawn.key"], code: .serverNotTrusted,
      problem: "serverCertificate"),
    BadLogin(
      what: "server without TLS", server: ["ssl": "off"], code: .serverNotTrusted, problem: "serverWithoutTLS"
    ),
    BadLogin(
      what: "server with TLS 1.2 only",
      server: ["ssl_min_protocol_version": "TLSv1.2", "ssl_max_protocol_version": "TLSv1.2"],
      code: .serverNotTrusted, problem: "serverTLSVersion"),
    BadLogin(
      what: "server that asks for the password itself", user: "2480_klartext", changes: password,
      code: .serverNotTrusted, problem: "serverChannelBinding"),

    // One's own files.
    BadLogin(
      what: "key that everyone can read", user: "2480_worker",
      certificate: Certificate(login: "2480_worker", key: "open"), code: .certificateUnusable,
      problem: "keyReadableByOthers"),
    BadLogin(
      what: "key of another certificate", user: "2480_worker",
      certificate: Certificate(login: "2480_worker", key: "2480_annan"), code: .certificateUnusable,
      problem: "certificateUnusable"),
    BadLogin(
      what: "certificate without its key", user: "2480_worker",
      certificate: Certificate(login: "2480_worker", key: "missing"), code: .certificateUnusable,
      problem: "certificateUnusable"),

    // The server does not let in.
    BadLogin(
      what: "no certificate", user: "2480_worker", code: .notAdmitted, problem: "certificateMissing"),
    BadLogin(
      what: "someone else's certificate", user: "2480_worker",
      certificate: Certificate(login: "2480_annan"), code: .notAdmitted, problem: "certificateOfAnother"),
    BadLogin(
      what: "expired client certificate", user: "2480_worker",
      certificate: Certificate(login: "2480_gammal"), code: .notAdmitted, problem: "certificateExpired"),
    BadLogin(
      what: "revoked client certificate", user: "2480_worker",
      certificate: Certificate(login: "2480_aterkallad"), code: .notAdmitted, problem: "certificateRevoked"),
    BadLogin(
      what: "client certificate of another authority", user: "2480_worker",
      certificate: Certificate(login: "2480_worker", isStrangers: true), code: .notAdmitted,
      problem: "certificateUnknown"),
    BadLogin(
      what: "a server's certificate as one's own", user: "2480_worker",
      certificate: Certificate(login: "server"),
      code: .notAdmitted, problem: "certificateUnknown"),
    BadLogin(
      what: "wrong password", changes: ["password": "gissat"], code: .notAdmitted, problem: "password"),
    BadLogin(what: "no password", code: .notAdmitted, problem: "passwordMissing"),
    BadLogin(
      what: "password past its date", user: "2480_gammal", changes: password, code: .notAdmitted,
      problem: "password"),
    BadLogin(
      what: "no such login", user: "2480_ingen", changes: password, code: .notAdmitted, problem: "password"),
    BadLogin(
      what: "closed login", user: "2480_stangd", changes: password, code: .notAdmitted, problem: "loginClosed"
    ),
    BadLogin(
      what: "more connections than the login may have", user: "2480_full", changes: password,
      code: .notAdmitted,
      problem: "tooMany"),
    BadLogin(
      what: "nobody who takes part", user: "2480_utanfor", changes: password, code: .notAdmitted,
      problem: "databaseClosed"),
    BadLogin(
      what: "plain text to the server on this machine", changes: ["sslmode": "disable"], code: .notAdmitted,
      problem: "noRule"),
    BadLogin(
      what: "the server's administrator", user: "postgres", changes: password, code: .notAdmitted,
      problem: "noRule"),
    BadLogin(
      what: "password beside a certificate", changes: password, certificate: Certificate(login: "2480_annan"),
      code: .unsafeConnection, problem: "passwordBesideCertificate"),
  ]

  /// A machine of the documentation (RFC 5737), which nobody has.
  private static func elsewhere(_ changes: [String: String?]) -> [String: String?] {
    changes.merging(["hostaddr": "203.0.113.7", "connect_timeout": "2"]) { $1 }
  }

  func conninfo(_ target: TLSServer) -> String {
    var changes = changes
    for name in ["sslrootcert", "sslcrl"] {
      if let file = changes[name] ?? nil, !file.hasPrefix("/") {
        changes[name] = target.authority.deletingLastPathComponent().appending(path: file).path
      }
    }
    if let certificate {
      changes.merge(
        target.certificate(
          certificate.login, key: certificate.key, of: certificate.isStrangers ? target.stranger : nil)
      ) { $1 }
    }
    return target.conninfo(user, changes)
  }

  func settings(_ target: TLSServer) -> [String: String] {
    server.mapValues {
      $0.contains(".crt") || $0.contains(".key") ? target.authority.appending(path: $0).path : $0
    }
  }
}
