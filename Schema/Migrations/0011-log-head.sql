-- The log's heads. A chain ties the rows of one instance together; a head ties together all rows of a municipality up
-- to a position, and is shown outside the database, so that a log made anew is found against it.

-- A row's position is its transaction's number, so that nobody waits for anybody: rows may become visible in any
-- order, but below the oldest number still at work nothing can change any more. A database that is restored on a
-- server whose numbers are smaller goes on above the old ones; the setup then replaces this function.
create function est.log_position(transaction xid8) returns xid8
language sql immutable
as $$ select transaction $$;

-- What was there before is as of this migration.
alter table est.transition_log add column written_in xid8 not null default est.log_position(pg_current_xact_id());
create index transition_log_by_position on est.transition_log (municipality, written_in);

-- Nobody chooses a position. Once in a session it is asked whether the server's numbers still are above the heads'.
create function est.take_position() returns trigger
language plpgsql
as $$
begin
  new.written_in := est.log_position(pg_current_xact_id());
  if current_setting('est.log_goes_on', true) is distinct from 'yes' then
    if new.written_in < (select h.until from est.log_head h order by h.until desc limit 1) then
      raise exception 'the log comes from a server whose positions were higher: run est setup'
        using errcode = 'object_not_in_prerequisite_state', constraint = 'log_position_is_behind';
    end if;
    perform set_config('est.log_goes_on', 'yes', false);
  end if;
  return new;
end
$$;
create trigger transition_takes_position before insert on est.transition_log
  for each row execute function est.take_position();

-- A head covers the rows of its municipality from the head before it up to, and not with, the position `until`.
create table est.log_head (
  municipality text not null references est.municipality,
  number       integer not null constraint head_number_from_one check (number > 0),
  until        xid8 not null,
  rows         bigint not null constraint head_covers_rows check (rows > 0),
  sealed_at    timestamptz not null,
  -- SHA-256 over the head before it (nothing for the first), the text of this one's own fields, and the hash and the
  -- position of each row it covers, in the order of instance and revision.
  hash         bytea not null,
  primary key (municipality, number)
);
-- The highest position of all is asked for at each program's start.
create index log_head_by_until on est.log_head (until);
create trigger log_head_is_append_only before update or delete on est.log_head
  for each row execute function est.refuse_change();
create trigger log_head_is_kept before truncate on est.log_head
  for each statement execute function est.refuse_change();

create function est.log_head_hash(previous_hash bytea, h est.log_head, covered bytea) returns bytea
language sql immutable
as $$
  select sha256(coalesce(previous_hash, '') || convert_to(concat_ws(',', h.municipality, h.number, h.until, h.rows,
    extract(epoch from h.sealed_at)) || E'\n', 'UTF8') || covered)
$$;

-- Makes the next head if there are rows for one, and returns it; else null. Asked again and again: what one call
-- leaves, the next one takes. Who asks at the same time waits.
create function est.seal_log(of_municipality text) returns est.log_head
language plpgsql
as $$
declare
  last    est.log_head;
  head    est.log_head;
  covered bytea;
begin
  for attempt in 1 .. 2 loop
    select h.* into last from est.log_head h where h.municipality = of_municipality order by h.number desc limit 1;
    if last.until > est.log_position(pg_snapshot_xmax(pg_current_snapshot())) then
      raise exception 'the log comes from a server whose positions were higher: run est setup'
        using errcode = 'object_not_in_prerequisite_state', constraint = 'log_position_is_behind';
    end if;
    head.until := est.log_position(pg_snapshot_xmin(pg_current_snapshot()));
    perform from est.transition_log l
    where l.municipality = of_municipality and l.written_in >= coalesce(last.until, '0') and l.written_in < head.until
    limit 1;
    if not found then
      return null;
    end if;
    -- Only whoever has found something takes the lock, and then looks again.
    if attempt = 1 then
      perform from est.municipality m where m.municipality = of_municipality for no key update;
    end if;
  end loop;

  head.municipality := of_municipality;
  head.number := coalesce(last.number, 0) + 1;
  head.sealed_at := clock_timestamp();
  select count(*), string_agg(l.hash || int8send(l.written_in::text::bigint), '' order by l.instance_id, l.revision)
  into head.rows, covered
  from est.transition_log l
  where l.municipality = of_municipality and l.written_in >= coalesce(last.until, '0') and l.written_in < head.until;
  head.hash := est.log_head_hash(last.hash, head, covered);
  -- In a snapshot that is older than another's head there is a conflict here, and the whole is repeated.
  insert into est.log_head select head.* on conflict do nothing;
  return head;
end
$$;

-- An adopted picture holds the head of the log as it stood when it was adopted; the database itself writes it.
alter table est.picture
  add column log_head integer,
  add column log_head_hash bytea,
  add constraint picture_holds_whole_head check ((log_head is null) = (log_head_hash is null)),
  add constraint picture_holds_known_head foreign key (municipality, log_head) references est.log_head;

-- A version never changes; all that can happen to it is that a meeting adopts it, once.
create or replace function est.freeze_picture() returns trigger
language plpgsql
as $$
begin
  if tg_op = 'INSERT' or tg_op = 'UPDATE' and old.adopted_at is null and new.adopted_at is not null
     and (new.municipality, new.cycle_id, new.version, new.compiled_at, new.compiled_by, new.content, new.supersedes)
     is not distinct from
     (old.municipality, old.cycle_id, old.version, old.compiled_at, old.compiled_by, old.content, old.supersedes) then
    new.log_head := null;
    new.log_head_hash := null;
    if new.adopted_at is not null then
      perform est.seal_log(new.municipality);
      select h.number, h.hash into new.log_head, new.log_head_hash
      from est.log_head h where h.municipality = new.municipality order by h.number desc limit 1;
    end if;
    return new;
  end if;
  raise exception 'a version of the picture never changes%',
    case when old.adopted_at is null then '' else ': it is adopted' end
    using errcode = 'integrity_constraint_violation', constraint = 'picture_is_frozen';
end
$$;
drop trigger picture_is_frozen on est.picture;
create trigger picture_is_frozen before insert or update or delete on est.picture
  for each row execute function est.freeze_picture();
