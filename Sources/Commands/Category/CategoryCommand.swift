import ArgumentParser
import EST

struct CategoryCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "category", abstract: "Kategorier som händelser rapporteras i.",
    subcommands: [List.self, Import.self], aliases: ["kategori"])
}

extension CategoryCommand {
  static func answer(_ list: CategoryList, _ context: Context) -> Answer {
    let m = context.messages
    return Answer(
      [
        "version": .int(list.version),
        "categories": .list(list.categories) { category in
          [
            "code": .string(category.code.description), "swedish": .string(category.swedish),
            "english": .string(category.english), "common": .string(category.common.description),
            "themes": .strings(category.themes.map(\.rawValue).sorted()),
          ]
        },
      ],
      .heading(m.categoriesVersion(list.version)),
      .table(
        Table(
          [.init(m.codeColumn), .init(m.name), .init(m.themes)],
          list.categories.map { category in
            [
              category.code.description, context.language(sv: category.swedish, en: category.english),
              category.themes.map(\.rawValue).sorted().joined(separator: ", "),
            ]
          })))
  }
}
