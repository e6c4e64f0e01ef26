import ArgumentParser
import EST
import Persistence
import Workflow

extension LogCommand {
  struct Verify: EstCommand {
    static let configuration = CommandConfiguration(
      abstract: "Läs hela loggen och säg allt som är ändrat. Slutstatus 1 om något är det.",
      discussion: """
        Varje rad jämförs med sin kontrollsumma, med raden före och med det den
        gäller, varje huvud med sina rader, och varje antagen lägesbild med sitt
        huvud. Den som äger databasen kan ändå göra om allt i den. Det syns bara mot
        de huvuden som finns utanför: i arbetsprocessens logg, i sparade lägesbilder
        (i JSON och sist på sidan) och hos den som skrivit upp ett.

        Det som inte syns:
          rader nyare än det nyaste huvud som finns utanför, om de görs om;
          det som aldrig skrevs, och vem som egentligen satt vid tangenterna;
          en databasserver som själv ljuger om vad som står i den.
        Ett huvud väntar på varje samtidig transaktion: en lång import fördröjer det.

        Exempel:
          est log verify
          journalctl -u est-worker -o cat | est log verify --journal -
          est log verify --picture lagesbild-2480-centrum-2026-W47-v1.json --json
          est logg kontrollera --head 17:9f86d081884c7d659a2feaa0c55ad015
        """,
      aliases: ["kontrollera"])

    @Option(
      name: .customLong("journal"),
      help: ArgumentHelp(
        "Arbetsprocessens logg (est-worker --log-format json), - för standard in.", valueName: "fil"))
    var journals: [String] = []

    @Option(
      name: .customLong("picture"), help: ArgumentHelp("En sparad lägesbild som JSON.", valueName: "fil"))
    var pictures: [String] = []

    @Option(
      name: .customLong("head"),
      help: ArgumentHelp("Ett uppskrivet huvud: nummer och början av summan.", valueName: "nr:summa"))
    var heads: [String] = []

    @OptionGroup(title: HelpText.common) var global: GlobalOptions

    func answer(_ context: Context) async throws -> Answer {
      let words = context.language.log
      let engine = try await context.engine()
      let municipality = try await context.desk { $0.municipality.code }
      // First what may be wrongly given, since the rest takes its time.
      var court = Court(context, engine, municipality)
      for text in heads { try await court.hear(head: text) }
      for path in pictures { try await court.hear(picture: path) }
      for path in journals { try await court.hear(journal: path) }
      let progress = context.progress
      defer { progress.clear() }
      let report = try await engine.verifyLog(context.caller) { rows, heads in
        progress.show(words.reading(rows: rows, heads: heads))
      }
      progress.clear()

      let findings = LogFinding.all(report, court, words)
      let counts: [JSON.Member] = [
        .init(key: "municipality", value: .string(municipality.description)),
        .init(key: "rows", value: .int(report.rows)), .init(key: "heads", value: .int(report.heads)),
        .init(key: "unsealedRows", value: .int(report.unsealedRows)),
        .init(key: "pictures", value: .int(report.pictures)),
        .init(key: "outsideHeads", value: .int(court.heard)),
        .init(key: "lastFittingHead", value: .optional(court.lastFitting)),
      ]
      guard let first = findings.first else {
        return Answer(
          .object([.init(key: "intact", value: true)] + counts),
          .text(words.intact(rows: report.rows, heads: report.heads, unsealed: report.unsealedRows)),
          .text(words.compared(pictures: report.pictures, outside: court.heard)))
      }
      if !global.isJSON && !global.isQuiet {
        var lines = findings.map(\.sentence)
        if let head = court.lastFitting { lines.append(words.lastFitting(head)) }
        try context.console.write(lines.map { TerminalText.safe($0.sentenceCased) + "\n" }.joined())
      }
      throw Failure(
        .brokenLog, words.broken(first.sentence, others: findings.count - 1),
        details: .object(first.place + counts + [.init(key: "broken", value: .list(findings, \.json))]))
    }
  }
}
