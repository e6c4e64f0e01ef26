-- The picture and the meeting.

create table est.picture (
  municipality text not null,
  cycle_id     uuid not null,
  version      integer not null constraint version_from_one check (version > 0),
  compiled_at  timestamptz not null,
  compiled_by  uuid not null,
  -- The picture as JSON in UTF-8, byte for byte as it was made; it never holds the free text of a report.
  content      bytea not null,
  hash         bytea generated always as (sha256(content)) stored,
  -- An adopted picture that this one corrects.
  supersedes   integer,
  adopted_at   timestamptz,
  adopted_by   uuid,
  primary key (municipality, cycle_id, version),
  constraint picture_of_cycle foreign key (municipality, cycle_id) references est.cycle,
  constraint picture_supersedes foreign key (municipality, cycle_id, supersedes) references est.picture,
  constraint adopted_by_someone check ((adopted_at is null) = (adopted_by is null))
);
create unique index one_adopted_picture on est.picture (municipality, cycle_id) where adopted_at is not null;

-- A version never changes; all that can happen to it is that a meeting adopts it, once.
create function est.freeze_picture() returns trigger
language plpgsql
as $$
begin
  if tg_op = 'UPDATE' and old.adopted_at is null and new.adopted_at is not null
     and (new.municipality, new.cycle_id, new.version, new.compiled_at, new.compiled_by, new.content, new.supersedes)
     is not distinct from
     (old.municipality, old.cycle_id, old.version, old.compiled_at, old.compiled_by, old.content, old.supersedes) then
    return new;
  end if;
  raise exception 'a version of the picture never changes%',
    case when old.adopted_at is null then '' else ': it is adopted' end
    using errcode = 'integrity_constraint_violation', constraint = 'picture_is_frozen';
end
$$;
create trigger picture_is_frozen before update or delete on est.picture
  for each row execute function est.freeze_picture();
create trigger picture_is_kept before truncate on est.picture
  for each statement execute function est.refuse_change();

create table est.attendance (
  municipality    text not null,
  cycle_id        uuid not null,
  organisation_id uuid not null,
  -- By function, never by name.
  function        text not null,
  at              timestamptz not null,
  primary key (municipality, cycle_id, organisation_id, function),
  constraint attendance_in_cycle foreign key (municipality, cycle_id) references est.cycle,
  constraint attendance_of_organisation foreign key (municipality, organisation_id) references est.organisation
);

create table est.decision (
  municipality text not null,
  cycle_id     uuid not null,
  number       integer not null,
  id           uuid not null,
  text         text not null constraint decision_not_empty check (text <> ''),
  at           timestamptz not null,
  primary key (municipality, cycle_id, number),
  constraint decision_said_once unique (municipality, id),
  constraint decision_in_cycle foreign key (municipality, cycle_id) references est.cycle
);

-- What a meeting decided stands when the meeting is over. Who writes and who concludes wait for each other.
create function est.refuse_after_meeting() returns trigger
language plpgsql
as $$
declare
  changed record := coalesce(new, old);
  now_in text;
begin
  select i.state into now_in from est.instance i
  where i.municipality = changed.municipality and i.id = changed.cycle_id for share;
  if now_in in ('concluded', 'skipped', 'missed') then
    raise exception 'the period is over: what its meeting decided stands'
      using errcode = 'integrity_constraint_violation', constraint = 'period_is_over';
  end if;
  return changed;
end
$$;
create trigger attendance_stands before insert or update or delete on est.attendance
  for each row execute function est.refuse_after_meeting();
create trigger decision_stands before insert or update or delete on est.decision
  for each row execute function est.refuse_after_meeting();

-- A concluded cycle has an adopted, frozen picture.
create function est.check_concluded() returns trigger
language plpgsql
as $$
begin
  if not exists (select from est.picture p where p.municipality = new.municipality and p.cycle_id = new.instance_id
                 and p.adopted_at is not null) then
    raise exception 'a period is concluded only with an adopted picture'
      using errcode = 'integrity_constraint_violation', constraint = 'concluded_has_adopted_picture';
  end if;
  return null;
end
$$;
create constraint trigger concluded_has_adopted_picture after insert on est.transition_log
  deferrable initially deferred for each row when (new.machine = 'cycle' and new.to_state = 'concluded')
  execute function est.check_concluded();
