/// Why an event is not taken, and what would make it possible, in words that a participant understands.
///
/// Machines, states and events come by their own names; what is not known here is said in general words.
extension CLIMessages {
  /// "Perioden kan inte avslutas": what was wanted and is not done.
  public func cannot(_ event: String, machine: String) -> String {
    guard let wanted = wanted(event, machine: machine) else {
      return language(sv: "Det går inte nu", en: "This cannot be done now")
    }
    return language(sv: "\(wanted.sv) kan inte \(wanted.svDone)", en: "\(wanted.en) cannot \(wanted.enDone)")
  }

  /// What a guard lacks, with what was wanted before it.
  public func refused(_ event: String, machine: String, guard name: String) -> String {
    "\(cannot(event, machine: machine)): \(unmet(guard: name).midSentence)"
  }

  /// - Parameters:
  ///   - way: the events that lead to where it is possible, the next one first; `nil` where nothing does.
  ///   - isOver: nothing more is said to it at all.
  public func refused(_ event: String, machine: String, state: String, way: [String]?, isOver: Bool) -> String
  {
    var text = "\(cannot(event, machine: machine)): \(isNow(state, machine: machine))."
    guard let way else {
      return text
        + (isOver
          ? language(sv: " Det är slutgiltigt.", en: " That is final.")
          : language(sv: " Det steget är redan taget.", en: " That step has been taken already."))
    }
    guard let next = way.first else { return text }
    text += " "
    if way.count <= 2 {
      let steps = way.map { step($0, machine: machine) }
      text += language(
        sv: "Först behöver man \(language.list(steps)).", en: "What it takes first: \(language.list(steps)).")
    } else {
      text += language(
        sv: "Närmast på vägen dit: \(step(next, machine: machine)).",
        en: "The next step on the way: \(step(next, machine: machine)).")
    }
    return text
  }

  /// - Parameter roles: those that may; the worker is told of only where nobody else may.
  public func refused(_ event: String, machine: String, roles: [String]) -> String {
    let people = roles.filter { $0 != "worker" }
    guard !people.isEmpty else {
      return cannot(event, machine: machine)
        + language(
          sv: " av någon deltagare: det gör est-worker av sig självt när det är dags.",
          en: " by a participant: est-worker does so by itself in time.")
    }
    let who = anyOf(people.map(role))
    return cannot(event, machine: machine)
      + language(
        sv: " av dig: det får bara \(who) i gruppen göra. Be någon som är det.",
        en: " by you: only a \(who) of the group may do it. Ask one.")
  }

  /// A step in words with its command: `stänga inrapporteringen (est cycle close)`.
  public func step(_ event: String, machine: String) -> String {
    let words =
      switch machine {
      case "cycle": language.cycles.event(event)
      default: wanted(event, machine: machine).map { language(sv: $0.svDo, en: $0.enDo) } ?? event
      }
    return command(event, machine: machine).map { "\(words) (\($0))" } ?? words
  }

  public func command(_ event: String, machine: String) -> String? {
    switch (machine, event) {
    case ("cycle", _): CycleMessages.command(event)
    case ("problem", "beginAnalysis"): "est analysis start"
    case ("problem", "sign"): "est analysis sign"
    case ("problem", "reopenAnalysis"): "est analysis reopen"
    case ("problem", "beginAction"): "est problem begin-action"
    case ("problem", "beginEvaluation"): "est problem begin-evaluation"
    case ("problem", "actAgain"): "est problem act-again"
    case ("problem", "giveUp"): "est problem give-up"
    case ("problem", "identify"), ("problem", "prioritise"), ("problem", "dismiss"), ("problem", "escalate"),
      ("problem", "decide"), ("problem", "resolve"), ("problem", "reanalyse"), ("problem", "recur"):
      "est problem \(event)"
    case ("action", "propose"), ("action", "decide"), ("action", "start"), ("action", "finish"),
      ("action", "redo"),
      ("action", "postpone"), ("action", "cancel"), ("action", "evaluate"):
      "est action \(event)"
    default: nil
    }
  }

  /// Where it is, as a clause.
  private func isNow(_ state: String, machine: String) -> String {
    switch (machine, state) {
    case ("cycle", "planned"): language(sv: "perioden är inte öppen än", en: "the period is not open yet")
    case ("cycle", "collecting"):
      language(sv: "perioden är öppen för rapporter", en: "the period is open for reports")
    case ("cycle", "reviewing"):
      language(
        sv: "inrapporteringen är stängd och ingen lägesbild är sammanställd",
        en: "collection is closed and no picture is compiled")
    case ("cycle", "pictured"):
      language(
        sv: "lägesbilden är sammanställd och mötet har inte börjat",
        en: "the picture is compiled and the meeting has not begun")
    case ("cycle", "meeting"): language(sv: "mötet pågår", en: "the meeting is on")
    case ("cycle", "concluded"): language(sv: "perioden är avslutad", en: "the period is concluded")
    case ("cycle", "missed"):
      language(sv: "perioden blev utan möte", en: "the period went without a meeting")
    case ("cycle", "skipped"): language(sv: "perioden är överhoppad", en: "the period is skipped")
    case ("cycle", "withdrawn"):
      language(
        sv: "perioden är återtagen och planerad på nytt", en: "the period is withdrawn and planned anew")
    case ("problem", _): isNow(state, machine, sv: "problemet", en: "the problem")
    case ("action", _): isNow(state, machine, sv: "åtgärden", en: "the action")
    case ("agreement", _): isNow(state, machine, sv: "överenskommelsen", en: "the agreement")
    case ("promiseSet", _): isNow(state, machine, sv: "löftena", en: "the promises", enIs: "are")
    case ("safetyWalk", _): isNow(state, machine, sv: "vandringen", en: "the walk")
    case ("statutoryPicture", _): isNow(state, machine, sv: "lägesbilden", en: "the picture")
    default: language(sv: "läget är »\(state)«", en: "the state is “\(state)”")
    }
  }

  private func isNow(_ state: String, _ machine: String, sv: String, en: String, enIs: String = "is")
    -> String
  {
    let state = language.machines.state(state, of: machine)
    return language(sv: "\(sv) är i läget »\(state)«", en: "\(en) \(enIs) in the state “\(state)”")
  }

  /// What an event does to what: as done to it (`avslutas`, `be concluded`) and as someone does it.
  struct Wanted {
    let sv: String
    let svDone: String
    let svDo: String
    let en: String
    let enDone: String
    let enDo: String
  }

  private func wanted(_ event: String, machine: String) -> Wanted? {
    func of(
      _ sv: String, _ svDone: String, _ svDo: String, _ en: String, _ enDone: String, _ enDo: String
    ) -> Wanted { Wanted(sv: sv, svDone: svDone, svDo: svDo, en: en, enDone: enDone, enDo: enDo) }
    func period(_ done: String, _ enDone: String) -> Wanted {
      of("Perioden", done, done, "The period", enDone, enDone)
    }
    func problem(_ done: String, _ do: String, _ enDone: String, _ enDo: String) -> Wanted {
      of("Problemet", done, `do`, "The problem", enDone, enDo)
    }
    func action(_ done: String, _ do: String, _ enDone: String, _ enDo: String) -> Wanted {
      of("Åtgärden", done, `do`, "The action", enDone, enDo)
    }
    switch (machine, event) {
    case ("cycle", "plan"): return period("planeras", "be planned")
    case ("cycle", "withdraw"): return period("återtas", "be withdrawn")
    case ("cycle", "open"): return period("öppnas", "be opened")
    case ("cycle", "remind"):
      return of("Påminnelsen", "skickas", "påminna", "The reminder", "be sent", "remind")
    case ("cycle", "closeCollection"):
      return of("Inrapporteringen", "stängas", "stänga", "Collection", "be closed", "close collection")
    case ("cycle", "reopen"):
      return of("Inrapporteringen", "öppnas igen", "öppna igen", "Collection", "be reopened", "reopen")
    case ("cycle", "compile"), ("cycle", "recompile"):
      return of("Lägesbilden", "sammanställas", "sammanställa", "The picture", "be compiled", "compile")
    case ("cycle", "startMeeting"):
      return of("Mötet", "börja", "börja mötet", "The meeting", "begin", "start the meeting")
    case ("cycle", "adjourn"):
      return of("Mötet", "brytas", "bryta mötet", "The meeting", "be adjourned", "adjourn")
    case ("cycle", "adopt"), ("cycle", "adoptWithoutMeeting"):
      return of("Lägesbilden", "fastställas", "fastställa", "The picture", "be adopted", "adopt")
    case ("cycle", "conclude"): return period("avslutas", "be concluded")
    case ("cycle", "skip"): return period("hoppas över", "be skipped")
    case ("cycle", "moveMeeting"):
      return of("Mötet", "flyttas", "flytta mötet", "The meeting", "be moved", "move the meeting")
    case ("cycle", "overdue"), ("cycle", "miss"): return period("bokföras som missad", "go down as missed")
    case ("problem", "identify"):
      return problem("tas upp", "ta upp problemet", "be raised", "raise the problem")
    case ("problem", "prioritise"):
      return problem("prioriteras", "prioritera problemet", "be prioritised", "prioritise the problem")
    case ("problem", "dismiss"):
      return problem("avskrivas", "avskriva problemet", "be dismissed", "dismiss the problem")
    case ("problem", "escalate"):
      return problem("lyftas till BRÅ", "lyfta problemet till BRÅ", "be escalated", "escalate the problem")
    case ("problem", "decide"):
      return problem("beslutas om", "besluta om problemet i BRÅ", "be decided on", "decide on the problem")
    case ("problem", "beginAnalysis"):
      return problem("analyseras", "börja orsaksanalysen", "be analysed", "begin the analysis")
    case ("problem", "sign"):
      return of(
        "Analysen", "skrivas under", "skriva under analysen", "The analysis", "be signed", "sign the analysis"
      )
    case ("problem", "reopenAnalysis"):
      return of(
        "Analysen", "öppnas igen", "öppna analysen igen", "The analysis", "be reopened", "reopen the analysis"
      )
    case ("problem", "beginAction"), ("problem", "actAgain"):
      return problem("börja åtgärdas", "börja med åtgärderna", "be acted on", "begin the actions")
    case ("problem", "beginEvaluation"):
      return problem("följas upp", "börja uppföljningen", "be evaluated", "begin the evaluation")
    case ("problem", "giveUp"):
      return of(
        "Åtgärderna", "ges upp", "ge upp åtgärderna", "The actions", "be given up", "give up the actions")
    case ("problem", "resolve"):
      return problem("lösas", "skriva att problemet är löst", "be resolved", "resolve the problem")
    case ("problem", "reanalyse"):
      return problem("analyseras om", "analysera om", "be analysed again", "analyse again")
    case ("problem", "recur"):
      return problem("tas upp igen", "ta upp problemet igen", "recur", "take it up again")
    case ("action", "propose"):
      return action("föreslås", "föreslå åtgärden", "be proposed", "propose the action")
    case ("action", "decide"):
      return action("beslutas", "besluta om åtgärden", "be decided", "decide the action")
    case ("action", "start"): return action("påbörjas", "påbörja åtgärden", "be started", "start the action")
    case ("action", "finish"):
      return action("bli klar", "säga att åtgärden är klar", "be finished", "finish the action")
    case ("action", "redo"): return action("göras om", "göra om åtgärden", "be redone", "redo the action")
    case ("action", "postpone"):
      return action("skjutas upp", "skjuta upp åtgärden", "be postponed", "postpone the action")
    case ("action", "cancel"):
      return action("avbrytas", "avbryta åtgärden", "be cancelled", "cancel the action")
    case ("action", "evaluate"), ("action", "followUp"):
      return action("utvärderas", "utvärdera åtgärden", "be evaluated", "evaluate the action")
    case ("action", "due"), ("action", "overdue"):
      return action("påminnas om", "påminna om åtgärden", "be reminded of", "remind of the action")
    default: return instrument(event, machine: machine)
    }
  }
}

extension String {
  /// With a small first letter, for the middle of a sentence.
  fileprivate var midSentence: String { prefix(1).lowercased() + dropFirst() }
}
