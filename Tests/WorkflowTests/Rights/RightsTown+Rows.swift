extension RightsTown {
  /// A group of the municipality in which nobody holds a role.
  static let norr = "00000000-0000-4000-8000-000000000001"

  /// A row at least in every table that the casework leaves empty; and of what a group has the same once more in another
  /// group, in which nobody holds a role. Past triggers and keys: only who reaches what is asked.
  static let rows = """
    set session_replication_role = replica;
    do $$
    declare
      m text := '2480';
      g uuid := (select id from est.est_group where municipality = m);
      c uuid := (select id from est.cycle where municipality = m order by first_day limit 1);
      o uuid := (select id from est.organisation where municipality = m and name = 'Bostaden');
      u uuid := (select id from est.unit where municipality = m and name = 'Husvärdar');
      p uuid := (select id from est.problem where municipality = m limit 1);
      a uuid := (select id from est.action where municipality = m limit 1);
      r uuid := (select id from est.area where municipality = m limit 1);
      me uuid := (select id from est.participant where municipality = m and login = '2480_samordnare');
      boss uuid := (select id from est.participant where municipality = m and login = '2480_administrator');
      x uuid := gen_random_uuid();
      norr uuid := '\(norr)';
      name text;
      columns text;
      changes text;
    begin
      insert into est.agreement values (m, x, '2026-9', g, 'Överenskommelse', '2026-01-01', '2027-12-31', 'Mål', '{}');
      insert into est.agreement_party values (m, x, o);
      insert into est.agreement_signatory values (m, x, 'policeChief', '2026-01-01');
      insert into est.area_score values (m, g, '2026-Q1', r, 1, 1, 1, null, now(), me);
      insert into est.attendance values (m, c, o, 'förvaltare', now());
      insert into est.decision values (m, c, 9, gen_random_uuid(), 'Beslut', now());
      insert into est.effect_plan values (m, a, 9, now(), me, 1, 4);
      insert into est.effect_plan_area values (m, a, 9, r, 'target');
      insert into est.effect_plan_category values (m, a, 9, 'vandalism');
      insert into est.harm_table values (m, 9, 'Skada', '1', 'källa', now(), me);
      insert into est.harm_weight values (m, 9, 'vandalism', 1);
      insert into est.incident_version (municipality, received_at, id, version, content, superseded_at, superseded_by)
      select i.municipality, i.received_at, i.id, 99, to_jsonb(i), now(), me from est.incident i where i.municipality = m;
      insert into est.nothing_to_report values (m, c, u, now(), me);
      insert into est.occurrence_move values (m, g, 'weekly', '2026-W99', 1, 'gap', null, now(), now(), c, 1);
      insert into est.outbox (municipality, id, kind, key, state, attempts, next_attempt, payload,
        requested_at)
      values (m, x, 'mail', 'nyckel', 'created', 0, now(), '{}', now());
      insert into est.outbox_attempt values (m, x, 1, now(), now(), 'delivered');
      insert into est.outbox_retry values (m, x, 1, now(), me);
      insert into est.picture (municipality, cycle_id, version, compiled_at, compiled_by, content, hash)
      values (m, c, 98, now(), me, '', '');
      insert into est.picture (municipality, cycle_id, version, compiled_at, compiled_by, content, hash, adopted_at,
        adopted_by)
      values (m, c, 99, now(), me, '', '', now(), me);
      insert into est.picture_annex values (m, c, 99, '', '', '', 0);
      insert into est.priority values (m, c, 9, p);
      insert into est.problem_outcome values (m, p, 99, 'Resultat', 'Lärdom');
      insert into est.promise_set values (m, x, '2026-9', g, 'Löften', '2026-01-01', '2027-12-31');
      insert into est.promise values (m, x, 1, gen_random_uuid(), 'Löfte', 'Mål');
      insert into est.promise_activity values (m, x, 1, gen_random_uuid(), '2026-02-01', 1, 'Rond');
      insert into est.promise_promisor values (m, x, 1, o);
      insert into est.promise_signatory values (m, x, 'policeChief', '2026-01-01');
      insert into est.public_release (municipality, number, period, version, content, audit, key, released_at, released_by)
      values (m, 9, '2025', 9, '', '{}', x, now() + interval '10 years', me);
      insert into est.refusal values (m, p, 'due', now(), now(), 'skäl');
      insert into est.safety_walk values (m, x, '2026-9', g, r, '2026-05-05', 9);
      insert into est.walk_point values (m, x, 1, gen_random_uuid(), 'Mörkt');
      insert into est.setting values (m, 'prov', '1');
      insert into est.statutory_duty values (m, g, '2026-01-01') on conflict do nothing;
      insert into est.statutory_picture values (m, x, '2026-9', g, '2027-01-01');
      insert into est.log_head values (m, 99, '1', 1, now(), '');
      insert into est.kept_reports (municipality, group_id, number, starts_at, ends_at, format, snapshot, server,
        categories, areas, series, begins)
      values (m, g, 1, now(), now(), 1, '1:2:', 1, '{}', '{}', '', '');
      insert into est.changed_day values (m, g, '2026-01-01') on conflict do nothing;
      insert into est.retention_rule values (m, 'reports', 9, '2026-01-01', 1200, 0, 'KS 2026/1', now(), boss);
      insert into est.retention_hold (municipality, number, reason, reference, placed_at, placed_by)
      values (m, 8, 'Prövas', 'T 12-27', now(), boss), (m, 9, 'Prövas', 'T 12-27', now(), me);
      insert into est.disposal values (m, 'reports', '2026-01-02', 9, 1, '2020-01-01', '2020-01-01');
      insert into est.participant_address values (m, me, 'samordning@example.org');
      insert into est.export_made
      select m, gen_random_uuid(), g, now(), own.id, 'picture', 'Centrum 2026-W47 v99', '{html}', 'shared', 'gruppen',
        'överenskommelse'
      from est.participant own where own.municipality = m;
      insert into est.problem_incident
      select m, p, i.id from est.incident i where i.municipality = m and i.group_id = g and i.class = 'authority-only';
      insert into est.share (municipality, id, number, group_id, kind, cycle_id, period, version, to_municipality, content,
        ground, until, offered_at, offered_by)
      values (m, x, '2026-9', g, 'picture', c, '2026-W47', 99, '2482', 'x', 'gemensamt område', now() + interval '1 year',
        now(), me);
      insert into est.lease values ('scheduler', x, 1, now());
      insert into est.worker values (x, 'värd', now(), now());

      insert into est.est_group select (jsonb_populate_record(t, jsonb_build_object('id', norr, 'name', 'Norr'))).*
      from est.est_group t where t.municipality = m;
      for name, columns in
        select k.relname, string_agg(quote_ident(f.attname), ', ' order by f.attnum)
        from pg_class k join pg_attribute f on f.attrelid = k.oid
        where k.relnamespace = 'est'::regnamespace and k.relkind in ('r', 'p') and not k.relispartition
          and f.attnum > 0 and not f.attisdropped and f.attgenerated = ''
          and exists (select from pg_attribute q where q.attrelid = k.oid and q.attname = 'group_id')
          and k.relname not in ('participant_role', 'incident_key', 'changed_day', 'kept_reports', 'statutory_duty', 'statutory_picture', 'area_score',
            'occurrence', 'occurrence_move')
        group by k.relname
      loop
        execute format('insert into est.%1$I (%2$s) select %2$s from (
          select (jsonb_populate_record(t, jsonb_build_object(''group_id'', %3$L::text, ''id'', gen_random_uuid(),
            ''instance_id'', gen_random_uuid()) || case when jsonb_typeof(to_jsonb(t) -> ''number'') = ''string''
            then jsonb_build_object(''number'', to_jsonb(t) ->> ''number'' || ''n'') else ''{}'' end
            || case when to_jsonb(t) ? ''name'' then jsonb_build_object(''name'', to_jsonb(t) ->> ''name'' || ''n'')
            else ''{}'' end || case when to_jsonb(t) ? ''key'' then jsonb_build_object(''key'', gen_random_uuid())
            else ''{}'' end)).* from est.%1$I t where t.municipality = %4$L and t.group_id <> %3$L) copied',
          name, columns, norr, m);
      end loop;
      -- Of the other group also what has its key by the group; and one who coordinates here reads there.
      insert into est.area_score values (m, norr, '2026-Q1', r, 1, 1, 1, null, now(), me);
      insert into est.statutory_duty values (m, norr, '2026-01-01') on conflict do nothing;
      insert into est.statutory_picture values (m, gen_random_uuid(), '2026-9n', norr, '2027-02-01');
      insert into est.occurrence_move values (m, norr, 'weekly', '2026-W99', 1, 'gap', null, now(), now(), c, 1);
      insert into est.kept_reports (municipality, group_id, number, starts_at, ends_at, format, snapshot, server,
        categories, areas, series, begins)
      values (m, norr, 1, now(), now(), 1, '1:2:', 1, '{}', '{}', '', '');
      insert into est.participant_role (municipality, participant_id, group_id, role)
      select m, t.id, norr, 'reader' from est.participant t where t.municipality = m and t.login = '2480_dubbel';
      -- Some have reported themselves, and one report is redacted.
      for name in select unnest('{administrator,polis,rapportor}'::text[]) loop
        insert into est.incident
        select (jsonb_populate_record(t, jsonb_build_object('id', gen_random_uuid(), 'reported_by', p2.id,
          'received_at', t.received_at + interval '1 second'))).*
        from est.incident t, est.participant p2
        where t.id = (select id from est.incident where municipality = m and class = 'open' and group_id = g limit 1)
          and t.municipality = m and p2.municipality = m and p2.login = '2480_' || name;
      end loop;
      insert into est.redaction (municipality, received_at, id, at, redacted_by, reason, versions)
      select municipality, received_at, id, now(), me, 'ett namn', 1 from est.incident where municipality = m limit 1;

      insert into est.incident_key (municipality, id, received_at, group_id, organisation_id, reported_by, class)
      select i.municipality, i.id, i.received_at, i.group_id, i.organisation_id, i.reported_by, i.class
      from est.incident i where i.municipality = m
        and not exists (select from est.incident_key k where (k.municipality, k.id) = (i.municipality, i.id));
      update est.incident_key set register = 'polisen', reference = '\(hidden)-' || number
      where municipality = m and class = 'authority-only' and group_id = g;
    end
    $$;
    set session_replication_role = origin;
    """
}
