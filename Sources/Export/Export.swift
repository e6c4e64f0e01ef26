import EST
import Language
import Picture

/// Makes documents of what the group knows and decides. Pure: what is read or written is the caller's business.
public enum Export {
  public enum Format: String, Sendable, CaseIterable {
    case html, pdf, xlsx, csv, geojson, json

    /// Their names, for people to choose from.
    public static var list: String { allCases.map(\.rawValue).joined(separator: ", ") }
  }

  /// The name that a picture's file has: `lagesbild-2480-centrum-2026-W47-v1.html`, with `-en` before the ending in
  /// English.
  public static func fileName(of picture: SituationPicture, format: Format, language: Language) -> String {
    "\(name(of: picture, language: language)).\(format.rawValue)"
  }

  /// `lagesbild-2480-centrum-2026-W47-bilaga-v1.html`.
  public static func fileName(of annex: PictureAnnex, format: Format, language: Language) -> String {
    "\(name("lagesbild", annex.head, language, part: "bilaga")).\(format.rawValue)"
  }

  /// The name of its files without the ending.
  static func name(of picture: SituationPicture, language: Language) -> String {
    name("lagesbild", picture.head, language)
  }

  /// `dagordning-2480-centrum-2026-W47-v1.html`.
  public static func fileName(of agenda: Agenda, language: Language) -> String {
    "\(name("dagordning", agenda.picture.head, language)).\(Format.html.rawValue)"
  }

  /// `protokoll-2480-centrum-2026-W47-v1.html`.
  public static func fileName(of minutes: Minutes, language: Language) -> String {
    "\(name("protokoll", minutes.picture.head, language)).\(Format.html.rawValue)"
  }

  private static func name(
    _ kind: String, _ head: SituationPicture.Head, _ language: Language, part: String? = nil
  ) -> String {
    let parts =
      [kind, "\(head.municipality)", slug(head.group), slug(head.period.label, keepsCapitals: true)]
      + (part.map { [$0] } ?? [])
    let tongue = language == .swedish ? "" : "-\(language.rawValue)"
    return parts.joined(separator: "-") + "-v\(head.version)\(tongue)"
  }

  /// A name as part of a file's name: letters a to z and digits, with a hyphen for all else; at most 60 characters.
  static func slug(_ text: String, keepsCapitals: Bool = false) -> String {
    var slug = ""
    for character in keepsCapitals ? text : text.lowercased() {
      // What is compared is the character, so that an å of two code points is one too.
      let plain =
        switch character {
        case "å", "ä", "æ", "á", "à", "â": "a"
        case "ö", "ø", "ó", "ò", "ô": "o"
        case "é", "è", "ê", "ë": "e"
        case "ü", "ú", "ù", "û": "u"
        case let other where other.isASCII && (other.isLetter || other.isNumber): String(other)
        default: "-"
        }
      if plain == "-" && (slug.isEmpty || slug.last == "-") { continue }
      slug += plain
    }
    let short = slug.prefix(60)
    let trimmed = short.last == "-" ? short.dropLast() : short
    return trimmed.isEmpty ? "grupp" : String(trimmed)
  }
}
