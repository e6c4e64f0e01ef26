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
-- Name: add_keys(text, timestamp with time zone, uuid, uuid, text, uuid[], uuid[], text[], text[], text[], bigint[]); Type: FUNCTION; Schema: est; Owner: -
--

CREATE FUNCTION est.add_keys(of_municipality text, at_time timestamp with time zone, of_organisation uuid, reporter uuid, of_register text, ids uuid[], groups uuid[], classes text[], reference_texts text[], numbers text[], prints bigint[]) RETURNS SETOF uuid
    LANGUAGE plpgsql SECURITY DEFINER
    SET search_path TO 'pg_catalog', 'est', 'public', 'pg_temp'
    SET enable_seqscan TO 'off'
    AS $_$
    declare
      added_to uuid[] := est.my_groups('{reporter,coordinator,administrator}');
      led uuid[] := est.my_groups('{coordinator,administrator}');
      is_own boolean := of_organisation = any (est.my_organisations());
      sees_all boolean := est.is_installer();
    begin
      if not sees_all then
        if reporter <> all (est.my_ids())
           or of_municipality <> all (est.my_municipalities('{reporter,coordinator,administrator}'))
           or exists (select from unnest(groups) g
             where g is null or g <> all (added_to) or not is_own and g <> all (led)) then
          raise exception 'new row violates row-level security policy for table "incident"'
            using errcode = 'insufficient_privilege';
        end if;
        if exists (select from unnest(numbers) n
            where n is not null and not exists (select from est.running_number r
              where r.municipality = of_municipality
                -- Reports of which not everyone may know have a series of their own.
                and r.subject = case when n ~ '-M' then 'authority-incident' else 'incident' end
                and case when n ~ '^[0-9]{4}-M?[1-9][0-9]{0,8}$' then r.year = left(n, 4)::integer
                  and translate(substr(n, 6), 'M', '')::integer <= r.last end)) then
          raise exception 'a report has the number that was drawn for it'
            using errcode = 'check_violation', constraint = 'incident_number_is_drawn';
        end if;
      end if;
      return query
        insert into est.incident_key (municipality, id, received_at, register, reference, number, source_print, group_id,
          organisation_id, reported_by, class, twin)
        select of_municipality, r.id, at_time, of_register, r.reference, r.number, r.print, r.group_id, of_organisation,
          reporter, r.class, coalesce(taken.last + 1, 0)
        from unnest(ids, groups, classes, reference_texts, numbers, prints)
          as r(id, group_id, class, reference, number, print)
        cross join lateral (
          select max(incident_key.twin) as last, bool_or(((incident_key.municipality = ANY (( SELECT est.my_municipalities() AS my_municipalities)::text[])) AND (((incident_key.class <> 'authority-only'::text) AND (incident_key.group_id = ANY (( SELECT est.my_groups('{participant,coordinator,policeLead,worker,administrator}'::text[]) AS my_groups)::uuid[]))) OR (incident_key.group_id = ANY (( SELECT est.my_authority_groups('{participant,coordinator,policeLead,worker}'::text[]) AS my_authority_groups)::uuid[])) OR ((incident_key.organisation_id = ANY (( SELECT est.my_organisations() AS my_organisations)::uuid[])) AND (incident_key.group_id = ANY (( SELECT est.my_groups('{reporter,participant,coordinator,policeLead}'::text[]) AS my_groups)::uuid[]))) OR (incident_key.reported_by = ANY (( SELECT est.my_ids() AS my_ids)::uuid[]))))) as is_known
          from est.incident_key
          where incident_key.municipality = of_municipality and incident_key.register = of_register
            and incident_key.reference = r.reference) taken
        where (taken.is_known or sees_all and taken.last is not null) is not true
        on conflict do nothing
        returning incident_key.id;
    end
    $_$;


--
-- Name: after_transition(); Type: FUNCTION; Schema: est; Owner: -
--

CREATE FUNCTION est.after_transition() RETURNS trigger
    LANGUAGE plpgsql SECURITY DEFINER
    SET search_path TO 'pg_catalog', 'est', 'public', 'pg_temp'
    AS $$
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


--
-- Name: annex_for(text, uuid, integer, uuid); Type: FUNCTION; Schema: est; Owner: -
--

CREATE FUNCTION est.annex_for(of_municipality text, of_cycle uuid, of_version integer, reader uuid) RETURNS bytea
    LANGUAGE plpgsql STABLE SECURITY DEFINER
    SET search_path TO 'pg_catalog', 'est', 'public', 'pg_temp'
    AS $$
begin
  if not est.is_installer() and reader <> all (est.my_ids()) or not exists (
      select from est.participant p
      join est.organisation o on (o.municipality, o.id) = (p.municipality, p.organisation_id)
      join est.participant_role r on (r.municipality, r.participant_id) = (p.municipality, p.id)
      join est.cycle c on (c.municipality, c.id, c.group_id) = (r.municipality, of_cycle, r.group_id)
      where p.municipality = of_municipality and p.id = reader and p.removed_at is null
        and o.kind in ('police', 'municipal')) then
    raise exception 'the annex is for police and municipality only'
      using errcode = 'insufficient_privilege', constraint = 'annex_is_for_authorities';
  end if;
  return (select a.content from est.picture_annex a
    where (a.municipality, a.cycle_id, a.version) = (of_municipality, of_cycle, of_version));
end
$$;


--
-- Name: answer_with_nothing(); Type: FUNCTION; Schema: est; Owner: -
--

CREATE FUNCTION est.answer_with_nothing() RETURNS trigger
    LANGUAGE plpgsql SECURITY DEFINER
    SET search_path TO 'pg_catalog', 'est', 'public', 'pg_temp'
    AS $$
begin
  insert into est.nothing_to_report (municipality, cycle_id, unit_id, at, said_by)
  values (new.municipality, new.cycle_id, new.unit_id, est.clock(), new.reported_by)
  on conflict do nothing;
  return null;
end
$$;


--
-- Name: areas_at(text, double precision[], double precision[], integer); Type: FUNCTION; Schema: est; Owner: -
--

CREATE FUNCTION est.areas_at(of_municipality text, xs double precision[], ys double precision[], srid integer) RETURNS SETOF uuid
    LANGUAGE plpgsql STABLE SECURITY DEFINER
    SET search_path TO 'pg_catalog', 'est', 'public', 'pg_temp'
    AS $$
begin
  if not est.is_installer() and of_municipality <> all (est.my_municipalities()) then
    return;
  end if;
  -- A subquery for each point, so that the index of the pieces is asked point by point.
  return query
    select (select p.area_id from est.area_piece p
      where p.municipality = of_municipality and st_intersects(p.geometry, q.point)
      order by p.name limit 1)
    from (select n, case when areas_at.srid = 3006 then st_setsrid(st_makepoint(x, y), 3006)
        else st_transform(st_setsrid(st_makepoint(x, y), areas_at.srid), 3006) end as point
      from unnest(xs, ys) with ordinality as given(x, y, n)) q
    order by q.n;
end
$$;


--
-- Name: before_outbox_change(); Type: FUNCTION; Schema: est; Owner: -
--

CREATE FUNCTION est.before_outbox_change() RETURNS trigger
    LANGUAGE plpgsql
    AS $$
begin
  new.recorded := nullif(case when new.state = 'sending' then new.attempts - 1 else new.attempts end, 0);
  new.ended_as := case when new.state not in ('created', 'sending') then new.state end;
  new.asked_after := case when new.state = 'created' then nullif(new.attempts, 0) end;
  if (new.municipality, new.id, new.kind, new.key, new.payload, new.requested_at)
     is distinct from (old.municipality, old.id, old.kind, old.key, old.payload, old.requested_at) then
    raise exception 'what leaves the database never changes what it is'
      using errcode = 'integrity_constraint_violation', constraint = 'outbox_stays_what_it_is';
  end if;
  -- What waits may be put off without being tried.
  if new.state = old.state and (new.attempts, new.attempts_before, new.claimed_at)
     is not distinct from (old.attempts, old.attempts_before, old.claimed_at)
     and old.state in ('created', 'sending', 'temporary-failure') then
    return new;
  end if;
  if not exists (select from est.outbox_move m where m.from_state = old.state and m.to_state = new.state) then
    raise exception 'the outbox knows no change from % to %', old.state, new.state
      using errcode = 'integrity_constraint_violation', constraint = 'outbox_change_is_listed';
  end if;
  if new.attempts <> old.attempts + (new.state = 'sending')::integer
     or new.attempts_before <> (case when new.state = 'created' then old.attempts else old.attempts_before end)
     or new.claimed_at is null then
    raise exception 'each claim is one attempt more, and only a claim is'
      using errcode = 'integrity_constraint_violation', constraint = 'attempts_only_count_up';
  end if;
  return new;
end
$$;


--
-- Name: before_outbox_request(); Type: FUNCTION; Schema: est; Owner: -
--

CREATE FUNCTION est.before_outbox_request() RETURNS trigger
    LANGUAGE plpgsql
    AS $_$
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
$_$;


--
-- Name: before_retention_hold(); Type: FUNCTION; Schema: est; Owner: -
--

CREATE FUNCTION est.before_retention_hold() RETURNS trigger
    LANGUAGE plpgsql SECURITY DEFINER
    SET search_path TO 'pg_catalog', 'est', 'public', 'pg_temp'
    AS $$
begin
  perform from est.municipality m where m.municipality = new.municipality for no key update;
  perform from est.retention_rule r where r.municipality = new.municipality
    and r.information = coalesce(new.information, r.information) order by r.information, r.number for no key update;
  if new.lifted_at is not null then
    raise exception 'a hold is lifted after it was placed'
      using errcode = 'check_violation', constraint = 'hold_is_placed_first';
  end if;
  new.number := coalesce((select max(h.number) from est.retention_hold h
    where h.municipality = new.municipality), 0) + 1;
  return new;
end
$$;


--
-- Name: before_retention_rule(); Type: FUNCTION; Schema: est; Owner: -
--

CREATE FUNCTION est.before_retention_rule() RETURNS trigger
    LANGUAGE plpgsql SECURITY DEFINER
    SET search_path TO 'pg_catalog', 'est', 'public', 'pg_temp'
    AS $$
begin
  perform from est.municipality m where m.municipality = new.municipality for no key update;
  if new.from_day <= est.today_in(new.municipality) then
    raise exception 'a retention rule begins tomorrow at the earliest'
      using errcode = 'check_violation', constraint = 'retention_begins_later';
  end if;
  new.number := coalesce((select max(r.number) from est.retention_rule r
    where (r.municipality, r.information) = (new.municipality, new.information)), 0) + 1;
  return new;
end
$$;


--
-- Name: before_transition(); Type: FUNCTION; Schema: est; Owner: -
--

CREATE FUNCTION est.before_transition() RETURNS trigger
    LANGUAGE plpgsql SECURITY DEFINER
    SET search_path TO 'pg_catalog', 'est', 'public', 'pg_temp'
    AS $$
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


--
-- Name: log_position(xid8); Type: FUNCTION; Schema: est; Owner: -
--

CREATE FUNCTION est.log_position(transaction xid8) RETURNS xid8
    LANGUAGE sql IMMUTABLE
    AS $$ select transaction $$;


SET default_tablespace = '';

SET default_table_access_method = heap;

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
    previous_hash bytea,
    hash bytea NOT NULL,
    written_in xid8 DEFAULT est.log_position(pg_current_xact_id()) NOT NULL
);

ALTER TABLE ONLY est.transition_log FORCE ROW LEVEL SECURITY;


--
-- Name: check_action(est.transition_log); Type: FUNCTION; Schema: est; Owner: -
--

CREATE FUNCTION est.check_action(l est.transition_log) RETURNS void
    LANGUAGE plpgsql
    AS $$
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


--
-- Name: check_agreement(est.transition_log); Type: FUNCTION; Schema: est; Owner: -
--

CREATE FUNCTION est.check_agreement(l est.transition_log) RETURNS void
    LANGUAGE plpgsql
    AS $$
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


--
-- Name: check_cycle(est.transition_log); Type: FUNCTION; Schema: est; Owner: -
--

CREATE FUNCTION est.check_cycle(l est.transition_log) RETURNS void
    LANGUAGE plpgsql
    AS $$
begin
  if l.to_state = 'concluded' and not exists (
      select from est.picture p
      where p.municipality = l.municipality and p.cycle_id = l.instance_id and p.adopted_at is not null) then
    raise exception 'a period is concluded only with an adopted picture'
      using errcode = 'integrity_constraint_violation', constraint = 'concluded_has_adopted_picture';
  end if;
end
$$;


--
-- Name: check_effect_plan(); Type: FUNCTION; Schema: est; Owner: -
--

CREATE FUNCTION est.check_effect_plan() RETURNS trigger
    LANGUAGE plpgsql SECURITY DEFINER
    SET search_path TO 'pg_catalog', 'est', 'public', 'pg_temp'
    AS $$
declare
  places text[];
begin
  perform from est.action a where (a.municipality, a.id) = (new.municipality, new.action_id) for no key update;
  select coalesce(array_agg(distinct a.place), '{}') into places from est.effect_plan_area a
  where (a.municipality, a.action_id, a.version) = (new.municipality, new.action_id, new.version);
  if not places @> '{target,control}'
     or ('displacement' = any (places)) <> ('displacement-control' = any (places)) then
    raise exception 'an effect is judged by an area and one to compare it with'
      using errcode = 'integrity_constraint_violation', constraint = 'effect_plan_compares';
  end if;
  return new;
end
$$;


--
-- Name: check_login(text, text, boolean); Type: FUNCTION; Schema: est; Owner: -
--

CREATE FUNCTION est.check_login(of_municipality text, of_login text, is_own_allowed boolean) RETURNS void
    LANGUAGE plpgsql STABLE SECURITY DEFINER
    SET search_path TO 'pg_catalog', 'est', 'pg_temp'
    AS $_$
begin
  -- Whoever set the schema up administers what is in it.
  if of_municipality <> all (est.my_municipalities('{administrator}'))
     and not (est.speaker() = session_user and pg_has_role(session_user, 'est_owner', 'member'))
     and not (is_own_allowed and of_login = est.speaker() and of_municipality = any (est.my_municipalities())) then
    raise exception 'only an administrator of the municipality gives and takes logins'
      using errcode = 'insufficient_privilege', constraint = 'login_by_administrator';
  end if;
  if of_login !~ '^[0-9]{4}_[a-z0-9_-]{1,50}$' or left(of_login, 4) <> of_municipality then
    raise exception 'a login is called after its municipality'
      using errcode = 'check_violation', constraint = 'login_is_participant';
  end if;
end
$_$;


--
-- Name: check_problem(est.transition_log); Type: FUNCTION; Schema: est; Owner: -
--

CREATE FUNCTION est.check_problem(l est.transition_log) RETURNS void
    LANGUAGE plpgsql
    AS $$
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


--
-- Name: check_promises(est.transition_log); Type: FUNCTION; Schema: est; Owner: -
--

CREATE FUNCTION est.check_promises(l est.transition_log) RETURNS void
    LANGUAGE plpgsql
    AS $$
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


--
-- Name: check_public_release(); Type: FUNCTION; Schema: est; Owner: -
--

CREATE FUNCTION est.check_public_release() RETURNS trigger
    LANGUAGE plpgsql SECURITY DEFINER
    SET search_path TO 'pg_catalog', 'est', 'public', 'pg_temp'
    AS $$
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


--
-- Name: check_signature(); Type: FUNCTION; Schema: est; Owner: -
--

CREATE FUNCTION est.check_signature() RETURNS trigger
    LANGUAGE plpgsql SECURITY DEFINER
    SET search_path TO 'pg_catalog', 'est', 'public', 'pg_temp'
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
-- Name: check_statutory_picture(est.transition_log); Type: FUNCTION; Schema: est; Owner: -
--

CREATE FUNCTION est.check_statutory_picture(l est.transition_log) RETURNS void
    LANGUAGE plpgsql
    AS $$
begin
  if l.event = 'adopt' and not exists (select from est.statutory_picture p
      where (p.municipality, p.id) = (l.municipality, l.instance_id)
        and coalesce(p.action_plan, p.no_plan_because) is not null and p.adopted_on is not null) then
    raise exception 'a statutory picture is adopted with an action plan, or with the reason why there is none'
      using errcode = 'integrity_constraint_violation', constraint = 'plan_or_reason_given';
  end if;
end
$$;


--
-- Name: check_walk(est.transition_log); Type: FUNCTION; Schema: est; Owner: -
--

CREATE FUNCTION est.check_walk(l est.transition_log) RETURNS void
    LANGUAGE plpgsql
    AS $$
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


--
-- Name: check_withdrawal(); Type: FUNCTION; Schema: est; Owner: -
--

CREATE FUNCTION est.check_withdrawal() RETURNS trigger
    LANGUAGE plpgsql SECURITY DEFINER
    SET search_path TO 'pg_catalog', 'est', 'public', 'pg_temp'
    AS $$
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


--
-- Name: clock(); Type: FUNCTION; Schema: est; Owner: -
--

CREATE FUNCTION est.clock() RETURNS timestamp with time zone
    LANGUAGE plpgsql STABLE SECURITY DEFINER PARALLEL SAFE
    SET search_path TO 'pg_catalog', 'est', 'public', 'pg_temp'
    AS $$
begin
  return (select p.at from est.present p);
end
$$;


--
-- Name: cut_area(); Type: FUNCTION; Schema: est; Owner: -
--

CREATE FUNCTION est.cut_area() RETURNS trigger
    LANGUAGE plpgsql SECURITY DEFINER
    SET search_path TO 'pg_catalog', 'est', 'public', 'pg_temp'
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
-- Name: date_export(); Type: FUNCTION; Schema: est; Owner: -
--

CREATE FUNCTION est.date_export() RETURNS trigger
    LANGUAGE plpgsql
    AS $$
begin
  new.at := est.clock();
  return new;
end
$$;


--
-- Name: disposable(); Type: FUNCTION; Schema: est; Owner: -
--

CREATE FUNCTION est.disposable() RETURNS TABLE(information text, relation text, fields text[], source text, keys text[], since text, happened text, area text)
    LANGUAGE sql IMMUTABLE
    AS $$
  values
    ('reports', 'incident', '{place,assessment,text,reasons,review_reason}'::text[], 'est.incident t',
      '{received_at,id}'::text[], 't.received_at', 't.occurred_from', 't.area_id'),
    ('reports', 'incident_version', '{content,reason}', 'est.incident_version t join est.incident i
      on (i.municipality, i.received_at, i.id) = (t.municipality, t.received_at, t.id)',
      '{received_at,id,version}', 't.received_at', 'i.occurred_from', 'i.area_id'),
    ('reports', 'redaction', '{reason}', 'est.redaction t join est.incident i
      on (i.municipality, i.received_at, i.id) = (t.municipality, t.received_at, t.id)',
      '{received_at,id,redacted_in}', 't.received_at', 'i.occurred_from', 'i.area_id'),
    ('casework', 'problem', '{title,statement}', 'est.problem t', '{id}',
      'est.ended_at(t.municipality, t.id, ''{resolved,dismissed}'')', null, 't.area_id'),
    ('casework', 'analysis', '{statement,left_out}', null, '{problem_id,version}', null, null, null),
    ('casework', 'evidence', '{text,source}', null, '{problem_id,version,number}', null, null, null),
    ('casework', 'cause', '{text}', null, '{problem_id,version,number}', null, null, null),
    ('casework', 'chain_step', '{text}', null, '{problem_id,version,number}', null, null, null),
    ('casework', 'problem_outcome', '{result,lesson}', null, '{problem_id,revision}', null, null, null),
    ('casework', 'action',
      '{title,goal,baseline,no_baseline,expected_effect,production,process,result,lesson,effect}', 'est.action t
      left join est.problem p on (p.municipality, p.id) = (t.municipality, t.problem_id)', '{id}',
      'est.ended_at(t.municipality, t.id, ''{evaluated,cancelled}'')', null, 'p.area_id'),
    ('meetings', 'decision', '{text}', 'est.decision t', '{cycle_id,number}',
      'est.ended_at(t.municipality, t.cycle_id, ''{concluded,skipped,missed}'')', null, 'null::uuid'),
    ('meetings', 'area_score', '{reason}', 'est.area_score t', '{group_id,period,area_id,number}',
      't.scored_at', null, 't.area_id'),
    ('walks', 'walk_point', '{text,cannot_because,outcome}', 'est.walk_point t
      join est.safety_walk w on (w.municipality, w.id) = (t.municipality, t.walk_id)', '{walk_id,number}',
      'est.ended_at(t.municipality, t.walk_id, ''{followedUp,cancelled}'')', null, 'w.area_id'),
    ('mail', 'outbox_attempt', '{said}', 'est.outbox_attempt t', '{outbox_id,attempt}', 't.ended_at', null,
      'null::uuid'),
    ('addresses', 'participant_address', '{address}', 'est.participant_address t join est.participant p
      on (p.municipality, p.id) = (t.municipality, t.participant_id)', '{participant_id}', 'p.removed_at', null,
      'null::uuid')
$$;


--
-- Name: dispose(text, text, integer); Type: FUNCTION; Schema: est; Owner: -
--

CREATE FUNCTION est.dispose(of_municipality text, of_information text, at_most integer) RETURNS bigint
    LANGUAGE plpgsql SECURITY DEFINER
    SET enable_seqscan TO 'off'
    SET enable_hashjoin TO 'off'
    SET enable_mergejoin TO 'off'
    SET search_path TO 'pg_catalog', 'est', 'public', 'pg_temp'
    AS $_$
declare
  today    constant date := est.today_in(of_municipality);
  zone     constant text := est.zone_of(of_municipality);
  in_force est.retention_rule;
  part     record;
  due      text;
  -- A month's end is drawn in by as much as three days and a zone by one: the exact day is asked beside it.
  before   timestamptz;
  is_due   boolean;
  disposed bigint;
  earliest date;
  latest   date;
  total    bigint := 0;
begin
  if of_municipality <> all (est.my_municipalities('{worker}'))
     and not (current_setting('role') = 'none' and pg_has_role(session_user, 'est_engine', 'member')) then
    raise exception 'only the worker of the municipality disposes'
      using errcode = 'insufficient_privilege', constraint = 'disposal_by_worker';
  end if;
  select r.* into in_force from est.retention_rule r
  where r.municipality = of_municipality and r.information = of_information and r.from_day <= today
  order by r.number desc limit 1 for share;
  if in_force.months is null then
    return 0;
  end if;
  before := (today - make_interval(months => in_force.months, days => in_force.days) + interval '6 days')
    at time zone zone;
  for part in select p.* from est.information_part() p where p.information = of_information loop
    exit when total >= at_most;
    due := format('from %s where t.municipality = $1 and (%s) and %s < $4
        and (%s + make_interval(months => $5, days => $6))::date <= $7 and not %s',
      part.source, part.texts, part.since, part.day, part.held);
    execute 'select exists (select ' || due || ')' into is_due
    using of_municipality, zone, of_information, before, in_force.months, in_force.days, today;
    continue when not is_due;
    insert into est.disposal as d (municipality, information, day, rule, items, disposed_in)
    values (of_municipality, of_information, today, in_force.number, 0, pg_current_xact_id())
    on conflict on constraint disposal_pkey do update set disposed_in = excluded.disposed_in;
    execute format('with due as materialized (
          select %1$s, %3$s as counted_from %4$s limit $8 for update of t skip locked),
        done as (
          update est.%5$I t set %6$s from due where t.municipality = $1 and (%1$s) = (%2$s)
          returning due.counted_from)
        select count(*), min(counted_from), max(counted_from) from done',
      (select string_agg(format('t.%I', k), ', ') from unnest(part.keys) k),
      (select string_agg(format('due.%I', k), ', ') from unnest(part.keys) k),
      part.day, due, part.relation, part.marks)
    into disposed, earliest, latest
    using of_municipality, zone, of_information, before, in_force.months, in_force.days, today, at_most - total;
    -- A report is one, with all its versions.
    update est.disposal d
    set items = d.items + case when part.relation in ('incident_version', 'redaction') then 0 else disposed end,
      first_day = least(d.first_day, earliest), last_day = greatest(d.last_day, latest), disposed_in = null
    where (d.municipality, d.information, d.day, d.rule) = (of_municipality, of_information, today, in_force.number);
    total := total + disposed;
  end loop;
  return total;
end
$_$;


--
-- Name: drop_login(text, text); Type: FUNCTION; Schema: est; Owner: -
--

CREATE FUNCTION est.drop_login(of_municipality text, of_login text) RETURNS void
    LANGUAGE plpgsql SECURITY DEFINER
    SET search_path TO 'pg_catalog', 'est', 'pg_temp'
    AS $$
begin
  perform est.check_login(of_municipality, of_login, false);
  if of_login = est.speaker() then
    raise exception 'nobody takes their own login' using errcode = 'check_violation', constraint = 'login_is_others';
  end if;
  if exists (select from pg_roles where rolname = of_login and pg_has_role(oid, 'est_member', 'member')) then
    execute format('alter role %I nologin', of_login);
    perform pg_terminate_backend(a.pid) from pg_stat_activity a where a.usename = of_login;
    execute format('drop role %I', of_login);
  end if;
  -- Who logged in while a login went has a session and no login. It may do nothing any more, and ends with the next call.
  perform pg_terminate_backend(a.pid) from pg_stat_activity a
  where a.usesysid is not null and not exists (select from pg_roles r where r.oid = a.usesysid);
end
$$;


--
-- Name: end_occurrence(est.transition_log); Type: FUNCTION; Schema: est; Owner: -
--

CREATE FUNCTION est.end_occurrence(l est.transition_log) RETURNS void
    LANGUAGE plpgsql
    AS $$
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


--
-- Name: ended_at(text, uuid, text[]); Type: FUNCTION; Schema: est; Owner: -
--

CREATE FUNCTION est.ended_at(of_municipality text, instance uuid, ends text[]) RETURNS timestamp with time zone
    LANGUAGE plpgsql STABLE SECURITY DEFINER
    SET search_path TO 'pg_catalog', 'est', 'public', 'pg_temp'
    AS $$
begin
  return (
    select max(l.at) from est.instance i
    join est.transition_log l on (l.municipality, l.instance_id, l.to_state) = (i.municipality, i.id, i.state)
      and l.from_state <> l.to_state
    where i.municipality = of_municipality and i.id = instance and i.state = any (ends));
end
$$;


--
-- Name: fill_share(); Type: FUNCTION; Schema: est; Owner: -
--

CREATE FUNCTION est.fill_share() RETURNS trigger
    LANGUAGE plpgsql SECURITY DEFINER
    SET search_path TO 'pg_catalog', 'est', 'public', 'pg_temp'
    AS $$
begin
  if not exists (select from est.municipality m where m.municipality = new.to_municipality) then
    raise exception 'there is no such municipality here'
      using errcode = 'foreign_key_violation', constraint = 'share_receiver_is_known';
  end if;
  if new.kind = 'picture' then
    select p.content, c.label into new.content, new.period
    from est.picture p join est.cycle c on (c.municipality, c.id) = (p.municipality, p.cycle_id)
    where (p.municipality, p.cycle_id, p.version) = (new.municipality, new.cycle_id, new.version)
      and c.group_id = new.group_id and p.adopted_at is not null;
  else
    select r.content into new.content from est.public_release r
    where (r.municipality, r.period, r.version) = (new.municipality, new.period, new.version);
  end if;
  if not found then
    raise exception 'what is shared has been adopted or released'
      using errcode = 'foreign_key_violation', constraint = 'share_is_of_what_is_adopted';
  end if;
  new.offered_at := est.clock();
  new.withdrawn_at := null;
  new.withdrawn_by := null;
  new.withdrawn_because := null;
  return new;
end
$$;


--
-- Name: first_personal_data(text); Type: FUNCTION; Schema: est; Owner: -
--

CREATE FUNCTION est.first_personal_data(said text, OUT kind text, OUT place integer) RETURNS record
    LANGUAGE plpgsql IMMUTABLE
    AS $$
declare
  kinds    constant text[] := array[
    'personal-number', 'personal-number', 'phone-number', 'phone-number', 'phone-number', 'phone-number', 'phone-number', 'phone-number', 'phone-number', 'phone-number', 'personal-number', 'personal-number', 'email-address', 'vehicle-plate', 'vehicle-plate', 'vehicle-plate', 'vehicle-plate'];
  hints    constant text[] := array[
    '(?:[0-9][^0-9]{0,3}){7}[0-9]',
    '(?:[0-9][^0-9]{0,3}){7}[0-9]',
    '(?:[0-9][^0-9]{0,3}){7}[0-9]',
    '(?:[0-9][^0-9]{0,3}){7}[0-9]',
    '(?:[0-9][^0-9]{0,3}){7}[0-9]',
    '(?:[0-9][^0-9]{0,3}){7}[0-9]',
    '(?:[0-9][^0-9]{0,3}){7}[0-9]',
    '(?:[0-9][^0-9]{0,3}){7}[0-9]',
    '(?:[0-9][^0-9]{0,3}){7}[0-9]',
    '[nN][oO][lL][lL]',
    '(?:(?:[nN][oO][lL][lL]|[eE][tT][tT]|[eE][nN]|[tT][vV][^ -~]|[tT][rR][eE]|[fF][yY][rR][aA]|[fF][eE][mM]|[sS][eE][xX]|[sS][jJ][uU]|[^ -~][tT][tT][aA]|[nN][iI][oO])[ ,.-]{1,3}){2}(?:[nN][oO][lL][lL]|[eE][tT][tT]|[eE][nN]|[tT][vV][^ -~]|[tT][rR][eE]|[fF][yY][rR][aA]|[fF][eE][mM]|[sS][eE][xX]|[sS][jJ][uU]|[^ -~][tT][tT][aA]|[nN][iI][oO])',
    '(?:(?:[nN][oO][lL][lL]|[eE][tT][tT]|[eE][nN]|[tT][vV][^ -~]|[tT][rR][eE]|[fF][yY][rR][aA]|[fF][eE][mM]|[sS][eE][xX]|[sS][jJ][uU]|[^ -~][tT][tT][aA]|[nN][iI][oO])[ ,.-]{1,3}){2}(?:[nN][oO][lL][lL]|[eE][tT][tT]|[eE][nN]|[tT][vV][^ -~]|[tT][rR][eE]|[fF][yY][rR][aA]|[fF][eE][mM]|[sS][eE][xX]|[sS][jJ][uU]|[^ -~][tT][tT][aA]|[nN][iI][oO])',
    '@|[([{][aAsS]|[sS][nN][aA][bB][eE][lL]',
    '[0-9]{2}[0-9A-Za-z](?<=[A-Za-z]{3}[ -]{0,3}[0-9]{2}[0-9A-Za-z])',
    '[0-9]{2}[0-9A-Za-z](?<=[A-Za-z]{3}[ -]{0,3}[0-9]{2}[0-9A-Za-z])',
    '[0-9]{2}[0-9A-Za-z](?<=[A-Za-z]{3}[ -]{0,3}[0-9]{2}[0-9A-Za-z])',
    '(?:[A-Z][ -]){3}[0-9]'];
  patterns constant text[] := array[
    '(?<![0-9])[0-9](?:(?: {1,3}| ?[-+/_()] ?|[.])?[0-9]){9}(?![0-9])',
    '(?<![0-9])(?:1(?: {1,3}| ?[-+/_()] ?|[.])?[89]|2(?: {1,3}| ?[-+/_()] ?|[.])?0)(?:(?: {1,3}| ?[-+/_()] ?|[.])?[0-9]){10}(?![0-9])',
    '\+(?<![0-9]\+)(?<!(?:^|[^A-Za-z\u0001])(?:[bB][eE][tT][eE][cC][kK][nN][iI][nN][gG]|[dD][iI][aA][rR][iI][eE][nN][rR]|[dD][iI][aA][rR][iI][eE][nN][uU][mM][mM][eE][rR]|[dD][nN][rR]|[rR][eE][fF]|[rR][eE][fF][eE][rR][eE][nN][sS]|\u0001[rR][eE][nN][dD][eE]|\u0001[rR][eE][nN][dD][eE][nN][rR]|\u0001[rR][eE][nN][dD][eE][nN][uU][mM][mM][eE][rR])[^0-9A-Za-z\u0001]{0,2}\+)4(?: {1,3}| ?[-/_()] ?|[.])?6(?:(?: {1,3}| ?[-/_()] ?|[.])?0)*(?: {1,3}| ?[-/_()] ?|[.])?(?:7(?: {1,3}| ?[-/_()] ?|[.])?[02369](?:(?: {1,3}| ?[-/_()] ?|[.])?[0-9]){7}|(?!7(?: {1,3}| ?[-/_()] ?|[.])?[02369])[1-9](?:(?: {1,3}| ?[-/_()] ?|[.])?[0-9]){6,8})(?![0-9]| ?[-+/_)] ?[0-9]|[.][0-9])',
    '\+(?<![0-9]\+)(?<!(?:^|[^A-Za-z\u0001])(?:[bB][eE][tT][eE][cC][kK][nN][iI][nN][gG]|[dD][iI][aA][rR][iI][eE][nN][rR]|[dD][iI][aA][rR][iI][eE][nN][uU][mM][mM][eE][rR]|[dD][nN][rR]|[rR][eE][fF]|[rR][eE][fF][eE][rR][eE][nN][sS]|\u0001[rR][eE][nN][dD][eE]|\u0001[rR][eE][nN][dD][eE][nN][rR]|\u0001[rR][eE][nN][dD][eE][nN][uU][mM][mM][eE][rR])[^0-9A-Za-z\u0001]{0,2}\+)(?!4(?: {1,3}| ?[-/_()] ?|[.])?6)[1-9](?:(?: {1,3}| ?[-/_()] ?|[.])?[0-9]){7,14}(?![0-9]| ?[-+/_)] ?[0-9]|[.][0-9])',
    '0(?<![0-9][-+./_()]?0)(?:(?<![0-9A-Za-z\u0001]0)(?<!(?:^|[^A-Za-z\u0001])(?:[bB][eE][tT][eE][cC][kK][nN][iI][nN][gG]|[dD][iI][aA][rR][iI][eE][nN][rR]|[dD][iI][aA][rR][iI][eE][nN][uU][mM][mM][eE][rR]|[dD][nN][rR]|[rR][eE][fF]|[rR][eE][fF][eE][rR][eE][nN][sS]|\u0001[rR][eE][nN][dD][eE]|\u0001[rR][eE][nN][dD][eE][nN][rR]|\u0001[rR][eE][nN][dD][eE][nN][uU][mM][mM][eE][rR])[^0-9A-Za-z\u0001]{1,3}0)|(?<=(?:^|[^A-Za-z\u0001])(?:[mM]|[mM][oO][bB]|[mM][oO][bB][iI][lL]|[nN][rR]|[rR][iI][nN][gG]|[tT]|[tT][eE][lL]|[tT][eE][lL][eE]|[tT][eE][lL][eE][fF][oO][nN]|[tT][fF][nN])0))(?: {1,3}| ?[-/_()] ?|[.])?0(?: {1,3}| ?[-/_()] ?|[.])?4(?: {1,3}| ?[-/_()] ?|[.])?6(?:(?: {1,3}| ?[-/_()] ?|[.])?0)*(?: {1,3}| ?[-/_()] ?|[.])?(?:7(?: {1,3}| ?[-/_()] ?|[.])?[02369](?:(?: {1,3}| ?[-/_()] ?|[.])?[0-9]){7}|(?!7(?: {1,3}| ?[-/_()] ?|[.])?[02369])[1-9](?:(?: {1,3}| ?[-/_()] ?|[.])?[0-9]){6,8})(?![0-9]| ?[-+/_)] ?[0-9]|[.][0-9])',
    '0(?<![0-9][-+./_()]?0)(?:(?<![0-9A-Za-z\u0001]0)(?<!(?:^|[^A-Za-z\u0001])(?:[bB][eE][tT][eE][cC][kK][nN][iI][nN][gG]|[dD][iI][aA][rR][iI][eE][nN][rR]|[dD][iI][aA][rR][iI][eE][nN][uU][mM][mM][eE][rR]|[dD][nN][rR]|[rR][eE][fF]|[rR][eE][fF][eE][rR][eE][nN][sS]|\u0001[rR][eE][nN][dD][eE]|\u0001[rR][eE][nN][dD][eE][nN][rR]|\u0001[rR][eE][nN][dD][eE][nN][uU][mM][mM][eE][rR])[^0-9A-Za-z\u0001]{1,3}0)|(?<=(?:^|[^A-Za-z\u0001])(?:[mM]|[mM][oO][bB]|[mM][oO][bB][iI][lL]|[nN][rR]|[rR][iI][nN][gG]|[tT]|[tT][eE][lL]|[tT][eE][lL][eE]|[tT][eE][lL][eE][fF][oO][nN]|[tT][fF][nN])0))(?:7[02369][0-9]{7}|(?!7[02369])[1-9][0-9]{6,8})(?![0-9]| ?[-+/_)] ?[0-9]|[.][0-9])',
    '0(?<![0-9][-+./_()]?0)(?:(?<![0-9A-Za-z\u0001]0)(?<!(?:^|[^A-Za-z\u0001])(?:[bB][eE][tT][eE][cC][kK][nN][iI][nN][gG]|[dD][iI][aA][rR][iI][eE][nN][rR]|[dD][iI][aA][rR][iI][eE][nN][uU][mM][mM][eE][rR]|[dD][nN][rR]|[rR][eE][fF]|[rR][eE][fF][eE][rR][eE][nN][sS]|\u0001[rR][eE][nN][dD][eE]|\u0001[rR][eE][nN][dD][eE][nN][rR]|\u0001[rR][eE][nN][dD][eE][nN][uU][mM][mM][eE][rR])[^0-9A-Za-z\u0001]{1,3}0)|(?<=(?:^|[^A-Za-z\u0001])(?:[mM]|[mM][oO][bB]|[mM][oO][bB][iI][lL]|[nN][rR]|[rR][iI][nN][gG]|[tT]|[tT][eE][lL]|[tT][eE][lL][eE]|[tT][eE][lL][eE][fF][oO][nN]|[tT][fF][nN])0))(?: {1,3}| ?[-/_()] ?|[.])(?:7(?: {1,3}| ?[-/_()] ?|[.])[02369](?:(?: {1,3}| ?[-/_()] ?|[.])[0-9]){7}|(?!7(?: {1,3}| ?[-/_()] ?|[.])[02369])[1-9](?:(?: {1,3}| ?[-/_()] ?|[.])[0-9]){6,8})(?![0-9]| ?[-+/_)] ?[0-9]|[.][0-9])',
    '0(?<![0-9][-+./_()]?0)(?:(?<![0-9A-Za-z\u0001]0)(?<!(?:^|[^A-Za-z\u0001])(?:[bB][eE][tT][eE][cC][kK][nN][iI][nN][gG]|[dD][iI][aA][rR][iI][eE][nN][rR]|[dD][iI][aA][rR][iI][eE][nN][uU][mM][mM][eE][rR]|[dD][nN][rR]|[rR][eE][fF]|[rR][eE][fF][eE][rR][eE][nN][sS]|\u0001[rR][eE][nN][dD][eE]|\u0001[rR][eE][nN][dD][eE][nN][rR]|\u0001[rR][eE][nN][dD][eE][nN][uU][mM][mM][eE][rR])[^0-9A-Za-z\u0001]{1,3}0)|(?<=(?:^|[^A-Za-z\u0001])(?:[mM]|[mM][oO][bB]|[mM][oO][bB][iI][lL]|[nN][rR]|[rR][iI][nN][gG]|[tT]|[tT][eE][lL]|[tT][eE][lL][eE]|[tT][eE][lL][eE][fF][oO][nN]|[tT][fF][nN])0))(?:7(?: {1,3}| ?[-/_()] ?|[.])[02369](?:(?:(?: {1,3})?[0-9]){7,7}|(?:(?: ?- ?)?[0-9]){7,7}|(?:(?:[.])?[0-9]){7,7}|(?:(?: ?/ ?)?[0-9]){7,7}|(?:(?: ?_ ?)?[0-9]){7,7})|7[02369](?: {1,3}| ?[-/_()] ?|[.])[0-9](?:(?:(?: {1,3})?[0-9]){6,6}|(?:(?: ?- ?)?[0-9]){6,6}|(?:(?:[.])?[0-9]){6,6}|(?:(?: ?/ ?)?[0-9]){6,6}|(?:(?: ?_ ?)?[0-9]){6,6})|7[02369][0-9](?: {1,3}| ?[-/_()] ?|[.])[0-9](?:(?:(?: {1,3})?[0-9]){5,5}|(?:(?: ?- ?)?[0-9]){5,5}|(?:(?:[.])?[0-9]){5,5}|(?:(?: ?/ ?)?[0-9]){5,5}|(?:(?: ?_ ?)?[0-9]){5,5}))(?![0-9]| ?[-+/_)] ?[0-9]|[.][0-9])',
    '0(?<![0-9][-+./_()]?0)(?:(?<![0-9A-Za-z\u0001]0)(?<!(?:^|[^A-Za-z\u0001])(?:[bB][eE][tT][eE][cC][kK][nN][iI][nN][gG]|[dD][iI][aA][rR][iI][eE][nN][rR]|[dD][iI][aA][rR][iI][eE][nN][uU][mM][mM][eE][rR]|[dD][nN][rR]|[rR][eE][fF]|[rR][eE][fF][eE][rR][eE][nN][sS]|\u0001[rR][eE][nN][dD][eE]|\u0001[rR][eE][nN][dD][eE][nN][rR]|\u0001[rR][eE][nN][dD][eE][nN][uU][mM][mM][eE][rR])[^0-9A-Za-z\u0001]{1,3}0)|(?<=(?:^|[^A-Za-z\u0001])(?:[mM]|[mM][oO][bB]|[mM][oO][bB][iI][lL]|[nN][rR]|[rR][iI][nN][gG]|[tT]|[tT][eE][lL]|[tT][eE][lL][eE]|[tT][eE][lL][eE][fF][oO][nN]|[tT][fF][nN])0))(?![1-9](?: {1,3}| ?[-/_()] ?|[.])(?:0[1-9]|1[0-2])(?: {1,3}| ?[-/_()] ?|[.])(?:19|20)[0-9]{2}(?![0-9]))(?!7(?: {1,3}| ?[-/_()] ?|[.])?[02369])(?:[1-9](?: {1,3}| ?[-/_()] ?|[.])[0-9](?:(?:(?: {1,3})?[0-9]){5,7}|(?:(?: ?- ?)?[0-9]){5,7}|(?:(?:[.])?[0-9]){5,7}|(?:(?: ?/ ?)?[0-9]){5,7}|(?:(?: ?_ ?)?[0-9]){5,7})|[1-9][0-9](?: {1,3}| ?[-/_()] ?|[.])[0-9](?:(?:(?: {1,3})?[0-9]){4,6}|(?:(?: ?- ?)?[0-9]){4,6}|(?:(?:[.])?[0-9]){4,6}|(?:(?: ?/ ?)?[0-9]){4,6}|(?:(?: ?_ ?)?[0-9]){4,6})|[1-9][0-9]{2}(?: {1,3}| ?[-/_()] ?|[.])[0-9](?:(?:(?: {1,3})?[0-9]){4,5}|(?:(?: ?- ?)?[0-9]){4,5}|(?:(?:[.])?[0-9]){4,5}|(?:(?: ?/ ?)?[0-9]){4,5}|(?:(?: ?_ ?)?[0-9]){4,5}))(?![0-9]| ?[-+/_)] ?[0-9]|[.][0-9])',
    '(?<![A-Za-z\u0001])[nN][oO][lL][lL](?:[ ,.-]{0,3}(?:[0-9]|(?:[nN][oO][lL][lL]|[eE][tT][tT]|[eE][nN]|[tT][vV]\u0001|[tT][rR][eE]|[fF][yY][rR][aA]|[fF][eE][mM]|[sS][eE][xX]|[sS][jJ][uU]|\u0001[tT][tT][aA]|[nN][iI][oO]))){7,9}(?![0-9A-Za-z\u0001])',
    '(?<![A-Za-z\u0001])(?:[nN][oO][lL][lL]|[eE][tT][tT]|[eE][nN]|[tT][vV]\u0001|[tT][rR][eE]|[fF][yY][rR][aA]|[fF][eE][mM]|[sS][eE][xX]|[sS][jJ][uU]|\u0001[tT][tT][aA]|[nN][iI][oO])(?:[ ,.-]{1,3}(?:[nN][oO][lL][lL]|[eE][tT][tT]|[eE][nN]|[tT][vV]\u0001|[tT][rR][eE]|[fF][yY][rR][aA]|[fF][eE][mM]|[sS][eE][xX]|[sS][jJ][uU]|\u0001[tT][tT][aA]|[nN][iI][oO])){9}(?![A-Za-z\u0001])',
    '(?<![A-Za-z\u0001])(?:[nN][oO][lL][lL]|[eE][tT][tT]|[eE][nN]|[tT][vV]\u0001|[tT][rR][eE]|[fF][yY][rR][aA]|[fF][eE][mM]|[sS][eE][xX]|[sS][jJ][uU]|\u0001[tT][tT][aA]|[nN][iI][oO])(?:[ ,.-]{1,3}(?:[nN][oO][lL][lL]|[eE][tT][tT]|[eE][nN]|[tT][vV]\u0001|[tT][rR][eE]|[fF][yY][rR][aA]|[fF][eE][mM]|[sS][eE][xX]|[sS][jJ][uU]|\u0001[tT][tT][aA]|[nN][iI][oO])){11}(?![A-Za-z\u0001])',
    '(?<![0-9A-Za-z\u0001.%+_-])[0-9A-Za-z\u0001.%+_-]+(?: @ |@| ?(?:[([{](?:(?:[aA][tT]|[aA]|[sS][nN][aA][bB][eE][lL]-[aA]|@))[])}]|(?<![0-9A-Za-z\u0001])(?:[sS][nN][aA][bB][eE][lL]-[aA]|[sS][nN][aA][bB][eE][lL][aA]|[sS][nN][aA][bB][eE][lL] [aA])(?![0-9A-Za-z\u0001])) ?)(?:[0-9A-Za-z\u0001-]+(?:[.]| (?:[pP][uU][nN][kK][tT]|[dD][oO][tT]) | [.] | ?[([{](?:(?:[pP][uU][nN][kK][tT]|[dD][oO][tT])|[.])[])}] ?))+[A-Za-z\u0001]{2}',
    '(?<![0-9A-Za-z\u0001])(?!(?:[bB][uU][sS]|[dD][eE][lL]|[dD][nN][rR]|[eE][sS][tT]|[eE][uU][rR]|[fF][aA][xX]|[hH][uU][sS]|[kK][aA][pP]|[kK][oO][dD]|[lL][gG][hH]|[lL][oO][bB]|[lL][pP][oO]|[lL][sS][sS]|[mM][aA][nN]|[nN][yY][aA]|[oO][bB][sS]|[oO][cC][hH]|[rR][eE][fF]|[rR][uU][mM]|[sS][aA][lL]|[sS][eE][kK]|[sS][fF][sS]|[sS][mM][sS]|[sS][oO][sS]|[tT][aA][gG]|[tT][eE][lL]|[tT][fF][nN]|[uU][sS][dD]))[A-HJ-PR-UW-Za-hj-pr-uw-z]{3}[0-9]{2}(?:[0-9]|[A-HJ-NPR-UW-Za-hj-npr-uw-z])(?![0-9A-Za-z\u0001])',
    '(?<![0-9A-Za-z\u0001])(?!(?:[bB][uU][sS]|[dD][eE][lL]|[dD][nN][rR]|[eE][sS][tT]|[eE][uU][rR]|[fF][aA][xX]|[hH][uU][sS]|[kK][aA][pP]|[kK][oO][dD]|[lL][gG][hH]|[lL][oO][bB]|[lL][pP][oO]|[lL][sS][sS]|[mM][aA][nN]|[nN][yY][aA]|[oO][bB][sS]|[oO][cC][hH]|[rR][eE][fF]|[rR][uU][mM]|[sS][aA][lL]|[sS][eE][kK]|[sS][fF][sS]|[sS][mM][sS]|[sS][oO][sS]|[tT][aA][gG]|[tT][eE][lL]|[tT][fF][nN]|[uU][sS][dD]))[A-HJ-PR-UW-Z]{3}(?: {1,2}| ?- ?)[0-9]{2}(?:[0-9]|[A-HJ-NPR-UW-Za-hj-npr-uw-z])(?![0-9A-Za-z\u0001])',
    '(?<=(?:(?:^|[^A-Za-z\u0001])[rR][eE][gG][A-Za-z\u0001]{0,20}|(?:[sS][kK][yY][lL][tT]|[nN][rR]|[nN][uU][mM][mM][eE][rR]))[^0-9A-Za-z\u0001]{1,3})(?!(?:[bB][uU][sS]|[dD][eE][lL]|[dD][nN][rR]|[eE][sS][tT]|[eE][uU][rR]|[fF][aA][xX]|[hH][uU][sS]|[kK][aA][pP]|[kK][oO][dD]|[lL][gG][hH]|[lL][oO][bB]|[lL][pP][oO]|[lL][sS][sS]|[mM][aA][nN]|[nN][yY][aA]|[oO][bB][sS]|[oO][cC][hH]|[rR][eE][fF]|[rR][uU][mM]|[sS][aA][lL]|[sS][eE][kK]|[sS][fF][sS]|[sS][mM][sS]|[sS][oO][sS]|[tT][aA][gG]|[tT][eE][lL]|[tT][fF][nN]|[uU][sS][dD]))[A-HJ-PR-UW-Za-hj-pr-uw-z]{3}(?: {1,2}| ?- ?)[0-9]{2}(?:[0-9]|[A-HJ-NPR-UW-Za-hj-npr-uw-z])(?![0-9A-Za-z\u0001])',
    '(?<![0-9A-Za-z\u0001])(?:[A-HJ-PR-UW-Z][ -]){3}[0-9][ -][0-9][ -](?:[0-9]|[A-HJ-NPR-UW-Z])(?![0-9A-Za-z\u0001])'];
  checked  constant boolean[] := '{true,true,false,false,false,false,false,false,false,false,true,true,false,false,false,false,false}';
  signs    text;
  timeless text;
  searched text;
  is_hinted boolean;
  start    integer;
begin
  if est.may_hold_personal_data(said) is not true then
    return;
  end if;
  signs := est.screened_signs(said);
  timeless := signs;
  timeless := regexp_replace(timeless, '(?<![0-9])(?<![0-9][.])[0-9][.][0-5][0-9](?![0-9]|[.][0-9])', repeat(chr(2), 4), 'g');
  timeless := regexp_replace(timeless, '(?<![0-9])(?<![0-9][.])(?:[01][0-9]|2[0-3])[.][0-5][0-9](?![0-9]|[.][0-9])', repeat(chr(2), 5), 'g');
  for row in 1..cardinality(patterns) loop
    searched := case when kinds[row] in ('personal-number', 'phone-number') then timeless else signs end;
    if row = 1 or hints[row] <> hints[row - 1] then
      is_hinted := searched ~ hints[row];
    end if;
    start := case when is_hinted then regexp_instr(searched, patterns[row]) else 0 end;
    while start > 0 and (place is null or start < place) loop
      if not checked[row] or est.is_personal_number(regexp_substr(searched, patterns[row], start)) then
        kind := kinds[row];
        place := start;
        exit;
      end if;
      start := regexp_instr(searched, patterns[row], start + 1);
    end loop;
  end loop;
end
$$;


--
-- Name: follow_participant_roles(); Type: FUNCTION; Schema: est; Owner: -
--

CREATE FUNCTION est.follow_participant_roles() RETURNS trigger
    LANGUAGE plpgsql SECURITY DEFINER
    SET search_path TO 'pg_catalog', 'est', 'pg_temp'
    AS $$
declare
  changed record := coalesce(new, old);
begin
  perform est.follow_roles(changed.municipality, est.login_of(changed.municipality, changed.participant_id));
  return null;
end
$$;


--
-- Name: follow_roles(text, text); Type: FUNCTION; Schema: est; Owner: -
--

CREATE FUNCTION est.follow_roles(of_municipality text, of_login text) RETURNS void
    LANGUAGE plpgsql SECURITY DEFINER
    SET search_path TO 'pg_catalog', 'est', 'pg_temp'
    AS $$
declare
  wanted text[] := coalesce(est.roles_of(of_municipality, of_login), '{}');
  name   text;
begin
  if of_login not like of_municipality || '\_%' or not exists (
      select from pg_roles where rolname = of_login) then
    return;
  end if;
  for name in
    select g.rolname from pg_auth_members m join pg_roles g on g.oid = m.roleid
    where m.member = (select oid from pg_roles where rolname = of_login) and g.rolname <> all (wanted)
      and pg_has_role(g.oid, 'est_member', 'member')
  loop
    execute format('revoke %I from %I', name, of_login);
  end loop;
  foreach name in array wanted loop
    execute format('grant %I to %I', name, of_login);
  end loop;
end
$$;


--
-- Name: freeze_annex(); Type: FUNCTION; Schema: est; Owner: -
--

CREATE FUNCTION est.freeze_annex() RETURNS trigger
    LANGUAGE plpgsql
    AS $$
begin
  new.hash := sha256(new.content);
  return new;
end
$$;


--
-- Name: freeze_picture(); Type: FUNCTION; Schema: est; Owner: -
--

CREATE FUNCTION est.freeze_picture() RETURNS trigger
    LANGUAGE plpgsql SECURITY DEFINER
    SET search_path TO 'pg_catalog', 'est', 'public', 'pg_temp'
    AS $$
begin
  if tg_op = 'INSERT' then
    new.hash := sha256(new.content);
  end if;
  if tg_op = 'INSERT' or tg_op = 'UPDATE' and old.adopted_at is null and new.adopted_at is not null
     and (new.municipality, new.cycle_id, new.version, new.compiled_at, new.compiled_by, new.content, new.hash,
       new.supersedes, new.inputs, new.reports_hash, new.reports)
     is not distinct from
     (old.municipality, old.cycle_id, old.version, old.compiled_at, old.compiled_by, old.content, old.hash,
       old.supersedes, old.inputs, old.reports_hash, old.reports) then
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
    LANGUAGE plpgsql STABLE
    AS $$
begin
  if wanted = 'owner' then
    return exists (
      select from est.action a join est.participant p
        on (p.municipality, p.organisation_id, p.function)
         = (a.municipality, a.owner_organisation, a.owner_function)
      where a.municipality = of_municipality and a.id = of_instance and p.id = who and p.removed_at is null);
  end if;
  return exists (
    select from est.held_role r join est.participant p
      on (p.municipality, p.id) = (r.municipality, r.participant_id)
    where r.municipality = of_municipality and r.participant_id = who and r.group_id = in_group
      and r.role = wanted and p.removed_at is null);
end
$$;


--
-- Name: in_order(date[]); Type: FUNCTION; Schema: est; Owner: -
--

CREATE FUNCTION est.in_order(days date[]) RETURNS date[]
    LANGUAGE sql IMMUTABLE
    AS $$ select coalesce(array_agg(distinct d order by d), '{}') from unnest(days) d $$;


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

ALTER TABLE ONLY est.incident FORCE ROW LEVEL SECURITY;


--
-- Name: incident_as_of(text, uuid, timestamp with time zone); Type: FUNCTION; Schema: est; Owner: -
--

CREATE FUNCTION est.incident_as_of(of_municipality text, of_group uuid, known_at timestamp with time zone) RETURNS SETOF est.incident
    LANGUAGE sql STABLE
    AS $$
  select stood.*
  from est.incident i
  left join lateral (
    select v.content from est.incident_version v
    where (v.municipality, v.received_at, v.id) = (i.municipality, i.received_at, i.id) and v.superseded_at > known_at
    order by v.version limit 1) later on true
  cross join lateral jsonb_populate_record(i, coalesce(later.content, '{}')) said
  cross join lateral jsonb_populate_record(said,
    case when said.reviewed_at > known_at then '{"review": "received"}' else '{}' end::jsonb) stood
  where i.municipality = of_municipality and i.group_id = of_group and i.received_at <= known_at
$$;


--
-- Name: information_part(); Type: FUNCTION; Schema: est; Owner: -
--

CREATE FUNCTION est.information_part() RETURNS TABLE(information text, relation text, source text, keys text[], since text, day text, held text, texts text, marks text)
    LANGUAGE sql STABLE
    AS $_$
  select p.information, p.relation, p.source, p.keys, p.since, format('((%s) at time zone $2)::date', p.since),
    format('exists (select from est.retention_hold h where h.municipality = t.municipality and h.lifted_at is null
      and coalesce(h.information, $3) = $3 and (h.area_id is null or coalesce(%s, h.area_id) = h.area_id)
      and coalesce(h.first_day <= ((%s) at time zone $2)::date, true)
      and coalesce(h.last_day >= ((%s) at time zone $2)::date, true))', p.area, p.since, p.happened),
    f.texts, f.marks
  from (
    select d.information, d.relation, d.fields, d.keys, s.since, coalesce(d.happened, s.since) as happened,
      coalesce(d.area, 'p.area_id') as area, coalesce(d.source, format('est.%I t join est.problem p
        on (p.municipality, p.id) = (t.municipality, t.problem_id)', d.relation)) as source
    from est.disposable() d
    -- What belongs to a problem is over when the problem is.
    cross join lateral (select coalesce(d.since,
      'est.ended_at(t.municipality, t.problem_id, ''{resolved,dismissed}'')') as since) s) p
  cross join lateral (
    select
      string_agg(format(case a.atttypid
        when 'jsonb'::regtype then 't.%1$I <> est.redacted(t.%1$I, ''[gallrat]'')'
        when 'text[]'::regtype then 't.%1$I not in (''{}'', ''{[gallrat]}'')'
        else 't.%1$I not in ('''', ''[gallrat]'')' end, a.attname), ' or ' order by a.attnum) as texts,
      string_agg(format(case a.atttypid
        when 'jsonb'::regtype then '%1$I = est.redacted(t.%1$I, ''[gallrat]'')'
        when 'text[]'::regtype then '%1$I = case when t.%1$I <> ''{}'' then ''{[gallrat]}'' else t.%1$I end'
        else '%1$I = case when t.%1$I <> '''' then ''[gallrat]'' else t.%1$I end' end, a.attname), ', '
        order by a.attnum) as marks
    from pg_attribute a
    where a.attrelid = format('est.%I', p.relation)::regclass and a.attname = any (p.fields)) f
$_$;


--
-- Name: is_disposal(text, jsonb, jsonb); Type: FUNCTION; Schema: est; Owner: -
--

CREATE FUNCTION est.is_disposal(of_relation text, before jsonb, after jsonb) RETURNS boolean
    LANGUAGE plpgsql STABLE SECURITY DEFINER
    SET search_path TO 'pg_catalog', 'est', 'public', 'pg_temp'
    AS $$
begin
  return exists (
    select from est.disposal d
    join est.disposable() p on p.information = d.information and p.relation = of_relation
    where d.municipality = before ->> 'municipality' and d.disposed_in = pg_current_xact_id_if_assigned()
      and after = est.marked(before, p.fields, '[gallrat]'));
end
$$;


--
-- Name: is_installer(); Type: FUNCTION; Schema: est; Owner: -
--

CREATE FUNCTION est.is_installer() RETURNS boolean
    LANGUAGE sql STABLE PARALLEL SAFE
    AS $$
  select current_setting('role') in ('none', 'est_engine') and pg_has_role(session_user, 'est_engine', 'member')
$$;


--
-- Name: is_personal_number(text); Type: FUNCTION; Schema: est; Owner: -
--

CREATE FUNCTION est.is_personal_number(said text) RETURNS boolean
    LANGUAGE plpgsql IMMUTABLE
    AS $$
declare
  digits text := lower(said);
  digit  integer;
  total  integer := 0;
begin
  digits := replace(digits, 'noll', '0');
  digits := replace(digits, 'ett', '1');
  digits := replace(digits, 'en', '1');
  digits := replace(digits, E'tv\x01', '2');
  digits := replace(digits, 'tre', '3');
  digits := replace(digits, 'fyra', '4');
  digits := replace(digits, 'fem', '5');
  digits := replace(digits, 'sex', '6');
  digits := replace(digits, 'sju', '7');
  digits := replace(digits, E'\x01tta', '8');
  digits := replace(digits, 'nio', '9');
  digits := right(regexp_replace(digits, '[^0-9]', '', 'g'), 10);
  -- Any century will do for the date; a leap year is taken so that 29 February passes.
  if substr(digits, 3, 2)::integer not between 1 and 12
     or coalesce(nullif(substr(digits, 5, 2)::integer % 60, 0), 60) not between 1
       and (array[31, 29, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31])[substr(digits, 3, 2)::integer] then
    return false;
  end if;
  -- The check digit after Luhn (SKV 704): every other digit doubled, digit sums, modulo ten.
  for place in 1..10 loop
    digit := substr(digits, place, 1)::integer * (1 + place % 2);
    total := total + digit / 10 + digit % 10;
  end loop;
  return total % 10 = 0;
end
$$;


--
-- Name: is_redacting(text, timestamp with time zone, uuid); Type: FUNCTION; Schema: est; Owner: -
--

CREATE FUNCTION est.is_redacting(of_municipality text, at_time timestamp with time zone, incident uuid) RETURNS boolean
    LANGUAGE sql STABLE SECURITY DEFINER
    SET search_path TO 'pg_catalog', 'est', 'public', 'pg_temp'
    AS $$
  select exists (
    select from est.redaction r
    where (r.municipality, r.received_at, r.id, r.redacted_in)
      = (of_municipality, at_time, incident, pg_current_xact_id_if_assigned()))
$$;


--
-- Name: keep_disposal(); Type: FUNCTION; Schema: est; Owner: -
--

CREATE FUNCTION est.keep_disposal() RETURNS trigger
    LANGUAGE plpgsql
    AS $$
begin
  if current_user = 'est_engine' and tg_op <> 'DELETE' then
    return new;
  end if;
  raise exception 'what was disposed of is written by the disposal'
    using errcode = 'integrity_constraint_violation', constraint = 'disposal_is_written_by_itself';
end
$$;


--
-- Name: keep_incident_version(); Type: FUNCTION; Schema: est; Owner: -
--

CREATE FUNCTION est.keep_incident_version() RETURNS trigger
    LANGUAGE plpgsql SECURITY DEFINER
    SET search_path TO 'pg_catalog', 'est', 'public', 'pg_temp'
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
    reason, key)
  values (old.municipality, old.received_at, old.id, old.version, to_jsonb(old), est.clock(),
    current_setting('est.actor')::uuid, nullif(current_setting('est.reason', true), ''),
    nullif(current_setting('est.key', true), '')::uuid);
  return new;
end
$$;


--
-- Name: keep_key(); Type: FUNCTION; Schema: est; Owner: -
--

CREATE FUNCTION est.keep_key() RETURNS trigger
    LANGUAGE plpgsql SECURITY DEFINER
    SET search_path TO 'pg_catalog', 'est', 'public', 'pg_temp'
    AS $$
begin
  update est.incident_key k set class = new.class where (k.municipality, k.id) = (new.municipality, new.id);
  return null;
end
$$;


--
-- Name: keep_occurrence(); Type: FUNCTION; Schema: est; Owner: -
--

CREATE FUNCTION est.keep_occurrence() RETURNS trigger
    LANGUAGE plpgsql SECURITY DEFINER
    SET search_path TO 'pg_catalog', 'est', 'public', 'pg_temp'
    AS $$
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


--
-- Name: keep_retention_hold(); Type: FUNCTION; Schema: est; Owner: -
--

CREATE FUNCTION est.keep_retention_hold() RETURNS trigger
    LANGUAGE plpgsql
    AS $$
begin
  if tg_op = 'UPDATE' and old.lifted_at is null and new.lifted_at is not null
     and to_jsonb(new) - '{lifted_at,lifted_by,lifted_because}'::text[]
       = to_jsonb(old) - '{lifted_at,lifted_by,lifted_because}'::text[] then
    return new;
  end if;
  raise exception 'a hold stands as it is until it is lifted'
    using errcode = 'integrity_constraint_violation', constraint = 'retention_hold_stands';
end
$$;


--
-- Name: keep_share(); Type: FUNCTION; Schema: est; Owner: -
--

CREATE FUNCTION est.keep_share() RETURNS trigger
    LANGUAGE plpgsql
    AS $$
begin
  if tg_op = 'UPDATE' and old.withdrawn_at is null and new.withdrawn_by is not null and new.content = old.content
     and to_jsonb(new) - '{content,hash,class,withdrawn_at,withdrawn_by,withdrawn_because}'::text[]
       = to_jsonb(old) - '{content,hash,class,withdrawn_at,withdrawn_by,withdrawn_because}'::text[] then
    new.withdrawn_at := est.clock();
    return new;
  end if;
  raise exception 'a share stands until it is withdrawn: % is refused', lower(tg_op)
    using errcode = 'integrity_constraint_violation', constraint = 'share_stands';
end
$$;


--
-- Name: keep_version(); Type: FUNCTION; Schema: est; Owner: -
--

CREATE FUNCTION est.keep_version() RETURNS trigger
    LANGUAGE plpgsql
    AS $$
begin
  if tg_op = 'UPDATE' and (
      est.is_redacting(old.municipality, old.received_at, old.id)
        and to_jsonb(new) = est.marked(to_jsonb(old), '{content,reason}', '[maskerat]')
      or est.is_disposal(tg_table_name, to_jsonb(old), to_jsonb(new))) then
    return new;
  end if;
  raise exception '% is append-only: % is refused', tg_table_name, lower(tg_op)
    using errcode = 'integrity_constraint_violation', constraint = 'incident_version_is_append_only';
end
$$;


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

ALTER TABLE ONLY est.log_head FORCE ROW LEVEL SECURITY;


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
-- Name: log_row_text(est.transition_log); Type: FUNCTION; Schema: est; Owner: -
--

CREATE FUNCTION est.log_row_text(l est.transition_log) RETURNS text
    LANGUAGE plpgsql IMMUTABLE
    AS $$
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


--
-- Name: login_of(text, uuid); Type: FUNCTION; Schema: est; Owner: -
--

CREATE FUNCTION est.login_of(of_municipality text, of_participant uuid) RETURNS text
    LANGUAGE plpgsql STABLE SECURITY DEFINER
    SET search_path TO 'pg_catalog', 'est', 'pg_temp'
    AS $$
begin
  return (select p.login from est.participant p where (p.municipality, p.id) = (of_municipality, of_participant));
end
$$;


--
-- Name: make_login(text, text, text); Type: FUNCTION; Schema: est; Owner: -
--

CREATE FUNCTION est.make_login(of_municipality text, of_login text, verifier text) RETURNS void
    LANGUAGE plpgsql SECURITY DEFINER
    SET search_path TO 'pg_catalog', 'est', 'pg_temp'
    AS $_$
begin
  perform est.check_login(of_municipality, of_login, true);
  if est.roles_of(of_municipality, of_login) is null then
    raise exception 'a login is a participant''s of the municipality'
      using errcode = 'check_violation', constraint = 'login_is_participant';
  end if;
  if verifier !~ '^SCRAM-SHA-256[$][0-9]{4,7}:[A-Za-z0-9+/=]{16,}[$][A-Za-z0-9+/=]{44}:[A-Za-z0-9+/=]{44}$' then
    raise exception 'a verifier is made by SCRAM-SHA-256'
      using errcode = 'check_violation', constraint = 'verifier_is_scram';
  end if;
  -- A role of the server's that is not one of these is nobody's to change from here.
  if exists (select from pg_roles where rolname = of_login and not pg_has_role(oid, 'est_member', 'member')) then
    raise exception 'the login cannot be made' using errcode = 'check_violation', constraint = 'login_can_be_made';
  end if;
  begin
    execute format('%s role %I login password %L connection limit 10',
      case when exists (select from pg_roles where rolname = of_login) then 'alter' else 'create' end,
      of_login, verifier);
    execute format('alter role %I set statement_timeout = %L', of_login, '60s');
    execute format('alter role %I set idle_in_transaction_session_timeout = %L', of_login, '60s');
  exception when others then
    -- The error's own context would repeat the statement.
    raise exception 'the login cannot be made' using errcode = sqlstate, constraint = 'login_can_be_made';
  end;
  perform est.follow_roles(of_municipality, of_login);
end
$_$;


--
-- Name: marked(jsonb, text[], text); Type: FUNCTION; Schema: est; Owner: -
--

CREATE FUNCTION est.marked(content jsonb, fields text[], mark text) RETURNS jsonb
    LANGUAGE plpgsql IMMUTABLE
    AS $$
begin
  return content || coalesce((
    select jsonb_object_agg(field, case jsonb_typeof(content -> field)
      when 'array' then jsonb_build_array(mark) when 'object' then est.redacted(content -> field, mark)
      else to_jsonb(mark) end)
    from unnest(fields) field where content -> field not in ('null', '[]', '""')), '{}');
end
$$;


--
-- Name: may_hold_personal_data(text); Type: FUNCTION; Schema: est; Owner: -
--

CREATE FUNCTION est.may_hold_personal_data(said text) RETURNS boolean
    LANGUAGE sql IMMUTABLE
    RETURN (said ~ '(?:[0-9][^0-9]{0,3}){7}[0-9]|[nN][oO][lL][lL]|(?:(?:[nN][oO][lL][lL]|[eE][tT][tT]|[eE][nN]|[tT][vV][^ -~]|[tT][rR][eE]|[fF][yY][rR][aA]|[fF][eE][mM]|[sS][eE][xX]|[sS][jJ][uU]|[^ -~][tT][tT][aA]|[nN][iI][oO])[ ,.-]{1,3}){2}(?:[nN][oO][lL][lL]|[eE][tT][tT]|[eE][nN]|[tT][vV][^ -~]|[tT][rR][eE]|[fF][yY][rR][aA]|[fF][eE][mM]|[sS][eE][xX]|[sS][jJ][uU]|[^ -~][tT][tT][aA]|[nN][iI][oO])|@|[([{][aAsS]|[sS][nN][aA][bB][eE][lL]|[0-9]{2}[0-9A-Za-z](?<=[A-Za-z]{3}[ -]{0,3}[0-9]{2}[0-9A-Za-z])|(?:[A-Z][ -]){3}[0-9]|[^\u0001-\u007f\u00c0-\u024f]'::text);


--
-- Name: my_authority_groups(text[]); Type: FUNCTION; Schema: est; Owner: -
--

CREATE FUNCTION est.my_authority_groups(wanted text[]) RETURNS uuid[]
    LANGUAGE plpgsql STABLE SECURITY DEFINER PARALLEL SAFE
    SET search_path TO 'pg_catalog', 'est', 'public', 'pg_temp'
    AS $$
begin
  return array(
    select r.group_id from est.participant p
    join est.held_role r on (r.municipality, r.participant_id) = (p.municipality, p.id)
    left join est.organisation o on (o.municipality, o.id) = (p.municipality, p.organisation_id)
    where p.login = est.speaker() and p.removed_at is null and r.role = any (wanted)
      and (o.kind in ('police', 'municipal') or r.role = 'worker'));
end
$$;


--
-- Name: my_groups(text[]); Type: FUNCTION; Schema: est; Owner: -
--

CREATE FUNCTION est.my_groups(wanted text[]) RETURNS uuid[]
    LANGUAGE plpgsql STABLE SECURITY DEFINER PARALLEL SAFE
    SET search_path TO 'pg_catalog', 'est', 'public', 'pg_temp'
    AS $$
begin
  return array(
    select r.group_id from est.participant p
    join est.held_role r on (r.municipality, r.participant_id) = (p.municipality, p.id)
    where p.login = est.speaker() and p.removed_at is null and r.role = any (wanted)
    union
    select g.id from est.participant p join est.est_group g on g.municipality = p.municipality
    where p.login = est.speaker() and p.removed_at is null
      and 'administrator' = any (wanted) and p.login = p.municipality || '_administrator');
end
$$;


--
-- Name: my_ids(); Type: FUNCTION; Schema: est; Owner: -
--

CREATE FUNCTION est.my_ids() RETURNS uuid[]
    LANGUAGE plpgsql STABLE SECURITY DEFINER PARALLEL SAFE
    SET search_path TO 'pg_catalog', 'est', 'public', 'pg_temp'
    AS $$
begin
  return array(select p.id from est.participant p where p.login = est.speaker() and p.removed_at is null);
end
$$;


--
-- Name: my_municipalities(); Type: FUNCTION; Schema: est; Owner: -
--

CREATE FUNCTION est.my_municipalities() RETURNS text[]
    LANGUAGE plpgsql STABLE SECURITY DEFINER PARALLEL SAFE
    SET search_path TO 'pg_catalog', 'est', 'public', 'pg_temp'
    AS $$
begin
  return array(select p.municipality from est.participant p where p.login = est.speaker() and p.removed_at is null);
end
$$;


--
-- Name: my_municipalities(text[]); Type: FUNCTION; Schema: est; Owner: -
--

CREATE FUNCTION est.my_municipalities(wanted text[]) RETURNS text[]
    LANGUAGE plpgsql STABLE SECURITY DEFINER PARALLEL SAFE
    SET search_path TO 'pg_catalog', 'est', 'public', 'pg_temp'
    AS $$
begin
  return array(
    select p.municipality from est.participant p
    where p.login = est.speaker() and p.removed_at is null
      and (exists (select from est.held_role r
          where (r.municipality, r.participant_id) = (p.municipality, p.id) and r.role = any (wanted))
        or 'administrator' = any (wanted) and p.login = p.municipality || '_administrator'));
end
$$;


--
-- Name: my_organisations(); Type: FUNCTION; Schema: est; Owner: -
--

CREATE FUNCTION est.my_organisations() RETURNS uuid[]
    LANGUAGE plpgsql STABLE SECURITY DEFINER PARALLEL SAFE
    SET search_path TO 'pg_catalog', 'est', 'public', 'pg_temp'
    AS $$
begin
  return array(select p.organisation_id from est.participant p
    where p.login = est.speaker() and p.removed_at is null and p.organisation_id is not null);
end
$$;


--
-- Name: next_number(text, text, integer); Type: FUNCTION; Schema: est; Owner: -
--

CREATE FUNCTION est.next_number(of_municipality text, of_subject text, of_year integer) RETURNS integer
    LANGUAGE plpgsql SECURITY DEFINER
    SET search_path TO 'pg_catalog', 'est', 'public', 'pg_temp'
    AS $$
declare
  number integer;
begin
  if not est.is_installer() and of_municipality <> all (est.my_municipalities(case of_subject
      when 'incident' then '{reporter,coordinator,administrator}'::text[]
      when 'authority-incident' then '{reporter,coordinator,administrator}'
      when 'problem' then '{participant,coordinator,policeLead,council}'
      when 'action' then '{participant,coordinator,policeLead}'
      when 'promiseSet' then '{coordinator,policeLead,steering}'
      when 'safetyWalk' then '{coordinator,policeLead,council}'
      when 'statutoryPicture' then '{coordinator,policeLead,worker}'
      else '{coordinator,policeLead}' end)) then
    raise exception 'no number of this kind is the speaker''s to draw' using errcode = 'insufficient_privilege';
  end if;
  insert into est.running_number (municipality, subject, year, last)
  values (of_municipality, of_subject, of_year, 1)
  on conflict (municipality, subject, year) do update set last = est.running_number.last + 1
  returning last into number;
  return number;
end
$$;


--
-- Name: note_changed_days(); Type: FUNCTION; Schema: est; Owner: -
--

CREATE FUNCTION est.note_changed_days() RETURNS trigger
    LANGUAGE plpgsql SECURITY DEFINER
    SET search_path TO 'pg_catalog', 'est', 'public', 'pg_temp'
    AS $$
begin
  if tg_op = 'TRUNCATE' then
    raise exception 'a report is never deleted: withdraw it'
      using errcode = 'integrity_constraint_violation', constraint = 'incident_is_kept';
  end if;
  if tg_op = 'UPDATE' then
    if exists (select from est.disposal d
        where d.municipality = (select o.municipality from old_rows o limit 1)
          and d.disposed_in = pg_current_xact_id_if_assigned()) then
      return null;
    end if;
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


--
-- Name: order_days_off(); Type: FUNCTION; Schema: est; Owner: -
--

CREATE FUNCTION est.order_days_off() RETURNS trigger
    LANGUAGE plpgsql
    AS $$
begin
  new.days_off := est.in_order(new.days_off);
  return new;
end
$$;


--
-- Name: public_period_end(text); Type: FUNCTION; Schema: est; Owner: -
--

CREATE FUNCTION est.public_period_end(period text) RETURNS date
    LANGUAGE sql IMMUTABLE STRICT
    AS $$
  select (est.public_period_start(period) + make_interval(months =>
    case when length(period) = 4 then 12 when substr(period, 6, 1) = 'Q' then 3 else 1 end))::date
$$;


--
-- Name: public_period_start(text); Type: FUNCTION; Schema: est; Owner: -
--

CREATE FUNCTION est.public_period_start(period text) RETURNS date
    LANGUAGE sql IMMUTABLE STRICT
    AS $$
  select make_date(left(period, 4)::integer,
    case when length(period) = 4 then 1
      when substr(period, 6, 1) = 'Q' then 3 * right(period, 1)::integer - 2
      else right(period, 2)::integer end, 1)
$$;


--
-- Name: redact(); Type: FUNCTION; Schema: est; Owner: -
--

CREATE FUNCTION est.redact() RETURNS trigger
    LANGUAGE plpgsql SECURITY DEFINER
    SET search_path TO 'pg_catalog', 'est', 'public', 'pg_temp'
    AS $$
begin
  update est.incident_version v
  set content = est.redacted(v.content), reason = case when v.reason <> '' then '[maskerat]' else v.reason end
  where (v.municipality, v.received_at, v.id) = (new.municipality, new.received_at, new.id);
  update est.incident i
  set place = case when i.place <> '' then '[maskerat]' else i.place end,
    assessment = case when i.assessment <> '' then '[maskerat]' else i.assessment end,
    text = case when i.text <> '' then '[maskerat]' else i.text end,
    reasons = case when cardinality(i.reasons) > 0 then '{[maskerat]}' else i.reasons end,
    review_reason = case when i.review_reason <> '' then '[maskerat]' else i.review_reason end
  where (i.municipality, i.received_at, i.id) = (new.municipality, new.received_at, new.id);
  return null;
end
$$;


--
-- Name: redacted(jsonb); Type: FUNCTION; Schema: est; Owner: -
--

CREATE FUNCTION est.redacted(content jsonb) RETURNS jsonb
    LANGUAGE sql IMMUTABLE
    AS $$ select est.redacted(content, '[maskerat]') $$;


--
-- Name: redacted(jsonb, text); Type: FUNCTION; Schema: est; Owner: -
--

CREATE FUNCTION est.redacted(content jsonb, mark text) RETURNS jsonb
    LANGUAGE sql IMMUTABLE
    AS $$ select est.marked(content, '{place,assessment,text,reasons,review_reason}', mark) $$;


--
-- Name: refuse_after_evaluation(); Type: FUNCTION; Schema: est; Owner: -
--

CREATE FUNCTION est.refuse_after_evaluation() RETURNS trigger
    LANGUAGE plpgsql SECURITY DEFINER
    SET search_path TO 'pg_catalog', 'est', 'public', 'pg_temp'
    AS $$
declare
  changed record := coalesce(new, old);
  of_action uuid := coalesce(to_jsonb(changed) ->> 'action_id', to_jsonb(changed) ->> 'id');
begin
  if exists (select from est.instance i where i.municipality = changed.municipality and i.id = of_action
             and i.state in ('evaluated', 'cancelled')) then
    if tg_op = 'UPDATE' and est.is_disposal(tg_table_name, to_jsonb(old), to_jsonb(new)) then
      return new;
    end if;
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
    LANGUAGE plpgsql SECURITY DEFINER
    SET search_path TO 'pg_catalog', 'est', 'public', 'pg_temp'
    AS $$
declare
  changed record := coalesce(new, old);
  now_in text;
begin
  select i.state into now_in from est.instance i
  where i.municipality = changed.municipality and i.id = changed.cycle_id for share;
  if now_in in ('concluded', 'skipped', 'missed') then
    if tg_op = 'UPDATE' and est.is_disposal(tg_table_name, to_jsonb(old), to_jsonb(new)) then
      return new;
    end if;
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
  if tg_op = 'UPDATE' and est.is_disposal(tg_table_name, to_jsonb(old), to_jsonb(new)) then
    return new;
  end if;
  raise exception '% is append-only: % is refused', tg_table_name, lower(tg_op)
    using errcode = 'integrity_constraint_violation', constraint = tg_table_name || '_is_append_only';
end
$$;


--
-- Name: refuse_later_part(); Type: FUNCTION; Schema: est; Owner: -
--

CREATE FUNCTION est.refuse_later_part() RETURNS trigger
    LANGUAGE plpgsql SECURITY DEFINER
    SET search_path TO 'pg_catalog', 'est', 'public', 'pg_temp'
    AS $$
begin
  perform from est.action a where (a.municipality, a.id) = (new.municipality, new.action_id) for no key update;
  if exists (select from est.effect_plan p
      where (p.municipality, p.action_id, p.version) = (new.municipality, new.action_id, new.version)) then
    raise exception 'version % of the plan stands as it is', new.version
      using errcode = 'integrity_constraint_violation', constraint = 'effect_plan_stands';
  end if;
  return new;
end
$$;


--
-- Name: refuse_later_weight(); Type: FUNCTION; Schema: est; Owner: -
--

CREATE FUNCTION est.refuse_later_weight() RETURNS trigger
    LANGUAGE plpgsql SECURITY DEFINER
    SET search_path TO 'pg_catalog', 'est', 'public', 'pg_temp'
    AS $$
begin
  perform from est.municipality m where m.municipality = new.municipality for no key update;
  if exists (select from est.harm_table t where (t.municipality, t.version) = (new.municipality, new.version)) then
    raise exception 'version % of the harm table stands as it is', new.version
      using errcode = 'integrity_constraint_violation', constraint = 'harm_table_stands';
  end if;
  return new;
end
$$;


--
-- Name: refuse_lowered_class(); Type: FUNCTION; Schema: est; Owner: -
--

CREATE FUNCTION est.refuse_lowered_class() RETURNS trigger
    LANGUAGE plpgsql
    AS $$
begin
  if nullif(btrim(current_setting('est.reason', true)), '') is null then
    raise exception 'the class of a report is lowered for a named reason'
      using errcode = 'integrity_constraint_violation', constraint = 'class_is_lowered_with_reason';
  end if;
  return new;
end
$$;


--
-- Name: refuse_other_instance(); Type: FUNCTION; Schema: est; Owner: -
--

CREATE FUNCTION est.refuse_other_instance() RETURNS trigger
    LANGUAGE plpgsql SECURITY DEFINER
    SET search_path TO 'pg_catalog', 'est', 'public', 'pg_temp'
    AS $$
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


--
-- Name: refuse_other_name(); Type: FUNCTION; Schema: est; Owner: -
--

CREATE FUNCTION est.refuse_other_name() RETURNS trigger
    LANGUAGE plpgsql
    AS $$
begin
  if (new.group_id, new.organisation_id) <> (old.group_id, old.organisation_id) then
    raise exception 'where a report comes from never changes'
      using errcode = 'integrity_constraint_violation', constraint = 'incident_origin_stays';
  end if;
  if row_security_active(tg_relid) and (
      nullif(current_setting('est.actor', true), '') <> all (est.my_ids()::text[])
      or new.reviewed_by is distinct from old.reviewed_by and new.reviewed_by <> all (est.my_ids())) then
    raise exception 'nobody changes a report in another''s name' using errcode = 'insufficient_privilege';
  end if;
  if row_security_active(tg_relid) and new.review <> old.review and new.review <> 'withdrawn'
     and new.group_id <> all (est.my_groups('{coordinator}')) then
    raise exception 'only the coordinator lets a report into the picture or keeps it out'
      using errcode = 'insufficient_privilege';
  end if;
  return new;
end
$$;


--
-- Name: refuse_outsider(); Type: FUNCTION; Schema: est; Owner: -
--

CREATE FUNCTION est.refuse_outsider() RETURNS trigger
    LANGUAGE plpgsql
    AS $_$
declare
  knows boolean;
begin
  if row_security_active(tg_relid) then
    if tg_nargs = 0 then
      knows := new.group_id = any (est.my_groups(
        '{reporter,participant,coordinator,policeLead,steering,council,reader,auditor,worker,administrator}'));
    else
      execute format('select exists (select from est.%I parent where (parent.municipality, parent.id) = ($1, $2))',
        tg_argv[0]) into knows using new.municipality, (to_jsonb(new) ->> tg_argv[1])::uuid;
    end if;
    if not knows then
      raise exception 'new row violates row-level security policy for table "%"', tg_table_name
        using errcode = 'insufficient_privilege';
    end if;
  end if;
  return new;
end
$_$;


--
-- Name: refuse_personal_data(); Type: FUNCTION; Schema: est; Owner: -
--

CREATE FUNCTION est.refuse_personal_data() RETURNS trigger
    LANGUAGE plpgsql
    AS $$
declare
  fields constant jsonb := to_jsonb(new);
  field  text;
  said   text;
  kind   text;
  place  integer;
begin
  foreach field in array tg_argv loop
    for said in
      select fields ->> field where jsonb_typeof(fields -> field) = 'string'
      union all
      select one from jsonb_array_elements_text(
        case when jsonb_typeof(fields -> field) = 'array' then fields -> field else '[]' end) one
    loop
      select f.kind, f.place into kind, place from est.first_personal_data(said) f;
      if kind is not null then
        raise exception 'personal data is not stored: % from character %', kind, place
          using errcode = 'check_violation', schema = tg_table_schema, table = tg_table_name, column = field,
            constraint = 'no_personal_data', detail = format('%s,%s', kind, place);
      end if;
    end loop;
  end loop;
  return new;
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
-- Name: refuse_settled(); Type: FUNCTION; Schema: est; Owner: -
--

CREATE FUNCTION est.refuse_settled() RETURNS trigger
    LANGUAGE plpgsql SECURITY DEFINER
    SET search_path TO 'pg_catalog', 'est', 'public', 'pg_temp'
    AS $$
declare
  changed record := coalesce(new, old);
  now_in text;
begin
  select i.state into now_in from est.instance i
  where i.municipality = changed.municipality and i.id = (to_jsonb(changed) ->> tg_argv[0])::uuid for share;
  if now_in is not null and not now_in = any (tg_argv) then
    if tg_op = 'UPDATE' and est.is_disposal(tg_table_name, to_jsonb(old), to_jsonb(new)) then
      return new;
    end if;
    raise exception '% stands as it is', tg_table_name
      using errcode = 'integrity_constraint_violation', constraint = tg_table_name || '_stands';
  end if;
  return changed;
end
$$;


--
-- Name: refuse_sharer(); Type: FUNCTION; Schema: est; Owner: -
--

CREATE FUNCTION est.refuse_sharer() RETURNS trigger
    LANGUAGE plpgsql
    AS $$
begin
  if row_security_active(tg_relid) and (new.municipality <> all (est.my_municipalities('{coordinator}'))
      or new.group_id <> all (est.my_groups('{coordinator}')) or new.offered_by <> all (est.my_ids())) then
    raise exception 'new row violates row-level security policy for table "%"', tg_table_name
      using errcode = 'insufficient_privilege';
  end if;
  return new;
end
$$;


--
-- Name: refuse_stranger(); Type: FUNCTION; Schema: est; Owner: -
--

CREATE FUNCTION est.refuse_stranger() RETURNS trigger
    LANGUAGE plpgsql
    AS $$
begin
  if row_security_active(tg_relid) and new.municipality <> all (est.my_municipalities()) then
    raise exception 'new row violates row-level security policy for table "%"', tg_table_name
      using errcode = 'insufficient_privilege';
  end if;
  return new;
end
$$;


--
-- Name: refuse_transition(est.transition_log, boolean, text); Type: FUNCTION; Schema: est; Owner: -
--

CREATE FUNCTION est.refuse_transition(l est.transition_log, holds_role boolean, last_state text) RETURNS void
    LANGUAGE plpgsql
    AS $$
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


--
-- Name: refuse_when_signed(); Type: FUNCTION; Schema: est; Owner: -
--

CREATE FUNCTION est.refuse_when_signed() RETURNS trigger
    LANGUAGE plpgsql SECURITY DEFINER
    SET search_path TO 'pg_catalog', 'est', 'public', 'pg_temp'
    AS $$
declare
  changed record := coalesce(new, old);
begin
  perform from est.analysis a
  where (a.municipality, a.problem_id, a.version) = (changed.municipality, changed.problem_id, changed.version)
  for share;
  if exists (select from est.signature s where s.municipality = changed.municipality
             and s.problem_id = changed.problem_id and s.version = changed.version) then
    if tg_op = 'UPDATE' and est.is_disposal(tg_table_name, to_jsonb(old), to_jsonb(new)) then
      return new;
    end if;
    raise exception 'the version of the analysis is signed: it is locked'
      using errcode = 'integrity_constraint_violation', constraint = 'signed_analysis_is_locked';
  end if;
  return changed;
end
$$;


--
-- Name: retained(text); Type: FUNCTION; Schema: est; Owner: -
--

CREATE FUNCTION est.retained(of_municipality text) RETURNS TABLE(information text, since date, held boolean, items bigint)
    LANGUAGE plpgsql STABLE SECURITY DEFINER
    SET search_path TO 'pg_catalog', 'est', 'public', 'pg_temp'
    AS $_$
declare
  part record;
begin
  if of_municipality <> all (est.my_municipalities('{coordinator,auditor,worker,administrator}'))
     and not (current_setting('role') = 'none' and pg_has_role(session_user, 'est_engine', 'member')) then
    raise exception 'what is retained is told to coordinator, auditor and administrator'
      using errcode = 'insufficient_privilege', constraint = 'retained_for_administration';
  end if;
  for part in select p.* from est.information_part() p where p.relation not in ('incident_version', 'redaction') loop
    return query execute format('select $3, %s, %s, count(*) from %s where t.municipality = $1 and (%s) group by 2, 3',
      part.day, part.held, part.source, part.texts)
    using of_municipality, est.zone_of(of_municipality), part.information;
  end loop;
end
$_$;


--
-- Name: roles_of(text, text); Type: FUNCTION; Schema: est; Owner: -
--

CREATE FUNCTION est.roles_of(of_municipality text, of_login text) RETURNS text[]
    LANGUAGE plpgsql STABLE SECURITY DEFINER
    SET search_path TO 'pg_catalog', 'est', 'pg_temp'
    AS $$
begin
  return (
    select array_agg(distinct 'est_' || case r.role when 'policeLead' then 'police_lead' else r.role end)
      filter (where r.role is not null)
      || case when p.login = p.municipality || '_administrator' then '{est_administrator,est_member}'::text[]
        else '{est_member}' end
    from est.participant p
    left join est.held_role r on (r.municipality, r.participant_id) = (p.municipality, p.id)
    where p.municipality = of_municipality and p.login = of_login and p.removed_at is null
    group by p.municipality, p.login);
end
$$;


--
-- Name: screened_signs(text); Type: FUNCTION; Schema: est; Owner: -
--

CREATE FUNCTION est.screened_signs(said text) RETURNS text
    LANGUAGE plpgsql IMMUTABLE
    AS $$
declare
  signs text := translate(said, E'\x01åäöéÅÄÖÉ', E'\x02\x01\x01\x01\x01\x01\x01\x01\x01');
  zeros constant integer[] := '{1632,1776,1984,2406,2534,2662,2790,2918,3046,3174,3302,3430,3558,3664,3792,3872,4160,4240,6112,6160,6470,6608,6784,6800,6992,7088,7232,7248,42528,43216,43264,43472,43504,43600,44016,66720,68912,68928,69734,69872,69942,70096,70384,70736,70864,71248,71360,71376,71386,71472,71904,72016,72688,72784,73040,73120,73184,73552,90416,92768,92864,93008,93552,118000,120782,120792,120802,120812,120822,123200,123632,124144,124401,125264,130032}';
begin
  if octet_length(signs) = length(signs) then
    return signs;
  end if;
  return (
    select string_agg(case
        when code < 128 then chr(code)
        when code between 160 and 160 or code between 173 and 173 or code between 8192 and 8207 or code between 8239 and 8239 or code between 8288 and 8288 or code between 12288 and 12288 or code between 65279 and 65279 then ' '
        when code between 8208 and 8213 or code between 8722 and 8722 then '-'
        when code between 65281 and 65374 then chr(code - 65248)
        else coalesce(
          (select (code - zero)::text from unnest(zeros) zero where code between zero and zero + 9),
          case when code between 192 and 591 or code between 880 and 8191 then chr(1) else chr(2) end)
      end, '' order by n)
    from (select ascii(sign) as code, n
      from unnest(string_to_array(signs, null)) with ordinality as each(sign, n)) codes);
end
$$;


--
-- Name: seal_log(text); Type: FUNCTION; Schema: est; Owner: -
--

CREATE FUNCTION est.seal_log(of_municipality text) RETURNS est.log_head
    LANGUAGE plpgsql SECURITY DEFINER
    SET search_path TO 'pg_catalog', 'est', 'public', 'pg_temp'
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
-- Name: seal_own_log(text); Type: FUNCTION; Schema: est; Owner: -
--

CREATE FUNCTION est.seal_own_log(of_municipality text) RETURNS est.log_head
    LANGUAGE plpgsql SECURITY DEFINER
    SET search_path TO 'pg_catalog', 'est', 'public', 'pg_temp'
    AS $$
begin
  if not est.is_installer() and of_municipality <> all (est.my_municipalities('{worker}')) then
    raise exception 'heads of a log are its worker''s to make' using errcode = 'insufficient_privilege';
  end if;
  return est.seal_log(of_municipality);
end
$$;


--
-- Name: speaker(); Type: FUNCTION; Schema: est; Owner: -
--

CREATE FUNCTION est.speaker() RETURNS text
    LANGUAGE sql STABLE PARALLEL SAFE
    AS $$
  select case current_setting('role')
    when 'none' then session_user::text
    when 'est_stand_in' then current_setting('est.speaker', true)
    else current_setting('role') end
$$;


--
-- Name: today_in(text); Type: FUNCTION; Schema: est; Owner: -
--

CREATE FUNCTION est.today_in(of_municipality text) RETURNS date
    LANGUAGE sql STABLE
    AS $$ select (est.clock() at time zone est.zone_of(of_municipality))::date $$;


--
-- Name: zone_of(text); Type: FUNCTION; Schema: est; Owner: -
--

CREATE FUNCTION est.zone_of(of_municipality text) RETURNS text
    LANGUAGE sql STABLE SECURITY DEFINER
    SET search_path TO 'pg_catalog', 'est', 'public', 'pg_temp'
    AS $$
  select coalesce((select g.zone from est.est_group g where g.municipality = of_municipality
    group by g.zone order by count(*) desc, g.zone limit 1), 'Europe/Stockholm')
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

ALTER TABLE ONLY est.action FORCE ROW LEVEL SECURITY;


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

ALTER TABLE ONLY est.action_cause FORCE ROW LEVEL SECURITY;


--
-- Name: agreement; Type: TABLE; Schema: est; Owner: -
--

CREATE TABLE est.agreement (
    municipality text NOT NULL,
    id uuid NOT NULL,
    number text NOT NULL,
    group_id uuid NOT NULL,
    title text NOT NULL,
    first_day date NOT NULL,
    last_day date NOT NULL,
    goals text DEFAULT ''::text NOT NULL,
    focus_areas text[] DEFAULT '{}'::text[] NOT NULL,
    follows uuid,
    CONSTRAINT agreement_follows_another CHECK ((follows <> id)),
    CONSTRAINT agreement_has_days CHECK ((first_day <= last_day)),
    CONSTRAINT agreement_not_empty CHECK ((title <> ''::text))
);

ALTER TABLE ONLY est.agreement FORCE ROW LEVEL SECURITY;


--
-- Name: agreement_party; Type: TABLE; Schema: est; Owner: -
--

CREATE TABLE est.agreement_party (
    municipality text NOT NULL,
    agreement_id uuid NOT NULL,
    organisation_id uuid NOT NULL
);

ALTER TABLE ONLY est.agreement_party FORCE ROW LEVEL SECURITY;


--
-- Name: agreement_signatory; Type: TABLE; Schema: est; Owner: -
--

CREATE TABLE est.agreement_signatory (
    municipality text NOT NULL,
    agreement_id uuid NOT NULL,
    function text NOT NULL,
    signed_on date NOT NULL,
    CONSTRAINT agreement_signatory_known CHECK ((function = ANY (ARRAY['policeChief'::text, 'executiveChair'::text])))
);

ALTER TABLE ONLY est.agreement_signatory FORCE ROW LEVEL SECURITY;


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

ALTER TABLE ONLY est.analysis FORCE ROW LEVEL SECURITY;


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

ALTER TABLE ONLY est.area FORCE ROW LEVEL SECURITY;


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

ALTER TABLE ONLY est.area_piece FORCE ROW LEVEL SECURITY;


--
-- Name: area_score; Type: TABLE; Schema: est; Owner: -
--

CREATE TABLE est.area_score (
    municipality text NOT NULL,
    group_id uuid NOT NULL,
    period text NOT NULL,
    area_id uuid NOT NULL,
    number integer NOT NULL,
    need integer NOT NULL,
    influence integer NOT NULL,
    reason text,
    scored_at timestamp with time zone NOT NULL,
    scored_by uuid NOT NULL,
    CONSTRAINT area_score_influence_check CHECK (((influence >= 0) AND (influence <= 3))),
    CONSTRAINT area_score_need_check CHECK (((need >= 0) AND (need <= 3))),
    CONSTRAINT area_score_number_check CHECK ((number > 0)),
    CONSTRAINT area_score_period_check CHECK ((period ~ '^[0-9]{4}(-(0[1-9]|1[0-2]|Q[1-4]|T[1-3]))?$'::text)),
    CONSTRAINT area_score_reason_check CHECK ((reason <> ''::text))
);

ALTER TABLE ONLY est.area_score FORCE ROW LEVEL SECURITY;


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

ALTER TABLE ONLY est.attendance FORCE ROW LEVEL SECURITY;


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

ALTER TABLE ONLY est.category FORCE ROW LEVEL SECURITY;


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

ALTER TABLE ONLY est.cause FORCE ROW LEVEL SECURITY;


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

ALTER TABLE ONLY est.chain_step FORCE ROW LEVEL SECURITY;


--
-- Name: changed_day; Type: TABLE; Schema: est; Owner: -
--

CREATE TABLE est.changed_day (
    municipality text NOT NULL,
    group_id uuid NOT NULL,
    day date NOT NULL,
    changed_in xid8 DEFAULT pg_current_xact_id() NOT NULL
);

ALTER TABLE ONLY est.changed_day FORCE ROW LEVEL SECURITY;


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

ALTER TABLE ONLY est.coverage FORCE ROW LEVEL SECURITY;


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
    settings jsonb NOT NULL,
    moved_to timestamp without time zone,
    withdrawn integer,
    CONSTRAINT cycle_period_known CHECK ((period = ANY (ARRAY['weekly'::text, 'fortnightly'::text, 'monthly'::text]))),
    CONSTRAINT period_has_days CHECK ((end_day > first_day))
);

ALTER TABLE ONLY est.cycle FORCE ROW LEVEL SECURITY;


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

ALTER TABLE ONLY est.decision FORCE ROW LEVEL SECURITY;


--
-- Name: disposal; Type: TABLE; Schema: est; Owner: -
--

CREATE TABLE est.disposal (
    municipality text NOT NULL,
    information text NOT NULL,
    day date NOT NULL,
    rule integer NOT NULL,
    items bigint NOT NULL,
    first_day date,
    last_day date,
    disposed_in xid8,
    CONSTRAINT items_are_counted CHECK ((items >= 0))
);

ALTER TABLE ONLY est.disposal FORCE ROW LEVEL SECURITY;


--
-- Name: effect_plan; Type: TABLE; Schema: est; Owner: -
--

CREATE TABLE est.effect_plan (
    municipality text NOT NULL,
    action_id uuid NOT NULL,
    version integer NOT NULL,
    made_at timestamp with time zone NOT NULL,
    made_by uuid NOT NULL,
    trigger_weeks integer NOT NULL,
    longest_weeks integer,
    CONSTRAINT effect_plan_longest_weeks_check CHECK (((longest_weeks >= 1) AND (longest_weeks <= 520))),
    CONSTRAINT effect_plan_trigger_weeks_check CHECK (((trigger_weeks >= 0) AND (trigger_weeks <= 52))),
    CONSTRAINT effect_plan_version_check CHECK ((version > 0))
);

ALTER TABLE ONLY est.effect_plan FORCE ROW LEVEL SECURITY;


--
-- Name: effect_plan_area; Type: TABLE; Schema: est; Owner: -
--

CREATE TABLE est.effect_plan_area (
    municipality text NOT NULL,
    action_id uuid NOT NULL,
    version integer NOT NULL,
    area_id uuid NOT NULL,
    place text NOT NULL,
    CONSTRAINT effect_plan_area_place_check CHECK ((place = ANY (ARRAY['target'::text, 'control'::text, 'displacement'::text, 'displacement-control'::text])))
);

ALTER TABLE ONLY est.effect_plan_area FORCE ROW LEVEL SECURITY;


--
-- Name: effect_plan_category; Type: TABLE; Schema: est; Owner: -
--

CREATE TABLE est.effect_plan_category (
    municipality text NOT NULL,
    action_id uuid NOT NULL,
    version integer NOT NULL,
    category text NOT NULL,
    CONSTRAINT effect_plan_category_category_check CHECK ((category <> ''::text))
);

ALTER TABLE ONLY est.effect_plan_category FORCE ROW LEVEL SECURITY;


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

ALTER TABLE ONLY est.est_group FORCE ROW LEVEL SECURITY;


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

ALTER TABLE ONLY est.evidence FORCE ROW LEVEL SECURITY;


--
-- Name: export_made; Type: TABLE; Schema: est; Owner: -
--

CREATE TABLE est.export_made (
    municipality text NOT NULL,
    id uuid NOT NULL,
    group_id uuid,
    at timestamp with time zone NOT NULL,
    made_by uuid NOT NULL,
    kind text NOT NULL,
    subject text NOT NULL,
    formats text[] NOT NULL,
    class text NOT NULL,
    recipients text NOT NULL,
    ground text NOT NULL,
    CONSTRAINT export_class_known CHECK ((class = ANY (ARRAY['open'::text, 'shared'::text, 'authority-only'::text]))),
    CONSTRAINT export_has_ground CHECK ((ground <> ''::text)),
    CONSTRAINT export_has_recipients CHECK ((recipients <> ''::text)),
    CONSTRAINT export_kind_known CHECK ((kind = ANY (ARRAY['picture'::text, 'annex'::text, 'public'::text, 'overview'::text, 'agenda'::text, 'register-extract'::text, 'share'::text])))
);

ALTER TABLE ONLY est.export_made FORCE ROW LEVEL SECURITY;


--
-- Name: harm_table; Type: TABLE; Schema: est; Owner: -
--

CREATE TABLE est.harm_table (
    municipality text NOT NULL,
    version integer NOT NULL,
    name text NOT NULL,
    edition text NOT NULL,
    source text NOT NULL,
    imported_at timestamp with time zone NOT NULL,
    imported_by uuid NOT NULL,
    CONSTRAINT harm_table_edition_check CHECK ((edition <> ''::text)),
    CONSTRAINT harm_table_name_check CHECK ((name <> ''::text)),
    CONSTRAINT harm_table_source_check CHECK ((source <> ''::text)),
    CONSTRAINT harm_table_version_check CHECK ((version > 0))
);

ALTER TABLE ONLY est.harm_table FORCE ROW LEVEL SECURITY;


--
-- Name: harm_weight; Type: TABLE; Schema: est; Owner: -
--

CREATE TABLE est.harm_weight (
    municipality text NOT NULL,
    version integer NOT NULL,
    category text NOT NULL,
    days double precision NOT NULL,
    CONSTRAINT harm_weight_category_check CHECK ((category <> ''::text)),
    CONSTRAINT harm_weight_days_check CHECK (((days >= (0)::double precision) AND (days < 'Infinity'::double precision)))
);

ALTER TABLE ONLY est.harm_weight FORCE ROW LEVEL SECURITY;


--
-- Name: participant_role; Type: TABLE; Schema: est; Owner: -
--

CREATE TABLE est.participant_role (
    municipality text NOT NULL,
    participant_id uuid NOT NULL,
    group_id uuid NOT NULL,
    role text NOT NULL,
    ends_at timestamp with time zone,
    CONSTRAINT role_known CHECK ((role = ANY (ARRAY['reporter'::text, 'participant'::text, 'coordinator'::text, 'policeLead'::text, 'steering'::text, 'council'::text, 'reader'::text, 'auditor'::text, 'worker'::text, 'administrator'::text])))
);

ALTER TABLE ONLY est.participant_role FORCE ROW LEVEL SECURITY;


--
-- Name: held_role; Type: VIEW; Schema: est; Owner: -
--

CREATE VIEW est.held_role WITH (security_invoker='true') AS
 SELECT participant_role.municipality,
    participant_role.participant_id,
    participant_role.group_id,
    participant_role.role,
    participant_role.ends_at
   FROM est.participant_role
  WHERE ((participant_role.ends_at IS NULL) OR (participant_role.ends_at > est.clock()));


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

ALTER TABLE ONLY est.incident_2025 FORCE ROW LEVEL SECURITY;


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

ALTER TABLE ONLY est.incident_2026 FORCE ROW LEVEL SECURITY;


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

ALTER TABLE ONLY est.incident_2027 FORCE ROW LEVEL SECURITY;


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

ALTER TABLE ONLY est.incident_2028 FORCE ROW LEVEL SECURITY;


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

ALTER TABLE ONLY est.incident_2029 FORCE ROW LEVEL SECURITY;


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

ALTER TABLE ONLY est.incident_before_2025 FORCE ROW LEVEL SECURITY;


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

ALTER TABLE ONLY est.incident_from_2030 FORCE ROW LEVEL SECURITY;


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
    group_id uuid NOT NULL,
    organisation_id uuid NOT NULL,
    reported_by uuid NOT NULL,
    class text NOT NULL,
    twin smallint DEFAULT 0 NOT NULL,
    CONSTRAINT reference_has_register CHECK (((reference IS NULL) OR (register IS NOT NULL)))
);

ALTER TABLE ONLY est.incident_key FORCE ROW LEVEL SECURITY;


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
    reason text,
    key uuid
);

ALTER TABLE ONLY est.incident_version FORCE ROW LEVEL SECURITY;


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

ALTER TABLE ONLY est.instance FORCE ROW LEVEL SECURITY;


--
-- Name: kept_reports; Type: TABLE; Schema: est; Owner: -
--

CREATE TABLE est.kept_reports (
    municipality text NOT NULL,
    group_id uuid NOT NULL,
    number integer NOT NULL,
    starts_at timestamp with time zone NOT NULL,
    ends_at timestamp with time zone NOT NULL,
    format integer NOT NULL,
    snapshot pg_snapshot NOT NULL,
    server bigint NOT NULL,
    categories text[] NOT NULL,
    areas uuid[] NOT NULL,
    series bytea NOT NULL,
    begins bytea NOT NULL,
    lengths bytea,
    eastings bytea,
    northings bytea,
    CONSTRAINT kept_whole CHECK ((((lengths IS NULL) = (eastings IS NULL)) AND ((lengths IS NULL) = (northings IS NULL))))
);
ALTER TABLE ONLY est.kept_reports ALTER COLUMN series SET STORAGE EXTERNAL;
ALTER TABLE ONLY est.kept_reports ALTER COLUMN begins SET STORAGE EXTERNAL;
ALTER TABLE ONLY est.kept_reports ALTER COLUMN lengths SET STORAGE EXTERNAL;
ALTER TABLE ONLY est.kept_reports ALTER COLUMN eastings SET STORAGE EXTERNAL;
ALTER TABLE ONLY est.kept_reports ALTER COLUMN northings SET STORAGE EXTERNAL;

ALTER TABLE ONLY est.kept_reports FORCE ROW LEVEL SECURITY;


--
-- Name: lease; Type: TABLE; Schema: est; Owner: -
--

CREATE TABLE est.lease (
    name text NOT NULL,
    holder uuid NOT NULL,
    token bigint NOT NULL,
    until timestamp with time zone NOT NULL
);

ALTER TABLE ONLY est.lease FORCE ROW LEVEL SECURITY;


--
-- Name: machine; Type: TABLE; Schema: est; Owner: -
--

CREATE TABLE est.machine (
    machine text NOT NULL,
    version integer NOT NULL
);

ALTER TABLE ONLY est.machine FORCE ROW LEVEL SECURITY;


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

ALTER TABLE ONLY est.machine_move FORCE ROW LEVEL SECURITY;


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

ALTER TABLE ONLY est.machine_move_role FORCE ROW LEVEL SECURITY;


--
-- Name: migration; Type: TABLE; Schema: est; Owner: -
--

CREATE TABLE est.migration (
    number integer NOT NULL,
    name text NOT NULL,
    checksum text NOT NULL,
    applied_at timestamp with time zone DEFAULT clock_timestamp() NOT NULL
);

ALTER TABLE ONLY est.migration FORCE ROW LEVEL SECURITY;


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

ALTER TABLE ONLY est.municipality FORCE ROW LEVEL SECURITY;


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

ALTER TABLE ONLY est.nothing_to_report FORCE ROW LEVEL SECURITY;


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

ALTER TABLE ONLY est.notice FORCE ROW LEVEL SECURITY;


--
-- Name: occurrence; Type: TABLE; Schema: est; Owner: -
--

CREATE TABLE est.occurrence (
    municipality text NOT NULL,
    group_id uuid NOT NULL,
    period text NOT NULL,
    label text NOT NULL,
    first_day date NOT NULL,
    end_day date NOT NULL,
    expected timestamp without time zone NOT NULL,
    zone text NOT NULL,
    cycle_id uuid NOT NULL,
    outcome text DEFAULT 'open'::text NOT NULL,
    revision integer,
    state text,
    held_at timestamp with time zone,
    CONSTRAINT occurrence_has_days CHECK ((end_day > first_day)),
    CONSTRAINT occurrence_period_known CHECK ((period = ANY (ARRAY['weekly'::text, 'fortnightly'::text, 'monthly'::text]))),
    CONSTRAINT only_what_fired_was_held CHECK (((held_at IS NULL) OR (outcome = 'fired'::text))),
    CONSTRAINT outcome_follows_from_state CHECK (((((((outcome = 'open'::text) AND (COALESCE(state, '-'::text) = '-'::text)) OR ((outcome = 'fired'::text) AND (COALESCE(state, '-'::text) = 'concluded'::text))) OR ((outcome = 'moved'::text) AND (COALESCE(state, '-'::text) = 'withdrawn'::text))) OR ((outcome = 'skipped'::text) AND (COALESCE(state, '-'::text) = 'skipped'::text))) OR ((outcome = 'missed'::text) AND (COALESCE(state, '-'::text) = 'missed'::text)))),
    CONSTRAINT outcome_has_its_transition CHECK ((((outcome = 'open'::text) = (revision IS NULL)) AND ((outcome = 'open'::text) = (state IS NULL)))),
    CONSTRAINT outcome_known CHECK ((outcome = ANY (ARRAY['open'::text, 'fired'::text, 'moved'::text, 'skipped'::text, 'missed'::text])))
);

ALTER TABLE ONLY est.occurrence FORCE ROW LEVEL SECURITY;


--
-- Name: occurrence_move; Type: TABLE; Schema: est; Owner: -
--

CREATE TABLE est.occurrence_move (
    municipality text NOT NULL,
    group_id uuid NOT NULL,
    period text NOT NULL,
    label text NOT NULL,
    number integer NOT NULL,
    rule text NOT NULL,
    holiday text,
    from_local timestamp without time zone NOT NULL,
    to_local timestamp without time zone NOT NULL,
    cycle_id uuid NOT NULL,
    revision integer NOT NULL,
    CONSTRAINT move_from_one CHECK ((number > 0)),
    CONSTRAINT move_rule_known CHECK ((rule = ANY (ARRAY['holiday'::text, 'day-off'::text, 'gap'::text, 'fold'::text, 'setting'::text, 'zone'::text, 'coordinator'::text]))),
    CONSTRAINT only_a_holiday_has_a_name CHECK (((holiday IS NULL) OR (rule = 'holiday'::text)))
);

ALTER TABLE ONLY est.occurrence_move FORCE ROW LEVEL SECURITY;


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

ALTER TABLE ONLY est.organisation FORCE ROW LEVEL SECURITY;


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
    requested_at timestamp with time zone NOT NULL,
    claimed_at timestamp with time zone,
    attempts_before integer DEFAULT 0 NOT NULL,
    recorded integer,
    ended_as text,
    asked_after integer
);

ALTER TABLE ONLY est.outbox FORCE ROW LEVEL SECURITY;


--
-- Name: outbox_attempt; Type: TABLE; Schema: est; Owner: -
--

CREATE TABLE est.outbox_attempt (
    municipality text NOT NULL,
    outbox_id uuid NOT NULL,
    attempt integer NOT NULL,
    started_at timestamp with time zone NOT NULL,
    ended_at timestamp with time zone NOT NULL,
    outcome text NOT NULL,
    cause text,
    reply text,
    said text,
    CONSTRAINT attempt_outcome_known CHECK ((outcome = ANY (ARRAY['delivered'::text, 'temporary-failure'::text, 'permanent-failure'::text, 'technical-failure'::text, 'unknown'::text]))),
    CONSTRAINT attempts_count_from_one CHECK ((attempt > 0)),
    CONSTRAINT failure_has_cause CHECK (((outcome = 'delivered'::text) = (cause IS NULL)))
);

ALTER TABLE ONLY est.outbox_attempt FORCE ROW LEVEL SECURITY;


--
-- Name: outbox_move; Type: TABLE; Schema: est; Owner: -
--

CREATE TABLE est.outbox_move (
    from_state text NOT NULL,
    to_state text NOT NULL
);

ALTER TABLE ONLY est.outbox_move FORCE ROW LEVEL SECURITY;


--
-- Name: outbox_retry; Type: TABLE; Schema: est; Owner: -
--

CREATE TABLE est.outbox_retry (
    municipality text NOT NULL,
    outbox_id uuid NOT NULL,
    after_attempt integer NOT NULL,
    at timestamp with time zone NOT NULL,
    participant_id uuid NOT NULL
);

ALTER TABLE ONLY est.outbox_retry FORCE ROW LEVEL SECURITY;


--
-- Name: participant; Type: TABLE; Schema: est; Owner: -
--

CREATE TABLE est.participant (
    municipality text NOT NULL,
    id uuid NOT NULL,
    login text NOT NULL,
    organisation_id uuid,
    function text NOT NULL,
    removed_at timestamp with time zone,
    CONSTRAINT login_form CHECK ((login ~ '^[0-9]{4}_[a-z0-9_-]{1,50}$'::text)),
    CONSTRAINT login_of_municipality CHECK (("left"(login, 4) = municipality))
);

ALTER TABLE ONLY est.participant FORCE ROW LEVEL SECURITY;


--
-- Name: participant_address; Type: TABLE; Schema: est; Owner: -
--

CREATE TABLE est.participant_address (
    municipality text NOT NULL,
    participant_id uuid NOT NULL,
    address text NOT NULL,
    CONSTRAINT address_not_empty CHECK ((address <> ''::text))
);

ALTER TABLE ONLY est.participant_address FORCE ROW LEVEL SECURITY;


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
    hash bytea NOT NULL,
    supersedes integer,
    adopted_at timestamp with time zone,
    adopted_by uuid,
    log_head integer,
    log_head_hash bytea,
    inputs bytea,
    reports_hash bytea,
    reports bigint,
    CONSTRAINT adopted_by_someone CHECK (((adopted_at IS NULL) = (adopted_by IS NULL))),
    CONSTRAINT picture_holds_whole_head CHECK (((log_head IS NULL) = (log_head_hash IS NULL))),
    CONSTRAINT picture_holds_whole_watermark CHECK ((((inputs IS NULL) = (reports_hash IS NULL)) AND ((inputs IS NULL) = (reports IS NULL)))),
    CONSTRAINT version_from_one CHECK ((version > 0))
);

ALTER TABLE ONLY est.picture FORCE ROW LEVEL SECURITY;


--
-- Name: picture_annex; Type: TABLE; Schema: est; Owner: -
--

CREATE TABLE est.picture_annex (
    municipality text NOT NULL,
    cycle_id uuid NOT NULL,
    version integer NOT NULL,
    content bytea NOT NULL,
    hash bytea NOT NULL,
    reports_hash bytea NOT NULL,
    reports bigint NOT NULL
);

ALTER TABLE ONLY est.picture_annex FORCE ROW LEVEL SECURITY;


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

ALTER TABLE ONLY est.trial FORCE ROW LEVEL SECURITY;


--
-- Name: present; Type: VIEW; Schema: est; Owner: -
--

CREATE VIEW est.present WITH (security_invoker='true') AS
 SELECT
        CASE
            WHEN t.is_trial THEN COALESCE((NULLIF(current_setting('est.now'::text, true), ''::text))::timestamp with time zone, (now() + t.ahead))
            ELSE now()
        END AS at
   FROM est.trial t;


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

ALTER TABLE ONLY est.priority FORCE ROW LEVEL SECURITY;


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

ALTER TABLE ONLY est.problem FORCE ROW LEVEL SECURITY;


--
-- Name: problem_incident; Type: TABLE; Schema: est; Owner: -
--

CREATE TABLE est.problem_incident (
    municipality text NOT NULL,
    problem_id uuid NOT NULL,
    incident_id uuid NOT NULL
);

ALTER TABLE ONLY est.problem_incident FORCE ROW LEVEL SECURITY;


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

ALTER TABLE ONLY est.problem_outcome FORCE ROW LEVEL SECURITY;


--
-- Name: promise; Type: TABLE; Schema: est; Owner: -
--

CREATE TABLE est.promise (
    municipality text NOT NULL,
    set_id uuid NOT NULL,
    number integer NOT NULL,
    id uuid NOT NULL,
    text text NOT NULL,
    target text DEFAULT ''::text NOT NULL,
    judgement text,
    CONSTRAINT promise_from_one CHECK ((number > 0)),
    CONSTRAINT promise_not_empty CHECK ((text <> ''::text))
);

ALTER TABLE ONLY est.promise FORCE ROW LEVEL SECURITY;


--
-- Name: promise_activity; Type: TABLE; Schema: est; Owner: -
--

CREATE TABLE est.promise_activity (
    municipality text NOT NULL,
    set_id uuid NOT NULL,
    promise integer NOT NULL,
    id uuid NOT NULL,
    day date NOT NULL,
    count integer NOT NULL,
    text text NOT NULL,
    CONSTRAINT activity_counts CHECK ((count > 0)),
    CONSTRAINT activity_not_empty CHECK ((text <> ''::text))
);

ALTER TABLE ONLY est.promise_activity FORCE ROW LEVEL SECURITY;


--
-- Name: promise_promisor; Type: TABLE; Schema: est; Owner: -
--

CREATE TABLE est.promise_promisor (
    municipality text NOT NULL,
    set_id uuid NOT NULL,
    promise integer NOT NULL,
    organisation_id uuid NOT NULL
);

ALTER TABLE ONLY est.promise_promisor FORCE ROW LEVEL SECURITY;


--
-- Name: promise_set; Type: TABLE; Schema: est; Owner: -
--

CREATE TABLE est.promise_set (
    municipality text NOT NULL,
    id uuid NOT NULL,
    number text NOT NULL,
    group_id uuid NOT NULL,
    title text NOT NULL,
    first_day date NOT NULL,
    last_day date NOT NULL,
    prolongs uuid,
    CONSTRAINT promise_set_has_days CHECK ((first_day <= last_day)),
    CONSTRAINT promise_set_not_empty CHECK ((title <> ''::text)),
    CONSTRAINT promise_set_prolongs_another CHECK ((prolongs <> id))
);

ALTER TABLE ONLY est.promise_set FORCE ROW LEVEL SECURITY;


--
-- Name: promise_signatory; Type: TABLE; Schema: est; Owner: -
--

CREATE TABLE est.promise_signatory (
    municipality text NOT NULL,
    set_id uuid NOT NULL,
    function text NOT NULL,
    signed_on date NOT NULL,
    CONSTRAINT promise_signatory_known CHECK ((function = ANY (ARRAY['policeChief'::text, 'executiveChair'::text])))
);

ALTER TABLE ONLY est.promise_signatory FORCE ROW LEVEL SECURITY;


--
-- Name: public_release; Type: TABLE; Schema: est; Owner: -
--

CREATE TABLE est.public_release (
    municipality text NOT NULL,
    number integer NOT NULL,
    period text NOT NULL,
    version integer NOT NULL,
    first_day date GENERATED ALWAYS AS (est.public_period_start(period)) STORED NOT NULL,
    end_day date GENERATED ALWAYS AS (est.public_period_end(period)) STORED NOT NULL,
    content bytea NOT NULL,
    hash bytea GENERATED ALWAYS AS (sha256(content)) STORED,
    audit jsonb NOT NULL,
    key uuid NOT NULL,
    released_at timestamp with time zone NOT NULL,
    released_by uuid NOT NULL,
    CONSTRAINT public_period_known CHECK ((period ~ '^[0-9]{4}(-(0[1-9]|1[0-2])|-Q[1-4])?$'::text)),
    CONSTRAINT public_version_from_one CHECK ((version > 0)),
    CONSTRAINT released_a_month_later CHECK ((released_at >= ((est.public_period_end(period) + '1 mon'::interval) AT TIME ZONE 'Europe/Stockholm'::text)))
);

ALTER TABLE ONLY est.public_release FORCE ROW LEVEL SECURITY;


--
-- Name: redaction; Type: TABLE; Schema: est; Owner: -
--

CREATE TABLE est.redaction (
    municipality text NOT NULL,
    received_at timestamp with time zone NOT NULL,
    id uuid NOT NULL,
    at timestamp with time zone NOT NULL,
    redacted_by uuid NOT NULL,
    reason text NOT NULL,
    versions integer NOT NULL,
    redacted_in xid8 DEFAULT pg_current_xact_id() NOT NULL
);

ALTER TABLE ONLY est.redaction FORCE ROW LEVEL SECURITY;


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

ALTER TABLE ONLY est.refusal FORCE ROW LEVEL SECURITY;


--
-- Name: retention_hold; Type: TABLE; Schema: est; Owner: -
--

CREATE TABLE est.retention_hold (
    municipality text NOT NULL,
    number integer NOT NULL,
    information text,
    area_id uuid,
    first_day date,
    last_day date,
    reason text NOT NULL,
    reference text NOT NULL,
    placed_at timestamp with time zone NOT NULL,
    placed_by uuid NOT NULL,
    lifted_at timestamp with time zone,
    lifted_by uuid,
    lifted_because text,
    CONSTRAINT hold_has_days CHECK ((first_day <= last_day)),
    CONSTRAINT hold_has_reason CHECK ((reason <> ''::text)),
    CONSTRAINT hold_has_reference CHECK ((reference <> ''::text)),
    CONSTRAINT hold_information_known CHECK ((information = ANY (ARRAY['reports'::text, 'casework'::text, 'meetings'::text, 'walks'::text, 'mail'::text, 'addresses'::text]))),
    CONSTRAINT hold_is_lifted_whole CHECK ((((lifted_at IS NULL) = (lifted_by IS NULL)) AND ((lifted_at IS NULL) = (lifted_because IS NULL)))),
    CONSTRAINT lifting_has_reason CHECK ((lifted_because <> ''::text))
);

ALTER TABLE ONLY est.retention_hold FORCE ROW LEVEL SECURITY;


--
-- Name: retention_rule; Type: TABLE; Schema: est; Owner: -
--

CREATE TABLE est.retention_rule (
    municipality text NOT NULL,
    information text NOT NULL,
    number integer NOT NULL,
    from_day date NOT NULL,
    months integer,
    days integer,
    decision text NOT NULL,
    set_at timestamp with time zone NOT NULL,
    set_by uuid NOT NULL,
    CONSTRAINT information_known CHECK ((information = ANY (ARRAY['reports'::text, 'casework'::text, 'meetings'::text, 'walks'::text, 'mail'::text, 'addresses'::text]))),
    CONSTRAINT period_has_days CHECK (((days >= 0) AND (days <= 36500))),
    CONSTRAINT period_has_months CHECK (((months >= 0) AND (months <= 1200))),
    CONSTRAINT period_is_some_time CHECK (((months + days) > 0)),
    CONSTRAINT period_is_whole CHECK (((months IS NULL) = (days IS NULL))),
    CONSTRAINT rule_has_decision CHECK ((decision <> ''::text))
);

ALTER TABLE ONLY est.retention_rule FORCE ROW LEVEL SECURITY;


--
-- Name: running_number; Type: TABLE; Schema: est; Owner: -
--

CREATE TABLE est.running_number (
    municipality text NOT NULL,
    subject text NOT NULL,
    year integer NOT NULL,
    last integer NOT NULL
);

ALTER TABLE ONLY est.running_number FORCE ROW LEVEL SECURITY;


--
-- Name: safety_walk; Type: TABLE; Schema: est; Owner: -
--

CREATE TABLE est.safety_walk (
    municipality text NOT NULL,
    id uuid NOT NULL,
    number text NOT NULL,
    group_id uuid NOT NULL,
    area_id uuid NOT NULL,
    day date NOT NULL,
    people integer NOT NULL,
    CONSTRAINT at_most_twenty_people CHECK (((people >= 1) AND (people <= 20)))
);

ALTER TABLE ONLY est.safety_walk FORCE ROW LEVEL SECURITY;


--
-- Name: setting; Type: TABLE; Schema: est; Owner: -
--

CREATE TABLE est.setting (
    municipality text NOT NULL,
    key text NOT NULL,
    value text NOT NULL
);

ALTER TABLE ONLY est.setting FORCE ROW LEVEL SECURITY;


--
-- Name: share; Type: TABLE; Schema: est; Owner: -
--

CREATE TABLE est.share (
    municipality text NOT NULL,
    id uuid NOT NULL,
    number text NOT NULL,
    group_id uuid NOT NULL,
    kind text NOT NULL,
    cycle_id uuid,
    period text NOT NULL,
    version integer NOT NULL,
    to_municipality text NOT NULL,
    class text GENERATED ALWAYS AS (
CASE kind
    WHEN 'public'::text THEN 'open'::text
    ELSE 'shared'::text
END) STORED NOT NULL,
    content bytea NOT NULL,
    hash bytea GENERATED ALWAYS AS (sha256(content)) STORED,
    ground text NOT NULL,
    until timestamp with time zone NOT NULL,
    offered_at timestamp with time zone NOT NULL,
    offered_by uuid NOT NULL,
    withdrawn_at timestamp with time zone,
    withdrawn_by uuid,
    withdrawn_because text,
    CONSTRAINT share_has_ground CHECK ((ground <> ''::text)),
    CONSTRAINT share_is_for_another CHECK (((to_municipality ~ '^[0-9]{4}$'::text) AND (to_municipality <> municipality))),
    CONSTRAINT share_kind_known CHECK ((kind = ANY (ARRAY['picture'::text, 'public'::text]))),
    CONSTRAINT share_lasts_a_while CHECK ((until > offered_at)),
    CONSTRAINT share_of_picture_has_cycle CHECK (((kind = 'picture'::text) = (cycle_id IS NOT NULL))),
    CONSTRAINT share_withdrawn_by_someone CHECK (((withdrawn_at IS NULL) = (withdrawn_by IS NULL)))
);

ALTER TABLE ONLY est.share FORCE ROW LEVEL SECURITY;


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

ALTER TABLE ONLY est.signature FORCE ROW LEVEL SECURITY;


--
-- Name: statutory_duty; Type: TABLE; Schema: est; Owner: -
--

CREATE TABLE est.statutory_duty (
    municipality text NOT NULL,
    group_id uuid NOT NULL,
    last_adopted date NOT NULL
);

ALTER TABLE ONLY est.statutory_duty FORCE ROW LEVEL SECURITY;


--
-- Name: statutory_picture; Type: TABLE; Schema: est; Owner: -
--

CREATE TABLE est.statutory_picture (
    municipality text NOT NULL,
    id uuid NOT NULL,
    number text NOT NULL,
    group_id uuid NOT NULL,
    deadline date NOT NULL,
    action_plan text,
    no_plan_because text,
    adopted_on date,
    CONSTRAINT no_plan_reason_not_empty CHECK ((no_plan_because <> ''::text)),
    CONSTRAINT plan_not_empty CHECK ((action_plan <> ''::text)),
    CONSTRAINT plan_or_reason_against_it CHECK (((action_plan IS NULL) OR (no_plan_because IS NULL)))
);

ALTER TABLE ONLY est.statutory_picture FORCE ROW LEVEL SECURITY;


--
-- Name: timer; Type: TABLE; Schema: est; Owner: -
--

CREATE TABLE est.timer (
    municipality text NOT NULL,
    instance_id uuid NOT NULL,
    event text NOT NULL,
    due timestamp with time zone NOT NULL
);

ALTER TABLE ONLY est.timer FORCE ROW LEVEL SECURITY;


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

ALTER TABLE ONLY est.unit FORCE ROW LEVEL SECURITY;


--
-- Name: walk_point; Type: TABLE; Schema: est; Owner: -
--

CREATE TABLE est.walk_point (
    municipality text NOT NULL,
    walk_id uuid NOT NULL,
    number integer NOT NULL,
    id uuid NOT NULL,
    text text NOT NULL,
    action_id uuid,
    cannot_because text,
    outcome text,
    CONSTRAINT point_from_one CHECK ((number > 0)),
    CONSTRAINT point_is_action_or_reason CHECK (((action_id IS NULL) OR (cannot_because IS NULL))),
    CONSTRAINT point_not_empty CHECK ((text <> ''::text)),
    CONSTRAINT point_outcome_not_empty CHECK ((outcome <> ''::text)),
    CONSTRAINT reason_not_empty CHECK ((cannot_because <> ''::text))
);

ALTER TABLE ONLY est.walk_point FORCE ROW LEVEL SECURITY;


--
-- Name: worker; Type: TABLE; Schema: est; Owner: -
--

CREATE TABLE est.worker (
    id uuid NOT NULL,
    host text NOT NULL,
    started timestamp with time zone NOT NULL,
    seen timestamp with time zone NOT NULL
);

ALTER TABLE ONLY est.worker FORCE ROW LEVEL SECURITY;


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
-- Name: agreement agreement_number_unique; Type: CONSTRAINT; Schema: est; Owner: -
--

ALTER TABLE ONLY est.agreement
    ADD CONSTRAINT agreement_number_unique UNIQUE (municipality, number);


--
-- Name: agreement_party agreement_party_pkey; Type: CONSTRAINT; Schema: est; Owner: -
--

ALTER TABLE ONLY est.agreement_party
    ADD CONSTRAINT agreement_party_pkey PRIMARY KEY (municipality, agreement_id, organisation_id);


--
-- Name: agreement agreement_pkey; Type: CONSTRAINT; Schema: est; Owner: -
--

ALTER TABLE ONLY est.agreement
    ADD CONSTRAINT agreement_pkey PRIMARY KEY (municipality, id);


--
-- Name: agreement_signatory agreement_signatory_pkey; Type: CONSTRAINT; Schema: est; Owner: -
--

ALTER TABLE ONLY est.agreement_signatory
    ADD CONSTRAINT agreement_signatory_pkey PRIMARY KEY (municipality, agreement_id, function);


--
-- Name: incident_version amendment_said_once; Type: CONSTRAINT; Schema: est; Owner: -
--

ALTER TABLE ONLY est.incident_version
    ADD CONSTRAINT amendment_said_once UNIQUE (municipality, key);


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
-- Name: area_score area_score_pkey; Type: CONSTRAINT; Schema: est; Owner: -
--

ALTER TABLE ONLY est.area_score
    ADD CONSTRAINT area_score_pkey PRIMARY KEY (municipality, group_id, period, area_id, number);


--
-- Name: outbox_attempt attempt_outcome_once; Type: CONSTRAINT; Schema: est; Owner: -
--

ALTER TABLE ONLY est.outbox_attempt
    ADD CONSTRAINT attempt_outcome_once UNIQUE (municipality, outbox_id, attempt, outcome);


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
-- Name: changed_day changed_day_pkey; Type: CONSTRAINT; Schema: est; Owner: -
--

ALTER TABLE ONLY est.changed_day
    ADD CONSTRAINT changed_day_pkey PRIMARY KEY (municipality, group_id, day, changed_in);


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
-- Name: disposal disposal_pkey; Type: CONSTRAINT; Schema: est; Owner: -
--

ALTER TABLE ONLY est.disposal
    ADD CONSTRAINT disposal_pkey PRIMARY KEY (municipality, information, day, rule);


--
-- Name: effect_plan_area effect_plan_area_pkey; Type: CONSTRAINT; Schema: est; Owner: -
--

ALTER TABLE ONLY est.effect_plan_area
    ADD CONSTRAINT effect_plan_area_pkey PRIMARY KEY (municipality, action_id, version, area_id);


--
-- Name: effect_plan_category effect_plan_category_pkey; Type: CONSTRAINT; Schema: est; Owner: -
--

ALTER TABLE ONLY est.effect_plan_category
    ADD CONSTRAINT effect_plan_category_pkey PRIMARY KEY (municipality, action_id, version, category);


--
-- Name: effect_plan effect_plan_pkey; Type: CONSTRAINT; Schema: est; Owner: -
--

ALTER TABLE ONLY est.effect_plan
    ADD CONSTRAINT effect_plan_pkey PRIMARY KEY (municipality, action_id, version);


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
-- Name: export_made export_made_pkey; Type: CONSTRAINT; Schema: est; Owner: -
--

ALTER TABLE ONLY est.export_made
    ADD CONSTRAINT export_made_pkey PRIMARY KEY (municipality, id);


--
-- Name: est_group group_name_unique; Type: CONSTRAINT; Schema: est; Owner: -
--

ALTER TABLE ONLY est.est_group
    ADD CONSTRAINT group_name_unique UNIQUE (municipality, name);


--
-- Name: harm_table harm_table_pkey; Type: CONSTRAINT; Schema: est; Owner: -
--

ALTER TABLE ONLY est.harm_table
    ADD CONSTRAINT harm_table_pkey PRIMARY KEY (municipality, version);


--
-- Name: harm_weight harm_weight_pkey; Type: CONSTRAINT; Schema: est; Owner: -
--

ALTER TABLE ONLY est.harm_weight
    ADD CONSTRAINT harm_weight_pkey PRIMARY KEY (municipality, version, category);


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
-- Name: kept_reports kept_reports_pkey; Type: CONSTRAINT; Schema: est; Owner: -
--

ALTER TABLE ONLY est.kept_reports
    ADD CONSTRAINT kept_reports_pkey PRIMARY KEY (municipality, group_id, number);


--
-- Name: lease lease_pkey; Type: CONSTRAINT; Schema: est; Owner: -
--

ALTER TABLE ONLY est.lease
    ADD CONSTRAINT lease_pkey PRIMARY KEY (name);


--
-- Name: log_head log_head_pkey; Type: CONSTRAINT; Schema: est; Owner: -
--

ALTER TABLE ONLY est.log_head
    ADD CONSTRAINT log_head_pkey PRIMARY KEY (municipality, number);


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
-- Name: occurrence_move occurrence_move_pkey; Type: CONSTRAINT; Schema: est; Owner: -
--

ALTER TABLE ONLY est.occurrence_move
    ADD CONSTRAINT occurrence_move_pkey PRIMARY KEY (municipality, group_id, period, label, number);


--
-- Name: occurrence occurrence_pkey; Type: CONSTRAINT; Schema: est; Owner: -
--

ALTER TABLE ONLY est.occurrence
    ADD CONSTRAINT occurrence_pkey PRIMARY KEY (municipality, group_id, period, label);


--
-- Name: statutory_picture one_statutory_picture_for_each_deadline; Type: CONSTRAINT; Schema: est; Owner: -
--

ALTER TABLE ONLY est.statutory_picture
    ADD CONSTRAINT one_statutory_picture_for_each_deadline UNIQUE (municipality, deadline);


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
-- Name: outbox_attempt outbox_attempt_pkey; Type: CONSTRAINT; Schema: est; Owner: -
--

ALTER TABLE ONLY est.outbox_attempt
    ADD CONSTRAINT outbox_attempt_pkey PRIMARY KEY (municipality, outbox_id, attempt);


--
-- Name: outbox outbox_key_unique; Type: CONSTRAINT; Schema: est; Owner: -
--

ALTER TABLE ONLY est.outbox
    ADD CONSTRAINT outbox_key_unique UNIQUE (municipality, kind, key);


--
-- Name: outbox_move outbox_move_pkey; Type: CONSTRAINT; Schema: est; Owner: -
--

ALTER TABLE ONLY est.outbox_move
    ADD CONSTRAINT outbox_move_pkey PRIMARY KEY (from_state, to_state);


--
-- Name: outbox outbox_pkey; Type: CONSTRAINT; Schema: est; Owner: -
--

ALTER TABLE ONLY est.outbox
    ADD CONSTRAINT outbox_pkey PRIMARY KEY (municipality, id);


--
-- Name: outbox_retry outbox_retry_pkey; Type: CONSTRAINT; Schema: est; Owner: -
--

ALTER TABLE ONLY est.outbox_retry
    ADD CONSTRAINT outbox_retry_pkey PRIMARY KEY (municipality, outbox_id, after_attempt);


--
-- Name: participant_address participant_address_pkey; Type: CONSTRAINT; Schema: est; Owner: -
--

ALTER TABLE ONLY est.participant_address
    ADD CONSTRAINT participant_address_pkey PRIMARY KEY (municipality, participant_id);


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
-- Name: picture_annex picture_annex_pkey; Type: CONSTRAINT; Schema: est; Owner: -
--

ALTER TABLE ONLY est.picture_annex
    ADD CONSTRAINT picture_annex_pkey PRIMARY KEY (municipality, cycle_id, version);


--
-- Name: picture picture_pkey; Type: CONSTRAINT; Schema: est; Owner: -
--

ALTER TABLE ONLY est.picture
    ADD CONSTRAINT picture_pkey PRIMARY KEY (municipality, cycle_id, version);


--
-- Name: walk_point point_said_once; Type: CONSTRAINT; Schema: est; Owner: -
--

ALTER TABLE ONLY est.walk_point
    ADD CONSTRAINT point_said_once UNIQUE (municipality, id);


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
-- Name: promise_activity promise_activity_pkey; Type: CONSTRAINT; Schema: est; Owner: -
--

ALTER TABLE ONLY est.promise_activity
    ADD CONSTRAINT promise_activity_pkey PRIMARY KEY (municipality, set_id, promise, id);


--
-- Name: promise promise_pkey; Type: CONSTRAINT; Schema: est; Owner: -
--

ALTER TABLE ONLY est.promise
    ADD CONSTRAINT promise_pkey PRIMARY KEY (municipality, set_id, number);


--
-- Name: promise_promisor promise_promisor_pkey; Type: CONSTRAINT; Schema: est; Owner: -
--

ALTER TABLE ONLY est.promise_promisor
    ADD CONSTRAINT promise_promisor_pkey PRIMARY KEY (municipality, set_id, promise, organisation_id);


--
-- Name: promise promise_said_once; Type: CONSTRAINT; Schema: est; Owner: -
--

ALTER TABLE ONLY est.promise
    ADD CONSTRAINT promise_said_once UNIQUE (municipality, id);


--
-- Name: promise_set promise_set_number_unique; Type: CONSTRAINT; Schema: est; Owner: -
--

ALTER TABLE ONLY est.promise_set
    ADD CONSTRAINT promise_set_number_unique UNIQUE (municipality, number);


--
-- Name: promise_set promise_set_pkey; Type: CONSTRAINT; Schema: est; Owner: -
--

ALTER TABLE ONLY est.promise_set
    ADD CONSTRAINT promise_set_pkey PRIMARY KEY (municipality, id);


--
-- Name: promise_set promise_set_prolonged_once; Type: CONSTRAINT; Schema: est; Owner: -
--

ALTER TABLE ONLY est.promise_set
    ADD CONSTRAINT promise_set_prolonged_once UNIQUE (municipality, prolongs);


--
-- Name: promise_signatory promise_signatory_pkey; Type: CONSTRAINT; Schema: est; Owner: -
--

ALTER TABLE ONLY est.promise_signatory
    ADD CONSTRAINT promise_signatory_pkey PRIMARY KEY (municipality, set_id, function);


--
-- Name: public_release public_release_pkey; Type: CONSTRAINT; Schema: est; Owner: -
--

ALTER TABLE ONLY est.public_release
    ADD CONSTRAINT public_release_pkey PRIMARY KEY (municipality, number);


--
-- Name: public_release public_release_said_once; Type: CONSTRAINT; Schema: est; Owner: -
--

ALTER TABLE ONLY est.public_release
    ADD CONSTRAINT public_release_said_once UNIQUE (municipality, key);


--
-- Name: public_release public_version_unique; Type: CONSTRAINT; Schema: est; Owner: -
--

ALTER TABLE ONLY est.public_release
    ADD CONSTRAINT public_version_unique UNIQUE (municipality, period, version);


--
-- Name: redaction redaction_pkey; Type: CONSTRAINT; Schema: est; Owner: -
--

ALTER TABLE ONLY est.redaction
    ADD CONSTRAINT redaction_pkey PRIMARY KEY (municipality, received_at, id, redacted_in);


--
-- Name: incident_key reference_unique_in_register; Type: CONSTRAINT; Schema: est; Owner: -
--

ALTER TABLE ONLY est.incident_key
    ADD CONSTRAINT reference_unique_in_register UNIQUE (municipality, register, reference, twin);


--
-- Name: refusal refusal_pkey; Type: CONSTRAINT; Schema: est; Owner: -
--

ALTER TABLE ONLY est.refusal
    ADD CONSTRAINT refusal_pkey PRIMARY KEY (municipality, instance_id, event, due, at);


--
-- Name: retention_hold retention_hold_pkey; Type: CONSTRAINT; Schema: est; Owner: -
--

ALTER TABLE ONLY est.retention_hold
    ADD CONSTRAINT retention_hold_pkey PRIMARY KEY (municipality, number);


--
-- Name: retention_rule retention_rule_pkey; Type: CONSTRAINT; Schema: est; Owner: -
--

ALTER TABLE ONLY est.retention_rule
    ADD CONSTRAINT retention_rule_pkey PRIMARY KEY (municipality, information, number);


--
-- Name: running_number running_number_pkey; Type: CONSTRAINT; Schema: est; Owner: -
--

ALTER TABLE ONLY est.running_number
    ADD CONSTRAINT running_number_pkey PRIMARY KEY (municipality, subject, year);


--
-- Name: safety_walk safety_walk_number_unique; Type: CONSTRAINT; Schema: est; Owner: -
--

ALTER TABLE ONLY est.safety_walk
    ADD CONSTRAINT safety_walk_number_unique UNIQUE (municipality, number);


--
-- Name: safety_walk safety_walk_pkey; Type: CONSTRAINT; Schema: est; Owner: -
--

ALTER TABLE ONLY est.safety_walk
    ADD CONSTRAINT safety_walk_pkey PRIMARY KEY (municipality, id);


--
-- Name: setting setting_pkey; Type: CONSTRAINT; Schema: est; Owner: -
--

ALTER TABLE ONLY est.setting
    ADD CONSTRAINT setting_pkey PRIMARY KEY (municipality, key);


--
-- Name: share share_municipality_number_key; Type: CONSTRAINT; Schema: est; Owner: -
--

ALTER TABLE ONLY est.share
    ADD CONSTRAINT share_municipality_number_key UNIQUE (municipality, number);


--
-- Name: share share_pkey; Type: CONSTRAINT; Schema: est; Owner: -
--

ALTER TABLE ONLY est.share
    ADD CONSTRAINT share_pkey PRIMARY KEY (municipality, id);


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
-- Name: statutory_duty statutory_duty_pkey; Type: CONSTRAINT; Schema: est; Owner: -
--

ALTER TABLE ONLY est.statutory_duty
    ADD CONSTRAINT statutory_duty_pkey PRIMARY KEY (municipality);


--
-- Name: statutory_picture statutory_picture_number_unique; Type: CONSTRAINT; Schema: est; Owner: -
--

ALTER TABLE ONLY est.statutory_picture
    ADD CONSTRAINT statutory_picture_number_unique UNIQUE (municipality, number);


--
-- Name: statutory_picture statutory_picture_pkey; Type: CONSTRAINT; Schema: est; Owner: -
--

ALTER TABLE ONLY est.statutory_picture
    ADD CONSTRAINT statutory_picture_pkey PRIMARY KEY (municipality, id);


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
-- Name: walk_point walk_point_pkey; Type: CONSTRAINT; Schema: est; Owner: -
--

ALTER TABLE ONLY est.walk_point
    ADD CONSTRAINT walk_point_pkey PRIMARY KEY (municipality, walk_id, number);


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
-- Name: agreement_by_predecessor; Type: INDEX; Schema: est; Owner: -
--

CREATE INDEX agreement_by_predecessor ON est.agreement USING btree (municipality, follows);


--
-- Name: area_piece_geometry; Type: INDEX; Schema: est; Owner: -
--

CREATE INDEX area_piece_geometry ON est.area_piece USING gist (geometry);


--
-- Name: cycle_by_day; Type: INDEX; Schema: est; Owner: -
--

CREATE INDEX cycle_by_day ON est.cycle USING btree (municipality, group_id, first_day);


--
-- Name: delivered_once; Type: INDEX; Schema: est; Owner: -
--

CREATE UNIQUE INDEX delivered_once ON est.outbox_attempt USING btree (municipality, outbox_id) WHERE (outcome = 'delivered'::text);


--
-- Name: disposal_under_way; Type: INDEX; Schema: est; Owner: -
--

CREATE INDEX disposal_under_way ON est.disposal USING btree (municipality, disposed_in) WHERE (disposed_in IS NOT NULL);


--
-- Name: export_made_at; Type: INDEX; Schema: est; Owner: -
--

CREATE INDEX export_made_at ON est.export_made USING btree (municipality, at);


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
-- Name: incident_authority_only; Type: INDEX; Schema: est; Owner: -
--

CREATE INDEX incident_authority_only ON ONLY est.incident USING btree (municipality, group_id, occurred_from) WHERE (class = 'authority-only'::text);


--
-- Name: incident_2025_municipality_group_id_occurred_from_idx1; Type: INDEX; Schema: est; Owner: -
--

CREATE INDEX incident_2025_municipality_group_id_occurred_from_idx1 ON est.incident_2025 USING btree (municipality, group_id, occurred_from) WHERE (class = 'authority-only'::text);


--
-- Name: incident_with_texts; Type: INDEX; Schema: est; Owner: -
--

CREATE INDEX incident_with_texts ON ONLY est.incident USING btree (municipality, received_at) WHERE (((reasons <> '{}'::text[]) AND (reasons <> '{[gallrat]}'::text[])) OR (place <> ALL (ARRAY[''::text, '[gallrat]'::text])) OR (assessment <> ALL (ARRAY[''::text, '[gallrat]'::text])) OR (text <> ALL (ARRAY[''::text, '[gallrat]'::text])) OR (review_reason <> ALL (ARRAY[''::text, '[gallrat]'::text])));


--
-- Name: incident_2025_municipality_received_at_idx; Type: INDEX; Schema: est; Owner: -
--

CREATE INDEX incident_2025_municipality_received_at_idx ON est.incident_2025 USING btree (municipality, received_at) WHERE (((reasons <> '{}'::text[]) AND (reasons <> '{[gallrat]}'::text[])) OR (place <> ALL (ARRAY[''::text, '[gallrat]'::text])) OR (assessment <> ALL (ARRAY[''::text, '[gallrat]'::text])) OR (text <> ALL (ARRAY[''::text, '[gallrat]'::text])) OR (review_reason <> ALL (ARRAY[''::text, '[gallrat]'::text])));


--
-- Name: incident_2026_municipality_cycle_id_idx; Type: INDEX; Schema: est; Owner: -
--

CREATE INDEX incident_2026_municipality_cycle_id_idx ON est.incident_2026 USING btree (municipality, cycle_id) WHERE (cycle_id IS NOT NULL);


--
-- Name: incident_2026_municipality_group_id_occurred_from_idx; Type: INDEX; Schema: est; Owner: -
--

CREATE INDEX incident_2026_municipality_group_id_occurred_from_idx ON est.incident_2026 USING btree (municipality, group_id, occurred_from);


--
-- Name: incident_2026_municipality_group_id_occurred_from_idx1; Type: INDEX; Schema: est; Owner: -
--

CREATE INDEX incident_2026_municipality_group_id_occurred_from_idx1 ON est.incident_2026 USING btree (municipality, group_id, occurred_from) WHERE (class = 'authority-only'::text);


--
-- Name: incident_2026_municipality_received_at_idx; Type: INDEX; Schema: est; Owner: -
--

CREATE INDEX incident_2026_municipality_received_at_idx ON est.incident_2026 USING btree (municipality, received_at) WHERE (((reasons <> '{}'::text[]) AND (reasons <> '{[gallrat]}'::text[])) OR (place <> ALL (ARRAY[''::text, '[gallrat]'::text])) OR (assessment <> ALL (ARRAY[''::text, '[gallrat]'::text])) OR (text <> ALL (ARRAY[''::text, '[gallrat]'::text])) OR (review_reason <> ALL (ARRAY[''::text, '[gallrat]'::text])));


--
-- Name: incident_2027_municipality_cycle_id_idx; Type: INDEX; Schema: est; Owner: -
--

CREATE INDEX incident_2027_municipality_cycle_id_idx ON est.incident_2027 USING btree (municipality, cycle_id) WHERE (cycle_id IS NOT NULL);


--
-- Name: incident_2027_municipality_group_id_occurred_from_idx; Type: INDEX; Schema: est; Owner: -
--

CREATE INDEX incident_2027_municipality_group_id_occurred_from_idx ON est.incident_2027 USING btree (municipality, group_id, occurred_from);


--
-- Name: incident_2027_municipality_group_id_occurred_from_idx1; Type: INDEX; Schema: est; Owner: -
--

CREATE INDEX incident_2027_municipality_group_id_occurred_from_idx1 ON est.incident_2027 USING btree (municipality, group_id, occurred_from) WHERE (class = 'authority-only'::text);


--
-- Name: incident_2027_municipality_received_at_idx; Type: INDEX; Schema: est; Owner: -
--

CREATE INDEX incident_2027_municipality_received_at_idx ON est.incident_2027 USING btree (municipality, received_at) WHERE (((reasons <> '{}'::text[]) AND (reasons <> '{[gallrat]}'::text[])) OR (place <> ALL (ARRAY[''::text, '[gallrat]'::text])) OR (assessment <> ALL (ARRAY[''::text, '[gallrat]'::text])) OR (text <> ALL (ARRAY[''::text, '[gallrat]'::text])) OR (review_reason <> ALL (ARRAY[''::text, '[gallrat]'::text])));


--
-- Name: incident_2028_municipality_cycle_id_idx; Type: INDEX; Schema: est; Owner: -
--

CREATE INDEX incident_2028_municipality_cycle_id_idx ON est.incident_2028 USING btree (municipality, cycle_id) WHERE (cycle_id IS NOT NULL);


--
-- Name: incident_2028_municipality_group_id_occurred_from_idx; Type: INDEX; Schema: est; Owner: -
--

CREATE INDEX incident_2028_municipality_group_id_occurred_from_idx ON est.incident_2028 USING btree (municipality, group_id, occurred_from);


--
-- Name: incident_2028_municipality_group_id_occurred_from_idx1; Type: INDEX; Schema: est; Owner: -
--

CREATE INDEX incident_2028_municipality_group_id_occurred_from_idx1 ON est.incident_2028 USING btree (municipality, group_id, occurred_from) WHERE (class = 'authority-only'::text);


--
-- Name: incident_2028_municipality_received_at_idx; Type: INDEX; Schema: est; Owner: -
--

CREATE INDEX incident_2028_municipality_received_at_idx ON est.incident_2028 USING btree (municipality, received_at) WHERE (((reasons <> '{}'::text[]) AND (reasons <> '{[gallrat]}'::text[])) OR (place <> ALL (ARRAY[''::text, '[gallrat]'::text])) OR (assessment <> ALL (ARRAY[''::text, '[gallrat]'::text])) OR (text <> ALL (ARRAY[''::text, '[gallrat]'::text])) OR (review_reason <> ALL (ARRAY[''::text, '[gallrat]'::text])));


--
-- Name: incident_2029_municipality_cycle_id_idx; Type: INDEX; Schema: est; Owner: -
--

CREATE INDEX incident_2029_municipality_cycle_id_idx ON est.incident_2029 USING btree (municipality, cycle_id) WHERE (cycle_id IS NOT NULL);


--
-- Name: incident_2029_municipality_group_id_occurred_from_idx; Type: INDEX; Schema: est; Owner: -
--

CREATE INDEX incident_2029_municipality_group_id_occurred_from_idx ON est.incident_2029 USING btree (municipality, group_id, occurred_from);


--
-- Name: incident_2029_municipality_group_id_occurred_from_idx1; Type: INDEX; Schema: est; Owner: -
--

CREATE INDEX incident_2029_municipality_group_id_occurred_from_idx1 ON est.incident_2029 USING btree (municipality, group_id, occurred_from) WHERE (class = 'authority-only'::text);


--
-- Name: incident_2029_municipality_received_at_idx; Type: INDEX; Schema: est; Owner: -
--

CREATE INDEX incident_2029_municipality_received_at_idx ON est.incident_2029 USING btree (municipality, received_at) WHERE (((reasons <> '{}'::text[]) AND (reasons <> '{[gallrat]}'::text[])) OR (place <> ALL (ARRAY[''::text, '[gallrat]'::text])) OR (assessment <> ALL (ARRAY[''::text, '[gallrat]'::text])) OR (text <> ALL (ARRAY[''::text, '[gallrat]'::text])) OR (review_reason <> ALL (ARRAY[''::text, '[gallrat]'::text])));


--
-- Name: incident_before_2025_municipality_cycle_id_idx; Type: INDEX; Schema: est; Owner: -
--

CREATE INDEX incident_before_2025_municipality_cycle_id_idx ON est.incident_before_2025 USING btree (municipality, cycle_id) WHERE (cycle_id IS NOT NULL);


--
-- Name: incident_before_2025_municipality_group_id_occurred_from_idx; Type: INDEX; Schema: est; Owner: -
--

CREATE INDEX incident_before_2025_municipality_group_id_occurred_from_idx ON est.incident_before_2025 USING btree (municipality, group_id, occurred_from);


--
-- Name: incident_before_2025_municipality_group_id_occurred_from_idx1; Type: INDEX; Schema: est; Owner: -
--

CREATE INDEX incident_before_2025_municipality_group_id_occurred_from_idx1 ON est.incident_before_2025 USING btree (municipality, group_id, occurred_from) WHERE (class = 'authority-only'::text);


--
-- Name: incident_before_2025_municipality_received_at_idx; Type: INDEX; Schema: est; Owner: -
--

CREATE INDEX incident_before_2025_municipality_received_at_idx ON est.incident_before_2025 USING btree (municipality, received_at) WHERE (((reasons <> '{}'::text[]) AND (reasons <> '{[gallrat]}'::text[])) OR (place <> ALL (ARRAY[''::text, '[gallrat]'::text])) OR (assessment <> ALL (ARRAY[''::text, '[gallrat]'::text])) OR (text <> ALL (ARRAY[''::text, '[gallrat]'::text])) OR (review_reason <> ALL (ARRAY[''::text, '[gallrat]'::text])));


--
-- Name: incident_from_2030_municipality_cycle_id_idx; Type: INDEX; Schema: est; Owner: -
--

CREATE INDEX incident_from_2030_municipality_cycle_id_idx ON est.incident_from_2030 USING btree (municipality, cycle_id) WHERE (cycle_id IS NOT NULL);


--
-- Name: incident_from_2030_municipality_group_id_occurred_from_idx; Type: INDEX; Schema: est; Owner: -
--

CREATE INDEX incident_from_2030_municipality_group_id_occurred_from_idx ON est.incident_from_2030 USING btree (municipality, group_id, occurred_from);


--
-- Name: incident_from_2030_municipality_group_id_occurred_from_idx1; Type: INDEX; Schema: est; Owner: -
--

CREATE INDEX incident_from_2030_municipality_group_id_occurred_from_idx1 ON est.incident_from_2030 USING btree (municipality, group_id, occurred_from) WHERE (class = 'authority-only'::text);


--
-- Name: incident_from_2030_municipality_received_at_idx; Type: INDEX; Schema: est; Owner: -
--

CREATE INDEX incident_from_2030_municipality_received_at_idx ON est.incident_from_2030 USING btree (municipality, received_at) WHERE (((reasons <> '{}'::text[]) AND (reasons <> '{[gallrat]}'::text[])) OR (place <> ALL (ARRAY[''::text, '[gallrat]'::text])) OR (assessment <> ALL (ARRAY[''::text, '[gallrat]'::text])) OR (text <> ALL (ARRAY[''::text, '[gallrat]'::text])) OR (review_reason <> ALL (ARRAY[''::text, '[gallrat]'::text])));


--
-- Name: incident_version_with_texts; Type: INDEX; Schema: est; Owner: -
--

CREATE INDEX incident_version_with_texts ON est.incident_version USING btree (municipality, received_at) WHERE ((content <> est.redacted(content, '[gallrat]'::text)) OR (reason <> ALL (ARRAY[''::text, '[gallrat]'::text])));


--
-- Name: instance_by_group; Type: INDEX; Schema: est; Owner: -
--

CREATE INDEX instance_by_group ON est.instance USING btree (municipality, group_id, machine, state);


--
-- Name: log_head_by_until; Type: INDEX; Schema: est; Owner: -
--

CREATE INDEX log_head_by_until ON est.log_head USING btree (until);


--
-- Name: login_unique; Type: INDEX; Schema: est; Owner: -
--

CREATE UNIQUE INDEX login_unique ON est.participant USING btree (municipality, login) WHERE (removed_at IS NULL);


--
-- Name: notice_by_participant; Type: INDEX; Schema: est; Owner: -
--

CREATE INDEX notice_by_participant ON est.notice USING btree (municipality, participant_id, at);


--
-- Name: occurrence_by_day; Type: INDEX; Schema: est; Owner: -
--

CREATE INDEX occurrence_by_day ON est.occurrence USING btree (municipality, group_id, first_day);


--
-- Name: one_adopted_picture; Type: INDEX; Schema: est; Owner: -
--

CREATE UNIQUE INDEX one_adopted_picture ON est.picture USING btree (municipality, cycle_id) WHERE (adopted_at IS NOT NULL);


--
-- Name: one_living_cycle_for_each_period; Type: INDEX; Schema: est; Owner: -
--

CREATE UNIQUE INDEX one_living_cycle_for_each_period ON est.cycle USING btree (municipality, group_id, label) WHERE (withdrawn IS NULL);


--
-- Name: one_living_cycle_from_each_day; Type: INDEX; Schema: est; Owner: -
--

CREATE UNIQUE INDEX one_living_cycle_from_each_day ON est.cycle USING btree (municipality, group_id, first_day) WHERE (withdrawn IS NULL);


--
-- Name: outbox_attempt_with_texts; Type: INDEX; Schema: est; Owner: -
--

CREATE INDEX outbox_attempt_with_texts ON est.outbox_attempt USING btree (municipality, ended_at) WHERE (said <> ALL (ARRAY[''::text, '[gallrat]'::text]));


--
-- Name: outbox_failed; Type: INDEX; Schema: est; Owner: -
--

CREATE INDEX outbox_failed ON est.outbox USING btree (municipality, requested_at) WHERE (state = ANY (ARRAY['permanent-failure'::text, 'technical-failure'::text]));


--
-- Name: outbox_waiting; Type: INDEX; Schema: est; Owner: -
--

CREATE INDEX outbox_waiting ON est.outbox USING btree (next_attempt) WHERE (state = ANY (ARRAY['created'::text, 'sending'::text, 'temporary-failure'::text]));


--
-- Name: participant_by_login; Type: INDEX; Schema: est; Owner: -
--

CREATE INDEX participant_by_login ON est.participant USING btree (login) WHERE (removed_at IS NULL);


--
-- Name: participant_role_by_group; Type: INDEX; Schema: est; Owner: -
--

CREATE INDEX participant_role_by_group ON est.participant_role USING btree (municipality, group_id, role);


--
-- Name: problem_incident_by_incident; Type: INDEX; Schema: est; Owner: -
--

CREATE INDEX problem_incident_by_incident ON est.problem_incident USING btree (municipality, incident_id);


--
-- Name: redaction_with_texts; Type: INDEX; Schema: est; Owner: -
--

CREATE INDEX redaction_with_texts ON est.redaction USING btree (municipality, received_at) WHERE (reason <> ALL (ARRAY[''::text, '[gallrat]'::text]));


--
-- Name: share_to; Type: INDEX; Schema: est; Owner: -
--

CREATE INDEX share_to ON est.share USING btree (to_municipality, until) WHERE (withdrawn_at IS NULL);


--
-- Name: timer_by_due; Type: INDEX; Schema: est; Owner: -
--

CREATE INDEX timer_by_due ON est.timer USING btree (due);


--
-- Name: timer_by_municipality; Type: INDEX; Schema: est; Owner: -
--

CREATE INDEX timer_by_municipality ON est.timer USING btree (municipality, due, instance_id, event);


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
-- Name: incident_2025_municipality_group_id_occurred_from_idx1; Type: INDEX ATTACH; Schema: est; Owner: -
--

ALTER INDEX est.incident_authority_only ATTACH PARTITION est.incident_2025_municipality_group_id_occurred_from_idx1;


--
-- Name: incident_2025_municipality_received_at_idx; Type: INDEX ATTACH; Schema: est; Owner: -
--

ALTER INDEX est.incident_with_texts ATTACH PARTITION est.incident_2025_municipality_received_at_idx;


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
-- Name: incident_2026_municipality_group_id_occurred_from_idx1; Type: INDEX ATTACH; Schema: est; Owner: -
--

ALTER INDEX est.incident_authority_only ATTACH PARTITION est.incident_2026_municipality_group_id_occurred_from_idx1;


--
-- Name: incident_2026_municipality_received_at_idx; Type: INDEX ATTACH; Schema: est; Owner: -
--

ALTER INDEX est.incident_with_texts ATTACH PARTITION est.incident_2026_municipality_received_at_idx;


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
-- Name: incident_2027_municipality_group_id_occurred_from_idx1; Type: INDEX ATTACH; Schema: est; Owner: -
--

ALTER INDEX est.incident_authority_only ATTACH PARTITION est.incident_2027_municipality_group_id_occurred_from_idx1;


--
-- Name: incident_2027_municipality_received_at_idx; Type: INDEX ATTACH; Schema: est; Owner: -
--

ALTER INDEX est.incident_with_texts ATTACH PARTITION est.incident_2027_municipality_received_at_idx;


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
-- Name: incident_2028_municipality_group_id_occurred_from_idx1; Type: INDEX ATTACH; Schema: est; Owner: -
--

ALTER INDEX est.incident_authority_only ATTACH PARTITION est.incident_2028_municipality_group_id_occurred_from_idx1;


--
-- Name: incident_2028_municipality_received_at_idx; Type: INDEX ATTACH; Schema: est; Owner: -
--

ALTER INDEX est.incident_with_texts ATTACH PARTITION est.incident_2028_municipality_received_at_idx;


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
-- Name: incident_2029_municipality_group_id_occurred_from_idx1; Type: INDEX ATTACH; Schema: est; Owner: -
--

ALTER INDEX est.incident_authority_only ATTACH PARTITION est.incident_2029_municipality_group_id_occurred_from_idx1;


--
-- Name: incident_2029_municipality_received_at_idx; Type: INDEX ATTACH; Schema: est; Owner: -
--

ALTER INDEX est.incident_with_texts ATTACH PARTITION est.incident_2029_municipality_received_at_idx;


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
-- Name: incident_before_2025_municipality_group_id_occurred_from_idx1; Type: INDEX ATTACH; Schema: est; Owner: -
--

ALTER INDEX est.incident_authority_only ATTACH PARTITION est.incident_before_2025_municipality_group_id_occurred_from_idx1;


--
-- Name: incident_before_2025_municipality_received_at_idx; Type: INDEX ATTACH; Schema: est; Owner: -
--

ALTER INDEX est.incident_with_texts ATTACH PARTITION est.incident_before_2025_municipality_received_at_idx;


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
-- Name: incident_from_2030_municipality_group_id_occurred_from_idx1; Type: INDEX ATTACH; Schema: est; Owner: -
--

ALTER INDEX est.incident_authority_only ATTACH PARTITION est.incident_from_2030_municipality_group_id_occurred_from_idx1;


--
-- Name: incident_from_2030_municipality_received_at_idx; Type: INDEX ATTACH; Schema: est; Owner: -
--

ALTER INDEX est.incident_with_texts ATTACH PARTITION est.incident_from_2030_municipality_received_at_idx;


--
-- Name: incident_from_2030_pkey; Type: INDEX ATTACH; Schema: est; Owner: -
--

ALTER INDEX est.incident_pkey ATTACH PARTITION est.incident_from_2030_pkey;


--
-- Name: share a_sharer_is_refused; Type: TRIGGER; Schema: est; Owner: -
--

CREATE TRIGGER a_sharer_is_refused BEFORE INSERT ON est.share FOR EACH ROW EXECUTE FUNCTION est.refuse_sharer();


--
-- Name: action_cause a_stranger_is_refused; Type: TRIGGER; Schema: est; Owner: -
--

CREATE TRIGGER a_stranger_is_refused BEFORE INSERT ON est.action_cause FOR EACH ROW EXECUTE FUNCTION est.refuse_stranger();


--
-- Name: agreement_party a_stranger_is_refused; Type: TRIGGER; Schema: est; Owner: -
--

CREATE TRIGGER a_stranger_is_refused BEFORE INSERT ON est.agreement_party FOR EACH ROW EXECUTE FUNCTION est.refuse_stranger();


--
-- Name: agreement_signatory a_stranger_is_refused; Type: TRIGGER; Schema: est; Owner: -
--

CREATE TRIGGER a_stranger_is_refused BEFORE INSERT ON est.agreement_signatory FOR EACH ROW EXECUTE FUNCTION est.refuse_stranger();


--
-- Name: attendance a_stranger_is_refused; Type: TRIGGER; Schema: est; Owner: -
--

CREATE TRIGGER a_stranger_is_refused BEFORE INSERT ON est.attendance FOR EACH ROW EXECUTE FUNCTION est.refuse_stranger();


--
-- Name: cause a_stranger_is_refused; Type: TRIGGER; Schema: est; Owner: -
--

CREATE TRIGGER a_stranger_is_refused BEFORE INSERT ON est.cause FOR EACH ROW EXECUTE FUNCTION est.refuse_stranger();


--
-- Name: chain_step a_stranger_is_refused; Type: TRIGGER; Schema: est; Owner: -
--

CREATE TRIGGER a_stranger_is_refused BEFORE INSERT ON est.chain_step FOR EACH ROW EXECUTE FUNCTION est.refuse_stranger();


--
-- Name: cycle a_stranger_is_refused; Type: TRIGGER; Schema: est; Owner: -
--

CREATE TRIGGER a_stranger_is_refused BEFORE INSERT ON est.cycle FOR EACH ROW EXECUTE FUNCTION est.refuse_stranger();


--
-- Name: decision a_stranger_is_refused; Type: TRIGGER; Schema: est; Owner: -
--

CREATE TRIGGER a_stranger_is_refused BEFORE INSERT ON est.decision FOR EACH ROW EXECUTE FUNCTION est.refuse_stranger();


--
-- Name: effect_plan a_stranger_is_refused; Type: TRIGGER; Schema: est; Owner: -
--

CREATE TRIGGER a_stranger_is_refused BEFORE INSERT ON est.effect_plan FOR EACH ROW EXECUTE FUNCTION est.refuse_stranger();


--
-- Name: effect_plan_area a_stranger_is_refused; Type: TRIGGER; Schema: est; Owner: -
--

CREATE TRIGGER a_stranger_is_refused BEFORE INSERT ON est.effect_plan_area FOR EACH ROW EXECUTE FUNCTION est.refuse_stranger();


--
-- Name: effect_plan_category a_stranger_is_refused; Type: TRIGGER; Schema: est; Owner: -
--

CREATE TRIGGER a_stranger_is_refused BEFORE INSERT ON est.effect_plan_category FOR EACH ROW EXECUTE FUNCTION est.refuse_stranger();


--
-- Name: evidence a_stranger_is_refused; Type: TRIGGER; Schema: est; Owner: -
--

CREATE TRIGGER a_stranger_is_refused BEFORE INSERT ON est.evidence FOR EACH ROW EXECUTE FUNCTION est.refuse_stranger();


--
-- Name: harm_weight a_stranger_is_refused; Type: TRIGGER; Schema: est; Owner: -
--

CREATE TRIGGER a_stranger_is_refused BEFORE INSERT ON est.harm_weight FOR EACH ROW EXECUTE FUNCTION est.refuse_stranger();


--
-- Name: instance a_stranger_is_refused; Type: TRIGGER; Schema: est; Owner: -
--

CREATE TRIGGER a_stranger_is_refused BEFORE INSERT ON est.instance FOR EACH ROW EXECUTE FUNCTION est.refuse_stranger();


--
-- Name: picture a_stranger_is_refused; Type: TRIGGER; Schema: est; Owner: -
--

CREATE TRIGGER a_stranger_is_refused BEFORE INSERT ON est.picture FOR EACH ROW EXECUTE FUNCTION est.refuse_stranger();


--
-- Name: priority a_stranger_is_refused; Type: TRIGGER; Schema: est; Owner: -
--

CREATE TRIGGER a_stranger_is_refused BEFORE INSERT ON est.priority FOR EACH ROW EXECUTE FUNCTION est.refuse_stranger();


--
-- Name: promise a_stranger_is_refused; Type: TRIGGER; Schema: est; Owner: -
--

CREATE TRIGGER a_stranger_is_refused BEFORE INSERT ON est.promise FOR EACH ROW EXECUTE FUNCTION est.refuse_stranger();


--
-- Name: promise_promisor a_stranger_is_refused; Type: TRIGGER; Schema: est; Owner: -
--

CREATE TRIGGER a_stranger_is_refused BEFORE INSERT ON est.promise_promisor FOR EACH ROW EXECUTE FUNCTION est.refuse_stranger();


--
-- Name: promise_signatory a_stranger_is_refused; Type: TRIGGER; Schema: est; Owner: -
--

CREATE TRIGGER a_stranger_is_refused BEFORE INSERT ON est.promise_signatory FOR EACH ROW EXECUTE FUNCTION est.refuse_stranger();


--
-- Name: public_release a_stranger_is_refused; Type: TRIGGER; Schema: est; Owner: -
--

CREATE TRIGGER a_stranger_is_refused BEFORE INSERT ON est.public_release FOR EACH ROW EXECUTE FUNCTION est.refuse_stranger();


--
-- Name: retention_hold a_stranger_is_refused; Type: TRIGGER; Schema: est; Owner: -
--

CREATE TRIGGER a_stranger_is_refused BEFORE INSERT ON est.retention_hold FOR EACH ROW EXECUTE FUNCTION est.refuse_stranger();


--
-- Name: retention_rule a_stranger_is_refused; Type: TRIGGER; Schema: est; Owner: -
--

CREATE TRIGGER a_stranger_is_refused BEFORE INSERT ON est.retention_rule FOR EACH ROW EXECUTE FUNCTION est.refuse_stranger();


--
-- Name: signature a_stranger_is_refused; Type: TRIGGER; Schema: est; Owner: -
--

CREATE TRIGGER a_stranger_is_refused BEFORE INSERT ON est.signature FOR EACH ROW EXECUTE FUNCTION est.refuse_stranger();


--
-- Name: transition_log a_stranger_is_refused; Type: TRIGGER; Schema: est; Owner: -
--

CREATE TRIGGER a_stranger_is_refused BEFORE INSERT ON est.transition_log FOR EACH ROW EXECUTE FUNCTION est.refuse_stranger();


--
-- Name: walk_point a_stranger_is_refused; Type: TRIGGER; Schema: est; Owner: -
--

CREATE TRIGGER a_stranger_is_refused BEFORE INSERT ON est.walk_point FOR EACH ROW EXECUTE FUNCTION est.refuse_stranger();


--
-- Name: action action_is_kept; Type: TRIGGER; Schema: est; Owner: -
--

CREATE TRIGGER action_is_kept BEFORE DELETE ON est.action FOR EACH ROW EXECUTE FUNCTION est.refuse_removal();


--
-- Name: agreement_party agreement_party_stands; Type: TRIGGER; Schema: est; Owner: -
--

CREATE TRIGGER agreement_party_stands BEFORE INSERT OR DELETE OR UPDATE ON est.agreement_party FOR EACH ROW EXECUTE FUNCTION est.refuse_settled('agreement_id', 'draft');


--
-- Name: agreement_signatory agreement_signatory_stands; Type: TRIGGER; Schema: est; Owner: -
--

CREATE TRIGGER agreement_signatory_stands BEFORE INSERT OR DELETE OR UPDATE ON est.agreement_signatory FOR EACH ROW EXECUTE FUNCTION est.refuse_settled('agreement_id', 'draft');


--
-- Name: agreement agreement_stands; Type: TRIGGER; Schema: est; Owner: -
--

CREATE TRIGGER agreement_stands BEFORE DELETE OR UPDATE ON est.agreement FOR EACH ROW EXECUTE FUNCTION est.refuse_settled('id', 'draft');


--
-- Name: action_cause an_outsider_is_refused; Type: TRIGGER; Schema: est; Owner: -
--

CREATE TRIGGER an_outsider_is_refused BEFORE INSERT ON est.action_cause FOR EACH ROW EXECUTE FUNCTION est.refuse_outsider('action', 'action_id');


--
-- Name: agreement_party an_outsider_is_refused; Type: TRIGGER; Schema: est; Owner: -
--

CREATE TRIGGER an_outsider_is_refused BEFORE INSERT ON est.agreement_party FOR EACH ROW EXECUTE FUNCTION est.refuse_outsider('agreement', 'agreement_id');


--
-- Name: agreement_signatory an_outsider_is_refused; Type: TRIGGER; Schema: est; Owner: -
--

CREATE TRIGGER an_outsider_is_refused BEFORE INSERT ON est.agreement_signatory FOR EACH ROW EXECUTE FUNCTION est.refuse_outsider('agreement', 'agreement_id');


--
-- Name: attendance an_outsider_is_refused; Type: TRIGGER; Schema: est; Owner: -
--

CREATE TRIGGER an_outsider_is_refused BEFORE INSERT ON est.attendance FOR EACH ROW EXECUTE FUNCTION est.refuse_outsider('cycle', 'cycle_id');


--
-- Name: cause an_outsider_is_refused; Type: TRIGGER; Schema: est; Owner: -
--

CREATE TRIGGER an_outsider_is_refused BEFORE INSERT ON est.cause FOR EACH ROW EXECUTE FUNCTION est.refuse_outsider('problem', 'problem_id');


--
-- Name: chain_step an_outsider_is_refused; Type: TRIGGER; Schema: est; Owner: -
--

CREATE TRIGGER an_outsider_is_refused BEFORE INSERT ON est.chain_step FOR EACH ROW EXECUTE FUNCTION est.refuse_outsider('problem', 'problem_id');


--
-- Name: cycle an_outsider_is_refused; Type: TRIGGER; Schema: est; Owner: -
--

CREATE TRIGGER an_outsider_is_refused BEFORE INSERT ON est.cycle FOR EACH ROW EXECUTE FUNCTION est.refuse_outsider();


--
-- Name: decision an_outsider_is_refused; Type: TRIGGER; Schema: est; Owner: -
--

CREATE TRIGGER an_outsider_is_refused BEFORE INSERT ON est.decision FOR EACH ROW EXECUTE FUNCTION est.refuse_outsider('cycle', 'cycle_id');


--
-- Name: effect_plan an_outsider_is_refused; Type: TRIGGER; Schema: est; Owner: -
--

CREATE TRIGGER an_outsider_is_refused BEFORE INSERT ON est.effect_plan FOR EACH ROW EXECUTE FUNCTION est.refuse_outsider('action', 'action_id');


--
-- Name: effect_plan_area an_outsider_is_refused; Type: TRIGGER; Schema: est; Owner: -
--

CREATE TRIGGER an_outsider_is_refused BEFORE INSERT ON est.effect_plan_area FOR EACH ROW EXECUTE FUNCTION est.refuse_outsider('action', 'action_id');


--
-- Name: effect_plan_category an_outsider_is_refused; Type: TRIGGER; Schema: est; Owner: -
--

CREATE TRIGGER an_outsider_is_refused BEFORE INSERT ON est.effect_plan_category FOR EACH ROW EXECUTE FUNCTION est.refuse_outsider('action', 'action_id');


--
-- Name: evidence an_outsider_is_refused; Type: TRIGGER; Schema: est; Owner: -
--

CREATE TRIGGER an_outsider_is_refused BEFORE INSERT ON est.evidence FOR EACH ROW EXECUTE FUNCTION est.refuse_outsider('problem', 'problem_id');


--
-- Name: picture an_outsider_is_refused; Type: TRIGGER; Schema: est; Owner: -
--

CREATE TRIGGER an_outsider_is_refused BEFORE INSERT ON est.picture FOR EACH ROW EXECUTE FUNCTION est.refuse_outsider('cycle', 'cycle_id');


--
-- Name: priority an_outsider_is_refused; Type: TRIGGER; Schema: est; Owner: -
--

CREATE TRIGGER an_outsider_is_refused BEFORE INSERT ON est.priority FOR EACH ROW EXECUTE FUNCTION est.refuse_outsider('cycle', 'cycle_id');


--
-- Name: promise an_outsider_is_refused; Type: TRIGGER; Schema: est; Owner: -
--

CREATE TRIGGER an_outsider_is_refused BEFORE INSERT ON est.promise FOR EACH ROW EXECUTE FUNCTION est.refuse_outsider('promise_set', 'set_id');


--
-- Name: promise_promisor an_outsider_is_refused; Type: TRIGGER; Schema: est; Owner: -
--

CREATE TRIGGER an_outsider_is_refused BEFORE INSERT ON est.promise_promisor FOR EACH ROW EXECUTE FUNCTION est.refuse_outsider('promise_set', 'set_id');


--
-- Name: promise_signatory an_outsider_is_refused; Type: TRIGGER; Schema: est; Owner: -
--

CREATE TRIGGER an_outsider_is_refused BEFORE INSERT ON est.promise_signatory FOR EACH ROW EXECUTE FUNCTION est.refuse_outsider('promise_set', 'set_id');


--
-- Name: signature an_outsider_is_refused; Type: TRIGGER; Schema: est; Owner: -
--

CREATE TRIGGER an_outsider_is_refused BEFORE INSERT ON est.signature FOR EACH ROW EXECUTE FUNCTION est.refuse_outsider('problem', 'problem_id');


--
-- Name: transition_log an_outsider_is_refused; Type: TRIGGER; Schema: est; Owner: -
--

CREATE TRIGGER an_outsider_is_refused BEFORE INSERT ON est.transition_log FOR EACH ROW EXECUTE FUNCTION est.refuse_outsider();


--
-- Name: walk_point an_outsider_is_refused; Type: TRIGGER; Schema: est; Owner: -
--

CREATE TRIGGER an_outsider_is_refused BEFORE INSERT ON est.walk_point FOR EACH ROW EXECUTE FUNCTION est.refuse_outsider('safety_walk', 'walk_id');


--
-- Name: picture_annex annex_is_frozen; Type: TRIGGER; Schema: est; Owner: -
--

CREATE TRIGGER annex_is_frozen BEFORE DELETE OR UPDATE ON est.picture_annex FOR EACH ROW EXECUTE FUNCTION est.refuse_change();


--
-- Name: picture_annex annex_is_hashed; Type: TRIGGER; Schema: est; Owner: -
--

CREATE TRIGGER annex_is_hashed BEFORE INSERT ON est.picture_annex FOR EACH ROW EXECUTE FUNCTION est.freeze_annex();


--
-- Name: picture_annex annex_is_kept; Type: TRIGGER; Schema: est; Owner: -
--

CREATE TRIGGER annex_is_kept BEFORE TRUNCATE ON est.picture_annex FOR EACH STATEMENT EXECUTE FUNCTION est.refuse_change();


--
-- Name: incident another_is_refused; Type: TRIGGER; Schema: est; Owner: -
--

CREATE TRIGGER another_is_refused BEFORE UPDATE ON est.incident FOR EACH ROW EXECUTE FUNCTION est.refuse_other_name();


--
-- Name: area area_is_cut; Type: TRIGGER; Schema: est; Owner: -
--

CREATE TRIGGER area_is_cut AFTER INSERT OR UPDATE OF geometry, name ON est.area FOR EACH ROW EXECUTE FUNCTION est.cut_area();


--
-- Name: area_score area_score_is_append_only; Type: TRIGGER; Schema: est; Owner: -
--

CREATE TRIGGER area_score_is_append_only BEFORE DELETE OR UPDATE ON est.area_score FOR EACH ROW EXECUTE FUNCTION est.refuse_change();


--
-- Name: area_score area_score_is_kept; Type: TRIGGER; Schema: est; Owner: -
--

CREATE TRIGGER area_score_is_kept BEFORE TRUNCATE ON est.area_score FOR EACH STATEMENT EXECUTE FUNCTION est.refuse_change();


--
-- Name: attendance attendance_stands; Type: TRIGGER; Schema: est; Owner: -
--

CREATE TRIGGER attendance_stands BEFORE INSERT OR DELETE OR UPDATE ON est.attendance FOR EACH ROW EXECUTE FUNCTION est.refuse_after_meeting();


--
-- Name: incident class_is_lowered_with_reason; Type: TRIGGER; Schema: est; Owner: -
--

CREATE TRIGGER class_is_lowered_with_reason BEFORE UPDATE OF class ON est.incident FOR EACH ROW WHEN ((array_position('{open,shared,authority-only}'::text[], new.class) < array_position('{open,shared,authority-only}'::text[], old.class))) EXECUTE FUNCTION est.refuse_lowered_class();


--
-- Name: est_group days_off_are_in_order; Type: TRIGGER; Schema: est; Owner: -
--

CREATE TRIGGER days_off_are_in_order BEFORE INSERT OR UPDATE OF days_off ON est.est_group FOR EACH ROW EXECUTE FUNCTION est.order_days_off();


--
-- Name: decision decision_stands; Type: TRIGGER; Schema: est; Owner: -
--

CREATE TRIGGER decision_stands BEFORE INSERT OR DELETE OR UPDATE ON est.decision FOR EACH ROW EXECUTE FUNCTION est.refuse_after_meeting();


--
-- Name: disposal disposal_is_kept; Type: TRIGGER; Schema: est; Owner: -
--

CREATE TRIGGER disposal_is_kept BEFORE TRUNCATE ON est.disposal FOR EACH STATEMENT EXECUTE FUNCTION est.refuse_change();


--
-- Name: disposal disposal_is_written_by_itself; Type: TRIGGER; Schema: est; Owner: -
--

CREATE TRIGGER disposal_is_written_by_itself BEFORE INSERT OR DELETE OR UPDATE ON est.disposal FOR EACH ROW EXECUTE FUNCTION est.keep_disposal();


--
-- Name: effect_plan_area effect_plan_area_comes_first; Type: TRIGGER; Schema: est; Owner: -
--

CREATE TRIGGER effect_plan_area_comes_first BEFORE INSERT ON est.effect_plan_area FOR EACH ROW EXECUTE FUNCTION est.refuse_later_part();


--
-- Name: effect_plan_area effect_plan_area_is_append_only; Type: TRIGGER; Schema: est; Owner: -
--

CREATE TRIGGER effect_plan_area_is_append_only BEFORE DELETE OR UPDATE ON est.effect_plan_area FOR EACH ROW EXECUTE FUNCTION est.refuse_change();


--
-- Name: effect_plan_category effect_plan_category_comes_first; Type: TRIGGER; Schema: est; Owner: -
--

CREATE TRIGGER effect_plan_category_comes_first BEFORE INSERT ON est.effect_plan_category FOR EACH ROW EXECUTE FUNCTION est.refuse_later_part();


--
-- Name: effect_plan_category effect_plan_category_is_append_only; Type: TRIGGER; Schema: est; Owner: -
--

CREATE TRIGGER effect_plan_category_is_append_only BEFORE DELETE OR UPDATE ON est.effect_plan_category FOR EACH ROW EXECUTE FUNCTION est.refuse_change();


--
-- Name: effect_plan effect_plan_compares; Type: TRIGGER; Schema: est; Owner: -
--

CREATE TRIGGER effect_plan_compares BEFORE INSERT ON est.effect_plan FOR EACH ROW EXECUTE FUNCTION est.check_effect_plan();


--
-- Name: effect_plan effect_plan_is_append_only; Type: TRIGGER; Schema: est; Owner: -
--

CREATE TRIGGER effect_plan_is_append_only BEFORE DELETE OR UPDATE ON est.effect_plan FOR EACH ROW EXECUTE FUNCTION est.refuse_change();


--
-- Name: effect_plan effect_plan_is_kept; Type: TRIGGER; Schema: est; Owner: -
--

CREATE TRIGGER effect_plan_is_kept BEFORE TRUNCATE ON est.effect_plan FOR EACH STATEMENT EXECUTE FUNCTION est.refuse_change();


--
-- Name: export_made export_is_append_only; Type: TRIGGER; Schema: est; Owner: -
--

CREATE TRIGGER export_is_append_only BEFORE DELETE OR UPDATE ON est.export_made FOR EACH ROW EXECUTE FUNCTION est.refuse_change();


--
-- Name: export_made export_is_dated; Type: TRIGGER; Schema: est; Owner: -
--

CREATE TRIGGER export_is_dated BEFORE INSERT ON est.export_made FOR EACH ROW EXECUTE FUNCTION est.date_export();


--
-- Name: export_made export_is_kept; Type: TRIGGER; Schema: est; Owner: -
--

CREATE TRIGGER export_is_kept BEFORE TRUNCATE ON est.export_made FOR EACH STATEMENT EXECUTE FUNCTION est.refuse_change();


--
-- Name: harm_table harm_table_is_append_only; Type: TRIGGER; Schema: est; Owner: -
--

CREATE TRIGGER harm_table_is_append_only BEFORE DELETE OR UPDATE ON est.harm_table FOR EACH ROW EXECUTE FUNCTION est.refuse_change();


--
-- Name: harm_table harm_table_is_kept; Type: TRIGGER; Schema: est; Owner: -
--

CREATE TRIGGER harm_table_is_kept BEFORE TRUNCATE ON est.harm_table FOR EACH STATEMENT EXECUTE FUNCTION est.refuse_change();


--
-- Name: harm_weight harm_weight_comes_first; Type: TRIGGER; Schema: est; Owner: -
--

CREATE TRIGGER harm_weight_comes_first BEFORE INSERT ON est.harm_weight FOR EACH ROW EXECUTE FUNCTION est.refuse_later_weight();


--
-- Name: harm_weight harm_weight_is_append_only; Type: TRIGGER; Schema: est; Owner: -
--

CREATE TRIGGER harm_weight_is_append_only BEFORE DELETE OR UPDATE ON est.harm_weight FOR EACH ROW EXECUTE FUNCTION est.refuse_change();


--
-- Name: incident incident_days_changed; Type: TRIGGER; Schema: est; Owner: -
--

CREATE TRIGGER incident_days_changed AFTER UPDATE ON est.incident REFERENCING OLD TABLE AS old_rows NEW TABLE AS new_rows FOR EACH STATEMENT EXECUTE FUNCTION est.note_changed_days();

ALTER TABLE est.incident ENABLE ALWAYS TRIGGER incident_days_changed;


--
-- Name: incident_2025 incident_days_changed; Type: TRIGGER; Schema: est; Owner: -
--

CREATE TRIGGER incident_days_changed AFTER UPDATE ON est.incident_2025 REFERENCING OLD TABLE AS old_rows NEW TABLE AS new_rows FOR EACH STATEMENT EXECUTE FUNCTION est.note_changed_days();

ALTER TABLE est.incident_2025 ENABLE ALWAYS TRIGGER incident_days_changed;


--
-- Name: incident_2026 incident_days_changed; Type: TRIGGER; Schema: est; Owner: -
--

CREATE TRIGGER incident_days_changed AFTER UPDATE ON est.incident_2026 REFERENCING OLD TABLE AS old_rows NEW TABLE AS new_rows FOR EACH STATEMENT EXECUTE FUNCTION est.note_changed_days();

ALTER TABLE est.incident_2026 ENABLE ALWAYS TRIGGER incident_days_changed;


--
-- Name: incident_2027 incident_days_changed; Type: TRIGGER; Schema: est; Owner: -
--

CREATE TRIGGER incident_days_changed AFTER UPDATE ON est.incident_2027 REFERENCING OLD TABLE AS old_rows NEW TABLE AS new_rows FOR EACH STATEMENT EXECUTE FUNCTION est.note_changed_days();

ALTER TABLE est.incident_2027 ENABLE ALWAYS TRIGGER incident_days_changed;


--
-- Name: incident_2028 incident_days_changed; Type: TRIGGER; Schema: est; Owner: -
--

CREATE TRIGGER incident_days_changed AFTER UPDATE ON est.incident_2028 REFERENCING OLD TABLE AS old_rows NEW TABLE AS new_rows FOR EACH STATEMENT EXECUTE FUNCTION est.note_changed_days();

ALTER TABLE est.incident_2028 ENABLE ALWAYS TRIGGER incident_days_changed;


--
-- Name: incident_2029 incident_days_changed; Type: TRIGGER; Schema: est; Owner: -
--

CREATE TRIGGER incident_days_changed AFTER UPDATE ON est.incident_2029 REFERENCING OLD TABLE AS old_rows NEW TABLE AS new_rows FOR EACH STATEMENT EXECUTE FUNCTION est.note_changed_days();

ALTER TABLE est.incident_2029 ENABLE ALWAYS TRIGGER incident_days_changed;


--
-- Name: incident_before_2025 incident_days_changed; Type: TRIGGER; Schema: est; Owner: -
--

CREATE TRIGGER incident_days_changed AFTER UPDATE ON est.incident_before_2025 REFERENCING OLD TABLE AS old_rows NEW TABLE AS new_rows FOR EACH STATEMENT EXECUTE FUNCTION est.note_changed_days();

ALTER TABLE est.incident_before_2025 ENABLE ALWAYS TRIGGER incident_days_changed;


--
-- Name: incident_from_2030 incident_days_changed; Type: TRIGGER; Schema: est; Owner: -
--

CREATE TRIGGER incident_days_changed AFTER UPDATE ON est.incident_from_2030 REFERENCING OLD TABLE AS old_rows NEW TABLE AS new_rows FOR EACH STATEMENT EXECUTE FUNCTION est.note_changed_days();

ALTER TABLE est.incident_from_2030 ENABLE ALWAYS TRIGGER incident_days_changed;


--
-- Name: incident incident_days_deleted; Type: TRIGGER; Schema: est; Owner: -
--

CREATE TRIGGER incident_days_deleted AFTER DELETE ON est.incident REFERENCING OLD TABLE AS old_rows FOR EACH STATEMENT EXECUTE FUNCTION est.note_changed_days();

ALTER TABLE est.incident ENABLE ALWAYS TRIGGER incident_days_deleted;


--
-- Name: incident_2025 incident_days_deleted; Type: TRIGGER; Schema: est; Owner: -
--

CREATE TRIGGER incident_days_deleted AFTER DELETE ON est.incident_2025 REFERENCING OLD TABLE AS old_rows FOR EACH STATEMENT EXECUTE FUNCTION est.note_changed_days();

ALTER TABLE est.incident_2025 ENABLE ALWAYS TRIGGER incident_days_deleted;


--
-- Name: incident_2026 incident_days_deleted; Type: TRIGGER; Schema: est; Owner: -
--

CREATE TRIGGER incident_days_deleted AFTER DELETE ON est.incident_2026 REFERENCING OLD TABLE AS old_rows FOR EACH STATEMENT EXECUTE FUNCTION est.note_changed_days();

ALTER TABLE est.incident_2026 ENABLE ALWAYS TRIGGER incident_days_deleted;


--
-- Name: incident_2027 incident_days_deleted; Type: TRIGGER; Schema: est; Owner: -
--

CREATE TRIGGER incident_days_deleted AFTER DELETE ON est.incident_2027 REFERENCING OLD TABLE AS old_rows FOR EACH STATEMENT EXECUTE FUNCTION est.note_changed_days();

ALTER TABLE est.incident_2027 ENABLE ALWAYS TRIGGER incident_days_deleted;


--
-- Name: incident_2028 incident_days_deleted; Type: TRIGGER; Schema: est; Owner: -
--

CREATE TRIGGER incident_days_deleted AFTER DELETE ON est.incident_2028 REFERENCING OLD TABLE AS old_rows FOR EACH STATEMENT EXECUTE FUNCTION est.note_changed_days();

ALTER TABLE est.incident_2028 ENABLE ALWAYS TRIGGER incident_days_deleted;


--
-- Name: incident_2029 incident_days_deleted; Type: TRIGGER; Schema: est; Owner: -
--

CREATE TRIGGER incident_days_deleted AFTER DELETE ON est.incident_2029 REFERENCING OLD TABLE AS old_rows FOR EACH STATEMENT EXECUTE FUNCTION est.note_changed_days();

ALTER TABLE est.incident_2029 ENABLE ALWAYS TRIGGER incident_days_deleted;


--
-- Name: incident_before_2025 incident_days_deleted; Type: TRIGGER; Schema: est; Owner: -
--

CREATE TRIGGER incident_days_deleted AFTER DELETE ON est.incident_before_2025 REFERENCING OLD TABLE AS old_rows FOR EACH STATEMENT EXECUTE FUNCTION est.note_changed_days();

ALTER TABLE est.incident_before_2025 ENABLE ALWAYS TRIGGER incident_days_deleted;


--
-- Name: incident_from_2030 incident_days_deleted; Type: TRIGGER; Schema: est; Owner: -
--

CREATE TRIGGER incident_days_deleted AFTER DELETE ON est.incident_from_2030 REFERENCING OLD TABLE AS old_rows FOR EACH STATEMENT EXECUTE FUNCTION est.note_changed_days();

ALTER TABLE est.incident_from_2030 ENABLE ALWAYS TRIGGER incident_days_deleted;


--
-- Name: incident incident_days_written; Type: TRIGGER; Schema: est; Owner: -
--

CREATE TRIGGER incident_days_written AFTER INSERT ON est.incident REFERENCING NEW TABLE AS new_rows FOR EACH STATEMENT EXECUTE FUNCTION est.note_changed_days();

ALTER TABLE est.incident ENABLE ALWAYS TRIGGER incident_days_written;


--
-- Name: incident_2025 incident_days_written; Type: TRIGGER; Schema: est; Owner: -
--

CREATE TRIGGER incident_days_written AFTER INSERT ON est.incident_2025 REFERENCING NEW TABLE AS new_rows FOR EACH STATEMENT EXECUTE FUNCTION est.note_changed_days();

ALTER TABLE est.incident_2025 ENABLE ALWAYS TRIGGER incident_days_written;


--
-- Name: incident_2026 incident_days_written; Type: TRIGGER; Schema: est; Owner: -
--

CREATE TRIGGER incident_days_written AFTER INSERT ON est.incident_2026 REFERENCING NEW TABLE AS new_rows FOR EACH STATEMENT EXECUTE FUNCTION est.note_changed_days();

ALTER TABLE est.incident_2026 ENABLE ALWAYS TRIGGER incident_days_written;


--
-- Name: incident_2027 incident_days_written; Type: TRIGGER; Schema: est; Owner: -
--

CREATE TRIGGER incident_days_written AFTER INSERT ON est.incident_2027 REFERENCING NEW TABLE AS new_rows FOR EACH STATEMENT EXECUTE FUNCTION est.note_changed_days();

ALTER TABLE est.incident_2027 ENABLE ALWAYS TRIGGER incident_days_written;


--
-- Name: incident_2028 incident_days_written; Type: TRIGGER; Schema: est; Owner: -
--

CREATE TRIGGER incident_days_written AFTER INSERT ON est.incident_2028 REFERENCING NEW TABLE AS new_rows FOR EACH STATEMENT EXECUTE FUNCTION est.note_changed_days();

ALTER TABLE est.incident_2028 ENABLE ALWAYS TRIGGER incident_days_written;


--
-- Name: incident_2029 incident_days_written; Type: TRIGGER; Schema: est; Owner: -
--

CREATE TRIGGER incident_days_written AFTER INSERT ON est.incident_2029 REFERENCING NEW TABLE AS new_rows FOR EACH STATEMENT EXECUTE FUNCTION est.note_changed_days();

ALTER TABLE est.incident_2029 ENABLE ALWAYS TRIGGER incident_days_written;


--
-- Name: incident_before_2025 incident_days_written; Type: TRIGGER; Schema: est; Owner: -
--

CREATE TRIGGER incident_days_written AFTER INSERT ON est.incident_before_2025 REFERENCING NEW TABLE AS new_rows FOR EACH STATEMENT EXECUTE FUNCTION est.note_changed_days();

ALTER TABLE est.incident_before_2025 ENABLE ALWAYS TRIGGER incident_days_written;


--
-- Name: incident_from_2030 incident_days_written; Type: TRIGGER; Schema: est; Owner: -
--

CREATE TRIGGER incident_days_written AFTER INSERT ON est.incident_from_2030 REFERENCING NEW TABLE AS new_rows FOR EACH STATEMENT EXECUTE FUNCTION est.note_changed_days();

ALTER TABLE est.incident_from_2030 ENABLE ALWAYS TRIGGER incident_days_written;


--
-- Name: incident incident_is_kept; Type: TRIGGER; Schema: est; Owner: -
--

CREATE TRIGGER incident_is_kept BEFORE UPDATE ON est.incident FOR EACH ROW WHEN ((((((((('[maskerat]'::text = new.place) OR ('[maskerat]'::text = new.assessment)) OR ('[maskerat]'::text = new.text)) OR ('[maskerat]'::text = new.review_reason)) OR ('[maskerat]'::text = new.reasons[1])) AND (to_jsonb(new.*) = est.redacted(to_jsonb(old.*))) AND est.is_redacting(old.municipality, old.received_at, old.id)) OR (((((('[gallrat]'::text = new.place) OR ('[gallrat]'::text = new.assessment)) OR ('[gallrat]'::text = new.text)) OR ('[gallrat]'::text = new.review_reason)) OR ('[gallrat]'::text = new.reasons[1])) AND est.is_disposal('incident'::text, to_jsonb(old.*), to_jsonb(new.*)))) IS NOT TRUE)) EXECUTE FUNCTION est.keep_incident_version();


--
-- Name: incident incident_is_not_truncated; Type: TRIGGER; Schema: est; Owner: -
--

CREATE TRIGGER incident_is_not_truncated BEFORE TRUNCATE ON est.incident FOR EACH STATEMENT EXECUTE FUNCTION est.note_changed_days();


--
-- Name: incident_2025 incident_is_not_truncated; Type: TRIGGER; Schema: est; Owner: -
--

CREATE TRIGGER incident_is_not_truncated BEFORE TRUNCATE ON est.incident_2025 FOR EACH STATEMENT EXECUTE FUNCTION est.note_changed_days();


--
-- Name: incident_2026 incident_is_not_truncated; Type: TRIGGER; Schema: est; Owner: -
--

CREATE TRIGGER incident_is_not_truncated BEFORE TRUNCATE ON est.incident_2026 FOR EACH STATEMENT EXECUTE FUNCTION est.note_changed_days();


--
-- Name: incident_2027 incident_is_not_truncated; Type: TRIGGER; Schema: est; Owner: -
--

CREATE TRIGGER incident_is_not_truncated BEFORE TRUNCATE ON est.incident_2027 FOR EACH STATEMENT EXECUTE FUNCTION est.note_changed_days();


--
-- Name: incident_2028 incident_is_not_truncated; Type: TRIGGER; Schema: est; Owner: -
--

CREATE TRIGGER incident_is_not_truncated BEFORE TRUNCATE ON est.incident_2028 FOR EACH STATEMENT EXECUTE FUNCTION est.note_changed_days();


--
-- Name: incident_2029 incident_is_not_truncated; Type: TRIGGER; Schema: est; Owner: -
--

CREATE TRIGGER incident_is_not_truncated BEFORE TRUNCATE ON est.incident_2029 FOR EACH STATEMENT EXECUTE FUNCTION est.note_changed_days();


--
-- Name: incident_before_2025 incident_is_not_truncated; Type: TRIGGER; Schema: est; Owner: -
--

CREATE TRIGGER incident_is_not_truncated BEFORE TRUNCATE ON est.incident_before_2025 FOR EACH STATEMENT EXECUTE FUNCTION est.note_changed_days();


--
-- Name: incident_from_2030 incident_is_not_truncated; Type: TRIGGER; Schema: est; Owner: -
--

CREATE TRIGGER incident_is_not_truncated BEFORE TRUNCATE ON est.incident_from_2030 FOR EACH STATEMENT EXECUTE FUNCTION est.note_changed_days();


--
-- Name: incident incident_stays; Type: TRIGGER; Schema: est; Owner: -
--

CREATE TRIGGER incident_stays BEFORE DELETE ON est.incident FOR EACH ROW EXECUTE FUNCTION est.keep_incident_version();


--
-- Name: incident_version incident_version_is_append_only; Type: TRIGGER; Schema: est; Owner: -
--

CREATE TRIGGER incident_version_is_append_only BEFORE DELETE OR UPDATE ON est.incident_version FOR EACH ROW EXECUTE FUNCTION est.keep_version();


--
-- Name: instance instance_stays_what_it_is; Type: TRIGGER; Schema: est; Owner: -
--

CREATE TRIGGER instance_stays_what_it_is BEFORE INSERT OR DELETE OR UPDATE ON est.instance FOR EACH ROW EXECUTE FUNCTION est.refuse_other_instance();


--
-- Name: action_cause judged_causes_stand; Type: TRIGGER; Schema: est; Owner: -
--

CREATE TRIGGER judged_causes_stand BEFORE INSERT OR DELETE OR UPDATE ON est.action_cause FOR EACH ROW EXECUTE FUNCTION est.refuse_after_evaluation();


--
-- Name: action judgement_stands; Type: TRIGGER; Schema: est; Owner: -
--

CREATE TRIGGER judgement_stands BEFORE UPDATE ON est.action FOR EACH ROW EXECUTE FUNCTION est.refuse_after_evaluation();


--
-- Name: incident key_has_class; Type: TRIGGER; Schema: est; Owner: -
--

CREATE TRIGGER key_has_class AFTER UPDATE OF class ON est.incident FOR EACH ROW WHEN ((new.class <> old.class)) EXECUTE FUNCTION est.keep_key();


--
-- Name: log_head log_head_is_append_only; Type: TRIGGER; Schema: est; Owner: -
--

CREATE TRIGGER log_head_is_append_only BEFORE DELETE OR UPDATE ON est.log_head FOR EACH ROW EXECUTE FUNCTION est.refuse_change();


--
-- Name: log_head log_head_is_kept; Type: TRIGGER; Schema: est; Owner: -
--

CREATE TRIGGER log_head_is_kept BEFORE TRUNCATE ON est.log_head FOR EACH STATEMENT EXECUTE FUNCTION est.refuse_change();


--
-- Name: machine machine_is_kept; Type: TRIGGER; Schema: est; Owner: -
--

CREATE TRIGGER machine_is_kept BEFORE DELETE ON est.machine FOR EACH ROW EXECUTE FUNCTION est.refuse_removal();


--
-- Name: machine_move machine_move_is_kept; Type: TRIGGER; Schema: est; Owner: -
--

CREATE TRIGGER machine_move_is_kept BEFORE DELETE OR UPDATE ON est.machine_move FOR EACH ROW EXECUTE FUNCTION est.refuse_change();


--
-- Name: machine_move_role machine_move_role_is_kept; Type: TRIGGER; Schema: est; Owner: -
--

CREATE TRIGGER machine_move_role_is_kept BEFORE DELETE OR UPDATE ON est.machine_move_role FOR EACH ROW EXECUTE FUNCTION est.refuse_change();


--
-- Name: municipality municipality_is_kept; Type: TRIGGER; Schema: est; Owner: -
--

CREATE TRIGGER municipality_is_kept BEFORE DELETE ON est.municipality FOR EACH ROW EXECUTE FUNCTION est.refuse_removal();


--
-- Name: action no_personal_data; Type: TRIGGER; Schema: est; Owner: -
--

CREATE TRIGGER no_personal_data BEFORE INSERT OR UPDATE OF title, goal, owner_function, baseline, no_baseline, expected_effect, production, process, result, lesson, effect ON est.action FOR EACH ROW WHEN ((((new.title IS NOT NULL) AND est.may_hold_personal_data(new.title)) OR ((new.goal IS NOT NULL) AND est.may_hold_personal_data(new.goal)) OR ((new.owner_function IS NOT NULL) AND est.may_hold_personal_data(new.owner_function)) OR ((new.baseline IS NOT NULL) AND est.may_hold_personal_data(new.baseline)) OR ((new.no_baseline IS NOT NULL) AND est.may_hold_personal_data(new.no_baseline)) OR ((new.expected_effect IS NOT NULL) AND est.may_hold_personal_data(new.expected_effect)) OR ((new.production IS NOT NULL) AND est.may_hold_personal_data(new.production)) OR ((new.process IS NOT NULL) AND est.may_hold_personal_data(new.process)) OR ((new.result IS NOT NULL) AND est.may_hold_personal_data(new.result)) OR ((new.lesson IS NOT NULL) AND est.may_hold_personal_data(new.lesson)) OR ((new.effect IS NOT NULL) AND est.may_hold_personal_data(new.effect)))) EXECUTE FUNCTION est.refuse_personal_data('title', 'goal', 'owner_function', 'baseline', 'no_baseline', 'expected_effect', 'production', 'process', 'result', 'lesson', 'effect');

ALTER TABLE est.action ENABLE ALWAYS TRIGGER no_personal_data;


--
-- Name: agreement no_personal_data; Type: TRIGGER; Schema: est; Owner: -
--

CREATE TRIGGER no_personal_data BEFORE INSERT OR UPDATE OF title, goals, focus_areas ON est.agreement FOR EACH ROW WHEN ((((new.title IS NOT NULL) AND est.may_hold_personal_data(new.title)) OR ((new.goals IS NOT NULL) AND est.may_hold_personal_data(new.goals)) OR ((cardinality(new.focus_areas) > 0) AND est.may_hold_personal_data(array_to_string(new.focus_areas, '
'::text))))) EXECUTE FUNCTION est.refuse_personal_data('title', 'goals', 'focus_areas');

ALTER TABLE est.agreement ENABLE ALWAYS TRIGGER no_personal_data;


--
-- Name: agreement_signatory no_personal_data; Type: TRIGGER; Schema: est; Owner: -
--

CREATE TRIGGER no_personal_data BEFORE INSERT OR UPDATE OF function ON est.agreement_signatory FOR EACH ROW WHEN (((new.function IS NOT NULL) AND est.may_hold_personal_data(new.function))) EXECUTE FUNCTION est.refuse_personal_data('function');

ALTER TABLE est.agreement_signatory ENABLE ALWAYS TRIGGER no_personal_data;


--
-- Name: analysis no_personal_data; Type: TRIGGER; Schema: est; Owner: -
--

CREATE TRIGGER no_personal_data BEFORE INSERT OR UPDATE OF statement, left_out ON est.analysis FOR EACH ROW WHEN ((((new.statement IS NOT NULL) AND est.may_hold_personal_data(new.statement)) OR ((new.left_out IS NOT NULL) AND est.may_hold_personal_data(new.left_out)))) EXECUTE FUNCTION est.refuse_personal_data('statement', 'left_out');

ALTER TABLE est.analysis ENABLE ALWAYS TRIGGER no_personal_data;


--
-- Name: area no_personal_data; Type: TRIGGER; Schema: est; Owner: -
--

CREATE TRIGGER no_personal_data BEFORE INSERT OR UPDATE OF name ON est.area FOR EACH ROW WHEN (((new.name IS NOT NULL) AND est.may_hold_personal_data(new.name))) EXECUTE FUNCTION est.refuse_personal_data('name');

ALTER TABLE est.area ENABLE ALWAYS TRIGGER no_personal_data;


--
-- Name: area_piece no_personal_data; Type: TRIGGER; Schema: est; Owner: -
--

CREATE TRIGGER no_personal_data BEFORE INSERT OR UPDATE OF name ON est.area_piece FOR EACH ROW WHEN (((new.name IS NOT NULL) AND est.may_hold_personal_data(new.name))) EXECUTE FUNCTION est.refuse_personal_data('name');

ALTER TABLE est.area_piece ENABLE ALWAYS TRIGGER no_personal_data;


--
-- Name: area_score no_personal_data; Type: TRIGGER; Schema: est; Owner: -
--

CREATE TRIGGER no_personal_data BEFORE INSERT OR UPDATE OF reason ON est.area_score FOR EACH ROW WHEN (((new.reason IS NOT NULL) AND est.may_hold_personal_data(new.reason))) EXECUTE FUNCTION est.refuse_personal_data('reason');

ALTER TABLE est.area_score ENABLE ALWAYS TRIGGER no_personal_data;


--
-- Name: attendance no_personal_data; Type: TRIGGER; Schema: est; Owner: -
--

CREATE TRIGGER no_personal_data BEFORE INSERT OR UPDATE OF function ON est.attendance FOR EACH ROW WHEN (((new.function IS NOT NULL) AND est.may_hold_personal_data(new.function))) EXECUTE FUNCTION est.refuse_personal_data('function');

ALTER TABLE est.attendance ENABLE ALWAYS TRIGGER no_personal_data;


--
-- Name: category no_personal_data; Type: TRIGGER; Schema: est; Owner: -
--

CREATE TRIGGER no_personal_data BEFORE INSERT OR UPDATE OF swedish, english, common, themes ON est.category FOR EACH ROW WHEN ((((new.swedish IS NOT NULL) AND est.may_hold_personal_data(new.swedish)) OR ((new.english IS NOT NULL) AND est.may_hold_personal_data(new.english)) OR ((new.common IS NOT NULL) AND est.may_hold_personal_data(new.common)) OR ((cardinality(new.themes) > 0) AND est.may_hold_personal_data(array_to_string(new.themes, '
'::text))))) EXECUTE FUNCTION est.refuse_personal_data('swedish', 'english', 'common', 'themes');

ALTER TABLE est.category ENABLE ALWAYS TRIGGER no_personal_data;


--
-- Name: cause no_personal_data; Type: TRIGGER; Schema: est; Owner: -
--

CREATE TRIGGER no_personal_data BEFORE INSERT OR UPDATE OF text ON est.cause FOR EACH ROW WHEN (((new.text IS NOT NULL) AND est.may_hold_personal_data(new.text))) EXECUTE FUNCTION est.refuse_personal_data('text');

ALTER TABLE est.cause ENABLE ALWAYS TRIGGER no_personal_data;


--
-- Name: chain_step no_personal_data; Type: TRIGGER; Schema: est; Owner: -
--

CREATE TRIGGER no_personal_data BEFORE INSERT OR UPDATE OF text ON est.chain_step FOR EACH ROW WHEN (((new.text IS NOT NULL) AND est.may_hold_personal_data(new.text))) EXECUTE FUNCTION est.refuse_personal_data('text');

ALTER TABLE est.chain_step ENABLE ALWAYS TRIGGER no_personal_data;


--
-- Name: decision no_personal_data; Type: TRIGGER; Schema: est; Owner: -
--

CREATE TRIGGER no_personal_data BEFORE INSERT OR UPDATE OF text ON est.decision FOR EACH ROW WHEN (((new.text IS NOT NULL) AND est.may_hold_personal_data(new.text))) EXECUTE FUNCTION est.refuse_personal_data('text');

ALTER TABLE est.decision ENABLE ALWAYS TRIGGER no_personal_data;


--
-- Name: est_group no_personal_data; Type: TRIGGER; Schema: est; Owner: -
--

CREATE TRIGGER no_personal_data BEFORE INSERT OR UPDATE OF name ON est.est_group FOR EACH ROW WHEN (((new.name IS NOT NULL) AND est.may_hold_personal_data(new.name))) EXECUTE FUNCTION est.refuse_personal_data('name');

ALTER TABLE est.est_group ENABLE ALWAYS TRIGGER no_personal_data;


--
-- Name: evidence no_personal_data; Type: TRIGGER; Schema: est; Owner: -
--

CREATE TRIGGER no_personal_data BEFORE INSERT OR UPDATE OF text, source ON est.evidence FOR EACH ROW WHEN ((((new.text IS NOT NULL) AND est.may_hold_personal_data(new.text)) OR ((new.source IS NOT NULL) AND est.may_hold_personal_data(new.source)))) EXECUTE FUNCTION est.refuse_personal_data('text', 'source');

ALTER TABLE est.evidence ENABLE ALWAYS TRIGGER no_personal_data;


--
-- Name: export_made no_personal_data; Type: TRIGGER; Schema: est; Owner: -
--

CREATE TRIGGER no_personal_data BEFORE INSERT ON est.export_made FOR EACH ROW WHEN ((est.may_hold_personal_data(new.recipients) OR est.may_hold_personal_data(new.ground))) EXECUTE FUNCTION est.refuse_personal_data('recipients', 'ground');

ALTER TABLE est.export_made ENABLE ALWAYS TRIGGER no_personal_data;


--
-- Name: harm_table no_personal_data; Type: TRIGGER; Schema: est; Owner: -
--

CREATE TRIGGER no_personal_data BEFORE INSERT OR UPDATE OF name, edition, source ON est.harm_table FOR EACH ROW WHEN ((((new.name IS NOT NULL) AND est.may_hold_personal_data(new.name)) OR ((new.edition IS NOT NULL) AND est.may_hold_personal_data(new.edition)) OR ((new.source IS NOT NULL) AND est.may_hold_personal_data(new.source)))) EXECUTE FUNCTION est.refuse_personal_data('name', 'edition', 'source');

ALTER TABLE est.harm_table ENABLE ALWAYS TRIGGER no_personal_data;


--
-- Name: incident no_personal_data; Type: TRIGGER; Schema: est; Owner: -
--

CREATE TRIGGER no_personal_data BEFORE INSERT OR UPDATE OF place, assessment, text, reasons, review_reason ON est.incident FOR EACH ROW WHEN ((((new.place IS NOT NULL) AND est.may_hold_personal_data(new.place)) OR ((new.assessment IS NOT NULL) AND est.may_hold_personal_data(new.assessment)) OR ((new.text IS NOT NULL) AND est.may_hold_personal_data(new.text)) OR ((cardinality(new.reasons) > 0) AND est.may_hold_personal_data(array_to_string(new.reasons, '
'::text))) OR ((new.review_reason IS NOT NULL) AND est.may_hold_personal_data(new.review_reason)))) EXECUTE FUNCTION est.refuse_personal_data('place', 'assessment', 'text', 'reasons', 'review_reason');

ALTER TABLE est.incident ENABLE ALWAYS TRIGGER no_personal_data;


--
-- Name: incident_version no_personal_data; Type: TRIGGER; Schema: est; Owner: -
--

CREATE TRIGGER no_personal_data BEFORE INSERT OR UPDATE OF reason ON est.incident_version FOR EACH ROW WHEN (((new.reason IS NOT NULL) AND est.may_hold_personal_data(new.reason))) EXECUTE FUNCTION est.refuse_personal_data('reason');

ALTER TABLE est.incident_version ENABLE ALWAYS TRIGGER no_personal_data;


--
-- Name: municipality no_personal_data; Type: TRIGGER; Schema: est; Owner: -
--

CREATE TRIGGER no_personal_data BEFORE INSERT OR UPDATE OF name ON est.municipality FOR EACH ROW WHEN (((new.name IS NOT NULL) AND est.may_hold_personal_data(new.name))) EXECUTE FUNCTION est.refuse_personal_data('name');

ALTER TABLE est.municipality ENABLE ALWAYS TRIGGER no_personal_data;


--
-- Name: organisation no_personal_data; Type: TRIGGER; Schema: est; Owner: -
--

CREATE TRIGGER no_personal_data BEFORE INSERT OR UPDATE OF name ON est.organisation FOR EACH ROW WHEN (((new.name IS NOT NULL) AND est.may_hold_personal_data(new.name))) EXECUTE FUNCTION est.refuse_personal_data('name');

ALTER TABLE est.organisation ENABLE ALWAYS TRIGGER no_personal_data;


--
-- Name: outbox_attempt no_personal_data; Type: TRIGGER; Schema: est; Owner: -
--

CREATE TRIGGER no_personal_data BEFORE INSERT OR UPDATE OF said ON est.outbox_attempt FOR EACH ROW WHEN (((new.said IS NOT NULL) AND est.may_hold_personal_data(new.said))) EXECUTE FUNCTION est.refuse_personal_data('said');

ALTER TABLE est.outbox_attempt ENABLE ALWAYS TRIGGER no_personal_data;


--
-- Name: participant no_personal_data; Type: TRIGGER; Schema: est; Owner: -
--

CREATE TRIGGER no_personal_data BEFORE INSERT OR UPDATE OF function ON est.participant FOR EACH ROW WHEN (((new.function IS NOT NULL) AND est.may_hold_personal_data(new.function))) EXECUTE FUNCTION est.refuse_personal_data('function');

ALTER TABLE est.participant ENABLE ALWAYS TRIGGER no_personal_data;


--
-- Name: problem no_personal_data; Type: TRIGGER; Schema: est; Owner: -
--

CREATE TRIGGER no_personal_data BEFORE INSERT OR UPDATE OF title, statement ON est.problem FOR EACH ROW WHEN ((((new.title IS NOT NULL) AND est.may_hold_personal_data(new.title)) OR ((new.statement IS NOT NULL) AND est.may_hold_personal_data(new.statement)))) EXECUTE FUNCTION est.refuse_personal_data('title', 'statement');

ALTER TABLE est.problem ENABLE ALWAYS TRIGGER no_personal_data;


--
-- Name: problem_outcome no_personal_data; Type: TRIGGER; Schema: est; Owner: -
--

CREATE TRIGGER no_personal_data BEFORE INSERT OR UPDATE OF result, lesson ON est.problem_outcome FOR EACH ROW WHEN ((((new.result IS NOT NULL) AND est.may_hold_personal_data(new.result)) OR ((new.lesson IS NOT NULL) AND est.may_hold_personal_data(new.lesson)))) EXECUTE FUNCTION est.refuse_personal_data('result', 'lesson');

ALTER TABLE est.problem_outcome ENABLE ALWAYS TRIGGER no_personal_data;


--
-- Name: promise no_personal_data; Type: TRIGGER; Schema: est; Owner: -
--

CREATE TRIGGER no_personal_data BEFORE INSERT OR UPDATE OF text, target, judgement ON est.promise FOR EACH ROW WHEN ((((new.text IS NOT NULL) AND est.may_hold_personal_data(new.text)) OR ((new.target IS NOT NULL) AND est.may_hold_personal_data(new.target)) OR ((new.judgement IS NOT NULL) AND est.may_hold_personal_data(new.judgement)))) EXECUTE FUNCTION est.refuse_personal_data('text', 'target', 'judgement');

ALTER TABLE est.promise ENABLE ALWAYS TRIGGER no_personal_data;


--
-- Name: promise_activity no_personal_data; Type: TRIGGER; Schema: est; Owner: -
--

CREATE TRIGGER no_personal_data BEFORE INSERT OR UPDATE OF text ON est.promise_activity FOR EACH ROW WHEN (((new.text IS NOT NULL) AND est.may_hold_personal_data(new.text))) EXECUTE FUNCTION est.refuse_personal_data('text');

ALTER TABLE est.promise_activity ENABLE ALWAYS TRIGGER no_personal_data;


--
-- Name: promise_set no_personal_data; Type: TRIGGER; Schema: est; Owner: -
--

CREATE TRIGGER no_personal_data BEFORE INSERT OR UPDATE OF title ON est.promise_set FOR EACH ROW WHEN (((new.title IS NOT NULL) AND est.may_hold_personal_data(new.title))) EXECUTE FUNCTION est.refuse_personal_data('title');

ALTER TABLE est.promise_set ENABLE ALWAYS TRIGGER no_personal_data;


--
-- Name: promise_signatory no_personal_data; Type: TRIGGER; Schema: est; Owner: -
--

CREATE TRIGGER no_personal_data BEFORE INSERT OR UPDATE OF function ON est.promise_signatory FOR EACH ROW WHEN (((new.function IS NOT NULL) AND est.may_hold_personal_data(new.function))) EXECUTE FUNCTION est.refuse_personal_data('function');

ALTER TABLE est.promise_signatory ENABLE ALWAYS TRIGGER no_personal_data;


--
-- Name: redaction no_personal_data; Type: TRIGGER; Schema: est; Owner: -
--

CREATE TRIGGER no_personal_data BEFORE INSERT ON est.redaction FOR EACH ROW WHEN (est.may_hold_personal_data(new.reason)) EXECUTE FUNCTION est.refuse_personal_data('reason');

ALTER TABLE est.redaction ENABLE ALWAYS TRIGGER no_personal_data;


--
-- Name: refusal no_personal_data; Type: TRIGGER; Schema: est; Owner: -
--

CREATE TRIGGER no_personal_data BEFORE INSERT OR UPDATE OF reason ON est.refusal FOR EACH ROW WHEN (((new.reason IS NOT NULL) AND est.may_hold_personal_data(new.reason))) EXECUTE FUNCTION est.refuse_personal_data('reason');

ALTER TABLE est.refusal ENABLE ALWAYS TRIGGER no_personal_data;


--
-- Name: retention_hold no_personal_data; Type: TRIGGER; Schema: est; Owner: -
--

CREATE TRIGGER no_personal_data BEFORE INSERT OR UPDATE OF reason, reference, lifted_because ON est.retention_hold FOR EACH ROW WHEN ((est.may_hold_personal_data(new.reason) OR est.may_hold_personal_data(new.reference) OR ((new.lifted_because IS NOT NULL) AND est.may_hold_personal_data(new.lifted_because)))) EXECUTE FUNCTION est.refuse_personal_data('reason', 'reference', 'lifted_because');

ALTER TABLE est.retention_hold ENABLE ALWAYS TRIGGER no_personal_data;


--
-- Name: retention_rule no_personal_data; Type: TRIGGER; Schema: est; Owner: -
--

CREATE TRIGGER no_personal_data BEFORE INSERT OR UPDATE OF decision ON est.retention_rule FOR EACH ROW WHEN (est.may_hold_personal_data(new.decision)) EXECUTE FUNCTION est.refuse_personal_data('decision');

ALTER TABLE est.retention_rule ENABLE ALWAYS TRIGGER no_personal_data;


--
-- Name: share no_personal_data; Type: TRIGGER; Schema: est; Owner: -
--

CREATE TRIGGER no_personal_data BEFORE INSERT OR UPDATE OF withdrawn_because ON est.share FOR EACH ROW WHEN ((est.may_hold_personal_data(new.ground) OR ((new.withdrawn_because IS NOT NULL) AND est.may_hold_personal_data(new.withdrawn_because)))) EXECUTE FUNCTION est.refuse_personal_data('ground', 'withdrawn_because');

ALTER TABLE est.share ENABLE ALWAYS TRIGGER no_personal_data;


--
-- Name: statutory_picture no_personal_data; Type: TRIGGER; Schema: est; Owner: -
--

CREATE TRIGGER no_personal_data BEFORE INSERT OR UPDATE OF action_plan, no_plan_because ON est.statutory_picture FOR EACH ROW WHEN ((((new.action_plan IS NOT NULL) AND est.may_hold_personal_data(new.action_plan)) OR ((new.no_plan_because IS NOT NULL) AND est.may_hold_personal_data(new.no_plan_because)))) EXECUTE FUNCTION est.refuse_personal_data('action_plan', 'no_plan_because');

ALTER TABLE est.statutory_picture ENABLE ALWAYS TRIGGER no_personal_data;


--
-- Name: transition_log no_personal_data; Type: TRIGGER; Schema: est; Owner: -
--

CREATE TRIGGER no_personal_data BEFORE INSERT OR UPDATE OF reason ON est.transition_log FOR EACH ROW WHEN (((new.reason IS NOT NULL) AND est.may_hold_personal_data(new.reason))) EXECUTE FUNCTION est.refuse_personal_data('reason');

ALTER TABLE est.transition_log ENABLE ALWAYS TRIGGER no_personal_data;


--
-- Name: unit no_personal_data; Type: TRIGGER; Schema: est; Owner: -
--

CREATE TRIGGER no_personal_data BEFORE INSERT OR UPDATE OF name ON est.unit FOR EACH ROW WHEN (((new.name IS NOT NULL) AND est.may_hold_personal_data(new.name))) EXECUTE FUNCTION est.refuse_personal_data('name');

ALTER TABLE est.unit ENABLE ALWAYS TRIGGER no_personal_data;


--
-- Name: walk_point no_personal_data; Type: TRIGGER; Schema: est; Owner: -
--

CREATE TRIGGER no_personal_data BEFORE INSERT OR UPDATE OF text, cannot_because, outcome ON est.walk_point FOR EACH ROW WHEN ((((new.text IS NOT NULL) AND est.may_hold_personal_data(new.text)) OR ((new.cannot_because IS NOT NULL) AND est.may_hold_personal_data(new.cannot_because)) OR ((new.outcome IS NOT NULL) AND est.may_hold_personal_data(new.outcome)))) EXECUTE FUNCTION est.refuse_personal_data('text', 'cannot_because', 'outcome');

ALTER TABLE est.walk_point ENABLE ALWAYS TRIGGER no_personal_data;


--
-- Name: occurrence occurrence_is_kept; Type: TRIGGER; Schema: est; Owner: -
--

CREATE TRIGGER occurrence_is_kept BEFORE TRUNCATE ON est.occurrence FOR EACH STATEMENT EXECUTE FUNCTION est.refuse_change();


--
-- Name: occurrence_move occurrence_move_is_append_only; Type: TRIGGER; Schema: est; Owner: -
--

CREATE TRIGGER occurrence_move_is_append_only BEFORE DELETE OR UPDATE ON est.occurrence_move FOR EACH ROW EXECUTE FUNCTION est.refuse_change();


--
-- Name: occurrence_move occurrence_move_is_kept; Type: TRIGGER; Schema: est; Owner: -
--

CREATE TRIGGER occurrence_move_is_kept BEFORE TRUNCATE ON est.occurrence_move FOR EACH STATEMENT EXECUTE FUNCTION est.refuse_change();


--
-- Name: occurrence occurrence_stands; Type: TRIGGER; Schema: est; Owner: -
--

CREATE TRIGGER occurrence_stands BEFORE DELETE OR UPDATE ON est.occurrence FOR EACH ROW EXECUTE FUNCTION est.keep_occurrence();


--
-- Name: outbox_attempt outbox_attempt_is_append_only; Type: TRIGGER; Schema: est; Owner: -
--

CREATE TRIGGER outbox_attempt_is_append_only BEFORE DELETE OR UPDATE ON est.outbox_attempt FOR EACH ROW EXECUTE FUNCTION est.refuse_change();


--
-- Name: outbox_attempt outbox_attempt_is_kept; Type: TRIGGER; Schema: est; Owner: -
--

CREATE TRIGGER outbox_attempt_is_kept BEFORE TRUNCATE ON est.outbox_attempt FOR EACH STATEMENT EXECUTE FUNCTION est.refuse_change();


--
-- Name: outbox outbox_change_is_checked; Type: TRIGGER; Schema: est; Owner: -
--

CREATE TRIGGER outbox_change_is_checked BEFORE UPDATE ON est.outbox FOR EACH ROW EXECUTE FUNCTION est.before_outbox_change();


--
-- Name: outbox outbox_is_append_only; Type: TRIGGER; Schema: est; Owner: -
--

CREATE TRIGGER outbox_is_append_only BEFORE DELETE ON est.outbox FOR EACH ROW EXECUTE FUNCTION est.refuse_change();


--
-- Name: outbox outbox_is_kept; Type: TRIGGER; Schema: est; Owner: -
--

CREATE TRIGGER outbox_is_kept BEFORE TRUNCATE ON est.outbox FOR EACH STATEMENT EXECUTE FUNCTION est.refuse_change();


--
-- Name: outbox_move outbox_move_is_append_only; Type: TRIGGER; Schema: est; Owner: -
--

CREATE TRIGGER outbox_move_is_append_only BEFORE DELETE OR UPDATE ON est.outbox_move FOR EACH ROW EXECUTE FUNCTION est.refuse_change();


--
-- Name: outbox outbox_request_is_checked; Type: TRIGGER; Schema: est; Owner: -
--

CREATE TRIGGER outbox_request_is_checked BEFORE INSERT ON est.outbox FOR EACH ROW EXECUTE FUNCTION est.before_outbox_request();


--
-- Name: outbox_retry outbox_retry_is_append_only; Type: TRIGGER; Schema: est; Owner: -
--

CREATE TRIGGER outbox_retry_is_append_only BEFORE DELETE OR UPDATE ON est.outbox_retry FOR EACH ROW EXECUTE FUNCTION est.refuse_change();


--
-- Name: outbox_retry outbox_retry_is_kept; Type: TRIGGER; Schema: est; Owner: -
--

CREATE TRIGGER outbox_retry_is_kept BEFORE TRUNCATE ON est.outbox_retry FOR EACH STATEMENT EXECUTE FUNCTION est.refuse_change();


--
-- Name: participant participant_is_kept; Type: TRIGGER; Schema: est; Owner: -
--

CREATE TRIGGER participant_is_kept BEFORE DELETE ON est.participant FOR EACH ROW EXECUTE FUNCTION est.refuse_removal();


--
-- Name: participant_role participant_role_is_followed; Type: TRIGGER; Schema: est; Owner: -
--

CREATE TRIGGER participant_role_is_followed AFTER INSERT OR DELETE OR UPDATE ON est.participant_role FOR EACH ROW EXECUTE FUNCTION est.follow_participant_roles();


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
-- Name: problem problem_is_kept; Type: TRIGGER; Schema: est; Owner: -
--

CREATE TRIGGER problem_is_kept BEFORE DELETE ON est.problem FOR EACH ROW EXECUTE FUNCTION est.refuse_removal();


--
-- Name: problem_outcome problem_outcome_is_append_only; Type: TRIGGER; Schema: est; Owner: -
--

CREATE TRIGGER problem_outcome_is_append_only BEFORE DELETE OR UPDATE ON est.problem_outcome FOR EACH ROW EXECUTE FUNCTION est.refuse_change();


--
-- Name: promise_activity promise_activity_is_append_only; Type: TRIGGER; Schema: est; Owner: -
--

CREATE TRIGGER promise_activity_is_append_only BEFORE DELETE OR UPDATE ON est.promise_activity FOR EACH ROW EXECUTE FUNCTION est.refuse_change();


--
-- Name: promise promise_judgement_stands; Type: TRIGGER; Schema: est; Owner: -
--

CREATE TRIGGER promise_judgement_stands BEFORE UPDATE OF judgement ON est.promise FOR EACH ROW EXECUTE FUNCTION est.refuse_settled('set_id', 'ended', 'prolonged');


--
-- Name: promise_promisor promise_promisor_stands; Type: TRIGGER; Schema: est; Owner: -
--

CREATE TRIGGER promise_promisor_stands BEFORE INSERT OR DELETE OR UPDATE ON est.promise_promisor FOR EACH ROW EXECUTE FUNCTION est.refuse_settled('set_id', 'draft', 'dialogue');


--
-- Name: promise_set promise_set_stands; Type: TRIGGER; Schema: est; Owner: -
--

CREATE TRIGGER promise_set_stands BEFORE DELETE OR UPDATE ON est.promise_set FOR EACH ROW EXECUTE FUNCTION est.refuse_settled('id', 'draft', 'dialogue');


--
-- Name: promise_signatory promise_signatory_stands; Type: TRIGGER; Schema: est; Owner: -
--

CREATE TRIGGER promise_signatory_stands BEFORE INSERT OR DELETE OR UPDATE ON est.promise_signatory FOR EACH ROW EXECUTE FUNCTION est.refuse_settled('set_id', 'draft', 'dialogue');


--
-- Name: promise promise_stands; Type: TRIGGER; Schema: est; Owner: -
--

CREATE TRIGGER promise_stands BEFORE INSERT OR DELETE OR UPDATE OF number, id, text, target ON est.promise FOR EACH ROW EXECUTE FUNCTION est.refuse_settled('set_id', 'draft', 'dialogue');


--
-- Name: public_release public_release_is_append_only; Type: TRIGGER; Schema: est; Owner: -
--

CREATE TRIGGER public_release_is_append_only BEFORE DELETE OR UPDATE ON est.public_release FOR EACH ROW EXECUTE FUNCTION est.refuse_change();


--
-- Name: public_release public_release_is_checked; Type: TRIGGER; Schema: est; Owner: -
--

CREATE TRIGGER public_release_is_checked BEFORE INSERT ON est.public_release FOR EACH ROW EXECUTE FUNCTION est.check_public_release();


--
-- Name: public_release public_release_is_kept; Type: TRIGGER; Schema: est; Owner: -
--

CREATE TRIGGER public_release_is_kept BEFORE TRUNCATE ON est.public_release FOR EACH STATEMENT EXECUTE FUNCTION est.refuse_change();


--
-- Name: redaction redaction_is_append_only; Type: TRIGGER; Schema: est; Owner: -
--

CREATE TRIGGER redaction_is_append_only BEFORE DELETE OR UPDATE ON est.redaction FOR EACH ROW EXECUTE FUNCTION est.refuse_change();


--
-- Name: redaction redaction_is_done; Type: TRIGGER; Schema: est; Owner: -
--

CREATE TRIGGER redaction_is_done AFTER INSERT ON est.redaction FOR EACH ROW EXECUTE FUNCTION est.redact();


--
-- Name: redaction redaction_is_kept; Type: TRIGGER; Schema: est; Owner: -
--

CREATE TRIGGER redaction_is_kept BEFORE TRUNCATE ON est.redaction FOR EACH STATEMENT EXECUTE FUNCTION est.refuse_change();


--
-- Name: refusal refusal_is_append_only; Type: TRIGGER; Schema: est; Owner: -
--

CREATE TRIGGER refusal_is_append_only BEFORE DELETE OR UPDATE ON est.refusal FOR EACH ROW EXECUTE FUNCTION est.refuse_change();


--
-- Name: retention_hold retention_hold_is_kept; Type: TRIGGER; Schema: est; Owner: -
--

CREATE TRIGGER retention_hold_is_kept BEFORE TRUNCATE ON est.retention_hold FOR EACH STATEMENT EXECUTE FUNCTION est.refuse_change();


--
-- Name: retention_hold retention_hold_is_numbered; Type: TRIGGER; Schema: est; Owner: -
--

CREATE TRIGGER retention_hold_is_numbered BEFORE INSERT ON est.retention_hold FOR EACH ROW EXECUTE FUNCTION est.before_retention_hold();


--
-- Name: retention_hold retention_hold_stands; Type: TRIGGER; Schema: est; Owner: -
--

CREATE TRIGGER retention_hold_stands BEFORE DELETE OR UPDATE ON est.retention_hold FOR EACH ROW EXECUTE FUNCTION est.keep_retention_hold();


--
-- Name: retention_rule retention_rule_is_append_only; Type: TRIGGER; Schema: est; Owner: -
--

CREATE TRIGGER retention_rule_is_append_only BEFORE DELETE OR UPDATE ON est.retention_rule FOR EACH ROW EXECUTE FUNCTION est.refuse_change();


--
-- Name: retention_rule retention_rule_is_kept; Type: TRIGGER; Schema: est; Owner: -
--

CREATE TRIGGER retention_rule_is_kept BEFORE TRUNCATE ON est.retention_rule FOR EACH STATEMENT EXECUTE FUNCTION est.refuse_change();


--
-- Name: retention_rule retention_rule_is_numbered; Type: TRIGGER; Schema: est; Owner: -
--

CREATE TRIGGER retention_rule_is_numbered BEFORE INSERT ON est.retention_rule FOR EACH ROW EXECUTE FUNCTION est.before_retention_rule();


--
-- Name: safety_walk safety_walk_stands; Type: TRIGGER; Schema: est; Owner: -
--

CREATE TRIGGER safety_walk_stands BEFORE DELETE OR UPDATE ON est.safety_walk FOR EACH ROW EXECUTE FUNCTION est.refuse_settled('id', 'planned', 'preMeeting');


--
-- Name: incident secret_report_is_an_answer; Type: TRIGGER; Schema: est; Owner: -
--

CREATE TRIGGER secret_report_is_an_answer AFTER INSERT OR UPDATE OF class, cycle_id, unit_id, late ON est.incident FOR EACH ROW WHEN (((new.class = 'authority-only'::text) AND (NOT new.late) AND (new.unit_id IS NOT NULL) AND (new.cycle_id IS NOT NULL))) EXECUTE FUNCTION est.answer_with_nothing();


--
-- Name: share share_is_filled; Type: TRIGGER; Schema: est; Owner: -
--

CREATE TRIGGER share_is_filled BEFORE INSERT ON est.share FOR EACH ROW EXECUTE FUNCTION est.fill_share();


--
-- Name: share share_is_kept; Type: TRIGGER; Schema: est; Owner: -
--

CREATE TRIGGER share_is_kept BEFORE TRUNCATE ON est.share FOR EACH STATEMENT EXECUTE FUNCTION est.keep_share();


--
-- Name: share share_stands; Type: TRIGGER; Schema: est; Owner: -
--

CREATE TRIGGER share_stands BEFORE DELETE OR UPDATE ON est.share FOR EACH ROW EXECUTE FUNCTION est.keep_share();


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
-- Name: statutory_picture statutory_picture_stands; Type: TRIGGER; Schema: est; Owner: -
--

CREATE TRIGGER statutory_picture_stands BEFORE DELETE OR UPDATE ON est.statutory_picture FOR EACH ROW EXECUTE FUNCTION est.refuse_settled('id', 'due', 'drafting');


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
-- Name: walk_point walk_point_outcome_stands; Type: TRIGGER; Schema: est; Owner: -
--

CREATE TRIGGER walk_point_outcome_stands BEFORE UPDATE OF outcome ON est.walk_point FOR EACH ROW EXECUTE FUNCTION est.refuse_settled('walk_id', 'reported');


--
-- Name: walk_point walk_point_stands; Type: TRIGGER; Schema: est; Owner: -
--

CREATE TRIGGER walk_point_stands BEFORE INSERT OR DELETE OR UPDATE OF number, id, text, action_id, cannot_because ON est.walk_point FOR EACH ROW EXECUTE FUNCTION est.refuse_settled('walk_id', 'planned', 'preMeeting', 'walked');


--
-- Name: cycle withdrawn_by_transition; Type: TRIGGER; Schema: est; Owner: -
--

CREATE TRIGGER withdrawn_by_transition BEFORE INSERT OR UPDATE OF withdrawn ON est.cycle FOR EACH ROW EXECUTE FUNCTION est.check_withdrawal();


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
-- Name: promise_activity activity_of_promise; Type: FK CONSTRAINT; Schema: est; Owner: -
--

ALTER TABLE ONLY est.promise_activity
    ADD CONSTRAINT activity_of_promise FOREIGN KEY (municipality, set_id, promise) REFERENCES est.promise(municipality, set_id, number);


--
-- Name: participant_address address_of_participant; Type: FK CONSTRAINT; Schema: est; Owner: -
--

ALTER TABLE ONLY est.participant_address
    ADD CONSTRAINT address_of_participant FOREIGN KEY (municipality, participant_id) REFERENCES est.participant(municipality, id);


--
-- Name: agreement agreement_follows; Type: FK CONSTRAINT; Schema: est; Owner: -
--

ALTER TABLE ONLY est.agreement
    ADD CONSTRAINT agreement_follows FOREIGN KEY (municipality, follows) REFERENCES est.agreement(municipality, id);


--
-- Name: agreement agreement_is_instance; Type: FK CONSTRAINT; Schema: est; Owner: -
--

ALTER TABLE ONLY est.agreement
    ADD CONSTRAINT agreement_is_instance FOREIGN KEY (municipality, id) REFERENCES est.instance(municipality, id) DEFERRABLE INITIALLY DEFERRED;


--
-- Name: agreement agreement_of_group; Type: FK CONSTRAINT; Schema: est; Owner: -
--

ALTER TABLE ONLY est.agreement
    ADD CONSTRAINT agreement_of_group FOREIGN KEY (municipality, group_id) REFERENCES est.est_group(municipality, id);


--
-- Name: analysis analysis_of_problem; Type: FK CONSTRAINT; Schema: est; Owner: -
--

ALTER TABLE ONLY est.analysis
    ADD CONSTRAINT analysis_of_problem FOREIGN KEY (municipality, problem_id) REFERENCES est.problem(municipality, id);


--
-- Name: picture_annex annex_of_picture; Type: FK CONSTRAINT; Schema: est; Owner: -
--

ALTER TABLE ONLY est.picture_annex
    ADD CONSTRAINT annex_of_picture FOREIGN KEY (municipality, cycle_id, version) REFERENCES est.picture(municipality, cycle_id, version);


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
-- Name: outbox attempt_is_on_record; Type: FK CONSTRAINT; Schema: est; Owner: -
--

ALTER TABLE ONLY est.outbox
    ADD CONSTRAINT attempt_is_on_record FOREIGN KEY (municipality, id, recorded) REFERENCES est.outbox_attempt(municipality, outbox_id, attempt);


--
-- Name: outbox_attempt attempt_of_outbox; Type: FK CONSTRAINT; Schema: est; Owner: -
--

ALTER TABLE ONLY est.outbox_attempt
    ADD CONSTRAINT attempt_of_outbox FOREIGN KEY (municipality, outbox_id) REFERENCES est.outbox(municipality, id);


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
-- Name: cycle cycle_is_expected; Type: FK CONSTRAINT; Schema: est; Owner: -
--

ALTER TABLE ONLY est.cycle
    ADD CONSTRAINT cycle_is_expected FOREIGN KEY (municipality, group_id, period, label) REFERENCES est.occurrence(municipality, group_id, period, label);


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
-- Name: disposal disposal_by_rule; Type: FK CONSTRAINT; Schema: est; Owner: -
--

ALTER TABLE ONLY est.disposal
    ADD CONSTRAINT disposal_by_rule FOREIGN KEY (municipality, information, rule) REFERENCES est.retention_rule(municipality, information, number);


--
-- Name: statutory_duty duty_of_group; Type: FK CONSTRAINT; Schema: est; Owner: -
--

ALTER TABLE ONLY est.statutory_duty
    ADD CONSTRAINT duty_of_group FOREIGN KEY (municipality, group_id) REFERENCES est.est_group(municipality, id);


--
-- Name: effect_plan_area effect_area_of_municipality; Type: FK CONSTRAINT; Schema: est; Owner: -
--

ALTER TABLE ONLY est.effect_plan_area
    ADD CONSTRAINT effect_area_of_municipality FOREIGN KEY (municipality, area_id) REFERENCES est.area(municipality, id);


--
-- Name: effect_plan_area effect_area_of_plan; Type: FK CONSTRAINT; Schema: est; Owner: -
--

ALTER TABLE ONLY est.effect_plan_area
    ADD CONSTRAINT effect_area_of_plan FOREIGN KEY (municipality, action_id, version) REFERENCES est.effect_plan(municipality, action_id, version) DEFERRABLE INITIALLY DEFERRED;


--
-- Name: effect_plan_category effect_category_of_plan; Type: FK CONSTRAINT; Schema: est; Owner: -
--

ALTER TABLE ONLY est.effect_plan_category
    ADD CONSTRAINT effect_category_of_plan FOREIGN KEY (municipality, action_id, version) REFERENCES est.effect_plan(municipality, action_id, version) DEFERRABLE INITIALLY DEFERRED;


--
-- Name: effect_plan effect_plan_by_participant; Type: FK CONSTRAINT; Schema: est; Owner: -
--

ALTER TABLE ONLY est.effect_plan
    ADD CONSTRAINT effect_plan_by_participant FOREIGN KEY (municipality, made_by) REFERENCES est.participant(municipality, id);


--
-- Name: effect_plan effect_plan_of_action; Type: FK CONSTRAINT; Schema: est; Owner: -
--

ALTER TABLE ONLY est.effect_plan
    ADD CONSTRAINT effect_plan_of_action FOREIGN KEY (municipality, action_id) REFERENCES est.action(municipality, id);


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
-- Name: export_made export_by_participant; Type: FK CONSTRAINT; Schema: est; Owner: -
--

ALTER TABLE ONLY est.export_made
    ADD CONSTRAINT export_by_participant FOREIGN KEY (municipality, made_by) REFERENCES est.participant(municipality, id);


--
-- Name: export_made export_made_municipality_fkey; Type: FK CONSTRAINT; Schema: est; Owner: -
--

ALTER TABLE ONLY est.export_made
    ADD CONSTRAINT export_made_municipality_fkey FOREIGN KEY (municipality) REFERENCES est.municipality(municipality);


--
-- Name: export_made export_of_group; Type: FK CONSTRAINT; Schema: est; Owner: -
--

ALTER TABLE ONLY est.export_made
    ADD CONSTRAINT export_of_group FOREIGN KEY (municipality, group_id) REFERENCES est.est_group(municipality, id);


--
-- Name: harm_table harm_table_by_participant; Type: FK CONSTRAINT; Schema: est; Owner: -
--

ALTER TABLE ONLY est.harm_table
    ADD CONSTRAINT harm_table_by_participant FOREIGN KEY (municipality, imported_by) REFERENCES est.participant(municipality, id);


--
-- Name: harm_table harm_table_municipality_fkey; Type: FK CONSTRAINT; Schema: est; Owner: -
--

ALTER TABLE ONLY est.harm_table
    ADD CONSTRAINT harm_table_municipality_fkey FOREIGN KEY (municipality) REFERENCES est.municipality(municipality);


--
-- Name: harm_weight harm_weight_of_table; Type: FK CONSTRAINT; Schema: est; Owner: -
--

ALTER TABLE ONLY est.harm_weight
    ADD CONSTRAINT harm_weight_of_table FOREIGN KEY (municipality, version) REFERENCES est.harm_table(municipality, version) DEFERRABLE INITIALLY DEFERRED;


--
-- Name: retention_hold hold_by_participant; Type: FK CONSTRAINT; Schema: est; Owner: -
--

ALTER TABLE ONLY est.retention_hold
    ADD CONSTRAINT hold_by_participant FOREIGN KEY (municipality, placed_by) REFERENCES est.participant(municipality, id);


--
-- Name: retention_hold hold_lifted_by_participant; Type: FK CONSTRAINT; Schema: est; Owner: -
--

ALTER TABLE ONLY est.retention_hold
    ADD CONSTRAINT hold_lifted_by_participant FOREIGN KEY (municipality, lifted_by) REFERENCES est.participant(municipality, id);


--
-- Name: retention_hold hold_of_area; Type: FK CONSTRAINT; Schema: est; Owner: -
--

ALTER TABLE ONLY est.retention_hold
    ADD CONSTRAINT hold_of_area FOREIGN KEY (municipality, area_id) REFERENCES est.area(municipality, id);


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
-- Name: kept_reports kept_for_group; Type: FK CONSTRAINT; Schema: est; Owner: -
--

ALTER TABLE ONLY est.kept_reports
    ADD CONSTRAINT kept_for_group FOREIGN KEY (municipality, group_id) REFERENCES est.est_group(municipality, id);


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
-- Name: occurrence_move move_by_transition; Type: FK CONSTRAINT; Schema: est; Owner: -
--

ALTER TABLE ONLY est.occurrence_move
    ADD CONSTRAINT move_by_transition FOREIGN KEY (municipality, cycle_id, revision) REFERENCES est.transition_log(municipality, instance_id, revision);


--
-- Name: occurrence_move move_of_occurrence; Type: FK CONSTRAINT; Schema: est; Owner: -
--

ALTER TABLE ONLY est.occurrence_move
    ADD CONSTRAINT move_of_occurrence FOREIGN KEY (municipality, group_id, period, label) REFERENCES est.occurrence(municipality, group_id, period, label);


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
-- Name: occurrence occurrence_has_cycle; Type: FK CONSTRAINT; Schema: est; Owner: -
--

ALTER TABLE ONLY est.occurrence
    ADD CONSTRAINT occurrence_has_cycle FOREIGN KEY (municipality, cycle_id) REFERENCES est.cycle(municipality, id) DEFERRABLE INITIALLY DEFERRED;


--
-- Name: occurrence occurrence_of_group; Type: FK CONSTRAINT; Schema: est; Owner: -
--

ALTER TABLE ONLY est.occurrence
    ADD CONSTRAINT occurrence_of_group FOREIGN KEY (municipality, group_id) REFERENCES est.est_group(municipality, id);


--
-- Name: organisation organisation_municipality_fkey; Type: FK CONSTRAINT; Schema: est; Owner: -
--

ALTER TABLE ONLY est.organisation
    ADD CONSTRAINT organisation_municipality_fkey FOREIGN KEY (municipality) REFERENCES est.municipality(municipality);


--
-- Name: occurrence outcome_is_that_of_the_log; Type: FK CONSTRAINT; Schema: est; Owner: -
--

ALTER TABLE ONLY est.occurrence
    ADD CONSTRAINT outcome_is_that_of_the_log FOREIGN KEY (municipality, cycle_id, revision) REFERENCES est.transition_log(municipality, instance_id, revision);


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
-- Name: agreement_party party_is_organisation; Type: FK CONSTRAINT; Schema: est; Owner: -
--

ALTER TABLE ONLY est.agreement_party
    ADD CONSTRAINT party_is_organisation FOREIGN KEY (municipality, organisation_id) REFERENCES est.organisation(municipality, id);


--
-- Name: agreement_party party_of_agreement; Type: FK CONSTRAINT; Schema: est; Owner: -
--

ALTER TABLE ONLY est.agreement_party
    ADD CONSTRAINT party_of_agreement FOREIGN KEY (municipality, agreement_id) REFERENCES est.agreement(municipality, id);


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
-- Name: walk_point point_became_action; Type: FK CONSTRAINT; Schema: est; Owner: -
--

ALTER TABLE ONLY est.walk_point
    ADD CONSTRAINT point_became_action FOREIGN KEY (municipality, action_id) REFERENCES est.action(municipality, id);


--
-- Name: walk_point point_of_walk; Type: FK CONSTRAINT; Schema: est; Owner: -
--

ALTER TABLE ONLY est.walk_point
    ADD CONSTRAINT point_of_walk FOREIGN KEY (municipality, walk_id) REFERENCES est.safety_walk(municipality, id);


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
-- Name: promise promise_of_set; Type: FK CONSTRAINT; Schema: est; Owner: -
--

ALTER TABLE ONLY est.promise
    ADD CONSTRAINT promise_of_set FOREIGN KEY (municipality, set_id) REFERENCES est.promise_set(municipality, id);


--
-- Name: promise_set promise_set_is_instance; Type: FK CONSTRAINT; Schema: est; Owner: -
--

ALTER TABLE ONLY est.promise_set
    ADD CONSTRAINT promise_set_is_instance FOREIGN KEY (municipality, id) REFERENCES est.instance(municipality, id) DEFERRABLE INITIALLY DEFERRED;


--
-- Name: promise_set promise_set_of_group; Type: FK CONSTRAINT; Schema: est; Owner: -
--

ALTER TABLE ONLY est.promise_set
    ADD CONSTRAINT promise_set_of_group FOREIGN KEY (municipality, group_id) REFERENCES est.est_group(municipality, id);


--
-- Name: promise_set promise_set_prolongs; Type: FK CONSTRAINT; Schema: est; Owner: -
--

ALTER TABLE ONLY est.promise_set
    ADD CONSTRAINT promise_set_prolongs FOREIGN KEY (municipality, prolongs) REFERENCES est.promise_set(municipality, id);


--
-- Name: promise_promisor promisor_is_organisation; Type: FK CONSTRAINT; Schema: est; Owner: -
--

ALTER TABLE ONLY est.promise_promisor
    ADD CONSTRAINT promisor_is_organisation FOREIGN KEY (municipality, organisation_id) REFERENCES est.organisation(municipality, id);


--
-- Name: promise_promisor promisor_of_promise; Type: FK CONSTRAINT; Schema: est; Owner: -
--

ALTER TABLE ONLY est.promise_promisor
    ADD CONSTRAINT promisor_of_promise FOREIGN KEY (municipality, set_id, promise) REFERENCES est.promise(municipality, set_id, number);


--
-- Name: public_release public_release_municipality_fkey; Type: FK CONSTRAINT; Schema: est; Owner: -
--

ALTER TABLE ONLY est.public_release
    ADD CONSTRAINT public_release_municipality_fkey FOREIGN KEY (municipality) REFERENCES est.municipality(municipality);


--
-- Name: redaction redaction_by_participant; Type: FK CONSTRAINT; Schema: est; Owner: -
--

ALTER TABLE ONLY est.redaction
    ADD CONSTRAINT redaction_by_participant FOREIGN KEY (municipality, redacted_by) REFERENCES est.participant(municipality, id);


--
-- Name: redaction redaction_of_incident; Type: FK CONSTRAINT; Schema: est; Owner: -
--

ALTER TABLE ONLY est.redaction
    ADD CONSTRAINT redaction_of_incident FOREIGN KEY (municipality, received_at, id) REFERENCES est.incident(municipality, received_at, id);


--
-- Name: refusal refusal_of_instance; Type: FK CONSTRAINT; Schema: est; Owner: -
--

ALTER TABLE ONLY est.refusal
    ADD CONSTRAINT refusal_of_instance FOREIGN KEY (municipality, instance_id) REFERENCES est.instance(municipality, id);


--
-- Name: public_release released_by_participant; Type: FK CONSTRAINT; Schema: est; Owner: -
--

ALTER TABLE ONLY est.public_release
    ADD CONSTRAINT released_by_participant FOREIGN KEY (municipality, released_by) REFERENCES est.participant(municipality, id);


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
-- Name: retention_hold retention_hold_municipality_fkey; Type: FK CONSTRAINT; Schema: est; Owner: -
--

ALTER TABLE ONLY est.retention_hold
    ADD CONSTRAINT retention_hold_municipality_fkey FOREIGN KEY (municipality) REFERENCES est.municipality(municipality);


--
-- Name: retention_rule retention_rule_municipality_fkey; Type: FK CONSTRAINT; Schema: est; Owner: -
--

ALTER TABLE ONLY est.retention_rule
    ADD CONSTRAINT retention_rule_municipality_fkey FOREIGN KEY (municipality) REFERENCES est.municipality(municipality);


--
-- Name: outbox_retry retry_by_participant; Type: FK CONSTRAINT; Schema: est; Owner: -
--

ALTER TABLE ONLY est.outbox_retry
    ADD CONSTRAINT retry_by_participant FOREIGN KEY (municipality, participant_id) REFERENCES est.participant(municipality, id);


--
-- Name: outbox retry_is_on_record; Type: FK CONSTRAINT; Schema: est; Owner: -
--

ALTER TABLE ONLY est.outbox
    ADD CONSTRAINT retry_is_on_record FOREIGN KEY (municipality, id, asked_after) REFERENCES est.outbox_retry(municipality, outbox_id, after_attempt);


--
-- Name: outbox_retry retry_of_outbox; Type: FK CONSTRAINT; Schema: est; Owner: -
--

ALTER TABLE ONLY est.outbox_retry
    ADD CONSTRAINT retry_of_outbox FOREIGN KEY (municipality, outbox_id) REFERENCES est.outbox(municipality, id);


--
-- Name: participant_role role_in_group; Type: FK CONSTRAINT; Schema: est; Owner: -
--

ALTER TABLE ONLY est.participant_role
    ADD CONSTRAINT role_in_group FOREIGN KEY (municipality, group_id) REFERENCES est.est_group(municipality, id);


--
-- Name: participant_role role_of_participant; Type: FK CONSTRAINT; Schema: est; Owner: -
--

ALTER TABLE ONLY est.participant_role
    ADD CONSTRAINT role_of_participant FOREIGN KEY (municipality, participant_id) REFERENCES est.participant(municipality, id);


--
-- Name: retention_rule rule_by_participant; Type: FK CONSTRAINT; Schema: est; Owner: -
--

ALTER TABLE ONLY est.retention_rule
    ADD CONSTRAINT rule_by_participant FOREIGN KEY (municipality, set_by) REFERENCES est.participant(municipality, id);


--
-- Name: running_number running_number_municipality_fkey; Type: FK CONSTRAINT; Schema: est; Owner: -
--

ALTER TABLE ONLY est.running_number
    ADD CONSTRAINT running_number_municipality_fkey FOREIGN KEY (municipality) REFERENCES est.municipality(municipality);


--
-- Name: safety_walk safety_walk_in_area; Type: FK CONSTRAINT; Schema: est; Owner: -
--

ALTER TABLE ONLY est.safety_walk
    ADD CONSTRAINT safety_walk_in_area FOREIGN KEY (municipality, area_id) REFERENCES est.area(municipality, id);


--
-- Name: safety_walk safety_walk_is_instance; Type: FK CONSTRAINT; Schema: est; Owner: -
--

ALTER TABLE ONLY est.safety_walk
    ADD CONSTRAINT safety_walk_is_instance FOREIGN KEY (municipality, id) REFERENCES est.instance(municipality, id) DEFERRABLE INITIALLY DEFERRED;


--
-- Name: safety_walk safety_walk_of_group; Type: FK CONSTRAINT; Schema: est; Owner: -
--

ALTER TABLE ONLY est.safety_walk
    ADD CONSTRAINT safety_walk_of_group FOREIGN KEY (municipality, group_id) REFERENCES est.est_group(municipality, id);


--
-- Name: area_score score_by_participant; Type: FK CONSTRAINT; Schema: est; Owner: -
--

ALTER TABLE ONLY est.area_score
    ADD CONSTRAINT score_by_participant FOREIGN KEY (municipality, scored_by) REFERENCES est.participant(municipality, id);


--
-- Name: area_score score_of_area; Type: FK CONSTRAINT; Schema: est; Owner: -
--

ALTER TABLE ONLY est.area_score
    ADD CONSTRAINT score_of_area FOREIGN KEY (municipality, area_id) REFERENCES est.area(municipality, id);


--
-- Name: area_score score_of_group; Type: FK CONSTRAINT; Schema: est; Owner: -
--

ALTER TABLE ONLY est.area_score
    ADD CONSTRAINT score_of_group FOREIGN KEY (municipality, group_id) REFERENCES est.est_group(municipality, id);


--
-- Name: setting setting_municipality_fkey; Type: FK CONSTRAINT; Schema: est; Owner: -
--

ALTER TABLE ONLY est.setting
    ADD CONSTRAINT setting_municipality_fkey FOREIGN KEY (municipality) REFERENCES est.municipality(municipality);


--
-- Name: share share_by_participant; Type: FK CONSTRAINT; Schema: est; Owner: -
--

ALTER TABLE ONLY est.share
    ADD CONSTRAINT share_by_participant FOREIGN KEY (municipality, offered_by) REFERENCES est.participant(municipality, id);


--
-- Name: share share_municipality_fkey; Type: FK CONSTRAINT; Schema: est; Owner: -
--

ALTER TABLE ONLY est.share
    ADD CONSTRAINT share_municipality_fkey FOREIGN KEY (municipality) REFERENCES est.municipality(municipality);


--
-- Name: share share_of_cycle; Type: FK CONSTRAINT; Schema: est; Owner: -
--

ALTER TABLE ONLY est.share
    ADD CONSTRAINT share_of_cycle FOREIGN KEY (municipality, cycle_id) REFERENCES est.cycle(municipality, id);


--
-- Name: share share_of_group; Type: FK CONSTRAINT; Schema: est; Owner: -
--

ALTER TABLE ONLY est.share
    ADD CONSTRAINT share_of_group FOREIGN KEY (municipality, group_id) REFERENCES est.est_group(municipality, id);


--
-- Name: share share_withdrawn_by_participant; Type: FK CONSTRAINT; Schema: est; Owner: -
--

ALTER TABLE ONLY est.share
    ADD CONSTRAINT share_withdrawn_by_participant FOREIGN KEY (municipality, withdrawn_by) REFERENCES est.participant(municipality, id);


--
-- Name: agreement_signatory signatory_of_agreement; Type: FK CONSTRAINT; Schema: est; Owner: -
--

ALTER TABLE ONLY est.agreement_signatory
    ADD CONSTRAINT signatory_of_agreement FOREIGN KEY (municipality, agreement_id) REFERENCES est.agreement(municipality, id);


--
-- Name: promise_signatory signatory_of_promises; Type: FK CONSTRAINT; Schema: est; Owner: -
--

ALTER TABLE ONLY est.promise_signatory
    ADD CONSTRAINT signatory_of_promises FOREIGN KEY (municipality, set_id) REFERENCES est.promise_set(municipality, id);


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
-- Name: outbox state_is_as_attempt_ended; Type: FK CONSTRAINT; Schema: est; Owner: -
--

ALTER TABLE ONLY est.outbox
    ADD CONSTRAINT state_is_as_attempt_ended FOREIGN KEY (municipality, id, recorded, ended_as) REFERENCES est.outbox_attempt(municipality, outbox_id, attempt, outcome);


--
-- Name: statutory_duty statutory_duty_municipality_fkey; Type: FK CONSTRAINT; Schema: est; Owner: -
--

ALTER TABLE ONLY est.statutory_duty
    ADD CONSTRAINT statutory_duty_municipality_fkey FOREIGN KEY (municipality) REFERENCES est.municipality(municipality);


--
-- Name: statutory_picture statutory_picture_is_instance; Type: FK CONSTRAINT; Schema: est; Owner: -
--

ALTER TABLE ONLY est.statutory_picture
    ADD CONSTRAINT statutory_picture_is_instance FOREIGN KEY (municipality, id) REFERENCES est.instance(municipality, id) DEFERRABLE INITIALLY DEFERRED;


--
-- Name: statutory_picture statutory_picture_of_group; Type: FK CONSTRAINT; Schema: est; Owner: -
--

ALTER TABLE ONLY est.statutory_picture
    ADD CONSTRAINT statutory_picture_of_group FOREIGN KEY (municipality, group_id) REFERENCES est.est_group(municipality, id);


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
-- Name: action; Type: ROW SECURITY; Schema: est; Owner: -
--

ALTER TABLE est.action ENABLE ROW LEVEL SECURITY;

--
-- Name: action_cause; Type: ROW SECURITY; Schema: est; Owner: -
--

ALTER TABLE est.action_cause ENABLE ROW LEVEL SECURITY;

--
-- Name: agreement; Type: ROW SECURITY; Schema: est; Owner: -
--

ALTER TABLE est.agreement ENABLE ROW LEVEL SECURITY;

--
-- Name: agreement_party; Type: ROW SECURITY; Schema: est; Owner: -
--

ALTER TABLE est.agreement_party ENABLE ROW LEVEL SECURITY;

--
-- Name: agreement_signatory; Type: ROW SECURITY; Schema: est; Owner: -
--

ALTER TABLE est.agreement_signatory ENABLE ROW LEVEL SECURITY;

--
-- Name: analysis; Type: ROW SECURITY; Schema: est; Owner: -
--

ALTER TABLE est.analysis ENABLE ROW LEVEL SECURITY;

--
-- Name: area; Type: ROW SECURITY; Schema: est; Owner: -
--

ALTER TABLE est.area ENABLE ROW LEVEL SECURITY;

--
-- Name: area_piece; Type: ROW SECURITY; Schema: est; Owner: -
--

ALTER TABLE est.area_piece ENABLE ROW LEVEL SECURITY;

--
-- Name: area_score; Type: ROW SECURITY; Schema: est; Owner: -
--

ALTER TABLE est.area_score ENABLE ROW LEVEL SECURITY;

--
-- Name: attendance; Type: ROW SECURITY; Schema: est; Owner: -
--

ALTER TABLE est.attendance ENABLE ROW LEVEL SECURITY;

--
-- Name: category; Type: ROW SECURITY; Schema: est; Owner: -
--

ALTER TABLE est.category ENABLE ROW LEVEL SECURITY;

--
-- Name: cause; Type: ROW SECURITY; Schema: est; Owner: -
--

ALTER TABLE est.cause ENABLE ROW LEVEL SECURITY;

--
-- Name: chain_step; Type: ROW SECURITY; Schema: est; Owner: -
--

ALTER TABLE est.chain_step ENABLE ROW LEVEL SECURITY;

--
-- Name: changed_day; Type: ROW SECURITY; Schema: est; Owner: -
--

ALTER TABLE est.changed_day ENABLE ROW LEVEL SECURITY;

--
-- Name: coverage; Type: ROW SECURITY; Schema: est; Owner: -
--

ALTER TABLE est.coverage ENABLE ROW LEVEL SECURITY;

--
-- Name: cycle; Type: ROW SECURITY; Schema: est; Owner: -
--

ALTER TABLE est.cycle ENABLE ROW LEVEL SECURITY;

--
-- Name: decision; Type: ROW SECURITY; Schema: est; Owner: -
--

ALTER TABLE est.decision ENABLE ROW LEVEL SECURITY;

--
-- Name: disposal; Type: ROW SECURITY; Schema: est; Owner: -
--

ALTER TABLE est.disposal ENABLE ROW LEVEL SECURITY;

--
-- Name: effect_plan; Type: ROW SECURITY; Schema: est; Owner: -
--

ALTER TABLE est.effect_plan ENABLE ROW LEVEL SECURITY;

--
-- Name: effect_plan_area; Type: ROW SECURITY; Schema: est; Owner: -
--

ALTER TABLE est.effect_plan_area ENABLE ROW LEVEL SECURITY;

--
-- Name: effect_plan_category; Type: ROW SECURITY; Schema: est; Owner: -
--

ALTER TABLE est.effect_plan_category ENABLE ROW LEVEL SECURITY;

--
-- Name: est_group; Type: ROW SECURITY; Schema: est; Owner: -
--

ALTER TABLE est.est_group ENABLE ROW LEVEL SECURITY;

--
-- Name: evidence; Type: ROW SECURITY; Schema: est; Owner: -
--

ALTER TABLE est.evidence ENABLE ROW LEVEL SECURITY;

--
-- Name: export_made; Type: ROW SECURITY; Schema: est; Owner: -
--

ALTER TABLE est.export_made ENABLE ROW LEVEL SECURITY;

--
-- Name: harm_table; Type: ROW SECURITY; Schema: est; Owner: -
--

ALTER TABLE est.harm_table ENABLE ROW LEVEL SECURITY;

--
-- Name: harm_weight; Type: ROW SECURITY; Schema: est; Owner: -
--

ALTER TABLE est.harm_weight ENABLE ROW LEVEL SECURITY;

--
-- Name: incident; Type: ROW SECURITY; Schema: est; Owner: -
--

ALTER TABLE est.incident ENABLE ROW LEVEL SECURITY;

--
-- Name: incident_2025; Type: ROW SECURITY; Schema: est; Owner: -
--

ALTER TABLE est.incident_2025 ENABLE ROW LEVEL SECURITY;

--
-- Name: incident_2026; Type: ROW SECURITY; Schema: est; Owner: -
--

ALTER TABLE est.incident_2026 ENABLE ROW LEVEL SECURITY;

--
-- Name: incident_2027; Type: ROW SECURITY; Schema: est; Owner: -
--

ALTER TABLE est.incident_2027 ENABLE ROW LEVEL SECURITY;

--
-- Name: incident_2028; Type: ROW SECURITY; Schema: est; Owner: -
--

ALTER TABLE est.incident_2028 ENABLE ROW LEVEL SECURITY;

--
-- Name: incident_2029; Type: ROW SECURITY; Schema: est; Owner: -
--

ALTER TABLE est.incident_2029 ENABLE ROW LEVEL SECURITY;

--
-- Name: incident_before_2025; Type: ROW SECURITY; Schema: est; Owner: -
--

ALTER TABLE est.incident_before_2025 ENABLE ROW LEVEL SECURITY;

--
-- Name: incident_from_2030; Type: ROW SECURITY; Schema: est; Owner: -
--

ALTER TABLE est.incident_from_2030 ENABLE ROW LEVEL SECURITY;

--
-- Name: incident_key; Type: ROW SECURITY; Schema: est; Owner: -
--

ALTER TABLE est.incident_key ENABLE ROW LEVEL SECURITY;

--
-- Name: incident_version; Type: ROW SECURITY; Schema: est; Owner: -
--

ALTER TABLE est.incident_version ENABLE ROW LEVEL SECURITY;

--
-- Name: instance; Type: ROW SECURITY; Schema: est; Owner: -
--

ALTER TABLE est.instance ENABLE ROW LEVEL SECURITY;

--
-- Name: kept_reports; Type: ROW SECURITY; Schema: est; Owner: -
--

ALTER TABLE est.kept_reports ENABLE ROW LEVEL SECURITY;

--
-- Name: lease; Type: ROW SECURITY; Schema: est; Owner: -
--

ALTER TABLE est.lease ENABLE ROW LEVEL SECURITY;

--
-- Name: log_head; Type: ROW SECURITY; Schema: est; Owner: -
--

ALTER TABLE est.log_head ENABLE ROW LEVEL SECURITY;

--
-- Name: machine; Type: ROW SECURITY; Schema: est; Owner: -
--

ALTER TABLE est.machine ENABLE ROW LEVEL SECURITY;

--
-- Name: machine_move; Type: ROW SECURITY; Schema: est; Owner: -
--

ALTER TABLE est.machine_move ENABLE ROW LEVEL SECURITY;

--
-- Name: machine_move_role; Type: ROW SECURITY; Schema: est; Owner: -
--

ALTER TABLE est.machine_move_role ENABLE ROW LEVEL SECURITY;

--
-- Name: problem_incident may_audit; Type: POLICY; Schema: est; Owner: -
--

CREATE POLICY may_audit ON est.problem_incident FOR SELECT TO est_auditor USING (((municipality = ANY (( SELECT est.my_municipalities('{auditor}'::text[]) AS my_municipalities)::text[])) AND (EXISTS ( SELECT
   FROM est.problem parent
  WHERE ((parent.municipality = problem_incident.municipality) AND (parent.id = problem_incident.problem_id) AND (parent.group_id = ANY (( SELECT est.my_groups('{auditor}'::text[]) AS my_groups)::uuid[])))))));


--
-- Name: action_cause may_delete; Type: POLICY; Schema: est; Owner: -
--

CREATE POLICY may_delete ON est.action_cause FOR DELETE TO est_participant, est_coordinator, est_police_lead USING (((municipality = ANY (( SELECT est.my_municipalities('{participant,coordinator,policeLead}'::text[]) AS my_municipalities)::text[])) AND (EXISTS ( SELECT
   FROM est.action parent
  WHERE ((parent.municipality = action_cause.municipality) AND (parent.id = action_cause.action_id) AND (parent.group_id = ANY (( SELECT est.my_groups('{participant,coordinator,policeLead}'::text[]) AS my_groups)::uuid[])))))));


--
-- Name: agreement may_delete; Type: POLICY; Schema: est; Owner: -
--

CREATE POLICY may_delete ON est.agreement FOR DELETE TO est_coordinator, est_police_lead USING (((municipality = ANY (( SELECT est.my_municipalities('{coordinator,policeLead}'::text[]) AS my_municipalities)::text[])) AND (group_id = ANY (( SELECT est.my_groups('{coordinator,policeLead}'::text[]) AS my_groups)::uuid[]))));


--
-- Name: agreement_party may_delete; Type: POLICY; Schema: est; Owner: -
--

CREATE POLICY may_delete ON est.agreement_party FOR DELETE TO est_coordinator, est_police_lead USING (((municipality = ANY (( SELECT est.my_municipalities('{coordinator,policeLead}'::text[]) AS my_municipalities)::text[])) AND (EXISTS ( SELECT
   FROM est.agreement parent
  WHERE ((parent.municipality = agreement_party.municipality) AND (parent.id = agreement_party.agreement_id) AND (parent.group_id = ANY (( SELECT est.my_groups('{coordinator,policeLead}'::text[]) AS my_groups)::uuid[])))))));


--
-- Name: agreement_signatory may_delete; Type: POLICY; Schema: est; Owner: -
--

CREATE POLICY may_delete ON est.agreement_signatory FOR DELETE TO est_coordinator, est_police_lead USING (((municipality = ANY (( SELECT est.my_municipalities('{coordinator,policeLead}'::text[]) AS my_municipalities)::text[])) AND (EXISTS ( SELECT
   FROM est.agreement parent
  WHERE ((parent.municipality = agreement_signatory.municipality) AND (parent.id = agreement_signatory.agreement_id) AND (parent.group_id = ANY (( SELECT est.my_groups('{coordinator,policeLead}'::text[]) AS my_groups)::uuid[])))))));


--
-- Name: analysis may_delete; Type: POLICY; Schema: est; Owner: -
--

CREATE POLICY may_delete ON est.analysis FOR DELETE TO est_coordinator, est_police_lead USING (((municipality = ANY (( SELECT est.my_municipalities('{coordinator,policeLead}'::text[]) AS my_municipalities)::text[])) AND (EXISTS ( SELECT
   FROM est.problem parent
  WHERE ((parent.municipality = analysis.municipality) AND (parent.id = analysis.problem_id) AND (parent.group_id = ANY (( SELECT est.my_groups('{coordinator,policeLead}'::text[]) AS my_groups)::uuid[])))))));


--
-- Name: area may_delete; Type: POLICY; Schema: est; Owner: -
--

CREATE POLICY may_delete ON est.area FOR DELETE TO est_administrator USING ((municipality = ANY (( SELECT est.my_municipalities('{administrator}'::text[]) AS my_municipalities)::text[])));


--
-- Name: attendance may_delete; Type: POLICY; Schema: est; Owner: -
--

CREATE POLICY may_delete ON est.attendance FOR DELETE TO est_coordinator, est_police_lead USING (((municipality = ANY (( SELECT est.my_municipalities('{coordinator,policeLead}'::text[]) AS my_municipalities)::text[])) AND (EXISTS ( SELECT
   FROM est.cycle parent
  WHERE ((parent.municipality = attendance.municipality) AND (parent.id = attendance.cycle_id) AND (parent.group_id = ANY (( SELECT est.my_groups('{coordinator,policeLead}'::text[]) AS my_groups)::uuid[])))))));


--
-- Name: cause may_delete; Type: POLICY; Schema: est; Owner: -
--

CREATE POLICY may_delete ON est.cause FOR DELETE TO est_coordinator, est_police_lead USING (((municipality = ANY (( SELECT est.my_municipalities('{coordinator,policeLead}'::text[]) AS my_municipalities)::text[])) AND (EXISTS ( SELECT
   FROM est.problem parent
  WHERE ((parent.municipality = cause.municipality) AND (parent.id = cause.problem_id) AND (parent.group_id = ANY (( SELECT est.my_groups('{coordinator,policeLead}'::text[]) AS my_groups)::uuid[])))))));


--
-- Name: chain_step may_delete; Type: POLICY; Schema: est; Owner: -
--

CREATE POLICY may_delete ON est.chain_step FOR DELETE TO est_coordinator, est_police_lead USING (((municipality = ANY (( SELECT est.my_municipalities('{coordinator,policeLead}'::text[]) AS my_municipalities)::text[])) AND (EXISTS ( SELECT
   FROM est.problem parent
  WHERE ((parent.municipality = chain_step.municipality) AND (parent.id = chain_step.problem_id) AND (parent.group_id = ANY (( SELECT est.my_groups('{coordinator,policeLead}'::text[]) AS my_groups)::uuid[])))))));


--
-- Name: changed_day may_delete; Type: POLICY; Schema: est; Owner: -
--

CREATE POLICY may_delete ON est.changed_day FOR DELETE TO est_coordinator, est_police_lead, est_worker USING (((municipality = ANY (( SELECT est.my_municipalities('{coordinator,policeLead,worker}'::text[]) AS my_municipalities)::text[])) AND (group_id = ANY (( SELECT est.my_groups('{coordinator,policeLead,worker}'::text[]) AS my_groups)::uuid[]))));


--
-- Name: coverage may_delete; Type: POLICY; Schema: est; Owner: -
--

CREATE POLICY may_delete ON est.coverage FOR DELETE TO est_coordinator, est_worker USING (((municipality = ANY (( SELECT est.my_municipalities('{coordinator,worker}'::text[]) AS my_municipalities)::text[])) AND (EXISTS ( SELECT
   FROM est.cycle parent
  WHERE ((parent.municipality = coverage.municipality) AND (parent.id = coverage.cycle_id) AND (parent.group_id = ANY (( SELECT est.my_groups('{coordinator,worker}'::text[]) AS my_groups)::uuid[])))))));


--
-- Name: evidence may_delete; Type: POLICY; Schema: est; Owner: -
--

CREATE POLICY may_delete ON est.evidence FOR DELETE TO est_coordinator, est_police_lead USING (((municipality = ANY (( SELECT est.my_municipalities('{coordinator,policeLead}'::text[]) AS my_municipalities)::text[])) AND (EXISTS ( SELECT
   FROM est.problem parent
  WHERE ((parent.municipality = evidence.municipality) AND (parent.id = evidence.problem_id) AND (parent.group_id = ANY (( SELECT est.my_groups('{coordinator,policeLead}'::text[]) AS my_groups)::uuid[])))))));


--
-- Name: participant_address may_delete; Type: POLICY; Schema: est; Owner: -
--

CREATE POLICY may_delete ON est.participant_address FOR DELETE TO est_administrator USING ((municipality = ANY (( SELECT est.my_municipalities('{administrator}'::text[]) AS my_municipalities)::text[])));


--
-- Name: participant_role may_delete; Type: POLICY; Schema: est; Owner: -
--

CREATE POLICY may_delete ON est.participant_role FOR DELETE TO est_administrator USING ((municipality = ANY (( SELECT est.my_municipalities('{administrator}'::text[]) AS my_municipalities)::text[])));


--
-- Name: priority may_delete; Type: POLICY; Schema: est; Owner: -
--

CREATE POLICY may_delete ON est.priority FOR DELETE TO est_coordinator, est_police_lead USING (((municipality = ANY (( SELECT est.my_municipalities('{coordinator,policeLead}'::text[]) AS my_municipalities)::text[])) AND (EXISTS ( SELECT
   FROM est.cycle parent
  WHERE ((parent.municipality = priority.municipality) AND (parent.id = priority.cycle_id) AND (parent.group_id = ANY (( SELECT est.my_groups('{coordinator,policeLead}'::text[]) AS my_groups)::uuid[])))))));


--
-- Name: problem_incident may_delete; Type: POLICY; Schema: est; Owner: -
--

CREATE POLICY may_delete ON est.problem_incident FOR DELETE TO est_coordinator, est_police_lead USING (((municipality = ANY (( SELECT est.my_municipalities('{coordinator,policeLead}'::text[]) AS my_municipalities)::text[])) AND (EXISTS ( SELECT
   FROM est.problem parent
  WHERE ((parent.municipality = problem_incident.municipality) AND (parent.id = problem_incident.problem_id) AND (parent.group_id = ANY (( SELECT est.my_groups('{coordinator,policeLead}'::text[]) AS my_groups)::uuid[])))))));


--
-- Name: promise may_delete; Type: POLICY; Schema: est; Owner: -
--

CREATE POLICY may_delete ON est.promise FOR DELETE TO est_coordinator, est_police_lead USING (((municipality = ANY (( SELECT est.my_municipalities('{coordinator,policeLead}'::text[]) AS my_municipalities)::text[])) AND (EXISTS ( SELECT
   FROM est.promise_set parent
  WHERE ((parent.municipality = promise.municipality) AND (parent.id = promise.set_id) AND (parent.group_id = ANY (( SELECT est.my_groups('{coordinator,policeLead}'::text[]) AS my_groups)::uuid[])))))));


--
-- Name: promise_promisor may_delete; Type: POLICY; Schema: est; Owner: -
--

CREATE POLICY may_delete ON est.promise_promisor FOR DELETE TO est_coordinator, est_police_lead USING (((municipality = ANY (( SELECT est.my_municipalities('{coordinator,policeLead}'::text[]) AS my_municipalities)::text[])) AND (EXISTS ( SELECT
   FROM est.promise_set parent
  WHERE ((parent.municipality = promise_promisor.municipality) AND (parent.id = promise_promisor.set_id) AND (parent.group_id = ANY (( SELECT est.my_groups('{coordinator,policeLead}'::text[]) AS my_groups)::uuid[])))))));


--
-- Name: promise_set may_delete; Type: POLICY; Schema: est; Owner: -
--

CREATE POLICY may_delete ON est.promise_set FOR DELETE TO est_coordinator, est_police_lead USING (((municipality = ANY (( SELECT est.my_municipalities('{coordinator,policeLead}'::text[]) AS my_municipalities)::text[])) AND (group_id = ANY (( SELECT est.my_groups('{coordinator,policeLead}'::text[]) AS my_groups)::uuid[]))));


--
-- Name: promise_signatory may_delete; Type: POLICY; Schema: est; Owner: -
--

CREATE POLICY may_delete ON est.promise_signatory FOR DELETE TO est_coordinator, est_police_lead USING (((municipality = ANY (( SELECT est.my_municipalities('{coordinator,policeLead}'::text[]) AS my_municipalities)::text[])) AND (EXISTS ( SELECT
   FROM est.promise_set parent
  WHERE ((parent.municipality = promise_signatory.municipality) AND (parent.id = promise_signatory.set_id) AND (parent.group_id = ANY (( SELECT est.my_groups('{coordinator,policeLead}'::text[]) AS my_groups)::uuid[])))))));


--
-- Name: safety_walk may_delete; Type: POLICY; Schema: est; Owner: -
--

CREATE POLICY may_delete ON est.safety_walk FOR DELETE TO est_coordinator, est_police_lead USING (((municipality = ANY (( SELECT est.my_municipalities('{coordinator,policeLead}'::text[]) AS my_municipalities)::text[])) AND (group_id = ANY (( SELECT est.my_groups('{coordinator,policeLead}'::text[]) AS my_groups)::uuid[]))));


--
-- Name: setting may_delete; Type: POLICY; Schema: est; Owner: -
--

CREATE POLICY may_delete ON est.setting FOR DELETE TO est_coordinator, est_administrator USING ((municipality = ANY (( SELECT est.my_municipalities('{administrator,coordinator}'::text[]) AS my_municipalities)::text[])));


--
-- Name: timer may_delete; Type: POLICY; Schema: est; Owner: -
--

CREATE POLICY may_delete ON est.timer FOR DELETE TO est_reporter, est_participant, est_coordinator, est_police_lead, est_steering, est_council, est_reader, est_worker USING (((municipality = ANY (( SELECT est.my_municipalities('{reporter,participant,coordinator,policeLead,steering,council,reader,worker}'::text[]) AS my_municipalities)::text[])) AND (EXISTS ( SELECT
   FROM est.instance parent
  WHERE ((parent.municipality = timer.municipality) AND (parent.id = timer.instance_id) AND (parent.group_id = ANY (( SELECT est.my_groups('{reporter,participant,coordinator,policeLead,steering,council,reader,worker}'::text[]) AS my_groups)::uuid[])))))));


--
-- Name: walk_point may_delete; Type: POLICY; Schema: est; Owner: -
--

CREATE POLICY may_delete ON est.walk_point FOR DELETE TO est_coordinator, est_police_lead USING (((municipality = ANY (( SELECT est.my_municipalities('{coordinator,policeLead}'::text[]) AS my_municipalities)::text[])) AND (EXISTS ( SELECT
   FROM est.safety_walk parent
  WHERE ((parent.municipality = walk_point.municipality) AND (parent.id = walk_point.walk_id) AND (parent.group_id = ANY (( SELECT est.my_groups('{coordinator,policeLead}'::text[]) AS my_groups)::uuid[])))))));


--
-- Name: worker may_delete; Type: POLICY; Schema: est; Owner: -
--

CREATE POLICY may_delete ON est.worker FOR DELETE TO est_worker USING ((cardinality(( SELECT est.my_municipalities('{worker}'::text[]) AS my_municipalities)) > 0));


--
-- Name: action may_insert; Type: POLICY; Schema: est; Owner: -
--

CREATE POLICY may_insert ON est.action FOR INSERT TO est_participant, est_coordinator, est_police_lead WITH CHECK (((municipality = ANY (( SELECT est.my_municipalities('{participant,coordinator,policeLead}'::text[]) AS my_municipalities)::text[])) AND (group_id = ANY (( SELECT est.my_groups('{participant,coordinator,policeLead}'::text[]) AS my_groups)::uuid[]))));


--
-- Name: action_cause may_insert; Type: POLICY; Schema: est; Owner: -
--

CREATE POLICY may_insert ON est.action_cause FOR INSERT TO est_participant, est_coordinator, est_police_lead WITH CHECK (((municipality = ANY (( SELECT est.my_municipalities('{participant,coordinator,policeLead}'::text[]) AS my_municipalities)::text[])) AND (EXISTS ( SELECT
   FROM est.action parent
  WHERE ((parent.municipality = action_cause.municipality) AND (parent.id = action_cause.action_id) AND (parent.group_id = ANY (( SELECT est.my_groups('{participant,coordinator,policeLead}'::text[]) AS my_groups)::uuid[])))))));


--
-- Name: agreement may_insert; Type: POLICY; Schema: est; Owner: -
--

CREATE POLICY may_insert ON est.agreement FOR INSERT TO est_coordinator, est_police_lead WITH CHECK (((municipality = ANY (( SELECT est.my_municipalities('{coordinator,policeLead}'::text[]) AS my_municipalities)::text[])) AND (group_id = ANY (( SELECT est.my_groups('{coordinator,policeLead}'::text[]) AS my_groups)::uuid[]))));


--
-- Name: agreement_party may_insert; Type: POLICY; Schema: est; Owner: -
--

CREATE POLICY may_insert ON est.agreement_party FOR INSERT TO est_coordinator, est_police_lead WITH CHECK (((municipality = ANY (( SELECT est.my_municipalities('{coordinator,policeLead}'::text[]) AS my_municipalities)::text[])) AND (EXISTS ( SELECT
   FROM est.agreement parent
  WHERE ((parent.municipality = agreement_party.municipality) AND (parent.id = agreement_party.agreement_id) AND (parent.group_id = ANY (( SELECT est.my_groups('{coordinator,policeLead}'::text[]) AS my_groups)::uuid[])))))));


--
-- Name: agreement_signatory may_insert; Type: POLICY; Schema: est; Owner: -
--

CREATE POLICY may_insert ON est.agreement_signatory FOR INSERT TO est_coordinator, est_police_lead WITH CHECK (((municipality = ANY (( SELECT est.my_municipalities('{coordinator,policeLead}'::text[]) AS my_municipalities)::text[])) AND (EXISTS ( SELECT
   FROM est.agreement parent
  WHERE ((parent.municipality = agreement_signatory.municipality) AND (parent.id = agreement_signatory.agreement_id) AND (parent.group_id = ANY (( SELECT est.my_groups('{coordinator,policeLead}'::text[]) AS my_groups)::uuid[])))))));


--
-- Name: analysis may_insert; Type: POLICY; Schema: est; Owner: -
--

CREATE POLICY may_insert ON est.analysis FOR INSERT TO est_coordinator, est_police_lead WITH CHECK (((municipality = ANY (( SELECT est.my_municipalities('{coordinator,policeLead}'::text[]) AS my_municipalities)::text[])) AND (EXISTS ( SELECT
   FROM est.problem parent
  WHERE ((parent.municipality = analysis.municipality) AND (parent.id = analysis.problem_id) AND (parent.group_id = ANY (( SELECT est.my_groups('{coordinator,policeLead}'::text[]) AS my_groups)::uuid[])))))));


--
-- Name: area may_insert; Type: POLICY; Schema: est; Owner: -
--

CREATE POLICY may_insert ON est.area FOR INSERT TO est_administrator WITH CHECK ((municipality = ANY (( SELECT est.my_municipalities('{administrator}'::text[]) AS my_municipalities)::text[])));


--
-- Name: area_score may_insert; Type: POLICY; Schema: est; Owner: -
--

CREATE POLICY may_insert ON est.area_score FOR INSERT TO est_coordinator, est_police_lead, est_steering WITH CHECK (((municipality = ANY (( SELECT est.my_municipalities('{coordinator,policeLead,steering}'::text[]) AS my_municipalities)::text[])) AND (group_id = ANY (( SELECT est.my_groups('{coordinator,policeLead,steering}'::text[]) AS my_groups)::uuid[])) AND (scored_by = ANY (( SELECT est.my_ids() AS my_ids)::uuid[]))));


--
-- Name: attendance may_insert; Type: POLICY; Schema: est; Owner: -
--

CREATE POLICY may_insert ON est.attendance FOR INSERT TO est_coordinator, est_police_lead WITH CHECK (((municipality = ANY (( SELECT est.my_municipalities('{coordinator,policeLead}'::text[]) AS my_municipalities)::text[])) AND (EXISTS ( SELECT
   FROM est.cycle parent
  WHERE ((parent.municipality = attendance.municipality) AND (parent.id = attendance.cycle_id) AND (parent.group_id = ANY (( SELECT est.my_groups('{coordinator,policeLead}'::text[]) AS my_groups)::uuid[])))))));


--
-- Name: category may_insert; Type: POLICY; Schema: est; Owner: -
--

CREATE POLICY may_insert ON est.category FOR INSERT TO est_administrator WITH CHECK ((municipality = ANY (( SELECT est.my_municipalities('{administrator}'::text[]) AS my_municipalities)::text[])));


--
-- Name: cause may_insert; Type: POLICY; Schema: est; Owner: -
--

CREATE POLICY may_insert ON est.cause FOR INSERT TO est_coordinator, est_police_lead WITH CHECK (((municipality = ANY (( SELECT est.my_municipalities('{coordinator,policeLead}'::text[]) AS my_municipalities)::text[])) AND (EXISTS ( SELECT
   FROM est.problem parent
  WHERE ((parent.municipality = cause.municipality) AND (parent.id = cause.problem_id) AND (parent.group_id = ANY (( SELECT est.my_groups('{coordinator,policeLead}'::text[]) AS my_groups)::uuid[])))))));


--
-- Name: chain_step may_insert; Type: POLICY; Schema: est; Owner: -
--

CREATE POLICY may_insert ON est.chain_step FOR INSERT TO est_coordinator, est_police_lead WITH CHECK (((municipality = ANY (( SELECT est.my_municipalities('{coordinator,policeLead}'::text[]) AS my_municipalities)::text[])) AND (EXISTS ( SELECT
   FROM est.problem parent
  WHERE ((parent.municipality = chain_step.municipality) AND (parent.id = chain_step.problem_id) AND (parent.group_id = ANY (( SELECT est.my_groups('{coordinator,policeLead}'::text[]) AS my_groups)::uuid[])))))));


--
-- Name: coverage may_insert; Type: POLICY; Schema: est; Owner: -
--

CREATE POLICY may_insert ON est.coverage FOR INSERT TO est_coordinator, est_worker WITH CHECK (((municipality = ANY (( SELECT est.my_municipalities('{coordinator,worker}'::text[]) AS my_municipalities)::text[])) AND (EXISTS ( SELECT
   FROM est.cycle parent
  WHERE ((parent.municipality = coverage.municipality) AND (parent.id = coverage.cycle_id) AND (parent.group_id = ANY (( SELECT est.my_groups('{coordinator,worker}'::text[]) AS my_groups)::uuid[])))))));


--
-- Name: cycle may_insert; Type: POLICY; Schema: est; Owner: -
--

CREATE POLICY may_insert ON est.cycle FOR INSERT TO est_coordinator, est_worker WITH CHECK (((municipality = ANY (( SELECT est.my_municipalities('{coordinator,worker}'::text[]) AS my_municipalities)::text[])) AND (group_id = ANY (( SELECT est.my_groups('{coordinator,worker}'::text[]) AS my_groups)::uuid[]))));


--
-- Name: decision may_insert; Type: POLICY; Schema: est; Owner: -
--

CREATE POLICY may_insert ON est.decision FOR INSERT TO est_coordinator, est_police_lead WITH CHECK (((municipality = ANY (( SELECT est.my_municipalities('{coordinator,policeLead}'::text[]) AS my_municipalities)::text[])) AND (EXISTS ( SELECT
   FROM est.cycle parent
  WHERE ((parent.municipality = decision.municipality) AND (parent.id = decision.cycle_id) AND (parent.group_id = ANY (( SELECT est.my_groups('{coordinator,policeLead}'::text[]) AS my_groups)::uuid[])))))));


--
-- Name: effect_plan may_insert; Type: POLICY; Schema: est; Owner: -
--

CREATE POLICY may_insert ON est.effect_plan FOR INSERT TO est_reporter, est_participant, est_coordinator, est_police_lead, est_steering, est_council, est_reader WITH CHECK (((municipality = ANY (( SELECT est.my_municipalities() AS my_municipalities)::text[])) AND (EXISTS ( SELECT
   FROM est.action
  WHERE ((action.municipality = effect_plan.municipality) AND (action.id = effect_plan.action_id) AND (((action.municipality = ANY (( SELECT est.my_municipalities('{coordinator}'::text[]) AS my_municipalities)::text[])) AND (action.group_id = ANY (( SELECT est.my_groups('{coordinator}'::text[]) AS my_groups)::uuid[]))) OR ((action.municipality = ANY (( SELECT est.my_municipalities() AS my_municipalities)::text[])) AND (EXISTS ( SELECT
           FROM est.participant me
          WHERE ((me.municipality = action.municipality) AND (me.organisation_id = action.owner_organisation) AND (me.function = action.owner_function) AND (me.id = ANY (( SELECT est.my_ids() AS my_ids)::uuid[])))))))))) AND (made_by = ANY (( SELECT est.my_ids() AS my_ids)::uuid[]))));


--
-- Name: effect_plan_area may_insert; Type: POLICY; Schema: est; Owner: -
--

CREATE POLICY may_insert ON est.effect_plan_area FOR INSERT TO est_reporter, est_participant, est_coordinator, est_police_lead, est_steering, est_council, est_reader WITH CHECK (((municipality = ANY (( SELECT est.my_municipalities() AS my_municipalities)::text[])) AND (EXISTS ( SELECT
   FROM est.action
  WHERE ((action.municipality = effect_plan_area.municipality) AND (action.id = effect_plan_area.action_id) AND (((action.municipality = ANY (( SELECT est.my_municipalities('{coordinator}'::text[]) AS my_municipalities)::text[])) AND (action.group_id = ANY (( SELECT est.my_groups('{coordinator}'::text[]) AS my_groups)::uuid[]))) OR ((action.municipality = ANY (( SELECT est.my_municipalities() AS my_municipalities)::text[])) AND (EXISTS ( SELECT
           FROM est.participant me
          WHERE ((me.municipality = action.municipality) AND (me.organisation_id = action.owner_organisation) AND (me.function = action.owner_function) AND (me.id = ANY (( SELECT est.my_ids() AS my_ids)::uuid[]))))))))))));


--
-- Name: effect_plan_category may_insert; Type: POLICY; Schema: est; Owner: -
--

CREATE POLICY may_insert ON est.effect_plan_category FOR INSERT TO est_reporter, est_participant, est_coordinator, est_police_lead, est_steering, est_council, est_reader WITH CHECK (((municipality = ANY (( SELECT est.my_municipalities() AS my_municipalities)::text[])) AND (EXISTS ( SELECT
   FROM est.action
  WHERE ((action.municipality = effect_plan_category.municipality) AND (action.id = effect_plan_category.action_id) AND (((action.municipality = ANY (( SELECT est.my_municipalities('{coordinator}'::text[]) AS my_municipalities)::text[])) AND (action.group_id = ANY (( SELECT est.my_groups('{coordinator}'::text[]) AS my_groups)::uuid[]))) OR ((action.municipality = ANY (( SELECT est.my_municipalities() AS my_municipalities)::text[])) AND (EXISTS ( SELECT
           FROM est.participant me
          WHERE ((me.municipality = action.municipality) AND (me.organisation_id = action.owner_organisation) AND (me.function = action.owner_function) AND (me.id = ANY (( SELECT est.my_ids() AS my_ids)::uuid[]))))))))))));


--
-- Name: est_group may_insert; Type: POLICY; Schema: est; Owner: -
--

CREATE POLICY may_insert ON est.est_group FOR INSERT TO est_administrator WITH CHECK ((municipality = ANY (( SELECT est.my_municipalities('{administrator}'::text[]) AS my_municipalities)::text[])));


--
-- Name: evidence may_insert; Type: POLICY; Schema: est; Owner: -
--

CREATE POLICY may_insert ON est.evidence FOR INSERT TO est_coordinator, est_police_lead WITH CHECK (((municipality = ANY (( SELECT est.my_municipalities('{coordinator,policeLead}'::text[]) AS my_municipalities)::text[])) AND (EXISTS ( SELECT
   FROM est.problem parent
  WHERE ((parent.municipality = evidence.municipality) AND (parent.id = evidence.problem_id) AND (parent.group_id = ANY (( SELECT est.my_groups('{coordinator,policeLead}'::text[]) AS my_groups)::uuid[])))))));


--
-- Name: export_made may_insert; Type: POLICY; Schema: est; Owner: -
--

CREATE POLICY may_insert ON est.export_made FOR INSERT TO est_reporter, est_participant, est_coordinator, est_police_lead, est_steering, est_council, est_reader, est_auditor, est_worker, est_administrator WITH CHECK (((municipality = ANY (( SELECT est.my_municipalities() AS my_municipalities)::text[])) AND (made_by = ANY (( SELECT est.my_ids() AS my_ids)::uuid[]))));


--
-- Name: harm_table may_insert; Type: POLICY; Schema: est; Owner: -
--

CREATE POLICY may_insert ON est.harm_table FOR INSERT TO est_coordinator, est_administrator WITH CHECK ((municipality = ANY (( SELECT est.my_municipalities('{administrator,coordinator}'::text[]) AS my_municipalities)::text[])));


--
-- Name: harm_weight may_insert; Type: POLICY; Schema: est; Owner: -
--

CREATE POLICY may_insert ON est.harm_weight FOR INSERT TO est_coordinator, est_administrator WITH CHECK ((municipality = ANY (( SELECT est.my_municipalities('{administrator,coordinator}'::text[]) AS my_municipalities)::text[])));


--
-- Name: incident may_insert; Type: POLICY; Schema: est; Owner: -
--

CREATE POLICY may_insert ON est.incident FOR INSERT TO est_reporter, est_coordinator, est_administrator WITH CHECK (((municipality = ANY (( SELECT est.my_municipalities('{reporter,coordinator,administrator}'::text[]) AS my_municipalities)::text[])) AND (group_id = ANY (( SELECT est.my_groups('{reporter,coordinator,administrator}'::text[]) AS my_groups)::uuid[])) AND (reported_by = ANY (( SELECT est.my_ids() AS my_ids)::uuid[])) AND ((organisation_id = ANY (( SELECT est.my_organisations() AS my_organisations)::uuid[])) OR (group_id = ANY (( SELECT est.my_groups('{coordinator,administrator}'::text[]) AS my_groups)::uuid[])))));


--
-- Name: kept_reports may_insert; Type: POLICY; Schema: est; Owner: -
--

CREATE POLICY may_insert ON est.kept_reports FOR INSERT TO est_coordinator, est_police_lead, est_worker WITH CHECK (((municipality = ANY (( SELECT est.my_municipalities('{coordinator,policeLead,worker}'::text[]) AS my_municipalities)::text[])) AND (group_id = ANY (( SELECT est.my_groups('{coordinator,policeLead,worker}'::text[]) AS my_groups)::uuid[]))));


--
-- Name: lease may_insert; Type: POLICY; Schema: est; Owner: -
--

CREATE POLICY may_insert ON est.lease FOR INSERT TO est_worker WITH CHECK ((cardinality(( SELECT est.my_municipalities('{worker}'::text[]) AS my_municipalities)) > 0));


--
-- Name: nothing_to_report may_insert; Type: POLICY; Schema: est; Owner: -
--

CREATE POLICY may_insert ON est.nothing_to_report FOR INSERT TO est_reporter, est_participant, est_coordinator, est_administrator WITH CHECK (((municipality = ANY (( SELECT est.my_municipalities('{reporter,participant,coordinator,administrator}'::text[]) AS my_municipalities)::text[])) AND (EXISTS ( SELECT
   FROM est.cycle parent
  WHERE ((parent.municipality = nothing_to_report.municipality) AND (parent.id = nothing_to_report.cycle_id) AND (parent.group_id = ANY (( SELECT est.my_groups('{reporter,participant,coordinator,administrator}'::text[]) AS my_groups)::uuid[]))))) AND (said_by = ANY (( SELECT est.my_ids() AS my_ids)::uuid[]))));


--
-- Name: notice may_insert; Type: POLICY; Schema: est; Owner: -
--

CREATE POLICY may_insert ON est.notice FOR INSERT TO est_reporter, est_participant, est_coordinator, est_police_lead, est_steering, est_council, est_reader, est_worker WITH CHECK (((municipality = ANY (( SELECT est.my_municipalities('{reporter,participant,coordinator,policeLead,steering,council,reader,worker}'::text[]) AS my_municipalities)::text[])) AND (EXISTS ( SELECT
   FROM est.instance parent
  WHERE ((parent.municipality = notice.municipality) AND (parent.id = notice.instance_id) AND (parent.group_id = ANY (( SELECT est.my_groups('{reporter,participant,coordinator,policeLead,steering,council,reader,worker}'::text[]) AS my_groups)::uuid[])))))));


--
-- Name: occurrence may_insert; Type: POLICY; Schema: est; Owner: -
--

CREATE POLICY may_insert ON est.occurrence FOR INSERT TO est_coordinator, est_worker WITH CHECK (((municipality = ANY (( SELECT est.my_municipalities('{coordinator,worker}'::text[]) AS my_municipalities)::text[])) AND (group_id = ANY (( SELECT est.my_groups('{coordinator,worker}'::text[]) AS my_groups)::uuid[]))));


--
-- Name: occurrence_move may_insert; Type: POLICY; Schema: est; Owner: -
--

CREATE POLICY may_insert ON est.occurrence_move FOR INSERT TO est_coordinator, est_worker WITH CHECK (((municipality = ANY (( SELECT est.my_municipalities('{coordinator,worker}'::text[]) AS my_municipalities)::text[])) AND (group_id = ANY (( SELECT est.my_groups('{coordinator,worker}'::text[]) AS my_groups)::uuid[]))));


--
-- Name: organisation may_insert; Type: POLICY; Schema: est; Owner: -
--

CREATE POLICY may_insert ON est.organisation FOR INSERT TO est_administrator WITH CHECK ((municipality = ANY (( SELECT est.my_municipalities('{administrator}'::text[]) AS my_municipalities)::text[])));


--
-- Name: outbox may_insert; Type: POLICY; Schema: est; Owner: -
--

CREATE POLICY may_insert ON est.outbox FOR INSERT TO est_reporter, est_participant, est_coordinator, est_police_lead, est_steering, est_council, est_reader, est_worker WITH CHECK ((municipality = ANY (( SELECT est.my_municipalities('{reporter,participant,coordinator,policeLead,steering,council,reader,worker}'::text[]) AS my_municipalities)::text[])));


--
-- Name: outbox_attempt may_insert; Type: POLICY; Schema: est; Owner: -
--

CREATE POLICY may_insert ON est.outbox_attempt FOR INSERT TO est_worker WITH CHECK ((municipality = ANY (( SELECT est.my_municipalities('{worker}'::text[]) AS my_municipalities)::text[])));


--
-- Name: outbox_retry may_insert; Type: POLICY; Schema: est; Owner: -
--

CREATE POLICY may_insert ON est.outbox_retry FOR INSERT TO est_coordinator, est_administrator WITH CHECK ((municipality = ANY (( SELECT est.my_municipalities('{coordinator,administrator}'::text[]) AS my_municipalities)::text[])));


--
-- Name: participant may_insert; Type: POLICY; Schema: est; Owner: -
--

CREATE POLICY may_insert ON est.participant FOR INSERT TO est_administrator WITH CHECK ((municipality = ANY (( SELECT est.my_municipalities('{administrator}'::text[]) AS my_municipalities)::text[])));


--
-- Name: participant_address may_insert; Type: POLICY; Schema: est; Owner: -
--

CREATE POLICY may_insert ON est.participant_address FOR INSERT TO est_administrator WITH CHECK ((municipality = ANY (( SELECT est.my_municipalities('{administrator}'::text[]) AS my_municipalities)::text[])));


--
-- Name: participant_role may_insert; Type: POLICY; Schema: est; Owner: -
--

CREATE POLICY may_insert ON est.participant_role FOR INSERT TO est_administrator WITH CHECK ((municipality = ANY (( SELECT est.my_municipalities('{administrator}'::text[]) AS my_municipalities)::text[])));


--
-- Name: picture may_insert; Type: POLICY; Schema: est; Owner: -
--

CREATE POLICY may_insert ON est.picture FOR INSERT TO est_coordinator, est_police_lead, est_worker WITH CHECK (((municipality = ANY (( SELECT est.my_municipalities('{coordinator,policeLead,worker}'::text[]) AS my_municipalities)::text[])) AND (EXISTS ( SELECT
   FROM est.cycle parent
  WHERE ((parent.municipality = picture.municipality) AND (parent.id = picture.cycle_id) AND (parent.group_id = ANY (( SELECT est.my_groups('{coordinator,policeLead,worker}'::text[]) AS my_groups)::uuid[]))))) AND (compiled_by = ANY (( SELECT est.my_ids() AS my_ids)::uuid[]))));


--
-- Name: picture_annex may_insert; Type: POLICY; Schema: est; Owner: -
--

CREATE POLICY may_insert ON est.picture_annex FOR INSERT TO est_coordinator, est_police_lead, est_worker WITH CHECK (((municipality = ANY (( SELECT est.my_municipalities() AS my_municipalities)::text[])) AND (EXISTS ( SELECT
   FROM est.cycle parent
  WHERE ((parent.municipality = picture_annex.municipality) AND (parent.id = picture_annex.cycle_id) AND (parent.group_id = ANY (( SELECT est.my_authority_groups('{coordinator,policeLead,worker}'::text[]) AS my_authority_groups)::uuid[])))))));


--
-- Name: priority may_insert; Type: POLICY; Schema: est; Owner: -
--

CREATE POLICY may_insert ON est.priority FOR INSERT TO est_coordinator, est_police_lead WITH CHECK (((municipality = ANY (( SELECT est.my_municipalities('{coordinator,policeLead}'::text[]) AS my_municipalities)::text[])) AND (EXISTS ( SELECT
   FROM est.cycle parent
  WHERE ((parent.municipality = priority.municipality) AND (parent.id = priority.cycle_id) AND (parent.group_id = ANY (( SELECT est.my_groups('{coordinator,policeLead}'::text[]) AS my_groups)::uuid[])))))));


--
-- Name: problem may_insert; Type: POLICY; Schema: est; Owner: -
--

CREATE POLICY may_insert ON est.problem FOR INSERT TO est_participant, est_coordinator, est_police_lead, est_council WITH CHECK (((municipality = ANY (( SELECT est.my_municipalities('{participant,coordinator,policeLead,council}'::text[]) AS my_municipalities)::text[])) AND (group_id = ANY (( SELECT est.my_groups('{participant,coordinator,policeLead,council}'::text[]) AS my_groups)::uuid[]))));


--
-- Name: problem_incident may_insert; Type: POLICY; Schema: est; Owner: -
--

CREATE POLICY may_insert ON est.problem_incident FOR INSERT TO est_participant, est_coordinator, est_police_lead WITH CHECK (((municipality = ANY (( SELECT est.my_municipalities('{participant,coordinator,policeLead}'::text[]) AS my_municipalities)::text[])) AND (EXISTS ( SELECT
   FROM est.problem parent
  WHERE ((parent.municipality = problem_incident.municipality) AND (parent.id = problem_incident.problem_id) AND (parent.group_id = ANY (( SELECT est.my_groups('{participant,coordinator,policeLead}'::text[]) AS my_groups)::uuid[]))))) AND (EXISTS ( SELECT
   FROM est.incident_key k
  WHERE ((k.municipality = problem_incident.municipality) AND (k.id = problem_incident.incident_id))))));


--
-- Name: problem_outcome may_insert; Type: POLICY; Schema: est; Owner: -
--

CREATE POLICY may_insert ON est.problem_outcome FOR INSERT TO est_coordinator, est_police_lead WITH CHECK (((municipality = ANY (( SELECT est.my_municipalities('{coordinator,policeLead}'::text[]) AS my_municipalities)::text[])) AND (EXISTS ( SELECT
   FROM est.problem parent
  WHERE ((parent.municipality = problem_outcome.municipality) AND (parent.id = problem_outcome.problem_id) AND (parent.group_id = ANY (( SELECT est.my_groups('{coordinator,policeLead}'::text[]) AS my_groups)::uuid[])))))));


--
-- Name: promise may_insert; Type: POLICY; Schema: est; Owner: -
--

CREATE POLICY may_insert ON est.promise FOR INSERT TO est_coordinator, est_police_lead, est_steering WITH CHECK (((municipality = ANY (( SELECT est.my_municipalities('{coordinator,policeLead,steering}'::text[]) AS my_municipalities)::text[])) AND (EXISTS ( SELECT
   FROM est.promise_set parent
  WHERE ((parent.municipality = promise.municipality) AND (parent.id = promise.set_id) AND (parent.group_id = ANY (( SELECT est.my_groups('{coordinator,policeLead,steering}'::text[]) AS my_groups)::uuid[])))))));


--
-- Name: promise_activity may_insert; Type: POLICY; Schema: est; Owner: -
--

CREATE POLICY may_insert ON est.promise_activity FOR INSERT TO est_participant, est_coordinator, est_police_lead, est_steering WITH CHECK (((municipality = ANY (( SELECT est.my_municipalities('{participant,coordinator,policeLead,steering}'::text[]) AS my_municipalities)::text[])) AND (EXISTS ( SELECT
   FROM est.promise_set parent
  WHERE ((parent.municipality = promise_activity.municipality) AND (parent.id = promise_activity.set_id) AND (parent.group_id = ANY (( SELECT est.my_groups('{participant,coordinator,policeLead,steering}'::text[]) AS my_groups)::uuid[])))))));


--
-- Name: promise_promisor may_insert; Type: POLICY; Schema: est; Owner: -
--

CREATE POLICY may_insert ON est.promise_promisor FOR INSERT TO est_coordinator, est_police_lead, est_steering WITH CHECK (((municipality = ANY (( SELECT est.my_municipalities('{coordinator,policeLead,steering}'::text[]) AS my_municipalities)::text[])) AND (EXISTS ( SELECT
   FROM est.promise_set parent
  WHERE ((parent.municipality = promise_promisor.municipality) AND (parent.id = promise_promisor.set_id) AND (parent.group_id = ANY (( SELECT est.my_groups('{coordinator,policeLead,steering}'::text[]) AS my_groups)::uuid[])))))));


--
-- Name: promise_set may_insert; Type: POLICY; Schema: est; Owner: -
--

CREATE POLICY may_insert ON est.promise_set FOR INSERT TO est_coordinator, est_police_lead, est_steering WITH CHECK (((municipality = ANY (( SELECT est.my_municipalities('{coordinator,policeLead,steering}'::text[]) AS my_municipalities)::text[])) AND (group_id = ANY (( SELECT est.my_groups('{coordinator,policeLead,steering}'::text[]) AS my_groups)::uuid[]))));


--
-- Name: promise_signatory may_insert; Type: POLICY; Schema: est; Owner: -
--

CREATE POLICY may_insert ON est.promise_signatory FOR INSERT TO est_coordinator, est_police_lead, est_steering WITH CHECK (((municipality = ANY (( SELECT est.my_municipalities('{coordinator,policeLead,steering}'::text[]) AS my_municipalities)::text[])) AND (EXISTS ( SELECT
   FROM est.promise_set parent
  WHERE ((parent.municipality = promise_signatory.municipality) AND (parent.id = promise_signatory.set_id) AND (parent.group_id = ANY (( SELECT est.my_groups('{coordinator,policeLead,steering}'::text[]) AS my_groups)::uuid[])))))));


--
-- Name: public_release may_insert; Type: POLICY; Schema: est; Owner: -
--

CREATE POLICY may_insert ON est.public_release FOR INSERT TO est_coordinator WITH CHECK ((municipality = ANY (( SELECT est.my_municipalities('{coordinator}'::text[]) AS my_municipalities)::text[])));


--
-- Name: redaction may_insert; Type: POLICY; Schema: est; Owner: -
--

CREATE POLICY may_insert ON est.redaction FOR INSERT TO est_coordinator WITH CHECK (((municipality = ANY (( SELECT est.my_municipalities() AS my_municipalities)::text[])) AND (redacted_by = ANY (( SELECT est.my_ids() AS my_ids)::uuid[])) AND (EXISTS ( SELECT
   FROM est.incident i
  WHERE (((i.municipality = redaction.municipality) AND (i.received_at = redaction.received_at) AND (i.id = redaction.id)) AND (i.group_id = ANY (( SELECT est.my_groups('{coordinator}'::text[]) AS my_groups)::uuid[])))))));


--
-- Name: refusal may_insert; Type: POLICY; Schema: est; Owner: -
--

CREATE POLICY may_insert ON est.refusal FOR INSERT TO est_reporter, est_participant, est_coordinator, est_police_lead, est_steering, est_council, est_reader, est_worker WITH CHECK (((municipality = ANY (( SELECT est.my_municipalities('{reporter,participant,coordinator,policeLead,steering,council,reader,worker}'::text[]) AS my_municipalities)::text[])) AND (EXISTS ( SELECT
   FROM est.instance parent
  WHERE ((parent.municipality = refusal.municipality) AND (parent.id = refusal.instance_id) AND (parent.group_id = ANY (( SELECT est.my_groups('{reporter,participant,coordinator,policeLead,steering,council,reader,worker}'::text[]) AS my_groups)::uuid[])))))));


--
-- Name: retention_hold may_insert; Type: POLICY; Schema: est; Owner: -
--

CREATE POLICY may_insert ON est.retention_hold FOR INSERT TO est_coordinator, est_administrator WITH CHECK (((municipality = ANY (( SELECT est.my_municipalities('{coordinator,administrator}'::text[]) AS my_municipalities)::text[])) AND (placed_by = ANY (( SELECT est.my_ids() AS my_ids)::uuid[]))));


--
-- Name: retention_rule may_insert; Type: POLICY; Schema: est; Owner: -
--

CREATE POLICY may_insert ON est.retention_rule FOR INSERT TO est_administrator WITH CHECK (((municipality = ANY (( SELECT est.my_municipalities('{administrator}'::text[]) AS my_municipalities)::text[])) AND (set_by = ANY (( SELECT est.my_ids() AS my_ids)::uuid[]))));


--
-- Name: safety_walk may_insert; Type: POLICY; Schema: est; Owner: -
--

CREATE POLICY may_insert ON est.safety_walk FOR INSERT TO est_coordinator, est_police_lead, est_council WITH CHECK (((municipality = ANY (( SELECT est.my_municipalities('{coordinator,policeLead,council}'::text[]) AS my_municipalities)::text[])) AND (group_id = ANY (( SELECT est.my_groups('{coordinator,policeLead,council}'::text[]) AS my_groups)::uuid[]))));


--
-- Name: setting may_insert; Type: POLICY; Schema: est; Owner: -
--

CREATE POLICY may_insert ON est.setting FOR INSERT TO est_coordinator, est_administrator WITH CHECK ((municipality = ANY (( SELECT est.my_municipalities('{administrator,coordinator}'::text[]) AS my_municipalities)::text[])));


--
-- Name: share may_insert; Type: POLICY; Schema: est; Owner: -
--

CREATE POLICY may_insert ON est.share FOR INSERT TO est_coordinator WITH CHECK (((municipality = ANY (( SELECT est.my_municipalities('{coordinator}'::text[]) AS my_municipalities)::text[])) AND (group_id = ANY (( SELECT est.my_groups('{coordinator}'::text[]) AS my_groups)::uuid[])) AND (offered_by = ANY (( SELECT est.my_ids() AS my_ids)::uuid[]))));


--
-- Name: signature may_insert; Type: POLICY; Schema: est; Owner: -
--

CREATE POLICY may_insert ON est.signature FOR INSERT TO est_coordinator, est_police_lead WITH CHECK (((municipality = ANY (( SELECT est.my_municipalities('{coordinator,policeLead}'::text[]) AS my_municipalities)::text[])) AND (EXISTS ( SELECT
   FROM est.problem parent
  WHERE ((parent.municipality = signature.municipality) AND (parent.id = signature.problem_id) AND (parent.group_id = ANY (( SELECT est.my_groups('{coordinator,policeLead}'::text[]) AS my_groups)::uuid[]))))) AND (participant_id = ANY (( SELECT est.my_ids() AS my_ids)::uuid[]))));


--
-- Name: statutory_duty may_insert; Type: POLICY; Schema: est; Owner: -
--

CREATE POLICY may_insert ON est.statutory_duty FOR INSERT TO est_coordinator, est_worker, est_administrator WITH CHECK (((municipality = ANY (( SELECT est.my_municipalities('{administrator,coordinator,worker}'::text[]) AS my_municipalities)::text[])) AND (group_id = ANY (( SELECT est.my_groups('{administrator,coordinator,worker}'::text[]) AS my_groups)::uuid[]))));


--
-- Name: statutory_picture may_insert; Type: POLICY; Schema: est; Owner: -
--

CREATE POLICY may_insert ON est.statutory_picture FOR INSERT TO est_coordinator, est_police_lead, est_worker WITH CHECK (((municipality = ANY (( SELECT est.my_municipalities('{coordinator,policeLead,worker}'::text[]) AS my_municipalities)::text[])) AND (group_id = ANY (( SELECT est.my_groups('{coordinator,policeLead,worker}'::text[]) AS my_groups)::uuid[]))));


--
-- Name: timer may_insert; Type: POLICY; Schema: est; Owner: -
--

CREATE POLICY may_insert ON est.timer FOR INSERT TO est_reporter, est_participant, est_coordinator, est_police_lead, est_steering, est_council, est_reader, est_worker WITH CHECK (((municipality = ANY (( SELECT est.my_municipalities('{reporter,participant,coordinator,policeLead,steering,council,reader,worker}'::text[]) AS my_municipalities)::text[])) AND (EXISTS ( SELECT
   FROM est.instance parent
  WHERE ((parent.municipality = timer.municipality) AND (parent.id = timer.instance_id) AND (parent.group_id = ANY (( SELECT est.my_groups('{reporter,participant,coordinator,policeLead,steering,council,reader,worker}'::text[]) AS my_groups)::uuid[])))))));


--
-- Name: transition_log may_insert; Type: POLICY; Schema: est; Owner: -
--

CREATE POLICY may_insert ON est.transition_log FOR INSERT TO est_reporter, est_participant, est_coordinator, est_police_lead, est_steering, est_council, est_reader, est_worker WITH CHECK (((municipality = ANY (( SELECT est.my_municipalities('{reporter,participant,coordinator,policeLead,steering,council,reader,worker}'::text[]) AS my_municipalities)::text[])) AND (actor = ANY (( SELECT est.my_ids() AS my_ids)::uuid[]))));


--
-- Name: unit may_insert; Type: POLICY; Schema: est; Owner: -
--

CREATE POLICY may_insert ON est.unit FOR INSERT TO est_administrator WITH CHECK ((municipality = ANY (( SELECT est.my_municipalities('{administrator}'::text[]) AS my_municipalities)::text[])));


--
-- Name: walk_point may_insert; Type: POLICY; Schema: est; Owner: -
--

CREATE POLICY may_insert ON est.walk_point FOR INSERT TO est_coordinator, est_police_lead WITH CHECK (((municipality = ANY (( SELECT est.my_municipalities('{coordinator,policeLead}'::text[]) AS my_municipalities)::text[])) AND (EXISTS ( SELECT
   FROM est.safety_walk parent
  WHERE ((parent.municipality = walk_point.municipality) AND (parent.id = walk_point.walk_id) AND (parent.group_id = ANY (( SELECT est.my_groups('{coordinator,policeLead}'::text[]) AS my_groups)::uuid[])))))));


--
-- Name: worker may_insert; Type: POLICY; Schema: est; Owner: -
--

CREATE POLICY may_insert ON est.worker FOR INSERT TO est_worker WITH CHECK ((cardinality(( SELECT est.my_municipalities('{worker}'::text[]) AS my_municipalities)) > 0));


--
-- Name: est_group may_lock; Type: POLICY; Schema: est; Owner: -
--

CREATE POLICY may_lock ON est.est_group FOR UPDATE TO est_police_lead, est_worker USING ((municipality = ANY (( SELECT est.my_municipalities('{policeLead,worker}'::text[]) AS my_municipalities)::text[]))) WITH CHECK (false);


--
-- Name: instance may_lock; Type: POLICY; Schema: est; Owner: -
--

CREATE POLICY may_lock ON est.instance FOR UPDATE TO est_reporter, est_participant, est_coordinator, est_police_lead, est_steering, est_council, est_reader, est_worker, est_administrator USING (((municipality = ANY (( SELECT est.my_municipalities('{reporter,participant,coordinator,policeLead,steering,council,reader,worker,administrator}'::text[]) AS my_municipalities)::text[])) AND (group_id = ANY (( SELECT est.my_groups('{reporter,participant,coordinator,policeLead,steering,council,reader,worker,administrator}'::text[]) AS my_groups)::uuid[])))) WITH CHECK (false);


--
-- Name: municipality may_lock; Type: POLICY; Schema: est; Owner: -
--

CREATE POLICY may_lock ON est.municipality FOR UPDATE TO est_coordinator, est_police_lead, est_worker, est_administrator USING ((municipality = ANY (( SELECT est.my_municipalities('{coordinator,policeLead,worker,administrator}'::text[]) AS my_municipalities)::text[]))) WITH CHECK (false);


--
-- Name: share may_receive; Type: POLICY; Schema: est; Owner: -
--

CREATE POLICY may_receive ON est.share FOR SELECT TO est_coordinator, est_police_lead, est_steering, est_auditor USING (((to_municipality = ANY (( SELECT est.my_municipalities('{coordinator,policeLead,steering,auditor}'::text[]) AS my_municipalities)::text[])) AND (withdrawn_at IS NULL) AND (until > ( SELECT est.clock() AS clock))));


--
-- Name: action may_select; Type: POLICY; Schema: est; Owner: -
--

CREATE POLICY may_select ON est.action FOR SELECT TO est_reporter, est_participant, est_coordinator, est_police_lead, est_steering, est_council, est_reader, est_auditor, est_worker, est_administrator USING ((((municipality = ANY (( SELECT est.my_municipalities('{participant,coordinator,policeLead,steering,auditor,worker,administrator}'::text[]) AS my_municipalities)::text[])) AND (group_id = ANY (( SELECT est.my_groups('{participant,coordinator,policeLead,steering,auditor,worker,administrator}'::text[]) AS my_groups)::uuid[]))) OR ((municipality = ANY (( SELECT est.my_municipalities() AS my_municipalities)::text[])) AND (EXISTS ( SELECT
   FROM est.participant me
  WHERE ((me.municipality = action.municipality) AND (me.organisation_id = action.owner_organisation) AND (me.function = action.owner_function) AND (me.id = ANY (( SELECT est.my_ids() AS my_ids)::uuid[]))))))));


--
-- Name: action_cause may_select; Type: POLICY; Schema: est; Owner: -
--

CREATE POLICY may_select ON est.action_cause FOR SELECT TO est_reporter, est_participant, est_coordinator, est_police_lead, est_steering, est_council, est_reader, est_auditor, est_worker USING (((municipality = ANY (( SELECT est.my_municipalities('{reporter,participant,coordinator,policeLead,steering,council,reader,auditor,worker}'::text[]) AS my_municipalities)::text[])) AND (EXISTS ( SELECT
   FROM est.action parent
  WHERE ((parent.municipality = action_cause.municipality) AND (parent.id = action_cause.action_id) AND (parent.group_id = ANY (( SELECT est.my_groups('{reporter,participant,coordinator,policeLead,steering,council,reader,auditor,worker}'::text[]) AS my_groups)::uuid[])))))));


--
-- Name: agreement may_select; Type: POLICY; Schema: est; Owner: -
--

CREATE POLICY may_select ON est.agreement FOR SELECT TO est_reporter, est_participant, est_coordinator, est_police_lead, est_steering, est_council, est_reader, est_auditor, est_worker, est_administrator USING (((municipality = ANY (( SELECT est.my_municipalities('{reporter,participant,coordinator,policeLead,steering,council,reader,auditor,worker,administrator}'::text[]) AS my_municipalities)::text[])) AND (group_id = ANY (( SELECT est.my_groups('{reporter,participant,coordinator,policeLead,steering,council,reader,auditor,worker,administrator}'::text[]) AS my_groups)::uuid[]))));


--
-- Name: agreement_party may_select; Type: POLICY; Schema: est; Owner: -
--

CREATE POLICY may_select ON est.agreement_party FOR SELECT TO est_reporter, est_participant, est_coordinator, est_police_lead, est_steering, est_council, est_reader, est_auditor, est_worker, est_administrator USING (((municipality = ANY (( SELECT est.my_municipalities('{reporter,participant,coordinator,policeLead,steering,council,reader,auditor,worker,administrator}'::text[]) AS my_municipalities)::text[])) AND (EXISTS ( SELECT
   FROM est.agreement parent
  WHERE ((parent.municipality = agreement_party.municipality) AND (parent.id = agreement_party.agreement_id) AND (parent.group_id = ANY (( SELECT est.my_groups('{reporter,participant,coordinator,policeLead,steering,council,reader,auditor,worker,administrator}'::text[]) AS my_groups)::uuid[])))))));


--
-- Name: agreement_signatory may_select; Type: POLICY; Schema: est; Owner: -
--

CREATE POLICY may_select ON est.agreement_signatory FOR SELECT TO est_reporter, est_participant, est_coordinator, est_police_lead, est_steering, est_council, est_reader, est_auditor, est_worker, est_administrator USING (((municipality = ANY (( SELECT est.my_municipalities('{reporter,participant,coordinator,policeLead,steering,council,reader,auditor,worker,administrator}'::text[]) AS my_municipalities)::text[])) AND (EXISTS ( SELECT
   FROM est.agreement parent
  WHERE ((parent.municipality = agreement_signatory.municipality) AND (parent.id = agreement_signatory.agreement_id) AND (parent.group_id = ANY (( SELECT est.my_groups('{reporter,participant,coordinator,policeLead,steering,council,reader,auditor,worker,administrator}'::text[]) AS my_groups)::uuid[])))))));


--
-- Name: analysis may_select; Type: POLICY; Schema: est; Owner: -
--

CREATE POLICY may_select ON est.analysis FOR SELECT TO est_participant, est_coordinator, est_police_lead, est_steering, est_auditor, est_worker USING (((municipality = ANY (( SELECT est.my_municipalities('{participant,coordinator,policeLead,steering,auditor,worker}'::text[]) AS my_municipalities)::text[])) AND (EXISTS ( SELECT
   FROM est.problem parent
  WHERE ((parent.municipality = analysis.municipality) AND (parent.id = analysis.problem_id) AND (parent.group_id = ANY (( SELECT est.my_groups('{participant,coordinator,policeLead,steering,auditor,worker}'::text[]) AS my_groups)::uuid[])))))));


--
-- Name: area may_select; Type: POLICY; Schema: est; Owner: -
--

CREATE POLICY may_select ON est.area FOR SELECT TO est_reporter, est_participant, est_coordinator, est_police_lead, est_steering, est_council, est_reader, est_auditor, est_worker, est_administrator USING ((municipality = ANY (( SELECT est.my_municipalities('{reporter,participant,coordinator,policeLead,steering,council,reader,auditor,worker,administrator}'::text[]) AS my_municipalities)::text[])));


--
-- Name: area_piece may_select; Type: POLICY; Schema: est; Owner: -
--

CREATE POLICY may_select ON est.area_piece FOR SELECT TO est_reporter, est_participant, est_coordinator, est_police_lead, est_steering, est_council, est_reader, est_auditor, est_worker, est_administrator USING ((municipality = ANY (( SELECT est.my_municipalities('{reporter,participant,coordinator,policeLead,steering,council,reader,auditor,worker,administrator}'::text[]) AS my_municipalities)::text[])));


--
-- Name: area_score may_select; Type: POLICY; Schema: est; Owner: -
--

CREATE POLICY may_select ON est.area_score FOR SELECT TO est_participant, est_coordinator, est_police_lead, est_steering, est_auditor, est_worker USING (((municipality = ANY (( SELECT est.my_municipalities('{participant,coordinator,policeLead,steering,auditor,worker}'::text[]) AS my_municipalities)::text[])) AND (group_id = ANY (( SELECT est.my_groups('{participant,coordinator,policeLead,steering,auditor,worker}'::text[]) AS my_groups)::uuid[]))));


--
-- Name: attendance may_select; Type: POLICY; Schema: est; Owner: -
--

CREATE POLICY may_select ON est.attendance FOR SELECT TO est_participant, est_coordinator, est_police_lead, est_steering, est_auditor, est_worker USING (((municipality = ANY (( SELECT est.my_municipalities('{participant,coordinator,policeLead,steering,auditor,worker}'::text[]) AS my_municipalities)::text[])) AND (EXISTS ( SELECT
   FROM est.cycle parent
  WHERE ((parent.municipality = attendance.municipality) AND (parent.id = attendance.cycle_id) AND (parent.group_id = ANY (( SELECT est.my_groups('{participant,coordinator,policeLead,steering,auditor,worker}'::text[]) AS my_groups)::uuid[])))))));


--
-- Name: category may_select; Type: POLICY; Schema: est; Owner: -
--

CREATE POLICY may_select ON est.category FOR SELECT TO est_reporter, est_participant, est_coordinator, est_police_lead, est_steering, est_council, est_reader, est_auditor, est_worker, est_administrator USING ((municipality = ANY (( SELECT est.my_municipalities('{reporter,participant,coordinator,policeLead,steering,council,reader,auditor,worker,administrator}'::text[]) AS my_municipalities)::text[])));


--
-- Name: cause may_select; Type: POLICY; Schema: est; Owner: -
--

CREATE POLICY may_select ON est.cause FOR SELECT TO est_participant, est_coordinator, est_police_lead, est_steering, est_auditor, est_worker USING (((municipality = ANY (( SELECT est.my_municipalities('{participant,coordinator,policeLead,steering,auditor,worker}'::text[]) AS my_municipalities)::text[])) AND (EXISTS ( SELECT
   FROM est.problem parent
  WHERE ((parent.municipality = cause.municipality) AND (parent.id = cause.problem_id) AND (parent.group_id = ANY (( SELECT est.my_groups('{participant,coordinator,policeLead,steering,auditor,worker}'::text[]) AS my_groups)::uuid[])))))));


--
-- Name: chain_step may_select; Type: POLICY; Schema: est; Owner: -
--

CREATE POLICY may_select ON est.chain_step FOR SELECT TO est_participant, est_coordinator, est_police_lead, est_steering, est_auditor, est_worker USING (((municipality = ANY (( SELECT est.my_municipalities('{participant,coordinator,policeLead,steering,auditor,worker}'::text[]) AS my_municipalities)::text[])) AND (EXISTS ( SELECT
   FROM est.problem parent
  WHERE ((parent.municipality = chain_step.municipality) AND (parent.id = chain_step.problem_id) AND (parent.group_id = ANY (( SELECT est.my_groups('{participant,coordinator,policeLead,steering,auditor,worker}'::text[]) AS my_groups)::uuid[])))))));


--
-- Name: changed_day may_select; Type: POLICY; Schema: est; Owner: -
--

CREATE POLICY may_select ON est.changed_day FOR SELECT TO est_coordinator, est_police_lead, est_worker USING (((municipality = ANY (( SELECT est.my_municipalities('{coordinator,policeLead,worker}'::text[]) AS my_municipalities)::text[])) AND (group_id = ANY (( SELECT est.my_groups('{coordinator,policeLead,worker}'::text[]) AS my_groups)::uuid[]))));


--
-- Name: coverage may_select; Type: POLICY; Schema: est; Owner: -
--

CREATE POLICY may_select ON est.coverage FOR SELECT TO est_reporter, est_participant, est_coordinator, est_police_lead, est_steering, est_auditor, est_worker, est_administrator USING (((municipality = ANY (( SELECT est.my_municipalities('{reporter,participant,coordinator,policeLead,steering,auditor,worker,administrator}'::text[]) AS my_municipalities)::text[])) AND (EXISTS ( SELECT
   FROM est.cycle parent
  WHERE ((parent.municipality = coverage.municipality) AND (parent.id = coverage.cycle_id) AND (parent.group_id = ANY (( SELECT est.my_groups('{reporter,participant,coordinator,policeLead,steering,auditor,worker,administrator}'::text[]) AS my_groups)::uuid[])))))));


--
-- Name: cycle may_select; Type: POLICY; Schema: est; Owner: -
--

CREATE POLICY may_select ON est.cycle FOR SELECT TO est_reporter, est_participant, est_coordinator, est_police_lead, est_steering, est_council, est_reader, est_auditor, est_worker, est_administrator USING (((municipality = ANY (( SELECT est.my_municipalities('{reporter,participant,coordinator,policeLead,steering,council,reader,auditor,worker,administrator}'::text[]) AS my_municipalities)::text[])) AND (group_id = ANY (( SELECT est.my_groups('{reporter,participant,coordinator,policeLead,steering,council,reader,auditor,worker,administrator}'::text[]) AS my_groups)::uuid[]))));


--
-- Name: decision may_select; Type: POLICY; Schema: est; Owner: -
--

CREATE POLICY may_select ON est.decision FOR SELECT TO est_participant, est_coordinator, est_police_lead, est_steering, est_auditor, est_worker USING (((municipality = ANY (( SELECT est.my_municipalities('{participant,coordinator,policeLead,steering,auditor,worker}'::text[]) AS my_municipalities)::text[])) AND (EXISTS ( SELECT
   FROM est.cycle parent
  WHERE ((parent.municipality = decision.municipality) AND (parent.id = decision.cycle_id) AND (parent.group_id = ANY (( SELECT est.my_groups('{participant,coordinator,policeLead,steering,auditor,worker}'::text[]) AS my_groups)::uuid[])))))));


--
-- Name: disposal may_select; Type: POLICY; Schema: est; Owner: -
--

CREATE POLICY may_select ON est.disposal FOR SELECT TO est_member USING ((municipality = ANY (( SELECT est.my_municipalities() AS my_municipalities)::text[])));


--
-- Name: effect_plan may_select; Type: POLICY; Schema: est; Owner: -
--

CREATE POLICY may_select ON est.effect_plan FOR SELECT TO est_reporter, est_participant, est_coordinator, est_police_lead, est_steering, est_council, est_reader, est_auditor, est_worker USING (((municipality = ANY (( SELECT est.my_municipalities('{reporter,participant,coordinator,policeLead,steering,council,reader,auditor,worker}'::text[]) AS my_municipalities)::text[])) AND (EXISTS ( SELECT
   FROM est.action parent
  WHERE ((parent.municipality = effect_plan.municipality) AND (parent.id = effect_plan.action_id) AND (parent.group_id = ANY (( SELECT est.my_groups('{reporter,participant,coordinator,policeLead,steering,council,reader,auditor,worker}'::text[]) AS my_groups)::uuid[])))))));


--
-- Name: effect_plan_area may_select; Type: POLICY; Schema: est; Owner: -
--

CREATE POLICY may_select ON est.effect_plan_area FOR SELECT TO est_reporter, est_participant, est_coordinator, est_police_lead, est_steering, est_council, est_reader, est_auditor, est_worker USING (((municipality = ANY (( SELECT est.my_municipalities('{reporter,participant,coordinator,policeLead,steering,council,reader,auditor,worker}'::text[]) AS my_municipalities)::text[])) AND (EXISTS ( SELECT
   FROM est.action parent
  WHERE ((parent.municipality = effect_plan_area.municipality) AND (parent.id = effect_plan_area.action_id) AND (parent.group_id = ANY (( SELECT est.my_groups('{reporter,participant,coordinator,policeLead,steering,council,reader,auditor,worker}'::text[]) AS my_groups)::uuid[])))))));


--
-- Name: effect_plan_category may_select; Type: POLICY; Schema: est; Owner: -
--

CREATE POLICY may_select ON est.effect_plan_category FOR SELECT TO est_reporter, est_participant, est_coordinator, est_police_lead, est_steering, est_council, est_reader, est_auditor, est_worker USING (((municipality = ANY (( SELECT est.my_municipalities('{reporter,participant,coordinator,policeLead,steering,council,reader,auditor,worker}'::text[]) AS my_municipalities)::text[])) AND (EXISTS ( SELECT
   FROM est.action parent
  WHERE ((parent.municipality = effect_plan_category.municipality) AND (parent.id = effect_plan_category.action_id) AND (parent.group_id = ANY (( SELECT est.my_groups('{reporter,participant,coordinator,policeLead,steering,council,reader,auditor,worker}'::text[]) AS my_groups)::uuid[])))))));


--
-- Name: est_group may_select; Type: POLICY; Schema: est; Owner: -
--

CREATE POLICY may_select ON est.est_group FOR SELECT TO est_reporter, est_participant, est_coordinator, est_police_lead, est_steering, est_council, est_reader, est_auditor, est_worker, est_administrator USING ((municipality = ANY (( SELECT est.my_municipalities('{reporter,participant,coordinator,policeLead,steering,council,reader,auditor,worker,administrator}'::text[]) AS my_municipalities)::text[])));


--
-- Name: evidence may_select; Type: POLICY; Schema: est; Owner: -
--

CREATE POLICY may_select ON est.evidence FOR SELECT TO est_participant, est_coordinator, est_police_lead, est_steering, est_auditor, est_worker USING (((municipality = ANY (( SELECT est.my_municipalities('{participant,coordinator,policeLead,steering,auditor,worker}'::text[]) AS my_municipalities)::text[])) AND (EXISTS ( SELECT
   FROM est.problem parent
  WHERE ((parent.municipality = evidence.municipality) AND (parent.id = evidence.problem_id) AND (parent.group_id = ANY (( SELECT est.my_groups('{participant,coordinator,policeLead,steering,auditor,worker}'::text[]) AS my_groups)::uuid[])))))));


--
-- Name: export_made may_select; Type: POLICY; Schema: est; Owner: -
--

CREATE POLICY may_select ON est.export_made FOR SELECT TO est_coordinator, est_auditor, est_administrator USING ((municipality = ANY (( SELECT est.my_municipalities('{coordinator,auditor,administrator}'::text[]) AS my_municipalities)::text[])));


--
-- Name: harm_table may_select; Type: POLICY; Schema: est; Owner: -
--

CREATE POLICY may_select ON est.harm_table FOR SELECT TO est_participant, est_coordinator, est_police_lead, est_steering, est_auditor, est_worker, est_administrator USING ((municipality = ANY (( SELECT est.my_municipalities('{participant,coordinator,policeLead,steering,auditor,worker,administrator}'::text[]) AS my_municipalities)::text[])));


--
-- Name: harm_weight may_select; Type: POLICY; Schema: est; Owner: -
--

CREATE POLICY may_select ON est.harm_weight FOR SELECT TO est_participant, est_coordinator, est_police_lead, est_steering, est_auditor, est_worker, est_administrator USING ((municipality = ANY (( SELECT est.my_municipalities('{participant,coordinator,policeLead,steering,auditor,worker,administrator}'::text[]) AS my_municipalities)::text[])));


--
-- Name: incident may_select; Type: POLICY; Schema: est; Owner: -
--

CREATE POLICY may_select ON est.incident FOR SELECT TO est_reporter, est_participant, est_coordinator, est_police_lead, est_worker, est_administrator USING (((municipality = ANY (( SELECT est.my_municipalities() AS my_municipalities)::text[])) AND (((class <> 'authority-only'::text) AND (group_id = ANY (( SELECT est.my_groups('{participant,coordinator,policeLead,worker,administrator}'::text[]) AS my_groups)::uuid[]))) OR (group_id = ANY (( SELECT est.my_authority_groups('{participant,coordinator,policeLead,worker}'::text[]) AS my_authority_groups)::uuid[])) OR ((organisation_id = ANY (( SELECT est.my_organisations() AS my_organisations)::uuid[])) AND (group_id = ANY (( SELECT est.my_groups('{reporter,participant,coordinator,policeLead}'::text[]) AS my_groups)::uuid[]))) OR (reported_by = ANY (( SELECT est.my_ids() AS my_ids)::uuid[])))));


--
-- Name: incident_key may_select; Type: POLICY; Schema: est; Owner: -
--

CREATE POLICY may_select ON est.incident_key FOR SELECT TO est_reporter, est_participant, est_coordinator, est_police_lead, est_worker, est_administrator USING (((municipality = ANY (( SELECT est.my_municipalities() AS my_municipalities)::text[])) AND (((class <> 'authority-only'::text) AND (group_id = ANY (( SELECT est.my_groups('{participant,coordinator,policeLead,worker,administrator}'::text[]) AS my_groups)::uuid[]))) OR (group_id = ANY (( SELECT est.my_authority_groups('{participant,coordinator,policeLead,worker}'::text[]) AS my_authority_groups)::uuid[])) OR ((organisation_id = ANY (( SELECT est.my_organisations() AS my_organisations)::uuid[])) AND (group_id = ANY (( SELECT est.my_groups('{reporter,participant,coordinator,policeLead}'::text[]) AS my_groups)::uuid[]))) OR (reported_by = ANY (( SELECT est.my_ids() AS my_ids)::uuid[])))));


--
-- Name: incident_version may_select; Type: POLICY; Schema: est; Owner: -
--

CREATE POLICY may_select ON est.incident_version FOR SELECT TO est_reporter, est_participant, est_coordinator, est_police_lead, est_worker USING (((municipality = ANY (( SELECT est.my_municipalities() AS my_municipalities)::text[])) AND (EXISTS ( SELECT
   FROM est.incident i
  WHERE (((i.municipality = incident_version.municipality) AND (i.received_at = incident_version.received_at) AND (i.id = incident_version.id)) AND (((incident_version.content ->> 'class'::text) <> 'authority-only'::text) OR (i.group_id = ANY (( SELECT est.my_authority_groups('{participant,coordinator,policeLead,worker}'::text[]) AS my_authority_groups)::uuid[])) OR (i.reported_by = ANY (( SELECT est.my_ids() AS my_ids)::uuid[]))))))));


--
-- Name: instance may_select; Type: POLICY; Schema: est; Owner: -
--

CREATE POLICY may_select ON est.instance FOR SELECT TO est_reporter, est_participant, est_coordinator, est_police_lead, est_steering, est_council, est_reader, est_auditor, est_worker, est_administrator USING (((municipality = ANY (( SELECT est.my_municipalities('{reporter,participant,coordinator,policeLead,steering,council,reader,auditor,worker,administrator}'::text[]) AS my_municipalities)::text[])) AND (group_id = ANY (( SELECT est.my_groups('{reporter,participant,coordinator,policeLead,steering,council,reader,auditor,worker,administrator}'::text[]) AS my_groups)::uuid[]))));


--
-- Name: kept_reports may_select; Type: POLICY; Schema: est; Owner: -
--

CREATE POLICY may_select ON est.kept_reports FOR SELECT TO est_coordinator, est_police_lead, est_worker USING (((municipality = ANY (( SELECT est.my_municipalities('{coordinator,policeLead,worker}'::text[]) AS my_municipalities)::text[])) AND (group_id = ANY (( SELECT est.my_groups('{coordinator,policeLead,worker}'::text[]) AS my_groups)::uuid[]))));


--
-- Name: lease may_select; Type: POLICY; Schema: est; Owner: -
--

CREATE POLICY may_select ON est.lease FOR SELECT TO est_worker USING ((cardinality(( SELECT est.my_municipalities('{worker}'::text[]) AS my_municipalities)) > 0));


--
-- Name: log_head may_select; Type: POLICY; Schema: est; Owner: -
--

CREATE POLICY may_select ON est.log_head FOR SELECT TO est_reporter, est_participant, est_coordinator, est_police_lead, est_steering, est_council, est_reader, est_auditor, est_worker, est_administrator USING ((municipality = ANY (( SELECT est.my_municipalities('{reporter,participant,coordinator,policeLead,steering,council,reader,auditor,worker,administrator}'::text[]) AS my_municipalities)::text[])));


--
-- Name: machine may_select; Type: POLICY; Schema: est; Owner: -
--

CREATE POLICY may_select ON est.machine FOR SELECT TO est_member USING ((cardinality(( SELECT est.my_municipalities() AS my_municipalities)) > 0));


--
-- Name: machine_move may_select; Type: POLICY; Schema: est; Owner: -
--

CREATE POLICY may_select ON est.machine_move FOR SELECT TO est_member USING ((cardinality(( SELECT est.my_municipalities() AS my_municipalities)) > 0));


--
-- Name: machine_move_role may_select; Type: POLICY; Schema: est; Owner: -
--

CREATE POLICY may_select ON est.machine_move_role FOR SELECT TO est_member USING ((cardinality(( SELECT est.my_municipalities() AS my_municipalities)) > 0));


--
-- Name: migration may_select; Type: POLICY; Schema: est; Owner: -
--

CREATE POLICY may_select ON est.migration FOR SELECT TO est_member USING ((cardinality(( SELECT est.my_municipalities() AS my_municipalities)) > 0));


--
-- Name: municipality may_select; Type: POLICY; Schema: est; Owner: -
--

CREATE POLICY may_select ON est.municipality FOR SELECT TO est_reporter, est_participant, est_coordinator, est_police_lead, est_steering, est_council, est_reader, est_auditor, est_worker, est_administrator USING ((municipality = ANY (( SELECT est.my_municipalities('{reporter,participant,coordinator,policeLead,steering,council,reader,auditor,worker,administrator}'::text[]) AS my_municipalities)::text[])));


--
-- Name: nothing_to_report may_select; Type: POLICY; Schema: est; Owner: -
--

CREATE POLICY may_select ON est.nothing_to_report FOR SELECT TO est_reporter, est_participant, est_coordinator, est_police_lead, est_steering, est_auditor, est_worker, est_administrator USING (((municipality = ANY (( SELECT est.my_municipalities('{reporter,participant,coordinator,policeLead,steering,auditor,worker,administrator}'::text[]) AS my_municipalities)::text[])) AND (EXISTS ( SELECT
   FROM est.cycle parent
  WHERE ((parent.municipality = nothing_to_report.municipality) AND (parent.id = nothing_to_report.cycle_id) AND (parent.group_id = ANY (( SELECT est.my_groups('{reporter,participant,coordinator,policeLead,steering,auditor,worker,administrator}'::text[]) AS my_groups)::uuid[])))))));


--
-- Name: notice may_select; Type: POLICY; Schema: est; Owner: -
--

CREATE POLICY may_select ON est.notice FOR SELECT TO est_reporter, est_participant, est_coordinator, est_police_lead, est_steering, est_council, est_reader, est_auditor, est_worker, est_administrator USING (((municipality = ANY (( SELECT est.my_municipalities('{reporter,participant,coordinator,policeLead,steering,council,reader,auditor,worker,administrator}'::text[]) AS my_municipalities)::text[])) AND (EXISTS ( SELECT
   FROM est.instance parent
  WHERE ((parent.municipality = notice.municipality) AND (parent.id = notice.instance_id) AND (parent.group_id = ANY (( SELECT est.my_groups('{reporter,participant,coordinator,policeLead,steering,council,reader,auditor,worker,administrator}'::text[]) AS my_groups)::uuid[])))))));


--
-- Name: occurrence may_select; Type: POLICY; Schema: est; Owner: -
--

CREATE POLICY may_select ON est.occurrence FOR SELECT TO est_reporter, est_participant, est_coordinator, est_police_lead, est_steering, est_council, est_reader, est_auditor, est_worker, est_administrator USING (((municipality = ANY (( SELECT est.my_municipalities('{reporter,participant,coordinator,policeLead,steering,council,reader,auditor,worker,administrator}'::text[]) AS my_municipalities)::text[])) AND (group_id = ANY (( SELECT est.my_groups('{reporter,participant,coordinator,policeLead,steering,council,reader,auditor,worker,administrator}'::text[]) AS my_groups)::uuid[]))));


--
-- Name: occurrence_move may_select; Type: POLICY; Schema: est; Owner: -
--

CREATE POLICY may_select ON est.occurrence_move FOR SELECT TO est_reporter, est_participant, est_coordinator, est_police_lead, est_steering, est_council, est_reader, est_auditor, est_worker, est_administrator USING (((municipality = ANY (( SELECT est.my_municipalities('{reporter,participant,coordinator,policeLead,steering,council,reader,auditor,worker,administrator}'::text[]) AS my_municipalities)::text[])) AND (group_id = ANY (( SELECT est.my_groups('{reporter,participant,coordinator,policeLead,steering,council,reader,auditor,worker,administrator}'::text[]) AS my_groups)::uuid[]))));


--
-- Name: organisation may_select; Type: POLICY; Schema: est; Owner: -
--

CREATE POLICY may_select ON est.organisation FOR SELECT TO est_reporter, est_participant, est_coordinator, est_police_lead, est_steering, est_council, est_reader, est_auditor, est_worker, est_administrator USING ((municipality = ANY (( SELECT est.my_municipalities('{reporter,participant,coordinator,policeLead,steering,council,reader,auditor,worker,administrator}'::text[]) AS my_municipalities)::text[])));


--
-- Name: outbox may_select; Type: POLICY; Schema: est; Owner: -
--

CREATE POLICY may_select ON est.outbox FOR SELECT TO est_coordinator, est_auditor, est_worker, est_administrator USING ((municipality = ANY (( SELECT est.my_municipalities('{coordinator,auditor,worker,administrator}'::text[]) AS my_municipalities)::text[])));


--
-- Name: outbox_attempt may_select; Type: POLICY; Schema: est; Owner: -
--

CREATE POLICY may_select ON est.outbox_attempt FOR SELECT TO est_coordinator, est_auditor, est_worker, est_administrator USING ((municipality = ANY (( SELECT est.my_municipalities('{coordinator,auditor,worker,administrator}'::text[]) AS my_municipalities)::text[])));


--
-- Name: outbox_move may_select; Type: POLICY; Schema: est; Owner: -
--

CREATE POLICY may_select ON est.outbox_move FOR SELECT TO est_member USING ((cardinality(( SELECT est.my_municipalities() AS my_municipalities)) > 0));


--
-- Name: outbox_retry may_select; Type: POLICY; Schema: est; Owner: -
--

CREATE POLICY may_select ON est.outbox_retry FOR SELECT TO est_coordinator, est_auditor, est_worker, est_administrator USING ((municipality = ANY (( SELECT est.my_municipalities('{coordinator,auditor,worker,administrator}'::text[]) AS my_municipalities)::text[])));


--
-- Name: participant may_select; Type: POLICY; Schema: est; Owner: -
--

CREATE POLICY may_select ON est.participant FOR SELECT TO est_reporter, est_participant, est_coordinator, est_police_lead, est_steering, est_council, est_reader, est_auditor, est_worker, est_administrator USING ((municipality = ANY (( SELECT est.my_municipalities('{reporter,participant,coordinator,policeLead,steering,council,reader,auditor,worker,administrator}'::text[]) AS my_municipalities)::text[])));


--
-- Name: participant_address may_select; Type: POLICY; Schema: est; Owner: -
--

CREATE POLICY may_select ON est.participant_address FOR SELECT TO est_member USING ((municipality = ANY (( SELECT est.my_municipalities() AS my_municipalities)::text[])));


--
-- Name: participant_role may_select; Type: POLICY; Schema: est; Owner: -
--

CREATE POLICY may_select ON est.participant_role FOR SELECT TO est_reporter, est_participant, est_coordinator, est_police_lead, est_steering, est_council, est_reader, est_auditor, est_worker, est_administrator USING ((municipality = ANY (( SELECT est.my_municipalities('{reporter,participant,coordinator,policeLead,steering,council,reader,auditor,worker,administrator}'::text[]) AS my_municipalities)::text[])));


--
-- Name: picture may_select; Type: POLICY; Schema: est; Owner: -
--

CREATE POLICY may_select ON est.picture FOR SELECT TO est_reporter, est_participant, est_coordinator, est_police_lead, est_steering, est_council, est_reader, est_auditor, est_worker, est_administrator USING ((((municipality = ANY (( SELECT est.my_municipalities('{participant,coordinator,policeLead,steering,auditor,worker}'::text[]) AS my_municipalities)::text[])) AND (EXISTS ( SELECT
   FROM est.cycle parent
  WHERE ((parent.municipality = picture.municipality) AND (parent.id = picture.cycle_id) AND (parent.group_id = ANY (( SELECT est.my_groups('{participant,coordinator,policeLead,steering,auditor,worker}'::text[]) AS my_groups)::uuid[])))))) OR ((adopted_at IS NOT NULL) AND (municipality = ANY (( SELECT est.my_municipalities('{reporter,participant,coordinator,policeLead,steering,council,reader,auditor,worker,administrator}'::text[]) AS my_municipalities)::text[])) AND (EXISTS ( SELECT
   FROM est.cycle parent
  WHERE ((parent.municipality = picture.municipality) AND (parent.id = picture.cycle_id) AND (parent.group_id = ANY (( SELECT est.my_groups('{reporter,participant,coordinator,policeLead,steering,council,reader,auditor,worker,administrator}'::text[]) AS my_groups)::uuid[]))))))));


--
-- Name: picture_annex may_select; Type: POLICY; Schema: est; Owner: -
--

CREATE POLICY may_select ON est.picture_annex FOR SELECT TO est_participant, est_coordinator, est_police_lead, est_steering, est_worker USING (((municipality = ANY (( SELECT est.my_municipalities() AS my_municipalities)::text[])) AND (EXISTS ( SELECT
   FROM est.cycle parent
  WHERE ((parent.municipality = picture_annex.municipality) AND (parent.id = picture_annex.cycle_id) AND (parent.group_id = ANY (( SELECT est.my_authority_groups('{participant,coordinator,policeLead,steering,worker}'::text[]) AS my_authority_groups)::uuid[])))))));


--
-- Name: priority may_select; Type: POLICY; Schema: est; Owner: -
--

CREATE POLICY may_select ON est.priority FOR SELECT TO est_participant, est_coordinator, est_police_lead, est_steering, est_auditor, est_worker USING (((municipality = ANY (( SELECT est.my_municipalities('{participant,coordinator,policeLead,steering,auditor,worker}'::text[]) AS my_municipalities)::text[])) AND (EXISTS ( SELECT
   FROM est.cycle parent
  WHERE ((parent.municipality = priority.municipality) AND (parent.id = priority.cycle_id) AND (parent.group_id = ANY (( SELECT est.my_groups('{participant,coordinator,policeLead,steering,auditor,worker}'::text[]) AS my_groups)::uuid[])))))));


--
-- Name: problem may_select; Type: POLICY; Schema: est; Owner: -
--

CREATE POLICY may_select ON est.problem FOR SELECT TO est_reporter, est_participant, est_coordinator, est_police_lead, est_steering, est_council, est_reader, est_auditor, est_worker, est_administrator USING ((((municipality = ANY (( SELECT est.my_municipalities('{participant,coordinator,policeLead,steering,council,auditor,worker,administrator}'::text[]) AS my_municipalities)::text[])) AND (group_id = ANY (( SELECT est.my_groups('{participant,coordinator,policeLead,steering,council,auditor,worker,administrator}'::text[]) AS my_groups)::uuid[]))) OR ((municipality = ANY (( SELECT est.my_municipalities() AS my_municipalities)::text[])) AND (EXISTS ( SELECT
   FROM est.action
  WHERE ((action.municipality = problem.municipality) AND (action.problem_id = problem.id)))))));


--
-- Name: problem_incident may_select; Type: POLICY; Schema: est; Owner: -
--

CREATE POLICY may_select ON est.problem_incident FOR SELECT TO est_participant, est_coordinator, est_police_lead, est_worker USING (((municipality = ANY (( SELECT est.my_municipalities('{participant,coordinator,policeLead,worker}'::text[]) AS my_municipalities)::text[])) AND (EXISTS ( SELECT
   FROM est.problem parent
  WHERE ((parent.municipality = problem_incident.municipality) AND (parent.id = problem_incident.problem_id) AND (parent.group_id = ANY (( SELECT est.my_groups('{participant,coordinator,policeLead,worker}'::text[]) AS my_groups)::uuid[]))))) AND (EXISTS ( SELECT
   FROM est.incident_key k
  WHERE ((k.municipality = problem_incident.municipality) AND (k.id = problem_incident.incident_id))))));


--
-- Name: problem_outcome may_select; Type: POLICY; Schema: est; Owner: -
--

CREATE POLICY may_select ON est.problem_outcome FOR SELECT TO est_participant, est_coordinator, est_police_lead, est_steering, est_auditor, est_worker USING (((municipality = ANY (( SELECT est.my_municipalities('{participant,coordinator,policeLead,steering,auditor,worker}'::text[]) AS my_municipalities)::text[])) AND (EXISTS ( SELECT
   FROM est.problem parent
  WHERE ((parent.municipality = problem_outcome.municipality) AND (parent.id = problem_outcome.problem_id) AND (parent.group_id = ANY (( SELECT est.my_groups('{participant,coordinator,policeLead,steering,auditor,worker}'::text[]) AS my_groups)::uuid[])))))));


--
-- Name: promise may_select; Type: POLICY; Schema: est; Owner: -
--

CREATE POLICY may_select ON est.promise FOR SELECT TO est_reporter, est_participant, est_coordinator, est_police_lead, est_steering, est_council, est_reader, est_auditor, est_worker, est_administrator USING (((municipality = ANY (( SELECT est.my_municipalities('{reporter,participant,coordinator,policeLead,steering,council,reader,auditor,worker,administrator}'::text[]) AS my_municipalities)::text[])) AND (EXISTS ( SELECT
   FROM est.promise_set parent
  WHERE ((parent.municipality = promise.municipality) AND (parent.id = promise.set_id) AND (parent.group_id = ANY (( SELECT est.my_groups('{reporter,participant,coordinator,policeLead,steering,council,reader,auditor,worker,administrator}'::text[]) AS my_groups)::uuid[])))))));


--
-- Name: promise_activity may_select; Type: POLICY; Schema: est; Owner: -
--

CREATE POLICY may_select ON est.promise_activity FOR SELECT TO est_reporter, est_participant, est_coordinator, est_police_lead, est_steering, est_council, est_reader, est_auditor, est_worker, est_administrator USING (((municipality = ANY (( SELECT est.my_municipalities('{reporter,participant,coordinator,policeLead,steering,council,reader,auditor,worker,administrator}'::text[]) AS my_municipalities)::text[])) AND (EXISTS ( SELECT
   FROM est.promise_set parent
  WHERE ((parent.municipality = promise_activity.municipality) AND (parent.id = promise_activity.set_id) AND (parent.group_id = ANY (( SELECT est.my_groups('{reporter,participant,coordinator,policeLead,steering,council,reader,auditor,worker,administrator}'::text[]) AS my_groups)::uuid[])))))));


--
-- Name: promise_promisor may_select; Type: POLICY; Schema: est; Owner: -
--

CREATE POLICY may_select ON est.promise_promisor FOR SELECT TO est_reporter, est_participant, est_coordinator, est_police_lead, est_steering, est_council, est_reader, est_auditor, est_worker, est_administrator USING (((municipality = ANY (( SELECT est.my_municipalities('{reporter,participant,coordinator,policeLead,steering,council,reader,auditor,worker,administrator}'::text[]) AS my_municipalities)::text[])) AND (EXISTS ( SELECT
   FROM est.promise_set parent
  WHERE ((parent.municipality = promise_promisor.municipality) AND (parent.id = promise_promisor.set_id) AND (parent.group_id = ANY (( SELECT est.my_groups('{reporter,participant,coordinator,policeLead,steering,council,reader,auditor,worker,administrator}'::text[]) AS my_groups)::uuid[])))))));


--
-- Name: promise_set may_select; Type: POLICY; Schema: est; Owner: -
--

CREATE POLICY may_select ON est.promise_set FOR SELECT TO est_reporter, est_participant, est_coordinator, est_police_lead, est_steering, est_council, est_reader, est_auditor, est_worker, est_administrator USING (((municipality = ANY (( SELECT est.my_municipalities('{reporter,participant,coordinator,policeLead,steering,council,reader,auditor,worker,administrator}'::text[]) AS my_municipalities)::text[])) AND (group_id = ANY (( SELECT est.my_groups('{reporter,participant,coordinator,policeLead,steering,council,reader,auditor,worker,administrator}'::text[]) AS my_groups)::uuid[]))));


--
-- Name: promise_signatory may_select; Type: POLICY; Schema: est; Owner: -
--

CREATE POLICY may_select ON est.promise_signatory FOR SELECT TO est_reporter, est_participant, est_coordinator, est_police_lead, est_steering, est_council, est_reader, est_auditor, est_worker, est_administrator USING (((municipality = ANY (( SELECT est.my_municipalities('{reporter,participant,coordinator,policeLead,steering,council,reader,auditor,worker,administrator}'::text[]) AS my_municipalities)::text[])) AND (EXISTS ( SELECT
   FROM est.promise_set parent
  WHERE ((parent.municipality = promise_signatory.municipality) AND (parent.id = promise_signatory.set_id) AND (parent.group_id = ANY (( SELECT est.my_groups('{reporter,participant,coordinator,policeLead,steering,council,reader,auditor,worker,administrator}'::text[]) AS my_groups)::uuid[])))))));


--
-- Name: public_release may_select; Type: POLICY; Schema: est; Owner: -
--

CREATE POLICY may_select ON est.public_release FOR SELECT TO est_reporter, est_participant, est_coordinator, est_police_lead, est_steering, est_council, est_reader, est_auditor, est_worker, est_administrator USING ((municipality = ANY (( SELECT est.my_municipalities('{reporter,participant,coordinator,policeLead,steering,council,reader,auditor,worker,administrator}'::text[]) AS my_municipalities)::text[])));


--
-- Name: redaction may_select; Type: POLICY; Schema: est; Owner: -
--

CREATE POLICY may_select ON est.redaction FOR SELECT TO est_coordinator, est_police_lead, est_auditor, est_worker, est_administrator USING ((municipality = ANY (( SELECT est.my_municipalities('{coordinator,policeLead,auditor,worker,administrator}'::text[]) AS my_municipalities)::text[])));


--
-- Name: refusal may_select; Type: POLICY; Schema: est; Owner: -
--

CREATE POLICY may_select ON est.refusal FOR SELECT TO est_coordinator, est_police_lead, est_auditor, est_worker, est_administrator USING (((municipality = ANY (( SELECT est.my_municipalities('{coordinator,policeLead,auditor,worker,administrator}'::text[]) AS my_municipalities)::text[])) AND (EXISTS ( SELECT
   FROM est.instance parent
  WHERE ((parent.municipality = refusal.municipality) AND (parent.id = refusal.instance_id) AND (parent.group_id = ANY (( SELECT est.my_groups('{coordinator,policeLead,auditor,worker,administrator}'::text[]) AS my_groups)::uuid[])))))));


--
-- Name: retention_hold may_select; Type: POLICY; Schema: est; Owner: -
--

CREATE POLICY may_select ON est.retention_hold FOR SELECT TO est_coordinator, est_police_lead, est_auditor, est_worker, est_administrator USING ((municipality = ANY (( SELECT est.my_municipalities('{coordinator,policeLead,auditor,worker,administrator}'::text[]) AS my_municipalities)::text[])));


--
-- Name: retention_rule may_select; Type: POLICY; Schema: est; Owner: -
--

CREATE POLICY may_select ON est.retention_rule FOR SELECT TO est_member USING ((municipality = ANY (( SELECT est.my_municipalities() AS my_municipalities)::text[])));


--
-- Name: safety_walk may_select; Type: POLICY; Schema: est; Owner: -
--

CREATE POLICY may_select ON est.safety_walk FOR SELECT TO est_reporter, est_participant, est_coordinator, est_police_lead, est_steering, est_council, est_reader, est_auditor, est_worker, est_administrator USING (((municipality = ANY (( SELECT est.my_municipalities('{reporter,participant,coordinator,policeLead,steering,council,reader,auditor,worker,administrator}'::text[]) AS my_municipalities)::text[])) AND (group_id = ANY (( SELECT est.my_groups('{reporter,participant,coordinator,policeLead,steering,council,reader,auditor,worker,administrator}'::text[]) AS my_groups)::uuid[]))));


--
-- Name: setting may_select; Type: POLICY; Schema: est; Owner: -
--

CREATE POLICY may_select ON est.setting FOR SELECT TO est_reporter, est_participant, est_coordinator, est_police_lead, est_steering, est_council, est_reader, est_auditor, est_worker, est_administrator USING ((municipality = ANY (( SELECT est.my_municipalities('{reporter,participant,coordinator,policeLead,steering,council,reader,auditor,worker,administrator}'::text[]) AS my_municipalities)::text[])));


--
-- Name: share may_select; Type: POLICY; Schema: est; Owner: -
--

CREATE POLICY may_select ON est.share FOR SELECT TO est_coordinator, est_police_lead, est_steering, est_auditor, est_administrator USING ((municipality = ANY (( SELECT est.my_municipalities('{coordinator,policeLead,steering,auditor,administrator}'::text[]) AS my_municipalities)::text[])));


--
-- Name: signature may_select; Type: POLICY; Schema: est; Owner: -
--

CREATE POLICY may_select ON est.signature FOR SELECT TO est_participant, est_coordinator, est_police_lead, est_steering, est_auditor, est_worker USING (((municipality = ANY (( SELECT est.my_municipalities('{participant,coordinator,policeLead,steering,auditor,worker}'::text[]) AS my_municipalities)::text[])) AND (EXISTS ( SELECT
   FROM est.problem parent
  WHERE ((parent.municipality = signature.municipality) AND (parent.id = signature.problem_id) AND (parent.group_id = ANY (( SELECT est.my_groups('{participant,coordinator,policeLead,steering,auditor,worker}'::text[]) AS my_groups)::uuid[])))))));


--
-- Name: statutory_duty may_select; Type: POLICY; Schema: est; Owner: -
--

CREATE POLICY may_select ON est.statutory_duty FOR SELECT TO est_reporter, est_participant, est_coordinator, est_police_lead, est_steering, est_council, est_reader, est_auditor, est_worker, est_administrator USING (((municipality = ANY (( SELECT est.my_municipalities('{reporter,participant,coordinator,policeLead,steering,council,reader,auditor,worker,administrator}'::text[]) AS my_municipalities)::text[])) AND (group_id = ANY (( SELECT est.my_groups('{reporter,participant,coordinator,policeLead,steering,council,reader,auditor,worker,administrator}'::text[]) AS my_groups)::uuid[]))));


--
-- Name: statutory_picture may_select; Type: POLICY; Schema: est; Owner: -
--

CREATE POLICY may_select ON est.statutory_picture FOR SELECT TO est_reporter, est_participant, est_coordinator, est_police_lead, est_steering, est_council, est_reader, est_auditor, est_worker, est_administrator USING (((municipality = ANY (( SELECT est.my_municipalities('{reporter,participant,coordinator,policeLead,steering,council,reader,auditor,worker,administrator}'::text[]) AS my_municipalities)::text[])) AND (group_id = ANY (( SELECT est.my_groups('{reporter,participant,coordinator,policeLead,steering,council,reader,auditor,worker,administrator}'::text[]) AS my_groups)::uuid[]))));


--
-- Name: timer may_select; Type: POLICY; Schema: est; Owner: -
--

CREATE POLICY may_select ON est.timer FOR SELECT TO est_reporter, est_participant, est_coordinator, est_police_lead, est_steering, est_council, est_reader, est_auditor, est_worker, est_administrator USING (((municipality = ANY (( SELECT est.my_municipalities('{reporter,participant,coordinator,policeLead,steering,council,reader,auditor,worker,administrator}'::text[]) AS my_municipalities)::text[])) AND (EXISTS ( SELECT
   FROM est.instance parent
  WHERE ((parent.municipality = timer.municipality) AND (parent.id = timer.instance_id) AND (parent.group_id = ANY (( SELECT est.my_groups('{reporter,participant,coordinator,policeLead,steering,council,reader,auditor,worker,administrator}'::text[]) AS my_groups)::uuid[])))))));


--
-- Name: transition_log may_select; Type: POLICY; Schema: est; Owner: -
--

CREATE POLICY may_select ON est.transition_log FOR SELECT TO est_reporter, est_participant, est_coordinator, est_police_lead, est_steering, est_council, est_reader, est_auditor, est_worker, est_administrator USING (((municipality = ANY (( SELECT est.my_municipalities('{reporter,participant,coordinator,policeLead,steering,council,reader,auditor,worker,administrator}'::text[]) AS my_municipalities)::text[])) AND (group_id = ANY (( SELECT est.my_groups('{reporter,participant,coordinator,policeLead,steering,council,reader,auditor,worker,administrator}'::text[]) AS my_groups)::uuid[]))));


--
-- Name: trial may_select; Type: POLICY; Schema: est; Owner: -
--

CREATE POLICY may_select ON est.trial FOR SELECT TO est_member USING ((cardinality(( SELECT est.my_municipalities() AS my_municipalities)) > 0));


--
-- Name: unit may_select; Type: POLICY; Schema: est; Owner: -
--

CREATE POLICY may_select ON est.unit FOR SELECT TO est_reporter, est_participant, est_coordinator, est_police_lead, est_steering, est_council, est_reader, est_auditor, est_worker, est_administrator USING ((municipality = ANY (( SELECT est.my_municipalities('{reporter,participant,coordinator,policeLead,steering,council,reader,auditor,worker,administrator}'::text[]) AS my_municipalities)::text[])));


--
-- Name: walk_point may_select; Type: POLICY; Schema: est; Owner: -
--

CREATE POLICY may_select ON est.walk_point FOR SELECT TO est_reporter, est_participant, est_coordinator, est_police_lead, est_steering, est_council, est_reader, est_auditor, est_worker, est_administrator USING (((municipality = ANY (( SELECT est.my_municipalities('{reporter,participant,coordinator,policeLead,steering,council,reader,auditor,worker,administrator}'::text[]) AS my_municipalities)::text[])) AND (EXISTS ( SELECT
   FROM est.safety_walk parent
  WHERE ((parent.municipality = walk_point.municipality) AND (parent.id = walk_point.walk_id) AND (parent.group_id = ANY (( SELECT est.my_groups('{reporter,participant,coordinator,policeLead,steering,council,reader,auditor,worker,administrator}'::text[]) AS my_groups)::uuid[])))))));


--
-- Name: worker may_select; Type: POLICY; Schema: est; Owner: -
--

CREATE POLICY may_select ON est.worker FOR SELECT TO est_reporter, est_participant, est_coordinator, est_police_lead, est_steering, est_council, est_reader, est_auditor, est_worker, est_administrator USING ((cardinality(( SELECT est.my_municipalities() AS my_municipalities)) > 0));


--
-- Name: export_made may_select_own; Type: POLICY; Schema: est; Owner: -
--

CREATE POLICY may_select_own ON est.export_made FOR SELECT TO est_reporter, est_participant, est_coordinator, est_police_lead, est_steering, est_council, est_reader, est_auditor, est_worker, est_administrator USING (((municipality = ANY (( SELECT est.my_municipalities() AS my_municipalities)::text[])) AND (made_by = ANY (( SELECT est.my_ids() AS my_ids)::uuid[]))));


--
-- Name: action may_update; Type: POLICY; Schema: est; Owner: -
--

CREATE POLICY may_update ON est.action FOR UPDATE TO est_reporter, est_participant, est_coordinator, est_police_lead, est_steering, est_council, est_reader, est_worker USING ((((municipality = ANY (( SELECT est.my_municipalities('{coordinator,policeLead,steering,worker}'::text[]) AS my_municipalities)::text[])) AND (group_id = ANY (( SELECT est.my_groups('{coordinator,policeLead,steering,worker}'::text[]) AS my_groups)::uuid[]))) OR ((municipality = ANY (( SELECT est.my_municipalities() AS my_municipalities)::text[])) AND (EXISTS ( SELECT
   FROM est.participant me
  WHERE ((me.municipality = action.municipality) AND (me.organisation_id = action.owner_organisation) AND (me.function = action.owner_function) AND (me.id = ANY (( SELECT est.my_ids() AS my_ids)::uuid[])))))))) WITH CHECK ((((municipality = ANY (( SELECT est.my_municipalities('{coordinator,policeLead,steering,worker}'::text[]) AS my_municipalities)::text[])) AND (group_id = ANY (( SELECT est.my_groups('{coordinator,policeLead,steering,worker}'::text[]) AS my_groups)::uuid[]))) OR ((municipality = ANY (( SELECT est.my_municipalities() AS my_municipalities)::text[])) AND (EXISTS ( SELECT
   FROM est.participant me
  WHERE ((me.municipality = action.municipality) AND (me.organisation_id = action.owner_organisation) AND (me.function = action.owner_function) AND (me.id = ANY (( SELECT est.my_ids() AS my_ids)::uuid[]))))))));


--
-- Name: action_cause may_update; Type: POLICY; Schema: est; Owner: -
--

CREATE POLICY may_update ON est.action_cause FOR UPDATE TO est_participant, est_coordinator, est_police_lead USING (((municipality = ANY (( SELECT est.my_municipalities('{participant,coordinator,policeLead}'::text[]) AS my_municipalities)::text[])) AND (EXISTS ( SELECT
   FROM est.action parent
  WHERE ((parent.municipality = action_cause.municipality) AND (parent.id = action_cause.action_id) AND (parent.group_id = ANY (( SELECT est.my_groups('{participant,coordinator,policeLead}'::text[]) AS my_groups)::uuid[]))))))) WITH CHECK (((municipality = ANY (( SELECT est.my_municipalities('{participant,coordinator,policeLead}'::text[]) AS my_municipalities)::text[])) AND (EXISTS ( SELECT
   FROM est.action parent
  WHERE ((parent.municipality = action_cause.municipality) AND (parent.id = action_cause.action_id) AND (parent.group_id = ANY (( SELECT est.my_groups('{participant,coordinator,policeLead}'::text[]) AS my_groups)::uuid[])))))));


--
-- Name: agreement may_update; Type: POLICY; Schema: est; Owner: -
--

CREATE POLICY may_update ON est.agreement FOR UPDATE TO est_coordinator, est_police_lead USING (((municipality = ANY (( SELECT est.my_municipalities('{coordinator,policeLead}'::text[]) AS my_municipalities)::text[])) AND (group_id = ANY (( SELECT est.my_groups('{coordinator,policeLead}'::text[]) AS my_groups)::uuid[])))) WITH CHECK (((municipality = ANY (( SELECT est.my_municipalities('{coordinator,policeLead}'::text[]) AS my_municipalities)::text[])) AND (group_id = ANY (( SELECT est.my_groups('{coordinator,policeLead}'::text[]) AS my_groups)::uuid[]))));


--
-- Name: agreement_party may_update; Type: POLICY; Schema: est; Owner: -
--

CREATE POLICY may_update ON est.agreement_party FOR UPDATE TO est_coordinator, est_police_lead USING (((municipality = ANY (( SELECT est.my_municipalities('{coordinator,policeLead}'::text[]) AS my_municipalities)::text[])) AND (EXISTS ( SELECT
   FROM est.agreement parent
  WHERE ((parent.municipality = agreement_party.municipality) AND (parent.id = agreement_party.agreement_id) AND (parent.group_id = ANY (( SELECT est.my_groups('{coordinator,policeLead}'::text[]) AS my_groups)::uuid[]))))))) WITH CHECK (((municipality = ANY (( SELECT est.my_municipalities('{coordinator,policeLead}'::text[]) AS my_municipalities)::text[])) AND (EXISTS ( SELECT
   FROM est.agreement parent
  WHERE ((parent.municipality = agreement_party.municipality) AND (parent.id = agreement_party.agreement_id) AND (parent.group_id = ANY (( SELECT est.my_groups('{coordinator,policeLead}'::text[]) AS my_groups)::uuid[])))))));


--
-- Name: agreement_signatory may_update; Type: POLICY; Schema: est; Owner: -
--

CREATE POLICY may_update ON est.agreement_signatory FOR UPDATE TO est_coordinator, est_police_lead USING (((municipality = ANY (( SELECT est.my_municipalities('{coordinator,policeLead}'::text[]) AS my_municipalities)::text[])) AND (EXISTS ( SELECT
   FROM est.agreement parent
  WHERE ((parent.municipality = agreement_signatory.municipality) AND (parent.id = agreement_signatory.agreement_id) AND (parent.group_id = ANY (( SELECT est.my_groups('{coordinator,policeLead}'::text[]) AS my_groups)::uuid[]))))))) WITH CHECK (((municipality = ANY (( SELECT est.my_municipalities('{coordinator,policeLead}'::text[]) AS my_municipalities)::text[])) AND (EXISTS ( SELECT
   FROM est.agreement parent
  WHERE ((parent.municipality = agreement_signatory.municipality) AND (parent.id = agreement_signatory.agreement_id) AND (parent.group_id = ANY (( SELECT est.my_groups('{coordinator,policeLead}'::text[]) AS my_groups)::uuid[])))))));


--
-- Name: analysis may_update; Type: POLICY; Schema: est; Owner: -
--

CREATE POLICY may_update ON est.analysis FOR UPDATE TO est_coordinator, est_police_lead USING (((municipality = ANY (( SELECT est.my_municipalities('{coordinator,policeLead}'::text[]) AS my_municipalities)::text[])) AND (EXISTS ( SELECT
   FROM est.problem parent
  WHERE ((parent.municipality = analysis.municipality) AND (parent.id = analysis.problem_id) AND (parent.group_id = ANY (( SELECT est.my_groups('{coordinator,policeLead}'::text[]) AS my_groups)::uuid[]))))))) WITH CHECK (((municipality = ANY (( SELECT est.my_municipalities('{coordinator,policeLead}'::text[]) AS my_municipalities)::text[])) AND (EXISTS ( SELECT
   FROM est.problem parent
  WHERE ((parent.municipality = analysis.municipality) AND (parent.id = analysis.problem_id) AND (parent.group_id = ANY (( SELECT est.my_groups('{coordinator,policeLead}'::text[]) AS my_groups)::uuid[])))))));


--
-- Name: area may_update; Type: POLICY; Schema: est; Owner: -
--

CREATE POLICY may_update ON est.area FOR UPDATE TO est_administrator USING ((municipality = ANY (( SELECT est.my_municipalities('{administrator}'::text[]) AS my_municipalities)::text[]))) WITH CHECK ((municipality = ANY (( SELECT est.my_municipalities('{administrator}'::text[]) AS my_municipalities)::text[])));


--
-- Name: cause may_update; Type: POLICY; Schema: est; Owner: -
--

CREATE POLICY may_update ON est.cause FOR UPDATE TO est_coordinator, est_police_lead USING (((municipality = ANY (( SELECT est.my_municipalities('{coordinator,policeLead}'::text[]) AS my_municipalities)::text[])) AND (EXISTS ( SELECT
   FROM est.problem parent
  WHERE ((parent.municipality = cause.municipality) AND (parent.id = cause.problem_id) AND (parent.group_id = ANY (( SELECT est.my_groups('{coordinator,policeLead}'::text[]) AS my_groups)::uuid[]))))))) WITH CHECK (((municipality = ANY (( SELECT est.my_municipalities('{coordinator,policeLead}'::text[]) AS my_municipalities)::text[])) AND (EXISTS ( SELECT
   FROM est.problem parent
  WHERE ((parent.municipality = cause.municipality) AND (parent.id = cause.problem_id) AND (parent.group_id = ANY (( SELECT est.my_groups('{coordinator,policeLead}'::text[]) AS my_groups)::uuid[])))))));


--
-- Name: chain_step may_update; Type: POLICY; Schema: est; Owner: -
--

CREATE POLICY may_update ON est.chain_step FOR UPDATE TO est_coordinator, est_police_lead USING (((municipality = ANY (( SELECT est.my_municipalities('{coordinator,policeLead}'::text[]) AS my_municipalities)::text[])) AND (EXISTS ( SELECT
   FROM est.problem parent
  WHERE ((parent.municipality = chain_step.municipality) AND (parent.id = chain_step.problem_id) AND (parent.group_id = ANY (( SELECT est.my_groups('{coordinator,policeLead}'::text[]) AS my_groups)::uuid[]))))))) WITH CHECK (((municipality = ANY (( SELECT est.my_municipalities('{coordinator,policeLead}'::text[]) AS my_municipalities)::text[])) AND (EXISTS ( SELECT
   FROM est.problem parent
  WHERE ((parent.municipality = chain_step.municipality) AND (parent.id = chain_step.problem_id) AND (parent.group_id = ANY (( SELECT est.my_groups('{coordinator,policeLead}'::text[]) AS my_groups)::uuid[])))))));


--
-- Name: coverage may_update; Type: POLICY; Schema: est; Owner: -
--

CREATE POLICY may_update ON est.coverage FOR UPDATE TO est_coordinator, est_worker USING (((municipality = ANY (( SELECT est.my_municipalities('{coordinator,worker}'::text[]) AS my_municipalities)::text[])) AND (EXISTS ( SELECT
   FROM est.cycle parent
  WHERE ((parent.municipality = coverage.municipality) AND (parent.id = coverage.cycle_id) AND (parent.group_id = ANY (( SELECT est.my_groups('{coordinator,worker}'::text[]) AS my_groups)::uuid[]))))))) WITH CHECK (((municipality = ANY (( SELECT est.my_municipalities('{coordinator,worker}'::text[]) AS my_municipalities)::text[])) AND (EXISTS ( SELECT
   FROM est.cycle parent
  WHERE ((parent.municipality = coverage.municipality) AND (parent.id = coverage.cycle_id) AND (parent.group_id = ANY (( SELECT est.my_groups('{coordinator,worker}'::text[]) AS my_groups)::uuid[])))))));


--
-- Name: cycle may_update; Type: POLICY; Schema: est; Owner: -
--

CREATE POLICY may_update ON est.cycle FOR UPDATE TO est_coordinator, est_worker USING (((municipality = ANY (( SELECT est.my_municipalities('{coordinator,worker}'::text[]) AS my_municipalities)::text[])) AND (group_id = ANY (( SELECT est.my_groups('{coordinator,worker}'::text[]) AS my_groups)::uuid[])))) WITH CHECK (((municipality = ANY (( SELECT est.my_municipalities('{coordinator,worker}'::text[]) AS my_municipalities)::text[])) AND (group_id = ANY (( SELECT est.my_groups('{coordinator,worker}'::text[]) AS my_groups)::uuid[]))));


--
-- Name: est_group may_update; Type: POLICY; Schema: est; Owner: -
--

CREATE POLICY may_update ON est.est_group FOR UPDATE TO est_coordinator, est_administrator USING ((municipality = ANY (( SELECT est.my_municipalities('{administrator,coordinator}'::text[]) AS my_municipalities)::text[]))) WITH CHECK ((municipality = ANY (( SELECT est.my_municipalities('{administrator,coordinator}'::text[]) AS my_municipalities)::text[])));


--
-- Name: evidence may_update; Type: POLICY; Schema: est; Owner: -
--

CREATE POLICY may_update ON est.evidence FOR UPDATE TO est_coordinator, est_police_lead USING (((municipality = ANY (( SELECT est.my_municipalities('{coordinator,policeLead}'::text[]) AS my_municipalities)::text[])) AND (EXISTS ( SELECT
   FROM est.problem parent
  WHERE ((parent.municipality = evidence.municipality) AND (parent.id = evidence.problem_id) AND (parent.group_id = ANY (( SELECT est.my_groups('{coordinator,policeLead}'::text[]) AS my_groups)::uuid[]))))))) WITH CHECK (((municipality = ANY (( SELECT est.my_municipalities('{coordinator,policeLead}'::text[]) AS my_municipalities)::text[])) AND (EXISTS ( SELECT
   FROM est.problem parent
  WHERE ((parent.municipality = evidence.municipality) AND (parent.id = evidence.problem_id) AND (parent.group_id = ANY (( SELECT est.my_groups('{coordinator,policeLead}'::text[]) AS my_groups)::uuid[])))))));


--
-- Name: incident may_update; Type: POLICY; Schema: est; Owner: -
--

CREATE POLICY may_update ON est.incident FOR UPDATE TO est_reporter, est_participant, est_coordinator, est_police_lead, est_administrator USING (((municipality = ANY (( SELECT est.my_municipalities() AS my_municipalities)::text[])) AND ((group_id = ANY (( SELECT est.my_groups('{coordinator}'::text[]) AS my_groups)::uuid[])) OR (reported_by = ANY (( SELECT est.my_ids() AS my_ids)::uuid[])) OR ((organisation_id = ANY (( SELECT est.my_organisations() AS my_organisations)::uuid[])) AND (group_id = ANY (( SELECT est.my_groups('{reporter,participant,coordinator,policeLead}'::text[]) AS my_groups)::uuid[])))))) WITH CHECK (((municipality = ANY (( SELECT est.my_municipalities() AS my_municipalities)::text[])) AND ((group_id = ANY (( SELECT est.my_groups('{coordinator}'::text[]) AS my_groups)::uuid[])) OR (reported_by = ANY (( SELECT est.my_ids() AS my_ids)::uuid[])) OR ((organisation_id = ANY (( SELECT est.my_organisations() AS my_organisations)::uuid[])) AND (group_id = ANY (( SELECT est.my_groups('{reporter,participant,coordinator,policeLead}'::text[]) AS my_groups)::uuid[]))))));


--
-- Name: incident_key may_update; Type: POLICY; Schema: est; Owner: -
--

CREATE POLICY may_update ON est.incident_key FOR UPDATE TO est_reporter, est_participant, est_coordinator, est_police_lead, est_administrator USING (((municipality = ANY (( SELECT est.my_municipalities() AS my_municipalities)::text[])) AND ((group_id = ANY (( SELECT est.my_groups('{coordinator}'::text[]) AS my_groups)::uuid[])) OR (reported_by = ANY (( SELECT est.my_ids() AS my_ids)::uuid[])) OR ((organisation_id = ANY (( SELECT est.my_organisations() AS my_organisations)::uuid[])) AND (group_id = ANY (( SELECT est.my_groups('{reporter,participant,coordinator,policeLead}'::text[]) AS my_groups)::uuid[])))))) WITH CHECK (((municipality = ANY (( SELECT est.my_municipalities() AS my_municipalities)::text[])) AND ((group_id = ANY (( SELECT est.my_groups('{coordinator}'::text[]) AS my_groups)::uuid[])) OR (reported_by = ANY (( SELECT est.my_ids() AS my_ids)::uuid[])) OR ((organisation_id = ANY (( SELECT est.my_organisations() AS my_organisations)::uuid[])) AND (group_id = ANY (( SELECT est.my_groups('{reporter,participant,coordinator,policeLead}'::text[]) AS my_groups)::uuid[]))))));


--
-- Name: kept_reports may_update; Type: POLICY; Schema: est; Owner: -
--

CREATE POLICY may_update ON est.kept_reports FOR UPDATE TO est_coordinator, est_police_lead, est_worker USING (((municipality = ANY (( SELECT est.my_municipalities('{coordinator,policeLead,worker}'::text[]) AS my_municipalities)::text[])) AND (group_id = ANY (( SELECT est.my_groups('{coordinator,policeLead,worker}'::text[]) AS my_groups)::uuid[])))) WITH CHECK (((municipality = ANY (( SELECT est.my_municipalities('{coordinator,policeLead,worker}'::text[]) AS my_municipalities)::text[])) AND (group_id = ANY (( SELECT est.my_groups('{coordinator,policeLead,worker}'::text[]) AS my_groups)::uuid[]))));


--
-- Name: lease may_update; Type: POLICY; Schema: est; Owner: -
--

CREATE POLICY may_update ON est.lease FOR UPDATE TO est_worker USING ((cardinality(( SELECT est.my_municipalities('{worker}'::text[]) AS my_municipalities)) > 0)) WITH CHECK ((cardinality(( SELECT est.my_municipalities('{worker}'::text[]) AS my_municipalities)) > 0));


--
-- Name: occurrence may_update; Type: POLICY; Schema: est; Owner: -
--

CREATE POLICY may_update ON est.occurrence FOR UPDATE TO est_coordinator, est_worker USING (((municipality = ANY (( SELECT est.my_municipalities('{coordinator,worker}'::text[]) AS my_municipalities)::text[])) AND (group_id = ANY (( SELECT est.my_groups('{coordinator,worker}'::text[]) AS my_groups)::uuid[])))) WITH CHECK (((municipality = ANY (( SELECT est.my_municipalities('{coordinator,worker}'::text[]) AS my_municipalities)::text[])) AND (group_id = ANY (( SELECT est.my_groups('{coordinator,worker}'::text[]) AS my_groups)::uuid[]))));


--
-- Name: organisation may_update; Type: POLICY; Schema: est; Owner: -
--

CREATE POLICY may_update ON est.organisation FOR UPDATE TO est_administrator USING ((municipality = ANY (( SELECT est.my_municipalities('{administrator}'::text[]) AS my_municipalities)::text[]))) WITH CHECK ((municipality = ANY (( SELECT est.my_municipalities('{administrator}'::text[]) AS my_municipalities)::text[])));


--
-- Name: outbox may_update; Type: POLICY; Schema: est; Owner: -
--

CREATE POLICY may_update ON est.outbox FOR UPDATE TO est_coordinator, est_worker, est_administrator USING ((municipality = ANY (( SELECT est.my_municipalities('{coordinator,worker,administrator}'::text[]) AS my_municipalities)::text[]))) WITH CHECK ((municipality = ANY (( SELECT est.my_municipalities('{coordinator,worker,administrator}'::text[]) AS my_municipalities)::text[])));


--
-- Name: participant may_update; Type: POLICY; Schema: est; Owner: -
--

CREATE POLICY may_update ON est.participant FOR UPDATE TO est_administrator USING ((municipality = ANY (( SELECT est.my_municipalities('{administrator}'::text[]) AS my_municipalities)::text[]))) WITH CHECK ((municipality = ANY (( SELECT est.my_municipalities('{administrator}'::text[]) AS my_municipalities)::text[])));


--
-- Name: participant_address may_update; Type: POLICY; Schema: est; Owner: -
--

CREATE POLICY may_update ON est.participant_address FOR UPDATE TO est_administrator USING ((municipality = ANY (( SELECT est.my_municipalities('{administrator}'::text[]) AS my_municipalities)::text[]))) WITH CHECK ((municipality = ANY (( SELECT est.my_municipalities('{administrator}'::text[]) AS my_municipalities)::text[])));


--
-- Name: participant_role may_update; Type: POLICY; Schema: est; Owner: -
--

CREATE POLICY may_update ON est.participant_role FOR UPDATE TO est_administrator USING ((municipality = ANY (( SELECT est.my_municipalities('{administrator}'::text[]) AS my_municipalities)::text[]))) WITH CHECK ((municipality = ANY (( SELECT est.my_municipalities('{administrator}'::text[]) AS my_municipalities)::text[])));


--
-- Name: picture may_update; Type: POLICY; Schema: est; Owner: -
--

CREATE POLICY may_update ON est.picture FOR UPDATE TO est_coordinator, est_police_lead, est_worker USING (((municipality = ANY (( SELECT est.my_municipalities('{coordinator,policeLead,worker}'::text[]) AS my_municipalities)::text[])) AND (EXISTS ( SELECT
   FROM est.cycle parent
  WHERE ((parent.municipality = picture.municipality) AND (parent.id = picture.cycle_id) AND (parent.group_id = ANY (( SELECT est.my_groups('{coordinator,policeLead,worker}'::text[]) AS my_groups)::uuid[]))))))) WITH CHECK (((municipality = ANY (( SELECT est.my_municipalities('{coordinator,policeLead,worker}'::text[]) AS my_municipalities)::text[])) AND (EXISTS ( SELECT
   FROM est.cycle parent
  WHERE ((parent.municipality = picture.municipality) AND (parent.id = picture.cycle_id) AND (parent.group_id = ANY (( SELECT est.my_groups('{coordinator,policeLead,worker}'::text[]) AS my_groups)::uuid[])))))));


--
-- Name: priority may_update; Type: POLICY; Schema: est; Owner: -
--

CREATE POLICY may_update ON est.priority FOR UPDATE TO est_coordinator, est_police_lead USING (((municipality = ANY (( SELECT est.my_municipalities('{coordinator,policeLead}'::text[]) AS my_municipalities)::text[])) AND (EXISTS ( SELECT
   FROM est.cycle parent
  WHERE ((parent.municipality = priority.municipality) AND (parent.id = priority.cycle_id) AND (parent.group_id = ANY (( SELECT est.my_groups('{coordinator,policeLead}'::text[]) AS my_groups)::uuid[]))))))) WITH CHECK (((municipality = ANY (( SELECT est.my_municipalities('{coordinator,policeLead}'::text[]) AS my_municipalities)::text[])) AND (EXISTS ( SELECT
   FROM est.cycle parent
  WHERE ((parent.municipality = priority.municipality) AND (parent.id = priority.cycle_id) AND (parent.group_id = ANY (( SELECT est.my_groups('{coordinator,policeLead}'::text[]) AS my_groups)::uuid[])))))));


--
-- Name: problem may_update; Type: POLICY; Schema: est; Owner: -
--

CREATE POLICY may_update ON est.problem FOR UPDATE TO est_coordinator, est_police_lead, est_steering, est_worker USING (((municipality = ANY (( SELECT est.my_municipalities('{coordinator,policeLead,steering,worker}'::text[]) AS my_municipalities)::text[])) AND (group_id = ANY (( SELECT est.my_groups('{coordinator,policeLead,steering,worker}'::text[]) AS my_groups)::uuid[])))) WITH CHECK (((municipality = ANY (( SELECT est.my_municipalities('{coordinator,policeLead,steering,worker}'::text[]) AS my_municipalities)::text[])) AND (group_id = ANY (( SELECT est.my_groups('{coordinator,policeLead,steering,worker}'::text[]) AS my_groups)::uuid[]))));


--
-- Name: promise may_update; Type: POLICY; Schema: est; Owner: -
--

CREATE POLICY may_update ON est.promise FOR UPDATE TO est_coordinator, est_police_lead, est_steering USING (((municipality = ANY (( SELECT est.my_municipalities('{coordinator,policeLead,steering}'::text[]) AS my_municipalities)::text[])) AND (EXISTS ( SELECT
   FROM est.promise_set parent
  WHERE ((parent.municipality = promise.municipality) AND (parent.id = promise.set_id) AND (parent.group_id = ANY (( SELECT est.my_groups('{coordinator,policeLead,steering}'::text[]) AS my_groups)::uuid[]))))))) WITH CHECK (((municipality = ANY (( SELECT est.my_municipalities('{coordinator,policeLead,steering}'::text[]) AS my_municipalities)::text[])) AND (EXISTS ( SELECT
   FROM est.promise_set parent
  WHERE ((parent.municipality = promise.municipality) AND (parent.id = promise.set_id) AND (parent.group_id = ANY (( SELECT est.my_groups('{coordinator,policeLead,steering}'::text[]) AS my_groups)::uuid[])))))));


--
-- Name: promise_promisor may_update; Type: POLICY; Schema: est; Owner: -
--

CREATE POLICY may_update ON est.promise_promisor FOR UPDATE TO est_coordinator, est_police_lead, est_steering USING (((municipality = ANY (( SELECT est.my_municipalities('{coordinator,policeLead,steering}'::text[]) AS my_municipalities)::text[])) AND (EXISTS ( SELECT
   FROM est.promise_set parent
  WHERE ((parent.municipality = promise_promisor.municipality) AND (parent.id = promise_promisor.set_id) AND (parent.group_id = ANY (( SELECT est.my_groups('{coordinator,policeLead,steering}'::text[]) AS my_groups)::uuid[]))))))) WITH CHECK (((municipality = ANY (( SELECT est.my_municipalities('{coordinator,policeLead,steering}'::text[]) AS my_municipalities)::text[])) AND (EXISTS ( SELECT
   FROM est.promise_set parent
  WHERE ((parent.municipality = promise_promisor.municipality) AND (parent.id = promise_promisor.set_id) AND (parent.group_id = ANY (( SELECT est.my_groups('{coordinator,policeLead,steering}'::text[]) AS my_groups)::uuid[])))))));


--
-- Name: promise_set may_update; Type: POLICY; Schema: est; Owner: -
--

CREATE POLICY may_update ON est.promise_set FOR UPDATE TO est_coordinator, est_police_lead, est_steering USING (((municipality = ANY (( SELECT est.my_municipalities('{coordinator,policeLead,steering}'::text[]) AS my_municipalities)::text[])) AND (group_id = ANY (( SELECT est.my_groups('{coordinator,policeLead,steering}'::text[]) AS my_groups)::uuid[])))) WITH CHECK (((municipality = ANY (( SELECT est.my_municipalities('{coordinator,policeLead,steering}'::text[]) AS my_municipalities)::text[])) AND (group_id = ANY (( SELECT est.my_groups('{coordinator,policeLead,steering}'::text[]) AS my_groups)::uuid[]))));


--
-- Name: promise_signatory may_update; Type: POLICY; Schema: est; Owner: -
--

CREATE POLICY may_update ON est.promise_signatory FOR UPDATE TO est_coordinator, est_police_lead, est_steering USING (((municipality = ANY (( SELECT est.my_municipalities('{coordinator,policeLead,steering}'::text[]) AS my_municipalities)::text[])) AND (EXISTS ( SELECT
   FROM est.promise_set parent
  WHERE ((parent.municipality = promise_signatory.municipality) AND (parent.id = promise_signatory.set_id) AND (parent.group_id = ANY (( SELECT est.my_groups('{coordinator,policeLead,steering}'::text[]) AS my_groups)::uuid[]))))))) WITH CHECK (((municipality = ANY (( SELECT est.my_municipalities('{coordinator,policeLead,steering}'::text[]) AS my_municipalities)::text[])) AND (EXISTS ( SELECT
   FROM est.promise_set parent
  WHERE ((parent.municipality = promise_signatory.municipality) AND (parent.id = promise_signatory.set_id) AND (parent.group_id = ANY (( SELECT est.my_groups('{coordinator,policeLead,steering}'::text[]) AS my_groups)::uuid[])))))));


--
-- Name: retention_hold may_update; Type: POLICY; Schema: est; Owner: -
--

CREATE POLICY may_update ON est.retention_hold FOR UPDATE TO est_coordinator, est_administrator USING ((municipality = ANY (( SELECT est.my_municipalities('{coordinator,administrator}'::text[]) AS my_municipalities)::text[]))) WITH CHECK (((municipality = ANY (( SELECT est.my_municipalities('{coordinator,administrator}'::text[]) AS my_municipalities)::text[])) AND (lifted_by = ANY (( SELECT est.my_ids() AS my_ids)::uuid[]))));


--
-- Name: safety_walk may_update; Type: POLICY; Schema: est; Owner: -
--

CREATE POLICY may_update ON est.safety_walk FOR UPDATE TO est_coordinator, est_police_lead USING (((municipality = ANY (( SELECT est.my_municipalities('{coordinator,policeLead}'::text[]) AS my_municipalities)::text[])) AND (group_id = ANY (( SELECT est.my_groups('{coordinator,policeLead}'::text[]) AS my_groups)::uuid[])))) WITH CHECK (((municipality = ANY (( SELECT est.my_municipalities('{coordinator,policeLead}'::text[]) AS my_municipalities)::text[])) AND (group_id = ANY (( SELECT est.my_groups('{coordinator,policeLead}'::text[]) AS my_groups)::uuid[]))));


--
-- Name: setting may_update; Type: POLICY; Schema: est; Owner: -
--

CREATE POLICY may_update ON est.setting FOR UPDATE TO est_coordinator, est_administrator USING ((municipality = ANY (( SELECT est.my_municipalities('{administrator,coordinator}'::text[]) AS my_municipalities)::text[]))) WITH CHECK ((municipality = ANY (( SELECT est.my_municipalities('{administrator,coordinator}'::text[]) AS my_municipalities)::text[])));


--
-- Name: share may_update; Type: POLICY; Schema: est; Owner: -
--

CREATE POLICY may_update ON est.share FOR UPDATE TO est_coordinator USING (((municipality = ANY (( SELECT est.my_municipalities('{coordinator}'::text[]) AS my_municipalities)::text[])) AND (group_id = ANY (( SELECT est.my_groups('{coordinator}'::text[]) AS my_groups)::uuid[])))) WITH CHECK (((municipality = ANY (( SELECT est.my_municipalities('{coordinator}'::text[]) AS my_municipalities)::text[])) AND (group_id = ANY (( SELECT est.my_groups('{coordinator}'::text[]) AS my_groups)::uuid[])) AND (withdrawn_by = ANY (( SELECT est.my_ids() AS my_ids)::uuid[]))));


--
-- Name: statutory_duty may_update; Type: POLICY; Schema: est; Owner: -
--

CREATE POLICY may_update ON est.statutory_duty FOR UPDATE TO est_coordinator, est_worker, est_administrator USING (((municipality = ANY (( SELECT est.my_municipalities('{administrator,coordinator,worker}'::text[]) AS my_municipalities)::text[])) AND (group_id = ANY (( SELECT est.my_groups('{administrator,coordinator,worker}'::text[]) AS my_groups)::uuid[])))) WITH CHECK (((municipality = ANY (( SELECT est.my_municipalities('{administrator,coordinator,worker}'::text[]) AS my_municipalities)::text[])) AND (group_id = ANY (( SELECT est.my_groups('{administrator,coordinator,worker}'::text[]) AS my_groups)::uuid[]))));


--
-- Name: statutory_picture may_update; Type: POLICY; Schema: est; Owner: -
--

CREATE POLICY may_update ON est.statutory_picture FOR UPDATE TO est_coordinator, est_police_lead, est_steering, est_worker USING (((municipality = ANY (( SELECT est.my_municipalities('{coordinator,policeLead,steering,worker}'::text[]) AS my_municipalities)::text[])) AND (group_id = ANY (( SELECT est.my_groups('{coordinator,policeLead,steering,worker}'::text[]) AS my_groups)::uuid[])))) WITH CHECK (((municipality = ANY (( SELECT est.my_municipalities('{coordinator,policeLead,steering,worker}'::text[]) AS my_municipalities)::text[])) AND (group_id = ANY (( SELECT est.my_groups('{coordinator,policeLead,steering,worker}'::text[]) AS my_groups)::uuid[]))));


--
-- Name: timer may_update; Type: POLICY; Schema: est; Owner: -
--

CREATE POLICY may_update ON est.timer FOR UPDATE TO est_reporter, est_participant, est_coordinator, est_police_lead, est_steering, est_council, est_reader, est_worker USING (((municipality = ANY (( SELECT est.my_municipalities('{reporter,participant,coordinator,policeLead,steering,council,reader,worker}'::text[]) AS my_municipalities)::text[])) AND (EXISTS ( SELECT
   FROM est.instance parent
  WHERE ((parent.municipality = timer.municipality) AND (parent.id = timer.instance_id) AND (parent.group_id = ANY (( SELECT est.my_groups('{reporter,participant,coordinator,policeLead,steering,council,reader,worker}'::text[]) AS my_groups)::uuid[]))))))) WITH CHECK (((municipality = ANY (( SELECT est.my_municipalities('{reporter,participant,coordinator,policeLead,steering,council,reader,worker}'::text[]) AS my_municipalities)::text[])) AND (EXISTS ( SELECT
   FROM est.instance parent
  WHERE ((parent.municipality = timer.municipality) AND (parent.id = timer.instance_id) AND (parent.group_id = ANY (( SELECT est.my_groups('{reporter,participant,coordinator,policeLead,steering,council,reader,worker}'::text[]) AS my_groups)::uuid[])))))));


--
-- Name: unit may_update; Type: POLICY; Schema: est; Owner: -
--

CREATE POLICY may_update ON est.unit FOR UPDATE TO est_administrator USING ((municipality = ANY (( SELECT est.my_municipalities('{administrator}'::text[]) AS my_municipalities)::text[]))) WITH CHECK ((municipality = ANY (( SELECT est.my_municipalities('{administrator}'::text[]) AS my_municipalities)::text[])));


--
-- Name: walk_point may_update; Type: POLICY; Schema: est; Owner: -
--

CREATE POLICY may_update ON est.walk_point FOR UPDATE TO est_coordinator, est_police_lead USING (((municipality = ANY (( SELECT est.my_municipalities('{coordinator,policeLead}'::text[]) AS my_municipalities)::text[])) AND (EXISTS ( SELECT
   FROM est.safety_walk parent
  WHERE ((parent.municipality = walk_point.municipality) AND (parent.id = walk_point.walk_id) AND (parent.group_id = ANY (( SELECT est.my_groups('{coordinator,policeLead}'::text[]) AS my_groups)::uuid[]))))))) WITH CHECK (((municipality = ANY (( SELECT est.my_municipalities('{coordinator,policeLead}'::text[]) AS my_municipalities)::text[])) AND (EXISTS ( SELECT
   FROM est.safety_walk parent
  WHERE ((parent.municipality = walk_point.municipality) AND (parent.id = walk_point.walk_id) AND (parent.group_id = ANY (( SELECT est.my_groups('{coordinator,policeLead}'::text[]) AS my_groups)::uuid[])))))));


--
-- Name: worker may_update; Type: POLICY; Schema: est; Owner: -
--

CREATE POLICY may_update ON est.worker FOR UPDATE TO est_worker USING ((cardinality(( SELECT est.my_municipalities('{worker}'::text[]) AS my_municipalities)) > 0)) WITH CHECK ((cardinality(( SELECT est.my_municipalities('{worker}'::text[]) AS my_municipalities)) > 0));


--
-- Name: migration; Type: ROW SECURITY; Schema: est; Owner: -
--

ALTER TABLE est.migration ENABLE ROW LEVEL SECURITY;

--
-- Name: municipality; Type: ROW SECURITY; Schema: est; Owner: -
--

ALTER TABLE est.municipality ENABLE ROW LEVEL SECURITY;

--
-- Name: nothing_to_report; Type: ROW SECURITY; Schema: est; Owner: -
--

ALTER TABLE est.nothing_to_report ENABLE ROW LEVEL SECURITY;

--
-- Name: notice; Type: ROW SECURITY; Schema: est; Owner: -
--

ALTER TABLE est.notice ENABLE ROW LEVEL SECURITY;

--
-- Name: occurrence; Type: ROW SECURITY; Schema: est; Owner: -
--

ALTER TABLE est.occurrence ENABLE ROW LEVEL SECURITY;

--
-- Name: occurrence_move; Type: ROW SECURITY; Schema: est; Owner: -
--

ALTER TABLE est.occurrence_move ENABLE ROW LEVEL SECURITY;

--
-- Name: organisation; Type: ROW SECURITY; Schema: est; Owner: -
--

ALTER TABLE est.organisation ENABLE ROW LEVEL SECURITY;

--
-- Name: outbox; Type: ROW SECURITY; Schema: est; Owner: -
--

ALTER TABLE est.outbox ENABLE ROW LEVEL SECURITY;

--
-- Name: outbox_attempt; Type: ROW SECURITY; Schema: est; Owner: -
--

ALTER TABLE est.outbox_attempt ENABLE ROW LEVEL SECURITY;

--
-- Name: outbox_move; Type: ROW SECURITY; Schema: est; Owner: -
--

ALTER TABLE est.outbox_move ENABLE ROW LEVEL SECURITY;

--
-- Name: outbox_retry; Type: ROW SECURITY; Schema: est; Owner: -
--

ALTER TABLE est.outbox_retry ENABLE ROW LEVEL SECURITY;

--
-- Name: participant; Type: ROW SECURITY; Schema: est; Owner: -
--

ALTER TABLE est.participant ENABLE ROW LEVEL SECURITY;

--
-- Name: participant_address; Type: ROW SECURITY; Schema: est; Owner: -
--

ALTER TABLE est.participant_address ENABLE ROW LEVEL SECURITY;

--
-- Name: participant_role; Type: ROW SECURITY; Schema: est; Owner: -
--

ALTER TABLE est.participant_role ENABLE ROW LEVEL SECURITY;

--
-- Name: picture; Type: ROW SECURITY; Schema: est; Owner: -
--

ALTER TABLE est.picture ENABLE ROW LEVEL SECURITY;

--
-- Name: picture_annex; Type: ROW SECURITY; Schema: est; Owner: -
--

ALTER TABLE est.picture_annex ENABLE ROW LEVEL SECURITY;

--
-- Name: priority; Type: ROW SECURITY; Schema: est; Owner: -
--

ALTER TABLE est.priority ENABLE ROW LEVEL SECURITY;

--
-- Name: problem; Type: ROW SECURITY; Schema: est; Owner: -
--

ALTER TABLE est.problem ENABLE ROW LEVEL SECURITY;

--
-- Name: problem_incident; Type: ROW SECURITY; Schema: est; Owner: -
--

ALTER TABLE est.problem_incident ENABLE ROW LEVEL SECURITY;

--
-- Name: problem_outcome; Type: ROW SECURITY; Schema: est; Owner: -
--

ALTER TABLE est.problem_outcome ENABLE ROW LEVEL SECURITY;

--
-- Name: promise; Type: ROW SECURITY; Schema: est; Owner: -
--

ALTER TABLE est.promise ENABLE ROW LEVEL SECURITY;

--
-- Name: promise_activity; Type: ROW SECURITY; Schema: est; Owner: -
--

ALTER TABLE est.promise_activity ENABLE ROW LEVEL SECURITY;

--
-- Name: promise_promisor; Type: ROW SECURITY; Schema: est; Owner: -
--

ALTER TABLE est.promise_promisor ENABLE ROW LEVEL SECURITY;

--
-- Name: promise_set; Type: ROW SECURITY; Schema: est; Owner: -
--

ALTER TABLE est.promise_set ENABLE ROW LEVEL SECURITY;

--
-- Name: promise_signatory; Type: ROW SECURITY; Schema: est; Owner: -
--

ALTER TABLE est.promise_signatory ENABLE ROW LEVEL SECURITY;

--
-- Name: public_release; Type: ROW SECURITY; Schema: est; Owner: -
--

ALTER TABLE est.public_release ENABLE ROW LEVEL SECURITY;

--
-- Name: redaction; Type: ROW SECURITY; Schema: est; Owner: -
--

ALTER TABLE est.redaction ENABLE ROW LEVEL SECURITY;

--
-- Name: refusal; Type: ROW SECURITY; Schema: est; Owner: -
--

ALTER TABLE est.refusal ENABLE ROW LEVEL SECURITY;

--
-- Name: problem_incident report_may_be_seen; Type: POLICY; Schema: est; Owner: -
--

CREATE POLICY report_may_be_seen ON est.problem_incident AS RESTRICTIVE FOR SELECT TO est_participant, est_coordinator, est_police_lead, est_worker USING (((municipality = ANY (( SELECT est.my_municipalities() AS my_municipalities)::text[])) AND (EXISTS ( SELECT
   FROM est.incident i
  WHERE ((i.municipality = problem_incident.municipality) AND (i.id = problem_incident.incident_id))))));


--
-- Name: retention_hold; Type: ROW SECURITY; Schema: est; Owner: -
--

ALTER TABLE est.retention_hold ENABLE ROW LEVEL SECURITY;

--
-- Name: retention_rule; Type: ROW SECURITY; Schema: est; Owner: -
--

ALTER TABLE est.retention_rule ENABLE ROW LEVEL SECURITY;

--
-- Name: running_number; Type: ROW SECURITY; Schema: est; Owner: -
--

ALTER TABLE est.running_number ENABLE ROW LEVEL SECURITY;

--
-- Name: safety_walk; Type: ROW SECURITY; Schema: est; Owner: -
--

ALTER TABLE est.safety_walk ENABLE ROW LEVEL SECURITY;

--
-- Name: setting; Type: ROW SECURITY; Schema: est; Owner: -
--

ALTER TABLE est.setting ENABLE ROW LEVEL SECURITY;

--
-- Name: share; Type: ROW SECURITY; Schema: est; Owner: -
--

ALTER TABLE est.share ENABLE ROW LEVEL SECURITY;

--
-- Name: signature; Type: ROW SECURITY; Schema: est; Owner: -
--

ALTER TABLE est.signature ENABLE ROW LEVEL SECURITY;

--
-- Name: statutory_duty; Type: ROW SECURITY; Schema: est; Owner: -
--

ALTER TABLE est.statutory_duty ENABLE ROW LEVEL SECURITY;

--
-- Name: statutory_picture; Type: ROW SECURITY; Schema: est; Owner: -
--

ALTER TABLE est.statutory_picture ENABLE ROW LEVEL SECURITY;

--
-- Name: timer; Type: ROW SECURITY; Schema: est; Owner: -
--

ALTER TABLE est.timer ENABLE ROW LEVEL SECURITY;

--
-- Name: transition_log; Type: ROW SECURITY; Schema: est; Owner: -
--

ALTER TABLE est.transition_log ENABLE ROW LEVEL SECURITY;

--
-- Name: trial; Type: ROW SECURITY; Schema: est; Owner: -
--

ALTER TABLE est.trial ENABLE ROW LEVEL SECURITY;

--
-- Name: unit; Type: ROW SECURITY; Schema: est; Owner: -
--

ALTER TABLE est.unit ENABLE ROW LEVEL SECURITY;

--
-- Name: walk_point; Type: ROW SECURITY; Schema: est; Owner: -
--

ALTER TABLE est.walk_point ENABLE ROW LEVEL SECURITY;

--
-- Name: worker; Type: ROW SECURITY; Schema: est; Owner: -
--

ALTER TABLE est.worker ENABLE ROW LEVEL SECURITY;

--
-- Name: SCHEMA est; Type: ACL; Schema: -; Owner: -
--

GRANT USAGE ON SCHEMA est TO est_member;
GRANT USAGE ON SCHEMA est TO est_engine;
GRANT USAGE ON SCHEMA est TO est_backup;
GRANT USAGE ON SCHEMA est TO est_keeper;


--
-- Name: FUNCTION add_keys(of_municipality text, at_time timestamp with time zone, of_organisation uuid, reporter uuid, of_register text, ids uuid[], groups uuid[], classes text[], reference_texts text[], numbers text[], prints bigint[]); Type: ACL; Schema: est; Owner: -
--

REVOKE ALL ON FUNCTION est.add_keys(of_municipality text, at_time timestamp with time zone, of_organisation uuid, reporter uuid, of_register text, ids uuid[], groups uuid[], classes text[], reference_texts text[], numbers text[], prints bigint[]) FROM PUBLIC;
GRANT ALL ON FUNCTION est.add_keys(of_municipality text, at_time timestamp with time zone, of_organisation uuid, reporter uuid, of_register text, ids uuid[], groups uuid[], classes text[], reference_texts text[], numbers text[], prints bigint[]) TO est_reporter;
GRANT ALL ON FUNCTION est.add_keys(of_municipality text, at_time timestamp with time zone, of_organisation uuid, reporter uuid, of_register text, ids uuid[], groups uuid[], classes text[], reference_texts text[], numbers text[], prints bigint[]) TO est_coordinator;
GRANT ALL ON FUNCTION est.add_keys(of_municipality text, at_time timestamp with time zone, of_organisation uuid, reporter uuid, of_register text, ids uuid[], groups uuid[], classes text[], reference_texts text[], numbers text[], prints bigint[]) TO est_administrator;


--
-- Name: FUNCTION after_transition(); Type: ACL; Schema: est; Owner: -
--

REVOKE ALL ON FUNCTION est.after_transition() FROM PUBLIC;


--
-- Name: FUNCTION annex_for(of_municipality text, of_cycle uuid, of_version integer, reader uuid); Type: ACL; Schema: est; Owner: -
--

REVOKE ALL ON FUNCTION est.annex_for(of_municipality text, of_cycle uuid, of_version integer, reader uuid) FROM PUBLIC;
GRANT ALL ON FUNCTION est.annex_for(of_municipality text, of_cycle uuid, of_version integer, reader uuid) TO est_member;


--
-- Name: FUNCTION answer_with_nothing(); Type: ACL; Schema: est; Owner: -
--

REVOKE ALL ON FUNCTION est.answer_with_nothing() FROM PUBLIC;


--
-- Name: FUNCTION areas_at(of_municipality text, xs double precision[], ys double precision[], srid integer); Type: ACL; Schema: est; Owner: -
--

REVOKE ALL ON FUNCTION est.areas_at(of_municipality text, xs double precision[], ys double precision[], srid integer) FROM PUBLIC;
GRANT ALL ON FUNCTION est.areas_at(of_municipality text, xs double precision[], ys double precision[], srid integer) TO est_member;


--
-- Name: FUNCTION before_outbox_change(); Type: ACL; Schema: est; Owner: -
--

REVOKE ALL ON FUNCTION est.before_outbox_change() FROM PUBLIC;
GRANT ALL ON FUNCTION est.before_outbox_change() TO est_engine;


--
-- Name: FUNCTION before_outbox_request(); Type: ACL; Schema: est; Owner: -
--

REVOKE ALL ON FUNCTION est.before_outbox_request() FROM PUBLIC;
GRANT ALL ON FUNCTION est.before_outbox_request() TO est_engine;


--
-- Name: FUNCTION before_retention_hold(); Type: ACL; Schema: est; Owner: -
--

REVOKE ALL ON FUNCTION est.before_retention_hold() FROM PUBLIC;


--
-- Name: FUNCTION before_retention_rule(); Type: ACL; Schema: est; Owner: -
--

REVOKE ALL ON FUNCTION est.before_retention_rule() FROM PUBLIC;


--
-- Name: FUNCTION before_transition(); Type: ACL; Schema: est; Owner: -
--

REVOKE ALL ON FUNCTION est.before_transition() FROM PUBLIC;


--
-- Name: FUNCTION log_position(transaction xid8); Type: ACL; Schema: est; Owner: -
--

REVOKE ALL ON FUNCTION est.log_position(transaction xid8) FROM PUBLIC;
GRANT ALL ON FUNCTION est.log_position(transaction xid8) TO est_engine;
GRANT ALL ON FUNCTION est.log_position(transaction xid8) TO est_member;


--
-- Name: TABLE transition_log; Type: ACL; Schema: est; Owner: -
--

GRANT SELECT ON TABLE est.transition_log TO est_backup;
GRANT SELECT ON TABLE est.transition_log TO est_engine;
GRANT SELECT,INSERT ON TABLE est.transition_log TO est_reporter;
GRANT SELECT,INSERT ON TABLE est.transition_log TO est_participant;
GRANT SELECT,INSERT ON TABLE est.transition_log TO est_coordinator;
GRANT SELECT,INSERT ON TABLE est.transition_log TO est_police_lead;
GRANT SELECT,INSERT ON TABLE est.transition_log TO est_steering;
GRANT SELECT,INSERT ON TABLE est.transition_log TO est_council;
GRANT SELECT,INSERT ON TABLE est.transition_log TO est_reader;
GRANT SELECT ON TABLE est.transition_log TO est_auditor;
GRANT SELECT,INSERT ON TABLE est.transition_log TO est_worker;
GRANT SELECT ON TABLE est.transition_log TO est_administrator;


--
-- Name: FUNCTION check_action(l est.transition_log); Type: ACL; Schema: est; Owner: -
--

REVOKE ALL ON FUNCTION est.check_action(l est.transition_log) FROM PUBLIC;
GRANT ALL ON FUNCTION est.check_action(l est.transition_log) TO est_engine;


--
-- Name: FUNCTION check_agreement(l est.transition_log); Type: ACL; Schema: est; Owner: -
--

REVOKE ALL ON FUNCTION est.check_agreement(l est.transition_log) FROM PUBLIC;
GRANT ALL ON FUNCTION est.check_agreement(l est.transition_log) TO est_engine;


--
-- Name: FUNCTION check_cycle(l est.transition_log); Type: ACL; Schema: est; Owner: -
--

REVOKE ALL ON FUNCTION est.check_cycle(l est.transition_log) FROM PUBLIC;
GRANT ALL ON FUNCTION est.check_cycle(l est.transition_log) TO est_engine;


--
-- Name: FUNCTION check_effect_plan(); Type: ACL; Schema: est; Owner: -
--

REVOKE ALL ON FUNCTION est.check_effect_plan() FROM PUBLIC;


--
-- Name: FUNCTION check_login(of_municipality text, of_login text, is_own_allowed boolean); Type: ACL; Schema: est; Owner: -
--

REVOKE ALL ON FUNCTION est.check_login(of_municipality text, of_login text, is_own_allowed boolean) FROM PUBLIC;
GRANT ALL ON FUNCTION est.check_login(of_municipality text, of_login text, is_own_allowed boolean) TO est_keeper;


--
-- Name: FUNCTION check_problem(l est.transition_log); Type: ACL; Schema: est; Owner: -
--

REVOKE ALL ON FUNCTION est.check_problem(l est.transition_log) FROM PUBLIC;
GRANT ALL ON FUNCTION est.check_problem(l est.transition_log) TO est_engine;


--
-- Name: FUNCTION check_promises(l est.transition_log); Type: ACL; Schema: est; Owner: -
--

REVOKE ALL ON FUNCTION est.check_promises(l est.transition_log) FROM PUBLIC;
GRANT ALL ON FUNCTION est.check_promises(l est.transition_log) TO est_engine;


--
-- Name: FUNCTION check_public_release(); Type: ACL; Schema: est; Owner: -
--

REVOKE ALL ON FUNCTION est.check_public_release() FROM PUBLIC;


--
-- Name: FUNCTION check_signature(); Type: ACL; Schema: est; Owner: -
--

REVOKE ALL ON FUNCTION est.check_signature() FROM PUBLIC;


--
-- Name: FUNCTION check_statutory_picture(l est.transition_log); Type: ACL; Schema: est; Owner: -
--

REVOKE ALL ON FUNCTION est.check_statutory_picture(l est.transition_log) FROM PUBLIC;
GRANT ALL ON FUNCTION est.check_statutory_picture(l est.transition_log) TO est_engine;


--
-- Name: FUNCTION check_walk(l est.transition_log); Type: ACL; Schema: est; Owner: -
--

REVOKE ALL ON FUNCTION est.check_walk(l est.transition_log) FROM PUBLIC;
GRANT ALL ON FUNCTION est.check_walk(l est.transition_log) TO est_engine;


--
-- Name: FUNCTION check_withdrawal(); Type: ACL; Schema: est; Owner: -
--

REVOKE ALL ON FUNCTION est.check_withdrawal() FROM PUBLIC;


--
-- Name: FUNCTION clock(); Type: ACL; Schema: est; Owner: -
--

REVOKE ALL ON FUNCTION est.clock() FROM PUBLIC;
GRANT ALL ON FUNCTION est.clock() TO est_member;


--
-- Name: FUNCTION cut_area(); Type: ACL; Schema: est; Owner: -
--

REVOKE ALL ON FUNCTION est.cut_area() FROM PUBLIC;


--
-- Name: FUNCTION date_export(); Type: ACL; Schema: est; Owner: -
--

REVOKE ALL ON FUNCTION est.date_export() FROM PUBLIC;


--
-- Name: FUNCTION disposable(); Type: ACL; Schema: est; Owner: -
--

REVOKE ALL ON FUNCTION est.disposable() FROM PUBLIC;
GRANT ALL ON FUNCTION est.disposable() TO est_engine;
GRANT ALL ON FUNCTION est.disposable() TO est_member;


--
-- Name: FUNCTION dispose(of_municipality text, of_information text, at_most integer); Type: ACL; Schema: est; Owner: -
--

REVOKE ALL ON FUNCTION est.dispose(of_municipality text, of_information text, at_most integer) FROM PUBLIC;
GRANT ALL ON FUNCTION est.dispose(of_municipality text, of_information text, at_most integer) TO est_worker;


--
-- Name: FUNCTION drop_login(of_municipality text, of_login text); Type: ACL; Schema: est; Owner: -
--

REVOKE ALL ON FUNCTION est.drop_login(of_municipality text, of_login text) FROM PUBLIC;
GRANT ALL ON FUNCTION est.drop_login(of_municipality text, of_login text) TO est_administrator;


--
-- Name: FUNCTION end_occurrence(l est.transition_log); Type: ACL; Schema: est; Owner: -
--

REVOKE ALL ON FUNCTION est.end_occurrence(l est.transition_log) FROM PUBLIC;
GRANT ALL ON FUNCTION est.end_occurrence(l est.transition_log) TO est_engine;


--
-- Name: FUNCTION ended_at(of_municipality text, instance uuid, ends text[]); Type: ACL; Schema: est; Owner: -
--

REVOKE ALL ON FUNCTION est.ended_at(of_municipality text, instance uuid, ends text[]) FROM PUBLIC;


--
-- Name: FUNCTION fill_share(); Type: ACL; Schema: est; Owner: -
--

REVOKE ALL ON FUNCTION est.fill_share() FROM PUBLIC;


--
-- Name: FUNCTION first_personal_data(said text, OUT kind text, OUT place integer); Type: ACL; Schema: est; Owner: -
--

REVOKE ALL ON FUNCTION est.first_personal_data(said text, OUT kind text, OUT place integer) FROM PUBLIC;
GRANT ALL ON FUNCTION est.first_personal_data(said text, OUT kind text, OUT place integer) TO est_engine;
GRANT ALL ON FUNCTION est.first_personal_data(said text, OUT kind text, OUT place integer) TO est_member;


--
-- Name: FUNCTION follow_participant_roles(); Type: ACL; Schema: est; Owner: -
--

REVOKE ALL ON FUNCTION est.follow_participant_roles() FROM PUBLIC;


--
-- Name: FUNCTION follow_roles(of_municipality text, of_login text); Type: ACL; Schema: est; Owner: -
--

REVOKE ALL ON FUNCTION est.follow_roles(of_municipality text, of_login text) FROM PUBLIC;


--
-- Name: FUNCTION freeze_annex(); Type: ACL; Schema: est; Owner: -
--

REVOKE ALL ON FUNCTION est.freeze_annex() FROM PUBLIC;
GRANT ALL ON FUNCTION est.freeze_annex() TO est_engine;


--
-- Name: FUNCTION freeze_picture(); Type: ACL; Schema: est; Owner: -
--

REVOKE ALL ON FUNCTION est.freeze_picture() FROM PUBLIC;


--
-- Name: FUNCTION holds_role(of_municipality text, who uuid, in_group uuid, wanted text, of_instance uuid); Type: ACL; Schema: est; Owner: -
--

REVOKE ALL ON FUNCTION est.holds_role(of_municipality text, who uuid, in_group uuid, wanted text, of_instance uuid) FROM PUBLIC;
GRANT ALL ON FUNCTION est.holds_role(of_municipality text, who uuid, in_group uuid, wanted text, of_instance uuid) TO est_engine;


--
-- Name: FUNCTION in_order(days date[]); Type: ACL; Schema: est; Owner: -
--

REVOKE ALL ON FUNCTION est.in_order(days date[]) FROM PUBLIC;
GRANT ALL ON FUNCTION est.in_order(days date[]) TO est_engine;
GRANT ALL ON FUNCTION est.in_order(days date[]) TO est_member;


--
-- Name: TABLE incident; Type: ACL; Schema: est; Owner: -
--

GRANT SELECT ON TABLE est.incident TO est_backup;
GRANT SELECT,UPDATE ON TABLE est.incident TO est_engine;
GRANT SELECT,INSERT,UPDATE ON TABLE est.incident TO est_reporter;
GRANT SELECT,UPDATE ON TABLE est.incident TO est_participant;
GRANT SELECT,INSERT,UPDATE ON TABLE est.incident TO est_coordinator;
GRANT SELECT,UPDATE ON TABLE est.incident TO est_police_lead;
GRANT SELECT ON TABLE est.incident TO est_worker;
GRANT SELECT,INSERT,UPDATE ON TABLE est.incident TO est_administrator;


--
-- Name: FUNCTION incident_as_of(of_municipality text, of_group uuid, known_at timestamp with time zone); Type: ACL; Schema: est; Owner: -
--

REVOKE ALL ON FUNCTION est.incident_as_of(of_municipality text, of_group uuid, known_at timestamp with time zone) FROM PUBLIC;
GRANT ALL ON FUNCTION est.incident_as_of(of_municipality text, of_group uuid, known_at timestamp with time zone) TO est_engine;
GRANT ALL ON FUNCTION est.incident_as_of(of_municipality text, of_group uuid, known_at timestamp with time zone) TO est_member;


--
-- Name: FUNCTION information_part(); Type: ACL; Schema: est; Owner: -
--

REVOKE ALL ON FUNCTION est.information_part() FROM PUBLIC;
GRANT ALL ON FUNCTION est.information_part() TO est_engine;


--
-- Name: FUNCTION is_disposal(of_relation text, before jsonb, after jsonb); Type: ACL; Schema: est; Owner: -
--

REVOKE ALL ON FUNCTION est.is_disposal(of_relation text, before jsonb, after jsonb) FROM PUBLIC;
GRANT ALL ON FUNCTION est.is_disposal(of_relation text, before jsonb, after jsonb) TO est_member;


--
-- Name: FUNCTION is_installer(); Type: ACL; Schema: est; Owner: -
--

REVOKE ALL ON FUNCTION est.is_installer() FROM PUBLIC;
GRANT ALL ON FUNCTION est.is_installer() TO est_engine;
GRANT ALL ON FUNCTION est.is_installer() TO est_member;


--
-- Name: FUNCTION is_personal_number(said text); Type: ACL; Schema: est; Owner: -
--

REVOKE ALL ON FUNCTION est.is_personal_number(said text) FROM PUBLIC;
GRANT ALL ON FUNCTION est.is_personal_number(said text) TO est_engine;
GRANT ALL ON FUNCTION est.is_personal_number(said text) TO est_member;


--
-- Name: FUNCTION is_redacting(of_municipality text, at_time timestamp with time zone, incident uuid); Type: ACL; Schema: est; Owner: -
--

REVOKE ALL ON FUNCTION est.is_redacting(of_municipality text, at_time timestamp with time zone, incident uuid) FROM PUBLIC;
GRANT ALL ON FUNCTION est.is_redacting(of_municipality text, at_time timestamp with time zone, incident uuid) TO est_member;


--
-- Name: FUNCTION keep_disposal(); Type: ACL; Schema: est; Owner: -
--

REVOKE ALL ON FUNCTION est.keep_disposal() FROM PUBLIC;
GRANT ALL ON FUNCTION est.keep_disposal() TO est_engine;


--
-- Name: FUNCTION keep_incident_version(); Type: ACL; Schema: est; Owner: -
--

REVOKE ALL ON FUNCTION est.keep_incident_version() FROM PUBLIC;


--
-- Name: FUNCTION keep_key(); Type: ACL; Schema: est; Owner: -
--

REVOKE ALL ON FUNCTION est.keep_key() FROM PUBLIC;


--
-- Name: FUNCTION keep_occurrence(); Type: ACL; Schema: est; Owner: -
--

REVOKE ALL ON FUNCTION est.keep_occurrence() FROM PUBLIC;


--
-- Name: FUNCTION keep_retention_hold(); Type: ACL; Schema: est; Owner: -
--

REVOKE ALL ON FUNCTION est.keep_retention_hold() FROM PUBLIC;
GRANT ALL ON FUNCTION est.keep_retention_hold() TO est_engine;


--
-- Name: FUNCTION keep_share(); Type: ACL; Schema: est; Owner: -
--

REVOKE ALL ON FUNCTION est.keep_share() FROM PUBLIC;


--
-- Name: FUNCTION keep_version(); Type: ACL; Schema: est; Owner: -
--

REVOKE ALL ON FUNCTION est.keep_version() FROM PUBLIC;
GRANT ALL ON FUNCTION est.keep_version() TO est_engine;


--
-- Name: TABLE log_head; Type: ACL; Schema: est; Owner: -
--

GRANT SELECT ON TABLE est.log_head TO est_backup;
GRANT SELECT,INSERT ON TABLE est.log_head TO est_engine;
GRANT SELECT ON TABLE est.log_head TO est_reporter;
GRANT SELECT ON TABLE est.log_head TO est_participant;
GRANT SELECT ON TABLE est.log_head TO est_coordinator;
GRANT SELECT ON TABLE est.log_head TO est_police_lead;
GRANT SELECT ON TABLE est.log_head TO est_steering;
GRANT SELECT ON TABLE est.log_head TO est_council;
GRANT SELECT ON TABLE est.log_head TO est_reader;
GRANT SELECT ON TABLE est.log_head TO est_auditor;
GRANT SELECT ON TABLE est.log_head TO est_worker;
GRANT SELECT ON TABLE est.log_head TO est_administrator;


--
-- Name: FUNCTION log_head_hash(previous_hash bytea, h est.log_head, covered bytea); Type: ACL; Schema: est; Owner: -
--

REVOKE ALL ON FUNCTION est.log_head_hash(previous_hash bytea, h est.log_head, covered bytea) FROM PUBLIC;
GRANT ALL ON FUNCTION est.log_head_hash(previous_hash bytea, h est.log_head, covered bytea) TO est_engine;
GRANT ALL ON FUNCTION est.log_head_hash(previous_hash bytea, h est.log_head, covered bytea) TO est_member;


--
-- Name: FUNCTION log_row_text(l est.transition_log); Type: ACL; Schema: est; Owner: -
--

REVOKE ALL ON FUNCTION est.log_row_text(l est.transition_log) FROM PUBLIC;
GRANT ALL ON FUNCTION est.log_row_text(l est.transition_log) TO est_engine;
GRANT ALL ON FUNCTION est.log_row_text(l est.transition_log) TO est_member;


--
-- Name: FUNCTION login_of(of_municipality text, of_participant uuid); Type: ACL; Schema: est; Owner: -
--

REVOKE ALL ON FUNCTION est.login_of(of_municipality text, of_participant uuid) FROM PUBLIC;
GRANT ALL ON FUNCTION est.login_of(of_municipality text, of_participant uuid) TO est_keeper;


--
-- Name: FUNCTION make_login(of_municipality text, of_login text, verifier text); Type: ACL; Schema: est; Owner: -
--

REVOKE ALL ON FUNCTION est.make_login(of_municipality text, of_login text, verifier text) FROM PUBLIC;
GRANT ALL ON FUNCTION est.make_login(of_municipality text, of_login text, verifier text) TO est_member;


--
-- Name: FUNCTION marked(content jsonb, fields text[], mark text); Type: ACL; Schema: est; Owner: -
--

REVOKE ALL ON FUNCTION est.marked(content jsonb, fields text[], mark text) FROM PUBLIC;
GRANT ALL ON FUNCTION est.marked(content jsonb, fields text[], mark text) TO est_engine;
GRANT ALL ON FUNCTION est.marked(content jsonb, fields text[], mark text) TO est_member;


--
-- Name: FUNCTION may_hold_personal_data(said text); Type: ACL; Schema: est; Owner: -
--

REVOKE ALL ON FUNCTION est.may_hold_personal_data(said text) FROM PUBLIC;
GRANT ALL ON FUNCTION est.may_hold_personal_data(said text) TO est_engine;
GRANT ALL ON FUNCTION est.may_hold_personal_data(said text) TO est_member;


--
-- Name: FUNCTION my_authority_groups(wanted text[]); Type: ACL; Schema: est; Owner: -
--

REVOKE ALL ON FUNCTION est.my_authority_groups(wanted text[]) FROM PUBLIC;
GRANT ALL ON FUNCTION est.my_authority_groups(wanted text[]) TO est_member;


--
-- Name: FUNCTION my_groups(wanted text[]); Type: ACL; Schema: est; Owner: -
--

REVOKE ALL ON FUNCTION est.my_groups(wanted text[]) FROM PUBLIC;
GRANT ALL ON FUNCTION est.my_groups(wanted text[]) TO est_member;


--
-- Name: FUNCTION my_ids(); Type: ACL; Schema: est; Owner: -
--

REVOKE ALL ON FUNCTION est.my_ids() FROM PUBLIC;
GRANT ALL ON FUNCTION est.my_ids() TO est_member;


--
-- Name: FUNCTION my_municipalities(); Type: ACL; Schema: est; Owner: -
--

REVOKE ALL ON FUNCTION est.my_municipalities() FROM PUBLIC;
GRANT ALL ON FUNCTION est.my_municipalities() TO est_member;


--
-- Name: FUNCTION my_municipalities(wanted text[]); Type: ACL; Schema: est; Owner: -
--

REVOKE ALL ON FUNCTION est.my_municipalities(wanted text[]) FROM PUBLIC;
GRANT ALL ON FUNCTION est.my_municipalities(wanted text[]) TO est_member;


--
-- Name: FUNCTION my_organisations(); Type: ACL; Schema: est; Owner: -
--

REVOKE ALL ON FUNCTION est.my_organisations() FROM PUBLIC;
GRANT ALL ON FUNCTION est.my_organisations() TO est_member;


--
-- Name: FUNCTION next_number(of_municipality text, of_subject text, of_year integer); Type: ACL; Schema: est; Owner: -
--

REVOKE ALL ON FUNCTION est.next_number(of_municipality text, of_subject text, of_year integer) FROM PUBLIC;
GRANT ALL ON FUNCTION est.next_number(of_municipality text, of_subject text, of_year integer) TO est_member;


--
-- Name: FUNCTION note_changed_days(); Type: ACL; Schema: est; Owner: -
--

REVOKE ALL ON FUNCTION est.note_changed_days() FROM PUBLIC;


--
-- Name: FUNCTION order_days_off(); Type: ACL; Schema: est; Owner: -
--

REVOKE ALL ON FUNCTION est.order_days_off() FROM PUBLIC;
GRANT ALL ON FUNCTION est.order_days_off() TO est_engine;


--
-- Name: FUNCTION public_period_end(period text); Type: ACL; Schema: est; Owner: -
--

REVOKE ALL ON FUNCTION est.public_period_end(period text) FROM PUBLIC;
GRANT ALL ON FUNCTION est.public_period_end(period text) TO est_engine;
GRANT ALL ON FUNCTION est.public_period_end(period text) TO est_member;


--
-- Name: FUNCTION public_period_start(period text); Type: ACL; Schema: est; Owner: -
--

REVOKE ALL ON FUNCTION est.public_period_start(period text) FROM PUBLIC;
GRANT ALL ON FUNCTION est.public_period_start(period text) TO est_engine;
GRANT ALL ON FUNCTION est.public_period_start(period text) TO est_member;


--
-- Name: FUNCTION redact(); Type: ACL; Schema: est; Owner: -
--

REVOKE ALL ON FUNCTION est.redact() FROM PUBLIC;


--
-- Name: FUNCTION redacted(content jsonb); Type: ACL; Schema: est; Owner: -
--

REVOKE ALL ON FUNCTION est.redacted(content jsonb) FROM PUBLIC;
GRANT ALL ON FUNCTION est.redacted(content jsonb) TO est_engine;
GRANT ALL ON FUNCTION est.redacted(content jsonb) TO est_member;


--
-- Name: FUNCTION redacted(content jsonb, mark text); Type: ACL; Schema: est; Owner: -
--

REVOKE ALL ON FUNCTION est.redacted(content jsonb, mark text) FROM PUBLIC;
GRANT ALL ON FUNCTION est.redacted(content jsonb, mark text) TO est_engine;
GRANT ALL ON FUNCTION est.redacted(content jsonb, mark text) TO est_member;


--
-- Name: FUNCTION refuse_after_evaluation(); Type: ACL; Schema: est; Owner: -
--

REVOKE ALL ON FUNCTION est.refuse_after_evaluation() FROM PUBLIC;


--
-- Name: FUNCTION refuse_after_meeting(); Type: ACL; Schema: est; Owner: -
--

REVOKE ALL ON FUNCTION est.refuse_after_meeting() FROM PUBLIC;


--
-- Name: FUNCTION refuse_change(); Type: ACL; Schema: est; Owner: -
--

REVOKE ALL ON FUNCTION est.refuse_change() FROM PUBLIC;
GRANT ALL ON FUNCTION est.refuse_change() TO est_engine;


--
-- Name: FUNCTION refuse_later_part(); Type: ACL; Schema: est; Owner: -
--

REVOKE ALL ON FUNCTION est.refuse_later_part() FROM PUBLIC;


--
-- Name: FUNCTION refuse_later_weight(); Type: ACL; Schema: est; Owner: -
--

REVOKE ALL ON FUNCTION est.refuse_later_weight() FROM PUBLIC;


--
-- Name: FUNCTION refuse_lowered_class(); Type: ACL; Schema: est; Owner: -
--

REVOKE ALL ON FUNCTION est.refuse_lowered_class() FROM PUBLIC;


--
-- Name: FUNCTION refuse_other_instance(); Type: ACL; Schema: est; Owner: -
--

REVOKE ALL ON FUNCTION est.refuse_other_instance() FROM PUBLIC;


--
-- Name: FUNCTION refuse_other_name(); Type: ACL; Schema: est; Owner: -
--

REVOKE ALL ON FUNCTION est.refuse_other_name() FROM PUBLIC;


--
-- Name: FUNCTION refuse_outsider(); Type: ACL; Schema: est; Owner: -
--

REVOKE ALL ON FUNCTION est.refuse_outsider() FROM PUBLIC;


--
-- Name: FUNCTION refuse_personal_data(); Type: ACL; Schema: est; Owner: -
--

REVOKE ALL ON FUNCTION est.refuse_personal_data() FROM PUBLIC;
GRANT ALL ON FUNCTION est.refuse_personal_data() TO est_engine;


--
-- Name: FUNCTION refuse_removal(); Type: ACL; Schema: est; Owner: -
--

REVOKE ALL ON FUNCTION est.refuse_removal() FROM PUBLIC;
GRANT ALL ON FUNCTION est.refuse_removal() TO est_engine;


--
-- Name: FUNCTION refuse_settled(); Type: ACL; Schema: est; Owner: -
--

REVOKE ALL ON FUNCTION est.refuse_settled() FROM PUBLIC;


--
-- Name: FUNCTION refuse_sharer(); Type: ACL; Schema: est; Owner: -
--

REVOKE ALL ON FUNCTION est.refuse_sharer() FROM PUBLIC;


--
-- Name: FUNCTION refuse_stranger(); Type: ACL; Schema: est; Owner: -
--

REVOKE ALL ON FUNCTION est.refuse_stranger() FROM PUBLIC;


--
-- Name: FUNCTION refuse_transition(l est.transition_log, holds_role boolean, last_state text); Type: ACL; Schema: est; Owner: -
--

REVOKE ALL ON FUNCTION est.refuse_transition(l est.transition_log, holds_role boolean, last_state text) FROM PUBLIC;
GRANT ALL ON FUNCTION est.refuse_transition(l est.transition_log, holds_role boolean, last_state text) TO est_engine;


--
-- Name: FUNCTION refuse_when_signed(); Type: ACL; Schema: est; Owner: -
--

REVOKE ALL ON FUNCTION est.refuse_when_signed() FROM PUBLIC;


--
-- Name: FUNCTION retained(of_municipality text); Type: ACL; Schema: est; Owner: -
--

REVOKE ALL ON FUNCTION est.retained(of_municipality text) FROM PUBLIC;
GRANT ALL ON FUNCTION est.retained(of_municipality text) TO est_coordinator;
GRANT ALL ON FUNCTION est.retained(of_municipality text) TO est_auditor;
GRANT ALL ON FUNCTION est.retained(of_municipality text) TO est_worker;
GRANT ALL ON FUNCTION est.retained(of_municipality text) TO est_administrator;


--
-- Name: FUNCTION roles_of(of_municipality text, of_login text); Type: ACL; Schema: est; Owner: -
--

REVOKE ALL ON FUNCTION est.roles_of(of_municipality text, of_login text) FROM PUBLIC;
GRANT ALL ON FUNCTION est.roles_of(of_municipality text, of_login text) TO est_keeper;


--
-- Name: FUNCTION screened_signs(said text); Type: ACL; Schema: est; Owner: -
--

REVOKE ALL ON FUNCTION est.screened_signs(said text) FROM PUBLIC;
GRANT ALL ON FUNCTION est.screened_signs(said text) TO est_engine;
GRANT ALL ON FUNCTION est.screened_signs(said text) TO est_member;


--
-- Name: FUNCTION seal_log(of_municipality text); Type: ACL; Schema: est; Owner: -
--

REVOKE ALL ON FUNCTION est.seal_log(of_municipality text) FROM PUBLIC;


--
-- Name: FUNCTION seal_own_log(of_municipality text); Type: ACL; Schema: est; Owner: -
--

REVOKE ALL ON FUNCTION est.seal_own_log(of_municipality text) FROM PUBLIC;
GRANT ALL ON FUNCTION est.seal_own_log(of_municipality text) TO est_worker;


--
-- Name: FUNCTION speaker(); Type: ACL; Schema: est; Owner: -
--

REVOKE ALL ON FUNCTION est.speaker() FROM PUBLIC;
GRANT ALL ON FUNCTION est.speaker() TO est_engine;
GRANT ALL ON FUNCTION est.speaker() TO est_member;
GRANT ALL ON FUNCTION est.speaker() TO est_keeper;


--
-- Name: FUNCTION today_in(of_municipality text); Type: ACL; Schema: est; Owner: -
--

REVOKE ALL ON FUNCTION est.today_in(of_municipality text) FROM PUBLIC;
GRANT ALL ON FUNCTION est.today_in(of_municipality text) TO est_engine;
GRANT ALL ON FUNCTION est.today_in(of_municipality text) TO est_member;


--
-- Name: FUNCTION zone_of(of_municipality text); Type: ACL; Schema: est; Owner: -
--

REVOKE ALL ON FUNCTION est.zone_of(of_municipality text) FROM PUBLIC;
GRANT ALL ON FUNCTION est.zone_of(of_municipality text) TO est_member;


--
-- Name: TABLE action; Type: ACL; Schema: est; Owner: -
--

GRANT SELECT ON TABLE est.action TO est_backup;
GRANT SELECT,UPDATE ON TABLE est.action TO est_engine;
GRANT SELECT,UPDATE ON TABLE est.action TO est_reporter;
GRANT SELECT,INSERT,UPDATE ON TABLE est.action TO est_participant;
GRANT SELECT,INSERT,UPDATE ON TABLE est.action TO est_coordinator;
GRANT SELECT,INSERT,UPDATE ON TABLE est.action TO est_police_lead;
GRANT SELECT,UPDATE ON TABLE est.action TO est_steering;
GRANT SELECT,UPDATE ON TABLE est.action TO est_council;
GRANT SELECT,UPDATE ON TABLE est.action TO est_reader;
GRANT SELECT ON TABLE est.action TO est_auditor;
GRANT SELECT,UPDATE ON TABLE est.action TO est_worker;
GRANT SELECT ON TABLE est.action TO est_administrator;


--
-- Name: COLUMN action.municipality; Type: ACL; Schema: est; Owner: -
--

GRANT UPDATE(municipality) ON TABLE est.action TO est_engine;


--
-- Name: TABLE action_cause; Type: ACL; Schema: est; Owner: -
--

GRANT SELECT ON TABLE est.action_cause TO est_backup;
GRANT SELECT ON TABLE est.action_cause TO est_engine;
GRANT SELECT ON TABLE est.action_cause TO est_reporter;
GRANT SELECT,INSERT,DELETE,UPDATE ON TABLE est.action_cause TO est_participant;
GRANT SELECT,INSERT,DELETE,UPDATE ON TABLE est.action_cause TO est_coordinator;
GRANT SELECT,INSERT,DELETE,UPDATE ON TABLE est.action_cause TO est_police_lead;
GRANT SELECT ON TABLE est.action_cause TO est_steering;
GRANT SELECT ON TABLE est.action_cause TO est_council;
GRANT SELECT ON TABLE est.action_cause TO est_reader;
GRANT SELECT ON TABLE est.action_cause TO est_auditor;
GRANT SELECT ON TABLE est.action_cause TO est_worker;


--
-- Name: TABLE agreement; Type: ACL; Schema: est; Owner: -
--

GRANT SELECT ON TABLE est.agreement TO est_backup;
GRANT SELECT ON TABLE est.agreement TO est_engine;
GRANT SELECT ON TABLE est.agreement TO est_reporter;
GRANT SELECT ON TABLE est.agreement TO est_participant;
GRANT SELECT,INSERT,DELETE,UPDATE ON TABLE est.agreement TO est_coordinator;
GRANT SELECT,INSERT,DELETE,UPDATE ON TABLE est.agreement TO est_police_lead;
GRANT SELECT ON TABLE est.agreement TO est_steering;
GRANT SELECT ON TABLE est.agreement TO est_council;
GRANT SELECT ON TABLE est.agreement TO est_reader;
GRANT SELECT ON TABLE est.agreement TO est_auditor;
GRANT SELECT ON TABLE est.agreement TO est_worker;
GRANT SELECT ON TABLE est.agreement TO est_administrator;


--
-- Name: TABLE agreement_party; Type: ACL; Schema: est; Owner: -
--

GRANT SELECT ON TABLE est.agreement_party TO est_backup;
GRANT SELECT ON TABLE est.agreement_party TO est_engine;
GRANT SELECT ON TABLE est.agreement_party TO est_reporter;
GRANT SELECT ON TABLE est.agreement_party TO est_participant;
GRANT SELECT,INSERT,DELETE,UPDATE ON TABLE est.agreement_party TO est_coordinator;
GRANT SELECT,INSERT,DELETE,UPDATE ON TABLE est.agreement_party TO est_police_lead;
GRANT SELECT ON TABLE est.agreement_party TO est_steering;
GRANT SELECT ON TABLE est.agreement_party TO est_council;
GRANT SELECT ON TABLE est.agreement_party TO est_reader;
GRANT SELECT ON TABLE est.agreement_party TO est_auditor;
GRANT SELECT ON TABLE est.agreement_party TO est_worker;
GRANT SELECT ON TABLE est.agreement_party TO est_administrator;


--
-- Name: TABLE agreement_signatory; Type: ACL; Schema: est; Owner: -
--

GRANT SELECT ON TABLE est.agreement_signatory TO est_backup;
GRANT SELECT ON TABLE est.agreement_signatory TO est_engine;
GRANT SELECT ON TABLE est.agreement_signatory TO est_reporter;
GRANT SELECT ON TABLE est.agreement_signatory TO est_participant;
GRANT SELECT,INSERT,DELETE,UPDATE ON TABLE est.agreement_signatory TO est_coordinator;
GRANT SELECT,INSERT,DELETE,UPDATE ON TABLE est.agreement_signatory TO est_police_lead;
GRANT SELECT ON TABLE est.agreement_signatory TO est_steering;
GRANT SELECT ON TABLE est.agreement_signatory TO est_council;
GRANT SELECT ON TABLE est.agreement_signatory TO est_reader;
GRANT SELECT ON TABLE est.agreement_signatory TO est_auditor;
GRANT SELECT ON TABLE est.agreement_signatory TO est_worker;
GRANT SELECT ON TABLE est.agreement_signatory TO est_administrator;


--
-- Name: TABLE analysis; Type: ACL; Schema: est; Owner: -
--

GRANT SELECT ON TABLE est.analysis TO est_backup;
GRANT SELECT,UPDATE ON TABLE est.analysis TO est_engine;
GRANT SELECT ON TABLE est.analysis TO est_participant;
GRANT SELECT,INSERT,DELETE,UPDATE ON TABLE est.analysis TO est_coordinator;
GRANT SELECT,INSERT,DELETE,UPDATE ON TABLE est.analysis TO est_police_lead;
GRANT SELECT ON TABLE est.analysis TO est_steering;
GRANT SELECT ON TABLE est.analysis TO est_auditor;
GRANT SELECT ON TABLE est.analysis TO est_worker;


--
-- Name: COLUMN analysis.municipality; Type: ACL; Schema: est; Owner: -
--

GRANT UPDATE(municipality) ON TABLE est.analysis TO est_engine;


--
-- Name: TABLE area; Type: ACL; Schema: est; Owner: -
--

GRANT SELECT ON TABLE est.area TO est_backup;
GRANT SELECT ON TABLE est.area TO est_engine;
GRANT SELECT ON TABLE est.area TO est_reporter;
GRANT SELECT ON TABLE est.area TO est_participant;
GRANT SELECT ON TABLE est.area TO est_coordinator;
GRANT SELECT ON TABLE est.area TO est_police_lead;
GRANT SELECT ON TABLE est.area TO est_steering;
GRANT SELECT ON TABLE est.area TO est_council;
GRANT SELECT ON TABLE est.area TO est_reader;
GRANT SELECT ON TABLE est.area TO est_auditor;
GRANT SELECT ON TABLE est.area TO est_worker;
GRANT SELECT,INSERT,DELETE,UPDATE ON TABLE est.area TO est_administrator;


--
-- Name: TABLE area_piece; Type: ACL; Schema: est; Owner: -
--

GRANT SELECT ON TABLE est.area_piece TO est_backup;
GRANT SELECT,INSERT,DELETE ON TABLE est.area_piece TO est_engine;
GRANT SELECT ON TABLE est.area_piece TO est_reporter;
GRANT SELECT ON TABLE est.area_piece TO est_participant;
GRANT SELECT ON TABLE est.area_piece TO est_coordinator;
GRANT SELECT ON TABLE est.area_piece TO est_police_lead;
GRANT SELECT ON TABLE est.area_piece TO est_steering;
GRANT SELECT ON TABLE est.area_piece TO est_council;
GRANT SELECT ON TABLE est.area_piece TO est_reader;
GRANT SELECT ON TABLE est.area_piece TO est_auditor;
GRANT SELECT ON TABLE est.area_piece TO est_worker;
GRANT SELECT ON TABLE est.area_piece TO est_administrator;


--
-- Name: TABLE area_score; Type: ACL; Schema: est; Owner: -
--

GRANT SELECT ON TABLE est.area_score TO est_backup;
GRANT SELECT,UPDATE ON TABLE est.area_score TO est_engine;
GRANT SELECT ON TABLE est.area_score TO est_participant;
GRANT SELECT,INSERT ON TABLE est.area_score TO est_coordinator;
GRANT SELECT,INSERT ON TABLE est.area_score TO est_police_lead;
GRANT SELECT,INSERT ON TABLE est.area_score TO est_steering;
GRANT SELECT ON TABLE est.area_score TO est_auditor;
GRANT SELECT ON TABLE est.area_score TO est_worker;


--
-- Name: TABLE attendance; Type: ACL; Schema: est; Owner: -
--

GRANT SELECT ON TABLE est.attendance TO est_backup;
GRANT SELECT ON TABLE est.attendance TO est_engine;
GRANT SELECT ON TABLE est.attendance TO est_participant;
GRANT SELECT,INSERT,DELETE ON TABLE est.attendance TO est_coordinator;
GRANT SELECT,INSERT,DELETE ON TABLE est.attendance TO est_police_lead;
GRANT SELECT ON TABLE est.attendance TO est_steering;
GRANT SELECT ON TABLE est.attendance TO est_auditor;
GRANT SELECT ON TABLE est.attendance TO est_worker;


--
-- Name: TABLE category; Type: ACL; Schema: est; Owner: -
--

GRANT SELECT ON TABLE est.category TO est_backup;
GRANT SELECT ON TABLE est.category TO est_engine;
GRANT SELECT ON TABLE est.category TO est_reporter;
GRANT SELECT ON TABLE est.category TO est_participant;
GRANT SELECT ON TABLE est.category TO est_coordinator;
GRANT SELECT ON TABLE est.category TO est_police_lead;
GRANT SELECT ON TABLE est.category TO est_steering;
GRANT SELECT ON TABLE est.category TO est_council;
GRANT SELECT ON TABLE est.category TO est_reader;
GRANT SELECT ON TABLE est.category TO est_auditor;
GRANT SELECT ON TABLE est.category TO est_worker;
GRANT SELECT,INSERT ON TABLE est.category TO est_administrator;


--
-- Name: TABLE cause; Type: ACL; Schema: est; Owner: -
--

GRANT SELECT ON TABLE est.cause TO est_backup;
GRANT SELECT,UPDATE ON TABLE est.cause TO est_engine;
GRANT SELECT ON TABLE est.cause TO est_participant;
GRANT SELECT,INSERT,DELETE,UPDATE ON TABLE est.cause TO est_coordinator;
GRANT SELECT,INSERT,DELETE,UPDATE ON TABLE est.cause TO est_police_lead;
GRANT SELECT ON TABLE est.cause TO est_steering;
GRANT SELECT ON TABLE est.cause TO est_auditor;
GRANT SELECT ON TABLE est.cause TO est_worker;


--
-- Name: TABLE chain_step; Type: ACL; Schema: est; Owner: -
--

GRANT SELECT ON TABLE est.chain_step TO est_backup;
GRANT SELECT,UPDATE ON TABLE est.chain_step TO est_engine;
GRANT SELECT ON TABLE est.chain_step TO est_participant;
GRANT SELECT,INSERT,DELETE,UPDATE ON TABLE est.chain_step TO est_coordinator;
GRANT SELECT,INSERT,DELETE,UPDATE ON TABLE est.chain_step TO est_police_lead;
GRANT SELECT ON TABLE est.chain_step TO est_steering;
GRANT SELECT ON TABLE est.chain_step TO est_auditor;
GRANT SELECT ON TABLE est.chain_step TO est_worker;


--
-- Name: TABLE changed_day; Type: ACL; Schema: est; Owner: -
--

GRANT SELECT ON TABLE est.changed_day TO est_backup;
GRANT SELECT,INSERT ON TABLE est.changed_day TO est_engine;
GRANT SELECT,DELETE ON TABLE est.changed_day TO est_coordinator;
GRANT SELECT,DELETE ON TABLE est.changed_day TO est_police_lead;
GRANT SELECT,DELETE ON TABLE est.changed_day TO est_worker;


--
-- Name: TABLE coverage; Type: ACL; Schema: est; Owner: -
--

GRANT SELECT ON TABLE est.coverage TO est_backup;
GRANT SELECT ON TABLE est.coverage TO est_engine;
GRANT SELECT ON TABLE est.coverage TO est_reporter;
GRANT SELECT ON TABLE est.coverage TO est_participant;
GRANT SELECT,INSERT,DELETE,UPDATE ON TABLE est.coverage TO est_coordinator;
GRANT SELECT ON TABLE est.coverage TO est_police_lead;
GRANT SELECT ON TABLE est.coverage TO est_steering;
GRANT SELECT ON TABLE est.coverage TO est_auditor;
GRANT SELECT,INSERT,DELETE,UPDATE ON TABLE est.coverage TO est_worker;
GRANT SELECT ON TABLE est.coverage TO est_administrator;


--
-- Name: TABLE cycle; Type: ACL; Schema: est; Owner: -
--

GRANT SELECT ON TABLE est.cycle TO est_backup;
GRANT SELECT,UPDATE ON TABLE est.cycle TO est_engine;
GRANT SELECT ON TABLE est.cycle TO est_reporter;
GRANT SELECT ON TABLE est.cycle TO est_participant;
GRANT SELECT,INSERT,UPDATE ON TABLE est.cycle TO est_coordinator;
GRANT SELECT ON TABLE est.cycle TO est_police_lead;
GRANT SELECT ON TABLE est.cycle TO est_steering;
GRANT SELECT ON TABLE est.cycle TO est_council;
GRANT SELECT ON TABLE est.cycle TO est_reader;
GRANT SELECT ON TABLE est.cycle TO est_auditor;
GRANT SELECT,INSERT,UPDATE ON TABLE est.cycle TO est_worker;
GRANT SELECT ON TABLE est.cycle TO est_administrator;


--
-- Name: TABLE decision; Type: ACL; Schema: est; Owner: -
--

GRANT SELECT ON TABLE est.decision TO est_backup;
GRANT SELECT,UPDATE ON TABLE est.decision TO est_engine;
GRANT SELECT ON TABLE est.decision TO est_participant;
GRANT SELECT,INSERT ON TABLE est.decision TO est_coordinator;
GRANT SELECT,INSERT ON TABLE est.decision TO est_police_lead;
GRANT SELECT ON TABLE est.decision TO est_steering;
GRANT SELECT ON TABLE est.decision TO est_auditor;
GRANT SELECT ON TABLE est.decision TO est_worker;


--
-- Name: TABLE disposal; Type: ACL; Schema: est; Owner: -
--

GRANT SELECT,INSERT,UPDATE ON TABLE est.disposal TO est_engine;
GRANT SELECT ON TABLE est.disposal TO est_backup;
GRANT SELECT ON TABLE est.disposal TO est_member;


--
-- Name: TABLE effect_plan; Type: ACL; Schema: est; Owner: -
--

GRANT SELECT ON TABLE est.effect_plan TO est_backup;
GRANT SELECT ON TABLE est.effect_plan TO est_engine;
GRANT SELECT,INSERT ON TABLE est.effect_plan TO est_reporter;
GRANT SELECT,INSERT ON TABLE est.effect_plan TO est_participant;
GRANT SELECT,INSERT ON TABLE est.effect_plan TO est_coordinator;
GRANT SELECT,INSERT ON TABLE est.effect_plan TO est_police_lead;
GRANT SELECT,INSERT ON TABLE est.effect_plan TO est_steering;
GRANT SELECT,INSERT ON TABLE est.effect_plan TO est_council;
GRANT SELECT,INSERT ON TABLE est.effect_plan TO est_reader;
GRANT SELECT ON TABLE est.effect_plan TO est_auditor;
GRANT SELECT ON TABLE est.effect_plan TO est_worker;


--
-- Name: TABLE effect_plan_area; Type: ACL; Schema: est; Owner: -
--

GRANT SELECT ON TABLE est.effect_plan_area TO est_backup;
GRANT SELECT ON TABLE est.effect_plan_area TO est_engine;
GRANT SELECT,INSERT ON TABLE est.effect_plan_area TO est_reporter;
GRANT SELECT,INSERT ON TABLE est.effect_plan_area TO est_participant;
GRANT SELECT,INSERT ON TABLE est.effect_plan_area TO est_coordinator;
GRANT SELECT,INSERT ON TABLE est.effect_plan_area TO est_police_lead;
GRANT SELECT,INSERT ON TABLE est.effect_plan_area TO est_steering;
GRANT SELECT,INSERT ON TABLE est.effect_plan_area TO est_council;
GRANT SELECT,INSERT ON TABLE est.effect_plan_area TO est_reader;
GRANT SELECT ON TABLE est.effect_plan_area TO est_auditor;
GRANT SELECT ON TABLE est.effect_plan_area TO est_worker;


--
-- Name: TABLE effect_plan_category; Type: ACL; Schema: est; Owner: -
--

GRANT SELECT ON TABLE est.effect_plan_category TO est_backup;
GRANT SELECT ON TABLE est.effect_plan_category TO est_engine;
GRANT SELECT,INSERT ON TABLE est.effect_plan_category TO est_reporter;
GRANT SELECT,INSERT ON TABLE est.effect_plan_category TO est_participant;
GRANT SELECT,INSERT ON TABLE est.effect_plan_category TO est_coordinator;
GRANT SELECT,INSERT ON TABLE est.effect_plan_category TO est_police_lead;
GRANT SELECT,INSERT ON TABLE est.effect_plan_category TO est_steering;
GRANT SELECT,INSERT ON TABLE est.effect_plan_category TO est_council;
GRANT SELECT,INSERT ON TABLE est.effect_plan_category TO est_reader;
GRANT SELECT ON TABLE est.effect_plan_category TO est_auditor;
GRANT SELECT ON TABLE est.effect_plan_category TO est_worker;


--
-- Name: TABLE est_group; Type: ACL; Schema: est; Owner: -
--

GRANT SELECT ON TABLE est.est_group TO est_backup;
GRANT SELECT ON TABLE est.est_group TO est_engine;
GRANT SELECT ON TABLE est.est_group TO est_reporter;
GRANT SELECT ON TABLE est.est_group TO est_participant;
GRANT SELECT,UPDATE ON TABLE est.est_group TO est_coordinator;
GRANT SELECT ON TABLE est.est_group TO est_police_lead;
GRANT SELECT ON TABLE est.est_group TO est_steering;
GRANT SELECT ON TABLE est.est_group TO est_council;
GRANT SELECT ON TABLE est.est_group TO est_reader;
GRANT SELECT ON TABLE est.est_group TO est_auditor;
GRANT SELECT ON TABLE est.est_group TO est_worker;
GRANT SELECT,INSERT,UPDATE ON TABLE est.est_group TO est_administrator;


--
-- Name: COLUMN est_group.municipality; Type: ACL; Schema: est; Owner: -
--

GRANT UPDATE(municipality) ON TABLE est.est_group TO est_police_lead;
GRANT UPDATE(municipality) ON TABLE est.est_group TO est_worker;


--
-- Name: TABLE evidence; Type: ACL; Schema: est; Owner: -
--

GRANT SELECT ON TABLE est.evidence TO est_backup;
GRANT SELECT,UPDATE ON TABLE est.evidence TO est_engine;
GRANT SELECT ON TABLE est.evidence TO est_participant;
GRANT SELECT,INSERT,DELETE,UPDATE ON TABLE est.evidence TO est_coordinator;
GRANT SELECT,INSERT,DELETE,UPDATE ON TABLE est.evidence TO est_police_lead;
GRANT SELECT ON TABLE est.evidence TO est_steering;
GRANT SELECT ON TABLE est.evidence TO est_auditor;
GRANT SELECT ON TABLE est.evidence TO est_worker;


--
-- Name: TABLE export_made; Type: ACL; Schema: est; Owner: -
--

GRANT SELECT ON TABLE est.export_made TO est_engine;
GRANT SELECT ON TABLE est.export_made TO est_backup;
GRANT SELECT,INSERT ON TABLE est.export_made TO est_reporter;
GRANT SELECT,INSERT ON TABLE est.export_made TO est_participant;
GRANT SELECT,INSERT ON TABLE est.export_made TO est_coordinator;
GRANT SELECT,INSERT ON TABLE est.export_made TO est_police_lead;
GRANT SELECT,INSERT ON TABLE est.export_made TO est_steering;
GRANT SELECT,INSERT ON TABLE est.export_made TO est_council;
GRANT SELECT,INSERT ON TABLE est.export_made TO est_reader;
GRANT SELECT,INSERT ON TABLE est.export_made TO est_auditor;
GRANT SELECT,INSERT ON TABLE est.export_made TO est_worker;
GRANT SELECT,INSERT ON TABLE est.export_made TO est_administrator;


--
-- Name: TABLE harm_table; Type: ACL; Schema: est; Owner: -
--

GRANT SELECT ON TABLE est.harm_table TO est_backup;
GRANT SELECT ON TABLE est.harm_table TO est_engine;
GRANT SELECT ON TABLE est.harm_table TO est_participant;
GRANT SELECT,INSERT ON TABLE est.harm_table TO est_coordinator;
GRANT SELECT ON TABLE est.harm_table TO est_police_lead;
GRANT SELECT ON TABLE est.harm_table TO est_steering;
GRANT SELECT ON TABLE est.harm_table TO est_auditor;
GRANT SELECT ON TABLE est.harm_table TO est_worker;
GRANT SELECT,INSERT ON TABLE est.harm_table TO est_administrator;


--
-- Name: TABLE harm_weight; Type: ACL; Schema: est; Owner: -
--

GRANT SELECT ON TABLE est.harm_weight TO est_backup;
GRANT SELECT ON TABLE est.harm_weight TO est_engine;
GRANT SELECT ON TABLE est.harm_weight TO est_participant;
GRANT SELECT,INSERT ON TABLE est.harm_weight TO est_coordinator;
GRANT SELECT ON TABLE est.harm_weight TO est_police_lead;
GRANT SELECT ON TABLE est.harm_weight TO est_steering;
GRANT SELECT ON TABLE est.harm_weight TO est_auditor;
GRANT SELECT ON TABLE est.harm_weight TO est_worker;
GRANT SELECT,INSERT ON TABLE est.harm_weight TO est_administrator;


--
-- Name: TABLE participant_role; Type: ACL; Schema: est; Owner: -
--

GRANT SELECT ON TABLE est.participant_role TO est_backup;
GRANT SELECT ON TABLE est.participant_role TO est_engine;
GRANT SELECT ON TABLE est.participant_role TO est_reporter;
GRANT SELECT ON TABLE est.participant_role TO est_participant;
GRANT SELECT ON TABLE est.participant_role TO est_coordinator;
GRANT SELECT ON TABLE est.participant_role TO est_police_lead;
GRANT SELECT ON TABLE est.participant_role TO est_steering;
GRANT SELECT ON TABLE est.participant_role TO est_council;
GRANT SELECT ON TABLE est.participant_role TO est_reader;
GRANT SELECT ON TABLE est.participant_role TO est_auditor;
GRANT SELECT ON TABLE est.participant_role TO est_worker;
GRANT SELECT,INSERT,DELETE,UPDATE ON TABLE est.participant_role TO est_administrator;


--
-- Name: TABLE held_role; Type: ACL; Schema: est; Owner: -
--

GRANT SELECT ON TABLE est.held_role TO est_member;
GRANT SELECT ON TABLE est.held_role TO est_backup;
GRANT SELECT ON TABLE est.held_role TO est_engine;


--
-- Name: TABLE incident_2025; Type: ACL; Schema: est; Owner: -
--

GRANT SELECT ON TABLE est.incident_2025 TO est_backup;
GRANT SELECT ON TABLE est.incident_2025 TO est_engine;


--
-- Name: TABLE incident_2026; Type: ACL; Schema: est; Owner: -
--

GRANT SELECT ON TABLE est.incident_2026 TO est_backup;
GRANT SELECT ON TABLE est.incident_2026 TO est_engine;


--
-- Name: TABLE incident_2027; Type: ACL; Schema: est; Owner: -
--

GRANT SELECT ON TABLE est.incident_2027 TO est_backup;
GRANT SELECT ON TABLE est.incident_2027 TO est_engine;


--
-- Name: TABLE incident_2028; Type: ACL; Schema: est; Owner: -
--

GRANT SELECT ON TABLE est.incident_2028 TO est_backup;
GRANT SELECT ON TABLE est.incident_2028 TO est_engine;


--
-- Name: TABLE incident_2029; Type: ACL; Schema: est; Owner: -
--

GRANT SELECT ON TABLE est.incident_2029 TO est_backup;
GRANT SELECT ON TABLE est.incident_2029 TO est_engine;


--
-- Name: TABLE incident_before_2025; Type: ACL; Schema: est; Owner: -
--

GRANT SELECT ON TABLE est.incident_before_2025 TO est_backup;
GRANT SELECT ON TABLE est.incident_before_2025 TO est_engine;


--
-- Name: TABLE incident_from_2030; Type: ACL; Schema: est; Owner: -
--

GRANT SELECT ON TABLE est.incident_from_2030 TO est_backup;
GRANT SELECT ON TABLE est.incident_from_2030 TO est_engine;


--
-- Name: TABLE incident_key; Type: ACL; Schema: est; Owner: -
--

GRANT SELECT ON TABLE est.incident_key TO est_backup;
GRANT SELECT,INSERT,UPDATE ON TABLE est.incident_key TO est_engine;
GRANT SELECT ON TABLE est.incident_key TO est_reporter;
GRANT SELECT ON TABLE est.incident_key TO est_participant;
GRANT SELECT ON TABLE est.incident_key TO est_coordinator;
GRANT SELECT ON TABLE est.incident_key TO est_police_lead;
GRANT SELECT ON TABLE est.incident_key TO est_worker;
GRANT SELECT ON TABLE est.incident_key TO est_administrator;


--
-- Name: COLUMN incident_key.source_print; Type: ACL; Schema: est; Owner: -
--

GRANT UPDATE(source_print) ON TABLE est.incident_key TO est_reporter;
GRANT UPDATE(source_print) ON TABLE est.incident_key TO est_participant;
GRANT UPDATE(source_print) ON TABLE est.incident_key TO est_coordinator;
GRANT UPDATE(source_print) ON TABLE est.incident_key TO est_police_lead;
GRANT UPDATE(source_print) ON TABLE est.incident_key TO est_administrator;


--
-- Name: TABLE incident_version; Type: ACL; Schema: est; Owner: -
--

GRANT SELECT ON TABLE est.incident_version TO est_backup;
GRANT SELECT,INSERT,UPDATE ON TABLE est.incident_version TO est_engine;
GRANT SELECT ON TABLE est.incident_version TO est_reporter;
GRANT SELECT ON TABLE est.incident_version TO est_participant;
GRANT SELECT ON TABLE est.incident_version TO est_coordinator;
GRANT SELECT ON TABLE est.incident_version TO est_police_lead;
GRANT SELECT ON TABLE est.incident_version TO est_worker;


--
-- Name: TABLE instance; Type: ACL; Schema: est; Owner: -
--

GRANT SELECT ON TABLE est.instance TO est_backup;
GRANT SELECT,INSERT,UPDATE ON TABLE est.instance TO est_engine;
GRANT SELECT ON TABLE est.instance TO est_reporter;
GRANT SELECT ON TABLE est.instance TO est_participant;
GRANT SELECT ON TABLE est.instance TO est_coordinator;
GRANT SELECT ON TABLE est.instance TO est_police_lead;
GRANT SELECT ON TABLE est.instance TO est_steering;
GRANT SELECT ON TABLE est.instance TO est_council;
GRANT SELECT ON TABLE est.instance TO est_reader;
GRANT SELECT ON TABLE est.instance TO est_auditor;
GRANT SELECT ON TABLE est.instance TO est_worker;
GRANT SELECT ON TABLE est.instance TO est_administrator;


--
-- Name: COLUMN instance.municipality; Type: ACL; Schema: est; Owner: -
--

GRANT UPDATE(municipality) ON TABLE est.instance TO est_reporter;
GRANT UPDATE(municipality) ON TABLE est.instance TO est_participant;
GRANT UPDATE(municipality) ON TABLE est.instance TO est_coordinator;
GRANT UPDATE(municipality) ON TABLE est.instance TO est_police_lead;
GRANT UPDATE(municipality) ON TABLE est.instance TO est_steering;
GRANT UPDATE(municipality) ON TABLE est.instance TO est_council;
GRANT UPDATE(municipality) ON TABLE est.instance TO est_reader;
GRANT UPDATE(municipality) ON TABLE est.instance TO est_worker;
GRANT UPDATE(municipality) ON TABLE est.instance TO est_administrator;


--
-- Name: TABLE kept_reports; Type: ACL; Schema: est; Owner: -
--

GRANT SELECT ON TABLE est.kept_reports TO est_backup;
GRANT SELECT ON TABLE est.kept_reports TO est_engine;
GRANT SELECT,INSERT,UPDATE ON TABLE est.kept_reports TO est_coordinator;
GRANT SELECT,INSERT,UPDATE ON TABLE est.kept_reports TO est_police_lead;
GRANT SELECT,INSERT,UPDATE ON TABLE est.kept_reports TO est_worker;


--
-- Name: TABLE lease; Type: ACL; Schema: est; Owner: -
--

GRANT SELECT ON TABLE est.lease TO est_backup;
GRANT SELECT ON TABLE est.lease TO est_engine;
GRANT SELECT,INSERT,UPDATE ON TABLE est.lease TO est_worker;


--
-- Name: TABLE machine; Type: ACL; Schema: est; Owner: -
--

GRANT SELECT ON TABLE est.machine TO est_backup;
GRANT SELECT ON TABLE est.machine TO est_engine;
GRANT SELECT ON TABLE est.machine TO est_member;


--
-- Name: TABLE machine_move; Type: ACL; Schema: est; Owner: -
--

GRANT SELECT ON TABLE est.machine_move TO est_backup;
GRANT SELECT ON TABLE est.machine_move TO est_engine;
GRANT SELECT ON TABLE est.machine_move TO est_member;


--
-- Name: TABLE machine_move_role; Type: ACL; Schema: est; Owner: -
--

GRANT SELECT ON TABLE est.machine_move_role TO est_backup;
GRANT SELECT ON TABLE est.machine_move_role TO est_engine;
GRANT SELECT ON TABLE est.machine_move_role TO est_member;


--
-- Name: TABLE migration; Type: ACL; Schema: est; Owner: -
--

GRANT SELECT ON TABLE est.migration TO est_backup;
GRANT SELECT ON TABLE est.migration TO est_engine;
GRANT SELECT ON TABLE est.migration TO est_member;


--
-- Name: TABLE municipality; Type: ACL; Schema: est; Owner: -
--

GRANT SELECT ON TABLE est.municipality TO est_backup;
GRANT SELECT ON TABLE est.municipality TO est_engine;
GRANT SELECT ON TABLE est.municipality TO est_reporter;
GRANT SELECT ON TABLE est.municipality TO est_participant;
GRANT SELECT ON TABLE est.municipality TO est_coordinator;
GRANT SELECT ON TABLE est.municipality TO est_police_lead;
GRANT SELECT ON TABLE est.municipality TO est_steering;
GRANT SELECT ON TABLE est.municipality TO est_council;
GRANT SELECT ON TABLE est.municipality TO est_reader;
GRANT SELECT ON TABLE est.municipality TO est_auditor;
GRANT SELECT ON TABLE est.municipality TO est_worker;
GRANT SELECT ON TABLE est.municipality TO est_administrator;


--
-- Name: COLUMN municipality.municipality; Type: ACL; Schema: est; Owner: -
--

GRANT UPDATE(municipality) ON TABLE est.municipality TO est_engine;
GRANT UPDATE(municipality) ON TABLE est.municipality TO est_coordinator;
GRANT UPDATE(municipality) ON TABLE est.municipality TO est_police_lead;
GRANT UPDATE(municipality) ON TABLE est.municipality TO est_worker;
GRANT UPDATE(municipality) ON TABLE est.municipality TO est_administrator;


--
-- Name: TABLE nothing_to_report; Type: ACL; Schema: est; Owner: -
--

GRANT SELECT ON TABLE est.nothing_to_report TO est_backup;
GRANT SELECT,INSERT ON TABLE est.nothing_to_report TO est_engine;
GRANT SELECT,INSERT ON TABLE est.nothing_to_report TO est_reporter;
GRANT SELECT,INSERT ON TABLE est.nothing_to_report TO est_participant;
GRANT SELECT,INSERT ON TABLE est.nothing_to_report TO est_coordinator;
GRANT SELECT ON TABLE est.nothing_to_report TO est_police_lead;
GRANT SELECT ON TABLE est.nothing_to_report TO est_steering;
GRANT SELECT ON TABLE est.nothing_to_report TO est_auditor;
GRANT SELECT ON TABLE est.nothing_to_report TO est_worker;
GRANT SELECT,INSERT ON TABLE est.nothing_to_report TO est_administrator;


--
-- Name: TABLE notice; Type: ACL; Schema: est; Owner: -
--

GRANT SELECT ON TABLE est.notice TO est_backup;
GRANT SELECT ON TABLE est.notice TO est_engine;
GRANT SELECT,INSERT ON TABLE est.notice TO est_reporter;
GRANT SELECT,INSERT ON TABLE est.notice TO est_participant;
GRANT SELECT,INSERT ON TABLE est.notice TO est_coordinator;
GRANT SELECT,INSERT ON TABLE est.notice TO est_police_lead;
GRANT SELECT,INSERT ON TABLE est.notice TO est_steering;
GRANT SELECT,INSERT ON TABLE est.notice TO est_council;
GRANT SELECT,INSERT ON TABLE est.notice TO est_reader;
GRANT SELECT ON TABLE est.notice TO est_auditor;
GRANT SELECT,INSERT ON TABLE est.notice TO est_worker;
GRANT SELECT ON TABLE est.notice TO est_administrator;


--
-- Name: TABLE occurrence; Type: ACL; Schema: est; Owner: -
--

GRANT SELECT ON TABLE est.occurrence TO est_backup;
GRANT SELECT,UPDATE ON TABLE est.occurrence TO est_engine;
GRANT SELECT ON TABLE est.occurrence TO est_reporter;
GRANT SELECT ON TABLE est.occurrence TO est_participant;
GRANT SELECT,INSERT,UPDATE ON TABLE est.occurrence TO est_coordinator;
GRANT SELECT ON TABLE est.occurrence TO est_police_lead;
GRANT SELECT ON TABLE est.occurrence TO est_steering;
GRANT SELECT ON TABLE est.occurrence TO est_council;
GRANT SELECT ON TABLE est.occurrence TO est_reader;
GRANT SELECT ON TABLE est.occurrence TO est_auditor;
GRANT SELECT,INSERT,UPDATE ON TABLE est.occurrence TO est_worker;
GRANT SELECT ON TABLE est.occurrence TO est_administrator;


--
-- Name: TABLE occurrence_move; Type: ACL; Schema: est; Owner: -
--

GRANT SELECT ON TABLE est.occurrence_move TO est_backup;
GRANT SELECT ON TABLE est.occurrence_move TO est_engine;
GRANT SELECT ON TABLE est.occurrence_move TO est_reporter;
GRANT SELECT ON TABLE est.occurrence_move TO est_participant;
GRANT SELECT,INSERT ON TABLE est.occurrence_move TO est_coordinator;
GRANT SELECT ON TABLE est.occurrence_move TO est_police_lead;
GRANT SELECT ON TABLE est.occurrence_move TO est_steering;
GRANT SELECT ON TABLE est.occurrence_move TO est_council;
GRANT SELECT ON TABLE est.occurrence_move TO est_reader;
GRANT SELECT ON TABLE est.occurrence_move TO est_auditor;
GRANT SELECT,INSERT ON TABLE est.occurrence_move TO est_worker;
GRANT SELECT ON TABLE est.occurrence_move TO est_administrator;


--
-- Name: TABLE organisation; Type: ACL; Schema: est; Owner: -
--

GRANT SELECT ON TABLE est.organisation TO est_backup;
GRANT SELECT ON TABLE est.organisation TO est_engine;
GRANT SELECT ON TABLE est.organisation TO est_reporter;
GRANT SELECT ON TABLE est.organisation TO est_participant;
GRANT SELECT ON TABLE est.organisation TO est_coordinator;
GRANT SELECT ON TABLE est.organisation TO est_police_lead;
GRANT SELECT ON TABLE est.organisation TO est_steering;
GRANT SELECT ON TABLE est.organisation TO est_council;
GRANT SELECT ON TABLE est.organisation TO est_reader;
GRANT SELECT ON TABLE est.organisation TO est_auditor;
GRANT SELECT ON TABLE est.organisation TO est_worker;
GRANT SELECT,INSERT,UPDATE ON TABLE est.organisation TO est_administrator;


--
-- Name: TABLE outbox; Type: ACL; Schema: est; Owner: -
--

GRANT SELECT ON TABLE est.outbox TO est_backup;
GRANT SELECT ON TABLE est.outbox TO est_engine;
GRANT SELECT,INSERT,UPDATE ON TABLE est.outbox TO est_coordinator;
GRANT SELECT ON TABLE est.outbox TO est_auditor;
GRANT SELECT,INSERT,UPDATE ON TABLE est.outbox TO est_worker;
GRANT SELECT,UPDATE ON TABLE est.outbox TO est_administrator;
GRANT INSERT ON TABLE est.outbox TO est_reporter;
GRANT INSERT ON TABLE est.outbox TO est_participant;
GRANT INSERT ON TABLE est.outbox TO est_police_lead;
GRANT INSERT ON TABLE est.outbox TO est_steering;
GRANT INSERT ON TABLE est.outbox TO est_council;
GRANT INSERT ON TABLE est.outbox TO est_reader;


--
-- Name: TABLE outbox_attempt; Type: ACL; Schema: est; Owner: -
--

GRANT SELECT ON TABLE est.outbox_attempt TO est_backup;
GRANT SELECT,UPDATE ON TABLE est.outbox_attempt TO est_engine;
GRANT SELECT ON TABLE est.outbox_attempt TO est_coordinator;
GRANT SELECT ON TABLE est.outbox_attempt TO est_auditor;
GRANT SELECT,INSERT ON TABLE est.outbox_attempt TO est_worker;
GRANT SELECT ON TABLE est.outbox_attempt TO est_administrator;


--
-- Name: TABLE outbox_move; Type: ACL; Schema: est; Owner: -
--

GRANT SELECT ON TABLE est.outbox_move TO est_backup;
GRANT SELECT ON TABLE est.outbox_move TO est_engine;
GRANT SELECT ON TABLE est.outbox_move TO est_member;


--
-- Name: TABLE outbox_retry; Type: ACL; Schema: est; Owner: -
--

GRANT SELECT ON TABLE est.outbox_retry TO est_backup;
GRANT SELECT ON TABLE est.outbox_retry TO est_engine;
GRANT SELECT,INSERT ON TABLE est.outbox_retry TO est_coordinator;
GRANT SELECT ON TABLE est.outbox_retry TO est_auditor;
GRANT SELECT ON TABLE est.outbox_retry TO est_worker;
GRANT SELECT,INSERT ON TABLE est.outbox_retry TO est_administrator;


--
-- Name: TABLE participant; Type: ACL; Schema: est; Owner: -
--

GRANT SELECT ON TABLE est.participant TO est_backup;
GRANT SELECT ON TABLE est.participant TO est_engine;
GRANT SELECT ON TABLE est.participant TO est_reporter;
GRANT SELECT ON TABLE est.participant TO est_participant;
GRANT SELECT ON TABLE est.participant TO est_coordinator;
GRANT SELECT ON TABLE est.participant TO est_police_lead;
GRANT SELECT ON TABLE est.participant TO est_steering;
GRANT SELECT ON TABLE est.participant TO est_council;
GRANT SELECT ON TABLE est.participant TO est_reader;
GRANT SELECT ON TABLE est.participant TO est_auditor;
GRANT SELECT ON TABLE est.participant TO est_worker;
GRANT SELECT,INSERT,UPDATE ON TABLE est.participant TO est_administrator;


--
-- Name: TABLE participant_address; Type: ACL; Schema: est; Owner: -
--

GRANT SELECT,UPDATE ON TABLE est.participant_address TO est_engine;
GRANT SELECT ON TABLE est.participant_address TO est_backup;
GRANT SELECT ON TABLE est.participant_address TO est_coordinator;
GRANT SELECT ON TABLE est.participant_address TO est_worker;
GRANT SELECT,INSERT,DELETE,UPDATE ON TABLE est.participant_address TO est_administrator;


--
-- Name: COLUMN participant_address.municipality; Type: ACL; Schema: est; Owner: -
--

GRANT SELECT(municipality) ON TABLE est.participant_address TO est_member;


--
-- Name: COLUMN participant_address.participant_id; Type: ACL; Schema: est; Owner: -
--

GRANT SELECT(participant_id) ON TABLE est.participant_address TO est_member;


--
-- Name: TABLE picture; Type: ACL; Schema: est; Owner: -
--

GRANT SELECT ON TABLE est.picture TO est_backup;
GRANT SELECT ON TABLE est.picture TO est_engine;
GRANT SELECT ON TABLE est.picture TO est_reporter;
GRANT SELECT ON TABLE est.picture TO est_participant;
GRANT SELECT,INSERT,UPDATE ON TABLE est.picture TO est_coordinator;
GRANT SELECT,INSERT,UPDATE ON TABLE est.picture TO est_police_lead;
GRANT SELECT ON TABLE est.picture TO est_steering;
GRANT SELECT ON TABLE est.picture TO est_council;
GRANT SELECT ON TABLE est.picture TO est_reader;
GRANT SELECT ON TABLE est.picture TO est_auditor;
GRANT SELECT,INSERT,UPDATE ON TABLE est.picture TO est_worker;
GRANT SELECT ON TABLE est.picture TO est_administrator;


--
-- Name: TABLE picture_annex; Type: ACL; Schema: est; Owner: -
--

GRANT SELECT ON TABLE est.picture_annex TO est_backup;
GRANT SELECT ON TABLE est.picture_annex TO est_engine;
GRANT SELECT ON TABLE est.picture_annex TO est_participant;
GRANT SELECT,INSERT ON TABLE est.picture_annex TO est_coordinator;
GRANT SELECT,INSERT ON TABLE est.picture_annex TO est_police_lead;
GRANT SELECT ON TABLE est.picture_annex TO est_steering;
GRANT SELECT,INSERT ON TABLE est.picture_annex TO est_worker;


--
-- Name: TABLE trial; Type: ACL; Schema: est; Owner: -
--

GRANT SELECT ON TABLE est.trial TO est_backup;
GRANT SELECT ON TABLE est.trial TO est_engine;
GRANT SELECT ON TABLE est.trial TO est_member;


--
-- Name: TABLE present; Type: ACL; Schema: est; Owner: -
--

GRANT SELECT ON TABLE est.present TO est_backup;
GRANT SELECT ON TABLE est.present TO est_member;
GRANT SELECT ON TABLE est.present TO est_engine;


--
-- Name: TABLE priority; Type: ACL; Schema: est; Owner: -
--

GRANT SELECT ON TABLE est.priority TO est_backup;
GRANT SELECT ON TABLE est.priority TO est_engine;
GRANT SELECT ON TABLE est.priority TO est_participant;
GRANT SELECT,INSERT,DELETE,UPDATE ON TABLE est.priority TO est_coordinator;
GRANT SELECT,INSERT,DELETE,UPDATE ON TABLE est.priority TO est_police_lead;
GRANT SELECT ON TABLE est.priority TO est_steering;
GRANT SELECT ON TABLE est.priority TO est_auditor;
GRANT SELECT ON TABLE est.priority TO est_worker;


--
-- Name: TABLE problem; Type: ACL; Schema: est; Owner: -
--

GRANT SELECT ON TABLE est.problem TO est_backup;
GRANT SELECT,UPDATE ON TABLE est.problem TO est_engine;
GRANT SELECT ON TABLE est.problem TO est_reporter;
GRANT SELECT,INSERT ON TABLE est.problem TO est_participant;
GRANT SELECT,INSERT,UPDATE ON TABLE est.problem TO est_coordinator;
GRANT SELECT,INSERT,UPDATE ON TABLE est.problem TO est_police_lead;
GRANT SELECT,UPDATE ON TABLE est.problem TO est_steering;
GRANT SELECT,INSERT ON TABLE est.problem TO est_council;
GRANT SELECT ON TABLE est.problem TO est_reader;
GRANT SELECT ON TABLE est.problem TO est_auditor;
GRANT SELECT,UPDATE ON TABLE est.problem TO est_worker;
GRANT SELECT ON TABLE est.problem TO est_administrator;


--
-- Name: TABLE problem_incident; Type: ACL; Schema: est; Owner: -
--

GRANT SELECT ON TABLE est.problem_incident TO est_backup;
GRANT SELECT ON TABLE est.problem_incident TO est_engine;
GRANT SELECT,INSERT ON TABLE est.problem_incident TO est_participant;
GRANT SELECT,INSERT,DELETE ON TABLE est.problem_incident TO est_coordinator;
GRANT SELECT,INSERT,DELETE ON TABLE est.problem_incident TO est_police_lead;
GRANT SELECT ON TABLE est.problem_incident TO est_auditor;
GRANT SELECT ON TABLE est.problem_incident TO est_worker;


--
-- Name: TABLE problem_outcome; Type: ACL; Schema: est; Owner: -
--

GRANT SELECT ON TABLE est.problem_outcome TO est_backup;
GRANT SELECT,UPDATE ON TABLE est.problem_outcome TO est_engine;
GRANT SELECT ON TABLE est.problem_outcome TO est_participant;
GRANT SELECT,INSERT ON TABLE est.problem_outcome TO est_coordinator;
GRANT SELECT,INSERT ON TABLE est.problem_outcome TO est_police_lead;
GRANT SELECT ON TABLE est.problem_outcome TO est_steering;
GRANT SELECT ON TABLE est.problem_outcome TO est_auditor;
GRANT SELECT ON TABLE est.problem_outcome TO est_worker;


--
-- Name: TABLE promise; Type: ACL; Schema: est; Owner: -
--

GRANT SELECT ON TABLE est.promise TO est_backup;
GRANT SELECT ON TABLE est.promise TO est_engine;
GRANT SELECT ON TABLE est.promise TO est_reporter;
GRANT SELECT ON TABLE est.promise TO est_participant;
GRANT SELECT,INSERT,DELETE,UPDATE ON TABLE est.promise TO est_coordinator;
GRANT SELECT,INSERT,DELETE,UPDATE ON TABLE est.promise TO est_police_lead;
GRANT SELECT,INSERT,UPDATE ON TABLE est.promise TO est_steering;
GRANT SELECT ON TABLE est.promise TO est_council;
GRANT SELECT ON TABLE est.promise TO est_reader;
GRANT SELECT ON TABLE est.promise TO est_auditor;
GRANT SELECT ON TABLE est.promise TO est_worker;
GRANT SELECT ON TABLE est.promise TO est_administrator;


--
-- Name: TABLE promise_activity; Type: ACL; Schema: est; Owner: -
--

GRANT SELECT ON TABLE est.promise_activity TO est_backup;
GRANT SELECT ON TABLE est.promise_activity TO est_engine;
GRANT SELECT ON TABLE est.promise_activity TO est_reporter;
GRANT SELECT,INSERT ON TABLE est.promise_activity TO est_participant;
GRANT SELECT,INSERT ON TABLE est.promise_activity TO est_coordinator;
GRANT SELECT,INSERT ON TABLE est.promise_activity TO est_police_lead;
GRANT SELECT,INSERT ON TABLE est.promise_activity TO est_steering;
GRANT SELECT ON TABLE est.promise_activity TO est_council;
GRANT SELECT ON TABLE est.promise_activity TO est_reader;
GRANT SELECT ON TABLE est.promise_activity TO est_auditor;
GRANT SELECT ON TABLE est.promise_activity TO est_worker;
GRANT SELECT ON TABLE est.promise_activity TO est_administrator;


--
-- Name: TABLE promise_promisor; Type: ACL; Schema: est; Owner: -
--

GRANT SELECT ON TABLE est.promise_promisor TO est_backup;
GRANT SELECT ON TABLE est.promise_promisor TO est_engine;
GRANT SELECT ON TABLE est.promise_promisor TO est_reporter;
GRANT SELECT ON TABLE est.promise_promisor TO est_participant;
GRANT SELECT,INSERT,DELETE,UPDATE ON TABLE est.promise_promisor TO est_coordinator;
GRANT SELECT,INSERT,DELETE,UPDATE ON TABLE est.promise_promisor TO est_police_lead;
GRANT SELECT,INSERT,UPDATE ON TABLE est.promise_promisor TO est_steering;
GRANT SELECT ON TABLE est.promise_promisor TO est_council;
GRANT SELECT ON TABLE est.promise_promisor TO est_reader;
GRANT SELECT ON TABLE est.promise_promisor TO est_auditor;
GRANT SELECT ON TABLE est.promise_promisor TO est_worker;
GRANT SELECT ON TABLE est.promise_promisor TO est_administrator;


--
-- Name: TABLE promise_set; Type: ACL; Schema: est; Owner: -
--

GRANT SELECT ON TABLE est.promise_set TO est_backup;
GRANT SELECT ON TABLE est.promise_set TO est_engine;
GRANT SELECT ON TABLE est.promise_set TO est_reporter;
GRANT SELECT ON TABLE est.promise_set TO est_participant;
GRANT SELECT,INSERT,DELETE,UPDATE ON TABLE est.promise_set TO est_coordinator;
GRANT SELECT,INSERT,DELETE,UPDATE ON TABLE est.promise_set TO est_police_lead;
GRANT SELECT,INSERT,UPDATE ON TABLE est.promise_set TO est_steering;
GRANT SELECT ON TABLE est.promise_set TO est_council;
GRANT SELECT ON TABLE est.promise_set TO est_reader;
GRANT SELECT ON TABLE est.promise_set TO est_auditor;
GRANT SELECT ON TABLE est.promise_set TO est_worker;
GRANT SELECT ON TABLE est.promise_set TO est_administrator;


--
-- Name: TABLE promise_signatory; Type: ACL; Schema: est; Owner: -
--

GRANT SELECT ON TABLE est.promise_signatory TO est_backup;
GRANT SELECT ON TABLE est.promise_signatory TO est_engine;
GRANT SELECT ON TABLE est.promise_signatory TO est_reporter;
GRANT SELECT ON TABLE est.promise_signatory TO est_participant;
GRANT SELECT,INSERT,DELETE,UPDATE ON TABLE est.promise_signatory TO est_coordinator;
GRANT SELECT,INSERT,DELETE,UPDATE ON TABLE est.promise_signatory TO est_police_lead;
GRANT SELECT,INSERT,UPDATE ON TABLE est.promise_signatory TO est_steering;
GRANT SELECT ON TABLE est.promise_signatory TO est_council;
GRANT SELECT ON TABLE est.promise_signatory TO est_reader;
GRANT SELECT ON TABLE est.promise_signatory TO est_auditor;
GRANT SELECT ON TABLE est.promise_signatory TO est_worker;
GRANT SELECT ON TABLE est.promise_signatory TO est_administrator;


--
-- Name: TABLE public_release; Type: ACL; Schema: est; Owner: -
--

GRANT SELECT ON TABLE est.public_release TO est_backup;
GRANT SELECT ON TABLE est.public_release TO est_engine;
GRANT SELECT ON TABLE est.public_release TO est_reporter;
GRANT SELECT ON TABLE est.public_release TO est_participant;
GRANT SELECT,INSERT ON TABLE est.public_release TO est_coordinator;
GRANT SELECT ON TABLE est.public_release TO est_police_lead;
GRANT SELECT ON TABLE est.public_release TO est_steering;
GRANT SELECT ON TABLE est.public_release TO est_council;
GRANT SELECT ON TABLE est.public_release TO est_reader;
GRANT SELECT ON TABLE est.public_release TO est_auditor;
GRANT SELECT ON TABLE est.public_release TO est_worker;
GRANT SELECT ON TABLE est.public_release TO est_administrator;


--
-- Name: TABLE redaction; Type: ACL; Schema: est; Owner: -
--

GRANT SELECT ON TABLE est.redaction TO est_backup;
GRANT SELECT,UPDATE ON TABLE est.redaction TO est_engine;
GRANT SELECT,INSERT ON TABLE est.redaction TO est_coordinator;
GRANT SELECT ON TABLE est.redaction TO est_police_lead;
GRANT SELECT ON TABLE est.redaction TO est_auditor;
GRANT SELECT ON TABLE est.redaction TO est_worker;
GRANT SELECT ON TABLE est.redaction TO est_administrator;


--
-- Name: TABLE refusal; Type: ACL; Schema: est; Owner: -
--

GRANT SELECT ON TABLE est.refusal TO est_backup;
GRANT SELECT ON TABLE est.refusal TO est_engine;
GRANT SELECT,INSERT ON TABLE est.refusal TO est_coordinator;
GRANT SELECT,INSERT ON TABLE est.refusal TO est_police_lead;
GRANT SELECT ON TABLE est.refusal TO est_auditor;
GRANT SELECT,INSERT ON TABLE est.refusal TO est_worker;
GRANT SELECT ON TABLE est.refusal TO est_administrator;
GRANT INSERT ON TABLE est.refusal TO est_reporter;
GRANT INSERT ON TABLE est.refusal TO est_participant;
GRANT INSERT ON TABLE est.refusal TO est_steering;
GRANT INSERT ON TABLE est.refusal TO est_council;
GRANT INSERT ON TABLE est.refusal TO est_reader;


--
-- Name: TABLE retention_hold; Type: ACL; Schema: est; Owner: -
--

GRANT SELECT ON TABLE est.retention_hold TO est_engine;
GRANT SELECT ON TABLE est.retention_hold TO est_backup;
GRANT SELECT,INSERT ON TABLE est.retention_hold TO est_coordinator;
GRANT SELECT ON TABLE est.retention_hold TO est_police_lead;
GRANT SELECT ON TABLE est.retention_hold TO est_auditor;
GRANT SELECT ON TABLE est.retention_hold TO est_worker;
GRANT SELECT,INSERT ON TABLE est.retention_hold TO est_administrator;


--
-- Name: COLUMN retention_hold.lifted_at; Type: ACL; Schema: est; Owner: -
--

GRANT UPDATE(lifted_at) ON TABLE est.retention_hold TO est_coordinator;
GRANT UPDATE(lifted_at) ON TABLE est.retention_hold TO est_administrator;


--
-- Name: COLUMN retention_hold.lifted_by; Type: ACL; Schema: est; Owner: -
--

GRANT UPDATE(lifted_by) ON TABLE est.retention_hold TO est_coordinator;
GRANT UPDATE(lifted_by) ON TABLE est.retention_hold TO est_administrator;


--
-- Name: COLUMN retention_hold.lifted_because; Type: ACL; Schema: est; Owner: -
--

GRANT UPDATE(lifted_because) ON TABLE est.retention_hold TO est_coordinator;
GRANT UPDATE(lifted_because) ON TABLE est.retention_hold TO est_administrator;


--
-- Name: TABLE retention_rule; Type: ACL; Schema: est; Owner: -
--

GRANT SELECT ON TABLE est.retention_rule TO est_engine;
GRANT SELECT ON TABLE est.retention_rule TO est_backup;
GRANT SELECT ON TABLE est.retention_rule TO est_member;
GRANT INSERT ON TABLE est.retention_rule TO est_administrator;


--
-- Name: COLUMN retention_rule.municipality; Type: ACL; Schema: est; Owner: -
--

GRANT UPDATE(municipality) ON TABLE est.retention_rule TO est_engine;


--
-- Name: TABLE running_number; Type: ACL; Schema: est; Owner: -
--

GRANT SELECT ON TABLE est.running_number TO est_backup;
GRANT SELECT,INSERT,UPDATE ON TABLE est.running_number TO est_engine;


--
-- Name: TABLE safety_walk; Type: ACL; Schema: est; Owner: -
--

GRANT SELECT ON TABLE est.safety_walk TO est_backup;
GRANT SELECT ON TABLE est.safety_walk TO est_engine;
GRANT SELECT ON TABLE est.safety_walk TO est_reporter;
GRANT SELECT ON TABLE est.safety_walk TO est_participant;
GRANT SELECT,INSERT,DELETE,UPDATE ON TABLE est.safety_walk TO est_coordinator;
GRANT SELECT,INSERT,DELETE,UPDATE ON TABLE est.safety_walk TO est_police_lead;
GRANT SELECT ON TABLE est.safety_walk TO est_steering;
GRANT SELECT,INSERT ON TABLE est.safety_walk TO est_council;
GRANT SELECT ON TABLE est.safety_walk TO est_reader;
GRANT SELECT ON TABLE est.safety_walk TO est_auditor;
GRANT SELECT ON TABLE est.safety_walk TO est_worker;
GRANT SELECT ON TABLE est.safety_walk TO est_administrator;


--
-- Name: TABLE setting; Type: ACL; Schema: est; Owner: -
--

GRANT SELECT ON TABLE est.setting TO est_backup;
GRANT SELECT ON TABLE est.setting TO est_engine;
GRANT SELECT ON TABLE est.setting TO est_reporter;
GRANT SELECT ON TABLE est.setting TO est_participant;
GRANT SELECT,INSERT,DELETE,UPDATE ON TABLE est.setting TO est_coordinator;
GRANT SELECT ON TABLE est.setting TO est_police_lead;
GRANT SELECT ON TABLE est.setting TO est_steering;
GRANT SELECT ON TABLE est.setting TO est_council;
GRANT SELECT ON TABLE est.setting TO est_reader;
GRANT SELECT ON TABLE est.setting TO est_auditor;
GRANT SELECT ON TABLE est.setting TO est_worker;
GRANT SELECT,INSERT,DELETE,UPDATE ON TABLE est.setting TO est_administrator;


--
-- Name: TABLE share; Type: ACL; Schema: est; Owner: -
--

GRANT SELECT ON TABLE est.share TO est_engine;
GRANT SELECT ON TABLE est.share TO est_backup;
GRANT SELECT,INSERT,UPDATE ON TABLE est.share TO est_coordinator;
GRANT SELECT ON TABLE est.share TO est_police_lead;
GRANT SELECT ON TABLE est.share TO est_steering;
GRANT SELECT ON TABLE est.share TO est_auditor;
GRANT SELECT ON TABLE est.share TO est_administrator;


--
-- Name: TABLE signature; Type: ACL; Schema: est; Owner: -
--

GRANT SELECT ON TABLE est.signature TO est_backup;
GRANT SELECT ON TABLE est.signature TO est_engine;
GRANT SELECT ON TABLE est.signature TO est_participant;
GRANT SELECT,INSERT ON TABLE est.signature TO est_coordinator;
GRANT SELECT,INSERT ON TABLE est.signature TO est_police_lead;
GRANT SELECT ON TABLE est.signature TO est_steering;
GRANT SELECT ON TABLE est.signature TO est_auditor;
GRANT SELECT ON TABLE est.signature TO est_worker;


--
-- Name: TABLE statutory_duty; Type: ACL; Schema: est; Owner: -
--

GRANT SELECT ON TABLE est.statutory_duty TO est_backup;
GRANT SELECT ON TABLE est.statutory_duty TO est_engine;
GRANT SELECT ON TABLE est.statutory_duty TO est_reporter;
GRANT SELECT ON TABLE est.statutory_duty TO est_participant;
GRANT SELECT,INSERT,UPDATE ON TABLE est.statutory_duty TO est_coordinator;
GRANT SELECT ON TABLE est.statutory_duty TO est_police_lead;
GRANT SELECT ON TABLE est.statutory_duty TO est_steering;
GRANT SELECT ON TABLE est.statutory_duty TO est_council;
GRANT SELECT ON TABLE est.statutory_duty TO est_reader;
GRANT SELECT ON TABLE est.statutory_duty TO est_auditor;
GRANT SELECT,INSERT,UPDATE ON TABLE est.statutory_duty TO est_worker;
GRANT SELECT,INSERT,UPDATE ON TABLE est.statutory_duty TO est_administrator;


--
-- Name: TABLE statutory_picture; Type: ACL; Schema: est; Owner: -
--

GRANT SELECT ON TABLE est.statutory_picture TO est_backup;
GRANT SELECT ON TABLE est.statutory_picture TO est_engine;
GRANT SELECT ON TABLE est.statutory_picture TO est_reporter;
GRANT SELECT ON TABLE est.statutory_picture TO est_participant;
GRANT SELECT,INSERT,UPDATE ON TABLE est.statutory_picture TO est_coordinator;
GRANT SELECT,INSERT,UPDATE ON TABLE est.statutory_picture TO est_police_lead;
GRANT SELECT,UPDATE ON TABLE est.statutory_picture TO est_steering;
GRANT SELECT ON TABLE est.statutory_picture TO est_council;
GRANT SELECT ON TABLE est.statutory_picture TO est_reader;
GRANT SELECT ON TABLE est.statutory_picture TO est_auditor;
GRANT SELECT,INSERT,UPDATE ON TABLE est.statutory_picture TO est_worker;
GRANT SELECT ON TABLE est.statutory_picture TO est_administrator;


--
-- Name: TABLE timer; Type: ACL; Schema: est; Owner: -
--

GRANT SELECT ON TABLE est.timer TO est_backup;
GRANT SELECT ON TABLE est.timer TO est_engine;
GRANT SELECT,INSERT,DELETE,UPDATE ON TABLE est.timer TO est_reporter;
GRANT SELECT,INSERT,DELETE,UPDATE ON TABLE est.timer TO est_participant;
GRANT SELECT,INSERT,DELETE,UPDATE ON TABLE est.timer TO est_coordinator;
GRANT SELECT,INSERT,DELETE,UPDATE ON TABLE est.timer TO est_police_lead;
GRANT SELECT,INSERT,DELETE,UPDATE ON TABLE est.timer TO est_steering;
GRANT SELECT,INSERT,DELETE,UPDATE ON TABLE est.timer TO est_council;
GRANT SELECT,INSERT,DELETE,UPDATE ON TABLE est.timer TO est_reader;
GRANT SELECT ON TABLE est.timer TO est_auditor;
GRANT SELECT,INSERT,DELETE,UPDATE ON TABLE est.timer TO est_worker;
GRANT SELECT ON TABLE est.timer TO est_administrator;


--
-- Name: TABLE unit; Type: ACL; Schema: est; Owner: -
--

GRANT SELECT ON TABLE est.unit TO est_backup;
GRANT SELECT ON TABLE est.unit TO est_engine;
GRANT SELECT ON TABLE est.unit TO est_reporter;
GRANT SELECT ON TABLE est.unit TO est_participant;
GRANT SELECT ON TABLE est.unit TO est_coordinator;
GRANT SELECT ON TABLE est.unit TO est_police_lead;
GRANT SELECT ON TABLE est.unit TO est_steering;
GRANT SELECT ON TABLE est.unit TO est_council;
GRANT SELECT ON TABLE est.unit TO est_reader;
GRANT SELECT ON TABLE est.unit TO est_auditor;
GRANT SELECT ON TABLE est.unit TO est_worker;
GRANT SELECT,INSERT,UPDATE ON TABLE est.unit TO est_administrator;


--
-- Name: TABLE walk_point; Type: ACL; Schema: est; Owner: -
--

GRANT SELECT ON TABLE est.walk_point TO est_backup;
GRANT SELECT,UPDATE ON TABLE est.walk_point TO est_engine;
GRANT SELECT ON TABLE est.walk_point TO est_reporter;
GRANT SELECT ON TABLE est.walk_point TO est_participant;
GRANT SELECT,INSERT,DELETE,UPDATE ON TABLE est.walk_point TO est_coordinator;
GRANT SELECT,INSERT,DELETE,UPDATE ON TABLE est.walk_point TO est_police_lead;
GRANT SELECT ON TABLE est.walk_point TO est_steering;
GRANT SELECT ON TABLE est.walk_point TO est_council;
GRANT SELECT ON TABLE est.walk_point TO est_reader;
GRANT SELECT ON TABLE est.walk_point TO est_auditor;
GRANT SELECT ON TABLE est.walk_point TO est_worker;
GRANT SELECT ON TABLE est.walk_point TO est_administrator;


--
-- Name: TABLE worker; Type: ACL; Schema: est; Owner: -
--

GRANT SELECT ON TABLE est.worker TO est_backup;
GRANT SELECT ON TABLE est.worker TO est_engine;
GRANT SELECT ON TABLE est.worker TO est_reporter;
GRANT SELECT ON TABLE est.worker TO est_participant;
GRANT SELECT ON TABLE est.worker TO est_coordinator;
GRANT SELECT ON TABLE est.worker TO est_police_lead;
GRANT SELECT ON TABLE est.worker TO est_steering;
GRANT SELECT ON TABLE est.worker TO est_council;
GRANT SELECT ON TABLE est.worker TO est_reader;
GRANT SELECT ON TABLE est.worker TO est_auditor;
GRANT SELECT,INSERT,DELETE,UPDATE ON TABLE est.worker TO est_worker;
GRANT SELECT ON TABLE est.worker TO est_administrator;


--
-- PostgreSQL database dump complete
--


