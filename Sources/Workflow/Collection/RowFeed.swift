import Foundation
import Intake

/// Reads and checks a file on a thread of its own, a few batches ahead of the database: while the server stores one
/// batch, the next is read, and memory is bounded by the batches under way whatever the file's size.
///
/// `@unchecked Sendable`: every field is read and written under `condition`.
final class RowFeed: @unchecked Sendable {
  private let condition = NSCondition()
  private var batches: [[IntakeItem]] = []
  private var outcome: Result<Void, any Error>?
  private var isAbandoned = false

  private static let batchSize = 4_000
  private static let batchesAhead = 2

  private struct Abandoned: Error {}

  /// - Parameters:
  ///   - makeParser: what reads the format, made on the thread that uses it.
  ///   - nextBytes: the file's next bytes; empty or `nil` at its end. Called on the feed's own thread.
  init(
    _ makeParser: @escaping @Sendable () throws -> any IntakeParser,
    nextBytes: @escaping @Sendable () throws -> [UInt8]?
  ) {
    Thread.detachNewThread { [self] in
      var batch: [IntakeItem] = []
      let result = Result {
        var parser = try makeParser()
        func take(_ item: IntakeItem) throws {
          batch.append(item)
          if batch.count == RowFeed.batchSize {
            try offer(batch)
            batch = []
          }
        }
        while let bytes = try nextBytes(), !bytes.isEmpty {
          try bytes.withUnsafeBytes { try parser.push($0, take) }
        }
        try parser.finish(take)
        if !batch.isEmpty { try offer(batch) }
      }
      condition.withLock {
        outcome = result
        condition.broadcast()
      }
    }
  }

  /// The next batch; `nil` when the file has ended well.
  /// - Throws: what reading the file threw.
  func next() throws -> [IntakeItem]? {
    try condition.withLock {
      while batches.isEmpty, outcome == nil { condition.wait() }
      if !batches.isEmpty {
        let batch = batches.removeFirst()
        condition.broadcast()
        return batch
      }
      try outcome!.get()
      return nil
    }
  }

  /// Nobody will ask for more: the thread stops at its next batch.
  func abandon() {
    condition.withLock {
      isAbandoned = true
      condition.broadcast()
    }
  }

  private func offer(_ batch: [IntakeItem]) throws {
    try condition.withLock {
      while batches.count >= RowFeed.batchesAhead, !isAbandoned { condition.wait() }
      if isAbandoned { throw Abandoned() }
      batches.append(batch)
      condition.broadcast()
    }
  }
}
