import Foundation

/// The values that `body` makes of 0, 1, … `count - 1`, in that order, worked out on all processors.
public func parallelMap<Value: Sendable>(_ count: Int, _ body: @Sendable (Int) -> Value) -> [Value] {
  [Value](unsafeUninitializedCapacity: count) { buffer, initialized in
    // Each value has a place of its own, so that whichever is ready first stands where it belongs.
    let places = Places(start: buffer.baseAddress)
    DispatchQueue.concurrentPerform(iterations: count) { index in
      places.start.unsafelyUnwrapped.advanced(by: index).initialize(to: body(index))
    }
    initialized = count
  }
}

private struct Places<Value>: @unchecked Sendable {
  let start: UnsafeMutablePointer<Value>?
}
