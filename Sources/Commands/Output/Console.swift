import Foundation
import Glibc
import Language

/// What a command sees of the process around it: streams, environment, and whether a person sits there.
struct Console: Sendable {
  /// The one in use: a test puts its own here.
  @TaskLocal static var current = Console.process

  var environment: [String: String]
  /// A person can be asked.
  var isInputTerminal = false
  var isOutputTerminal = false
  var isErrorTerminal = false
  /// The next line of standard input without its line break; `nil` at its end.
  var readLine: @Sendable () -> String? = { nil }
  /// The next line, unseen where a person types it.
  var readSecret: @Sendable () -> String? = { nil }
  /// Writes to standard output.
  /// - Throws: `CommandProblem.cannotWrite`.
  var write: @Sendable (String) throws -> Void
  /// Writes to standard error, where a failure has nowhere to be told.
  var writeError: @Sendable (String) -> Void
  /// `--lang`, else `EST_LANG`, else Swedish; known before the command line is parsed, so that its errors have one.
  var language: Language = .swedish

  /// Colour and weight only where a person looks, and never against their wish (no-color.org).
  var isStyled: Bool {
    isOutputTerminal && environment["NO_COLOR", default: ""].isEmpty && environment["TERM"] != "dumb"
  }

  static func bold(_ text: String) -> String { "\u{1B}[1m\(text)\u{1B}[22m" }

  /// The process's own.
  static let process = Console(
    environment: ProcessInfo.processInfo.environment,
    isInputTerminal: isatty(STDIN_FILENO) == 1,
    isOutputTerminal: isatty(STDOUT_FILENO) == 1,
    isErrorTerminal: isatty(STDERR_FILENO) == 1,
    readLine: { Swift.readLine(strippingNewline: true) },
    readSecret: readUnseen,
    write: { try writeAll($0, to: STDOUT_FILENO) },
    writeError: { try? writeAll($0, to: STDERR_FILENO) })

  private static func readUnseen() -> String? {
    var seen = termios()
    guard tcgetattr(STDIN_FILENO, &seen) == 0 else { return Swift.readLine(strippingNewline: true) }
    var unseen = seen
    unseen.c_lflag &= ~tcflag_t(ECHO)
    tcsetattr(STDIN_FILENO, TCSAFLUSH, &unseen)
    defer { tcsetattr(STDIN_FILENO, TCSAFLUSH, &seen) }
    return Swift.readLine(strippingNewline: true)
  }

  private static func writeAll(_ text: String, to descriptor: Int32) throws {
    var bytes = Array(text.utf8)[...]
    while !bytes.isEmpty {
      let written = bytes.withUnsafeBytes { Glibc.write(descriptor, $0.baseAddress, $0.count) }
      if written < 0 && errno == EINTR { continue }
      guard written >= 0 else { throw CommandProblem.cannotWrite(String(cString: strerror(errno))) }
      bytes = bytes.dropFirst(written)
    }
  }
}
