import Analysis
import EST

extension RecentReports {
  /// For each leaf category with enough reports in the past year, whether one is followed by another nearby more often
  /// than chance brings; of its bands the one of which that is surest.
  func nearRepeats(names: CategoryNames) -> [SituationPicture.NearRepeats] {
    let year = nearRepeatTests()
    var searches = year.map {
      NearRepeatSearch($0.test, rule: SituationPicture.NearRepeats.rule, seed: SituationPicture.Basis.seed)
    }
    // A round's blocks of all categories at once, so that the processors are done at the same time.
    while case let work = searches.indices.flatMap({ search in searches[search].next.map { (search, $0) } }),
      !work.isEmpty
    {
      let asked = searches
      let steps = parallelMap(work.count) { asked[work[$0].0].step(work[$0].1) }
      for (search, own) in Dictionary(grouping: work.indices, by: { work[$0].0 }) {
        searches[search].add(own.map { steps[$0] })
      }
    }
    return zip(year, searches).compactMap { category, search in
      SituationPicture.NearRepeats(search, category: names.label(category.category))
    }
    .stablySorted { ($0.pValue, -$0.ratio) < ($1.pValue, -$1.ratio) }
    .prefix(SituationPicture.NearRepeats.most).map { $0 }
  }

  /// The year's tests before any random order.
  private func nearRepeatTests() -> [(category: CategoryCode, test: NearRepeat)] {
    let year = placed(from: input.history.weeks[max(0, input.history.weeks.count - 52)])
      .filter { $0.reports.points.count >= NearRepeat.fewestEvents }
    let tests = parallelMap(year.count) {
      NearRepeat(points: year[$0].reports.points, days: year[$0].reports.days)
    }
    return zip(year, tests).compactMap { one, test in test.map { (one.category, $0) } }
  }

  /// Every random order in every band of every category, for those who measure what that takes.
  func allNearRepeatOrders() {
    let blocks = NearRepeat.blocks(for: SituationPicture.NearRepeats.rule.replicates)
    let work = nearRepeatTests().flatMap { one in blocks.map { (one.test, $0) } }
    _ = parallelMap(work.count) {
      work[$0].0.simulate(blocks: work[$0].1..<work[$0].1 + 1, seed: SituationPicture.Basis.seed).replicates
    }
  }
}

extension SituationPicture.NearRepeats {
  static let rule = NearRepeatSearch.Rule(replicates: replicates, leastRatio: leastRatio, level: level)

  /// `nil` where no band has more than chance brings.
  init?(_ search: NearRepeatSearch, category: SituationPicture.CategoryLabel) {
    // Of those that tie the first.
    guard let best = search.findings.min(by: { ($0.pUpper, -$0.ratio) < ($1.pUpper, -$1.ratio) }) else {
      return nil
    }
    let bands = search.test.bands
    self.init(
      category: category, reports: search.test.events, metres: Int(bands.distances[best.distance + 1]),
      days: bands.days[best.days + 1] - 1, pairs: best.observed, ratio: (best.ratio * 10).rounded() / 10,
      pValue: rounded(best.pUpper, digits: 2))
  }
}
