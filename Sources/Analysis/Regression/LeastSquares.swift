import Foundation

/// Weighted least squares by Householder's reflections (Golub and Van Loan 2013, Matrix Computations, 5.3).
///
/// Columns that the earlier ones already explain are left out, in their order, as in R's `lm`.
struct LeastSquares {
  /// One for each column; `nil` where it was left out.
  private(set) var coefficients: [Double?]
  /// The positions of the columns that were kept, in their order.
  private(set) var kept: [Int]
  /// The inverse of X'WX over the kept columns, row by row.
  private(set) var inverse: [Double]
  /// Each row's leverage.
  private(set) var hat: [Double]

  /// - Parameter tolerance: what must be left of a column's length after the earlier ones' part is taken away.
  init(columns: [[Double]], response: [Double], weights: [Double], tolerance: Double = 1e-8) {
    let rows = response.count
    let roots = weights.map { $0.squareRoot() }
    var target = zip(response, roots).map { $0 * $1 }
    var kept: [Int] = []
    var reflectors: [[Double]] = []
    var upper: [[Double]] = []
    for (position, column) in columns.enumerated() {
      var work = zip(column, roots).map { $0 * $1 }
      let length = work.reduce(0) { $0 + $1 * $1 }.squareRoot()
      for (at, reflector) in reflectors.enumerated() { Self.reflect(&work, by: reflector, from: at) }
      let at = kept.count
      guard at < rows else { continue }
      let left = work[at...].reduce(0) { $0 + $1 * $1 }.squareRoot()
      guard left.isFinite, left > 0, left > length * tolerance else { continue }
      var reflector = work
      for row in 0..<at { reflector[row] = 0 }
      let head = work[at] > 0 ? -left : left
      reflector[at] -= head
      let norm = reflector[at...].reduce(0) { $0 + $1 * $1 }.squareRoot()
      for row in at..<rows { reflector[row] /= norm }
      Self.reflect(&target, by: reflector, from: at)
      work[at] = head
      upper.append(Array(work[...at]))
      reflectors.append(reflector)
      kept.append(position)
    }
    let rank = kept.count
    // The inverse of the triangle, column by column.
    var back = [Double](repeating: 0, count: rank * rank)
    for column in 0..<rank {
      back[column * rank + column] = 1 / upper[column][column]
      for row in stride(from: column - 1, through: 0, by: -1) {
        var sum = 0.0
        for k in (row + 1)...column { sum += upper[k][row] * back[k * rank + column] }
        back[row * rank + column] = -sum / upper[row][row]
      }
    }
    var inverse = [Double](repeating: 0, count: rank * rank)
    coefficients = Array(repeating: nil, count: columns.count)
    for row in 0..<rank {
      var value = 0.0
      for k in row..<rank { value += back[row * rank + k] * target[k] }
      coefficients[kept[row]] = value
      for column in 0..<rank {
        for k in max(row, column)..<rank {
          inverse[row * rank + column] += back[row * rank + k] * back[column * rank + k]
        }
      }
    }
    // A row's leverage is its length in the space of the columns: that of Q's row.
    var hat = [Double](repeating: 0, count: rows)
    for column in 0..<rank {
      var unit = [Double](repeating: 0, count: rows)
      unit[column] = 1
      for at in stride(from: rank - 1, through: 0, by: -1) {
        Self.reflect(&unit, by: reflectors[at], from: at)
      }
      for row in 0..<rows { hat[row] += unit[row] * unit[row] }
    }
    self.kept = kept
    self.inverse = inverse
    self.hat = hat
  }

  private static func reflect(_ vector: inout [Double], by reflector: [Double], from: Int) {
    var product = 0.0
    for row in from..<vector.count { product += vector[row] * reflector[row] }
    for row in from..<vector.count { vector[row] -= 2 * product * reflector[row] }
  }
}
