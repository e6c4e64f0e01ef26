-- The account: every period in which a group's meeting is expected, and what became of it. A cycle knows what it was
-- planned under, and may be withdrawn and planned anew.

create table est.occurrence (
  municipality text not null,
  group_id     uuid not null,
  period       text not null constraint occurrence_period_known check (period in ('weekly', 'fortnightly', 'monthly')),
  label        text not null,
  first_day    date not null,
  end_day      date not null constraint occurrence_has_days check (end_day > first_day),
  -- The regular time of its meeting, as the clock on the group's wall shows it, before any rule moved it.
  expected     timestamp not null,
  zone         text not null,
  -- The cycle that carries it now, or did last.
  cycle_id     uuid not null,
  outcome      text not null default 'open'
               constraint outcome_known check (outcome in ('open', 'fired', 'moved', 'skipped', 'missed')),
  -- The transition that decided it, in which who, when and why stand.
  revision     integer,
  state        text,
  -- When the meeting began that was held.
  held_at      timestamptz,
  primary key (municipality, group_id, period, label),
  constraint occurrence_of_group foreign key (municipality, group_id) references est.est_group,
  constraint occurrence_has_cycle foreign key (municipality, cycle_id) references est.cycle deferrable initially deferred,
  constraint outcome_is_that_of_the_log foreign key (municipality, cycle_id, revision) references est.transition_log,
  constraint outcome_has_its_transition check ((outcome = 'open') = (revision is null)
    and (outcome = 'open') = (state is null)),
  constraint outcome_follows_from_state check ((outcome, coalesce(state, '-')) in (('open', '-'),
    ('fired', 'concluded'), ('moved', 'withdrawn'), ('skipped', 'skipped'), ('missed', 'missed'))),
  constraint only_what_fired_was_held check (held_at is null or outcome = 'fired')
);
create index occurrence_by_day on est.occurrence (municipality, group_id, first_day);

-- How a meeting came from the time expected to the time that stands, step by step.
create table est.occurrence_move (
  municipality text not null,
  group_id     uuid not null,
  period       text not null,
  label        text not null,
  number       integer not null constraint move_from_one check (number > 0),
  rule         text not null constraint move_rule_known
               check (rule in ('holiday', 'day-off', 'gap', 'fold', 'setting', 'zone', 'coordinator')),
  holiday      text constraint only_a_holiday_has_a_name check (holiday is null or rule = 'holiday'),
  from_local   timestamp not null,
  to_local     timestamp not null,
  -- The transition that moved it, in which who, when and why stand.
  cycle_id     uuid not null,
  revision     integer not null,
  primary key (municipality, group_id, period, label, number),
  constraint move_of_occurrence foreign key (municipality, group_id, period, label) references est.occurrence,
  constraint move_by_transition foreign key (municipality, cycle_id, revision)
    references est.transition_log (municipality, instance_id, revision)
);
create trigger occurrence_move_is_append_only before update or delete on est.occurrence_move
  for each row execute function est.refuse_change();
create trigger occurrence_move_is_kept before truncate on est.occurrence_move
  for each statement execute function est.refuse_change();

-- What was planned before there was an account.
alter table est.cycle
  -- The group's settings that gave it its times.
  add settings jsonb,
  -- The time on the wall that somebody moved the meeting to.
  add moved_to timestamp,
  -- The transition that withdrew it.
  add withdrawn integer;

update est.cycle c set settings = jsonb_build_object('period', g.period, 'anchor', g.anchor, 'monthlyOrdinal',
    g.monthly_ordinal, 'deadline', g.deadline, 'meeting', g.meeting, 'pictureLead', g.picture_lead, 'reminders',
    to_jsonb(g.reminders), 'zone', g.zone, 'daysOff', to_jsonb(g.days_off)),
  moved_to = case when exists (select from est.transition_log l where l.municipality = c.municipality
      and l.instance_id = c.id and l.event = 'moveMeeting') then c.meeting_at at time zone g.zone end
from est.est_group g
where (g.municipality, g.id) = (c.municipality, c.group_id);

insert into est.occurrence (municipality, group_id, period, label, first_day, end_day, expected, zone, cycle_id, outcome,
  revision, state, held_at)
select c.municipality, c.group_id, c.period, c.label, c.first_day, c.end_day,
  coalesce(c.moved_from + (c.meeting_at at time zone g.zone)::time, c.meeting_at at time zone g.zone), g.zone, c.id,
  coalesce(o.outcome, 'open'), o.revision, o.state, o.held_at
from est.cycle c
join est.est_group g on (g.municipality, g.id) = (c.municipality, c.group_id)
left join lateral (
  select case i.state when 'concluded' then 'fired' else i.state end as outcome, i.revision, i.state,
    (select max(l.at) from est.transition_log l where l.municipality = c.municipality and l.instance_id = c.id
      and l.event in ('startMeeting', 'adoptWithoutMeeting') and i.state = 'concluded') as held_at
  from est.instance i
  where (i.municipality, i.id) = (c.municipality, c.id) and i.state in ('concluded', 'skipped', 'missed')) o on true;

insert into est.occurrence_move (municipality, group_id, period, label, number, rule, from_local, to_local, cycle_id,
  revision)
select c.municipality, c.group_id, c.period, c.label, 1, 'holiday',
  c.moved_from + (c.meeting_at at time zone g.zone)::time, c.meeting_at at time zone g.zone, c.id, 1
from est.cycle c
join est.est_group g on (g.municipality, g.id) = (c.municipality, c.group_id)
where c.moved_from is not null;

-- The rows are checked now, so that the tables may be changed.
set constraints all immediate;

alter table est.cycle
  alter settings set not null,
  drop constraint one_cycle_for_each_period,
  add constraint cycle_is_expected foreign key (municipality, group_id, period, label) references est.occurrence;
-- One that is withdrawn may be planned again, but there are never two that live.
create unique index one_living_cycle_for_each_period on est.cycle (municipality, group_id, label)
  where withdrawn is null;
create unique index one_living_cycle_from_each_day on est.cycle (municipality, group_id, first_day)
  where withdrawn is null;

create function est.check_withdrawal() returns trigger
language plpgsql
as $$
begin
  if new.withdrawn is not null and not exists (
      select from est.transition_log l
      where (l.municipality, l.instance_id, l.revision) = (new.municipality, new.id, new.withdrawn)
        and l.to_state = 'withdrawn') then
    raise exception 'a period is withdrawn by a transition'
      using errcode = 'foreign_key_violation', constraint = 'withdrawn_by_transition';
  end if;
  return new;
end
$$;
create trigger withdrawn_by_transition before insert or update of withdrawn on est.cycle
  for each row execute function est.check_withdrawal();

-- The end of a cycle is the end of what it carries, in the same statement: the account never disagrees with the log.
create function est.end_occurrence() returns trigger
language plpgsql
as $$
begin
  if new.machine <> 'cycle' or new.to_state not in ('concluded', 'skipped', 'missed', 'withdrawn') then
    return null;
  end if;
  if new.to_state = 'withdrawn' then
    update est.cycle c set withdrawn = new.revision
    where (c.municipality, c.id) = (new.municipality, new.instance_id);
  end if;
  update est.occurrence o
  set outcome = case new.to_state when 'concluded' then 'fired' when 'withdrawn' then 'moved' else new.to_state end,
    revision = new.revision, state = new.to_state,
    held_at = case when new.to_state = 'concluded' then (select max(l.at) from est.transition_log l
      where l.municipality = new.municipality and l.instance_id = new.instance_id
        and l.event in ('startMeeting', 'adoptWithoutMeeting')) end
  from est.cycle c
  where (c.municipality, c.id) = (new.municipality, new.instance_id)
    and (o.municipality, o.group_id, o.period, o.label) = (c.municipality, c.group_id, c.period, c.label)
    and o.cycle_id = c.id;
  return null;
end
$$;
create trigger transition_ends_occurrence after insert on est.transition_log
  for each row execute function est.end_occurrence();

-- What was expected stands, and so does what became of it. Only what was moved away may be planned again.
create function est.keep_occurrence() returns trigger
language plpgsql
as $$
begin
  if tg_op = 'UPDATE' and old.outcome in ('open', 'moved') and (new.municipality, new.group_id, new.period, new.label,
      new.expected) = (old.municipality, old.group_id, old.period, old.label, old.expected) then
    if new.revision is not null and not exists (
        select from est.transition_log l
        where (l.municipality, l.instance_id, l.revision) = (new.municipality, new.cycle_id, new.revision)
          and l.to_state is not distinct from new.state) then
      raise exception 'what became of a period is what the log says'
        using errcode = 'foreign_key_violation', constraint = 'outcome_is_that_of_the_log';
    end if;
    return new;
  end if;
  raise exception 'what was expected and what became of it stands'
    using errcode = 'integrity_constraint_violation', constraint = 'occurrence_stands';
end
$$;
create trigger occurrence_stands before update or delete on est.occurrence
  for each row execute function est.keep_occurrence();
create trigger occurrence_is_kept before truncate on est.occurrence
  for each statement execute function est.refuse_change();
