import ArgumentParser
import EST
import Intake
import Workflow

extension AreaCommand {
  struct Import: EstCommand {
    static let configuration = CommandConfiguration(
      abstract: "Läs in områden ur GeoJSON, eller ge kända områden nya gränser.",
      discussion: """
        Exempel:
          est area import omraden.geojson --name-property namn
          est område importera - --name-property namn --population-property invånare < omraden.geojson
          est område importera ost.geojson --name-property namn --group Öst
        """,
      aliases: ["importera"])

    @Argument(
      help: ArgumentHelp("GeoJSON i SWEREF 99 TM eller WGS 84; - för standard in.", valueName: "fil"),
      completion: .file(extensions: ["geojson", "json"]))
    var file: String

    @Option(
      name: .customLong("name-property"),
      help: ArgumentHelp("Egenskapen som håller namnet.", valueName: "egenskap"))
    var nameProperty: String

    @Option(
      name: .customLong("population-property"),
      help: ArgumentHelp("Egenskapen som håller antalet invånare.", valueName: "egenskap"))
    var populationProperty: String?

    @OptionGroup(title: HelpText.common) var global: GlobalOptions

    func answer(_ context: Context) async throws -> Answer {
      let areas = try GeoJSONIntake.parse(
        try InputFile.data(file), nameProperty: nameProperty, populationProperty: populationProperty)
      let isOfGroup = global.group != nil
      let result = try await context.desk { desk in
        try desk.importAreas(areas, group: isOfGroup ? try desk.group().id : nil)
      }
      let m = context.messages
      let told = result.oddities.map { ($0, $0.text(m)) }
      var blocks: [Answer.Block] = [.text(m.areasImported(features: result.imported, areas: result.areas))]
      if !told.isEmpty {
        blocks += [.heading(m.oddities)] + told.map { .text("\($0.name ?? "#\($0.feature)"): \($1)") }
      }
      return Answer(
        [
          "imported": .int(result.imported), "areas": .int(result.areas),
          "oddities": .list(told) { notice, text in
            ["feature": .int(notice.feature), "name": .optional(notice.name), "message": .string(text)]
          },
        ], blocks)
    }
  }
}
