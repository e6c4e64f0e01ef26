/// Characters that move a cursor, a text's direction or a line, and have no place in a field.
///
/// The bytes below 0x20 and 0x7F, U+0080–9F, the line and paragraph separators, and the marks and controls of
/// direction (Unicode, UAX #9), behind which a text can hide what it says.
enum ControlCharacters {
  /// Whether UTF-8 text holds one. Line breaks and tabs are part of a longer text.
  static func occur(in text: UnsafeBufferPointer<UInt8>, allowingLines: Bool) -> Bool {
    var index = 0
    func follows(_ distance: Int, _ range: ClosedRange<UInt8>) -> Bool {
      index + distance < text.count && range.contains(text[index + distance])
    }
    while index < text.count {
      switch text[index] {
      case 0x09, 0x0A, 0x0D: if !allowingLines { return true }
      case 0x00...0x1F, 0x7F: return true
      case 0xC2: if follows(1, 0x80...0x9F) { return true }
      // U+061C.
      case 0xD8: if follows(1, 0x9C...0x9C) { return true }
      case 0xE2:
        // U+200E–F, U+2028–E; U+2066–9.
        if follows(1, 0x80...0x80), follows(2, 0x8E...0x8F) || follows(2, 0xA8...0xAE) { return true }
        if follows(1, 0x81...0x81), follows(2, 0xA6...0xA9) { return true }
      default: break
      }
      index += 1
    }
    return false
  }
}
