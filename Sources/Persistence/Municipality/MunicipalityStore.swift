import EST
import Postgres

/// Whether the reports are real or a sample's: told in every output.
public enum Provenance: String, Sendable, StoredAsText { case real, sample }

public struct Municipality: Sendable, Hashable {
  public let code: MunicipalityCode
  public let name: String
  public let provenance: Provenance

  public init(code: MunicipalityCode, name: String, provenance: Provenance) {
    self.code = code
    self.name = name
    self.provenance = provenance
  }
}

public struct Group: Sendable, Hashable {
  public let id: GroupID
  public let name: String
  public let settings: GroupSettings

  public init(id: GroupID, name: String, settings: GroupSettings) {
    self.id = id
    self.name = name
    self.settings = settings
  }
}

/// Municipalities and their groups.
public struct MunicipalityStore {
  let session: Session
  public init(_ session: Session) { self.session = session }

  /// - Returns: whether it is new.
  public func add(_ municipality: Municipality) throws -> Bool {
    try session.execute(
      """
      insert into est.municipality (municipality, name, provenance)
      values (\(municipality.code), \(municipality.name), \(municipality.provenance)) on conflict do nothing
      """) == 1
  }

  public func all() throws -> [Municipality] {
    try session.rows("select municipality, name, provenance from est.municipality order by municipality") {
      Municipality(
        code: try $0.get("municipality"), name: try $0.get("name"), provenance: try $0.get("provenance"))
    }
  }

  public func find(_ code: MunicipalityCode) throws -> Municipality? {
    try all().first { $0.code == code }
  }

  public func groups(of code: MunicipalityCode) throws -> [Group] {
    try session.rows(
      """
      select id, name, period, anchor, monthly_ordinal, deadline, meeting, picture_lead, reminders, zone, days_off
      from est.est_group where municipality = \(code) order by name
      """
    ) {
      Group(
        id: try $0.get("id"), name: try $0.get("name"),
        settings: GroupSettings(
          period: try $0.get("period"), anchor: try $0.get("anchor"),
          monthlyOrdinal: Int(try $0.get("monthly_ordinal", as: Int16.self)),
          deadline: try $0.get("deadline"), meeting: try $0.get("meeting"),
          pictureLead: try $0.get("picture_lead"),
          reminders: try $0.get("reminders", as: [Int32].self).map(Int.init), zone: try $0.get("zone"),
          daysOff: Set(try $0.get("days_off", as: [LocalDate].self))))
    }
  }

  /// Adds the group, or gives the one of that id its new settings, which hold for every period that has not begun.
  public func save(_ group: Group, in code: MunicipalityCode) throws {
    let s = group.settings
    try session.execute(
      """
      insert into est.est_group (municipality, id, name, period, anchor, monthly_ordinal, deadline, meeting,
        picture_lead, reminders, zone, days_off)
      values (\(code), \(group.id), \(group.name), \(s.period), \(s.anchor), \(s.monthlyOrdinal), \(s.deadline),
        \(s.meeting), \(s.pictureLead), \(s.reminders.map(Int32.init)), \(s.zone), \(s.daysOff.sorted()))
      on conflict (municipality, id) do update set name = excluded.name, period = excluded.period,
        anchor = excluded.anchor, monthly_ordinal = excluded.monthly_ordinal, deadline = excluded.deadline,
        meeting = excluded.meeting, picture_lead = excluded.picture_lead, reminders = excluded.reminders,
        zone = excluded.zone, days_off = excluded.days_off
      """)
  }

  public func setting(_ key: String, of code: MunicipalityCode) throws -> String? {
    try session.first("select value from est.setting where municipality = \(code) and key = \(key)") {
      try $0.get("value")
    }
  }

  public func settings(of code: MunicipalityCode) throws -> [(key: String, value: String)] {
    try session.rows("select key, value from est.setting where municipality = \(code) order by key") {
      (try $0.get("key"), try $0.get("value"))
    }
  }

  public func set(_ key: String, to value: String, of code: MunicipalityCode) throws {
    try session.execute(
      """
      insert into est.setting (municipality, key, value) values (\(code), \(key), \(value))
      on conflict (municipality, key) do update set value = excluded.value
      """)
  }
}
