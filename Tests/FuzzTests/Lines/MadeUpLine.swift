import ArgumentParser
import TestSupport

@testable import Commands

/// Command lines put together of the product's own words and of others.
enum MadeUpLine {
  struct Verb: Sendable {
    let path: [String]
    let options: [String]
    let takesArgument: Bool
  }

  /// Every verb, with the options that its help names.
  static let verbs: [Verb] = leaves(Est.self, []).map { path, command in
    let help = command.helpMessage(columns: 200)
    let options = help.matches(of: /--[a-z][a-z-]+/).map { String($0.output) }
    return Verb(
      path: path, options: Array(Set(options)).sorted().filter { !unwanted.contains($0) },
      takesArgument: help.contains("ARGUMENTS:"))
  }

  /// `--help` ends the line; a database of this machine's is none of ours.
  private static let unwanted = ["--help", "--version", "--database", "--debug"]

  private static func leaves(
    _ command: any ParsableCommand.Type, _ path: [String]
  ) -> [([String], any ParsableCommand.Type)] {
    let all =
      command.configuration.subcommands + command.configuration.groupedSubcommands.flatMap(\.subcommands)
    if all.isEmpty { return [(path, command)] }
    return all.flatMap { leaves($0, path + [$0._commandName]) }
  }

  static func make(
    _ verb: Verb, _ random: inout SeededGenerator, value: (String, inout SeededGenerator) -> String
  ) -> [String] {
    var line = verb.path
    for _ in 0..<Int.random(in: 0...5, using: &random) {
      guard let option = verb.options.randomElement(using: &random) else { break }
      let value = value(option, &random)
      line +=
        random.once(in: 4) ? ["\(option)=\(value)"] : flags.contains(option) ? [option] : [option, value]
    }
    if verb.takesArgument, !random.once(in: 10) { line.append(value("", &random)) }
    if random.once(in: 12) {
      line.insert(value("", &random), at: Int.random(in: 0...line.count, using: &random))
    }
    if random.once(in: 20) { line.remove(at: Int.random(in: 0..<line.count, using: &random)) }
    return line
  }

  static let flags: Set<String> = [
    "--json", "--dry-run", "--quiet", "--yes", "--no-input", "--partial", "--all", "--accept", "--annex",
    "--public",
    "--trial", "--print-dba-sql", "--sample", "--reject",
  ]
}
