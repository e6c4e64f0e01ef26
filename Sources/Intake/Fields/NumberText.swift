import EST

/// Numbers as cells write them.
enum NumberText {
  /// A decimal number with a point or, as Swedish spreadsheets have it, a comma.
  static func decimal(_ text: UnsafeBufferPointer<UInt8>) throws(IntakeProblem) -> Double {
    var index = 0
    let isNegative = text.first == UInt8(ascii: "-")
    if isNegative { index = 1 }
    var value: Int64 = 0
    var digits = 0
    var decimals = 0
    var isAfterPoint = false
    while index < text.count {
      let byte = text[index]
      if byte &- 48 < 10 {
        // Up to 18 digits fit; more say nothing of a place on Earth.
        guard digits < 18 else {
          guard isAfterPoint else { throw .notANumber }
          index += 1
          continue
        }
        value = value * 10 + Int64(byte - 48)
        digits += 1
        if isAfterPoint { decimals += 1 }
      } else if !isAfterPoint, byte == UInt8(ascii: ".") || byte == UInt8(ascii: ",") {
        isAfterPoint = true
      } else {
        throw .notANumber
      }
      index += 1
    }
    guard digits > 0 else { throw .notANumber }
    let number = Double(value) / powersOfTen[decimals]
    return isNegative ? -number : number
  }

  /// How many events a row stands for: each is a row of its own, so only 1 will do.
  static func checkCount(_ text: UnsafeBufferPointer<UInt8>) throws(IntakeProblem) {
    let number = try decimal(text)
    guard number >= 0 else { throw .negative }
    guard number == 1 else { throw .unknownValue(allowed: "1") }
  }

  private static let powersOfTen: [Double] = (0...18).reduce(into: [1]) { powers, _ in
    powers.append(powers.last! * 10)
  }
}
