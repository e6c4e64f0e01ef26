import ArgumentParser

struct IncidentCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "incident", abstract: "Rapporter: skriva, föra in, granska och rätta.",
    subcommands: [
      Add.self, Import.self, List.self, Show.self, Amend.self, Withdraw.self, Redact.self, Review.self,
    ],
    aliases: ["händelse"])
}
