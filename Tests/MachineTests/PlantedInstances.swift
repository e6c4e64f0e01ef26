import EST
import Foundation
import Persistence
import Postgres
import StateMachine
import TestSupport

/// A database with an instance of every machine in every state, put there past all rules, once with everything that
/// the database itself asks for and once with nothing, and a participant in each role.
enum PlantedInstances {
  static func run<T>(
    isolation: isolated (any Actor)? = #isolation, _ body: (Database) async throws -> T
  ) async throws -> T {
    try await TestDatabase.prepared("planted", build: build, body)
  }

  private static let build: @Sendable (Database) async throws -> Void = { database in
    try await SchemaSetup().run(database, trial: true)
    try await TestDatabase.administer(database) { session in
      // Past triggers and foreign keys, which is the superuser's alone.
      try session.script("set session_replication_role = replica")
      try session.script(people)
      try session.script(tables)
      for machine in Machines.all {
        for (state, variant) in machine.states.flatMap({ s in variants.map { (s, $0) } })
          + variants.map({ (State.unborn, $0) })
        where variant != "followed" || machine.name == "agreement" {
          try session.execute(
            """
            insert into public.planted (machine, version, state, variant)
            values (\(machine.name), \(machine.version), \(state), \(variant))
            """)
        }
      }
      try session.script(instances)
      try session.script(rows)
      try session.script("set session_replication_role = origin")
    }
    try await database.transaction { session in try session.script(attempt) }
  }

  /// `followed`: as `whole`, and another one has come after it.
  private static let variants = ["whole", "followed", "bare"]

  private static let people = """
    insert into est.municipality values ('2480', 'Umeå', 'sample');
    insert into est.est_group values ('2480', gen_random_uuid(), 'Centrum', 'weekly', '2026-W01', 1, 'monday 12:00',
      'tuesday 09:00', 120, '{}', 'Europe/Stockholm', '{}');
    insert into est.organisation values ('2480', gen_random_uuid(), 'Kommunen', 'municipal');
    insert into est.participant (municipality, id, login, organisation_id, function)
    select '2480', gen_random_uuid(), '2480_' || lower(r), case r when 'owner' then o.id end, r
    from est.organisation o, unnest(array['reporter', 'participant', 'coordinator', 'policeLead', 'steering',
      'council', 'reader', 'auditor', 'worker', 'administrator', 'owner']) r;
    insert into est.participant_role
    select '2480', p.id, g.id, p.function from est.participant p, est.est_group g where p.function <> 'owner';
    """

  private static let tables = """
    create table public.planted (machine text, version integer, state text, variant text,
      id uuid not null default gen_random_uuid());
    grant select on public.planted to public;
    """

  private static let instances = """
    insert into est.transition_log (municipality, instance_id, revision, machine, machine_version, group_id, from_state,
      event, to_state, actor, actor_role, at, key, hash)
    select '2480', d.id, 1, d.machine, d.version, g.id, '-', 'planted', d.state, p.id, 'worker', now(),
      gen_random_uuid(), ''
    from public.planted d, est.est_group g, est.participant p where d.state <> '-' and p.function = 'worker';
    insert into est.instance
    select '2480', d.id, d.machine, d.version, g.id, d.state, 1 from public.planted d, est.est_group g
    where d.state <> '-';
    """

  /// What the guards that the database itself holds ask for.
  private static let rows = """
    create temporary table whole as select d.*, g.id as group_id, p.id as worker, o.id as organisation
    from public.planted d, est.est_group g, est.participant p, est.organisation o
    where d.variant <> 'bare' and p.function = 'worker';

    insert into est.picture (municipality, cycle_id, version, compiled_at, compiled_by, content, hash, adopted_at,
      adopted_by)
    select '2480', id, 1, now(), worker, '{}', sha256('{}'), now(), worker from whole where machine = 'cycle';

    insert into est.problem (municipality, id, number, group_id, title, origin)
    select '2480', id, id::text, group_id, 'Klotter', 'picture' from whole where machine = 'problem';
    insert into est.analysis (municipality, problem_id, version, begun_at, begun_by)
    select '2480', id, 1, now(), worker from whole where machine = 'problem';
    insert into est.signature (municipality, problem_id, version, role, participant_id, at)
    select '2480', w.id, 1, p.function, p.id, now() from whole w join est.participant p
      on p.function in ('coordinator', 'policeLead') where machine = 'problem';
    -- A decided action on a cause of each problem.
    create temporary table acted as select id as problem, gen_random_uuid() as action, group_id, worker
    from whole where machine = 'problem';
    insert into est.action (municipality, id, number, group_id, problem_id, title, kind)
    select '2480', action, action::text, group_id, problem, 'Ljus', 'plan' from acted;
    insert into est.instance select '2480', action, 'action', 1, group_id, 'decided', 1 from acted;
    insert into est.action_cause select '2480', action, problem, 1, 1 from acted;

    -- An action of the plan that lacks nothing, and one that lacks what its next step asks for.
    insert into est.action (municipality, id, number, group_id, problem_id, title, kind, owner_organisation,
      owner_function, baseline, colour, result, lesson)
    select '2480', id, id::text, group_id, gen_random_uuid(), 'Ljus', 'plan', organisation, 'owner', 'Mörkt', 'green',
      'Ljust', 'Det gick' from whole where machine = 'action';
    insert into est.action_cause select '2480', id, problem_id, 1, 1 from est.action where lesson = 'Det gick';
    insert into est.action (municipality, id, number, group_id, problem_id, title, kind, owner_organisation,
      owner_function, baseline)
    select '2480', d.id, d.id::text, g.id, gen_random_uuid(), 'Ljus', 'plan', o.id, 'owner',
      case when d.state in ('underway', 'done') then 'Mörkt' end
    from public.planted d, est.est_group g, est.organisation o where d.machine = 'action' and d.variant = 'bare';
    insert into est.action_cause
    select '2480', a.id, a.problem_id, 1, 1 from est.action a join public.planted d on d.id = a.id
    where d.state <> '-' and d.variant = 'bare';

    insert into est.agreement_signatory
    select '2480', id, f, '2026-11-24' from whole, unnest(array['policeChief', 'executiveChair']) f
    where machine = 'agreement';
    create temporary table successor as select id as old, gen_random_uuid() as id, group_id, version from whole
    where machine = 'agreement' and variant = 'followed';
    insert into est.agreement (municipality, id, number, group_id, title, first_day, last_day, follows)
    select '2480', id, id::text, group_id, 'Samverkan', '2028-01-01', '2029-01-01', old from successor;
    insert into est.instance select '2480', id, 'agreement', version, group_id, 'inForce', 1 from successor;

    insert into est.promise_signatory
    select '2480', id, f, '2026-11-24' from whole, unnest(array['policeChief', 'executiveChair']) f
    where machine = 'promiseSet';
    insert into est.promise (municipality, set_id, number, id, text, judgement)
    select '2480', id, 1, gen_random_uuid(), 'Vi syns', 'Uppfyllt' from whole where machine = 'promiseSet';
    insert into est.promise (municipality, set_id, number, id, text)
    select '2480', id, 1, gen_random_uuid(), 'Vi syns' from public.planted
    where machine = 'promiseSet' and variant = 'bare';
    insert into est.promise_promisor
    select '2480', id, 1, organisation from whole where machine = 'promiseSet';
    create temporary table renewed as select id as old, gen_random_uuid() as id, group_id, version from whole
    where machine = 'promiseSet';
    insert into est.promise_set (municipality, id, number, group_id, title, first_day, last_day, prolongs)
    select '2480', id, id::text, group_id, 'Löften', '2028-01-01', '2029-01-01', old from renewed;
    insert into est.instance select '2480', id, 'promiseSet', version, group_id, 'draft', 1 from renewed;

    insert into est.walk_point (municipality, walk_id, number, id, text, cannot_because, outcome)
    select '2480', id, 1, gen_random_uuid(), 'Mörkt', 'Privat mark', 'Upplyst' from whole where machine = 'safetyWalk';
    -- What is reported has points; without an answer it may not be.
    insert into est.walk_point (municipality, walk_id, number, id, text)
    select '2480', id, 1, gen_random_uuid(), 'Mörkt' from public.planted
    where machine = 'safetyWalk' and variant = 'bare' and state in ('walked', 'reported');

    insert into est.statutory_picture (municipality, id, number, group_id, deadline, no_plan_because, adopted_on)
    select '2480', id, id::text, group_id, date '2027-01-01' + row_number() over ()::integer, 'Den gamla gäller',
      '2026-11-24' from whole where machine = 'statutoryPicture';
    """

  /// Tries one row by hand and takes it back: `accepted`, or the rule that refuses it.
  private static let attempt = """
    create function public.attempt(d public.planted, says text, goes text, who uuid, as_role text,
      from_state text, revision integer) returns text language plpgsql as $$
    declare
      rule text;
    begin
      insert into est.transition_log (municipality, instance_id, revision, machine, machine_version, group_id,
        from_state, event, to_state, actor, actor_role, at, reason, key, hash)
      select '2480', d.id, attempt.revision, d.machine, d.version, g.id, attempt.from_state, says, goes, who, as_role,
        now(), 'prov', gen_random_uuid(), '' from est.est_group g;
      set constraints all immediate;
      raise sqlstate 'ZZ001';
    exception
      when sqlstate 'ZZ001' then
        return 'accepted';
      when others then
        get stacked diagnostics rule = constraint_name;
        return case rule when '' then sqlstate || ' ' || sqlerrm else rule end;
    end
    $$;
    """
}
