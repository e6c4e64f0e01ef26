/// The beginning of a CSV file up to the end of its header, which tells how the rest is to be read.
struct CSVHeader {
  private(set) var bytes: [UInt8] = []
  /// Where the line that holds the header ends; `nil` until it has. Bytes after it have come with it.
  private(set) var end: Int?
  private var isQuoted = false
  private var isBlank = true
  /// How often each delimiter stands outside quotes.
  private var counts = [0, 0, 0]

  private static let delimiters = [UInt8(ascii: ","), UInt8(ascii: ";"), UInt8(ascii: "\t")]

  /// - Throws: `FileProblem.foreignFormat` for what is no text, `.unreadableHeader` for one that never ends.
  mutating func push(_ more: UnsafeRawBufferPointer) throws(FileProblem) {
    bytes += more
    for (index, byte) in zip((bytes.count - more.count + 1)..., more) where end == nil {
      switch byte {
      case .quote:
        isQuoted.toggle()
        isBlank = false
      case .lineFeed, .carriageReturn: if !isQuoted, !isBlank { end = index }
      default:
        isBlank = false
        if !isQuoted, let index = CSVHeader.delimiters.firstIndex(of: byte) { counts[index] += 1 }
      }
    }
    if bytes.count >= 4 { try checkFormat() }
    guard end ?? bytes.count <= IntakeLimits.row else { throw .unreadableHeader }
  }

  func checkFormat() throws(FileProblem) {
    if let foreign = ForeignFormat(first: bytes) { throw .foreignFormat(foreign) }
  }

  /// Of comma, semicolon and tab the one that the header has most of.
  var likelyDelimiter: UInt8 { CSVHeader.delimiters[counts.firstIndex(of: counts.max()!)!] }
}
