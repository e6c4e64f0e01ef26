/// The best hand-written form of one transition that asks for a mail: one statement, prepared, a commit of its own.
enum RawTransition {
  /// On the product's own tables, whose triggers check the move, hash the row and move the instance.
  static func own(actions: Int) -> String {
    """
    \\set n random(1, \(actions))
    with i as (
      select i.* from bench.subject s join est.instance i on (i.municipality, i.id) = ('2480', s.id)
      where s.n = :n for no key update of i),
    l as (
      insert into est.transition_log (municipality, instance_id, revision, machine, machine_version, group_id,
        from_state, event, to_state, actor, actor_role, at, payload, key)
      select i.municipality, i.id, i.revision + 1, i.machine, i.machine_version, i.group_id, i.state, 'due', i.state,
        w.worker, 'worker', est.clock(), '{"detail": "2026-1"}', gen_random_uuid()
      from i, bench.who w)
    insert into est.outbox (municipality, id, kind, key, requested_at, next_attempt, payload)
    select i.municipality, gen_random_uuid(), 'mail', concat_ws('.', i.id, i.revision + 1, 'action-due', w.worker),
      now(), now(), '{"to": "fastighet@example.org", "notice": "action-due", "detail": "2026-1"}'
    from i, bench.who w;
    """
  }

  /// On the same columns without constraints, indexes or triggers, but for the key by which the instance is found.
  static func bare(actions: Int) -> String {
    """
    \\set n random(1, \(actions))
    with i as (
      update bench.instance i set revision = i.revision + 1, state = 'decided'
      from bench.subject s where s.n = :n and (i.municipality, i.id) = ('2480', s.id) returning i.*),
    l as (
      insert into bench.transition_log (municipality, instance_id, revision, machine, machine_version, group_id,
        from_state, event, to_state, actor, actor_role, at, payload, key)
      select i.municipality, i.id, i.revision, i.machine, i.machine_version, i.group_id, i.state, 'due', i.state,
        w.worker, 'worker', now(), '{"detail": "2026-1"}', gen_random_uuid()
      from i, bench.who w)
    insert into bench.outbox (municipality, id, kind, key, requested_at, next_attempt, payload)
    select i.municipality, gen_random_uuid(), 'mail', concat_ws('.', i.id, i.revision, 'action-due', w.worker),
      now(), now(), '{"to": "fastighet@example.org", "notice": "action-due", "detail": "2026-1"}'
    from i, bench.who w;
    """
  }
}
