import EST
import Language

/// The argument parser's own sentences, which are English, in the language in use.
enum UsageText {
  /// What is wrong with the command line. A sentence that is not known here stays as the parser wrote it.
  static func sentence(_ message: String, _ language: Language) -> String {
    let m = language.cli
    if let parts = match(message, "Unknown option '", "'. Did you mean '", "'?") {
      return m.unknownOption(parts[0], suggestion: parts[1])
    }
    if let parts = match(message, "Unknown option '", "'") {
      return m.unknownOption(parts[0], suggestion: nil)
    }
    if let parts = match(message, "Missing expected argument '", "'") { return m.missingArgument(parts[0]) }
    if let parts = match(message, "Missing one of: '", "'") {
      return m.oneOf(parts[0].split(separator: "', '").map { String($0) })
    }
    if let parts = match(message, "Missing value for '", "'") { return m.missingValue(parts[0]) }
    if let parts = match(message, "The value '", "' is invalid for '", "': ", "") {
      return m.badValue(option: parts[1], value: parts[0], allowed: parts[2])
    }
    if let parts = match(message, "The value '", "' is invalid for '", "'. Please provide one of ", ".") {
      let allowed = parts[2].split(separator: "'").filter { ![", ", " and ", " or "].contains($0) }
      return m.badValue(option: parts[1], value: parts[0], allowed: m.anyOf(allowed.map { String($0) }))
    }
    if let parts = match(message, "The value '", "' is invalid for '", "'") {
      return m.invalidValue(parts[0], option: parts[1])
    }
    if let parts = match(message, "The option '", "' does not take any value, but '", "' was specified.") {
      return m.takesNoValue(parts[0], value: parts[1])
    }
    if let parts = match(message, "Unexpected argument '", "'") { return m.unexpected([parts[0]]) }
    if let colon = message.firstRange(of: " unexpected arguments: '") {
      return m.unexpected(
        message[colon.upperBound...].dropLast().split(separator: "', '").prefix(5).map { $0.excerpt() })
    }
    return message.excerpt(longest)
  }

  /// As much of the parser's words, which what was typed is a part of.
  private static let longest = 400

  /// The lines after the sentence: how the command is written, and where help is.
  static func usage(_ full: String, _ language: Language) -> String? {
    // What was typed stands before it.
    guard let start = full.ranges(of: "\nUsage: ").last.map({ full.index(after: $0.lowerBound) }) else {
      return nil
    }
    let m = language.cli
    return full[start...].split(separator: "\n").map { line -> String in
      if let parts = match(line.trimmingPrefix("  "), "See '", "' for more information.") {
        return m.seeHelp(parts[0])
      }
      guard line.hasPrefix("Usage: ") else { return String(line) }
      return m.usage + ": " + HelpText.placeholders(String(line.dropFirst("Usage: ".count)))
    }.joined(separator: "\n")
  }

  /// What stands between the given pieces, where the text is made of them; an empty last piece takes the rest.
  private static func match(_ text: some StringProtocol, _ pieces: String...) -> [String]? {
    var rest = String(text)[...]
    guard let first = pieces.first, rest.hasPrefix(first) else { return nil }
    rest = rest.dropFirst(first.count)
    var found: [String] = []
    for (index, piece) in pieces.enumerated().dropFirst() {
      if index == pieces.count - 1 {
        guard rest.hasSuffix(piece) else { return nil }
        found.append(rest.dropLast(piece.count).excerpt(longest))
      } else {
        guard let range = rest.firstRange(of: piece) else { return nil }
        found.append(rest[..<range.lowerBound].excerpt(longest))
        rest = rest[range.upperBound...]
      }
    }
    return found
  }
}
