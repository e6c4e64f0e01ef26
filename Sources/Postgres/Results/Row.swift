/// One row of a result. May be kept as long as one likes: it holds on to the result it belongs to.
public struct Row {
  let result: ResultSet
  let index: Int

  /// The value of the column called `name` (the first of them where two have the same name).
  /// - Throws: `PostgresError`, `.noSuchColumn` or `.decoding`, naming column and type.
  public func get<T: PostgresDecodable>(
    _ name: String, as type: T.Type = T.self, fileID: StaticString = #fileID, line: Int = #line
  ) throws -> T {
    let callSite = CallSite(fileID, line)
    guard let column = result.column(named: name) else {
      throw PostgresError(.noSuchColumn(name), callSite: callSite)
    }
    return try result.read(row: index, column: column, as: type, callSite: callSite)
  }

  /// The value of a column by its place, from 0.
  public func get<T: PostgresDecodable>(
    _ column: Int, as type: T.Type = T.self, fileID: StaticString = #fileID, line: Int = #line
  ) throws -> T {
    try result.read(row: index, column: column, as: type, callSite: CallSite(fileID, line))
  }

  public subscript<T: PostgresDecodable>(_ name: String) -> T {
    get throws { try get(name, as: T.self) }
  }

  public subscript<T: PostgresDecodable>(_ column: Int) -> T {
    get throws { try get(column, as: T.self) }
  }
}
