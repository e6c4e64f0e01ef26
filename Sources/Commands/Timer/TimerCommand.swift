import ArgumentParser

struct TimerCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "timer", abstract: "Det som tiden kommer att säga.",
    subcommands: [List.self], aliases: ["väckning"])
}
