import EST
import Foundation
import Postgres

/// One release of the public picture, without its content.
public struct PublicReleaseRow: Sendable, Equatable {
  /// In the order of release within the municipality, from 1.
  public let number: Int
  public let period: String
  public let version: Int
  public let releasedAt: Instant
  /// The login of the coordinator who decided it.
  public let releasedBy: String
  /// SHA-256 of the content, in hexadecimal.
  public let hash: String
}

/// What one municipality has made public. A release never changes; the database sees to it.
public struct PublicReleaseStore {
  let session: Session
  let municipality: MunicipalityCode

  public init(_ session: Session, _ municipality: MunicipalityCode) {
    self.session = session
    self.municipality = municipality
  }

  /// Until the transaction ends nobody else releases anything of this municipality, which would not be known to it.
  public func lock() throws {
    try session.execute(
      "select from est.municipality where municipality = \(municipality) for no key update")
  }

  /// In the order of release.
  public func all() throws -> [PublicReleaseRow] { try rows("true") }
  public func versions(of period: String) throws -> [PublicReleaseRow] { try rows("r.period = \(period)") }
  public func said(under key: UUID) throws -> PublicReleaseRow? { try rows("r.key = \(key)").first }

  private func rows(_ condition: SQL) throws -> [PublicReleaseRow] {
    try session.rows(
      """
      select r.number, r.period, r.version, r.released_at, p.login, encode(r.hash, 'hex') as hash
      from est.public_release r join est.participant p on (p.municipality, p.id) = (r.municipality, r.released_by)
      where r.municipality = \(municipality) and \(condition) order by r.number
      """
    ) {
      PublicReleaseRow(
        number: Int(try $0.get("number", as: Int32.self)), period: try $0.get("period"),
        version: Int(try $0.get("version", as: Int32.self)), releasedAt: try $0.get("released_at"),
        releasedBy: try $0.get("login"), hash: try $0.get("hash"))
    }
  }

  /// As JSON in UTF-8, byte for byte as it was published.
  public func content(_ number: Int) throws -> [UInt8]? {
    try session.first(
      """
      select content from est.public_release where municipality = \(municipality) and number = \(number)
      """
    ) { try $0.get("content") }
  }

  /// The true counts behind every release, in the order of release.
  public func audits() throws -> [JSONText] {
    try session.rows(
      "select audit from est.public_release where municipality = \(municipality) order by number"
    ) { try $0.get("audit") }
  }

  public func add(
    _ content: [UInt8], audit: JSONText, number: Int, period: String, version: Int, key: UUID,
    by participant: ParticipantID, at now: Instant
  ) throws {
    try session.execute(
      """
      insert into est.public_release (municipality, number, period, version, content, audit, key, released_at,
        released_by)
      values (\(municipality), \(number), \(period), \(version), \(content), \(audit), \(key), \(now),
        \(participant))
      """)
  }
}
