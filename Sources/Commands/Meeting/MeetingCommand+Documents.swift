import ArgumentParser
import EST
import Export
import Language
import Persistence
import Picture
import Workflow

extension MeetingCommand {
  struct AgendaVerb: EstCommand {
    static let configuration = CommandConfiguration(
      commandName: "agenda",
      abstract: "Dagordningen: vilka som saknas, vad som är försenat, vad som ska beslutas.",
      discussion: """
        Exempel:
          est meeting agenda
          est möte dagordning --out ./bilder
        """,
      aliases: ["dagordning"])

    @Option(help: ArgumentHelp("Skriv också dagordningen som HTML i en mapp.", valueName: "mapp"))
    var out: String?
    @OptionGroup var period: PeriodOption
    @OptionGroup(title: HelpText.common) var global: GlobalOptions

    func answer(_ context: Context) async throws -> Answer {
      let week = period.week
      let language = context.language
      let m = language.meeting
      let out = out
      let (answer, page) = try await context.desk { desk in
        let group = try desk.group()
        let zone = try desk.zone(of: group)
        let cycle = try desk.cycle(labelled: week, of: group)
        let agenda = try desk.agenda(cycle)
        var page: (name: String, html: String)?
        if out != nil {
          let picture = try desk.exported(
            try desk.picture(of: cycle).1, of: cycle, as: ["html"], SharingRequest(), language: language,
            kind: .agenda)
          let document = Picture.Agenda(
            picture: picture, pictureFile: Export.fileName(of: picture, format: .html, language: language))
          page = (
            Export.fileName(of: document, language: language), Export.html(document, language: language)
          )
        }
        func actions(_ open: [OpenAction]) -> JSON {
          .list(open) {
            [
              "number": .string($0.number), "title": .string($0.title),
              "owner": .optional($0.ownerOrganisation), "function": .optional($0.ownerFunction),
              "due": .optional($0.due?.rfc3339(in: zone)),
            ]
          }
        }
        func lines(_ open: [OpenAction]) -> String {
          open.map { action in
            let due = action.due.map { context.text($0, in: zone) } ?? ""
            return "  \(action.number) \(action.title), \(action.ownerOrganisation ?? "–"), \(due)"
          }.joined(separator: "\n")
        }
        var blocks: [Answer.Block] = [.heading("\(m.agenda): \(group.name), \(cycle.period.label)")]
        func add(_ title: String, _ text: String) {
          guard !text.isEmpty else { return }
          blocks += [.heading(title), .text(text)]
        }
        add(
          m.gaps,
          agenda.missingUnits.isEmpty
            ? m.noGaps
            : agenda.missingUnits.map { "  \($0.unit.name) (\($0.organisationName))" }.joined(separator: "\n")
        )
        add(m.picture, agenda.picture.map { "  \(m.pictureLink(version: $0.version))" } ?? "")
        add(
          m.prioritiesLastTime,
          agenda.priorities.map { "  \($0.rank). \($0.number) \($0.title)" }.joined(separator: "\n"))
        add(
          m.followUp,
          [lines(agenda.overdue), lines(agenda.due)].filter { !$0.isEmpty }.joined(separator: "\n"))
        add(
          m.toDecide,
          (agenda.withoutAnalysis.map { "  \(m.whoAnalyses($0.fields.title))" }
            + agenda.unprioritised.map { "  \($0.number) \($0.fields.title)" }
            + agenda.proposals.map { "  \($0.number) \($0.fields.title)" }
            + agenda.toEvaluate.map { "  \($0.number) \($0.fields.title)" }).joined(separator: "\n"))
        let path = out.flatMap { out in page.map { Context.path(of: $0.name, in: out) } }
        if let path { blocks += [.text(""), .text(language.cycles.written(path))] }
        let json: JSON = [
          "agenda": [
            "period": .string(cycle.period.label), "meeting": context.json(cycle.times.meeting, in: zone),
            "missing": .list(agenda.missingUnits) {
              ["organisation": .string($0.organisationName), "unit": .string($0.unit.name)]
            },
            "pictureVersion": .optional(agenda.picture?.version),
            "priorities": .list(agenda.priorities) { $0.json }, "overdue": actions(agenda.overdue),
            "due": actions(agenda.due),
            "withoutAnalysis": .strings(agenda.withoutAnalysis.map(\.number)),
            "unprioritised": .strings(agenda.unprioritised.map(\.number)),
            "proposals": .strings(agenda.proposals.map(\.number)),
            "toEvaluate": .strings(agenda.toEvaluate.map(\.number)), "file": .optional(path),
          ]
        ]
        return (Answer(json, blocks), page)
      }
      if let page, let out { _ = try context.write([UInt8](page.html.utf8), named: page.name, in: out) }
      return answer
    }
  }

  struct MinutesVerb: EstCommand {
    static let configuration = CommandConfiguration(
      commandName: "minutes",
      abstract: "Protokollet: närvaro, fastställd lägesbild, prioriteringar, beslut, åtgärder.",
      discussion: """
        Exempel:
          est meeting minutes --week 2026-W47
          est möte protokoll --json
        """,
      aliases: ["protokoll"])

    @OptionGroup var period: PeriodOption
    @OptionGroup(title: HelpText.common) var global: GlobalOptions

    func answer(_ context: Context) async throws -> Answer {
      let week = period.week
      let m = context.language.meeting
      return try await context.desk { desk in
        let group = try desk.group()
        let cycle = try desk.cycle(labelled: week, of: group)
        let minutes = try desk.minutes(cycle)
        let hash = minutes.picture.map {
          $0.hash.map { byte in (byte < 16 ? "0" : "") + String(byte, radix: 16) }.joined()
        }
        var blocks: [Answer.Block] = [.heading("\(m.minutes): \(group.name), \(cycle.period.label)")]
        blocks.append(
          .text(minutes.attendance.map { "\($0.organisation), \($0.function)" }.joined(separator: "\n")))
        if let picture = minutes.picture {
          blocks.append(.text("\(m.pictureLink(version: picture.version))  \(hash?.prefix(16) ?? "")"))
        }
        blocks.append(
          .text(minutes.priorities.map { "\($0.rank). \($0.number) \($0.title)" }.joined(separator: "\n")))
        blocks.append(.text(minutes.decisions.map { "\($0.number). \($0.text)" }.joined(separator: "\n")))
        blocks.append(
          .text(minutes.actions.map { "\($0.number) \($0.fields.title)" }.joined(separator: "\n")))
        return Answer(
          [
            "minutes": [
              "period": .string(cycle.period.label),
              "attendance": .list(minutes.attendance) {
                ["organisation": .string($0.organisation), "function": .string($0.function)]
              },
              "picture": minutes.picture.map { ["version": .int($0.version), "hash": .optional(hash)] }
                ?? .null,
              "priorities": .list(minutes.priorities) { $0.json },
              "decisions": .list(minutes.decisions) {
                ["number": .int($0.number), "text": .string($0.text)]
              },
              "actions": .list(minutes.actions) {
                ["number": .string($0.number), "title": .string($0.fields.title)]
              },
            ]
          ],
          blocks.filter { if case .text("") = $0 { false } else { true } })
      }
    }
  }
}
