import ArgumentParser
import EST
import Workflow

extension ParticipantCommand {
  struct Grant: EstCommand {
    static let configuration = CommandConfiguration(
      abstract: "Ge en deltagare en roll i en grupp.",
      discussion: """
        Exempel:
          est participant grant 2480_samordnare coordinator --group Centrum
          est deltagare ge 2480_falt rapportör
          est deltagare ge 2480_vikarie samordnare --until 2026-12-31
        """,
      aliases: ["ge"])

    @Argument(help: ArgumentHelp("Deltagarens inloggning, så som 2480_samordnare.", valueName: "deltagare"))
    var login: String

    @Argument(
      help: ArgumentHelp(
        "reporter, participant, coordinator, policeLead, steering, council, reader, auditor, administrator.",
        valueName: "roll"),
      transform: ParticipantCommand.role)
    var role: GroupRole

    @Option(
      help: ArgumentHelp("Sista dagen, för den som vikarierar.", valueName: "dag"),
      transform: Reading.date)
    var until: LocalDate?

    @OptionGroup(title: HelpText.common) var global: GlobalOptions

    func answer(_ context: Context) async throws -> Answer {
      let (login, role, until) = (login, role, until)
      return try await context.desk { desk in
        let participant = try desk.participant(login: login)
        let change = try desk.grant(role, in: try desk.group(), to: participant, through: until)
        let held = try HeldRole.all(of: participant.id, desk)
        return Answer(
          [
            "participant": ["login": .string(login), "roles": .list(held, \.json)],
            "change": .string(change.rawValue),
          ],
          .text(context.messages.outcome(change, login)))
      }
    }
  }
}
