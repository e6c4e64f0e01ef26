import EST
import Language

extension CategoryList {
  /// A category for people, `skadegörelse/klotter`: `--category` understands it too.
  func fullName(of code: CategoryCode, _ language: Language) -> String {
    func name(_ code: CategoryCode) -> String? {
      category(code).map { language(sv: $0.swedish, en: $0.english) }
    }
    let main = name(CategoryCode(main: code.main)) ?? code.main
    guard let subtype = code.subtype else { return main }
    return "\(main)/\(name(code) ?? subtype)"
  }
}

extension IncomingPoint {
  /// Degrees as they are typed, or metres east and north.
  fileprivate var text: String {
    switch self {
    case .wgs84(let latitude, let longitude): "\(latitude),\(longitude)"
    case .sweref(let point):
      "\(Int(point.easting.rounded())) E, \(Int(point.northing.rounded())) N (SWEREF 99 TM)"
    }
  }
}

extension IncomingReport {
  /// What it says, for people, but for its category and who says it.
  func pairs(_ context: Context, in zone: ZoneRules, area: String?) -> [(String, String?)] {
    let m = context.language.incidents
    var time = context.text(from, in: zone)
    if let to { time += " – \(context.text(to, in: zone))" }
    return [
      (m.timeLabel, time), (m.areaLabel, area), (m.place, place), (m.pointLabel, point?.text),
      (m.placeTypeLabel, placeType.map { m.placeType($0.rawValue) }),
      (m.reasonsLabel, reasons.isEmpty ? nil : reasons.joined(separator: ", ")),
      (m.certaintyLabel, m.certainty(certainty.rawValue)), (m.assessmentLabel, assessment),
      (m.reportClass, m.reportClass(reportClass.rawValue)), (m.textLabel, text),
    ]
  }
}
