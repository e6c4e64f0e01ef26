import EST

/// Reads a CSV file with a header, as a stream.
///
/// Comma, semicolon or tab, whichever the header has most of; UTF-8 with or without byte order mark, or Latin-1
/// (`TextEncoding` says how they are told apart). Every row gives a report or a reject.
public struct CSVIntake: IntakeParser {
  private let translation: Translation
  private let zone: ZoneRules
  private let now: Instant
  private var stage = Stage.header([])
  private var encoding = TextEncoding()

  private enum Stage {
    /// The bytes of the header so far, which tell how to read the rest.
    case header([UInt8])
    case rows(CSVRows, RowReader)
    /// While a row is being read.
    case busy
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
    guard case .header(let begun) = stage else { return try read(bytes[...], take) }
    stage = .busy
    let head = begun + bytes
    guard head.endOfHeader != nil else {
      guard head.count <= IntakeLimits.row else { throw FileProblem.unreadableHeader }
      stage = .header(head)
      return
    }
    try begin(head, take)
  }

  public mutating func finish(_ take: (IntakeItem) throws -> Void) throws {
    if case .header(let head) = stage { try begin(head, take) }
    guard case .rows(var rows, var reader) = stage else { return }
    stage = .busy
    while rows.last() { try take(item(&rows, &reader)) }
  }

  private mutating func read(
    _ bytes: Slice<UnsafeRawBufferPointer>, _ take: (IntakeItem) throws -> Void
  ) throws {
    guard case .rows(var rows, var reader) = stage else { return }
    stage = .busy
    var bytes = bytes
    while rows.next(from: &bytes) { try take(item(&rows, &reader)) }
    stage = .rows(rows, reader)
  }

  private mutating func item(_ rows: inout CSVRows, _ reader: inout RowReader) -> IntakeItem {
    guard decode(&rows.row) else {
      return .reject(Reject(line: rows.row.line, field: "", problem: .invalidEncoding))
    }
    return reader.item(for: rows.row)
  }

  private mutating func decode(_ row: inout Row) -> Bool {
    row.bytes.allSatisfy { $0 < 0x80 } || encoding.decode(&row)
  }

  /// Reads the header, and the rows that have come with it.
  private mutating func begin(_ head: [UInt8], _ take: (IntakeItem) throws -> Void) throws {
    if let foreign = ForeignFormat(first: head) { throw FileProblem.foreignFormat(foreign) }
    var text = head[...]
    if text.starts(with: [0xEF, 0xBB, 0xBF]) {
      text = text.dropFirst(3)
      encoding.markUTF8()
    }
    var rows = CSVRows(delimiter: translation.delimiter ?? text.likelyDelimiter)
    try Array(text).withUnsafeBytes { bytes in
      var bytes = bytes[...]
      guard rows.next(from: &bytes) || rows.last() else { throw FileProblem.empty }
      guard rows.row.fault == nil, decode(&rows.row) else { throw FileProblem.unreadableHeader }
      let reader = try reader(of: rows.row, take)
      stage = .rows(rows, reader)
      try read(bytes, take)
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

extension Collection<UInt8> {
  /// Where the first line with anything in it ends, quoted line breaks left out.
  fileprivate var endOfHeader: Index? {
    var isQuoted = false
    var isBlank = true
    for (index, byte) in zip(indices, self) {
      switch byte {
      case .quote:
        isQuoted.toggle()
        isBlank = false
      case .lineFeed, .carriageReturn: if !isQuoted, !isBlank { return index }
      default: isBlank = false
      }
    }
    return nil
  }

  /// Of comma, semicolon and tab the one that the header has most of.
  fileprivate var likelyDelimiter: UInt8 {
    var counts: [UInt8: Int] = [:]
    var isQuoted = false
    for byte in self[..<(endOfHeader ?? endIndex)] {
      if byte == .quote { isQuoted.toggle() }
      if !isQuoted { counts[byte, default: 0] += 1 }
    }
    let candidates = [UInt8(ascii: ","), UInt8(ascii: ";"), UInt8(ascii: "\t")]
    return candidates.max { counts[$0, default: 0] < counts[$1, default: 0] }!
  }
}
