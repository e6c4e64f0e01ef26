import Postgres

/// What each login gets of each table, found out by trying, with every trigger asleep: rows read, added, changed, removed
/// and locked, of the own municipality and of another.
enum Probe {
  /// One of each role, and of those whose organisation makes a difference.
  static let logins = [
    "administrator", "bostad", "bra", "frammande", "kommunpolis", "lasare", "polis", "rad", "rapportor",
    "revisor", "samordnare",
    "worker",
  ].map { "2480_\($0)" }

  static func tables(_ session: Session) throws -> [String] {
    try session.rows(
      """
      select relname from pg_class where relnamespace = 'est'::regnamespace and relkind in ('r', 'p', 'v') and not relispartition order by 1
      """
    ) { try $0.get("relname") }
  }

  /// A line a login that gets anything of the table.
  static func cells(_ table: String, _ session: Session) throws -> [String] {
    try session.execute("set local session_replication_role = replica")
    var lines: [String] = []
    for login in logins {
      try session.execute("set local session authorization \(identifier: login)")
      let cell: String = try session.one("select probe.cell(\(table))")
      try session.execute("reset session authorization")
      if !cell.isEmpty { lines.append("\(table) \(login.dropFirst(5)): \(cell)") }
    }
    return lines
  }

  /// What the probing needs in the database; nothing of it is the product's.
  static let sql = """
    create schema probe;
    grant usage on schema probe to public;
    do $$
    declare
      name text;
    begin
      for name in select relname from pg_class where relnamespace = 'est'::regnamespace and relkind in ('r', 'p', 'v')
          and not relispartition loop
        execute format('create table probe.%1$I as select * from est.%1$I', name);
      end loop;
    end
    $$;
    grant select on all tables in schema probe to public;

    -- How many rows a statement reaches; '-' where it is refused. What it did is undone.
    create function probe.reach(statement text, counts boolean) returns text
    language plpgsql
    as $$
    declare
      rows bigint;
    begin
      if counts then
        execute statement into rows;
      else
        execute statement;
        get diagnostics rows = row_count;
      end if;
      raise exception using errcode = 'ZZ001', message = rows::text;
    exception
      when sqlstate 'ZZ001' then return sqlerrm;
      when insufficient_privilege then return '-';
      when others then return sqlstate;
    end
    $$;

    create function probe.cell(name text) returns text
    language plpgsql
    as $$
    declare
      cell     text := '';
      is_municipal boolean := exists (select from pg_attribute
        where attrelid = format('probe.%I', name)::regclass and attname = 'municipality');
      own text := case when is_municipal then 'municipality = ''2480''' else 'true' end;
      other text := case when is_municipal then 'municipality <> ''2480''' else 'false' end;
      first_column text := (select quote_ident(attname) from pg_attribute
        where attrelid = format('probe.%I', name)::regclass and attnum = 1);
      columns text := (select string_agg(quote_ident(attname), ', ' order by attnum) from pg_attribute
        where attrelid = format('est.%I', name)::regclass and attnum > 0 and not attisdropped and attgenerated = '');
      tried text;
      row_at tid;
      added bigint;
      scope text;
    begin
      foreach scope in array array[own, other] loop
        if scope = 'false' then
          continue;
        end if;
        if scope = other then
          cell := cell || ' |';
        end if;
        tried := probe.reach(format('select count(*) from est.%I where %s', name, scope), true);
        if tried not in ('-', '0') then
          -- What belongs to no municipality grows with the product.
          cell := cell || ' read' || case when is_municipal then ' ' || tried else '' end;
        end if;
        added := 0;
        for row_at in execute format('select ctid from probe.%I where %s', name, scope) loop
          tried := probe.reach(format('insert into est.%1$I (%2$s) select %2$s from probe.%1$I where ctid = %3$L', name,
            columns, row_at), false);
          added := added + (tried <> '-')::integer;
        end loop;
        if added > 0 then cell := cell || ' add ' || added; end if;
        tried := probe.reach(format(
          'select count(*) from (select from est.%I where %s for no key update) locked', name, scope), true);
        if tried not in ('-', '0') then cell := cell || ' lock ' || tried; end if;
      end loop;
      cell := regexp_replace(cell, ' [|]$', '');
      -- Without a condition nothing has to be read: what may be changed and removed is not what may be read alone.
      if is_municipal then
        tried := probe.reach(format('update est.%I set municipality = ''2480''', name), false);
        if tried not in ('-', '0') then cell := cell || ' change ' || tried; end if;
        tried := probe.reach(format('update est.%I set municipality = ''2481''', name), false);
        if tried not in ('-', '0') then cell := cell || ' move ' || tried; end if;
      else
        tried := probe.reach(format('update est.%1$I set %2$s = %2$s', name, first_column), false);
        if tried not in ('-', '0') then cell := cell || ' change ' || tried; end if;
      end if;
      tried := probe.reach(format('delete from est.%I', name), false);
      if tried not in ('-', '0') then cell := cell || ' remove ' || tried; end if;
      return btrim(cell);
    end
    $$;
    """
}
