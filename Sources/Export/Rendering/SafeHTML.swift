import EST
import Mustache

/// Text made safe for an element or an attribute of HTML.
///
/// Works on code points. Mustache's own escaping works on characters, and takes a quotation mark with a combining
/// accent for another character than a quotation mark, which a browser does not.
struct SafeHTML: MustacheContentType {
  static let name = "SAFE-HTML"

  func escapeText(_ text: String) -> String {
    var escaped = ""
    escaped.reserveCapacity(text.utf8.count)
    for scalar in text.unicodeScalars {
      switch scalar {
      case "&": escaped += "&amp;"
      case "<": escaped += "&lt;"
      case ">": escaped += "&gt;"
      case "\"": escaped += "&quot;"
      case "'": escaped += "&#39;"
      // Controls have no place in a document, and an override of the direction would reach past its own name.
      case "\t", "\n": escaped.unicodeScalars.append(scalar)
      case _ where scalar.isInvisible: continue
      default: escaped.unicodeScalars.append(scalar)
      }
    }
    return escaped
  }
}
