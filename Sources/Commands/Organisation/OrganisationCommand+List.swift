import ArgumentParser
import Persistence
import Workflow

extension OrganisationCommand {
  struct List: EstCommand {
    static let configuration = CommandConfiguration(
      abstract: "Kommunens organisationer.",
      discussion: """
        Exempel:
          est organisation list
          est org lista --json
        """,
      aliases: ["lista"])

    @OptionGroup(title: HelpText.common) var global: GlobalOptions

    func answer(_ context: Context) async throws -> Answer {
      let all = try await context.desk { try $0.people.organisations() }
      let m = context.messages
      return Answer(
        [
          "organisations": .list(all) {
            ["name": .string($0.name), "kind": .string($0.kind.rawValue), "id": .string($0.id.description)]
          }
        ],
        .table(
          Table([.init(m.name), .init(m.kind)], all.map { [$0.name, m.organisationKind($0.kind.rawValue)] })))
    }
  }
}
