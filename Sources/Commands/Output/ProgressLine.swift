/// One line on standard error that tells how far long work has come; only where a person looks.
struct ProgressLine: Sendable {
  let console: Console
  let isShown: Bool

  init(_ console: Console, isQuiet: Bool) {
    self.console = console
    isShown = console.isErrorTerminal && !isQuiet && console.environment["TERM"] != "dumb"
  }

  /// Shows `text` in place of what stood there.
  func show(_ text: String) {
    guard isShown else { return }
    console.writeError("\r\u{1B}[K\(TerminalText.safe(text))")
  }

  /// Takes the line away.
  func clear() {
    guard isShown else { return }
    console.writeError("\r\u{1B}[K")
  }
}
