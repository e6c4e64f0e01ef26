import Foundation

/// What the regression asks of each count again and again, kept for the small ones.
struct CountTables: Sendable {
  static let shared = CountTables()
  static let size = 256

  private let start: [Double]
  private let entropy: [Double]
  private let twoThirds: [Double]

  private init() {
    let counts = (0..<Self.size).map(Double.init)
    start = counts.map { log($0 + 0.1) }
    entropy = counts.map { $0 > 0 ? $0 * log($0) : 0 }
    twoThirds = counts.map { cbrt($0 * $0) }
  }

  /// log(y + 0.1)
  @inline(__always) func logStart(_ y: Double) -> Double {
    y < Double(Self.size) ? start[Int(y)] : log(y + 0.1)
  }
  /// y log y
  @inline(__always) func entropy(_ y: Double) -> Double {
    y < Double(Self.size) ? entropy[Int(y)] : y * log(y)
  }
  /// y to the power of 2/3
  @inline(__always) func twoThirds(_ y: Double) -> Double {
    y < Double(Self.size) ? twoThirds[Int(y)] : cbrt(y * y)
  }
}
