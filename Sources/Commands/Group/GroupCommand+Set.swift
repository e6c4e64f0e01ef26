import ArgumentParser
import EST
import Workflow

extension GroupCommand {
  struct Set: EstCommand {
    static let configuration = CommandConfiguration(
      abstract: "Ändra en grupps inställningar. Öppna perioder behåller sina, planerade planeras om.",
      discussion: """
        Exempel:
          est group set --group Centrum --meeting \"torsdag 10:00\"
          est grupp ändra --day-off 2026-12-24 --day-off 2026-12-31
          est grupp ändra --group Öst --rename Österängen
        """,
      aliases: ["ändra"])

    @Option(name: .customLong("rename"), help: ArgumentHelp("Gruppens nya namn.", valueName: "namn"))
    var newName: String?

    @Option(
      name: .customLong("no-day-off"),
      help: ArgumentHelp("En dag som inte längre är ledig. Kan upprepas.", valueName: "datum"),
      transform: Reading.date)
    var daysOn: [LocalDate] = []

    @OptionGroup var settings: GroupOptions
    @OptionGroup(title: HelpText.common) var global: GlobalOptions

    func answer(_ context: Context) async throws -> Answer {
      var changes = settings.changes
      changes.daysOffRemoved = Swift.Set(daysOn)
      let (newName, wanted) = (newName, changes)
      let (group, change) = try await context.desk { desk in
        try desk.setGroup(try desk.group(), newName: newName, wanted)
      }
      return Answer(
        ["group": group.json, "change": .string(change.rawValue)],
        .text(context.messages.outcome(change, group.name)))
    }
  }
}
