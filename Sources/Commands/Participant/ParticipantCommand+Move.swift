import ArgumentParser
import EST
import Workflow

extension ParticipantCommand {
  struct Move: EstCommand {
    static let configuration = CommandConfiguration(
      commandName: "move",
      abstract: "Flytta en deltagare till en annan organisation. Det som är gjort hör kvar till den gamla.",
      discussion: """
        Inloggningen och rollerna följer med; vad som rapporterats för den gamla organisationen gör det inte.

        Exempel:
          est participant move 2480_falt --organisation Bostaden --function förvaltare
          est deltagare flytta 2480_falt --organisation Socialtjänsten
        """,
      aliases: ["flytta"])

    @Argument(help: ArgumentHelp("Deltagarens inloggning, så som 2480_samordnare.", valueName: "deltagare"))
    var login: String

    @Option(help: ArgumentHelp("Den nya organisationen.", valueName: "namn"))
    var organisation: String

    @Option(help: ArgumentHelp("Den nya funktionen, aldrig en persons namn.", valueName: "funktion"))
    var function: String?

    @Option(help: ArgumentHelp("Funktionens e-postadress.", valueName: "adress"))
    var address: String?

    @OptionGroup(title: HelpText.common) var global: GlobalOptions

    func answer(_ context: Context) async throws -> Answer {
      let (login, name, function, address) = (login, organisation, function, address)
      return try await context.desk { desk in
        let organisation = try desk.organisation(named: name)
        let moved = try desk.moveParticipant(
          try desk.participant(login: login), to: organisation, function: function, address: address)
        let held = try HeldRole.all(of: moved.id, desk)
        return Answer(
          [
            "participant": ParticipantCommand.json(moved, organisation: organisation.name, held),
            "change": .string(Change.changed.rawValue),
          ],
          .text(context.messages.outcome(.changed, login)))
      }
    }
  }
}
