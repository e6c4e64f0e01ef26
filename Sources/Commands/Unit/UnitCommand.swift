import ArgumentParser

struct UnitCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "unit", abstract: "Enheter: de delar av en organisation som rapporterar till en grupp.",
    subcommands: [Add.self, List.self], aliases: ["enhet"])
}
