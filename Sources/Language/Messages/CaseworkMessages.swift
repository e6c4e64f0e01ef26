extension Language {
  /// The texts about problems, their analyses and their actions on the command line.
  public var casework: CaseworkMessages { CaseworkMessages(language: self) }
}

/// What the command line says of a problem on its way from the reports to what came of it.
///
/// Parameters are words of the product, such as `analysing`; a word that is not known here is shown as it is.
public struct CaseworkMessages: Sendable {
  let language: Language
  private var picture: PictureMessages { language.picture }

  // MARK: Where it is

  public func problemState(_ name: String) -> String {
    switch name {
    case "identified": picture.identified
    case "prioritised": picture.prioritised
    case "escalated": picture.escalated
    case "analysing": picture.analysing
    case "analysed": picture.analysed
    case "acting": picture.acting
    case "evaluating": picture.evaluating
    case "resolved": picture.resolved
    case "dismissed": picture.dismissed
    default: name
    }
  }
  public func actionState(_ name: String) -> String {
    switch name {
    case "proposed": language(sv: "föreslagen", en: "proposed")
    case "decided": picture.actionDecided
    case "underway": language(sv: "pågår", en: "under way")
    case "done": picture.actionFinished
    case "evaluated": picture.actionEvaluated
    case "cancelled": picture.actionCancelled
    default: name
    }
  }
  /// What an event was, for a log.
  public func event(_ name: String) -> String {
    switch name {
    case "identify": language(sv: "identifierat", en: "identified")
    case "prioritise": language(sv: "prioriterat", en: "prioritised")
    case "dismiss": language(sv: "avskrivet", en: "dismissed")
    case "escalate": language(sv: "lyft till BRÅ", en: "escalated")
    case "decide": language(sv: "beslut", en: "decided")
    case "beginAnalysis": language(sv: "orsaksanalys börjar", en: "analysis begun")
    case "sign": language(sv: "underskrift", en: "signed")
    case "reopenAnalysis": language(sv: "analysen öppnas igen", en: "analysis reopened")
    case "beginAction": language(sv: "åtgärder börjar", en: "action begun")
    case "beginEvaluation": language(sv: "uppföljning börjar", en: "evaluation begun")
    case "giveUp": language(sv: "åtgärderna ges upp", en: "given up")
    case "resolve": language(sv: "löst", en: "resolved")
    case "reanalyse": language(sv: "åter till orsakerna", en: "back to the causes")
    case "actAgain": language(sv: "nya åtgärder", en: "acted again")
    case "recur": language(sv: "tillbaka", en: "recurred")
    case "propose": language(sv: "föreslagen", en: "proposed")
    case "start": picture.actionStarted
    case "finish": picture.actionFinished
    case "redo": language(sv: "görs om", en: "redone")
    case "due": language(sv: "ska vara klar", en: "due")
    case "overdue": language(sv: "försenad", en: "overdue")
    case "postpone": picture.actionPostponed
    case "cancel": picture.actionCancelled
    case "followUp": language(sv: "dags att bedöma", en: "follow-up due")
    case "evaluate": picture.actionEvaluated
    default: name
    }
  }

  // MARK: A problem

  public func problem(_ number: String) -> String { "P \(number)" }
  public func now(problem number: String, _ state: String) -> String {
    "\(problem(number)): \(problemState(state))."
  }
  public var statement: String { language(sv: "Beskrivning", en: "Statement") }
  public var category: String { language(sv: "Kategori", en: "Category") }
  public var area: String { language(sv: "Område", en: "Area") }
  public var criteria: String { language(sv: "Kriterier", en: "Criteria") }
  public var followUp: String { language(sv: "Följs upp", en: "Follow-up") }
  public var origin: String { language(sv: "Sågs i", en: "Seen in") }
  public func origin(_ name: String, period: String?) -> String {
    let word =
      switch name {
      case "picture": language(sv: "lägesbilden", en: "the picture")
      case "signal": language(sv: "en signal", en: "a signal")
      case "walk": language(sv: "en trygghetsvandring", en: "a safety walk")
      case "dialogue": language(sv: "en dialog", en: "a dialogue")
      case "survey": language(sv: "en trygghetsmätning", en: "a survey")
      case "council": language(sv: "ett lokalt råd", en: "a local council")
      case "other": language(sv: "annat", en: "something else")
      default: name
      }
    return period.map { "\(word), \($0)" } ?? word
  }
  public func criterion(_ name: String) -> String {
    switch name {
    case "common": language(sv: "vanligt", en: "common")
    case "increasing": language(sv: "ökar", en: "increasing")
    case "exposedPlaces": language(sv: "utsatta platser", en: "exposed places")
    case "exposedGroups": language(sv: "utsatta grupper", en: "exposed groups")
    case "signalCrime": language(sv: "signalbrott", en: "signal crime")
    case "affectsMany": language(sv: "berör många", en: "affects many")
    case "harm": language(sv: "skada", en: "harm")
    case "influence": language(sv: "går att påverka", en: "can be influenced")
    case "cost": language(sv: "kostnad", en: "cost")
    default: name
    }
  }
  public func linked(_ count: Int, problem number: String) -> String {
    let reports = language.quantity(count, sv: ("rapport", "rapporter"), en: ("report", "reports"))
    return language(
      sv: "\(problem(number)): \(reports) bakom.", en: "\(problem(number)): \(reports) behind it.")
  }
  public func actionsCancelled(_ count: Int) -> String {
    let actions = language.quantity(count, sv: ("åtgärd", "åtgärder"), en: ("action", "actions"))
    return language(sv: "\(actions) avbruten med det.", en: "\(actions) cancelled with it.")
  }

  // MARK: The chain

  public func reports(_ count: Int) -> String {
    language(sv: "Rapporter (\(count))", en: "Reports (\(count))")
  }
  public var picturePart: String { language(sv: "Lägesbild", en: "Picture") }
  public func adopted(_ period: String, version: Int, at time: String) -> String {
    language(
      sv: "\(period), version \(version), fastställd \(time)",
      en: "\(period), version \(version), adopted \(time)")
  }
  public var noPicture: String {
    language(
      sv: "Ingen fastställd lägesbild för perioden.", en: "No adopted picture of the period.")
  }
  public var actions: String { language(sv: "Åtgärder", en: "Actions") }
  public var outcome: String { language(sv: "Effekt", en: "Effect") }
  public var notYet: String { language(sv: "Inget än.", en: "Nothing yet.") }
  public var result: String { language(sv: "Resultat", en: "Result") }
  public var lesson: String { language(sv: "Lärdom", en: "Lesson") }
  public var log: String { language(sv: "Logg", en: "Log") }
  public var number: String { language(sv: "NUMMER", en: "NUMBER") }
  public var title: String { language(sv: "RUBRIK", en: "TITLE") }
  public var categoryColumn: String { language(sv: "KATEGORI", en: "CATEGORY") }
  public var areaColumn: String { language(sv: "OMRÅDE", en: "AREA") }
}
