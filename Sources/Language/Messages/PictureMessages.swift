extension Language {
  /// The texts of a situation picture.
  public var picture: PictureMessages { PictureMessages(language: self) }
}

/// The texts of a situation picture: headings, labels and notes here, sentences in files of their own.
public struct PictureMessages: Sendable {
  public let language: Language

  public var title: String { language(sv: "Gemensam lägesbild", en: "Joint situation picture") }
  public var skipLink: String { language(sv: "Till innehållet", en: "Skip to content") }

  public func sampleBanner() -> (title: String, text: String) {
    (
      language(sv: "Exempeldata", en: "Sample data"),
      language(
        sv: "Uppgifterna är påhittade och beskriver inte verkliga händelser.",
        en: "What stands here is made up and describes no real events.")
    )
  }

  // MARK: The head

  public var version: String { language(sv: "Version", en: "Version") }
  public var compiled: String { language(sv: "Sammanställd", en: "Compiled") }
  public var meeting: String { language(sv: "Möte", en: "Meeting") }
  public var draft: String { language(sv: "utkast", en: "draft") }
  public var adopted: String { language(sv: "fastställd av mötet", en: "adopted by the meeting") }
  public func supersedes(_ version: Int) -> String {
    language(sv: "ersätter version \(version)", en: "supersedes version \(version)")
  }

  // MARK: The sections

  public var brief: String { language(sv: "I korthet", en: "In brief") }
  public var coverage: String { language(sv: "Vilka som har svarat", en: "Who has answered") }
  public var counts: String { language(sv: "Rapporterade händelser", en: "Reported events") }
  public var byCategory: String { language(sv: "Efter kategori", en: "By category") }
  public var byArea: String { language(sv: "Efter område och kategori", en: "By area and category") }
  public var themes: String { language(sv: "Teman över kategorierna", en: "Themes across the categories") }
  public var comingEvents: String { language(sv: "Kommande arrangemang", en: "Coming events") }
  public var priorities: String { language(sv: "Prioriterat", en: "Priorities") }
  public var actions: String { language(sv: "Åtgärder", en: "Actions") }
  public var sinceLastTime: String {
    language(sv: "Vad som hänt sedan förra mötet", en: "Since the last meeting")
  }
  public var overdueActions: String { language(sv: "Försenade", en: "Overdue") }
  public var dueActions: String { language(sv: "Ska vara klara snart", en: "Due soon") }
  public var laterActions: String { language(sv: "Övriga pågående", en: "Other open actions") }
  public var sources: String { language(sv: "Källor och vad som saknas", en: "Sources, and what is missing") }
  public var sourcesUsed: String {
    language(sv: "Det här bygger bilden på", en: "What the picture is built on")
  }
  public var sourcesLeftOut: String { language(sv: "Det här är inte med", en: "What is not in it") }
  public var limitations: String { language(sv: "Det här begränsar bilden", en: "What limits the picture") }
  public var reading: String { language(sv: "Så läser du lägesbilden", en: "How to read the picture") }

  // MARK: Coverage

  public var unit: String { language(sv: "Enhet", en: "Unit") }
  public var status: String { language(sv: "Svar", en: "Answer") }
  public var reports: String { language(sv: "Händelser", en: "Events") }
  public var reported: String { language(sv: "rapporterat", en: "reported") }
  public var nothingToReport: String { language(sv: "inget att rapportera", en: "nothing to report") }
  public var missing: String { language(sv: "saknas", en: "missing") }
  public var late: String { language(sv: "sent", en: "late") }
  /// In the place of a number that nobody knows.
  public var unknown: String { language(sv: "okänt", en: "unknown") }
  public var coverageCaption: String {
    language(sv: "Varje enhets svar, efter organisation", en: "Each unit's answer, by organisation")
  }
  public var missingNote: String {
    language(
      sv: "En enhet som saknas har inte svarat. Det betyder inte att inget har hänt.",
      en: "A unit that is missing has not answered. That does not mean that nothing has happened.")
  }
  public func missingUnits(_ units: [String]) -> String {
    let units = language.list(units)
    return language(sv: "Saknas: \(units).", en: "Missing: \(units).")
  }
  public var noUnits: String {
    language(sv: "Inga enheter väntas rapportera.", en: "No units are expected to report.")
  }

  // MARK: Counts

  public var category: String { language(sv: "Kategori", en: "Category") }
  public var area: String { language(sv: "Område", en: "Area") }
  public var theme: String { language(sv: "Tema", en: "Theme") }
  public var total: String { language(sv: "Totalt", en: "Total") }
  public var comparison: String { language(sv: "Jämförelse", en: "Comparison") }
  public var chart: String { language(sv: "Diagram", en: "Chart") }
  public var otherCategories: String { language(sv: "övriga kategorier", en: "other categories") }
  public var withoutSubtype: String { language(sv: "utan undertyp", en: "no sub-type given") }
  public var wholeMunicipality: String {
    language(
      sv: "Plats endast känd på kommunnivå", en: "Place known only to be in the municipality")
  }
  public var fromReporters: String { language(sv: "från rapportörer", en: "from reporters") }
  public var imported: String { language(sv: "importerat", en: "imported") }
  public func importedPart(_ count: Int) -> String {
    language(
      sv: "varav \(language.number(count)) importerat", en: "of which \(language.number(count)) imported")
  }
  public var noEvents: String {
    language(sv: "Inga händelser i någon av perioderna.", en: "No events in any of the periods.")
  }
  public func silentAreas(_ count: Int) -> String {
    let areas = language.quantity(count, sv: ("område", "områden"), en: ("area", "areas"))
    return language(sv: "\(areas) utan rapporter.", en: "\(areas) without reports.")
  }
  public var themesNote: String {
    language(
      sv: "En händelse kan höra till flera teman, så de ska inte läggas ihop.",
      en: "An event may belong to several themes, so they do not add up.")
  }

  public var more: String { language(sv: "fler än väntat av slumpen", en: "more than expected by chance") }
  public var fewer: String { language(sv: "färre än väntat av slumpen", en: "fewer than expected by chance") }
  public var withinChance: String {
    language(sv: "inom slumpens variation", en: "within the variation of chance")
  }
  public var tooFewToTell: String { language(sv: "för få för att säga", en: "too few to tell") }

  // MARK: Themes

  public var narcotics: String { language(sv: "narkotika", en: "narcotics") }
  public var alcohol: String { language(sv: "alkohol", en: "alcohol") }
  public var youth: String { language(sv: "ungdomar", en: "young people") }

  // MARK: The end

  /// - Parameter hash: in hexadecimal, whole: it is what a later check compares with.
  public func logHead(_ number: Int, _ hash: String) -> String {
    language(sv: "Loggens huvud nr \(number): \(hash)", en: "Head no. \(number) of the log: \(hash)")
  }
  public var footer: String {
    language(
      sv:
        "EST – effektiv samordning för trygghet. Lägesbilden handlar om platser och situationer, aldrig om enskilda.",
      en:
        "EST – effective coordination for safety. The picture is about places and situations, never individuals."
    )
  }
}
