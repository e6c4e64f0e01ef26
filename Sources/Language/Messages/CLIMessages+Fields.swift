/// What is wrong with one field of what was given, with its name before it.
extension CLIMessages {
  public func field(_ name: String, _ problem: String) -> String { "\(name): \(problem)." }

  public var missing: String { language(sv: "saknas", en: "is missing") }
  public func unknownCategory(allowed: String) -> String {
    language(sv: "okänd kategori; tillåtna är \(allowed)", en: "unknown category; allowed are \(allowed)")
  }
  public var unknownArea: String {
    language(sv: "okänt område; se »est area list«", en: "unknown area; see “est area list”")
  }
  public var unknownUnit: String {
    language(sv: "okänd enhet; se »est unit list«", en: "unknown unit; see “est unit list”")
  }
  public func unknownValue(allowed: String) -> String {
    language(sv: "okänt värde; tillåtet är \(allowed)", en: "unknown value; allowed is \(allowed)")
  }
  public var notATime: String {
    language(
      sv: "ingen tid; skriv 2026-11-23T07:30 eller med förskjutning 2026-11-23T07:30:00+01:00",
      en: "no time; write 2026-11-23T07:30, or with an offset 2026-11-23T07:30:00+01:00")
  }
  public var impossibleTime: String {
    language(sv: "det finns ingen sådan dag eller timme", en: "there is no such day or hour")
  }
  public var inSkippedHour: String {
    language(
      sv: "timmen finns inte, klockan ställs fram då", en: "there is no such hour, clocks go forward then")
  }
  public var endsBeforeItBegins: String {
    language(sv: "slutar innan det börjar", en: "ends before it begins")
  }
  public var inTheFuture: String { language(sv: "ligger framåt i tiden", en: "lies in the future") }
  public var notANumber: String { language(sv: "inget tal", en: "no number") }
  public var negative: String { language(sv: "får inte vara negativt", en: "must not be negative") }
  public func reminderTooEarly(days: Int) -> String {
    language(
      sv:
        "påminnelsen skulle komma innan perioden är öppen för rapporter; tillåtet är högst \(days) dygn före tidsgränsen "
        + "(\(days)d)",
      en:
        "the reminder would come before the period is open for reports; allowed is at most \(days) days before the "
        + "deadline (\(days)d)")
  }
  public var outsideSweden: String { language(sv: "ligger utanför Sverige", en: "lies outside Sweden") }
  public var outsideEveryArea: String {
    language(sv: "ligger utanför kommunens områden", en: "lies outside the municipality's areas")
  }
  public var unsafePlaceNeedsReason: String {
    language(
      sv: "en otrygg plats behöver ett skäl, så som belysning eller sikt",
      en: "an unsafe place needs a reason, such as lighting or sight")
  }
  public var insideDwelling: String {
    language(
      sv: "det inre av en bostad registreras aldrig", en: "the inside of a dwelling is never registered")
  }
  public func tooLong(limit: Int) -> String {
    language(sv: "längre än \(limit) tecken", en: "longer than \(limit) characters")
  }
  public var controlCharacter: String {
    language(
      sv: "innehåller styrtecken, som inte kan sparas", en: "holds control characters, which cannot be saved")
  }
  /// - Parameters:
  ///   - kind: the kind's word in the product, such as `personal-number`.
  ///   - position: in characters from 1.
  public func personalData(_ kind: String, position: Int) -> String {
    language(
      sv: "ser ut som \(personalDataKind(kind)) från tecken \(position), och sådant sparas inte",
      en: "looks like \(personalDataKind(kind)) from character \(position), which is not saved")
  }
  private func personalDataKind(_ kind: String) -> String {
    switch kind {
    case "personal-number": language(sv: "ett personnummer", en: "a personal identity number")
    case "phone-number": language(sv: "ett telefonnummer", en: "a phone number")
    case "email-address": language(sv: "en e-postadress", en: "an e-mail address")
    case "vehicle-plate": language(sv: "ett registreringsnummer", en: "a registration plate")
    default: language(sv: "en personuppgift", en: "personal data")
    }
  }
  public func wrongColumnCount(expected: Int, found: Int) -> String {
    language(
      sv: "har \(found) kolumner i stället för \(expected)", en: "has \(found) columns instead of \(expected)"
    )
  }
  public var unterminatedQuote: String {
    language(sv: "citattecknet avslutas aldrig", en: "the quotation mark is never closed")
  }
  public var invalidEncoding: String {
    language(sv: "teckenkodningen går inte att läsa", en: "the text's encoding cannot be read")
  }
  public func lineTooLong(limit: Int) -> String {
    language(sv: "raden är längre än \(limit) byte", en: "the line is longer than \(limit) bytes")
  }
  public func malformed(expected: String) -> String {
    language(sv: "kan inte tolkas; skriv \(expected)", en: "cannot be read; write \(expected)")
  }
}
