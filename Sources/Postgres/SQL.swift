/// A statement together with its parameters: text with `$1`, `$2` … and, apart from it, what they stand for.
///
/// Written as a string literal, an interpolated value becomes a parameter and never text, so that no value can
/// change what the statement means:
/// ```swift
/// let found: SQL = "select name from area where id = \(id) and kind = \(kind)"   // … where id = $1 and kind = $2
/// ```
/// `\(identifier: name)` quotes a name, `\(literal: text)` quotes a text constant for statements that take no
/// parameters (`COPY`, `CREATE ROLE`), `\(raw: text)` splices trusted text as it is, and another `SQL` is spliced
/// with its parameters renumbered. Text handed in raw must hold no `$n` of its own.
///
/// A `String` goes out untyped, so that the server infers what it is (an enum label, a date, a text); where it
/// cannot (`$1 is null`, a variadic function) it says 42P18, and a cast helps: `\(name)::text`. Inside an array
/// a string is always `text`.
public struct SQL: Sendable {
  /// The statement as the server gets it.
  public private(set) var text: String
  private(set) var parameters: [Parameter] = []
  /// Every parameter's bytes one after the other: one allocation however many there are.
  private(set) var bytes = PostgresBytes()
  /// What makes the statement impossible to send, found while its parameters were written.
  private(set) var fault: Fault?
  /// Where in `text` each `$n` stands, as UTF-8 offsets, so that a spliced statement can be renumbered.
  private var placeholders: [Int] = []

  struct Parameter: Sendable {
    var oid: UInt32
    var isText: Bool
    /// Where the value begins in `bytes`, or nil for NULL.
    var offset: Int?
    var length: Int
  }

  enum Fault: Sendable {
    /// PostgreSQL's text cannot hold the character U+0000.
    case nulCharacter
    case arrayOfArrays
    /// A value longer than a gigabyte, which is more than a field of PostgreSQL can hold.
    case tooLong
  }

  /// Trusted text without parameters.
  public init(raw text: String) {
    self.text = text
    if text.utf8.containsNUL { fault = .nulCharacter }
  }

  /// The statements one after the other with `separator` between them, as for a list of columns or conditions.
  public init(joining parts: [SQL], separator: SQL) {
    self.init(raw: "")
    for (index, part) in parts.enumerated() {
      if index > 0 { append(separator) }
      append(part)
    }
  }

  public static func + (left: SQL, right: SQL) -> SQL {
    var sum = left
    sum.append(right)
    return sum
  }

  public static func += (left: inout SQL, right: SQL) { left.append(right) }

  mutating func append(text more: String) {
    text += more
    if more.utf8.containsNUL { fault = .nulCharacter }
  }

  /// Makes room for what is about to be written.
  mutating func reserve(text: Int, parameters: Int) {
    self.text.reserveCapacity(self.text.utf8.count + text)
    self.parameters.reserveCapacity(self.parameters.count + parameters)
    placeholders.reserveCapacity(placeholders.count + parameters)
  }

  mutating func append(parameter value: some PostgresEncodable) {
    let type = type(of: value).postgresType
    var parameter = Parameter(oid: type.oid, isText: type.isText, offset: nil, length: 0)
    if !value.isPostgresNull {
      let start = bytes.count
      value.encode(into: &bytes)
      parameter.offset = start
      parameter.length = bytes.count - start
      // libpq finds the end of a value in text form by its NUL.
      if type.isText { bytes.append(0) }
      if bytes.containsNULCharacter { fault = .nulCharacter }
      if parameter.length >= 1 << 30 { fault = .tooLong }
    }
    if type.isArrayOfArrays { fault = .arrayOfArrays }
    parameters.append(parameter)
    placeholders.append(text.utf8.count)
    text += "$\(parameters.count)"
  }

  public mutating func append(_ other: SQL) {
    fault = fault ?? other.fault
    let shift = parameters.count
    let start = bytes.count
    if shift == 0 || other.parameters.isEmpty {
      let length = text.utf8.count
      placeholders += other.placeholders.map { $0 + length }
      text += other.text
    } else {
      let utf8 = other.text.utf8
      var cursor = utf8.startIndex
      for (number, offset) in other.placeholders.enumerated() {
        let placeholder = utf8.index(utf8.startIndex, offsetBy: offset)
        text += other.text[cursor..<placeholder]
        placeholders.append(text.utf8.count)
        text += "$\(number + 1 + shift)"
        cursor = utf8.index(placeholder, offsetBy: "$\(number + 1)".utf8.count)
      }
      text += other.text[cursor...]
    }
    bytes.append(contentsOf: other.bytes)
    parameters += other.parameters.map { parameter in
      var parameter = parameter
      parameter.offset = parameter.offset.map { $0 + start }
      return parameter
    }
  }
}
