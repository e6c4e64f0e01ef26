import ArgumentParser
import EST
import Workflow

extension RetentionCommand {
  struct Hold: EstCommand {
    static let configuration = CommandConfiguration(
      abstract: "Stoppa gallring, till exempel medan något prövas av domstol.",
      discussion: """
        Utan information, område eller dagar gäller stoppet allt. Det vars område inte är känt räknas till området.

        Exempel:
          est retention hold --because "Begäran om utlämnande prövas" --reference "KS 2027/9"
          est gallring stoppa rapporter --area Haga --from 2026-03-01 --to 2026-03-31 --because "Tvist" --reference "T 12-27"
        """,
      aliases: ["stoppa"])

    @Argument(help: RetentionCommand.kindHelp, transform: RetentionCommand.kind)
    var kind: InformationKind?

    @Option(help: ArgumentHelp("Bara det området.", valueName: "namn"))
    var area: String?

    @Option(
      help: ArgumentHelp("Bara det som hände eller räknas från och med den dagen.", valueName: "datum"),
      transform: Reading.date)
    var from: LocalDate?

    @Option(
      help: ArgumentHelp("Bara det som hände eller räknas till och med den dagen.", valueName: "datum"),
      transform: Reading.date)
    var to: LocalDate?

    @Option(help: ArgumentHelp("Varför.", valueName: "skäl"))
    var because: String

    @Option(help: ArgumentHelp("Diarienummer eller målnummer.", valueName: "beteckning"))
    var reference: String

    @OptionGroup(title: HelpText.common) var global: GlobalOptions

    func answer(_ context: Context) async throws -> Answer {
      let (kind, area, from, to, because, reference) = (kind, area, from, to, because, reference)
      let number = try await context.desk { desk in
        try desk.hold(kind, area: area, from: from, to: to, because: because, reference: reference)
      }
      return Answer(["hold": ["number": .int(number)]], .text(context.language.retention.isHeld(number)))
    }
  }

  struct Release: EstCommand {
    static let configuration = CommandConfiguration(
      abstract: "Häv ett gallringsstopp. Det står kvar, med skälen.",
      discussion: """
        Exempel:
          est retention release 1 --because "Domen har vunnit laga kraft"
          est gallring häv 1 --because "Domen har vunnit laga kraft"
        """,
      aliases: ["häv"])

    @Argument(
      help: ArgumentHelp("Gallringsstoppets nummer.", valueName: "nummer"),
      transform: Reading.count(upTo: 1_000_000))
    var number: Int

    @Option(help: ArgumentHelp("Varför.", valueName: "skäl"))
    var because: String

    @OptionGroup(title: HelpText.common) var global: GlobalOptions

    func answer(_ context: Context) async throws -> Answer {
      let (number, because) = (number, because)
      try await context.desk { desk in try desk.release(number, because: because) }
      return Answer(["hold": ["number": .int(number)]], .text(context.language.retention.isReleased(number)))
    }
  }
}
