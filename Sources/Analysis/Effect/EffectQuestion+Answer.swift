extension EffectQuestion {
  /// The weighted displacement difference of two periods of equal length (Wheeler and Ratcliffe 2018), with controls
  /// weighed by size and variances by each area's own overdispersion; beside it the ratio, and the segmented regression
  /// where `SegmentedRegression.isAllowed`.
  public func answer(_ rule: EffectAnswer.Rule = .init()) -> EffectAnswer {
    let weeks = target.area.count
    let leftOut = max(0, start - triggerWeeks)..<start
    let length = min(weeks - start, leftOut.lowerBound, longestPeriod ?? .max)
    guard length >= rule.leastWeeks else {
      return EffectAnswer(
        verdict: .tooFewToTell, comparison: nil, leftOut: leftOut, series: nil, caveats: circumstances)
    }
    let before = (leftOut.lowerBound - length)..<leftOut.lowerBound
    let after = start..<(start + length)
    func counts(_ series: [Int]) -> BeforeAfter {
      BeforeAfter(series[before].reduce(0, +), series[after].reduce(0, +))
    }
    let history = 0..<leftOut.lowerBound
    func size(of control: [Int], beside area: [Int]) -> Double {
      let (mine, other) = (area[history].reduce(0, +), control[history].reduce(0, +))
      return mine > 0 && other > 0 ? Double(other) / Double(mine) : 1
    }
    let parts = [history, start..<weeks]
    let areas = [target.area, target.control, displacement?.area ?? [], displacement?.control ?? []]
    let dispersions = areas.map { $0.isEmpty ? nil : WeeklyDispersion($0, parts: parts) }
    func overdispersion(_ pair: Pair, _ first: Int, size: Double) -> (area: Double, control: Double) {
      let (mine, other) = (dispersions[first]?.factor ?? 1, dispersions[first + 1]?.factor ?? 1)
      func weekly(_ series: [Int], _ factor: Double) -> Double {
        Double(series[history].reduce(0, +)) * factor / Double(history.count)
      }
      let independent = weekly(pair.area, mine) + weekly(pair.control, other) / (size * size)
      let drift = PairDrift(pair, weeks: history, size: size, weekly: independent).factor
      return (mine * drift, other * drift)
    }
    let sizes = WeightedDisplacementDifference.PerArea(
      control: size(of: target.control, beside: target.area),
      displacementControl: displacement.map { size(of: $0.control, beside: $0.area) } ?? 1)
    let treated = overdispersion(target, 0, size: sizes.control)
    let displaced: (area: Double, control: Double) =
      displacement.map { overdispersion($0, 2, size: sizes.displacementControl) } ?? (1, 1)
    let compared = compare(
      before, after,
      counts: .init(
        treated: counts(target.area), control: counts(target.control),
        displacement: displacement.map { counts($0.area) } ?? .none,
        displacementControl: displacement.map { counts($0.control) } ?? .none),
      sizes: sizes,
      overdispersion: .init(
        treated: treated.area, control: treated.control, displacement: displaced.area,
        displacementControl: displaced.control),
      rule: rule)

    let regression =
      SegmentedRegression.isAllowed(before: leftOut.lowerBound, after: weeks - start) ? segmented() : nil
    var caveats = circumstances
    let least = min(
      compared.counts.treated.before, compared.counts.treated.after, compared.counts.control.before,
      compared.counts.control.after)
    if least < rule.smallCount { caveats.append(.fewCounts) }
    let correlated = dispersions.contains { dispersion in
      guard let dispersion, let correlation = dispersion.autocorrelation else { return false }
      // Beyond what as many uncorrelated weeks show in one case of forty.
      return correlation
        > max(
          SegmentedRegression.noticeableAutocorrelation, 2 / Double(dispersion.degreesOfFreedom).squareRoot())
    }
    if correlated
      || regression.map({ $0.autocorrelation > SegmentedRegression.noticeableAutocorrelation }) ?? false
    {
      caveats.append(.autocorrelation)
    }
    return EffectAnswer(
      verdict: verdict(of: compared, rule: rule), comparison: compared, leftOut: leftOut, series: regression,
      caveats: caveats)
  }

  private func compare(
    _ before: Range<Int>, _ after: Range<Int>, counts: WeightedDisplacementDifference.Counts,
    sizes: WeightedDisplacementDifference.PerArea, overdispersion: WeightedDisplacementDifference.PerArea,
    rule: EffectAnswer.Rule
  ) -> EffectAnswer.Comparison {
    let difference = WeightedDisplacementDifference(counts, sizes: sizes, overdispersion: overdispersion)
    let ratio = RelativeRateRatio(treated: counts.treated, control: counts.control)
    let expected = Double(counts.treated.before) + Double(counts.control.change) / sizes.control
    return EffectAnswer.Comparison(
      before: before, after: after, counts: counts, sizes: sizes, overdispersion: overdispersion,
      difference: difference, interval: difference.interval(confidence: rule.confidence), z: difference.z,
      pValue: difference.pValue, ratio: ratio,
      ratioInterval: ratio.rateRatioInterval(
        .factor(max(overdispersion.treated, overdispersion.control)), confidence: rule.confidence),
      expectedWithout: max(0, expected),
      smallestDetectable: difference.smallestDetectable(confidence: rule.confidence, power: rule.power))
  }

  private func verdict(of compared: EffectAnswer.Comparison, rule: EffectAnswer.Rule) -> EffectVerdict {
    guard compared.counts.largest >= rule.smallCount, let p = compared.pValue else { return .tooFewToTell }
    if p < 1 - rule.confidence { return compared.difference.estimate < 0 ? .fewer : .more }
    return compared.smallestDetectable <= rule.worthwhileShare * compared.expectedWithout
      ? .noVisibleEffect : .tooFewToTell
  }

  /// Of the target alone, without the weeks left out.
  private func segmented() -> SegmentedRegression? {
    let first = max(0, start - triggerWeeks)
    return SegmentedRegression.fit(
      counts: Array(target.area[..<first] + target.area[start...]), start: first)
  }
}
