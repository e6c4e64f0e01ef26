import EST
import Picture
import Postgres

/// The blocks of a group's reports that earlier pictures have left.
///
/// A block says under which snapshot it was made, and each transaction that changes reports says of which days. So a
/// block holds if every such transaction that has been committed was to be seen by its snapshot, and nobody who writes
/// reports waits for anybody.
struct KeptReports {
  /// Rises with every change of which reports are kept, or how.
  private static let format: Int32 = 1

  let session: Session
  let municipality: MunicipalityCode
  let group: GroupID

  /// What a block is made under.
  struct Keeping {
    fileprivate let snapshot: String
  }

  /// Makes this transaction the one that keeps blocks of the group, until it ends; `nil` where another one does.
  ///
  /// To be called before anything is read that is to be kept: what is seen later than the snapshot is read again, never
  /// overlooked. A transaction that sees all through as it began could have been overtaken by another keeper.
  func begin() throws -> Keeping? {
    let isKeeper = try session.first(
      """
      select true as keeper from est.est_group g
      where g.municipality = \(municipality) and g.id = \(group)
        and current_setting('transaction_isolation') = 'read committed'
      for no key update skip locked
      """
    ) { try $0.get("keeper", as: Bool.self) }
    guard isKeeper != nil else { return nil }
    return Keeping(snapshot: try session.one("select pg_current_snapshot()::text"))
  }

  /// Those of the blocks in which nothing has changed since they were made, by number.
  func holding(_ blocks: [ReportBlock]) throws -> [Int: PackedReports] {
    let rows = try session.rows(
      """
      select b.number, b.categories, b.areas, b.series, b.begins,
        case when n.detailed then b.lengths end as lengths, case when n.detailed then b.eastings end as eastings,
        case when n.detailed then b.northings end as northings
      from unnest(\(blocks.map(\.number))::integer[], \(blocks.map(\.starts))::timestamptz[],
        \(blocks.map(\.ends))::timestamptz[], \(blocks.map(\.isDetailed))::boolean[])
        as n(number, starts_at, ends_at, detailed)
      join est.kept_reports b on (b.municipality, b.group_id, b.number) = (\(municipality), \(group), n.number)
        and (b.starts_at, b.ends_at) = (n.starts_at, n.ends_at)
      where b.format = \(Self.format) and b.server = (select system_identifier from pg_control_system())
        and (b.lengths is not null or not n.detailed) and not exists (\(changes))
      """
    ) { row in
      func integers(_ name: String) throws -> [Int32] {
        try row.get(name, as: PackedIntegers?.self)?.values ?? []
      }
      let packed = PackedReports(
        categories: try row.get("categories"), areas: try row.get("areas"), series: try integers("series"),
        begins: try integers("begins"), lengths: try integers("lengths"), eastings: try integers("eastings"),
        northings: try integers("northings"))
      return (number: Int(try row.get("number", as: Int32.self)), reports: packed)
    }
    return Dictionary(rows.map { ($0.number, $0.reports) }, uniquingKeysWith: { first, _ in first })
  }

  /// Keeps blocks for later pictures, and forgets the changes that no kept block has to know of.
  ///
  /// - Parameter reports: of each of the blocks, which were read together and so name the same categories and areas.
  func keep(_ blocks: [ReportBlock], _ reports: [PackedReports], as keeping: Keeping) throws {
    guard let names = reports.first else { return }
    func bytes(_ values: (PackedReports) -> [Int32]) -> [[UInt8]] {
      reports.map { PackedIntegers(values: values($0)).bytes }
    }
    func details(_ values: (PackedReports) -> [Int32]) -> [[UInt8]?] {
      zip(blocks, reports).map { $0.isDetailed ? PackedIntegers(values: values($1)).bytes : nil }
    }
    try session.execute(
      """
      insert into est.kept_reports (municipality, group_id, number, starts_at, ends_at, format, snapshot, server,
        categories, areas, series, begins, lengths, eastings, northings)
      select \(municipality), \(group), n.number, n.starts_at, n.ends_at, \(Self.format),
        \(keeping.snapshot)::pg_snapshot, (select system_identifier from pg_control_system()),
        \(names.categories)::text[], \(names.areas)::uuid[], n.series, n.begins, n.lengths, n.eastings, n.northings
      from unnest(\(blocks.map(\.number))::integer[], \(blocks.map(\.starts))::timestamptz[],
        \(blocks.map(\.ends))::timestamptz[], \(bytes(\.series))::bytea[], \(bytes(\.begins))::bytea[],
        \(details(\.lengths))::bytea[], \(details(\.eastings))::bytea[], \(details(\.northings))::bytea[])
        as n(number, starts_at, ends_at, series, begins, lengths, eastings, northings)
      on conflict (municipality, group_id, number) do update set (starts_at, ends_at, format, snapshot, server,
          categories, areas, series, begins, lengths, eastings, northings)
        = (excluded.starts_at, excluded.ends_at, excluded.format, excluded.snapshot, excluded.server,
          excluded.categories, excluded.areas, excluded.series, excluded.begins, excluded.lengths,
          excluded.eastings, excluded.northings)
      """)
    // What is seen here is seen by whoever keeps next. A transaction with a number yet to come was another server's.
    try session.execute(
      """
      delete from est.changed_day c where c.municipality = \(municipality) and c.group_id = \(group)
        and (c.changed_in >= pg_snapshot_xmax(pg_current_snapshot()) or not exists (
          select from est.kept_reports b where (b.municipality, b.group_id) = (c.municipality, c.group_id)
            and \(concerns)))
      """)
  }

  /// The changes that a block `b` does not know of.
  private var changes: SQL {
    """
    select from est.changed_day c where (c.municipality, c.group_id) = (b.municipality, b.group_id) and \(concerns)
    """
  }

  /// Whether a change `c` is one that a block `b` should know of and does not.
  private var concerns: SQL {
    """
    c.day between (b.starts_at at time zone 'UTC')::date
        and ((b.ends_at - interval '1 microsecond') at time zone 'UTC')::date
      and not pg_visible_in_snapshot(c.changed_in, b.snapshot)
    """
  }
}
