import ArgumentParser
import Persistence
import Workflow

extension OrganisationCommand {
  struct Add: EstCommand {
    static let configuration = CommandConfiguration(
      abstract: "Lägg till en organisation.",
      discussion: """
        Exempel:
          est organisation add --name Polisen --kind police
          est org ny --name Bostadsbolaget --kind företag
        """,
      aliases: ["ny"])

    @Option(help: ArgumentHelp("Organisationens namn.", valueName: "namn"))
    var name: String

    @Option(
      help: ArgumentHelp(
        "police, municipal, region, rescue, company eller civil (polis, kommunal, räddningstjänst, företag, civilsamhälle).",
        valueName: "slag"),
      transform: Reading.word(
        OrganisationKind.self,
        swedish: [
          "polis": .police, "kommunal": .municipal, "räddningstjänst": .rescue, "företag": .company,
          "civilsamhälle": .civil,
        ]))
    var kind: OrganisationKind

    @OptionGroup(title: HelpText.common) var global: GlobalOptions

    func answer(_ context: Context) async throws -> Answer {
      let (name, kind) = (name, kind)
      let (organisation, change) = try await context.desk { try $0.addOrganisation(name, kind: kind) }
      return Answer(
        [
          "organisation": ["name": .string(organisation.name), "kind": .string(organisation.kind.rawValue)],
          "change": .string(change.rawValue),
        ],
        .text(context.messages.outcome(change, organisation.name)))
    }
  }
}
