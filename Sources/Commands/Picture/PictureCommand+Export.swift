import ArgumentParser
import EST
import Export
import Language
import Picture
import Workflow

extension PictureCommand {
  struct ExportVerb: EstCommand {
    static let configuration = CommandConfiguration(
      commandName: "export", abstract: "Skriv lägesbilden som filer.",
      discussion: """
        Exempel:
          est picture export --format html --out .
          est lägesbild exportera --week 2026-W47 --format html,pdf,xlsx --out ./bilder --lang en
          est picture export --format geojson,csv,json --version 1
          est picture export --public --period 2026-Q4 --format html,csv,json
          est picture export --annex --format html --as 2480_kommunpolis
          est picture export --format pdf --recipients "kommunstyrelsen" --ground "förvaltningslagen 8 §"

        Varje fil säger sin klass, vilka den är till och på vilken rättslig grund. Att den skrevs antecknas, och det
        visar est share exports: när, av vem och till vilka.

        pdf görs med WeasyPrint; est säger till om det saknas. Vad arbetsprocessen skriver före varje möte ställs in
        med est settings set export-formats.

        Med --public skrivs det som är offentliggjort av en månad, ett kvartal eller ett år, och bara det: samma
        siffror varje gång. Först offentliggör samordnaren det med est picture release.
        """,
      aliases: ["exportera"])

    @Option(
      help: ArgumentHelp("\(Export.Format.list); flera med komma.", valueName: "format"),
      transform: ExportVerb.formats)
    var format = [Export.Format.html]

    @Option(help: ArgumentHelp("Mapp att skriva i.", valueName: "mapp"))
    var out = "."

    @Option(
      help: ArgumentHelp("Versionen; annars den fastställda eller senaste.", valueName: "nummer"),
      transform: Reading.version)
    var version: Int?

    @Flag(
      name: .customLong("public"), help: "Det som är offentliggjort, i stället för den interna lägesbilden.")
    var isPublic = false

    @Option(
      name: .customLong("period"),
      help: ArgumentHelp("Med --public: 2026-10, 2026-Q4 eller 2026.", valueName: "period"),
      transform: Reading.publicPeriod)
    var publicPeriod: PublicPeriod?
    @Flag(help: "Bilagan med det som bara är för polis och kommun: html, pdf, csv eller json.")
    var annex = false

    @OptionGroup(title: "Utlämnande") var sharing: SharingOptions
    @OptionGroup var period: PeriodOption
    @OptionGroup(title: HelpText.common) var global: GlobalOptions

    /// Each once, in the order in which they are named.
    @Sendable static func formats(_ text: String) throws -> [Export.Format] {
      let all = Export.Format.list
      var formats: [Export.Format] = []
      for word in text.split(separator: ",") {
        guard let format = Export.Format(rawValue: word.lowercased()) else {
          throw InvalidArgument(allowed: all, english: all)
        }
        if !formats.contains(format) { formats.append(format) }
      }
      guard !formats.isEmpty else { throw InvalidArgument(allowed: all, english: all) }
      return formats
    }

    func answer(_ context: Context) async throws -> Answer {
      if isPublic { return try await publicAnswer(context) }
      guard publicPeriod == nil else {
        throw Failure(.usage, context.language.publicPicture.onlyPublic)
      }
      let (week, version, formats) = (period.week, version, format)
      let (request, language) = (sharing.request, context.language)
      let words = formats.map(\.rawValue)
      var files: [PictureFile] = []
      if annex {
        let annex = try await context.desk { desk in
          let cycle = try desk.cycle(labelled: week, of: try desk.group())
          return try desk.exported(
            try desk.annex(of: cycle, version: version), of: cycle, as: words, request, language: language)
        }
        for format in formats {
          guard
            let file = try await PictureFile(
              annex, format: format, language: context.language, printer: .weasyPrint)
          else { throw Failure(.usage, context.language.cycles.noAnnexFormat(format.rawValue)) }
          files.append(file)
        }
      } else {
        let picture = try await context.desk { desk in
          let cycle = try desk.cycle(labelled: week, of: try desk.group())
          return try desk.exported(
            try desk.picture(of: cycle, version: version).1, of: cycle, as: words, request, language: language
          )
        }
        for format in formats {
          files.append(
            try await PictureFile(picture, format: format, language: context.language, printer: .weasyPrint))
        }
      }
      let paths = try files.map { try context.write($0.bytes, named: $0.name, in: out) }
      return Answer(
        ["files": .strings(paths)],
        .text(paths.map { context.language.cycles.written($0) }.joined(separator: "\n")))
    }
  }
}

extension Context {
  static func path(of name: String, in folder: String) -> String {
    folder == "." ? name : "\(folder)/\(name)"
  }

  /// Writes a file whole, or not at all; a dry run only says where.
  /// - Returns: its path.
  /// - Throws: `CommandProblem.cannotWrite`.
  func write(_ bytes: [UInt8], named name: String, in folder: String) throws -> String {
    let path = Context.path(of: name, in: folder)
    guard !options.isDryRun else { return path }
    do {
      try AtomicFile.write(bytes, to: path)
    } catch let failure as AtomicFile.Failure {
      throw CommandProblem.cannotWrite("\(failure.path): \(failure.reason)")
    }
    return path
  }
}
