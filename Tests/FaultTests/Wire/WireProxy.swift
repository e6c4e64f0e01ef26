import Foundation
import Glibc
import Postgres
import Synchronization

/// Stands between programs and PostgreSQL on Unix sockets, understands where a message of the protocol (version 3) begins
/// and ends, and asks of each that matters what is to become of it.
///
/// A program reaches it by the conninfo of its database with another host: the server sees this process's own user.
final class WireProxy: Sendable {
  /// Asked on the threads of the connections, of which a program may have several.
  typealias Judge = @Sendable (_ message: Passing, _ line: Line) -> Verdict

  /// Whose connection it is, and which.
  struct Line: Sendable, Hashable {
    let program: pid_t
    let number: Int
  }

  /// Connects programs through it to the database while `body` runs.
  static func with<T>(
    _ database: Database, _ judge: @escaping Judge, isolation: isolated (any Actor)? = #isolation,
    _ body: (_ conninfo: String) async throws -> T
  ) async throws -> T {
    let proxy = try WireProxy(database.conninfo, judge)
    defer { proxy.stop() }
    return try await body(proxy.conninfo)
  }

  let conninfo: String
  private let folder: URL
  private let server: String
  private let listener: Socket
  private let judge: Judge
  private let links = Mutex<(all: [Int: Link], made: Int)>(([:], 0))

  init(_ conninfo: String, _ judge: @escaping Judge) throws {
    var settings = try ConnectionInfo(conninfo).settings
    let name = ".s.PGSQL.\(settings["port"] ?? "5432")"
    server = "\(settings["host"] ?? "/var/run/postgresql")/\(name)"
    folder = try Scratch.folder()
    settings["host"] = folder.path
    self.conninfo = ConnectionInfo(settings: settings).description
    self.judge = judge
    listener = try Socket.listen(at: "\(folder.path)/\(name)")
    Thread.detachNewThread { [self] in
      while let client = listener.accept() { take(client) }
      close(listener.descriptor)
    }
  }

  /// Lets nobody in any more and breaks every connection.
  func stop() {
    listener.shut()
    for link in links.withLock({ Array($0.all.values) }) { link.sever() }
    try? FileManager.default.removeItem(at: folder)
  }

  private func take(_ client: Socket) {
    // A server that is away is so for whoever comes this way.
    guard let server = try? Socket.connect(to: server) else {
      close(client.descriptor)
      return
    }
    let link = links.withLock { links in
      links.made += 1
      let number = links.made
      let link = Link(client, server, number, judge) { [weak self] in
        _ = self?.links.withLock { $0.all.removeValue(forKey: number) }
      }
      links.all[number] = link
      return link
    }
    link.run()
  }
}
