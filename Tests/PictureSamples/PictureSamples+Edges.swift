import EST
import Picture

/// Weeks at the edges of what can be.
extension PictureSamples {
  /// A group of one area, whose only report was this week, after months of silence.
  public static func oneArea() -> PictureInput {
    var input = longHistory(weeks: 60, spike: 0)
    let only = input.areas[0]
    input.areas = [only]
    input.map = Array(input.map.prefix(1))
    input.counts = [
      PictureInput.Count(
        span: .current, category: CategoryCode("disorder/bråk"), area: only.id, source: .reporter,
        precision: .place, reports: 1)
    ]
    input.history.series = [
      PictureInput.WeeklySeries(
        category: CategoryCode("disorder/bråk"), area: only.id, isImported: false,
        counts: (0..<60).map { $0 == 0 || $0 == 59 ? 1 : 0 })
    ]
    input.history.reports = []
    input.units = Array(input.units.prefix(1))
    return input
  }

  /// The third week of a group, which nothing a year ago can be compared with.
  public static func thirdWeek() -> PictureInput {
    var input = busyWeek()
    input.lastYear = nil
    input.counts.removeAll { $0.span == .lastYear }
    input.history = longHistory(weeks: 3, spike: 0).history
    return input
  }

  /// The many areas with borders, and a history for each.
  public static func hugeMap() -> PictureInput {
    var input = huge()
    input.map = input.areas.enumerated().map { index, area in
      let (x, y) = (750_000 + index % 13 * 1_000, 7_080_000 + index / 13 * 1_000)
      let corners = [(0, 0), (1_000, 0), (1_000, 1_000), (0, 1_000), (0, 0)]
      return SituationPicture.Map.Area(
        name: area.name, rings: [corners.map { .init(easting: x + $0.0, northing: y + $0.1) }])
    }
    let mondays = (0..<60).map { week.first + 7 * ($0 - 59) }
    input.history = PictureInput.History(
      weeks: mondays,
      series: input.areas.indices.flatMap { place in
        (0..<8).map { kind in
          PictureInput.WeeklySeries(
            category: CategoryCode(main: "local-\((place + 13 * kind) % 100)"), area: input.areas[place].id,
            isImported: false, counts: (0..<60).map { Int32(($0 * 7 + place * 3 + kind) % 4) })
        }
      })
    return input
  }

  /// Every sample, the common ones and the edges.
  public static var all: [(name: String, input: PictureInput)] {
    [
      ("busy", busyWeek()), ("long", longHistory()), ("empty", empty()), ("first", firstWeek()),
      ("third", thirdWeek()), ("one-area", oneArea()), ("huge", hugeMap()), ("hostile", hostile()),
    ]
  }
}
