import ArgumentParser
import EST
import Language
import Persistence

struct RetentionCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "retention",
    abstract: "Gallring: hur länge vad sparas, enligt vilket beslut, och vad som har gallrats.",
    subcommands: [Show.self, List.self, Set.self, Hold.self, Release.self], defaultSubcommand: Show.self,
    aliases: ["gallring"])

  /// Kinds of information by their codes and Swedish names.
  static let kind = Reading.word(
    InformationKind.self,
    swedish: [
      "rapporter": .reports, "ärenden": .casework, "möten": .meetings, "vandringar": .walks, "post": .mail,
      "adresser": .addresses,
    ])
  static let kindHelp = ArgumentHelp(
    "reports, casework, meetings, walks, mail eller addresses; »est retention list« säger vad var och en är.",
    valueName: "information")
}

extension RetentionRule {
  func length(_ m: RetentionMessages) -> String { period.map { $0.length(m) } ?? m.forEver }

  var json: JSON {
    [
      "number": .int(number), "from": .string(from.description), "period": .optional(period?.description),
      "decision": .string(decision),
    ]
  }
}

extension RetentionPeriod {
  func length(_ m: RetentionMessages) -> String { m.length(months: months, days: days) }
}
