import EST
import Postgres

/// A plan with when it was said.
public struct StoredEffectPlan: Sendable {
  public let version: Int
  public let madeAt: Instant
  public let plan: EffectPlan

  public init(version: Int, madeAt: Instant, plan: EffectPlan) {
    self.version = version
    self.madeAt = madeAt
    self.plan = plan
  }
}

/// By what the effect of each action is judged; a version never changes.
public struct EffectPlanStore {
  let session: Session
  let municipality: MunicipalityCode

  public init(_ session: Session, _ municipality: MunicipalityCode) {
    self.session = session
    self.municipality = municipality
  }

  /// - Precondition: the action is locked.
  /// - Returns: its version, from 1.
  public func add(_ plan: EffectPlan, to action: ActionID, by maker: ParticipantID, at now: Instant) throws
    -> Int
  {
    let version =
      try session.one(
        """
        select coalesce(max(version), 0) from est.effect_plan
        where municipality = \(municipality) and action_id = \(action)
        """, as: Int32.self) + 1
    for place in EffectPlan.Place.allCases {
      try session.execute(
        """
        insert into est.effect_plan_area (municipality, action_id, version, area_id, place)
        select \(municipality), \(action), \(version), a, \(place.rawValue)
        from unnest(\(plan.areas[place] ?? [])::uuid[]) a
        """)
    }
    try session.execute(
      """
      insert into est.effect_plan_category (municipality, action_id, version, category)
      select \(municipality), \(action), \(version), c
      from unnest(\(plan.categories.map(\.description))::text[]) c
      """)
    try session.execute(
      """
      insert into est.effect_plan (municipality, action_id, version, made_at, made_by, trigger_weeks, longest_weeks)
      values (\(municipality), \(action), \(version), \(now), \(maker), \(plan.triggerWeeks), \(plan.longestWeeks))
      """)
    return Int(version)
  }

  /// All versions, the oldest first.
  public func versions(of action: ActionID) throws -> [StoredEffectPlan] {
    try session.rows(
      """
      select p.version, p.made_at, p.trigger_weeks, p.longest_weeks, a.areas, a.places, c.categories
      from est.effect_plan p
      cross join lateral (
        select array_agg(x.area_id order by n.name collate "sv-x-icu") as areas,
          array_agg(x.place order by n.name collate "sv-x-icu") as places
        from est.effect_plan_area x join est.area n on (n.municipality, n.id) = (x.municipality, x.area_id)
        where (x.municipality, x.action_id, x.version) = (p.municipality, p.action_id, p.version)) a
      cross join lateral (
        select coalesce(array_agg(x.category order by x.category), '{}') as categories
        from est.effect_plan_category x
        where (x.municipality, x.action_id, x.version) = (p.municipality, p.action_id, p.version)) c
      where p.municipality = \(municipality) and p.action_id = \(action)
      order by p.version
      """
    ) { row in
      let areas: [AreaID] = try row.get("areas")
      let places: [String] = try row.get("places")
      let categories: [String] = try row.get("categories")
      var byPlace: [EffectPlan.Place: [AreaID]] = [:]
      for (area, place) in zip(areas, places) {
        guard let place = EffectPlan.Place(rawValue: place) else { continue }
        byPlace[place, default: []].append(area)
      }
      return StoredEffectPlan(
        version: Int(try row.get("version", as: Int32.self)), madeAt: try row.get("made_at"),
        plan: try EffectPlan(
          areas: byPlace, categories: categories.map { CategoryCode($0) },
          triggerWeeks: Int(try row.get("trigger_weeks", as: Int32.self)),
          longestWeeks: try row.get("longest_weeks", as: Int32?.self).map(Int.init)))
    }
  }
}
