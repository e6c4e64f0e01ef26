import Foundation
import Glibc

/// Where a cluster lives: `data` (PostgreSQL's own), the server's `log`, `lock`, `ready`, and the socket.
struct ClusterFolder: Sendable, Hashable {
  var root: URL
  /// The folder of the socket, which is `root` where its path is short enough.
  var socket: URL

  var data: URL { root.appending(path: "data") }
  var log: URL { root.appending(path: "log") }
  var oldLog: URL { root.appending(path: "log.old") }
  /// What the programs said that make, start and stop the cluster.
  var programLog: URL { root.appending(path: "programs.log") }
  var lock: URL { root.appending(path: "lock") }
  /// There when roles, database and extensions have been made; holds what they were.
  var ready: URL { root.appending(path: "ready") }
  var socketFile: String { socket.appending(path: Self.socketName).path }

  private static let socketName = ".s.PGSQL.5432"
  /// `sockaddr_un` holds 108 bytes; others are smaller, and libpq adds to the name.
  private static let longestSocketPath = 99

  init(at root: URL, account: ServerAccount, environment: [String: String]) {
    let requested = root.standardizedFileURL
    self.root =
      account.canReach(requested)
      ? requested : Self.reachableBase.appending(path: Self.digest(requested.path))
    socket = self.root
    guard socketFile.utf8.count > Self.longestSocketPath else { return }
    let name = "est-\(account.userID)-\(Self.digest(self.root.path))"
    socket = Self.runtimeFolder(account, environment).appending(path: name)
    if socketFile.utf8.count > Self.longestSocketPath { socket = URL(filePath: "/tmp/\(name)") }
  }

  /// `est` in the user's folder for state (XDG Base Directory Specification); root's own home is closed to the server's
  /// user, so that of root is in `/var/lib`.
  static func standard(_ environment: [String: String]) -> URL {
    if let state = environment["XDG_STATE_HOME"], state.hasPrefix("/") {
      return URL(filePath: state).appending(path: "est")
    }
    if geteuid() == 0 { return reachableBase.appending(path: "local") }
    let home =
      environment["HOME"].map { URL(filePath: $0) } ?? FileManager.default.homeDirectoryForCurrentUser
    return home.appending(path: ".local/state/est")
  }

  private static let reachableBase = URL(filePath: "/var/lib/est")

  private static func runtimeFolder(_ account: ServerAccount, _ environment: [String: String]) -> URL {
    if account.isOther { return URL(filePath: "/run") }
    if let runtime = environment["XDG_RUNTIME_DIR"], runtime.hasPrefix("/") { return URL(filePath: runtime) }
    return URL(filePath: "/tmp")
  }

  /// Sixteen hexadecimal digits that stand for a path, the same in every process (FNV-1a, 64 bits).
  private static func digest(_ path: String) -> String {
    var hash: UInt64 = 0xcbf2_9ce4_8422_2325
    for byte in path.utf8 { hash = (hash ^ UInt64(byte)) &* 0x100_0000_01b3 }
    let digits = String(hash, radix: 16)
    return String(repeating: "0", count: 16 - digits.count) + digits
  }

  /// The major version that made the data, nil where there is none yet.
  var dataVersion: Int? {
    guard let text = try? String(contentsOf: data.appending(path: "PG_VERSION"), encoding: .utf8) else {
      return nil
    }
    return Int(text.prefix(while: \.isNumber))
  }

  /// The server's process, if there is one: that of the pid file, unless its number now belongs to someone else.
  var serverProcess: pid_t? {
    guard let process = recordedProcess else { return nil }
    return isOfCluster("\(process)") ? process : nil
  }

  private var recordedProcess: pid_t? {
    guard let text = try? String(contentsOf: data.appending(path: "postmaster.pid"), encoding: .utf8),
      let process = text.split(separator: "\n").first.flatMap({ pid_t($0) }), process > 0
    else { return nil }
    return process
  }

  /// True while there are remains of a server that was killed: its children, which end by themselves, or its own process,
  /// on its way out (it has left its folder) or not buried yet. A new server does not start beside them.
  var hasRemains: Bool {
    guard serverProcess == nil else { return false }
    if let process = recordedProcess,
      let status = try? String(contentsOfFile: "/proc/\(process)/stat", encoding: .utf8),
      status.contains("(postgres)"), workingFolder(of: "\(process)") == nil
    {
      return true
    }
    let processes = (try? FileManager.default.contentsOfDirectory(atPath: "/proc")) ?? []
    return processes.contains { $0.first?.isNumber == true && isOfCluster($0) }
  }

  /// Every process of a server works in its data folder.
  private func isOfCluster(_ process: String) -> Bool {
    workingFolder(of: process) == data.resolvingSymlinksInPath().path
  }

  private func workingFolder(of process: String) -> String? {
    try? FileManager.default.destinationOfSymbolicLink(atPath: "/proc/\(process)/cwd")
  }

  /// True where a server accepts connections on the socket: a file left behind by a dead one refuses them.
  var isAnswering: Bool {
    let descriptor = Glibc.socket(AF_UNIX, Int32(SOCK_STREAM.rawValue) | Int32(SOCK_CLOEXEC.rawValue), 0)
    guard descriptor >= 0 else { return false }
    defer { close(descriptor) }
    var address = sockaddr_un()
    address.sun_family = sa_family_t(AF_UNIX)
    let path = socketFile
    guard path.utf8.count < MemoryLayout.size(ofValue: address.sun_path) else { return false }
    withUnsafeMutableBytes(of: &address.sun_path) { $0.copyBytes(from: path.utf8) }
    return withUnsafePointer(to: &address) { pointer in
      pointer.withMemoryRebound(to: sockaddr.self, capacity: 1) {
        connect(descriptor, $0, socklen_t(MemoryLayout<sockaddr_un>.size)) == 0
      }
    }
  }
}
