import ArgumentParser
import EST
import Persistence
import Workflow

extension IncidentCommand {
  struct List: EstCommand {
    static let configuration = CommandConfiguration(
      abstract: "Rapporter, de nyaste först.",
      discussion: """
        Exempel:
          est incident list --week 2026-W47
          est incident list --review received
          est händelse lista --area Ersboda --category vandalism --limit 20
        """,
      aliases: ["lista"])

    @Option(
      help: ArgumentHelp("Period då det hände, t.ex. 2026-W47.", valueName: "period"),
      transform: Reading.period)
    var week: String?

    @Option(
      help: ArgumentHelp("received, accepted, rejected eller withdrawn.", valueName: "granskning"),
      transform: Reading.word(Persistence.Review.self))
    var review: Persistence.Review?

    @Option(help: ArgumentHelp("Kategori, med alla undertyper.", valueName: "kod"))
    var category: String?

    @Option(help: ArgumentHelp("Område.", valueName: "namn"))
    var area: String?

    @Option(help: ArgumentHelp("Organisation.", valueName: "namn"))
    var organisation: String?

    @Option(help: ArgumentHelp("Källa.", valueName: "källa"), transform: Reading.word(ReportSource.self))
    var source: ReportSource?

    @Option(
      help: ArgumentHelp("Högst så många.", valueName: "antal"), transform: Reading.count(upTo: 100_000))
    var limit = 200

    @OptionGroup(title: HelpText.common) var global: GlobalOptions

    func answer(_ context: Context) async throws -> Answer {
      let command = self
      let m = context.language.incidents
      return try await context.desk { desk in
        let group = try desk.group()
        let zone = try desk.zone(of: group)
        let categories = try desk.categories.current()
        var filter = IncidentFilter(limit: command.limit)
        filter.review = command.review
        filter.source = command.source
        if let week = command.week {
          let timetable = try desk.timetable(labelled: week, of: group)
          filter.period = (timetable.opens, timetable.ends)
        }
        filter.category = try command.category.map { name in
          guard let code = categories.code(named: name) else {
            throw StoreError.notFound(.category, name: name)
          }
          return code
        }
        filter.area = try command.area.map { name in
          guard let area = try desk.areas.all().first(where: { $0.name == name }) else {
            throw StoreError.notFound(.area, name: name)
          }
          return area.id
        }
        filter.organisation = try command.organisation.map { try desk.organisation(named: $0).id }
        let found = try desk.incidents(of: group, filter)
        return Answer(
          ["incidents": .list(found) { $0.json(in: zone) }],
          .table(
            Table(
              [
                .init(m.number), .init(m.time), .init(m.category), .init(m.area), .init(m.from),
                .init(m.review),
              ],
              found.map {
                [
                  $0.name, context.text($0.content.from, in: zone),
                  categories.fullName(of: $0.content.category, context.language),
                  $0.areaName ?? "–", $0.unit ?? $0.organisation,
                  m.review($0.review.rawValue) + ($0.isLate ? ", \(m.lateMark)" : ""),
                ]
              })))
      }
    }
  }
}
