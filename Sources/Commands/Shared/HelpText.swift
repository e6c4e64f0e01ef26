/// The argument parser's help, whose frame is English, in Swedish like its contents.
enum HelpText {
  static func swedish(_ text: String) -> String {
    text.split(separator: "\n", omittingEmptySubsequences: false).map { line(String($0)) }.joined(separator: "\n")
  }

  private static func line(_ line: String) -> String {
    if let rest = rest(line, "OVERVIEW: ") { return rest }
    if let rest = rest(line, "USAGE: ") { return "ANVÄNDNING: " + rest }
    if line.hasSuffix(" SUBCOMMANDS:") { return String(line.dropLast(" SUBCOMMANDS:".count)) + ":" }
    switch line {
    case "ARGUMENTS:": return "ARGUMENT:"
    case "OPTIONS:": return "VAL:"
    case "SUBCOMMANDS:": return "KOMMANDON:"
    default: break
    }
    if let rest = rest(line, "  See '"), rest.hasSuffix("' for detailed help.") {
      return "  Mer om ett kommando: " + rest.dropLast("' for detailed help.".count)
        .replacing("<subcommand>", with: "<kommando>")
    }
    return line.replacing("Show help information.", with: "Visa hjälpen.")
      .replacing("Show the version.", with: "Visa versionen.")
      .replacing("<subcommand>", with: "<kommando>")
      .replacing("(default: ", with: "(förval: ")
      .replacing("(values: ", with: "(värden: ")
      .replacing("; default: ", with: "; förval: ")
  }

  private static func rest(_ line: String, _ prefix: String) -> String? {
    line.hasPrefix(prefix) ? String(line.dropFirst(prefix.count)) : nil
  }
}
