import Foundation

/// The argument parser's help, whose frame is English, in Swedish like its contents.
enum HelpText {
  /// The title of the options that every command takes.
  static let common = "Gemensamma val"
  static let password = "Lösenord"

  /// - Parameter text: what the parser wrote, a help text or anything else.
  static func swedish(_ text: String) -> String {
    commonLast(text.components(separatedBy: "\n\n")).map { section in
      section.split(separator: "\n", omittingEmptySubsequences: false).map { line(String($0)) }
        .joined(separator: "\n")
    }.joined(separator: "\n\n")
  }

  /// What is the command's own comes before the options that every command takes.
  private static func commonLast(_ sections: [String]) -> [String] {
    guard let index = sections.firstIndex(where: { $0.hasPrefix(common.uppercased() + ":\n") }) else {
      return sections
    }
    var sections = sections.map { $0.hasPrefix("\n") ? String($0.dropFirst()) : $0 }
    let moved = sections.remove(at: index)
    let last = sections.last?.hasPrefix("  See '") == true ? sections.count - 1 : sections.count
    sections.insert(moved, at: last)
    return sections.map { $0.hasSuffix("\n") ? String($0.dropLast()) : $0 }
  }

  private static func line(_ line: String) -> String {
    if let rest = rest(line, "OVERVIEW: ") { return rest }
    if let rest = rest(line, "USAGE: ") { return "ANVÄNDNING: " + placeholders(rest) }
    if line.hasSuffix(" SUBCOMMANDS:") { return line.dropLast(" SUBCOMMANDS:".count) + ":" }
    switch line {
    case "ARGUMENTS:": return "ARGUMENT:"
    case "OPTIONS:": return "VAL:"
    case "SUBCOMMANDS:": return "KOMMANDON:"
    default: break
    }
    if let rest = rest(line, "  See '"), rest.hasSuffix("' for detailed help.") {
      return "  Mer om ett kommando: " + placeholders(String(rest.dropLast("' for detailed help.".count)))
    }
    return line.replacing("Show help information.", with: "Visa hjälpen.")
      .replacing("Show the version.", with: "Visa versionen.")
      .replacing("(default: ", with: "(förval: ")
      .replacing("(values: ", with: "(värden: ")
      .replacing("; default: ", with: "; förval: ")
  }

  /// A line of usage.
  static func placeholders(_ usage: String) -> String {
    usage.replacing("<subcommand>", with: "<kommando>").replacing("<options>", with: "<val>")
  }

  private static func rest(_ line: String, _ prefix: String) -> String? {
    line.hasPrefix(prefix) ? String(line.dropFirst(prefix.count)) : nil
  }
}
