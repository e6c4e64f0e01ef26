import ArgumentParser
import EST
import Export
import Foundation
import Intake
import Persistence
import Workflow

extension IncidentCommand {
  struct Import: EstCommand {
    static let configuration = CommandConfiguration(
      abstract: "För in många händelser ur en fil.",
      discussion: """
        En fil tas hel eller inte alls, om inte --partial ges. Samma fil en gång till tillför inget.

        Exempel:
          est incident import rapporter.csv --organisation Bostadsbolaget
          est incident import export.csv --organisation Kommunen --mapping kolumner.json --rejects fel.csv
          zcat events.jsonl.gz | est incident import - --organisation Polisen --format polisen-events
        """,
      aliases: ["inför"])

    enum FileKind: String, CaseIterable, Sendable {
      case auto, csv, json
      case policeEvents = "polisen-events"
    }

    @Argument(help: ArgumentHelp("Filen, eller - för standard in.", valueName: "fil"))
    var file: String

    @Option(help: ArgumentHelp("Organisationen som rapporterna är.", valueName: "namn"))
    var organisation: String

    @Option(
      help: ArgumentHelp("auto, csv, json eller polisen-events.", valueName: "format"),
      transform: Reading.word(FileKind.self))
    var format: FileKind = .auto

    @Option(help: ArgumentHelp("Översättning av rubriker och värden, en JSON-fil.", valueName: "fil"))
    var mapping: String?

    @Option(
      help: ArgumentHelp(
        "reporter, police-import, other-import, public, council eller walk.", valueName: "källa"),
      transform: Reading.word(ReportSource.self))
    var source: ReportSource?

    @Option(help: ArgumentHelp("Registrets namn, inom vilket beteckningar är unika.", valueName: "namn"))
    var register: String?

    @Flag(name: .customLong("partial"), help: "Ta de rader som går, och redovisa resten.")
    var isPartial = false

    @Option(help: ArgumentHelp("Skriv avvisade rader till en CSV-fil.", valueName: "fil"))
    var rejects: String?

    @OptionGroup(title: HelpText.common) var global: GlobalOptions

    func answer(_ context: Context) async throws -> Answer {
      let input = try FileSource(file)
      let kind: FileFormat =
        switch format {
        case .auto: try FileFormat.detect(input.beginning)
        case .csv: .csv
        case .json: .json
        case .policeEvents: .policeEvents
        }
      let mapping = try self.mapping.map { try Mapping(json: InputFile.data($0)) } ?? .standard
      let request = ImportRequest(
        organisation: organisation, format: kind, mapping: mapping,
        source: source ?? (kind == .policeEvents ? .policeImport : .otherImport), register: register,
        isPartial: isPartial)
      let progress = context.progress
      let messages = context.language.incidents
      defer { progress.clear() }
      do {
        let engine = try await context.engine()
        let result = try await engine.run(context.caller, deadline: .seconds(3600)) { desk in
          let source = try input.taken()
          return try desk.importIncidents(request, nextBytes: { try source.next() }) {
            progress.show(messages.reading($0))
          }
        }
        try write(result, context)
        return answer(result, context)
      } catch let refused as ImportRefused {
        try write(refused.result, context)
        throw failure(refused.result, context)
      }
    }

    private func answer(_ result: ImportResult, _ context: Context) -> Answer {
      let m = context.language.incidents
      let pairs: [(String, Int)] = [
        (m.read, result.read), (m.added, result.added), (m.duplicates, result.duplicates),
        (m.amendedRows, result.amended), (m.otherMunicipality, result.otherMunicipality),
        (m.summaries, result.summaries), (m.rejected, result.rejected),
      ]
      var blocks: [Answer.Block] = [
        .pairs(
          pairs.enumerated().map {
            ($1.0, $0 == 0 || $1.1 > 0 ? context.language.number($1.1) : nil)
          })
      ]
      if result.added > 0 { blocks.append(.text(m.placed(result.placed, of: result.added))) }
      for (reference, municipality) in result.moved {
        blocks.append(.text(m.moved(reference, to: municipality)))
      }
      let lines = result.rejects.prefix(20).map { sentence($0, context) }
      if !lines.isEmpty {
        blocks.append(.text(lines.joined(separator: "\n")))
        if result.rejected > lines.count { blocks.append(.text(m.more(result.rejected - lines.count))) }
      }
      return Answer(json(result, context), blocks)
    }

    private func failure(_ result: ImportResult, _ context: Context) -> Failure {
      let m = context.language.incidents
      let first = result.rejects.first
      let code: ErrorCode = if case .personalData? = first?.problem { .personalData } else { .badValue }
      return Failure(
        code, m.refused(result.rejected, first: first.map { sentence($0, context) } ?? ""),
        details: json(result, context))
    }

    private func sentence(_ reject: Reject, _ context: Context) -> String {
      context.language.incidents.row(
        reject.line, field: reject.field, reject.problem.text(context.messages))
    }

    private func json(_ result: ImportResult, _ context: Context) -> JSON {
      [
        "read": .int(result.read), "added": .int(result.added), "duplicates": .int(result.duplicates),
        "amended": .int(result.amended), "rejected": .int(result.rejected),
        "skipped": [
          "otherMunicipality": .int(result.otherMunicipality), "summary": .int(result.summaries),
        ],
        "rejects": .list(result.rejects) { reject in
          [
            "line": .int(reject.line), "field": .string(reject.field), "code": .string(reject.code.rawValue),
            "message": .string(reject.problem.text(context.messages)),
          ]
        },
        "placed": .int(result.placed),
        "moved": .list(result.moved) {
          ["reference": .string($0.reference), "municipality": .optional($0.municipality)]
        },
        "notes": .list(result.notes) { line, note in
          ["line": .int(line), "note": .string(context.language.incidents.note(note.word))]
        },
      ]
    }

    /// The rejected rows as a CSV, for whoever mends the file.
    private func write(_ result: ImportResult, _ context: Context) throws {
      guard let rejects, result.rejected > 0 else { return }
      // A field goes by its header, which the file chose.
      let lines =
        [["line", "field", "code", "message"]]
        + result.rejects.map { reject in
          ["\(reject.line)", reject.field, reject.code.rawValue, reject.problem.text(context.messages)]
        }
      let text = lines.map { CSV.line($0) }.joined()
      do {
        try AtomicFile.write([UInt8](text.utf8), to: rejects)
      } catch let failure as AtomicFile.Failure {
        throw CommandProblem.cannotWrite("\(failure.path): \(failure.reason)")
      }
    }
  }
}

extension Reject {
  /// The code of a rejected row: personal data has its own.
  var code: ErrorCode { if case .personalData = problem { .personalData } else { .badValue } }
}

extension IntakeNote {
  /// The case's name.
  var word: String { String("\(self)".prefix { $0.isLetter }) }
}
