/// A Swift file taken apart into its code and the texts that stand in it; comments are neither.
///
/// Knows comments within comments, raw and multi-line string literals and the code that is interpolated into them,
/// which is as much as a guard needs to tell a word of the code from one of its prose.
struct SwiftSource {
  struct Literal: Equatable {
    /// From 1.
    let line: Int
    /// As written, escapes and all; an interpolation is left out.
    let text: String
  }

  /// Where the file lies, from the package's root.
  let path: String
  /// The lines of code, each literal an empty `""`.
  let code: [String]
  let literals: [Literal]

  init(path: String, _ text: String) {
    self.path = path
    var scanner = Scanner(bytes: Array(text.utf8))
    scanner.code(until: nil)
    code = String(decoding: scanner.output, as: UTF8.self)
      .split(separator: "\n", omittingEmptySubsequences: false).map(String.init)
    literals = scanner.literals
  }

  /// The modules that the file imports, whatever stands before or after the word.
  var imports: [String] {
    code.compactMap { line in
      var words = line.split(separator: " ")[...]
      while let word = words.first, word.hasPrefix("@") || Self.accessLevels.contains(word) {
        words = words.dropFirst()
      }
      guard words.popFirst() == "import" else { return nil }
      if let kind = words.first, Self.kinds.contains(kind) { words = words.dropFirst() }
      return words.first?.split(separator: ".").first.map(String.init)
    }
  }

  private static let accessLevels: Set<Substring> = [
    "public", "package", "internal", "fileprivate", "private",
  ]
  private static let kinds: Set<Substring> = [
    "struct", "class", "enum", "protocol", "func", "var", "let", "typealias",
  ]
}

private struct Scanner {
  let bytes: [UInt8]
  var index = 0
  var line = 1
  var output: [UInt8] = []
  var literals: [SwiftSource.Literal] = []

  init(bytes: [UInt8]) { self.bytes = bytes }

  private func sees(_ text: StaticString) -> Bool {
    let count = text.utf8CodeUnitCount
    guard index + count <= bytes.count else { return false }
    return (0..<count).allSatisfy { bytes[index + $0] == text.utf8Start[$0] }
  }

  /// Steps over bytes that are not code; line breaks stay, so that lines keep their numbers.
  private mutating func skip(_ count: Int = 1) {
    for byte in bytes[index..<min(bytes.count, index + count)] where byte == UInt8(ascii: "\n") {
      line += 1
      output.append(byte)
    }
    index += count
  }

  private mutating func keep() {
    if bytes[index] == UInt8(ascii: "\n") { line += 1 }
    output.append(bytes[index])
    index += 1
  }

  /// - Parameter end: the parenthesis that closes an interpolation, which is not kept; `nil` for the whole file.
  mutating func code(until end: UInt8?) {
    var depth = 0
    while index < bytes.count {
      if sees("//") {
        while index < bytes.count && bytes[index] != UInt8(ascii: "\n") { skip() }
      } else if sees("/*") {
        comment()
      } else if let hashes = literalStart() {
        literal(hashes: hashes)
      } else if depth == 0 && bytes[index] == end {
        return skip()
      } else {
        if bytes[index] == UInt8(ascii: "(") { depth += 1 }
        if bytes[index] == UInt8(ascii: ")") { depth -= 1 }
        keep()
      }
    }
  }

  private mutating func comment() {
    var depth = 0
    repeat {
      if sees("/*") {
        depth += 1
        skip(2)
      } else if sees("*/") {
        depth -= 1
        skip(2)
      } else {
        skip()
      }
    } while depth > 0 && index < bytes.count
  }

  /// How many number signs stand before a quotation mark here; `nil` where no literal begins.
  private func literalStart() -> Int? {
    let hashes = bytes[index...].prefix { $0 == UInt8(ascii: "#") }.count
    let mark = index + hashes
    return mark < bytes.count && bytes[mark] == UInt8(ascii: "\"") ? hashes : nil
  }

  private mutating func literal(hashes: Int) {
    output += Array("\"\"".utf8)
    skip(hashes)
    let isMultiLine = sees("\"\"\"")
    let quotes = isMultiLine ? 3 : 1
    skip(quotes)
    let escape = [UInt8(ascii: "\\")] + [UInt8](repeating: UInt8(ascii: "#"), count: hashes)
    let close =
      [UInt8](repeating: UInt8(ascii: "\""), count: quotes)
      + [UInt8](repeating: UInt8(ascii: "#"), count: hashes)
    let start = line
    var text: [UInt8] = []
    while index < bytes.count && !bytes[index...].starts(with: close) {
      if bytes[index...].starts(with: escape + [UInt8(ascii: "(")]) {
        skip(escape.count + 1)
        code(until: UInt8(ascii: ")"))
      } else if bytes[index...].starts(with: escape) {
        text += bytes[index..<min(bytes.count, index + escape.count + 1)]
        skip(escape.count + 1)
      } else {
        text.append(bytes[index])
        skip()
      }
    }
    skip(close.count)
    literals.append(.init(line: start, text: String(decoding: text, as: UTF8.self)))
  }
}
