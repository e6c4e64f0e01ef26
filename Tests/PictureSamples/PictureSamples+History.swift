import EST
import Foundation
import Picture

extension PictureSamples {
  /// A week like any other of four years, but for burglaries in one district and thefts around another, with a
  /// place where graffiti came back again and again.
  /// - Parameters:
  ///   - spike: how many reports more than chance brought that one district has.
  ///   - importedSince: the first week of the category that is imported; all weeks have it where none is given.
  public static func longHistory(weeks: Int = 220, spike: Int = 14, importedSince: Int = 0) -> PictureInput {
    var input = busyWeek()
    let names = districts.prefix(10)
    let middle = (easting: 758_000, northing: 7_086_000)
    input.areas = names.enumerated().map { index, name in
      PictureInput.Area(
        id: area(index), name: name,
        center: SituationPicture.Point(
          easting: middle.easting + index % 4 * 1_000, northing: middle.northing + index / 4 * 1_000))
    }
    input.map = input.areas.map { area in
      let (x, y) = (area.center!.easting, area.center!.northing)
      let corners = [(-500, -500), (500, -500), (500, 500), (-500, 500), (-500, -500)]
      return SituationPicture.Map.Area(
        name: area.name,
        rings: [corners.map { SituationPicture.Point(easting: x + $0.0, northing: y + $0.1) }])
    }
    var random = SplitMix64(seed: 7)
    let last = week.first
    let mondays = (0..<weeks).map { last + 7 * ($0 - weeks + 1) }
    let codes = ["disorder/inbrott", "disorder/stöld", "vandalism/klotter", "disorder"].map {
      CategoryCode($0)
    }
    var series: [PictureInput.WeeklySeries] = []
    var reports: [PictureInput.ReportColumns] = []
    for (place, area) in input.areas.enumerated() {
      for (kind, code) in codes.enumerated() {
        let isImported = kind == 3
        var counts = (0..<weeks).map { week in
          isImported && week < importedSince ? 0 : chance(mean: kind == 0 ? 0.8 : 2, &random)
        }
        if kind == 0 && place == 1 { counts[weeks - 1] += Int32(spike) }
        if kind == 1 && [5, 6, 9].contains(place) && spike > 0 { counts[weeks - 1] += 12 }
        series.append(
          PictureInput.WeeklySeries(category: code, area: area.id, isImported: isImported, counts: counts))
        reports.append(oneByOne(counts, code, area, isImported: isImported, mondays, &random))
      }
    }
    if spike > 0 { reports.append(chain(input.areas[2], monday: last)) }
    input.history = PictureInput.History(weeks: mondays, series: series, reports: reports)
    return input
  }

  /// Poisson (Knuth 1969, The Art of Computer Programming, 3.4.1).
  private static func chance(mean: Double, _ random: inout SplitMix64) -> Int32 {
    let limit = exp(-mean)
    var (count, product) = (Int32(0), random.unit())
    while product > limit {
      count += 1
      product *= random.unit()
    }
    return count
  }

  private static func minute(_ day: LocalDate, _ hour: Int) -> Int32 {
    Int32(
      ZoneRules.stockholm.planned(LocalDateTime(day, LocalTime(hour: hour, minute: 0)!)).seconds / 60)
  }

  private static func oneByOne(
    _ counts: [Int32], _ code: CategoryCode, _ area: PictureInput.Area, isImported: Bool,
    _ mondays: [LocalDate],
    _ random: inout SplitMix64
  ) -> PictureInput.ReportColumns {
    var columns = PictureInput.ReportColumns(
      category: code, area: area.id, isImported: isImported, begins: [], lengths: [], eastings: [],
      northings: [])
    for (week, count) in counts.enumerated().suffix(PictureInput.History.weeksOneByOne) {
      for _ in 0..<count {
        let day = mondays[week] + Int(random.unit() * 7)
        columns.begins.append(minute(day, 16 + Int(random.unit() * 8)))
        columns.lengths.append(random.unit() < 0.3 ? 180 : 0)
        columns.eastings.append(Int32(area.center!.easting * 10 + Int(random.unit() * 9_000) - 4_500))
        columns.northings.append(Int32(area.center!.northing * 10 + Int(random.unit() * 9_000) - 4_500))
      }
    }
    return columns.sorted()
  }

  /// Six reports at one place, two days apart.
  private static func chain(_ area: PictureInput.Area, monday: LocalDate) -> PictureInput.ReportColumns {
    PictureInput.ReportColumns(
      category: CategoryCode("vandalism/klotter"), area: area.id, isImported: false,
      begins: (0..<6).map { minute(monday + (2 * $0 - 6), 22) }, lengths: Array(repeating: 0, count: 6),
      eastings: Array(repeating: Int32(area.center!.easting * 10 + 7_000), count: 6),
      northings: Array(repeating: Int32(area.center!.northing * 10 + 7_000), count: 6))
  }
}
