import EST
import Postgres

/// What a use case begins with: when, where, who, and what they may do in which group.
public struct Opening: Sendable {
  public let now: Instant
  public let municipality: Municipality
  /// `nil` where the login is none of the municipality's.
  public let participant: Participant?
  public let roles: [(group: GroupID, role: GroupRole)]
}

/// Who speaks, in one question to the database.
public enum CallerStore {
  /// As whom a connection speaks.
  public enum Login: Sendable {
    case named(String)
    /// The login role; or `administrator` where that is no participant but the schema's owner, who set it up and
    /// administers what is in it.
    case connection(orOwner: String)
  }

  public static func statement(_ code: MunicipalityCode, _ login: Login) -> SQL {
    let condition: SQL =
      switch login {
      case .named(let name): "p.login = \(name)"
      case .connection(let administrator):
        """
        (p.login = session_user or p.login = \(administrator)
          and pg_has_role(session_user, (select nspowner from pg_namespace where nspname = 'est'), 'member'))
        """
      }
    let roles: SQL = """
      from est.held_role r where r.municipality = p.municipality and r.participant_id = p.id
      order by r.group_id, r.role
      """
    return """
      select t.at as now, m.name as municipality_name, m.provenance, p.id, p.login, p.organisation_id,
        p.function, p.address, array(select r.group_id \(roles)) as groups, array(select r.role \(roles)) as roles
      from est.present t, est.municipality m
      left join est.participant p
        on p.municipality = m.municipality and p.removed_at is null and \(condition)
      where m.municipality = \(code)
      order by p.login = session_user desc limit 1
      """
  }

  /// - Returns: `nil` where there is no such municipality.
  public static func read(_ rows: Rows, _ code: MunicipalityCode) throws -> Opening? {
    try rows.first.map { row in
      let groups: [GroupID] = try row.get("groups")
      let roles: [GroupRole] = try row.get("roles")
      let id: ParticipantID? = try row.get("id")
      return Opening(
        now: try row.get("now"),
        municipality: Municipality(
          code: code, name: try row.get("municipality_name"), provenance: try row.get("provenance")),
        participant: try id.map {
          Participant(
            id: $0, login: try row.get("login"), organisation: try row.get("organisation_id"),
            function: try row.get("function"), address: try row.get("address"))
        },
        roles: zip(groups, roles).map { (group: $0, role: $1) })
    }
  }
}
