import ArgumentParser
import Workflow

extension CategoryCommand {
  struct Import: EstCommand {
    static let configuration = CommandConfiguration(
      abstract: "Läs in en ny version av kategorierna. Tidigare händelser behåller sin.",
      discussion: """
        Exempel:
          est category list --json > kategorier.json
          est category import kategorier.json
        """,
      aliases: ["importera"])

    @Argument(
      help: ArgumentHelp("JSON som »est category list --json« skriver; - för standard in.", valueName: "fil"),
      completion: .file(extensions: ["json"]))
    var file: String

    @OptionGroup(title: HelpText.common) var global: GlobalOptions

    func answer(_ context: Context) async throws -> Answer {
      let imported = try CategoryFile.read(try InputFile.data(file))
      let (list, change) = try await context.desk { try $0.importCategories(imported) }
      guard change == .added else { return CategoryCommand.answer(list, context) }
      return Answer(
        CategoryCommand.answer(list, context).json,
        .text(context.messages.outcome(change, context.messages.categoriesVersion(list.version))))
    }
  }
}
