-- What a picture reads of old reports is kept, four weeks to a block, and read anew only where something has changed.

-- The days, in UTC, on which somebody's reports were written or changed, each with the transaction that did it. A row
-- for a day of a transaction, and no row that two transactions write: nobody waits for anybody.
create table est.changed_day (
  municipality text not null,
  group_id     uuid not null,
  day          date not null,
  changed_in   xid8 not null default pg_current_xact_id(),
  primary key (municipality, group_id, day, changed_in)
);

create function est.note_changed_days() returns trigger
language plpgsql
as $$
begin
  if tg_op = 'TRUNCATE' then
    raise exception 'a report is never deleted: withdraw it'
      using errcode = 'integrity_constraint_violation', constraint = 'incident_is_kept';
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

-- A statement's triggers are those of the table that it names, so each partition has them too; and always, since a
-- session may put ordinary triggers out of work.
do $$
declare
  part regclass;
begin
  for part in select relid from pg_partition_tree('est.incident') loop
    execute format('create trigger incident_days_written after insert on %s referencing new table as new_rows
      for each statement execute function est.note_changed_days()', part);
    execute format('create trigger incident_days_changed after update on %s
      referencing old table as old_rows new table as new_rows
      for each statement execute function est.note_changed_days()', part);
    execute format('create trigger incident_days_deleted after delete on %s referencing old table as old_rows
      for each statement execute function est.note_changed_days()', part);
    execute format('create trigger incident_is_not_truncated before truncate on %s
      for each statement execute function est.note_changed_days()', part);
    execute format('alter table %s enable always trigger incident_days_written,
      enable always trigger incident_days_changed, enable always trigger incident_days_deleted', part);
  end loop;
end
$$;

-- Of a group's reports that a picture counts, those of four weeks: it holds while every change of its days that is
-- known was there to be seen by the snapshot. Transactions are numbered by each server anew, so it says which one.
create table est.kept_reports (
  municipality text not null,
  group_id     uuid not null,
  -- Blocks of 28 days, from Monday 5 January 1970.
  number       integer not null,
  -- Midnights of the group's own time zone.
  starts_at    timestamptz not null,
  ends_at      timestamptz not null,
  -- What programs of one kind read and write alike.
  format       integer not null,
  snapshot     pg_snapshot not null,
  server       bigint not null,
  categories   text[] not null,
  areas        uuid[] not null,
  -- 32-bit integers. For each series its category and area by position (no area: -1), whether imported (1) and with
  -- exact places (2), and how many reports; then the minutes, series by series, at which the reports begin.
  series       bytea not null,
  begins       bytea not null,
  -- Of newer blocks, likewise: how long they lasted, then eastings and northings where they are exact.
  lengths      bytea,
  eastings     bytea,
  northings    bytea,
  primary key (municipality, group_id, number),
  constraint kept_for_group foreign key (municipality, group_id) references est.est_group,
  constraint kept_whole check ((lengths is null) = (eastings is null) and (lengths is null) = (northings is null))
);
-- Packed already.
alter table est.kept_reports alter series set storage external, alter begins set storage external,
  alter lengths set storage external, alter eastings set storage external, alter northings set storage external;
