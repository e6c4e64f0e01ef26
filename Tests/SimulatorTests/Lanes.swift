import Dispatch
import TestSupport

/// Runs of consecutive seeds from the printed one, in as many lanes as there usually are cores.
enum Lanes {
  /// - Parameters:
  ///   - count: how many runs.
  ///   - run: whether its lane goes on is the second of what it gives.
  static func run<Outcome: Sendable>(
    _ count: Int, _ run: @escaping @Sendable (_ seed: UInt64) async throws -> (Outcome, goesOn: Bool)
  ) async throws -> [Outcome] {
    let first = Seed.current
    let lanes = 2
    return try await withThrowingTaskGroup(of: [Outcome].self) { group in
      for lane in 0..<lanes {
        group.addTask {
          var outcomes: [Outcome] = []
          for number in stride(from: lane, to: count, by: lanes) {
            let (outcome, goesOn) = try await run(first &+ UInt64(number))
            outcomes.append(outcome)
            if !goesOn { break }
            await Task.yield()
          }
          return outcomes
        }
      }
      return try await group.reduce(into: []) { $0 += $1 }
    }
  }
}

/// Does work that takes the processor for long on a thread of its own: the few that tests share are for those that wait.
func aside<Value>(_ work: @escaping @Sendable () -> Value) async -> Value {
  await withCheckedContinuation { (continuation: CheckedContinuation<Box<Value>, Never>) in
    DispatchQueue.global().async { continuation.resume(returning: Box(value: work())) }
  }.value
}

/// Made on one thread and then used on another, never on both.
private struct Box<Value>: @unchecked Sendable {
  let value: Value
}
