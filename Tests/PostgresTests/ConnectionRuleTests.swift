import Foundation
import TestSupport
import Testing

@testable import Postgres

/// Which connections may be made, and what is added to them.
@Suite struct ConnectionRuleTests {
  private func rule(_ settings: [String: String], certificate: Bool = false) -> ConnectionRule {
    ConnectionRule(settings, hasCertificate: certificate)
  }

  static let safe = [
    "sslmode": "verify-full", "ssl_min_protocol_version": "TLSv1.3", "gssencmode": "disable",
    "channel_binding": "require",
  ]

  @Test(arguments: [
    ["host": "db.kommunen.se"], ["hostaddr": "192.0.2.1"], ["host": "localhost", "hostaddr": "192.0.2.1"],
    ["host": "/run/postgresql,db.kommunen.se"], ["host": "localhost.kommunen.se"],
    ["host": "127.0.0.1.evil.se"],
    ["host": "128.0.0.1"], ["host": "::2"], ["host": "0.0.0.0"], ["host": "LOCALHOST"], ["host": "127.1"],
    ["host": "localhost", "sslmode": "verify-full"], ["hostaddr": "127.0.0.1,192.0.2.1", "host": "a,b"],
  ])
  func whatIsNotSaidIsSaidSafely(_ settings: [String: String]) throws {
    #expect(try rule(settings).additions() == Self.safe)
    // As libpq fills in what nobody says.
    let filled = settings.merging([
      "sslmode": "prefer", "ssl_min_protocol_version": "TLSv1.2", "gssencmode": "prefer",
      "channel_binding": "prefer",
    ]) { said, _ in said }
    #expect(try rule(filled).additions() == Self.safe)
    #expect(try rule(Self.safe.merging(settings) { $1 }).additions() == Self.safe)
  }

  @Test(arguments: [
    [:], ["host": "/run/postgresql"], ["host": "@est"], ["host": "localhost"], ["host": "127.0.0.1"],
    ["host": "127.250.3.9"], ["host": "::1"], ["hostaddr": "0:0:0:0:0:0:0:1"],
    ["hostaddr": "::ffff:127.0.0.1"],
    ["host": "db.kommunen.se", "hostaddr": "127.0.0.1"], ["host": "localhost", "sslmode": "disable"],
    ["host": "localhost", "sslmode": "require"], ["host": "/run/postgresql", "sslmode": "verify-full"],
    ["host": "127.0.0.1,::1,/run/postgresql"],
  ])
  func withinTheMachineNothingIsAdded(_ settings: [String: String]) throws {
    #expect(try rule(settings).additions().isEmpty)
  }

  @Test(arguments: [
    ("sslmode", "disable"), ("sslmode", "allow"), ("sslmode", "require"), ("sslmode", "verify-ca"),
    ("ssl_min_protocol_version", "TLSv1"), ("ssl_min_protocol_version", "tlsv1.1"),
    ("ssl_max_protocol_version", "TLSv1.2"), ("ssl_max_protocol_version", "tlsv1"),
    ("channel_binding", "disable"),
    ("gssencmode", "require"),
  ])
  func whatIsSaidUnsafelyIsRefused(_ keyword: String, _ value: String) {
    let error = #expect(throws: UnsafeConnection.self) {
      try rule(["host": "db.kommunen.se", keyword: value]).additions()
    }
    guard case .setting(keyword, value, _)? = error else {
      Issue.record("\(String(describing: error))")
      return
    }
  }

  @Test func aCertificateTakesThePlaceOfABoundPassword() throws {
    var rest = Self.safe
    rest["channel_binding"] = nil
    #expect(try rule(["host": "db"], certificate: true).additions() == rest)
    #expect(try rule(["host": "db", "channel_binding": "disable"], certificate: true).additions() == rest)
    // Not to be shown, it is none.
    #expect(try rule(["host": "db", "sslcertmode": "disable"], certificate: true).additions() == Self.safe)
    // A newer libpq answers no question after it.
    let newer = ConnectionRule(["host": "db"], hasCertificate: true, knownKeywords: ["require_auth"])
    #expect(try newer.additions() == rest.merging(["require_auth": "none"]) { $1 })
    let both = ConnectionRule(
      ["host": "db", "channel_binding": "require"], hasCertificate: true, knownKeywords: ["require_auth"])
    #expect(try both.additions() == rest)
  }

  @Test func whatItHasBecomeIsJudged() throws {
    let away = rule(["host": "db"])
    let near = rule(["host": "localhost"])
    func made(_ peer: ServerAddress, _ version: String?, password: Bool = true) -> MadeConnection {
      MadeConnection(peer: peer, tlsVersion: version, usedPassword: password)
    }
    try away.check(made(.elsewhere, "TLSv1.3"))
    try away.check(made(.elsewhere, "TLSv1.4"))
    try near.check(made(.thisMachine, nil))
    try near.check(made(.socket, nil))
    for version in [nil, "", "TLSv1.2", "TLSv1"] {
      #expect(throws: UnsafeConnection.withoutTLS) { try away.check(made(.elsewhere, version)) }
      // A name that leads somewhere else than it says.
      #expect(throws: UnsafeConnection.withoutTLS) { try near.check(made(.elsewhere, version)) }
      #expect(throws: UnsafeConnection.withoutTLS) { try away.check(made(.thisMachine, version)) }
    }
    let certified = rule(["host": "db"], certificate: true)
    try certified.check(made(.elsewhere, "TLSv1.3", password: false))
    #expect(throws: UnsafeConnection.passwordBesideCertificate) {
      try certified.check(made(.elsewhere, "TLSv1.3"))
    }
    try rule(["host": "db", "channel_binding": "require"], certificate: true).check(
      made(.elsewhere, "TLSv1.3"))
  }

  /// Only libpq knows which source wins.
  @Test func servicesCountLikeWhatIsTyped() throws {
    let file = FileManager.default.temporaryDirectory.appending(path: "services-\(UUID())")
    try Data("[est]\nhost=db.kommunen.se\nsslmode=require\nuser=anna\n".utf8).write(to: file)
    defer { try? FileManager.default.removeItem(at: file) }
    let service = "service=est servicefile='\(file.path)'"
    guard ConnectionInfo.knownKeywords.contains("servicefile") else {
      // Older ones name the file in the environment alone, which is everybody's here.
      #expect(throws: PostgresError.self) { try ConnectionInfo.resolved("service=there-is-none") }
      return
    }
    #expect(try ConnectionInfo.resolved(service)["sslmode"] == "require")
  }

  @Test func libpqSaysWhatItWouldDo() throws {
    let said = try ConnectionInfo.resolved("postgresql://anna:hemligt@a.se:5,b.se:6/est?sslmode=verify-ca")
    #expect(said["host"] == "a.se,b.se" && said["user"] == "anna" && said["sslmode"] == "verify-ca")
    #expect(said["dbname"] == "est" && said["password"] == "hemligt" && said["port"] == nil)
    #expect(throws: PostgresError.self) { try ConnectionInfo.resolved("colour=blue") }
    let protected = try ConnectionInfo("postgresql://anna:hemligt@a.se/est?sslcert=/nowhere").protected()
    #expect(
      protected.settings["channel_binding"] == "require" && protected.settings["sslmode"] == "verify-full")
    #expect(!protected.description.contains("hemligt"))
    #expect(try ConnectionInfo.isLocal("host=/run/postgresql") && !ConnectionInfo.isLocal("host=a.se"))
  }
}
