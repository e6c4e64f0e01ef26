import ArgumentParser
import Foundation
import Workflow

extension OutboxCommand {
  struct Retry: EstCommand {
    static let configuration = CommandConfiguration(
      abstract: "Försök igen med det som misslyckades, allt eller ett.",
      discussion: """
        Det försöks på nytt från början, under samma Message-ID, och vem som bad om det sparas. Ett som väntar på \
        sitt nästa försök skickas genast om det nämns.

        Exempel:
          est outbox retry --all
          est utkorg försök-igen 01930f5e-7c1a-7000-8000-000000000001
        """,
      aliases: ["försök-igen"])

    @Argument(
      help: ArgumentHelp("Postens id; annars allt som misslyckats.", valueName: "id"),
      transform: Reading.instance)
    var item: UUID?

    @Flag(name: .customLong("all"), help: "Allt som misslyckats, som när inget nämns.")
    var isAll = false

    @OptionGroup(title: HelpText.common) var global: GlobalOptions

    func answer(_ context: Context) async throws -> Answer {
      let item = item
      if item != nil, isAll { throw CommandProblem.options(.exclusive("ID", "--all")) }
      let count = try await context.desk { try $0.retryOutbox(item) }
      return Answer(["retried": .int(count)], .text(context.messages.retried(count)))
    }
  }
}
