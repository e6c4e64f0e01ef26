import Analysis
import ArgumentParser
import EST
import Foundation
import Language
import Workflow

struct HarmCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "harm",
    abstract: "Skada: vad en händelse av varje slag väger, ur en tabell som kommunen själv läser in.",
    subcommands: [Show.self, Import.self], defaultSubcommand: Show.self, aliases: ["skada"])
}

extension HarmCommand {
  struct Show: EstCommand {
    static let configuration = CommandConfiguration(
      abstract: "Den tabell som lägesbilder görs med.",
      discussion: """
        Exempel:
          est harm show
          est skada visa --json > skada.json
        """,
      aliases: ["visa"])
    @OptionGroup(title: HelpText.common) var global: GlobalOptions

    func answer(_ context: Context) async throws -> Answer {
      let table = try await context.desk { try $0.harmTable() }
      guard let table else {
        return Answer(["harm": .null], .text(context.language.harm.none))
      }
      return Answer(
        HarmCommand.json(table.weights),
        .heading(context.language.harm.title(table.weights.name, table.weights.version)),
        .text(table.weights.source),
        .table(
          Table(
            [.init(context.language.harm.category), .init(context.language.harm.days, .right)],
            table.weights.categories.map {
              [$0, context.language.number(table.weights.days(of: $0) ?? 0, decimals: 1)]
            })))
    }
  }

  struct Import: EstCommand {
    static let configuration = CommandConfiguration(
      abstract: "Läs in en ny tabell. Lägesbilder som finns behåller sin.",
      discussion: """
        Filen är JSON: {"name": …, "version": …, "source": …, "days": {"vandalism/klotter": 1.5, …}}. Kategorier som
        saknas i den räknas men vägs inte; en som står med 0 vägs till 0.

        Exempel:
          est harm import skada.json
          est skada importera - < skada.json
        """,
      aliases: ["importera"])

    @Argument(
      help: ArgumentHelp("JSON som »est harm show --json« skriver; - för standard in.", valueName: "fil"),
      completion: .file(extensions: ["json"]))
    var file: String
    @OptionGroup(title: HelpText.common) var global: GlobalOptions

    func answer(_ context: Context) async throws -> Answer {
      let weights = try Self.read(try InputFile.data(file))
      let (version, change) = try await context.desk { try $0.importHarm(weights) }
      return Answer(
        ["version": .int(version), "changed": .bool(change == .added)],
        .text(context.messages.outcome(change, context.language.harm.version(version))))
    }

    static func read(_ data: Data) throws -> HarmWeights {
      do {
        return try JSONDecoder().decode(HarmWeights.self, from: data)
      } catch let HarmWeights.Invalid.weight(category) {
        throw CommandProblem.malformedFile(reason: "days.\(category.excerpt()): ≥ 0")
      } catch HarmWeights.Invalid.noName {
        throw CommandProblem.malformedFile(reason: "name")
      } catch HarmWeights.Invalid.noVersion {
        throw CommandProblem.malformedFile(reason: "version")
      } catch DecodingError.keyNotFound(let key, _) {
        throw CommandProblem.malformedFile(reason: key.stringValue)
      } catch let DecodingError.typeMismatch(_, place), let DecodingError.valueNotFound(_, place),
        let DecodingError.dataCorrupted(place)
      {
        let path = place.codingPath.map(\.stringValue).joined(separator: ".")
        throw CommandProblem.malformedFile(reason: path.isEmpty ? "JSON" : path)
      }
    }
  }

  /// As it is read in again.
  static func json(_ weights: HarmWeights) -> JSON {
    .object([
      .init(key: "name", value: .string(weights.name)),
      .init(key: "version", value: .string(weights.version)),
      .init(key: "source", value: .string(weights.source)),
      .init(
        key: "days",
        value: .object(weights.categories.map { .init(key: $0, value: .number(weights.days(of: $0) ?? 0)) })),
    ])
  }
}
