import Postgres

/// Lets a worker's session die at the n-th row that it writes, whichever that is: a session that has set
/// `est.dies_after` loses its connection there, and with it whatever it had not committed.
enum SimulatedDeath {
  private static let tables = [
    "transition_log", "timer", "refusal", "notice", "outbox", "outbox_attempt", "picture", "coverage",
    "cycle",
    "occurrence",
  ]

  static func install(_ session: Session) throws {
    try session.execute(
      """
      create function est.simulate_death() returns trigger
      language plpgsql
      as $$
      declare
        rows_left integer := nullif(current_setting('est.dies_after', true), '')::integer;
      begin
        if rows_left <= 0 then
          if current_setting('est.dies_silently', true) = 'yes' then
            perform pg_terminate_backend(pg_backend_pid());
          end if;
          raise exception 'the worker dies' using errcode = 'XX000';
        end if;
        if rows_left is not null then
          perform set_config('est.dies_after', (rows_left - 1)::text, false);
        end if;
        return case when tg_op = 'DELETE' then old else new end;
      end
      $$
      """)
    for table in tables {
      try session.execute(
        """
        create trigger a_worker_dies before insert or update or delete on est.\(identifier: table)
          for each row execute function est.simulate_death()
        """)
    }
  }
}
