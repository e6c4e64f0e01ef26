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
