extension Language {
  /// The texts about the log: what happened, and whether it still is what was written.
  public var log: LogMessages { LogMessages(language: self) }
}

/// What the command line says of the log. Machines, events and faults by their own names.
public struct LogMessages: Sendable {
  let language: Language

  // MARK: What happened

  public var what: String { language(sv: "VAD", en: "WHAT") }
  public var who: String { language(sv: "VEM", en: "WHO") }

  /// What a machine's instance is called, with what it is known by, such as a week or a number.
  public func subject(_ machine: String, _ detail: String?) -> String {
    let kind =
      switch machine {
      case "cycle": language(sv: "period", en: "period")
      case "problem": language(sv: "problem", en: "problem")
      case "action": language(sv: "åtgärd", en: "action")
      case "agreement": language(sv: "överenskommelse", en: "agreement")
      case "promiseSet": language(sv: "medborgarlöften", en: "citizen promises")
      case "safetyWalk": language(sv: "trygghetsvandring", en: "safety walk")
      case "statutoryPicture": language(sv: "lägesbild enligt lag", en: "statutory picture")
      default: machine
      }
    return detail.map { "\(kind) \($0)" } ?? kind
  }

  /// Who said it, by function, never by name.
  public func who(function: String, login: String, role: String) -> String {
    let role = language.cli.role(role)
    return "\(function) (\(login))" + (role == function ? "" : ", \(role)")
  }

  /// What happened, as it is told afterwards.
  public func event(_ name: String, of machine: String) -> String {
    switch (machine, name) {
    case (_, "upgrade"): language(sv: "ny version av reglerna", en: "new version of the rules")
    case ("cycle", _): cycleEvent(name)
    case ("problem", _), ("action", _): language.casework.event(name)
    default: instrumentEvent(name)
    }
  }

  private func cycleEvent(_ name: String) -> String {
    switch name {
    case "plan": language(sv: "planerad", en: "planned")
    case "open": language(sv: "öppnad för rapporter", en: "opened for reports")
    case "remind": language(sv: "påminnelse till dem som saknas", en: "reminder to those missing")
    case "closeCollection": language(sv: "inrapporteringen stängd", en: "collection closed")
    case "compile": language(sv: "lägesbilden sammanställd", en: "picture compiled")
    case "recompile": language(sv: "lägesbilden sammanställd på nytt", en: "picture compiled anew")
    case "reopen": language(sv: "öppnad igen", en: "reopened")
    case "startMeeting": language(sv: "mötet började", en: "meeting started")
    case "adopt": language(sv: "lägesbilden fastställd", en: "picture adopted")
    case "adjourn": language(sv: "mötet avbröts", en: "meeting adjourned")
    case "conclude": language(sv: "mötet avslutat", en: "meeting concluded")
    case "adoptWithoutMeeting": language(sv: "fastställd utan möte", en: "adopted without a meeting")
    case "overdue": language(sv: "mötet dröjer", en: "meeting overdue")
    case "miss": language(sv: "blev utan möte", en: "missed")
    case "skip": language(sv: "överhoppad", en: "skipped")
    case "moveMeeting": language(sv: "mötet flyttat", en: "meeting moved")
    case "withdraw": language(sv: "återtagen", en: "withdrawn")
    default: name
    }
  }

  /// Agreements, promises, walks and statutory pictures.
  private func instrumentEvent(_ name: String) -> String {
    switch name {
    case "draft": language(sv: "utkast", en: "drafted")
    case "sign": language(sv: "undertecknad", en: "signed")
    case "takeEffect": language(sv: "började gälla", en: "took effect")
    case "warn": language(sv: "påminnelse i förväg", en: "warning ahead")
    case "yearlyFollowUp": language(sv: "dags för årlig uppföljning", en: "yearly follow-up due")
    case "endDate":
      language(sv: "slutdagen kom, gäller tills vidare", en: "end date passed, holds until further notice")
    case "replace": language(sv: "ersatt", en: "replaced")
    case "terminate": language(sv: "uppsagd", en: "terminated")
    case "withdraw": language(sv: "återtagen", en: "withdrawn")
    case "beginDialogue": language(sv: "dialogen började", en: "dialogue begun")
    case "adopt": language(sv: "fastställd", en: "adopted")
    case "quarter": language(sv: "kvartalsuppföljning begärd", en: "quarterly follow-up asked for")
    case "year": language(sv: "årsuppföljning begärd", en: "yearly follow-up asked for")
    case "prolong": language(sv: "förlängd", en: "prolonged")
    case "renew": language(sv: "ny uppsättning bredvid den förra", en: "new set beside the last one")
    case "end": language(sv: "avslutad", en: "ended")
    case "followUp": language(sv: "uppföljd", en: "followed up")
    case "plan": language(sv: "planerad", en: "planned")
    case "holdPreMeeting": language(sv: "förmöte hållet", en: "pre-meeting held")
    case "walk": language(sv: "vandringen genomförd", en: "walked")
    case "report": language(sv: "rapporterad", en: "reported")
    case "oneYear": language(sv: "dags att följa upp efter ett år", en: "follow-up after a year due")
    case "cancel": language(sv: "inställd", en: "cancelled")
    case "schedule": language(sv: "ska göras", en: "scheduled")
    case "late": language(sv: "försenad", en: "late")
    case "begin": language(sv: "påbörjad", en: "begun")
    default: name
    }
  }
}
