import EST

/// A mapping whose every word has been checked, together with the categories it leads to.
struct Translation: Sendable {
  let delimiter: UInt8?
  /// Folded foreign headers to fields.
  let columns: [String: Field]
  let ignored: Set<String>
  /// Folded foreign values to ours.
  let values: [Field: [String: String]]
  let constants: [Field: String]
  let formats: [Field: TimePattern]
  let categories: CategoryList

  init(_ mapping: Mapping, categories: CategoryList) throws(MappingProblem) {
    self.categories = categories
    switch mapping.delimiter {
    case nil: delimiter = nil
    case ",", ";", "\t": delimiter = mapping.delimiter!.utf8.first
    case let other?: throw .unknownDelimiter(other)
    }

    var columns: [String: Field] = [:]
    for (header, name) in mapping.columns.sorted(by: { $0.key < $1.key }) {
      let field = try Translation.field(name)
      guard !columns.values.contains(field) else { throw .fieldGivenTwice(field) }
      columns[Field.folded(header)] = field
    }
    self.columns = columns
    ignored = Set(mapping.ignored.map { Field.folded($0) })

    var values: [Field: [String: String]] = [:]
    for (name, pairs) in mapping.values {
      let field = try Translation.field(name)
      guard field.isWord else { throw .notForField(field, part: "values") }
      var folded: [String: String] = [:]
      for (foreign, ours) in pairs.sorted(by: { $0.key < $1.key }) {
        try Translation.check(ours, of: field, in: categories)
        folded[Vocabulary.folded(foreign)] = ours
      }
      values[field] = folded
    }
    self.values = values

    var constants: [Field: String] = [:]
    for (name, value) in mapping.constants {
      let field = try Translation.field(name)
      guard field.isWord else { throw .notForField(field, part: "constants") }
      try Translation.check(value, of: field, in: categories)
      constants[field] = value
    }
    self.constants = constants

    var formats: [Field: TimePattern] = [:]
    for (name, pattern) in mapping.formats {
      let field = try Translation.field(name)
      guard field == .occurredFrom || field == .occurredTo else { throw .notForField(field, part: "formats") }
      guard let read = TimePattern(pattern) else { throw .unreadableFormat(pattern, field: field) }
      formats[field] = read
    }
    self.formats = formats
  }

  func field(of header: some StringProtocol) -> Field? {
    columns[Field.folded(header)] ?? Field(header: header)
  }

  func isIgnored(_ header: some StringProtocol) -> Bool { ignored.contains(Field.folded(header)) }

  /// Ours for a foreign value, or the value itself.
  func value(_ text: String, of field: Field) -> String {
    values[field]?[Vocabulary.folded(text)] ?? text
  }

  private static func field(_ name: String) throws(MappingProblem) -> Field {
    guard let field = Field(rawValue: name) else {
      throw .unknownField(name, allowed: Field.allCases.map(\.rawValue))
    }
    return field
  }

  private static func check(
    _ value: String, of field: Field, in categories: CategoryList
  ) throws(MappingProblem) {
    let word = Vocabulary.folded(value)
    let allowed: String?
    switch field {
    case .category: allowed = categories.code(named: value) == nil ? categories.mainCodes : nil
    case .certainty: allowed = Vocabulary.certainty[word] == nil ? Vocabulary.allowed(Certainty.self) : nil
    case .placeType: allowed = Vocabulary.placeType[word] == nil ? Vocabulary.allowed(PlaceType.self) : nil
    case .reportClass:
      allowed = Vocabulary.reportClass[word] == nil ? Vocabulary.allowed(ReportClass.self) : nil
    default: allowed = nil
    }
    if let allowed { throw .unknownValue(value, field: field, allowed: allowed) }
  }
}

extension Field {
  /// Whether the field is told in words, which can be translated and said once for all rows.
  var isWord: Bool {
    switch self {
    case .category, .area, .unit, .place, .placeType, .certainty, .assessment, .reason, .reportClass, .text:
      true
    case .occurredFrom, .occurredTo, .reference, .latitude, .longitude, .x, .y, .count: false
    }
  }
}

extension CategoryList {
  var mainCodes: String {
    categories.filter { $0.code.subtype == nil }.map(\.code.main).joined(separator: ", ")
  }

  /// What would do instead of an unknown name: the sub-types if its first part is a category, else the categories.
  func allowed(insteadOf name: String) -> String {
    guard let slash = name.firstIndex(of: "/"), let main = code(named: name[..<slash])?.main else {
      return mainCodes
    }
    let subtypes = categories.filter { $0.code.main == main }.map(\.code.description)
    return subtypes.joined(separator: ", ")
  }
}
