import ArgumentParser

struct LogCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "log", abstract: "Loggen över allt som skett.",
    subcommands: [Show.self, Verify.self], aliases: ["logg"])
}
