import Foundation
import Subprocess
import Synchronization
import Testing

#if canImport(System)
  import System
#else
  import SystemPackage
#endif

/// `est-worker --once` as a process of its own, with msmtp for its mail, which anybody may kill.
final class Sender: Sendable {
  /// msmtp, where it is installed.
  static let program = ["/usr/bin/msmtp", "/usr/local/bin/msmtp"].first {
    FileManager.default.isExecutableFile(atPath: $0)
  }

  private let conninfo: String
  private let home: String
  private let running = Mutex<Set<pid_t>>([])

  /// - Parameter home: where msmtp finds the way to the server.
  init(conninfo: String, home: String, port: UInt16) throws {
    self.conninfo = conninfo
    self.home = home
    let settings = """
      account default
      host 127.0.0.1
      port \(port)
      tls off
      auth off
      timeout 2
      from est@example.org

      """
    try Data(settings.utf8).write(to: URL(filePath: "\(home)/.msmtprc"))
    try FileManager.default.setAttributes([.posixPermissions: 0o600], ofItemAtPath: "\(home)/.msmtprc")
  }

  /// How a round ended.
  struct Outcome {
    let status: TerminationStatus
    /// The last line of its log.
    let said: String

    var isKilled: Bool { status == .signaled(SIGKILL) }
    /// A number that it says of its round.
    func count(_ name: String) -> Int {
      (try? JSONDecoder().decode([String: String].self, from: Data(said.utf8)))?[name].flatMap { Int($0) }
        ?? 0
    }
  }

  /// Carries out all that is due.
  func run() async throws -> Outcome {
    let folder = URL(filePath: "/proc/self/exe").resolvingSymlinksInPath().deletingLastPathComponent()
    let result = try await Subprocess.run(
      .path(FilePath(folder.appending(path: "est-worker").path)),
      arguments: ["--once", "--log-format", "json"],
      environment: .custom(["PATH": "/usr/bin:/bin", "HOME": "\(home)", "DATABASE_URL": "\(conninfo)"]),
      input: .none, output: .discarded, error: .sequence
    ) { execution in
      let process = execution.processIdentifier.value
      running.withLock { _ = $0.insert(process) }
      var last = ""
      for try await line in execution.standardError.strings() { last = line }
      running.withLock { _ = $0.remove(process) }
      return last
    }
    return Outcome(status: result.terminationStatus, said: result.closureResult)
  }

  /// Sends a signal to every worker that runs.
  /// - Returns: whether one did.
  @discardableResult
  func signal(_ signal: Int32) -> Bool {
    running.withLock { processes in
      for process in processes { kill(process, signal) }
      return !processes.isEmpty
    }
  }
}
