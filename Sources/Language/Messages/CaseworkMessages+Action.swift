/// What is done about the causes.
extension CaseworkMessages {
  public func action(_ number: String) -> String { language(sv: "Å \(number)", en: "A \(number)") }
  public func now(action number: String, _ state: String) -> String {
    "\(action(number)): \(actionState(state))."
  }
  public func actionKind(_ name: String) -> String {
    switch name {
    case "quick": language(sv: "snabb åtgärd", en: "quick measure")
    case "plan": language(sv: "planerad åtgärd", en: "action of the plan")
    default: name
    }
  }
  public func approach(_ name: String) -> String {
    switch name {
    case "situational": language(sv: "situationell", en: "situational")
    case "social": language(sv: "social", en: "social")
    default: name
    }
  }
  public func term(_ name: String) -> String {
    switch name {
    case "short": language(sv: "kort sikt", en: "short term")
    case "long": language(sv: "lång sikt", en: "long term")
    default: name
    }
  }
  public func colour(_ name: String) -> String {
    switch name {
    case "green": language(sv: "grön", en: "green")
    case "yellow": language(sv: "gul", en: "yellow")
    case "red": language(sv: "röd", en: "red")
    default: name
    }
  }
  public var state: String { language(sv: "Läge", en: "State") }
  public var kind: String { language(sv: "Slag", en: "Kind") }
  public var concerns: String { language(sv: "Gäller", en: "For") }
  public var causes: String { language(sv: "Orsaker", en: "Causes") }
  public var breaks: String { language(sv: "Bryter", en: "Breaks") }
  public func step(_ number: Int) -> String {
    language(sv: "steg \(number) i händelsekedjan", en: "step \(number) of the chain of events")
  }
  public var owner: String { language(sv: "Ansvarig", en: "Owner") }
  public var goal: String { language(sv: "Mål", en: "Goal") }
  public var due: String { language(sv: "Klar senast", en: "Due") }
  public var cost: String { language(sv: "Kostnad", en: "Cost") }
  public func hours(_ count: Int) -> String {
    language.quantity(count, sv: ("timme", "timmar"), en: ("hour", "hours"))
  }
  public func kronor(_ count: Int) -> String { "\(language.number(count)) kr" }
  public var ordinaryWork: String { language(sv: "del av ordinarie arbete", en: "part of ordinary work") }
  public var baseline: String { language(sv: "Utgångsläge", en: "Baseline") }
  public func noBaseline(_ reason: String) -> String {
    language(sv: "inget, eftersom: \(reason)", en: "none, because: \(reason)")
  }
  public var expectedEffect: String { language(sv: "Effekt väntas", en: "Effect expected") }
  public var production: String { language(sv: "Gjort", en: "Done") }
  public var process: String { language(sv: "Hur det gick", en: "How it went") }
  public var judged: String { language(sv: "Bedömning", en: "Judged") }
  public var effect: String { language(sv: "Effekt", en: "Effect") }

  public var ownerColumn: String { language(sv: "ANSVARIG", en: "OWNER") }
  public var dueColumn: String { language(sv: "KLAR SENAST", en: "DUE") }
  public var problemColumn: String { language(sv: "PROBLEM", en: "PROBLEM") }
  public var colourColumn: String { language(sv: "BEDÖMNING", en: "JUDGED") }
  public var resultColumn: String { language(sv: "RESULTAT OCH LÄRDOM", en: "RESULT AND LESSON") }
}
