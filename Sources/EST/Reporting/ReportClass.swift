/// Who may know of a report. (sekretessklass)
public enum ReportClass: String, Sendable, CaseIterable, Hashable {
  /// May be published as a summary of a period and an area.
  case open
  /// Known to everyone in the EST group: the default.
  case shared
  /// Police and municipality, not companies.
  case authorityOnly = "authority-only"
}

extension ReportClass: Comparable {
  /// The fewer may know, the higher.
  public static func < (a: ReportClass, b: ReportClass) -> Bool {
    allCases.firstIndex(of: a)! < allCases.firstIndex(of: b)!
  }
}

/// Where a report comes from; imported and reported counts are told apart in every picture.
public enum ReportSource: String, Sendable, CaseIterable, Hashable {
  case reporter
  case policeImport = "police-import"
  case otherImport = "other-import"
  case `public`
  case council
  case walk
}

/// How the reporter knows. Suspicion is enough.
public enum Certainty: String, Sendable, CaseIterable, Hashable {
  case seen
  case told
  case suspected
}

/// What kind of place it is. There is no case for the inside of a dwelling: it is never registered.
public enum PlaceType: String, Sendable, CaseIterable, Hashable {
  case outdoors
  case stairwell
  case laundryRoom = "laundry-room"
  case cellar
  case garage
  case centre
  case library
  case school
  case shop
  case publicTransport = "public-transport"
  case other
}
