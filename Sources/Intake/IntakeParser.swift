/// A file is pushed in pieces of any size, and what it holds comes out as it is met: the same for every cut.
///
/// Memory is bounded by one row, never by the file. `FileProblem` is thrown for a file that cannot be read at
/// all, before anything has been given to `take`; what `take` throws passes through and ends the reading.
public protocol IntakeParser {
  mutating func push(_ bytes: UnsafeRawBufferPointer, _ take: (IntakeItem) throws -> Void) throws
  /// Says that the file has ended.
  mutating func finish(_ take: (IntakeItem) throws -> Void) throws
}

/// Bounds on what is read, so that no file can fill the memory.
enum IntakeLimits {
  /// Bytes of one row.
  static let row = 1 << 20
  /// Code points of a report's free text.
  static let text = 2_000
  /// Code points of a name, a reference or one reason.
  static let name = 200
}
