-- What leaves the house, and to whom: exports are written down, a class is lowered for a named reason only, and another
-- municipality sees what it was given and nothing else. Nor does who works for a company learn by counting.

-- A report of a higher class is in no list, total or place of those who may not know of it. To lower the class is to
-- tell them: whoever does it says why, and the earlier version keeps that.
create function est.refuse_lowered_class() returns trigger
language plpgsql
as $$
begin
  if nullif(btrim(current_setting('est.reason', true)), '') is null then
    raise exception 'the class of a report is lowered for a named reason'
      using errcode = 'integrity_constraint_violation', constraint = 'class_is_lowered_with_reason';
  end if;
  return new;
end
$$;
alter function est.refuse_lowered_class() owner to est_owner;
revoke execute on function est.refuse_lowered_class() from public;
create trigger class_is_lowered_with_reason before update of class on est.incident
  for each row when (array_position('{open,shared,authority-only}'::text[], new.class)
    < array_position('{open,shared,authority-only}'::text[], old.class))
  execute function est.refuse_lowered_class();

-- A unit that has only told the authorities has told the group nothing. It has answered, so that nobody asks it again;
-- that a number is missing beside the answer would tell of what is not to be told.
create function est.answer_with_nothing() returns trigger
language plpgsql security definer set search_path = pg_catalog, est, public, pg_temp
as $$
begin
  insert into est.nothing_to_report (municipality, cycle_id, unit_id, at, said_by)
  values (new.municipality, new.cycle_id, new.unit_id, est.clock(), new.reported_by)
  on conflict do nothing;
  return null;
end
$$;
grant create on schema est to est_engine;
alter function est.answer_with_nothing() owner to est_engine;
revoke execute on function est.answer_with_nothing() from public;
grant insert on est.nothing_to_report to est_engine;
create trigger secret_report_is_an_answer after insert or update of class, cycle_id, unit_id, late on est.incident
  for each row when (new.class = 'authority-only' and not new.late and new.unit_id is not null
    and new.cycle_id is not null)
  execute function est.answer_with_nothing();

-- The same of what was reported before, and no count of theirs in what was written down when collections closed.
grant update on est.coverage to est_engine;
do $$
declare
  setter constant text := current_user;
begin
  perform set_config('role', 'est_engine', true);
  insert into est.nothing_to_report (municipality, cycle_id, unit_id, at, said_by)
  select distinct on (i.municipality, i.cycle_id, i.unit_id) i.municipality, i.cycle_id, i.unit_id, i.received_at,
    i.reported_by
  from est.incident i
  where i.class = 'authority-only' and not i.late and i.cycle_id is not null and i.unit_id is not null
  order by i.municipality, i.cycle_id, i.unit_id, i.received_at
  on conflict do nothing;
  update est.coverage c
  set reports = greatest(0, c.reports - s.secret),
    status = case when c.reports > s.secret then 'reported' else 'nothing' end
  from (
    select i.municipality, i.cycle_id, i.unit_id, count(*)::integer as secret from est.incident i
    where i.class = 'authority-only' and not i.late and i.review <> 'withdrawn'
    group by i.municipality, i.cycle_id, i.unit_id) s
  where (s.municipality, s.cycle_id, s.unit_id) = (c.municipality, c.cycle_id, c.unit_id) and c.status = 'reported';
  perform set_config('role', setter, true);
end
$$;
revoke update on est.coverage from est_engine;

-- Which reports a problem stands on is seen of those that may be seen.
create policy report_may_be_seen on est.problem_incident as restrictive for select
  to est_participant, est_coordinator, est_police_lead, est_worker
  using (problem_incident.municipality = any ((select est.my_municipalities())::text[])
    and exists (select from est.incident i
      where i.municipality = problem_incident.municipality and i.id = problem_incident.incident_id));

-- Every file that was made of what the database holds: who, when, of what, for whom and on what ground. Never which
-- address was asked for, nor anything that stood in the file.
create table est.export_made (
  municipality text not null references est.municipality,
  id           uuid not null,
  group_id     uuid,
  at           timestamptz not null,
  made_by      uuid not null,
  kind         text not null constraint export_kind_known check (kind in
    ('picture', 'annex', 'public', 'overview', 'agenda', 'register-extract', 'share')),
  -- Such as `Centrum 2026-W47 v1`.
  subject      text not null,
  formats      text[] not null,
  class        text not null constraint export_class_known check (class in ('open', 'shared', 'authority-only')),
  recipients   text not null constraint export_has_recipients check (recipients <> ''),
  ground       text not null constraint export_has_ground check (ground <> ''),
  primary key (municipality, id),
  constraint export_by_participant foreign key (municipality, made_by) references est.participant,
  constraint export_of_group foreign key (municipality, group_id) references est.est_group
);
create index export_made_at on est.export_made (municipality, at);
create trigger export_is_append_only before update or delete on est.export_made
  for each row execute function est.refuse_change();
create trigger export_is_kept before truncate on est.export_made
  for each statement execute function est.refuse_change();
create trigger no_personal_data before insert on est.export_made
  for each row when (est.may_hold_personal_data(new.recipients) or est.may_hold_personal_data(new.ground))
  execute function est.refuse_personal_data('recipients', 'ground');
alter table est.export_made enable always trigger no_personal_data;

create function est.date_export() returns trigger
language plpgsql
as $$
begin
  new.at := est.clock();
  return new;
end
$$;
alter function est.date_export() owner to est_owner;
revoke execute on function est.date_export() from public;
create trigger export_is_dated before insert on est.export_made
  for each row execute function est.date_export();

-- A share: a copy of an adopted picture, or of what is public, for one other municipality until a day. The sender owns
-- it and takes it back when it wants; the receiver reads it, and nothing behind it.
create table est.share (
  municipality      text not null references est.municipality,
  id                uuid not null,
  number            text not null,
  group_id          uuid not null,
  kind              text not null constraint share_kind_known check (kind in ('picture', 'public')),
  cycle_id          uuid,
  -- Such as `2026-W47`, or `2026-Q4` of what is public.
  period            text not null,
  version           integer not null,
  to_municipality   text not null constraint share_is_for_another check
    (to_municipality ~ '^[0-9]{4}$' and to_municipality <> municipality),
  class             text not null generated always as (case kind when 'public' then 'open' else 'shared' end) stored,
  content           bytea not null,
  hash              bytea generated always as (sha256(content)) stored,
  ground            text not null constraint share_has_ground check (ground <> ''),
  until             timestamptz not null,
  offered_at        timestamptz not null,
  offered_by        uuid not null,
  withdrawn_at      timestamptz,
  withdrawn_by      uuid,
  withdrawn_because text,
  primary key (municipality, id),
  unique (municipality, number),
  constraint share_of_group foreign key (municipality, group_id) references est.est_group,
  constraint share_of_cycle foreign key (municipality, cycle_id) references est.cycle,
  constraint share_by_participant foreign key (municipality, offered_by) references est.participant,
  constraint share_withdrawn_by_participant foreign key (municipality, withdrawn_by) references est.participant,
  constraint share_of_picture_has_cycle check ((kind = 'picture') = (cycle_id is not null)),
  constraint share_lasts_a_while check (until > offered_at),
  constraint share_withdrawn_by_someone check ((withdrawn_at is null) = (withdrawn_by is null))
);
create index share_to on est.share (to_municipality, until) where withdrawn_at is null;
create trigger no_personal_data before insert or update of withdrawn_because on est.share
  for each row when (est.may_hold_personal_data(new.ground)
    or new.withdrawn_because is not null and est.may_hold_personal_data(new.withdrawn_because))
  execute function est.refuse_personal_data('ground', 'withdrawn_because');
alter table est.share enable always trigger no_personal_data;

-- Asked before the policies are: who may not share learns nothing of what there is.
create function est.refuse_sharer() returns trigger
language plpgsql
as $$
begin
  if row_security_active(tg_relid) and (new.municipality <> all (est.my_municipalities('{coordinator}'))
      or new.group_id <> all (est.my_groups('{coordinator}')) or new.offered_by <> all (est.my_ids())) then
    raise exception 'new row violates row-level security policy for table "%"', tg_table_name
      using errcode = 'insufficient_privilege';
  end if;
  return new;
end
$$;
alter function est.refuse_sharer() owner to est_owner;
revoke execute on function est.refuse_sharer() from public;

-- What is shared is what was adopted or released, byte for byte: the sender names it and the database copies it.
create function est.fill_share() returns trigger
language plpgsql security definer set search_path = pg_catalog, est, public, pg_temp
as $$
begin
  if not exists (select from est.municipality m where m.municipality = new.to_municipality) then
    raise exception 'there is no such municipality here'
      using errcode = 'foreign_key_violation', constraint = 'share_receiver_is_known';
  end if;
  if new.kind = 'picture' then
    select p.content, c.label into new.content, new.period
    from est.picture p join est.cycle c on (c.municipality, c.id) = (p.municipality, p.cycle_id)
    where (p.municipality, p.cycle_id, p.version) = (new.municipality, new.cycle_id, new.version)
      and c.group_id = new.group_id and p.adopted_at is not null;
  else
    select r.content into new.content from est.public_release r
    where (r.municipality, r.period, r.version) = (new.municipality, new.period, new.version);
  end if;
  if not found then
    raise exception 'what is shared has been adopted or released'
      using errcode = 'foreign_key_violation', constraint = 'share_is_of_what_is_adopted';
  end if;
  new.offered_at := est.clock();
  new.withdrawn_at := null;
  new.withdrawn_by := null;
  new.withdrawn_because := null;
  return new;
end
$$;
alter function est.fill_share() owner to est_engine;
revoke create on schema est from est_engine;
revoke execute on function est.fill_share() from public;
grant select on est.share, est.export_made to est_engine;
grant select on est.share, est.export_made to est_backup;
create trigger a_sharer_is_refused before insert on est.share
  for each row execute function est.refuse_sharer();
create trigger share_is_filled before insert on est.share
  for each row execute function est.fill_share();

create function est.keep_share() returns trigger
language plpgsql
as $$
begin
  if tg_op = 'UPDATE' and old.withdrawn_at is null and new.withdrawn_by is not null and new.content = old.content
     and to_jsonb(new) - '{content,hash,class,withdrawn_at,withdrawn_by,withdrawn_because}'::text[]
       = to_jsonb(old) - '{content,hash,class,withdrawn_at,withdrawn_by,withdrawn_because}'::text[] then
    new.withdrawn_at := est.clock();
    return new;
  end if;
  raise exception 'a share stands until it is withdrawn: % is refused', lower(tg_op)
    using errcode = 'integrity_constraint_violation', constraint = 'share_stands';
end
$$;
alter function est.keep_share() owner to est_owner;
revoke execute on function est.keep_share() from public;
create trigger share_stands before update or delete on est.share
  for each row execute function est.keep_share();
create trigger share_is_kept before truncate on est.share
  for each statement execute function est.keep_share();

alter table est.export_made owner to est_owner;
alter table est.export_made enable row level security;
alter table est.export_made force row level security;
alter table est.share owner to est_owner;
alter table est.share enable row level security;
alter table est.share force row level security;

grant select, insert on est.export_made to est_reporter, est_participant, est_coordinator, est_police_lead,
  est_steering, est_council, est_reader, est_auditor, est_worker, est_administrator;
create policy may_select on est.export_made for select to est_coordinator, est_auditor, est_administrator
  using (export_made.municipality = any ((select
    est.my_municipalities('{coordinator,auditor,administrator}'))::text[]));
create policy may_select_own on est.export_made for select to est_reporter, est_participant, est_coordinator,
  est_police_lead, est_steering, est_council, est_reader, est_auditor, est_worker, est_administrator
  using (export_made.municipality = any ((select est.my_municipalities())::text[])
    and export_made.made_by = any ((select est.my_ids())::uuid[]));
create policy may_insert on est.export_made for insert to est_reporter, est_participant, est_coordinator,
  est_police_lead, est_steering, est_council, est_reader, est_auditor, est_worker, est_administrator
  with check (export_made.municipality = any ((select est.my_municipalities())::text[])
    and export_made.made_by = any ((select est.my_ids())::uuid[]));

grant select on est.share to est_coordinator, est_police_lead, est_steering, est_auditor, est_administrator;
grant insert, update on est.share to est_coordinator;
create policy may_select on est.share for select to est_coordinator, est_police_lead, est_steering, est_auditor,
  est_administrator
  using (share.municipality = any ((select
    est.my_municipalities('{coordinator,policeLead,steering,auditor,administrator}'))::text[]));
create policy may_receive on est.share for select to est_coordinator, est_police_lead, est_steering, est_auditor
  using (share.to_municipality = any ((select
      est.my_municipalities('{coordinator,policeLead,steering,auditor}'))::text[])
    and share.withdrawn_at is null and share.until > (select est.clock()));
create policy may_insert on est.share for insert to est_coordinator
  with check (share.municipality = any ((select est.my_municipalities('{coordinator}'))::text[])
    and share.group_id = any ((select est.my_groups('{coordinator}'))::uuid[])
    and share.offered_by = any ((select est.my_ids())::uuid[]));
create policy may_update on est.share for update to est_coordinator
  using (share.municipality = any ((select est.my_municipalities('{coordinator}'))::text[])
    and share.group_id = any ((select est.my_groups('{coordinator}'))::uuid[]))
  with check (share.municipality = any ((select est.my_municipalities('{coordinator}'))::text[])
    and share.group_id = any ((select est.my_groups('{coordinator}'))::uuid[])
    and share.withdrawn_by = any ((select est.my_ids())::uuid[]));
