extension Language {
  /// The texts about periods, pictures and feedback on the command line.
  public var cycles: CycleMessages { CycleMessages(language: self) }
}

/// What the command line says of periods and pictures. States and events by the machine's own names.
public struct CycleMessages: Sendable {
  let language: Language

  /// What state a cycle is in, as a sentence.
  public func state(_ name: String) -> String {
    switch name {
    case "planned": language(sv: "Planerad, inte öppnad än.", en: "Planned, not yet open.")
    case "collecting": language(sv: "Öppen för rapporter.", en: "Open for reports.")
    case "reviewing":
      language(
        sv: "Stängd för rapporter, som nu granskas.", en: "Closed for reports, which are now reviewed.")
    case "pictured":
      language(sv: "Lägesbilden är sammanställd och väntar på mötet.", en: "Pictured, before the meeting.")
    case "meeting": language(sv: "Mötet pågår.", en: "The meeting is on.")
    case "concluded":
      language(sv: "Avslutad: lägesbilden är fastställd.", en: "Concluded: the picture is adopted.")
    case "missed": language(sv: "Blev utan möte.", en: "Went without a meeting.")
    case "skipped": language(sv: "Överhoppad.", en: "Skipped.")
    case "withdrawn": language(sv: "Återtagen, och planerad på nytt.", en: "Withdrawn, and planned anew.")
    default: name
    }
  }
  /// The state in a word, for a table.
  public func shortState(_ name: String) -> String {
    switch name {
    case "planned": language(sv: "planerad", en: "planned")
    case "collecting": language(sv: "öppen", en: "collecting")
    case "reviewing": language(sv: "granskas", en: "reviewing")
    case "pictured": language(sv: "bild klar", en: "pictured")
    case "meeting": language(sv: "möte pågår", en: "meeting")
    case "concluded": language(sv: "avslutad", en: "concluded")
    case "missed": language(sv: "utan möte", en: "missed")
    case "skipped": language(sv: "överhoppad", en: "skipped")
    case "withdrawn": language(sv: "återtagen", en: "withdrawn")
    default: name
    }
  }
  public func event(_ name: String) -> String {
    switch name {
    case "open": language(sv: "öppna perioden", en: "open the period")
    case "remind": language(sv: "påminna", en: "remind")
    case "closeCollection": language(sv: "stänga inrapporteringen", en: "close collection")
    case "compile": language(sv: "sammanställa lägesbilden", en: "compile the picture")
    case "recompile": language(sv: "sammanställa på nytt", en: "compile anew")
    case "reopen": language(sv: "öppna inrapporteringen igen", en: "reopen collection")
    case "startMeeting": language(sv: "börja mötet", en: "start the meeting")
    case "adopt": language(sv: "fastställa en version", en: "adopt a version")
    case "adjourn": language(sv: "bryta mötet", en: "adjourn the meeting")
    case "conclude": language(sv: "avsluta mötet", en: "conclude the meeting")
    case "adoptWithoutMeeting": language(sv: "fastställa utan möte", en: "adopt without a meeting")
    case "overdue": language(sv: "säga till om att mötet dröjer", en: "tell that the meeting is overdue")
    case "miss": language(sv: "bokföra som utan möte", en: "record as missed")
    case "skip": language(sv: "hoppa över perioden", en: "skip the period")
    case "withdraw": language(sv: "återta", en: "withdraw")
    case "plan": language(sv: "planera", en: "plan")
    case "moveMeeting": language(sv: "flytta mötet", en: "move the meeting")
    default: name
    }
  }
  public func role(_ name: String) -> String {
    switch name {
    case "coordinator": language(sv: "samordnare", en: "coordinator")
    case "policeLead": language(sv: "kommunpolis", en: "police lead")
    case "participant": language(sv: "deltagare", en: "participant")
    case "steering": language(sv: "BRÅ", en: "steering")
    case "council": language(sv: "lokalt råd", en: "council")
    case "reporter": language(sv: "rapportör", en: "reporter")
    case "worker": language(sv: "est-worker", en: "est-worker")
    case "owner": language(sv: "ägaren", en: "owner")
    default: name
    }
  }
  public func status(_ word: String, reports: Int, late: Int) -> String {
    let text =
      switch word {
      // What it reported may be for authorities only, and is then in no number.
      case "reported" where reports == 0: language(sv: "har rapporterat", en: "has reported")
      case "reported": language.quantity(reports, sv: ("rapport", "rapporter"), en: ("report", "reports"))
      case "nothing": language(sv: "inget att rapportera", en: "nothing to report")
      default: language(sv: "saknas", en: "missing")
      }
    return late == 0 ? text : language(sv: "\(text), \(late) sena", en: "\(text), \(late) late")
  }

  public var period: String { language(sv: "PERIOD", en: "PERIOD") }
  public var stateColumn: String { language(sv: "LÄGE", en: "STATE") }
  public var deadlineColumn: String { language(sv: "RAPPORT SENAST", en: "REPORTS BY") }
  public var meetingColumn: String { language(sv: "MÖTE", en: "MEETING") }
  public var unit: String { language(sv: "ENHET", en: "UNIT") }
  public var answer: String { language(sv: "SVAR", en: "ANSWER") }
  public var opens: String { language(sv: "Öppnar", en: "Opens") }
  public var deadline: String { language(sv: "Rapport senast", en: "Reports by") }
  public var picture: String { language(sv: "Lägesbild", en: "Picture") }
  public var meeting: String { language(sv: "Möte", en: "Meeting") }
  public var coverage: String { language(sv: "Vilka som har svarat", en: "Who has answered") }
  public var next: String { language(sv: "Det som händer av sig självt", en: "What happens by itself") }
  public func movedFrom(_ day: String) -> String {
    language(sv: "flyttat från \(day), som är ledig", en: "moved from \(day), a day off")
  }
  public func planned(_ count: Int) -> String {
    language(
      sv: "\(count) \(count == 1 ? "period planerad" : "perioder planerade").", en: "\(count) planned.")
  }
  public func now(_ label: String, _ state: String) -> String { "\(label): \(self.state(state))" }
  public func isAdopted(version: Int) -> String {
    language(
      sv: "Lägesbildens version \(version) är fastställd.",
      en: "Version \(version) of the picture is adopted.")
  }

  public var version: String { language(sv: "VERSION", en: "VERSION") }
  public var compiled: String { language(sv: "SAMMANSTÄLLD", en: "COMPILED") }
  public var adopted: String { language(sv: "FASTSTÄLLD", en: "ADOPTED") }
  public var hash: String { language(sv: "KONTROLLSUMMA", en: "HASH") }
  public func built(_ version: Int) -> String {
    language(sv: "Version \(version) är sammanställd.", en: "Version \(version) is compiled.")
  }
  public func written(_ path: String) -> String { language(sv: "Skrev \(path)", en: "Wrote \(path)") }
}
