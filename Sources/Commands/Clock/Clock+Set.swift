import ArgumentParser
import Workflow

extension Clock {
  struct Set: EstCommand {
    static let configuration = CommandConfiguration(
      abstract: "Ställ klockan. Därifrån går den vidare.",
      discussion: """
        Exempel:
          est clock set 2026-11-23T07:30
          est klocka ställ 2026-11-23T07:30:00+01:00
        """,
      aliases: ["ställ"])

    @Argument(
      help: ArgumentHelp("Tidpunkten, lokal eller med förskjutning.", valueName: "tid"),
      transform: Reading.moment)
    var time: Moment

    @OptionGroup(title: HelpText.common) var global: GlobalOptions

    func answer(_ context: Context) async throws -> Answer {
      let instant = try time.instant(in: context.zone)
      let now = try await context.engine().setClock(isDryRun: global.isDryRun) { _ in instant }
      return Clock.answer(now, isTrial: true, text: context.messages.clockSet(context.text(now)), context)
    }
  }
}
