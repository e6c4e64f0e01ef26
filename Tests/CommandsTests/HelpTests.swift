import ArgumentParser
import Language
import Testing

@testable import Commands

/// The tree of commands, which people learn and scripts rely on.
@Suite struct HelpTests {
  typealias Node = (path: [String], command: any ParsableCommand.Type)

  static func nodes(_ command: any ParsableCommand.Type = Est.self, _ path: [String] = []) -> [Node] {
    let configuration = command.configuration
    let all = configuration.subcommands
    return [(path, command)] + all.flatMap { nodes($0, path + [$0._commandName]) }
  }

  static let leaves: [Node] = nodes().filter { $0.command is any EstCommand.Type }

  /// The lines of a help text that are command lines, up to what a shell does with them.
  static func examples(_ command: any ParsableCommand.Type) -> [String] {
    command.configuration.discussion.split(separator: "\n").map { String($0).trimmed }
      .filter { $0.hasPrefix("est ") }
  }

  @Test func theTreeIsWhatItWas() {
    let lines = Self.leaves.map { leaf in
      (leaf.path + (leaf.command.configuration.aliases.map { "(\($0))" })).joined(separator: " ")
    }
    for line in Self.tree.split(separator: "\n") {
      #expect(lines.contains(String(line)), "gone or renamed: \(line)")
    }
  }

  /// More may be added; what is here stays.
  static let tree = """
    setup (förbered)
    status (läge)
    whoami (vem)
    can-i (får-jag)
    local start (starta)
    local stop (stoppa)
    local status (läge)
    local reset (nollställ)
    clock show (visa)
    clock set (ställ)
    clock advance (fram)
    municipality add (ny)
    municipality list (lista)
    group add (ny)
    group set (ändra)
    group list (lista)
    organisation add (ny)
    organisation list (lista)
    unit add (ny)
    unit list (lista)
    participant add (ny)
    participant list (lista)
    participant remove (avsluta)
    participant grant (ge)
    participant revoke (återkalla)
    area import (importera)
    area list (lista)
    category list (lista)
    category import (importera)
    settings show (visa)
    settings set (ändra)
    machine list (lista)
    machine show (visa)
    log show (visa)
    log verify (kontrollera)
    outbox list (lista)
    outbox retry (försök-igen)
    timer list (lista)
    """

  @Test func everyVerbShowsTwoExamplesThatCanBeTyped() throws {
    for leaf in Self.leaves {
      let examples = Self.examples(leaf.command)
      #expect(examples.count >= 1, "\(leaf.path)")
      let written = leaf.command.configuration.discussion
      #expect(written.contains("Exempel:"), "\(leaf.path)")
      for example in examples {
        let words = Self.words(example.split { "|<>".contains($0) }.first.map { String($0) } ?? "")
        #expect(throws: Never.self, "\(example)") { try Est.parseAsRoot(Array(words.dropFirst())) }
      }
    }
  }

  /// A command line as a shell splits it, with quotes and nothing else.
  private static func words(_ line: String) -> [String] {
    var words: [String] = []
    var word = ""
    var quote: Character?
    for character in line {
      if let open = quote {
        if character == open { quote = nil } else { word.append(character) }
      } else if "\"'".contains(character) {
        quote = character
      } else if character == " " {
        if !word.isEmpty { words.append(word) }
        word = ""
      } else {
        word.append(character)
      }
    }
    return word.isEmpty ? words : words + [word]
  }

  @Test func theFrameOfHelpIsSwedishToo() async {
    for path in [[], ["group"], ["group", "add"]] {
      let help = await Shell().run(path + ["--help"])
      #expect(help.status == 0)
      for english in [
        "OVERVIEW", "USAGE", "OPTIONS", "SUBCOMMANDS", "ARGUMENTS", "Show ", "See '", "default:", "<options>",
      ] {
        #expect(!help.out.contains(english), "\(english) in \(path)")
      }
    }
  }

  @Test func whatIsTheCommandsOwnComesFirst() async throws {
    let help = await Shell().done("machine", "show", "--help").out
    let own = try #require(help.firstRange(of: "--format"))
    let common = try #require(help.firstRange(of: "GEMENSAMMA VAL:"))
    #expect(own.lowerBound < common.lowerBound)
    #expect(!help.contains("\n\n\n"))
  }

  @Test(arguments: ["bash", "zsh", "fish"]) func shellsAreGivenCompletions(_ shell: String) async {
    let script = await Shell().done("--generate-completion-script", shell)
    #expect(script.out.contains("municipality"))
  }

  @Test(arguments: Language.allCases) func everyCodeAndStatusIsExplained(_ language: Language) async {
    let shell = Shell(environment: ["EST_LANG": language.rawValue])
    let errors = await shell.done("help", "errors").out
    let statuses = await shell.done("help", "exit-codes").out
    for code in ErrorCode.allCases {
      #expect(errors.contains(code.rawValue))
      #expect(!language.cli.errorCode(code.rawValue).isEmpty, "\(code)")
    }
    for status in ExitStatus.allCases {
      #expect(statuses.contains("\(status.rawValue)  "))
      #expect(!language.cli.exitStatus(status.rawValue).isEmpty, "\(status)")
    }
  }

  @Test func theStatusesAreTheContracts() {
    #expect(ExitStatus.allCases.map(\.rawValue) == [0, 1, 64, 65, 66, 69, 70, 73, 74, 75, 77, 78])
  }

  @Test func helpOfAVerbIsReachedBothWays() async {
    let one = await Shell().done("help", "group", "add")
    let other = await Shell().done("group", "add", "--help")
    #expect(one.out == other.out)
  }
}
