/// Characters that move a cursor, a text's direction or a line, and have no place in a field.
enum ControlCharacters {
  /// The controls of ASCII and Latin-1, the line and paragraph separators, and the marks and controls of direction
  /// (Unicode, UAX #9), behind which a text can hide what it says.
  static func contains(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar.value {
    case 0x00...0x1F, 0x7F...0x9F, 0x061C, 0x200E...0x200F, 0x2028...0x202E, 0x2066...0x2069: true
    default: false
    }
  }

  /// Whether a text holds one. Line breaks and tabs are part of a longer text.
  static func occur(in text: String, allowingLines: Bool) -> Bool {
    text.unicodeScalars.contains { scalar in
      contains(scalar) && !(allowingLines && (scalar == "\n" || scalar == "\r" || scalar == "\t"))
    }
  }
}
