import ArgumentParser
import Persistence
import Workflow

extension AnalysisCommand {
  struct Start: ProblemEventCommand {
    static let configuration = CommandConfiguration(
      abstract: "Börja orsaksanalysen av ett prioriterat problem.",
      discussion: """
        Exempel:
          est analysis start 2026-3
          est analys börja 2026-3 --as 2480_kommunpolis
        """,
      aliases: ["börja"])
    @OptionGroup var about: ProblemArgument
    @OptionGroup(title: HelpText.common) var global: GlobalOptions
    func say(_ desk: Desk, _ problem: Problem) throws -> Said { try desk.beginAnalysis(of: problem) }
  }

  struct Sign: ProblemEventCommand {
    static let configuration = CommandConfiguration(
      abstract: "Skriv under den nuvarande versionen. Samordnare och kommunpolis skriver båda under samma.",
      discussion: """
        Exempel:
          est analysis sign 2026-3 --as 2480_samordnare
          est analys skriv-under 2026-3 --as 2480_kommunpolis
        """,
      aliases: ["skriv-under"])
    @OptionGroup var about: ProblemArgument
    @OptionGroup(title: HelpText.common) var global: GlobalOptions
    func say(_ desk: Desk, _ problem: Problem) throws -> Said { try desk.sign(problem) }
    func sentence(_ said: Said, _ number: String, _ context: Context) -> String {
      context.language.casework.signed(number, isComplete: said.state == "analysed")
    }
  }

  struct Reopen: ProblemEventCommand {
    static let configuration = CommandConfiguration(
      abstract: "Öppna en underskriven analys igen: en ny version, som båda skriver under på nytt.",
      discussion: """
        Exempel:
          est analysis reopen 2026-3
          est analys öppna 2026-3 --because "nya belägg från skolan"
        """,
      aliases: ["öppna"])
    @Option(help: ArgumentHelp("Skälet; det står kvar i loggen.", valueName: "skäl"))
    var because: String?
    @OptionGroup var about: ProblemArgument
    @OptionGroup(title: HelpText.common) var global: GlobalOptions
    func say(_ desk: Desk, _ problem: Problem) throws -> Said {
      try desk.reopenAnalysis(of: problem, because: because)
    }
  }
}
