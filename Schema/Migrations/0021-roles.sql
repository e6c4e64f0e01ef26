-- Who may see and do what, kept by the database itself: owner, grants by role, and row-level security on every table.

-- Everything belongs to a role that nobody logs in as, and that under forced row-level security sees no row.
do $$
declare
  thing record;
begin
  execute 'alter schema est owner to est_owner';
  for thing in
    select format('alter %s %s owner to est_owner',
      case c.relkind when 'v' then 'view' else 'table' end, c.oid::regclass) as command
    from pg_class c where c.relnamespace = 'est'::regnamespace and c.relkind in ('r', 'p', 'v')
    union all
    select format('alter function %s owner to est_owner', p.oid::regprocedure)
    from pg_proc p where p.pronamespace = 'est'::regnamespace
  loop
    execute thing.command;
  end loop;
  -- A temporary table could stand in for one of the schema's.
  execute format('revoke temporary, create on database %I from public', current_database());
end
$$;
revoke all on schema est from public;
grant usage on schema est to est_member, est_engine, est_backup;
grant select on all tables in schema est to est_backup;
revoke execute on all functions in schema est from public;
alter default privileges for role est_owner in schema est revoke execute on functions from public;
alter default privileges for role est_owner revoke execute on functions from public;
alter default privileges for role est_engine revoke execute on functions from public;

alter view est.present set (security_invoker = true);
grant select on est.present to est_member;

-- Who speaks: the role that was set, or the one that logged in. Inside a definer function, too, the setting tells the
-- caller's role, and nobody can set one whose member they are not. Only a private cluster has the stand-in, as whom
-- one person speaks for every participant of a trial.
create function est.speaker() returns text
language sql stable parallel safe
as $$
  select case current_setting('role')
    when 'none' then session_user::text
    when 'est_stand_in' then current_setting('est.speaker', true)
    else current_setting('role') end
$$;

-- A substitute holds a role until their time is up, whoever is there to end it.
alter table est.participant_role add column ends_at timestamptz;
create view est.held_role with (security_invoker = true) as
select municipality, participant_id, group_id, role, ends_at from est.participant_role
where ends_at is null or ends_at > est.clock();
alter view est.held_role owner to est_owner;
grant select on est.held_role to est_member, est_backup;

create index participant_by_login on est.participant (login) where removed_at is null;
-- Who moves to another organisation is another participant with the same login.
alter table est.participant drop constraint login_unique;
create unique index login_unique on est.participant (municipality, login) where removed_at is null;

-- The speaker's own places. In PL/pgSQL, since its plans are kept from statement to statement; a policy asks for them
-- once a statement, as an array.
create function est.my_ids() returns uuid[]
language plpgsql stable parallel safe
as $$
begin
  return array(select p.id from est.participant p where p.login = est.speaker() and p.removed_at is null);
end
$$;

create function est.my_municipalities() returns text[]
language plpgsql stable parallel safe
as $$
begin
  return array(select p.municipality from est.participant p where p.login = est.speaker() and p.removed_at is null);
end
$$;

-- Those in which the speaker has one of the roles in some group. Who administers the municipality does so before it
-- has a group.
create function est.my_municipalities(wanted text[]) returns text[]
language plpgsql stable parallel safe
as $$
begin
  return array(
    select p.municipality from est.participant p
    where p.login = est.speaker() and p.removed_at is null
      and (exists (select from est.held_role r
          where (r.municipality, r.participant_id) = (p.municipality, p.id) and r.role = any (wanted))
        or 'administrator' = any (wanted) and p.login = p.municipality || '_administrator'));
end
$$;

create function est.my_groups(wanted text[]) returns uuid[]
language plpgsql stable parallel safe
as $$
begin
  return array(
    select r.group_id from est.participant p
    join est.held_role r on (r.municipality, r.participant_id) = (p.municipality, p.id)
    where p.login = est.speaker() and p.removed_at is null and r.role = any (wanted)
    union
    select g.id from est.participant p join est.est_group g on g.municipality = p.municipality
    where p.login = est.speaker() and p.removed_at is null
      and 'administrator' = any (wanted) and p.login = p.municipality || '_administrator');
end
$$;

-- The groups in which the speaker, in one of the roles, acts for police or municipality; or is the worker, who compiles.
create function est.my_authority_groups(wanted text[]) returns uuid[]
language plpgsql stable parallel safe
as $$
begin
  return array(
    select r.group_id from est.participant p
    join est.held_role r on (r.municipality, r.participant_id) = (p.municipality, p.id)
    left join est.organisation o on (o.municipality, o.id) = (p.municipality, p.organisation_id)
    where p.login = est.speaker() and p.removed_at is null and r.role = any (wanted)
      and (o.kind in ('police', 'municipal') or r.role = 'worker'));
end
$$;

create function est.my_organisations() returns uuid[]
language plpgsql stable parallel safe
as $$
begin
  return array(select p.organisation_id from est.participant p
    where p.login = est.speaker() and p.removed_at is null and p.organisation_id is not null);
end
$$;

create or replace function est.holds_role(
  of_municipality text, who uuid, in_group uuid, wanted text, of_instance uuid) returns boolean
language plpgsql stable
as $$
begin
  if wanted = 'owner' then
    return exists (
      select from est.action a join est.participant p
        on (p.municipality, p.organisation_id, p.function)
         = (a.municipality, a.owner_organisation, a.owner_function)
      where a.municipality = of_municipality and a.id = of_instance and p.id = who and p.removed_at is null);
  end if;
  return exists (
    select from est.held_role r join est.participant p
      on (p.municipality, p.id) = (r.municipality, r.participant_id)
    where r.municipality = of_municipality and r.participant_id = who and r.group_id = in_group
      and r.role = wanted and p.removed_at is null);
end
$$;

alter function est.speaker() owner to est_owner;
revoke execute on all functions in schema est from public;

-- What the database itself does for a caller who may not: it checks against, and writes, rows that they never see.
grant create on schema est to est_engine;
do $$
declare
  rule regprocedure;
begin
  for rule in
    select p.oid from pg_proc p
    where p.pronamespace = 'est'::regnamespace
      and (p.prorettype = 'trigger'::regtype and p.proname not in
          ('refuse_change', 'refuse_removal', 'before_outbox_request', 'before_outbox_change', 'order_days_off',
            'freeze_annex', 'refuse_personal_data', 'keep_version')
        or p.proname ~ '^my_' or p.proname in ('clock', 'seal_log', 'annex_for', 'is_redacting'))
  loop
    execute format('alter function %s security definer set search_path = pg_catalog, est, public, pg_temp', rule);
    execute format('alter function %s owner to est_engine', rule);
  end loop;
end
$$;
revoke create on schema est from est_engine;
-- Whoever owns a function may run it, whatever was revoked before.
grant select on all tables in schema est to est_engine;
grant execute on all functions in schema est to est_engine;
grant insert, update on est.instance to est_engine;
grant insert on est.incident_version, est.changed_day, est.log_head to est_engine;
grant insert, delete on est.area_piece to est_engine;
grant update on est.incident, est.incident_version to est_engine;
grant update on est.cycle, est.occurrence to est_engine;
-- To lock a row is to be allowed to change it.
grant update (municipality) on est.municipality, est.action, est.analysis to est_engine;

grant execute on function est.speaker(), est.my_ids(), est.my_municipalities(), est.my_municipalities(text[]),
  est.my_groups(text[]), est.my_authority_groups(text[]), est.my_organisations(), est.clock(), est.seal_log(text),
  est.annex_for(text, uuid, integer, uuid), est.log_position(xid8), est.log_row_text(est.transition_log),
  est.log_head_hash(bytea, est.log_head, bytea), est.in_order(date[]), est.public_period_start(text),
  est.public_period_end(text), est.incident_as_of(text, uuid, timestamptz), est.may_hold_personal_data(text),
  est.screened_signs(text), est.is_personal_number(text), est.first_personal_data(text),
  est.is_redacting(text, timestamptz, uuid), est.redacted(jsonb) to est_member;

do $$
declare
  part regclass;
begin
  for part in
    select c.oid from pg_class c where c.relnamespace = 'est'::regnamespace and c.relkind in ('r', 'p')
  loop
    execute format('alter table %s enable row level security', part);
    execute format('alter table %s force row level security', part);
  end loop;
end
$$;

-- A trigger is asked before a policy is: what the database knows of others must not show in which rule refuses.
create function est.refuse_stranger() returns trigger
language plpgsql
as $$
begin
  if row_security_active(tg_relid) and new.municipality <> all (est.my_municipalities()) then
    raise exception 'new row violates row-level security policy for table "%"', tg_table_name
      using errcode = 'insufficient_privilege';
  end if;
  return new;
end
$$;
alter function est.refuse_stranger() owner to est_owner;
revoke execute on function est.refuse_stranger() from public;
do $$
declare
  guarded regclass;
begin
  for guarded in
    select distinct t.tgrelid from pg_trigger t join pg_class c on c.oid = t.tgrelid join pg_proc p on p.oid = t.tgfoid
    where c.relnamespace = 'est'::regnamespace and not t.tgisinternal and p.prosecdef
      -- Before each row that is added.
      and t.tgtype & 7 = 7
  loop
    execute format('create trigger a_stranger_is_refused before insert on %s
      for each row execute function est.refuse_stranger()', guarded);
  end loop;
end
$$;

-- The matrix. A row: the table; whose group its rows are of; who reads, adds, changes and removes them, and who takes
-- their locks without changing them. Whose: `-` the municipality's, `group_id` said by the row itself, else the parent
-- with its key. Roles by letter: r reporter, p participant, c coordinator, l police lead, s steering, n council,
-- d reader, u auditor, w worker, a administrator.
create temporary table matrix on commit drop as
select * from (values
  ('municipality',         '-',                       'rpclsnduwa', '', '', '', 'clwa'),
  ('organisation',         '-',                       'rpclsnduwa', 'a', 'a', '', ''),
  ('unit',                 '-',                       'rpclsnduwa', 'a', 'a', '', ''),
  ('est_group',            '-',                       'rpclsnduwa', 'a', 'ac', '', 'lw'),
  ('area',                 '-',                       'rpclsnduwa', 'a', 'a', 'a', ''),
  ('area_piece',           '-',                       'rpclsnduwa', '', '', '', ''),
  ('category',             '-',                       'rpclsnduwa', 'a', '', '', ''),
  ('harm_table',           '-',                       'pclsuwa', 'ac', '', '', ''),
  ('harm_weight',          '-',                       'pclsuwa', 'ac', '', '', ''),
  ('setting',              '-',                       'rpclsnduwa', 'ac', 'ac', 'ac', ''),
  ('log_head',             '-',                       'rpclsnduwa', '', '', '', ''),
  ('participant_role',     '-',                       'rpclsnduwa', 'a', 'a', 'a', ''),
  ('public_release',       '-',                       'rpclsnduwa', 'c', '', '', ''),
  ('running_number',       '-',                       'rpclsnwa', 'rpclsnwa', 'rpclsnwa', '', ''),
  ('outbox',               '-',                       'cuwa', 'rpclsndw', 'cwa', '', ''),
  ('outbox_attempt',       '-',                       'cuwa', 'w', '', '', ''),
  ('outbox_retry',         '-',                       'cuwa', 'ca', '', '', ''),
  ('occurrence',           'group_id',                'rpclsnduwa', 'cw', 'cw', '', ''),
  ('occurrence_move',      'group_id',                'rpclsnduwa', 'cw', '', '', ''),
  ('cycle',                'group_id',                'rpclsnduwa', 'cw', 'cw', '', ''),
  ('instance',             'group_id',                'rpclsnduwa', '', '', '', 'rpclsndwa'),
  ('timer',                'instance_id instance',    'rpclsnduwa', 'rpclsndw', 'rpclsndw', 'rpclsndw', ''),
  ('refusal',              'instance_id instance',    'cluwa', 'rpclsndw', '', '', ''),
  ('notice',               'instance_id instance',    'rpclsnduwa', 'rpclsndw', '', '', ''),
  ('coverage',             'cycle_id cycle',          'rpclsuwa', 'cw', 'cw', 'cw', ''),
  ('attendance',           'cycle_id cycle',          'pclsuw', 'cl', '', 'cl', ''),
  ('decision',             'cycle_id cycle',          'pclsuw', 'cl', '', '', ''),
  ('priority',             'cycle_id cycle',          'pclsuw', 'cl', 'cl', 'cl', ''),
  ('analysis',             'problem_id problem',      'pclsuw', 'cl', 'cl', 'cl', ''),
  ('evidence',             'problem_id problem',      'pclsuw', 'cl', 'cl', 'cl', ''),
  ('cause',                'problem_id problem',      'pclsuw', 'cl', 'cl', 'cl', ''),
  ('chain_step',           'problem_id problem',      'pclsuw', 'cl', 'cl', 'cl', ''),
  ('problem_incident',     'problem_id problem',      'pcluw', 'pcl', '', 'cl', ''),
  ('problem_outcome',      'problem_id problem',      'pclsuw', 'cl', '', '', ''),
  ('action_cause',         'action_id action',        'rpclsnduw', 'pcl', 'pcl', 'pcl', ''),
  ('agreement',            'group_id',                'rpclsnduwa', 'cl', 'cl', 'cl', ''),
  ('agreement_party',      'agreement_id agreement',  'rpclsnduwa', 'cl', 'cl', 'cl', ''),
  ('agreement_signatory',  'agreement_id agreement',  'rpclsnduwa', 'cl', 'cl', 'cl', ''),
  ('promise_set',          'group_id',                'rpclsnduwa', 'cls', 'cls', 'cl', ''),
  ('promise',              'set_id promise_set',      'rpclsnduwa', 'cls', 'cls', 'cl', ''),
  ('promise_activity',     'set_id promise_set',      'rpclsnduwa', 'pcls', '', '', ''),
  ('promise_promisor',     'set_id promise_set',      'rpclsnduwa', 'cls', 'cls', 'cl', ''),
  ('promise_signatory',    'set_id promise_set',      'rpclsnduwa', 'cls', 'cls', 'cl', ''),
  ('safety_walk',          'group_id',                'rpclsnduwa', 'cln', 'cl', 'cl', ''),
  ('walk_point',           'walk_id safety_walk',     'rpclsnduwa', 'cl', 'cl', 'cl', ''),
  ('statutory_duty',       'group_id',                'rpclsnduwa', 'acw', 'acw', '', ''),
  ('statutory_picture',    'group_id',                'rpclsnduwa', 'clw', 'clsw', '', ''),
  ('kept_reports',         'group_id',                'clw', 'clw', 'clw', '', ''),
  ('changed_day',          'group_id',                'clw', '', '', 'clw', '')
) as m(name, whose, reads, adds, changes, removes, locks);

create function pg_temp.roles(letters text) returns text[]
language sql immutable
as $$
  select array_agg(case letter when 'r' then 'reporter' when 'p' then 'participant' when 'c' then 'coordinator'
    when 'l' then 'policeLead' when 's' then 'steering' when 'n' then 'council' when 'd' then 'reader'
    when 'u' then 'auditor' when 'w' then 'worker' when 'a' then 'administrator' end)
  from string_to_table(letters, null) letter
$$;

-- The group roles of the server that stand for roles in a group.
create function pg_temp.logins(letters text) returns text
language sql immutable
as $$
  select string_agg('est_' || case role when 'policeLead' then 'police_lead' else role end, ', ')
  from unnest(pg_temp.roles(letters)) role
$$;

create function pg_temp.rows_of(name text, whose text, letters text) returns text
language sql immutable
as $$
  select format('%1$I.municipality = any ((select est.my_municipalities(%2$L))::text[])', name, roles) || case
    when whose = '-' then ''
    when whose = 'group_id' then
      format(' and %1$I.group_id = any ((select est.my_groups(%2$L))::uuid[])', name, roles)
    else format(' and exists (select from est.%3$I parent where parent.municipality = %1$I.municipality
        and parent.id = %1$I.%4$I and parent.group_id = any ((select est.my_groups(%2$L))::uuid[]))',
      name, roles, split_part(whose, ' ', 2), split_part(whose, ' ', 1)) end
  from (select pg_temp.roles(letters)) of(roles)
$$;

create procedure pg_temp.allow(name text, command text, letters text, rows text)
language plpgsql
as $$
begin
  if letters = '' then
    return;
  end if;
  -- Whatever is changed, removed or locked, it is first of all what may be read.
  execute format('grant %s on est.%I to %s', command, name, pg_temp.logins(letters));
  execute format('create policy may_%s on est.%I for %1$s to %3$s %4$s', command, name, pg_temp.logins(letters),
    case command
      when 'insert' then format('with check (%s)', rows)
      when 'update' then format('using (%1$s) with check (%1$s)', rows)
      else format('using (%s)', rows) end);
end
$$;

do $$
declare
  m record;
begin
  for m in select * from matrix loop
    call pg_temp.allow(m.name, 'select', m.reads, pg_temp.rows_of(m.name, m.whose, m.reads));
    call pg_temp.allow(m.name, 'insert', m.adds, pg_temp.rows_of(m.name, m.whose, m.adds));
    call pg_temp.allow(m.name, 'update', m.changes, pg_temp.rows_of(m.name, m.whose, m.changes));
    call pg_temp.allow(m.name, 'delete', m.removes, pg_temp.rows_of(m.name, m.whose, m.removes));
    if m.locks <> '' then
      execute format('grant update (municipality) on est.%I to %s', m.name, pg_temp.logins(m.locks));
      execute format('create policy may_lock on est.%I for update to %s using (%s) with check (false)', m.name,
        pg_temp.logins(m.locks), pg_temp.rows_of(m.name, m.whose, m.locks));
    end if;
  end loop;
end
$$;

-- What every member may read, and nobody but the setup writes.
do $$
declare
  name text;
begin
  foreach name in array array['machine', 'machine_move', 'machine_move_role', 'outbox_move', 'migration', 'trial'] loop
    execute format('grant select on est.%I to est_member', name);
    execute format('create policy may_select on est.%I for select to est_member
      using (cardinality((select est.my_municipalities())) > 0)', name);
  end loop;
end
$$;

-- A report: open and shared ones are there for those who work in its group, authority-only ones for those of them who
-- act for police or municipality. Whoever made it sees it, and so do those who work for the organisation that did.
do $$
declare
  readable text := $rows$incident.municipality = any ((select est.my_municipalities())::text[]) and (
    incident.class <> 'authority-only' and incident.group_id = any ((select
      est.my_groups('{participant,coordinator,policeLead,worker,administrator}'))::uuid[])
    or incident.group_id = any ((select
      est.my_authority_groups('{participant,coordinator,policeLead,worker}'))::uuid[])
    or incident.organisation_id = any ((select est.my_organisations())::uuid[])
      and incident.group_id = any ((select est.my_groups('{reporter,participant,coordinator,policeLead}'))::uuid[])
    or incident.reported_by = any ((select est.my_ids())::uuid[]))$rows$;
  coordinated text := $rows$incident.group_id = any ((select est.my_groups('{coordinator}'))::uuid[])$rows$;
  working text := $rows$cardinality((select est.my_municipalities('{worker}'))) > 0$rows$;
  own text := $rows$incident.reported_by = any ((select est.my_ids())::uuid[])$rows$;
  owned text := $rows$(action.municipality = any ((select est.my_municipalities())::text[])
    and exists (select from est.participant me
      where me.municipality = action.municipality and me.organisation_id = action.owner_organisation
        and me.function = action.owner_function and me.id = any ((select est.my_ids())::uuid[])))$rows$;
  -- Whoever made a report may be away when it turns out to be wrong.
  colleagues text := $rows$incident.organisation_id = any ((select est.my_organisations())::uuid[])
    and incident.group_id = any ((select est.my_groups('{reporter,participant,coordinator,policeLead}'))::uuid[])$rows$;
  part text;
begin
  call pg_temp.allow('incident', 'select', 'rpclwa', readable);
  call pg_temp.allow('incident', 'insert', 'rca', pg_temp.rows_of('incident', 'group_id', 'rca') || ' and ' || own
    || $rows$ and (incident.organisation_id = any ((select est.my_organisations())::uuid[])
      or incident.group_id = any ((select est.my_groups('{coordinator,administrator}'))::uuid[]))$rows$);
  call pg_temp.allow('incident', 'update', 'rpcla',
    format('incident.municipality = any ((select est.my_municipalities())::text[]) and (%s or %s or %s)',
      coordinated, own, colleagues));

  -- An earlier wording is there for whoever may read both what the report is now and what it was.
  call pg_temp.allow('incident_version', 'select', 'rpclw', $rows$
    incident_version.municipality = any ((select est.my_municipalities())::text[])
    and exists (select from est.incident i
      where (i.municipality, i.received_at, i.id)
        = (incident_version.municipality, incident_version.received_at, incident_version.id)
        and (incident_version.content ->> 'class' <> 'authority-only'
          or i.group_id = any ((select
            est.my_authority_groups('{participant,coordinator,policeLead,worker}'))::uuid[])
          or i.reported_by = any ((select est.my_ids())::uuid[])))$rows$);
  call pg_temp.allow('redaction', 'select', 'cluwa', pg_temp.rows_of('redaction', '-', 'cluwa'));
  call pg_temp.allow('redaction', 'insert', 'c', $rows$
    redaction.municipality = any ((select est.my_municipalities())::text[])
    and redaction.redacted_by = any ((select est.my_ids())::uuid[])
    and exists (select from est.incident i
      where (i.municipality, i.received_at, i.id) = (redaction.municipality, redaction.received_at, redaction.id)
        and i.group_id = any ((select est.my_groups('{coordinator}'))::uuid[]))$rows$);
  call pg_temp.allow('incident_key', 'select', 'rpclwa', pg_temp.rows_of('incident_key', '-', 'rpclwa'));
  call pg_temp.allow('incident_key', 'insert', 'rca', pg_temp.rows_of('incident_key', '-', 'rca'));
  call pg_temp.allow('incident_key', 'update', 'rpca', pg_temp.rows_of('incident_key', '-', 'rpca'));

  -- Nobody says anything in another's name. Which move it is, and by which role, a trigger checks.
  call pg_temp.allow('transition_log', 'select', 'rpclsnduwa',
    pg_temp.rows_of('transition_log', 'group_id', 'rpclsnduwa'));
  call pg_temp.allow('transition_log', 'insert', 'rpclsndw', pg_temp.rows_of('transition_log', '-', 'rpclsndw')
    || ' and transition_log.actor = any ((select est.my_ids())::uuid[])');
  call pg_temp.allow('signature', 'select', 'pclsuw', pg_temp.rows_of('signature', 'problem_id problem', 'pclsuw'));
  call pg_temp.allow('signature', 'insert', 'cl', pg_temp.rows_of('signature', 'problem_id problem', 'cl')
    || ' and signature.participant_id = any ((select est.my_ids())::uuid[])');
  call pg_temp.allow('nothing_to_report', 'select', 'rpclsuwa',
    pg_temp.rows_of('nothing_to_report', 'cycle_id cycle', 'rpclsuwa'));
  call pg_temp.allow('nothing_to_report', 'insert', 'rpca',
    pg_temp.rows_of('nothing_to_report', 'cycle_id cycle', 'rpca')
    || ' and nothing_to_report.said_by = any ((select est.my_ids())::uuid[])');
  -- Whoever has the function that owns an action sees it and carries it out, whatever else they do in the group.
  call pg_temp.allow('action', 'select', 'rpclsnduwa',
    format('%s or %s', pg_temp.rows_of('action', 'group_id', 'pclsuwa'), owned));
  call pg_temp.allow('action', 'insert', 'pcl', pg_temp.rows_of('action', 'group_id', 'pcl'));
  call pg_temp.allow('action', 'update', 'rpclsndw',
    format('%s or %s', pg_temp.rows_of('action', 'group_id', 'clsw'), owned));
  call pg_temp.allow('problem', 'select', 'rpclsnduwa', format('%s or %s',
    pg_temp.rows_of('problem', 'group_id', 'pclsnuwa'), $rows$
      problem.municipality = any ((select est.my_municipalities())::text[]) and exists (select from est.action
        where action.municipality = problem.municipality and action.problem_id = problem.id)$rows$));
  call pg_temp.allow('problem', 'insert', 'pcln', pg_temp.rows_of('problem', 'group_id', 'pcln'));
  call pg_temp.allow('problem', 'update', 'clsw', pg_temp.rows_of('problem', 'group_id', 'clsw'));
  -- By what its effect is to be judged, its owner says or the coordinator.
  foreach part in array '{effect_plan,effect_plan_area,effect_plan_category}'::text[] loop
    call pg_temp.allow(part, 'select', 'rpclsnduw', pg_temp.rows_of(part, 'action_id action', 'rpclsnduw'));
    call pg_temp.allow(part, 'insert', 'rpclsnd', format($rows$
      %1$I.municipality = any ((select est.my_municipalities())::text[]) and exists (select from est.action
        where action.municipality = %1$I.municipality and action.id = %1$I.action_id and (%2$s or %3$s))$rows$,
      part, pg_temp.rows_of('action', 'group_id', 'c'), owned)
      || case part when 'effect_plan' then ' and effect_plan.made_by = any ((select est.my_ids())::uuid[])' else '' end);
  end loop;
  call pg_temp.allow('area_score', 'select', 'pclsuw', pg_temp.rows_of('area_score', 'group_id', 'pclsuw'));
  call pg_temp.allow('area_score', 'insert', 'cls', pg_temp.rows_of('area_score', 'group_id', 'cls')
    || ' and area_score.scored_by = any ((select est.my_ids())::uuid[])');

  -- A picture is everybody's in the group once a meeting has adopted it; its annex is the authorities'.
  call pg_temp.allow('picture', 'select', 'rpclsnduwa', format('%s or picture.adopted_at is not null and %s',
    pg_temp.rows_of('picture', 'cycle_id cycle', 'pclsuw'),
    pg_temp.rows_of('picture', 'cycle_id cycle', 'rpclsnduwa')));
  call pg_temp.allow('picture', 'insert', 'clw', pg_temp.rows_of('picture', 'cycle_id cycle', 'clw')
    || ' and picture.compiled_by = any ((select est.my_ids())::uuid[])');
  call pg_temp.allow('picture', 'update', 'clw', pg_temp.rows_of('picture', 'cycle_id cycle', 'clw'));
  call pg_temp.allow('picture_annex', 'select', 'pclsw', $rows$
    picture_annex.municipality = any ((select est.my_municipalities())::text[])
    and exists (select from est.cycle parent where parent.municipality = picture_annex.municipality
      and parent.id = picture_annex.cycle_id and parent.group_id = any ((select
        est.my_authority_groups('{participant,coordinator,policeLead,steering,worker}'))::uuid[]))$rows$);
  call pg_temp.allow('picture_annex', 'insert', 'clw', $rows$
    picture_annex.municipality = any ((select est.my_municipalities())::text[])
    and exists (select from est.cycle parent where parent.municipality = picture_annex.municipality
      and parent.id = picture_annex.cycle_id and parent.group_id = any ((select
        est.my_authority_groups('{coordinator,policeLead,worker}'))::uuid[]))$rows$);

  call pg_temp.allow('participant', 'select', 'rpclsnduwa', pg_temp.rows_of('participant', '-', 'rpclsnduwa'));
  call pg_temp.allow('participant', 'insert', 'a', pg_temp.rows_of('participant', '-', 'a'));
  call pg_temp.allow('participant', 'update', 'a', pg_temp.rows_of('participant', '-', 'a'));

  -- Workers of all municipalities share these, which tell nothing of any.
  call pg_temp.allow('worker', 'select', 'rpclsnduwa', 'cardinality((select est.my_municipalities())) > 0');
  call pg_temp.allow('worker', 'insert', 'w', working);
  call pg_temp.allow('worker', 'update', 'w', working);
  call pg_temp.allow('worker', 'delete', 'w', working);
  call pg_temp.allow('lease', 'select', 'w', working);
  call pg_temp.allow('lease', 'insert', 'w', working);
  call pg_temp.allow('lease', 'update', 'w', working);
end
$$;

-- Logins. Only here are any made, and only such as a participant of the speaker's own municipality is called.
create function est.roles_of(of_municipality text, of_login text) returns text[]
language plpgsql stable security definer set search_path = pg_catalog, est, pg_temp
as $$
begin
  return (
    select array_agg(distinct 'est_' || case r.role when 'policeLead' then 'police_lead' else r.role end)
      filter (where r.role is not null)
      || case when p.login = p.municipality || '_administrator' then '{est_administrator,est_member}'::text[]
        else '{est_member}' end
    from est.participant p
    left join est.held_role r on (r.municipality, r.participant_id) = (p.municipality, p.id)
    where p.municipality = of_municipality and p.login = of_login and p.removed_at is null
    group by p.municipality, p.login);
end
$$;

-- Brings what a login is a member of in line with what its participant may do.
create function est.follow_roles(of_municipality text, of_login text) returns void
language plpgsql security definer set search_path = pg_catalog, est, pg_temp
as $$
declare
  wanted text[] := coalesce(est.roles_of(of_municipality, of_login), '{}');
  name   text;
begin
  if of_login not like of_municipality || '\_%' or not exists (
      select from pg_roles where rolname = of_login) then
    return;
  end if;
  for name in
    select g.rolname from pg_auth_members m join pg_roles g on g.oid = m.roleid
    where m.member = (select oid from pg_roles where rolname = of_login) and g.rolname <> all (wanted)
      and pg_has_role(g.oid, 'est_member', 'member')
  loop
    execute format('revoke %I from %I', name, of_login);
  end loop;
  foreach name in array wanted loop
    execute format('grant %I to %I', name, of_login);
  end loop;
end
$$;

create function est.follow_participant_roles() returns trigger
language plpgsql security definer set search_path = pg_catalog, est, pg_temp
as $$
declare
  changed record := coalesce(new, old);
begin
  perform est.follow_roles(changed.municipality, est.login_of(changed.municipality, changed.participant_id));
  return null;
end
$$;

create function est.login_of(of_municipality text, of_participant uuid) returns text
language plpgsql stable security definer set search_path = pg_catalog, est, pg_temp
as $$
begin
  return (select p.login from est.participant p where (p.municipality, p.id) = (of_municipality, of_participant));
end
$$;

-- Whether the speaker may give and take logins of the municipality, and whether this is one of its participants'.
create function est.check_login(of_municipality text, of_login text, is_own_allowed boolean) returns void
language plpgsql stable security definer set search_path = pg_catalog, est, pg_temp
as $$
begin
  -- Whoever set the schema up administers what is in it.
  if of_municipality <> all (est.my_municipalities('{administrator}'))
     and not (est.speaker() = session_user and pg_has_role(session_user, 'est_owner', 'member'))
     and not (is_own_allowed and of_login = est.speaker() and of_municipality = any (est.my_municipalities())) then
    raise exception 'only an administrator of the municipality gives and takes logins'
      using errcode = 'insufficient_privilege', constraint = 'login_by_administrator';
  end if;
  if of_login !~ '^[0-9]{4}_[a-z0-9_-]{1,50}$' or left(of_login, 4) <> of_municipality then
    raise exception 'a login is called after its municipality'
      using errcode = 'check_violation', constraint = 'login_is_participant';
  end if;
end
$$;

-- A login for a participant, or a new password for one that is there, with a verifier that the client made: no password
-- comes here.
create function est.make_login(of_municipality text, of_login text, verifier text) returns void
language plpgsql security definer set search_path = pg_catalog, est, pg_temp
as $$
begin
  perform est.check_login(of_municipality, of_login, true);
  if est.roles_of(of_municipality, of_login) is null then
    raise exception 'a login is a participant''s of the municipality'
      using errcode = 'check_violation', constraint = 'login_is_participant';
  end if;
  if verifier !~ '^SCRAM-SHA-256[$][0-9]{4,7}:[A-Za-z0-9+/=]{16,}[$][A-Za-z0-9+/=]{44}:[A-Za-z0-9+/=]{44}$' then
    raise exception 'a verifier is made by SCRAM-SHA-256'
      using errcode = 'check_violation', constraint = 'verifier_is_scram';
  end if;
  -- A role of the server's that is not one of these is nobody's to change from here.
  if exists (select from pg_roles where rolname = of_login and not pg_has_role(oid, 'est_member', 'member')) then
    raise exception 'the login cannot be made' using errcode = 'check_violation', constraint = 'login_can_be_made';
  end if;
  begin
    execute format('%s role %I login password %L connection limit 10',
      case when exists (select from pg_roles where rolname = of_login) then 'alter' else 'create' end,
      of_login, verifier);
    execute format('alter role %I set statement_timeout = %L', of_login, '60s');
    execute format('alter role %I set idle_in_transaction_session_timeout = %L', of_login, '60s');
  exception when others then
    -- The error's own context would repeat the statement.
    raise exception 'the login cannot be made' using errcode = sqlstate, constraint = 'login_can_be_made';
  end;
  perform est.follow_roles(of_municipality, of_login);
end
$$;

-- Ends what the login has open, and the login. The participant stays on record.
create function est.drop_login(of_municipality text, of_login text) returns void
language plpgsql security definer set search_path = pg_catalog, est, pg_temp
as $$
begin
  perform est.check_login(of_municipality, of_login, false);
  if of_login = est.speaker() then
    raise exception 'nobody takes their own login' using errcode = 'check_violation', constraint = 'login_is_others';
  end if;
  if exists (select from pg_roles where rolname = of_login and pg_has_role(oid, 'est_member', 'member')) then
    execute format('alter role %I nologin', of_login);
    perform pg_terminate_backend(a.pid) from pg_stat_activity a where a.usename = of_login;
    execute format('drop role %I', of_login);
  end if;
  -- Who logged in while a login went has a session and no login. It may do nothing any more, and ends with the next call.
  perform pg_terminate_backend(a.pid) from pg_stat_activity a
  where a.usesysid is not null and not exists (select from pg_roles r where r.oid = a.usesysid);
end
$$;

grant create on schema est to est_engine, est_keeper;
alter function est.roles_of(text, text) owner to est_engine;
alter function est.login_of(text, uuid) owner to est_engine;
alter function est.follow_roles(text, text) owner to est_keeper;
alter function est.follow_participant_roles() owner to est_keeper;
alter function est.check_login(text, text, boolean) owner to est_engine;
alter function est.make_login(text, text, text) owner to est_keeper;
alter function est.drop_login(text, text) owner to est_keeper;
revoke create on schema est from est_engine, est_keeper;
revoke execute on function est.roles_of(text, text), est.login_of(text, uuid), est.follow_roles(text, text),
  est.follow_participant_roles(), est.check_login(text, text, boolean), est.make_login(text, text, text),
  est.drop_login(text, text) from public;
grant usage on schema est to est_keeper;
grant execute on function est.roles_of(text, text), est.login_of(text, uuid), est.speaker(),
  est.check_login(text, text, boolean) to est_keeper;
grant execute on function est.make_login(text, text, text) to est_member;
grant execute on function est.drop_login(text, text) to est_administrator;

create trigger participant_role_is_followed after insert or update or delete on est.participant_role
  for each row execute function est.follow_participant_roles();
