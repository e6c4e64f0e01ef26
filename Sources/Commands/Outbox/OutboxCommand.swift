import ArgumentParser

struct OutboxCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "outbox", abstract: "Det som ska lämna databasen: brev och filer.",
    subcommands: [List.self, Retry.self], aliases: ["utkorg"])
}
