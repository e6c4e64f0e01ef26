/// The beginning of a CSV file up to the end of its header, which tells how the rest is to be read.
struct CSVHeader {
  private(set) var bytes: [UInt8] = []
  /// Whether the line that holds the header has ended.
  private(set) var isComplete = false
  private var isQuoted = false
  private var isBlank = true
  /// How often each delimiter stands outside quotes.
  private var counts = [0, 0, 0]

  private static let delimiters = [UInt8(ascii: ","), UInt8(ascii: ";"), UInt8(ascii: "\t")]

  /// - Throws: `FileProblem.foreignFormat` for what is no text, `.unreadableHeader` for one that never ends.
  mutating func push(_ more: UnsafeRawBufferPointer) throws(FileProblem) {
    bytes += more
    for byte in more {
      switch byte {
      case .quote:
        isQuoted.toggle()
        isBlank = false
      case .lineFeed, .carriageReturn: isComplete = !isQuoted && !isBlank
      default:
        isBlank = false
        if !isQuoted, let index = CSVHeader.delimiters.firstIndex(of: byte) { counts[index] += 1 }
      }
      if isComplete { break }
    }
    if bytes.count >= 4 { try checkFormat() }
    guard isComplete || bytes.count <= IntakeLimits.row else { throw .unreadableHeader }
  }

  func checkFormat() throws(FileProblem) {
    if let foreign = ForeignFormat(first: bytes) { throw .foreignFormat(foreign) }
  }

  /// Of comma, semicolon and tab the one that the header has most of.
  var likelyDelimiter: UInt8 { CSVHeader.delimiters[counts.firstIndex(of: counts.max()!)!] }
}
