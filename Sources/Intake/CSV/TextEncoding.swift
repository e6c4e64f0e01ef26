import EST

/// How the bytes of a file are to be read as text, which the file itself does not say.
///
/// The first row with anything but ASCII decides: if its cells are UTF-8 the file is, if not the file is taken as
/// Latin-1 with the punctuation that Windows-1252 has between 0x80 and 0x9F. A later row that contradicts is refused,
/// so that a spoiled row is never read as mere oddly spelled text. Swedish text in Latin-1 is never UTF-8 by chance:
/// that would take an `Ã` before a sign such as `¥`.
struct TextEncoding {
  private enum Decision {
    case open, utf8, windows1252
  }
  private var decision = Decision.open

  /// A byte order mark has said that the file is UTF-8.
  mutating func markUTF8() { decision = .utf8 }

  /// Turns the row's cells into UTF-8, and says whether they could be.
  mutating func decode(_ row: inout Row) -> Bool {
    if row.isASCII { return true }
    let isUTF8 = row.hasUTF8Cells
    if decision == .open { decision = isUTF8 ? .utf8 : .windows1252 }
    switch decision {
    case .utf8: return isUTF8
    default:
      guard !isUTF8 else { return false }
      row.transcodeFromWindows1252()
      return true
    }
  }
}

extension Row {
  fileprivate var isASCII: Bool { bytes.reduce(0, |) < 0x80 }

  /// Each cell for itself: the bytes on both sides of a border may not make one character.
  fileprivate var hasUTF8Cells: Bool {
    bytes.withUnsafeBufferPointer { bytes in
      var start = 0
      return ends.allSatisfy { end in
        defer { start = end }
        return String(validating: UnsafeBufferPointer(rebasing: bytes[start..<end]), as: UTF8.self) != nil
      }
    }
  }

  fileprivate mutating func transcodeFromWindows1252() {
    var decoded: [UInt8] = []
    decoded.reserveCapacity(bytes.count * 2)
    var start = 0
    for index in ends.indices {
      let end = ends[index]
      for byte in bytes[start..<end] {
        decoded += UTF8.encode(windows1252(byte))!
      }
      start = end
      ends[index] = decoded.count
    }
    bytes = decoded
  }
}

/// WHATWG Encoding Standard, index windows-1252: five bytes stand for themselves, as control characters.
private func windows1252(_ byte: UInt8) -> Unicode.Scalar {
  (0x80...0x9F).contains(byte) ? windows1252Punctuation[Int(byte) - 0x80] : Unicode.Scalar(byte)
}

private let windows1252Punctuation: [Unicode.Scalar] = [
  "\u{20AC}", "\u{81}", "\u{201A}", "\u{192}", "\u{201E}", "\u{2026}", "\u{2020}", "\u{2021}",
  "\u{2C6}", "\u{2030}", "\u{160}", "\u{2039}", "\u{152}", "\u{8D}", "\u{17D}", "\u{8F}",
  "\u{90}", "\u{2018}", "\u{2019}", "\u{201C}", "\u{201D}", "\u{2022}", "\u{2013}", "\u{2014}",
  "\u{2DC}", "\u{2122}", "\u{161}", "\u{203A}", "\u{153}", "\u{9D}", "\u{17E}", "\u{178}",
]
