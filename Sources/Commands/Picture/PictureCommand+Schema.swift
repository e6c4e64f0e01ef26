import ArgumentParser
import Export

extension PictureCommand {
  struct Schema: EstCommand {
    static let configuration = CommandConfiguration(
      abstract: "JSON Schema för lägesbilden som JSON.",
      discussion: """
        Exempel:
          est picture schema
          est lägesbild schema > lagesbild.schema.json
        """)

    @OptionGroup(title: HelpText.common) var global: GlobalOptions

    func answer(_ context: Context) async throws -> Answer {
      let schema = Export.pictureSchema.trimmed
      return Answer(.document(schema), .text(schema))
    }
  }
}
