import ArgumentParser
import Workflow

extension IncidentCommand {
  struct Redact: EstCommand {
    static let configuration = CommandConfiguration(
      abstract: "Maskera fritexten i en rapport, i alla dess versioner. Går inte att ångra.",
      discussion: """
        Skriv aldrig i skälet det som maskeras.

        Exempel:
          est incident redact 2026-17 --because "en person kunde kännas igen"
          est händelse maskera 2026-17 --because "en person kunde kännas igen"
        """,
      aliases: ["maskera"])

    @Argument(help: ArgumentHelp("Nummer, id eller källans beteckning.", valueName: "rapport"))
    var incident: String

    @Option(help: ArgumentHelp("Varför.", valueName: "skäl"))
    var because: String

    @OptionGroup(title: HelpText.common) var global: GlobalOptions

    func answer(_ context: Context) async throws -> Answer {
      let (name, because) = (incident, because)
      return try await context.desk { desk in
        let versions = try desk.redact(name, because: because)
        return Answer(
          ["incident": ["name": .string(name), "redactedVersions": .int(versions)]],
          .text(context.language.incidents.redacted(name, versions: versions)))
      }
    }
  }
}
