/// Why a file cannot be read at all. Nothing of it has been taken when this is thrown.
public enum FileProblem: Error, Hashable, Sendable {
  /// There is nothing in the file, or nothing but white space.
  case empty
  /// A format that must be turned into text first.
  case foreignFormat(ForeignFormat)
  /// The header lacks a column that every row needs; `allowed` are the names by which it is known.
  case missingColumn(String, allowed: [String])
  /// Two columns of the header mean the same; both names, as the file writes them.
  case duplicateColumn(String, String)
  /// The header is longer than a row may be, or a quote in it never ends: hardly a table at all.
  case unreadableHeader
  /// A JSON file that begins neither with `[` nor with `{`.
  case notJSON
}

/// What a file turns out to be where text was expected.
public enum ForeignFormat: String, Sendable, CaseIterable, Hashable {
  /// Compressed: `zcat FILE | est incident import -` reads it.
  case gzip
  /// A zip archive, as a spreadsheet in `.xlsx` is: to be saved as CSV.
  case zip
  /// UTF-16 text: to be saved as UTF-8.
  case utf16
  /// A web page or XML, which a server sends instead of data when something is wrong.
  case markup

  /// What the first bytes of a file betray; four of them are enough.
  init?(first: some Collection<UInt8>) {
    let bytes = Array(first.prefix(4))
    func begins(_ magic: [UInt8]) -> Bool { bytes.starts(with: magic) }
    if begins([0x1F, 0x8B]) {
      self = .gzip
    } else if begins([0x50, 0x4B, 0x03, 0x04]) {
      self = .zip
    } else if begins([0xFE, 0xFF]) || begins([0xFF, 0xFE]) || bytes.count == 4 && bytes.contains(0) {
      // Without a mark, Western text in UTF-16 still has a zero in every pair.
      self = .utf16
    } else if begins([UInt8(ascii: "<")]) {
      self = .markup
    } else {
      return nil
    }
  }
}
