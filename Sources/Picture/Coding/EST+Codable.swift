import EST

/// How the domain's own values stand in a stored picture: as the text that people know them by.

extension LocalDate: Codable {
  public init(from decoder: any Decoder) throws {
    self = try decoder.parsed("a date such as 2026-11-23") { LocalDate($0) }
  }
  public func encode(to encoder: any Encoder) throws { try encoder.encode(text: description) }
}

extension LocalTime: Codable {
  public init(from decoder: any Decoder) throws {
    self = try decoder.parsed("a time of day such as 09:00") { LocalTime($0) }
  }
  public func encode(to encoder: any Encoder) throws { try encoder.encode(text: description) }
}

extension MunicipalityCode: Codable {
  public init(from decoder: any Decoder) throws {
    self = try decoder.parsed("a code of four digits") { MunicipalityCode($0) }
  }
  public func encode(to encoder: any Encoder) throws { try encoder.encode(text: description) }
}

extension CategoryCode: Codable {
  public init(from decoder: any Decoder) throws {
    self = try decoder.parsed("a category such as vandalism/klotter") { $0.isEmpty ? nil : CategoryCode($0) }
  }
  public func encode(to encoder: any Encoder) throws { try encoder.encode(text: description) }
}

extension Identifier: Codable {
  public init(from decoder: any Decoder) throws {
    self = try decoder.parsed("a UUID") { Identifier($0) }
  }
  public func encode(to encoder: any Encoder) throws { try encoder.encode(text: description) }
}

extension Instant: Codable {
  public init(from decoder: any Decoder) throws {
    self.init(microseconds: try decoder.singleValueContainer().decode(Int64.self))
  }
  public func encode(to encoder: any Encoder) throws {
    var container = encoder.singleValueContainer()
    try container.encode(microseconds)
  }
}

extension ZoneRules: Codable {
  public init(from decoder: any Decoder) throws {
    self = try decoder.parsed("a time zone") { ZoneRules.named($0) }
  }
  public func encode(to encoder: any Encoder) throws { try encoder.encode(text: identifier) }
}

extension Category: Codable {
  private enum Key: String, CodingKey { case code, swedish, english, common, themes }

  public init(from decoder: any Decoder) throws {
    let container = try decoder.container(keyedBy: Key.self)
    self.init(
      code: try container.decode(CategoryCode.self, forKey: .code),
      swedish: try container.decode(String.self, forKey: .swedish),
      english: try container.decode(String.self, forKey: .english),
      common: try container.decode(CategoryCode.self, forKey: .common),
      themes: Set(try container.decode([Theme].self, forKey: .themes)))
  }

  public func encode(to encoder: any Encoder) throws {
    var container = encoder.container(keyedBy: Key.self)
    try container.encode(code, forKey: .code)
    try container.encode(swedish, forKey: .swedish)
    try container.encode(english, forKey: .english)
    try container.encode(common, forKey: .common)
    // A set has no order of its own.
    try container.encode(Theme.allCases.filter(themes.contains), forKey: .themes)
  }
}

extension ReportSource: Codable {}
extension Theme: Codable {}
extension Place.Precision: Codable {}

extension Decoder {
  func parsed<Value>(_ expected: String, _ parse: (String) -> Value?) throws -> Value {
    let container = try singleValueContainer()
    guard let value = parse(try container.decode(String.self)) else {
      throw DecodingError.dataCorruptedError(in: container, debugDescription: "expected \(expected)")
    }
    return value
  }
}

extension Encoder {
  func encode(text: String) throws {
    var container = singleValueContainer()
    try container.encode(text)
  }
}
