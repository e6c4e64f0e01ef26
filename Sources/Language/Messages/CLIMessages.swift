extension Language {
  /// The texts of the command line.
  public var cli: CLIMessages { CLIMessages(language: self) }
}

/// The texts of the command line, but for its help, which is Swedish: errors, questions, headings of tables.
public struct CLIMessages: Sendable {
  public let language: Language

  // MARK: Common words

  public var yes: String { language(sv: "ja", en: "yes") }
  public var no: String { language(sv: "nej", en: "no") }
  public var none: String { language(sv: "inga", en: "none") }

  public var emptyList: String { language(sv: "Inget att visa.", en: "Nothing to show.") }

  /// A list in which one is enough: "a, b eller c".
  public func anyOf(_ items: [String]) -> String {
    guard let last = items.last, items.count > 1 else { return items.first ?? "" }
    return items.dropLast().joined(separator: ", ") + language(sv: " eller ", en: " or ") + last
  }

  // MARK: Questions

  public func confirm(_ question: String, isYesByDefault: Bool = false) -> String {
    question
      + (isYesByDefault ? language(sv: " [J/n] ", en: " [Y/n] ") : language(sv: " [j/N] ", en: " [y/N] "))
  }
  /// The answers that mean yes, in lower case.
  public var affirmatives: Set<String> { ["j", "ja", "y", "yes"] }
  public func answerOneOf(_ count: Int) -> String {
    language(sv: "Svara med ett nummer från 1 till \(count).", en: "Answer with a number from 1 to \(count).")
  }
  public var answerNeeded: String { language(sv: "Ett svar behövs.", en: "An answer is needed.") }

  // MARK: What a change came to

  /// After the name of what was added.
  public func added(_ what: String) -> String { language(sv: "\(what): tillagd.", en: "\(what): added.") }
  public func unchanged(_ what: String) -> String {
    language(sv: "\(what): fanns redan, inget ändrat.", en: "\(what): there already, nothing changed.")
  }
  public func changed(_ what: String) -> String { language(sv: "\(what): ändrad.", en: "\(what): changed.") }
  public func removed(_ what: String) -> String {
    language(sv: "\(what): borttagen.", en: "\(what): removed.")
  }
  public var dryRun: String {
    language(sv: "Provkörning: inget är sparat.", en: "Dry run: nothing is saved.")
  }
}
