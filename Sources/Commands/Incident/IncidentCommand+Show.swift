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
        let versions = try desk.incidents.versions(of: incident.id)
        let content = incident.content
        var json = incident.json(in: zone)
        if case .object(var members) = json {
          members.append(
            JSON.Member(
              key: "versions",
              value: .list(versions) { version in
                [
                  "version": .int(version.version),
                  "supersededAt": context.json(version.supersededAt, in: zone),
                  "supersededBy": .string(version.supersededBy), "reason": .optional(version.reason),
                ]
              }))
          json = .object(members)
        }
        var time = context.text(content.from, in: zone)
        if let to = content.to { time += " – \(context.text(to, in: zone))" }
        var blocks: [Answer.Block] = [
          .heading("\(incident.name)  \(content.category)"),
          .pairs([
            (m.time.capitalized, time),
            (m.area.capitalized, incident.areaName), (m.place, content.place.name),
            (
              m.from.capitalized,
              [incident.unit, incident.organisation].compactMap { $0 }.joined(separator: ", ")
            ),
            (
              m.review.capitalized,
              m.review(incident.review.rawValue) + (incident.isLate ? ", \(m.lateMark)" : "")
            ),
            (
              m.reasonLabel,
              incident.reviewReason
                ?? (content.reasons.isEmpty ? nil : content.reasons.joined(separator: ", "))
            ),
            (m.reportClass, content.reportClass.rawValue), (m.textLabel, content.text),
          ]),
        ]
        if !versions.isEmpty {
          blocks.append(.heading(m.versions))
          blocks.append(
            .text(
              versions.map {
                m.version(
                  $0.version, at: context.text($0.supersededAt, in: zone), by: $0.supersededBy,
                  reason: $0.reason)
              }.joined(separator: "\n")))
        }
        return Answer(["incident": json], blocks)
      }
    }
  }
}
