import ArgumentParser
import EST
import Foundation
import Persistence
import Workflow

extension IncidentCommand {
  struct Add: EstCommand {
    static let configuration = CommandConfiguration(
      abstract: "Rapportera en händelse.",
      discussion: """
        Vid en terminal frågar est steg för steg när något som behövs saknas. Skriv aldrig namn, nummer eller annat om
        personer.

        Exempel:
          est incident add
          est incident add --unit Fältgruppen --category vandalism/klotter --area Ersboda --at 2026-11-20T21:30
          est händelse rapportera --category "otrygg plats" --reason belysning --area Teg --at 2026-11-20T18:00
        """,
      aliases: ["rapportera"])

    @Option(help: ArgumentHelp("Enheten som rapporterar.", valueName: "namn"))
    var unit: String?

    @Option(help: ArgumentHelp("Källans egen beteckning.", valueName: "text"))
    var reference: String?

    @OptionGroup(title: "Händelsen") var options: ReportOptions
    @OptionGroup(title: HelpText.common) var global: GlobalOptions

    func answer(_ context: Context) async throws -> Answer {
      var (unit, said) = (unit, options)
      // Whoever has said what every report needs is not held up by questions about the rest.
      if context.prompt.isPossible {
        let questions = try await IncidentQuestions(context)
        if said.category == nil || said.at == nil {
          try questions.ask(unit: &unit, &said)
        } else {
          try questions.askReason(&said)
        }
      }
      guard let category = said.category else { throw CommandProblem.answerMissing(option: "--category") }
      guard let at = said.at else { throw CommandProblem.answerMissing(option: "--at") }
      let (reporting, options) = (unit, said)
      return try await context.desk { desk in
        let zone = context.zone
        let categories = try desk.categories.current()
        var report = IncomingReport(
          category: try options.code(category, in: categories), from: try at.instant(in: zone))
        try options.apply(to: &report, categories: categories, zone: zone)
        report.unit = reporting
        report.reference = reference
        let added = try desk.addIncident(report)
        let name = added.number ?? added.id.description
        let messages = context.language.incidents
        return Answer(
          [
            "incident": [
              "id": .string(added.id.description), "number": .optional(added.number),
              "period": .optional(added.period?.label), "late": .bool(added.isLate),
              "area": .optional(added.area),
              "repeated": .bool(added.isRepeated),
            ]
          ],
          .text(
            added.isRepeated
              ? messages.repeated(number: name)
              : messages.saved(number: name, period: added.period?.label, isLate: added.isLate)))
      }
    }
  }
}
