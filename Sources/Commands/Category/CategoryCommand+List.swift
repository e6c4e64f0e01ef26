import ArgumentParser
import Workflow

extension CategoryCommand {
  struct List: EstCommand {
    static let configuration = CommandConfiguration(
      abstract: "Kommunens kategorier, den version som gäller.",
      discussion: """
        Exempel:
          est category list
          est kategori lista --json > kategorier.json
        """,
      aliases: ["lista"])

    @OptionGroup(title: HelpText.common) var global: GlobalOptions

    func answer(_ context: Context) async throws -> Answer {
      let list = try await context.desk { try $0.categories.current() }
      return CategoryCommand.answer(list, context)
    }
  }
}
