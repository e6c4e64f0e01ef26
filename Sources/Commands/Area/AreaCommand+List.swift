import ArgumentParser
import EST
import Language
import Persistence
import Workflow

extension AreaCommand {
  struct List: EstCommand {
    static let configuration = CommandConfiguration(
      abstract: "Kommunens områden.",
      discussion: """
        Exempel:
          est area list
          est område lista --json
        """,
      aliases: ["lista"])

    @OptionGroup(title: HelpText.common) var global: GlobalOptions

    func answer(_ context: Context) async throws -> Answer {
      let m = context.messages
      return try await context.desk { desk in
        let groups = Dictionary(
          uniqueKeysWithValues: try desk.municipalities.groups(of: desk.municipality.code).map {
            ($0.id, $0.name)
          })
        let all = try desk.areas.all()
        return Answer(
          [
            "areas": .list(all) { area in
              [
                "name": .string(area.name), "group": .optional(area.group.flatMap { groups[$0] }),
                "population": .optional(area.population), "squareMetres": .number(area.size.rounded()),
                "id": .string(area.id.description),
              ]
            }
          ],
          .table(
            Table(
              [.init(m.name), .init(m.groupColumn), .init(m.population, .right), .init(m.size, .right)],
              all.map { area in
                [
                  area.name, area.group.flatMap { groups[$0] } ?? "",
                  area.population.map { context.language.number($0) } ?? "",
                  context.language.number(area.size / 1_000_000, decimals: 2),
                ]
              })))
      }
    }
  }
}
