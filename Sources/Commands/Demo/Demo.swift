import ArgumentParser
import EST
import Foundation
import LocalCluster
import Persistence
import Postgres
import Workflow

struct Demo: EstCommand {
  static let configuration = CommandConfiguration(
    commandName: "demo",
    abstract: "Se en vecka av EST, från rapporter till uppföljning, på exempeldata.",
    discussion: """
      Allt sker på riktigt i ett eget privat PostgreSQL-kluster: en vecka rapporteras, granskas, blir lägesbild,
      möte, orsaksanalys, åtgärd och uppföljning. Stadsdelarna är Umeås; rapporterna är påhittade, vilket sägs i
      varje utskrift. Filerna hamnar i en mapp, och klustret går att pröva vidare i.

      Exempel:
        est demo
        est demo --out ./exempel
        est status --as 2480_samordnare
      """)

  @Option(help: ArgumentHelp("Mapp för filerna.", valueName: "mapp"))
  var out = "est-demo"

  @OptionGroup(title: HelpText.common) var global: GlobalOptions

  func answer(_ context: Context) async throws -> Answer {
    let folder = URL(filePath: out).standardizedFileURL.path
    let connection = context.local()
    let engine = try await connection.reached().engine
    defer { Task { await connection.close() } }
    try await makeRoom(engine)
    let console = context.console
    let isQuiet = global.isQuiet || global.isJSON
    let week = DemoWeek(engine: engine, folder: folder) { time, what in
      guard !isQuiet else { return }
      console.writeError("  \(time.padding(toLength: 14, withPad: " ", startingAt: 0))\(what)\n")
    }
    let problem = try await week.play()
    let files = try FileManager.default.contentsOfDirectory(atPath: folder)
      .filter { $0.hasPrefix("lagesbild-") }.sorted().map { "\(folder)/\($0)" }
    return Answer(
      ["folder": .string(folder), "files": .strings(files), "problem": .string(problem)],
      .heading("Öppna i webbläsaren"),
      .text(files.filter { $0.hasSuffix(".html") }.map { "  \($0)" }.joined(separator: "\n")),
      .heading("Också i mappen"),
      .text(
        """
          lägesbilderna som CSV och JSON
          indata/   filerna som infördes
          post/     breven som hade skickats
        """),
      .heading("Pröva vidare"),
      .text(
        """
          est problem show \(problem) --as \(SamplePeople.coordinator)
          est cycle show --as \(SamplePeople.coordinator)
          est feedback --as 2480_vard
          est status
        """))
  }

  /// The sample takes the place of an earlier sample; it never touches anything real.
  private func makeRoom(_ engine: Engine) async throws {
    try await engine.check()
    let known = try await engine.municipalities()
    guard !known.isEmpty else { return }
    guard known.allSatisfy({ $0.provenance == .sample }) else {
      throw CommandProblem.demoNeedsRoom(
        municipality: known.first { $0.provenance == .real }!.name)
    }
    try await engine.database.session { session in try SchemaSetup.removeEverything(session) }
    try await SchemaSetup().run(engine.database, trial: true)
  }
}
