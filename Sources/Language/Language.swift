/// The languages that a participant can read the product in.
///
/// A text is written once, in both languages side by side: `language(sv: "…", en: "…")`. One that lacks a language
/// does not compile. Texts live in groups, one file each in `Messages`, so that who calls names a function and
/// never a key.
public enum Language: String, Sendable, CaseIterable, Codable {
  /// The default.
  case swedish = "sv"
  case english = "en"

  /// Reads `sv`, `en`, and forms of them such as `sv_SE.UTF-8`; `nil` for another language.
  public init?(tag: some StringProtocol) {
    let primary = tag.lowercased().prefix { $0.isLetter }
    self.init(rawValue: String(primary))
  }

  /// The text of this language.
  public func callAsFunction(sv swedish: @autoclosure () -> String, en english: @autoclosure () -> String)
    -> String
  {
    switch self {
    case .swedish: swedish()
    case .english: english()
    }
  }
}

extension String {
  /// Does not break: keeps a number and its unit on one line.
  static let noBreakSpace = "\u{A0}"

  /// With a capital first letter, for the beginning of a sentence.
  public var sentenceCased: String { prefix(1).uppercased() + dropFirst() }
}
