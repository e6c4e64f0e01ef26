/// What a command has to say: once for programs, once for people.
struct Answer: Sendable {
  /// A part of what people read. Nothing in it reaches the terminal unescaped.
  enum Block: Sendable {
    /// A sentence or more; line breaks are kept.
    case text(String)
    case heading(String)
    case table(Table)
    /// Names and their values, one pair a line. A pair without a value is left out.
    case pairs([(String, String?)])
  }

  let json: JSON
  let blocks: [Block]
  /// What a script may rely on without reading: where the answer itself is "no".
  var exitStatus: ExitStatus = .done

  init(_ json: JSON, _ blocks: Block..., exitStatus: ExitStatus = .done) {
    self.init(json, blocks, exitStatus: exitStatus)
  }

  init(_ json: JSON, _ blocks: [Block], exitStatus: ExitStatus = .done) {
    self.json = json
    self.blocks = blocks
    self.exitStatus = exitStatus
  }

  /// The text for people.
  func text(isBold: Bool) -> String {
    var lines: [String] = []
    for block in blocks {
      switch block {
      case .text(let text): lines.append(TerminalText.safeLines(text))
      case .heading(let text):
        if !lines.isEmpty { lines.append("") }
        lines.append(isBold ? Console.bold(TerminalText.safe(text)) : TerminalText.safe(text))
      case .table(let table) where table.rows.isEmpty: lines.append(Console.current.language.cli.emptyList)
      case .table(let table): lines += table.lines(isBold: isBold)
      case .pairs(let pairs):
        let present = pairs.compactMap { pair in pair.1.map { (pair.0, $0) } }
        let width = present.map { TerminalText.width($0.0) }.max() ?? 0
        lines += present.map { name, value in
          let space = String(repeating: " ", count: width - TerminalText.width(name) + 2)
          return name + space + TerminalText.safe(value)
        }
      }
    }
    return lines.joined(separator: "\n")
  }
}
