import ArgumentParser
import Export
import Language
import Picture
import Workflow

struct RegisterExtractCommand: EstCommand {
  static let configuration = CommandConfiguration(
    commandName: "register-extract",
    abstract: "Allt som finns om en adress, en plats eller ett område, organisation för organisation.",
    discussion: """
      Rapporter med vad de har sagt tidigare, problem, åtgärder och punkter från trygghetsvandringar. Var organisation
      svarar för sin del. Samordnaren får allas delar, den som arbetar för en organisation får den organisationens.
      Sist står vad som inte ingår för dina rättigheters skull. Att en fil skrevs antecknas, men aldrig vilken plats
      den gällde.

      Exempel:
        est register-extract --address "Storgatan 12 B"
        est registerutdrag --area Haga --json
        est register-extract --place Torget --format html --out ./utdrag
      """,
    aliases: ["registerutdrag"])

  @Option(help: ArgumentHelp("En adress, så som den brukar skrivas.", valueName: "adress"))
  var address: String?
  @Option(help: ArgumentHelp("En plats, vid namn.", valueName: "plats"))
  var place: String?
  @Option(help: ArgumentHelp("Ett område, vid namn.", valueName: "område"))
  var area: String?
  @Option(
    help: ArgumentHelp("Skriv filer: html, json; flera med komma.", valueName: "format"),
    transform: RegisterExtractCommand.formats)
  var format: [Export.RegisterFormat] = []
  @Option(help: ArgumentHelp("Mapp att skriva i.", valueName: "mapp"))
  var out = "."
  @OptionGroup(title: "Utlämnande") var sharing: SharingOptions
  @OptionGroup(title: HelpText.common) var global: GlobalOptions

  @Sendable private static func formats(_ text: String) throws -> [Export.RegisterFormat] {
    try text.split(separator: ",").map { word in
      guard let format = Export.RegisterFormat(rawValue: word.lowercased()) else {
        throw InvalidArgument(allowed: "html, json", english: "html, json")
      }
      return format
    }
  }

  func answer(_ context: Context) async throws -> Answer {
    let language = context.language
    let given: [RegisterExtract.Asked] = [
      address.map { .init(.address, $0) }, place.map { .init(.place, $0) }, area.map { .init(.area, $0) },
    ].compactMap { $0 }
    guard let asked = given.first, given.count == 1 else {
      throw Failure(.usage, language.register.oneOfThree)
    }
    let (words, request) = (format.map(\.rawValue), sharing.request)
    let extract = try await context.desk { desk in
      try desk.registerExtract(of: asked, as: words, request, language: language)
    }
    guard format.isEmpty else {
      let paths = try format.map { format in
        let text =
          switch format {
          case .html: Export.html(extract, language: language)
          case .json: try Export.json(extract)
          }
        return try context.write(
          [UInt8](text.utf8), named: Export.fileName(of: extract, format: format, language: language), in: out
        )
      }
      return Answer(
        ["files": .strings(paths)],
        .text(paths.map { language.cycles.written($0) }.joined(separator: "\n")))
    }
    return Answer(
      ["extract": .document(try Export.json(extract).trimmed)], blocks(extract, language))
  }

  private func blocks(_ extract: RegisterExtract, _ language: Language) -> [Answer.Block] {
    let m = language.register
    let view = RegisterView(extract, language: language)
    var blocks: [Answer.Block] = [
      .heading("\(m.title), \(m.asked(extract.asked.kind.rawValue)): \(extract.asked.text)"),
      .text("\(m.made) \(extract.madeAt.local.date) \(extract.madeAt.local.time)"),
    ]
    if view.parts.isEmpty { blocks.append(.text(m.nothing)) }
    for part in view.parts {
      blocks += [.heading(part.heading), .text(part.answers)]
      for section in part.sections {
        blocks += [
          .heading(section.heading),
          .table(
            Table(
              [.init(m.entry), .init(m.says)],
              section.entries.map { [$0.title, $0.lines.joined(separator: "; ")] })),
        ]
      }
    }
    if let left = view.leftOut {
      blocks += [.heading(left.heading), .text(left.items.joined(separator: "\n"))]
    }
    return blocks
  }
}
