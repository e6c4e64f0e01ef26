import ArgumentParser

struct CycleCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "cycle", abstract: "Perioder: från inrapportering till möte.",
    subcommands: [
      List.self, Show.self, Plan.self, Open.self, Close.self, Compile.self, Recompile.self, Reopen.self,
      Skip.self, MoveMeeting.self, AdoptWithoutMeeting.self,
    ], aliases: ["period"])
}

/// Which period a command is about.
struct PeriodOption: ParsableArguments {
  @Option(
    help: ArgumentHelp("Perioden, t.ex. 2026-W47; annars den som är i arbete.", valueName: "period"),
    transform: Reading.period)
  var week: String?
}
