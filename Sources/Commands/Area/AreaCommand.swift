import ArgumentParser

struct AreaCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "area", abstract: "Områden som händelser räknas i.",
    subcommands: [Import.self, List.self], aliases: ["område"])
}
