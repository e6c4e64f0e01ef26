import EST
import Postgres

extension ProblemStore {
  /// What the machine needs to know of a problem, as it stands in this transaction.
  /// - Parameter actor: who is about to sign: whether the other has signed depends on who that is.
  public func facts(of id: ProblemID, by actor: ParticipantID, at now: Instant) throws -> ProblemFacts {
    let facts = try session.first(
      """
      with latest as (
        select max(version) as version from est.analysis
        where municipality = \(municipality) and problem_id = \(id)),
      tried as (
        select i.state, exists (select from est.action_cause c
          where (c.municipality, c.action_id) = (a.municipality, a.id)) as names_cause
        from est.action a join est.instance i on (i.municipality, i.id) = (a.municipality, a.id)
        where a.municipality = \(municipality) and a.problem_id = \(id))
      select p.follow_up,
        (select count(*) from jsonb_object_keys(p.criteria)) as criteria,
        (select count(*) from est.cause c join latest l on l.version = c.version
          where c.municipality = p.municipality and c.problem_id = p.id and c.kind = 'direct'
            and c.evidence is not null) as direct_causes,
        exists (select from est.signature s join latest l on l.version = s.version
          where s.municipality = p.municipality and s.problem_id = p.id
            and s.participant_id <> \(actor)) as other_signed,
        -- What is done was done before the problem was judged: acting again takes something new.
        (select count(*) from tried where names_cause
          and (state in ('decided', 'underway') or state = 'done' and i.state = 'analysed')) as decided,
        (select count(*) from tried where state in ('proposed', 'decided', 'underway')) as open,
        (select count(*) from tried where state = 'done') as done,
        (select count(*) from tried where state = 'evaluated') as evaluated
      from est.problem p join est.instance i on (i.municipality, i.id) = (p.municipality, p.id)
      where p.municipality = \(municipality) and p.id = \(id)
      """
    ) {
      var facts = ProblemFacts(now: now)
      facts.followUp = try $0.get("follow_up")
      facts.criteriaScored = try $0.get("criteria")
      facts.directCausesWithEvidence = try $0.get("direct_causes")
      facts.otherHasSigned = try $0.get("other_signed")
      facts.decidedActionsWithCause = try $0.get("decided")
      facts.openActions = try $0.get("open")
      facts.doneActions = try $0.get("done")
      facts.evaluatedActions = try $0.get("evaluated")
      return facts
    }
    // Before its birth a problem has none.
    return facts ?? ProblemFacts(now: now)
  }
}
