import EST
import Foundation
import TestSupport
import Testing

@Suite struct SwerefOracleTests {
  struct Oracle: Decodable {
    let projection: [[Double]]
    enum CodingKeys: String, CodingKey { case projection = "projection_lonlat_to_3006" }
  }

  /// The reference has metres to a tenth of a millimetre for degrees to a millionth; it is met to a centimetre.
  @Test(.enabled(if: OracleFile.exist("geo")), arguments: OracleFile.all("geo"))
  func degrees(_ file: OracleFile) throws {
    let cases = try file.read(as: Oracle.self).projection
    #expect(!cases.isEmpty)
    for values in cases {
      let found = SwerefPoint(easting: values[2], northing: values[3]).degrees
      let metresNorth = (found.latitude - values[1]) * 111_200
      let metresEast = (found.longitude - values[0]) * 111_300 * cos(values[1] * .pi / 180)
      #expect(abs(metresNorth) < 0.01 && abs(metresEast) < 0.01, "\(values)")
    }
  }
}

@Suite struct SwerefTests {
  @Test("On the central meridian nothing is bent")
  func meridian() {
    let found = SwerefPoint(easting: 500_000, northing: 6_874_180.1477).degrees
    #expect(found.longitude == 15)
    #expect(abs(found.latitude - 62) < 1e-9)
  }
}
