import ArgumentParser
import Workflow

extension MachineCommand {
  struct Check: EstCommand {
    static let configuration = CommandConfiguration(
      abstract: "Vilka pågående ärenden som programmets tillståndsmaskiner skulle lämna strandade.",
      discussion: """
        Frågar databasen innan en ny version förbereds med est setup, och ändrar inget. Slutstatus 1 och en
        rad för varje läge där något inte kommer vidare.

        Exempel:
          est machine check
          est maskin granska --database postgresql://est@db.kommunen.se/est --json
        """,
      aliases: ["granska"])

    @OptionGroup(title: HelpText.common) var global: GlobalOptions

    func answer(_ context: Context) async throws -> Answer {
      // The database is another version's as a rule.
      let stranded = try await context.connection.reached().engine.strandedInstances()
      let m = context.messages
      return Answer(
        ["sound": .bool(stranded.isEmpty), "stranded": .list(stranded, \.json)],
        .text(
          stranded.isEmpty ? m.nothingStranded : stranded.map { $0.text(m) }.joined(separator: "\n")),
        exitStatus: stranded.isEmpty ? .done : .refused)
    }
  }
}
