import ArgumentParser
import EST
import Persistence
import Workflow

extension MeetingCommand {
  struct Start: CycleEventCommand {
    static let configuration = CommandConfiguration(
      abstract: "Börja mötet.",
      discussion: """
        Exempel:
          est meeting start
          est möte börja --week 2026-W47
        """,
      aliases: ["börja"])
    @OptionGroup var period: PeriodOption
    @OptionGroup(title: HelpText.common) var global: GlobalOptions
    func say(_ desk: Desk, _ cycle: Cycle) throws -> Said { try desk.startMeeting(cycle) }
  }

  struct Adopt: CycleEventCommand {
    static let configuration = CommandConfiguration(
      abstract: "Fastställ lägesbilden. Den ändras aldrig mer.",
      discussion: """
        Exempel:
          est meeting adopt
          est möte fastställ --version 2
        """,
      aliases: ["fastställ"])
    @Option(
      help: ArgumentHelp("Versionen; annars den senaste.", valueName: "nummer"), transform: Reading.version)
    var version: Int?
    @OptionGroup var period: PeriodOption
    @OptionGroup(title: HelpText.common) var global: GlobalOptions
    func say(_ desk: Desk, _ cycle: Cycle) throws -> Said { try desk.adopt(version, in: cycle) }
  }

  struct Adjourn: CycleEventCommand {
    static let configuration = CommandConfiguration(
      abstract: "Bryt mötet, med skäl.",
      discussion: """
        Exempel:
          est meeting adjourn --because "för få på plats"
          est möte bryt --because "fel lägesbild"
        """,
      aliases: ["bryt"])
    @OptionGroup var reason: ReasonOption
    @OptionGroup var period: PeriodOption
    @OptionGroup(title: HelpText.common) var global: GlobalOptions
    func say(_ desk: Desk, _ cycle: Cycle) throws -> Said { try desk.adjourn(cycle, because: reason.because) }
  }

  struct Conclude: CycleEventCommand {
    static let configuration = CommandConfiguration(
      abstract: "Avsluta mötet; rapportörerna får veta vad det ledde till.",
      discussion: """
        Exempel:
          est meeting conclude
          est möte avsluta --because "inget att besluta i dag"
        """,
      aliases: ["avsluta"])
    @Option(help: ArgumentHelp("Varför, när inget beslutats eller prioriterats.", valueName: "skäl"))
    var because: String?
    @OptionGroup var period: PeriodOption
    @OptionGroup(title: HelpText.common) var global: GlobalOptions
    func say(_ desk: Desk, _ cycle: Cycle) throws -> Said { try desk.conclude(cycle, because: because) }
  }

  struct Attend: EstCommand {
    static let configuration = CommandConfiguration(
      abstract: "Anteckna närvaro, efter funktion.",
      discussion: """
        Exempel:
          est meeting attend --organisation Polisen --function kommunpolis
          est möte närvaro --organisation Bostadsbolaget --function områdeschef
        """,
      aliases: ["närvaro"])
    @Option(help: ArgumentHelp("Organisationen.", valueName: "namn"))
    var organisation: String
    @Option(help: ArgumentHelp("Funktionen, aldrig ett namn.", valueName: "funktion"))
    var function: String
    @OptionGroup var period: PeriodOption
    @OptionGroup(title: HelpText.common) var global: GlobalOptions

    func answer(_ context: Context) async throws -> Answer {
      let command = self
      return try await context.desk { desk in
        let cycle = try desk.cycle(labelled: command.period.week, of: try desk.group())
        try desk.attend(cycle, organisation: command.organisation, function: command.function)
        return Answer(
          [
            "attendance": [
              "organisation": .string(command.organisation), "function": .string(command.function),
            ]
          ],
          .text("\(command.organisation), \(command.function)"))
      }
    }
  }

  struct Decide: EstCommand {
    static let configuration = CommandConfiguration(
      abstract: "Anteckna ett beslut.",
      discussion: """
        Exempel:
          est meeting decide "Fältgruppen går förbi torget varje kväll."
          est möte besluta "Gemensam insats på fredag."
        """,
      aliases: ["besluta"])
    @Argument(help: ArgumentHelp("Beslutet.", valueName: "text"))
    var text: String
    @OptionGroup var period: PeriodOption
    @OptionGroup(title: HelpText.common) var global: GlobalOptions

    func answer(_ context: Context) async throws -> Answer {
      let command = self
      return try await context.desk { desk in
        let cycle = try desk.cycle(labelled: command.period.week, of: try desk.group())
        let decision = try desk.decide(command.text, in: cycle)
        return Answer(
          ["decision": ["number": .int(decision.number), "text": .string(decision.text)]],
          .text("\(decision.number). \(decision.text)"))
      }
    }
  }

  struct Prioritise: EstCommand {
    static let configuration = CommandConfiguration(
      abstract: "Sätt problemen i ordning till nästa möte.",
      discussion: """
        Exempel:
          est meeting prioritise 2026-3 2026-1
          est möte prioritera 2026-3
        """,
      aliases: ["prioritera"])
    @Argument(help: ArgumentHelp("Problemens nummer, det viktigaste först.", valueName: "problem"))
    var problems: [String]
    @OptionGroup var period: PeriodOption
    @OptionGroup(title: HelpText.common) var global: GlobalOptions

    func answer(_ context: Context) async throws -> Answer {
      let command = self
      return try await context.desk { desk in
        let cycle = try desk.cycle(labelled: command.period.week, of: try desk.group())
        let priorities = try desk.setPriorities(command.problems, of: cycle)
        return Answer(
          ["priorities": .list(priorities) { $0.json }],
          .text(priorities.map { "\($0.rank). \($0.number) \($0.title)" }.joined(separator: "\n")))
      }
    }
  }
}

extension Priority {
  var json: JSON {
    [
      "rank": .int(rank), "number": .string(number), "title": .string(title),
      "state": .string(state.description),
    ]
  }
}
