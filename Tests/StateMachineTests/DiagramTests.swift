import Foundation
import StateMachine
import Testing

#if canImport(FoundationXML)
  import FoundationXML
#endif

@Suite struct DiagramTests {
  private let shape = Loan.definition.shape

  @Test func mermaidDrawsEachArrowOnce() {
    #expect(
      shape.mermaid == """
        stateDiagram-v2
          [*] --> asked: ask
          asked --> lent: lend
          asked --> reserved: lend
          reserved --> lent: lend
          lent --> lent: remind
          lent --> returned: return
          asked --> withdrawn: withdraw
          reserved --> withdrawn: withdraw
          returned --> [*]
          withdrawn --> [*]

        """)
  }

  @Test func eventsBetweenTheSameStatesShareAnArrow() {
    typealias Machine = Definition<Void, Never>
    let machine = Machine(
      name: "m", version: 1,
      transitions: [
        Machine.moves(from: [.unborn], "begin", to: "on", by: ["a"]),
        Machine.moves(from: ["on"], "stop", to: "off", by: ["a"]),
        Machine.moves(from: ["on"], "break", to: "off", by: ["a"]),
        Machine.moves(from: ["on"], "stop", to: "off", by: ["b"]),
      ])
    #expect(machine.shape.mermaid.contains("on --> off: stop, break\n"))
  }

  @Test func dotNamesEveryStateAndArrow() {
    #expect(shape.dot.hasPrefix("digraph \"loan\" {\n") && shape.dot.hasSuffix("}\n"))
    #expect(shape.dot.contains("\"returned\" [shape=doublecircle, style=rounded];"))
    #expect(shape.dot.contains("\"asked\" [shape=box, style=rounded];"))
    #expect(shape.dot.contains("\"-\" -> \"asked\" [label=\"ask\"];"))
    #expect(shape.dot.components(separatedBy: " -> ").count - 1 == 8)
  }

  @Test(.enabled(if: Graphviz.isInstalled)) func graphvizReadsIt() throws {
    let svg = try Graphviz.svg(of: shape.dot)
    #expect(svg.components(separatedBy: "class=\"node\"").count - 1 == shape.states.count + 1)
    #expect(svg.components(separatedBy: "class=\"edge\"").count - 1 == 8)
  }

  @Test func scxmlIsADocumentWithEveryMove() throws {
    let document = try SCXML(shape.scxml)
    #expect(document.name == "loan" && document.initial == "unborn")
    #expect(document.namespace == "http://www.w3.org/2005/07/scxml")
    #expect(document.states == ["unborn", "asked", "lent", "reserved"])
    #expect(document.finals == ["returned", "withdrawn"])
    #expect(
      document.transitions
        == [
          .init(from: "unborn", event: "ask", target: "asked", condition: nil),
          .init(from: "asked", event: "lend", target: "lent", condition: "isMember && isOnShelf"),
          .init(from: "asked", event: "lend", target: "reserved", condition: "isMember && reasonGiven"),
          .init(from: "asked", event: "withdraw", target: "withdrawn", condition: nil),
          .init(from: "lent", event: "remind", target: "lent", condition: nil),
          .init(from: "lent", event: "return", target: "returned", condition: nil),
          .init(from: "reserved", event: "lend", target: "lent", condition: nil),
          .init(from: "reserved", event: "withdraw", target: "withdrawn", condition: nil),
        ])
  }
}

/// What an XML parser reads in an SCXML document.
private final class SCXML: NSObject, XMLParserDelegate {
  struct Transition: Equatable {
    let from, event, target: String
    let condition: String?
  }

  private(set) var name: String?
  private(set) var namespace: String?
  private(set) var initial: String?
  private(set) var states: [String] = []
  private(set) var finals: [String] = []
  private(set) var transitions: [Transition] = []

  init(_ text: String) throws {
    super.init()
    let parser = XMLParser(data: Data(text.utf8))
    parser.shouldProcessNamespaces = true
    parser.delegate = self
    guard parser.parse() else { throw parser.parserError ?? CocoaError(.fileReadCorruptFile) }
  }

  func parser(
    _ parser: XMLParser, didStartElement element: String, namespaceURI: String?, qualifiedName: String?,
    attributes: [String: String]
  ) {
    switch element {
    case "scxml":
      name = attributes["name"]
      initial = attributes["initial"]
      namespace = namespaceURI
    case "state": states.append(attributes["id"] ?? "")
    case "final": finals.append(attributes["id"] ?? "")
    case "transition":
      transitions.append(
        Transition(
          from: states.last ?? "", event: attributes["event"] ?? "", target: attributes["target"] ?? "",
          condition: attributes["cond"]))
    default: Issue.record("SCXML has no element \(element)")
    }
  }
}

/// Graphviz' `dot`, where it is installed.
private enum Graphviz {
  static let program = (ProcessInfo.processInfo.environment["PATH"] ?? "").split(separator: ":")
    .map { "\($0)/dot" }.first { FileManager.default.isExecutableFile(atPath: $0) }
  static let isInstalled = program != nil

  static func svg(of dot: String) throws -> String {
    let process = Process()
    process.executableURL = URL(filePath: program!)
    process.arguments = ["-Tsvg"]
    let input = Pipe()
    let output = Pipe()
    process.standardInput = input
    process.standardOutput = output
    try process.run()
    try input.fileHandleForWriting.write(contentsOf: Data(dot.utf8))
    try input.fileHandleForWriting.close()
    let svg = try output.fileHandleForReading.readToEnd() ?? Data()
    process.waitUntilExit()
    #expect(process.terminationStatus == 0)
    return String(decoding: svg, as: UTF8.self)
  }
}
