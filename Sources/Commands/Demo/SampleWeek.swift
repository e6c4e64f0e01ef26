import EST

/// The reports of the week at hand, as people type them.
enum SampleWeek {
  struct Report {
    let unit: String
    let at: String
    let category: String
    let area: String?
    let place: String?
    let type: PlaceType
    let certainty: Certainty
    let text: String
    var reasons: [String] = []
  }

  static let field = "Fältgruppen"
  static let hosts = "Kvartersvärdar nordost"
  static let school = "Högstadieskolan"

  static let reports: [Report] = [
    Report(
      unit: hosts, at: "2026-11-17T07:40", category: "vandalism/klotter", area: "Ålidhemsområdet",
      place: "Ålidhems centrum, norra gaveln", type: .centre, certainty: .seen,
      text: "Nytt klotter över hela gaveln, sanerat i förra veckan."),
    Report(
      unit: hosts, at: "2026-11-17T16:20", category: "vandalism/glaskross", area: "Ålidhemsområdet",
      place: "Ålidhems centrum", type: .centre, certainty: .seen,
      text: "Krossad ruta vid entrén mot torget."),
    Report(
      unit: field, at: "2026-11-18T20:15", category: "gathering/utomhus", area: "Ålidhemsområdet",
      place: "Torget", type: .outdoors, certainty: .seen,
      text:
        "Ett tjugotal ungdomar samlade efter att fritidsgården stängt. Lugnt, men flera säger att de går omvägar."
    ),
    Report(
      unit: hosts, at: "2026-11-18T22:40", category: "vandalism/klotter", area: "Ålidhemsområdet",
      place: "Gångtunneln", type: .outdoors, certainty: .seen, text: "Tunneln nedklottrad på båda sidor."),
    Report(
      unit: field, at: "2026-11-19T19:30", category: "unsafe-place/belysning", area: "Ålidhemsområdet",
      place: "Gångvägen mot tunneln", type: .outdoors, certainty: .seen,
      text: "Fyra av sju lampor släckta.", reasons: ["belysning", "sikt"]),
    Report(
      unit: school, at: "2026-11-19T11:50", category: "gathering/trapphus", area: "Ålidhemsområdet",
      place: nil,
      type: .stairwell, certainty: .told,
      text: "Elever berättar att äldre ungdomar håller till i trapphus på håltimmar."),
    Report(
      unit: field, at: "2026-11-20T21:10", category: "disorder/misstänkt narkotika", area: "Ersboda",
      place: "Bakom köpcentret", type: .outdoors, certainty: .suspected,
      text: "Överlämning mellan bilar, samma plats som tidigare veckor."),
    Report(
      unit: hosts, at: "2026-11-20T23:05", category: "disorder/buskörning/olovlig trafik", area: "Ersboda",
      place: "Parkeringen", type: .outdoors, certainty: .seen, text: "Två epatraktorer kör varv efter varv."),
    Report(
      unit: field, at: "2026-11-21T00:30", category: "disorder/alkohol", area: "Centrala stan",
      place: "Rådhustorget", type: .outdoors, certainty: .seen,
      text: "Flera berusade, ordningsvakter på plats."),
    Report(
      unit: hosts, at: "2026-11-21T13:00", category: "vandalism/klotter", area: "Ålidhemsområdet",
      place: "Ålidhems centrum", type: .centre, certainty: .seen, text: "Klotter på tre skyltfönster."),
    Report(
      unit: school, at: "2026-11-20T14:20", category: "vandalism/glaskross", area: "Ålidhemsområdet",
      place: nil,
      type: .school, certainty: .seen, text: "Ruta krossad i skolans cykelförråd."),
    Report(
      unit: field, at: "2026-11-21T20:00", category: "gathering/utomhus", area: "Tomtebo",
      place: "Skolgården", type: .outdoors, certainty: .seen, text: "Mindre grupp, lugnt."),
    Report(
      unit: hosts, at: "2026-11-22T09:10", category: "vandalism/klotter", area: "Ålidhemsområdet",
      place: "Tvättstugans yttervägg", type: .laundryRoom, certainty: .seen, text: "Samma tagg som i tunneln."
    ),
    Report(
      unit: field, at: "2026-11-22T15:00", category: "rumour/sociala medier", area: nil, place: nil,
      type: .other, certainty: .told, text: "Det talas om en uppgörelse i centrum till helgen."),
  ]

  /// Something that is going to happen in the week after.
  static let comingEvent = Report(
    unit: field, at: "2026-11-28T18:00", category: "event/ungdom", area: "Ersboda", place: "Fritidsgården",
    type: .other, certainty: .told, text: "Disco, omkring 300 väntas.")

  /// Comes when collection is closed.
  static let late = Report(
    unit: school, at: "2026-11-20T12:30", category: "vandalism/klotter", area: "Ålidhemsområdet", place: nil,
    type: .school, certainty: .seen, text: "Klotter på skolans gavel mot centrum.")
}
