/// What one statement gave: its rows, and how many it wrote.
public struct Rows: RandomAccessCollection {
  let result: ResultSet

  public var startIndex: Int { 0 }
  public var endIndex: Int { result.count }
  public subscript(position: Int) -> Row { Row(result: result, index: position) }

  /// Rows written, or read where nothing was written.
  public var affected: Int { result.affectedRows }
}
