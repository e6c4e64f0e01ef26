import ArgumentParser

struct MunicipalityCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "municipality", abstract: "Kommuner.",
    subcommands: [Add.self, List.self], aliases: ["kommun"])
}
