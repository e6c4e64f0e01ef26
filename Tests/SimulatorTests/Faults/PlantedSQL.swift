import Postgres

/// What must never happen, made to happen in the database by its superuser with every trigger asleep.
enum PlantedSQL: String, CaseIterable, Sendable {
  case lostTimer, extraTimer, doubleReminder, forgedTransition, rewrittenRow, lostRow
  case droppedMail, mailThatNeverLeft, lostReport, lateReport, forgedAdoption, lostNotice

  /// - Returns: how many rows it spoilt; none where there was nothing to spoil.
  func strike(_ session: Session) throws -> Int {
    try session.execute("set session_replication_role = replica")
    return try session.execute(statement)
  }

  private var statement: SQL {
    switch self {
    case .lostTimer:
      "delete from est.timer where ctid = (\(some("timer", where: "event = 'closeCollection'")))"
    case .extraTimer:
      """
      insert into est.timer (municipality, instance_id, event, due)
      select municipality, instance_id, event, due + interval '1 day' from est.timer
      where event = 'closeCollection' order by due desc limit 1
      """
    case .doubleReminder:
      """
      insert into est.notice (municipality, instance_id, revision, kind, participant_id, at, detail)
      select municipality, instance_id, revision, 'reports-missing', participant_id, at, detail from est.notice
      where kind = 'period-open' limit 1
      """
    case .forgedTransition:
      """
      insert into est.transition_log (municipality, instance_id, revision, machine, machine_version, group_id,
        from_state, event, to_state, actor, actor_role, at, key, hash)
      select municipality, instance_id, revision + 1, machine, machine_version, group_id, to_state, 'conclude',
        'concluded', actor, 'coordinator', at, gen_random_uuid(), hash
      from est.transition_log where machine = 'cycle' order by written_at desc limit 1
      """
    case .rewrittenRow:
      """
      update est.transition_log set reason = 'Ett annat skäl'
      where ctid = (\(some("transition_log", where: "machine = 'cycle'")))
      """
    case .lostRow:
      "delete from est.transition_log where ctid = (\(some("transition_log", where: "machine = 'cycle'")))"
    case .droppedMail:
      "delete from est.outbox where ctid = (\(some("outbox", where: "payload->>'notice' = 'period-open'")))"
    case .mailThatNeverLeft:
      "update est.outbox set state = 'created', attempts = 0 where ctid = (\(some("outbox", where: "state = 'delivered'")))"
    case .lostReport: "delete from est.incident where tableoid::text || ctid::text = (\(anyReport))"
    case .lateReport:
      "update est.incident set late = not late where tableoid::text || ctid::text = (\(anyReport))"
    case .forgedAdoption:
      """
      update est.picture set adopted_at = compiled_at, adopted_by = compiled_by
      where ctid = (select p.ctid from est.picture p where not exists (select from est.picture a
        where a.cycle_id = p.cycle_id and a.adopted_at is not null) limit 1)
      """
    case .lostNotice: "delete from est.notice where ctid = (\(some("notice", where: "kind = 'period-open'")))"
    }
  }

  private func some(_ table: String, where condition: SQL) -> SQL {
    "select ctid from est.\(identifier: table) where \(condition) limit 1"
  }

  /// Reports lie in several tables, of a year each.
  private var anyReport: SQL { "select tableoid::text || ctid::text from est.incident limit 1" }
}
