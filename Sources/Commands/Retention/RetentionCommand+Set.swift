import ArgumentParser
import EST
import Workflow

extension RetentionCommand {
  struct Set: EstCommand {
    static let configuration = CommandConfiguration(
      abstract: "Sätt en gallringsfrist efter ett gallringsbeslut.",
      discussion: """
        Fristen är hela år, månader, veckor eller dagar enligt ISO 8601: P2Y, P18M, P6W, P90D. Den räknas från den dag
        då rapporten kom in, problemet, åtgärden eller vandringen var klar, mötet var slut eller deltagaren togs bort.
        Det som gallras får [gallrat] i textens ställe; posten står kvar, och statistik och lägesbilder ändras inte.

        Exempel:
          est retention set reports --period P2Y --decision "KS 2026/123 § 45"
          est gallring ändra rapporter --period P18M --decision "KS 2027/8 § 3" --from 2027-07-01 --yes
          est retention set casework --keep --decision "KS 2026/123 § 46"
        """,
      aliases: ["ändra"])

    @Argument(help: RetentionCommand.kindHelp, transform: RetentionCommand.kind)
    var kind: InformationKind

    @Option(
      help: ArgumentHelp("Gallringsfristen, så som P2Y.", valueName: "frist"),
      transform: Reading.retentionPeriod)
    var period: RetentionPeriod?

    @Flag(name: .customLong("keep"), help: "Bevaras, och gallras inte.")
    var isKept = false

    @Option(help: ArgumentHelp("Gallringsbeslutets beteckning.", valueName: "beslut"))
    var decision: String

    @Option(
      help: ArgumentHelp("Från och med den dagen (annars i morgon).", valueName: "datum"),
      transform: Reading.date)
    var from: LocalDate?

    @OptionGroup(title: HelpText.common) var global: GlobalOptions

    func answer(_ context: Context) async throws -> Answer {
      guard isKept || period != nil else { throw CommandProblem.options(.oneOf(["--period", "--keep"])) }
      guard !isKept || period == nil else { throw CommandProblem.options(.exclusive("--period", "--keep")) }
      let (kind, period, decision, from) = (kind, period, decision, from)
      let m = context.language.retention
      if let period {
        let coming = try await context.desk { desk in try desk.preview(kind, period, from: from) }
        if coming.items > 0 && !context.options.isDryRun {
          try context.confirm(
            m.confirm(kind.rawValue, period.length(m), day: coming.day.description, items: coming.items))
        }
      }
      let (rule, change) = try await context.desk { desk in
        try desk.setRetention(kind, period, from: from, decision: decision)
      }
      return Answer(
        ["information": .string(kind.rawValue), "rule": rule.json, "change": .string(change.rawValue)],
        .text(m.isSet(kind.rawValue, rule.length(m), from: rule.from.description, decision: rule.decision)))
    }
  }
}
