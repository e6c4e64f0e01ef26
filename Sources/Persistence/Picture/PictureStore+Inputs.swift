import EST
import Postgres

/// What a picture is made of, to be written down with it.
public struct NewInputs: Sendable {
  /// All but the reports.
  let surroundings: [UInt8]
  /// What was read of the reports; only its hash is kept.
  let reportBytes: [UInt8]
  let reports: Int

  public init(surroundings: [UInt8], reportBytes: [UInt8], reports: Int) {
    self.surroundings = surroundings
    self.reportBytes = reportBytes
    self.reports = reports
  }
}

/// What a stored version was made of, and whether its bytes still are what was stored.
public struct PictureRecord: Sendable, Equatable {
  public let cycle: CycleID
  public let version: Int
  public let compiledAt: Instant
  /// In hexadecimal: as written down, and as the stored bytes give it now.
  public let hash: String
  public let hashNow: String
  /// `nil` for a version of before they were written down.
  public let inputs: Inputs?

  public struct Inputs: Sendable, Equatable {
    public let surroundings: [UInt8]
    public let reportsHash: String
    public let reports: Int
  }

  public var isIntact: Bool { hash == hashNow }
}

extension PictureStore {
  /// The records of a cycle's versions, oldest first.
  public func records(of cycle: CycleID) throws -> [PictureRecord] {
    try session.rows(
      """
      select version, compiled_at, encode(hash, 'hex') as hash, encode(sha256(content), 'hex') as hash_now, inputs,
        encode(reports_hash, 'hex') as reports_hash, reports
      from est.picture where municipality = \(municipality) and cycle_id = \(cycle) order by version
      """
    ) {
      var inputs: PictureRecord.Inputs?
      if let surroundings = try $0.get("inputs", as: [UInt8]?.self) {
        inputs = PictureRecord.Inputs(
          surroundings: surroundings, reportsHash: try $0.get("reports_hash"),
          reports: Int(try $0.get("reports", as: Int64.self)))
      }
      return PictureRecord(
        cycle: cycle, version: Int(try $0.get("version", as: Int32.self)),
        compiledAt: try $0.get("compiled_at"),
        hash: try $0.get("hash"), hashNow: try $0.get("hash_now"), inputs: inputs)
    }
  }

  /// SHA-256 in hexadecimal.
  public func hash(of bytes: [UInt8]) throws -> String {
    try session.one("select encode(sha256(\(bytes)), 'hex')", as: String.self)
  }
}
