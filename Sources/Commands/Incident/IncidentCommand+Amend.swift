import ArgumentParser
import EST
import Persistence
import Workflow

extension IncidentCommand {
  struct Amend: EstCommand {
    static let configuration = CommandConfiguration(
      abstract: "Rätta en rapport; det som stod förut finns kvar.",
      discussion: """
        Exempel:
          est incident amend 2026-17 --area Ersboda --because "fel stadsdel"
          est händelse rätta 2026-17 --category vandalism/glaskross
        """,
      aliases: ["rätta"])

    @Argument(help: ArgumentHelp("Nummer, id eller källans beteckning.", valueName: "rapport"))
    var incident: String

    @Option(help: ArgumentHelp("Varför den rättas.", valueName: "skäl"))
    var because: String?

    @OptionGroup(title: "Nytt innehåll") var options: ReportOptions
    @OptionGroup(title: HelpText.common) var global: GlobalOptions

    func answer(_ context: Context) async throws -> Answer {
      let (name, because, options) = (incident, because, options)
      return try await context.desk { desk in
        let categories = try desk.categories.current()
        var report = try desk.report(name)
        try options.apply(to: &report, categories: categories, zone: context.zone)
        let changed = report
        let version = try desk.amend(name, because: because) { $0 = changed }
        return Answer(
          ["incident": ["name": .string(name), "version": .int(version)]],
          .text(context.language.incidents.amended(name, version: version)))
      }
    }
  }

  struct Withdraw: EstCommand {
    static let configuration = CommandConfiguration(
      abstract: "Ta tillbaka en rapport som var ett misstag. Den och skälet finns kvar.",
      discussion: """
        Exempel:
          est incident withdraw 2026-17 --because "dubbelt rapporterad"
          est händelse återta 2026-17 --because "fel dag"
        """,
      aliases: ["återta"])

    @Argument(help: ArgumentHelp("Nummer, id eller källans beteckning.", valueName: "rapport"))
    var incident: String

    @Option(help: ArgumentHelp("Varför.", valueName: "skäl"))
    var because: String

    @OptionGroup(title: HelpText.common) var global: GlobalOptions

    func answer(_ context: Context) async throws -> Answer {
      let (name, because) = (incident, because)
      return try await context.desk { desk in
        try desk.withdraw(name, because: because)
        return Answer(
          ["incident": ["name": .string(name), "review": "withdrawn"]],
          .text(context.language.incidents.withdrawn(name)))
      }
    }
  }
}
