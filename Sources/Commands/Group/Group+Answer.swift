import EST
import Language
import Persistence

extension Group {
  var json: JSON {
    [
      "name": .string(name), "period": .string(settings.period.rawValue),
      "anchor": .string(settings.anchor.description), "monthlyOrdinal": .int(settings.monthlyOrdinal),
      "deadline": .string(settings.deadline.description), "meeting": .string(settings.meeting.description),
      "pictureLeadMinutes": .int(settings.pictureLead),
      "reminderMinutes": .list(settings.reminders, JSON.int),
      "zone": .string(settings.zone), "daysOff": .list(settings.daysOff.sorted()) { .string($0.description) },
    ]
  }
}

extension GroupSettings.WeeklyTime {
  /// `tisdag 09:00`.
  func text(_ messages: CLIMessages) -> String { messages.weekly(weekday.rawValue, time.description) }
}
