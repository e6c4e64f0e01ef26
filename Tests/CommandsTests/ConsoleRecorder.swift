import Synchronization

@testable import Commands

/// A command at a terminal on which every piece of standard error is seen as it is written.
struct ConsoleRecorder {
  let environment: [String: String]
  let seen: @Sendable (String) -> Void

  init(_ environment: [String: String], _ seen: @escaping @Sendable (String) -> Void) {
    self.environment = environment
    self.seen = seen
  }

  func run(_ arguments: [String]) async -> Shell.Outcome {
    let texts = Texts()
    let seen = seen
    var console = Console(
      environment: environment,
      write: { text in texts.state.withLock { $0.out += text } },
      writeError: { text in
        texts.state.withLock { $0.err += text }
        seen(text)
      })
    console.isErrorTerminal = true
    let status = await Est.run(arguments, console)
    return texts.state.withLock { Shell.Outcome(status: status, out: $0.out, err: $0.err) }
  }

  private final class Texts: Sendable {
    let state = Mutex((out: "", err: ""))
  }
}
