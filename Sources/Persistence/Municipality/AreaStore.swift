import EST
import Postgres

public struct Area: Sendable, Hashable {
  public let id: AreaID
  public let name: String
  public let group: GroupID?
  public let population: Int?
  /// Square metres.
  public let size: Double
}

/// What PostGIS makes of one feature of an area file.
public struct ExaminedFeature: Sendable {
  /// Square metres, after mending.
  public let size: Double
  /// Why it was not valid as drawn, such as a ring that crosses itself; `nil` where it was.
  public let invalidity: String?
  /// Well-known binary in SWEREF 99 TM, mended; `nil` where nothing with an extent is left.
  public let geometry: [UInt8]?
}

/// The areas of one municipality.
public struct AreaStore {
  let session: Session
  let municipality: MunicipalityCode

  public init(_ session: Session, _ municipality: MunicipalityCode) {
    self.session = session
    self.municipality = municipality
  }

  public func all() throws -> [Area] {
    try session.rows(
      """
      select id, name, group_id, population, st_area(geometry) as size from est.area
      where municipality = \(municipality) order by name collate "sv-x-icu"
      """
    ) {
      Area(
        id: try $0.get("id"), name: try $0.get("name"), group: try $0.get("group_id"),
        population: try $0.get("population", as: Int32?.self).map(Int.init), size: try $0.get("size"))
    }
  }

  /// Whether coordinates in the reference system of that EPSG code can be brought to SWEREF 99 TM.
  public func knowsReferenceSystem(_ srid: Int) throws -> Bool {
    try session.one("select exists (select from spatial_ref_sys where srid = \(srid)::bigint)")
  }

  /// Brings a GeoJSON geometry in `srid` to SWEREF 99 TM and mends what crosses itself.
  public func examine(geoJSON: String, srid: Int) throws -> ExaminedFeature {
    try session.first(
      """
      with drawn as (
        select st_transform(st_setsrid(st_geomfromgeojson(\(geoJSON)::text), \(srid)::integer), 3006) as g),
      mended as (
        select g, st_multi(st_collectionextract(case when st_isvalid(g) then g else st_makevalid(g) end, 3)) as m
        from drawn)
      select st_area(m) as size, case when st_isvalid(g) then null else st_isvalidreason(g) end as invalidity,
        case when st_isempty(m) then null else st_asbinary(m) end as geometry
      from mended
      """
    ) {
      ExaminedFeature(
        size: try $0.get("size"), invalidity: try $0.get("invalidity"), geometry: try $0.get("geometry"))
    }!
  }

  /// Adds an area, or gives the one of that name its new border. Several geometries become one area.
  /// - Returns: the area's id, which stays over imports.
  @discardableResult
  public func save(
    name: String, geometries: [[UInt8]], population: Int?, group: GroupID?, id: AreaID
  ) throws -> AreaID {
    try session.one(
      """
      insert into est.area (municipality, id, group_id, name, population, geometry)
      select \(municipality), \(id), \(group), \(name), \(population),
        st_multi(st_collectionextract(st_union(st_setsrid(st_geomfromwkb(g), 3006)), 3))
      from unnest(\(geometries)::bytea[]) g
      on conflict (municipality, name) do update
        set geometry = excluded.geometry, population = coalesce(excluded.population, est.area.population),
          group_id = coalesce(excluded.group_id, est.area.group_id)
      returning id
      """)
  }

  /// The area of each point, in the order of the points; `nil` where none holds it.
  ///
  /// - Parameters:
  ///   - xs: metres east in SWEREF 99 TM, or degrees of longitude where `srid` is 4326.
  ///   - ys: metres north, or degrees of latitude.
  public func areas(xs: [Double], ys: [Double], srid: Int = 3006) throws -> [AreaID?] {
    try session.rows(
      """
      select area from est.areas_at(\(municipality), \(xs)::float8[], \(ys)::float8[], \(srid)::integer)
        with ordinality as held(area, n)
      order by n
      """
    ) { try $0.get("area") }
  }

  /// Whether a point lies at most so many metres outside an area.
  public func isBeside(_ area: AreaID, _ point: SwerefPoint, within metres: Double) throws -> Bool {
    try session.one(
      """
      select st_dwithin(geometry, st_setsrid(st_makepoint(\(point.easting), \(point.northing)), 3006), \(metres))
      from est.area where municipality = \(municipality) and id = \(area)
      """)
  }

  /// Points brought to SWEREF 99 TM.
  public func sweref(longitudes: [Double], latitudes: [Double]) throws -> [SwerefPoint] {
    try session.rows(
      """
      select st_x(p) as x, st_y(p) as y
      from (select n, st_transform(st_setsrid(st_makepoint(lon, lat), 4326), 3006) as p
        from unnest(\(longitudes)::float8[], \(latitudes)::float8[]) with ordinality as given(lon, lat, n)) t
      order by n
      """
    ) { SwerefPoint(easting: try $0.get("x"), northing: try $0.get("y")) }
  }
}
