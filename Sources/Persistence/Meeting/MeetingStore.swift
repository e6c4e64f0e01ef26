import EST
import Foundation
import Postgres
import StateMachine

/// What the meetings of a municipality's groups noted and decided.
public struct MeetingStore {
  let session: Session
  let municipality: MunicipalityCode

  public init(_ session: Session, _ municipality: MunicipalityCode) {
    self.session = session
    self.municipality = municipality
  }

  /// That a function took part; saying it again changes nothing.
  public func attend(
    _ cycle: CycleID, organisation: OrganisationID, function: String, at now: Instant
  ) throws {
    try session.execute(
      """
      insert into est.attendance (municipality, cycle_id, organisation_id, function, at)
      values (\(municipality), \(cycle), \(organisation), \(function), \(now)) on conflict do nothing
      """)
  }

  public func hasAttended(_ cycle: CycleID, organisation: OrganisationID, function: String) throws -> Bool {
    try session.one(
      """
      select exists (select from est.attendance where municipality = \(municipality) and cycle_id = \(cycle)
        and organisation_id = \(organisation) and function = \(function))
      """)
  }

  public func attendance(of cycle: CycleID) throws -> [Attendance] {
    try session.rows(
      """
      select o.name, t.function, t.at
      from est.attendance t
      join est.organisation o on (o.municipality, o.id) = (t.municipality, t.organisation_id)
      where t.municipality = \(municipality) and t.cycle_id = \(cycle)
      order by o.name collate "sv-x-icu", t.function collate "sv-x-icu"
      """
    ) { Attendance(organisation: try $0.get("name"), function: try $0.get("function"), at: try $0.get("at")) }
  }

  /// Writes the meeting's next decision. The caller holds the cycle's lock, so that numbers have no gaps.
  public func decide(_ id: UUID, _ text: String, in cycle: CycleID, at now: Instant) throws {
    try session.execute(
      """
      insert into est.decision (municipality, cycle_id, number, id, text, at)
      select \(municipality), \(cycle), coalesce(max(d.number), 0) + 1, \(id), \(text), \(now)
      from est.decision d where d.municipality = \(municipality) and d.cycle_id = \(cycle)
      """)
  }

  public func decision(_ id: UUID) throws -> MeetingDecision? {
    try session.first(
      "select number, text, at from est.decision where municipality = \(municipality) and id = \(id)",
      Self.readDecision)
  }

  public func decisions(of cycle: CycleID) throws -> [MeetingDecision] {
    try session.rows(
      """
      select number, text, at from est.decision
      where municipality = \(municipality) and cycle_id = \(cycle) order by number
      """, Self.readDecision)
  }

  private static func readDecision(_ row: Row) throws -> MeetingDecision {
    MeetingDecision(number: try row.get("number"), text: try row.get("text"), at: try row.get("at"))
  }

  /// Makes `problems` the whole order, the most important first.
  public func setPriorities(_ problems: [ProblemID], of cycle: CycleID) throws {
    try session.execute(
      "delete from est.priority where municipality = \(municipality) and cycle_id = \(cycle)")
    try session.execute(
      """
      insert into est.priority (municipality, cycle_id, rank, problem_id)
      select \(municipality), \(cycle), n, p from unnest(\(problems)::uuid[]) with ordinality as given(p, n)
      """)
  }

  public func priorities(of cycle: CycleID) throws -> [Priority] {
    try session.rows(
      """
      select r.rank, p.id, p.number, p.title, i.state
      from est.priority r
      join est.problem p on (p.municipality, p.id) = (r.municipality, r.problem_id)
      join est.instance i on (i.municipality, i.id) = (p.municipality, p.id)
      where r.municipality = \(municipality) and r.cycle_id = \(cycle) order by r.rank
      """
    ) {
      Priority(
        rank: try $0.get("rank"), problem: try $0.get("id"), number: try $0.get("number"),
        title: try $0.get("title"), state: try $0.get("state"))
    }
  }

  /// The cycle whose meeting is going on.
  public func current(of group: GroupID) throws -> CycleID? {
    try session.first(
      """
      select c.id from est.cycle c join est.instance i on (i.municipality, i.id) = (c.municipality, c.id)
      where c.municipality = \(municipality) and c.group_id = \(group) and i.state = 'meeting'
      order by c.first_day desc limit 1
      """
    ) { try $0.get("id") }
  }

  /// The cycle of the group's last meeting before `day`, whose decisions hold until the next one: a picture that was
  /// adopted without a meeting changes none of them.
  public func lastConcluded(of group: GroupID, before day: LocalDate) throws -> CycleID? {
    try session.first(
      """
      select c.id from est.cycle c join est.instance i on (i.municipality, i.id) = (c.municipality, c.id)
      where c.municipality = \(municipality) and c.group_id = \(group) and i.state = 'concluded'
        and c.first_day < \(day)
        and exists (select from est.transition_log l where l.municipality = c.municipality and l.instance_id = c.id
          and l.event = 'conclude')
      order by c.first_day desc limit 1
      """
    ) { try $0.get("id") }
  }

  /// The pictures that were adopted for the cycles, oldest first.
  public func adoptedPictures(of cycles: [CycleID]) throws -> [AdoptedPicture] {
    try session.rows(
      """
      select c.label, p.version, p.hash, p.adopted_at
      from est.picture p join est.cycle c on (c.municipality, c.id) = (p.municipality, p.cycle_id)
      where p.municipality = \(municipality) and p.cycle_id = any(\(cycles)::uuid[]) and p.adopted_at is not null
      order by c.first_day
      """
    ) {
      AdoptedPicture(
        label: try $0.get("label"), version: try $0.get("version"), hash: try $0.get("hash"),
        adoptedAt: try $0.get("adopted_at"))
    }
  }
}
