import Dispatch
import Foundation
import Postgres

extension PostgresError {
  /// The kind of error without what it carries, to compare with.
  var kindName: String {
    switch kind {
    case .server: "server"
    case .connection: "connection"
    case .login: "login"
    case .unsafe: "unsafe"
    case .outcomeUnknown: "outcomeUnknown"
    case .deadline: "deadline"
    case .closed: "closed"
    case .decoding: "decoding"
    case .noSuchColumn: "noSuchColumn"
    case .notOneRow: "notOneRow"
    case .invalidStatement: "invalidStatement"
    }
  }
}

struct Refusal: Error, Equatable {}

/// A count that closures on different queues may raise.
final class Counter: @unchecked Sendable {
  private let lock = NSLock()
  private var count = 0

  @discardableResult
  func next() -> Int {
    lock.withLock {
      count += 1
      return count
    }
  }

  var value: Int { lock.withLock { count } }
}

/// A collection that closures on different queues may add to.
final class Collected<Element: Sendable>: @unchecked Sendable {
  private let lock = NSLock()
  private var elements: [Element] = []

  func append(_ element: Element) { lock.withLock { elements.append(element) } }

  var all: [Element] { lock.withLock { elements } }
}

/// A door that opens once. Synchronous bodies wait before it on their own queues, tests wait without blocking a thread.
final class Gate: Sendable {
  private let semaphore = DispatchSemaphore(value: 0)

  func open() { semaphore.signal() }

  /// False when it did not open in the time that any test may take.
  @discardableResult
  func wait() -> Bool { semaphore.wait(timeout: .now() + 30) == .success }

  func opened() async {
    await withCheckedContinuation { continuation in
      DispatchQueue(label: "gate").async {
        self.wait()
        continuation.resume()
      }
    }
  }
}

extension Session {
  var processID: Int32 {
    get throws { try one("select pg_backend_pid()") }
  }

  /// Waits in the server until `condition` holds, looking every few milliseconds, and not for longer than 20 seconds.
  func wait(until condition: String) throws {
    try script(
      """
      do $wait$
      declare
        began timestamptz := clock_timestamp();
      begin
        while not (\(condition)) loop
          perform pg_stat_clear_snapshot();
          if clock_timestamp() > began + interval '20 seconds' then raise exception 'waited in vain'; end if;
          perform pg_sleep(0.002);
        end loop;
      end
      $wait$
      """)
  }

  /// Waits until a server process waits for what `event` names in `pg_stat_activity`.
  func wait(for event: String, in process: Int32) throws {
    try wait(
      until: "exists (select from pg_stat_activity where pid = \(process) and wait_event = '\(event)')")
  }
}
