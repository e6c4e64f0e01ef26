import Foundation
import Glibc
import Subprocess
import Synchronization

#if canImport(System)
  import System
#else
  import SystemPackage
#endif

/// A program at a pseudo-terminal, where a person answers its questions as they come.
enum Terminal {
  /// A question by a part of its text, and what is typed when it stands there.
  struct Exchange: Sendable {
    let question: String
    let answer: String

    init(_ question: String, _ answer: String) {
      self.question = question
      self.answer = answer
    }
  }

  /// - Returns: the exit status, and all that stood on the terminal.
  static func run(
    _ program: String, _ arguments: [String], environment: [String: String], _ exchanges: [Exchange]
  ) async throws -> (status: Int32, screen: String) {
    let (person, side) = try pair()
    let reader = Reader(person, exchanges)
    let values = Dictionary(
      uniqueKeysWithValues: environment.map { (Environment.Key(stringLiteral: $0.key), $0.value) })
    let result = try await Subprocess.run(
      .path(FilePath(program)), arguments: Arguments(arguments), environment: .custom(values),
      input: .fileDescriptor(side, closeAfterSpawningProcess: false),
      output: .fileDescriptor(side, closeAfterSpawningProcess: false),
      error: .fileDescriptor(side, closeAfterSpawningProcess: false))
    // With the last of its side closed the terminal has ended, and so has reading it.
    try side.close()
    let screen = await reader.screen()
    close(person)
    var status: Int32 = -1
    if case .exited(let code) = result.terminationStatus { status = code }
    return (status, screen)
  }

  /// Both ends of a new pseudo-terminal (`pty(7)`): the person's, and the program's.
  private static func pair() throws -> (Int32, FileDescriptor) {
    let person = open("/dev/ptmx", O_RDWR | O_NOCTTY)
    var number: Int32 = 0
    var lock: Int32 = 0
    guard person >= 0, ioctl(person, unlockRequest, &lock) == 0, ioctl(person, numberRequest, &number) == 0,
      case let side = open("/dev/pts/\(number)", O_RDWR | O_NOCTTY), side >= 0
    else { throw Errno(rawValue: errno) }
    return (person, FileDescriptor(rawValue: side))
  }

  /// `TIOCSPTLCK` and `TIOCGPTN` of Linux, which C's macros keep from Swift.
  private static let unlockRequest: UInt = 0x4004_5431
  private static let numberRequest: UInt = 0x8004_5430

  /// Reads the terminal on a thread of its own and types the answers.
  private final class Reader: Sendable {
    private let ended: AsyncStream<String>

    init(_ terminal: Int32, _ exchanges: [Exchange]) {
      let (stream, continuation) = AsyncStream<String>.makeStream()
      ended = stream
      Thread.detachNewThread {
        var bytes: [UInt8] = []
        var answered = 0
        var waiting = exchanges[...]
        var buffer = [UInt8](repeating: 0, count: 4096)
        while case let count = read(terminal, &buffer, buffer.count), count > 0 {
          bytes += buffer[..<count]
          let new = String(decoding: bytes[answered...], as: UTF8.self)
          guard let next = waiting.first, new.contains(next.question) else { continue }
          answered = bytes.count
          waiting = waiting.dropFirst()
          let line = Array("\(next.answer)\n".utf8)
          _ = write(terminal, line, line.count)
        }
        continuation.yield(String(decoding: bytes, as: UTF8.self))
        continuation.finish()
      }
    }

    func screen() async -> String { await ended.first { _ in true } ?? "" }
  }
}
