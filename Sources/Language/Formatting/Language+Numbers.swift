extension Language {
  /// A whole number in groups of three digits: `12 345` with a space that does not break, or `12,345`.
  public func number(_ value: Int) -> String {
    let digits = Array(String(value.magnitude).utf8)
    var text = value < 0 ? "\u{2212}" : ""
    for (index, digit) in digits.enumerated() {
      if index > 0 && (digits.count - index) % 3 == 0 { text += self(sv: .noBreakSpace, en: ",") }
      text.unicodeScalars.append(Unicode.Scalar(digit))
    }
    return text
  }

  /// A number with a set number of decimals, rounded half away from zero: `1 234,5` or `1,234.5`.
  ///
  /// - Parameter decimals: 0–9.
  /// - Returns: a dash for what is not a number or too large to be read.
  public func number(_ value: Double, decimals: Int) -> String {
    let scale = (0..<decimals).reduce(1) { power, _ in power * 10 }
    let scaled = (value * Double(scale)).rounded()
    guard scaled.isFinite, abs(scaled) < 1e15 else { return "–" }
    let whole = Int(abs(scaled))
    let sign = scaled < 0 ? "\u{2212}" : ""
    guard decimals > 0 else { return sign + number(whole) }
    let fraction = String(whole % scale)
    let zeros = String(repeating: "0", count: decimals - fraction.utf8.count)
    return sign + number(whole / scale) + self(sv: ",", en: ".") + zeros + fraction
  }

  /// A share as whole per cent, `under 1 %` where it is less than half of one: `8 %` or `8%`.
  public func percent(_ share: Double) -> String {
    let whole = Int((share * 100).rounded())
    let sign = self(sv: "\(String.noBreakSpace)%", en: "%")
    return whole < 1 ? "under 1\(sign)" : number(whole) + sign
  }

  /// A change in a count, always with its sign: `+3`, `±0`, `−2` with a true minus.
  public func difference(_ value: Int) -> String {
    value > 0 ? "+" + number(value) : value == 0 ? "±0" : number(value)
  }

  /// The form that goes with a number; both languages have the same two.
  public func plural(_ count: Int, one: @autoclosure () -> String, other: @autoclosure () -> String) -> String
  {
    count == 1 ? one() : other()
  }

  /// `a`, `a och b`, `a, b och c`.
  public func list(_ items: [String]) -> String {
    guard let last = items.last, items.count > 1 else { return items.first ?? "" }
    return items.dropLast().joined(separator: ", ") + self(sv: " och ", en: " and ") + last
  }
}
