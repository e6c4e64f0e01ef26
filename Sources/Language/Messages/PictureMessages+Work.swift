/// Coming events, priorities and actions.
extension PictureMessages {
  public var noComingEvents: String {
    language(sv: "Inga anmälda arrangemang.", en: "No coming events are known.")
  }
  /// What a coming event without a title is called; `kind` is its sub-type.
  public func comingEvent(kind: String?) -> String {
    language(sv: "Arrangemang", en: "Event") + (kind.map { " (\($0))" } ?? "")
  }
  public var yearAhead: String { language(sv: "Året framåt", en: "The year ahead") }
  public func yearNote(_ dates: String, isEmpty: Bool) -> String {
    isEmpty
      ? language(sv: "Inget är känt än för \(dates).", en: "Nothing is known yet of \(dates).")
      : language(
        sv: "Det som redan är känt för \(dates). I månader som inte nämns är inget känt än.",
        en: "What is known already of \(dates). Of months that are not named nothing is known yet.")
  }
  public func actionToBeDone(_ number: String, by organisation: String) -> String {
    language(
      sv: "åtgärd \(number) ska vara klar, \(organisation)", en: "action \(number) is due, \(organisation)")
  }
  public func andMore(_ count: Int) -> String {
    language(sv: "och \(language.number(count)) till", en: "and \(language.number(count)) more")
  }
  public var noPriorities: String {
    language(
      sv: "Inget är prioriterat sedan förra mötet.", en: "Nothing was prioritised at the last meeting.")
  }
  public var focusArea: String { language(sv: "fokusområde", en: "focus area") }
  public var lacksAnalysis: String {
    language(sv: "orsaksanalys saknas", en: "no root-cause analysis yet")
  }

  public var identified: String { language(sv: "identifierat", en: "identified") }
  public var prioritised: String { language(sv: "prioriterat", en: "prioritised") }
  public var escalated: String { language(sv: "lyft till BRÅ", en: "escalated to the council") }
  public var analysing: String { language(sv: "orsaksanalys pågår", en: "causes being analysed") }
  public var analysed: String { language(sv: "orsakerna analyserade", en: "causes analysed") }
  public var acting: String { language(sv: "åtgärder pågår", en: "being acted on") }
  public var evaluating: String { language(sv: "följs upp", en: "being evaluated") }
  public var resolved: String { language(sv: "löst", en: "resolved") }
  public var dismissed: String { language(sv: "avskrivet", en: "dismissed") }

  public func openActions(_ count: Int) -> String {
    if count == 0 { return language(sv: "Inga öppna åtgärder.", en: "No open actions.") }
    let actions = language.quantity(
      count, sv: ("öppen åtgärd", "öppna åtgärder"), en: ("open action", "open actions"))
    return actions + "."
  }
  public func due(_ date: String) -> String { language(sv: "klar senast \(date)", en: "due by \(date)") }
  public var noDueDate: String { language(sv: "utan slutdatum", en: "no due date") }
  public func overdue(days: Int) -> String {
    language(sv: "\(language.days(days)) försenad", en: "\(language.days(days)) overdue")
  }
  public func concerns(_ problem: String) -> String {
    language(sv: "Gäller: \(problem)", en: "For: \(problem)")
  }
  public var responsible: String { language(sv: "Ansvarig", en: "Responsible") }
  public var nothingSince: String {
    language(sv: "Inget har ändrats för åtgärderna.", en: "Nothing has changed for the actions.")
  }

  public var actionDecided: String { language(sv: "beslutad", en: "decided") }
  public var actionStarted: String { language(sv: "påbörjad", en: "started") }
  public var actionPostponed: String { language(sv: "framflyttad", en: "postponed") }
  public var actionFinished: String { language(sv: "genomförd", en: "done") }
  public var actionEvaluated: String { language(sv: "utvärderad", en: "evaluated") }
  public var actionCancelled: String { language(sv: "avbruten", en: "cancelled") }

  public var green: String {
    language(sv: "grön: som tänkt, gott resultat", en: "green: as intended, good result")
  }
  public var yellow: String { language(sv: "gul: delvis", en: "yellow: in part") }
  public var red: String { language(sv: "röd: inte som tänkt", en: "red: not as intended") }
  public func lesson(_ text: String) -> String { language(sv: "Lärdom: \(text)", en: "Lesson: \(text)") }
}
