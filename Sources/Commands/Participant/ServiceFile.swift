import Foundation
import Postgres

/// How a participant connects: a service of libpq's, without a password.
struct ServiceFile: Sendable {
  let text: String

  /// The service that leads where this connection leads, for another login.
  ///
  /// - Parameter host: the server's name as its certificate says it; the connection's where nothing is said, and this
  ///   machine's where that is a socket of its own.
  init(like conninfo: String, login: String, host: String?) throws {
    let settings = try ConnectionInfo(conninfo).settings
    let known = settings["host"].flatMap { $0.hasPrefix("/") ? nil : $0 }
    var lines = ["[est]", "host=\(host ?? known ?? ProcessInfo.processInfo.hostName)"]
    for name in ["port", "dbname"] {
      if let value = settings[name] { lines.append("\(name)=\(value)") }
    }
    lines.append("user=\(login)")
    lines += ConnectionInfo.protection.sorted { $0.key < $1.key }.map { "\($0)=\($1)" }
    if let authority = settings["sslrootcert"] { lines.append("sslrootcert=\(authority)") }
    text = lines.joined(separator: "\n") + "\n"
  }

  /// Writes it where nobody else reads it.
  /// - Throws: `CommandProblem.cannotWrite`, also where there is a file already.
  func write(to path: String) throws {
    guard
      !FileManager.default.fileExists(atPath: path),
      FileManager.default.createFile(
        atPath: path, contents: Data(text.utf8), attributes: [.posixPermissions: 0o600])
    else { throw CommandProblem.cannotWrite(path) }
  }

  func remove(from path: String) { try? FileManager.default.removeItem(atPath: path) }
}
