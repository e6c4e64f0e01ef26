/// The account of what was expected: how it ended, and by which rule, by whom and why. Words of the product, such as
/// `day-off`, come as they are stored.
extension CycleMessages {
  public var expectedColumn: String { language(sv: "VÄNTAT", en: "EXPECTED") }
  public var actualColumn: String { language(sv: "FAKTISK TID", en: "ACTUAL") }
  public var outcomeColumn: String { language(sv: "UTFALL", en: "OUTCOME") }
  public var becauseColumn: String { language(sv: "REGEL, VEM OCH VARFÖR", en: "RULE, WHO AND WHY") }

  public func outcome(_ name: String) -> String {
    switch name {
    case "open": language(sv: "öppet", en: "open")
    case "fired": language(sv: "hållet", en: "held")
    case "moved": language(sv: "flyttat", en: "moved")
    case "skipped": language(sv: "överhoppat", en: "skipped")
    case "missed": language(sv: "missat", en: "missed")
    default: name
    }
  }

  /// One step from the time expected to the time that stands.
  /// - Parameters:
  ///   - day: `2026-12-25`, and `time` `02:30`: where it was moved from.
  ///   - holiday: its stored name, where the rule is `holiday` and the name is known.
  public func move(
    _ rule: String, from day: String, _ time: String, holiday: String?, by who: String, why: String?
  )
    -> String
  {
    switch rule {
    case "holiday":
      guard let holiday else {
        return language(sv: "flyttat från helgdagen \(day)", en: "moved from the holiday \(day)")
      }
      return language(
        sv: "flyttat från \(self.holiday(holiday)) \(day)", en: "moved from \(self.holiday(holiday)) \(day)")
    case "day-off":
      return language(
        sv: "flyttat från kommunens lediga dag \(day)", en: "moved from the municipality's day off \(day)")
    case "gap":
      return language(
        sv: "klockan hoppar över \(time) den \(day)", en: "the clock jumps over \(time) on \(day)")
    case "fold":
      return language(
        sv: "\(time) kommer två gånger den \(day): den första gäller",
        en: "\(time) comes twice on \(day): the first counts")
    case "setting":
      return language(
        sv: "gruppens inställningar ändrades, förut \(day) \(time)",
        en: "the group's settings were changed, before: \(day) \(time)")
    case "zone":
      return language(
        sv: "tidszonen eller dess regler ändrades, förut \(day) \(time)",
        en: "the time zone or its rules were changed, before: \(day) \(time)")
    case "coordinator":
      return language(sv: "flyttat av \(who) från \(day) \(time)", en: "moved by \(who) from \(day) \(time)")
        + (why.map { ": \(reason($0))" } ?? "")
    default: return rule
    }
  }

  /// Who decided what became of it and why.
  public func decided(_ outcome: String, by who: String?, why: String?) -> String? {
    switch outcome {
    case "missed": why.map(reason)
    case "skipped": [who, why.map(reason)].compactMap { $0 }.joined(separator: ": ")
    case "moved":
      language(sv: "dagarna hör till andra perioder nu", en: "its days belong to other periods now")
        + (why.map { ": \(reason($0))" } ?? "")
    case "fired": why.map(reason)
    default: nil
    }
  }

  /// A reason of the log: a participant's own words, or the stored word for what a worker found.
  public func reason(_ text: String) -> String {
    switch text {
    case "worker-away": language(sv: "ingen est-worker var igång", en: "no est-worker was at work")
    case "not-compiled": language(sv: "ingen sammanställde lägesbilden", en: "nobody compiled the picture")
    case "not-held": language(sv: "mötet hölls inte", en: "the meeting was not held")
    case "setting": language(sv: "gruppens inställningar ändrades", en: "the group's settings were changed")
    case "zone":
      language(sv: "tidszonen eller dess regler ändrades", en: "the time zone or its rules were changed")
    default: text
    }
  }

  /// That the period has other days than an ordinary one. `days` as in `14–31 december 2026`.
  public func length(_ length: String, days: String) -> String? {
    switch length {
    case "short": language(sv: "kort period, \(days)", en: "a short period, \(days)")
    case "long": language(sv: "lång period, \(days)", en: "a long period, \(days)")
    default: nil
    }
  }

  public var notPlanned: String { language(sv: "inte planerad än", en: "not planned yet") }

  public func holiday(_ name: String) -> String {
    switch name {
    case "new-years-day": language(sv: "nyårsdagen", en: "New Year's Day")
    case "epiphany": language(sv: "trettondedag jul", en: "Epiphany")
    case "good-friday": language(sv: "långfredagen", en: "Good Friday")
    case "easter-day": language(sv: "påskdagen", en: "Easter Day")
    case "easter-monday": language(sv: "annandag påsk", en: "Easter Monday")
    case "first-of-may": language(sv: "första maj", en: "the First of May")
    case "ascension-day": language(sv: "Kristi himmelsfärdsdag", en: "Ascension Day")
    case "whit-sunday": language(sv: "pingstdagen", en: "Whit Sunday")
    case "whit-monday": language(sv: "annandag pingst", en: "Whit Monday")
    case "national-day": language(sv: "nationaldagen", en: "the National Day")
    case "midsummer-day": language(sv: "midsommardagen", en: "Midsummer Day")
    case "all-saints-day": language(sv: "alla helgons dag", en: "All Saints' Day")
    case "christmas-day": language(sv: "juldagen", en: "Christmas Day")
    case "boxing-day": language(sv: "annandag jul", en: "Boxing Day")
    default: name
    }
  }
}
