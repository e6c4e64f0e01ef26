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
        Vid en terminal frågar est efter det som saknas. Skriv aldrig namn, nummer eller annat om personer.

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
      var given = self
      if context.prompt.isPossible { try await given.ask(context) }
      let complete = given
      for (value, option) in [(complete.options.category, "--category")] where value == nil {
        throw CommandProblem.answerMissing(option: option)
      }
      guard let at = complete.options.at else { throw CommandProblem.answerMissing(option: "--at") }
      return try await context.desk { desk in
        let zone = context.zone
        let categories = try desk.categories.current()
        var report = IncomingReport(
          category: try complete.options.code(complete.options.category!, in: categories),
          from: try at.instant(in: zone))
        try complete.options.apply(to: &report, categories: categories, zone: zone)
        report.unit = complete.unit
        report.reference = complete.reference
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

    /// Asks for what the options leave open, one question at a time. Each answer is held against the rules at once, so
    /// that nobody answers all of them for nothing.
    private mutating func ask(_ context: Context) async throws {
      let m = context.language.incidents
      let isSwedish = context.language == .swedish
      let zone = context.zone
      let (units, categories, areas, now) = try await context.desk { desk in
        (
          try desk.people.units().filter {
            $0.organisation == desk.actor.organisation || desk.actor.organisation == nil
          },
          try desk.categories.current(), try desk.areas.all().map(\.name), desk.now
        )
      }
      func check(_ change: (inout IncomingReport) -> Void) throws {
        let code = options.category.flatMap { categories.code(named: $0) }
        var report = IncomingReport(category: code ?? CategoryCode(main: "other"), from: now)
        // Every answer is judged alone.
        report.reasons = ["-"]
        change(&report)
        if let (field, problem) = report.firstProblem(now: now) {
          throw UseCaseError.badField(field, problem)
        }
      }
      let prompt = context.prompt
      if unit == nil, units.count > 1 {
        unit = try prompt.choose(
          m.unitQuestion, option: "--unit", units.map { Prompt.Choice($0.name, $0.name) })
      }
      if options.category == nil {
        let mains = categories.categories.filter { $0.code.subtype == nil }
        let main = try prompt.choose(
          m.categoryQuestion, option: "--category",
          mains.map { Prompt.Choice(isSwedish ? $0.swedish : $0.english, $0.code) })
        let subtypes = categories.categories.filter { $0.code.main == main.main && $0.code.subtype != nil }
        let code =
          subtypes.isEmpty
          ? main
          : try prompt.choose(
            m.subtypeQuestion, option: "--category",
            subtypes.map { Prompt.Choice(isSwedish ? $0.swedish : $0.english, $0.code) }
              + [Prompt.Choice(m.noneNeeded, main)], fallback: subtypes.count)
        options.category = code.description
      }
      if let code = options.category.flatMap({ categories.code(named: $0) }), code.subtype == nil,
        code.main == CategoryList.unsafePlace, options.reason.isEmpty
      {
        let reason = try prompt.ask(m.reasonQuestion, option: "--reason") { answer in
          try check { $0.reasons = [answer] }
          return answer
        }
        options.reason = [reason]
      }
      if options.area == nil, options.point == nil, !areas.isEmpty {
        let area = try prompt.ask(m.areaQuestion, option: "--area", fallback: m.unknownPlace) { answer in
          let folded = answer.lowercased()
          if folded == m.unknownPlace { return "" }
          let exact = areas.filter { $0.lowercased() == folded }
          let meant = exact.isEmpty ? areas.filter { $0.lowercased().contains(folded) } : exact
          guard let only = meant.first, meant.count == 1 else {
            let shown = (meant.isEmpty ? areas : meant).prefix(12).joined(separator: ", ")
            throw InvalidArgument(allowed: shown, english: shown)
          }
          return only
        }
        options.area = area.isEmpty ? nil : area
      }
      if options.place == nil {
        let place = try prompt.ask(m.placeQuestion, option: "--place", fallback: "-") { answer in
          try check { $0.place = answer }
          return answer
        }
        options.place = place == "-" ? nil : place
      }
      if options.at == nil {
        options.at = try prompt.ask(m.timeQuestion, option: "--at") { answer in
          let moment = try Reading.moment(answer)
          let instant = try moment.instant(in: zone)
          try check { $0.from = instant }
          return moment
        }
      }
      if options.certainty == nil {
        options.certainty = try prompt.choose(
          m.certaintyQuestion, option: "--certainty",
          Certainty.allCases.map { Prompt.Choice(m.certainty($0.rawValue), $0) }, fallback: 0)
      }
      if options.text == nil {
        let text = try prompt.ask(m.textQuestion, option: "--text", fallback: "-") { answer in
          try check { $0.text = answer }
          return answer
        }
        options.text = text == "-" ? nil : text
      }
    }
  }
}
