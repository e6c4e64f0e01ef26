import Postgres

/// The schema's rights, each changed one at a time.
enum Mutant {
  struct Change: Sendable {
    let table: String
    let sql: String
  }

  /// Every policy gone, and open; every grant on a table gone; every definer function with its caller's rights, and with
  /// its caller's path.
  static func all(_ session: Session) throws -> [Change] {
    try session.rows(
      """
      with policy as (
        select c.relname, p.polname, p.polqual is not null as reads, p.polwithcheck is not null as writes
        from pg_policy p join pg_class c on c.oid = p.polrelid where c.relnamespace = 'est'::regnamespace)
      select relname, format('drop policy %I on est.%I', polname, relname) as sql from policy
      union all
      select relname, format('alter policy %I on est.%I using (true)', polname, relname) from policy where reads
      union all
      select relname, format('alter policy %I on est.%I with check (true)', polname, relname) from policy where writes
      union all
      select c.relname, format('revoke %s on est.%I from %s', x.privilege_type, c.relname, x.grantee::regrole)
      from pg_class c, aclexplode(c.relacl) x
      where c.relnamespace = 'est'::regnamespace and x.grantee <> c.relowner
        and x.grantee <> all (array['est_engine', 'est_backup']::regrole[])
      union all
      select '', format('alter function %s security invoker', p.oid::regprocedure) from pg_proc p
      where p.pronamespace = 'est'::regnamespace and p.prosecdef
      union all
      select '', format('alter function %s reset search_path', p.oid::regprocedure) from pg_proc p
      where p.pronamespace = 'est'::regnamespace and p.prosecdef
      order by 1, 2
      """
    ) { Change(table: try $0.get("relname"), sql: try $0.get("sql")) }
  }
}
