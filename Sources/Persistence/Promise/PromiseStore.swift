import EST
import Foundation
import Postgres
import StateMachine

/// The citizen promises of one municipality.
public struct PromiseStore {
  let session: Session
  let municipality: MunicipalityCode

  public init(_ session: Session, _ municipality: MunicipalityCode) {
    self.session = session
    self.municipality = municipality
  }

  /// Writes a set; its birth in the log belongs to the same transaction.
  public func add(
    _ id: PromiseSetID, number: String, group: GroupID, title: String, term: Term, prolongs: PromiseSetID?
  ) throws {
    try session.execute(
      """
      insert into est.promise_set (municipality, id, number, group_id, title, first_day, last_day, prolongs)
      values (\(municipality), \(id), \(number), \(group), \(title), \(term.firstDay), \(term.lastDay), \(prolongs))
      """)
  }

  /// Adds a promise at the end of its set.
  /// - Parameter id: the client's key; the same promise said again stays one.
  public func add(_ promise: NewPromise, id: UUID, to set: PromiseSetID) throws {
    let number = try session.first(
      """
      insert into est.promise (municipality, set_id, number, id, text, target)
      select \(municipality), \(set), coalesce(max(p.number), 0) + 1, \(id), \(promise.text), \(promise.target)
      from est.promise p where p.municipality = \(municipality) and p.set_id = \(set)
      on conflict (municipality, id) do nothing returning number
      """
    ) { try $0.get("number", as: Int32.self) }
    guard let number else { return }
    try session.execute(
      """
      insert into est.promise_promisor (municipality, set_id, promise, organisation_id)
      select \(municipality), \(set), \(number), o from unnest(\(Array(promise.promisors))::uuid[]) o
      """)
  }

  /// Takes everything that was promised over to the set that goes on from it, for as long as that is a draft.
  public func copyPromises(from old: PromiseSetID, to new: PromiseSetID) throws {
    try session.execute(
      """
      insert into est.promise (municipality, set_id, number, id, text, target)
      select municipality, \(new), number, gen_random_uuid(), text, target from est.promise
      where municipality = \(municipality) and set_id = \(old)
      """)
    try session.execute(
      """
      insert into est.promise_promisor (municipality, set_id, promise, organisation_id)
      select municipality, \(new), promise, organisation_id from est.promise_promisor
      where municipality = \(municipality) and set_id = \(old)
      """)
  }

  public func sign(_ set: PromiseSetID, as function: Signatory, on day: LocalDate) throws {
    try session.execute(
      """
      insert into est.promise_signatory (municipality, set_id, function, signed_on)
      values (\(municipality), \(set), \(function), \(day))
      on conflict (municipality, set_id, function) do update set signed_on = excluded.signed_on
      """)
  }

  /// What was done for a promise; said again under the same id it stays once.
  public func addActivity(
    _ id: UUID, to promise: Int, of set: PromiseSetID, on day: LocalDate, count: Int, text: String
  ) throws {
    try session.execute(
      """
      insert into est.promise_activity (municipality, set_id, promise, id, day, count, text)
      values (\(municipality), \(set), \(promise), \(id), \(day), \(count), \(text)) on conflict do nothing
      """)
  }

  public func judge(_ promise: Int, of set: PromiseSetID, _ judgement: String) throws {
    try session.change(
      """
      update est.promise set judgement = \(judgement)
      where municipality = \(municipality) and set_id = \(set) and number = \(promise)
      """)
  }

  private var columns: SQL {
    """
    select s.id, s.number, s.group_id, s.title, s.first_day, s.last_day, s.prolongs, i.state, i.revision,
      array(select g.function from est.promise_signatory g
        where (g.municipality, g.set_id) = (s.municipality, s.id)) as signatories
    from est.promise_set s join est.instance i on (i.municipality, i.id) = (s.municipality, s.id)
    where s.municipality = \(municipality)
    """
  }

  private func read(_ row: Row) throws -> PromiseSet {
    let id: PromiseSetID = try row.get("id")
    return PromiseSet(
      id: id, number: try row.get("number"), group: try row.get("group_id"), title: try row.get("title"),
      term: Term(from: try row.get("first_day"), through: try row.get("last_day")),
      prolongs: try row.get("prolongs"), promises: try promises(of: id),
      signatories: Set(try row.get("signatories", as: [String].self).compactMap(Signatory.init)),
      state: try row.get("state"), revision: try row.get("revision"))
  }

  private func promises(of set: PromiseSetID) throws -> [CitizenPromise] {
    try session.rows(
      """
      select p.number, p.text, p.target, p.judgement,
        array(select o.organisation_id from est.promise_promisor o
          where (o.municipality, o.set_id, o.promise) = (p.municipality, p.set_id, p.number)) as promisors,
        (select coalesce(sum(a.count), 0) from est.promise_activity a
          where (a.municipality, a.set_id, a.promise) = (p.municipality, p.set_id, p.number)) as activities
      from est.promise p where p.municipality = \(municipality) and p.set_id = \(set) order by p.number
      """
    ) {
      CitizenPromise(
        number: try $0.get("number"), text: try $0.get("text"), target: try $0.get("target"),
        promisors: Set(try $0.get("promisors", as: [OrganisationID].self)),
        judgement: try $0.get("judgement"), activities: Int(try $0.get("activities", as: Int64.self)))
    }
  }

  public func find(_ id: PromiseSetID) throws -> PromiseSet? {
    try session.first("\(columns) and s.id = \(id)", read)
  }

  /// The set of an id, or of a number for people.
  public func find(named name: String) throws -> PromiseSet? {
    if let id = PromiseSetID(name) { return try find(id) }
    return try session.first("\(columns) and s.number = \(bareNumber(name))", read)
  }

  public func all(of group: GroupID) throws -> [PromiseSet] {
    try session.rows("\(columns) and s.group_id = \(group) order by s.first_day, s.id", read)
  }

  /// The set that goes on from this one, if one has been born.
  public func prolongation(of id: PromiseSetID) throws -> PromiseSetID? {
    try session.first(
      "select id from est.promise_set where municipality = \(municipality) and prolongs = \(id)"
    ) { try $0.get("id") }
  }
}
