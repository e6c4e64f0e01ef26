import ArgumentParser
import EST
import Workflow

/// The settings of a group that `add` and `set` share.
struct GroupOptions: ParsableArguments {
  @Option(
    help: ArgumentHelp(
      "weekly, fortnightly eller monthly (vecka, fjorton-dagar, månad).", valueName: "period"),
    transform: Reading.word(
      Period.Kind.self, swedish: ["vecka": .weekly, "fjorton-dagar": .fortnightly, "månad": .monthly]))
  var period: Period.Kind?

  @Option(
    help: ArgumentHelp("En vecka då en fjortondagarsperiod börjar.", valueName: "vecka"),
    transform: Reading.week)
  var anchor: ISOWeek?

  @Option(
    name: .customLong("monthly-ordinal"),
    help: ArgumentHelp("Vilken av månadens veckodagar mötet hålls, 1–4.", valueName: "nummer"))
  var monthlyOrdinal: Int?

  @Option(
    help: ArgumentHelp("När rapporterna ska vara inne: »måndag 12:00«.", valueName: "dag tid"),
    transform: Reading.weekly)
  var deadline: GroupSettings.WeeklyTime?

  @Option(
    help: ArgumentHelp("När mötet hålls: »tisdag 09:00«.", valueName: "dag tid"), transform: Reading.weekly)
  var meeting: GroupSettings.WeeklyTime?

  @Option(
    name: .customLong("picture-lead"),
    help: ArgumentHelp("Hur långt före mötet lägesbilden är klar: 2h.", valueName: "tidslängd"),
    transform: Reading.span)
  var pictureLead: TimeSpan?

  @Option(
    name: .customLong("reminder"),
    help: ArgumentHelp("Påminn så långt före tidsgränsen: 3h. Kan upprepas.", valueName: "tidslängd"),
    transform: Reading.span)
  var reminders: [TimeSpan] = []

  @Option(help: ArgumentHelp("Tidszon, så som Europe/Stockholm.", valueName: "namn"))
  var zone: String?

  @Option(
    name: .customLong("day-off"),
    help: ArgumentHelp("En ledig dag utöver helgdagarna. Kan upprepas.", valueName: "datum"),
    transform: Reading.date)
  var daysOff: [LocalDate] = []

  var changes: GroupChanges {
    var changes = GroupChanges()
    changes.period = period
    changes.anchor = anchor
    changes.monthlyOrdinal = monthlyOrdinal
    changes.deadline = deadline
    changes.meeting = meeting
    changes.pictureLead = pictureLead?.totalMinutes
    changes.reminders = reminders.isEmpty ? nil : reminders.map(\.totalMinutes)
    changes.zone = zone
    changes.daysOffAdded = Set(daysOff)
    return changes
  }
}
