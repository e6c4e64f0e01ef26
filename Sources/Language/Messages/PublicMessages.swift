extension Language {
  /// The texts of what the public is told.
  public var publicPicture: PublicMessages { PublicMessages(language: self) }
}

public struct PublicMessages: Sendable {
  public let language: Language

  public var title: String {
    language(sv: "Rapporterade händelser", en: "Reported events")
  }
  public var subject: String { language(sv: "för allmänheten", en: "for the public") }
  public var wholeMunicipality: String { language(sv: "Hela kommunen", en: "The whole municipality") }
  public var unknownArea: String { language(sv: "Området inte angivet", en: "Area not given") }
  public var category: String { language(sv: "Kategori", en: "Category") }
  public var area: String { language(sv: "Område", en: "Area") }
  public var reports: String { language(sv: "Antal", en: "Reports") }
  public var allCategories: String { language(sv: "Alla kategorier", en: "All categories") }
  public var hidden: String { language(sv: "dolt", en: "hidden") }
  public var version: String { language(sv: "Version", en: "Version") }
  public var released: String { language(sv: "Offentliggjord", en: "Made public") }
  public var byArea: String { language(sv: "Efter område", en: "By area") }
  public func byArea(_ part: Int, of parts: Int) -> String {
    parts == 1
      ? byArea : language(sv: "\(byArea), del \(part) av \(parts)", en: "\(byArea), part \(part) of \(parts)")
  }
  public var inWholeMunicipality: String {
    language(sv: "I hela kommunen", en: "In the whole municipality")
  }
  public var sensitive: String {
    language(sv: "Känsliga kategorier, hela kommunen", en: "Sensitive categories, the whole municipality")
  }
  public var inhabitants: String { language(sv: "invånare", en: "inhabitants") }
  public func supersedes(_ version: Int) -> String {
    language(sv: "rättar version \(version)", en: "corrects version \(version)")
  }

  // MARK: How the numbers are protected

  public var howToRead: String { language(sv: "Så läser du siffrorna", en: "How to read the numbers") }
  public var howProtected: String {
    language(sv: "Vad som är dolt, och varför", en: "What is hidden, and why")
  }
  public var reading: [String] {
    [
      language(
        sv:
          "Siffrorna är händelser som har rapporterats inom samverkan för trygghet och som har granskats. De är "
          + "inte allt som har hänt, och de är inte brottsstatistik.",
        en:
          "The numbers are events that were reported within the cooperation for safety, and reviewed. They are not "
          + "everything that happened, and they are no crime statistics."),
      language(
        sv:
          "Hur mycket som rapporteras beror på vilka som rapporterar. Fler rapporter behöver inte betyda mindre "
          + "trygghet.",
        en: "How much is reported depends on who reports. More reports need not mean less safety."),
    ]
  }
  public func rounded(_ base: Int) -> String {
    language(
      sv: "Alla tal är avrundade till närmaste \(base). Därför stämmer inte alltid summorna.",
      en: "All numbers are rounded to the nearest \(base), so sums do not always add up.")
  }
  public func smallHidden(below threshold: Int, zeros: Bool) -> String {
    let small = language(
      sv: "Tal från 1 till \(threshold - 1) är dolda, så att ingen enskild kan pekas ut.",
      en: "Numbers from 1 to \(threshold - 1) are hidden, so that nobody can be pointed out.")
    return small + " "
      + (zeros
        ? language(sv: "Även nollor kan vara dolda.", en: "Zeros may be hidden too.")
        : language(sv: "Noll visas som 0.", en: "Zero is shown as 0."))
  }
  public func moreHidden(width: Int) -> String {
    language(
      sv:
        "Även större tal är dolda, så många som behövs för att de små inte ska kunna räknas ut. Det är prövat: med "
        + "allt som är offentligt kan ingen bestämma ett dolt tal närmare än inom \(width).",
      en:
        "Larger numbers are hidden too, as many as it takes so that the small ones cannot be worked out. This has "
        + "been tested: from all that is public nobody can tell a hidden number closer than within \(width)."
    )
  }
  public func audited(with releases: Int) -> String {
    language(
      sv: releases == 1
        ? "Prövningen gäller också tillsammans med den tidigare publicering som har samma månader."
        : "Prövningen gäller också tillsammans med de \(language.number(releases)) tidigare publiceringar som har "
          + "samma månader.",
      en: releases == 1
        ? "The test also holds together with the earlier release that has the same months."
        : "The test also holds together with the \(language.number(releases)) earlier releases that share its months."
    )
  }
  public func smallAreas(_ population: Int) -> String {
    language(
      sv:
        "Ett område har minst \(language.number(population)) invånare. Mindre områden redovisas tillsammans med de "
        + "närmaste.",
      en:
        "An area has at least \(language.number(population)) inhabitants. Smaller ones are told of together with the "
        + "nearest.")
  }
  public func onlyWhole(_ population: Int) -> String {
    language(
      sv: "Bara hela kommunen redovisas, eftersom det inte är känt att flera områden har minst "
        + "\(language.number(population)) invånare, eller för att tidigare publiceringar redovisar andra områden.",
      en: "Only the whole municipality is told of, since it is not known that several areas have at least "
        + "\(language.number(population)) inhabitants, or since earlier releases tell of other areas.")
  }
  public var sensitiveApart: String {
    language(
      sv: "Känsliga kategorier redovisas bara per år för hela kommunen, och ingår inte i någon summa.",
      en: "Sensitive categories are told of only by year and for the whole municipality, and are in no sum.")
  }
  public var nothingElse: String {
    language(
      sv:
        "Platser, klockslag och texter ur rapporter redovisas aldrig, och inga veckor. Siffrorna publiceras tidigast "
        + "en månad efter periodens slut och ändras inte; en rättelse blir en ny version.",
      en:
        "Places, times of day and texts of reports are never told, and no weeks. The numbers are made public a month "
        + "after the period's end at the earliest and do not change; a correction is a new version.")
  }
  public var footer: String {
    language(
      sv:
        "EST – effektiv samordning för trygghet. Siffrorna handlar om platser och situationer, aldrig om enskilda.",
      en:
        "EST – effective coordination for safety. The numbers are about places and situations, never individuals."
    )
  }

  // MARK: The table for a spreadsheet

  public var columns: [String] {
    [
      language(sv: "uppgifter", en: "data"), language(sv: "kommunkod", en: "municipality"),
      language(sv: "period", en: "period"), language(sv: "version", en: "version"),
      language(sv: "område", en: "area"), language(sv: "invånare", en: "inhabitants"),
      language(sv: "kategorikod", en: "category_code"), language(sv: "kategori", en: "category"),
      language(sv: "antal_avrundat", en: "reports_rounded"), language(sv: "dolt", en: "hidden"),
    ]
  }
  public var yes: String { language(sv: "ja", en: "yes") }
  public var no: String { language(sv: "nej", en: "no") }

  // MARK: On the command line

  public func isReleased(_ period: String, version: Int, hidden: Int, of cells: Int) -> String {
    language(
      sv: "\(period), version \(version), är offentliggjord: \(hidden) av \(cells) tal är dolda.",
      en: "\(period), version \(version), is made public: \(hidden) of \(cells) numbers are hidden.")
  }
  public func wouldBeReleased(_ period: String, version: Int, hidden: Int, of cells: Int) -> String {
    language(
      sv: "\(period), version \(version), skulle offentliggöras: \(hidden) av \(cells) tal blir dolda.",
      en: "\(period), version \(version), would be made public: \(hidden) of \(cells) numbers hidden.")
  }
  public func wasReleased(_ period: String, version: Int) -> String {
    language(
      sv:
        "\(period) är redan offentlig, version \(version). Ingenting ändrades; en rättelse görs med --correction.",
      en:
        "\(period) is public already, version \(version). Nothing changed; a correction is made with --correction."
    )
  }
  public func confirmRelease(_ period: String) -> String {
    language(
      sv: "\(period) offentliggörs för hela kommunen, och det kan inte tas tillbaka. Fortsätta?",
      en: "\(period) is made public for the whole municipality, which cannot be undone. Continue?")
  }
  public var periodColumn: String { "PERIOD" }
  public var releasedColumn: String { language(sv: "OFFENTLIGGJORD", en: "MADE PUBLIC") }
  public var byColumn: String { language(sv: "AV", en: "BY") }
  public var periodNeeded: String {
    language(
      sv:
        "Vad som är för allmänheten gäller en månad, ett kvartal eller ett år: ange --period 2026-10, 2026-Q4 eller 2026.",
      en:
        "What is for the public is about a month, a quarter or a year: give --period 2026-10, 2026-Q4 or 2026."
    )
  }
  public var weekIsInternal: String {
    language(
      sv: "Veckor offentliggörs inte. Ange --period i stället för --week.",
      en: "Weeks are not made public. Give --period instead of --week.")
  }
  public var onlyPublic: String {
    language(
      sv: "--period hör ihop med --public. En intern lägesbild väljs med --week.",
      en: "--period belongs with --public. An internal picture is chosen with --week.")
  }
  public func formats(_ allowed: String) -> String {
    language(
      sv: "För allmänheten finns bara formaten \(allowed).",
      en: "For the public there are only the formats \(allowed).")
  }
}

extension CLIMessages {
  public func publicTooEarly(_ period: String, from day: String) -> String {
    language(
      sv: "\(period) kan offentliggöras tidigast \(day), en månad efter periodens slut.",
      en: "\(period) can be made public from \(day) on, a month after the period's end.")
  }
  public func publicWithoutReports(_ period: String) -> String {
    language(
      sv: "Det finns inga granskade rapporter från \(period), och det ska inte läsas som att inget har hänt.",
      en: "There are no reviewed reports of \(period), which must not be read as nothing having happened.")
  }
  public func publicNotProvable(_ period: String) -> String {
    language(
      sv:
        "\(period) kan inte offentliggöras: små tal skulle gå att räkna ut tillsammans med det som redan är "
        + "offentligt, hur mycket som än döljs. Vänta och ta en längre eller senare period.",
      en:
        "\(period) cannot be made public: small numbers could be worked out together with what is public already, "
        + "however much is hidden. Wait, and take a longer or later period.")
  }
  public func publicUnchanged(_ period: String, version: Int) -> String {
    language(
      sv: "En ny version av \(period) skulle säga detsamma som version \(version).",
      en: "A new version of \(period) would say the same as version \(version).")
  }
  public func notPublic(_ period: String) -> String {
    language(
      sv: "\(period) är inte offentliggjord. Samordnaren gör det med est picture release --period \(period).",
      en: "\(period) is not public. A coordinator makes it so with est picture release --period \(period).")
  }
}
