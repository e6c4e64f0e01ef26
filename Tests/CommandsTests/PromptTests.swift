import Synchronization
import Testing

@testable import Commands

/// Questions at a terminal, and none without one.
@Suite struct PromptTests {
  private static func prompt(_ lines: [String], isPossible: Bool = true) -> (Prompt, @Sendable () -> String) {
    let input = Lines(lines)
    let console = Console(
      environment: [:], readLine: { input.next() }, write: { _ in }, writeError: { input.shown($0) })
    return (Prompt(console: console, isPossible: isPossible), { input.text })
  }

  private final class Lines: Sendable {
    private let state: Mutex<([String], String)>
    init(_ lines: [String]) { state = Mutex((lines, "")) }
    func next() -> String? { state.withLock { $0.0.isEmpty ? nil : $0.0.removeFirst() } }
    func shown(_ text: String) { state.withLock { $0.1 += text } }
    var text: String { state.withLock { $0.1 } }
  }

  @Test func aQuestionIsAskedUntilTheAnswerWillDo() throws {
    let (prompt, shown) = Self.prompt(["", "x", " 2026-W54 ", "2026-W47"])
    #expect(try prompt.ask("Vecka", option: "--week", read: Reading.week).week == 47)
    #expect(shown().contains("Ett svar behövs."))
    #expect(shown().contains("2026 har vecka 01 till 53"))
  }

  @Test func anEmptyAnswerTakesWhatIsOffered() throws {
    let (prompt, shown) = Self.prompt([""])
    #expect(try prompt.ask("Namn", option: "--name", fallback: "Centrum") { $0 } == "Centrum")
    #expect(shown().contains("[Centrum]"))
  }

  @Test(arguments: [("2", "b"), ("Beta", "b"), ("be", "b"), ("ALFA", "a")])
  func aChoiceIsMadeByNumberOrByName(_ answer: String, _ value: String) throws {
    let (prompt, _) = Self.prompt([answer])
    #expect(try prompt.choose("Vilken", option: "--x", [.init("Alfa", "a"), .init("Beta", "b")]) == value)
  }

  @Test func anAmbiguousChoiceIsAskedAgain() throws {
    let (prompt, shown) = Self.prompt(["B", "3", "0", "1"])
    #expect(try prompt.choose("Vilken", option: "--x", [.init("Beta", 1), .init("Berta", 2)]) == 1)
    #expect(shown().components(separatedBy: "Svara med ett nummer från 1 till 2.").count == 4)
  }

  @Test func withoutATerminalNobodyIsAsked() {
    let (prompt, shown) = Self.prompt(["svar"], isPossible: false)
    #expect(throws: CommandProblem.self) { try prompt.ask("Namn", option: "--name") { $0 } }
    #expect(throws: CommandProblem.self) { try prompt.confirm("Ta bort?") }
    #expect(shown().isEmpty)
  }

  @Test func theEndOfInputIsNoAnswer() throws {
    let (prompt, _) = Self.prompt([])
    #expect(throws: CommandProblem.self) { try prompt.ask("Namn", option: "--name") { $0 } }
    #expect(try !prompt.confirm("Ta bort?"))
  }

  @Test(arguments: [("j", true), ("JA", true), ("yes", true), ("n", false), ("", false), ("kanske", false)])
  func onlyAYesIsAYes(_ answer: String, _ agrees: Bool) throws {
    let (prompt, _) = Self.prompt([answer])
    #expect(try prompt.confirm("Ta bort?") == agrees)
  }
}
