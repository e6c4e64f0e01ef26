import ArgumentParser
import Workflow

extension GroupCommand {
  struct Add: EstCommand {
    static let configuration = CommandConfiguration(
      abstract: "Lägg till en EST-grupp. Det som inte anges blir som vanligast.",
      discussion: """
        Exempel:
          est group add --name Centrum
          est grupp ny --name Öst --period fortnightly --anchor 2026-W02 --meeting \"onsdag 13:00\"
        """,
      aliases: ["ny"])

    @Option(help: ArgumentHelp("Gruppens namn.", valueName: "namn"))
    var name: String

    @OptionGroup var settings: GroupOptions
    @OptionGroup(title: HelpText.common) var global: GlobalOptions

    func answer(_ context: Context) async throws -> Answer {
      let (name, changes) = (name, settings.changes)
      let (group, change) = try await context.desk { try $0.addGroup(name, changes) }
      return Answer(
        ["group": group.json, "change": .string(change.rawValue)],
        .text(context.messages.outcome(change, group.name)))
    }
  }
}
