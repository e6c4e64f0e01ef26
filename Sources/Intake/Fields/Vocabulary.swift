import EST

/// The words by which files name what a report can say, folded to lower case.
enum Vocabulary {
  static let certainty = table(
    Certainty.allCases,
    [
      "sett": .seen, "egen iakttagelse": .seen, "hört": .told, "berättat": .told, "misstänkt": .suspected,
      "misstanke": .suspected,
    ])

  static let reportClass = table(
    ReportClass.allCases,
    ["öppen": .open, "delad": .shared, "myndighet": .authorityOnly, "endast myndighet": .authorityOnly])

  static let placeType = table(
    PlaceType.allCases,
    [
      "utomhus": .outdoors, "trapphus": .stairwell, "tvättstuga": .laundryRoom, "källare": .cellar,
      "garage": .garage, "centrum": .centre, "bibliotek": .library, "skola": .school, "butik": .shop,
      "kollektivtrafik": .publicTransport, "annat": .other, "övrigt": .other,
    ])

  /// What places inside a dwelling are called: they are never registered.
  static let dwellings: Set<String> = [
    "lägenhet", "lägenheten", "lgh", "bostad", "bostaden", "i bostad", "villa", "villan", "radhus", "hem",
    "hemma", "i hemmet", "hemmet", "hos granne", "studentrum", "sovrum", "dwelling", "apartment", "flat",
    "home",
  ]

  static func allowed<Value: RawRepresentable<String> & CaseIterable>(_: Value.Type) -> String {
    Value.allCases.map(\.rawValue).joined(separator: ", ")
  }

  private static func table<Value: RawRepresentable<String>>(
    _ values: [Value], _ swedish: [String: Value]
  ) -> [String: Value] {
    swedish.merging(values.map { ($0.rawValue, $0) }) { word, _ in word }
  }

  /// Without case, and with single spaces.
  static func folded(_ text: some StringProtocol) -> String {
    text.lowercased().split(whereSeparator: \.isWhitespace).joined(separator: " ")
  }
}
