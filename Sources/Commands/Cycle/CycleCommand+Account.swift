import EST
import Language
import Persistence

extension CycleCommand {
  /// Every meeting that is expected of a group, and what became of it: nothing is silently absent.
  static func account(_ occurrences: [Occurrence], _ context: Context) -> Answer {
    let m = context.language.cycles
    return Answer(
      ["expected": .array(occurrences.map { json($0) })],
      .table(
        Table(
          [
            .init(m.period), .init(m.expectedColumn), .init(m.actualColumn), .init(m.outcomeColumn),
            .init(m.becauseColumn),
          ],
          occurrences.map { occurrence in
            [
              occurrence.period.label, text(occurrence.expected),
              occurrence.actual.map { context.text($0, in: zone(of: occurrence)) } ?? "–",
              m.outcome(occurrence.outcome.rawValue), because(occurrence, context),
            ]
          })))
  }

  /// By which rules it was moved, who decided what became of it, and why.
  private static func because(_ occurrence: Occurrence, _ context: Context) -> String {
    let m = context.language.cycles
    let period = occurrence.period
    var parts = occurrence.moves.map { step in
      m.move(
        step.move.rule.rawValue, from: step.move.from.date.description, text(step.move.from.time),
        holiday: step.move.holiday?.rawValue, by: step.by, why: step.reason)
    }
    parts += [
      m.length(
        period.length.rawValue,
        days: context.language.dates(CalendarDay(period.firstDay), CalendarDay(period.endDay + -1))),
      m.decided(occurrence.outcome.rawValue, by: occurrence.by, why: occurrence.reason),
      occurrence.cycle == nil && occurrence.outcome == .open ? m.notPlanned : nil,
    ].compactMap { $0 }
    return parts.joined(separator: "; ")
  }

  private static func json(_ occurrence: Occurrence) -> JSON {
    let zone = zone(of: occurrence)
    let period = occurrence.period
    return [
      "period": .string(period.label), "kind": .string(period.kind.rawValue),
      "firstDay": .string(period.firstDay.description), "lastDay": .string((period.endDay + -1).description),
      "length": .string(period.length.rawValue), "expected": .string(occurrence.expected.description),
      "zone": .string(occurrence.zone), "actual": .optional(occurrence.actual?.rfc3339(in: zone)),
      "outcome": .string(occurrence.outcome.rawValue), "cycle": .optional(occurrence.cycle?.description),
      "state": .optional(occurrence.state?.description),
      "moves": .list(occurrence.moves) { step in
        [
          "rule": .string(step.move.rule.rawValue), "holiday": .optional(step.move.holiday?.rawValue),
          "from": .string(step.move.from.description), "to": .string(step.move.to.description),
          "at": .string(step.at.rfc3339(in: zone)), "by": .string(step.by),
          "role": .string(step.role.description), "why": .optional(step.reason),
        ]
      },
      "decided": .optional(occurrence.decided?.rfc3339(in: zone)), "by": .optional(occurrence.by),
      "role": .optional(occurrence.role?.description), "why": .optional(occurrence.reason),
    ]
  }

  private static func zone(of occurrence: Occurrence) -> ZoneRules {
    ZoneRules(occurrence.zone) ?? .stockholm
  }

  private static func text(_ wall: LocalDateTime) -> String { "\(wall.date) \(text(wall.time))" }
  private static func text(_ time: LocalTime) -> String {
    LocalTime(hour: time.hour, minute: time.minute)!.description
  }
}

extension CalendarDay {
  init(_ date: LocalDate) {
    let (year, month, day) = date.components
    self.init(year: year, month: month, day: day, weekday: date.weekday.rawValue)
  }
}
