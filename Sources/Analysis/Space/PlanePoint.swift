/// A place in a flat coordinate system in metres, such as SWEREF 99 TM (EPSG:3006).
public struct PlanePoint: Sendable, Hashable, Codable {
  public var x: Double
  public var y: Double

  public init(x: Double, y: Double) {
    self.x = x
    self.y = y
  }

  @inline(__always)
  func distance(to other: PlanePoint) -> Double {
    let (dx, dy) = (x - other.x, y - other.y)
    return (dx * dx + dy * dy).squareRoot()
  }

  @inline(__always)
  func cityBlockDistance(to other: PlanePoint) -> Double { abs(x - other.x) + abs(y - other.y) }
}
