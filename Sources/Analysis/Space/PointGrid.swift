/// Points in the order of the square cells they lie in, row by row, so that near points are found, and stored, near.
struct PointGrid {
  /// In the grid's order.
  let points: [PlanePoint]
  /// The position that each point, in the grid's order, had in what was given.
  let original: [Int]
  private let cells: [UInt64]

  private static let bitsOfIndex: UInt64 = 24
  private static let bitsOfColumn: UInt64 = 20

  /// - Parameter reach: the greatest distance at which pairs will be asked for, in metres, above 0.
  init(_ given: [PlanePoint], reach: Double) {
    precondition(given.count < 1 << PointGrid.bitsOfIndex, "more points than a grid can hold")
    var (minX, minY) = (Double.infinity, Double.infinity)
    var (maxX, maxY) = (-Double.infinity, -Double.infinity)
    for point in given {
      precondition(point.x.isFinite && point.y.isFinite, "a point has finite coordinates")
      (minX, maxX) = (min(minX, point.x), max(maxX, point.x))
      (minY, maxY) = (min(minY, point.y), max(maxY, point.y))
    }
    // Cells may be larger than asked for, never smaller: a pair within reach then lies in touching cells. The hair
    // more is for what rounding may do to a division.
    let extent = max(maxX - minX, maxY - minY, 0)
    let side = max(reach, extent / Double(1 << 19)) * (1 + 1e-9)
    var keys = given.indices.map { index -> UInt64 in
      let column = side.isFinite ? UInt64((given[index].x - minX) / side) : 0
      let row = side.isFinite ? UInt64((given[index].y - minY) / side) : 0
      return ((row << PointGrid.bitsOfColumn) | column) << PointGrid.bitsOfIndex | UInt64(index)
    }
    keys.sort()
    let order = keys.map { Int($0 & (1 << PointGrid.bitsOfIndex - 1)) }
    original = order
    points = order.map { given[$0] }
    cells = keys.map { $0 >> PointGrid.bitsOfIndex }
  }

  /// Calls `body` for each position in the grid's order, in rising order, with two runs of later positions: together
  /// they hold every later point whose cell touches the first one's.
  @inline(__always)
  func visit(_ body: (_ first: Int, _ near: Range<Int>, _ below: Range<Int>) -> Void) {
    let count = points.count
    cells.withUnsafeBufferPointer { cells in
      var (cell, rowEnd, low, high) = (0, 0, 0, 0)
      while cell < count {
        let key = cells[cell]
        let below = key + 1 << PointGrid.bitsOfColumn
        // The last column's number is below the greatest there is room for, so a row's ends have no false neighbours.
        let left = below & (1 << PointGrid.bitsOfColumn - 1) == 0 ? below : below - 1
        while rowEnd < count && cells[rowEnd] <= key + 1 { rowEnd += 1 }
        while low < count && cells[low] < left { low += 1 }
        high = max(high, low)
        while high < count && cells[high] <= below + 1 { high += 1 }
        while cell < count && cells[cell] == key {
          body(cell, cell + 1..<max(cell + 1, rowEnd), low..<high)
          cell += 1
        }
      }
    }
  }
}
