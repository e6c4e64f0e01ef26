import Analysis
import EST

extension RecentReports {
  /// For each leaf category with enough reports in the past year, whether one is followed by another nearby more often
  /// than chance brings; of its bands the one of which that is surest.
  func nearRepeats(names: CategoryNames) -> [SituationPicture.NearRepeats] {
    let year = placed(from: input.history.weeks[max(0, input.history.weeks.count - 52)])
      .filter { $0.reports.points.count >= NearRepeat.fewestEvents }
    let tests = parallelMap(year.count) {
      NearRepeat(points: year[$0].reports.points, days: year[$0].reports.days)
    }
    let replicates = SituationPicture.NearRepeats.replicates
    // Small parts, so that the processors are done at the same time; what comes of them does not depend on it.
    let blocks = NearRepeat.blocks(for: replicates)
    let size = 8
    let parts = stride(from: blocks.lowerBound, to: blocks.upperBound, by: size).map {
      $0..<Swift.min($0 + size, blocks.upperBound)
    }
    let work = year.indices.flatMap { category in parts.map { (category, $0) } }
    let simulated = parallelMap(work.count) { number in
      tests[work[number].0]?.simulate(blocks: work[number].1, seed: SituationPicture.Basis.seed)
    }
    return year.indices.compactMap { category -> SituationPicture.NearRepeats? in
      guard let test = tests[category], var all = simulated[category * parts.count] else { return nil }
      for part in 1..<parts.count {
        if let later = simulated[category * parts.count + part] { all.append(later) }
      }
      return SituationPicture.NearRepeats(
        test.result(of: all, replicates: replicates), category: names.label(year[category].category))
    }
    .stablySorted { ($0.pValue, -$0.ratio) < ($1.pValue, -$1.ratio) }
    .prefix(SituationPicture.NearRepeats.most).map { $0 }
  }
}

extension SituationPicture.NearRepeats {
  /// `nil` where no band has more than chance brings.
  init?(_ result: NearRepeatResult, category: SituationPicture.CategoryLabel) {
    var best: (row: Int, column: Int, cell: NearRepeatResult.Cell)?
    for (row, cells) in result.cells.enumerated() {
      for (column, cell) in cells.enumerated()
      where cell.pUpper <= Self.level && (cell.ratio ?? 0) >= Self.leastRatio {
        if let found = best?.cell,
          (found.pUpper, -(found.ratio ?? 0)) <= (cell.pUpper, -(cell.ratio ?? 0))
        {
          continue
        }
        best = (row, column, cell)
      }
    }
    guard let best, let ratio = best.cell.ratio else { return nil }
    self.init(
      category: category, reports: result.events, metres: Int(result.bands.distances[best.row + 1]),
      days: result.bands.days[best.column + 1] - 1, pairs: best.cell.observed,
      ratio: (ratio * 10).rounded() / 10, pValue: rounded(best.cell.pUpper, digits: 2))
  }
}
