import Glibc

/// What a proxy is asked about, message by message.
enum Passing: Sendable {
  /// A statement on its way to the server: its text.
  case statement(String)
  /// The server's word that a statement has ended: its tag, such as `COMMIT`, or `ERROR`.
  case answer(String)
  /// The server's word that it waits for the next: what was said in one trip has ended.
  case ready
}

/// What becomes of a message and of those who exchange it.
enum Verdict: Sendable {
  case pass
  /// The connection breaks, on both sides, with the message still on this side of it or already beyond.
  case cut(afterIt: Bool)
  /// The program gets a signal, with the message still on this side of it or already beyond; one that kills it takes its
  /// connection with it, and whatever else was on its way.
  case signal(Int32, afterIt: Bool)
}
