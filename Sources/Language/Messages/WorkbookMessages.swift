extension Language {
  /// The texts of the picture's workbook, beside those of the picture itself.
  public var workbook: WorkbookMessages { WorkbookMessages(language: self) }
}

public struct WorkbookMessages: Sendable {
  public let language: Language

  public var pictures: PictureMessages { language.picture }

  // MARK: The sheets: at most 31 characters, and none of [ ] : * ? / \

  public var overviewSheet: String { language(sv: "Översikt", en: "Overview") }
  public var categoriesSheet: String { language(sv: "Kategorier", en: "Categories") }
  public var areasSheet: String { language(sv: "Områden", en: "Areas") }
  public var cellsSheet: String { language(sv: "Alla kombinationer", en: "All combinations") }
  public var signalsSheet: String { language(sv: "Det som avviker", en: "What stands out") }
  public var rangesSheet: String { language(sv: "Det vanliga", en: "What is usual") }
  public var trendsSheet: String { language(sv: "Vecka för vecka", en: "Week by week") }
  public var coverageSheet: String { language(sv: "Svar", en: "Answers") }
  public var actionsSheet: String { language(sv: "Åtgärder", en: "Actions") }
  public var comingEventsSheet: String { language(sv: "Kommande arrangemang", en: "Coming events") }
  public var prioritiesSheet: String { language(sv: "Prioriterat", en: "Priorities") }
  public var sourcesSheet: String { language(sv: "Källor", en: "Sources") }

  // MARK: Headings

  public var item: String { language(sv: "Uppgift", en: "Item") }
  public var value: String { language(sv: "Värde", en: "Value") }
  public var data: String { language(sv: "Uppgifter", en: "Data") }
  public var municipalityCode: String { language(sv: "Kommunkod", en: "Municipality code") }
  public var municipality: String { language(sv: "Kommun", en: "Municipality") }
  public var group: String { language(sv: "Grupp", en: "Group") }
  public var period: String { language(sv: "Period", en: "Period") }
  public var previous: String { language(sv: "Föregående period", en: "Previous period") }
  public var lastYear: String { language(sv: "Samma period året före", en: "Same period last year") }
  public var ahead: String { language(sv: "Dagarna framåt", en: "The days ahead") }
  public func firstDay(of period: String) -> String {
    language(sv: "\(period), första dag", en: "\(period), first day")
  }
  public func lastDay(of period: String) -> String {
    language(sv: "\(period), sista dag", en: "\(period), last day")
  }
  public var state: String { language(sv: "Läge", en: "State") }
  public var zone: String { language(sv: "Tidszon", en: "Time zone") }

  public var categoryCode: String { language(sv: "Kategorikod", en: "Category code") }
  public var categoryColumns: [String] {
    [categoryCode, pictures.category, language(sv: "Undertyp", en: "Sub-type")]
  }
  public var source: String { language(sv: "Källa", en: "Source") }
  public var countColumns: [String] { [language(sv: "Antal", en: "Events"), previous, lastYear] }
  public var comparisonColumns: [String] {
    [
      language(sv: "Skillnad mot föregående", en: "Change from previous"),
      language(sv: "Jämförelse med föregående", en: "Compared with previous"),
      language(sv: "p, föregående", en: "p, previous"),
      language(sv: "Skillnad mot året före", en: "Change from last year"),
      language(sv: "Jämförelse med året före", en: "Compared with last year"),
      language(sv: "p, året före", en: "p, last year"),
    ]
  }

  // MARK: Findings

  public var kind: String { language(sv: "Slag", en: "Kind") }
  public func word(isSignal: Bool) -> String {
    isSignal ? language(sv: "signal", en: "signal") : language(sv: "att hålla ögonen på", en: "to watch")
  }
  public var cluster: String { language(sv: "över flera områden", en: "across areas") }
  public var usualColumns: [String] {
    [
      language(sv: "vanligt", en: "usual"), language(sv: "lägst vanligt", en: "usual, lowest"),
      language(sv: "högst vanligt", en: "usual, highest"),
    ]
  }
  public var since: String { language(sv: "Sedan", en: "Since") }
  public var pValue: String { language(sv: "p-värde", en: "p-value") }
  public var qValue: String { language(sv: "q-värde", en: "q-value") }
  public var method: String { language(sv: "Metod", en: "Method") }
  public func method(hasSeason: Bool) -> String {
    hasSeason
      ? language(sv: "årstid och senaste året", en: "season and last year")
      : language(sv: "senaste året", en: "last year")
  }
  public var scan: String { language(sv: "sökning i tid och rum", en: "scan in space and time") }
  public var monday: String { language(sv: "Måndag", en: "Monday") }

  // MARK: Work

  public var organisation: String { language(sv: "Organisation", en: "Organisation") }
  public var isLate: String { language(sv: "Sent", en: "Late") }
  public func yesOrNo(_ isTrue: Bool) -> String {
    isTrue ? language(sv: "ja", en: "yes") : language(sv: "nej", en: "no")
  }
  public var actionColumns: [String] {
    [
      state, language(sv: "Nummer", en: "Number"),
      language(sv: "Åtgärd", en: "Action"), organisation, language(sv: "Funktion", en: "Function"),
      language(sv: "Problem", en: "Problem"), language(sv: "Klar senast", en: "Due"),
      language(sv: "Dagar försenad", en: "Days overdue"), language(sv: "Vad som hänt", en: "What happened"),
      language(sv: "Datum", en: "Date"), language(sv: "Bedömning", en: "Judgement"),
      language(sv: "Lärdom eller skäl", en: "Lesson or reason"),
    ]
  }
  public var firstDay: String { language(sv: "Datum", en: "Date") }
  public var lastDay: String { language(sv: "Sista dag", en: "Last day") }
  public var time: String { language(sv: "Klockslag", en: "Time") }
  public var title: String { language(sv: "Rubrik", en: "Title") }
  public var rank: String { language(sv: "Ordning", en: "Rank") }
  public var hasAnalysis: String { language(sv: "Orsaksanalys finns", en: "Causes analysed") }
  public var reason: String { language(sv: "Skäl", en: "Reason") }
}
