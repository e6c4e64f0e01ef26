import EST
import Language
import Picture

/// Who has answered, what is done, and what the picture stands on.
extension SheetBuilder {
  var coverage: Workbook.Sheet {
    Workbook.Sheet(
      messages.coverageSheet,
      [messages.organisation, texts.unit, texts.status, texts.reports, messages.isLate],
      picture.coverage.organisations.flatMap { organisation in
        organisation.units.map { unit in
          [
            .text(organisation.name), .text(unit.name), .text(words.word(unit.status)),
            .whole(ifAny: unit.reports), .text(messages.yesOrNo(unit.late)),
          ]
        }
      })
  }

  var actions: Workbook.Sheet {
    let actions = picture.actions
    func rows(_ heading: String, _ items: [SituationPicture.Actions.Open]) -> [[Cell]] {
      items.map { action in
        [
          .text(heading), .text(action.number), .text(action.title), .text(action.organisation),
          .text(action.function), .text(ifAny: action.problem), .date(ifAny: action.due),
          .whole(ifAny: action.daysOverdue), .empty, .empty, .empty, .empty,
        ]
      }
    }
    let done = actions.sinceLastTime.map { action -> [Cell] in
      [
        .text(texts.sinceLastTime), .text(action.number), .text(action.title), .text(action.organisation),
        .empty, .empty, .empty, .empty, .text(words.word(action.outcome)), .date(action.date),
        .text(ifAny: action.colour.map(words.word)), .text(ifAny: action.lesson),
      ]
    }
    return Workbook.Sheet(
      messages.actionsSheet, messages.actionColumns,
      rows(texts.overdueActions, actions.overdue) + rows(texts.dueActions, actions.dueAhead)
        + rows(texts.laterActions, actions.later) + done)
  }

  var comingEvents: Workbook.Sheet {
    Workbook.Sheet(
      messages.comingEventsSheet,
      [messages.firstDay, messages.time, messages.lastDay, messages.title, messages.categoryCode]
        + [texts.category, texts.area],
      picture.comingEvents.map { event in
        [
          .date(event.date), .time(ifAny: event.time), .date(ifAny: event.lastDate),
          .text(ifAny: event.title), .text("\(event.category.code)"), .text(words.name(event.category)),
          .text(ifAny: event.area),
        ]
      })
  }

  var priorities: Workbook.Sheet {
    Workbook.Sheet(
      messages.prioritiesSheet,
      [messages.rank, messages.title, texts.area, messages.state, messages.hasAnalysis],
      picture.priorities.map { priority in
        [
          .whole(priority.rank), .text(priority.title), .text(ifAny: priority.area),
          .text(priority.state.map(words.word) ?? texts.focusArea),
          .text(messages.yesOrNo(!priority.lacksAnalysis)),
        ]
      })
  }

  var sources: Workbook.Sheet {
    let sources = picture.sources
    var rows = sources.used.map { used -> [Cell] in
      [.text(texts.sourcesUsed), .text(words.word(used.source)), .whole(used.reports), .empty]
    }
    rows += sources.notUsed.map { source in
      [.text(texts.sourcesLeftOut), .text(source.name), .empty, .text(words.word(source.reason))]
    }
    let limits = [
      (texts.unreviewed, sources.unreviewed), (texts.rejected, sources.rejected),
      (texts.withdrawn, sources.withdrawn), (texts.lateCounted, sources.late),
      (texts.lateFromEarlier, sources.lateFromEarlierPeriods),
    ]
    rows += limits.map { [.text(texts.limitations), .text($0.0), .whole($0.1), .empty] }
    rows += sources.unreviewedByOrganisation.map {
      [.text(texts.unreviewed.sentenceCased), .text($0.organisation), .whole($0.reports), .empty]
    }
    rows += sources.precision.map {
      [.text(texts.precision), .text(words.word($0.precision)), .whole($0.reports), .empty]
    }
    return Workbook.Sheet(
      messages.sourcesSheet, [messages.kind, messages.item, texts.reports, messages.reason], rows)
  }
}
