/// Looks for what may not be registered about persons in a free text: it answers where and what kind, never what.
///
/// Found are personal and co-ordination numbers, telephone numbers, e-mail addresses and vehicle plates, also where
/// they are spaced out or written with other signs of Unicode. Times, dates, roads, house and case numbers pass.
public enum PersonalDataScreen {
  public struct Finding: Hashable, Sendable {
    public let kind: PersonalDataKind
    /// Characters from 1.
    public let position: Int
  }

  /// The first finding of a text, or `nil` where it holds none.
  public static func firstFinding(in text: String) -> Finding? {
    var text = text
    guard text.withUTF8({ mayHoldAny($0) }) else { return nil }
    let signs = ScreenedText(text)
    let numbers = DigitGroup.all(in: signs)
    let findings: [(PersonalDataKind, Int?)] = [
      (.personalNumber, personalNumber(numbers)),
      (.phoneNumber, phoneNumber(numbers, in: signs)),
      (.emailAddress, emailAddress(in: signs)),
      (.vehiclePlate, vehiclePlate(in: signs)),
    ]
    let first = findings.compactMap { kind, offset in offset.map { (kind, $0) } }.min { $0.1 < $1.1 }
    return first.map { Finding(kind: $0.0, position: characters(before: $0.1, in: text) + 1) }
  }

  /// Most texts pass by their bytes alone. A plate has two digits and a number more; an address has an `@` or a word
  /// for it; digits of other scripts begin with bytes that Swedish text does not have.
  private static func mayHoldAny(_ bytes: UnsafeBufferPointer<UInt8>) -> Bool {
    var digits = 0
    for (index, byte) in bytes.enumerated() {
      switch byte {
      case UInt8(ascii: "0")...UInt8(ascii: "9"):
        digits += 1
        if digits == 2 { return true }
      case UInt8(ascii: "@"), UInt8(ascii: "("), UInt8(ascii: "["), UInt8(ascii: "{"): return true
      case UInt8(ascii: "s"), UInt8(ascii: "S"):
        if index + 1 < bytes.count, bytes[index + 1] | 0x20 == UInt8(ascii: "n") { return true }
      case 0xC6...0xE1, 0xE3...0xFF: return true
      default: break
      }
    }
    return false
  }

  private static func characters(before offset: Int, in text: String) -> Int {
    let index = text.unicodeScalars.index(text.startIndex, offsetBy: offset)
    return text.distance(from: text.startIndex, to: index)
  }
}

/// A text with each of its scalars as one ASCII byte of the same meaning, so that a disguise makes no difference.
struct ScreenedText {
  let signs: [UInt8]

  /// A letter that is none of A to Z, and any other sign.
  private static let letter: UInt8 = 0xE4
  private static let other: UInt8 = 0xFF

  init(_ text: String) {
    signs = text.unicodeScalars.map { ScreenedText.sign($0) }
  }

  private static func sign(_ scalar: Unicode.Scalar) -> UInt8 {
    switch scalar.value {
    case 0..<0x80: UInt8(scalar.value)
    // No-break space and soft hyphen; then the spaces, those without width, and the dashes of general punctuation.
    case 0xA0, 0xAD, 0x2000...0x200F, 0x202F, 0x2060, 0x3000, 0xFEFF: UInt8(ascii: " ")
    case 0x2010...0x2015, 0x2212: UInt8(ascii: "-")
    // The wide forms of ASCII.
    case 0xFF01...0xFF5E: UInt8(scalar.value - 0xFEE0)
    case 0xC0..<0x250: letter
    default:
      if scalar.properties.numericType == .decimal, let value = scalar.properties.numericValue {
        UInt8(ascii: "0") + UInt8(value)
      } else {
        scalar.properties.isAlphabetic ? letter : other
      }
    }
  }

  var indices: Range<Int> { signs.indices }

  func isDigit(_ index: Int) -> Bool { signs.indices.contains(index) && signs[index] &- 48 < 10 }

  func isLetter(_ index: Int) -> Bool {
    signs.indices.contains(index) && (isASCIILetter(index) || signs[index] == ScreenedText.letter)
  }

  func isASCIILetter(_ index: Int) -> Bool {
    signs.indices.contains(index) && (signs[index] | 0x20) &- UInt8(ascii: "a") < 26
  }

  func isUpper(_ index: Int) -> Bool { signs[index] &- UInt8(ascii: "A") < 26 }

  func isWord(_ index: Int) -> Bool { isLetter(index) || isDigit(index) }

  func has(_ sign: Unicode.Scalar, at index: Int) -> Bool {
    signs.indices.contains(index) && signs[index] == UInt8(ascii: sign)
  }

  /// In lower case; letters beyond ASCII as `?`.
  func word(_ range: Range<Int>) -> String {
    String(decoding: signs[range].map { $0 < 0x80 ? $0 : UInt8(ascii: "?") }, as: UTF8.self).lowercased()
  }

  /// The word that stands before an index, in lower case; with `skipping`, signs that are no letters in between.
  func wordBefore(_ index: Int, skipping: Int) -> String {
    var end = index
    while end > 0, index - end < skipping, !isLetter(end - 1), !isDigit(end - 1) { end -= 1 }
    var start = end
    while start > 0, isLetter(start - 1) { start -= 1 }
    return word(start..<end)
  }
}
