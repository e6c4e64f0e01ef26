import ArgumentParser
import EST
import Persistence
import Workflow

extension IncidentCommand {
  struct Review: EstCommand {
    static let configuration = CommandConfiguration(
      abstract: "Släpp in rapporter i lägesbilden, eller avvisa dem med skäl.",
      discussion: """
        Exempel:
          est incident review 2026-17 2026-18 --accept
          est incident review 2026-19 --reject --because "rykte utan plats"
          est händelse granska --all --accept --week 2026-W47
        """,
      aliases: ["granska"])

    @Argument(help: ArgumentHelp("Nummer, id eller beteckningar.", valueName: "rapport"))
    var incidents: [String] = []

    @Flag(name: .customLong("accept"), help: "Godkänn.")
    var accepts = false

    @Flag(name: .customLong("reject"), help: "Avvisa; kräver --because.")
    var rejects = false

    @Flag(name: .customLong("all"), help: "Alla som väntar, av det som hänt till och med perioden.")
    var all = false

    @Option(
      help: ArgumentHelp("Med --all: till och med den här perioden.", valueName: "period"),
      transform: Reading.period)
    var week: String?

    @Option(
      help: ArgumentHelp("Med --all: bara från en källa.", valueName: "källa"),
      transform: Reading.word(ReportSource.self))
    var source: ReportSource?

    @Option(help: ArgumentHelp("Skälet till ett avvisande.", valueName: "skäl"))
    var because: String?

    @OptionGroup(title: HelpText.common) var global: GlobalOptions

    func answer(_ context: Context) async throws -> Answer {
      guard accepts != rejects else { throw CommandProblem.options(.oneOf(["--accept", "--reject"])) }
      guard all != !incidents.isEmpty else { throw CommandProblem.options(.oneOf(["--all", "RAPPORT"])) }
      if all, rejects { throw CommandProblem.options(.exclusive("--all", "--reject")) }
      if rejects, because == nil { throw CommandProblem.options(.needs("--reject", other: "--because")) }
      let command = self
      return try await context.desk { desk in
        let count: Int
        if command.all {
          let group = try desk.group()
          let cycle = try command.week.map { try desk.timetable(labelled: $0, of: group).period }
          count = try desk.acceptAll(
            of: group, through: try cycle ?? desk.cycle(of: group).period, source: command.source)
        } else {
          count = try desk.review(command.incidents, accept: command.accepts, because: command.because)
        }
        return Answer(
          ["reviewed": .int(count)],
          .text(context.language.incidents.reviewed(count, accepted: command.accepts)))
      }
    }
  }
}
