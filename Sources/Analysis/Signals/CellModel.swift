import Foundation

/// One cell's counts with what is made of them.
struct CellModel {
  private let counts: UnsafeBufferPointer<Int32>
  private let frame: SignalRule.Frame
  private let seasonGroup: Int?
  private let season: Farrington.Model?
  /// The logarithm of each seasonal group's level at the baseline's origin; empty without a model.
  private let levels: [Double]

  init(_ counts: UnsafeBufferPointer<Int32>, frame: SignalRule.Frame, seasonGroup: Int?) {
    self.counts = counts
    self.frame = frame
    self.seasonGroup = seasonGroup
    guard let baseline = frame.season else {
      season = nil
      levels = []
      return
    }
    var fitted: Farrington.Model?
    levels = Array(unsafeUninitializedCapacity: baseline.groupCount) { buffer, count in
      guard let start = buffer.baseAddress else { return }
      start.initialize(repeating: -.infinity, count: baseline.groupCount)
      count = baseline.groupCount
      let result = Farrington.model(counts, baseline: baseline, settings: frame.settings, levels: start)
      fitted = try? result.get()
    }
    season = fitted
  }

  /// The prediction for a week, or for some weeks that end with it, from the weeks before, as many as the rule wants
  /// and there are; `nil` where they are too few.
  private func recent(_ week: Int, together: Int = 1, rule: SignalRule) -> GammaPoisson? {
    let end = week - rule.gapWeeks
    guard end > 0 else { return nil }
    let length = rule.recentWeeks.first { $0 <= end } ?? end
    var (sum, weeks) = (0, 0)
    for at in (end - length)..<end where counts[at] >= 0 {
      sum += Int(counts[at])
      weeks += 1
    }
    guard weeks >= rule.leastWeeks else { return nil }
    var (factor, squares) = (0.0, 0.0)
    for at in (week - together + 1)...week {
      let own = frame.noise.factor(group: seasonGroup, week: at)
      factor += own
      squares += own * own
    }
    // Each week has a noise of its own, so that together they are quieter.
    return GammaPoisson(
      sum: sum, weeks: weeks, factor: factor, noise: frame.noise.variance * squares / (factor * factor))
  }

  /// The season's distribution of a week's count.
  private func seasonal(_ week: Int) -> CountDistribution? {
    guard let season, let baseline = frame.season, week >= baseline.origin else { return nil }
    let group = baseline.groups[week - baseline.origin]
    guard group >= 0, levels[group].isFinite else { return nil }
    let mean = exp(levels[group] + (season.trend ?? 0) * Double(week - baseline.origin))
    return mean.isFinite ? CountDistribution(mean: mean, dispersion: season.dispersion) : nil
  }

  /// The probability of as many events in the week and the one before it; `nil` where either has no count.
  private func pTwoWeeks(_ week: Int, rule: SignalRule) -> Double? {
    guard week > frame.noise.firstWeek, counts[week] >= 0, counts[week - 1] >= 0,
      let recent = recent(week, together: 2, rule: rule)
    else { return nil }
    let count = Int(counts[week]) + Int(counts[week - 1])
    let pRecent = recent.pValue(count)
    guard let season, let now = seasonal(week), let before = seasonal(week - 1) else { return pRecent }
    let both = CountDistribution(mean: now.mean + before.mean, dispersion: season.dispersion)
    return max(pRecent, both.upperTail(count))
  }

  func range(of week: Int, rule: SignalRule) -> ExpectedRange? {
    guard let recent = recent(week, rule: rule) else { return nil }
    let (lower, upper) = recent.distribution.range(tail: rule.tail)
    guard let seasonal = seasonal(week) else {
      return ExpectedRange(expected: recent.mean, lower: lower, upper: upper)
    }
    let (low, high) = seasonal.range(tail: rule.tail)
    return ExpectedRange(expected: seasonal.mean, lower: min(low, lower), upper: max(high, upper))
  }

  func signal(rule: SignalRule) -> CellSignal {
    let week = frame.week
    let count = counts[week] >= 0 ? Int(counts[week]) : nil
    var lately = 0
    for at in max(0, week - rule.leastEventsWeeks + 1)...week { lately += max(0, Int(counts[at])) }
    guard let recent = recent(week, rule: rule) else {
      return CellSignal(
        count: count, lately: lately, method: .none, range: nil, pSeason: nil, pRecent: nil, pTwoWeeks: nil,
        pValue: nil, qValue: nil, verdict: .tooFew, since: nil)
    }
    let seasonal = seasonal(week)
    let pRecent = count.map { recent.pValue($0) }
    let pSeason = count.flatMap { seasonal?.upperTail($0) }
    let own = pRecent.map { max($0, pSeason ?? 0) }
    let pTwoWeeks = pTwoWeeks(week, rule: rule)
    let pValue = own.map { own in
      guard let pTwoWeeks else { return own }
      return min(1, 2 * (own < rule.ownLevel ? min(own, pTwoWeeks) : own))
    }
    var since: Int?
    for at in stride(from: week, through: max(0, week - rule.rangeWeeks + 1), by: -1) {
      guard let range = range(of: at, rule: rule), Int(counts[at]) > range.upper else { break }
      since = at
    }
    return CellSignal(
      count: count, lately: lately,
      method: seasonal == nil
        ? .recent(weeks: recent.weeks) : .seasonAndRecent(years: frame.settings.years, weeks: recent.weeks),
      range: range(of: week, rule: rule), pSeason: pSeason, pRecent: pRecent,
      pTwoWeeks: pTwoWeeks, pValue: pValue, qValue: nil, verdict: .tooFew, since: since)
  }
}
