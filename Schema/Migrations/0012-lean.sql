-- What a transition costs. Every check stands as it was; they are asked in fewer calls. A function in SQL is planned
-- anew by each statement that calls it, and each trigger, question and expression of a function is set up anew by each
-- transaction, which is dear where a transaction is one transition.

-- The time, as one row: a statement that reads it joins it and is planned once.
create view est.present as
select case when t.is_trial
  then coalesce(nullif(current_setting('est.now', true), '')::timestamptz, now() + t.ahead)
  else now() end as at
from est.trial t;

create or replace function est.clock() returns timestamptz
language plpgsql stable parallel safe
as $$
begin
  return (select p.at from est.present p);
end
$$;

-- Checks a row of the log, ties it to the one before it, and gives it its position. Nobody chooses a position. Once in
-- a session it is asked whether the server's numbers still are above the heads'.
create or replace function est.before_transition() returns trigger
language plpgsql
as $$
declare
  holds_role boolean;
  is_listed  boolean;
  last_state text;
begin
  select est.holds_role(new.municipality, new.actor, new.group_id, new.actor_role, new.instance_id),
    exists (
      select from est.machine_move_role r
      where (r.machine, r.version, r.from_state, r.event, r.to_state, r.role) = (new.machine, new.machine_version,
        new.from_state, new.event, new.to_state, new.actor_role)),
    l.hash, coalesce(l.to_state, '-'), clock_timestamp(), est.log_position(pg_current_xact_id())
  into holds_role, is_listed, new.previous_hash, last_state, new.written_at, new.written_in
  from (select) row left join est.transition_log l
    on (l.municipality, l.instance_id, l.revision) = (new.municipality, new.instance_id, new.revision - 1);
  if (holds_role and is_listed and (new.revision = 1) = (new.from_state = '-') and last_state = new.from_state)
     is not true then
    perform est.refuse_transition(new, holds_role, last_state);
  end if;
  new.hash := sha256(coalesce(new.previous_hash, '') || convert_to(est.log_row_text(new), 'UTF8'));
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

-- Says which of its rules a row of the log breaks.
create function est.refuse_transition(l est.transition_log, holds_role boolean, last_state text) returns void
language plpgsql
as $$
begin
  if holds_role is not true then
    raise exception 'the participant does not hold the role % in the group', l.actor_role
      using errcode = 'insufficient_privilege', constraint = 'actor_holds_role';
  end if;
  if not exists (
      select from est.machine_move m
      where (m.machine, m.version, m.from_state, m.event, m.to_state)
        = (l.machine, l.machine_version, l.from_state, l.event, l.to_state)) then
    raise exception 'the machine % has no move from % by % to %', l.machine, l.from_state, l.event, l.to_state
      using errcode = 'foreign_key_violation', constraint = 'transition_is_listed';
  end if;
  if not exists (
      select from est.machine_move_role r
      where (r.machine, r.version, r.from_state, r.event, r.to_state, r.role)
        = (l.machine, l.machine_version, l.from_state, l.event, l.to_state, l.actor_role)) then
    raise exception 'the role % may not say % in %', l.actor_role, l.event, l.from_state
      using errcode = 'foreign_key_violation', constraint = 'role_may_say_event';
  end if;
  if (l.revision = 1) <> (l.from_state = '-') then
    raise exception 'a birth is the first transition and no other is'
      using errcode = 'check_violation', constraint = 'birth_is_first';
  end if;
  raise exception 'a transition begins where the last one ended'
    using errcode = 'foreign_key_violation', constraint = 'transition_begins_where_last_ended';
end
$$;

-- What a row's hash is made over, as it has been from the first; one call instead of a chain of them.
create or replace function est.log_row_text(l est.transition_log) returns text
language plpgsql immutable
as $$
declare
  said    text := extract(epoch from l.at);
  written text := extract(epoch from l.written_at);
  payload text := l.payload;
begin
  return format('%s:%s,36:%s,%s:%s,%s:%s,%s:%s,36:%s,%s:%s,%s:%s,%s:%s,36:%s,%s:%s,%s:%s,%s:%s,%s,%s:%s,36:%s',
    length(l.municipality), l.municipality, l.instance_id, length(l.revision::text), l.revision,
    length(l.machine), l.machine, length(l.machine_version::text), l.machine_version, l.group_id,
    length(l.from_state), l.from_state, length(l.event), l.event, length(l.to_state), l.to_state, l.actor,
    length(l.actor_role), l.actor_role, length(said), said, length(written), written,
    coalesce(length(l.reason) || ':' || l.reason, '-'), length(payload), payload, l.key);
end
$$;

-- What follows from a row of the log: what the machine itself demands, then the instance moves.
create or replace function est.after_transition() returns trigger
language plpgsql
as $$
declare
  is_upgrade boolean := new.event = 'upgrade';
  nothing    text;
begin
  -- An assignment, unlike a question, is no statement of its own.
  case new.machine
    when 'cycle' then
      if new.to_state in ('concluded', 'skipped', 'missed', 'withdrawn') then
        nothing := est.end_occurrence(new);
      end if;
      nothing := est.check_cycle(new);
    when 'problem' then nothing := est.check_problem(new);
    when 'action' then nothing := est.check_action(new);
    when 'agreement' then nothing := est.check_agreement(new);
    when 'promiseSet' then nothing := est.check_promises(new);
    when 'safetyWalk' then nothing := est.check_walk(new);
    when 'statutoryPicture' then nothing := est.check_statutory_picture(new);
    else null;
  end case;
  if new.revision = 1 then
    -- A program that is older than the setup bears nothing that the new version's setup would have had to move.
    if exists (select from est.machine m where m.machine = new.machine and m.version > new.machine_version) then
      raise exception 'machine % has a newer version than %', new.machine, new.machine_version
        using errcode = 'integrity_constraint_violation', constraint = 'born_under_newest_version';
    end if;
    insert into est.instance (municipality, id, machine, machine_version, group_id, state, revision)
    values (new.municipality, new.instance_id, new.machine, new.machine_version, new.group_id, new.to_state, 1);
    return null;
  end if;
  update est.instance i
  set state = new.to_state, revision = new.revision, machine_version = new.machine_version
  -- By its key, whatever the statistics of a table that was empty a moment ago say of the other columns' index.
  where (i.municipality, i.id) = (new.municipality, new.instance_id)
    and (i.machine, i.group_id, i.state) is not distinct from (new.machine, new.group_id, new.from_state)
    and case when is_upgrade then i.machine_version < new.machine_version
        else i.machine_version = new.machine_version end
    and i.revision = new.revision - 1;
  if not found then
    if is_upgrade and exists (select from est.instance i
        where (i.municipality, i.id, i.revision) = (new.municipality, new.instance_id, new.revision - 1)) then
      raise exception 'the instance lives by version % of its machine, or a newer one, already', new.machine_version
        using errcode = 'integrity_constraint_violation', constraint = 'upgrade_raises_version';
    end if;
    raise exception 'the revision is stale: someone was before you'
      using errcode = 'serialization_failure', constraint = 'revision_is_current';
  end if;
  return null;
end
$$;

-- The end of a cycle is the end of what it carries, in the same statement: the account never disagrees with the log.
create function est.end_occurrence(l est.transition_log) returns void
language plpgsql
as $$
begin
  if l.to_state = 'withdrawn' then
    update est.cycle c set withdrawn = l.revision where (c.municipality, c.id) = (l.municipality, l.instance_id);
  end if;
  update est.occurrence o
  set outcome = case l.to_state when 'concluded' then 'fired' when 'withdrawn' then 'moved' else l.to_state end,
    revision = l.revision, state = l.to_state,
    held_at = case when l.to_state = 'concluded' then (select max(m.at) from est.transition_log m
      where m.municipality = l.municipality and m.instance_id = l.instance_id
        and m.event in ('startMeeting', 'adoptWithoutMeeting')) end
  from est.cycle c
  where (c.municipality, c.id) = (l.municipality, l.instance_id)
    and (o.municipality, o.group_id, o.period, o.label) = (c.municipality, c.group_id, c.period, c.label)
    and o.cycle_id = c.id;
end
$$;

drop trigger transition_ends_occurrence on est.transition_log;
drop trigger transition_keeps_guards on est.transition_log;
drop trigger transition_takes_position on est.transition_log;
drop function est.end_occurrence();
drop function est.check_guards();
drop function est.take_position();

create or replace function est.check_action(l est.transition_log) returns void
language plpgsql
as $$
declare
  a est.action;
begin
  select * into strict a from est.action x where x.municipality = l.municipality and x.id = l.instance_id;
  if a.kind = 'plan' then
    if not exists (select from est.action_cause c
        where c.municipality = a.municipality and c.action_id = a.id and c.problem_id = a.problem_id) then
      raise exception 'an action of the plan names a cause of its problem'
        using errcode = 'integrity_constraint_violation', constraint = 'plan_action_names_cause';
    end if;
    if l.to_state in ('underway', 'done') and coalesce(a.baseline, a.no_baseline) is null then
      raise exception 'an action starts with a baseline, or with the reason why there is none'
        using errcode = 'integrity_constraint_violation', constraint = 'baseline_before_start';
    end if;
  end if;
  if l.to_state = 'evaluated' and (a.colour is null or coalesce(a.result, '') = '' or coalesce(a.lesson, '') = '')
  then
    raise exception 'an action is evaluated with colour, result and lesson'
      using errcode = 'integrity_constraint_violation', constraint = 'evaluated_with_colour_result_lesson';
  end if;
end
$$;

create or replace function est.before_outbox_request() returns trigger
language plpgsql
as $$
begin
  -- The left side of a Message-ID (RFC 5322, section 3.6.4), short enough for one line of a header.
  if (new.kind = 'file'
      or new.kind = 'mail' and new.key ~ '^[A-Za-z0-9_-]+([.][A-Za-z0-9_-]+)*$' and length(new.key) <= 200)
     and new.state = 'created' and new.attempts = 0 and new.attempts_before = 0
     and coalesce(new.recorded, new.asked_after) is null and new.claimed_at is null and new.ended_as is null then
    return new;
  end if;
  if new.kind not in ('mail', 'file') then
    raise exception 'a mail or a file leaves the database, and no %', new.kind
      using errcode = 'check_violation', constraint = 'outbox_kind_known';
  end if;
  if new.kind = 'mail' and (new.key !~ '^[A-Za-z0-9_-]+([.][A-Za-z0-9_-]+)*$' or length(new.key) > 200) then
    raise exception 'the key of a mail is its Message-ID'
      using errcode = 'check_violation', constraint = 'mail_key_is_message_id';
  end if;
  raise exception 'what is asked for has not been tried'
    using errcode = 'check_violation', constraint = 'attempts_are_counted';
end
$$;

-- A municipality's due timers in the order in which they are claimed, so that a batch reads no more than itself.
create index timer_by_municipality on est.timer (municipality, due, instance_id, event);
