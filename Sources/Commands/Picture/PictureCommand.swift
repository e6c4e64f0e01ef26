import ArgumentParser
import EST
import Export
import Foundation
import Language
import Persistence
import Picture
import Workflow

struct PictureCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "picture", abstract: "Den gemensamma lägesbilden.",
    subcommands: [
      Build.self, Show.self, List.self, ExportVerb.self, Release.self, Releases.self, Verify.self,
      Schema.self,
    ], aliases: ["lägesbild"])

  /// Compiles: the first version where there is none, a new one before the meeting, a correction after it.
  struct Build: EstCommand {
    static let configuration = CommandConfiguration(
      abstract: "Sammanställ lägesbilden: den första versionen, en ny, eller en rättelse av en fastställd.",
      discussion: """
        Exempel:
          est picture build
          est lägesbild sammanställ --week 2026-W47
        """,
      aliases: ["sammanställ"])

    @OptionGroup var period: PeriodOption
    @OptionGroup(title: HelpText.common) var global: GlobalOptions

    func answer(_ context: Context) async throws -> Answer {
      let week = period.week
      return try await context.desk { desk in
        let cycle = try desk.cycle(labelled: week, of: try desk.group())
        let version: Int
        if cycle.state == "concluded" {
          version = try desk.correctPicture(of: cycle)
        } else {
          try desk.say(cycle.state == "pictured" ? "recompile" : "compile", to: cycle)
          version = try desk.pictures.versions(of: cycle.id).last!.version
        }
        return Answer(
          ["picture": ["period": .string(cycle.period.label), "version": .int(version)]],
          .text(context.language.cycles.built(version)))
      }
    }
  }

  struct Show: EstCommand {
    static let configuration = CommandConfiguration(
      abstract: "Lägesbilden i korthet; som JSON hela.",
      discussion: """
        Exempel:
          est picture show
          est lägesbild visa --week 2026-W47 --version 1 --json
        """,
      aliases: ["visa"])

    @Option(
      help: ArgumentHelp("Versionen; annars den fastställda eller senaste.", valueName: "nummer"),
      transform: Reading.version)
    var version: Int?
    @OptionGroup var period: PeriodOption
    @OptionGroup(title: HelpText.common) var global: GlobalOptions

    func answer(_ context: Context) async throws -> Answer {
      let (week, version) = (period.week, version)
      return try await context.desk { desk in
        let cycle = try desk.cycle(labelled: week, of: try desk.group())
        let (known, picture) = try desk.picture(of: cycle, version: version)
        let words = PictureWords(picture, context.language)
        return Answer(
          ["picture": .document(try Export.json(picture).trimmed), "hash": .string(known.hash)],
          .heading(words.title), .text(words.brief.joined(separator: "\n")),
          .text(words.differences.joined(separator: "\n")),
          .table(
            Table(
              [
                .init(words.category), .init(words.now, .right), .init(words.previous, .right),
                .init(words.lastYear, .right),
              ],
              words.rows)))
      }
    }
  }

  struct List: EstCommand {
    static let configuration = CommandConfiguration(
      abstract: "Versionerna av en periods lägesbild.",
      discussion: """
        Exempel:
          est picture list
          est lägesbild lista --week 2026-W47
        """,
      aliases: ["lista"])

    @OptionGroup var period: PeriodOption
    @OptionGroup(title: HelpText.common) var global: GlobalOptions

    func answer(_ context: Context) async throws -> Answer {
      let week = period.week
      let m = context.language.cycles
      return try await context.desk { desk in
        let group = try desk.group()
        let zone = try desk.zone(of: group)
        let cycle = try desk.cycle(labelled: week, of: group)
        let versions = try desk.pictures.versions(of: cycle.id)
        return Answer(
          [
            "pictures": .list(versions) {
              [
                "period": .string(cycle.period.label), "version": .int($0.version),
                "compiledAt": context.json($0.compiledAt, in: zone),
                "adoptedAt": .optional($0.adoptedAt?.rfc3339(in: zone)),
                "supersedes": .optional($0.supersedes),
                "hash": .string($0.hash),
              ]
            }
          ],
          .table(
            Table(
              [.init(m.version, .right), .init(m.compiled), .init(m.adopted), .init(m.hash)],
              versions.map {
                [
                  "\($0.version)", context.text($0.compiledAt, in: zone),
                  $0.adoptedAt.map { context.text($0, in: zone) } ?? "–", String($0.hash.prefix(16)),
                ]
              })))
      }
    }
  }
}
