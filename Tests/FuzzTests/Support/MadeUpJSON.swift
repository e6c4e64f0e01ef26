import Foundation
import TestSupport

/// JSON put together at random: most of it well formed, some of it just not.
enum MadeUpJSON {
  /// A value.
  /// - Parameters:
  ///   - keys: what its objects' members are mostly called.
  ///   - leaf: makes a value that is likely for a key; `nil` for anything else.
  static func value(
    depth: Int = 0, keys: [String], _ random: inout SeededGenerator,
    leaf: (String, inout SeededGenerator) -> String? = { _, _ in nil }
  ) -> String {
    switch Int.random(in: 0..<(depth > 3 ? 5 : 9), using: &random) {
    case 0:
      return random.pick(
        ["null", "true", "false"]
          + (random.once(in: 10) ? ["", "nul", "NaN", "Infinity", "'x'", "undefined"] : []))
    case 1:
      return random.once(in: 10)
        ? random.pick(Nasty.numbers)
        : random.pick(["0", "-1", "17", "1.5", "-0.0", "1e308", "9223372036854775807", "1e-400"])
    case 2, 3, 4: return text(Nasty.text(&random), &random)
    case 5, 6:
      let count = Int.random(in: 0...4, using: &random)
      return "["
        + (0..<count).map { _ in value(depth: depth + 1, keys: keys, &random, leaf: leaf) }.joined(
          separator: ",") + "]"
    default: return object(depth: depth, keys: keys, &random, leaf: leaf)
    }
  }

  /// An object most of whose members have likely names, and some of them likely values.
  static func object(
    depth: Int = 0, keys: [String], _ random: inout SeededGenerator,
    leaf: (String, inout SeededGenerator) -> String? = { _, _ in nil }
  ) -> String {
    let some = keys.filter { _ in !random.once(in: 4) }
    let members = (some + (random.once(in: 4) ? [Nasty.text(&random)] : [])).map { key in
      let likely = random.once(in: 4) ? nil : leaf(key, &random)
      return "\(text(key, &random)):\(likely ?? value(depth: depth + 1, keys: keys, &random, leaf: leaf))"
    }
    return "{" + members.joined(separator: random.once(in: 200) ? ";" : ",")
      + (random.once(in: 200) ? "" : "}")
  }

  /// A string, escaped in one of the ways there are, and seldom not at all.
  static func text(_ text: String, _ random: inout SeededGenerator) -> String {
    let style = Int.random(in: 0..<100, using: &random)
    if style == 0 { return "\"\(text)\"" }
    if style == 1 {
      return "\"\(random.pick([#"\ud800"#, #"\udfff\ud800"#, #"\u0000"#, #"\u001b[31m"#, #"\x41"#]))\""
    }
    var out = "\""
    for scalar in text.unicodeScalars {
      switch scalar {
      case "\"": out += "\\\""
      case "\\": out += "\\\\"
      case _ where scalar.value < 0x20 || style < 20:
        for unit in String(scalar).utf16 { out += String(format: "\\u%04x", unit) }
      default: out.unicodeScalars.append(scalar)
      }
    }
    return out + "\""
  }
}
