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

/// What a stored version or its annex was made of, and whether its bytes still are what was stored.
public struct PictureRecord: Sendable, Equatable {
  public let version: Int
  /// Whether it is the version's annex.
  public let isAnnex: Bool
  public let compiledAt: Instant
  /// In hexadecimal: as written down, and as the stored bytes give it now.
  public let hash: String
  public let hashNow: String
  public let content: [UInt8]
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
  /// The records of a cycle's versions, oldest first, each followed by its annex's.
  public func records(of cycle: CycleID) throws -> [PictureRecord] {
    try session.rows(
      """
      select p.version, r.is_annex, p.compiled_at, encode(r.hash, 'hex') as hash,
        encode(sha256(r.content), 'hex') as hash_now, p.inputs, encode(r.reports_hash, 'hex') as reports_hash,
        r.reports, r.content
      from est.picture p
      cross join lateral (
        select false as is_annex, p.hash, p.content, p.reports_hash, p.reports
        union all
        select true, a.hash, a.content, a.reports_hash, a.reports from est.picture_annex a
        where (a.municipality, a.cycle_id, a.version) = (p.municipality, p.cycle_id, p.version)) r
      where p.municipality = \(municipality) and p.cycle_id = \(cycle) order by p.version, r.is_annex
      """
    ) {
      var inputs: PictureRecord.Inputs?
      if let surroundings = try $0.get("inputs", as: [UInt8]?.self) {
        inputs = PictureRecord.Inputs(
          surroundings: surroundings, reportsHash: try $0.get("reports_hash"),
          reports: Int(try $0.get("reports", as: Int64.self)))
      }
      return PictureRecord(
        version: Int(try $0.get("version", as: Int32.self)), isAnnex: try $0.get("is_annex"),
        compiledAt: try $0.get("compiled_at"), hash: try $0.get("hash"), hashNow: try $0.get("hash_now"),
        content: try $0.get("content"), inputs: inputs)
    }
  }

  /// Stores the annex of a version.
  public func addAnnex(_ content: [UInt8], version: Int, of cycle: CycleID, from inputs: NewInputs) throws {
    try session.execute(
      """
      insert into est.picture_annex (municipality, cycle_id, version, content, reports_hash, reports)
      values (\(municipality), \(cycle), \(version), \(content), sha256(\(inputs.reportBytes)),
        \(Int64(inputs.reports)))
      """)
  }

  /// The annex of a version, for one who may know it; the database itself refuses all others.
  public func annex(of cycle: CycleID, version: Int, for reader: ParticipantID) throws -> [UInt8]? {
    try session.one(
      "select est.annex_for(\(municipality), \(cycle), \(version)::integer, \(reader))", as: [UInt8]?.self)
  }

  /// SHA-256 in hexadecimal.
  public func hash(of bytes: [UInt8]) throws -> String {
    try session.one("select encode(sha256(\(bytes)), 'hex')", as: String.self)
  }
}
