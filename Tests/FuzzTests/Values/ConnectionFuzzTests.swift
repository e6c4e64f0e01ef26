import Foundation
import Postgres
import TestSupport
import Testing

@testable import Commands

/// Connection strings, and what stands in the environment.
@Suite struct ConnectionFuzzTests {
  private static let samples = [
    "host=/tmp port=5432 dbname=est user=est",
    "postgresql://est:hemligt@db.kommunen.se:5432/est?sslmode=verify-full",
    "postgres:///est?host=/tmp&password=hemligt", "host='a b' dbname='it''s' password='hem\\'ligt'", "est",
    "postgresql://[::1]:1,[::2]:2/est?target_session_attrs=read-write",
  ].map { Array($0.utf8) }
  private static let words = [
    "=", "'", "\\", "\\'", "%00", "%ff", "%", "postgresql://", "?", "&", "@", ":", "/", "dbname=",
    "service=x", "password=",
  ]
  .map { Array($0.utf8) }

  @Test func connectionStrings() {
    Fuzz("conninfo", sample: 1_500, full: 60_000).run { random in
      let text = String(decoding: Mutation.of(Self.samples, words: Self.words, &random), as: UTF8.self)
      do {
        _ = try Target(option: Bool.random(using: &random) ? text : nil, environment: ["DATABASE_URL": text])
        let info = try ConnectionInfo(text)
        let secrets: Set = ["password", "sslpassword"]
        let told = info.settings.filter { !secrets.contains($0.key) }
        let again = try ConnectionInfo(info.description).settings
        guard again.filter({ !secrets.contains($0.key) }) == told else {
          throw Flaw("\(info.description): \(again) for \(told)")
        }
        for secret in secrets where again[secret] != nil && info.settings["service"] == nil {
          throw Flaw("a password is told: \(info.description)")
        }
        return .taken
      } catch let flaw as Flaw {
        throw flaw
      } catch {
        try Promise.isKept(by: error)
        guard !Failure(error, .swedish).message.contains("hemligt") else { throw Flaw("a password is told") }
        return .refused
      }
    }
  }
}
