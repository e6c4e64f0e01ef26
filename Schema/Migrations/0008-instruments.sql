-- The instruments beside the weekly work: agreement, citizen promises, safety walk and statutory picture. Thin: what
-- their rules need to know.

create table est.agreement (
  municipality text not null,
  id           uuid not null,
  number       text not null,
  group_id     uuid not null,
  title        text not null constraint agreement_not_empty check (title <> ''),
  first_day    date not null,
  last_day     date not null,
  goals        text not null default '',
  focus_areas  text[] not null default '{}',
  -- The agreement that this one is to replace when it takes effect.
  follows      uuid,
  primary key (municipality, id),
  constraint agreement_number_unique unique (municipality, number),
  constraint agreement_has_days check (first_day <= last_day),
  constraint agreement_of_group foreign key (municipality, group_id) references est.est_group,
  constraint agreement_follows foreign key (municipality, follows) references est.agreement,
  constraint agreement_follows_another check (follows <> id),
  constraint agreement_is_instance foreign key (municipality, id) references est.instance
    deferrable initially deferred
);
create index agreement_by_predecessor on est.agreement (municipality, follows);

create table est.agreement_party (
  municipality    text not null,
  agreement_id    uuid not null,
  organisation_id uuid not null,
  primary key (municipality, agreement_id, organisation_id),
  constraint party_of_agreement foreign key (municipality, agreement_id) references est.agreement,
  constraint party_is_organisation foreign key (municipality, organisation_id) references est.organisation
);

create table est.agreement_signatory (
  municipality text not null,
  agreement_id uuid not null,
  -- By function, never by name.
  function     text not null constraint agreement_signatory_known
               check (function in ('policeChief', 'executiveChair')),
  signed_on    date not null,
  primary key (municipality, agreement_id, function),
  constraint signatory_of_agreement foreign key (municipality, agreement_id) references est.agreement
);

create table est.promise_set (
  municipality text not null,
  id           uuid not null,
  number       text not null,
  group_id     uuid not null,
  title        text not null constraint promise_set_not_empty check (title <> ''),
  first_day    date not null,
  last_day     date not null,
  -- The set that this one goes on from.
  prolongs     uuid,
  primary key (municipality, id),
  constraint promise_set_number_unique unique (municipality, number),
  constraint promise_set_has_days check (first_day <= last_day),
  constraint promise_set_of_group foreign key (municipality, group_id) references est.est_group,
  constraint promise_set_prolongs foreign key (municipality, prolongs) references est.promise_set,
  constraint promise_set_prolonged_once unique (municipality, prolongs),
  constraint promise_set_prolongs_another check (prolongs <> id),
  constraint promise_set_is_instance foreign key (municipality, id) references est.instance
    deferrable initially deferred
);

create table est.promise (
  municipality text not null,
  set_id       uuid not null,
  number       integer not null constraint promise_from_one check (number > 0),
  id           uuid not null,
  text         text not null constraint promise_not_empty check (text <> ''),
  -- Such as "at least twice a year, spring and autumn".
  target       text not null default '',
  -- How it is judged against its target, once the set is over.
  judgement    text,
  primary key (municipality, set_id, number),
  constraint promise_said_once unique (municipality, id),
  constraint promise_of_set foreign key (municipality, set_id) references est.promise_set
);

create table est.promise_promisor (
  municipality    text not null,
  set_id          uuid not null,
  promise         integer not null,
  organisation_id uuid not null,
  primary key (municipality, set_id, promise, organisation_id),
  constraint promisor_of_promise foreign key (municipality, set_id, promise) references est.promise,
  constraint promisor_is_organisation foreign key (municipality, organisation_id) references est.organisation
);

create table est.promise_signatory (
  municipality text not null,
  set_id       uuid not null,
  function     text not null constraint promise_signatory_known
               check (function in ('policeChief', 'executiveChair')),
  signed_on    date not null,
  primary key (municipality, set_id, function),
  constraint signatory_of_promises foreign key (municipality, set_id) references est.promise_set
);

-- What was done for a promise, with its date and how much of it.
create table est.promise_activity (
  municipality text not null,
  set_id       uuid not null,
  promise      integer not null,
  id           uuid not null,
  day          date not null,
  count        integer not null constraint activity_counts check (count > 0),
  text         text not null constraint activity_not_empty check (text <> ''),
  primary key (municipality, set_id, promise, id),
  constraint activity_of_promise foreign key (municipality, set_id, promise) references est.promise
);
create trigger promise_activity_is_append_only before update or delete on est.promise_activity
  for each row execute function est.refuse_change();

create table est.safety_walk (
  municipality text not null,
  id           uuid not null,
  number       text not null,
  group_id     uuid not null,
  area_id      uuid not null,
  day          date not null,
  people       integer not null constraint at_most_twenty_people check (people between 1 and 20),
  primary key (municipality, id),
  constraint safety_walk_number_unique unique (municipality, number),
  constraint safety_walk_of_group foreign key (municipality, group_id) references est.est_group,
  constraint safety_walk_in_area foreign key (municipality, area_id) references est.area,
  constraint safety_walk_is_instance foreign key (municipality, id) references est.instance
    deferrable initially deferred
);

create table est.walk_point (
  municipality   text not null,
  walk_id        uuid not null,
  number         integer not null constraint point_from_one check (number > 0),
  id             uuid not null,
  text           text not null constraint point_not_empty check (text <> ''),
  action_id      uuid,
  cannot_because text constraint reason_not_empty check (cannot_because <> ''),
  -- What became of it within the year.
  outcome        text constraint point_outcome_not_empty check (outcome <> ''),
  primary key (municipality, walk_id, number),
  constraint point_said_once unique (municipality, id),
  constraint point_of_walk foreign key (municipality, walk_id) references est.safety_walk,
  constraint point_became_action foreign key (municipality, action_id) references est.action,
  constraint point_is_action_or_reason check (action_id is null or cannot_because is null)
);

-- Which group answers for the municipality's statutory picture, and when it last had one before EST.
create table est.statutory_duty (
  municipality text not null references est.municipality,
  group_id     uuid not null,
  last_adopted date not null,
  primary key (municipality),
  constraint duty_of_group foreign key (municipality, group_id) references est.est_group
);

create table est.statutory_picture (
  municipality text not null,
  id           uuid not null,
  number       text not null,
  group_id     uuid not null,
  -- The day by which two years have passed since the one before.
  deadline     date not null,
  action_plan  text constraint plan_not_empty check (action_plan <> ''),
  no_plan_because text constraint no_plan_reason_not_empty check (no_plan_because <> ''),
  adopted_on   date,
  primary key (municipality, id),
  constraint statutory_picture_number_unique unique (municipality, number),
  -- Two workers that schedule the next one do it once.
  constraint one_statutory_picture_for_each_deadline unique (municipality, deadline),
  constraint statutory_picture_of_group foreign key (municipality, group_id) references est.est_group,
  constraint plan_or_reason_against_it check (action_plan is null or no_plan_because is null),
  constraint statutory_picture_is_instance foreign key (municipality, id) references est.instance
    deferrable initially deferred
);

-- The guards of the instruments that hold in the database as well. They look at what is so when the event is said.
create function est.check_agreement(l est.transition_log) returns void
language plpgsql
as $$
declare
  has_successor boolean := exists (
    select from est.agreement a join est.instance i on (i.municipality, i.id) = (a.municipality, a.id)
    where a.municipality = l.municipality and a.follows = l.instance_id and i.state in ('inForce', 'prolonged'));
begin
  if l.event = 'sign' and (select count(*) from est.agreement_signatory s
      where s.municipality = l.municipality and s.agreement_id = l.instance_id) < 2 then
    raise exception 'an agreement is signed by the police chief and the chair of the executive board'
      using errcode = 'integrity_constraint_violation', constraint = 'agreement_signed_by_both';
  end if;
  if l.event = 'endDate' and has_successor then
    raise exception 'an agreement that another has followed is not prolonged'
      using errcode = 'integrity_constraint_violation', constraint = 'prolonged_without_successor';
  end if;
  if l.event = 'replace' and not has_successor then
    raise exception 'an agreement is replaced by one that is in force'
      using errcode = 'integrity_constraint_violation', constraint = 'replaced_by_successor';
  end if;
end
$$;

create function est.check_promises(l est.transition_log) returns void
language plpgsql
as $$
begin
  if l.event = 'adopt' and (
      not exists (select from est.promise p where (p.municipality, p.set_id) = (l.municipality, l.instance_id))
      or exists (select from est.promise p where (p.municipality, p.set_id) = (l.municipality, l.instance_id)
        and not exists (select from est.promise_promisor o
          where (o.municipality, o.set_id, o.promise) = (p.municipality, p.set_id, p.number)))) then
    raise exception 'promises are adopted when there are some, and each has a promisor'
      using errcode = 'integrity_constraint_violation', constraint = 'promise_has_promisor';
  end if;
  if l.event = 'adopt' and (select count(*) from est.promise_signatory s
      where s.municipality = l.municipality and s.set_id = l.instance_id) < 2 then
    raise exception 'promises are signed by the police chief and the chair of the executive board'
      using errcode = 'integrity_constraint_violation', constraint = 'promises_signed_by_both';
  end if;
  if l.event = 'prolong' and not exists (
      select from est.promise_set s join est.instance i on (i.municipality, i.id) = (s.municipality, s.id)
      where s.municipality = l.municipality and s.prolongs = l.instance_id) then
    raise exception 'promises are prolonged by a new set beside them'
      using errcode = 'integrity_constraint_violation', constraint = 'prolonged_by_new_set';
  end if;
  if l.event = 'followUp' and exists (select from est.promise p
      where (p.municipality, p.set_id) = (l.municipality, l.instance_id) and coalesce(p.judgement, '') = '') then
    raise exception 'every promise is judged against its target'
      using errcode = 'integrity_constraint_violation', constraint = 'every_promise_is_judged';
  end if;
end
$$;

create function est.check_walk(l est.transition_log) returns void
language plpgsql
as $$
declare
  points integer;
  answered integer;
  followed integer;
begin
  select count(*), count(coalesce(p.action_id::text, p.cannot_because)), count(p.outcome)
  into points, answered, followed
  from est.walk_point p where (p.municipality, p.walk_id) = (l.municipality, l.instance_id);
  if l.event = 'walk' and points = 0 then
    raise exception 'a walk that was held has points'
      using errcode = 'integrity_constraint_violation', constraint = 'walk_has_points';
  end if;
  if l.event = 'report' and answered < points then
    raise exception 'every point is an action or says why it cannot be done'
      using errcode = 'integrity_constraint_violation', constraint = 'every_point_is_answered';
  end if;
  if l.event = 'followUp' and followed < points then
    raise exception 'it is written what became of every point'
      using errcode = 'integrity_constraint_violation', constraint = 'every_point_is_followed_up';
  end if;
end
$$;

create function est.check_statutory_picture(l est.transition_log) returns void
language plpgsql
as $$
begin
  if l.event = 'adopt' and not exists (select from est.statutory_picture p
      where (p.municipality, p.id) = (l.municipality, l.instance_id)
        and coalesce(p.action_plan, p.no_plan_because) is not null and p.adopted_on is not null) then
    raise exception 'a statutory picture is adopted with an action plan, or with the reason why there is none'
      using errcode = 'integrity_constraint_violation', constraint = 'plan_or_reason_given';
  end if;
end
$$;

create or replace function est.check_guards() returns trigger
language plpgsql
as $$
begin
  case new.machine
    when 'cycle' then perform est.check_cycle(new);
    when 'problem' then perform est.check_problem(new);
    when 'action' then perform est.check_action(new);
    when 'agreement' then perform est.check_agreement(new);
    when 'promiseSet' then perform est.check_promises(new);
    when 'safetyWalk' then perform est.check_walk(new);
    when 'statutoryPicture' then perform est.check_statutory_picture(new);
    else null;
  end case;
  return null;
end
$$;

-- What was signed, adopted or reported stands. The trigger names the column of the instance and, after it, the states
-- in which a change still is one's to make; who changes and who says an event wait for each other.
create function est.refuse_settled() returns trigger
language plpgsql
as $$
declare
  changed record := coalesce(new, old);
  now_in text;
begin
  select i.state into now_in from est.instance i
  where i.municipality = changed.municipality and i.id = (to_jsonb(changed) ->> tg_argv[0])::uuid for share;
  if now_in is not null and not now_in = any (tg_argv) then
    raise exception '% stands as it is', tg_table_name
      using errcode = 'integrity_constraint_violation', constraint = tg_table_name || '_stands';
  end if;
  return changed;
end
$$;
create trigger agreement_stands before update or delete on est.agreement
  for each row execute function est.refuse_settled('id', 'draft');
create trigger agreement_party_stands before insert or update or delete on est.agreement_party
  for each row execute function est.refuse_settled('agreement_id', 'draft');
create trigger agreement_signatory_stands before insert or update or delete on est.agreement_signatory
  for each row execute function est.refuse_settled('agreement_id', 'draft');
create trigger promise_set_stands before update or delete on est.promise_set
  for each row execute function est.refuse_settled('id', 'draft', 'dialogue');
create trigger promise_stands before insert or delete or update of number, id, text, target on est.promise
  for each row execute function est.refuse_settled('set_id', 'draft', 'dialogue');
create trigger promise_judgement_stands before update of judgement on est.promise
  for each row execute function est.refuse_settled('set_id', 'ended', 'prolonged');
create trigger promise_promisor_stands before insert or update or delete on est.promise_promisor
  for each row execute function est.refuse_settled('set_id', 'draft', 'dialogue');
create trigger promise_signatory_stands before insert or update or delete on est.promise_signatory
  for each row execute function est.refuse_settled('set_id', 'draft', 'dialogue');
create trigger safety_walk_stands before update or delete on est.safety_walk
  for each row execute function est.refuse_settled('id', 'planned', 'preMeeting');
create trigger walk_point_stands before insert or delete or update of number, id, text, action_id, cannot_because
  on est.walk_point
  for each row execute function est.refuse_settled('walk_id', 'planned', 'preMeeting', 'walked');
create trigger walk_point_outcome_stands before update of outcome on est.walk_point
  for each row execute function est.refuse_settled('walk_id', 'reported');
create trigger statutory_picture_stands before update or delete on est.statutory_picture
  for each row execute function est.refuse_settled('id', 'due', 'drafting');
