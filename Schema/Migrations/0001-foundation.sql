-- The ground: the clock that every rule reads, and the refusals that every append-only table shares.

-- Only a database created as a trial honours a clock of its own; the row says which kind this one is.
create table est.trial (
  only_row boolean primary key default true constraint one_row check (only_row),
  is_trial boolean not null,
  ahead    interval not null default '0',
  constraint only_a_trial_has_its_own_clock check (is_trial or ahead = '0')
);

-- The time of a use case, read once per transaction. In a trial: the server's clock shifted, or what the session
-- says in est.now; anywhere else the server's clock, whatever a session says.
create function est.clock() returns timestamptz
language sql stable parallel safe
as $$
  select case when t.is_trial
    then coalesce(nullif(current_setting('est.now', true), '')::timestamptz, now() + t.ahead)
    else now() end
  from est.trial t
$$;

create function est.refuse_change() returns trigger
language plpgsql
as $$
begin
  raise exception '% is append-only: % is refused', tg_table_name, lower(tg_op)
    using errcode = 'integrity_constraint_violation', constraint = tg_table_name || '_is_append_only';
end
$$;

-- How a worker was last heard of, so that status can warn when none has been for a while.
create table est.worker (
  id      uuid primary key,
  host    text not null,
  started timestamptz not null,
  seen    timestamptz not null
);
