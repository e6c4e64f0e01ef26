-- What has been made public of the picture. It can't be taken back, so it stands for ever: each later release is audited
-- against those before it.

-- The first day of a month (2026-10), a quarter (2026-Q4) or a year (2026), and the day after its last.
create function est.public_period_start(period text) returns date
language sql immutable strict
as $$
  select make_date(left(period, 4)::integer,
    case when length(period) = 4 then 1
      when substr(period, 6, 1) = 'Q' then 3 * right(period, 1)::integer - 2
      else right(period, 2)::integer end, 1)
$$;
create function est.public_period_end(period text) returns date
language sql immutable strict
as $$
  select (est.public_period_start(period) + make_interval(months =>
    case when length(period) = 4 then 12 when substr(period, 6, 1) = 'Q' then 3 else 1 end))::date
$$;

create table est.public_release (
  municipality text not null references est.municipality,
  -- In the order in which they were made: what is audited against what.
  number       integer not null,
  period       text not null constraint public_period_known
               check (period ~ '^[0-9]{4}(-(0[1-9]|1[0-2])|-Q[1-4])?$'),
  version      integer not null constraint public_version_from_one check (version > 0),
  first_day    date not null generated always as (est.public_period_start(period)) stored,
  end_day      date not null generated always as (est.public_period_end(period)) stored,
  -- As JSON in UTF-8, byte for byte as it was published.
  content      bytea not null,
  hash         bytea generated always as (sha256(content)) stored,
  -- The true counts behind it and which of them are suppressed. Never public.
  audit        jsonb not null,
  key          uuid not null,
  released_at  timestamptz not null,
  released_by  uuid not null,
  primary key (municipality, number),
  constraint public_version_unique unique (municipality, period, version),
  constraint public_release_said_once unique (municipality, key),
  constraint released_by_participant foreign key (municipality, released_by) references est.participant,
  constraint released_a_month_later check (released_at >=
    (est.public_period_end(period) + interval '1 month') at time zone 'Europe/Stockholm')
);

create function est.check_public_release() returns trigger
language plpgsql
as $$
begin
  if not exists (select from est.participant_role r
      where r.municipality = new.municipality and r.participant_id = new.released_by and r.role = 'coordinator') then
    raise exception 'only a coordinator makes anything public'
      using errcode = 'integrity_constraint_violation', constraint = 'released_by_coordinator';
  end if;
  -- One at a time: a release that did not know of another would not have been audited against it.
  perform from est.municipality m where m.municipality = new.municipality for no key update;
  if new.number <> (select coalesce(max(r.number), 0) + 1 from est.public_release r
      where r.municipality = new.municipality)
     or new.version <> (select coalesce(max(r.version), 0) + 1 from est.public_release r
      where r.municipality = new.municipality and r.period = new.period) then
    raise exception 'a public release follows on the one before it'
      using errcode = 'integrity_constraint_violation', constraint = 'public_release_follows';
  end if;
  return new;
end
$$;
create trigger public_release_is_checked before insert on est.public_release
  for each row execute function est.check_public_release();
create trigger public_release_is_append_only before update or delete on est.public_release
  for each row execute function est.refuse_change();
create trigger public_release_is_kept before truncate on est.public_release
  for each statement execute function est.refuse_change();
