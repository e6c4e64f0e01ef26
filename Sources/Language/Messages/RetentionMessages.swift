extension Language {
  /// The texts about how long what is kept.
  public var retention: RetentionMessages { RetentionMessages(language: self) }
}

/// How long information is kept, by whose decision, and what was disposed of: in the words of those who keep a
/// municipality's archive.
public struct RetentionMessages: Sendable {
  let language: Language

  /// - Parameter code: such as `reports`.
  public func kind(_ code: String) -> String {
    switch code {
    case "reports": language(sv: "rapporters fritexter", en: "free texts of reports")
    case "casework": language(sv: "problem, analyser och åtgärder", en: "problems, analyses and actions")
    case "meetings": language(sv: "mötesanteckningar", en: "notes of meetings")
    case "walks": language(sv: "trygghetsvandringars punkter", en: "points of safety walks")
    case "mail": language(sv: "e-postservrars svar", en: "answers of mail servers")
    case "addresses": language(sv: "funktionsadresser", en: "addresses of functions")
    default: code
    }
  }

  public var information: String { language(sv: "INFORMATION", en: "INFORMATION") }
  public var code: String { language(sv: "KOD", en: "CODE") }
  public var period: String { language(sv: "GALLRINGSFRIST", en: "PERIOD") }
  public var decision: String { language(sv: "GALLRINGSBESLUT", en: "DECISION") }
  public var from: String { language(sv: "GÄLLER FRÅN", en: "FROM") }
  public var number: String { language(sv: "NR", en: "NO") }
  public var area: String { language(sv: "OMRÅDE", en: "AREA") }
  public var days: String { language(sv: "DAGAR", en: "DAYS") }
  public var reference: String { language(sv: "DIARIENUMMER", en: "REFERENCE") }
  public var reason: String { language(sv: "SKÄL", en: "REASON") }
  public var placed: String { language(sv: "SATT", en: "PLACED") }
  public var lifted: String { language(sv: "HÄVT", en: "RELEASED") }
  public var left: String { language(sv: "KVAR", en: "LEFT") }
  public var open: String { language(sv: "PÅGÅR", en: "OPEN") }
  public var held: String { language(sv: "STOPPADE", en: "HELD") }
  public var next: String { language(sv: "NÄSTA GALLRING", en: "NEXT DISPOSAL") }
  public var items: String { language(sv: "ANTAL", en: "NUMBER") }
  public var day: String { language(sv: "GALLRAT", en: "DISPOSED") }
  public var counted: String { language(sv: "RÄKNAT FRÅN", en: "COUNTED FROM") }

  public var holds: String { language(sv: "Gallringsstopp", en: "Holds") }
  public var noHolds: String { language(sv: "Inga gallringsstopp.", en: "There are no holds.") }
  public var disposed: String { language(sv: "Gallrat", en: "Disposed of") }
  public var nothingDisposed: String {
    language(sv: "Inget är gallrat.", en: "Nothing has been disposed of.")
  }
  public var forEver: String { language(sv: "bevaras", en: "kept for ever") }
  public var undecided: String { language(sv: "inget beslut, bevaras", en: "no decision, kept") }
  public var all: String { language(sv: "alla", en: "all") }

  /// `2 år`, `1 år 6 månader`, `90 dagar`.
  public func length(months: Int, days: Int) -> String {
    func part(_ count: Int, sv: (String, String), en: (String, String)) -> String? {
      count == 0 ? nil : "\(count) " + language(sv: count == 1 ? sv.0 : sv.1, en: count == 1 ? en.0 : en.1)
    }
    return [
      part(months / 12, sv: ("år", "år"), en: ("year", "years")),
      part(months % 12, sv: ("månad", "månader"), en: ("month", "months")),
      part(days, sv: ("dag", "dagar"), en: ("day", "days")),
    ].compactMap(\.self).joined(separator: " ")
  }

  /// Before a rule is set: what goes on its first day, which cannot be undone.
  public func confirm(_ kind: String, _ length: String, day: String, items: Int) -> String {
    language(
      sv:
        "Gallra \(self.kind(kind)) efter \(length), från \(day)? Den dagen gallras \(items), och det går inte att ångra.",
      en:
        "Dispose of \(self.kind(kind)) after \(length), from \(day)? On that day \(items) go, which cannot be undone."
    )
  }
  public func isSet(_ kind: String, _ length: String, from day: String, decision: String) -> String {
    language(
      sv: "Från \(day) gäller för \(self.kind(kind)): \(length) (\(decision)).",
      en: "From \(day), for \(self.kind(kind)): \(length) (\(decision)).")
  }
  public func isHeld(_ number: Int) -> String {
    language(
      sv: "Gallringsstopp \(number) gäller tills det hävs med »est retention release \(number)«.",
      en: "Hold \(number) stands until it is released with “est retention release \(number)”.")
  }
  public func isReleased(_ number: Int) -> String {
    language(
      sv:
        "Gallringsstopp \(number) är hävt. Det vars dag har kommit gallras vid arbetsprocessens nästa rond.",
      en: "Hold \(number) is released. What is due goes at the worker's next round.")
  }
}
