import ArgumentParser
import Workflow

extension Clock {
  struct Advance: EstCommand {
    static let configuration = CommandConfiguration(
      abstract: "Ställ fram klockan. Ett dygn behåller klockslaget.",
      discussion: """
        Exempel:
          est clock advance 7d
          est klocka fram 1d12h
        """,
      aliases: ["fram"])

    @Argument(
      help: ArgumentHelp("Hur långt: 7d, 2h, 30m, 1d12h.", valueName: "tidslängd"), transform: Reading.span)
    var span: TimeSpan

    @OptionGroup(title: HelpText.common) var global: GlobalOptions

    func answer(_ context: Context) async throws -> Answer {
      let (span, zone) = (span, context.zone)
      let now = try await context.engine().setClock(isDryRun: global.isDryRun) { span.after($0, in: zone) }
      return Clock.answer(now, isTrial: true, text: context.messages.clockSet(context.text(now)), context)
    }
  }
}
