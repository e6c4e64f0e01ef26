/// How a period stands, in sentences: where it is, what comes by itself and when, who may do what, what is missing.
/// Times come written out, as in `måndag 23 november kl. 12.00`.
extension CycleMessages {
  // MARK: Where it is

  public func isPlanned(opens: String) -> String {
    language(sv: "Perioden är planerad och öppnas \(opens).", en: "The period is planned and opens \(opens).")
  }
  public func isCollecting(until deadline: String) -> String {
    language(
      sv: "Perioden är öppen för rapporter till \(deadline).",
      en: "The period is open for reports until \(deadline).")
  }
  public func isReviewing(picture: String) -> String {
    language(
      sv: "Inrapporteringen är stängd och rapporterna granskas. Lägesbilden sammanställs \(picture).",
      en: "Collection is closed and the reports are being reviewed. The picture is compiled \(picture).")
  }
  public func isPictured(version: Int, meeting: String, isPast: Bool) -> String {
    isPast
      ? language(
        sv:
          "Lägesbilden är sammanställd (version \(version)), men mötet som var satt till \(meeting) har inte börjat.",
        en: "The picture is compiled (version \(version)), but the meeting set for \(meeting) has not begun.")
      : language(
        sv: "Lägesbilden är sammanställd (version \(version)) och väntar på mötet \(meeting).",
        en: "The picture is compiled (version \(version)) and waits for the meeting \(meeting).")
  }
  public func isMeeting(adopted: Int?) -> String {
    language(sv: "Mötet pågår. ", en: "The meeting is on. ")
      + (adopted.map(isAdopted(version:))
        ?? language(
          sv: "Ingen version av lägesbilden är fastställd än.",
          en: "No version of the picture is adopted yet."))
  }
  public func isConcluded(adopted: Int?, why: String?) -> String {
    let version = adopted.map { " \($0)" } ?? ""
    return language(
      sv: "Perioden är avslutad: version\(version) av lägesbilden är fastställd.",
      en: "The period is concluded: version\(version) of the picture is adopted.")
      + (why.map { language(sv: " Skäl: \(reason($0)).", en: " Reason: \(reason($0)).") } ?? "")
  }
  public func isMissed(why: String?) -> String {
    language(sv: "Perioden blev utan möte", en: "The period went without a meeting")
      + (why.map { ": \(reason($0))." } ?? ".")
  }
  public func isSkipped(by who: String?, why: String?) -> String {
    language(
      sv: "Perioden är överhoppad" + (who.map { " av \($0)" } ?? ""),
      en: "The period is skipped" + (who.map { " by \($0)" } ?? "")) + (why.map { ": \(reason($0))." } ?? ".")
      + language(sv: " Inga rapporter har gått förlorade.", en: " No report is lost.")
  }

  public func meetingIs(_ time: String, movedFrom day: String?) -> String {
    language(sv: "Mötet är \(time)", en: "The meeting is \(time)")
      + (day.map {
        language(sv: ", flyttat från \($0) som är ledig.", en: ", moved from \($0), which is a day off.")
      } ?? ".")
  }

  // MARK: What comes by itself

  /// A clause for what a timer does, for a time that stands before it.
  public func byItself(_ event: String, missing: Int) -> String {
    switch event {
    case "open": language(sv: "perioden öppnas för rapporter", en: "the period opens for reports")
    case "remind":
      missing == 0
        ? language(
          sv: "ingen behöver påminnas: alla har svarat", en: "nobody needs reminding: all have answered")
        : language(
          sv: "de som inte har svarat påminns", en: "those who have not answered are reminded")
    case "closeCollection":
      language(
        sv: "inrapporteringen stängs; det som kommer senare räknas som sent",
        en: "collection closes; what comes later is marked late")
    case "compile":
      language(
        sv: "lägesbilden sammanställs av de granskade rapporterna och deltagarna får veta det",
        en: "the picture is compiled from the reviewed reports and the participants are told")
    case "overdue":
      language(
        sv: "samordnaren får veta det, om mötet inte är avslutat",
        en: "the coordinator is told, unless the meeting is over")
    case "miss":
      language(
        sv: "perioden bokförs som missad, om inget möte har börjat",
        en: "the period goes down as missed, unless a meeting has begun")
    default: self.event(event)
    }
  }

  // MARK: Who may do what

  public func mayNow(_ role: String) -> String {
    switch role {
    case "reporter": language(sv: "Rapportörerna kan nu", en: "Reporters can now")
    default: language(sv: "Samordnaren kan nu", en: "The coordinator can now")
    }
  }
  public var reportNow: String { language(sv: "rapportera en händelse", en: "report an event") }
  public var sayNothing: String {
    language(sv: "säga att det inte finns något att rapportera", en: "say that there is nothing to report")
  }
  /// The command that says an event, without its options.
  public static func command(_ event: String) -> String? {
    switch event {
    case "plan": "est cycle plan"
    case "open": "est cycle open"
    case "closeCollection": "est cycle close"
    case "compile": "est cycle compile"
    case "recompile": "est cycle recompile"
    case "reopen": "est cycle reopen"
    case "skip": "est cycle skip"
    case "moveMeeting": "est cycle move-meeting"
    case "adoptWithoutMeeting": "est cycle adopt-without-meeting"
    case "startMeeting": "est meeting start"
    case "adopt": "est meeting adopt"
    case "adjourn": "est meeting adjourn"
    case "conclude": "est meeting conclude"
    default: nil
    }
  }

  // MARK: What is missing

  public func missing(_ units: [String], of expected: Int) -> String {
    if expected == 0 {
      return language(
        sv: "Gruppen har inga enheter som väntas svara.", en: "No units are expected to answer.")
    }
    guard !units.isEmpty else {
      return language(
        sv: expected == 1 ? "Den enhet som väntas svara har svarat." : "Alla \(expected) enheter har svarat.",
        en: expected == 1 ? "The one expected unit has answered." : "All \(expected) units have answered.")
    }
    return language(
      sv: "Svar saknas från \(units.count) av \(expected) enheter: \(language.list(units)).",
      en: "\(units.count) of \(expected) units have not answered: \(language.list(units)).")
  }
}
