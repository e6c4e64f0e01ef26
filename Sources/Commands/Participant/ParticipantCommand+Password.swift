import ArgumentParser
import EST
import Workflow

extension ParticipantCommand {
  struct Password: EstCommand {
    static let configuration = CommandConfiguration(
      commandName: "password",
      abstract: "Ge en deltagare ett nytt lösenord: ens eget, eller som administratör någon annans.",
      discussion: """
        Lösenordet frågas efter, eller läses ur en fil. Det lämnar aldrig datorn: databasen får bara ett kontrollvärde.

        Exempel:
          est participant password 2480_falt
          est deltagare lösenord 2480_falt --password-file lösen.txt
        """,
      aliases: ["lösenord"])

    @Argument(help: ArgumentHelp("Deltagarens inloggning, så som 2480_samordnare.", valueName: "deltagare"))
    var login: String

    @OptionGroup(title: HelpText.password) var password: NewPassword
    @OptionGroup(title: HelpText.common) var global: GlobalOptions

    func answer(_ context: Context) async throws -> Answer {
      let (login, password) = (login, try password.read(context, for: login))
      return try await context.desk { desk in
        try desk.giveLogin(to: try desk.participant(login: login), password: password)
        return Answer(
          ["participant": ["login": .string(login)], "change": .string(Change.changed.rawValue)],
          .text(context.messages.passwordChanged(login)))
      }
    }
  }
}
