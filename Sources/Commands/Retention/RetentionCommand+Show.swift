import ArgumentParser
import EST
import Persistence
import Workflow

extension RetentionCommand {
  struct Show: EstCommand {
    static let configuration = CommandConfiguration(
      abstract: "Vad som finns kvar, vad som gallras när, och vad som har gallrats.",
      discussion: """
        Exempel:
          est retention show
          est gallring visa --limit 100 --json
        """,
      aliases: ["visa"])

    @Option(
      help: ArgumentHelp("Så många gallringar visas, de senaste först.", valueName: "antal"),
      transform: Reading.count(upTo: 10_000))
    var limit = 20

    @OptionGroup(title: HelpText.common) var global: GlobalOptions

    func answer(_ context: Context) async throws -> Answer {
      let m = context.language.retention
      let limit = limit
      let (accounts, disposals) = try await context.desk { desk in
        (try desk.retentionAccounts(), try desk.retention.disposals(limit: limit))
      }
      func number(_ count: Int) -> String { context.language.number(count) }
      let disposed: Answer.Block =
        disposals.isEmpty
        ? .text(m.nothingDisposed)
        : .table(
          Table(
            [
              .init(m.day), .init(m.information), .init(m.items, .right), .init(m.counted),
              .init(m.decision),
            ],
            disposals.map {
              [
                $0.day.description, m.kind($0.kind.rawValue), number($0.items), $0.days, $0.decision,
              ]
            }))
      return Answer(
        [
          "information": .list(accounts) { account in
            [
              "code": .string(account.kind.rawValue),
              "period": .optional(account.inForce?.period?.description),
              "decision": .optional(account.inForce?.decision), "coming": account.coming?.json ?? .null,
              "left": .int(account.left), "open": .int(account.open), "held": .int(account.held),
              "next": account.next.map { ["day": .string($0.day.description), "items": .int($0.items)] }
                ?? .null,
            ]
          },
          "disposals": .list(disposals) {
            [
              "day": .string($0.day.description), "code": .string($0.kind.rawValue), "items": .int($0.items),
              "firstDay": .optional($0.firstDay?.description), "lastDay": .optional($0.lastDay?.description),
              "decision": .string($0.decision),
            ]
          },
        ],
        .table(
          Table(
            [
              .init(m.information), .init(m.period), .init(m.left, .right), .init(m.open, .right),
              .init(m.held, .right), .init(m.next), .init(m.items, .right),
            ],
            accounts.map { account in
              [
                m.kind(account.kind.rawValue), account.inForce?.length(m) ?? m.undecided,
                number(account.left),
                number(account.open), number(account.held), account.next?.day.description ?? "",
                account.next.map { number($0.items) } ?? "",
              ]
            })),
        .heading(m.disposed), disposed)
    }
  }
}

extension Disposal {
  /// The days from which what is gone was counted.
  fileprivate var days: String {
    guard let firstDay, let lastDay else { return "" }
    return firstDay == lastDay ? firstDay.description : "\(firstDay)–\(lastDay)"
  }
}
