import EST
import Foundation
import Testing

@testable import Commands

/// What reaches a terminal, and what reaches a program.
@Suite struct OutputTests {
  @Test(arguments: [
    ("Umeå", 4), ("Umea\u{30A}", 4), ("日本", 4), ("🚲", 2), ("👩‍🚒", 2), ("עברית", 5), ("e\u{301}\u{323}", 1),
    ("", 0),
    ("–", 1),
  ])
  func widthIsWhatATerminalShows(_ text: String, _ columns: Int) {
    #expect(TerminalText.width(text) == columns)
  }

  @Test func columnsLineUpWhateverTheyHold() {
    let table = Table(
      [.init("NAMN"), .init("ANTAL", .right)], [["Umeå", "1"], ["Umea\u{30A} C", "12"], ["日本", "3"]])
    #expect(
      table.lines(isBold: false) == [
        "NAMN    ANTAL", "Umeå        1", "Umea\u{30A} C     12", "日本        3",
      ])
  }

  @Test(arguments: [
    ("\u{1B}[31mröd\u{1B}[0m", "␛[31mröd␛[0m"), ("a\u{7}b", "a␇b"), ("a\u{9B}31m", "a⟨U+009B⟩31m"),
    ("a\u{202E}b", "a⟨U+202E⟩b"), ("a\u{7F}", "a␡"), ("a\r\nb", "a␍␊b"), ("a\u{2066}b", "a⟨U+2066⟩b"),
    ("\u{E0041}", "⟨U+E0041⟩"), ("åäö „citat”", "åäö „citat”"),
  ])
  func whatATerminalWouldObeyIsShownInstead(_ text: String, _ shown: String) {
    #expect(TerminalText.safe(text) == shown)
  }

  /// Every scalar of the first planes: nothing of the categories that steer comes through.
  @Test func noControlOfAnyKindComesThrough() {
    for value in UInt32(0)...0x1_0000 {
      guard let scalar = Unicode.Scalar(value) else { continue }
      let shown = TerminalText.safe(String(scalar)).unicodeScalars
      #expect(
        !shown.contains { $0.properties.generalCategory == .control || $0.properties.isBidiControl },
        "\(value)")
    }
  }

  @Test func aDocumentReadsBackAsWhatItWas() throws {
    let text = "a\"b\\c\n\t\u{1B}\u{202E}\u{E0041}å🚲\u{0}"
    let document: JSON = [
      "text": .string(text), "list": [1, 2.5.json, true, nil], "empty": [], "nested": [["a": "b"]],
    ]
    let back = try #require(
      try JSONSerialization.jsonObject(with: Data(document.text.utf8)) as? [String: Any])
    #expect(back["text"] as? String == text)
    #expect((back["list"] as? [Any])?.count == 4)
    #expect((back["nested"] as? [[String: String]])?.first?["a"] == "b")
    #expect(!document.text.unicodeScalars.contains { $0.isInvisible && $0 != "\n" })
  }

  @Test func keysStayInTheirOrderAndShortListsOnOneLine() {
    let document: JSON = ["b": ["x", "y"], "a": [:]]
    #expect(document.text == "{\n  \"b\": [\"x\", \"y\"],\n  \"a\": {}\n}")
  }

  @Test(
    arguments: [
      ([:], true, true), ([:], false, false), (["NO_COLOR": "1"], true, false),
      (["NO_COLOR": ""], true, true),
      (["TERM": "dumb"], true, false),
    ] as [([String: String], Bool, Bool)])
  func weightIsForATerminalThatWantsIt(_ environment: [String: String], _ isTerminal: Bool, _ isStyled: Bool)
  {
    var console = Console(environment: environment, write: { _ in }, writeError: { _ in })
    console.isOutputTerminal = isTerminal
    #expect(console.isStyled == isStyled)
  }
}

extension Double {
  fileprivate var json: JSON { .number(self) }
}
