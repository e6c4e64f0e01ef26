import Foundation

/// A smooth picture of where events lie thick, in events per square metre: a drawing, not a test.
public enum KernelDensity {
  public enum Kernel: String, Sendable, CaseIterable {
    /// 3/π (1 − u²)²/h² within the bandwidth (Silverman 1986, Density Estimation, eq. 4.5).
    case quartic
    /// exp(−u²/2)/(2πh²), without end.
    case gaussian
  }

  /// The intensity at each of `places`.
  ///
  /// - Parameter bandwidth: h in metres, above 0; u is the distance divided by it.
  public static func intensity(
    of points: [PlanePoint], at places: [PlanePoint], kernel: Kernel = .quartic, bandwidth: Double
  ) -> [Double] {
    precondition(bandwidth > 0, "a bandwidth is positive")
    let scale = 1 / (bandwidth * bandwidth)
    // By distance west to east, so that only points within the bandwidth are looked at.
    let sorted = points.sorted { ($0.x, $0.y) < ($1.x, $1.y) }
    return places.map { place in
      var sum = 0.0
      switch kernel {
      case .quartic:
        var index = firstIndex(in: sorted, from: place.x - bandwidth)
        while index < sorted.count, sorted[index].x <= place.x + bandwidth {
          let (dx, dy) = (sorted[index].x - place.x, sorted[index].y - place.y)
          let rest = 1 - (dx * dx + dy * dy) * scale
          if rest > 0 { sum += rest * rest }
          index += 1
        }
        return sum * 3 / .pi * scale
      case .gaussian:
        for point in sorted {
          let (dx, dy) = (point.x - place.x, point.y - place.y)
          sum += exp((dx * dx + dy * dy) * scale / -2)
        }
        return sum / (2 * .pi) * scale
      }
    }
  }

  private static func firstIndex(in sorted: [PlanePoint], from x: Double) -> Int {
    var (low, high) = (0, sorted.count)
    while low < high {
      let middle = (low + high) / 2
      if sorted[middle].x < x { low = middle + 1 } else { high = middle }
    }
    return low
  }
}
