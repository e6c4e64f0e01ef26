import EST
import Picture

/// Inputs to try a picture with: a week as it may look in Umeå, and weeks at the edges of what can be.
public enum PictureSamples {
  /// District names are facts of the town; every number is made up.
  public static let districts = [
    "Centrala stan", "Ersboda", "Ersmark", "Grubbe", "Haga", "Mariehem", "Mariestrand", "Sandbacka",
    "Sofiehem",
    "Teg", "Tomtebo", "Umedalen", "Väst på stan", "Ålidhemsområdet", "Öst på stan", "Östermalm",
  ]

  public static func area(_ index: Int) -> AreaID {
    var random = Counting(value: UInt64(index))
    return AreaID(at: Instant(seconds: 0), using: &random)
  }

  static func areas(_ names: [String]) -> [PictureInput.Area] {
    names.enumerated().map { PictureInput.Area(id: area($0), name: $1) }
  }

  /// Monday 23 November 2026, 15.00 in Stockholm.
  public static let compiledAt = Instant(rfc3339: "2026-11-23T15:00:00+01:00")!
  public static let week = PicturePeriod(week: ISOWeek(year: 2026, week: 47)!)
  public static let weekAhead = PicturePeriod(week: ISOWeek(year: 2026, week: 48)!)

  /// Week 47 of a group that has nothing in it.
  public static func empty(provenance: SituationPicture.Provenance = .real) -> PictureInput {
    var input = PictureInput(
      municipality: MunicipalityCode("2480")!, municipalityName: "Umeå", groupName: "EST Centrum",
      zone: .stockholm, version: 1, state: .draft, provenance: provenance, compiledAt: compiledAt,
      period: week, ahead: weekAhead)
    input.categories = CategoryList.default.categories
    input.areas = areas(districts)
    return input
  }

  static func history(_ input: inout PictureInput, previousUnits: Int, lastYearUnits: Int) {
    input.previous = PictureInput.PastPeriod(
      period: PicturePeriod(week: ISOWeek(year: 2026, week: 46)!), reportingUnits: previousUnits)
    input.lastYear = PictureInput.PastPeriod(
      period: PicturePeriod(week: ISOWeek(year: 2025, week: 47)!), reportingUnits: lastYearUnits)
  }

  /// Rows of the three spans from one line, such as `("disorder/bråk", "Ersboda", 7, 3, 2)`.
  public static func rows(
    _ category: String, _ area: String?, _ now: Int, _ previous: Int, _ lastYear: Int,
    source: ReportSource = .reporter
  ) -> [PictureInput.Count] {
    let id = area.map { self.area(districts.firstIndex(of: $0)!) }
    let precision: Place.Precision = id == nil ? .municipality : source == .reporter ? .place : .area
    return zip(PictureInput.Span.allCases, [now, previous, lastYear]).compactMap { span, reports in
      reports == 0
        ? nil
        : PictureInput.Count(
          span: span, category: CategoryCode(category), area: id, source: source, precision: precision,
          reports: reports)
    }
  }

  /// The first week ever: nothing to compare with, and nobody has answered yet.
  public static func firstWeek() -> PictureInput {
    var input = empty()
    input.counts = rows("vandalism/klotter", "Teg", 1, 0, 0)
    input.units = [
      PictureInput.UnitStatus(organisation: "Polisen", unit: "LPO Umeå", status: .reported, reports: 1),
      PictureInput.UnitStatus(organisation: "Polisen", unit: "Områdespoliser", status: .missing),
    ]
    return input
  }

  /// As much as a picture may have to bear: 146 areas, 100 categories, names of 200 characters.
  public static func huge() -> PictureInput {
    var input = empty()
    history(&input, previousUnits: 40, lastYearUnits: 30)
    input.areas = areas((0..<146).map { "Område \($0) " + String(repeating: "långtnamn", count: 21) })
    input.categories = (0..<100).map {
      Category(
        code: CategoryCode(main: "local-\($0)"),
        swedish: "kategori \($0) " + String(repeating: "å", count: 186),
        english: "category \($0)")
    }
    input.counts = (0..<146 * 20).map { index in
      PictureInput.Count(
        span: PictureInput.Span.allCases[index % 3], category: CategoryCode(main: "local-\(index % 100)"),
        area: area(index % 146), source: .reporter, precision: .area, reports: 1 + index % 7)
    }
    input.units = (0..<60).map {
      PictureInput.UnitStatus(
        organisation: "Organisation \($0 / 10) " + String(repeating: "x", count: 180),
        unit: "Enhet \($0) " + String(repeating: "ö", count: 190), status: .reported, reports: $0)
    }
    input.openActions = (0..<40).map {
      PictureInput.Action(
        number: "2026-\($0)", title: String(repeating: "Lys upp gångvägen ", count: 11),
        organisation: String(repeating: "Förvaltning", count: 18), function: "enhetschef",
        due: LocalDate("2026-11-20")! + $0)
    }
    return input
  }

  /// The busy week with names that try to be more than names.
  public static func hostile() -> PictureInput {
    var input = busyWeek()
    let name = "<script>alert(\"1\")</script> & 'x' \u{202E}vänd \u{200F}"
    input.groupName = name
    input.areas[0].name = name
    input.units[0].organisation = name
    input.units[0].unit = "\"\u{301} onmouseover=alert(1) x=\"\u{301}"
    input.openActions[0].title = "=cmd|' /C calc'!A0"
    input.priorities[0].title = name
    return input
  }
}

/// Numbers in a row, for ids that are the same every time.
struct Counting: RandomNumberGenerator {
  var value: UInt64

  mutating func next() -> UInt64 {
    value += 1 << 32
    return value
  }
}
