import ArgumentParser
import EST
import Language
import Persistence
import Workflow

struct ShareCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "share", abstract: "Dela med en annan kommun, och se vad som har lämnats ut.",
    subcommands: [Offer.self, List.self, Show.self, Withdraw.self, Exports.self], aliases: ["dela"])
}

extension Context {
  func json(_ share: Share) -> JSON {
    [
      "share": .string(share.name), "from": .string(share.sender.description),
      "to": .string(share.receiver.description), "kind": .string(share.kind.rawValue),
      "period": .string(share.period), "version": .int(share.version),
      "class": .string(share.reportClass.rawValue), "ground": .string(share.ground),
      "until": json(share.until), "offeredAt": json(share.offeredAt),
      "withdrawnAt": share.withdrawnAt.map { json($0) } ?? .null,
      "withdrawnBecause": .optional(share.withdrawnBecause),
    ]
  }

  /// Through which day it lasts.
  func lastDay(of share: Share) -> String { "\(zone.local(share.until).date + -1)" }
}

extension ShareCommand {
  struct List: EstCommand {
    static let configuration = CommandConfiguration(
      abstract: "Vad kommunen delar med andra, och vad andra delar med den.",
      discussion: """
        Exempel:
          est share list
          est dela lista --json
        """,
      aliases: ["lista"])

    @OptionGroup(title: HelpText.common) var global: GlobalOptions

    func answer(_ context: Context) async throws -> Answer {
      let m = context.language.shares
      let (shares, now) = try await context.desk { (try $0.allShares(), $0.now) }
      return Answer(
        ["shares": .list(shares, context.json)],
        .table(
          Table(
            [
              .init(m.share), .init(m.to), .init(m.what), .init(m.state), .init(m.through), .init(m.ground),
            ],
            shares.map {
              [
                $0.name, $0.receiver.description, m.thing($0.kind.rawValue, $0.period, $0.version),
                m.state(isWithdrawn: $0.withdrawnAt != nil, isOver: $0.until <= now),
                context.lastDay(of: $0), $0.ground,
              ]
            })))
    }
  }

  struct Withdraw: EstCommand {
    static let configuration = CommandConfiguration(
      abstract: "Dra tillbaka en delning: ingen annan kommun ser den längre.",
      discussion: """
        Exempel:
          est share withdraw 2026-1
          est dela återta 2026-1 --because "rättad version delas i stället"
        """,
      aliases: ["återta"])

    @Argument(help: ArgumentHelp("Delningens nummer.", valueName: "delning"))
    var share: String
    @Option(help: ArgumentHelp("Varför.", valueName: "skäl"))
    var because: String?
    @OptionGroup(title: HelpText.common) var global: GlobalOptions

    func answer(_ context: Context) async throws -> Answer {
      let (name, because) = (share, because)
      let (share, change) = try await context.desk { try $0.withdrawShare(name, because: because) }
      return Answer(
        ["share": context.json(share), "change": .string(change.rawValue)],
        .text(context.language.shares.withdrawn(share.name)))
    }
  }

  struct Exports: EstCommand {
    static let configuration = CommandConfiguration(
      abstract: "Filer som har skrivits: när, av vem, av vad, till vilka och på vilken grund.",
      discussion: """
        Samordnare, administratör och granskare ser kommunens alla, andra sina egna.

        Exempel:
          est share exports
          est dela utlämnat --limit 500 --json
        """,
      aliases: ["utlämnat"])

    @Option(
      help: ArgumentHelp("Högst så många.", valueName: "antal"), transform: Reading.count(upTo: 100_000))
    var limit = 200
    @OptionGroup(title: HelpText.common) var global: GlobalOptions

    func answer(_ context: Context) async throws -> Answer {
      let (m, words, limit) = (context.language.shares, context.language.sharing, limit)
      let made = try await context.desk { try $0.exportsMade(limit: limit) }
      return Answer(
        [
          "exports": .list(made) {
            [
              "at": context.json($0.at), "by": .string($0.login), "kind": .string($0.kind.rawValue),
              "subject": .string($0.subject), "formats": .strings($0.formats),
              "class": .string($0.sharing.reportClass.rawValue),
              "recipients": .string($0.sharing.recipients), "ground": .string($0.sharing.ground),
            ]
          }
        ],
        .table(
          Table(
            [
              .init(context.messages.time), .init(m.by), .init(m.what), .init(m.class), .init(m.recipients),
              .init(m.ground),
            ],
            made.map {
              [
                context.text($0.at), $0.login,
                "\(m.kind($0.kind.rawValue)) \($0.subject) (\($0.formats.joined(separator: ", ")))",
                words.name($0.sharing.reportClass.rawValue), $0.sharing.recipients, $0.sharing.ground,
              ]
            })))
    }
  }
}
