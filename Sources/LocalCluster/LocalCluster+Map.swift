import Foundation
import Glibc

extension LocalCluster {
  /// Adds roles to the map of those as whom the cluster's own users may connect, and tells the server.
  ///
  /// PostgreSQL 15 knows no pattern for the role in `pg_ident.conf`, so each has a line, made when it is first needed.
  /// The server reads the map again before it answers whoever connects after the signal.
  func letIn(_ roles: [String]) throws {
    let map = folder.data.appending(path: "pg_ident.conf")
    guard let before = try? String(contentsOf: map, encoding: .utf8),
      try lines(roles, missingIn: before) != ""
    else { return }
    let lock = try FileLock.acquire(folder.root.appending(path: "map.lock"), account: account)
    defer { withExtendedLifetime(lock) {} }
    let text = (try? String(contentsOf: map, encoding: .utf8)) ?? before
    try account.write(text + (try lines(roles, missingIn: text)), to: map)
    if let process = folder.serverProcess { kill(process, SIGHUP) }
  }

  private func lines(_ roles: [String], missingIn text: String) throws -> String {
    let present = Set(text.split(whereSeparator: \.isNewline).map(String.init))
    var missing = ""
    for role in roles {
      // A name of PostgreSQL has 63 bytes at most; in this file a quote or a line break would end it.
      let isName =
        (1...63).contains(role.utf8.count)
        && role.unicodeScalars.allSatisfy { $0.value >= 0x20 && $0 != "\"" && $0 != "\u{7F}" }
      guard isName else { throw LocalClusterError.roleName(role) }
      for name in account.names {
        let line = "cluster \"\(name)\" \"\(role)\""
        if !present.contains(line) { missing += line + "\n" }
      }
    }
    return missing
  }
}
