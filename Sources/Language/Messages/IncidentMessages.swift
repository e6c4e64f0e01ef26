extension Language {
  /// The texts about reports on the command line.
  public var incidents: IncidentMessages { IncidentMessages(language: self) }
}

/// What the command line says of reports.
public struct IncidentMessages: Sendable {
  let language: Language

  public var unitQuestion: String { language(sv: "Vilken enhet rapporterar", en: "Which unit reports") }
  public var categoryQuestion: String { language(sv: "Vad har hänt", en: "What has happened") }
  public var subtypeQuestion: String { language(sv: "Närmare bestämt", en: "More precisely") }
  public var areaQuestion: String { language(sv: "I vilket område", en: "In which area") }
  public var placeQuestion: String { language(sv: "Var, kort (inga namn)", en: "Where, in short (no names)") }
  public var placeTypeQuestion: String { language(sv: "Vad för slags plats", en: "What kind of place") }
  public var timeQuestion: String {
    language(
      sv: "När (21:30, igår 21:30 eller 2026-11-20T18:30)",
      en: "When (21:30, yesterday 21:30 or 2026-11-20T18:30)")
  }
  public var rightNow: String { language(sv: "nu", en: "now") }
  public var saveQuestion: String { language(sv: "Spara rapporten?", en: "Save the report?") }
  public var certaintyQuestion: String { language(sv: "Hur vet du det", en: "How do you know") }
  public var reasonQuestion: String {
    language(sv: "Varför känns platsen otrygg", en: "Why does the place feel unsafe")
  }
  public var textQuestion: String {
    language(sv: "Kort beskrivning, utan personuppgifter", en: "A short description, without personal data")
  }
  public var unknownPlace: String { language(sv: "okänt i kommunen", en: "unknown in the municipality") }
  public var notKnown: String { language(sv: "vet inte", en: "not known") }
  public var noneNeeded: String { language(sv: "inget mer", en: "nothing more") }

  public func certainty(_ word: String) -> String {
    switch word {
    case "seen": language(sv: "sett själv", en: "seen it")
    case "told": language(sv: "hört av andra", en: "been told")
    default: language(sv: "misstänker", en: "suspect it")
    }
  }
  public func placeType(_ word: String) -> String {
    switch word {
    case "outdoors": language(sv: "utomhus", en: "outdoors")
    case "stairwell": language(sv: "trapphus", en: "stairwell")
    case "laundry-room": language(sv: "tvättstuga", en: "laundry room")
    case "cellar": language(sv: "källare", en: "cellar")
    case "garage": language(sv: "garage", en: "garage")
    case "centre": language(sv: "centrum", en: "shopping centre")
    case "library": language(sv: "bibliotek", en: "library")
    case "school": language(sv: "skola", en: "school")
    case "shop": language(sv: "butik", en: "shop")
    case "public-transport": language(sv: "kollektivtrafik", en: "public transport")
    case "other": language(sv: "annat", en: "something else")
    default: word
    }
  }
  public func reportClass(_ word: String) -> String {
    switch word {
    case "open": language(sv: "öppen", en: "open")
    case "shared": language(sv: "delas i EST-gruppen", en: "shared in the EST group")
    case "authority-only": language(sv: "bara för myndigheter", en: "authorities only")
    default: word
    }
  }
  public func source(_ word: String) -> String {
    switch word {
    case "reporter": language(sv: "rapportör", en: "reporter")
    case "police-import": language(sv: "polisens uppgifter", en: "the police's data")
    case "other-import": language(sv: "inläst fil", en: "imported file")
    case "public": language(sv: "allmänheten", en: "the public")
    case "council": language(sv: "lokalt råd", en: "local council")
    case "walk": language(sv: "trygghetsvandring", en: "safety walk")
    default: word
    }
  }
  public func saved(number: String, period: String?, isLate: Bool) -> String {
    guard let period else {
      return language(sv: "Tack. Rapporten är sparad som \(number).", en: "Thank you. Saved as \(number).")
    }
    return isLate
      ? language(
        sv:
          "Tack. Rapporten är sparad som \(number). Den kom efter att \(period) stängt och tas med som sen.",
        en: "Thank you. Saved as \(number). It came after \(period) had closed and counts as late.")
      : language(
        sv: "Tack. Rapporten är sparad som \(number) och räknas till \(period).",
        en: "Thank you. Saved as \(number), counted to \(period).")
  }
  public func repeated(number: String) -> String {
    language(sv: "Rapporten \(number) var redan sparad.", en: "The report \(number) had been saved already.")
  }
  public func amended(_ name: String, version: Int) -> String {
    language(
      sv: "\(name) är rättad och har nu version \(version). Det som stod förut är kvar.",
      en: "\(name) is amended and now at version \(version). What it said before is kept.")
  }
  public func withdrawn(_ name: String) -> String {
    language(sv: "\(name) är återtagen, med skälet.", en: "\(name) is withdrawn, with its reason.")
  }
  public func redacted(_ name: String, versions: Int) -> String {
    language(
      sv: "\(name) är maskerad, i \(versions) \(versions == 1 ? "version" : "versioner"). "
        + "Säkerhetskopior som togs förut har kvar det som stod.",
      en: "\(name) is redacted, in \(versions) \(versions == 1 ? "version" : "versions"). "
        + "Backups that were taken before still hold what it said.")
  }
  public func reviewed(_ count: Int, accepted: Bool) -> String {
    accepted
      ? language(
        sv: "\(count) \(count == 1 ? "rapport godkänd" : "rapporter godkända").", en: "\(count) accepted.")
      : language(
        sv: "\(count) \(count == 1 ? "rapport avvisad" : "rapporter avvisade").", en: "\(count) rejected.")
  }
  public func nothingSaid(_ unit: String, period: String) -> String {
    language(
      sv: "Tack. \(unit) har inget att rapportera för \(period).",
      en: "Thank you. \(unit) has nothing to report for \(period).")
  }

  // Import.
  public func reading(_ rows: Int) -> String {
    language(sv: "\(language.number(rows)) rader …", en: "\(language.number(rows)) rows …")
  }
  public var read: String { language(sv: "lästa", en: "read") }
  public var added: String { language(sv: "införda", en: "added") }
  public var duplicates: String { language(sv: "kända sedan förut", en: "known before") }
  public var amendedRows: String { language(sv: "ändrade i källan", en: "amended by the source") }
  public var otherMunicipality: String { language(sv: "andra kommuner", en: "other municipalities") }
  public var summaries: String { language(sv: "sammanfattningar", en: "summaries") }
  public var rejected: String { language(sv: "avvisade", en: "rejected") }
  public func placed(_ count: Int, of added: Int) -> String {
    language(
      sv: "\(language.number(count)) av \(language.number(added)) införda fick ett område.",
      en: "\(language.number(count)) of \(language.number(added)) added got an area.")
  }
  public func moved(_ reference: String, to municipality: String?) -> String {
    language(
      sv: "\(reference): källan anger nu \(municipality ?? "en annan kommun"); rapporten är återtagen här.",
      en: "\(reference): the source now names \(municipality ?? "another municipality"); withdrawn here.")
  }
  /// - Parameter field: empty where the row as a whole is wrong.
  public func row(_ line: Int, field: String, _ problem: String) -> String {
    let place = field.isEmpty ? "\(line)" : "\(line), \(field)"
    return language(sv: "rad \(place): \(problem)", en: "line \(place): \(problem)")
  }
  public func more(_ count: Int) -> String { language(sv: "… och \(count) till", en: "… and \(count) more") }
  public func refused(_ count: Int, first: String) -> String {
    count == 1
      ? language(
        sv: "Inget är infört, för en rad går inte att ta emot: \(first).",
        en: "Nothing was taken, for one row cannot be: \(first).")
      : language(
        sv:
          "Inget är infört, för \(language.number(count)) rader går inte att ta emot. Den första: \(first).",
        en: "Nothing was taken, for \(language.number(count)) rows cannot be. The first: \(first).")
  }
  public func changedWhileRead(_ path: String) -> String {
    language(
      sv: "Filen \(path) ändrades medan den lästes. Inget är infört; kör igen när den är klar.",
      en: "The file \(path) changed while it was read. Nothing was taken; run again when it is complete.")
  }
  public func brokenArchive(_ path: String) -> String {
    language(
      sv: "Filen \(path) går inte att packa upp till slutet. Inget är infört.",
      en: "The file \(path) does not unpack to its end. Nothing was taken.")
  }
  public func note(_ word: String) -> String {
    switch word {
    case "doubledHour":
      language(sv: "tiden finns två gånger; den första togs", en: "the hour comes twice; the first was taken")
    case "publicationTime": language(sv: "tiden är publiceringens", en: "the time is that of publication")
    case "unknownType": language(sv: "okänd typ, infört som övrigt", en: "unknown type, taken as other")
    case "textLeftOut": language(sv: "texten utelämnad: personuppgift", en: "text left out: personal data")
    case "pointBesideArea":
      language(sv: "punkten strax utanför; området gäller", en: "point just outside; the area holds")
    case "ignoredColumns": language(sv: "kolumner som inte används", en: "columns not used")
    default: word
    }
  }

  // Lists.
  public var number: String { language(sv: "NUMMER", en: "NUMBER") }
  public var time: String { language(sv: "NÄR", en: "WHEN") }
  public var category: String { language(sv: "VAD", en: "WHAT") }
  public var area: String { language(sv: "OMRÅDE", en: "AREA") }
  public var from: String { language(sv: "FRÅN", en: "FROM") }
  public var review: String { language(sv: "GRANSKNING", en: "REVIEW") }
  public func review(_ word: String) -> String {
    switch word {
    case "received": language(sv: "väntar", en: "waiting")
    case "accepted": language(sv: "godkänd", en: "accepted")
    case "rejected": language(sv: "avvisad", en: "rejected")
    default: language(sv: "återtagen", en: "withdrawn")
    }
  }
  public var place: String { language(sv: "Plats", en: "Place") }
  public var reportClass: String { language(sv: "Klass", en: "Class") }
  public var timeLabel: String { language(sv: "När", en: "When") }
  public var unitLabel: String { language(sv: "Enhet", en: "Unit") }
  public var categoryLabel: String { language(sv: "Vad", en: "What") }
  public var areaLabel: String { language(sv: "Område", en: "Area") }
  public var placeTypeLabel: String { language(sv: "Slags plats", en: "Kind of place") }
  public var pointLabel: String { language(sv: "Punkt", en: "Point") }
  public var reasonsLabel: String { language(sv: "Otrygg genom", en: "Unsafe by") }
  public var certaintyLabel: String { language(sv: "Säkerhet", en: "Certainty") }
  public var assessmentLabel: String { language(sv: "Bedömning", en: "Assessment") }
  public var fromLabel: String { language(sv: "Från", en: "From") }
  public var sourceLabel: String { language(sv: "Källa", en: "Source") }
  public var referenceLabel: String { language(sv: "Beteckning", en: "Reference") }
  public var receivedLabel: String { language(sv: "Mottagen", en: "Received") }
  public var reviewLabel: String { language(sv: "Granskning", en: "Review") }
  public var textLabel: String { language(sv: "Text", en: "Text") }
  public var lateMark: String { language(sv: "sen", en: "late") }
  public var versions: String { language(sv: "Tidigare lydelser", en: "Earlier wordings") }
  public func version(_ number: Int, at time: String, by login: String, reason: String?) -> String {
    let why = reason.map { ": \($0)" } ?? ""
    return language(
      sv: "Version \(number) gällde till \(time), då \(login) ändrade den\(why)",
      en: "Version \(number) stood until \(time), when \(login) changed it\(why)")
  }
  public func since(_ day: String) -> String {
    language(sv: "Det ni rapporterat sedan \(day)", en: "What you have reported since \(day)")
  }
  public var noFeedback: String {
    language(sv: "Inga rapporter från er organisation under tiden.", en: "No reports of yours in that time.")
  }
}
