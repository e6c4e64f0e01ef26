-- Problems, their causes, what is done about them and what came of it.

create table est.problem (
  municipality text not null,
  id           uuid not null,
  number       text not null,
  group_id     uuid not null,
  title        text not null constraint title_not_empty check (title <> ''),
  statement    text not null default '',
  category     text,
  area_id      uuid,
  -- A picture, a signal, a walk, a dialogue, a council; with the cycle whose picture it was.
  origin       text not null constraint origin_known
               check (origin in ('picture', 'signal', 'walk', 'dialogue', 'survey', 'council', 'other')),
  cycle_id     uuid,
  -- Brå's criteria matrix: criterion to score.
  criteria     jsonb not null default '{}',
  follow_up    timestamptz,
  primary key (municipality, id),
  constraint problem_number_unique unique (municipality, number),
  constraint problem_of_group foreign key (municipality, group_id) references est.est_group,
  constraint problem_in_area foreign key (municipality, area_id) references est.area,
  constraint problem_from_cycle foreign key (municipality, cycle_id) references est.cycle,
  constraint problem_is_instance foreign key (municipality, id) references est.instance
    deferrable initially deferred
);

-- What came of it, each time that it was resolved: a problem that recurs keeps what was learnt before.
create table est.problem_outcome (
  municipality text not null,
  problem_id   uuid not null,
  -- The transition that resolved it.
  revision     integer not null,
  result       text not null constraint outcome_has_result check (result <> ''),
  lesson       text not null constraint outcome_has_lesson check (lesson <> ''),
  primary key (municipality, problem_id, revision),
  constraint outcome_of_problem foreign key (municipality, problem_id) references est.problem,
  constraint outcome_of_transition foreign key (municipality, problem_id, revision)
    references est.transition_log (municipality, instance_id, revision) deferrable initially deferred
);
create trigger problem_outcome_is_append_only before update or delete on est.problem_outcome
  for each row execute function est.refuse_change();

create table est.problem_incident (
  municipality text not null,
  problem_id   uuid not null,
  incident_id  uuid not null,
  primary key (municipality, problem_id, incident_id),
  constraint report_behind_problem foreign key (municipality, problem_id) references est.problem,
  constraint report_exists foreign key (municipality, incident_id) references est.incident_key
);
create index problem_incident_by_incident on est.problem_incident (municipality, incident_id);

-- The focus that a meeting set, in order.
create table est.priority (
  municipality text not null,
  cycle_id     uuid not null,
  rank         integer not null constraint rank_from_one check (rank > 0),
  problem_id   uuid not null,
  primary key (municipality, cycle_id, rank),
  constraint priority_named_once unique (municipality, cycle_id, problem_id),
  constraint priority_in_cycle foreign key (municipality, cycle_id) references est.cycle,
  constraint priority_of_problem foreign key (municipality, problem_id) references est.problem
);
create trigger priority_stands before insert or update or delete on est.priority
  for each row execute function est.refuse_after_meeting();

create table est.analysis (
  municipality text not null,
  problem_id   uuid not null,
  version      integer not null constraint analysis_from_one check (version > 0),
  begun_at     timestamptz not null,
  begun_by     uuid not null,
  -- What, where, when, who is exposed as a group.
  statement    text not null default '',
  -- The sources that were left out, and what that limits.
  left_out     text not null default '',
  primary key (municipality, problem_id, version),
  constraint analysis_of_problem foreign key (municipality, problem_id) references est.problem
);

create table est.evidence (
  municipality text not null,
  problem_id   uuid not null,
  version      integer not null,
  number       integer not null,
  -- The client's key: the same row in every version that it is copied to.
  id           uuid not null,
  text         text not null constraint evidence_not_empty check (text <> ''),
  source       text not null constraint evidence_names_source check (source <> ''),
  primary key (municipality, problem_id, version, number),
  constraint evidence_said_once unique (municipality, problem_id, version, id),
  constraint evidence_of_analysis foreign key (municipality, problem_id, version) references est.analysis
);

create table est.cause (
  municipality text not null,
  problem_id   uuid not null,
  version      integer not null,
  number       integer not null,
  id           uuid not null,
  text         text not null constraint cause_not_empty check (text <> ''),
  -- The three bones of the fishbone: exposed, offender (as a group), object and place.
  bone         text not null constraint bone_known check (bone in ('exposed', 'offender', 'place')),
  kind         text not null constraint cause_kind_known check (kind in ('direct', 'indirect')),
  -- The cause behind which an indirect one lies.
  behind       integer,
  -- The evidence that it rests on.
  evidence     integer,
  strength     text not null constraint strength_known check (strength in ('strong', 'some', 'weak')),
  influence    text not null constraint influence_known check (influence in ('yes', 'partly', 'no')),
  primary key (municipality, problem_id, version, number),
  constraint cause_said_once unique (municipality, problem_id, version, id),
  constraint cause_of_analysis foreign key (municipality, problem_id, version) references est.analysis,
  constraint cause_behind foreign key (municipality, problem_id, version, behind) references est.cause,
  constraint cause_rests_on_evidence foreign key (municipality, problem_id, version, evidence)
    references est.evidence,
  constraint indirect_lies_behind check ((kind = 'indirect') = (behind is not null)),
  -- No cause lies behind itself, by whatever detour.
  constraint cause_lies_behind_earlier check (behind < number)
);

-- The chain of events, in order: each step is a place to break it.
create table est.chain_step (
  municipality text not null,
  problem_id   uuid not null,
  version      integer not null,
  number       integer not null,
  id           uuid not null,
  text         text not null constraint step_not_empty check (text <> ''),
  primary key (municipality, problem_id, version, number),
  constraint step_said_once unique (municipality, problem_id, version, id),
  constraint step_of_analysis foreign key (municipality, problem_id, version) references est.analysis
);

create table est.signature (
  municipality   text not null,
  problem_id     uuid not null,
  version        integer not null,
  role           text not null constraint signatory_known check (role in ('coordinator', 'policeLead')),
  participant_id uuid not null,
  at             timestamptz not null,
  primary key (municipality, problem_id, version, role),
  -- Two different people.
  constraint signed_by_two_people unique (municipality, problem_id, version, participant_id),
  constraint signature_on_analysis foreign key (municipality, problem_id, version) references est.analysis,
  constraint signed_by_participant foreign key (municipality, participant_id) references est.participant
);
create trigger signature_is_append_only before update or delete on est.signature
  for each row execute function est.refuse_change();

-- One signs in a role that one holds, and what is signed stands still meanwhile.
create function est.check_signature() returns trigger
language plpgsql
as $$
declare
  of_group uuid;
begin
  perform from est.analysis a
  where (a.municipality, a.problem_id, a.version) = (new.municipality, new.problem_id, new.version)
  for no key update;
  select p.group_id into of_group from est.problem p
  where (p.municipality, p.id) = (new.municipality, new.problem_id);
  if not est.holds_role(new.municipality, new.participant_id, of_group, new.role, new.problem_id) then
    raise exception 'the participant does not hold the role % in the group', new.role
      using errcode = 'insufficient_privilege', constraint = 'signatory_holds_role';
  end if;
  return new;
end
$$;
create trigger signatory_holds_role before insert on est.signature
  for each row execute function est.check_signature();

-- A version that someone has signed is locked. Who writes and who signs wait for each other.
create function est.refuse_when_signed() returns trigger
language plpgsql
as $$
declare
  changed record := coalesce(new, old);
begin
  perform from est.analysis a
  where (a.municipality, a.problem_id, a.version) = (changed.municipality, changed.problem_id, changed.version)
  for share;
  if exists (select from est.signature s where s.municipality = changed.municipality
             and s.problem_id = changed.problem_id and s.version = changed.version) then
    raise exception 'the version of the analysis is signed: it is locked'
      using errcode = 'integrity_constraint_violation', constraint = 'signed_analysis_is_locked';
  end if;
  return changed;
end
$$;
create trigger signed_analysis_is_locked before update or delete on est.analysis
  for each row execute function est.refuse_when_signed();
create trigger signed_evidence_is_locked before insert or update or delete on est.evidence
  for each row execute function est.refuse_when_signed();
create trigger signed_cause_is_locked before insert or update or delete on est.cause
  for each row execute function est.refuse_when_signed();
create trigger signed_step_is_locked before insert or update or delete on est.chain_step
  for each row execute function est.refuse_when_signed();

create table est.action (
  municipality       text not null,
  id                 uuid not null,
  number             text not null,
  group_id           uuid not null,
  problem_id         uuid,
  title              text not null constraint action_not_empty check (title <> ''),
  -- A quick measure for the coming week, or an action of the plan, which names its causes.
  kind               text not null constraint action_kind_known check (kind in ('quick', 'plan')),
  cycle_id           uuid,
  goal               text,
  owner_organisation uuid,
  owner_function     text,
  due                timestamptz,
  baseline           text,
  no_baseline        text,
  expected_effect    text,
  follow_up          timestamptz,
  -- Situational or social, for the short or the long term, once or as part of ordinary work, and its cost.
  approach           text constraint approach_known check (approach in ('situational', 'social')),
  term               text constraint term_known check (term in ('short', 'long')),
  ordinary_work      boolean,
  cost_hours         integer constraint cost_hours_not_negative check (cost_hours >= 0),
  cost_kronor        integer constraint cost_kronor_not_negative check (cost_kronor >= 0),
  -- The step of the chain of events that it breaks.
  breaks_version     integer,
  breaks_step        integer,
  -- What was done and how much of it; how it went and what it took.
  production         text,
  process            text,
  colour             text constraint colour_known check (colour in ('green', 'yellow', 'red')),
  result             text,
  lesson             text,
  effect             text,
  primary key (municipality, id),
  constraint action_number_unique unique (municipality, number),
  constraint plan_belongs_to_problem check (kind = 'quick' or problem_id is not null),
  constraint owner_is_organisation_and_function check ((owner_organisation is null) = (owner_function is null)),
  constraint broken_step_is_of_problem check ((breaks_version is null) = (breaks_step is null)
    and (breaks_step is null or problem_id is not null)),
  constraint action_of_group foreign key (municipality, group_id) references est.est_group,
  constraint action_of_problem foreign key (municipality, problem_id) references est.problem,
  constraint action_from_cycle foreign key (municipality, cycle_id) references est.cycle,
  constraint action_breaks_step foreign key (municipality, problem_id, breaks_version, breaks_step)
    references est.chain_step,
  constraint action_owner foreign key (municipality, owner_organisation) references est.organisation,
  constraint action_is_instance foreign key (municipality, id) references est.instance deferrable initially deferred
);
create index action_by_problem on est.action (municipality, problem_id);
create index action_by_due on est.action (municipality, group_id, due);

create table est.action_cause (
  municipality text not null,
  action_id    uuid not null,
  problem_id   uuid not null,
  version      integer not null,
  cause        integer not null,
  primary key (municipality, action_id, problem_id, version, cause),
  constraint cause_of_action foreign key (municipality, action_id) references est.action,
  constraint action_names_cause foreign key (municipality, problem_id, version, cause) references est.cause
);

create or replace function est.holds_role(
  of_municipality text, who uuid, in_group uuid, wanted text, of_instance uuid) returns boolean
language sql stable
as $$
  select case when wanted = 'owner' then exists (
      select from est.action a join est.participant p
        on (p.municipality, p.organisation_id, p.function)
         = (a.municipality, a.owner_organisation, a.owner_function)
      where a.municipality = of_municipality and a.id = of_instance and p.id = who and p.removed_at is null)
    else exists (
      select from est.participant_role r join est.participant p
        on (p.municipality, p.id) = (r.municipality, r.participant_id)
      where r.municipality = of_municipality and r.participant_id = who and r.group_id = in_group
        and r.role = wanted and p.removed_at is null)
    end
$$;

-- The guards that hold in the database as well. They look at what is so when the event is said, not when it is
-- committed: what the event is about is written before it, and what comes after it may be in the same transaction.
create function est.check_problem() returns trigger
language plpgsql
as $$
begin
  if new.event = 'sign' and new.to_state = 'analysed' and not exists (
      select from est.signature c join est.signature p
        on (p.municipality, p.problem_id, p.version) = (c.municipality, c.problem_id, c.version)
      where c.municipality = new.municipality and c.problem_id = new.instance_id
        and c.role = 'coordinator' and p.role = 'policeLead'
        and c.version = (select max(a.version) from est.analysis a
                         where a.municipality = new.municipality and a.problem_id = new.instance_id)) then
    raise exception 'an analysis is done when coordinator and police lead have signed the same version'
      using errcode = 'integrity_constraint_violation', constraint = 'both_signed_same_version';
  end if;
  if new.event in ('beginAction', 'actAgain') and not exists (
      select from est.action a join est.instance i on (i.municipality, i.id) = (a.municipality, a.id)
        join est.action_cause c on (c.municipality, c.action_id) = (a.municipality, a.id)
      where a.municipality = new.municipality and a.problem_id = new.instance_id
        -- What is done was done before the problem was judged: acting again takes something new.
        and (i.state in ('decided', 'underway') or i.state = 'done' and new.event = 'beginAction')) then
    raise exception 'acting begins with a decided action that names a cause'
      using errcode = 'integrity_constraint_violation', constraint = 'decided_action_names_cause';
  end if;
  return null;
end
$$;
create trigger problem_guards after insert on est.transition_log for each row
  when (new.machine = 'problem' and new.event in ('sign', 'beginAction', 'actAgain'))
  execute function est.check_problem();

create function est.check_action() returns trigger
language plpgsql
as $$
declare
  a est.action;
begin
  select * into strict a from est.action x where x.municipality = new.municipality and x.id = new.instance_id;
  if a.kind = 'plan' and not exists (select from est.action_cause c
      where c.municipality = a.municipality and c.action_id = a.id and c.problem_id = a.problem_id) then
    raise exception 'an action of the plan names a cause of its problem'
      using errcode = 'integrity_constraint_violation', constraint = 'plan_action_names_cause';
  end if;
  if new.to_state in ('underway', 'done') and a.kind = 'plan' and coalesce(a.baseline, a.no_baseline) is null then
    raise exception 'an action starts with a baseline, or with the reason why there is none'
      using errcode = 'integrity_constraint_violation', constraint = 'baseline_before_start';
  end if;
  if new.to_state = 'evaluated' and (a.colour is null or coalesce(a.result, '') = '' or coalesce(a.lesson, '') = '')
  then
    raise exception 'an action is evaluated with colour, result and lesson'
      using errcode = 'integrity_constraint_violation', constraint = 'evaluated_with_colour_result_lesson';
  end if;
  return null;
end
$$;
create trigger action_guards after insert on est.transition_log for each row when (new.machine = 'action')
  execute function est.check_action();

-- What was judged stands, and so do the causes that it was to remove.
create function est.refuse_after_evaluation() returns trigger
language plpgsql
as $$
declare
  changed record := coalesce(new, old);
  of_action uuid := coalesce(to_jsonb(changed) ->> 'action_id', to_jsonb(changed) ->> 'id');
begin
  if exists (select from est.instance i where i.municipality = changed.municipality and i.id = of_action
             and i.state in ('evaluated', 'cancelled')) then
    raise exception 'the action has been judged: that stands'
      using errcode = 'integrity_constraint_violation', constraint = 'judgement_stands';
  end if;
  return changed;
end
$$;
create trigger judgement_stands before update on est.action
  for each row execute function est.refuse_after_evaluation();
create trigger judged_causes_stand before insert or update or delete on est.action_cause
  for each row execute function est.refuse_after_evaluation();

-- A chain from report to effect has no missing link: what was tried stays, whatever came of it.
create function est.refuse_removal() returns trigger
language plpgsql
as $$
begin
  raise exception '% is kept: it is never deleted', tg_table_name
    using errcode = 'integrity_constraint_violation', constraint = tg_table_name || '_is_kept';
end
$$;
create trigger problem_is_kept before delete on est.problem for each row execute function est.refuse_removal();
create trigger action_is_kept before delete on est.action for each row execute function est.refuse_removal();
