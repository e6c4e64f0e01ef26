import ArgumentParser
import Persistence
import Workflow

extension LogCommand {
  struct Verify: EstCommand {
    static let configuration = CommandConfiguration(
      abstract: "Följ loggens kedja av kontrollsummor. Slutstatus 1 om den är bruten.",
      discussion: """
        Exempel:
          est log verify
          est logg kontrollera --json
        """,
      aliases: ["kontrollera"])

    @OptionGroup(title: HelpText.common) var global: GlobalOptions

    func answer(_ context: Context) async throws -> Answer {
      let broken = try await context.desk { try $0.log.firstBrokenRow() }
      let m = context.messages
      if let broken {
        let instance = broken.instance.uuidString.lowercased()
        throw Failure(
          .brokenLog, m.brokenLog(instance: instance, revision: broken.revision),
          details: ["instance": .string(instance), "revision": .int(broken.revision)])
      }
      return Answer(["intact": true], .text(m.logIntact))
    }
  }
}
