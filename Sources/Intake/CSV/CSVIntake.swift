import EST

/// Reads a CSV file with a header, as a stream.
///
/// Comma, semicolon or tab, whichever the header has most of; UTF-8 with or without byte order mark, or Latin-1
/// (`TextEncoding` says how they are told apart). Every row gives a report or a reject.
public struct CSVIntake: IntakeParser {
  private let translation: Translation
  private let zone: ZoneRules
  private let now: Instant
  private var header = CSVHeader()
  /// What reads the rows; `nil` until the header has been read.
  private var body: Body?

  private struct Body {
    var rows: CSVRows
    var encoding: TextEncoding
    var reader: RowReader

    mutating func item() -> IntakeItem {
      guard encoding.decode(&rows.row) else {
        return .reject(Reject(line: rows.row.line, field: "", problem: .invalidEncoding))
      }
      return reader.item(for: rows.row)
    }
  }

  /// - Parameters:
  ///   - zone: the municipality's, in which times without offset are told.
  ///   - now: nothing but a coming event lies after it.
  public init(
    mapping: Mapping = .standard, categories: CategoryList, zone: ZoneRules, now: Instant
  ) throws(MappingProblem) {
    translation = try Translation(mapping, categories: categories)
    self.zone = zone
    self.now = now
  }

  public mutating func push(_ bytes: UnsafeRawBufferPointer, _ take: (IntakeItem) throws -> Void) throws {
    guard body == nil else { return try read(bytes[...], take) }
    try header.push(bytes)
    if header.end != nil { try begin(take) }
  }

  public mutating func finish(_ take: (IntakeItem) throws -> Void) throws {
    if body == nil { try begin(take) }
    while body?.rows.last() == true { try take(body!.item()) }
  }

  private mutating func read(
    _ bytes: Slice<UnsafeRawBufferPointer>, _ take: (IntakeItem) throws -> Void
  ) throws {
    var bytes = bytes
    while body?.rows.next(from: &bytes) == true { try take(body!.item()) }
  }

  /// Reads the header, and the rows that have come with it.
  private mutating func begin(_ take: (IntakeItem) throws -> Void) throws {
    try header.checkFormat()
    var encoding = TextEncoding()
    var rows = CSVRows(delimiter: translation.delimiter ?? header.likelyDelimiter)
    try header.bytes.withUnsafeBytes { bytes in
      let end = header.end ?? bytes.count
      var head = bytes[..<end]
      if head.starts(with: [0xEF, 0xBB, 0xBF]) {
        head = head.dropFirst(3)
        encoding.markUTF8()
      }
      guard rows.next(from: &head) || rows.last() else { throw FileProblem.empty }
      guard rows.row.fault == nil, encoding.decode(&rows.row) else { throw FileProblem.unreadableHeader }
      body = Body(rows: rows, encoding: encoding, reader: try reader(of: rows.row, take))
      try read(head, take)
      try read(bytes[end...], take)
    }
  }

  private func reader(of header: Row, _ take: (IntakeItem) throws -> Void) throws -> RowReader {
    let names = header.ends.indices.map { header.text($0).trimmed }
    guard names.contains(where: { !$0.isEmpty }) else { throw FileProblem.empty }
    var headers: [(name: String, field: Field?)] = []
    for name in names {
      let field = translation.isIgnored(name) ? nil : translation.field(of: name)
      if let field, let other = headers.first(where: { $0.field == field }) {
        throw FileProblem.duplicateColumn(other.name, name)
      }
      headers.append((name, field))
    }
    for field in [Field.category, .occurredFrom]
    where translation.constants[field] == nil && !headers.contains(where: { $0.field == field }) {
      let foreign = translation.columns.filter { $0.value == field }.map(\.key)
      throw FileProblem.missingColumn(field.rawValue, allowed: foreign + field.names)
    }
    let unknown = headers.filter { $0.field == nil && !$0.name.isEmpty && !translation.isIgnored($0.name) }
    if !unknown.isEmpty { try take(.note(line: header.line, .ignoredColumns(unknown.map(\.name)))) }
    return RowReader(headers: headers, translation: translation, zone: zone, now: now)
  }
}
