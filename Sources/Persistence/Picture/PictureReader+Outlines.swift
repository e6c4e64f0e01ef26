import EST
import Picture
import Postgres

extension PictureReader {
  /// The borders of the group's areas, simplified to what can be seen in a drawing of a hand's width.
  public func outlines() throws -> [SituationPicture.Map.Area] {
    // Metres that a corner may be moved.
    let tolerance = 15
    let rings = try session.rows(
      """
      select a.name, packed.eastings, packed.northings
      from est.area a
      cross join lateral st_dump(st_simplifypreservetopology(a.geometry, \(tolerance))) p
      cross join lateral st_dumprings(p.geom) r
      cross join lateral (
        select string_agg(int4send(st_x(d.geom)::integer), '' order by d.path) as eastings,
          string_agg(int4send(st_y(d.geom)::integer), '' order by d.path) as northings
        from st_dumppoints(r.geom) d) packed
      where a.municipality = \(municipality) and (a.group_id is null or a.group_id = \(group))
      order by a.name collate "sv-x-icu", a.id, p.path, r.path
      """
    ) { row in
      let eastings = try row.get("eastings", as: PackedIntegers.self).values
      let northings = try row.get("northings", as: PackedIntegers.self).values
      return (
        name: try row.get("name", as: String.self),
        ring: zip(eastings, northings).map { SituationPicture.Point(easting: Int($0), northing: Int($1)) }
      )
    }
    return rings.reduce(into: []) { areas, next in
      if let last = areas.indices.last, areas[last].name == next.name {
        areas[last].rings.append(next.ring)
      } else {
        areas.append(SituationPicture.Map.Area(name: next.name, rings: [next.ring]))
      }
    }
  }
}
