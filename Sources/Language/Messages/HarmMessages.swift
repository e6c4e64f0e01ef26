extension Language {
  /// The texts about harm.
  public var harm: HarmMessages { HarmMessages(language: self) }
}

/// What is said of harm, which never stands alone: always beside the numbers that it is of.
public struct HarmMessages: Sendable {
  let language: Language

  public var none: String {
    language(
      sv: "Ingen tabell är inläst, och lägesbilden visar bara antal. Se est harm import.",
      en: "No table has been imported, and the picture shows numbers only. See est harm import.")
  }
  public func title(_ name: String, _ edition: String) -> String { "\(name), \(edition)" }
  public func version(_ version: Int) -> String {
    language(sv: "Skadetabellens version \(version)", en: "Version \(version) of the harm table")
  }
  public var category: String { language(sv: "KATEGORI", en: "CATEGORY") }
  public var days: String { language(sv: "DAGAR", en: "DAYS") }

  // MARK: In the picture

  public var heading: String { language(sv: "Antal och skada", en: "Numbers and harm") }
  public func note(_ table: String, source: String, unweighed: Int) -> String {
    let rest =
      unweighed == 0
      ? ""
      : language(
        sv: " \(language.number(unweighed)) rapporter är av slag som tabellen inte väger.",
        en: " \(language.number(unweighed)) reports are of kinds that the table does not weigh.")
    return language(
      sv:
        "Skadan är antalet gånger vad ett brott av det slaget ger i dagar, enligt \(table) (\(source)). Den duger till att "
        + "jämföra platser och korta tider, inte till långa trender.",
      en:
        "Harm is the number times what a crime of that kind gives in days, by \(table) (\(source)). It is fit for "
        + "comparing places and short terms, not for long trends.") + rest
  }
  public var area: String { language(sv: "Område", en: "Area") }
  public var reports: String { language(sv: "Rapporter", en: "Reports") }
  public var weighed: String { language(sv: "Vägda", en: "Weighed") }
  public var harm: String { language(sv: "Skada, dagar", en: "Harm, days") }
  public var elsewhere: String { language(sv: "utan område", en: "no area") }
  public var all: String { language(sv: "alla", en: "all") }
}
