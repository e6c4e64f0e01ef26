/// Whether stored pictures are what was made.
extension CycleMessages {
  public var verdictColumn: String { language(sv: "PRÖVNING", en: "VERDICT") }
  public var remade: String {
    language(sv: "gjord på nytt, lika byte för byte", en: "made again, the same byte for byte")
  }
  public func inputsGone(then: Int, now: Int) -> String {
    let (then, now) = (language.number(then), language.number(now))
    return language(
      sv:
        "innehållet stämmer med kontrollsumman; rapporterna finns inte kvar som de stod (\(then) då, \(now) nu)",
      en:
        "the content fits its hash; the reports are no longer there as they stood (\(then) then, \(now) now)")
  }
  public var otherRules: String {
    language(
      sv: "innehållet stämmer med kontrollsumman; est sammanställer nu efter andra regler",
      en: "the content fits its hash; est now compiles by other rules")
  }
  public var inputsUnknown: String {
    language(
      sv: "innehållet stämmer med kontrollsumman; vad den gjordes av är inte antecknat",
      en: "the content fits its hash; what it was made of was not written down")
  }
  public var earlierChanged: String {
    language(
      sv: "innehållet stämmer med kontrollsumman; den version som den jämför sig med är ändrad",
      en: "the content fits its hash; the version that it compares itself with was changed")
  }
  public var pictureChanged: String {
    language(
      sv: "innehållet är ändrat: det ger en annan kontrollsumma",
      en: "the content was changed: its hash is another")
  }
  public var otherContent: String {
    language(
      sv: "innehållet är inte det som samma rapporter och regler ger",
      en: "the content is not what the same reports and rules give")
  }
  public func intact(pictures: Int) -> String {
    pictures == 0
      ? language(sv: "Det finns ingen lägesbild än.", en: "There is no picture yet.")
      : language(
        sv:
          "\(language.quantity(pictures, sv: ("version", "versioner"), en: ("version", "versions"))) som de sparades.",
        en:
          "\(language.quantity(pictures, sv: ("version", "versioner"), en: ("version", "versions"))) as stored."
      )
  }
  public var annex: String { language(sv: "bilaga", en: "annex") }
  public func noAnnexFormat(_ format: String) -> String {
    language(
      sv: "Bilagan skrivs inte som \(format). Välj html, pdf, csv eller json.",
      en: "The annex is not written as \(format). Choose html, pdf, csv or json.")
  }
  public func brokenPicture(group: String, period: String, version: Int, _ verdict: String, others: Int)
    -> String
  {
    let more = others == 0 ? "" : language(sv: " Och \(others) till.", en: " And \(others) more.")
    return language(
      sv: "Lägesbilden \(group) \(period) version \(version): \(verdict).\(more)",
      en: "The picture \(group) \(period) version \(version): \(verdict).\(more)")
  }
}
