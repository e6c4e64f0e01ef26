import ArgumentParser
import EST
import Persistence
import Workflow

extension ProblemCommand {
  struct Prioritise: ProblemEventCommand {
    static let configuration = CommandConfiguration(
      abstract: "Prioritera, med poäng från 0 till 3 efter kriterierna.",
      discussion: """
        Kriterier: common, increasing, exposedPlaces, exposedGroups, signalCrime, affectsMany, harm, influence, cost.

        Exempel:
          est problem prioritise 2026-3 --score common=3 --score increasing=2
          est problem prioritera 2026-3 --score vanligt=3 --score "går att påverka=2"
        """,
      aliases: ["prioritera"])
    @Option(
      help: ArgumentHelp("Ett kriterium och dess poäng. Kan upprepas.", valueName: "kriterium=poäng"),
      transform: Reading.score)
    var score: [CriterionScore] = []
    @OptionGroup var about: ProblemArgument
    @OptionGroup(title: HelpText.common) var global: GlobalOptions
    func say(_ desk: Desk, _ problem: Problem) throws -> Said {
      try desk.prioritise(
        problem, Dictionary(score.map { ($0.criterion, $0.points) }, uniquingKeysWith: { $1 }))
    }
  }

  struct Dismiss: ProblemEventCommand {
    static let configuration = CommandConfiguration(
      abstract: "Avskriv ett problem, med skäl.",
      discussion: """
        Exempel:
          est problem dismiss 2026-3 --because "platsen är riven"
          est problem avskriv 2026-3 --because "ingår i 2026-1" --cancel-actions
        """,
      aliases: ["avskriv"])
    @Flag(
      name: .customLong("cancel-actions"),
      help: "Avbryt också de åtgärder som inte är gjorda. Annars står de kvar.")
    var cancelsActions = false
    @OptionGroup var reason: ReasonOption
    @OptionGroup var about: ProblemArgument
    @OptionGroup(title: HelpText.common) var global: GlobalOptions
    func say(_ desk: Desk, _ problem: Problem) throws -> Said {
      try desk.dismiss(problem, because: reason.because, cancelActions: cancelsActions)
    }
  }

  struct Escalate: ProblemEventCommand {
    static let configuration = CommandConfiguration(
      abstract: "Lyft ett problem till BRÅ eller styrgruppen.",
      discussion: """
        Exempel:
          est problem escalate 2026-3
          est problem lyft 2026-3
        """,
      aliases: ["lyft"])
    @OptionGroup var about: ProblemArgument
    @OptionGroup(title: HelpText.common) var global: GlobalOptions
    func say(_ desk: Desk, _ problem: Problem) throws -> Said { try desk.escalate(problem) }
  }

  struct Decide: ProblemEventCommand {
    static let configuration = CommandConfiguration(
      abstract: "Styrgruppens svar på ett lyft problem: arbeta vidare, eller avskriv.",
      discussion: """
        Exempel:
          est problem decide 2026-3 --because "orsaksanalys ska göras, med region och skola"
          est problem besluta 2026-3 --dismiss --because "ligger hos länsstyrelsen"
        """,
      aliases: ["besluta"])
    @Flag(name: .customLong("dismiss"), help: "Avskriv. Annars är problemet åter prioriterat.")
    var isDismissal = false
    @OptionGroup var reason: ReasonOption
    @OptionGroup var about: ProblemArgument
    @OptionGroup(title: HelpText.common) var global: GlobalOptions
    func say(_ desk: Desk, _ problem: Problem) throws -> Said {
      try desk.decide(problem, dismiss: isDismissal, because: reason.because)
    }
  }

  struct BeginAction: ProblemEventCommand {
    static let configuration = CommandConfiguration(
      commandName: "begin-action",
      abstract: "Gå från orsaker till åtgärder. Minst en beslutad åtgärd nämner en orsak.",
      discussion: """
        Exempel:
          est problem begin-action 2026-3 --follow-up 2026-12-14
          est problem åtgärda 2026-3 --follow-up 2026-12-14T09:00
        """,
      aliases: ["åtgärda"])
    @OptionGroup var followUp: FollowUpOption
    @OptionGroup var about: ProblemArgument
    @OptionGroup(title: HelpText.common) var global: GlobalOptions
    func say(_ desk: Desk, _ problem: Problem) throws -> Said {
      try desk.beginAction(on: problem, followUp: try followUp.instant(desk, in: problem.group))
    }
  }

  struct BeginEvaluation: ProblemEventCommand {
    static let configuration = CommandConfiguration(
      commandName: "begin-evaluation",
      abstract: "Börja följa upp. Varje åtgärd är gjord eller avbruten, minst en är gjord.",
      discussion: """
        Exempel:
          est problem begin-evaluation 2026-3
          est problem följ-upp 2026-3
        """,
      aliases: ["följ-upp"])
    @OptionGroup var about: ProblemArgument
    @OptionGroup(title: HelpText.common) var global: GlobalOptions
    func say(_ desk: Desk, _ problem: Problem) throws -> Said { try desk.beginEvaluation(of: problem) }
  }

  struct Resolve: ProblemEventCommand {
    static let configuration = CommandConfiguration(
      abstract: "Avsluta ett problem som är löst, med resultat och lärdom.",
      discussion: """
        Exempel:
          est problem resolve 2026-3 --result "Platsen är upplyst." --lesson "Börja med ljuset."
          est problem lös 2026-3 --result "Ingen skadegörelse på sex veckor." --lesson "Sanera inom två dygn."
        """,
      aliases: ["lös"])
    @Option(help: ArgumentHelp("Vad som kom ut av det.", valueName: "text"))
    var result: String
    @Option(help: ArgumentHelp("Vad andra kan ha nytta av.", valueName: "text"))
    var lesson: String
    @OptionGroup var about: ProblemArgument
    @OptionGroup(title: HelpText.common) var global: GlobalOptions
    func say(_ desk: Desk, _ problem: Problem) throws -> Said {
      try desk.resolve(problem, result: result, lesson: lesson)
    }
  }

  struct Reanalyse: ProblemEventCommand {
    static let configuration = CommandConfiguration(
      abstract: "Åter till orsakerna: effekten uteblev. Analysen får en ny version.",
      discussion: """
        Exempel:
          est problem reanalyse 2026-3 --because "klottret flyttade till andra sidan"
          est problem analysera-om 2026-3 --because "orsaken var en annan"
        """,
      aliases: ["analysera-om"])
    @OptionGroup var reason: ReasonOption
    @OptionGroup var about: ProblemArgument
    @OptionGroup(title: HelpText.common) var global: GlobalOptions
    func say(_ desk: Desk, _ problem: Problem) throws -> Said {
      try desk.reanalyse(problem, because: reason.because)
    }
  }

  struct ActAgain: ProblemEventCommand {
    static let configuration = CommandConfiguration(
      commandName: "act-again",
      abstract: "Gör mer åt samma orsaker. En nybeslutad åtgärd behövs.",
      discussion: """
        Exempel:
          est problem act-again 2026-3 --follow-up 2027-02-01
          est problem åtgärda-igen 2026-3 --follow-up 2027-02-01T09:00
        """,
      aliases: ["åtgärda-igen"])
    @OptionGroup var followUp: FollowUpOption
    @OptionGroup var about: ProblemArgument
    @OptionGroup(title: HelpText.common) var global: GlobalOptions
    func say(_ desk: Desk, _ problem: Problem) throws -> Said {
      try desk.actAgain(on: problem, followUp: try followUp.instant(desk, in: problem.group))
    }
  }

  struct GiveUp: ProblemEventCommand {
    static let configuration = CommandConfiguration(
      commandName: "give-up",
      abstract: "Varje åtgärd är avbruten: åter till orsakerna, med skäl.",
      discussion: """
        Exempel:
          est problem give-up 2026-3 --because "bygglov nekades"
          est problem ge-upp 2026-3 --because "ingen kunde ta åtgärderna"
        """,
      aliases: ["ge-upp"])
    @OptionGroup var reason: ReasonOption
    @OptionGroup var about: ProblemArgument
    @OptionGroup(title: HelpText.common) var global: GlobalOptions
    func say(_ desk: Desk, _ problem: Problem) throws -> Said {
      try desk.giveUp(problem, because: reason.because)
    }
  }

  struct Recur: ProblemEventCommand {
    static let configuration = CommandConfiguration(
      abstract: "Det är tillbaka. Allt som lärts om det finns kvar.",
      discussion: """
        Exempel:
          est problem recur 2026-3 --because "fem nya händelser vid tunneln"
          est problem tillbaka 2026-3 --because "samma plats, samma tid"
        """,
      aliases: ["tillbaka"])
    @OptionGroup var reason: ReasonOption
    @OptionGroup var about: ProblemArgument
    @OptionGroup(title: HelpText.common) var global: GlobalOptions
    func say(_ desk: Desk, _ problem: Problem) throws -> Said {
      try desk.recur(problem, because: reason.because)
    }
  }
}
