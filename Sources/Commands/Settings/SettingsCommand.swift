import ArgumentParser

struct SettingsCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "settings", abstract: "Kommunens inställningar.",
    subcommands: [Show.self, Set.self], aliases: ["inställningar"])
}
