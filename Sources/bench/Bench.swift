import ArgumentParser

/// Measures the product against a limit, in the same run on the same cluster. Prints JSON, one document a line.
@main struct Bench: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "bench", abstract: "Measures EST and prints JSON, one document a line.",
    subcommands: [
      ImportBenchmark.self, ImportRun.self, CommandBenchmark.self, TransitionsBenchmark.self,
      TimersBenchmark.self,
      LatenessBenchmark.self, IdleBenchmark.self, PictureBenchmark.self, PictureRun.self,
      DisposalBenchmark.self,
    ])
}
