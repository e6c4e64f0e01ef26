import Postgres

/// A column of rows that a statement is given: its name, and a value for each row.
struct GivenColumn {
  fileprivate let name: String
  fileprivate let values: SQL

  /// - Parameter values: at least one.
  init(_ name: String, _ type: String, _ values: [some PostgresEncodable]) {
    self.name = name
    self.values = values.count == 1 ? "\(values[0])::\(raw: type)" : "\(values)::\(raw: type)[]"
  }
}

extension SQL {
  /// Rows to select from, under the name `alias`.
  ///
  /// Several are handed over as arrays. A single one, which is by far the most usual, as plain values: what they stand
  /// for is known to be one row, so that PostgreSQL plans the statement once and not anew each time.
  ///
  /// - Parameter count: how many values each column has.
  static func rows(_ alias: String, _ columns: [GivenColumn], count: Int) -> SQL {
    var list: SQL = count == 1 ? "(select " : "unnest("
    for (index, column) in columns.enumerated() {
      if index > 0 { list += ", " }
      list += column.values
      if count == 1 { list += " as \(raw: column.name)" }
    }
    let names = count == 1 ? "" : "(\(columns.map(\.name).joined(separator: ", ")))"
    return list + ") \(raw: alias)\(raw: names)"
  }
}
