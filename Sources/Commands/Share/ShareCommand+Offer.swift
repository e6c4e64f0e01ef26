import ArgumentParser
import EST
import Export
import Language
import Picture
import Workflow

extension ShareCommand {
  struct Offer: EstCommand {
    static let configuration = CommandConfiguration(
      abstract: "Låt en annan kommun se en fastställd lägesbild, eller det som är offentligt.",
      discussion: """
        Samordnaren delar en version åt gången, till och med en dag. Den andra kommunen ser en kopia av just den och
        inget bakom den, och kan inte ändra den. est share withdraw drar tillbaka den genast.

        Exempel:
          est share offer --week 2026-W47 --to 2482 --until 2026-12-31 --ground "gemensamt lokalpolisområde"
          est dela erbjud --period 2026-Q4 --to 2482 --until 2027-06-30 --ground "öppna uppgifter"
        """,
      aliases: ["erbjud"])

    @Option(help: ArgumentHelp("Kommunen som får se.", valueName: "kod"), transform: Reading.municipality)
    var to: MunicipalityCode
    @Option(help: ArgumentHelp("Sista dagen.", valueName: "dag"), transform: Reading.date)
    var until: LocalDate
    @Option(help: ArgumentHelp("Den rättsliga grunden.", valueName: "grund"))
    var ground: String
    @Option(
      help: ArgumentHelp("Versionen; annars den fastställda.", valueName: "nummer"),
      transform: Reading.version)
    var version: Int?
    @Option(
      name: .customLong("period"),
      help: ArgumentHelp("Det offentliga av 2026-10, 2026-Q4 eller 2026.", valueName: "period"),
      transform: Reading.publicPeriod)
    var publicPeriod: PublicPeriod?
    @OptionGroup var period: PeriodOption
    @OptionGroup(title: HelpText.common) var global: GlobalOptions

    func answer(_ context: Context) async throws -> Answer {
      let m = context.language.shares
      guard publicPeriod == nil || period.week == nil else { throw Failure(.usage, m.oneThing) }
      let (command, week) = (self, period.week)
      let share = try await context.desk { desk in
        let group = try desk.group()
        let thing: SharedThing =
          try command.publicPeriod.map { .publicPicture($0, version: command.version) }
          ?? .picture(of: try desk.cycle(labelled: week, of: group), version: command.version)
        return try desk.offer(
          thing, of: group, to: command.to, through: command.until, ground: command.ground)
      }
      return Answer(
        ["share": context.json(share)],
        .text(
          m.offered(
            m.thing(share.kind.rawValue, share.period, share.version), to: share.receiver.description,
            through: context.lastDay(of: share), as: share.name)))
    }
  }

  struct Show: EstCommand, Sendable {
    static let configuration = CommandConfiguration(
      abstract: "Det som delas, i korthet eller som filer; som JSON hela.",
      discussion: """
        Exempel:
          est share show 2480/2026-1
          est dela visa 2480/2026-1 --format html,pdf --out ./fran-umea
        """,
      aliases: ["visa"])

    @Argument(help: ArgumentHelp("Delningen, så som 2480/2026-1.", valueName: "delning"))
    var share: String
    @Option(
      help: ArgumentHelp("Skriv filer: \(Export.Format.list); flera med komma.", valueName: "format"),
      transform: PictureCommand.ExportVerb.formats)
    var format: [Export.Format] = []
    @Option(help: ArgumentHelp("Mapp att skriva i.", valueName: "mapp"))
    var out = "."
    @OptionGroup(title: HelpText.common) var global: GlobalOptions

    func answer(_ context: Context) async throws -> Answer {
      let (name, formats, language) = (share, format, context.language)
      let (share, content) = try await context.desk { desk in
        let share = try desk.share(named: name)
        return (
          share,
          formats.isEmpty
            ? try desk.content(of: share, language: language)
            : try desk.exported(share, as: formats.map(\.rawValue), language: language)
        )
      }
      guard formats.isEmpty else {
        var paths: [String] = []
        for format in formats {
          let file: PictureFile? =
            switch content {
            case .picture(let picture):
              try await PictureFile(picture, format: format, language: language, printer: .weasyPrint)
            case .publicPicture(let picture, let bytes):
              try await PictureFile(
                picture, content: bytes, format: format, language: language, printer: .weasyPrint)
            }
          guard let file else {
            let allowed = Export.publicFormats.map(\.rawValue).joined(separator: ", ")
            throw Failure(.usage, language.publicPicture.formats(allowed))
          }
          paths.append(try context.write(file.bytes, named: file.name, in: out))
        }
        return Answer(
          ["files": .strings(paths), "share": context.json(share)],
          .text(paths.map { language.cycles.written($0) }.joined(separator: "\n")))
      }
      let facts: [(String, String?)] = [
        (language.shares.through, context.lastDay(of: share)), (language.shares.ground, share.ground),
      ]
      switch content {
      case .picture(let picture):
        let words = PictureWords(picture, language)
        return Answer(
          ["share": context.json(share), "picture": .document(try Export.json(picture).trimmed)],
          .heading(words.title), .pairs(facts), .text(words.brief.joined(separator: "\n")),
          .table(
            Table(
              [
                .init(words.category), .init(words.now, .right), .init(words.previous, .right),
                .init(words.lastYear, .right),
              ],
              words.rows)))
      case .publicPicture(let picture, let bytes):
        return Answer(
          [
            "share": context.json(share),
            "picture": .document(String(decoding: bytes, as: UTF8.self).trimmed),
          ],
          .heading("\(picture.municipalityName), \(picture.period) v\(picture.version)"), .pairs(facts),
          .text(language.shares.isPublic(share.name)))
      }
    }
  }
}
