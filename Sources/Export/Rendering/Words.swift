import Analysis
import EST
import Language
import Picture

/// The domain's values in a language's words.
struct Words {
  let language: Language
  let period: PeriodName

  init(_ language: Language, _ head: SituationPicture.Head) {
    self.language = language
    period = PeriodName(label: head.period.label)
  }

  var messages: PictureMessages { language.picture }

  func name(_ category: SituationPicture.CategoryLabel) -> String {
    language(sv: category.swedish, en: category.english)
  }

  func word(_ verdict: RateComparison.Verdict) -> String {
    switch verdict {
    case .more: messages.more
    case .fewer: messages.fewer
    case .withinChance: messages.withinChance
    case .tooFewToTell: messages.tooFewToTell
    }
  }

  func word(_ theme: Theme) -> String {
    switch theme {
    case .narcotics: messages.narcotics
    case .alcohol: messages.alcohol
    case .youth: messages.youth
    }
  }

  func word(_ status: SituationPicture.Coverage.Status) -> String {
    switch status {
    case .reported: messages.reported
    case .nothingToReport: messages.nothingToReport
    case .missing: messages.missing
    }
  }

  func word(_ state: SituationPicture.Priority.State) -> String {
    switch state {
    case .identified: messages.identified
    case .prioritised: messages.prioritised
    case .escalated: messages.escalated
    case .analysing: messages.analysing
    case .analysed: messages.analysed
    case .acting: messages.acting
    case .evaluating: messages.evaluating
    case .resolved: messages.resolved
    case .dismissed: messages.dismissed
    }
  }

  func word(_ outcome: SituationPicture.Actions.Outcome) -> String {
    switch outcome {
    case .decided: messages.actionDecided
    case .started: messages.actionStarted
    case .postponed: messages.actionPostponed
    case .finished: messages.actionFinished
    case .evaluated: messages.actionEvaluated
    case .cancelled: messages.actionCancelled
    }
  }

  func word(_ colour: SituationPicture.Actions.Colour) -> String {
    switch colour {
    case .green: messages.green
    case .yellow: messages.yellow
    case .red: messages.red
    }
  }

  func word(_ source: ReportSource) -> String {
    switch source {
    case .reporter: messages.sourceReporter
    case .policeImport: messages.sourcePolice
    case .otherImport: messages.sourceOther
    case .public: messages.sourcePublic
    case .council: messages.sourceCouncil
    case .walk: messages.sourceWalk
    }
  }

  func word(_ reason: SituationPicture.Sources.Absence) -> String {
    switch reason {
    case .notReceived: messages.notReceived
    case .unreadable: messages.unreadable
    case .leftOutByDecision: messages.leftOutByDecision
    case .notComparable: messages.notComparable
    }
  }

  func word(_ precision: Place.Precision) -> String {
    switch precision {
    case .point: messages.precisionPoint
    case .place: messages.precisionPlace
    case .area: messages.precisionArea
    case .municipality: messages.precisionMunicipality
    }
  }

  func earlier(_ earlier: SituationPicture.Earlier) -> String {
    switch earlier {
    case .previous: language.previousPeriod(period)
    case .lastYear: language.samePeriodLastYear(period)
    }
  }

  /// How many answered, now and earlier; `nil` where that has not changed.
  func reporters(_ coverage: SituationPicture.Coverage) -> String? {
    let changed = coverage.changedReporters
    guard !changed.isEmpty else { return nil }
    return messages.reportersChanged(
      now: coverage.reportingUnits.current, then: changed.map { ($0.units, earlier($0.earlier)) })
  }

  func dateAndTime(_ moment: Moment) -> String {
    language.dateAndTime(moment.local.date.calendarDay, moment.local.time.clockTime)
  }

  func sentence(_ signal: SituationPicture.Signal) -> String {
    messages.more(
      name(signal.category), in: signal.area, signal.count,
      expected: language.number(signal.usual.expected, decimals: 1),
      range: (signal.usual.low, signal.usual.high))
  }

  func sentence(_ point: SituationPicture.BriefPoint) -> String {
    switch point {
    case .total(let row):
      messages.total(
        row.counts.current, previous: row.counts.previous, lastYear: row.counts.lastYear, in: period)
    case .coverage(let answered, let expected, let missing):
      messages.answered(answered, of: expected, missing: missing)
    case .standsOut(let category, let now, let then, let against, let more):
      messages.standsOut(name(category), now: now, then: then, earlier: earlier(against), more: more)
    case .signals(let first, let others):
      messages.signalsInBrief(sentence(first), others: others)
    case .noSignals(let watches):
      messages.noSignals(watches: watches)
    case .mostCommon(let category, let reports, let area, let areaReports):
      messages.mostCommon(name(category), reports: reports, area: area, areaReports: areaReports)
    case .ahead(let overdue, let coming):
      messages.ahead(overdueActions: overdue, comingEvents: coming)
    }
  }
}

extension LocalDate {
  var calendarDay: CalendarDay {
    let (year, month, day) = components
    return CalendarDay(year: year, month: month, day: day, weekday: weekday.rawValue)
  }
}

extension LocalTime {
  var clockTime: ClockTime { ClockTime(hour: hour, minute: minute) }
}
