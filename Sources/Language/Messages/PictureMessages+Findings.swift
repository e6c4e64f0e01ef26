/// What stands out from the usual, and how that was found.
extension PictureMessages {
  public var findings: String { language(sv: "Det som avviker", en: "What stands out") }
  public var signals: String { language(sv: "Signaler", en: "Signals") }
  public var watches: String { language(sv: "Att hålla ögonen på", en: "To keep an eye on") }
  public var clusters: String { language(sv: "Över flera områden", en: "Across several areas") }
  public var chains: String {
    language(sv: "Upprepat på kort tid och nära", en: "Repeated within days and nearby")
  }
  public var trends: String { language(sv: "Året som gått", en: "The past year") }
  public var hotSpots: String { language(sv: "Var det samlas", en: "Where it gathers") }
  public var rhythm: String { language(sv: "När på veckan", en: "When in the week") }

  public var nothingStandsOut: String {
    language(
      sv: "Inget av det som kunde prövas hade säkert fler händelser än vanligt.",
      en: "Nothing that could be tested surely had more events than usual.")
  }

  /// Instead of findings where the history is too short for any.
  public var tooShortToTell: String {
    language(
      sv: "Det behövs åtta veckors rapporter för att säga vad som är vanligt. Än så länge är det för få.",
      en: "Eight weeks of reports are needed to tell what is usual. So far there are too few.")
  }

  /// - Parameters:
  ///   - expected: with its decimal; `range` nine weeks in ten lie within.
  public func more(
    _ category: String, in area: String, _ count: Int, expected: String, range: (low: Int, high: Int)
  ) -> String {
    let events = language.quantity(count, sv: ("händelse", "händelser"), en: ("event", "events"))
    return language(
      sv: "\(category.sentenceCased) i \(area): \(events). Vanligt är \(expected), nio veckor av tio "
        + "\(range.low)–\(range.high).",
      en: "\(category.sentenceCased) in \(area): \(events). \(expected) is usual, nine weeks in ten "
        + "\(range.low)–\(range.high).")
  }

  public func since(week: String, weeks: Int) -> String {
    weeks < 2
      ? language(sv: "Bara den senaste veckan.", en: "Only in the last week.")
      : language(sv: "Fler än vanligt sedan \(week).", en: "More than usual since \(week).")
  }

  /// How sure a signal is. `share` is such as `2 %`.
  public func sure(share: String) -> String {
    language(
      sv: "Av lika säkra signaler väntas \(share) bero på slumpen.",
      en: "Of signals that are as sure, \(share) are expected to be chance.")
  }

  /// How seldom chance alone brings this; beyond ten thousand nobody knows the number.
  public func chance(_ pValue: Double) -> String {
    let most = 10_000
    let number = pValue * Double(most) < 1 ? most : Int((1 / pValue).rounded())
    let seldom = pValue * Double(most) < 1
    return language(
      sv: "Slumpen ger det här \(seldom ? "mer sällan än " : "")en gång på \(language.number(number)).",
      en: "Chance alone brings this \(seldom ? "less than " : "")once in \(language.number(number)).")
  }

  /// - Parameters:
  ///   - ratio: pairs for each one that chance would bring.
  ///   - metres: 1 for the same place.
  public func nearRepeats(_ category: String, ratio: String, metres: Int, days: Int) -> String {
    let place =
      metres <= 1
      ? language(sv: "på samma plats", en: "at the same place")
      : language(sv: "inom \(metres) meter", en: "within \(metres) metres")
    return language(
      sv: "\(category.sentenceCased): i \(days) dagar efter en händelse är risken för en till \(place) "
        + "\(ratio) gånger den vanliga.",
      en: "\(category.sentenceCased): for \(days) days after an event the risk of another one \(place) is "
        + "\(ratio) times the usual.")
  }
  public var nearRepeats: String {
    language(sv: "Det som drar till sig mer", en: "What draws more of the same")
  }

  // MARK: In brief

  public func signalsInBrief(_ first: String, others: Int) -> String {
    let rest =
      others == 0
      ? ""
      : " "
        + language(
          sv: "Ytterligare \(language.quantity(others, sv: ("signal", "signaler"), en: ("", ""))) finns.",
          en: "There \(others == 1 ? "is" : "are") "
            + "\(language.quantity(others, sv: ("", ""), en: ("more signal", "more signals"))).")
    return language(sv: "Signal: ", en: "Signal: ") + first + rest
  }

  public func noSignals(watches: Int) -> String {
    let rest =
      watches == 0
      ? "."
      : language(
        sv: "; \(language.number(watches)) är värda att hålla ögonen på.",
        en: "; \(language.number(watches)) \(watches == 1 ? "is" : "are") worth keeping an eye on.")
    return language(
      sv: "Inget område sticker ut säkert från det vanliga" + rest,
      en: "No area stands out surely from the usual" + rest)
  }

  public func importedAmong(_ imported: Int) -> String {
    language(
      sv: "\(language.number(imported)) är \(imported == 1 ? "importerad" : "importerade").",
      en: "\(language.number(imported)) \(imported == 1 ? "is" : "are") imported.")
  }

  public func cluster(_ category: String, areas: String, count: Int, expected: String, weeks: Int) -> String {
    let events = language.quantity(count, sv: ("händelse", "händelser"), en: ("event", "events"))
    let time = language.quantity(weeks, sv: ("veckan", "veckorna"), en: ("week", "weeks"))
    return language(
      sv:
        "\(category.sentenceCased) i \(areas): \(events) på \(weeks == 1 ? "en vecka" : "\(weeks) veckor"), "
        + "mot \(expected) väntade.",
      en: "\(category.sentenceCased) in \(areas): \(events) in \(time), against \(expected) expected.")
  }

  public func chain(_ category: String, area: String?, count: Int, dates: String, isSamePlace: Bool) -> String
  {
    let place =
      isSamePlace
      ? language(sv: "på samma plats", en: "at the same place")
      : language(sv: "inom 200 meter från varandra", en: "within 200 metres of one another")
    let times = language.quantity(count, sv: ("gång", "gånger"), en: ("time", "times"))
    let there = area.map { language(sv: " i \($0)", en: " in \($0)") } ?? ""
    return "\(category.sentenceCased)\(there): \(times) \(place), \(dates)."
  }

  /// How the findings were made, for those who want to know.
  /// - Parameter reporters: how many answered now and earlier, where that has changed.
  public func howFound(tested: Int, tooFew: Int, weeks: Int, last: String, reporters: String?) -> [String] {
    let years = language.number(Double(weeks) / 52.18, decimals: 1)
    return [
      language(
        sv: "\(last.sentenceCased) jämförs med \(years) års veckor, efter när det hände. "
          + "Den senaste veckan är preliminär: rapporter kommer sent.",
        en: "\(last.sentenceCased) is compared with \(years) years of weeks, by when it happened. "
          + "The last week is preliminary: reports come late."),
      language(
        sv: "\(language.number(tested)) kombinationer av område och kategori prövades samtidigt; "
          + "\(language.number(tooFew)) hade för få händelser för att prövas. En signal är så säker att högst "
          + "var tionde av dem väntas bero på slumpen, med så många prövade.",
        en: "\(language.number(tested)) combinations of area and category were tested together; "
          + "\(language.number(tooFew)) had too few events to be tested. A signal is so sure that at most one in "
          + "ten of them is expected to be chance, with so many tested."),
      (reporters.map { $0 + " " } ?? "")
        + language(
          sv:
            "Fler rapporter kan bero på att fler rapporterar. En signal är ett skäl att titta efter, inte ett svar.",
          en: "More reports may come of more who report. A signal is a reason to look, not an answer."),
    ]
  }

  // MARK: What is usual, beside a number

  public func above(_ range: String) -> String { language(sv: "över \(range)", en: "above \(range)") }
  public func below(_ range: String) -> String { language(sv: "under \(range)", en: "below \(range)") }
  public func signal(_ range: String) -> String {
    language(sv: "signal \(range)", en: "signal \(range)")
  }
  public var usually: String { language(sv: "vanligt", en: "usual") }

  /// - Parameter week: the one week that the ranges are of, where the numbers are of more.
  public func rangeNote(week: String?) -> String {
    let what =
      week.map {
        language(
          sv: "Litet vid antalet: \($0), och vad nio veckor av tio har.",
          en: "Small beside a number: \($0), and what nine weeks in ten have.")
      }
      ?? language(
        sv: "Litet vid antalet: vad nio veckor av tio har.",
        en: "Small beside a number: what nine weeks in ten have.")
    return what + " "
      + language(
        sv:
          "▲ är över och ▼ under det; av slumpen hamnar ungefär var tionde siffra där. Det som är säkrare kallas "
          + "signal.",
        en:
          "▲ is above that and ▼ below; by chance about one number in ten is. What is surer is called a signal."
      )
  }

  // MARK: Charts

  public var usualBand: String {
    language(sv: "det vanliga, nio veckor av tio", en: "the usual, nine weeks in ten")
  }
  public func mostFrequentCharts(_ count: Int) -> String {
    language(
      sv: "De \(language.number(count)) vanligaste kategorierna; talen för alla står i tabellen.",
      en: "The \(language.number(count)) most frequent categories; the table has the numbers of all.")
  }
  public var allEvents: String { language(sv: "alla händelser", en: "all events") }
  public var week: String { language(sv: "Vecka", en: "Week") }
  public var trendTable: String { language(sv: "Talen vecka för vecka", en: "The numbers, week by week") }

  public func trend(_ name: String, last: Int, least: Int, most: Int) -> String {
    let (last, least, most) = (language.number(last), language.number(least), language.number(most))
    return language(
      sv: "\(name.sentenceCased): \(last) den senaste veckan, mellan \(least) och \(most) under året.",
      en: "\(name.sentenceCased): \(last) in the last week, between \(least) and \(most) over the year.")
  }

  public func rhythmNote(counted: Int, leftOut: Int, since week: String) -> String {
    let events = language.quantity(counted, sv: ("händelse", "händelser"), en: ("event", "events"))
    let rest =
      leftOut == 0
      ? ""
      : language(
        sv: " \(language.number(leftOut)) har en för osäker tid.",
        en: " The time of \(language.number(leftOut)) is too uncertain.")
    return language(sv: "\(events) sedan \(week).", en: "\(events) since \(week).") + rest
  }
  public var hours: String { language(sv: "Klockslag", en: "Hours") }

  public var mapTitle: String {
    language(
      sv: "Karta över områdena, mörkare där mer har rapporterats",
      en: "Map of the areas, darker where more was reported")
  }

  public var signalOnMap: String { language(sv: "signal", en: "signal") }

  /// - Parameter most: the areas with most reports, each with its number.
  public func mapLegend(most: [String], hasSignals: Bool) -> String {
    let numbers =
      most.isEmpty
      ? language(sv: "Inget rapporterat i områdena.", en: "Nothing reported in the areas.")
      : language(
        sv: "Siffran är periodens händelser i området. Mest: \(language.list(most)).",
        en: "The number is the period's events in the area. Most: \(language.list(most)).")
    let signals = language(
      sv: " ▲ och tjock linje: där finns en signal.", en: " ▲ and a thick line: there is a signal there.")
    return numbers + (hasSignals ? signals : "")
  }

  public func hotSpot(_ category: String, area: String?, count: Int) -> String {
    let events = language.quantity(count, sv: ("händelse", "händelser"), en: ("event", "events"))
    let place = area ?? language(sv: "utanför områdena", en: "outside the areas")
    return "\(category.sentenceCased), \(place): \(events)"
  }
  public func hotSpotNote(weeks: Int, metres: Int) -> String {
    language(
      sv:
        "Minst fem händelser på \(weeks) veckor inom \(metres) meter, och tre gånger så tätt som där det händer "
        + "något alls. Bara händelser med exakt plats. Linjen säger var, inte hur säkert det är.",
      en:
        "At least five events in \(weeks) weeks within \(metres) metres, and three times as dense as where anything "
        + "happens. Only events with an exact place. The line says where, not how sure it is.")
  }
  public var noHotSpots: String {
    language(sv: "Inga händelser ligger så tätt.", en: "No events lie so close together.")
  }
}
