/// Tells which cells' counts of a week are more than noise.
///
/// For each cell the larger of two p-values: of the improved Farrington regression (`Farrington`) and of the
/// gamma-Poisson prediction from the latest weeks (`GammaPoisson`). The one knows the season and the trend, the other
/// is exact for small counts and sober where a season was empty. As many rises last longer than a week, the week is also
/// tested together with the one before it, provided that it is unusual by itself: the smaller of the two p-values
/// counts, doubled for being the better of two (Bonferroni's bound). The family is every cell in which enough has
/// happened lately; over it the false discovery rate is held (Benjamini and Hochberg 1995; for surveillance
/// Dassanayake and French 2016, Statistics in Medicine 35:4369–4388).
public struct SignalRule: Sendable, Equatable {
  /// How the regression is done; its years are those that there are, from `leastYears` to as many as are set here.
  public var regression = FarringtonSettings()
  public var leastYears = 3
  /// Weeks for the prediction: the first of these numbers that there are, else what there is down to the least.
  public var recentWeeks = [104, 52, 26]
  public var leastWeeks = 8
  /// The weeks just before the one that is judged are kept out of the prediction, so that a rise that has lasted for
  /// some weeks does not hide itself.
  public var gapWeeks = 4
  /// A cell is in the family with so many events in so many weeks, the current one included.
  public var leastEvents = 3
  public var leastEventsWeeks = 4
  /// Signals hold this false discovery rate; a watch is below this p-value.
  public var falseDiscoveryRate = 0.10
  public var watchLevel = 0.01
  /// The p-value that the week itself must be below for the two weeks together to count.
  public var ownLevel = 0.10
  /// The share of weeks on each side that is called unusual in the ranges.
  public var tail = 0.05
  /// How many weeks have ranges, the current one included.
  public var rangeWeeks = 52

  public init() {}

  /// Every cell's answer for one week, by what was counted up to then.
  ///
  /// `measure` does the same for some of the cells, so that they can be spread over processors, and `decide` then
  /// joins them.
  public func assess(_ table: CountTable, week: Int? = nil) -> [CellSignal] {
    var signals = measure(table, frame: frame(table, week: week), cells: 0..<table.cells)
    decide(&signals)
    return signals
  }

  /// What the cells have in common: which week is judged, and by which earlier ones.
  public struct Frame: Sendable, Equatable {
    public let week: Int
    /// The seasonal baseline and its settings; `nil` where the years are too few.
    let season: SeasonalBaseline?
    let settings: FarringtonSettings
    let noise: SharedNoise
  }

  /// - Parameter week: from 0; the latest if not given.
  public func frame(_ table: CountTable, week: Int? = nil) -> Frame {
    let week = week ?? table.weeks - 1
    precondition((0..<table.weeks).contains(week), "the week is one of the table's")
    var settings = regression
    let noise = SharedNoise(
      table, week: week, gap: gapWeeks, span: recentWeeks.first ?? 0, rangeWeeks: rangeWeeks)
    for years in stride(from: regression.years, through: leastYears, by: -1) {
      settings.years = years
      if let season = SeasonalBaseline(week: week, weekStarts: table.weekStarts, settings: settings) {
        return Frame(week: week, season: season, settings: settings, noise: noise)
      }
    }
    return Frame(week: week, season: nil, settings: settings, noise: noise)
  }

  /// Some cells' answers, still without the family's adjustment.
  public func measure(_ table: CountTable, frame: Frame, cells: Range<Int>) -> [CellSignal] {
    var signals: [CellSignal] = []
    signals.reserveCapacity(cells.count)
    table.counts.withUnsafeBufferPointer { counts in
      for cell in cells {
        let row = UnsafeBufferPointer(rebasing: counts[(cell * table.weeks)..<((cell + 1) * table.weeks)])
        let model = CellModel(row, frame: frame, seasonGroup: table.seasonGroups?[cell])
        signals.append(model.signal(rule: self))
      }
    }
    return signals
  }

  /// Ranges of the last `rangeWeeks` weeks up to the frame's, for some cells: row by row, the oldest week first, as
  /// many as there are.
  ///
  /// The season's part is the current week's model looked at backwards; the recent part of each week rests on the
  /// weeks before it. A range reaches over both, as a signal needs both. `nil` where a week has no method.
  public func ranges(_ table: CountTable, frame: Frame, cells: Range<Int>) -> [ExpectedRange?] {
    var ranges: [ExpectedRange?] = []
    let first = max(0, frame.week - rangeWeeks + 1)
    ranges.reserveCapacity(cells.count * (frame.week - first + 1))
    table.counts.withUnsafeBufferPointer { counts in
      for cell in cells {
        let row = UnsafeBufferPointer(rebasing: counts[(cell * table.weeks)..<((cell + 1) * table.weeks)])
        let model = CellModel(row, frame: frame, seasonGroup: table.seasonGroups?[cell])
        for week in first...frame.week { ranges.append(model.range(of: week, rule: self)) }
      }
    }
    return ranges
  }

  /// Adjusts the p-values of the whole family, and gives the verdicts.
  public func decide(_ signals: inout [CellSignal]) {
    let family = signals.indices.filter { signals[$0].pValue != nil && signals[$0].lately >= leastEvents }
    let adjusted = AdjustedPValues.benjaminiHochberg(family.map { signals[$0].pValue ?? 1 })
    for at in signals.indices {
      signals[at].qValue = nil
      signals[at].verdict = .tooFew
    }
    for (at, q) in zip(family, adjusted) {
      signals[at].qValue = q
      if q <= falseDiscoveryRate {
        signals[at].verdict = .signal
      } else {
        signals[at].verdict = (signals[at].pValue ?? 1) < watchLevel ? .watch : .none
      }
    }
  }
}
