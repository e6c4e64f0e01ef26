/// Square cells over a flat area, row by row from the lower left.
public struct CellGrid: Sendable, Hashable {
  /// The lower left corner.
  public let origin: PlanePoint
  /// In metres, above 0.
  public let side: Double
  public let columns: Int
  public let rows: Int

  public init(origin: PlanePoint, side: Double, columns: Int, rows: Int) {
    precondition(side > 0 && columns >= 0 && rows >= 0, "a grid has cells")
    self.origin = origin
    self.side = side
    self.columns = columns
    self.rows = rows
  }

  /// A grid that holds all points, its corner at a multiple of the side, so that cells stay the same from week to
  /// week; `nil` for no points.
  public init?(covering points: [PlanePoint], side: Double) {
    guard let first = points.first else { return nil }
    var (low, high) = (first, first)
    for point in points {
      low = PlanePoint(x: min(low.x, point.x), y: min(low.y, point.y))
      high = PlanePoint(x: max(high.x, point.x), y: max(high.y, point.y))
    }
    let corner = PlanePoint(x: (low.x / side).rounded(.down) * side, y: (low.y / side).rounded(.down) * side)
    self.init(
      origin: corner, side: side, columns: Int((high.x - corner.x) / side) + 1,
      rows: Int((high.y - corner.y) / side) + 1)
  }

  public var count: Int { columns * rows }

  /// The cell of a point; its left and lower edges are its own. `nil` outside the grid.
  public func cell(of point: PlanePoint) -> Int? {
    let column = ((point.x - origin.x) / side).rounded(.down)
    let row = ((point.y - origin.y) / side).rounded(.down)
    guard column >= 0, row >= 0, column < Double(columns), row < Double(rows) else { return nil }
    return Int(row) * columns + Int(column)
  }

  public func center(of cell: Int) -> PlanePoint {
    PlanePoint(
      x: origin.x + (Double(cell % columns) + 0.5) * side, y: origin.y + (Double(cell / columns) + 0.5) * side
    )
  }

  /// How many points lie in each cell; those outside are left out.
  public func counts(_ points: [PlanePoint]) -> [Int] {
    var counts = [Int](repeating: 0, count: count)
    for point in points { if let cell = cell(of: point) { counts[cell] += 1 } }
    return counts
  }
}
