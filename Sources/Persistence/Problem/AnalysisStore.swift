import EST
import Foundation
import Postgres

/// The root-cause analyses of one municipality. Writers hold the problem's lock, so that numbers have no gaps.
public struct AnalysisStore {
  let session: Session
  let municipality: MunicipalityCode

  public init(_ session: Session, _ municipality: MunicipalityCode) {
    self.session = session
    self.municipality = municipality
  }

  /// Begins the next version: the first is empty, a later one a copy of the one before, without its signatures.
  /// - Returns: its number.
  @discardableResult
  public func begin(_ problem: ProblemID, by actor: ParticipantID, at now: Instant) throws -> Int {
    let last = try currentVersion(of: problem)
    guard let last else {
      try session.execute(
        """
        insert into est.analysis (municipality, problem_id, version, begun_at, begun_by)
        values (\(municipality), \(problem), 1, \(now), \(actor))
        """)
      return 1
    }
    let next = last + 1
    let of: SQL = "where municipality = \(municipality) and problem_id = \(problem) and version = \(last)"
    try session.execute(
      """
      insert into est.analysis (municipality, problem_id, version, begun_at, begun_by, statement, left_out)
      select municipality, problem_id, \(next), \(now), \(actor), statement, left_out from est.analysis \(of)
      """)
    try session.execute(
      """
      insert into est.evidence (municipality, problem_id, version, number, id, text, source)
      select municipality, problem_id, \(next), number, id, text, source from est.evidence \(of)
      """)
    try session.execute(
      """
      insert into est.cause (municipality, problem_id, version, number, id, text, bone, kind, behind, evidence,
        strength, influence)
      select municipality, problem_id, \(next), number, id, text, bone, kind, behind, evidence, strength, influence
      from est.cause \(of)
      """)
    try session.execute(
      """
      insert into est.chain_step (municipality, problem_id, version, number, id, text)
      select municipality, problem_id, \(next), number, id, text from est.chain_step \(of)
      """)
    return next
  }

  /// `nil` before the first.
  public func currentVersion(of problem: ProblemID) throws -> Int? {
    try session.one(
      "select max(version) from est.analysis where municipality = \(municipality) and problem_id = \(problem)"
    )
  }

  public func state(_ statement: String, leftOut: String, of problem: ProblemID, _ version: Int) throws {
    try session.change(
      "update est.analysis set statement = \(statement), left_out = \(leftOut) \(row(problem, version))")
  }

  /// - Returns: the number it got.
  public func addEvidence(
    _ id: UUID, _ text: String, source: String, to problem: ProblemID, _ version: Int
  ) throws -> Int {
    try session.one(
      """
      insert into est.evidence (municipality, problem_id, version, number, id, text, source)
      values (\(municipality), \(problem), \(version), \(next(.evidence, problem, version)), \(id), \(text),
        \(source))
      returning number
      """)
  }

  /// - Returns: the number it got.
  public func addCause(_ id: UUID, _ cause: CauseFields, to problem: ProblemID, _ version: Int) throws -> Int
  {
    try session.one(
      """
      insert into est.cause (municipality, problem_id, version, number, id, text, bone, kind, behind, evidence,
        strength, influence)
      values (\(municipality), \(problem), \(version), \(next(.cause, problem, version)), \(id), \(cause.text),
        \(cause.bone), \(cause.kind), \(cause.behind), \(cause.evidence), \(cause.strength), \(cause.influence))
      returning number
      """)
  }

  /// - Returns: the number it got.
  public func addStep(_ id: UUID, _ text: String, to problem: ProblemID, _ version: Int) throws -> Int {
    try session.one(
      """
      insert into est.chain_step (municipality, problem_id, version, number, id, text)
      values (\(municipality), \(problem), \(version), \(next(.step, problem, version)), \(id), \(text))
      returning number
      """)
  }

  /// - Returns: whether there was such a one.
  public func remove(
    _ part: AnalysisPart, _ number: Int, of problem: ProblemID, _ version: Int
  ) throws -> Bool {
    try session.execute("delete from \(table(part)) \(row(problem, version)) and number = \(number)") == 1
  }

  /// The number of the part that was added under an id; `nil` for a new one.
  public func number(of id: UUID, in part: AnalysisPart, _ problem: ProblemID, _ version: Int) throws -> Int?
  {
    try session.first(
      "select number from \(table(part)) \(row(problem, version)) and id = \(id)"
    ) { try $0.get("number") }
  }

  /// Signs a version, which locks it.
  public func sign(
    _ problem: ProblemID, _ version: Int, as role: GroupRole, by participant: ParticipantID, at now: Instant
  ) throws {
    try session.execute(
      """
      insert into est.signature (municipality, problem_id, version, role, participant_id, at)
      values (\(municipality), \(problem), \(version), \(role), \(participant), \(now))
      """)
  }

  private func row(_ problem: ProblemID, _ version: Int) -> SQL {
    "where municipality = \(municipality) and problem_id = \(problem) and version = \(version)"
  }

  private func table(_ part: AnalysisPart) -> SQL { "est.\(identifier: part.rawValue)" }

  private func next(_ part: AnalysisPart, _ problem: ProblemID, _ version: Int) -> SQL {
    "(select coalesce(max(number), 0) + 1 from \(table(part)) \(row(problem, version)))"
  }
}
