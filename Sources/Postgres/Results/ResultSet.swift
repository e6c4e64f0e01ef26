import CLibpq

/// A `PGresult`, freed with its last row.
final class ResultSet {
  let pointer: OpaquePointer
  let count: Int
  private let columnCount: Int32
  private lazy var columnNames: [String] = (0..<columnCount).map { String(cString: PQfname(pointer, $0)) }

  init(_ pointer: OpaquePointer) {
    self.pointer = pointer
    count = Int(PQntuples(pointer))
    columnCount = PQnfields(pointer)
  }

  deinit { PQclear(pointer) }

  var status: ExecStatusType { PQresultStatus(pointer) }

  /// INSERT, COMMIT, ROLLBACK …
  var commandTag: String { String(cString: PQcmdStatus(pointer)) }

  /// Rows written, or read where nothing was written.
  var affectedRows: Int { Int(String(cString: PQcmdTuples(pointer))) ?? 0 }

  /// A scan: results are narrow and short names compare as two words.
  func column(named name: String) -> Int? { columnNames.firstIndex(of: name) }

  func name(ofColumn index: Int) -> String? {
    columnNames.indices.contains(index) ? columnNames[index] : nil
  }

  func read<T: PostgresDecodable>(
    row: Int, column: Int, as _: T.Type, callSite: CallSite
  ) throws -> T {
    let row = Int32(truncatingIfNeeded: row)
    let column32 = Int32(truncatingIfNeeded: column)
    guard column >= 0, column < Int(columnCount) else {
      throw PostgresError(.noSuchColumn("\(column)"), callSite: callSite)
    }
    let oid = PQftype(pointer, column32)
    var bytes: UnsafeRawBufferPointer?
    if PQgetisnull(pointer, row, column32) == 0 {
      bytes = UnsafeRawBufferPointer(
        start: PQgetvalue(pointer, row, column32), count: Int(PQgetlength(pointer, row, column32)))
    }
    do {
      defer { withExtendedLifetime(self) {} }
      return try T.decode(PostgresValue(oid: oid, bytes: bytes))
    } catch {
      let name = columnNames[column]
      throw PostgresError(.decoding(column: name, type: "\(T.self)", error), callSite: callSite)
    }
  }
}
