import ArgumentParser

struct OrganisationCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "organisation", abstract: "Organisationer som deltar.",
    subcommands: [Add.self, List.self], aliases: ["org"])
}
