extension Language {
  /// The texts of what is shared with other municipalities, and of what has been written to files.
  public var shares: ShareMessages { ShareMessages(language: self) }
}

public struct ShareMessages: Sendable {
  let language: Language

  public var share: String { language(sv: "DELNING", en: "SHARE") }
  public var to: String { language(sv: "TILL", en: "TO") }
  public var what: String { language(sv: "VAD", en: "WHAT") }
  public var state: String { language(sv: "LÄGE", en: "STATE") }
  public var through: String { language(sv: "TILL OCH MED", en: "THROUGH") }
  public var ground: String { language(sv: "GRUND", en: "GROUND") }
  public var by: String { language(sv: "AV", en: "BY") }
  public var `class`: String { language(sv: "KLASS", en: "CLASS") }
  public var recipients: String { language(sv: "MOTTAGARE", en: "RECIPIENTS") }

  /// - Parameter kind: its word in the product.
  public func thing(_ kind: String, _ period: String, _ version: Int) -> String {
    "\(self.kind(kind)) \(period) v\(version)"
  }
  public func kind(_ kind: String) -> String {
    switch kind {
    case "picture": language(sv: "lägesbilden", en: "picture")
    case "annex": language(sv: "bilagan", en: "annex")
    case "public": language(sv: "det offentliga", en: "public picture")
    case "overview": language(sv: "översikten", en: "overview")
    case "agenda": language(sv: "dagordningen", en: "agenda")
    case "register-extract": language(sv: "registerutdrag", en: "register extract")
    case "share": language(sv: "delningen", en: "share")
    default: kind
    }
  }
  public func state(isWithdrawn: Bool, isOver: Bool) -> String {
    if isWithdrawn { return language(sv: "tillbakadragen", en: "withdrawn") }
    return isOver ? language(sv: "slut", en: "over") : language(sv: "delas", en: "shared")
  }
  public func offered(_ what: String, to receiver: String, through day: String, as name: String) -> String {
    language(
      sv: "Kommun \(receiver) ser \(what) till och med \(day). Delningen heter \(name).",
      en: "Municipality \(receiver) sees the \(what) through \(day). The share is called \(name).")
  }
  public func withdrawn(_ name: String) -> String {
    language(
      sv: "\(name) är tillbakadragen. Filer som redan är skrivna nås inte.",
      en: "\(name) is withdrawn. Files that were written already are not reached.")
  }
  public var oneThing: String {
    language(
      sv: "Ange antingen --week, för lägesbilden, eller --period, för det offentliga.",
      en: "Give either --week, for the picture, or --period, for what is public.")
  }
  public func isPublic(_ name: String) -> String {
    language(
      sv: "»est share show \(name) --format html« skriver det som en sida.",
      en: "“est share show \(name) --format html” writes it as a page.")
  }
}
