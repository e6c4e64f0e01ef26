import EST
import Picture

extension PictureSamples {
  /// A week in November with something of everything.
  public static func busyWeek() -> PictureInput {
    var input = empty(provenance: .sample)
    history(&input, previousUnits: 12, lastYearUnits: 8)
    input.meetingAt = Instant(rfc3339: "2026-11-24T09:00:00+01:00")!
    input.counts = [
      rows("disorder/bråk", "Centrala stan", 9, 4, 5), rows("disorder/bråk", "Ersboda", 6, 1, 0),
      rows("disorder/misstänkt narkotika", "Centrala stan", 5, 3, 2),
      rows("disorder/misstänkt narkotika", "Ålidhemsområdet", 4, 0, 2),
      rows("disorder/alkohol", "Väst på stan", 2, 1, 3), rows("disorder/stöld", "Teg", 3, 2, 2),
      rows("disorder", "Mariehem", 2, 0, 1),
      rows("disorder/våld", nil, 3, 2, 4, source: .policeImport),
      rows("disorder/rån", "Centrala stan", 1, 0, 0, source: .policeImport),
      rows("vandalism/klotter", "Ersboda", 4, 6, 3), rows("vandalism/glaskross", "Teg", 3, 2, 1),
      rows("vandalism/brand", "Ålidhemsområdet", 1, 0, 0),
      rows("vandalism/brand", nil, 1, 1, 0, source: .policeImport),
      rows("gathering/trapphus", "Ålidhemsområdet", 5, 4, 1),
      rows("gathering/köpcentrum", "Ersboda", 3, 7, 2), rows("gathering/garage", "Mariehem", 1, 0, 0),
      rows("unsafe-place/belysning", "Tomtebo", 2, 2, 0),
      rows("unsafe-place/nedskräpning", "Sandbacka", 1, 0, 2),
      rows("staff-incident/hot", "Centrala stan", 2, 1, 0), rows("rumour/sociala medier", nil, 1, 0, 0),
      rows("other", "Umedalen", 0, 1, 0),
    ].flatMap { $0 }
    input.units = [
      .init(organisation: "Bostaden", unit: "Bovärdar Ersboda", status: .reported, reports: 9),
      .init(organisation: "Bostaden", unit: "Bovärdar Ålidhem", status: .reported, reports: 7),
      .init(organisation: "Bostaden", unit: "Bovärdar Mariehem", status: .reported, reports: 3, late: true),
      .init(organisation: "Bostaden", unit: "Bovärdar Teg", status: .missing),
      .init(organisation: "Polisen", unit: "Lokalpolisområde Umeå", status: .reported, reports: 11),
      .init(organisation: "Räddningstjänsten", unit: "Centrala stationen", status: .nothingToReport),
      .init(organisation: "Umeå kommun", unit: "Biblioteken", status: .reported, reports: 4),
      .init(organisation: "Umeå kommun", unit: "Fritidsgårdar", status: .nothingToReport),
      .init(organisation: "Umeå kommun", unit: "Fältare", status: .reported, reports: 12),
      .init(organisation: "Umeå kommun", unit: "Gator och parker", status: .reported, reports: 3),
      .init(organisation: "Umeå kommun", unit: "Hemtjänst centrum", status: .missing),
      .init(organisation: "Umeå kommun", unit: "Skolor centrum", status: .missing),
      .init(organisation: "Väktare", unit: "Centrumronden", status: .reported, reports: 6),
      .init(organisation: "Väktare", unit: "Ersboda handelsområde", status: .reported, reports: 2),
    ]
    input.unreviewed = [
      .init(organisation: "Umeå kommun", reports: 3), .init(organisation: "Väktare", reports: 1),
    ]
    input.rejected = 2
    input.withdrawn = 1
    input.late = 3
    input.lateFromEarlierPeriods = 2
    input.sourcesNotUsed = [
      .init(name: "Räddningstjänstens insatser", reason: .notReceived),
      .init(name: "Trygghetsmätningen", reason: .notComparable),
    ]
    addWork(to: &input)
    return input
  }

  private static func addWork(to input: inout PictureInput) {
    let friday = LocalDate("2026-11-27")!
    input.comingEvents = [
      .init(
        title: "Hockeyderby", category: CategoryCode("event/högriskmatch"), area: area(15), date: friday + 1,
        time: LocalTime("15:15")!),
      .init(category: CategoryCode("event/ungdom"), area: area(0), date: friday, time: LocalTime("18:00")!),
      .init(
        title: "Julmarknad", category: CategoryCode("event/annat"), area: area(0), date: friday,
        lastDate: friday + 2),
      .init(title: "Lucia", category: CategoryCode("event/storhelg"), area: nil, date: friday + 16),
    ]
    input.openActions = [
      .init(
        number: "2026-31", title: "Byt lås till förråden på Ersbodavägen", organisation: "Bostaden",
        function: "förvaltare", due: LocalDate("2026-11-16"), problem: "Samlingar i trapphus och förråd"),
      .init(
        number: "2026-34", title: "Klipp buskarna längs gångvägen till Tomtebo torg",
        organisation: "Umeå kommun",
        function: "driftchef gator och parker", due: LocalDate("2026-11-20"),
        problem: "Mörk gångväg mot Tomtebo"),
      .init(
        number: "2026-36", title: "Fältare närvarande i centrum fredag kväll", organisation: "Umeå kommun",
        function: "enhetschef ungdom", due: LocalDate("2026-11-27")),
      .init(
        number: "2026-29", title: "Ny belysning vid parkeringen", organisation: "Umeå kommun",
        function: "belysningsansvarig", due: LocalDate("2027-02-15"), problem: "Mörk gångväg mot Tomtebo"),
    ]
    input.sinceLastTime = [
      .init(
        number: "2026-33", title: "Väktarrond vid handelsområdet", organisation: "Väktare", outcome: .started,
        date: LocalDate("2026-11-18")!),
      .init(
        number: "2026-22", title: "Sanera klotter inom 24 timmar", organisation: "Bostaden",
        outcome: .evaluated, date: LocalDate("2026-11-17")!, colour: .green),
      .init(
        number: "2026-19", title: "Möte med handlarna i centrum", organisation: "Umeå kommun",
        outcome: .evaluated, date: LocalDate("2026-11-17")!, colour: .yellow),
      .init(
        number: "2026-37", title: "Öppen fritidsgård till 23 på fredagar", organisation: "Umeå kommun",
        outcome: .decided, date: LocalDate("2026-11-17")!),
    ]
    input.priorities = [
      .init(title: "Samlingar i trapphus och förråd", state: .acting, area: area(1), hasAnalysis: true),
      .init(title: "Öppen narkotikahandel i centrum", state: .prioritised, area: area(0)),
      .init(title: "Trygga gångvägar", state: nil),
    ]
  }
}
