import EST
import Postgres
import StateMachine

/// What an agreement says of itself: all that may change until it is signed.
public struct AgreementFields: Sendable, Hashable {
  public var title: String
  public var term: Term
  public var goals: String
  public var focusAreas: [String]
  public var parties: Set<OrganisationID>
  /// The agreement that this one is to replace when it takes effect.
  public var follows: AgreementID?

  public init(title: String, term: Term) {
    self.title = title
    self.term = term
    goals = ""
    focusAreas = []
    parties = []
  }
}

/// An agreement with where it is.
public struct Agreement: Sendable {
  public let id: AgreementID
  /// For people: the year and a running number, such as `2026-1`.
  public let number: String
  public let group: GroupID
  public let fields: AgreementFields
  public let signatories: [Signatory: LocalDate]
  public let state: State
  public let revision: Int
}

/// The agreements of one municipality.
public struct AgreementStore {
  let session: Session
  let municipality: MunicipalityCode

  public init(_ session: Session, _ municipality: MunicipalityCode) {
    self.session = session
    self.municipality = municipality
  }

  /// Writes an agreement; its birth in the log belongs to the same transaction.
  public func add(_ id: AgreementID, number: String, group: GroupID, _ fields: AgreementFields) throws {
    try session.execute(
      """
      insert into est.agreement (municipality, id, number, group_id, title, first_day, last_day, goals, focus_areas,
        follows)
      values (\(municipality), \(id), \(number), \(group), \(fields.title), \(fields.term.firstDay),
        \(fields.term.lastDay), \(fields.goals), \(fields.focusAreas), \(fields.follows))
      """)
    try session.execute(
      """
      insert into est.agreement_party (municipality, agreement_id, organisation_id)
      select \(municipality), \(id), o from unnest(\(Array(fields.parties))::uuid[]) o
      """)
  }

  /// That a function has signed on a day; said again, the later word holds.
  public func sign(_ id: AgreementID, as function: Signatory, on day: LocalDate) throws {
    try session.execute(
      """
      insert into est.agreement_signatory (municipality, agreement_id, function, signed_on)
      values (\(municipality), \(id), \(function), \(day))
      on conflict (municipality, agreement_id, function) do update set signed_on = excluded.signed_on
      """)
  }

  private var columns: SQL {
    """
    select a.id, a.number, a.group_id, a.title, a.first_day, a.last_day, a.goals, a.focus_areas, a.follows, i.state,
      i.revision,
      array(select p.organisation_id from est.agreement_party p
        where (p.municipality, p.agreement_id) = (a.municipality, a.id)) as parties,
      (select s.signed_on from est.agreement_signatory s where (s.municipality, s.agreement_id, s.function)
        = (a.municipality, a.id, 'policeChief')) as police_chief,
      (select s.signed_on from est.agreement_signatory s where (s.municipality, s.agreement_id, s.function)
        = (a.municipality, a.id, 'executiveChair')) as executive_chair
    from est.agreement a join est.instance i on (i.municipality, i.id) = (a.municipality, a.id)
    where a.municipality = \(municipality)
    """
  }

  private static func read(_ row: Row) throws -> Agreement {
    var fields = AgreementFields(
      title: try row.get("title"),
      term: Term(from: try row.get("first_day"), through: try row.get("last_day")))
    fields.goals = try row.get("goals")
    fields.focusAreas = try row.get("focus_areas")
    fields.follows = try row.get("follows")
    fields.parties = Set(try row.get("parties", as: [OrganisationID].self))
    var signatories: [Signatory: LocalDate] = [:]
    signatories[.policeChief] = try row.get("police_chief", as: LocalDate?.self)
    signatories[.executiveChair] = try row.get("executive_chair", as: LocalDate?.self)
    return Agreement(
      id: try row.get("id"), number: try row.get("number"), group: try row.get("group_id"), fields: fields,
      signatories: signatories, state: try row.get("state"), revision: try row.get("revision"))
  }

  public func find(_ id: AgreementID) throws -> Agreement? {
    try session.first("\(columns) and a.id = \(id)", Self.read)
  }

  /// The agreement of an id, or of a number for people.
  public func find(named name: String) throws -> Agreement? {
    if let id = AgreementID(name) { return try find(id) }
    return try session.first("\(columns) and a.number = \(bareNumber(name))", Self.read)
  }

  public func all(of group: GroupID) throws -> [Agreement] {
    try session.rows("\(columns) and a.group_id = \(group) order by a.first_day, a.id", Self.read)
  }

  public func hasSuccessorInForce(_ id: AgreementID) throws -> Bool {
    try session.one(
      """
      select exists (select from est.agreement a join est.instance i on (i.municipality, i.id) = (a.municipality, a.id)
        where a.municipality = \(municipality) and a.follows = \(id) and i.state in ('inForce', 'prolonged'))
      """)
  }
}
