/// The sentences of "in brief", and what limits a picture.
extension PictureMessages {
  /// The reported events of a period beside the earlier ones; `nil` where there was no such period.
  public func total(_ now: Int, previous: Int?, lastYear: Int?, in period: PeriodName) -> String {
    let events =
      now == 0
      ? language(sv: "Inga händelser", en: "No events")
      : language.quantity(now, sv: ("händelse", "händelser"), en: ("event", "events"))
    let verb = language(sv: "rapporterades", en: now == 1 ? "was reported" : "were reported")
    let earlier = [
      previous.map { "\(language.number($0)) \(language.previousPeriod(period))" },
      lastYear.map { "\(language.number($0)) \(language.samePeriodLastYear(period))" },
    ].compactMap { $0 }
    let beginning = "\(events) \(verb) \(language.thisPeriod(period))"
    guard !earlier.isEmpty else {
      return language(
        sv: "\(beginning). Det finns ingen tidigare period att jämföra med.",
        en: "\(beginning). There is no earlier period to compare with.")
    }
    return "\(beginning), " + language(sv: "mot ", en: "against ") + "\(language.list(earlier))."
  }

  /// How many units answered, and how many did not.
  public func answered(_ answered: Int, of expected: Int, missing: Int) -> String {
    if expected == 0 { return noUnits }
    let units = language.quantity(expected, sv: ("enhet", "enheter"), en: ("unit", "units"))
    let of = "\(language.number(answered)) \(language(sv: "av", en: "of")) \(units)"
    let have = language(sv: "har svarat", en: answered == 1 ? "has answered" : "have answered")
    if missing == 0 { return "\(of) \(have)." }
    let gap = language.number(missing)
    return language(
      sv: "\(of) \(have); \(gap) saknas, och vad de har sett vet vi inte.",
      en:
        "\(of) \(have); \(gap) \(missing == 1 ? "is" : "are") missing, and what they have seen is not known.")
  }

  /// A category that differs from an earlier period by more than chance. `earlier` is one of the language's names
  /// of periods.
  public func standsOut(_ category: String, now: Int, then: Int, earlier: String, more: Bool) -> String {
    let (now, then) = (language.number(now), language.number(then))
    return language(
      sv: "\(category.sentenceCased) sticker ut: \(now) mot \(then) \(earlier), "
        + "\(more ? "fler" : "färre") än slumpen brukar ge.",
      en: "\(category.sentenceCased) stands out: \(now) against \(then) \(earlier), "
        + "\(more ? "more" : "fewer") than chance tends to bring.")
  }

  public func mostCommon(_ category: String, reports: Int, area: String?, areaReports: Int) -> String {
    let most = language(
      sv: "Vanligast var \(category) (\(language.number(reports)))",
      en: "Most common was \(category) (\(language.number(reports)))")
    guard let area else { return most + "." }
    let there = language.number(areaReports)
    return most + language(sv: ", mest i \(area) (\(there)).", en: ", most of all in \(area) (\(there)).")
  }

  public func ahead(overdueActions: Int, comingEvents: Int) -> String {
    let overdue =
      overdueActions == 0
      ? language(sv: "Inga åtgärder är försenade", en: "No actions are overdue")
      : language.quantity(
        overdueActions, sv: ("åtgärd är försenad", "åtgärder är försenade"),
        en: ("action is overdue", "actions are overdue"))
    let coming =
      comingEvents == 0
      ? language(sv: "inga arrangemang är anmälda framöver", en: "no coming events are known")
      : language.quantity(
        comingEvents, sv: ("arrangemang väntar framöver", "arrangemang väntar framöver"),
        en: ("coming event is known", "coming events are known"))
    return overdue + language(sv: " och ", en: ", and ") + coming + "."
  }

  // MARK: What limits the picture

  public func missingLimits(_ count: Int) -> String {
    let units = language.quantity(count, sv: ("enhet", "enheter"), en: ("unit", "units"))
    return language(
      sv: "\(units) har inte svarat. Det som hänt där de arbetar kan saknas i siffrorna.",
      en:
        "\(units) \(count == 1 ? "has" : "have") not answered. What happened where they work may be missing.")
  }

  public func unplacedLimits(_ count: Int) -> String {
    let events = language.quantity(count, sv: ("händelse", "händelser"), en: ("event", "events"))
    return language(
      sv: "\(events) är bara kända på kommunnivå och kan inte placeras i något område.",
      en: "\(events) can be placed in no area: only the municipality is known.")
  }

  public func unreviewedLimits(_ count: Int) -> String {
    let reports = language.quantity(count, sv: ("rapport", "rapporter"), en: ("report", "reports"))
    return language(
      sv: "\(reports) är inte granskade och räknas inte förrän det är gjort.",
      en:
        "\(reports) \(count == 1 ? "waits" : "wait") for review and \(count == 1 ? "is" : "are") not counted until then."
    )
  }

  /// `then`: how many answered in earlier periods, each with the language's name of it.
  public func reportersChanged(now: Int, then: [(units: Int, period: String)]) -> String {
    let units = language.quantity(now, sv: ("enhet", "enheter"), en: ("unit", "units"))
    let earlier = language.list(then.map { "\(language.number($0.units)) \($0.period)" })
    return language(
      sv: "\(units) svarade, mot \(earlier).", en: "\(units) answered, against \(earlier).")
  }
  public var moreReporters: String {
    language(sv: "Fler som rapporterar ger fler rapporter.", en: "More who report make for more reports.")
  }

  public var nothingToCompareWith: String {
    language(
      sv: "Det finns ingen tidigare period, så inget kan sägas om utvecklingen.",
      en: "There is no earlier period, so nothing can be said about how things develop.")
  }
  public var noLastYear: String {
    language(
      sv: "Det finns ingen motsvarande period året före, så årstiden går inte att räkna bort.",
      en: "There is no such period the year before, so the season cannot be allowed for.")
  }
  public var noLimitations: String {
    language(sv: "Inget känt.", en: "Nothing known.")
  }
}
