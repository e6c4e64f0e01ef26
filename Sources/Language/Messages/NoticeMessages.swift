/// What a notice says, as a mail and as a line of the status. `notice` is its stable name, such as `period-open`.
public struct NoticeMessages: Sendable {
  let language: Language

  public init(_ language: Language) { self.language = language }

  /// One line.
  public func line(_ notice: String, detail: String) -> String {
    let (swedish, english) = texts(notice)
    let text = language == .swedish ? swedish : english
    return detail.isEmpty ? text : "\(text) (\(detail))"
  }

  public func subject(_ notice: String, municipality: String, detail: String) -> String {
    "EST \(municipality): \(line(notice, detail: detail))"
  }

  /// A mail's whole text: that something is there and where to look, never what it is.
  public func text(_ notice: String, municipality: String, detail: String) -> String {
    let line = line(notice, detail: detail)
    return language == .swedish
      ? "\(line).\n\nMer finns i EST: kör est status. Det här meddelandet går inte att svara på.\n"
      : "\(line).\n\nThere is more in EST: run est status. This message cannot be answered.\n"
  }

  private func texts(_ notice: String) -> (swedish: String, english: String) {
    switch notice {
    case "period-open": ("Perioden är öppen för rapporter", "The period is open for reports")
    case "reports-missing": ("Vi saknar er rapport", "Your report is missing")
    case "collection-closed": ("Inrapporteringen är stängd och väntar på granskning", "Collection is closed, to be reviewed")
    case "picture-ready": ("Lägesbilden är klar", "The situation picture is ready")
    case "meeting-moved": ("Mötet är flyttat", "The meeting has been moved")
    case "meeting-overdue": ("Mötet har inte hållits på sin tid", "The meeting was not held at its time")
    case "period-skipped": ("Perioden hoppas över", "The period is skipped")
    case "period-missed": ("Perioden blev utan möte", "The period went without a meeting")
    case "period-reopened": ("Inrapporteringen är öppen igen", "Collection is open again")
    case "feedback": ("Mötet är klart: se vad som beslutades, est feedback", "The meeting is over: see what was decided, est feedback")
    case "problem-escalated": ("Ett problem har lyfts till er", "A problem has been brought to you")
    case "evaluation-due": ("Det är dags att utvärdera", "It is time to evaluate")
    case "action-due": ("En åtgärd ska vara klar i dag", "An action is due today")
    case "action-overdue": ("En åtgärd är försenad", "An action is overdue")
    case "action-assigned": ("En åtgärd är er", "An action is yours")
    case "follow-up-due": ("Det är dags att bedöma en åtgärd", "It is time to judge an action")
    case "timer-refused": ("Något planerat kunde inte ske", "Something planned could not happen")
    default: (notice, notice)
    }
  }
}
