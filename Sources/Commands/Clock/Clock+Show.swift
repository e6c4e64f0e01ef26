import ArgumentParser
import Workflow

extension Clock {
  struct Show: EstCommand {
    static let configuration = CommandConfiguration(
      abstract: "Vad klockan är.",
      discussion: """
        Exempel:
          est clock show
          est klocka visa --json
        """,
      aliases: ["visa"])

    @OptionGroup(title: HelpText.common) var global: GlobalOptions

    func answer(_ context: Context) async throws -> Answer {
      let clock = try await context.engine().clock()
      return Clock.answer(
        clock.now, isTrial: clock.isTrial,
        text: context.text(clock.now) + (clock.isTrial ? " (\(context.messages.trial))" : ""),
        context)
    }
  }
}
