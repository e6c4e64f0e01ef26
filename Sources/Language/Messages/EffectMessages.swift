extension Language {
  /// The texts about what an action changed.
  public var effect: EffectMessages { EffectMessages(language: self) }
}

/// What can be said of an action's effect, in plain sentences.
///
/// Words of the product are known ones, such as `tooFewToTell`; one that is not known is shown as it is.
public struct EffectMessages: Sendable {
  let language: Language

  private func count(_ value: Double) -> String { language.number(Int(value.rounded())) }
  private func ratio(_ value: Double) -> String { language.number(value, decimals: 2) }

  public func verdict(_ name: String) -> String {
    switch name {
    case "fewer":
      language(sv: "Färre rapporter än utan åtgärden.", en: "Fewer reports than without the action.")
    case "more": language(sv: "Fler rapporter än utan åtgärden.", en: "More reports than without the action.")
    case "noVisibleEffect":
      language(
        sv: "Ingen synlig effekt. En halvering hade sannolikt synts.",
        en: "No visible effect. Half as many would probably have been seen.")
    case "tooFewToTell":
      language(
        sv: "För få rapporter för att säga något. Det är inte samma sak som att effekten uteblev.",
        en: "Too few reports to tell. That is not the same as no effect.")
    default: name
    }
  }

  /// - Parameters:
  ///   - change: reports more than the control foretold; negative where fewer.
  ///   - lower, upper: of the change, to 95 %.
  public func change(_ change: Double, lower: Double, upper: Double, weeks: Int) -> String {
    func amount(_ value: Double) -> String {
      value <= 0
        ? language(sv: "\(count(-value)) färre", en: "\(count(-value)) fewer")
        : language(sv: "\(count(value)) fler", en: "\(count(value)) more")
    }
    let (near, far) = abs(lower) < abs(upper) ? (lower, upper) : (upper, lower)
    let ends = lower * upper > 0 ? (count(abs(near)), amount(far)) : (amount(lower), amount(upper))
    return language(
      sv: "Ungefär \(amount(change)) på \(weeks) veckor, med 95 % säkerhet mellan \(ends.0) och \(ends.1).",
      en: "About \(amount(change)) in \(weeks) weeks, with 95 % confidence between \(ends.0) and \(ends.1).")
  }
  public func detectable(_ smallest: Double, of expected: Double) -> String {
    language(
      sv:
        "Utan åtgärden väntades ungefär \(count(expected)). En ändring på minst \(count(smallest)) hade synts i fyra fall "
        + "av fem.",
      en:
        "Without the action about \(count(expected)) were expected. A change of at least \(count(smallest)) would have "
        + "been seen in four cases of five.")
  }
  public func rateRatio(_ value: Double, lower: Double, upper: Double) -> String {
    language(
      sv: "Takten blev \(ratio(value)) gånger den väntade (\(ratio(lower))–\(ratio(upper))).",
      en: "The rate became \(ratio(value)) times the expected one (\(ratio(lower))–\(ratio(upper))).")
  }
  public func step(_ value: Double, lower: Double, upper: Double) -> String {
    language(
      sv:
        "Områdets egen kurva, med årstiden borträknad, tar ett steg till \(ratio(value)) gånger nivån före "
        + "(\(ratio(lower))–\(ratio(upper))).",
      en:
        "The area's own curve, its season taken out, steps to \(ratio(value)) times the level before "
        + "(\(ratio(lower))–\(ratio(upper))).")
  }
  public func leftOut(weeks: Int) -> String {
    language(
      sv:
        "De \(weeks) veckorna närmast före räknas inte: ett område väljs när det är som värst och sjunker sedan av sig "
        + "självt.",
      en:
        "The \(weeks) weeks just before are not counted: an area is chosen at its worst, and falls from it by itself."
    )
  }
  public func displacement(_ name: String) -> String {
    switch name {
    case "diffusionBeyondTheEffect":
      language(
        sv: "Området intill fick mer av minskningen än området självt.",
        en: "The area beside gained more than the area itself.")
    case "diffusion":
      language(
        sv: "Området intill minskade också: effekten ser ut att spridas.",
        en: "The area beside fell too: the effect seems to spread.")
    case "neither":
      language(sv: "Inget tyder på att det flyttade.", en: "Nothing points to displacement.")
    case "displacementSmallerThanTheEffect":
      language(
        sv: "En del ser ut att ha flyttat intill, men mindre än det som minskade.",
        en: "Some seems to have moved beside, but less than what went away.")
    case "displacementBeyondTheEffect":
      language(
        sv: "Det ser ut att ha flyttat intill, mer än det som minskade.",
        en: "It seems to have moved beside, more than what went away.")
    default: name
    }
  }
  public var descriptionOnly: String {
    language(
      sv: "Det är en beskrivning utan mått på slumpen.", en: "That describes, without a measure of chance.")
  }

  // MARK: To be borne in mind

  public func reportingChanged(_ organisations: [String]) -> String {
    language(
      sv: "Vilka som rapporterar har ändrats: \(language.list(organisations)). Det kan förklara skillnaden.",
      en: "Who reports has changed: \(language.list(organisations)). That may explain the difference.")
  }
  public func otherActions(_ numbers: [String]) -> String {
    language(
      sv: "Andra åtgärder på samma plats och tid: \(language.list(numbers.map { "Å \($0)" })).",
      en: "Other actions in the same place at the same time: \(language.list(numbers.map { "A \($0)" })).")
  }
  public var fewCounts: String {
    language(
      sv: "Talen är små: några rapporter mer eller mindre kan ändra svaret.",
      en: "The counts are small: a few reports more or less may change the answer.")
  }
  public var autocorrelation: String {
    language(
      sv: "Veckorna liknar sina grannar mer än slumpen gör dem; osäkerheten kan vara större än den ser ut.",
      en:
        "Weeks are more like their neighbours than chance makes them; the uncertainty may be larger than it looks."
    )
  }
  public var plannedAfterwards: String {
    language(
      sv: "Vad som skulle jämföras bestämdes när åtgärden redan hade börjat.",
      en: "What was to be compared was decided when the action had begun already.")
  }

  // MARK: The table and the plan

  public func place(_ name: String) -> String {
    switch name {
    case "target": language(sv: "där åtgärden görs", en: "where the action is")
    case "control": language(sv: "jämförelse", en: "comparison")
    case "displacement": language(sv: "dit det kan flytta", en: "where it may move to")
    case "displacement-control": language(sv: "jämförelse för det", en: "comparison for that")
    default: name
    }
  }
  public var placeColumn: String { language(sv: "PLATS", en: "PLACE") }
  public var areasColumn: String { language(sv: "OMRÅDEN", en: "AREAS") }
  public var beforeColumn: String { language(sv: "FÖRE", en: "BEFORE") }
  public var afterColumn: String { language(sv: "EFTER", en: "AFTER") }
  public var before: String { language(sv: "Före", en: "Before") }
  public var after: String { language(sv: "Efter", en: "After") }
  public var counted: String { language(sv: "Räknas", en: "Counted") }
  public var everything: String { language(sv: "alla kategorier", en: "all categories") }
  public func heading(_ action: String, _ title: String) -> String {
    language(sv: "Effekt av Å \(action)  \(title)", en: "Effect of A \(action)  \(title)")
  }
  public func planned(version: Int, of action: String, isAfterwards: Bool) -> String {
    let when =
      isAfterwards
      ? language(
        sv: " Åtgärden hade redan börjat, och det sägs i svaret.",
        en: " It had begun already; the answer says so.")
      : ""
    return language(
      sv: "Å \(action): vad effekten bedöms efter står fast (version \(version)).",
      en: "A \(action): what the effect is judged by stands (version \(version)).") + when
  }
}
