extension Unicode.Scalar {
  /// Whether a terminal would act on it, or let it change the order in which what follows is read.
  var isUnsafeOnTerminal: Bool {
    switch value {
    case 0x00...0x1F, 0x7F...0x9F: true  // C0, DEL, C1
    case 0x061C, 0x200E, 0x200F, 0x202A...0x202E, 0x2066...0x2069: true  // marks, embeddings and isolates
    case 0x2028, 0x2029, 0xFEFF, 0xFFF9...0xFFFB, 0xE0000...0xE007F: true  // separators, annotations, tags
    default: false
    }
  }
}

/// Text on its way to a terminal.
enum TerminalText {
  /// Shows what a terminal would obey as a visible sign: `␛` for ESC, `⟨U+202E⟩` where there is no sign for it.
  static func safe(_ text: String) -> String {
    guard text.unicodeScalars.contains(where: \.isUnsafeOnTerminal) else { return text }
    var out = String.UnicodeScalarView()
    for scalar in text.unicodeScalars {
      switch scalar.value {
      case 0x00...0x1F: out.append(Unicode.Scalar(0x2400 + scalar.value)!)
      case 0x7F: out.append("␡")
      case _ where scalar.isUnsafeOnTerminal:
        let digits = String(scalar.value, radix: 16, uppercase: true)
        out.append(
          contentsOf: "⟨U+\(String(repeating: "0", count: max(0, 4 - digits.count)))\(digits)⟩".unicodeScalars
        )
      default: out.append(scalar)
      }
    }
    return String(out)
  }

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
