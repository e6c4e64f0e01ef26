import ArgumentParser
import Workflow

extension ParticipantCommand {
  struct Remove: EstCommand {
    static let configuration = CommandConfiguration(
      abstract: "Avsluta en deltagare. Det som är gjort finns kvar.",
      discussion: """
        Exempel:
          est participant remove 2480_falt
          est deltagare avsluta 2480_falt --yes
        """,
      aliases: ["avsluta"])

    @Argument(help: ArgumentHelp("Deltagarens inloggning, så som 2480_samordnare.", valueName: "deltagare"))
    var login: String

    @OptionGroup(title: HelpText.common) var global: GlobalOptions

    func answer(_ context: Context) async throws -> Answer {
      let login = login
      try context.confirm(context.messages.confirmRemoval(login))
      try await context.desk { desk in
        try desk.removeParticipant(try desk.participant(login: login))
      }
      if !context.options.isDryRun {
        // Time for a login that had begun to show itself among the sessions.
        try await Task.sleep(for: .seconds(1))
        try await context.desk { try $0.endLeftSessions(of: login) }
      }
      return Answer(
        ["participant": ["login": .string(login)], "change": .string(Change.removed.rawValue)],
        .text(context.messages.outcome(.removed, login)))
    }
  }
}
