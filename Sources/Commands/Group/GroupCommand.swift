import ArgumentParser

struct GroupCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "group", abstract: "EST-grupper: period, tider, möte, lediga dagar.",
    subcommands: [Add.self, Set.self, List.self], aliases: ["grupp"])
}
