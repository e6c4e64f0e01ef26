/// A field of a report as files name it.
public enum Field: String, Sendable, CaseIterable, Hashable, Codable {
  case category
  case area
  case unit
  case place
  case placeType = "place_type"
  case occurredFrom = "occurred_from"
  case occurredTo = "occurred_to"
  case certainty
  case assessment
  case reason
  case reportClass = "class"
  case text
  case reference
  case latitude
  case longitude
  /// Easting in SWEREF 99 TM.
  case x
  /// Northing in SWEREF 99 TM.
  case y
  /// How many events the row stands for: one, since each event is a row of its own.
  case count

  /// Swedish headers that mean the same.
  var aliases: [String] {
    switch self {
    case .category: ["kategori"]
    case .area: ["område", "stadsdel"]
    case .unit: ["enhet"]
    case .place: ["plats"]
    case .placeType: ["platstyp"]
    case .occurredFrom: ["från", "inträffat_från", "inträffat", "tidpunkt"]
    case .occurredTo: ["till", "inträffat_till"]
    case .certainty: ["säkerhet"]
    case .assessment: ["bedömning"]
    case .reason: ["anledning", "skäl"]
    case .reportClass: ["klass"]
    case .text: ["fritext"]
    case .reference: ["referens"]
    case .latitude: ["latitud"]
    case .longitude: ["longitud"]
    case .x: ["öst"]
    case .y: ["nord"]
    case .count: ["antal"]
    }
  }

  /// Every name by which a header may call the field, the standard one first.
  var names: [String] { [rawValue] + aliases }

  /// The field of a header as people write it: `Occurred from` and `occurred-from` are `occurred_from`.
  init?(header: some StringProtocol) {
    guard let field = Field.byName[Field.folded(header)] else { return nil }
    self = field
  }

  static func folded(_ header: some StringProtocol) -> String {
    String(
      header.lowercased().split { $0.isWhitespace || $0 == "_" || $0 == "-" }.joined(separator: "_"))
  }

  private static let byName = [String: Field](
    uniqueKeysWithValues: allCases.flatMap { field in field.names.map { ($0, field) } })
}
