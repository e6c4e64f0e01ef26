/// One numbered step of the schema, applied in one transaction and never changed afterwards.
///
/// The file's name is its number and its subject, as in `0003-incidents.sql`.
public struct Migration: Sendable {
  /// The number, from 1, without gaps.
  public let number: Int
  /// The subject, as in the file's name.
  public let name: String
  /// The SQL, several statements, without its own `BEGIN` and `COMMIT`.
  public let sql: String

  package init(file: String, sql: String) {
    let parts = file.split(separator: "-", maxSplits: 1)
    guard parts.count == 2, let number = Int(parts[0]) else {
      preconditionFailure("a migration is named NUMBER-SUBJECT.sql, not \(file)")
    }
    self.number = number
    self.name = String(parts[1])
    self.sql = sql
  }
}

extension Migration {
  /// Tells a changed migration from the one that was applied: 64 bits of FNV-1a over the SQL, in hexadecimal.
  public var checksum: String {
    var hash: UInt64 = 0xcbf2_9ce4_8422_2325
    for byte in sql.utf8 { hash = (hash ^ UInt64(byte)) &* 0x0000_0100_0000_01b3 }
    return String(hash, radix: 16)
  }
}
