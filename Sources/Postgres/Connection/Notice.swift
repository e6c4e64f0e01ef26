import CLibpq

/// A message that came beside the answer: NOTICE, WARNING, INFO, LOG or DEBUG.
public struct Notice: Sendable {
  /// In English whatever the server speaks.
  public var severity: String
  public var sqlState: String
  public var message: String
  /// The function in the server's source that said it.
  var sourceFunction: String

  init(_ result: OpaquePointer) {
    func field(_ code: Int32) -> String { PQresultErrorField(result, code).map { String(cString: $0) } ?? "" }
    severity = field(DiagnosticSeverity)
    sqlState = field(DiagnosticSQLState)
    message = field(DiagnosticMessage)
    sourceFunction = field(DiagnosticSourceFunction)
  }

  var isWarning: Bool { severity == "WARNING" }

  /// "canceling wait for synchronous replication": the statement is kept here, perhaps nowhere else. The message is
  /// translated and its SQLSTATE that of any warning, so the place in the server's source tells.
  var leavesReplicationUnconfirmed: Bool { sourceFunction == "SyncRepWaitForLSN" }
}

/// Where libpq's notice receiver puts what comes, read on the connection's queue only.
final class NoticeBox {
  private let handler: (@Sendable (Notice) -> Void)?
  /// The warnings since the box was last emptied.
  var warnings: [Notice] = []

  init(handler: (@Sendable (Notice) -> Void)?) { self.handler = handler }

  func receive(_ notice: Notice) {
    if notice.isWarning { warnings.append(notice) }
    handler?(notice)
  }
}
