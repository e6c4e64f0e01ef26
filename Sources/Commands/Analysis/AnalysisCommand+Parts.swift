import ArgumentParser
import EST
import Persistence
import Workflow

extension AnalysisCommand {
  struct StateVerb: EstCommand, Sendable {
    static let configuration = CommandConfiguration(
      commandName: "state",
      abstract: "Skriv vad problemet är: vad, var, när, vilka som drabbas, och vilka källor som utelämnats.",
      discussion: """
        Exempel:
          est analysis state 2026-3 --statement "Krossade rutor vid centrum, mest fredag kväll."
          est analys beskriv 2026-3 --left-out "Skolans egna anteckningar, så helger kan vara för få."
        """,
      aliases: ["beskriv"])
    @Option(help: ArgumentHelp("Vad, var, när och vilka som drabbas, som grupp.", valueName: "text"))
    var statement: String?
    @Option(
      name: .customLong("left-out"),
      help: ArgumentHelp("Källor som utelämnats, och vad det begränsar.", valueName: "text"))
    var leftOut: String?
    @OptionGroup var about: ProblemArgument
    @OptionGroup(title: HelpText.common) var global: GlobalOptions

    func answer(_ context: Context) async throws -> Answer {
      guard statement != nil || leftOut != nil else {
        throw CommandProblem.options(.oneOf(["--statement", "--left-out"]))
      }
      let command = self
      return try await context.desk { desk in
        let problem = try desk.problem(command.about.problem)
        let edit = try desk.stateAnalysis(of: problem, statement: command.statement, leftOut: command.leftOut)
        return AnalysisCommand.answer(problem, nil, [], [edit], context)
      }
    }
  }

  struct EvidenceVerb: EstCommand, Sendable {
    static let configuration = CommandConfiguration(
      commandName: "evidence", abstract: "Lägg till ett belägg med sin källa, eller ta bort ett.",
      discussion: """
        Exempel:
          est analysis evidence 2026-3 "Fyra av sju lampor var släckta." --source "fältgruppens rond"
          est analys belägg 2026-3 "Sex av sju efter klockan 20." --source "rapporter v. 47"
          est analysis evidence 2026-3 --remove 2
        """,
      aliases: ["belägg"])
    @OptionGroup var about: ProblemArgument
    @Argument(help: ArgumentHelp("Belägget, utan personer.", valueName: "text"))
    var text: String?
    @Option(help: ArgumentHelp("Var det kommer från.", valueName: "källa"))
    var source: String?
    @OptionGroup var removal: RemoveOption
    @OptionGroup(title: HelpText.common) var global: GlobalOptions

    func answer(_ context: Context) async throws -> Answer {
      try removal.check(given: text != nil, "<text>")
      if text != nil, source == nil { throw CommandProblem.options(.needs("<text>", other: "--source")) }
      let command = self
      return try await context.desk { desk in
        let problem = try desk.problem(command.about.problem)
        if let number = command.removal.number {
          let edit = try desk.remove(.evidence, number, from: problem)
          return AnalysisCommand.answer(problem, .evidence, [number], [edit], isRemoval: true, context)
        }
        let edit = try desk.addEvidence(command.text!, source: command.source!, to: problem)
        return AnalysisCommand.answer(problem, .evidence, [edit.number].compactMap { $0 }, [edit], context)
      }
    }
  }

  struct CauseVerb: EstCommand, Sendable {
    static let configuration = CommandConfiguration(
      commandName: "cause",
      abstract: "Lägg till en orsak på ett av fiskbenets tre ben, eller ta bort en.",
      discussion: """
        Ben: exposed (utsatt), offender (gärningsperson), place (plats). Utan --behind är orsaken direkt.

        Exempel:
          est analysis cause 2026-3 "Gångvägen är mörk." --bone plats --evidence 2 --strength strong --influence yes
          est analys orsak 2026-3 "Felanmälan når inte rätt enhet." --bone plats --behind 1 --strength some
          est analysis cause 2026-3 --remove 4
        """,
      aliases: ["orsak"])
    @OptionGroup var about: ProblemArgument
    @Argument(help: ArgumentHelp("Orsaken, utan personer.", valueName: "text"))
    var text: String?
    @Option(
      help: ArgumentHelp("exposed, offender eller place.", valueName: "ben"),
      transform: Reading.word(
        Bone.self,
        swedish: ["utsatt": .exposed, "offer": .exposed, "gärningsperson": .offender, "plats": .place]))
    var bone: Bone?
    @Option(help: ArgumentHelp("Numret på den orsak som den ligger bakom.", valueName: "nummer"))
    var behind: Int?
    @Option(help: ArgumentHelp("Numret på det belägg som den vilar på.", valueName: "nummer"))
    var evidence: Int?
    @Option(
      help: ArgumentHelp("Hur väl belagd: strong, some eller weak.", valueName: "styrka"),
      transform: Reading.word(
        EvidenceStrength.self, swedish: ["stark": .strong, "någorlunda": .some, "svag": .weak]))
    var strength = EvidenceStrength.weak
    @Option(
      help: ArgumentHelp("Om den går att påverka: yes, partly eller no.", valueName: "påverkan"),
      transform: Reading.word(Influence.self, swedish: ["ja": .yes, "delvis": .partly, "nej": .no]))
    var influence = Influence.partly
    @OptionGroup var removal: RemoveOption
    @OptionGroup(title: HelpText.common) var global: GlobalOptions

    func answer(_ context: Context) async throws -> Answer {
      try removal.check(given: text != nil, "<text>")
      if text != nil, bone == nil { throw CommandProblem.options(.needs("<text>", other: "--bone")) }
      let command = self
      return try await context.desk { desk in
        let problem = try desk.problem(command.about.problem)
        if let number = command.removal.number {
          let edit = try desk.remove(.cause, number, from: problem)
          return AnalysisCommand.answer(problem, .cause, [number], [edit], isRemoval: true, context)
        }
        let edit = try desk.addCause(
          CauseFields(
            text: command.text!, bone: command.bone!, behind: command.behind, evidence: command.evidence,
            strength: command.strength, influence: command.influence),
          to: problem)
        return AnalysisCommand.answer(problem, .cause, [edit.number].compactMap { $0 }, [edit], context)
      }
    }
  }

  struct ChainVerb: EstCommand, Sendable {
    static let configuration = CommandConfiguration(
      commandName: "chain",
      abstract:
        "Lägg steg till händelsekedjan, i ordning, eller ta bort ett. Varje steg är ett ställe att bryta den.",
      discussion: """
        Exempel:
          est analysis chain 2026-3 "Träffas på torget" "Fritidsgården stänger" "Går till tunneln"
          est analys kedja 2026-3 "Klottrar osedda"
          est analysis chain 2026-3 --remove 2
        """,
      aliases: ["kedja"])
    @OptionGroup var about: ProblemArgument
    @Argument(help: ArgumentHelp("Stegen, efter dem som redan finns.", valueName: "steg"))
    var steps: [String] = []
    @OptionGroup var removal: RemoveOption
    @OptionGroup(title: HelpText.common) var global: GlobalOptions

    func answer(_ context: Context) async throws -> Answer {
      try removal.check(given: !steps.isEmpty, "<steg>")
      let command = self
      return try await context.desk { desk in
        let problem = try desk.problem(command.about.problem)
        if let number = command.removal.number {
          let edit = try desk.remove(.step, number, from: problem)
          return AnalysisCommand.answer(problem, .step, [number], [edit], isRemoval: true, context)
        }
        let edits = try command.steps.map { try desk.addStep($0, to: problem) }
        return AnalysisCommand.answer(problem, .step, edits.compactMap(\.number), edits, context)
      }
    }
  }

  struct Show: EstCommand, Sendable {
    static let configuration = CommandConfiguration(
      abstract: "En orsaksanalys: orsaker på fiskbenets tre ben, belägg, händelsekedja, underskrifter.",
      discussion: """
        Exempel:
          est analysis show 2026-3
          est analys visa 2026-3 --version 1 --json
        """,
      aliases: ["visa"])
    @Option(help: ArgumentHelp("Versionen; annars den senaste.", valueName: "nummer"))
    var version: Int?
    @OptionGroup var about: ProblemArgument
    @OptionGroup(title: HelpText.common) var global: GlobalOptions

    func answer(_ context: Context) async throws -> Answer {
      let command = self
      return try await context.desk { desk in
        let problem = try desk.problem(command.about.problem)
        let analysis = try desk.analysis(of: problem, version: command.version)
        let zone = try desk.zone(of: try desk.group(problem.group))
        let title = "\(context.language.casework.problem(problem.number))  \(problem.fields.title)"
        return Answer(
          ["problem": .string(problem.number), "analysis": analysis.json(in: zone)],
          [.heading(title)] + AnalysisPage(analysis: analysis, zone: zone, context: context).blocks)
      }
    }
  }
}
