extension Language {
  /// The texts of an extract of the register.
  public var register: RegisterMessages { RegisterMessages(language: self) }
}

public struct RegisterMessages: Sendable {
  let language: Language

  public var title: String { language(sv: "Registerutdrag", en: "Register extract") }
  public var made: String { language(sv: "Uttaget", en: "Made") }
  /// - Parameter kind: `address`, `place` or `area`.
  public func asked(_ kind: String) -> String {
    switch kind {
    case "address": language(sv: "Adress", en: "Address")
    case "place": language(sv: "Plats", en: "Place")
    default: language(sv: "Område", en: "Area")
    }
  }
  public var nothing: String {
    language(
      sv: "Det finns inget om platsen i det du får se.",
      en: "There is nothing of the place in what you may see.")
  }

  // MARK: Who answers

  public func common(_ municipality: String) -> String {
    language(sv: "Gemensamt i EST-grupperna", en: "In common in the EST groups")
  }
  public func answers(_ organisation: String?, municipality: String) -> String {
    guard let organisation else {
      return language(
        sv: "Kommunen (\(municipality)) svarar för det som grupperna har gemensamt.",
        en: "The municipality (\(municipality)) answers for what the groups have in common.")
    }
    return language(
      sv:
        "\(organisation) är personuppgiftsansvarig för det som den själv har rapporterat och för sina åtgärder, och svarar för den här delen.",
      en:
        "\(organisation) is the controller of what it has reported itself and of its actions, and answers for this part."
    )
  }

  // MARK: What was left out

  public var leftOut: String { language(sv: "Det här ingår inte", en: "Not included") }
  public func leftOut(_ what: String) -> String {
    switch what {
    case "authorityOnly":
      language(
        sv: "Det som bara är för polis och kommun; om det finns något sägs inte här.",
        en: "What is for police and municipality only; whether there is any is not told here.")
    case "otherOrganisations":
      language(
        sv: "Det som andra organisationer svarar för; begär det hos dem.",
        en: "What other organisations answer for; ask them for it.")
    default:
      language(
        sv: "Det som bara finns hos andra EST-grupper i kommunen; om det finns något sägs inte här.",
        en: "What lies with other EST groups of the municipality only; whether there is any is not told here."
      )
    }
  }

  // MARK: What there is

  public var entry: String { language(sv: "UPPGIFT", en: "ENTRY") }
  public var says: String { language(sv: "VAD DEN SÄGER", en: "WHAT IT SAYS") }
  public var oneOfThree: String {
    language(
      sv: "Ange ett av --address, --place och --area.", en: "Give one of --address, --place and --area.")
  }

  public var reports: String { language(sv: "Rapporter", en: "Reports") }
  public var problems: String { language(sv: "Problem", en: "Problems") }
  public var actions: String { language(sv: "Åtgärder", en: "Actions") }
  public var walkPoints: String {
    language(sv: "Punkter från trygghetsvandringar", en: "Points of safety walks")
  }
  public func earlier(_ version: Int, until: String, because: String?) -> String {
    let reason = because.map { ": \($0)" } ?? ""
    return language(
      sv: "Version \(version), gällde till \(until)\(reason)",
      en: "Version \(version), held until \(until)\(reason)")
  }
}
