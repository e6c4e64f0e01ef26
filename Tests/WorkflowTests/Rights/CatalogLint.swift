import Postgres

/// What must hold in the catalogue whatever the schema becomes, each as a question that finds what breaks it.
enum CatalogLint {
  /// The findings, in words. Asked as the superuser: the catalogue tells everything to anybody, but not to `est`.
  static func findings(_ session: Session) throws -> [String] {
    try session.rows("\(rules)") { try $0.get("finding", as: String.self) }
  }

  private static let rules: SQL = """
    with own as (select 'est'::regnamespace as schema),
    relation as (select c.* from pg_class c, own where c.relnamespace = own.schema),
    routine as (select p.* from pg_proc p, own where p.pronamespace = own.schema),
    municipal as (select a.attrelid, a.attnum from pg_attribute a where a.attname = 'municipality')
    select 'no forced row-level security: ' || oid::regclass as finding from relation
    where relkind in ('r', 'p') and not (relrowsecurity and relforcerowsecurity)
    union all
    select 'view with its owner''s rights: ' || oid::regclass from relation
    where relkind = 'v' and not coalesce('security_invoker=true' = any (reloptions), false)
    union all
    select 'definer function without a pinned path: ' || oid::regprocedure from routine
    where prosecdef and not exists (select from unnest(proconfig) s where s ~ '^search_path=pg_catalog,.*pg_temp$')
    union all
    select 'policy that is always true: ' || polrelid::regclass || ' ' || polname from pg_policy
    where 'true' in (pg_get_expr(polqual, polrelid), pg_get_expr(polwithcheck, polrelid))
    union all
    select 'policy for everybody: ' || polrelid::regclass || ' ' || polname from pg_policy
    where 0::oid = any (polroles)
    union all
    select 'policy that does not ask who speaks: ' || polrelid::regclass || ' ' || polname from pg_policy
    where coalesce(pg_get_expr(polqual, polrelid), '') || coalesce(pg_get_expr(polwithcheck, polrelid), '')
      !~ 'est[.]my_|my_municipalities'
    union all
    select 'unique without the municipality first: ' || i.indexrelid::regclass
    from pg_index i join relation c on c.oid = i.indrelid join municipal m on m.attrelid = i.indrelid
    where i.indisunique and i.indkey[0] <> m.attnum
    union all
    -- What is passed over shows in a plan. These serve a worker who asks for what is due, functions of the engine's, and
    -- the receivers of shares, whose municipality comes first there.
    select 'index without the municipality first: ' || i.indexrelid::regclass
    from pg_index i join relation c on c.oid = i.indrelid join municipal m on m.attrelid = i.indrelid
    where not i.indisunique and i.indkey[0] <> m.attnum and i.indexrelid <> all (array['est.timer_by_due',
      'est.outbox_waiting', 'est.log_head_by_until', 'est.participant_by_login', 'est.area_piece_geometry',
      'est.share_to']::regclass[])
    union all
    select 'foreign key without the municipality: ' || k.conrelid::regclass || ' ' || k.conname
    from pg_constraint k join relation c on c.oid = k.conrelid
    join municipal m on m.attrelid = k.conrelid join municipal f on f.attrelid = k.confrelid
    where k.contype = 'f' and not (m.attnum = any (k.conkey) and f.attnum = any (k.confkey))
    union all
    select 'PUBLIC may make temporary tables'
    from pg_database d, aclexplode(coalesce(d.datacl, acldefault('d', d.datdba))) x
    where d.datname = current_database() and x.grantee = 0 and x.privilege_type = 'TEMPORARY'
    union all
    select 'PUBLIC may ' || lower(x.privilege_type) || ' in ' || n.nspname
    from pg_namespace n, aclexplode(coalesce(n.nspacl, acldefault('n', n.nspowner))) x
    where x.grantee = 0 and (n.nspname = 'est' or n.nspname = 'public' and x.privilege_type = 'CREATE')
    union all
    select 'PUBLIC may run ' || p.oid::regprocedure
    from routine p, aclexplode(coalesce(p.proacl, acldefault('f', p.proowner))) x where x.grantee = 0
    union all
    select 'PUBLIC has ' || lower(x.privilege_type) || ' on ' || c.oid::regclass
    from relation c, aclexplode(c.relacl) x where x.grantee = 0
    union all
    select 'a right beside row-level security: ' || c.oid::regclass || ' ' || lower(x.privilege_type) || ' to '
      || x.grantee::regrole
    from relation c, aclexplode(c.relacl) x
    where x.privilege_type in ('TRUNCATE', 'REFERENCES', 'TRIGGER') and x.grantee <> c.relowner
    union all
    select 'owned by another: ' || oid::regclass from relation
    where relkind in ('r', 'p', 'v') and relowner <> 'est_owner'::regrole
    union all
    select 'owned by another: ' || oid::regprocedure from routine
    where proowner <> all (array['est_owner', 'est_engine', 'est_keeper']::regrole[])
    union all
    select 'definer function of another: ' || oid::regprocedure from routine
    where prosecdef and proowner <> all (array['est_engine', 'est_keeper']::regrole[])
    union all
    select 'works with its caller''s rights: ' || oid::regprocedure from routine
    where not prosecdef and proowner <> 'est_owner'::regrole
    union all
    select 'a bypass of row-level security: ' || rolname from pg_roles
    where (rolbypassrls or rolsuper) and oid <> 10 and not (rolname in ('est_engine', 'est_backup') and not rolcanlogin)
    union all
    select 'makes roles: ' || rolname from pg_roles
    where rolcreaterole and oid <> 10 and not (rolname = 'est_keeper' and not rolcanlogin)
    union all
    select 'a login that is another''s member: ' || m.member::regrole || ' of ' || m.roleid::regrole
    from pg_auth_members m join pg_roles a on a.oid = m.member join pg_roles b on b.oid = m.roleid
    where a.rolcanlogin and (b.rolcanlogin or b.rolname in ('est_owner', 'est_engine', 'est_keeper')
      or b.rolname like 'pg\\_%')
    union all
    select 'a participant''s login without limits: ' || rolname from pg_roles
    where rolcanlogin and rolname ~ '^[0-9]{4}_'
      and (rolconnlimit < 1 or not coalesce(rolconfig::text ~ 'statement_timeout', false))
    """
}
