import EST
import Postgres

/// How long a municipality keeps what, what stops its disposal, and what was disposed of.
public struct RetentionStore {
  let session: Session
  let municipality: MunicipalityCode

  public init(_ session: Session, _ municipality: MunicipalityCode) {
    self.session = session
    self.municipality = municipality
  }

  /// The municipality's day.
  public func today() throws -> LocalDate { try session.one("select est.today_in(\(municipality))") }

  public func rules() throws -> [RetentionRule] {
    try session.rows(
      """
      select information, number, from_day, months, days, decision from est.retention_rule
      where municipality = \(municipality) order by information, number
      """
    ) {
      let months = try $0.get("months", as: Int32?.self)
      let days = try $0.get("days", as: Int32?.self)
      return RetentionRule(
        kind: try $0.get("information"), number: Int(try $0.get("number", as: Int32.self)),
        from: try $0.get("from_day"),
        period: months.flatMap { months in
          days.flatMap { RetentionPeriod(months: Int(months), days: Int($0)) }
        },
        decision: try $0.get("decision"))
    }
  }

  /// - Parameter period: `nil` for ever.
  /// - Returns: the rule's number, which the database gives it.
  public func set(
    _ kind: InformationKind, _ period: RetentionPeriod?, from day: LocalDate, decision: String,
    by actor: ParticipantID, at now: Instant
  ) throws -> Int {
    Int(
      try session.one(
        """
        insert into est.retention_rule (municipality, information, number, from_day, months, days, decision, set_at,
          set_by)
        values (\(municipality), \(kind), 0, \(day), \(period.map { Int32($0.months) }),
          \(period.map { Int32($0.days) }), \(decision), \(now), \(actor))
        returning number
        """, as: Int32.self))
  }

  /// In the order in which they were placed.
  public func holds() throws -> [RetentionHold] {
    try session.rows(
      """
      select h.number, h.information, a.name as area, h.first_day, h.last_day, h.reason, h.reference, h.placed_at,
        p.login as placed_by, h.lifted_at, l.login as lifted_by, h.lifted_because
      from est.retention_hold h
      join est.participant p on (p.municipality, p.id) = (h.municipality, h.placed_by)
      left join est.participant l on (l.municipality, l.id) = (h.municipality, h.lifted_by)
      left join est.area a on (a.municipality, a.id) = (h.municipality, h.area_id)
      where h.municipality = \(municipality) order by h.number
      """
    ) { row in
      let liftedAt: Instant? = try row.get("lifted_at")
      return RetentionHold(
        number: Int(try row.get("number", as: Int32.self)), kind: try row.get("information"),
        area: try row.get("area"), from: try row.get("first_day"), to: try row.get("last_day"),
        reason: try row.get("reason"), reference: try row.get("reference"),
        placedAt: try row.get("placed_at"),
        placedBy: try row.get("placed_by"),
        lifted: try liftedAt.map {
          RetentionHold.Lifting(at: $0, by: try row.get("lifted_by"), reason: try row.get("lifted_because"))
        })
    }
  }

  /// - Returns: the hold's number, which the database gives it.
  public func place(_ hold: NewRetentionHold, by actor: ParticipantID, at now: Instant) throws -> Int {
    Int(
      try session.one(
        """
        insert into est.retention_hold (municipality, number, information, area_id, first_day, last_day, reason,
          reference, placed_at, placed_by)
        values (\(municipality), 0, \(hold.kind), \(hold.area), \(hold.from), \(hold.to), \(hold.reason),
          \(hold.reference), \(now), \(actor))
        returning number
        """, as: Int32.self))
  }

  /// - Returns: false where no such hold stands.
  public func lift(_ number: Int, because reason: String, by actor: ParticipantID, at now: Instant) throws
    -> Bool
  {
    try session.execute(
      """
      update est.retention_hold set lifted_at = \(now), lifted_by = \(actor), lifted_because = \(reason)
      where municipality = \(municipality) and number = \(Int32(clamping: number)) and lifted_at is null
      """) == 1
  }

  /// Newest first.
  public func disposals(limit: Int) throws -> [Disposal] {
    try session.rows(
      """
      select d.information, d.day, r.decision, d.items, d.first_day, d.last_day
      from est.disposal d
      join est.retention_rule r
        on (r.municipality, r.information, r.number) = (d.municipality, d.information, d.rule)
      where d.municipality = \(municipality) order by d.day desc, d.information, d.rule limit \(limit)
      """
    ) {
      Disposal(
        kind: try $0.get("information"), day: try $0.get("day"), decision: try $0.get("decision"),
        items: Int(try $0.get("items", as: Int64.self)), firstDay: try $0.get("first_day"),
        lastDay: try $0.get("last_day"))
    }
  }

  /// What is left, whoever wrote it, as numbers.
  public func retained() throws -> [Retained] {
    try session.rows(
      "select information, since, held, items from est.retained(\(municipality)) order by information, since"
    ) {
      Retained(
        kind: try $0.get("information"), since: try $0.get("since"), isHeld: try $0.get("held"),
        items: Int(try $0.get("items", as: Int64.self)))
    }
  }

  /// Disposes of what is due. The database chooses, by the rule in force and what is held.
  /// - Returns: how many rows; 0 when nothing is due.
  public func dispose(_ kind: InformationKind, atMost limit: Int) throws -> Int {
    Int(
      try session.one(
        "select est.dispose(\(municipality), \(kind), \(Int32(clamping: limit)))", as: Int64.self))
  }

  /// The municipalities and kinds that have a rule: whether anything of them is due, `dispose` finds out.
  public static func ruled(_ session: Session) throws -> [(MunicipalityCode, InformationKind)] {
    try session.rows("select distinct municipality, information from est.retention_rule order by 1, 2") {
      (try $0.get("municipality"), try $0.get("information"))
    }
  }
}
