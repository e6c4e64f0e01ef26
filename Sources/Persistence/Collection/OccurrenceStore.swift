import EST
import Postgres
import StateMachine

/// The account of what is expected of a municipality's groups. That an occurrence ends is written by the database itself,
/// with the transition that ends it.
public struct OccurrenceStore {
  let session: Session
  let municipality: MunicipalityCode

  public init(_ session: Session, _ municipality: MunicipalityCode) {
    self.session = session
    self.municipality = municipality
  }

  /// Every one of a group, oldest first.
  public func all(of group: GroupID) throws -> [Occurrence] {
    let moves = try moves(of: group)
    return try session.rows(
      """
      select o.period, o.label, o.first_day, o.end_day, \(wallText("o.expected")) as expected, o.zone, o.cycle_id,
        o.outcome, i.state, case o.outcome when 'open' then c.meeting_at when 'fired' then o.held_at end as actual,
        l.at, p.login, l.actor_role, l.reason
      from est.occurrence o
      join est.cycle c on (c.municipality, c.id) = (o.municipality, o.cycle_id)
      join est.instance i on (i.municipality, i.id) = (o.municipality, o.cycle_id)
      left join est.transition_log l
        on (l.municipality, l.instance_id, l.revision) = (o.municipality, o.cycle_id, o.revision)
      left join est.participant p on (p.municipality, p.id) = (l.municipality, l.actor)
      where o.municipality = \(municipality) and o.group_id = \(group)
      order by o.first_day, o.end_day
      """
    ) {
      let period = Period(
        kind: try $0.get("period"), firstDay: try $0.get("first_day"), endDay: try $0.get("end_day"))
      return Occurrence(
        period: period, expected: try $0.get("expected"), zone: try $0.get("zone"),
        cycle: try $0.get("cycle_id"), state: try $0.get("state"), actual: try $0.get("actual"),
        outcome: try $0.get("outcome"), moves: moves[Key(period.kind, try $0.get("label"))] ?? [],
        decided: try $0.get("at"), by: try $0.get("login"), role: try $0.get("actor_role"),
        reason: try $0.get("reason"))
    }
  }

  private struct Key: Hashable {
    let kind: Period.Kind
    let label: String
    init(_ kind: Period.Kind, _ label: String) {
      self.kind = kind
      self.label = label
    }
  }

  private func moves(of group: GroupID) throws -> [Key: [Occurrence.Move]] {
    let rows = try session.rows(
      """
      select m.period, m.label, m.rule, m.holiday, \(wallText("m.from_local")) as from_local,
        \(wallText("m.to_local")) as to_local, l.at, p.login, l.actor_role, l.reason
      from est.occurrence_move m
      join est.transition_log l
        on (l.municipality, l.instance_id, l.revision) = (m.municipality, m.cycle_id, m.revision)
      join est.participant p on (p.municipality, p.id) = (l.municipality, l.actor)
      where m.municipality = \(municipality) and m.group_id = \(group) order by m.number
      """
    ) {
      let move = MeetingMove(
        try $0.get("rule"), from: try $0.get("from_local"), to: try $0.get("to_local"),
        holiday: try $0.get("holiday"))
      return (
        Key(try $0.get("period"), try $0.get("label")),
        Occurrence.Move(
          move: move, at: try $0.get("at"), by: try $0.get("login"), role: try $0.get("actor_role"),
          reason: try $0.get("reason"))
      )
    }
    return Dictionary(grouping: rows, by: \.0).mapValues { $0.map(\.1) }
  }

  /// Writes how the meeting of a period was moved.
  /// - Parameter revision: the transition of its cycle that moved it.
  public func add(
    _ move: MeetingMove, of period: Period, in group: GroupID, by cycle: CycleID, _ revision: Int
  ) throws {
    try session.execute(
      """
      insert into est.occurrence_move (municipality, group_id, period, label, number, rule, holiday, from_local, to_local,
        cycle_id, revision)
      select \(municipality), \(group), \(period.kind), \(period.label), coalesce(max(number), 0) + 1, \(move.rule),
        \(move.holiday), \(move.from)::timestamp, \(move.to)::timestamp, \(cycle), \(revision)
      from est.occurrence_move
      where municipality = \(municipality) and group_id = \(group) and period = \(period.kind)
        and label = \(period.label)
      """)
  }

  /// That somebody moved a meeting.
  public func setMoved(_ cycle: CycleID, to wall: LocalDateTime) throws {
    try session.change(
      "update est.cycle set moved_to = \(wall) where municipality = \(municipality) and id = \(cycle)")
  }
}
