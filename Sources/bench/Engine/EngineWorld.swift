import EST
import Foundation
import LocalCluster
import Persistence
import Postgres
import Workflow

/// A municipality with many decided actions, whose owner has an address: an event of each is a row in the log, a notice
/// and a mail. Beside it, in the schema `bench`, the same tables bare.
enum EngineWorld {
  static func make(_ name: String, actions: Int, in cluster: LocalCluster) async throws {
    try await World.make(name, in: cluster, areas: nil)
    let database = Database(try cluster.conninfo(database: name))
    let engine = Engine(database, isPrivate: true)
    try await engine.run(World.caller()) { desk in
      try desk.municipalities.set("mail", to: "folder:/nonexistent", of: World.code)
    }
    try await database.transaction(deadline: .seconds(600)) { session in
      try session.script(Self.people)
      try session.script("create schema bench")
      try session.script(Self.bareTables)
      try session.execute(
        """
        create table bench.subject as
        select n::integer as n, gen_random_uuid() as id from generate_series(1, \(raw: String(actions))) n
        """)
      try session.script(Self.who)
      // The first ones alone, then the rest with statistics: PostgreSQL takes any index of an empty table for the right
      // one, and what it has planned so reads the whole municipality for each row that follows.
      try session.script(Self.decidedActions(where: "s.n <= 1000"))
      try session.script("analyze")
      try session.script(Self.decidedActions(where: "s.n > 1000"))
      try session.script(Self.bareInstances)
    }
    try await cluster.administer(database: name) { session in try session.execute("vacuum analyze") }
    await database.close()
  }

  private static let people = """
    insert into est.participant (municipality, id, login, organisation_id, function)
    select municipality, gen_random_uuid(), '2480_fastighet', id, 'fastighetschef'
    from est.organisation;
    insert into est.participant_address (municipality, participant_id, address)
    select municipality, id, 'fastighet@example.org' from est.participant where login = '2480_fastighet';
    insert into est.participant_role (municipality, participant_id, group_id, role)
    select p.municipality, p.id, g.id, 'coordinator'
    from est.participant p join est.est_group g using (municipality) where p.login = '2480_fastighet';
    """

  /// The instance by its key alone, the log and the outbox without so much as that.
  private static let bareTables = """
    create table bench.instance (like est.instance);
    alter table bench.instance add primary key (municipality, id);
    create table bench.transition_log (like est.transition_log including defaults);
    alter table bench.transition_log alter column hash drop not null;
    create table bench.outbox (like est.outbox including defaults);
    create table bench.timer (like est.timer);
    create index on bench.timer (due);
    """

  private static let who = """
    create table bench.who as
    select p.municipality, p.id as worker, g.id as group_id, o.id as organisation_id, c.id as coordinator
    from est.participant p join est.est_group g using (municipality) join est.organisation o using (municipality)
      join est.participant c using (municipality)
    where p.login = '2480_worker' and c.login = '2480_fastighet';
    """

  private static func decidedActions(where condition: String) -> String {
    """
    insert into est.action (municipality, id, number, group_id, kind, title, goal, owner_organisation, owner_function)
    select w.municipality, s.id, '2026-' || s.n, w.group_id, 'quick', 'Belysning', 'Ljust', w.organisation_id,
      'fastighetschef'
    from bench.subject s, bench.who w where \(condition);
    insert into est.transition_log (municipality, instance_id, revision, machine, machine_version, group_id, from_state,
      event, to_state, actor, actor_role, at, key)
    select w.municipality, s.id, r.revision, 'action',
      (select max(version) from est.machine where machine = 'action'), w.group_id, r.from_state, r.event, r.to_state,
      w.coordinator, 'coordinator', est.clock(), gen_random_uuid()
    from bench.who w, (values (1, '-', 'propose', 'proposed'), (2, 'proposed', 'decide', 'decided'))
      r(revision, from_state, event, to_state), bench.subject s
    where \(condition)
    order by r.revision;
    """
  }

  private static let bareInstances = """
    insert into bench.instance select * from est.instance where machine = 'action';
    create unique index on bench.subject (n);
    """
}
