import ArgumentParser
import EST
import Workflow

extension ProblemCommand {
  struct Identify: EstCommand, Sendable {
    static let configuration = CommandConfiguration(
      abstract: "Skriv upp ett problem som syns i lägesbilden, vid en vandring, i en dialog.",
      discussion: """
        Exempel:
          est problem identify "Klotter vid centrum" --area Ålidhem --category vandalism --report 2026-17
          est problem upptäck "Mörk gångväg" --origin walk --statement "Fyra av sju lampor släckta."
          est problem identify "Bråk vid bussen" --week 2026-W47 --report 2026-21 --report 2026-22
        """,
      aliases: ["upptäck"])

    @Argument(help: ArgumentHelp("Problemet i en rad, utan personer.", valueName: "rubrik"))
    var title: String

    @OptionGroup var fields: ProblemOptions

    @Option(
      help: ArgumentHelp(
        "Vad det sågs i: picture, signal, walk, dialogue, survey, council, other.", valueName: "källa"),
      transform: Reading.word(
        ProblemOrigin.self,
        swedish: [
          "lägesbild": .picture, "vandring": .walk, "dialog": .dialogue, "mätning": .survey, "råd": .council,
          "annat": .other,
        ]))
    var origin = ProblemOrigin.picture

    @Option(
      help: ArgumentHelp(
        "Perioden i vars lägesbild det sågs; annars den som är i arbete.", valueName: "period"),
      transform: Reading.period)
    var week: String?

    @Option(
      help: ArgumentHelp(
        "En rapport bakom det: nummer, id eller beteckning. Kan upprepas.", valueName: "rapport"))
    var report: [String] = []

    @OptionGroup(title: HelpText.common) var global: GlobalOptions

    func answer(_ context: Context) async throws -> Answer {
      let command = self
      return try await context.desk { desk in
        let group = try desk.group()
        var new = NewProblem(title: command.title, origin: command.origin)
        new.statement = command.fields.statement
        new.category = command.fields.category
        new.area = command.fields.area
        new.reports = command.report
        if command.week != nil || command.origin == .picture {
          new.cycle = try desk.cycle(labelled: command.week, of: group)
        }
        let problem = try desk.identify(new, in: group)
        return Answer(
          ["problem": problem.json(in: try desk.zone(of: group))],
          .text(context.language.casework.now(problem: problem.number, problem.state.description)))
      }
    }
  }
}

/// What a problem says of itself, as options: the same for a new one and for a revised.
struct ProblemOptions: ParsableArguments {
  @Option(help: ArgumentHelp("Vad, var, när och vilka som drabbas, som grupp.", valueName: "text"))
  var statement: String?

  @Option(help: ArgumentHelp("Kategori: kod, kod/undertyp eller svenskt namn.", valueName: "kategori"))
  var category: String?

  @Option(help: ArgumentHelp("Områdets namn.", valueName: "namn"))
  var area: String?
}
