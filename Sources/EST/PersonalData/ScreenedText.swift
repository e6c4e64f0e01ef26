/// A text with each of its scalars as one ASCII sign of the same meaning, so that a disguise makes no difference.
public enum ScreenedText {
  /// A letter that is none of A to Z, and any other sign.
  static let letter: UInt8 = 1
  static let other: UInt8 = 2

  /// No-break space and soft hyphen; then the spaces, also those without width, of general punctuation.
  public static let spaces: [ClosedRange<UInt32>] = [
    0xA0...0xA0, 0xAD...0xAD, 0x2000...0x200F, 0x202F...0x202F, 0x2060...0x2060, 0x3000...0x3000,
    0xFEFF...0xFEFF,
  ]
  public static let dashes: [ClosedRange<UInt32>] = [0x2010...0x2015, 0x2212...0x2212]
  /// The wide forms of ASCII.
  public static let wide: ClosedRange<UInt32> = 0xFF01...0xFF5E
  /// The Latin letters beyond ASCII, and the scripts that have letters and spaces as it has.
  public static let letters: [ClosedRange<UInt32>] = [0xC0...0x24F, 0x370...0x1FFF]
  /// The zeros of Unicode's other decimal digits: nine more follow each.
  public static let zeros: [UInt32] = [
    0x660, 0x6F0, 0x7C0, 0x966, 0x9E6, 0xA66, 0xAE6, 0xB66, 0xBE6, 0xC66, 0xCE6, 0xD66, 0xDE6,
    0xE50, 0xED0, 0xF20, 0x1040, 0x1090, 0x17E0, 0x1810, 0x1946, 0x19D0, 0x1A80, 0x1A90, 0x1B50,
    0x1BB0, 0x1C40, 0x1C50, 0xA620, 0xA8D0, 0xA900, 0xA9D0, 0xA9F0, 0xAA50, 0xABF0, 0x104A0,
    0x10D30, 0x10D40, 0x11066, 0x110F0, 0x11136, 0x111D0, 0x112F0, 0x11450, 0x114D0, 0x11650,
    0x116C0, 0x116D0, 0x116DA, 0x11730, 0x118E0, 0x11950, 0x11BF0, 0x11C50, 0x11D50, 0x11DA0,
    0x11DE0, 0x11F50, 0x16130, 0x16A60, 0x16AC0, 0x16B50, 0x16D70, 0x1CCF0, 0x1D7CE, 0x1D7D8,
    0x1D7E2, 0x1D7EC, 0x1D7F6, 0x1E140, 0x1E2F0, 0x1E4F0, 0x1E5F1, 0x1E950, 0x1FBF0,
  ]

  static func signs(of text: String) -> [UInt8] { text.unicodeScalars.map { sign($0.value) } }

  private static func sign(_ scalar: UInt32) -> UInt8 {
    if scalar < 0x80 { return scalar == UInt32(letter) ? other : UInt8(scalar) }
    if (0xC0...0x24F).contains(scalar) { return letter }
    if wide.contains(scalar) { return UInt8(scalar - wide.lowerBound) + UInt8(ascii: "!") }
    if spaces.contains(where: { $0.contains(scalar) }) { return UInt8(ascii: " ") }
    if dashes.contains(where: { $0.contains(scalar) }) { return UInt8(ascii: "-") }
    if let zero = zeros.last(where: { $0 <= scalar }), scalar - zero < 10 {
      return UInt8(ascii: "0") + UInt8(scalar - zero)
    }
    return letters.contains(where: { $0.contains(scalar) }) ? letter : other
  }

  private static let times = PersonalDataPattern.times.map { SignPattern($0.expression) }

  /// Times of day, such as `18.46`, are no part of a number.
  static func withoutTimes(_ signs: [UInt8]) -> [UInt8] {
    times.reduce(signs) { signs, time in
      var result = signs
      var from = 0
      while let match = time.firstMatch(in: signs, from: from) {
        for index in match { result[index] = other }
        from = match.upperBound
      }
      return result
    }
  }
}
