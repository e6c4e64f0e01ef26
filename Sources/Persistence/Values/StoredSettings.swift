import EST
import Foundation
import Postgres

/// A group's settings as a cycle keeps those that it was planned under.
struct StoredSettings: Codable {
  let period: String
  let anchor: String
  let monthlyOrdinal: Int
  let deadline: String
  let meeting: String
  let pictureLead: Int
  let reminders: [Int]
  let zone: String
  let daysOff: [String]

  static func json(_ s: GroupSettings) throws -> JSONText {
    let stored = StoredSettings(
      period: s.period.rawValue, anchor: s.anchor.description, monthlyOrdinal: s.monthlyOrdinal,
      deadline: s.deadline.description, meeting: s.meeting.description, pictureLead: s.pictureLead,
      reminders: s.reminders, zone: s.zone, daysOff: s.daysOff.sorted().map(\.description))
    let encoder = JSONEncoder()
    encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
    return JSONText(String(decoding: try encoder.encode(stored), as: UTF8.self))
  }

  static func read(_ json: JSONText) throws -> GroupSettings {
    let stored = try JSONDecoder().decode(StoredSettings.self, from: Data(json.text.utf8))
    guard let period = Period.Kind(rawValue: stored.period), let anchor = ISOWeek(stored.anchor),
      let deadline = GroupSettings.WeeklyTime(stored.deadline),
      let meeting = GroupSettings.WeeklyTime(stored.meeting)
    else { throw StoreError.fault("a cycle's settings are those of another version") }
    return GroupSettings(
      period: period, anchor: anchor, monthlyOrdinal: stored.monthlyOrdinal, deadline: deadline,
      meeting: meeting, pictureLead: stored.pictureLead, reminders: stored.reminders, zone: stored.zone,
      daysOff: Set(stored.daysOff.compactMap { LocalDate($0) }))
  }
}
