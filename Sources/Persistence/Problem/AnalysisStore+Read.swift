import EST
import Postgres

extension AnalysisStore {
  /// A version of a problem's analysis, whole.
  /// - Parameter version: `nil` for the newest.
  public func find(_ problem: ProblemID, version: Int? = nil) throws -> Analysis? {
    guard let version = try version ?? currentVersion(of: problem) else { return nil }
    let of: SQL = "where municipality = \(municipality) and problem_id = \(problem) and version = \(version)"
    let head = try session.first("select begun_at, statement, left_out from est.analysis \(of)") {
      (
        begunAt: try $0.get("begun_at", as: Instant.self),
        statement: try $0.get("statement", as: String.self),
        leftOut: try $0.get("left_out", as: String.self)
      )
    }
    guard let head else { return nil }
    return Analysis(
      problem: problem, version: version, begunAt: head.begunAt, statement: head.statement,
      leftOut: head.leftOut,
      evidence: try session.rows("select number, text, source from est.evidence \(of) order by number") {
        Evidence(number: try $0.get("number"), text: try $0.get("text"), source: try $0.get("source"))
      },
      causes: try session.rows(
        """
        select number, text, bone, behind, evidence, strength, influence from est.cause \(of) order by number
        """
      ) {
        Cause(
          number: try $0.get("number"),
          fields: CauseFields(
            text: try $0.get("text"), bone: try $0.get("bone"), behind: try $0.get("behind"),
            evidence: try $0.get("evidence"), strength: try $0.get("strength"),
            influence: try $0.get("influence")))
      },
      chain: try session.rows("select number, text from est.chain_step \(of) order by number") {
        ChainStep(number: try $0.get("number"), text: try $0.get("text"))
      },
      signatures: try signatures(of: problem, version))
  }

  /// Oldest first.
  public func signatures(of problem: ProblemID, _ version: Int) throws -> [Signature] {
    try session.rows(
      """
      select s.role, s.participant_id, p.function, s.at
      from est.signature s join est.participant p on (p.municipality, p.id) = (s.municipality, s.participant_id)
      where s.municipality = \(municipality) and s.problem_id = \(problem) and s.version = \(version) order by s.at, s.role
      """
    ) {
      Signature(
        role: try $0.get("role"), participant: try $0.get("participant_id"), function: try $0.get("function"),
        at: try $0.get("at"))
    }
  }
}
