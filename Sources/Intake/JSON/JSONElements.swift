import EST

/// Cuts bytes into the objects of a JSON array, or the lines of JSON Lines, in pieces of any size.
///
/// The objects are not read here: only brackets and strings are followed, to find where each begins and ends. What is
/// longer than `limit` is one faulty element.
struct JSONElements {
  /// The bytes of the element; nothing where it has a fault.
  private(set) var bytes: [UInt8] = []
  /// The line on which the element begins, from 1.
  private(set) var line = 1
  private(set) var fault: IntakeProblem?

  private let limit: Int
  private var state = State.beginning
  /// The line of the next byte.
  private var nextLine = 1
  /// The element is no object and no array: it ends before what follows it.
  private var isScalar = false
  private var depth = 0
  private var isInString = false
  private var isEscaped = false

  private enum State {
    /// Before the first bracket, where a byte order mark and white space may stand.
    case beginning
    /// Between the lines of JSON Lines, and within one.
    case betweenLines, inLine
    /// Between the elements of an array, and within one.
    case betweenElements, inElement
    case afterArray
    /// The file is none of ours: its first bytes are gathered, to say what it is.
    case foreign
    case ended
  }

  init(limit: Int = IntakeLimits.row) { self.limit = limit }

  /// Reads up to the end of the next element, and says whether there is one; what is read is taken off `rest`.
  mutating func next(from rest: inout Slice<UnsafeRawBufferPointer>) throws(FileProblem) -> Bool {
    var index = rest.startIndex
    defer { rest = rest.base[index..<rest.endIndex] }
    while index < rest.endIndex {
      let byte = rest[index]
      let isSpace = byte == 0x20 || (0x09...0x0D).contains(byte)
      if state == .beginning {
        begin(byte, isSpace)
        if state == .betweenLines || state == .foreign { continue }
      } else if state == .foreign {
        bytes.append(byte)
        if bytes.count == 4 { throw foreignProblem }
      } else if state == .betweenLines || state == .betweenElements {
        if !isSpace, !(state == .betweenElements && separate(byte)) {
          start(with: byte)
          continue
        }
      } else if state == .inLine {
        if byte == .lineFeed {
          // The end of the line is read as one between lines.
          state = .betweenLines
          return true
        }
        take(byte)
      } else if state == .inElement {
        if isScalar, !isInString, byte == .lineFeed || byte == UInt8(ascii: ",") || byte == UInt8(ascii: "]")
        {
          state = .betweenElements
          return true
        }
        if follow(byte) {
          state = .betweenElements
          index += 1
          return true
        }
      } else if state == .afterArray, !isSpace {
        index = rest.endIndex
        state = .ended
        bytes = []
        line = nextLine
        fault = .malformed(expected: "EOF")
        return true
      }
      if byte == .lineFeed { nextLine += 1 }
      index += 1
    }
    return false
  }

  /// The same at the end of the file, where the last line may lack its end and the array should not.
  mutating func last() throws(FileProblem) -> Bool {
    defer { state = .ended }
    switch state {
    case .beginning: throw .empty
    case .foreign: throw foreignProblem
    case .inLine: return true
    case .betweenElements, .inElement:
      if state == .betweenElements { line = nextLine }
      bytes = []
      fault = .malformed(expected: "]")
      return true
    case .betweenLines, .afterArray, .ended: return false
    }
  }

  private mutating func begin(_ byte: UInt8, _ isSpace: Bool) {
    switch byte {
    case UInt8(ascii: "["): state = .betweenElements
    case UInt8(ascii: "{"): state = .betweenLines
    // A byte order mark.
    case 0xEF, 0xBB, 0xBF: break
    default: if !isSpace { state = .foreign }
    }
  }

  private var foreignProblem: FileProblem {
    ForeignFormat(first: bytes).map { .foreignFormat($0) } ?? .notJSON
  }

  /// Whether the byte stands between elements, which the end of the array does too.
  private mutating func separate(_ byte: UInt8) -> Bool {
    if byte == UInt8(ascii: "]") { state = .afterArray }
    return byte == UInt8(ascii: "]") || byte == UInt8(ascii: ",")
  }

  private mutating func start(with byte: UInt8) {
    isScalar = byte != UInt8(ascii: "{") && byte != UInt8(ascii: "[")
    state = state == .betweenLines ? .inLine : .inElement
    bytes.removeAll(keepingCapacity: true)
    line = nextLine
    fault = nil
    depth = 0
    isInString = false
    isEscaped = false
  }

  private mutating func take(_ byte: UInt8) {
    if bytes.count < limit {
      if fault == nil { bytes.append(byte) }
    } else {
      fault = .lineTooLong(limit: limit)
      bytes = []
    }
  }

  /// Takes a byte of an array's element, and says whether the element ends with it.
  private mutating func follow(_ byte: UInt8) -> Bool {
    take(byte)
    if isInString {
      if isEscaped {
        isEscaped = false
      } else if byte == UInt8(ascii: "\\") {
        isEscaped = true
      } else if byte == .quote || byte == .lineFeed {
        // A string cannot hold a line break: one that does has lost its end, and must not swallow the rest.
        isInString = false
      }
      return false
    }
    switch byte {
    case .quote: isInString = true
    case UInt8(ascii: "{"), UInt8(ascii: "["): depth += 1
    case UInt8(ascii: "}"), UInt8(ascii: "]"): depth -= 1
    default: break
    }
    return depth == 0 && !isScalar
  }
}
