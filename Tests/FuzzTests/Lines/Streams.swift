import Synchronization

/// The streams of a command line that is run in this process.
final class Streams: Sendable {
  private let state: Mutex<(input: [String], out: String, err: String)>

  init(_ input: [String]) { state = Mutex((input, "", "")) }

  func next() -> String? { state.withLock { $0.input.isEmpty ? nil : $0.input.removeFirst() } }
  func write(_ text: String) { state.withLock { $0.out += text } }
  func writeError(_ text: String) { state.withLock { $0.err += text } }
  func told(_ status: Int32) -> Told { state.withLock { Told(status: status, out: $0.out, err: $0.err) } }
}
