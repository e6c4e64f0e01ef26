import EST
import Foundation

/// What a mail program said of a mail that it did not send, read for the receiver's reply.
///
/// A reply code (RFC 5321, section 4.2) stands where a reply begins: at the beginning of a line, after a colon and a
/// space, or after a bracket; so does an enhanced one (RFC 3463), or it follows a reply code. Ports, times, sizes and
/// the numbers of machines stand elsewhere.
struct MailReply: Hashable {
  /// Such as `550`, `550 5.1.1` or `4.7.0`.
  let code: String
  /// What followed the code on its line.
  let sentence: String

  /// 5xx is final, 4xx is tried again.
  var isPermanent: Bool { code.hasPrefix("5") }

  /// The last reply in `text`: what was said before was said of another try.
  static func last(in text: String) -> MailReply? {
    text.split(whereSeparator: \.isNewline).reversed().lazy.compactMap { first(inLine: Array($0.utf8)) }.first
  }

  private static func first(inLine line: [UInt8]) -> MailReply? {
    // What stands before, and whether there is a space between.
    var before: UInt8?
    var isApart = false
    for (start, byte) in line.enumerated() {
      if isBeginning(after: before, isApart), let reply = reply(in: line[start...]) { return reply }
      isApart = byte == UInt8(ascii: " ") || byte == UInt8(ascii: "\t")
      if !isApart { before = byte }
    }
    return nil
  }

  private static func isBeginning(after before: UInt8?, _ isApart: Bool) -> Bool {
    switch before {
    case nil: true
    case UInt8(ascii: ":"): isApart
    case UInt8(ascii: "("), UInt8(ascii: "#"), UInt8(ascii: "\""): !isApart
    default: false
    }
  }

  private static func reply(in rest: ArraySlice<UInt8>) -> MailReply? {
    if let end = enhancedEnd(rest) {
      return MailReply(code: text(rest[..<end]), sentence: text(rest[end...]))
    }
    guard rest.count >= 3, rest.prefix(3).allSatisfy(isDigit) else { return nil }
    let digits = Array(rest.prefix(3))
    // Second digits of RFC 5321 and its extensions: 465 and 587 are ports.
    guard [UInt8(ascii: "4"), UInt8(ascii: "5")].contains(digits[0]), "012357".utf8.contains(digits[1]) else {
      return nil
    }
    var after = rest.dropFirst(3)
    let code = text(digits[...])
    guard let divider = after.first else { return MailReply(code: code, sentence: "") }
    guard divider == UInt8(ascii: " ") || divider == UInt8(ascii: "-") else {
      return ")".utf8.contains(divider) ? MailReply(code: code, sentence: "") : nil
    }
    after = after.dropFirst()
    if let end = enhancedEnd(after), after.first == digits[0] {
      return MailReply(code: "\(code) \(text(after[..<end]))", sentence: text(after[end...]))
    }
    let sentence = text(after)
    // "time-out: 550 seconds" is no reply.
    let word = sentence.prefix { $0.isLetter }.lowercased()
    guard !["s", "ms", "sec", "second", "seconds", "minutes", "bytes", "kb", "mb"].contains(word) else {
      return nil
    }
    return MailReply(code: code, sentence: sentence)
  }

  /// Where an enhanced code ends that `rest` begins with.
  private static func enhancedEnd(_ rest: ArraySlice<UInt8>) -> Int? {
    guard let first = rest.first, [UInt8(ascii: "4"), UInt8(ascii: "5")].contains(first) else { return nil }
    var index = rest.startIndex + 1
    for _ in 0..<2 {
      guard index < rest.endIndex, rest[index] == UInt8(ascii: ".") else { return nil }
      let digits = rest[(index + 1)...].prefix { isDigit($0) }.count
      guard (1...3).contains(digits) else { return nil }
      index += 1 + digits
    }
    // A fourth number makes it an address of a machine, a letter a version.
    if index < rest.endIndex {
      let next = rest[index]
      guard next != UInt8(ascii: "."), next != UInt8(ascii: "-"), !isDigit(next),
        next | 0x20 < UInt8(ascii: "a")
      else { return nil }
    }
    return index
  }

  private static func isDigit(_ byte: UInt8) -> Bool { (48...57).contains(byte) }

  private static func text(_ bytes: ArraySlice<UInt8>) -> String {
    let text = String(decoding: bytes, as: UTF8.self)
    return text.trimmingCharacters(in: CharacterSet(charactersIn: " \t\r)\"").union(.controlCharacters))
  }
}

extension MailReply {
  /// A sentence as it may be kept: one short line without addresses, and `nil` where a person may be in it.
  /// - Parameter addresses: those of the mail, which some servers repeat in part.
  static func kept(_ sentence: String, without addresses: [String]) -> String? {
    let hidden = addresses.flatMap { [$0, String($0.prefix { $0 != "@" })] }.map { $0.lowercased() }
    let words = sentence.split(whereSeparator: \.isWhitespace).prefix(60).map { word -> Substring in
      let plain = word.lowercased()
      let isAddress =
        plain.contains("@") || plain.contains("%40") || plain.contains("://")
        || hidden.contains { !$0.isEmpty && plain.contains($0) }
      return isAddress ? "…" : word
    }
    let line = String(
      words.joined(separator: " ").unicodeScalars.filter { !$0.isInvisible }
        .prefix(200).map(Character.init))
    guard !line.isEmpty, PersonalDataScreen.firstFinding(in: line) == nil else { return nil }
    return line
  }
}
