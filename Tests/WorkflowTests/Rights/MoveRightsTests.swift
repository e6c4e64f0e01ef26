import Postgres
import Testing

/// Whatever a machine lets a role say, the database lets its logins write.
extension RightsTests {
  /// A move is a row of the log, the lock of its instance, its timers and its notices; at birth also what is born. The
  /// owner of an action is a participant.
  private static let lacking: SQL = """
    with move as (
      select distinct r.machine, r.from_state, r.event, r.role,
        ('est_' || case r.role when 'policeLead' then 'police_lead' when 'owner' then 'participant' else r.role end)::regrole
          as login, subject
      from est.machine_move_role r
      join (values ('cycle', 'cycle'), ('problem', 'problem'), ('action', 'action'), ('agreement', 'agreement'),
        ('promiseSet', 'promise_set'), ('safetyWalk', 'safety_walk'), ('statutoryPicture', 'statutory_picture'))
        as s(machine, subject) using (machine)),
    need as (
      select m.*, n.relation, n.command from move m
      cross join lateral (values ('transition_log', 'SELECT'), ('transition_log', 'INSERT'), ('instance', 'SELECT'),
        ('instance', 'UPDATE'), ('timer', 'SELECT'), ('timer', 'INSERT'), ('timer', 'DELETE'), ('notice', 'INSERT'),
        ('participant', 'SELECT'), (m.subject, 'SELECT'),
        (m.subject, case when m.from_state = '-' then 'INSERT' else 'SELECT' end)) as n(relation, command))
    select distinct format('%s may say %s of %s and not %s %s', n.role, n.event, n.machine, lower(n.command), n.relation)
      as lack
    from need n
    where not has_any_column_privilege(n.login, 'est.' || n.relation, case n.command when 'DELETE' then 'SELECT' else n.command end)
      or n.command = 'DELETE' and not has_table_privilege(n.login, 'est.' || n.relation, 'DELETE')
      or not exists (select from pg_policy p where p.polrelid = ('est.' || n.relation)::regclass
        and p.polcmd = case n.command when 'SELECT' then 'r' when 'INSERT' then 'a' when 'UPDATE' then 'w' else 'd' end
        and n.login::oid = any (p.polroles))
    order by 1
    """

  private func lacks(after change: String) async throws -> [String] {
    try await probing { session in
      try session.script(change)
      return try session.rows(Self.lacking) { try $0.get("lack") }
    }
  }

  @Test func everyMoveCanBeSaid() async throws {
    #expect(try await lacks(after: "") == [])
  }

  @Test(arguments: [
    "revoke insert on est.timer from est_council", "drop policy may_insert on est.transition_log",
    "revoke update (municipality) on est.instance from est_participant",
  ])
  func aMoveWithoutItsRightIsFound(_ change: String) async throws {
    #expect(try await lacks(after: change) != [])
  }
}
