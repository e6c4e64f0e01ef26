import Analysis
import EST

/// Everything that an action's effect is judged from.
public struct EffectInput: Sendable {
  public var action: String
  public var title: String
  public var plan: EffectPlan
  public var planVersion: Int
  public var planned: Moment
  /// The Mondays of the weeks of the series, the oldest first.
  public var weeks: [LocalDate]
  /// The position among them of the week in which the action started; their number where none has ended since.
  public var start: Int
  public var starts: LocalDate
  /// Reports of each area that has any, week by week.
  public var counts: [AreaID: [Int]]
  public var names: [AreaID: String]
  public var categories: [SituationPicture.CategoryLabel]
  public var circumstances: [EffectCaveat]

  public init(
    action: String, title: String, plan: EffectPlan, planVersion: Int, planned: Moment, weeks: [LocalDate],
    start: Int, starts: LocalDate, counts: [AreaID: [Int]], names: [AreaID: String],
    categories: [SituationPicture.CategoryLabel] = [], circumstances: [EffectCaveat] = []
  ) {
    self.action = action
    self.title = title
    self.plan = plan
    self.planVersion = planVersion
    self.planned = planned
    self.weeks = weeks
    self.start = start
    self.starts = starts
    self.counts = counts
    self.names = names
    self.categories = categories
    self.circumstances = circumstances
  }

  func series(_ place: EffectPlan.Place) -> [Int] {
    var sum = Array(repeating: 0, count: weeks.count)
    for area in plan.areas[place] ?? [] {
      for (week, count) in (counts[area] ?? []).enumerated() { sum[week] += count }
    }
    return sum
  }

  var question: EffectQuestion {
    EffectQuestion(
      target: .init(area: series(.target), control: series(.control)),
      displacement: plan.areas[.displacement].map { _ in
        .init(area: series(.displacement), control: series(.displacementControl))
      },
      start: start, triggerWeeks: plan.triggerWeeks, longestPeriod: plan.longestWeeks,
      circumstances: circumstances)
  }
}

extension ActionEffect {
  public static func compile(_ input: EffectInput) -> ActionEffect {
    let answer = input.question.answer()
    let counts = answer.comparison?.counts
    func counted(_ place: EffectPlan.Place) -> BeforeAfter? {
      switch place {
      case .target: counts?.treated
      case .control: counts?.control
      case .displacement: counts?.displacement
      case .displacementControl: counts?.displacementControl
      }
    }
    return ActionEffect(
      action: input.action, title: input.title, plan: input.planVersion, planned: input.planned,
      starts: input.starts, categories: input.categories,
      places: EffectPlan.Place.allCases.compactMap { place in
        input.plan.areas[place].map { areas in
          Place(
            place: place, areas: areas.map { input.names[$0] ?? $0.description },
            before: counted(place)?.before, after: counted(place)?.after)
        }
      },
      leftOutWeeks: answer.leftOut.count, verdict: answer.verdict,
      comparison: answer.comparison.map { Comparison($0, weeks: input.weeks) },
      displacement: input.plan.areas[.displacement] == nil ? nil : counts.flatMap(reading),
      step: answer.series.map { series in
        let interval = series.interval()
        return Step(
          rateRatio: rounded(series.rateRatio), lower: rounded(interval.lowerBound),
          upper: rounded(interval.upperBound))
      },
      caveats: answer.caveats)
  }

  private static func reading(_ counts: WeightedDisplacementDifference.Counts) -> DisplacementQuotient
    .Reading?
  {
    func pair(_ counts: BeforeAfter) -> DisplacementQuotient.Pair {
      .init(Double(counts.before), Double(counts.after))
    }
    return DisplacementQuotient(
      treated: pair(counts.treated), displacement: pair(counts.displacement), control: pair(counts.control)
    ).reading
  }

  /// To three decimals, so that a stored answer does not depend on the last bit of a sum.
  fileprivate static func rounded(_ value: Double) -> Double { (value * 1_000).rounded() / 1_000 }
}

extension ActionEffect.Comparison {
  init(_ found: EffectAnswer.Comparison, weeks: [LocalDate]) {
    func days(_ range: Range<Int>) -> ActionEffect.Days {
      .init(first: weeks[range.lowerBound], last: weeks[range.upperBound - 1] + 6)
    }
    let rounded = ActionEffect.rounded
    self.init(
      weeks: found.after.count, before: days(found.before), after: days(found.after),
      expected: rounded(found.expectedWithout), change: rounded(found.difference.estimate),
      lower: rounded(found.interval.lowerBound), upper: rounded(found.interval.upperBound),
      smallestDetectable: rounded(found.smallestDetectable), rateRatio: rounded(found.ratio.rateRatio),
      rateRatioLower: rounded(found.ratioInterval.lowerBound),
      rateRatioUpper: rounded(found.ratioInterval.upperBound))
  }
}
