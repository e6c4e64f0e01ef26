import ArgumentParser
import Persistence
import Workflow

extension ProblemCommand {
  struct Revise: EstCommand, Sendable {
    static let configuration = CommandConfiguration(
      abstract: "Ändra vad ett problem säger om sig självt.",
      discussion: """
        Exempel:
          est problem revise 2026-3 --statement "Mest på kvällar efter klockan 20."
          est problem ändra 2026-3 --title "Klotter vid centrum och tunneln" --area Ålidhem
        """,
      aliases: ["ändra"])
    @Option(help: ArgumentHelp("Problemet i en rad, utan personer.", valueName: "rubrik"))
    var title: String?
    @OptionGroup var fields: ProblemOptions
    @OptionGroup var about: ProblemArgument
    @OptionGroup(title: HelpText.common) var global: GlobalOptions

    func answer(_ context: Context) async throws -> Answer {
      let command = self
      guard title != nil || fields.statement != nil || fields.category != nil || fields.area != nil else {
        throw CommandProblem.options(.oneOf(["--title", "--statement", "--category", "--area"]))
      }
      return try await context.desk { desk in
        let problem = try desk.revise(
          try desk.problem(command.about.problem), title: command.title, statement: command.fields.statement,
          category: command.fields.category, area: command.fields.area)
        return Answer(
          ["problem": problem.json(in: try desk.zone(of: try desk.group(problem.group)))],
          .text(context.messages.changed(context.language.casework.problem(problem.number))))
      }
    }
  }

  struct Link: EstCommand, Sendable {
    static let configuration = CommandConfiguration(
      abstract: "Lägg rapporter bakom ett problem.",
      discussion: """
        Exempel:
          est problem link 2026-3 2026-17 2026-21
          est problem koppla 2026-3 411693
        """,
      aliases: ["koppla"])
    @OptionGroup var about: ProblemArgument
    @Argument(help: ArgumentHelp("Rapporternas nummer, id eller beteckningar.", valueName: "rapport"))
    var reports: [String]
    @OptionGroup(title: HelpText.common) var global: GlobalOptions

    func answer(_ context: Context) async throws -> Answer {
      let command = self
      return try await context.desk { desk in
        let problem = try desk.problem(command.about.problem)
        try desk.link(command.reports, to: problem)
        return try Link.answer(problem, desk, context)
      }
    }

    /// What is behind the problem now.
    static func answer(_ problem: Problem, _ desk: Desk, _ context: Context) throws -> Answer {
      let chain = try desk.chain(of: problem)
      let zone = try desk.zone(of: try desk.group(problem.group))
      return Answer(
        [
          "problem": [
            "id": .string(problem.id.description), "number": .string(problem.number),
            "reports": .list(chain.reports) { $0.json(in: zone) },
          ]
        ],
        .text(context.language.casework.linked(chain.reports.count, problem: problem.number)))
    }
  }

  struct Unlink: EstCommand, Sendable {
    static let configuration = CommandConfiguration(
      abstract: "Ta bort rapporter som inte hör till problemet.",
      discussion: """
        Exempel:
          est problem unlink 2026-3 2026-17
          est problem koppla-loss 2026-3 411693
        """,
      aliases: ["koppla-loss"])
    @OptionGroup var about: ProblemArgument
    @Argument(help: ArgumentHelp("Rapporternas nummer, id eller beteckningar.", valueName: "rapport"))
    var reports: [String]
    @OptionGroup(title: HelpText.common) var global: GlobalOptions

    func answer(_ context: Context) async throws -> Answer {
      let command = self
      return try await context.desk { desk in
        let problem = try desk.problem(command.about.problem)
        try desk.unlink(command.reports, from: problem)
        return try Link.answer(problem, desk, context)
      }
    }
  }
}
