extension Language {
  /// The texts of a quarter's, a tertial's or a year's overview.
  public var overview: OverviewMessages { OverviewMessages(language: self) }
}

public struct OverviewMessages: Sendable {
  let language: Language

  public var title: String { language(sv: "Översikt", en: "Overview") }
  public var priorities: String { language(sv: "Områden att sätta först", en: "Areas to put first") }
  public func priority(_ area: String, need: Int, influence: Int) -> String {
    language(
      sv: "\(area): behov \(need), möjlighet att påverka \(influence), tillsammans \(need * influence).",
      en: "\(area): need \(need), possibility to influence \(influence), together \(need * influence).")
  }
  public var goesOn: String {
    language(
      sv: "Perioden är inte slut; jämförelserna räknar per dag.",
      en: "The period goes on; comparisons are by the day.")
  }
  public var noPriorities: String {
    language(
      sv: "Inga områden är bedömda för perioden. Samordnaren bedömer dem med est overview score.",
      en: "No areas have been scored for the period. The coordinator scores them with est overview score.")
  }
  public var areas: String { language(sv: "Områden", en: "Areas") }
  public var areasNote: String {
    language(
      sv:
        "Behov och möjlighet att påverka är gruppens egen bedömning, från 0 till 3. Antalen är granskade rapporter, och är "
        + "inte hela sanningen om ett område.",
      en:
        "Need and possibility to influence are the group's own judgement, from 0 to 3. The numbers are reviewed reports, "
        + "and are not all there is to know of an area.")
  }
  public var area: String { language(sv: "Område", en: "Area") }
  public var need: String { language(sv: "Behov", en: "Need") }
  public var influence: String { language(sv: "Påverkan", en: "Influence") }
  public var product: String { language(sv: "Tillsammans", en: "Together") }
  public var reports: String { language(sv: "Rapporter", en: "Reports") }
  public var openProblems: String { language(sv: "Öppna problem", en: "Open problems") }
  public var change: String { language(sv: "Mot året före", en: "Against the year before") }
  public var reason: String { language(sv: "Därför", en: "Because") }

  public var actions: String { language(sv: "Åtgärder och vad de gav", en: "Actions and what came of them") }
  public var noActions: String {
    language(sv: "Inga åtgärder under perioden.", en: "No actions in the period.")
  }
  public var action: String { language(sv: "Åtgärd", en: "Action") }
  public var state: String { language(sv: "Läge", en: "State") }
  public var judged: String { language(sv: "Bedömning", en: "Judged") }
  public var effect: String { language(sv: "Vad som förändrades", en: "What changed") }
  public var notJudged: String { language(sv: "inte bedömd", en: "not judged") }

  public var wheel: String { language(sv: "Årshjul", en: "Year wheel") }
  public func wheelNote(years: Int) -> String {
    language(
      sv:
        "Det som kommer tillbaka: månader med fler rapporter än årets medel i vart och ett av de \(years) senaste hela "
        + "åren, och fler än slumpen ger.",
      en:
        "What comes back: months with more reports than the year's mean in each of the last \(years) whole years, and more "
        + "than chance gives.")
  }
  public func tooFewYears(_ years: Int) -> String {
    language(
      sv: "Ett årshjul behöver tre hela år av rapporter. Här finns \(years).",
      en: "A year wheel needs three whole years of reports. There are \(years) here.")
  }
  public var nothingRecurs: String {
    language(
      sv: "Inget kommer tillbaka samma månad varje år.", en: "Nothing comes back in the same month each year."
    )
  }
  public func recurrence(_ category: String, ratio: Double) -> String {
    let times = language.number(ratio, decimals: 1)
    return language(
      sv: "\(category) (\(times) gånger det vanliga)", en: "\(category) (\(times) times the usual)")
  }
  public func scored(_ area: String, need: Int, influence: Int, period: String) -> String {
    language(
      sv: "\(area), \(period): behov \(need), möjlighet att påverka \(influence).",
      en: "\(area), \(period): need \(need), possibility to influence \(influence).")
  }
}
