import Foundation

/// Longitude and latitude in degrees, WGS 84, as maps of the web have them. (EPSG:4326)
public struct Degrees: Hashable, Sendable {
  public let longitude: Double
  public let latitude: Double
}

extension SwerefPoint {
  /// SWEREF 99 and WGS 84 differ by less than a metre, which counts as nothing here as elsewhere.
  ///
  /// Gauss' conformal projection, inverse, by Krüger's series (1912) to the fourth order in the third flattening, as
  /// Lantmäteriet publishes it ("Gauss Conformal Projection"): better than a millimetre within Sweden.
  public var degrees: Degrees {
    let north = (northing - Projection.falseNorthing) / (Projection.scale * Projection.radius)
    let east = (easting - Projection.falseEasting) / (Projection.scale * Projection.radius)
    var along = north
    var across = east
    for (index, coefficient) in Projection.inverse.enumerated() {
      let k = Double(2 * (index + 1))
      along -= coefficient * sin(k * north) * cosh(k * east)
      across -= coefficient * cos(k * north) * sinh(k * east)
    }
    let conformal = asin(sin(along) / cosh(across))
    let fromMeridian = atan(sinh(across) / cos(along))
    // From conformal to geodetic latitude: a polynomial in the square of its sine, times sine and cosine.
    let square = sin(conformal) * sin(conformal)
    let polynomial = Projection.latitude.reversed().reduce(0) { $0 * square + $1 }
    let latitude = conformal + sin(conformal) * cos(conformal) * polynomial
    return Degrees(
      longitude: Projection.centralMeridian + fromMeridian * 180 / .pi, latitude: latitude * 180 / .pi)
  }
}

/// SWEREF 99 TM on the ellipsoid GRS 80.
private enum Projection {
  static let centralMeridian = 15.0
  static let scale = 0.9996
  static let falseNorthing = 0.0
  static let falseEasting = 500_000.0

  private static let axis = 6_378_137.0
  private static let flattening = 1 / 298.257_222_101
  private static let n = flattening / (2 - flattening)
  private static let e2 = flattening * (2 - flattening)

  /// The radius of the sphere with the meridian's length.
  static let radius = axis / (1 + n) * (1 + n * n / 4 + n * n * n * n / 64)

  static let inverse = [
    n / 2 - 2 * n * n / 3 + 37 * n * n * n / 96 - n * n * n * n / 360,
    n * n / 48 + n * n * n / 15 - 437 * n * n * n * n / 1_440,
    17 * n * n * n / 480 - 37 * n * n * n * n / 840,
    4_397 * n * n * n * n / 161_280,
  ]

  static let latitude: [Double] = [
    e2 + e2 * e2 + e2 * e2 * e2 + e2 * e2 * e2 * e2,
    -(7 * e2 * e2 + 17 * e2 * e2 * e2 + 30 * e2 * e2 * e2 * e2) / 6,
    (224 * e2 * e2 * e2 + 889 * e2 * e2 * e2 * e2) / 120,
    -(4_279 * e2 * e2 * e2 * e2) / 1_260,
  ]
}
