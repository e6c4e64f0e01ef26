import EST

/// The writing of comma-separated values, here with semicolons (RFC 4180).
public enum CSV {
  public static func line(_ fields: [String]) -> String {
    fields.map(field).joined(separator: ";") + "\r\n"
  }

  /// Text that a spreadsheet would take for a formula is marked as text by an apostrophe in front of it.
  private static func field(_ text: String) -> String {
    let plain = text.unicodeScalars.contains(where: \.isInvisible) ? withoutInvisible(text) : text
    // A spreadsheet passes over the white space, and some programs take the wide signs for the narrow ones.
    let begins = plain.unicodeScalars.first {
      !$0.properties.isWhitespace && $0.properties.generalCategory != .format
    }
    let kept = begins.map(formula.contains) == true ? "'" + plain : plain
    guard kept.unicodeScalars.contains(where: special.contains) else { return kept }
    // By code points: a quotation mark with a combining accent is one to a spreadsheet, though not to `Character`.
    var quoted = "\""
    for scalar in kept.unicodeScalars {
      if scalar == "\"" { quoted += "\"" }
      quoted.unicodeScalars.append(scalar)
    }
    return quoted + "\""
  }

  private static let formula: Set<Unicode.Scalar> = ["=", "+", "-", "@", "＝", "＋", "－", "＠"]
  private static let special: Set<Unicode.Scalar> = [";", "\"", ","]

  /// One line: with spaces for line breaks and tabs, and without what cannot be seen.
  private static func withoutInvisible(_ text: String) -> String {
    var out = String.UnicodeScalarView()
    for scalar in text.unicodeScalars {
      switch scalar {
      case "\t", "\n", "\r", "\u{B}", "\u{C}", "\u{85}", "\u{2028}", "\u{2029}": out.append(" ")
      case _ where scalar.isInvisible: continue
      default: out.append(scalar)
      }
    }
    return String(out)
  }
}
