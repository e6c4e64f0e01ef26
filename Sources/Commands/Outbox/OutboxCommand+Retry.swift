import ArgumentParser
import Foundation
import Workflow

extension OutboxCommand {
  struct Retry: EstCommand {
    static let configuration = CommandConfiguration(
      abstract: "Försök igen med det som misslyckades, allt eller ett.",
      discussion: """
        Exempel:
          est outbox retry
          est utkorg försök-igen 01930f5e-7c1a-7000-8000-000000000001
        """,
      aliases: ["försök-igen"])

    @Argument(
      help: ArgumentHelp("Postens id; annars alla som misslyckats.", valueName: "id"),
      transform: Reading.instance)
    var item: UUID?

    @OptionGroup(title: HelpText.common) var global: GlobalOptions

    func answer(_ context: Context) async throws -> Answer {
      let item = item
      let count = try await context.desk { try $0.retryOutbox(item) }
      return Answer(["retried": .int(count)], .text(context.messages.retried(count)))
    }
  }
}
