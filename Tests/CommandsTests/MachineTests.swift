import EST
import Foundation
import Language
import StateMachine
import Testing

@testable import Commands

#if canImport(FoundationXML)
  import FoundationXML
#endif

/// The machines, as programs read them.
@Suite struct MachineTests {
  @Test func theListNamesEveryMachine() async throws {
    let machines = try #require(
      try await Shell().done("machine", "list", "--json").json["machines"] as? [[String: Any]])
    #expect(machines.compactMap { $0["name"] as? String } == Machines.all.map(\.name))
  }

  @Test(arguments: Machines.all.map(\.name)) func aMachineIsShownWholeInJSON(_ name: String) async throws {
    let shape = try #require(Machines.all.first { $0.name == name })
    let json = try await Shell().done("machine", "show", name, "--json").json
    #expect(json["name"] as? String == name)
    #expect(json["version"] as? Int == shape.version)
    let states = try #require(json["states"] as? [[String: Any]])
    #expect(states.compactMap { $0["name"] as? String } == shape.states.map(\.description))
    for (state, given) in zip(shape.states, states) {
      #expect(given["terminal"] as? Bool == shape.isTerminal(state))
    }
    let transitions = try #require(json["transitions"] as? [[String: Any]])
    #expect(transitions.count == shape.moves.count)
    for (move, given) in zip(shape.moves, transitions) {
      #expect(given["from"] as? String == (move.from == .unborn ? nil : move.from.description))
      #expect(move.from != .unborn || given["from"] is NSNull)
      #expect(given["event"] as? String == move.event.description)
      #expect(given["to"] as? String == move.to.description)
      #expect(given["roles"] as? [String] == move.roles.map(\.description))
    }
  }

  @Test func theOptionAndTheFormatGiveTheSameDocument() async {
    let option = await Shell().done("machine", "show", "cycle", "--json")
    let format = await Shell().done("maskin", "visa", "cycle", "--format", "json")
    #expect(option.out == format.out)
  }

  @Test(arguments: [("mermaid", "stateDiagram-v2"), ("dot", "digraph \"cycle\""), ("scxml", "<?xml")])
  func aDiagramIsPrintedAsItIs(_ format: String, _ beginning: String) async {
    let outcome = await Shell().done("machine", "show", "cycle", "--format", format)
    #expect(outcome.out.hasPrefix(beginning))
  }

  @Test(
    .enabled(if: FileManager.default.isExecutableFile(atPath: graphviz)), arguments: Machines.all.map(\.name))
  func graphvizDrawsEveryMachine(_ name: String) async throws {
    let shape = try #require(Machines.all.first { $0.name == name })
    let dot = await Shell().done("machine", "show", name, "--format", "dot").out
    let file = FileManager.default.temporaryDirectory.appending(path: "\(UUID()).dot")
    try Data(dot.utf8).write(to: file)
    defer { try? FileManager.default.removeItem(at: file) }
    let process = Process()
    process.executableURL = URL(filePath: Self.graphviz)
    process.arguments = ["-Tplain", file.path]
    let output = Pipe()
    process.standardOutput = output
    try process.run()
    let drawn = String(decoding: try output.fileHandleForReading.readToEnd() ?? Data(), as: UTF8.self)
    process.waitUntilExit()
    #expect(process.terminationStatus == 0)
    let nodes = drawn.split(separator: "\n").filter { $0.hasPrefix("node ") }
    #expect(nodes.count == shape.states.count + 1, "each state, and the beginning")
  }
  private static let graphviz = "/usr/bin/dot"

  @Test(arguments: Machines.all.map(\.name)) func everyMachineIsSCXML(_ name: String) async throws {
    let shape = try #require(Machines.all.first { $0.name == name })
    let document = ElementCounter(await Shell().done("maskin", "visa", name, "--format", "scxml").out)
    #expect(document.isWellFormed)
    #expect(document.counts["transition"] == shape.moves.count)
    #expect(document.counts["final"] ?? 0 == shape.states.count(where: shape.isTerminal))
    #expect(document.counts["state"] == shape.states.count { !shape.isTerminal($0) } + 1, "and before birth")
  }

  @Test(arguments: Machines.all.map(\.name)) func everyMachineIsMermaidAndATable(_ name: String) async throws
  {
    let shape = try #require(Machines.all.first { $0.name == name })
    let mermaid = await Shell().done("machine", "show", name, "--format", "mermaid").out
    #expect(mermaid == shape.mermaid)
    let ends = mermaid.split(separator: "\n").filter { $0.hasSuffix("--> [*]") }
    #expect(ends.count == shape.states.count(where: shape.isTerminal))
    let table = await Shell().done("machine", "show", name).out.split(separator: "\n")
    #expect(table.count > shape.moves.count)
    for (move, line) in zip(shape.moves, table.suffix(shape.moves.count)) {
      #expect(line.contains(move.event.description) && line.contains(move.to.description))
    }
  }

  @Test(arguments: Language.allCases) func everyNoticeHasWordsOfItsOwn(_ language: Language) {
    for notice in NoticeKind.allCases where notice != .feedback {
      #expect(
        !NoticeMessages(language).line(notice.rawValue, detail: "").contains(notice.rawValue), "\(notice)")
    }
  }

  /// Each state as one word says it, and each event as it is wanted and as it is told afterwards.
  @Test(arguments: Machines.all.map(\.name)) func everyStateAndEventHasWordsInBothLanguages(
    _ machine: String
  ) throws {
    let shape = try #require(Machines.all.first { $0.name == machine })
    func check(_ name: String, _ words: (Language) -> String) {
      let (swedish, english) = (words(.swedish), words(.english))
      #expect(swedish != name && swedish != english, "\(machine) \(name): \(swedish), \(english)")
      for text in [swedish, english] {
        let letters = text.unicodeScalars
        let isCamel = zip(letters, letters.dropFirst()).contains {
          $0.properties.isLowercase && $1.properties.isUppercase
        }
        #expect(!text.isEmpty && !isCamel, "\(machine) \(name): \(text)")
      }
    }
    for state in shape.states {
      check(state.description) { $0.machines.state(state.description, of: machine) }
    }
    for event in shape.events + [MachineShape.upgrade] {
      check(event.description) { $0.log.event(event.description, of: machine) }
    }
    for event in shape.events {
      check(event.description) { $0.cli.step(event.description, machine: machine) }
      // What an unknown event is said to be, in general words, is said of none that the machine has.
      check(event.description) { $0.cli.cannot(event.description, machine: machine) }
      for language in Language.allCases {
        let unknown = language.cli.cannot("x", machine: machine)
        let known = language.cli.cannot(event.description, machine: machine)
        #expect(known != unknown, "\(machine) \(event)")
      }
    }
  }

  @Test(arguments: Language.allCases) func everyGuardAndRoleHasWordsOfItsOwn(_ language: Language) {
    let messages = language.cli
    for name in Set(Machines.all.flatMap(\.moves).flatMap(\.guards)) {
      #expect(!messages.unmet(guard: name).contains(name), "the guard \(name)")
    }
    for role in GroupRole.allCases where language == .swedish {
      #expect(messages.role(role.rawValue) != role.rawValue, "the role \(role)")
    }
  }
}

/// How often each element stands in a document.
private final class ElementCounter: NSObject, XMLParserDelegate {
  private(set) var counts: [String: Int] = [:]
  private(set) var isWellFormed = false

  init(_ text: String) {
    super.init()
    let parser = XMLParser(data: Data(text.utf8))
    parser.delegate = self
    isWellFormed = parser.parse()
  }

  func parser(
    _ parser: XMLParser, didStartElement element: String, namespaceURI: String?, qualifiedName: String?,
    attributes: [String: String]
  ) { counts[element, default: 0] += 1 }
}
