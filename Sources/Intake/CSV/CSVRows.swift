import EST

/// Cuts bytes into the rows of a CSV file after RFC 4180, in pieces of any size.
///
/// A quote within a cell that does not begin with one is an ordinary character. A row ends at LF, CRLF or CR; empty
/// lines are passed over. Two mistakes are kept from spreading: what is longer than `limit` is one faulty row up to
/// its end of line, and a quote that never ends spoils its own line only, since reading goes on with the next.
struct CSVRows {
  var row = Row()

  private let delimiter: UInt8
  private let limit: Int
  private var state = State.rowStart
  /// The line of the next byte.
  private var line = 1
  /// The last byte was a CR, so that an LF after it belongs to the same end of line.
  private var afterCR = false
  /// The raw bytes after the first line break within quotes, to be read again should the quote never end.
  private var quotedRest: [UInt8]?
  private var quotedRestFollowsCR = false
  /// Bytes to be read again, before any others, and how many of them have been.
  private var replay: [UInt8] = []
  private var replayed = 0
  /// What a fault has found to be rows of their own: the last bytes that were read.
  private var putBack: [UInt8] = []

  private enum State {
    case rowStart, cellStart, plain, quoted
    /// After a quote within quotes: the end of the cell, or the first of two.
    case quoteSeen
    /// In a row that has failed, up to its end of line.
    case failed
  }

  init(delimiter: UInt8, limit: Int = IntakeLimits.row) {
    self.delimiter = delimiter
    self.limit = limit
  }

  /// Reads up to the end of the next row, and says whether there is one; what is read is taken off `bytes`.
  mutating func next(from bytes: inout Slice<UnsafeRawBufferPointer>) -> Bool {
    while replayed < replay.count {
      let again = replay[replayed...]
      let (isRow, read) = again.withUnsafeBytes { consume($0) }
      replayed += read - putBack.count
      putBack = []
      if isRow { return true }
    }
    let (isRow, read) = consume(UnsafeRawBufferPointer(rebasing: bytes))
    bytes = bytes.dropFirst(read)
    readAgain()
    return isRow
  }

  /// Lets what has been put back be read next; nothing else is waiting to be read again.
  private mutating func readAgain() {
    replay = putBack
    replayed = 0
    putBack = []
  }

  /// The same at the end of the file, where the last row may lack its end of line.
  mutating func last() -> Bool {
    var nothing = UnsafeRawBufferPointer(start: nil, count: 0)[...]
    if next(from: &nothing) { return true }
    switch state {
    case .rowStart: return false
    case .quoted:
      if !failQuote(goingOn: nothing) {
        row.fail(.unterminatedQuote)
        state = .rowStart
      }
      readAgain()
      return true
    default:
      endRow()
      return !isBlank || last()
    }
  }

  /// Whether a row ended, and how many bytes were read: all of them where none did.
  private mutating func consume(_ bytes: UnsafeRawBufferPointer) -> (Bool, Int) {
    let end = bytes.count
    var index = 0
    /// From here on the bytes are not yet in `quotedRest`.
    var restStart = 0

    while index < end {
      let byte = bytes[index]
      switch state {
      case .rowStart:
        if afterCR {
          afterCR = false
          if byte == .lineFeed {
            index += 1
            continue
          }
        }
        row.begin(line: line)
        state = .cellStart

      case .cellStart:
        if byte == .quote {
          state = .quoted
          index += 1
        } else {
          state = .plain
        }

      case .plain:
        var stop = index
        while stop < end, bytes[stop] != delimiter, bytes[stop] != .lineFeed, bytes[stop] != .carriageReturn {
          stop += 1
        }
        take(bytes, index..<stop)
        index = stop
        if state == .failed || stop == end { continue }
        index += 1
        if bytes[stop] == delimiter {
          row.ends.append(row.bytes.count)
          state = .cellStart
        } else {
          endRow()
          endLine(bytes[stop])
          if !isBlank { return (true, index) }
          restStart = index
        }

      case .quoted:
        var stop = index
        while stop < end, bytes[stop] != .quote, bytes[stop] != .lineFeed, bytes[stop] != .carriageReturn {
          stop += 1
        }
        if stop > index { afterCR = false }
        take(bytes, index..<stop)
        index = stop
        if state == .failed {
          // Over the limit and over several lines: most likely a quote that lacks its end.
          if failQuote(goingOn: bytes[restStart..<index]) { return (true, index) }
          continue
        }
        if stop == end { continue }
        index += 1
        if bytes[stop] == .quote {
          state = .quoteSeen
          afterCR = false
        } else {
          row.bytes.append(bytes[stop])
          endLine(bytes[stop])
          if quotedRest == nil {
            quotedRest = []
            quotedRestFollowsCR = bytes[stop] == .carriageReturn
            restStart = index
          }
        }

      case .quoteSeen:
        switch byte {
        case .quote:
          row.bytes.append(byte)
          state = .quoted
          index += 1
        case delimiter:
          row.ends.append(row.bytes.count)
          state = .cellStart
          index += 1
        case .lineFeed, .carriageReturn:
          endRow()
          index += 1
          endLine(byte)
          return (true, index)
        default:
          // Where the quotes hold several lines, this one most likely begins a cell, and an earlier one lacks its end.
          if failQuote(goingOn: bytes[restStart..<index]) { return (true, index) }
          row.fail(.malformed(expected: "\"\""))
          state = .failed
        }

      case .failed:
        while index < end, bytes[index] != .lineFeed, bytes[index] != .carriageReturn { index += 1 }
        if index < end {
          endRow()
          endLine(bytes[index])
          return (true, index + 1)
        }
      }
    }
    if quotedRest != nil { quotedRest! += bytes[restStart..<end] }
    return (false, end)
  }

  private mutating func take(_ bytes: UnsafeRawBufferPointer, _ range: Range<Int>) {
    // Ends count too: a line of nothing but delimiters also fills the memory.
    guard row.bytes.count + row.ends.count + range.count <= limit else {
      row.fail(.lineTooLong(limit: limit))
      state = .failed
      return
    }
    row.bytes.append(contentsOf: UnsafeRawBufferPointer(rebasing: bytes[range]))
  }

  private mutating func endRow() {
    if row.fault == nil { row.ends.append(row.bytes.count) }
    state = .rowStart
    quotedRest = nil
  }

  private var isBlank: Bool { row.fault == nil && row.ends.count == 1 && row.bytes.isEmpty }

  private mutating func endLine(_ byte: UInt8) {
    // The LF of a CRLF within quotes is met here and has been counted with its CR.
    if !(byte == .lineFeed && afterCR) { line += 1 }
    afterCR = byte == .carriageReturn
  }

  /// Fails the row for a quote that lacks its end and goes on with the line after it, whose bytes are put back.
  ///
  /// Does nothing where the quotes hold no more than one line.
  private mutating func failQuote(goingOn bytes: Slice<UnsafeRawBufferPointer>) -> Bool {
    guard let rest = quotedRest else { return false }
    row.fail(.unterminatedQuote)
    state = .rowStart
    quotedRest = nil
    putBack = rest + bytes
    line = row.line + 1
    afterCR = quotedRestFollowsCR
    return true
  }
}

extension UInt8 {
  static var lineFeed: UInt8 { 0x0A }
  static var carriageReturn: UInt8 { 0x0D }
  static var quote: UInt8 { 0x22 }
}
