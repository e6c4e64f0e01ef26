import ArgumentParser
import EST
import Workflow

extension ParticipantCommand {
  struct Add: EstCommand {
    static let configuration = CommandConfiguration(
      abstract: "Lägg till en deltagare, med roller i en grupp.",
      discussion: """
        Exempel:
          est participant add --login 2480_samordnare --function samordnare --role coordinator
          est deltagare ny --login 2480_falt --organisation Socialtjänsten --function fältassistent --role rapportör
          est deltagare ny --login 2480_kommunpolis --organisation Polisen --function kommunpolis --role policeLead --address kommunpolis@exempel.se
        """,
      aliases: ["ny"])

    @Option(
      help: ArgumentHelp("Inloggningsroll, som börjar med kommunkoden: 2480_samordnare.", valueName: "namn"))
    var login: String

    @Option(help: ArgumentHelp("Organisationen, där det finns en.", valueName: "namn"))
    var organisation: String?

    @Option(help: ArgumentHelp("Funktionen, aldrig en persons namn.", valueName: "funktion"))
    var function: String

    @Option(help: ArgumentHelp("Funktionens e-postadress.", valueName: "adress"))
    var address: String?

    @Option(
      name: .customLong("role"),
      help: ArgumentHelp(
        "reporter, participant, coordinator, policeLead, steering, council, reader, auditor, administrator. Kan upprepas.",
        valueName: "roll"),
      transform: ParticipantCommand.role)
    var roles: [GroupRole] = []

    @OptionGroup(title: HelpText.common) var global: GlobalOptions

    func answer(_ context: Context) async throws -> Answer {
      let (login, name, function, address, roles) = (login, organisation, function, address, roles)
      return try await context.desk { desk in
        let organisation = try name.map { try desk.organisation(named: $0) }
        let group = roles.isEmpty ? nil : try desk.group()
        let (participant, change) = try desk.addParticipant(
          login: login, organisation: organisation, function: function, address: address, roles: roles,
          in: group)
        let held = try HeldRole.all(of: participant.id, desk)
        return Answer(
          [
            "participant": ParticipantCommand.json(participant, organisation: organisation?.name, held),
            "change": .string(change.rawValue),
          ],
          .text(context.messages.outcome(change, participant.login)))
      }
    }
  }
}
