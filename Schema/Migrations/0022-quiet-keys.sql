-- What is hidden does not show by its number, its reference, its links, or by what the database's own functions answer.

-- Whoever may be the database's own rules: the private cluster's one role, and setup until the schema is handed over.
create function est.is_installer() returns boolean
language sql stable parallel safe
as $$
  select current_setting('role') in ('none', 'est_engine') and pg_has_role(session_user, 'est_engine', 'member')
$$;

-- Whose report a key is of, so that it is seen exactly by whom the report is.
alter table est.incident_key
  add column group_id uuid,
  add column organisation_id uuid,
  add column reported_by uuid,
  add column class text,
  -- A reference that somebody has used whose report the next one may not know of is stored once more.
  add column twin smallint not null default 0;
grant select, insert, update on est.incident_key to est_engine;

do $$
declare
  before text := current_setting('role');
begin
  -- The owner sees no row.
  perform set_config('role', 'est_engine', true);
  update est.incident_key k
  set group_id = i.group_id, organisation_id = i.organisation_id, reported_by = i.reported_by, class = i.class
  from est.incident i
  where (i.municipality, i.received_at, i.id) = (k.municipality, k.received_at, k.id);
  perform set_config('role', before, true);
end
$$;

alter table est.incident_key
  alter column group_id set not null,
  alter column organisation_id set not null,
  alter column reported_by set not null,
  alter column class set not null,
  drop constraint reference_unique_in_register,
  add constraint reference_unique_in_register unique (municipality, register, reference, twin);

-- Keys are taken by a function alone: whoever adds a report draws its number and says its reference, and learns of no
-- other report by that than they may read.
drop policy may_select on est.incident_key;
drop policy may_insert on est.incident_key;
drop policy may_update on est.incident_key;
revoke insert, update on est.incident_key from est_reporter, est_participant, est_coordinator, est_administrator;
grant update (source_print) on est.incident_key to est_reporter, est_participant, est_coordinator, est_police_lead,
  est_administrator;
do $$
declare
  readable text := (select pg_get_expr(polqual, polrelid) from pg_policy
    where polrelid = 'est.incident'::regclass and polname = 'may_select');
  changeable text := (select pg_get_expr(polqual, polrelid) from pg_policy
    where polrelid = 'est.incident'::regclass and polname = 'may_update');
begin
  execute format('create policy may_select on est.incident_key for select
    to est_reporter, est_participant, est_coordinator, est_police_lead, est_worker, est_administrator using (%s)',
    readable);
  execute format('create policy may_update on est.incident_key for update
    to est_reporter, est_participant, est_coordinator, est_police_lead, est_administrator using (%1$s) with check (%1$s)',
    changeable);

  -- Answers which of the reports are new to the speaker, whatever others have hidden from them.
  execute format($function$
    create function est.add_keys(of_municipality text, at_time timestamptz, of_organisation uuid, reporter uuid,
      of_register text, ids uuid[], groups uuid[], classes text[], reference_texts text[], numbers text[],
      prints bigint[]) returns setof uuid
    language plpgsql security definer set search_path = pg_catalog, est, public, pg_temp set enable_seqscan = off
    as $body$
    declare
      added_to uuid[] := est.my_groups('{reporter,coordinator,administrator}');
      led uuid[] := est.my_groups('{coordinator,administrator}');
      is_own boolean := of_organisation = any (est.my_organisations());
      sees_all boolean := est.is_installer();
    begin
      if not sees_all then
        if reporter <> all (est.my_ids())
           or of_municipality <> all (est.my_municipalities('{reporter,coordinator,administrator}'))
           or exists (select from unnest(groups) g
             where g is null or g <> all (added_to) or not is_own and g <> all (led)) then
          raise exception 'new row violates row-level security policy for table "incident"'
            using errcode = 'insufficient_privilege';
        end if;
        if exists (select from unnest(numbers) n
            where n is not null and not exists (select from est.running_number r
              where r.municipality = of_municipality
                -- Reports of which not everyone may know have a series of their own.
                and r.subject = case when n ~ '-M' then 'authority-incident' else 'incident' end
                and case when n ~ '^[0-9]{4}-M?[1-9][0-9]{0,8}$' then r.year = left(n, 4)::integer
                  and translate(substr(n, 6), 'M', '')::integer <= r.last end)) then
          raise exception 'a report has the number that was drawn for it'
            using errcode = 'check_violation', constraint = 'incident_number_is_drawn';
        end if;
      end if;
      return query
        insert into est.incident_key (municipality, id, received_at, register, reference, number, source_print, group_id,
          organisation_id, reported_by, class, twin)
        select of_municipality, r.id, at_time, of_register, r.reference, r.number, r.print, r.group_id, of_organisation,
          reporter, r.class, coalesce(taken.last + 1, 0)
        from unnest(ids, groups, classes, reference_texts, numbers, prints)
          as r(id, group_id, class, reference, number, print)
        cross join lateral (
          select max(incident_key.twin) as last, bool_or(%s) as is_known
          from est.incident_key
          where incident_key.municipality = of_municipality and incident_key.register = of_register
            and incident_key.reference = r.reference) taken
        where (taken.is_known or sees_all and taken.last is not null) is not true
        on conflict do nothing
        returning incident_key.id;
    end
    $body$
    $function$, regexp_replace(readable, '\m(municipality|class|group_id|organisation_id|reported_by)\M',
      'incident_key.\1', 'g'));
end
$$;

create function est.keep_key() returns trigger
language plpgsql security definer set search_path = pg_catalog, est, public, pg_temp
as $$
begin
  update est.incident_key k set class = new.class where (k.municipality, k.id) = (new.municipality, new.id);
  return null;
end
$$;
create trigger key_has_class after update of class on est.incident
  for each row when (new.class <> old.class) execute function est.keep_key();

-- A change is in the name of whoever makes it, and moves no report to another's.
create function est.refuse_other_name() returns trigger
language plpgsql
as $$
begin
  if (new.group_id, new.organisation_id) <> (old.group_id, old.organisation_id) then
    raise exception 'where a report comes from never changes'
      using errcode = 'integrity_constraint_violation', constraint = 'incident_origin_stays';
  end if;
  if row_security_active(tg_relid) and (
      nullif(current_setting('est.actor', true), '') <> all (est.my_ids()::text[])
      or new.reviewed_by is distinct from old.reviewed_by and new.reviewed_by <> all (est.my_ids())) then
    raise exception 'nobody changes a report in another''s name' using errcode = 'insufficient_privilege';
  end if;
  if row_security_active(tg_relid) and new.review <> old.review and new.review <> 'withdrawn'
     and new.group_id <> all (est.my_groups('{coordinator}')) then
    raise exception 'only the coordinator lets a report into the picture or keeps it out'
      using errcode = 'insufficient_privilege';
  end if;
  return new;
end
$$;
create trigger another_is_refused before update on est.incident
  for each row execute function est.refuse_other_name();

-- How many reports stand behind a problem is told as far as the reports themselves are; who audits sees every link.
drop policy may_select on est.problem_incident;
drop policy may_insert on est.problem_incident;
do $$
declare
  of_problem constant text := $rows$
    problem_incident.municipality = any ((select est.my_municipalities(%1$L))::text[])
    and exists (select from est.problem parent where parent.municipality = problem_incident.municipality
      and parent.id = problem_incident.problem_id
      and parent.group_id = any ((select est.my_groups(%1$L))::uuid[]))$rows$;
  of_key constant text := $rows$
    and exists (select from est.incident_key k
      where (k.municipality, k.id) = (problem_incident.municipality, problem_incident.incident_id))$rows$;
begin
  execute format('create policy may_select on est.problem_incident for select
    to est_participant, est_coordinator, est_police_lead, est_worker using (%s)',
    format(of_problem, '{participant,coordinator,policeLead,worker}') || of_key);
  execute format('create policy may_audit on est.problem_incident for select to est_auditor using (%s)',
    format(of_problem, '{auditor}'));
  execute format('create policy may_insert on est.problem_incident for insert
    to est_participant, est_coordinator, est_police_lead with check (%s)',
    format(of_problem, '{participant,coordinator,policeLead}') || of_key);
end
$$;

-- Running numbers tell how much there is of everything: whoever may add the next one draws it, and nobody reads them.
drop policy may_select on est.running_number;
drop policy may_insert on est.running_number;
drop policy may_update on est.running_number;
do $$
declare
  name text;
begin
  for name in
    select distinct x.grantee::regrole from pg_class c, aclexplode(c.relacl) x
    where c.oid = 'est.running_number'::regclass and pg_has_role(x.grantee, 'est_member', 'member')
      and x.grantee <> c.relowner and x.grantee not in ('est_engine'::regrole, 'est_backup'::regrole)
  loop
    execute format('revoke all on est.running_number from %s', name);
  end loop;
end
$$;
grant insert, update on est.running_number to est_engine;
create function est.next_number(of_municipality text, of_subject text, of_year integer) returns integer
language plpgsql security definer set search_path = pg_catalog, est, public, pg_temp
as $$
declare
  number integer;
begin
  if not est.is_installer() and of_municipality <> all (est.my_municipalities(case of_subject
      when 'incident' then '{reporter,coordinator,administrator}'::text[]
      when 'authority-incident' then '{reporter,coordinator,administrator}'
      when 'problem' then '{participant,coordinator,policeLead,council}'
      when 'action' then '{participant,coordinator,policeLead}'
      when 'promiseSet' then '{coordinator,policeLead,steering}'
      when 'safetyWalk' then '{coordinator,policeLead,council}'
      when 'statutoryPicture' then '{coordinator,policeLead,worker}'
      else '{coordinator,policeLead}' end)) then
    raise exception 'no number of this kind is the speaker''s to draw' using errcode = 'insufficient_privilege';
  end if;
  insert into est.running_number (municipality, subject, year, last)
  values (of_municipality, of_subject, of_year, 1)
  on conflict (municipality, subject, year) do update set last = est.running_number.last + 1
  returning last into number;
  return number;
end
$$;

-- What the database answers for others is asked in the speaker's own name.
create or replace function est.annex_for(of_municipality text, of_cycle uuid, of_version integer, reader uuid)
returns bytea
language plpgsql stable security definer set search_path = pg_catalog, est, public, pg_temp
as $$
begin
  if not est.is_installer() and reader <> all (est.my_ids()) or not exists (
      select from est.participant p
      join est.organisation o on (o.municipality, o.id) = (p.municipality, p.organisation_id)
      join est.participant_role r on (r.municipality, r.participant_id) = (p.municipality, p.id)
      join est.cycle c on (c.municipality, c.id, c.group_id) = (r.municipality, of_cycle, r.group_id)
      where p.municipality = of_municipality and p.id = reader and p.removed_at is null
        and o.kind in ('police', 'municipal')) then
    raise exception 'the annex is for police and municipality only'
      using errcode = 'insufficient_privilege', constraint = 'annex_is_for_authorities';
  end if;
  return (select a.content from est.picture_annex a
    where (a.municipality, a.cycle_id, a.version) = (of_municipality, of_cycle, of_version));
end
$$;

-- Heads are the worker's to make, for the municipalities that it serves.
revoke execute on function est.seal_log(text) from est_member;
create function est.seal_own_log(of_municipality text) returns est.log_head
language plpgsql security definer set search_path = pg_catalog, est, public, pg_temp
as $$
begin
  if not est.is_installer() and of_municipality <> all (est.my_municipalities('{worker}')) then
    raise exception 'heads of a log are its worker''s to make' using errcode = 'insufficient_privilege';
  end if;
  return est.seal_log(of_municipality);
end
$$;

-- Which area holds each point. A policy is asked before any index of shapes may be, piece by piece; so this is asked once.
create function est.areas_at(of_municipality text, xs float8[], ys float8[], srid integer) returns setof uuid
language plpgsql stable security definer set search_path = pg_catalog, est, public, pg_temp
as $$
begin
  if not est.is_installer() and of_municipality <> all (est.my_municipalities()) then
    return;
  end if;
  -- A subquery for each point, so that the index of the pieces is asked point by point.
  return query
    select (select p.area_id from est.area_piece p
      where p.municipality = of_municipality and st_intersects(p.geometry, q.point)
      order by p.name limit 1)
    from (select n, case when areas_at.srid = 3006 then st_setsrid(st_makepoint(x, y), 3006)
        else st_transform(st_setsrid(st_makepoint(x, y), areas_at.srid), 3006) end as point
      from unnest(xs, ys) with ordinality as given(x, y, n)) q
    order by q.n;
end
$$;

-- A trigger is asked before a policy is, within the municipality too: what it knows of another group must not show.
create function est.refuse_outsider() returns trigger
language plpgsql
as $$
declare
  knows boolean;
begin
  if row_security_active(tg_relid) then
    if tg_nargs = 0 then
      knows := new.group_id = any (est.my_groups(
        '{reporter,participant,coordinator,policeLead,steering,council,reader,auditor,worker,administrator}'));
    else
      execute format('select exists (select from est.%I parent where (parent.municipality, parent.id) = ($1, $2))',
        tg_argv[0]) into knows using new.municipality, (to_jsonb(new) ->> tg_argv[1])::uuid;
    end if;
    if not knows then
      raise exception 'new row violates row-level security policy for table "%"', tg_table_name
        using errcode = 'insufficient_privilege';
    end if;
  end if;
  return new;
end
$$;
do $$
declare
  guarded record;
begin
  for guarded in
    select t.tgrelid::regclass as relation, parents.parent, parents.key
    from pg_trigger t
    join pg_class c on c.oid = t.tgrelid
    left join (values
      ('action_cause', 'action', 'action_id'), ('agreement_party', 'agreement', 'agreement_id'),
      ('agreement_signatory', 'agreement', 'agreement_id'), ('attendance', 'cycle', 'cycle_id'),
      ('cause', 'problem', 'problem_id'), ('chain_step', 'problem', 'problem_id'), ('decision', 'cycle', 'cycle_id'),
      ('effect_plan', 'action', 'action_id'), ('effect_plan_area', 'action', 'action_id'),
      ('effect_plan_category', 'action', 'action_id'), ('evidence', 'problem', 'problem_id'),
      ('picture', 'cycle', 'cycle_id'), ('priority', 'cycle', 'cycle_id'), ('promise', 'promise_set', 'set_id'),
      ('promise_promisor', 'promise_set', 'set_id'), ('promise_signatory', 'promise_set', 'set_id'),
      ('signature', 'problem', 'problem_id'), ('walk_point', 'safety_walk', 'walk_id')
    ) as parents(name, parent, key) on parents.name = c.relname
    where t.tgname = 'a_stranger_is_refused' and (parents.name is not null or c.relname in ('transition_log', 'cycle'))
  loop
    execute format('create trigger an_outsider_is_refused before insert on %s
      for each row execute function est.refuse_outsider(%s)', guarded.relation,
      coalesce(quote_literal(guarded.parent) || ', ' || quote_literal(guarded.key), ''));
  end loop;
end
$$;

alter function est.is_installer() owner to est_owner;
alter function est.refuse_other_name() owner to est_owner;
alter function est.refuse_outsider() owner to est_owner;
grant create on schema est to est_engine;
alter function est.add_keys(text, timestamptz, uuid, uuid, text, uuid[], uuid[], text[], text[], text[], bigint[])
  owner to est_engine;
alter function est.keep_key() owner to est_engine;
alter function est.next_number(text, text, integer) owner to est_engine;
alter function est.seal_own_log(text) owner to est_engine;
alter function est.areas_at(text, float8[], float8[], integer) owner to est_engine;
revoke create on schema est from est_engine;
revoke execute on function est.is_installer(), est.refuse_other_name(), est.refuse_outsider(), est.keep_key(),
  est.next_number(text, text, integer), est.seal_own_log(text), est.areas_at(text, float8[], float8[], integer),
  est.add_keys(text, timestamptz, uuid, uuid, text, uuid[], uuid[], text[], text[], text[], bigint[]) from public;
grant execute on function est.is_installer() to est_engine, est_member;
grant execute on function est.next_number(text, text, integer), est.areas_at(text, float8[], float8[], integer)
  to est_member;
grant execute on function est.seal_own_log(text) to est_worker;
grant execute on function
  est.add_keys(text, timestamptz, uuid, uuid, text, uuid[], uuid[], text[], text[], text[], bigint[])
  to est_reporter, est_coordinator, est_administrator;
