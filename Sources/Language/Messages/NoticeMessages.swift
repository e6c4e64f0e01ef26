/// What a notice says, as a mail and as a line of the status. `notice` is its stable name, such as `period-open`.
public struct NoticeMessages: Sendable {
  let language: Language

  public init(_ language: Language) { self.language = language }

  /// One line.
  public func line(_ notice: String, detail: String) -> String {
    detail.isEmpty ? text(notice) : "\(text(notice)) (\(detail))"
  }

  public func subject(_ notice: String, municipality: String, detail: String) -> String {
    "EST \(municipality): \(line(notice, detail: detail))"
  }

  /// A mail's whole text: that something is there and where to look, never what it is.
  public func mail(_ notice: String, detail: String) -> String {
    let line = line(notice, detail: detail)
    return language(
      sv: "\(line).\n\nMer finns i EST: kör est status. Det här meddelandet går inte att svara på.\n",
      en: "\(line).\n\nThere is more in EST: run est status. This message cannot be answered.\n")
  }

  private func text(_ notice: String) -> String {
    switch notice {
    case "period-open":
      language(sv: "Perioden är öppen för rapporter", en: "The period is open for reports")
    case "reports-missing": language(sv: "Vi saknar er rapport", en: "Your report is missing")
    case "collection-closed":
      language(
        sv: "Inrapporteringen är stängd och rapporterna väntar på granskning",
        en: "Collection is closed and the reports wait for review")
    case "picture-ready": language(sv: "Lägesbilden är klar", en: "The situation picture is ready")
    case "meeting-moved": language(sv: "Mötet är flyttat", en: "The meeting has been moved")
    case "meeting-overdue":
      language(sv: "Mötet har inte hållits på sin tid", en: "The meeting was not held at its time")
    case "period-skipped": language(sv: "Perioden hoppas över", en: "The period is skipped")
    case "period-missed":
      language(sv: "Perioden blev utan möte", en: "The period went without a meeting")
    case "period-reopened":
      language(sv: "Inrapporteringen är öppen igen", en: "Collection is open again")
    case "feedback":
      language(
        sv: "Mötet är klart: est feedback visar vad det ledde till",
        en: "The meeting is over: est feedback shows what it led to")
    case "problem-escalated":
      language(sv: "Ett problem har lyfts till er", en: "A problem has been brought to you")
    case "evaluation-due": language(sv: "Det är dags att utvärdera", en: "It is time to evaluate")
    case "action-due":
      language(sv: "En åtgärd ska vara klar i dag", en: "An action is due today")
    case "action-overdue": language(sv: "En åtgärd är försenad", en: "An action is overdue")
    case "action-assigned":
      language(sv: "Ni har fått en åtgärd", en: "You have been given an action")
    case "follow-up-due":
      language(sv: "Det är dags att bedöma en åtgärd", en: "It is time to judge an action")
    case "agreement-ending":
      language(
        sv: "Samverkansöverenskommelsen går ut om högst ett halvår",
        en: "The cooperation agreement ends within half a year")
    case "agreement-prolonged":
      language(
        sv: "Samverkansöverenskommelsen gäller nu tills vidare, för ingen ny följer den",
        en: "The cooperation agreement now holds until further notice, for no new one follows it")
    case "agreement-follow-up":
      language(
        sv: "Det är dags för årets uppföljning av samverkansöverenskommelsen",
        en: "It is time for this year's follow-up of the cooperation agreement")
    case "promise-follow-up":
      language(
        sv: "Det är dags att skriva vad som gjorts för medborgarlöftena, med datum och antal",
        en: "It is time to write what was done for the citizen promises, with dates and counts")
    case "promise-last-follow-up":
      language(
        sv: "Medborgarlöftena har löpt ut: det är dags för den sista uppföljningen",
        en: "The citizen promises have run out: it is time for the last follow-up")
    case "walk-follow-up":
      language(
        sv: "Det är ett år sedan trygghetsvandringen: vad blev det av punkterna?",
        en: "The safety walk was a year ago: what became of its points?")
    case "statutory-picture-due":
      language(
        sv: "Den lagstadgade lägesbilden behöver snart förnyas",
        en: "The statutory situation picture must soon be renewed")
    case "statutory-picture-late":
      language(
        sv: "Två år har gått: den lagstadgade lägesbilden är försenad",
        en: "Two years have passed: the statutory situation picture is late")
    case "timer-refused":
      language(sv: "Något planerat kunde inte ske", en: "Something planned could not happen")
    case "delivery-failed":
      language(
        sv: "Något kunde inte skickas: est outbox list --failed visar vad",
        en: "Something could not be sent: est outbox list --failed shows what")
    case "delivery-unknown":
      language(
        sv: "Något kan ha skickats, men det är inte säkert: est outbox list --failed visar vad",
        en: "Something may have been sent, but that is not certain: est outbox list --failed shows what")
    default: notice
    }
  }
}
