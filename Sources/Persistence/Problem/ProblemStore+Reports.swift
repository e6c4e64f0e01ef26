import EST
import Postgres

extension ProblemStore {
  /// Puts reports behind a problem; one that is there already stays one.
  public func link(_ reports: [IncidentID], to problem: ProblemID) throws {
    try session.execute(
      """
      insert into est.problem_incident (municipality, problem_id, incident_id)
      select \(municipality), \(problem), r from unnest(\(reports)::uuid[]) r on conflict do nothing
      """)
  }

  public func unlink(_ reports: [IncidentID], from problem: ProblemID) throws {
    try session.execute(
      """
      delete from est.problem_incident
      where municipality = \(municipality) and problem_id = \(problem) and incident_id = any(\(reports)::uuid[])
      """)
  }

  /// The reports behind a problem that still stand, oldest event first.
  /// - Parameter withAuthorityOnly: whether the reader may know what only police and municipality may.
  public func reports(behind problem: ProblemID, withAuthorityOnly: Bool) throws -> [ReportBehind] {
    try session.rows(
      """
      select n.id, k.number, k.reference, n.category, a.name as area_name, n.occurred_from, n.class
      from est.problem_incident l
      join est.incident_key k on (k.municipality, k.id) = (l.municipality, l.incident_id)
      join est.incident n on (n.municipality, n.received_at, n.id) = (k.municipality, k.received_at, k.id)
      left join est.area a on (a.municipality, a.id) = (n.municipality, n.area_id)
      where l.municipality = \(municipality) and l.problem_id = \(problem)
        and n.review not in ('rejected', 'withdrawn') and (\(withAuthorityOnly) or n.class <> 'authority-only')
      order by n.occurred_from, n.id
      """
    ) {
      ReportBehind(
        id: try $0.get("id"), number: try $0.get("number"), reference: try $0.get("reference"),
        category: try $0.get("category"), areaName: try $0.get("area_name"),
        from: try $0.get("occurred_from"),
        reportClass: try $0.get("class"))
    }
  }
}
