import ArgumentParser
import Workflow

struct ReportCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "report", abstract: "En enhets svar för perioden.", subcommands: [Nothing.self],
    aliases: ["svar"])

  struct Nothing: EstCommand {
    static let configuration = CommandConfiguration(
      abstract: "Inget att rapportera. Det är ett svar; att vara tyst är det inte.",
      discussion: """
        Exempel:
          est report nothing --unit Stadsdelsbiblioteket
          est svar inget --unit Stadsdelsbiblioteket --week 2026-W47
        """,
      aliases: ["inget"])

    @Option(help: ArgumentHelp("Enheten.", valueName: "namn"))
    var unit: String?

    @Option(
      help: ArgumentHelp("Perioden; annars den med närmast sista dag.", valueName: "period"),
      transform: Reading.period)
    var week: String?

    @OptionGroup(title: HelpText.common) var global: GlobalOptions

    func answer(_ context: Context) async throws -> Answer {
      let (unit, week) = (unit, week)
      return try await context.desk { desk in
        let name = try desk.reportingUnit(unit).name
        let period = try desk.reportNothing(unit: unit, period: week)
        return Answer(
          ["report": ["unit": .string(name), "period": .string(period.label), "status": "nothing"]],
          .text(context.language.incidents.nothingSaid(name, period: period.label)))
      }
    }
  }
}
