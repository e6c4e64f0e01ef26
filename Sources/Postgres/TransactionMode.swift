/// How a transaction sees others and what it may do.
public struct TransactionMode: Sendable, Hashable {
  public enum Isolation: String, Sendable, Hashable {
    case readCommitted = "READ COMMITTED"
    case repeatableRead = "REPEATABLE READ"
    case serializable = "SERIALIZABLE"
  }

  public var isolation: Isolation
  public var isReadOnly: Bool
  /// Waits until a serializable, read-only transaction can run without any risk of 40001.
  public var isDeferrable: Bool

  public init(isolation: Isolation = .readCommitted, isReadOnly: Bool = false, isDeferrable: Bool = false) {
    self.isolation = isolation
    self.isReadOnly = isReadOnly
    self.isDeferrable = isDeferrable
  }

  public static let readWrite = TransactionMode()
  public static let readOnly = TransactionMode(isReadOnly: true)
  /// Every statement sees the same moment.
  public static let snapshot = TransactionMode(isolation: .repeatableRead, isReadOnly: true)
  public static let serializable = TransactionMode(isolation: .serializable)

  var begin: String {
    "BEGIN ISOLATION LEVEL \(isolation.rawValue) \(isReadOnly ? "READ ONLY" : "READ WRITE")"
      + (isDeferrable ? " DEFERRABLE" : "")
  }
}
