import ArgumentParser
import Workflow

extension SettingsCommand {
  struct Show: EstCommand {
    static let configuration = CommandConfiguration(
      abstract: "Vad som är inställt, och vad som går att ställa in.",
      discussion: """
        Exempel:
          est settings show
          est inställningar visa --json
        """,
      aliases: ["visa"])

    @OptionGroup(title: HelpText.common) var global: GlobalOptions

    func answer(_ context: Context) async throws -> Answer {
      let set = try await context.desk { try $0.settings() }
      let m = context.messages
      let values = Dictionary(set.map { ($0.setting, $0.value) }) { $1 }
      return Answer(
        [
          "settings": .list(Setting.allCases) {
            ["key": .string($0.rawValue), "value": .optional(values[$0])]
          }
        ],
        .table(
          Table(
            [.init(m.setting), .init(m.value)], Setting.allCases.map { [$0.rawValue, values[$0] ?? "–"] })))
    }
  }
}
