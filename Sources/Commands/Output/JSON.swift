import EST

/// A JSON document as a command builds it: keys stay in the order in which a reader wants them.
enum JSON: Sendable, Equatable {
  case null
  case bool(Bool)
  case int(Int)
  case number(Double)
  case string(String)
  case array([JSON])
  case object([Member])
  /// A document that is JSON already, such as a stored picture.
  case document(String)

  struct Member: Sendable, Equatable {
    let key: String
    let value: JSON
  }

  /// A value that may be missing, as `null`.
  static func optional(_ text: String?) -> JSON { text.map(JSON.string) ?? .null }
  static func optional(_ number: Int?) -> JSON { number.map(JSON.int) ?? .null }
  static func strings(_ texts: some Sequence<String>) -> JSON { .array(texts.map(JSON.string)) }
  static func list<T>(_ items: some Sequence<T>, _ body: (T) throws -> JSON) rethrows -> JSON {
    .array(try items.map(body))
  }

  /// The document, indented by two spaces, without a line break at its end.
  var text: String {
    var out = ""
    write(to: &out, indent: 0)
    return out
  }

  /// The document on one line.
  var line: String {
    switch self {
    case .array(let items): return "[" + items.map(\.line).joined(separator: ", ") + "]"
    case .object(let members):
      return "{" + members.map { "\(JSON.string($0.key).text): \($0.value.line)" }.joined(separator: ", ")
        + "}"
    default: return text
    }
  }

  private func write(to out: inout String, indent: Int) {
    switch self {
    case .null: out += "null"
    case .bool(let value): out += value ? "true" : "false"
    case .int(let value): out += String(value)
    // JSON has neither infinities nor NaN; a number that is whole needs no fraction.
    case .number(let value):
      out += !value.isFinite ? "null" : Int(exactly: value).map(String.init) ?? "\(value)"
    case .string(let value): JSON.quote(value, to: &out)
    case .document(let text): out += text
    case .array(let items) where items.allSatisfy(\.isScalar):
      // Short lists, such as roles, read better on one line.
      out += "["
      for (index, item) in items.enumerated() {
        if index > 0 { out += ", " }
        item.write(to: &out, indent: indent)
      }
      out += "]"
    case .array(let items):
      JSON.writeBlock(("[", "]"), items, to: &out, indent: indent) { item, out in
        item.write(to: &out, indent: indent + 1)
      }
    case .object(let members):
      JSON.writeBlock(("{", "}"), members, to: &out, indent: indent) { member, out in
        JSON.quote(member.key, to: &out)
        out += ": "
        member.value.write(to: &out, indent: indent + 1)
      }
    }
  }

  private var isScalar: Bool {
    switch self {
    case .array, .object, .document: false
    default: true
    }
  }

  private static func writeBlock<T>(
    _ brackets: (String, String), _ items: [T], to out: inout String, indent: Int,
    _ write: (T, inout String) -> Void
  ) {
    guard !items.isEmpty else {
      out += brackets.0 + brackets.1
      return
    }
    out += brackets.0
    for (index, item) in items.enumerated() {
      out += index == 0 ? "\n" : ",\n"
      out += String(repeating: "  ", count: indent + 1)
      write(item, &out)
    }
    out += "\n" + String(repeating: "  ", count: indent) + brackets.1
  }

  /// RFC 8259, section 7. What a terminal would obey is escaped too: the value is the same, and nothing acts on it.
  private static func quote(_ text: String, to out: inout String) {
    out += "\""
    for scalar in text.unicodeScalars {
      switch scalar {
      case "\"": out += "\\\""
      case "\\": out += "\\\\"
      case "\n": out += "\\n"
      case "\t": out += "\\t"
      case "\r": out += "\\r"
      case _ where scalar.isInvisible:
        for unit in String(scalar).utf16 {
          let digits = String(unit, radix: 16)
          out += "\\u" + String(repeating: "0", count: 4 - digits.count) + digits
        }
      default: out.unicodeScalars.append(scalar)
      }
    }
    out += "\""
  }
}

extension JSON: ExpressibleByStringLiteral, ExpressibleByIntegerLiteral, ExpressibleByBooleanLiteral,
  ExpressibleByNilLiteral, ExpressibleByArrayLiteral, ExpressibleByDictionaryLiteral
{
  init(stringLiteral value: String) { self = .string(value) }
  init(integerLiteral value: Int) { self = .int(value) }
  init(booleanLiteral value: Bool) { self = .bool(value) }
  init(nilLiteral: ()) { self = .null }
  init(arrayLiteral elements: JSON...) { self = .array(elements) }
  init(dictionaryLiteral elements: (String, JSON)...) {
    self = .object(elements.map { Member(key: $0.0, value: $0.1) })
  }
}
