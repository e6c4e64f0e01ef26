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
          est picture schema --public > lagesbild-offentlig.schema.json
        """)

    @Flag(name: .customLong("public"), help: "För det som är offentliggjort.")
    var isPublic = false

    @OptionGroup(title: HelpText.common) var global: GlobalOptions

    func answer(_ context: Context) async throws -> Answer {
      let schema = (isPublic ? Export.publicPictureSchema : Export.pictureSchema).trimmed
      return Answer(.document(schema), .text(schema))
    }
  }
}
