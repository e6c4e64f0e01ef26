--
-- PostgreSQL database dump
--



SET statement_timeout = 0;
SET lock_timeout = 0;
SET idle_in_transaction_session_timeout = 0;
SET client_encoding = 'UTF8';
SET standard_conforming_strings = on;
SELECT pg_catalog.set_config('search_path', '', false);
SET check_function_bodies = false;
SET xmloption = content;
SET client_min_messages = warning;
SET row_security = off;

--
-- Name: est; Type: SCHEMA; Schema: -; Owner: -
--

CREATE SCHEMA est;


--
-- Name: after_transition(); Type: FUNCTION; Schema: est; Owner: -
--

CREATE FUNCTION est.after_transition() RETURNS trigger
    LANGUAGE plpgsql
    AS $$
begin
  if new.revision = 1 then
    insert into est.instance (municipality, id, machine, machine_version, group_id, state, revision)
    values (new.municipality, new.instance_id, new.machine, new.machine_version, new.group_id, new.to_state, 1);
    return null;
  end if;
  update est.instance i set state = new.to_state, revision = new.revision
  where (i.municipality, i.id) = (new.municipality, new.instance_id)
    and (i.machine, i.machine_version, i.group_id) = (new.machine, new.machine_version, new.group_id)
    and i.revision = new.revision - 1 and i.state = new.from_state;
  if not found then
    raise exception 'the revision is stale: someone was before you'
      using errcode = 'serialization_failure', constraint = 'revision_is_current';
  end if;
  return null;
end
$$;


--
-- Name: before_transition(); Type: FUNCTION; Schema: est; Owner: -
--

CREATE FUNCTION est.before_transition() RETURNS trigger
    LANGUAGE plpgsql
    AS $$
begin
  if not est.holds_role(new.municipality, new.actor, new.group_id, new.actor_role, new.instance_id) then
    raise exception 'the participant does not hold the role % in the group', new.actor_role
      using errcode = 'insufficient_privilege', constraint = 'actor_holds_role';
  end if;
  new.written_at := clock_timestamp();
  select l.hash into new.previous_hash from est.transition_log l
  where (l.municipality, l.instance_id, l.revision) = (new.municipality, new.instance_id, new.revision - 1);
  new.hash := sha256(coalesce(new.previous_hash, '') || convert_to(est.log_row_text(new), 'UTF8'));
  return new;
end
$$;


--
-- Name: check_action(); Type: FUNCTION; Schema: est; Owner: -
--

CREATE FUNCTION est.check_action() RETURNS trigger
    LANGUAGE plpgsql
    AS $$
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


--
-- Name: check_concluded(); Type: FUNCTION; Schema: est; Owner: -
--

CREATE FUNCTION est.check_concluded() RETURNS trigger
    LANGUAGE plpgsql
    AS $$
begin
  if not exists (select from est.picture p where p.municipality = new.municipality and p.cycle_id = new.instance_id
                 and p.adopted_at is not null) then
    raise exception 'a period is concluded only with an adopted picture'
      using errcode = 'integrity_constraint_violation', constraint = 'concluded_has_adopted_picture';
  end if;
  return null;
end
$$;


--
-- Name: check_problem(); Type: FUNCTION; Schema: est; Owner: -
--

CREATE FUNCTION est.check_problem() RETURNS trigger
    LANGUAGE plpgsql
    AS $$
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


--
-- Name: check_signature(); Type: FUNCTION; Schema: est; Owner: -
--

CREATE FUNCTION est.check_signature() RETURNS trigger
    LANGUAGE plpgsql
    AS $$
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


--
-- Name: clock(); Type: FUNCTION; Schema: est; Owner: -
--

CREATE FUNCTION est.clock() RETURNS timestamp with time zone
    LANGUAGE sql STABLE PARALLEL SAFE
    AS $$
  select case when t.is_trial
    then coalesce(nullif(current_setting('est.now', true), '')::timestamptz, now() + t.ahead)
    else now() end
  from est.trial t
$$;


--
-- Name: cut_area(); Type: FUNCTION; Schema: est; Owner: -
--

CREATE FUNCTION est.cut_area() RETURNS trigger
    LANGUAGE plpgsql
    AS $$
begin
  delete from est.area_piece p where p.municipality = new.municipality and p.area_id = new.id;
  insert into est.area_piece (municipality, area_id, piece, name, geometry)
  select new.municipality, new.id, row_number() over (), new.name, (st_dump(piece)).geom
  from st_subdivide(new.geometry, 64) piece;
  return null;
end
$$;


--
-- Name: freeze_picture(); Type: FUNCTION; Schema: est; Owner: -
--

CREATE FUNCTION est.freeze_picture() RETURNS trigger
    LANGUAGE plpgsql
    AS $$
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


--
-- Name: holds_role(text, uuid, uuid, text, uuid); Type: FUNCTION; Schema: est; Owner: -
--

CREATE FUNCTION est.holds_role(of_municipality text, who uuid, in_group uuid, wanted text, of_instance uuid) RETURNS boolean
    LANGUAGE sql STABLE
    AS $$
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


--
-- Name: keep_incident_version(); Type: FUNCTION; Schema: est; Owner: -
--

CREATE FUNCTION est.keep_incident_version() RETURNS trigger
    LANGUAGE plpgsql
    AS $$
begin
  if tg_op = 'DELETE' then
    raise exception 'a report is never deleted: withdraw it'
      using errcode = 'integrity_constraint_violation', constraint = 'incident_is_kept';
  end if;
  if (new.municipality, new.received_at, new.id, new.reported_by, new.source)
     is distinct from (old.municipality, old.received_at, old.id, old.reported_by, old.source) then
    raise exception 'where a report comes from never changes'
      using errcode = 'integrity_constraint_violation', constraint = 'incident_origin_stays';
  end if;
  -- A first review takes nothing away; a second one does, and so does a withdrawal.
  if (new.class, new.category_version, new.category, new.reasons, new.area_id, new.place, new.place_type,
      new.precision, new.occurred_from, new.occurred_to, new.certainty, new.assessment, new.text, new.seen_at)
     is not distinct from
     (old.class, old.category_version, old.category, old.reasons, old.area_id, old.place, old.place_type,
      old.precision, old.occurred_from, old.occurred_to, old.certainty, old.assessment, old.text, old.seen_at)
     and new.point::bytea is not distinct from old.point::bytea
     and (new.review = old.review or (old.review = 'received' and new.review <> 'withdrawn')) then
    new.version := old.version;
    return new;
  end if;
  if nullif(current_setting('est.actor', true), '') is null then
    raise exception 'a change of a report says who makes it'
      using errcode = 'integrity_constraint_violation', constraint = 'incident_change_has_actor';
  end if;
  new.version := old.version + 1;
  insert into est.incident_version (municipality, received_at, id, version, content, superseded_at, superseded_by,
    reason)
  values (old.municipality, old.received_at, old.id, old.version, to_jsonb(old), est.clock(),
    current_setting('est.actor')::uuid, nullif(current_setting('est.reason', true), ''));
  return new;
end
$$;


SET default_tablespace = '';

SET default_table_access_method = heap;

--
-- Name: log_head; Type: TABLE; Schema: est; Owner: -
--

CREATE TABLE est.log_head (
    municipality text NOT NULL,
    number integer NOT NULL,
    until xid8 NOT NULL,
    rows bigint NOT NULL,
    sealed_at timestamp with time zone NOT NULL,
    hash bytea NOT NULL,
    CONSTRAINT head_covers_rows CHECK ((rows > 0)),
    CONSTRAINT head_number_from_one CHECK ((number > 0))
);


--
-- Name: log_head_hash(bytea, est.log_head, bytea); Type: FUNCTION; Schema: est; Owner: -
--

CREATE FUNCTION est.log_head_hash(previous_hash bytea, h est.log_head, covered bytea) RETURNS bytea
    LANGUAGE sql IMMUTABLE
    AS $$
  select sha256(coalesce(previous_hash, '') || convert_to(concat_ws(',', h.municipality, h.number, h.until, h.rows,
    extract(epoch from h.sealed_at)) || E'\n', 'UTF8') || covered)
$$;


--
-- Name: log_position(xid8); Type: FUNCTION; Schema: est; Owner: -
--

CREATE FUNCTION est.log_position(transaction xid8) RETURNS xid8
    LANGUAGE sql IMMUTABLE
    AS $$ select transaction $$;


--
-- Name: transition_log; Type: TABLE; Schema: est; Owner: -
--

CREATE TABLE est.transition_log (
    municipality text NOT NULL,
    instance_id uuid NOT NULL,
    revision integer NOT NULL,
    machine text NOT NULL,
    machine_version integer NOT NULL,
    group_id uuid NOT NULL,
    from_state text NOT NULL,
    event text NOT NULL,
    to_state text NOT NULL,
    actor uuid NOT NULL,
    actor_role text NOT NULL,
    at timestamp with time zone NOT NULL,
    written_at timestamp with time zone DEFAULT clock_timestamp() NOT NULL,
    reason text,
    payload jsonb DEFAULT '{}'::jsonb NOT NULL,
    key uuid NOT NULL,
    previous integer GENERATED ALWAYS AS (NULLIF((revision - 1), 0)) STORED,
    previous_hash bytea,
    hash bytea NOT NULL,
    written_in xid8 DEFAULT est.log_position(pg_current_xact_id()) NOT NULL,
    CONSTRAINT birth_is_first CHECK (((revision = 1) = (from_state = '-'::text)))
);


--
-- Name: log_row_text(est.transition_log); Type: FUNCTION; Schema: est; Owner: -
--

CREATE FUNCTION est.log_row_text(l est.transition_log) RETURNS text
    LANGUAGE sql IMMUTABLE
    AS $$
  select string_agg(coalesce(length(f)::text || ':' || f, '-'), ',' order by n)
  from unnest(array[l.municipality, l.instance_id::text, l.revision::text, l.machine, l.machine_version::text,
    l.group_id::text, l.from_state, l.event, l.to_state, l.actor::text, l.actor_role,
    extract(epoch from l.at)::text, extract(epoch from l.written_at)::text, l.reason, l.payload::text, l.key::text])
    with ordinality as fields(f, n)
$$;


--
-- Name: refuse_after_evaluation(); Type: FUNCTION; Schema: est; Owner: -
--

CREATE FUNCTION est.refuse_after_evaluation() RETURNS trigger
    LANGUAGE plpgsql
    AS $$
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


--
-- Name: refuse_after_meeting(); Type: FUNCTION; Schema: est; Owner: -
--

CREATE FUNCTION est.refuse_after_meeting() RETURNS trigger
    LANGUAGE plpgsql
    AS $$
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


--
-- Name: refuse_change(); Type: FUNCTION; Schema: est; Owner: -
--

CREATE FUNCTION est.refuse_change() RETURNS trigger
    LANGUAGE plpgsql
    AS $$
begin
  raise exception '% is append-only: % is refused', tg_table_name, lower(tg_op)
    using errcode = 'integrity_constraint_violation', constraint = tg_table_name || '_is_append_only';
end
$$;


--
-- Name: refuse_other_instance(); Type: FUNCTION; Schema: est; Owner: -
--

CREATE FUNCTION est.refuse_other_instance() RETURNS trigger
    LANGUAGE plpgsql
    AS $$
begin
  if tg_op = 'UPDATE' and (new.municipality, new.id, new.machine, new.machine_version, new.group_id)
     = (old.municipality, old.id, old.machine, old.machine_version, old.group_id) then
    return new;
  end if;
  raise exception 'an instance is never removed and never changes what it is'
    using errcode = 'integrity_constraint_violation', constraint = 'instance_stays_what_it_is';
end
$$;


--
-- Name: refuse_removal(); Type: FUNCTION; Schema: est; Owner: -
--

CREATE FUNCTION est.refuse_removal() RETURNS trigger
    LANGUAGE plpgsql
    AS $$
begin
  raise exception '% is kept: it is never deleted', tg_table_name
    using errcode = 'integrity_constraint_violation', constraint = tg_table_name || '_is_kept';
end
$$;


--
-- Name: refuse_when_signed(); Type: FUNCTION; Schema: est; Owner: -
--

CREATE FUNCTION est.refuse_when_signed() RETURNS trigger
    LANGUAGE plpgsql
    AS $$
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


--
-- Name: seal_log(text); Type: FUNCTION; Schema: est; Owner: -
--

CREATE FUNCTION est.seal_log(of_municipality text) RETURNS est.log_head
    LANGUAGE plpgsql
    AS $$
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


--
-- Name: take_position(); Type: FUNCTION; Schema: est; Owner: -
--

CREATE FUNCTION est.take_position() RETURNS trigger
    LANGUAGE plpgsql
    AS $$
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


--
-- Name: action; Type: TABLE; Schema: est; Owner: -
--

CREATE TABLE est.action (
    municipality text NOT NULL,
    id uuid NOT NULL,
    number text NOT NULL,
    group_id uuid NOT NULL,
    problem_id uuid,
    title text NOT NULL,
    kind text NOT NULL,
    cycle_id uuid,
    goal text,
    owner_organisation uuid,
    owner_function text,
    due timestamp with time zone,
    baseline text,
    no_baseline text,
    expected_effect text,
    follow_up timestamp with time zone,
    approach text,
    term text,
    ordinary_work boolean,
    cost_hours integer,
    cost_kronor integer,
    breaks_version integer,
    breaks_step integer,
    production text,
    process text,
    colour text,
    result text,
    lesson text,
    effect text,
    CONSTRAINT action_kind_known CHECK ((kind = ANY (ARRAY['quick'::text, 'plan'::text]))),
    CONSTRAINT action_not_empty CHECK ((title <> ''::text)),
    CONSTRAINT approach_known CHECK ((approach = ANY (ARRAY['situational'::text, 'social'::text]))),
    CONSTRAINT broken_step_is_of_problem CHECK ((((breaks_version IS NULL) = (breaks_step IS NULL)) AND ((breaks_step IS NULL) OR (problem_id IS NOT NULL)))),
    CONSTRAINT colour_known CHECK ((colour = ANY (ARRAY['green'::text, 'yellow'::text, 'red'::text]))),
    CONSTRAINT cost_hours_not_negative CHECK ((cost_hours >= 0)),
    CONSTRAINT cost_kronor_not_negative CHECK ((cost_kronor >= 0)),
    CONSTRAINT owner_is_organisation_and_function CHECK (((owner_organisation IS NULL) = (owner_function IS NULL))),
    CONSTRAINT plan_belongs_to_problem CHECK (((kind = 'quick'::text) OR (problem_id IS NOT NULL))),
    CONSTRAINT term_known CHECK ((term = ANY (ARRAY['short'::text, 'long'::text])))
);


--
-- Name: action_cause; Type: TABLE; Schema: est; Owner: -
--

CREATE TABLE est.action_cause (
    municipality text NOT NULL,
    action_id uuid NOT NULL,
    problem_id uuid NOT NULL,
    version integer NOT NULL,
    cause integer NOT NULL
);


--
-- Name: analysis; Type: TABLE; Schema: est; Owner: -
--

CREATE TABLE est.analysis (
    municipality text NOT NULL,
    problem_id uuid NOT NULL,
    version integer NOT NULL,
    begun_at timestamp with time zone NOT NULL,
    begun_by uuid NOT NULL,
    statement text DEFAULT ''::text NOT NULL,
    left_out text DEFAULT ''::text NOT NULL,
    CONSTRAINT analysis_from_one CHECK ((version > 0))
);


--
-- Name: area; Type: TABLE; Schema: est; Owner: -
--

CREATE TABLE est.area (
    municipality text NOT NULL,
    id uuid NOT NULL,
    group_id uuid,
    name text NOT NULL,
    population integer,
    geometry public.geometry(MultiPolygon,3006) NOT NULL,
    CONSTRAINT area_is_valid CHECK (public.st_isvalid(geometry)),
    CONSTRAINT area_name_not_empty CHECK ((name <> ''::text)),
    CONSTRAINT population_not_negative CHECK ((population >= 0))
);


--
-- Name: area_piece; Type: TABLE; Schema: est; Owner: -
--

CREATE TABLE est.area_piece (
    municipality text NOT NULL,
    area_id uuid NOT NULL,
    piece integer NOT NULL,
    name text NOT NULL,
    geometry public.geometry(Polygon,3006) NOT NULL
);


--
-- Name: attendance; Type: TABLE; Schema: est; Owner: -
--

CREATE TABLE est.attendance (
    municipality text NOT NULL,
    cycle_id uuid NOT NULL,
    organisation_id uuid NOT NULL,
    function text NOT NULL,
    at timestamp with time zone NOT NULL
);


--
-- Name: category; Type: TABLE; Schema: est; Owner: -
--

CREATE TABLE est.category (
    municipality text NOT NULL,
    version integer NOT NULL,
    code text NOT NULL,
    swedish text NOT NULL,
    english text NOT NULL,
    common text NOT NULL,
    themes text[] DEFAULT '{}'::text[] NOT NULL,
    "position" integer NOT NULL
);


--
-- Name: cause; Type: TABLE; Schema: est; Owner: -
--

CREATE TABLE est.cause (
    municipality text NOT NULL,
    problem_id uuid NOT NULL,
    version integer NOT NULL,
    number integer NOT NULL,
    id uuid NOT NULL,
    text text NOT NULL,
    bone text NOT NULL,
    kind text NOT NULL,
    behind integer,
    evidence integer,
    strength text NOT NULL,
    influence text NOT NULL,
    CONSTRAINT bone_known CHECK ((bone = ANY (ARRAY['exposed'::text, 'offender'::text, 'place'::text]))),
    CONSTRAINT cause_kind_known CHECK ((kind = ANY (ARRAY['direct'::text, 'indirect'::text]))),
    CONSTRAINT cause_lies_behind_earlier CHECK ((behind < number)),
    CONSTRAINT cause_not_empty CHECK ((text <> ''::text)),
    CONSTRAINT indirect_lies_behind CHECK (((kind = 'indirect'::text) = (behind IS NOT NULL))),
    CONSTRAINT influence_known CHECK ((influence = ANY (ARRAY['yes'::text, 'partly'::text, 'no'::text]))),
    CONSTRAINT strength_known CHECK ((strength = ANY (ARRAY['strong'::text, 'some'::text, 'weak'::text])))
);


--
-- Name: chain_step; Type: TABLE; Schema: est; Owner: -
--

CREATE TABLE est.chain_step (
    municipality text NOT NULL,
    problem_id uuid NOT NULL,
    version integer NOT NULL,
    number integer NOT NULL,
    id uuid NOT NULL,
    text text NOT NULL,
    CONSTRAINT step_not_empty CHECK ((text <> ''::text))
);


--
-- Name: coverage; Type: TABLE; Schema: est; Owner: -
--

CREATE TABLE est.coverage (
    municipality text NOT NULL,
    cycle_id uuid NOT NULL,
    unit_id uuid NOT NULL,
    status text NOT NULL,
    reports integer NOT NULL,
    fixed_at timestamp with time zone NOT NULL,
    CONSTRAINT coverage_known CHECK ((status = ANY (ARRAY['reported'::text, 'nothing'::text, 'missing'::text]))),
    CONSTRAINT reported_means_reports CHECK (((status = 'reported'::text) = (reports > 0)))
);


--
-- Name: cycle; Type: TABLE; Schema: est; Owner: -
--

CREATE TABLE est.cycle (
    municipality text NOT NULL,
    id uuid NOT NULL,
    group_id uuid NOT NULL,
    period text NOT NULL,
    label text NOT NULL,
    first_day date NOT NULL,
    end_day date NOT NULL,
    opens_at timestamp with time zone NOT NULL,
    reminders timestamp with time zone[] NOT NULL,
    deadline timestamp with time zone NOT NULL,
    picture_at timestamp with time zone NOT NULL,
    meeting_at timestamp with time zone NOT NULL,
    moved_from date,
    CONSTRAINT cycle_period_known CHECK ((period = ANY (ARRAY['weekly'::text, 'fortnightly'::text, 'monthly'::text]))),
    CONSTRAINT period_has_days CHECK ((end_day > first_day))
);


--
-- Name: decision; Type: TABLE; Schema: est; Owner: -
--

CREATE TABLE est.decision (
    municipality text NOT NULL,
    cycle_id uuid NOT NULL,
    number integer NOT NULL,
    id uuid NOT NULL,
    text text NOT NULL,
    at timestamp with time zone NOT NULL,
    CONSTRAINT decision_not_empty CHECK ((text <> ''::text))
);


--
-- Name: est_group; Type: TABLE; Schema: est; Owner: -
--

CREATE TABLE est.est_group (
    municipality text NOT NULL,
    id uuid NOT NULL,
    name text NOT NULL,
    period text NOT NULL,
    anchor text NOT NULL,
    monthly_ordinal smallint NOT NULL,
    deadline text NOT NULL,
    meeting text NOT NULL,
    picture_lead integer NOT NULL,
    reminders integer[] NOT NULL,
    zone text NOT NULL,
    days_off date[] DEFAULT '{}'::date[] NOT NULL,
    CONSTRAINT group_name_not_empty CHECK ((name <> ''::text)),
    CONSTRAINT monthly_ordinal_in_month CHECK (((monthly_ordinal >= 1) AND (monthly_ordinal <= 4))),
    CONSTRAINT period_known CHECK ((period = ANY (ARRAY['weekly'::text, 'fortnightly'::text, 'monthly'::text]))),
    CONSTRAINT picture_before_meeting CHECK ((picture_lead >= 0))
);


--
-- Name: evidence; Type: TABLE; Schema: est; Owner: -
--

CREATE TABLE est.evidence (
    municipality text NOT NULL,
    problem_id uuid NOT NULL,
    version integer NOT NULL,
    number integer NOT NULL,
    id uuid NOT NULL,
    text text NOT NULL,
    source text NOT NULL,
    CONSTRAINT evidence_names_source CHECK ((source <> ''::text)),
    CONSTRAINT evidence_not_empty CHECK ((text <> ''::text))
);


--
-- Name: incident; Type: TABLE; Schema: est; Owner: -
--

CREATE TABLE est.incident (
    municipality text NOT NULL,
    received_at timestamp with time zone NOT NULL,
    id uuid NOT NULL,
    version integer DEFAULT 1 NOT NULL,
    group_id uuid NOT NULL,
    cycle_id uuid,
    organisation_id uuid NOT NULL,
    unit_id uuid,
    reported_by uuid NOT NULL,
    source text NOT NULL,
    class text NOT NULL,
    category_version integer NOT NULL,
    category text NOT NULL,
    reasons text[] DEFAULT '{}'::text[] NOT NULL,
    area_id uuid,
    place text,
    place_type text,
    point public.geometry(Point,3006),
    "precision" text NOT NULL,
    occurred_from timestamp with time zone NOT NULL,
    occurred_to timestamp with time zone,
    certainty text NOT NULL,
    assessment text,
    text text,
    late boolean DEFAULT false NOT NULL,
    seen_at timestamp with time zone,
    review text DEFAULT 'received'::text NOT NULL,
    review_reason text,
    reviewed_at timestamp with time zone,
    reviewed_by uuid,
    CONSTRAINT area_where_known CHECK ((("precision" = 'municipality'::text) OR (area_id IS NOT NULL) OR (point IS NOT NULL))),
    CONSTRAINT certainty_known CHECK ((certainty = ANY (ARRAY['seen'::text, 'told'::text, 'suspected'::text]))),
    CONSTRAINT class_known CHECK ((class = ANY (ARRAY['open'::text, 'shared'::text, 'authority-only'::text]))),
    CONSTRAINT ends_after_it_begins CHECK ((occurred_to >= occurred_from)),
    CONSTRAINT place_type_known CHECK ((place_type = ANY (ARRAY['outdoors'::text, 'stairwell'::text, 'laundry-room'::text, 'cellar'::text, 'garage'::text, 'centre'::text, 'library'::text, 'school'::text, 'shop'::text, 'public-transport'::text, 'other'::text]))),
    CONSTRAINT point_only_where_precise CHECK ((("precision" = 'point'::text) = (point IS NOT NULL))),
    CONSTRAINT precision_known CHECK (("precision" = ANY (ARRAY['point'::text, 'place'::text, 'area'::text, 'municipality'::text]))),
    CONSTRAINT rejected_with_reason CHECK (((review <> ALL (ARRAY['rejected'::text, 'withdrawn'::text])) OR (review_reason IS NOT NULL))),
    CONSTRAINT review_known CHECK ((review = ANY (ARRAY['received'::text, 'accepted'::text, 'rejected'::text, 'withdrawn'::text]))),
    CONSTRAINT source_known CHECK ((source = ANY (ARRAY['reporter'::text, 'police-import'::text, 'other-import'::text, 'public'::text, 'council'::text, 'walk'::text]))),
    CONSTRAINT text_is_short CHECK ((length(text) <= 2000)),
    CONSTRAINT unsafe_place_has_reason CHECK (((category !~~ 'unsafe-place%'::text) OR (cardinality(reasons) > 0)))
)
PARTITION BY RANGE (received_at);


--
-- Name: incident_2025; Type: TABLE; Schema: est; Owner: -
--

CREATE TABLE est.incident_2025 (
    municipality text NOT NULL,
    received_at timestamp with time zone NOT NULL,
    id uuid NOT NULL,
    version integer DEFAULT 1 NOT NULL,
    group_id uuid NOT NULL,
    cycle_id uuid,
    organisation_id uuid NOT NULL,
    unit_id uuid,
    reported_by uuid NOT NULL,
    source text NOT NULL,
    class text NOT NULL,
    category_version integer NOT NULL,
    category text NOT NULL,
    reasons text[] DEFAULT '{}'::text[] NOT NULL,
    area_id uuid,
    place text,
    place_type text,
    point public.geometry(Point,3006),
    "precision" text NOT NULL,
    occurred_from timestamp with time zone NOT NULL,
    occurred_to timestamp with time zone,
    certainty text NOT NULL,
    assessment text,
    text text,
    late boolean DEFAULT false NOT NULL,
    seen_at timestamp with time zone,
    review text DEFAULT 'received'::text NOT NULL,
    review_reason text,
    reviewed_at timestamp with time zone,
    reviewed_by uuid,
    CONSTRAINT area_where_known CHECK ((("precision" = 'municipality'::text) OR (area_id IS NOT NULL) OR (point IS NOT NULL))),
    CONSTRAINT certainty_known CHECK ((certainty = ANY (ARRAY['seen'::text, 'told'::text, 'suspected'::text]))),
    CONSTRAINT class_known CHECK ((class = ANY (ARRAY['open'::text, 'shared'::text, 'authority-only'::text]))),
    CONSTRAINT ends_after_it_begins CHECK ((occurred_to >= occurred_from)),
    CONSTRAINT place_type_known CHECK ((place_type = ANY (ARRAY['outdoors'::text, 'stairwell'::text, 'laundry-room'::text, 'cellar'::text, 'garage'::text, 'centre'::text, 'library'::text, 'school'::text, 'shop'::text, 'public-transport'::text, 'other'::text]))),
    CONSTRAINT point_only_where_precise CHECK ((("precision" = 'point'::text) = (point IS NOT NULL))),
    CONSTRAINT precision_known CHECK (("precision" = ANY (ARRAY['point'::text, 'place'::text, 'area'::text, 'municipality'::text]))),
    CONSTRAINT rejected_with_reason CHECK (((review <> ALL (ARRAY['rejected'::text, 'withdrawn'::text])) OR (review_reason IS NOT NULL))),
    CONSTRAINT review_known CHECK ((review = ANY (ARRAY['received'::text, 'accepted'::text, 'rejected'::text, 'withdrawn'::text]))),
    CONSTRAINT source_known CHECK ((source = ANY (ARRAY['reporter'::text, 'police-import'::text, 'other-import'::text, 'public'::text, 'council'::text, 'walk'::text]))),
    CONSTRAINT text_is_short CHECK ((length(text) <= 2000)),
    CONSTRAINT unsafe_place_has_reason CHECK (((category !~~ 'unsafe-place%'::text) OR (cardinality(reasons) > 0)))
);


--
-- Name: incident_2026; Type: TABLE; Schema: est; Owner: -
--

CREATE TABLE est.incident_2026 (
    municipality text NOT NULL,
    received_at timestamp with time zone NOT NULL,
    id uuid NOT NULL,
    version integer DEFAULT 1 NOT NULL,
    group_id uuid NOT NULL,
    cycle_id uuid,
    organisation_id uuid NOT NULL,
    unit_id uuid,
    reported_by uuid NOT NULL,
    source text NOT NULL,
    class text NOT NULL,
    category_version integer NOT NULL,
    category text NOT NULL,
    reasons text[] DEFAULT '{}'::text[] NOT NULL,
    area_id uuid,
    place text,
    place_type text,
    point public.geometry(Point,3006),
    "precision" text NOT NULL,
    occurred_from timestamp with time zone NOT NULL,
    occurred_to timestamp with time zone,
    certainty text NOT NULL,
    assessment text,
    text text,
    late boolean DEFAULT false NOT NULL,
    seen_at timestamp with time zone,
    review text DEFAULT 'received'::text NOT NULL,
    review_reason text,
    reviewed_at timestamp with time zone,
    reviewed_by uuid,
    CONSTRAINT area_where_known CHECK ((("precision" = 'municipality'::text) OR (area_id IS NOT NULL) OR (point IS NOT NULL))),
    CONSTRAINT certainty_known CHECK ((certainty = ANY (ARRAY['seen'::text, 'told'::text, 'suspected'::text]))),
    CONSTRAINT class_known CHECK ((class = ANY (ARRAY['open'::text, 'shared'::text, 'authority-only'::text]))),
    CONSTRAINT ends_after_it_begins CHECK ((occurred_to >= occurred_from)),
    CONSTRAINT place_type_known CHECK ((place_type = ANY (ARRAY['outdoors'::text, 'stairwell'::text, 'laundry-room'::text, 'cellar'::text, 'garage'::text, 'centre'::text, 'library'::text, 'school'::text, 'shop'::text, 'public-transport'::text, 'other'::text]))),
    CONSTRAINT point_only_where_precise CHECK ((("precision" = 'point'::text) = (point IS NOT NULL))),
    CONSTRAINT precision_known CHECK (("precision" = ANY (ARRAY['point'::text, 'place'::text, 'area'::text, 'municipality'::text]))),
    CONSTRAINT rejected_with_reason CHECK (((review <> ALL (ARRAY['rejected'::text, 'withdrawn'::text])) OR (review_reason IS NOT NULL))),
    CONSTRAINT review_known CHECK ((review = ANY (ARRAY['received'::text, 'accepted'::text, 'rejected'::text, 'withdrawn'::text]))),
    CONSTRAINT source_known CHECK ((source = ANY (ARRAY['reporter'::text, 'police-import'::text, 'other-import'::text, 'public'::text, 'council'::text, 'walk'::text]))),
    CONSTRAINT text_is_short CHECK ((length(text) <= 2000)),
    CONSTRAINT unsafe_place_has_reason CHECK (((category !~~ 'unsafe-place%'::text) OR (cardinality(reasons) > 0)))
);


--
-- Name: incident_2027; Type: TABLE; Schema: est; Owner: -
--

CREATE TABLE est.incident_2027 (
    municipality text NOT NULL,
    received_at timestamp with time zone NOT NULL,
    id uuid NOT NULL,
    version integer DEFAULT 1 NOT NULL,
    group_id uuid NOT NULL,
    cycle_id uuid,
    organisation_id uuid NOT NULL,
    unit_id uuid,
    reported_by uuid NOT NULL,
    source text NOT NULL,
    class text NOT NULL,
    category_version integer NOT NULL,
    category text NOT NULL,
    reasons text[] DEFAULT '{}'::text[] NOT NULL,
    area_id uuid,
    place text,
    place_type text,
    point public.geometry(Point,3006),
    "precision" text NOT NULL,
    occurred_from timestamp with time zone NOT NULL,
    occurred_to timestamp with time zone,
    certainty text NOT NULL,
    assessment text,
    text text,
    late boolean DEFAULT false NOT NULL,
    seen_at timestamp with time zone,
    review text DEFAULT 'received'::text NOT NULL,
    review_reason text,
    reviewed_at timestamp with time zone,
    reviewed_by uuid,
    CONSTRAINT area_where_known CHECK ((("precision" = 'municipality'::text) OR (area_id IS NOT NULL) OR (point IS NOT NULL))),
    CONSTRAINT certainty_known CHECK ((certainty = ANY (ARRAY['seen'::text, 'told'::text, 'suspected'::text]))),
    CONSTRAINT class_known CHECK ((class = ANY (ARRAY['open'::text, 'shared'::text, 'authority-only'::text]))),
    CONSTRAINT ends_after_it_begins CHECK ((occurred_to >= occurred_from)),
    CONSTRAINT place_type_known CHECK ((place_type = ANY (ARRAY['outdoors'::text, 'stairwell'::text, 'laundry-room'::text, 'cellar'::text, 'garage'::text, 'centre'::text, 'library'::text, 'school'::text, 'shop'::text, 'public-transport'::text, 'other'::text]))),
    CONSTRAINT point_only_where_precise CHECK ((("precision" = 'point'::text) = (point IS NOT NULL))),
    CONSTRAINT precision_known CHECK (("precision" = ANY (ARRAY['point'::text, 'place'::text, 'area'::text, 'municipality'::text]))),
    CONSTRAINT rejected_with_reason CHECK (((review <> ALL (ARRAY['rejected'::text, 'withdrawn'::text])) OR (review_reason IS NOT NULL))),
    CONSTRAINT review_known CHECK ((review = ANY (ARRAY['received'::text, 'accepted'::text, 'rejected'::text, 'withdrawn'::text]))),
    CONSTRAINT source_known CHECK ((source = ANY (ARRAY['reporter'::text, 'police-import'::text, 'other-import'::text, 'public'::text, 'council'::text, 'walk'::text]))),
    CONSTRAINT text_is_short CHECK ((length(text) <= 2000)),
    CONSTRAINT unsafe_place_has_reason CHECK (((category !~~ 'unsafe-place%'::text) OR (cardinality(reasons) > 0)))
);


--
-- Name: incident_2028; Type: TABLE; Schema: est; Owner: -
--

CREATE TABLE est.incident_2028 (
    municipality text NOT NULL,
    received_at timestamp with time zone NOT NULL,
    id uuid NOT NULL,
    version integer DEFAULT 1 NOT NULL,
    group_id uuid NOT NULL,
    cycle_id uuid,
    organisation_id uuid NOT NULL,
    unit_id uuid,
    reported_by uuid NOT NULL,
    source text NOT NULL,
    class text NOT NULL,
    category_version integer NOT NULL,
    category text NOT NULL,
    reasons text[] DEFAULT '{}'::text[] NOT NULL,
    area_id uuid,
    place text,
    place_type text,
    point public.geometry(Point,3006),
    "precision" text NOT NULL,
    occurred_from timestamp with time zone NOT NULL,
    occurred_to timestamp with time zone,
    certainty text NOT NULL,
    assessment text,
    text text,
    late boolean DEFAULT false NOT NULL,
    seen_at timestamp with time zone,
    review text DEFAULT 'received'::text NOT NULL,
    review_reason text,
    reviewed_at timestamp with time zone,
    reviewed_by uuid,
    CONSTRAINT area_where_known CHECK ((("precision" = 'municipality'::text) OR (area_id IS NOT NULL) OR (point IS NOT NULL))),
    CONSTRAINT certainty_known CHECK ((certainty = ANY (ARRAY['seen'::text, 'told'::text, 'suspected'::text]))),
    CONSTRAINT class_known CHECK ((class = ANY (ARRAY['open'::text, 'shared'::text, 'authority-only'::text]))),
    CONSTRAINT ends_after_it_begins CHECK ((occurred_to >= occurred_from)),
    CONSTRAINT place_type_known CHECK ((place_type = ANY (ARRAY['outdoors'::text, 'stairwell'::text, 'laundry-room'::text, 'cellar'::text, 'garage'::text, 'centre'::text, 'library'::text, 'school'::text, 'shop'::text, 'public-transport'::text, 'other'::text]))),
    CONSTRAINT point_only_where_precise CHECK ((("precision" = 'point'::text) = (point IS NOT NULL))),
    CONSTRAINT precision_known CHECK (("precision" = ANY (ARRAY['point'::text, 'place'::text, 'area'::text, 'municipality'::text]))),
    CONSTRAINT rejected_with_reason CHECK (((review <> ALL (ARRAY['rejected'::text, 'withdrawn'::text])) OR (review_reason IS NOT NULL))),
    CONSTRAINT review_known CHECK ((review = ANY (ARRAY['received'::text, 'accepted'::text, 'rejected'::text, 'withdrawn'::text]))),
    CONSTRAINT source_known CHECK ((source = ANY (ARRAY['reporter'::text, 'police-import'::text, 'other-import'::text, 'public'::text, 'council'::text, 'walk'::text]))),
    CONSTRAINT text_is_short CHECK ((length(text) <= 2000)),
    CONSTRAINT unsafe_place_has_reason CHECK (((category !~~ 'unsafe-place%'::text) OR (cardinality(reasons) > 0)))
);


--
-- Name: incident_2029; Type: TABLE; Schema: est; Owner: -
--

CREATE TABLE est.incident_2029 (
    municipality text NOT NULL,
    received_at timestamp with time zone NOT NULL,
    id uuid NOT NULL,
    version integer DEFAULT 1 NOT NULL,
    group_id uuid NOT NULL,
    cycle_id uuid,
    organisation_id uuid NOT NULL,
    unit_id uuid,
    reported_by uuid NOT NULL,
    source text NOT NULL,
    class text NOT NULL,
    category_version integer NOT NULL,
    category text NOT NULL,
    reasons text[] DEFAULT '{}'::text[] NOT NULL,
    area_id uuid,
    place text,
    place_type text,
    point public.geometry(Point,3006),
    "precision" text NOT NULL,
    occurred_from timestamp with time zone NOT NULL,
    occurred_to timestamp with time zone,
    certainty text NOT NULL,
    assessment text,
    text text,
    late boolean DEFAULT false NOT NULL,
    seen_at timestamp with time zone,
    review text DEFAULT 'received'::text NOT NULL,
    review_reason text,
    reviewed_at timestamp with time zone,
    reviewed_by uuid,
    CONSTRAINT area_where_known CHECK ((("precision" = 'municipality'::text) OR (area_id IS NOT NULL) OR (point IS NOT NULL))),
    CONSTRAINT certainty_known CHECK ((certainty = ANY (ARRAY['seen'::text, 'told'::text, 'suspected'::text]))),
    CONSTRAINT class_known CHECK ((class = ANY (ARRAY['open'::text, 'shared'::text, 'authority-only'::text]))),
    CONSTRAINT ends_after_it_begins CHECK ((occurred_to >= occurred_from)),
    CONSTRAINT place_type_known CHECK ((place_type = ANY (ARRAY['outdoors'::text, 'stairwell'::text, 'laundry-room'::text, 'cellar'::text, 'garage'::text, 'centre'::text, 'library'::text, 'school'::text, 'shop'::text, 'public-transport'::text, 'other'::text]))),
    CONSTRAINT point_only_where_precise CHECK ((("precision" = 'point'::text) = (point IS NOT NULL))),
    CONSTRAINT precision_known CHECK (("precision" = ANY (ARRAY['point'::text, 'place'::text, 'area'::text, 'municipality'::text]))),
    CONSTRAINT rejected_with_reason CHECK (((review <> ALL (ARRAY['rejected'::text, 'withdrawn'::text])) OR (review_reason IS NOT NULL))),
    CONSTRAINT review_known CHECK ((review = ANY (ARRAY['received'::text, 'accepted'::text, 'rejected'::text, 'withdrawn'::text]))),
    CONSTRAINT source_known CHECK ((source = ANY (ARRAY['reporter'::text, 'police-import'::text, 'other-import'::text, 'public'::text, 'council'::text, 'walk'::text]))),
    CONSTRAINT text_is_short CHECK ((length(text) <= 2000)),
    CONSTRAINT unsafe_place_has_reason CHECK (((category !~~ 'unsafe-place%'::text) OR (cardinality(reasons) > 0)))
);


--
-- Name: incident_before_2025; Type: TABLE; Schema: est; Owner: -
--

CREATE TABLE est.incident_before_2025 (
    municipality text NOT NULL,
    received_at timestamp with time zone NOT NULL,
    id uuid NOT NULL,
    version integer DEFAULT 1 NOT NULL,
    group_id uuid NOT NULL,
    cycle_id uuid,
    organisation_id uuid NOT NULL,
    unit_id uuid,
    reported_by uuid NOT NULL,
    source text NOT NULL,
    class text NOT NULL,
    category_version integer NOT NULL,
    category text NOT NULL,
    reasons text[] DEFAULT '{}'::text[] NOT NULL,
    area_id uuid,
    place text,
    place_type text,
    point public.geometry(Point,3006),
    "precision" text NOT NULL,
    occurred_from timestamp with time zone NOT NULL,
    occurred_to timestamp with time zone,
    certainty text NOT NULL,
    assessment text,
    text text,
    late boolean DEFAULT false NOT NULL,
    seen_at timestamp with time zone,
    review text DEFAULT 'received'::text NOT NULL,
    review_reason text,
    reviewed_at timestamp with time zone,
    reviewed_by uuid,
    CONSTRAINT area_where_known CHECK ((("precision" = 'municipality'::text) OR (area_id IS NOT NULL) OR (point IS NOT NULL))),
    CONSTRAINT certainty_known CHECK ((certainty = ANY (ARRAY['seen'::text, 'told'::text, 'suspected'::text]))),
    CONSTRAINT class_known CHECK ((class = ANY (ARRAY['open'::text, 'shared'::text, 'authority-only'::text]))),
    CONSTRAINT ends_after_it_begins CHECK ((occurred_to >= occurred_from)),
    CONSTRAINT place_type_known CHECK ((place_type = ANY (ARRAY['outdoors'::text, 'stairwell'::text, 'laundry-room'::text, 'cellar'::text, 'garage'::text, 'centre'::text, 'library'::text, 'school'::text, 'shop'::text, 'public-transport'::text, 'other'::text]))),
    CONSTRAINT point_only_where_precise CHECK ((("precision" = 'point'::text) = (point IS NOT NULL))),
    CONSTRAINT precision_known CHECK (("precision" = ANY (ARRAY['point'::text, 'place'::text, 'area'::text, 'municipality'::text]))),
    CONSTRAINT rejected_with_reason CHECK (((review <> ALL (ARRAY['rejected'::text, 'withdrawn'::text])) OR (review_reason IS NOT NULL))),
    CONSTRAINT review_known CHECK ((review = ANY (ARRAY['received'::text, 'accepted'::text, 'rejected'::text, 'withdrawn'::text]))),
    CONSTRAINT source_known CHECK ((source = ANY (ARRAY['reporter'::text, 'police-import'::text, 'other-import'::text, 'public'::text, 'council'::text, 'walk'::text]))),
    CONSTRAINT text_is_short CHECK ((length(text) <= 2000)),
    CONSTRAINT unsafe_place_has_reason CHECK (((category !~~ 'unsafe-place%'::text) OR (cardinality(reasons) > 0)))
);


--
-- Name: incident_from_2030; Type: TABLE; Schema: est; Owner: -
--

CREATE TABLE est.incident_from_2030 (
    municipality text NOT NULL,
    received_at timestamp with time zone NOT NULL,
    id uuid NOT NULL,
    version integer DEFAULT 1 NOT NULL,
    group_id uuid NOT NULL,
    cycle_id uuid,
    organisation_id uuid NOT NULL,
    unit_id uuid,
    reported_by uuid NOT NULL,
    source text NOT NULL,
    class text NOT NULL,
    category_version integer NOT NULL,
    category text NOT NULL,
    reasons text[] DEFAULT '{}'::text[] NOT NULL,
    area_id uuid,
    place text,
    place_type text,
    point public.geometry(Point,3006),
    "precision" text NOT NULL,
    occurred_from timestamp with time zone NOT NULL,
    occurred_to timestamp with time zone,
    certainty text NOT NULL,
    assessment text,
    text text,
    late boolean DEFAULT false NOT NULL,
    seen_at timestamp with time zone,
    review text DEFAULT 'received'::text NOT NULL,
    review_reason text,
    reviewed_at timestamp with time zone,
    reviewed_by uuid,
    CONSTRAINT area_where_known CHECK ((("precision" = 'municipality'::text) OR (area_id IS NOT NULL) OR (point IS NOT NULL))),
    CONSTRAINT certainty_known CHECK ((certainty = ANY (ARRAY['seen'::text, 'told'::text, 'suspected'::text]))),
    CONSTRAINT class_known CHECK ((class = ANY (ARRAY['open'::text, 'shared'::text, 'authority-only'::text]))),
    CONSTRAINT ends_after_it_begins CHECK ((occurred_to >= occurred_from)),
    CONSTRAINT place_type_known CHECK ((place_type = ANY (ARRAY['outdoors'::text, 'stairwell'::text, 'laundry-room'::text, 'cellar'::text, 'garage'::text, 'centre'::text, 'library'::text, 'school'::text, 'shop'::text, 'public-transport'::text, 'other'::text]))),
    CONSTRAINT point_only_where_precise CHECK ((("precision" = 'point'::text) = (point IS NOT NULL))),
    CONSTRAINT precision_known CHECK (("precision" = ANY (ARRAY['point'::text, 'place'::text, 'area'::text, 'municipality'::text]))),
    CONSTRAINT rejected_with_reason CHECK (((review <> ALL (ARRAY['rejected'::text, 'withdrawn'::text])) OR (review_reason IS NOT NULL))),
    CONSTRAINT review_known CHECK ((review = ANY (ARRAY['received'::text, 'accepted'::text, 'rejected'::text, 'withdrawn'::text]))),
    CONSTRAINT source_known CHECK ((source = ANY (ARRAY['reporter'::text, 'police-import'::text, 'other-import'::text, 'public'::text, 'council'::text, 'walk'::text]))),
    CONSTRAINT text_is_short CHECK ((length(text) <= 2000)),
    CONSTRAINT unsafe_place_has_reason CHECK (((category !~~ 'unsafe-place%'::text) OR (cardinality(reasons) > 0)))
);


--
-- Name: incident_key; Type: TABLE; Schema: est; Owner: -
--

CREATE TABLE est.incident_key (
    municipality text NOT NULL,
    id uuid NOT NULL,
    received_at timestamp with time zone NOT NULL,
    register text,
    reference text,
    number text,
    source_print bigint,
    CONSTRAINT reference_has_register CHECK (((reference IS NULL) OR (register IS NOT NULL)))
);


--
-- Name: incident_version; Type: TABLE; Schema: est; Owner: -
--

CREATE TABLE est.incident_version (
    municipality text NOT NULL,
    received_at timestamp with time zone NOT NULL,
    id uuid NOT NULL,
    version integer NOT NULL,
    content jsonb NOT NULL,
    superseded_at timestamp with time zone NOT NULL,
    superseded_by uuid NOT NULL,
    reason text
);


--
-- Name: instance; Type: TABLE; Schema: est; Owner: -
--

CREATE TABLE est.instance (
    municipality text NOT NULL,
    id uuid NOT NULL,
    machine text NOT NULL,
    machine_version integer NOT NULL,
    group_id uuid NOT NULL,
    state text NOT NULL,
    revision integer NOT NULL
);


--
-- Name: machine; Type: TABLE; Schema: est; Owner: -
--

CREATE TABLE est.machine (
    machine text NOT NULL,
    version integer NOT NULL
);


--
-- Name: machine_move; Type: TABLE; Schema: est; Owner: -
--

CREATE TABLE est.machine_move (
    machine text NOT NULL,
    version integer NOT NULL,
    from_state text NOT NULL,
    event text NOT NULL,
    to_state text NOT NULL
);


--
-- Name: machine_move_role; Type: TABLE; Schema: est; Owner: -
--

CREATE TABLE est.machine_move_role (
    machine text NOT NULL,
    version integer NOT NULL,
    from_state text NOT NULL,
    event text NOT NULL,
    to_state text NOT NULL,
    role text NOT NULL
);


--
-- Name: migration; Type: TABLE; Schema: est; Owner: -
--

CREATE TABLE est.migration (
    number integer NOT NULL,
    name text NOT NULL,
    checksum text NOT NULL,
    applied_at timestamp with time zone DEFAULT clock_timestamp() NOT NULL
);


--
-- Name: municipality; Type: TABLE; Schema: est; Owner: -
--

CREATE TABLE est.municipality (
    municipality text NOT NULL,
    name text NOT NULL,
    provenance text DEFAULT 'real'::text NOT NULL,
    CONSTRAINT municipality_code_is_four_digits CHECK ((municipality ~ '^[0-9]{4}$'::text)),
    CONSTRAINT provenance_known CHECK ((provenance = ANY (ARRAY['real'::text, 'sample'::text])))
);


--
-- Name: nothing_to_report; Type: TABLE; Schema: est; Owner: -
--

CREATE TABLE est.nothing_to_report (
    municipality text NOT NULL,
    cycle_id uuid NOT NULL,
    unit_id uuid NOT NULL,
    at timestamp with time zone NOT NULL,
    said_by uuid NOT NULL
);


--
-- Name: notice; Type: TABLE; Schema: est; Owner: -
--

CREATE TABLE est.notice (
    municipality text NOT NULL,
    instance_id uuid NOT NULL,
    revision integer NOT NULL,
    kind text NOT NULL,
    participant_id uuid NOT NULL,
    at timestamp with time zone NOT NULL,
    detail text DEFAULT ''::text NOT NULL
);


--
-- Name: organisation; Type: TABLE; Schema: est; Owner: -
--

CREATE TABLE est.organisation (
    municipality text NOT NULL,
    id uuid NOT NULL,
    name text NOT NULL,
    kind text NOT NULL,
    CONSTRAINT organisation_kind_known CHECK ((kind = ANY (ARRAY['police'::text, 'municipal'::text, 'region'::text, 'rescue'::text, 'company'::text, 'civil'::text]))),
    CONSTRAINT organisation_name_not_empty CHECK ((name <> ''::text))
);


--
-- Name: outbox; Type: TABLE; Schema: est; Owner: -
--

CREATE TABLE est.outbox (
    municipality text NOT NULL,
    id uuid NOT NULL,
    kind text NOT NULL,
    key text NOT NULL,
    state text DEFAULT 'created'::text NOT NULL,
    attempts integer DEFAULT 0 NOT NULL,
    next_attempt timestamp with time zone NOT NULL,
    payload jsonb NOT NULL,
    error text,
    CONSTRAINT outbox_kind_known CHECK ((kind = ANY (ARRAY['mail'::text, 'file'::text]))),
    CONSTRAINT outbox_state_known CHECK ((state = ANY (ARRAY['created'::text, 'sending'::text, 'delivered'::text, 'temporary-failure'::text, 'permanent-failure'::text, 'technical-failure'::text])))
);


--
-- Name: participant; Type: TABLE; Schema: est; Owner: -
--

CREATE TABLE est.participant (
    municipality text NOT NULL,
    id uuid NOT NULL,
    login text NOT NULL,
    organisation_id uuid,
    function text NOT NULL,
    address text,
    removed_at timestamp with time zone,
    CONSTRAINT login_form CHECK ((login ~ '^[0-9]{4}_[a-z0-9_-]{1,50}$'::text)),
    CONSTRAINT login_of_municipality CHECK (("left"(login, 4) = municipality))
);


--
-- Name: participant_role; Type: TABLE; Schema: est; Owner: -
--

CREATE TABLE est.participant_role (
    municipality text NOT NULL,
    participant_id uuid NOT NULL,
    group_id uuid NOT NULL,
    role text NOT NULL,
    CONSTRAINT role_known CHECK ((role = ANY (ARRAY['reporter'::text, 'participant'::text, 'coordinator'::text, 'policeLead'::text, 'steering'::text, 'council'::text, 'reader'::text, 'auditor'::text, 'worker'::text, 'administrator'::text])))
);


--
-- Name: picture; Type: TABLE; Schema: est; Owner: -
--

CREATE TABLE est.picture (
    municipality text NOT NULL,
    cycle_id uuid NOT NULL,
    version integer NOT NULL,
    compiled_at timestamp with time zone NOT NULL,
    compiled_by uuid NOT NULL,
    content bytea NOT NULL,
    hash bytea GENERATED ALWAYS AS (sha256(content)) STORED,
    supersedes integer,
    adopted_at timestamp with time zone,
    adopted_by uuid,
    log_head integer,
    log_head_hash bytea,
    CONSTRAINT adopted_by_someone CHECK (((adopted_at IS NULL) = (adopted_by IS NULL))),
    CONSTRAINT picture_holds_whole_head CHECK (((log_head IS NULL) = (log_head_hash IS NULL))),
    CONSTRAINT version_from_one CHECK ((version > 0))
);


--
-- Name: priority; Type: TABLE; Schema: est; Owner: -
--

CREATE TABLE est.priority (
    municipality text NOT NULL,
    cycle_id uuid NOT NULL,
    rank integer NOT NULL,
    problem_id uuid NOT NULL,
    CONSTRAINT rank_from_one CHECK ((rank > 0))
);


--
-- Name: problem; Type: TABLE; Schema: est; Owner: -
--

CREATE TABLE est.problem (
    municipality text NOT NULL,
    id uuid NOT NULL,
    number text NOT NULL,
    group_id uuid NOT NULL,
    title text NOT NULL,
    statement text DEFAULT ''::text NOT NULL,
    category text,
    area_id uuid,
    origin text NOT NULL,
    cycle_id uuid,
    criteria jsonb DEFAULT '{}'::jsonb NOT NULL,
    follow_up timestamp with time zone,
    CONSTRAINT origin_known CHECK ((origin = ANY (ARRAY['picture'::text, 'signal'::text, 'walk'::text, 'dialogue'::text, 'survey'::text, 'council'::text, 'other'::text]))),
    CONSTRAINT title_not_empty CHECK ((title <> ''::text))
);


--
-- Name: problem_incident; Type: TABLE; Schema: est; Owner: -
--

CREATE TABLE est.problem_incident (
    municipality text NOT NULL,
    problem_id uuid NOT NULL,
    incident_id uuid NOT NULL
);


--
-- Name: problem_outcome; Type: TABLE; Schema: est; Owner: -
--

CREATE TABLE est.problem_outcome (
    municipality text NOT NULL,
    problem_id uuid NOT NULL,
    revision integer NOT NULL,
    result text NOT NULL,
    lesson text NOT NULL,
    CONSTRAINT outcome_has_lesson CHECK ((lesson <> ''::text)),
    CONSTRAINT outcome_has_result CHECK ((result <> ''::text))
);


--
-- Name: refusal; Type: TABLE; Schema: est; Owner: -
--

CREATE TABLE est.refusal (
    municipality text NOT NULL,
    instance_id uuid NOT NULL,
    event text NOT NULL,
    due timestamp with time zone NOT NULL,
    at timestamp with time zone NOT NULL,
    reason text NOT NULL
);


--
-- Name: running_number; Type: TABLE; Schema: est; Owner: -
--

CREATE TABLE est.running_number (
    municipality text NOT NULL,
    subject text NOT NULL,
    year integer NOT NULL,
    last integer NOT NULL
);


--
-- Name: setting; Type: TABLE; Schema: est; Owner: -
--

CREATE TABLE est.setting (
    municipality text NOT NULL,
    key text NOT NULL,
    value text NOT NULL
);


--
-- Name: signature; Type: TABLE; Schema: est; Owner: -
--

CREATE TABLE est.signature (
    municipality text NOT NULL,
    problem_id uuid NOT NULL,
    version integer NOT NULL,
    role text NOT NULL,
    participant_id uuid NOT NULL,
    at timestamp with time zone NOT NULL,
    CONSTRAINT signatory_known CHECK ((role = ANY (ARRAY['coordinator'::text, 'policeLead'::text])))
);


--
-- Name: timer; Type: TABLE; Schema: est; Owner: -
--

CREATE TABLE est.timer (
    municipality text NOT NULL,
    instance_id uuid NOT NULL,
    event text NOT NULL,
    due timestamp with time zone NOT NULL
);


--
-- Name: trial; Type: TABLE; Schema: est; Owner: -
--

CREATE TABLE est.trial (
    only_row boolean DEFAULT true NOT NULL,
    is_trial boolean NOT NULL,
    ahead interval DEFAULT '00:00:00'::interval NOT NULL,
    CONSTRAINT one_row CHECK (only_row),
    CONSTRAINT only_a_trial_has_its_own_clock CHECK ((is_trial OR (ahead = '00:00:00'::interval)))
);


--
-- Name: unit; Type: TABLE; Schema: est; Owner: -
--

CREATE TABLE est.unit (
    municipality text NOT NULL,
    id uuid NOT NULL,
    organisation_id uuid NOT NULL,
    group_id uuid NOT NULL,
    name text NOT NULL,
    expected boolean DEFAULT true NOT NULL,
    CONSTRAINT unit_name_not_empty CHECK ((name <> ''::text))
);


--
-- Name: worker; Type: TABLE; Schema: est; Owner: -
--

CREATE TABLE est.worker (
    id uuid NOT NULL,
    host text NOT NULL,
    started timestamp with time zone NOT NULL,
    seen timestamp with time zone NOT NULL
);


--
-- Name: incident_2025; Type: TABLE ATTACH; Schema: est; Owner: -
--

ALTER TABLE ONLY est.incident ATTACH PARTITION est.incident_2025 FOR VALUES FROM ('2025-01-01 00:00:00+00') TO ('2026-01-01 00:00:00+00');


--
-- Name: incident_2026; Type: TABLE ATTACH; Schema: est; Owner: -
--

ALTER TABLE ONLY est.incident ATTACH PARTITION est.incident_2026 FOR VALUES FROM ('2026-01-01 00:00:00+00') TO ('2027-01-01 00:00:00+00');


--
-- Name: incident_2027; Type: TABLE ATTACH; Schema: est; Owner: -
--

ALTER TABLE ONLY est.incident ATTACH PARTITION est.incident_2027 FOR VALUES FROM ('2027-01-01 00:00:00+00') TO ('2028-01-01 00:00:00+00');


--
-- Name: incident_2028; Type: TABLE ATTACH; Schema: est; Owner: -
--

ALTER TABLE ONLY est.incident ATTACH PARTITION est.incident_2028 FOR VALUES FROM ('2028-01-01 00:00:00+00') TO ('2029-01-01 00:00:00+00');


--
-- Name: incident_2029; Type: TABLE ATTACH; Schema: est; Owner: -
--

ALTER TABLE ONLY est.incident ATTACH PARTITION est.incident_2029 FOR VALUES FROM ('2029-01-01 00:00:00+00') TO ('2030-01-01 00:00:00+00');


--
-- Name: incident_before_2025; Type: TABLE ATTACH; Schema: est; Owner: -
--

ALTER TABLE ONLY est.incident ATTACH PARTITION est.incident_before_2025 FOR VALUES FROM (MINVALUE) TO ('2025-01-01 00:00:00+00');


--
-- Name: incident_from_2030; Type: TABLE ATTACH; Schema: est; Owner: -
--

ALTER TABLE ONLY est.incident ATTACH PARTITION est.incident_from_2030 FOR VALUES FROM ('2030-01-01 00:00:00+00') TO (MAXVALUE);


--
-- Name: action_cause action_cause_pkey; Type: CONSTRAINT; Schema: est; Owner: -
--

ALTER TABLE ONLY est.action_cause
    ADD CONSTRAINT action_cause_pkey PRIMARY KEY (municipality, action_id, problem_id, version, cause);


--
-- Name: action action_number_unique; Type: CONSTRAINT; Schema: est; Owner: -
--

ALTER TABLE ONLY est.action
    ADD CONSTRAINT action_number_unique UNIQUE (municipality, number);


--
-- Name: action action_pkey; Type: CONSTRAINT; Schema: est; Owner: -
--

ALTER TABLE ONLY est.action
    ADD CONSTRAINT action_pkey PRIMARY KEY (municipality, id);


--
-- Name: analysis analysis_pkey; Type: CONSTRAINT; Schema: est; Owner: -
--

ALTER TABLE ONLY est.analysis
    ADD CONSTRAINT analysis_pkey PRIMARY KEY (municipality, problem_id, version);


--
-- Name: area area_name_unique; Type: CONSTRAINT; Schema: est; Owner: -
--

ALTER TABLE ONLY est.area
    ADD CONSTRAINT area_name_unique UNIQUE (municipality, name);


--
-- Name: area_piece area_piece_pkey; Type: CONSTRAINT; Schema: est; Owner: -
--

ALTER TABLE ONLY est.area_piece
    ADD CONSTRAINT area_piece_pkey PRIMARY KEY (municipality, area_id, piece);


--
-- Name: area area_pkey; Type: CONSTRAINT; Schema: est; Owner: -
--

ALTER TABLE ONLY est.area
    ADD CONSTRAINT area_pkey PRIMARY KEY (municipality, id);


--
-- Name: attendance attendance_pkey; Type: CONSTRAINT; Schema: est; Owner: -
--

ALTER TABLE ONLY est.attendance
    ADD CONSTRAINT attendance_pkey PRIMARY KEY (municipality, cycle_id, organisation_id, function);


--
-- Name: category category_pkey; Type: CONSTRAINT; Schema: est; Owner: -
--

ALTER TABLE ONLY est.category
    ADD CONSTRAINT category_pkey PRIMARY KEY (municipality, version, code);


--
-- Name: cause cause_pkey; Type: CONSTRAINT; Schema: est; Owner: -
--

ALTER TABLE ONLY est.cause
    ADD CONSTRAINT cause_pkey PRIMARY KEY (municipality, problem_id, version, number);


--
-- Name: cause cause_said_once; Type: CONSTRAINT; Schema: est; Owner: -
--

ALTER TABLE ONLY est.cause
    ADD CONSTRAINT cause_said_once UNIQUE (municipality, problem_id, version, id);


--
-- Name: chain_step chain_step_pkey; Type: CONSTRAINT; Schema: est; Owner: -
--

ALTER TABLE ONLY est.chain_step
    ADD CONSTRAINT chain_step_pkey PRIMARY KEY (municipality, problem_id, version, number);


--
-- Name: coverage coverage_pkey; Type: CONSTRAINT; Schema: est; Owner: -
--

ALTER TABLE ONLY est.coverage
    ADD CONSTRAINT coverage_pkey PRIMARY KEY (municipality, cycle_id, unit_id);


--
-- Name: cycle cycle_pkey; Type: CONSTRAINT; Schema: est; Owner: -
--

ALTER TABLE ONLY est.cycle
    ADD CONSTRAINT cycle_pkey PRIMARY KEY (municipality, id);


--
-- Name: decision decision_pkey; Type: CONSTRAINT; Schema: est; Owner: -
--

ALTER TABLE ONLY est.decision
    ADD CONSTRAINT decision_pkey PRIMARY KEY (municipality, cycle_id, number);


--
-- Name: decision decision_said_once; Type: CONSTRAINT; Schema: est; Owner: -
--

ALTER TABLE ONLY est.decision
    ADD CONSTRAINT decision_said_once UNIQUE (municipality, id);


--
-- Name: est_group est_group_pkey; Type: CONSTRAINT; Schema: est; Owner: -
--

ALTER TABLE ONLY est.est_group
    ADD CONSTRAINT est_group_pkey PRIMARY KEY (municipality, id);


--
-- Name: transition_log event_said_once; Type: CONSTRAINT; Schema: est; Owner: -
--

ALTER TABLE ONLY est.transition_log
    ADD CONSTRAINT event_said_once UNIQUE (municipality, key);


--
-- Name: evidence evidence_pkey; Type: CONSTRAINT; Schema: est; Owner: -
--

ALTER TABLE ONLY est.evidence
    ADD CONSTRAINT evidence_pkey PRIMARY KEY (municipality, problem_id, version, number);


--
-- Name: evidence evidence_said_once; Type: CONSTRAINT; Schema: est; Owner: -
--

ALTER TABLE ONLY est.evidence
    ADD CONSTRAINT evidence_said_once UNIQUE (municipality, problem_id, version, id);


--
-- Name: est_group group_name_unique; Type: CONSTRAINT; Schema: est; Owner: -
--

ALTER TABLE ONLY est.est_group
    ADD CONSTRAINT group_name_unique UNIQUE (municipality, name);


--
-- Name: incident incident_pkey; Type: CONSTRAINT; Schema: est; Owner: -
--

ALTER TABLE ONLY est.incident
    ADD CONSTRAINT incident_pkey PRIMARY KEY (municipality, received_at, id);


--
-- Name: incident_2025 incident_2025_pkey; Type: CONSTRAINT; Schema: est; Owner: -
--

ALTER TABLE ONLY est.incident_2025
    ADD CONSTRAINT incident_2025_pkey PRIMARY KEY (municipality, received_at, id);


--
-- Name: incident_2026 incident_2026_pkey; Type: CONSTRAINT; Schema: est; Owner: -
--

ALTER TABLE ONLY est.incident_2026
    ADD CONSTRAINT incident_2026_pkey PRIMARY KEY (municipality, received_at, id);


--
-- Name: incident_2027 incident_2027_pkey; Type: CONSTRAINT; Schema: est; Owner: -
--

ALTER TABLE ONLY est.incident_2027
    ADD CONSTRAINT incident_2027_pkey PRIMARY KEY (municipality, received_at, id);


--
-- Name: incident_2028 incident_2028_pkey; Type: CONSTRAINT; Schema: est; Owner: -
--

ALTER TABLE ONLY est.incident_2028
    ADD CONSTRAINT incident_2028_pkey PRIMARY KEY (municipality, received_at, id);


--
-- Name: incident_2029 incident_2029_pkey; Type: CONSTRAINT; Schema: est; Owner: -
--

ALTER TABLE ONLY est.incident_2029
    ADD CONSTRAINT incident_2029_pkey PRIMARY KEY (municipality, received_at, id);


--
-- Name: incident_before_2025 incident_before_2025_pkey; Type: CONSTRAINT; Schema: est; Owner: -
--

ALTER TABLE ONLY est.incident_before_2025
    ADD CONSTRAINT incident_before_2025_pkey PRIMARY KEY (municipality, received_at, id);


--
-- Name: incident_from_2030 incident_from_2030_pkey; Type: CONSTRAINT; Schema: est; Owner: -
--

ALTER TABLE ONLY est.incident_from_2030
    ADD CONSTRAINT incident_from_2030_pkey PRIMARY KEY (municipality, received_at, id);


--
-- Name: incident_key incident_key_pkey; Type: CONSTRAINT; Schema: est; Owner: -
--

ALTER TABLE ONLY est.incident_key
    ADD CONSTRAINT incident_key_pkey PRIMARY KEY (municipality, id);


--
-- Name: incident_key incident_number_unique; Type: CONSTRAINT; Schema: est; Owner: -
--

ALTER TABLE ONLY est.incident_key
    ADD CONSTRAINT incident_number_unique UNIQUE (municipality, number);


--
-- Name: incident_version incident_version_pkey; Type: CONSTRAINT; Schema: est; Owner: -
--

ALTER TABLE ONLY est.incident_version
    ADD CONSTRAINT incident_version_pkey PRIMARY KEY (municipality, received_at, id, version);


--
-- Name: instance instance_pkey; Type: CONSTRAINT; Schema: est; Owner: -
--

ALTER TABLE ONLY est.instance
    ADD CONSTRAINT instance_pkey PRIMARY KEY (municipality, id);


--
-- Name: log_head log_head_pkey; Type: CONSTRAINT; Schema: est; Owner: -
--

ALTER TABLE ONLY est.log_head
    ADD CONSTRAINT log_head_pkey PRIMARY KEY (municipality, number);


--
-- Name: participant login_unique; Type: CONSTRAINT; Schema: est; Owner: -
--

ALTER TABLE ONLY est.participant
    ADD CONSTRAINT login_unique UNIQUE (municipality, login);


--
-- Name: machine_move machine_move_pkey; Type: CONSTRAINT; Schema: est; Owner: -
--

ALTER TABLE ONLY est.machine_move
    ADD CONSTRAINT machine_move_pkey PRIMARY KEY (machine, version, from_state, event, to_state);


--
-- Name: machine_move_role machine_move_role_pkey; Type: CONSTRAINT; Schema: est; Owner: -
--

ALTER TABLE ONLY est.machine_move_role
    ADD CONSTRAINT machine_move_role_pkey PRIMARY KEY (machine, version, from_state, event, to_state, role);


--
-- Name: machine machine_pkey; Type: CONSTRAINT; Schema: est; Owner: -
--

ALTER TABLE ONLY est.machine
    ADD CONSTRAINT machine_pkey PRIMARY KEY (machine, version);


--
-- Name: migration migration_pkey; Type: CONSTRAINT; Schema: est; Owner: -
--

ALTER TABLE ONLY est.migration
    ADD CONSTRAINT migration_pkey PRIMARY KEY (number);


--
-- Name: municipality municipality_pkey; Type: CONSTRAINT; Schema: est; Owner: -
--

ALTER TABLE ONLY est.municipality
    ADD CONSTRAINT municipality_pkey PRIMARY KEY (municipality);


--
-- Name: nothing_to_report nothing_to_report_pkey; Type: CONSTRAINT; Schema: est; Owner: -
--

ALTER TABLE ONLY est.nothing_to_report
    ADD CONSTRAINT nothing_to_report_pkey PRIMARY KEY (municipality, cycle_id, unit_id);


--
-- Name: notice notice_pkey; Type: CONSTRAINT; Schema: est; Owner: -
--

ALTER TABLE ONLY est.notice
    ADD CONSTRAINT notice_pkey PRIMARY KEY (municipality, instance_id, revision, kind, participant_id);


--
-- Name: cycle one_cycle_for_each_period; Type: CONSTRAINT; Schema: est; Owner: -
--

ALTER TABLE ONLY est.cycle
    ADD CONSTRAINT one_cycle_for_each_period UNIQUE (municipality, group_id, label);


--
-- Name: organisation organisation_name_unique; Type: CONSTRAINT; Schema: est; Owner: -
--

ALTER TABLE ONLY est.organisation
    ADD CONSTRAINT organisation_name_unique UNIQUE (municipality, name);


--
-- Name: organisation organisation_pkey; Type: CONSTRAINT; Schema: est; Owner: -
--

ALTER TABLE ONLY est.organisation
    ADD CONSTRAINT organisation_pkey PRIMARY KEY (municipality, id);


--
-- Name: outbox outbox_key_unique; Type: CONSTRAINT; Schema: est; Owner: -
--

ALTER TABLE ONLY est.outbox
    ADD CONSTRAINT outbox_key_unique UNIQUE (municipality, kind, key);


--
-- Name: outbox outbox_pkey; Type: CONSTRAINT; Schema: est; Owner: -
--

ALTER TABLE ONLY est.outbox
    ADD CONSTRAINT outbox_pkey PRIMARY KEY (municipality, id);


--
-- Name: participant participant_pkey; Type: CONSTRAINT; Schema: est; Owner: -
--

ALTER TABLE ONLY est.participant
    ADD CONSTRAINT participant_pkey PRIMARY KEY (municipality, id);


--
-- Name: participant_role participant_role_pkey; Type: CONSTRAINT; Schema: est; Owner: -
--

ALTER TABLE ONLY est.participant_role
    ADD CONSTRAINT participant_role_pkey PRIMARY KEY (municipality, participant_id, group_id, role);


--
-- Name: picture picture_pkey; Type: CONSTRAINT; Schema: est; Owner: -
--

ALTER TABLE ONLY est.picture
    ADD CONSTRAINT picture_pkey PRIMARY KEY (municipality, cycle_id, version);


--
-- Name: priority priority_named_once; Type: CONSTRAINT; Schema: est; Owner: -
--

ALTER TABLE ONLY est.priority
    ADD CONSTRAINT priority_named_once UNIQUE (municipality, cycle_id, problem_id);


--
-- Name: priority priority_pkey; Type: CONSTRAINT; Schema: est; Owner: -
--

ALTER TABLE ONLY est.priority
    ADD CONSTRAINT priority_pkey PRIMARY KEY (municipality, cycle_id, rank);


--
-- Name: problem_incident problem_incident_pkey; Type: CONSTRAINT; Schema: est; Owner: -
--

ALTER TABLE ONLY est.problem_incident
    ADD CONSTRAINT problem_incident_pkey PRIMARY KEY (municipality, problem_id, incident_id);


--
-- Name: problem problem_number_unique; Type: CONSTRAINT; Schema: est; Owner: -
--

ALTER TABLE ONLY est.problem
    ADD CONSTRAINT problem_number_unique UNIQUE (municipality, number);


--
-- Name: problem_outcome problem_outcome_pkey; Type: CONSTRAINT; Schema: est; Owner: -
--

ALTER TABLE ONLY est.problem_outcome
    ADD CONSTRAINT problem_outcome_pkey PRIMARY KEY (municipality, problem_id, revision);


--
-- Name: problem problem_pkey; Type: CONSTRAINT; Schema: est; Owner: -
--

ALTER TABLE ONLY est.problem
    ADD CONSTRAINT problem_pkey PRIMARY KEY (municipality, id);


--
-- Name: incident_key reference_unique_in_register; Type: CONSTRAINT; Schema: est; Owner: -
--

ALTER TABLE ONLY est.incident_key
    ADD CONSTRAINT reference_unique_in_register UNIQUE (municipality, register, reference);


--
-- Name: refusal refusal_pkey; Type: CONSTRAINT; Schema: est; Owner: -
--

ALTER TABLE ONLY est.refusal
    ADD CONSTRAINT refusal_pkey PRIMARY KEY (municipality, instance_id, event, due, at);


--
-- Name: running_number running_number_pkey; Type: CONSTRAINT; Schema: est; Owner: -
--

ALTER TABLE ONLY est.running_number
    ADD CONSTRAINT running_number_pkey PRIMARY KEY (municipality, subject, year);


--
-- Name: setting setting_pkey; Type: CONSTRAINT; Schema: est; Owner: -
--

ALTER TABLE ONLY est.setting
    ADD CONSTRAINT setting_pkey PRIMARY KEY (municipality, key);


--
-- Name: signature signature_pkey; Type: CONSTRAINT; Schema: est; Owner: -
--

ALTER TABLE ONLY est.signature
    ADD CONSTRAINT signature_pkey PRIMARY KEY (municipality, problem_id, version, role);


--
-- Name: signature signed_by_two_people; Type: CONSTRAINT; Schema: est; Owner: -
--

ALTER TABLE ONLY est.signature
    ADD CONSTRAINT signed_by_two_people UNIQUE (municipality, problem_id, version, participant_id);


--
-- Name: chain_step step_said_once; Type: CONSTRAINT; Schema: est; Owner: -
--

ALTER TABLE ONLY est.chain_step
    ADD CONSTRAINT step_said_once UNIQUE (municipality, problem_id, version, id);


--
-- Name: timer timer_pkey; Type: CONSTRAINT; Schema: est; Owner: -
--

ALTER TABLE ONLY est.timer
    ADD CONSTRAINT timer_pkey PRIMARY KEY (municipality, instance_id, event, due);


--
-- Name: transition_log transition_ends; Type: CONSTRAINT; Schema: est; Owner: -
--

ALTER TABLE ONLY est.transition_log
    ADD CONSTRAINT transition_ends UNIQUE (municipality, instance_id, revision, to_state);


--
-- Name: transition_log transition_log_pkey; Type: CONSTRAINT; Schema: est; Owner: -
--

ALTER TABLE ONLY est.transition_log
    ADD CONSTRAINT transition_log_pkey PRIMARY KEY (municipality, instance_id, revision);


--
-- Name: trial trial_pkey; Type: CONSTRAINT; Schema: est; Owner: -
--

ALTER TABLE ONLY est.trial
    ADD CONSTRAINT trial_pkey PRIMARY KEY (only_row);


--
-- Name: unit unit_name_unique; Type: CONSTRAINT; Schema: est; Owner: -
--

ALTER TABLE ONLY est.unit
    ADD CONSTRAINT unit_name_unique UNIQUE (municipality, name);


--
-- Name: unit unit_pkey; Type: CONSTRAINT; Schema: est; Owner: -
--

ALTER TABLE ONLY est.unit
    ADD CONSTRAINT unit_pkey PRIMARY KEY (municipality, id);


--
-- Name: worker worker_pkey; Type: CONSTRAINT; Schema: est; Owner: -
--

ALTER TABLE ONLY est.worker
    ADD CONSTRAINT worker_pkey PRIMARY KEY (id);


--
-- Name: action_by_due; Type: INDEX; Schema: est; Owner: -
--

CREATE INDEX action_by_due ON est.action USING btree (municipality, group_id, due);


--
-- Name: action_by_problem; Type: INDEX; Schema: est; Owner: -
--

CREATE INDEX action_by_problem ON est.action USING btree (municipality, problem_id);


--
-- Name: area_piece_geometry; Type: INDEX; Schema: est; Owner: -
--

CREATE INDEX area_piece_geometry ON est.area_piece USING gist (geometry);


--
-- Name: cycle_by_day; Type: INDEX; Schema: est; Owner: -
--

CREATE INDEX cycle_by_day ON est.cycle USING btree (municipality, group_id, first_day);


--
-- Name: incident_by_cycle; Type: INDEX; Schema: est; Owner: -
--

CREATE INDEX incident_by_cycle ON ONLY est.incident USING btree (municipality, cycle_id) WHERE (cycle_id IS NOT NULL);


--
-- Name: incident_2025_municipality_cycle_id_idx; Type: INDEX; Schema: est; Owner: -
--

CREATE INDEX incident_2025_municipality_cycle_id_idx ON est.incident_2025 USING btree (municipality, cycle_id) WHERE (cycle_id IS NOT NULL);


--
-- Name: incident_by_time; Type: INDEX; Schema: est; Owner: -
--

CREATE INDEX incident_by_time ON ONLY est.incident USING btree (municipality, group_id, occurred_from);


--
-- Name: incident_2025_municipality_group_id_occurred_from_idx; Type: INDEX; Schema: est; Owner: -
--

CREATE INDEX incident_2025_municipality_group_id_occurred_from_idx ON est.incident_2025 USING btree (municipality, group_id, occurred_from);


--
-- Name: incident_2026_municipality_cycle_id_idx; Type: INDEX; Schema: est; Owner: -
--

CREATE INDEX incident_2026_municipality_cycle_id_idx ON est.incident_2026 USING btree (municipality, cycle_id) WHERE (cycle_id IS NOT NULL);


--
-- Name: incident_2026_municipality_group_id_occurred_from_idx; Type: INDEX; Schema: est; Owner: -
--

CREATE INDEX incident_2026_municipality_group_id_occurred_from_idx ON est.incident_2026 USING btree (municipality, group_id, occurred_from);


--
-- Name: incident_2027_municipality_cycle_id_idx; Type: INDEX; Schema: est; Owner: -
--

CREATE INDEX incident_2027_municipality_cycle_id_idx ON est.incident_2027 USING btree (municipality, cycle_id) WHERE (cycle_id IS NOT NULL);


--
-- Name: incident_2027_municipality_group_id_occurred_from_idx; Type: INDEX; Schema: est; Owner: -
--

CREATE INDEX incident_2027_municipality_group_id_occurred_from_idx ON est.incident_2027 USING btree (municipality, group_id, occurred_from);


--
-- Name: incident_2028_municipality_cycle_id_idx; Type: INDEX; Schema: est; Owner: -
--

CREATE INDEX incident_2028_municipality_cycle_id_idx ON est.incident_2028 USING btree (municipality, cycle_id) WHERE (cycle_id IS NOT NULL);


--
-- Name: incident_2028_municipality_group_id_occurred_from_idx; Type: INDEX; Schema: est; Owner: -
--

CREATE INDEX incident_2028_municipality_group_id_occurred_from_idx ON est.incident_2028 USING btree (municipality, group_id, occurred_from);


--
-- Name: incident_2029_municipality_cycle_id_idx; Type: INDEX; Schema: est; Owner: -
--

CREATE INDEX incident_2029_municipality_cycle_id_idx ON est.incident_2029 USING btree (municipality, cycle_id) WHERE (cycle_id IS NOT NULL);


--
-- Name: incident_2029_municipality_group_id_occurred_from_idx; Type: INDEX; Schema: est; Owner: -
--

CREATE INDEX incident_2029_municipality_group_id_occurred_from_idx ON est.incident_2029 USING btree (municipality, group_id, occurred_from);


--
-- Name: incident_before_2025_municipality_cycle_id_idx; Type: INDEX; Schema: est; Owner: -
--

CREATE INDEX incident_before_2025_municipality_cycle_id_idx ON est.incident_before_2025 USING btree (municipality, cycle_id) WHERE (cycle_id IS NOT NULL);


--
-- Name: incident_before_2025_municipality_group_id_occurred_from_idx; Type: INDEX; Schema: est; Owner: -
--

CREATE INDEX incident_before_2025_municipality_group_id_occurred_from_idx ON est.incident_before_2025 USING btree (municipality, group_id, occurred_from);


--
-- Name: incident_from_2030_municipality_cycle_id_idx; Type: INDEX; Schema: est; Owner: -
--

CREATE INDEX incident_from_2030_municipality_cycle_id_idx ON est.incident_from_2030 USING btree (municipality, cycle_id) WHERE (cycle_id IS NOT NULL);


--
-- Name: incident_from_2030_municipality_group_id_occurred_from_idx; Type: INDEX; Schema: est; Owner: -
--

CREATE INDEX incident_from_2030_municipality_group_id_occurred_from_idx ON est.incident_from_2030 USING btree (municipality, group_id, occurred_from);


--
-- Name: instance_by_group; Type: INDEX; Schema: est; Owner: -
--

CREATE INDEX instance_by_group ON est.instance USING btree (municipality, group_id, machine, state);


--
-- Name: log_head_by_until; Type: INDEX; Schema: est; Owner: -
--

CREATE INDEX log_head_by_until ON est.log_head USING btree (until);


--
-- Name: notice_by_participant; Type: INDEX; Schema: est; Owner: -
--

CREATE INDEX notice_by_participant ON est.notice USING btree (municipality, participant_id, at);


--
-- Name: one_adopted_picture; Type: INDEX; Schema: est; Owner: -
--

CREATE UNIQUE INDEX one_adopted_picture ON est.picture USING btree (municipality, cycle_id) WHERE (adopted_at IS NOT NULL);


--
-- Name: outbox_waiting; Type: INDEX; Schema: est; Owner: -
--

CREATE INDEX outbox_waiting ON est.outbox USING btree (next_attempt) WHERE (state = ANY (ARRAY['created'::text, 'sending'::text, 'temporary-failure'::text]));


--
-- Name: participant_role_by_group; Type: INDEX; Schema: est; Owner: -
--

CREATE INDEX participant_role_by_group ON est.participant_role USING btree (municipality, group_id, role);


--
-- Name: problem_incident_by_incident; Type: INDEX; Schema: est; Owner: -
--

CREATE INDEX problem_incident_by_incident ON est.problem_incident USING btree (municipality, incident_id);


--
-- Name: timer_by_due; Type: INDEX; Schema: est; Owner: -
--

CREATE INDEX timer_by_due ON est.timer USING btree (due);


--
-- Name: transition_log_by_position; Type: INDEX; Schema: est; Owner: -
--

CREATE INDEX transition_log_by_position ON est.transition_log USING btree (municipality, written_in);


--
-- Name: incident_2025_municipality_cycle_id_idx; Type: INDEX ATTACH; Schema: est; Owner: -
--

ALTER INDEX est.incident_by_cycle ATTACH PARTITION est.incident_2025_municipality_cycle_id_idx;


--
-- Name: incident_2025_municipality_group_id_occurred_from_idx; Type: INDEX ATTACH; Schema: est; Owner: -
--

ALTER INDEX est.incident_by_time ATTACH PARTITION est.incident_2025_municipality_group_id_occurred_from_idx;


--
-- Name: incident_2025_pkey; Type: INDEX ATTACH; Schema: est; Owner: -
--

ALTER INDEX est.incident_pkey ATTACH PARTITION est.incident_2025_pkey;


--
-- Name: incident_2026_municipality_cycle_id_idx; Type: INDEX ATTACH; Schema: est; Owner: -
--

ALTER INDEX est.incident_by_cycle ATTACH PARTITION est.incident_2026_municipality_cycle_id_idx;


--
-- Name: incident_2026_municipality_group_id_occurred_from_idx; Type: INDEX ATTACH; Schema: est; Owner: -
--

ALTER INDEX est.incident_by_time ATTACH PARTITION est.incident_2026_municipality_group_id_occurred_from_idx;


--
-- Name: incident_2026_pkey; Type: INDEX ATTACH; Schema: est; Owner: -
--

ALTER INDEX est.incident_pkey ATTACH PARTITION est.incident_2026_pkey;


--
-- Name: incident_2027_municipality_cycle_id_idx; Type: INDEX ATTACH; Schema: est; Owner: -
--

ALTER INDEX est.incident_by_cycle ATTACH PARTITION est.incident_2027_municipality_cycle_id_idx;


--
-- Name: incident_2027_municipality_group_id_occurred_from_idx; Type: INDEX ATTACH; Schema: est; Owner: -
--

ALTER INDEX est.incident_by_time ATTACH PARTITION est.incident_2027_municipality_group_id_occurred_from_idx;


--
-- Name: incident_2027_pkey; Type: INDEX ATTACH; Schema: est; Owner: -
--

ALTER INDEX est.incident_pkey ATTACH PARTITION est.incident_2027_pkey;


--
-- Name: incident_2028_municipality_cycle_id_idx; Type: INDEX ATTACH; Schema: est; Owner: -
--

ALTER INDEX est.incident_by_cycle ATTACH PARTITION est.incident_2028_municipality_cycle_id_idx;


--
-- Name: incident_2028_municipality_group_id_occurred_from_idx; Type: INDEX ATTACH; Schema: est; Owner: -
--

ALTER INDEX est.incident_by_time ATTACH PARTITION est.incident_2028_municipality_group_id_occurred_from_idx;


--
-- Name: incident_2028_pkey; Type: INDEX ATTACH; Schema: est; Owner: -
--

ALTER INDEX est.incident_pkey ATTACH PARTITION est.incident_2028_pkey;


--
-- Name: incident_2029_municipality_cycle_id_idx; Type: INDEX ATTACH; Schema: est; Owner: -
--

ALTER INDEX est.incident_by_cycle ATTACH PARTITION est.incident_2029_municipality_cycle_id_idx;


--
-- Name: incident_2029_municipality_group_id_occurred_from_idx; Type: INDEX ATTACH; Schema: est; Owner: -
--

ALTER INDEX est.incident_by_time ATTACH PARTITION est.incident_2029_municipality_group_id_occurred_from_idx;


--
-- Name: incident_2029_pkey; Type: INDEX ATTACH; Schema: est; Owner: -
--

ALTER INDEX est.incident_pkey ATTACH PARTITION est.incident_2029_pkey;


--
-- Name: incident_before_2025_municipality_cycle_id_idx; Type: INDEX ATTACH; Schema: est; Owner: -
--

ALTER INDEX est.incident_by_cycle ATTACH PARTITION est.incident_before_2025_municipality_cycle_id_idx;


--
-- Name: incident_before_2025_municipality_group_id_occurred_from_idx; Type: INDEX ATTACH; Schema: est; Owner: -
--

ALTER INDEX est.incident_by_time ATTACH PARTITION est.incident_before_2025_municipality_group_id_occurred_from_idx;


--
-- Name: incident_before_2025_pkey; Type: INDEX ATTACH; Schema: est; Owner: -
--

ALTER INDEX est.incident_pkey ATTACH PARTITION est.incident_before_2025_pkey;


--
-- Name: incident_from_2030_municipality_cycle_id_idx; Type: INDEX ATTACH; Schema: est; Owner: -
--

ALTER INDEX est.incident_by_cycle ATTACH PARTITION est.incident_from_2030_municipality_cycle_id_idx;


--
-- Name: incident_from_2030_municipality_group_id_occurred_from_idx; Type: INDEX ATTACH; Schema: est; Owner: -
--

ALTER INDEX est.incident_by_time ATTACH PARTITION est.incident_from_2030_municipality_group_id_occurred_from_idx;


--
-- Name: incident_from_2030_pkey; Type: INDEX ATTACH; Schema: est; Owner: -
--

ALTER INDEX est.incident_pkey ATTACH PARTITION est.incident_from_2030_pkey;


--
-- Name: transition_log action_guards; Type: TRIGGER; Schema: est; Owner: -
--

CREATE TRIGGER action_guards AFTER INSERT ON est.transition_log FOR EACH ROW WHEN ((new.machine = 'action'::text)) EXECUTE FUNCTION est.check_action();


--
-- Name: action action_is_kept; Type: TRIGGER; Schema: est; Owner: -
--

CREATE TRIGGER action_is_kept BEFORE DELETE ON est.action FOR EACH ROW EXECUTE FUNCTION est.refuse_removal();


--
-- Name: area area_is_cut; Type: TRIGGER; Schema: est; Owner: -
--

CREATE TRIGGER area_is_cut AFTER INSERT OR UPDATE OF geometry, name ON est.area FOR EACH ROW EXECUTE FUNCTION est.cut_area();


--
-- Name: attendance attendance_stands; Type: TRIGGER; Schema: est; Owner: -
--

CREATE TRIGGER attendance_stands BEFORE INSERT OR DELETE OR UPDATE ON est.attendance FOR EACH ROW EXECUTE FUNCTION est.refuse_after_meeting();


--
-- Name: transition_log concluded_has_adopted_picture; Type: TRIGGER; Schema: est; Owner: -
--

CREATE CONSTRAINT TRIGGER concluded_has_adopted_picture AFTER INSERT ON est.transition_log DEFERRABLE INITIALLY DEFERRED FOR EACH ROW WHEN (((new.machine = 'cycle'::text) AND (new.to_state = 'concluded'::text))) EXECUTE FUNCTION est.check_concluded();


--
-- Name: decision decision_stands; Type: TRIGGER; Schema: est; Owner: -
--

CREATE TRIGGER decision_stands BEFORE INSERT OR DELETE OR UPDATE ON est.decision FOR EACH ROW EXECUTE FUNCTION est.refuse_after_meeting();


--
-- Name: incident incident_is_kept; Type: TRIGGER; Schema: est; Owner: -
--

CREATE TRIGGER incident_is_kept BEFORE DELETE OR UPDATE ON est.incident FOR EACH ROW EXECUTE FUNCTION est.keep_incident_version();


--
-- Name: incident_version incident_version_is_append_only; Type: TRIGGER; Schema: est; Owner: -
--

CREATE TRIGGER incident_version_is_append_only BEFORE DELETE OR UPDATE ON est.incident_version FOR EACH ROW EXECUTE FUNCTION est.refuse_change();


--
-- Name: instance instance_stays_what_it_is; Type: TRIGGER; Schema: est; Owner: -
--

CREATE TRIGGER instance_stays_what_it_is BEFORE DELETE OR UPDATE ON est.instance FOR EACH ROW EXECUTE FUNCTION est.refuse_other_instance();


--
-- Name: action_cause judged_causes_stand; Type: TRIGGER; Schema: est; Owner: -
--

CREATE TRIGGER judged_causes_stand BEFORE INSERT OR DELETE OR UPDATE ON est.action_cause FOR EACH ROW EXECUTE FUNCTION est.refuse_after_evaluation();


--
-- Name: action judgement_stands; Type: TRIGGER; Schema: est; Owner: -
--

CREATE TRIGGER judgement_stands BEFORE UPDATE ON est.action FOR EACH ROW EXECUTE FUNCTION est.refuse_after_evaluation();


--
-- Name: log_head log_head_is_append_only; Type: TRIGGER; Schema: est; Owner: -
--

CREATE TRIGGER log_head_is_append_only BEFORE DELETE OR UPDATE ON est.log_head FOR EACH ROW EXECUTE FUNCTION est.refuse_change();


--
-- Name: log_head log_head_is_kept; Type: TRIGGER; Schema: est; Owner: -
--

CREATE TRIGGER log_head_is_kept BEFORE TRUNCATE ON est.log_head FOR EACH STATEMENT EXECUTE FUNCTION est.refuse_change();


--
-- Name: picture picture_is_frozen; Type: TRIGGER; Schema: est; Owner: -
--

CREATE TRIGGER picture_is_frozen BEFORE INSERT OR DELETE OR UPDATE ON est.picture FOR EACH ROW EXECUTE FUNCTION est.freeze_picture();


--
-- Name: picture picture_is_kept; Type: TRIGGER; Schema: est; Owner: -
--

CREATE TRIGGER picture_is_kept BEFORE TRUNCATE ON est.picture FOR EACH STATEMENT EXECUTE FUNCTION est.refuse_change();


--
-- Name: priority priority_stands; Type: TRIGGER; Schema: est; Owner: -
--

CREATE TRIGGER priority_stands BEFORE INSERT OR DELETE OR UPDATE ON est.priority FOR EACH ROW EXECUTE FUNCTION est.refuse_after_meeting();


--
-- Name: transition_log problem_guards; Type: TRIGGER; Schema: est; Owner: -
--

CREATE TRIGGER problem_guards AFTER INSERT ON est.transition_log FOR EACH ROW WHEN (((new.machine = 'problem'::text) AND (new.event = ANY (ARRAY['sign'::text, 'beginAction'::text, 'actAgain'::text])))) EXECUTE FUNCTION est.check_problem();


--
-- Name: problem problem_is_kept; Type: TRIGGER; Schema: est; Owner: -
--

CREATE TRIGGER problem_is_kept BEFORE DELETE ON est.problem FOR EACH ROW EXECUTE FUNCTION est.refuse_removal();


--
-- Name: problem_outcome problem_outcome_is_append_only; Type: TRIGGER; Schema: est; Owner: -
--

CREATE TRIGGER problem_outcome_is_append_only BEFORE DELETE OR UPDATE ON est.problem_outcome FOR EACH ROW EXECUTE FUNCTION est.refuse_change();


--
-- Name: refusal refusal_is_append_only; Type: TRIGGER; Schema: est; Owner: -
--

CREATE TRIGGER refusal_is_append_only BEFORE DELETE OR UPDATE ON est.refusal FOR EACH ROW EXECUTE FUNCTION est.refuse_change();


--
-- Name: signature signatory_holds_role; Type: TRIGGER; Schema: est; Owner: -
--

CREATE TRIGGER signatory_holds_role BEFORE INSERT ON est.signature FOR EACH ROW EXECUTE FUNCTION est.check_signature();


--
-- Name: signature signature_is_append_only; Type: TRIGGER; Schema: est; Owner: -
--

CREATE TRIGGER signature_is_append_only BEFORE DELETE OR UPDATE ON est.signature FOR EACH ROW EXECUTE FUNCTION est.refuse_change();


--
-- Name: analysis signed_analysis_is_locked; Type: TRIGGER; Schema: est; Owner: -
--

CREATE TRIGGER signed_analysis_is_locked BEFORE DELETE OR UPDATE ON est.analysis FOR EACH ROW EXECUTE FUNCTION est.refuse_when_signed();


--
-- Name: cause signed_cause_is_locked; Type: TRIGGER; Schema: est; Owner: -
--

CREATE TRIGGER signed_cause_is_locked BEFORE INSERT OR DELETE OR UPDATE ON est.cause FOR EACH ROW EXECUTE FUNCTION est.refuse_when_signed();


--
-- Name: evidence signed_evidence_is_locked; Type: TRIGGER; Schema: est; Owner: -
--

CREATE TRIGGER signed_evidence_is_locked BEFORE INSERT OR DELETE OR UPDATE ON est.evidence FOR EACH ROW EXECUTE FUNCTION est.refuse_when_signed();


--
-- Name: chain_step signed_step_is_locked; Type: TRIGGER; Schema: est; Owner: -
--

CREATE TRIGGER signed_step_is_locked BEFORE INSERT OR DELETE OR UPDATE ON est.chain_step FOR EACH ROW EXECUTE FUNCTION est.refuse_when_signed();


--
-- Name: transition_log transition_is_checked; Type: TRIGGER; Schema: est; Owner: -
--

CREATE TRIGGER transition_is_checked BEFORE INSERT ON est.transition_log FOR EACH ROW EXECUTE FUNCTION est.before_transition();


--
-- Name: transition_log transition_log_is_append_only; Type: TRIGGER; Schema: est; Owner: -
--

CREATE TRIGGER transition_log_is_append_only BEFORE DELETE OR UPDATE ON est.transition_log FOR EACH ROW EXECUTE FUNCTION est.refuse_change();


--
-- Name: transition_log transition_log_is_kept; Type: TRIGGER; Schema: est; Owner: -
--

CREATE TRIGGER transition_log_is_kept BEFORE TRUNCATE ON est.transition_log FOR EACH STATEMENT EXECUTE FUNCTION est.refuse_change();


--
-- Name: transition_log transition_moves_instance; Type: TRIGGER; Schema: est; Owner: -
--

CREATE TRIGGER transition_moves_instance AFTER INSERT ON est.transition_log FOR EACH ROW EXECUTE FUNCTION est.after_transition();


--
-- Name: transition_log transition_takes_position; Type: TRIGGER; Schema: est; Owner: -
--

CREATE TRIGGER transition_takes_position BEFORE INSERT ON est.transition_log FOR EACH ROW EXECUTE FUNCTION est.take_position();


--
-- Name: action action_breaks_step; Type: FK CONSTRAINT; Schema: est; Owner: -
--

ALTER TABLE ONLY est.action
    ADD CONSTRAINT action_breaks_step FOREIGN KEY (municipality, problem_id, breaks_version, breaks_step) REFERENCES est.chain_step(municipality, problem_id, version, number);


--
-- Name: action action_from_cycle; Type: FK CONSTRAINT; Schema: est; Owner: -
--

ALTER TABLE ONLY est.action
    ADD CONSTRAINT action_from_cycle FOREIGN KEY (municipality, cycle_id) REFERENCES est.cycle(municipality, id);


--
-- Name: action action_is_instance; Type: FK CONSTRAINT; Schema: est; Owner: -
--

ALTER TABLE ONLY est.action
    ADD CONSTRAINT action_is_instance FOREIGN KEY (municipality, id) REFERENCES est.instance(municipality, id) DEFERRABLE INITIALLY DEFERRED;


--
-- Name: action_cause action_names_cause; Type: FK CONSTRAINT; Schema: est; Owner: -
--

ALTER TABLE ONLY est.action_cause
    ADD CONSTRAINT action_names_cause FOREIGN KEY (municipality, problem_id, version, cause) REFERENCES est.cause(municipality, problem_id, version, number);


--
-- Name: action action_of_group; Type: FK CONSTRAINT; Schema: est; Owner: -
--

ALTER TABLE ONLY est.action
    ADD CONSTRAINT action_of_group FOREIGN KEY (municipality, group_id) REFERENCES est.est_group(municipality, id);


--
-- Name: action action_of_problem; Type: FK CONSTRAINT; Schema: est; Owner: -
--

ALTER TABLE ONLY est.action
    ADD CONSTRAINT action_of_problem FOREIGN KEY (municipality, problem_id) REFERENCES est.problem(municipality, id);


--
-- Name: action action_owner; Type: FK CONSTRAINT; Schema: est; Owner: -
--

ALTER TABLE ONLY est.action
    ADD CONSTRAINT action_owner FOREIGN KEY (municipality, owner_organisation) REFERENCES est.organisation(municipality, id);


--
-- Name: analysis analysis_of_problem; Type: FK CONSTRAINT; Schema: est; Owner: -
--

ALTER TABLE ONLY est.analysis
    ADD CONSTRAINT analysis_of_problem FOREIGN KEY (municipality, problem_id) REFERENCES est.problem(municipality, id);


--
-- Name: area area_municipality_fkey; Type: FK CONSTRAINT; Schema: est; Owner: -
--

ALTER TABLE ONLY est.area
    ADD CONSTRAINT area_municipality_fkey FOREIGN KEY (municipality) REFERENCES est.municipality(municipality);


--
-- Name: area area_of_group; Type: FK CONSTRAINT; Schema: est; Owner: -
--

ALTER TABLE ONLY est.area
    ADD CONSTRAINT area_of_group FOREIGN KEY (municipality, group_id) REFERENCES est.est_group(municipality, id);


--
-- Name: attendance attendance_in_cycle; Type: FK CONSTRAINT; Schema: est; Owner: -
--

ALTER TABLE ONLY est.attendance
    ADD CONSTRAINT attendance_in_cycle FOREIGN KEY (municipality, cycle_id) REFERENCES est.cycle(municipality, id);


--
-- Name: attendance attendance_of_organisation; Type: FK CONSTRAINT; Schema: est; Owner: -
--

ALTER TABLE ONLY est.attendance
    ADD CONSTRAINT attendance_of_organisation FOREIGN KEY (municipality, organisation_id) REFERENCES est.organisation(municipality, id);


--
-- Name: category category_municipality_fkey; Type: FK CONSTRAINT; Schema: est; Owner: -
--

ALTER TABLE ONLY est.category
    ADD CONSTRAINT category_municipality_fkey FOREIGN KEY (municipality) REFERENCES est.municipality(municipality);


--
-- Name: cause cause_behind; Type: FK CONSTRAINT; Schema: est; Owner: -
--

ALTER TABLE ONLY est.cause
    ADD CONSTRAINT cause_behind FOREIGN KEY (municipality, problem_id, version, behind) REFERENCES est.cause(municipality, problem_id, version, number);


--
-- Name: action_cause cause_of_action; Type: FK CONSTRAINT; Schema: est; Owner: -
--

ALTER TABLE ONLY est.action_cause
    ADD CONSTRAINT cause_of_action FOREIGN KEY (municipality, action_id) REFERENCES est.action(municipality, id);


--
-- Name: cause cause_of_analysis; Type: FK CONSTRAINT; Schema: est; Owner: -
--

ALTER TABLE ONLY est.cause
    ADD CONSTRAINT cause_of_analysis FOREIGN KEY (municipality, problem_id, version) REFERENCES est.analysis(municipality, problem_id, version);


--
-- Name: cause cause_rests_on_evidence; Type: FK CONSTRAINT; Schema: est; Owner: -
--

ALTER TABLE ONLY est.cause
    ADD CONSTRAINT cause_rests_on_evidence FOREIGN KEY (municipality, problem_id, version, evidence) REFERENCES est.evidence(municipality, problem_id, version, number);


--
-- Name: coverage coverage_in_cycle; Type: FK CONSTRAINT; Schema: est; Owner: -
--

ALTER TABLE ONLY est.coverage
    ADD CONSTRAINT coverage_in_cycle FOREIGN KEY (municipality, cycle_id) REFERENCES est.cycle(municipality, id);


--
-- Name: coverage coverage_of_unit; Type: FK CONSTRAINT; Schema: est; Owner: -
--

ALTER TABLE ONLY est.coverage
    ADD CONSTRAINT coverage_of_unit FOREIGN KEY (municipality, unit_id) REFERENCES est.unit(municipality, id);


--
-- Name: cycle cycle_is_instance; Type: FK CONSTRAINT; Schema: est; Owner: -
--

ALTER TABLE ONLY est.cycle
    ADD CONSTRAINT cycle_is_instance FOREIGN KEY (municipality, id) REFERENCES est.instance(municipality, id) DEFERRABLE INITIALLY DEFERRED;


--
-- Name: cycle cycle_of_group; Type: FK CONSTRAINT; Schema: est; Owner: -
--

ALTER TABLE ONLY est.cycle
    ADD CONSTRAINT cycle_of_group FOREIGN KEY (municipality, group_id) REFERENCES est.est_group(municipality, id);


--
-- Name: decision decision_in_cycle; Type: FK CONSTRAINT; Schema: est; Owner: -
--

ALTER TABLE ONLY est.decision
    ADD CONSTRAINT decision_in_cycle FOREIGN KEY (municipality, cycle_id) REFERENCES est.cycle(municipality, id);


--
-- Name: est_group est_group_municipality_fkey; Type: FK CONSTRAINT; Schema: est; Owner: -
--

ALTER TABLE ONLY est.est_group
    ADD CONSTRAINT est_group_municipality_fkey FOREIGN KEY (municipality) REFERENCES est.municipality(municipality);


--
-- Name: evidence evidence_of_analysis; Type: FK CONSTRAINT; Schema: est; Owner: -
--

ALTER TABLE ONLY est.evidence
    ADD CONSTRAINT evidence_of_analysis FOREIGN KEY (municipality, problem_id, version) REFERENCES est.analysis(municipality, problem_id, version);


--
-- Name: incident incident_by_participant; Type: FK CONSTRAINT; Schema: est; Owner: -
--

ALTER TABLE est.incident
    ADD CONSTRAINT incident_by_participant FOREIGN KEY (municipality, reported_by) REFERENCES est.participant(municipality, id);


--
-- Name: incident incident_has_category; Type: FK CONSTRAINT; Schema: est; Owner: -
--

ALTER TABLE est.incident
    ADD CONSTRAINT incident_has_category FOREIGN KEY (municipality, category_version, category) REFERENCES est.category(municipality, version, code);


--
-- Name: incident incident_in_area; Type: FK CONSTRAINT; Schema: est; Owner: -
--

ALTER TABLE est.incident
    ADD CONSTRAINT incident_in_area FOREIGN KEY (municipality, area_id) REFERENCES est.area(municipality, id);


--
-- Name: incident incident_of_cycle; Type: FK CONSTRAINT; Schema: est; Owner: -
--

ALTER TABLE est.incident
    ADD CONSTRAINT incident_of_cycle FOREIGN KEY (municipality, cycle_id) REFERENCES est.cycle(municipality, id);


--
-- Name: incident incident_of_group; Type: FK CONSTRAINT; Schema: est; Owner: -
--

ALTER TABLE est.incident
    ADD CONSTRAINT incident_of_group FOREIGN KEY (municipality, group_id) REFERENCES est.est_group(municipality, id);


--
-- Name: incident incident_of_organisation; Type: FK CONSTRAINT; Schema: est; Owner: -
--

ALTER TABLE est.incident
    ADD CONSTRAINT incident_of_organisation FOREIGN KEY (municipality, organisation_id) REFERENCES est.organisation(municipality, id);


--
-- Name: incident incident_of_unit; Type: FK CONSTRAINT; Schema: est; Owner: -
--

ALTER TABLE est.incident
    ADD CONSTRAINT incident_of_unit FOREIGN KEY (municipality, unit_id) REFERENCES est.unit(municipality, id);


--
-- Name: instance instance_municipality_fkey; Type: FK CONSTRAINT; Schema: est; Owner: -
--

ALTER TABLE ONLY est.instance
    ADD CONSTRAINT instance_municipality_fkey FOREIGN KEY (municipality) REFERENCES est.municipality(municipality);


--
-- Name: instance instance_of_group; Type: FK CONSTRAINT; Schema: est; Owner: -
--

ALTER TABLE ONLY est.instance
    ADD CONSTRAINT instance_of_group FOREIGN KEY (municipality, group_id) REFERENCES est.est_group(municipality, id);


--
-- Name: instance instance_of_machine; Type: FK CONSTRAINT; Schema: est; Owner: -
--

ALTER TABLE ONLY est.instance
    ADD CONSTRAINT instance_of_machine FOREIGN KEY (machine, machine_version) REFERENCES est.machine(machine, version);


--
-- Name: log_head log_head_municipality_fkey; Type: FK CONSTRAINT; Schema: est; Owner: -
--

ALTER TABLE ONLY est.log_head
    ADD CONSTRAINT log_head_municipality_fkey FOREIGN KEY (municipality) REFERENCES est.municipality(municipality);


--
-- Name: machine_move machine_move_machine_version_fkey; Type: FK CONSTRAINT; Schema: est; Owner: -
--

ALTER TABLE ONLY est.machine_move
    ADD CONSTRAINT machine_move_machine_version_fkey FOREIGN KEY (machine, version) REFERENCES est.machine(machine, version);


--
-- Name: machine_move_role machine_move_role_machine_version_from_state_event_to_stat_fkey; Type: FK CONSTRAINT; Schema: est; Owner: -
--

ALTER TABLE ONLY est.machine_move_role
    ADD CONSTRAINT machine_move_role_machine_version_from_state_event_to_stat_fkey FOREIGN KEY (machine, version, from_state, event, to_state) REFERENCES est.machine_move(machine, version, from_state, event, to_state);


--
-- Name: nothing_to_report nothing_from_unit; Type: FK CONSTRAINT; Schema: est; Owner: -
--

ALTER TABLE ONLY est.nothing_to_report
    ADD CONSTRAINT nothing_from_unit FOREIGN KEY (municipality, unit_id) REFERENCES est.unit(municipality, id);


--
-- Name: nothing_to_report nothing_in_cycle; Type: FK CONSTRAINT; Schema: est; Owner: -
--

ALTER TABLE ONLY est.nothing_to_report
    ADD CONSTRAINT nothing_in_cycle FOREIGN KEY (municipality, cycle_id) REFERENCES est.cycle(municipality, id);


--
-- Name: nothing_to_report nothing_said_by; Type: FK CONSTRAINT; Schema: est; Owner: -
--

ALTER TABLE ONLY est.nothing_to_report
    ADD CONSTRAINT nothing_said_by FOREIGN KEY (municipality, said_by) REFERENCES est.participant(municipality, id);


--
-- Name: notice notice_of_transition; Type: FK CONSTRAINT; Schema: est; Owner: -
--

ALTER TABLE ONLY est.notice
    ADD CONSTRAINT notice_of_transition FOREIGN KEY (municipality, instance_id, revision) REFERENCES est.transition_log(municipality, instance_id, revision);


--
-- Name: notice notice_to_participant; Type: FK CONSTRAINT; Schema: est; Owner: -
--

ALTER TABLE ONLY est.notice
    ADD CONSTRAINT notice_to_participant FOREIGN KEY (municipality, participant_id) REFERENCES est.participant(municipality, id);


--
-- Name: organisation organisation_municipality_fkey; Type: FK CONSTRAINT; Schema: est; Owner: -
--

ALTER TABLE ONLY est.organisation
    ADD CONSTRAINT organisation_municipality_fkey FOREIGN KEY (municipality) REFERENCES est.municipality(municipality);


--
-- Name: outbox outbox_municipality_fkey; Type: FK CONSTRAINT; Schema: est; Owner: -
--

ALTER TABLE ONLY est.outbox
    ADD CONSTRAINT outbox_municipality_fkey FOREIGN KEY (municipality) REFERENCES est.municipality(municipality);


--
-- Name: problem_outcome outcome_of_problem; Type: FK CONSTRAINT; Schema: est; Owner: -
--

ALTER TABLE ONLY est.problem_outcome
    ADD CONSTRAINT outcome_of_problem FOREIGN KEY (municipality, problem_id) REFERENCES est.problem(municipality, id);


--
-- Name: problem_outcome outcome_of_transition; Type: FK CONSTRAINT; Schema: est; Owner: -
--

ALTER TABLE ONLY est.problem_outcome
    ADD CONSTRAINT outcome_of_transition FOREIGN KEY (municipality, problem_id, revision) REFERENCES est.transition_log(municipality, instance_id, revision) DEFERRABLE INITIALLY DEFERRED;


--
-- Name: participant participant_municipality_fkey; Type: FK CONSTRAINT; Schema: est; Owner: -
--

ALTER TABLE ONLY est.participant
    ADD CONSTRAINT participant_municipality_fkey FOREIGN KEY (municipality) REFERENCES est.municipality(municipality);


--
-- Name: participant participant_of_organisation; Type: FK CONSTRAINT; Schema: est; Owner: -
--

ALTER TABLE ONLY est.participant
    ADD CONSTRAINT participant_of_organisation FOREIGN KEY (municipality, organisation_id) REFERENCES est.organisation(municipality, id);


--
-- Name: picture picture_holds_known_head; Type: FK CONSTRAINT; Schema: est; Owner: -
--

ALTER TABLE ONLY est.picture
    ADD CONSTRAINT picture_holds_known_head FOREIGN KEY (municipality, log_head) REFERENCES est.log_head(municipality, number);


--
-- Name: picture picture_of_cycle; Type: FK CONSTRAINT; Schema: est; Owner: -
--

ALTER TABLE ONLY est.picture
    ADD CONSTRAINT picture_of_cycle FOREIGN KEY (municipality, cycle_id) REFERENCES est.cycle(municipality, id);


--
-- Name: picture picture_supersedes; Type: FK CONSTRAINT; Schema: est; Owner: -
--

ALTER TABLE ONLY est.picture
    ADD CONSTRAINT picture_supersedes FOREIGN KEY (municipality, cycle_id, supersedes) REFERENCES est.picture(municipality, cycle_id, version);


--
-- Name: area_piece piece_of_area; Type: FK CONSTRAINT; Schema: est; Owner: -
--

ALTER TABLE ONLY est.area_piece
    ADD CONSTRAINT piece_of_area FOREIGN KEY (municipality, area_id) REFERENCES est.area(municipality, id) ON DELETE CASCADE;


--
-- Name: priority priority_in_cycle; Type: FK CONSTRAINT; Schema: est; Owner: -
--

ALTER TABLE ONLY est.priority
    ADD CONSTRAINT priority_in_cycle FOREIGN KEY (municipality, cycle_id) REFERENCES est.cycle(municipality, id);


--
-- Name: priority priority_of_problem; Type: FK CONSTRAINT; Schema: est; Owner: -
--

ALTER TABLE ONLY est.priority
    ADD CONSTRAINT priority_of_problem FOREIGN KEY (municipality, problem_id) REFERENCES est.problem(municipality, id);


--
-- Name: problem problem_from_cycle; Type: FK CONSTRAINT; Schema: est; Owner: -
--

ALTER TABLE ONLY est.problem
    ADD CONSTRAINT problem_from_cycle FOREIGN KEY (municipality, cycle_id) REFERENCES est.cycle(municipality, id);


--
-- Name: problem problem_in_area; Type: FK CONSTRAINT; Schema: est; Owner: -
--

ALTER TABLE ONLY est.problem
    ADD CONSTRAINT problem_in_area FOREIGN KEY (municipality, area_id) REFERENCES est.area(municipality, id);


--
-- Name: problem problem_is_instance; Type: FK CONSTRAINT; Schema: est; Owner: -
--

ALTER TABLE ONLY est.problem
    ADD CONSTRAINT problem_is_instance FOREIGN KEY (municipality, id) REFERENCES est.instance(municipality, id) DEFERRABLE INITIALLY DEFERRED;


--
-- Name: problem problem_of_group; Type: FK CONSTRAINT; Schema: est; Owner: -
--

ALTER TABLE ONLY est.problem
    ADD CONSTRAINT problem_of_group FOREIGN KEY (municipality, group_id) REFERENCES est.est_group(municipality, id);


--
-- Name: refusal refusal_of_instance; Type: FK CONSTRAINT; Schema: est; Owner: -
--

ALTER TABLE ONLY est.refusal
    ADD CONSTRAINT refusal_of_instance FOREIGN KEY (municipality, instance_id) REFERENCES est.instance(municipality, id);


--
-- Name: problem_incident report_behind_problem; Type: FK CONSTRAINT; Schema: est; Owner: -
--

ALTER TABLE ONLY est.problem_incident
    ADD CONSTRAINT report_behind_problem FOREIGN KEY (municipality, problem_id) REFERENCES est.problem(municipality, id);


--
-- Name: problem_incident report_exists; Type: FK CONSTRAINT; Schema: est; Owner: -
--

ALTER TABLE ONLY est.problem_incident
    ADD CONSTRAINT report_exists FOREIGN KEY (municipality, incident_id) REFERENCES est.incident_key(municipality, id);


--
-- Name: participant_role role_in_group; Type: FK CONSTRAINT; Schema: est; Owner: -
--

ALTER TABLE ONLY est.participant_role
    ADD CONSTRAINT role_in_group FOREIGN KEY (municipality, group_id) REFERENCES est.est_group(municipality, id);


--
-- Name: transition_log role_may_say_event; Type: FK CONSTRAINT; Schema: est; Owner: -
--

ALTER TABLE ONLY est.transition_log
    ADD CONSTRAINT role_may_say_event FOREIGN KEY (machine, machine_version, from_state, event, to_state, actor_role) REFERENCES est.machine_move_role(machine, version, from_state, event, to_state, role);


--
-- Name: participant_role role_of_participant; Type: FK CONSTRAINT; Schema: est; Owner: -
--

ALTER TABLE ONLY est.participant_role
    ADD CONSTRAINT role_of_participant FOREIGN KEY (municipality, participant_id) REFERENCES est.participant(municipality, id);


--
-- Name: running_number running_number_municipality_fkey; Type: FK CONSTRAINT; Schema: est; Owner: -
--

ALTER TABLE ONLY est.running_number
    ADD CONSTRAINT running_number_municipality_fkey FOREIGN KEY (municipality) REFERENCES est.municipality(municipality);


--
-- Name: setting setting_municipality_fkey; Type: FK CONSTRAINT; Schema: est; Owner: -
--

ALTER TABLE ONLY est.setting
    ADD CONSTRAINT setting_municipality_fkey FOREIGN KEY (municipality) REFERENCES est.municipality(municipality);


--
-- Name: signature signature_on_analysis; Type: FK CONSTRAINT; Schema: est; Owner: -
--

ALTER TABLE ONLY est.signature
    ADD CONSTRAINT signature_on_analysis FOREIGN KEY (municipality, problem_id, version) REFERENCES est.analysis(municipality, problem_id, version);


--
-- Name: signature signed_by_participant; Type: FK CONSTRAINT; Schema: est; Owner: -
--

ALTER TABLE ONLY est.signature
    ADD CONSTRAINT signed_by_participant FOREIGN KEY (municipality, participant_id) REFERENCES est.participant(municipality, id);


--
-- Name: instance state_changes_only_through_log; Type: FK CONSTRAINT; Schema: est; Owner: -
--

ALTER TABLE ONLY est.instance
    ADD CONSTRAINT state_changes_only_through_log FOREIGN KEY (municipality, id, revision, state) REFERENCES est.transition_log(municipality, instance_id, revision, to_state) DEFERRABLE INITIALLY DEFERRED;


--
-- Name: chain_step step_of_analysis; Type: FK CONSTRAINT; Schema: est; Owner: -
--

ALTER TABLE ONLY est.chain_step
    ADD CONSTRAINT step_of_analysis FOREIGN KEY (municipality, problem_id, version) REFERENCES est.analysis(municipality, problem_id, version);


--
-- Name: timer timer_of_instance; Type: FK CONSTRAINT; Schema: est; Owner: -
--

ALTER TABLE ONLY est.timer
    ADD CONSTRAINT timer_of_instance FOREIGN KEY (municipality, instance_id) REFERENCES est.instance(municipality, id);


--
-- Name: transition_log transition_begins_where_last_ended; Type: FK CONSTRAINT; Schema: est; Owner: -
--

ALTER TABLE ONLY est.transition_log
    ADD CONSTRAINT transition_begins_where_last_ended FOREIGN KEY (municipality, instance_id, previous, from_state) REFERENCES est.transition_log(municipality, instance_id, revision, to_state);


--
-- Name: transition_log transition_by_participant; Type: FK CONSTRAINT; Schema: est; Owner: -
--

ALTER TABLE ONLY est.transition_log
    ADD CONSTRAINT transition_by_participant FOREIGN KEY (municipality, actor) REFERENCES est.participant(municipality, id);


--
-- Name: transition_log transition_is_listed; Type: FK CONSTRAINT; Schema: est; Owner: -
--

ALTER TABLE ONLY est.transition_log
    ADD CONSTRAINT transition_is_listed FOREIGN KEY (machine, machine_version, from_state, event, to_state) REFERENCES est.machine_move(machine, version, from_state, event, to_state);


--
-- Name: transition_log transition_log_municipality_fkey; Type: FK CONSTRAINT; Schema: est; Owner: -
--

ALTER TABLE ONLY est.transition_log
    ADD CONSTRAINT transition_log_municipality_fkey FOREIGN KEY (municipality) REFERENCES est.municipality(municipality);


--
-- Name: unit unit_of_group; Type: FK CONSTRAINT; Schema: est; Owner: -
--

ALTER TABLE ONLY est.unit
    ADD CONSTRAINT unit_of_group FOREIGN KEY (municipality, group_id) REFERENCES est.est_group(municipality, id);


--
-- Name: unit unit_of_organisation; Type: FK CONSTRAINT; Schema: est; Owner: -
--

ALTER TABLE ONLY est.unit
    ADD CONSTRAINT unit_of_organisation FOREIGN KEY (municipality, organisation_id) REFERENCES est.organisation(municipality, id);


--
-- Name: incident_version version_of_incident; Type: FK CONSTRAINT; Schema: est; Owner: -
--

ALTER TABLE ONLY est.incident_version
    ADD CONSTRAINT version_of_incident FOREIGN KEY (municipality, received_at, id) REFERENCES est.incident(municipality, received_at, id);


--
-- PostgreSQL database dump complete
--


