import ArgumentParser
import Persistence
import Workflow

extension UnitCommand {
  struct List: EstCommand {
    static let configuration = CommandConfiguration(
      abstract: "Kommunens enheter.",
      discussion: """
        Exempel:
          est unit list
          est enhet lista --json
        """,
      aliases: ["lista"])

    @OptionGroup(title: HelpText.common) var global: GlobalOptions

    func answer(_ context: Context) async throws -> Answer {
      let m = context.messages
      return try await context.desk { desk in
        let organisations = Dictionary(
          uniqueKeysWithValues: try desk.people.organisations().map { ($0.id, $0.name) })
        let groups = Dictionary(
          uniqueKeysWithValues: try desk.municipalities.groups(of: desk.municipality.code).map {
            ($0.id, $0.name)
          })
        let all = try desk.people.units()
        return Answer(
          [
            "units": .list(all) { unit in
              [
                "name": .string(unit.name), "organisation": .optional(organisations[unit.organisation]),
                "group": .optional(groups[unit.group]), "expected": .bool(unit.isExpected),
                "id": .string(unit.id.description),
              ]
            }
          ],
          .table(
            Table(
              [.init(m.name), .init(m.organisationColumn), .init(m.groupColumn), .init(m.expected)],
              all.map {
                [
                  $0.name, organisations[$0.organisation] ?? "", groups[$0.group] ?? "",
                  $0.isExpected ? m.yes : m.no,
                ]
              })))
      }
    }
  }
}
