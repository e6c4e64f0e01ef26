import ArgumentParser
import EST
import Export
import Language
import Picture
import Workflow

struct OverviewCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "overview",
    abstract:
      "Översikt av ett kvartal, ett tertial eller ett år: områden att sätta först, och vad åtgärderna gav.",
    subcommands: [Show.self, Score.self], defaultSubcommand: Show.self, aliases: ["översikt"])
}

/// Which quarter, tertial or year.
struct LongPeriodOption: ParsableArguments {
  @Option(
    help: ArgumentHelp("2026-Q4, 2026-T3 eller 2026.", valueName: "period"), transform: Reading.longPeriod)
  var period: CalendarPeriod
}

extension Reading {
  /// A quarter, a tertial or a year.
  @Sendable static func longPeriod(_ text: String) throws -> CalendarPeriod {
    guard let period = CalendarPeriod(text), period.months.count > 1 else {
      throw InvalidArgument(
        allowed: "ett kvartal, ett tertial eller ett år, så som 2026-Q4, 2026-T3 eller 2026",
        english: "a quarter, a tertial or a year, such as 2026-Q4, 2026-T3 or 2026")
    }
    return period
  }
}

extension OverviewCommand {
  struct Show: EstCommand {
    static let configuration = CommandConfiguration(
      abstract: "Visa översikten, eller skriv den som en sida.",
      discussion: """
        Exempel:
          est overview --period 2026-Q4
          est översikt visa --period 2026 --format html,json --out ./ar
        """,
      aliases: ["visa"])
    @OptionGroup var period: LongPeriodOption
    @Option(
      help: ArgumentHelp("Skriv filer: html, json; flera med komma.", valueName: "format"),
      transform: Show.formats)
    var format: [Export.OverviewFormat] = []
    @Option(help: ArgumentHelp("Mapp att skriva i.", valueName: "mapp"))
    var out = "."
    @OptionGroup(title: "Utlämnande") var sharing: SharingOptions
    @OptionGroup(title: HelpText.common) var global: GlobalOptions

    @Sendable private static func formats(_ text: String) throws -> [Export.OverviewFormat] {
      try text.split(separator: ",").map { word in
        guard let format = Export.OverviewFormat(rawValue: word.lowercased()) else {
          throw InvalidArgument(allowed: "html, json", english: "html, json")
        }
        return format
      }
    }

    func answer(_ context: Context) async throws -> Answer {
      let (wanted, words, request) = (period.period, format.map(\.rawValue), sharing.request)
      let overview = try await context.desk { desk in
        let group = try desk.group()
        let overview = try desk.overview(of: wanted, in: group)
        return words.isEmpty
          ? overview
          : try desk.exported(overview, in: group, as: words, request, language: context.language)
      }
      guard format.isEmpty else {
        let paths = try format.map { format in
          let text =
            switch format {
            case .html: Export.html(overview, language: context.language)
            case .json: try Export.json(overview)
            }
          return try context.write(
            [UInt8](text.utf8),
            named: Export.fileName(of: overview, format: format, language: context.language), in: out)
        }
        return Answer(
          ["files": .strings(paths)],
          .text(paths.map { context.language.cycles.written($0) }.joined(separator: "\n")))
      }
      return Answer(["overview": .document(try Export.json(overview))], blocks(overview, context.language))
    }

    private func blocks(_ overview: Overview, _ language: Language) -> [Answer.Block] {
      let m = language.overview
      let first = overview.areas.filter(\.isPriority)
      return [
        .heading("\(m.title), \(language.period(PeriodName(label: overview.picture.head.period.label)))"),
        .text(
          first.isEmpty
            ? m.noPriorities
            : first.map { m.priority($0.name, need: $0.need ?? 0, influence: $0.influence ?? 0) }
              .joined(separator: "\n")),
        .heading(m.areas),
        .table(
          Table(
            [
              .init(m.area.uppercased()), .init(m.need.uppercased(), .right),
              .init(m.influence.uppercased(), .right), .init(m.reports.uppercased(), .right),
              .init(m.openProblems.uppercased(), .right),
            ],
            overview.areasToTell.map { area in
              [
                area.name, area.need.map(language.number) ?? "–", area.influence.map(language.number) ?? "–",
                language.number(area.counts.current), language.number(area.openProblems),
              ]
            })),
        .heading(m.actions),
        .table(
          Table(
            [
              .init(m.action.uppercased()), .init(m.state.uppercased()), .init(m.judged.uppercased()),
              .init(m.effect.uppercased()),
            ],
            overview.actions.map { action in
              [
                "\(language.casework.action(action.number)) \(action.title)",
                language.casework.actionState(action.state),
                action.colour.map(language.casework.colour) ?? m.notJudged, action.effect ?? "–",
              ]
            })),
      ]
    }
  }

  struct Score: EstCommand, Sendable {
    static let configuration = CommandConfiguration(
      abstract: "Bedöm hur mycket ett område behöver, och hur långt det går att påverka.",
      discussion: """
        Exempel:
          est overview score Ålidhem --period 2026-Q4 --need 3 --influence 2
          est översikt bedöm Teg --period 2026-T3 --need 1 --influence 3 --because "lugnare sedan lamporna kom"
        """,
      aliases: ["bedöm"])
    @Argument(help: ArgumentHelp("Områdets namn.", valueName: "område"))
    var area: String
    @Option(help: ArgumentHelp("Behov, 0 till 3.", valueName: "tal"))
    var need: Int
    @Option(help: ArgumentHelp("Möjlighet att påverka, 0 till 3.", valueName: "tal"))
    var influence: Int
    @Option(help: ArgumentHelp("Varför, utan personer.", valueName: "text"))
    var because: String?
    @OptionGroup var period: LongPeriodOption
    @OptionGroup(title: HelpText.common) var global: GlobalOptions

    func answer(_ context: Context) async throws -> Answer {
      let command = self
      return try await context.desk { desk in
        try desk.score(
          command.area, need: command.need, influence: command.influence, because: command.because,
          for: command.period.period, in: try desk.group())
        return Answer(
          [
            "area": .string(command.area), "period": .string("\(command.period.period)"),
            "need": .int(command.need), "influence": .int(command.influence),
          ],
          .text(
            context.language.overview.scored(
              command.area, need: command.need, influence: command.influence,
              period: context.language.period(PeriodName(label: "\(command.period.period)")))))
      }
    }
  }
}
