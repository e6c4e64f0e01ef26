import ArgumentParser
import EST
import Persistence
import Workflow

extension IncidentCommand {
  struct Show: EstCommand {
    static let configuration = CommandConfiguration(
      abstract: "En rapport, med vad den har sagt tidigare.",
      discussion: """
        Exempel:
          est incident show 2026-17
          est händelse visa 411693 --json
        """,
      aliases: ["visa"])

    @Argument(help: ArgumentHelp("Nummer, id eller källans beteckning.", valueName: "rapport"))
    var incident: String

    @OptionGroup(title: HelpText.common) var global: GlobalOptions

    func answer(_ context: Context) async throws -> Answer {
      let name = incident
      let m = context.language.incidents
      return try await context.desk { desk in
        let incident = try desk.incident(name)
        let zone = try desk.zone(of: try desk.group(incident.group))
        let categories = try desk.categories.current()
        let areas = Dictionary(uniqueKeysWithValues: try desk.areas.all().map { ($0.id, $0.name) })
        let earlier = try desk.incidents.versions(of: incident.id).map {
          try EarlierWording($0, areas: areas)
        }
        var json = incident.json(in: zone)
        if case .object(let members) = json {
          json = .object(
            members + [.init(key: "versions", value: .list(earlier) { $0.json(in: zone) })])
        }
        let report = IncomingReport(incident)
        let from = [incident.unit, incident.organisation].compactMap { $0 }.joined(separator: ", ")
        let late = incident.isLate ? ", \(m.lateMark)" : ""
        let because = incident.reviewReason.map { ": \($0)" } ?? ""
        var blocks: [Answer.Block] = [
          .heading("\(incident.name)  \(categories.fullName(of: report.category, context.language))"),
          .pairs(
            report.pairs(context, in: zone, area: incident.areaName) + [
              (m.fromLabel, from), (m.sourceLabel, m.source(incident.source.rawValue)),
              (m.referenceLabel, incident.reference),
              (m.receivedLabel, context.text(incident.receivedAt, in: zone) + late),
              (m.reviewLabel, m.review(incident.review.rawValue) + because),
            ]),
        ]
        if !earlier.isEmpty { blocks.append(.heading(m.versions)) }
        for (index, wording) in earlier.enumerated() {
          let version = wording.version
          let said = categories.fullName(of: wording.report.category, context.language)
          if index > 0 { blocks.append(.text("")) }
          blocks += [
            .text(
              m.version(
                version.version, at: context.text(version.supersededAt, in: zone), by: version.supersededBy,
                reason: version.reason)),
            .pairs(
              ([(m.categoryLabel, said)] + wording.report.pairs(context, in: zone, area: wording.report.area)
                + [(m.reviewLabel, m.review(wording.review.rawValue))]).map { ("  \($0.0)", $0.1) }),
          ]
        }
        return Answer(["incident": json], blocks)
      }
    }
  }
}
