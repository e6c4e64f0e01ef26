import EST

/// Text on its way to a terminal.
enum TerminalText {
  /// Shows what a terminal would obey as a visible sign.
  static func safe(_ text: String) -> String { text.visible }

  /// The same for text of several lines, which stay lines.
  static func safeLines(_ text: String) -> String {
    text.split(omittingEmptySubsequences: false, whereSeparator: \.isNewline).map { safe(String($0)) }
      .joined(separator: "\n")
  }

  /// How many columns a terminal gives the text: å is one, composed or not; wide East Asian signs and emoji two.
  static func width(_ text: String) -> Int {
    text.reduce(0) { $0 + ($1.unicodeScalars.map(width).max() ?? 0) }
  }

  /// After Unicode Standard Annex #11, with the blocks that are wide throughout.
  private static func width(_ scalar: Unicode.Scalar) -> Int {
    switch scalar.properties.generalCategory {
    case .nonspacingMark, .enclosingMark, .format, .control: return 0
    default: break
    }
    if scalar.properties.isEmojiPresentation { return 2 }
    switch scalar.value {
    case 0x1100...0x115F, 0x2E80...0x303E, 0x3041...0x33FF, 0x3400...0x4DBF, 0x4E00...0x9FFF, 0xA000...0xA4CF,
      0xAC00...0xD7A3, 0xF900...0xFAFF, 0xFE30...0xFE6F, 0xFF00...0xFF60, 0xFFE0...0xFFE6, 0x20000...0x3FFFD:
      return 2
    default: return 1
    }
  }
}
