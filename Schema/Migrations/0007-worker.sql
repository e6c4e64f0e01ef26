-- The engine under load, and the worker's lease.

-- A foreign key locks the row that it points at, and all transitions of a municipality point at the same few rows: its
-- participant, its group, the move. What is never removed needs no such lock, so these rows are kept for ever, and the
-- log's trigger looks them up instead, under the names and with the SQLSTATE that the foreign keys had.
create trigger machine_is_kept before delete on est.machine for each row execute function est.refuse_removal();
create trigger machine_move_is_kept before update or delete on est.machine_move
  for each row execute function est.refuse_change();
create trigger machine_move_role_is_kept before update or delete on est.machine_move_role
  for each row execute function est.refuse_change();
create trigger participant_is_kept before delete on est.participant
  for each row execute function est.refuse_removal();
create trigger municipality_is_kept before delete on est.municipality
  for each row execute function est.refuse_removal();

alter table est.instance drop constraint state_changes_only_through_log;
alter table est.transition_log
  drop constraint transition_log_municipality_fkey,
  drop constraint transition_by_participant,
  drop constraint transition_is_listed,
  drop constraint role_may_say_event,
  drop constraint transition_begins_where_last_ended,
  drop constraint transition_ends,
  drop column previous;
alter table est.notice drop constraint notice_to_participant;
alter table est.outbox drop constraint outbox_municipality_fkey;

-- A condition of a trigger and a check of a table are parsed anew for every statement: on these tables, in front of
-- which everyone stands, the functions ask instead. What each machine's guards ask is told by its own function.
drop trigger problem_guards on est.transition_log;
drop trigger action_guards on est.transition_log;
drop trigger concluded_has_adopted_picture on est.transition_log;
drop function est.check_problem();
drop function est.check_action();
drop function est.check_concluded();
alter table est.transition_log drop constraint birth_is_first;

create function est.check_cycle(l est.transition_log) returns void
language plpgsql
as $$
begin
  if l.to_state = 'concluded' and not exists (
      select from est.picture p
      where p.municipality = l.municipality and p.cycle_id = l.instance_id and p.adopted_at is not null) then
    raise exception 'a period is concluded only with an adopted picture'
      using errcode = 'integrity_constraint_violation', constraint = 'concluded_has_adopted_picture';
  end if;
end
$$;

create function est.check_problem(l est.transition_log) returns void
language plpgsql
as $$
begin
  if l.event = 'sign' and l.to_state = 'analysed' and not exists (
      select from est.signature c join est.signature p
        on (p.municipality, p.problem_id, p.version) = (c.municipality, c.problem_id, c.version)
      where c.municipality = l.municipality and c.problem_id = l.instance_id
        and c.role = 'coordinator' and p.role = 'policeLead'
        and c.version = (select max(a.version) from est.analysis a
                         where a.municipality = l.municipality and a.problem_id = l.instance_id)) then
    raise exception 'an analysis is done when coordinator and police lead have signed the same version'
      using errcode = 'integrity_constraint_violation', constraint = 'both_signed_same_version';
  end if;
  if l.event in ('beginAction', 'actAgain') and not exists (
      select from est.action a join est.instance i on (i.municipality, i.id) = (a.municipality, a.id)
        join est.action_cause c on (c.municipality, c.action_id) = (a.municipality, a.id)
      where a.municipality = l.municipality and a.problem_id = l.instance_id
        -- What is done was done before the problem was judged: acting again takes something new.
        and (i.state in ('decided', 'underway') or i.state = 'done' and l.event = 'beginAction')) then
    raise exception 'acting begins with a decided action that names a cause'
      using errcode = 'integrity_constraint_violation', constraint = 'decided_action_names_cause';
  end if;
end
$$;

create function est.check_action(l est.transition_log) returns void
language plpgsql
as $$
declare
  a est.action;
begin
  select * into strict a from est.action x where x.municipality = l.municipality and x.id = l.instance_id;
  if a.kind = 'plan' and not exists (select from est.action_cause c
      where c.municipality = a.municipality and c.action_id = a.id and c.problem_id = a.problem_id) then
    raise exception 'an action of the plan names a cause of its problem'
      using errcode = 'integrity_constraint_violation', constraint = 'plan_action_names_cause';
  end if;
  if l.to_state in ('underway', 'done') and a.kind = 'plan' and coalesce(a.baseline, a.no_baseline) is null then
    raise exception 'an action starts with a baseline, or with the reason why there is none'
      using errcode = 'integrity_constraint_violation', constraint = 'baseline_before_start';
  end if;
  if l.to_state = 'evaluated' and (a.colour is null or coalesce(a.result, '') = '' or coalesce(a.lesson, '') = '')
  then
    raise exception 'an action is evaluated with colour, result and lesson'
      using errcode = 'integrity_constraint_violation', constraint = 'evaluated_with_colour_result_lesson';
  end if;
end
$$;

-- The guards that hold in the database as well, machine by machine. They look at what is so when the event is said: what
-- it is about is written before it, and what comes after it may be in the same transaction.
create function est.check_guards() returns trigger
language plpgsql
as $$
begin
  case new.machine
    when 'cycle' then perform est.check_cycle(new);
    when 'problem' then perform est.check_problem(new);
    when 'action' then perform est.check_action(new);
    else null;
  end case;
  return null;
end
$$;
create trigger transition_keeps_guards after insert on est.transition_log
  for each row execute function est.check_guards();

-- In PL/pgSQL, whose plans are kept: an SQL function that cannot be inlined is planned anew with every call.
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
    select from est.participant_role r join est.participant p
      on (p.municipality, p.id) = (r.municipality, r.participant_id)
    where r.municipality = of_municipality and r.participant_id = who and r.group_id = in_group
      and r.role = wanted and p.removed_at is null);
end
$$;

create or replace function est.log_row_text(l est.transition_log) returns text
language plpgsql immutable
as $$
declare
  revision text := l.revision;
  version  text := l.machine_version;
  said     text := extract(epoch from l.at);
  written  text := extract(epoch from l.written_at);
  payload  text := l.payload;
begin
  return length(l.municipality) || ':' || l.municipality
    || ',36:' || l.instance_id
    || ',' || length(revision) || ':' || revision
    || ',' || length(l.machine) || ':' || l.machine
    || ',' || length(version) || ':' || version
    || ',36:' || l.group_id
    || ',' || length(l.from_state) || ':' || l.from_state
    || ',' || length(l.event) || ':' || l.event
    || ',' || length(l.to_state) || ':' || l.to_state
    || ',36:' || l.actor
    || ',' || length(l.actor_role) || ':' || l.actor_role
    || ',' || length(said) || ':' || said
    || ',' || length(written) || ':' || written
    || ',' || coalesce(length(l.reason) || ':' || l.reason, '-')
    || ',' || length(payload) || ':' || payload
    || ',36:' || l.key;
end
$$;

create or replace function est.before_transition() returns trigger
language plpgsql
as $$
declare
  last_state text;
begin
  if not est.holds_role(new.municipality, new.actor, new.group_id, new.actor_role, new.instance_id) then
    raise exception 'the participant does not hold the role % in the group', new.actor_role
      using errcode = 'insufficient_privilege', constraint = 'actor_holds_role';
  end if;
  if not exists (
      select from est.machine_move_role r
      where (r.machine, r.version, r.from_state, r.event, r.to_state, r.role) = (new.machine, new.machine_version,
        new.from_state, new.event, new.to_state, new.actor_role)) then
    if exists (
        select from est.machine_move m
        where (m.machine, m.version, m.from_state, m.event, m.to_state)
          = (new.machine, new.machine_version, new.from_state, new.event, new.to_state)) then
      raise exception 'the role % may not say % in %', new.actor_role, new.event, new.from_state
        using errcode = 'foreign_key_violation', constraint = 'role_may_say_event';
    end if;
    raise exception 'the machine % has no move from % by % to %',
      new.machine, new.from_state, new.event, new.to_state
      using errcode = 'foreign_key_violation', constraint = 'transition_is_listed';
  end if;
  if (new.revision = 1) <> (new.from_state = '-') then
    raise exception 'a birth is the first transition and no other is'
      using errcode = 'check_violation', constraint = 'birth_is_first';
  end if;
  new.previous_hash := null;
  if new.revision > 1 then
    select l.hash, l.to_state into new.previous_hash, last_state from est.transition_log l
    where (l.municipality, l.instance_id, l.revision) = (new.municipality, new.instance_id, new.revision - 1);
    if last_state is distinct from new.from_state then
      raise exception 'a transition begins where the last one ended'
        using errcode = 'foreign_key_violation', constraint = 'transition_begins_where_last_ended';
    end if;
  end if;
  new.written_at := clock_timestamp();
  new.hash := sha256(coalesce(new.previous_hash, '') || convert_to(est.log_row_text(new), 'UTF8'));
  return new;
end
$$;

-- A running instance changes its version by a logged upgrade and by nothing else.
create or replace function est.after_transition() returns trigger
language plpgsql
as $$
declare
  is_upgrade boolean := new.event = 'upgrade';
begin
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

-- An instance is where its log says, is never removed and never changes what it is.
create or replace function est.refuse_other_instance() returns trigger
language plpgsql
as $$
begin
  if tg_op = 'DELETE' or tg_op = 'UPDATE' and (new.municipality, new.id, new.machine, new.group_id)
     <> (old.municipality, old.id, old.machine, old.group_id) then
    raise exception 'an instance is never removed and never changes what it is'
      using errcode = 'integrity_constraint_violation', constraint = 'instance_stays_what_it_is';
  end if;
  if tg_op = 'UPDATE' and new.revision <> old.revision + 1 or not exists (
      select from est.transition_log l
      where (l.municipality, l.instance_id, l.revision) = (new.municipality, new.id, new.revision)
        and (l.to_state, l.machine, l.machine_version, l.group_id)
          = (new.state, new.machine, new.machine_version, new.group_id)) then
    raise exception 'a state changes only by a row in the log'
      using errcode = 'foreign_key_violation', constraint = 'state_changes_only_through_log';
  end if;
  return new;
end
$$;
drop trigger instance_stays_what_it_is on est.instance;
create trigger instance_stays_what_it_is before insert or update or delete on est.instance
  for each row execute function est.refuse_other_instance();

-- Whoever holds the lease plans, until it runs out or is left. The token is raised with every new holder and is asked for
-- in each transaction that plans, so that one who was frozen past the lease and woken can write nothing more. In the
-- server's own time: a trial's clock says nothing of a process.
create table est.lease (
  name   text primary key,
  holder uuid not null,
  token  bigint not null,
  until  timestamptz not null
);
