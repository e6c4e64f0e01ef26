import ArgumentParser
import Language
import Picture
import Workflow

extension PictureCommand {
  /// A deed of its own, apart from every export: it can't be undone.
  struct Release: EstCommand {
    static let configuration = CommandConfiguration(
      abstract: "Offentliggör en månad, ett kvartal eller ett år. Det kan inte tas tillbaka.",
      discussion: """
        Exempel:
          est picture release --period 2026-Q4 --dry-run
          est lägesbild offentliggör --period 2026-10
          est picture release --period 2026-Q4 --correction --yes
          est picture export --public --period 2026-Q4 --format html,csv,json

        Samordnaren offentliggör, tidigast en månad efter periodens slut. Det gäller hela kommunen: antal granskade
        rapporter efter huvudkategori, och efter område där områdena har minst 1 000 invånare. Små tal döljs, och så
        många andra att de små inte kan räknas ut; det prövas mot allt som är offentligt sedan förut, och går det inte
        att visa så offentliggörs ingenting. Känsliga kategorier redovisas bara per år för hela kommunen; vilka de är
        ställs in med est settings set sensitive-categories.

        Med --dry-run sägs vad det skulle bli, och med --json visas varje tal. Är perioden redan offentlig ändras ingenting; en rättelse blir en ny
        version bredvid den förra.
        """,
      aliases: ["offentliggör"])

    @Option(
      help: ArgumentHelp("Vad som offentliggörs: 2026-10, 2026-Q4 eller 2026.", valueName: "period"),
      transform: Reading.publicPeriod)
    var period: PublicPeriod

    @Flag(help: "Rätta det som redan är offentligt, med en ny version.")
    var correction = false

    @OptionGroup(title: HelpText.common) var global: GlobalOptions

    func answer(_ context: Context) async throws -> Answer {
      let m = context.language.publicPicture
      if !context.options.isDryRun { try context.confirm(m.confirmRelease(period.label)) }
      let (period, correction) = (period, correction)
      // A year that hangs together with all its months and quarters takes its time to prove.
      let release = try await context.engine().run(context.caller, deadline: .seconds(600)) { desk in
        try desk.releasePublicly(period, correcting: correction)
      }
      let (row, counts) = (release.row, release.counts)
      let text =
        !release.isNew
        ? m.wasReleased(row.period, version: row.version)
        : context.options.isDryRun
          ? m.wouldBeReleased(row.period, version: row.version, hidden: counts.suppressed, of: counts.all)
          : m.isReleased(row.period, version: row.version, hidden: counts.suppressed, of: counts.all)
      let document = String(decoding: release.content, as: UTF8.self).trimmed
      return Answer(["release": context.json(release), "picture": .document(document)], .text(text))
    }
  }

  struct Releases: EstCommand {
    static let configuration = CommandConfiguration(
      abstract: "Allt som kommunen har offentliggjort, när och av vem.",
      discussion: """
        Exempel:
          est picture releases
          est lägesbild offentliggjort --json
        """,
      aliases: ["offentliggjort"])

    @OptionGroup(title: HelpText.common) var global: GlobalOptions

    func answer(_ context: Context) async throws -> Answer {
      let m = context.language.publicPicture
      let releases = try await context.desk { try $0.allPublicReleases() }
      return Answer(
        [
          "releases": .list(releases) {
            [
              "period": .string($0.period), "version": .int($0.version),
              "releasedAt": context.json($0.releasedAt), "releasedBy": .string($0.releasedBy),
              "hash": .string($0.hash),
            ]
          }
        ],
        .table(
          Table(
            [
              .init(m.periodColumn), .init(context.language.cycles.version, .right), .init(m.releasedColumn),
              .init(m.byColumn), .init(context.language.cycles.hash),
            ],
            releases.map {
              [
                $0.period, "\($0.version)", context.text($0.releasedAt), $0.releasedBy,
                String($0.hash.prefix(16)),
              ]
            })))
    }
  }
}
