import Foundation

/// The argument parser's help, whose frame is English, in Swedish like its contents.
enum HelpText {
  /// The title of the options that every command takes.
  static let common = "Gemensamma val"

  /// - Parameter text: what the parser wrote, a help text or anything else.
  static func swedish(_ text: String) -> String {
    let sections = ownFirst(text.components(separatedBy: "\n\n"))
    return sections.map { section in
      section.split(separator: "\n", omittingEmptySubsequences: false).map { line(String($0)) }
        .joined(separator: "\n")
    }.joined(separator: "\n\n")
  }

  /// The options of the command itself before those that every command takes.
  private static func ownFirst(_ sections: [String]) -> [String] {
    guard let common = sections.firstIndex(where: { $0.hasPrefix(common.uppercased() + ":\n") }),
      let own = sections.firstIndex(where: { $0.hasPrefix("OPTIONS:\n") }), common < own
    else { return sections }
    var sections = sections
    sections.insert(sections.remove(at: own), at: common)
    return sections
  }

  private static func line(_ line: String) -> String {
    if let rest = rest(line, "OVERVIEW: ") { return rest }
    if let rest = rest(line, "USAGE: ") { return "ANVÄNDNING: " + placeholders(rest) }
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
