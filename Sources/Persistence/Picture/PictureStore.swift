import EST
import Picture
import Postgres

/// One version of a cycle's picture, without its content.
public struct PictureVersion: Sendable, Equatable {
  public let version: Int
  public let compiledAt: Instant
  public let adoptedAt: Instant?
  /// The adopted version that this one corrects.
  public let supersedes: Int?
  /// SHA-256 of the content, in hexadecimal, as the database computes it.
  public let hash: String
  /// The log's head when it was adopted, which the database wrote.
  public let logHead: SituationPicture.LogHead?
}

/// The versions of the pictures of one municipality. A version never changes; the database sees to it.
public struct PictureStore {
  let session: Session
  let municipality: MunicipalityCode

  public init(_ session: Session, _ municipality: MunicipalityCode) {
    self.session = session
    self.municipality = municipality
  }

  /// Oldest first.
  public func versions(of cycle: CycleID) throws -> [PictureVersion] {
    try session.rows(
      """
      select version, compiled_at, adopted_at, supersedes, encode(hash, 'hex') as hash, log_head,
        encode(log_head_hash, 'hex') as log_head_hash
      from est.picture
      where municipality = \(municipality) and cycle_id = \(cycle) order by version
      """
    ) {
      PictureVersion(
        version: Int(try $0.get("version", as: Int32.self)), compiledAt: try $0.get("compiled_at"),
        adoptedAt: try $0.get("adopted_at"),
        supersedes: try $0.get("supersedes", as: Int32?.self).map(Int.init), hash: try $0.get("hash"),
        logHead: try Self.head($0.get("log_head"), $0.get("log_head_hash")))
    }
  }

  private static func head(_ number: Int?, _ hash: String?) -> SituationPicture.LogHead? {
    guard let number, let hash else { return nil }
    return SituationPicture.LogHead(number: number, hash: hash)
  }

  /// The picture as JSON in UTF-8, byte for byte as it was compiled.
  public func content(of cycle: CycleID, version: Int) throws -> [UInt8]? {
    try session.first(
      """
      select content from est.picture
      where municipality = \(municipality) and cycle_id = \(cycle) and version = \(version)
      """
    ) { try $0.get("content") }
  }

  public func add(
    _ content: [UInt8], version: Int, of cycle: CycleID, supersedes: Int?, from inputs: NewInputs,
    by participant: ParticipantID, at now: Instant
  ) throws {
    try session.execute(
      """
      insert into est.picture (municipality, cycle_id, version, compiled_at, compiled_by, content, supersedes, inputs,
        reports_hash, reports)
      values (\(municipality), \(cycle), \(version), \(now), \(participant), \(content), \(supersedes),
        \(inputs.surroundings), sha256(\(inputs.reportBytes)), \(Int64(inputs.reports)))
      """)
  }

  public func adopt(_ version: Int, of cycle: CycleID, by participant: ParticipantID, at now: Instant) throws
  {
    try session.execute(
      """
      update est.picture set adopted_at = \(now), adopted_by = \(participant)
      where municipality = \(municipality) and cycle_id = \(cycle) and version = \(version)
        and adopted_at is null
      """)
  }
}
