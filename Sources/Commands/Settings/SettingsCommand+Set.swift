import ArgumentParser
import Export
import Workflow

extension SettingsCommand {
  struct Set: EstCommand {
    static let configuration = CommandConfiguration(
      abstract: "Ställ in något.",
      discussion: """
        Exempel:
          est settings set export-folder /srv/est
          est settings set export-formats html,pdf,xlsx
          est settings set mail /usr/sbin/sendmail
          est inställningar ändra sender est@exempel.se
          est settings set quiet-hours 21:00-06:30
          est settings set failure-notices coordinator,administrator
        """,
      aliases: ["ändra"])

    @Argument(
      help: ArgumentHelp(
        "export-folder, export-formats (\(Export.Format.list)), mail, sender, language, "
          + "quiet-hours (när inga brev skickas), failure-notices (vem som får veta vad som inte kunde skickas), "
          + "sensitive-categories (kategorier som allmänheten bara får se per år för hela kommunen) eller "
          + "ground-open, ground-shared, ground-authority-only (rättslig grund som filer av den klassen anger).",
        valueName: "inställning"))
    var key: String

    @Argument(help: ArgumentHelp("Värdet.", valueName: "värde"))
    var value: String

    @OptionGroup(title: HelpText.common) var global: GlobalOptions

    func answer(_ context: Context) async throws -> Answer {
      guard let setting = Setting(rawValue: key) else {
        throw UseCaseError.rule(
          .settingUnknown(allowed: Setting.allCases.map(\.rawValue).joined(separator: ", ")))
      }
      let value = value
      let change = try await context.desk { try $0.set(setting, to: value) }
      return Answer(
        [
          "setting": ["key": .string(setting.rawValue), "value": .string(value)],
          "change": .string(change.rawValue),
        ],
        .text(context.messages.outcome(change, setting.rawValue)))
    }
  }
}
