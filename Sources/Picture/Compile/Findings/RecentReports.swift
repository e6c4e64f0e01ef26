import Analysis
import EST

/// What is seen only in the reports one by one: where, when, and what follows on what.
struct RecentReports {
  let input: PictureInput
  private let areas: [AreaID: String]
  /// The first day that is looked at for hot spots, and the first of the period.
  private let firstOfSpots: LocalDate

  init(_ input: PictureInput) {
    self.input = input
    areas = Dictionary(input.areas.map { ($0.id, $0.name) }, uniquingKeysWith: { first, _ in first })
    let weeks = input.history.weeks
    firstOfSpots = weeks[max(0, weeks.count - SituationPicture.HotSpot.weeks)]
  }

  /// Reports with an exact place, of one category.
  struct Placed {
    var points: [PlanePoint] = []
    /// Local days, from 1 January 1970.
    var days: [Int] = []
    var areas: [AreaID?] = []
  }

  func placed(from first: LocalDate) -> [(category: CategoryCode, reports: Placed)] {
    var byCategory: [CategoryCode: Placed] = [:]
    var clock = WallClock(input.zone)
    for column in input.history.reports where !column.eastings.isEmpty {
      var reports = byCategory[column.category] ?? Placed()
      for index in column.begins.indices {
        let day = clock.minutes(at: column.begins[index]) / 1_440
        guard day >= first.daysSince1970 else { continue }
        reports.points.append(
          PlanePoint(x: Double(column.eastings[index]) / 10, y: Double(column.northings[index]) / 10))
        reports.days.append(day)
        reports.areas.append(column.area)
      }
      byCategory[column.category] = reports
    }
    return byCategory.sorted { $0.key < $1.key }.map { ($0.key, $0.value) }
  }

  // MARK: Hot spots

  /// The densest places of each main category, those with the most reports first.
  func hotSpots(names: CategoryNames) -> [SituationPicture.HotSpot] {
    let byMain = Dictionary(grouping: placed(from: firstOfSpots), by: \.category.main).sorted {
      $0.key < $1.key
    }
    let found = parallelMap(byMain.count) { index -> [SituationPicture.HotSpot] in
      let points = byMain[index].value.flatMap(\.reports.points)
      let homes = byMain[index].value.flatMap(\.reports.areas)
      let reach = Double(SituationPicture.HotSpot.reach)
      return DensityClusters(points, reach: reach, least: Self.least(points, reach: reach)).members.map {
        members in
        SituationPicture.HotSpot(
          category: names.label(CategoryCode(main: byMain[index].key)),
          area: mostCommon(members.map { homes[$0] }).flatMap { areas[$0] }, count: members.count,
          outline: Outline.around(members.map { points[$0] }, margin: reach / 4).map(
            SituationPicture.Point.init)
        )
      }
    }
    return Array(found.joined().stablySorted { $0.count > $1.count }.prefix(SituationPicture.HotSpot.most))
  }

  /// How many reports within reach of one another make a hot spot: five, and where much is reported everywhere three
  /// times what the places that have any have on the average, or the whole town would be one.
  private static func least(_ points: [PlanePoint], reach: Double) -> Double {
    let side = 250.0
    guard let grid = CellGrid(covering: points, side: side) else { return 5 }
    let used = grid.counts(points).count { $0 > 0 }
    let usual = Double(points.count) * Double.pi * reach * reach / (Double(used) * side * side)
    return max(5, (3 * usual).rounded(.up))
  }

  private func mostCommon(_ homes: [AreaID?]) -> AreaID? {
    let counts = Dictionary(homes.compactMap { $0 }.map { ($0, 1) }, uniquingKeysWith: +)
    return counts.max { ($0.value, $1.key.description) < ($1.value, $0.key.description) }?.key
  }

  // MARK: Chains

  /// Three reports or more that followed on one another, the last one in the period; the longest first.
  ///
  /// At one place; and nearby only for the categories in `drawing`, of which one report draws others: where much
  /// happens there are always some near one another.
  func chains(names: CategoryNames, drawing: Set<CategoryCode>) -> [SituationPicture.Chain] {
    let reach = SituationPicture.Chain.days * 4
    let categories = placed(from: input.period.first + -reach)
    let found = parallelMap(categories.count) { index -> [SituationPicture.Chain] in
      let (category, reports) = categories[index]
      return OpenChain.find(
        points: reports.points, days: reports.days, newSince: input.period.first.daysSince1970,
        daysWithin: SituationPicture.Chain.days,
        metresWithin: drawing.contains(category) ? Double(SituationPicture.Chain.metres) : 1
      )
      .filter { SituationPicture.Chain.fewest...SituationPicture.Chain.longest ~= $0.events.count }
      .map { chain in
        let points = chain.events.map { reports.points[$0] }
        return SituationPicture.Chain(
          category: names.label(category),
          area: mostCommon(chain.events.map { reports.areas[$0] }).flatMap { areas[$0] },
          count: chain.events.count,
          first: LocalDate(daysSince1970: reports.days[chain.events[0]]),
          last: LocalDate(daysSince1970: reports.days[chain.events[chain.events.count - 1]]),
          isSamePlace: points.allSatisfy { abs($0.x - points[0].x) < 1 && abs($0.y - points[0].y) < 1 })
      }
    }
    return Array(
      found.joined().stablySorted {
        ($0.isSamePlace ? 0 : 1, -$0.count) < ($1.isSamePlace ? 0 : 1, -$1.count)
      }
      .prefix(SituationPicture.Chain.most))
  }

  // MARK: The scan

  /// Neighbouring areas that together had more than usual in the last weeks, for each leaf category.
  func clusters(names: CategoryNames) -> [SituationPicture.Cluster] {
    let rule = ScanRule()
    let places = input.areas.filter { $0.center != nil }
    let weeks = input.history.weeks
    let length = min(weeks.count, rule.weeks)
    guard places.count > 1, length >= rule.leastWeeks else { return [] }
    let zones = rule.zones(places.compactMap { $0.center.map(PlanePoint.init) })
    let index = Dictionary(
      places.enumerated().map { ($0.element.id, $0.offset) }, uniquingKeysWith: { first, _ in first })
    var counts: [CategoryCode: [Int]] = [:]
    for series in input.history.series {
      guard let place = series.area.flatMap({ index[$0] }) else { continue }
      var sums = counts[series.category] ?? [Int](repeating: 0, count: length * places.count)
      for week in 0..<length {
        sums[week * places.count + place] += Int(series.counts[weeks.count - length + week])
      }
      counts[series.category] = sums
    }
    let categories = counts.sorted { $0.key < $1.key }
    let found = parallelMap(categories.count) { number -> [SituationPicture.Cluster] in
      let (category, counts) = categories[number]
      return rule.clusters(counts: counts, zones: zones, seed: SituationPicture.Basis.seed).map { cluster in
        SituationPicture.Cluster(
          category: names.label(category), areas: cluster.places.map { places[$0].name },
          since: weeks[weeks.count - cluster.candidate.duration], weeks: cluster.candidate.duration,
          count: cluster.candidate.observed, expected: (cluster.candidate.expected * 10).rounded() / 10,
          pValue: rounded(cluster.pValue, digits: 2))
      }
    }
    return found.joined().stablySorted { $0.pValue < $1.pValue }
  }

  // MARK: Hours

  /// When in the week the reports of the last weeks happened; `nil` where there are none.
  var rhythm: SituationPicture.Rhythm? {
    var clock = WallClock(input.zone)
    // Minutes are counted from a Monday.
    let monday = LocalDate(daysSince1970: 4)
    var intervals: [WallInterval] = []
    for column in input.history.reports {
      for (begin, length) in zip(column.begins, column.lengths) {
        let from = clock.minutes(at: begin)
        guard from / 1_440 >= firstOfSpots.daysSince1970 else { continue }
        let shifted = from - monday.daysSince1970 * 1_440
        intervals.append(WallInterval(from: shifted, to: shifted + Int(length)))
      }
    }
    guard !intervals.isEmpty else { return nil }
    let hours = Aoristic(intervals)
    return SituationPicture.Rhythm(
      firstWeek: firstOfSpots, hours: hours.table.map { $0.map { ($0 * 10).rounded() / 10 } },
      counted: hours.counted, leftOut: hours.leftOut)
  }
}

/// What the clock on the wall showed, looked up once for each stretch between two changes of it.
private struct WallClock {
  private let zone: ZoneRules
  private var from = Int32.max
  private var to = Int32.min
  private var offset = 0

  init(_ zone: ZoneRules) { self.zone = zone }

  /// Minutes on the wall since 1 January 1970.
  mutating func minutes(at minute: Int32) -> Int {
    // A day is shorter than any stretch; its ends are looked at, so that a change within it is not overlooked.
    if minute < from || minute >= to {
      let day = minute / 1_440 * 1_440
      let (first, last) = (offset(at: day), offset(at: day + 1_440))
      guard first == last else { return Int(minute) + offset(at: minute) }
      (from, to, offset) = (day, day + 1_440, first)
    }
    return Int(minute) + offset
  }

  private func offset(at minute: Int32) -> Int { zone.offset(at: Instant(seconds: Int64(minute) * 60)) / 60 }
}

extension SituationPicture.Point {
  init(_ point: PlanePoint) {
    self.init(easting: Int(point.x.rounded()), northing: Int(point.y.rounded()))
  }
}

extension PlanePoint {
  init(_ point: SituationPicture.Point) {
    self.init(x: Double(point.easting), y: Double(point.northing))
  }
}
