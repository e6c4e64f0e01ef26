import ArgumentParser
import Persistence
import Workflow

extension GroupCommand {
  struct List: EstCommand {
    static let configuration = CommandConfiguration(
      abstract: "Kommunens EST-grupper och deras tider.",
      discussion: """
        Exempel:
          est group list
          est grupp lista --json
        """,
      aliases: ["lista"])

    @OptionGroup(title: HelpText.common) var global: GlobalOptions

    func answer(_ context: Context) async throws -> Answer {
      let all = try await context.desk { desk in try desk.municipalities.groups(of: desk.municipality.code) }
      let m = context.messages
      return Answer(
        ["groups": .list(all, \.json)],
        .table(
          Table(
            [.init(m.name), .init(m.period), .init(m.deadline), .init(m.meeting), .init(m.zone)],
            all.map {
              [
                $0.name, m.period($0.settings.period.rawValue), $0.settings.deadline.text(m),
                $0.settings.meeting.text(m), $0.settings.zone,
              ]
            })))
    }
  }
}
