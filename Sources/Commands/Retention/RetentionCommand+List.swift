import ArgumentParser
import EST
import Persistence
import Workflow

extension RetentionCommand {
  struct List: EstCommand {
    static let configuration = CommandConfiguration(
      abstract: "Gallringsfrister med sina beslut, och gallringsstopp.",
      discussion: """
        Exempel:
          est retention list
          est gallring lista --json
        """,
      aliases: ["lista"])

    @OptionGroup(title: HelpText.common) var global: GlobalOptions

    func answer(_ context: Context) async throws -> Answer {
      let m = context.language.retention
      let (rules, holds, today) = try await context.desk { desk in
        (try desk.retention.rules(), try desk.holds(), try desk.retention.today())
      }
      let rows = InformationKind.allCases.flatMap { kind -> [[String]] in
        let inForce = rules.inForce(kind, on: today)
        let coming = rules.filter { $0.kind == kind && $0.from > today }
        let told = (inForce.map { [$0] } ?? []) + coming
        guard !told.isEmpty else { return [[m.kind(kind.rawValue), kind.rawValue, m.undecided, "", ""]] }
        return told.map {
          [m.kind(kind.rawValue), kind.rawValue, $0.length(m), $0.from.description, $0.decision]
        }
      }
      return Answer(
        [
          "information": .list(InformationKind.allCases) { kind in
            [
              "code": .string(kind.rawValue), "name": .string(m.kind(kind.rawValue)),
              "inForce": rules.inForce(kind, on: today)?.json ?? .null,
              "rules": .list(rules.filter { $0.kind == kind }, \.json),
            ]
          },
          "holds": holds.map { .list($0) { $0.json(context) } } ?? .null,
        ],
        [
          .table(
            Table(
              [.init(m.information), .init(m.code), .init(m.period), .init(m.from), .init(m.decision)], rows))
        ] + Self.blocks(holds, context))
    }

    private static func blocks(_ holds: [RetentionHold]?, _ context: Context) -> [Answer.Block] {
      guard let holds else { return [] }
      let m = context.language.retention
      return [.heading(m.holds), holds.isEmpty ? .text(m.noHolds) : .table(table(holds, context))]
    }

    private static func table(_ holds: [RetentionHold], _ context: Context) -> Table {
      let m = context.language.retention
      return Table(
        [
          .init(m.number, .right), .init(m.information), .init(m.area), .init(m.days), .init(m.reference),
          .init(m.reason), .init(m.placed), .init(m.lifted),
        ],
        holds.map { hold in
          let days = hold.from == nil && hold.to == nil ? m.all : "\(hold.text(\.from))–\(hold.text(\.to))"
          return [
            "\(hold.number)", hold.kind.map { m.kind($0.rawValue) } ?? m.all, hold.area ?? m.all, days,
            hold.reference, hold.reason, context.text(hold.placedAt),
            hold.lifted.map { context.text($0.at) } ?? "",
          ]
        })
    }
  }
}

extension RetentionHold {
  fileprivate func text(_ day: KeyPath<RetentionHold, LocalDate?>) -> String {
    self[keyPath: day]?.description ?? ""
  }

  fileprivate func json(_ context: Context) -> JSON {
    [
      "number": .int(number), "information": .optional(kind?.rawValue), "area": .optional(area),
      "from": .optional(from?.description), "to": .optional(to?.description), "reason": .string(reason),
      "reference": .string(reference), "placedAt": context.json(placedAt), "placedBy": .string(placedBy),
      "released": lifted.map {
        ["at": context.json($0.at), "by": .string($0.by), "reason": .string($0.reason)]
      } ?? .null,
    ]
  }
}
