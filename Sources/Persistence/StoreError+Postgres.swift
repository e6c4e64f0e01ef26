import EST
import Postgres

extension StoreError {
  init(_ error: PostgresError) {
    switch error.kind {
    case .server(let server): self.init(server, error)
    case .connection(let reason): self = .unreachable(reason: reason)
    case .login(let failure): self = .login(failure)
    case .unsafe(let reason): self = .unsafeConnection(reason)
    case .outcomeUnknown: self = .outcomeUnknown
    case .deadline: self = .outOfTime
    case .closed: self = .unreachable(reason: "closed")
    case .decoding, .noSuchColumn, .notOneRow, .invalidStatement: self = .fault(error.description)
    }
  }

  private init(_ server: ServerError, _ error: PostgresError) {
    switch server.sqlState {
    // serialization_failure, deadlock_detected, lock_not_available
    case "40001", "40P01", "55P03": self = .conflict
    case "53100": self = .diskFull
    // too_many_connections, admin_shutdown, crash_shutdown, cannot_connect_now
    case "53300", "57P01", "57P02", "57P03": self = .unreachable(reason: server.message)
    // invalid_catalog_name: the database itself is not there.
    case "3D000": self = .unreachable(reason: server.message)
    // query_canceled
    case "57014": self = .outOfTime
    // unique_violation
    case "23505": self = StoreError.taken(by: server.constraintName)
    case _ where server.constraintName == "log_position_is_behind": self = .schema(.logIsBehind)
    case _ where server.constraintName == "no_personal_data": self = StoreError.personalData(server)
    // insufficient_privilege, and every other rule that has a name of its own
    case _ where server.constraintName != nil:
      self = .refused(rule: server.constraintName!, message: server.message)
    case "42501": self = .refused(rule: "insufficient_privilege", message: server.message)
    case "3F000", "42P01": self = .schema(.missing)
    default: self = .fault(error.description)
    }
  }

  /// The screen says kind and place, and never what was found.
  private static func personalData(_ server: ServerError) -> StoreError {
    let words = server.detail?.split(separator: ",").map(String.init) ?? []
    guard words.count == 2, let kind = PersonalDataKind(rawValue: words[0]), let position = Int(words[1]),
      let column = server.columnName
    else { return .refused(rule: "no_personal_data", message: server.message) }
    return .personalData(column: column, kind, position: position)
  }

  /// Two who plan the same period, or say the same event, do it once: the second one reads again.
  private static func taken(by constraint: String?) -> StoreError {
    switch constraint {
    case "one_cycle_for_each_period", "transition_log_pkey", "transition_ends", "event_said_once",
      "one_statutory_picture_for_each_deadline", "amendment_said_once":
      .conflict
    case "group_name_unique": .taken(.group, name: "")
    case "organisation_name_unique": .taken(.organisation, name: "")
    case "unit_name_unique": .taken(.unit, name: "")
    case "login_unique": .taken(.participant, name: "")
    case "area_name_unique": .taken(.area, name: "")
    case "reference_unique_in_register", "incident_key_pkey": .taken(.incident, name: "")
    case let rule: .refused(rule: rule ?? "", message: "")
    }
  }
}
