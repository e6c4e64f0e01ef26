import ArgumentParser
import EST
import Language
import Persistence
import StateMachine
import Workflow

extension CycleCommand {
  struct Show: EstCommand {
    static let configuration = CommandConfiguration(
      abstract:
        "Hur det står till med en period: vilka som svarat, vad som händer härnäst, vem som får göra vad.",
      discussion: """
        Exempel:
          est cycle show
          est period visa --week 2026-W47 --json
        """,
      aliases: ["visa"])

    @OptionGroup var period: PeriodOption
    @OptionGroup(title: HelpText.common) var global: GlobalOptions

    func answer(_ context: Context) async throws -> Answer {
      let week = period.week
      return try await context.desk { desk in
        let group = try desk.group()
        let cycle = try desk.cycle(labelled: week, of: group)
        let view = View(
          group: group, cycle: cycle, zone: try desk.zone(of: group), now: desk.now,
          statuses: try desk.cycles.statuses(of: cycle), timers: try desk.instances.timers(of: cycle.id.uuid),
          pictures: try desk.pictures.versions(of: cycle.id),
          last: try desk.log.entries(of: cycle.id.uuid).last)
        return Answer(view.json(context), view.blocks(context))
      }
    }
  }
}

/// One period, as it is shown.
private struct View {
  let group: Group
  let cycle: Cycle
  let zone: ZoneRules
  let now: Instant
  let statuses: [UnitStatus]
  let timers: [(event: Event, due: Instant)]
  let pictures: [PictureVersion]
  let last: LogEntry?

  private var missing: [UnitStatus] { statuses.filter { $0.status == .missing } }
  private var moves: [MachineShape.Move] {
    CycleMachine.definition.shape.moves.filter {
      // A period that is withdrawn is planned anew by the next round: nothing that a person would want.
      $0.from == cycle.state && $0.roles != [.worker] && $0.event != "withdraw"
    }
  }

  func json(_ context: Context) -> JSON {
    guard case .object(let members) = cycle.json(in: zone) else { return [:] }
    return [
      "cycle": .object(
        members + [
          .init(
            key: "coverage",
            value: .list(statuses) { status in
              [
                "organisation": .string(status.organisationName), "unit": .string(status.unit.name),
                "status": .string(status.status.rawValue), "reports": .int(status.reports),
                "late": .int(status.lateReports),
              ]
            }),
          .init(
            key: "next",
            value: .list(timers) {
              ["event": .string($0.event.description), "at": context.json($0.due, in: zone)]
            }),
          .init(
            key: "possible",
            value: .list(moves) {
              [
                "event": .string($0.event.description), "to": .string($0.to.description),
                "roles": .strings($0.roles.map(\.description)),
                "command": .optional(CycleMessages.command($0.event.description)),
              ]
            }),
        ])
    ]
  }

  func blocks(_ context: Context) -> [Answer.Block] {
    let m = context.language.cycles
    let language = context.language
    var blocks: [Answer.Block] = [
      .heading("\(group.name), \(language.period(PeriodName(label: cycle.period.label)))"),
      .text(([state(m, language)] + timesInWords(m, language)).joined(separator: " ")),
      .heading(m.coverage),
    ]
    if isBeforePicture { blocks.append(.text(m.missing(missing.map(name), of: statuses.count))) }
    if !statuses.isEmpty {
      blocks.append(
        .pairs(
          statuses.map {
            (name($0), m.status($0.status.rawValue, reports: $0.reports, late: $0.lateReports))
          }))
    }
    // A period that is over has nothing before it.
    if !timers.isEmpty {
      blocks += [
        .heading(m.next),
        .pairs(
          timers.map { (time($0.due, language), m.byItself($0.event.description, missing: missing.count)) }),
      ]
    }
    if cycle.state == "collecting" {
      blocks += [
        .heading(m.mayNow("reporter")),
        .pairs([("est incident add", m.reportNow), ("est report nothing", m.sayNothing)]),
      ]
    }
    if !moves.isEmpty {
      blocks += [
        .heading(m.mayNow("coordinator")),
        .pairs(
          moves.compactMap { move in
            CycleMessages.command(move.event.description).map { ($0, m.event(move.event.description)) }
          }),
      ]
    }
    return blocks
  }

  private var isBeforePicture: Bool { ["planned", "collecting", "reviewing"].contains(cycle.state) }

  private func name(_ status: UnitStatus) -> String { "\(status.unit.name) (\(status.organisationName))" }

  private func state(_ m: CycleMessages, _ language: Language) -> String {
    let adopted = pictures.first { $0.adoptedAt != nil }?.version
    switch cycle.state {
    case "planned": return m.isPlanned(opens: time(cycle.times.opens, language))
    case "collecting": return m.isCollecting(until: time(cycle.times.deadline, language))
    case "reviewing": return m.isReviewing(picture: time(cycle.times.picture, language))
    case "pictured":
      return m.isPictured(
        version: pictures.map(\.version).max() ?? 1, meeting: time(cycle.times.meeting, language),
        isPast: cycle.times.meeting < now)
    case "meeting": return m.isMeeting(adopted: adopted)
    case "concluded": return m.isConcluded(adopted: adopted, why: last?.reason)
    case "missed": return m.isMissed(why: last?.reason)
    case "skipped": return m.isSkipped(by: last?.login, why: last?.reason)
    default: return m.state(cycle.state.description)
    }
  }

  /// When the meeting is, where the state does not say so itself.
  private func timesInWords(_ m: CycleMessages, _ language: Language) -> [String] {
    guard isBeforePicture else { return [] }
    return [
      m.meetingIs(
        time(cycle.times.meeting, language),
        movedFrom: cycle.movedFrom.map { language.dayAndMonth(CalendarDay($0)) })
    ]
  }

  /// `måndag 23 november kl. 12.00`, with the year where it is another one than now.
  private func time(_ instant: Instant, _ language: Language) -> String {
    let local = zone.local(instant)
    let day = CalendarDay(local.date)
    let date =
      local.date.year == zone.local(now).date.year ? language.dayAndMonth(day) : language.fullDate(day)
    return language.at(date, ClockTime(hour: local.time.hour, minute: local.time.minute))
  }
}
