import Analysis
import EST
import Postgres

/// A municipality's tables of what one event of a kind weighs; a version never changes.
public struct HarmStore {
  let session: Session
  let municipality: MunicipalityCode

  public init(_ session: Session, _ municipality: MunicipalityCode) {
    self.session = session
    self.municipality = municipality
  }

  /// - Returns: its version, from 1.
  @discardableResult
  public func add(_ weights: HarmWeights, by importer: ParticipantID, at now: Instant) throws -> Int {
    let version = Int32((try current()?.version ?? 0) + 1)
    let categories = weights.categories
    try session.execute(
      """
      insert into est.harm_weight (municipality, version, category, days)
      select \(municipality), \(version), c, d
      from unnest(\(categories)::text[], \(categories.map { weights.days(of: $0)! })::float8[]) w(c, d)
      """)
    try session.execute(
      """
      insert into est.harm_table (municipality, version, name, edition, source, imported_at, imported_by)
      values (\(municipality), \(version), \(weights.name), \(weights.version), \(weights.source), \(now), \(importer))
      """)
    return Int(version)
  }

  /// The newest; `nil` where none has been imported.
  public func current() throws -> (version: Int, weights: HarmWeights)? {
    try session.first(
      """
      select t.version, t.name, t.edition, t.source, w.categories, w.days
      from est.harm_table t
      cross join lateral (
        select coalesce(array_agg(w.category), '{}') as categories, coalesce(array_agg(w.days), '{}') as days
        from est.harm_weight w where (w.municipality, w.version) = (t.municipality, t.version)) w
      where t.municipality = \(municipality) order by t.version desc limit 1
      """
    ) { row in
      let categories: [String] = try row.get("categories")
      let days: [Double] = try row.get("days")
      return (
        version: Int(try row.get("version", as: Int32.self)),
        weights: try HarmWeights(
          name: try row.get("name"), version: try row.get("edition"), source: try row.get("source"),
          days: Dictionary(uniqueKeysWithValues: zip(categories, days)))
      )
    }
  }
}
