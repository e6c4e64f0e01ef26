import Analysis
import EST

extension SituationPicture {
  /// One thing that everybody should know before the meeting: a finding that a language makes a sentence of.
  public enum BriefPoint: Equatable, Sendable {
    /// How much was reported, beside the earlier periods.
    case total(Row)
    /// Who answered, and who did not.
    case coverage(answered: Int, expected: Int, missing: Int)
    /// The surest signal, and how many others there are.
    case signals(Signal, others: Int)
    /// That nothing stands out surely, and how much may be worth a look.
    case noSignals(watches: Int)
    /// A category that differs from an earlier period by more than chance, where nothing more is known of the usual.
    case standsOut(CategoryLabel, now: Int, then: Int, against: Earlier, more: Bool)
    /// What there is most of, and where.
    case mostCommon(CategoryLabel, reports: Int, area: String?, areaReports: Int)
    /// What lies before the meeting.
    case ahead(overdueActions: Int, comingEvents: Int)
  }

  public enum Earlier: Sendable, Equatable {
    case previous, lastYear
  }

  /// The period in brief: three to five points, always with who answered, so that no number stands alone.
  public var brief: [BriefPoint] {
    var points: [BriefPoint] = [
      .total(counts.total),
      .coverage(
        answered: coverage.reportingUnits.current, expected: coverage.expected, missing: coverage.missing),
    ]
    if let point = findings.flatMap(Self.point) ?? standout { points.append(point) }
    if let first = counts.categories.first, first.row.counts.current > 0 {
      let area = mostExposedArea(to: first.category.code)
      points.append(
        .mostCommon(
          first.category, reports: first.row.counts.current, area: area?.name,
          areaReports: area?.reports ?? 0))
    }
    points.append(.ahead(overdueActions: actions.overdue.count, comingEvents: comingEvents.count))
    return points
  }

  /// `nil` where too little is known of the usual to say anything.
  private static func point(_ findings: Findings) -> BriefPoint? {
    guard findings.basis.tested > 0 else { return nil }
    let signals = findings.signals.filter { $0.strength == .signal }
    guard let first = signals.first else { return .noSignals(watches: findings.signals.count) }
    return .signals(first, others: signals.count - 1)
  }

  /// The category with the smallest p-value among those that differ by more than chance.
  private var standout: BriefPoint? {
    var best: (pValue: Double, point: BriefPoint)?
    for category in counts.categories {
      let row = category.row
      let comparisons = [
        (Earlier.previous, row.versusPrevious, row.counts.previous),
        (Earlier.lastYear, row.versusLastYear, row.counts.lastYear),
      ]
      for case (let earlier, let comparison?, let then?) in comparisons {
        guard comparison.verdict == .more || comparison.verdict == .fewer,
          comparison.pValue < best?.pValue ?? .infinity
        else { continue }
        best = (
          comparison.pValue,
          .standsOut(
            category.category, now: row.counts.current, then: then, against: earlier,
            more: comparison.verdict == .more)
        )
      }
    }
    return best?.point
  }

  /// `nil` where no area stands out from the others, or nothing is known of where.
  private func mostExposedArea(to category: CategoryCode) -> (name: String, reports: Int)? {
    let reports = counts.areas.compactMap { area -> (String, Int)? in
      let count = area.categories.first { $0.category == category }?.counts.current ?? 0
      return area.name.map { ($0, count) }
    }
    guard let most = reports.map(\.1).max(), most > 1 else { return nil }
    let those = reports.filter { $0.1 == most }
    return those.count == 1 ? those[0] : nil
  }
}
