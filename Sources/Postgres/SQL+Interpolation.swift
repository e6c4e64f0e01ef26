extension SQL: ExpressibleByStringInterpolation {
  public init(stringLiteral value: String) { self.init(raw: value) }

  public init(stringInterpolation: StringInterpolation) { self = stringInterpolation.sql }

  public struct StringInterpolation: StringInterpolationProtocol {
    fileprivate var sql = SQL(raw: "")

    public init(literalCapacity: Int, interpolationCount: Int) {
      sql.reserve(text: literalCapacity + 4 * interpolationCount, parameters: interpolationCount)
    }

    public mutating func appendLiteral(_ literal: String) { sql.append(text: literal) }

    /// A value: bound as a parameter.
    public mutating func appendInterpolation(_ value: some PostgresEncodable) { sql.append(parameter: value) }

    /// A value or NULL. Apart from the above so that the compiler sees an optional is meant.
    public mutating func appendInterpolation<Value: PostgresEncodable>(_ value: Value?) {
      sql.append(parameter: value)
    }

    /// Another statement or a part of one, its parameters renumbered.
    public mutating func appendInterpolation(_ other: SQL) { sql.append(other) }

    /// A name of a table, column, role …, in double quotes.
    public mutating func appendInterpolation(identifier name: String) {
      sql.append(text: SQL.quoted(identifier: name))
    }

    /// A text constant in single quotes, for statements that take no parameters.
    public mutating func appendInterpolation(literal text: String) {
      sql.append(text: SQL.quoted(literal: text))
    }

    /// Trusted text as it stands. Never anything that came from outside.
    public mutating func appendInterpolation(raw text: String) { sql.append(text: text) }
  }

  static func quoted(identifier name: String) -> String {
    var quoted = "\""
    for scalar in name.unicodeScalars {
      if scalar == "\"" { quoted.unicodeScalars.append(scalar) }
      quoted.unicodeScalars.append(scalar)
    }
    return quoted + "\""
  }

  /// Written so that it means the same whether or not `standard_conforming_strings` is on.
  static func quoted(literal text: String) -> String {
    var quoted = ""
    var hasBackslash = false
    for scalar in text.unicodeScalars {
      if scalar == "\\" { hasBackslash = true }
      if scalar == "'" || scalar == "\\" { quoted.unicodeScalars.append(scalar) }
      quoted.unicodeScalars.append(scalar)
    }
    // The leading space keeps the E from joining a word before it.
    return hasBackslash ? " E'\(quoted)'" : "'\(quoted)'"
  }
}
