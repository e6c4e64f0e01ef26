import Foundation

/// The line around a hot spot, for drawing it: it says where, not how sure.
public enum Outline {
  /// The convex hull of the points (Andrew 1979, Inf Process Lett 9:216–219), counter-clockwise from its leftmost,
  /// then lowest corner, without points along its sides; all points where they are fewer than three or on a line.
  public static func hull(_ points: [PlanePoint]) -> [PlanePoint] {
    let sorted = points.sorted { ($0.x, $0.y) < ($1.x, $1.y) }
    var distinct: [PlanePoint] = []
    for point in sorted where distinct.last != point { distinct.append(point) }
    guard distinct.count > 2 else { return distinct }
    func side(_ points: some Sequence<PlanePoint>) -> [PlanePoint] {
      var line: [PlanePoint] = []
      for point in points {
        while line.count > 1, turn(line[line.count - 2], line[line.count - 1], point) <= 0 {
          line.removeLast()
        }
        line.append(point)
      }
      return line
    }
    return side(distinct).dropLast() + side(distinct.reversed()).dropLast()
  }

  /// The hull of the points with `margin` metres around it, its corners rounded by sixteen directions; a regular
  /// polygon around a single point, and nothing around none.
  public static func around(_ points: [PlanePoint], margin: Double) -> [PlanePoint] {
    precondition(margin >= 0, "a margin is not negative")
    let corners = hull(points)
    guard margin > 0 else { return corners }
    return hull(
      corners.flatMap { corner in
        (0..<16).map { step in
          let angle = Double(step) * .pi / 8
          return PlanePoint(x: corner.x + margin * cos(angle), y: corner.y + margin * sin(angle))
        }
      })
  }

  /// Above 0 where the way from `a` over `b` to `c` turns left.
  private static func turn(_ a: PlanePoint, _ b: PlanePoint, _ c: PlanePoint) -> Double {
    (b.x - a.x) * (c.y - a.y) - (b.y - a.y) * (c.x - a.x)
  }
}
