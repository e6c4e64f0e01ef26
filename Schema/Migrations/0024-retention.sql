-- Retention: how long each kind of information is kept, by whose decision; what stops its disposal; and what was
-- disposed of. What is disposed of is a text: the record that held it stays, with a mark where the text was.

create table est.retention_rule (
  municipality text not null references est.municipality,
  information  text not null constraint information_known
               check (information in ('reports', 'casework', 'meetings', 'walks', 'mail', 'addresses')),
  -- A later rule takes the place of all earlier ones, from its day on.
  number       integer not null,
  from_day     date not null,
  -- Neither: it is kept for ever.
  months       integer constraint period_has_months check (months between 0 and 1200),
  days         integer constraint period_has_days check (days between 0 and 36500),
  -- The decision's reference, such as `KS 2026/123 § 45`.
  decision     text not null constraint rule_has_decision check (decision <> ''),
  set_at       timestamptz not null,
  set_by       uuid not null,
  primary key (municipality, information, number),
  constraint period_is_whole check ((months is null) = (days is null)),
  constraint period_is_some_time check (months + days > 0),
  constraint rule_by_participant foreign key (municipality, set_by) references est.participant
);

-- While a hold stands, nothing that it concerns is disposed of. What cannot be told to be elsewhere is in the area.
create table est.retention_hold (
  municipality   text not null references est.municipality,
  number         integer not null,
  -- None: every kind.
  information    text constraint hold_information_known
                 check (information in ('reports', 'casework', 'meetings', 'walks', 'mail', 'addresses')),
  area_id        uuid,
  first_day      date,
  last_day       date,
  reason         text not null constraint hold_has_reason check (reason <> ''),
  reference      text not null constraint hold_has_reference check (reference <> ''),
  placed_at      timestamptz not null,
  placed_by      uuid not null,
  lifted_at      timestamptz,
  lifted_by      uuid,
  lifted_because text constraint lifting_has_reason check (lifted_because <> ''),
  primary key (municipality, number),
  constraint hold_has_days check (first_day <= last_day),
  constraint hold_is_lifted_whole check ((lifted_at is null) = (lifted_by is null)
    and (lifted_at is null) = (lifted_because is null)),
  constraint hold_of_area foreign key (municipality, area_id) references est.area,
  constraint hold_by_participant foreign key (municipality, placed_by) references est.participant,
  constraint hold_lifted_by_participant foreign key (municipality, lifted_by) references est.participant
);

-- What was disposed of: how many, of which kind, on which day, by which rule. Never what it said.
create table est.disposal (
  municipality text not null,
  information  text not null,
  day          date not null,
  rule         integer not null,
  items        bigint not null constraint items_are_counted check (items >= 0),
  -- The days from which they were counted.
  first_day    date,
  last_day     date,
  -- The transaction, while it is at it.
  disposed_in  xid8,
  primary key (municipality, information, day, rule),
  constraint disposal_by_rule foreign key (municipality, information, rule) references est.retention_rule
);
create index disposal_under_way on est.disposal (municipality, disposed_in) where disposed_in is not null;

-- The municipality's days are those of the zone that most of its groups keep.
create function est.zone_of(of_municipality text) returns text
language sql stable
as $$
  select coalesce((select g.zone from est.est_group g where g.municipality = of_municipality
    group by g.zone order by count(*) desc, g.zone limit 1), 'Europe/Stockholm')
$$;
create function est.today_in(of_municipality text) returns date
language sql stable
as $$ select (est.clock() at time zone est.zone_of(of_municipality))::date $$;

-- When an instance came to the state that it is in, where that is one of those in which it is over.
create function est.ended_at(of_municipality text, instance uuid, ends text[]) returns timestamptz
language plpgsql stable
as $$
begin
  return (
    select max(l.at) from est.instance i
    join est.transition_log l on (l.municipality, l.instance_id, l.to_state) = (i.municipality, i.id, i.state)
      and l.from_state <> l.to_state
    where i.municipality = of_municipality and i.id = instance and i.state = any (ends));
end
$$;

-- All that is disposed of, by kind, in one place: which texts of which table, in which rows; counted from when, since
-- when it may have been about something, and about which area.
create function est.disposable()
returns table (information text, relation text, fields text[], source text, keys text[], since text, happened text,
  area text)
language sql immutable
as $$
  values
    ('reports', 'incident', '{place,assessment,text,reasons,review_reason}'::text[], 'est.incident t',
      '{received_at,id}'::text[], 't.received_at', 't.occurred_from', 't.area_id'),
    ('reports', 'incident_version', '{content,reason}', 'est.incident_version t join est.incident i
      on (i.municipality, i.received_at, i.id) = (t.municipality, t.received_at, t.id)',
      '{received_at,id,version}', 't.received_at', 'i.occurred_from', 'i.area_id'),
    ('reports', 'redaction', '{reason}', 'est.redaction t join est.incident i
      on (i.municipality, i.received_at, i.id) = (t.municipality, t.received_at, t.id)',
      '{received_at,id,redacted_in}', 't.received_at', 'i.occurred_from', 'i.area_id'),
    ('casework', 'problem', '{title,statement}', 'est.problem t', '{id}',
      'est.ended_at(t.municipality, t.id, ''{resolved,dismissed}'')', null, 't.area_id'),
    ('casework', 'analysis', '{statement,left_out}', null, '{problem_id,version}', null, null, null),
    ('casework', 'evidence', '{text,source}', null, '{problem_id,version,number}', null, null, null),
    ('casework', 'cause', '{text}', null, '{problem_id,version,number}', null, null, null),
    ('casework', 'chain_step', '{text}', null, '{problem_id,version,number}', null, null, null),
    ('casework', 'problem_outcome', '{result,lesson}', null, '{problem_id,revision}', null, null, null),
    ('casework', 'action',
      '{title,goal,baseline,no_baseline,expected_effect,production,process,result,lesson,effect}', 'est.action t
      left join est.problem p on (p.municipality, p.id) = (t.municipality, t.problem_id)', '{id}',
      'est.ended_at(t.municipality, t.id, ''{evaluated,cancelled}'')', null, 'p.area_id'),
    ('meetings', 'decision', '{text}', 'est.decision t', '{cycle_id,number}',
      'est.ended_at(t.municipality, t.cycle_id, ''{concluded,skipped,missed}'')', null, 'null::uuid'),
    ('meetings', 'area_score', '{reason}', 'est.area_score t', '{group_id,period,area_id,number}',
      't.scored_at', null, 't.area_id'),
    ('walks', 'walk_point', '{text,cannot_because,outcome}', 'est.walk_point t
      join est.safety_walk w on (w.municipality, w.id) = (t.municipality, t.walk_id)', '{walk_id,number}',
      'est.ended_at(t.municipality, t.walk_id, ''{followedUp,cancelled}'')', null, 'w.area_id'),
    ('mail', 'outbox_attempt', '{said}', 'est.outbox_attempt t', '{outbox_id,attempt}', 't.ended_at', null,
      'null::uuid'),
    ('addresses', 'participant_address', '{address}', 'est.participant_address t join est.participant p
      on (p.municipality, p.id) = (t.municipality, t.participant_id)', '{participant_id}', 'p.removed_at', null,
      'null::uuid')
$$;

-- The same as parts of statements, in which $1 is the municipality, $2 its zone and $3 the kind: the rows, the day from
-- which one is counted, whether it is held, whether it has texts, and how marks come in their places.
create function est.information_part()
returns table (information text, relation text, source text, keys text[], since text, day text, held text, texts text,
  marks text)
language sql stable
as $$
  select p.information, p.relation, p.source, p.keys, p.since, format('((%s) at time zone $2)::date', p.since),
    format('exists (select from est.retention_hold h where h.municipality = t.municipality and h.lifted_at is null
      and coalesce(h.information, $3) = $3 and (h.area_id is null or coalesce(%s, h.area_id) = h.area_id)
      and coalesce(h.first_day <= ((%s) at time zone $2)::date, true)
      and coalesce(h.last_day >= ((%s) at time zone $2)::date, true))', p.area, p.since, p.happened),
    f.texts, f.marks
  from (
    select d.information, d.relation, d.fields, d.keys, s.since, coalesce(d.happened, s.since) as happened,
      coalesce(d.area, 'p.area_id') as area, coalesce(d.source, format('est.%I t join est.problem p
        on (p.municipality, p.id) = (t.municipality, t.problem_id)', d.relation)) as source
    from est.disposable() d
    -- What belongs to a problem is over when the problem is.
    cross join lateral (select coalesce(d.since,
      'est.ended_at(t.municipality, t.problem_id, ''{resolved,dismissed}'')') as since) s) p
  cross join lateral (
    select
      string_agg(format(case a.atttypid
        when 'jsonb'::regtype then 't.%1$I <> est.redacted(t.%1$I, ''[gallrat]'')'
        when 'text[]'::regtype then 't.%1$I not in (''{}'', ''{[gallrat]}'')'
        else 't.%1$I not in ('''', ''[gallrat]'')' end, a.attname), ' or ' order by a.attnum) as texts,
      string_agg(format(case a.atttypid
        when 'jsonb'::regtype then '%1$I = est.redacted(t.%1$I, ''[gallrat]'')'
        when 'text[]'::regtype then '%1$I = case when t.%1$I <> ''{}'' then ''{[gallrat]}'' else t.%1$I end'
        else '%1$I = case when t.%1$I <> '''' then ''[gallrat]'' else t.%1$I end' end, a.attname), ', '
        order by a.attnum) as marks
    from pg_attribute a
    where a.attrelid = format('est.%I', p.relation)::regclass and a.attname = any (p.fields)) f
$$;

-- A row with a mark in the place of each of the texts that are there.
create function est.marked(content jsonb, fields text[], mark text) returns jsonb
language plpgsql immutable
as $$
begin
  return content || coalesce((
    select jsonb_object_agg(field, case jsonb_typeof(content -> field)
      when 'array' then jsonb_build_array(mark) when 'object' then est.redacted(content -> field, mark)
      else to_jsonb(mark) end)
    from unnest(fields) field where content -> field not in ('null', '[]', '""')), '{}');
end
$$;
create function est.redacted(content jsonb, mark text) returns jsonb
language sql immutable
as $$ select est.marked(content, '{place,assessment,text,reasons,review_reason}', mark) $$;
create or replace function est.redacted(content jsonb) returns jsonb
language sql immutable
as $$ select est.redacted(content, '[maskerat]') $$;

-- Whether a change is a disposal under way, and nothing more than that.
create function est.is_disposal(of_relation text, before jsonb, after jsonb) returns boolean
language plpgsql stable
as $$
begin
  return exists (
    select from est.disposal d
    join est.disposable() p on p.information = d.information and p.relation = of_relation
    where d.municipality = before ->> 'municipality' and d.disposed_in = pg_current_xact_id_if_assigned()
      and after = est.marked(before, p.fields, '[gallrat]'));
end
$$;

-- What else never changes gives way to that alone.
create or replace function est.refuse_change() returns trigger
language plpgsql
as $$
begin
  if tg_op = 'UPDATE' and est.is_disposal(tg_table_name, to_jsonb(old), to_jsonb(new)) then
    return new;
  end if;
  raise exception '% is append-only: % is refused', tg_table_name, lower(tg_op)
    using errcode = 'integrity_constraint_violation', constraint = tg_table_name || '_is_append_only';
end
$$;

create or replace function est.keep_version() returns trigger
language plpgsql
as $$
begin
  if tg_op = 'UPDATE' and (
      est.is_redacting(old.municipality, old.received_at, old.id)
        and to_jsonb(new) = est.marked(to_jsonb(old), '{content,reason}', '[maskerat]')
      or est.is_disposal(tg_table_name, to_jsonb(old), to_jsonb(new))) then
    return new;
  end if;
  raise exception '% is append-only: % is refused', tg_table_name, lower(tg_op)
    using errcode = 'integrity_constraint_violation', constraint = 'incident_version_is_append_only';
end
$$;

drop trigger incident_is_kept on est.incident;
create trigger incident_is_kept before update on est.incident
  for each row when (('[maskerat]' in (new.place, new.assessment, new.text, new.review_reason, new.reasons[1])
      and to_jsonb(new) = est.redacted(to_jsonb(old))
      and est.is_redacting(old.municipality, old.received_at, old.id)
    or '[gallrat]' in (new.place, new.assessment, new.text, new.review_reason, new.reasons[1])
      and est.is_disposal('incident', to_jsonb(old), to_jsonb(new))) is not true)
  execute function est.keep_incident_version();

create or replace function est.refuse_when_signed() returns trigger
language plpgsql security definer set search_path = pg_catalog, est, public, pg_temp
as $$
declare
  changed record := coalesce(new, old);
begin
  perform from est.analysis a
  where (a.municipality, a.problem_id, a.version) = (changed.municipality, changed.problem_id, changed.version)
  for share;
  if exists (select from est.signature s where s.municipality = changed.municipality
             and s.problem_id = changed.problem_id and s.version = changed.version) then
    if tg_op = 'UPDATE' and est.is_disposal(tg_table_name, to_jsonb(old), to_jsonb(new)) then
      return new;
    end if;
    raise exception 'the version of the analysis is signed: it is locked'
      using errcode = 'integrity_constraint_violation', constraint = 'signed_analysis_is_locked';
  end if;
  return changed;
end
$$;

create or replace function est.refuse_after_meeting() returns trigger
language plpgsql security definer set search_path = pg_catalog, est, public, pg_temp
as $$
declare
  changed record := coalesce(new, old);
  now_in text;
begin
  select i.state into now_in from est.instance i
  where i.municipality = changed.municipality and i.id = changed.cycle_id for share;
  if now_in in ('concluded', 'skipped', 'missed') then
    if tg_op = 'UPDATE' and est.is_disposal(tg_table_name, to_jsonb(old), to_jsonb(new)) then
      return new;
    end if;
    raise exception 'the period is over: what its meeting decided stands'
      using errcode = 'integrity_constraint_violation', constraint = 'period_is_over';
  end if;
  return changed;
end
$$;

create or replace function est.refuse_settled() returns trigger
language plpgsql security definer set search_path = pg_catalog, est, public, pg_temp
as $$
declare
  changed record := coalesce(new, old);
  now_in text;
begin
  select i.state into now_in from est.instance i
  where i.municipality = changed.municipality and i.id = (to_jsonb(changed) ->> tg_argv[0])::uuid for share;
  if now_in is not null and not now_in = any (tg_argv) then
    if tg_op = 'UPDATE' and est.is_disposal(tg_table_name, to_jsonb(old), to_jsonb(new)) then
      return new;
    end if;
    raise exception '% stands as it is', tg_table_name
      using errcode = 'integrity_constraint_violation', constraint = tg_table_name || '_stands';
  end if;
  return changed;
end
$$;

create or replace function est.refuse_after_evaluation() returns trigger
language plpgsql security definer set search_path = pg_catalog, est, public, pg_temp
as $$
declare
  changed record := coalesce(new, old);
  of_action uuid := coalesce(to_jsonb(changed) ->> 'action_id', to_jsonb(changed) ->> 'id');
begin
  if exists (select from est.instance i where i.municipality = changed.municipality and i.id = of_action
             and i.state in ('evaluated', 'cancelled')) then
    if tg_op = 'UPDATE' and est.is_disposal(tg_table_name, to_jsonb(old), to_jsonb(new)) then
      return new;
    end if;
    raise exception 'the action has been judged: that stands'
      using errcode = 'integrity_constraint_violation', constraint = 'judgement_stands';
  end if;
  return changed;
end
$$;

-- What a picture reads of a report does not change with its texts: what is kept of its day stays valid. Only where
-- texts are taken out is it asked.
create or replace function est.note_changed_days() returns trigger
language plpgsql security definer set search_path = pg_catalog, est, public, pg_temp
as $$
begin
  if tg_op = 'TRUNCATE' then
    raise exception 'a report is never deleted: withdraw it'
      using errcode = 'integrity_constraint_violation', constraint = 'incident_is_kept';
  end if;
  if tg_op = 'UPDATE' then
    if exists (select from est.disposal d
        where d.municipality = (select o.municipality from old_rows o limit 1)
          and d.disposed_in = pg_current_xact_id_if_assigned()) then
      return null;
    end if;
  end if;
  if tg_op <> 'INSERT' then
    insert into est.changed_day (municipality, group_id, day)
    select distinct o.municipality, o.group_id, (o.occurred_from at time zone 'UTC')::date from old_rows o
    on conflict do nothing;
  end if;
  if tg_op <> 'DELETE' then
    insert into est.changed_day (municipality, group_id, day)
    select distinct n.municipality, n.group_id, (n.occurred_from at time zone 'UTC')::date from new_rows n
    on conflict do nothing;
  end if;
  return null;
end
$$;

-- Disposes of what is due today of one kind: what the rule in force says, and no hold concerns. The caller names no
-- row, so nobody disposes early. Who places a hold waits for what is under way, and what begins waits for them.
create function est.dispose(of_municipality text, of_information text, at_most integer) returns bigint
language plpgsql
-- A few are looked up by index in many, whatever is estimated of either.
set enable_seqscan = off set enable_hashjoin = off set enable_mergejoin = off
as $$
declare
  today    constant date := est.today_in(of_municipality);
  zone     constant text := est.zone_of(of_municipality);
  in_force est.retention_rule;
  part     record;
  due      text;
  -- A month's end is drawn in by as much as three days and a zone by one: the exact day is asked beside it.
  before   timestamptz;
  is_due   boolean;
  disposed bigint;
  earliest date;
  latest   date;
  total    bigint := 0;
begin
  if of_municipality <> all (est.my_municipalities('{worker}'))
     and not (current_setting('role') = 'none' and pg_has_role(session_user, 'est_engine', 'member')) then
    raise exception 'only the worker of the municipality disposes'
      using errcode = 'insufficient_privilege', constraint = 'disposal_by_worker';
  end if;
  select r.* into in_force from est.retention_rule r
  where r.municipality = of_municipality and r.information = of_information and r.from_day <= today
  order by r.number desc limit 1 for share;
  if in_force.months is null then
    return 0;
  end if;
  before := (today - make_interval(months => in_force.months, days => in_force.days) + interval '6 days')
    at time zone zone;
  for part in select p.* from est.information_part() p where p.information = of_information loop
    exit when total >= at_most;
    due := format('from %s where t.municipality = $1 and (%s) and %s < $4
        and (%s + make_interval(months => $5, days => $6))::date <= $7 and not %s',
      part.source, part.texts, part.since, part.day, part.held);
    execute 'select exists (select ' || due || ')' into is_due
    using of_municipality, zone, of_information, before, in_force.months, in_force.days, today;
    continue when not is_due;
    insert into est.disposal as d (municipality, information, day, rule, items, disposed_in)
    values (of_municipality, of_information, today, in_force.number, 0, pg_current_xact_id())
    on conflict on constraint disposal_pkey do update set disposed_in = excluded.disposed_in;
    execute format('with due as materialized (
          select %1$s, %3$s as counted_from %4$s limit $8 for update of t skip locked),
        done as (
          update est.%5$I t set %6$s from due where t.municipality = $1 and (%1$s) = (%2$s)
          returning due.counted_from)
        select count(*), min(counted_from), max(counted_from) from done',
      (select string_agg(format('t.%I', k), ', ') from unnest(part.keys) k),
      (select string_agg(format('due.%I', k), ', ') from unnest(part.keys) k),
      part.day, due, part.relation, part.marks)
    into disposed, earliest, latest
    using of_municipality, zone, of_information, before, in_force.months, in_force.days, today, at_most - total;
    -- A report is one, with all its versions.
    update est.disposal d
    set items = d.items + case when part.relation in ('incident_version', 'redaction') then 0 else disposed end,
      first_day = least(d.first_day, earliest), last_day = greatest(d.last_day, latest), disposed_in = null
    where (d.municipality, d.information, d.day, d.rule) = (of_municipality, of_information, today, in_force.number);
    total := total + disposed;
  end loop;
  return total;
end
$$;

-- What is left, by kind: how many from each day, and whether a hold concerns them; no day where it is not over yet.
create function est.retained(of_municipality text)
returns table (information text, since date, held boolean, items bigint)
language plpgsql stable
as $$
declare
  part record;
begin
  if of_municipality <> all (est.my_municipalities('{coordinator,auditor,worker,administrator}'))
     and not (current_setting('role') = 'none' and pg_has_role(session_user, 'est_engine', 'member')) then
    raise exception 'what is retained is told to coordinator, auditor and administrator'
      using errcode = 'insufficient_privilege', constraint = 'retained_for_administration';
  end if;
  for part in select p.* from est.information_part() p where p.relation not in ('incident_version', 'redaction') loop
    return query execute format('select $3, %s, %s, count(*) from %s where t.municipality = $1 and (%s) group by 2, 3',
      part.day, part.held, part.source, part.texts)
    using of_municipality, est.zone_of(of_municipality), part.information;
  end loop;
end
$$;

-- A rule is numbered by the database, and begins on a later day than the one on which it is set: what would go at once
-- can be seen before.
create function est.before_retention_rule() returns trigger
language plpgsql
as $$
begin
  perform from est.municipality m where m.municipality = new.municipality for no key update;
  if new.from_day <= est.today_in(new.municipality) then
    raise exception 'a retention rule begins tomorrow at the earliest'
      using errcode = 'check_violation', constraint = 'retention_begins_later';
  end if;
  new.number := coalesce((select max(r.number) from est.retention_rule r
    where (r.municipality, r.information) = (new.municipality, new.information)), 0) + 1;
  return new;
end
$$;
create trigger retention_rule_is_numbered before insert on est.retention_rule
  for each row execute function est.before_retention_rule();
create trigger retention_rule_is_append_only before update or delete on est.retention_rule
  for each row execute function est.refuse_change();
create trigger retention_rule_is_kept before truncate on est.retention_rule
  for each statement execute function est.refuse_change();

create function est.before_retention_hold() returns trigger
language plpgsql
as $$
begin
  perform from est.municipality m where m.municipality = new.municipality for no key update;
  perform from est.retention_rule r where r.municipality = new.municipality
    and r.information = coalesce(new.information, r.information) order by r.information, r.number for no key update;
  if new.lifted_at is not null then
    raise exception 'a hold is lifted after it was placed'
      using errcode = 'check_violation', constraint = 'hold_is_placed_first';
  end if;
  new.number := coalesce((select max(h.number) from est.retention_hold h
    where h.municipality = new.municipality), 0) + 1;
  return new;
end
$$;
create trigger retention_hold_is_numbered before insert on est.retention_hold
  for each row execute function est.before_retention_hold();

-- All that can happen to a hold is that it is lifted, once.
create function est.keep_retention_hold() returns trigger
language plpgsql
as $$
begin
  if tg_op = 'UPDATE' and old.lifted_at is null and new.lifted_at is not null
     and to_jsonb(new) - '{lifted_at,lifted_by,lifted_because}'::text[]
       = to_jsonb(old) - '{lifted_at,lifted_by,lifted_because}'::text[] then
    return new;
  end if;
  raise exception 'a hold stands as it is until it is lifted'
    using errcode = 'integrity_constraint_violation', constraint = 'retention_hold_stands';
end
$$;
create trigger retention_hold_stands before update or delete on est.retention_hold
  for each row execute function est.keep_retention_hold();
create trigger retention_hold_is_kept before truncate on est.retention_hold
  for each statement execute function est.refuse_change();

-- Only the disposal itself writes what was disposed of.
create function est.keep_disposal() returns trigger
language plpgsql
as $$
begin
  if current_user = 'est_engine' and tg_op <> 'DELETE' then
    return new;
  end if;
  raise exception 'what was disposed of is written by the disposal'
    using errcode = 'integrity_constraint_violation', constraint = 'disposal_is_written_by_itself';
end
$$;
create trigger disposal_is_written_by_itself before insert or update or delete on est.disposal
  for each row execute function est.keep_disposal();
create trigger disposal_is_kept before truncate on est.disposal
  for each statement execute function est.refuse_change();

-- A function's address is staff data: it stands apart, is read by whoever needs it, and goes by a rule of its own once
-- the participant has been removed.
create table est.participant_address (
  municipality   text not null,
  participant_id uuid not null,
  address        text not null constraint address_not_empty check (address <> ''),
  primary key (municipality, participant_id),
  constraint address_of_participant foreign key (municipality, participant_id) references est.participant
);
grant insert on est.participant_address to est_engine;
grant update on est.outbox to est_engine;
alter table est.outbox disable trigger outbox_change_is_checked;
do $$
declare
  speaker constant text := current_setting('role');
begin
  -- Row-level security hides the rows from the schema's owner.
  perform set_config('role', 'est_engine', true);
  insert into est.participant_address (municipality, participant_id, address)
  select p.municipality, p.id, p.address from est.participant p where p.address is not null;
  -- Where a mail goes is looked up when it leaves.
  update est.outbox o set payload = o.payload - 'to' where o.kind = 'mail' and o.payload ? 'participant';
  perform set_config('role', speaker, true);
end
$$;
alter table est.outbox enable trigger outbox_change_is_checked;
revoke insert on est.participant_address from est_engine;
revoke update on est.outbox from est_engine;
alter table est.participant drop column address;

create trigger no_personal_data before insert or update of decision on est.retention_rule
  for each row when (est.may_hold_personal_data(new.decision))
  execute function est.refuse_personal_data('decision');
create trigger no_personal_data before insert or update of reason, reference, lifted_because on est.retention_hold
  for each row when (est.may_hold_personal_data(new.reason) or est.may_hold_personal_data(new.reference)
    or new.lifted_because is not null and est.may_hold_personal_data(new.lifted_because))
  execute function est.refuse_personal_data('reason', 'reference', 'lifted_because');
alter table est.retention_rule enable always trigger no_personal_data;
alter table est.retention_hold enable always trigger no_personal_data;

-- What is due is found among what has texts left, however much there is besides.
do $$
declare
  part record;
begin
  for part in select p.* from est.information_part() p where p.information in ('reports', 'mail') loop
    execute format('create index %1$s_with_texts on est.%1$I (municipality, %2$s) where %3$s', part.relation,
      regexp_replace(part.since, '\mt[.]', '', 'g'), regexp_replace(part.texts, '\mt[.]', '', 'g'));
  end loop;
end
$$;

-- Owners, and who may what.
do $$
declare
  thing regclass;
  rule  regprocedure;
begin
  foreach thing in array '{est.retention_rule,est.retention_hold,est.disposal,est.participant_address}'::regclass[] loop
    execute format('alter table %s owner to est_owner', thing);
    execute format('alter table %s enable row level security', thing);
    execute format('alter table %s force row level security', thing);
    execute format('grant select on %s to est_engine, est_backup', thing);
  end loop;
  execute 'grant create on schema est to est_engine';
  for rule in
    select p.oid from pg_proc p
    where p.pronamespace = 'est'::regnamespace and p.proname in ('zone_of', 'today_in', 'ended_at', 'disposable',
      'information_part', 'marked', 'redacted', 'is_disposal', 'dispose', 'retained', 'before_retention_rule',
      'before_retention_hold', 'keep_retention_hold', 'keep_disposal')
  loop
    execute format('revoke execute on function %s from public', rule);
    execute format('grant execute on function %s to est_engine', rule);
    if rule::text ~ '[.]?(zone_of|ended_at|is_disposal|dispose|retained|before_retention_rule|before_retention_hold)[(]' then
      execute format('alter function %s security definer', rule);
      execute format('alter function %s set search_path = pg_catalog, est, public, pg_temp', rule);
      execute format('alter function %s owner to est_engine', rule);
    else
      execute format('alter function %s owner to est_owner', rule);
    end if;
  end loop;
  execute 'revoke create on schema est from est_engine';
end
$$;
grant execute on function est.marked(jsonb, text[], text), est.redacted(jsonb, text), est.disposable(),
  est.is_disposal(text, jsonb, jsonb), est.zone_of(text), est.today_in(text) to est_member;
grant execute on function est.dispose(text, text, integer) to est_worker;
grant execute on function est.retained(text) to est_coordinator, est_auditor, est_worker, est_administrator;

-- To dispose is to change these, and to lock is to be allowed to change.
grant insert, update on est.disposal to est_engine;
grant update on est.redaction, est.problem, est.analysis, est.evidence, est.cause, est.chain_step, est.problem_outcome,
  est.action, est.decision, est.area_score, est.walk_point, est.outbox_attempt, est.participant_address to est_engine;
grant update (municipality) on est.retention_rule to est_engine;

create trigger a_stranger_is_refused before insert on est.retention_rule
  for each row execute function est.refuse_stranger();
create trigger a_stranger_is_refused before insert on est.retention_hold
  for each row execute function est.refuse_stranger();

grant select on est.retention_rule to est_member;
create policy may_select on est.retention_rule for select to est_member
  using (retention_rule.municipality = any ((select est.my_municipalities())::text[]));
grant insert on est.retention_rule to est_administrator;
create policy may_insert on est.retention_rule for insert to est_administrator
  with check (retention_rule.municipality = any ((select est.my_municipalities('{administrator}'))::text[])
    and retention_rule.set_by = any ((select est.my_ids())::uuid[]));

grant select on est.retention_hold to est_coordinator, est_police_lead, est_auditor, est_worker, est_administrator;
create policy may_select on est.retention_hold for select
  to est_coordinator, est_police_lead, est_auditor, est_worker, est_administrator
  using (retention_hold.municipality = any ((select
    est.my_municipalities('{coordinator,policeLead,auditor,worker,administrator}'))::text[]));
grant insert on est.retention_hold to est_coordinator, est_administrator;
create policy may_insert on est.retention_hold for insert to est_coordinator, est_administrator
  with check (retention_hold.municipality = any ((select est.my_municipalities('{coordinator,administrator}'))::text[])
    and retention_hold.placed_by = any ((select est.my_ids())::uuid[]));
grant update (lifted_at, lifted_by, lifted_because) on est.retention_hold to est_coordinator, est_administrator;
create policy may_update on est.retention_hold for update to est_coordinator, est_administrator
  using (retention_hold.municipality = any ((select est.my_municipalities('{coordinator,administrator}'))::text[]))
  with check (retention_hold.municipality = any ((select est.my_municipalities('{coordinator,administrator}'))::text[])
    and retention_hold.lifted_by = any ((select est.my_ids())::uuid[]));

grant select on est.disposal to est_member;
create policy may_select on est.disposal for select to est_member
  using (disposal.municipality = any ((select est.my_municipalities())::text[]));

-- Everyone may know that there is an address: whoever says something asks for mail to others.
grant select (municipality, participant_id) on est.participant_address to est_member;
grant select on est.participant_address to est_coordinator, est_worker, est_administrator;
create policy may_select on est.participant_address for select to est_member
  using (participant_address.municipality = any ((select est.my_municipalities())::text[]));
grant insert, update, delete on est.participant_address to est_administrator;
create policy may_insert on est.participant_address for insert to est_administrator
  with check (participant_address.municipality = any ((select est.my_municipalities('{administrator}'))::text[]));
create policy may_update on est.participant_address for update to est_administrator
  using (participant_address.municipality = any ((select est.my_municipalities('{administrator}'))::text[]))
  with check (participant_address.municipality = any ((select est.my_municipalities('{administrator}'))::text[]));
create policy may_delete on est.participant_address for delete to est_administrator
  using (participant_address.municipality = any ((select est.my_municipalities('{administrator}'))::text[]));
