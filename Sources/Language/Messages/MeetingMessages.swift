extension Language {
  /// The texts of a meeting's agenda and minutes.
  public var meeting: MeetingMessages { MeetingMessages(language: self) }
}

public struct MeetingMessages: Sendable {
  public let language: Language

  public var agenda: String { language(sv: "Dagordning", en: "Agenda") }
  public var minutes: String { language(sv: "Protokoll", en: "Minutes") }

  public var picture: String { language(sv: "Lägesbilden", en: "The picture") }
  public func pictureLink(version: Int) -> String {
    language(sv: "Lägesbilden, version \(version)", en: "The picture, version \(version)")
  }
  public var gaps: String { language(sv: "Luckor i rapporteringen", en: "Gaps in the reporting") }
  public var noGaps: String { language(sv: "Alla enheter har svarat.", en: "Every unit has answered.") }
  public var followUp: String { language(sv: "Uppföljning av åtgärder", en: "Follow-up of actions") }
  public var prioritiesLastTime: String {
    language(sv: "Prioriterat vid förra mötet", en: "Priorities of the last meeting")
  }
  public var toDecide: String { language(sv: "Att besluta", en: "To decide") }
  public var adoptPicture: String { language(sv: "Fastställ lägesbilden.", en: "Adopt the picture.") }
  public var setPriorities: String {
    language(
      sv: "Vad ska prioriteras till nästa möte, och i vilken ordning?",
      en: "What comes first until the next meeting, and in which order?")
  }
  public func whoAnalyses(_ problem: String) -> String {
    language(
      sv: "Vem gör en orsaksanalys av ”\(problem)”, och till när?",
      en: "Who analyses the causes of “\(problem)”, and by when?")
  }
  public func whatAbout(_ action: String) -> String {
    language(
      sv: "Hur blir åtgärd \(action) klar: nytt datum, annan ansvarig eller avbruten?",
      en: "How does action \(action) get done: a new date, another owner, or cancelled?")
  }

  public var held: String { language(sv: "Möte", en: "Meeting") }
  public var nextMeeting: String { language(sv: "Nästa möte", en: "Next meeting") }
  public var adoptedPicture: String { language(sv: "Fastställd lägesbild", en: "Adopted picture") }
  public func version(_ number: Int) -> String { language(sv: "version \(number)", en: "version \(number)") }
  public func withoutMeeting(_ reason: String) -> String {
    language(sv: "Fastställd utan möte: \(reason)", en: "Adopted without a meeting: \(reason)")
  }
  public var attendance: String { language(sv: "Närvarande", en: "Present") }
  public var absent: String { language(sv: "Frånvarande", en: "Absent") }
  public var nobody: String { language(sv: "Inga.", en: "None.") }
  public var priorities: String {
    language(sv: "Prioriterat till nästa möte", en: "Priorities until next meeting")
  }
  public var noPriorities: String { language(sv: "Inget prioriterades.", en: "Nothing was prioritised.") }
  public var decisions: String { language(sv: "Beslut", en: "Decisions") }
  public var noDecisions: String { language(sv: "Inga beslut.", en: "No decisions.") }
}
