import EST
import Foundation

/// A made-up file of reports for measuring: the columns, sizes and spread of a municipality's register, over five
/// years, forty square areas and twenty-five categories. The same seed gives the same bytes.
struct IncidentFile {
  static let areaCount = 40
  static let side = 900.0
  static let origin = SwerefPoint(easting: 755_000, northing: 7_085_000)
  static let categories = [
    "skadegorelse", "klotter", "nedskrapning", "stold_cykel", "stold_ur_bil", "stold_av_bil",
    "inbrott_bostad",
    "inbrott_kallare", "inbrott_lokal", "butiksstold", "misshandel_utomhus", "ran_ungdom", "hot",
    "ordningsstorning", "berusade", "narkotika_oppet", "brand_utomhus", "anlagd_brand", "buskorning",
    "ungdomsgrupp", "trygghetsvandring_anm", "otrygg_plats", "belysning", "storning_boende", "vapen_fynd",
  ]

  static func corner(of area: Int) -> SwerefPoint {
    SwerefPoint(
      easting: origin.easting + Double(area % 8) * side, northing: origin.northing + Double(area / 8) * side)
  }

  static func areaName(_ area: Int) -> String { "A\(area + 1 < 10 ? "0" : "")\(area + 1)" }

  static func geoJSON(_ area: Int) -> String {
    let (x, y) = (corner(of: area).easting, corner(of: area).northing)
    let ring = [(x, y), (x + side, y), (x + side, y + side), (x, y + side), (x, y)]
    let points = ring.map { "[\($0.0),\($0.1)]" }.joined(separator: ",")
    return #"{"type":"Polygon","coordinates":[[\#(points)]]}"#
  }

  /// Writes `rows` rows to `path`.
  static func write(rows: Int, seed: UInt64, to path: String) throws {
    try Data().write(to: URL(filePath: path))
    let file = try FileHandle(forWritingTo: URL(filePath: path))
    var random = SplitMix64(seed: seed)
    let start = LocalDate(year: 2021, month: 1, day: 4)!
    var text = "id,source,category,occurred_from,occurred_to,reported_at,area_id,x,y,reason\n"
    for row in 1...rows {
      let area = Int(random.unit() * random.unit() * Double(areaCount))
      let category = categories[Int(random.unit() * random.unit() * Double(categories.count))]
      let day = start + Int(Double(row - 1) / Double(rows) * 1826)
      // Never in the hour that summer time skips.
      let to = LocalDateTime(
        day, LocalTime(hour: 3 + Int(random.unit() * 21), minute: Int(random.unit() * 60))!)
      let width = random.unit() < 0.3 ? Int64(random.unit() * 3) * 60 : 0
      let from = LocalDateTime(
        wallSeconds: max(to.wallSeconds - width * 60, to.wallSeconds / 86_400 * 86_400 + 10_800))
      let corner = corner(of: area)
      let x = corner.easting + 1 + random.unit() * (side - 2)
      let y = corner.northing + 1 + random.unit() * (side - 2)
      let reason = category == "otrygg_plats" ? "belysning" : ""
      text +=
        "\(row),kommun,\(category),\(from),\(to),\(to),\(areaName(area)),\(tenths(x)),\(tenths(y)),\(reason)\n"
      if text.utf8.count > 1 << 20 {
        try file.write(contentsOf: Data(text.utf8))
        text = ""
      }
    }
    try file.write(contentsOf: Data(text.utf8))
    try file.close()
  }

  private static func tenths(_ value: Double) -> String {
    let tenths = Int(value * 10)
    return "\(tenths / 10).\(tenths % 10)"
  }
}
