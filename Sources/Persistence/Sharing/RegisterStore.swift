import EST
import Foundation
import Postgres

/// What an extract of the register is of.
public enum RegisterSubject: Sendable, Hashable {
  case words(PlaceWords)
  case area(AreaID)
}

/// What is held of a place, wherever it stands. The policies of the database decide which rows.
///
/// The free texts of reports are read here and by `IncidentStore`, and nowhere else on this way.
public struct RegisterStore {
  let session: Session
  let municipality: MunicipalityCode

  public init(_ session: Session, _ municipality: MunicipalityCode) {
    self.session = session
    self.municipality = municipality
  }

  /// The reports that say something of it, or once did; the oldest first.
  public func reports(of subject: RegisterSubject) throws -> [Incident] {
    let said: SQL
    switch subject {
    case .words(let words):
      said = """
        concat_ws(E'\\n', i.place, i.assessment, i.text, i.review_reason, array_to_string(i.reasons, E'\\n'))
            collate "sv-x-icu" ~* \(words.pattern)
          or exists (select from est.incident_version v
            where (v.municipality, v.received_at, v.id) = (i.municipality, i.received_at, i.id)
              and concat_ws(E'\\n', v.content ->> 'place', v.content ->> 'assessment', v.content ->> 'text',
                v.content ->> 'review_reason', v.content ->> 'reasons', v.reason)
                collate "sv-x-icu" ~* \(words.pattern))
        """
    case .area(let area):
      said = """
        i.area_id = \(area)
          or exists (select from est.incident_version v
            where (v.municipality, v.received_at, v.id) = (i.municipality, i.received_at, i.id)
              and v.content ->> 'area_id' = \(area)::text)
        """
    }
    return try IncidentStore(session, municipality).all(where: said)
  }

  /// The problems that are of it, or that stand on one of the reports.
  public func problems(of subject: RegisterSubject, reports: [IncidentID]) throws -> [Problem] {
    let own: SQL =
      switch subject {
      case .words(let words):
        """
        concat_ws(E'\\n', p.title, p.statement, o.result, o.lesson) collate "sv-x-icu" ~* \(words.pattern)
        """
      case .area(let area): "p.area_id = \(area)"
      }
    return try ProblemStore(session, municipality).all(
      where: """
        (\(own)) or exists (select from est.problem_incident l
          where (l.municipality, l.problem_id) = (p.municipality, p.id) and l.incident_id = any(\(reports)::uuid[]))
        """)
  }

  /// The actions against those problems, and those that name it.
  public func actions(of subject: RegisterSubject, problems: [ProblemID]) throws -> [RegisteredAction] {
    let own: SQL =
      switch subject {
      case .words(let words):
        """
        concat_ws(E'\\n', a.title, a.goal, a.baseline, a.production, a.process, a.result, a.lesson, a.effect)
          collate "sv-x-icu" ~* \(words.pattern)
        """
      case .area: "false"
      }
    return try session.rows(
      """
      select a.number, a.title, a.goal, a.result, o.name as owner, i.state
      from est.action a
      join est.instance i on (i.municipality, i.id) = (a.municipality, a.id)
      left join est.organisation o on (o.municipality, o.id) = (a.municipality, a.owner_organisation)
      where a.municipality = \(municipality) and (a.problem_id = any(\(problems)::uuid[]) or \(own))
      order by a.id
      """
    ) {
      RegisteredAction(
        number: try $0.get("number"), title: try $0.get("title"), goal: try $0.get("goal"),
        result: try $0.get("result"), owner: try $0.get("owner"), state: try $0.get("state", as: String.self))
    }
  }

  /// What was seen there on safety walks.
  public func walkPoints(of subject: RegisterSubject) throws -> [RegisteredWalkPoint] {
    let own: SQL =
      switch subject {
      case .words(let words):
        """
        concat_ws(E'\\n', p.text, p.cannot_because, p.outcome) collate "sv-x-icu" ~* \(words.pattern)
        """
      case .area(let area): "w.area_id = \(area)"
      }
    return try session.rows(
      """
      select w.number || '.' || p.number as number, w.day, a.name as area, p.text, p.cannot_because, p.outcome
      from est.safety_walk w
      join est.walk_point p on (p.municipality, p.walk_id) = (w.municipality, w.id)
      join est.area a on (a.municipality, a.id) = (w.municipality, w.area_id)
      where w.municipality = \(municipality) and (\(own)) order by w.day, w.id, p.number
      """
    ) {
      RegisteredWalkPoint(
        number: try $0.get("number"), day: try $0.get("day"), area: try $0.get("area"),
        text: try $0.get("text"), cannotBecause: try $0.get("cannot_because"),
        outcome: try $0.get("outcome"))
    }
  }
}

public struct RegisteredAction: Sendable {
  public let number: String
  public let title: String
  public let goal: String?
  public let result: String?
  /// The organisation that answers for it.
  public let owner: String?
  public let state: String
}

public struct RegisteredWalkPoint: Sendable {
  public let number: String
  public let day: LocalDate
  public let area: String
  public let text: String
  public let cannotBecause: String?
  public let outcome: String?
}

extension IncidentStore {
  /// Those of the municipality that a condition on `i` holds for, the oldest first.
  func all(where condition: SQL) throws -> [Incident] {
    try session.rows("\(columns) and (\(condition)) order by i.occurred_from, i.id", Self.read)
  }
}

extension ProblemStore {
  /// Those of the municipality that a condition on `p` and its outcome `o` holds for.
  func all(where condition: SQL) throws -> [Problem] {
    try session.rows("\(columns) and (\(condition)) order by p.id", Self.read)
  }
}
