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
          est deltagare ny --login 2480_falt2 --organisation Socialtjänsten --function fältassistent --password-file lösen.txt
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

    @Flag(
      name: .customLong("no-login"),
      help: "Ingen inloggning; den kan fås senare med est participant password.")
    var isWithoutLogin = false

    @Option(
      name: .customLong("host"),
      help: ArgumentHelp("Serverns namn, så som det ska stå i deltagarens anslutning.", valueName: "namn"))
    var host: String?

    @Option(
      name: .customLong("service-file"),
      help: ArgumentHelp(
        "Skriv deltagarens anslutning till en ny fil i stället för att visa den.", valueName: "fil"))
    var serviceFile: String?

    @OptionGroup(title: HelpText.password) var password: NewPassword
    @OptionGroup(title: HelpText.common) var global: GlobalOptions

    func answer(_ context: Context) async throws -> Answer {
      let opened = try await context.connection.ready()
      // In a private cluster one person speaks for everybody; a script without a password makes a login later.
      let needsLogin =
        !isWithoutLogin && (password.file != nil || !opened.engine.isPrivate && context.prompt.isPossible)
      let password = needsLogin && !context.options.isDryRun ? try password.read(context, for: login) : nil
      let service = needsLogin ? try ServiceFile(like: opened.conninfo, login: login, host: host) : nil
      guard let service, let serviceFile, !context.options.isDryRun else {
        return try await add(context, password, service, isPrivate: opened.engine.isPrivate)
      }
      try service.write(to: serviceFile)
      do {
        return try await add(context, password, service, isPrivate: opened.engine.isPrivate)
      } catch {
        service.remove(from: serviceFile)
        throw error
      }
    }

    private func add(
      _ context: Context, _ password: String?, _ service: ServiceFile?, isPrivate: Bool
    ) async throws -> Answer {
      let m = context.messages
      let (login, name, function, address, roles) = (login, organisation, function, address, roles)
      let connecting: [Answer.Block] =
        if service != nil, let serviceFile {
          [.text(m.serviceFileWritten(login, serviceFile))]
        } else if let service {
          [.text(m.howToConnect(login)), .text(service.text)]
        } else if isPrivate {
          []
        } else {
          [.text(m.withoutLogin(login))]
        }
      return try await context.desk { desk in
        let organisation = try name.map { try desk.organisation(named: $0) }
        let group = roles.isEmpty ? nil : try desk.group()
        let (participant, change) = try desk.addParticipant(
          login: login, organisation: organisation, function: function, address: address, roles: roles,
          in: group)
        if let password { try desk.giveLogin(to: participant, password: password) }
        let held = try HeldRole.all(of: participant.id, desk)
        return Answer(
          [
            "participant": ParticipantCommand.json(participant, organisation: organisation?.name, held),
            "change": .string(change.rawValue), "service": .optional(service?.text),
          ],
          [.text(m.outcome(change, participant.login))] + connecting)
      }
    }
  }
}
