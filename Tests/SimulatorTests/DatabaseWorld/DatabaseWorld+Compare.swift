import EST
import Persistence
import Postgres

extension DatabaseWorld {
  /// Compares what stands, and what has been written since the last time, line by line; and counts what there is in all.
  func compare() async throws {
    let mark = mark
    let found = try await database.transaction { session in try Reading(session, since: mark) }
    self.mark = found.next
    compare(found)
  }

  /// What the database has on record, as one transaction sees it.
  struct Reading: Sendable {
    /// What stands, and what has been written since.
    let lines: [String]
    let count: Int
    /// From where on to read the next time.
    let next: Int64

    init(_ session: Session, since mark: Int64) throws {
      lines = try session.rows(DatabaseWorld.lines(mark, code)) { try $0.get("line", as: String.self) }
      next = try session.one("select pg_snapshot_xmax(pg_current_snapshot())::text::bigint")
      count = try session.one(DatabaseWorld.count(code))
    }
  }

  func compare(_ found: Reading) {
    let memory = Snapshot(memory)
    let (lines, count) = (found.lines, found.count)
    let standing = Set(lines.filter { $0.hasPrefix("timer ") })
    differ(standing.subtracting(memory.standing), "only in the database")
    differ(memory.standing.subtracting(standing), "only in memory")
    let others = lines.filter { !$0.hasPrefix("timer ") && !memory.records.contains($0) }
    differ(Set(others.map { beside($0, memory) }), "only in the database")
    if count != memory.records.count {
      differ("\(memory.records.count) records in memory, \(count) in the database")
    }
  }

  private func differ(_ lines: Set<String>, _ how: String) {
    for line in lines.sorted().prefix(5) { differ("\(how): \(line)") }
  }

  /// The memory's records of the same thing, to put beside what differs: those that begin with the same four words.
  private func beside(_ line: String, _ memory: Snapshot) -> String {
    let words = line.split(separator: " ").prefix(4).joined(separator: " ") + " "
    let known = memory.records.filter { $0.hasPrefix(words) }.sorted()
    return "\(line), in memory: \(known.joined(separator: "; "))"
  }

  /// Learns the database's names of cycles that have been born since.
  func learnCycles() async throws {
    guard cycles.count < memory.cycles.count else { return }
    let code = Self.code
    let known = try await database.session { session in
      try session.rows("\(Self.names(code)) select id, name from cycle_name") {
        (try $0.get("name", as: String.self), try $0.get("id", as: CycleID.self))
      }
    }
    let byName = Dictionary(uniqueKeysWithValues: known)
    for cycle in memory.cycles[cycles.count...] {
      let name = memory.name(cycle.instance)
      guard let id = byName[name] else { return differ("only in memory: \(name)") }
      cycles.append(id)
    }
  }

  /// What people call the instances of the machines that are played.
  private static func names(_ code: MunicipalityCode) -> SQL {
    """
    with cycle_name as (
      select c.id, 'cycle ' || c.label || '#'
        || row_number() over (partition by c.label order by l.written_at) as name
      from est.cycle c join est.transition_log l
        on (l.municipality, l.instance_id, l.revision) = (c.municipality, c.id, 1)
      where c.municipality = \(code)),
    named as (
      select id, name from cycle_name
      union all
      select i.id, i.machine || ' ' || row_number() over (partition by i.machine order by l.written_at)
      from est.instance i join est.transition_log l
        on (l.municipality, l.instance_id, l.revision) = (i.municipality, i.id, 1)
      where i.municipality = \(code) and i.machine in ('problem', 'action')),
    person as (select id, substr(login, 6) as login from est.participant where municipality = \(code))
    """
  }

  private static func micros(_ column: SQL) -> SQL { "(extract(epoch from \(column)) * 1000000)::bigint" }

  fileprivate static func lines(_ mark: Int64, _ code: MunicipalityCode) -> SQL {
    func isNew(_ table: SQL) -> SQL {
      "\(table).municipality = \(code) and \(table).xmin::text::bigint >= \(mark)"
    }
    return """
      \(names(code))
      select 'timer ' || n.name || ' ' || t.event || ' ' || \(micros("t.due")) as line
      from est.timer t join named n on n.id = t.instance_id
      union all
      select concat_ws(' ', 'log', n.name, l.revision, l.from_state, l.event, l.to_state, p.login, l.actor_role,
        \(micros("l.at")), coalesce(l.reason, '-'))
      from est.transition_log l join named n on n.id = l.instance_id join person p on p.id = l.actor
      where \(isNew("l"))
      union all
      select concat_ws(' ', 'refused', n.name, r.event, \(micros("r.due")), \(micros("r.at")),
        coalesce(substring(r.reason from 'unmet\\(guardName: "(.*)"\\)'),
          case when r.reason like 'notInThisState%' then 'state' else r.reason end))
      from est.refusal r join named n on n.id = r.instance_id where \(isNew("r"))
      union all
      select concat_ws(' ', 'told', n.name, t.revision, t.kind, p.login)
      from est.notice t join named n on n.id = t.instance_id join person p on p.id = t.participant_id
      where \(isNew("t"))
      union all
      select concat_ws(' ', 'mail', n.name, o.payload->>'revision', o.payload->>'notice', p.login, o.state, o.attempts)
      from est.outbox o join named n on n.id = (o.payload->>'instance')::uuid
        join person p on p.id = (o.payload->>'participant')::uuid
      where \(isNew("o"))
      union all
      select concat_ws(' ', 'picture', n.name, i.version,
        case when i.adopted_at is null then 'draft' else 'adopted' end)
      from est.picture i join named n on n.id = i.cycle_id where \(isNew("i"))
      union all
      select concat_ws(' ', 'coverage', n.name, u.name, v.status)
      from est.coverage v join named n on n.id = v.cycle_id
        join est.unit u on (u.municipality, u.id) = (v.municipality, v.unit_id)
      where \(isNew("v"))
      union all
      select concat_ws(' ', 'report', i.id, u.name, coalesce(n.name, '-'),
        case when i.late then 'late' else 'in time' end, i.review)
      from est.incident i join est.unit u on (u.municipality, u.id) = (i.municipality, i.unit_id)
        left join named n on n.id = i.cycle_id
      where \(isNew("i"))
      """
  }

  /// How many records there are in all: what has gone shows in no row.
  fileprivate static func count(_ code: MunicipalityCode) -> SQL {
    """
    \(names(code))
    select (select count(*) from est.transition_log l join named n on n.id = l.instance_id)
      + (select count(*) from est.refusal r join named n on n.id = r.instance_id)
      + (select count(*) from est.notice t join named n on n.id = t.instance_id)
      + (select count(*) from est.outbox o join named n on n.id = (o.payload->>'instance')::uuid)
      + (select count(*) from est.picture) + (select count(*) from est.coverage)
      + (select count(*) from est.incident)
    """
  }
}
