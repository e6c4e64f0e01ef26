import Analysis
import TestSupport
import Testing

@Suite struct EffectTests {
  private func question(_ target: [Int], _ control: [Int], start: Int, longest: Int? = nil) -> EffectQuestion
  {
    EffectQuestion(target: .init(area: target, control: control), start: start, longestPeriod: longest)
  }
  private func flat(_ before: Int, _ after: Int, weeks: Int = 26, of history: Int = 60) -> [Int] {
    Array(repeating: before, count: history) + Array(repeating: after, count: weeks)
  }

  @Test("Each of the four answers is given where it belongs")
  func verdicts() {
    let control = flat(20, 20)
    #expect(question(flat(20, 10), control, start: 60).answer().verdict == .fewer)
    #expect(question(flat(20, 30), control, start: 60).answer().verdict == .more)
    #expect(question(flat(20, 20), control, start: 60).answer().verdict == .noVisibleEffect)
    #expect(question(flat(0, 0), flat(0, 0), start: 60).answer().verdict == .tooFewToTell)
    let rare = (0..<86).map { $0 % 20 == 0 ? 1 : 0 }
    #expect(question(rare, rare, start: 60).answer().verdict == .tooFewToTell)
  }

  @Test("The periods are of one length, and the weeks that brought the action about are in neither")
  func periods() throws {
    let answer = question(flat(5, 5), flat(5, 5), start: 60, longest: 20).answer()
    let compared = try #require(answer.comparison)
    #expect(answer.leftOut == 52..<60)
    #expect(compared.before == 32..<52 && compared.after == 60..<80)
    // An action of last week, and a series that is too short.
    #expect(question(flat(5, 5, weeks: 1), flat(5, 5, weeks: 1), start: 60).answer().comparison == nil)
    #expect(question(flat(5, 5, of: 10), flat(5, 5, of: 10), start: 10).answer().verdict == .tooFewToTell)
    #expect(question([], [], start: 0).answer().verdict == .tooFewToTell)
  }

  @Test("A larger control that goes with the season does not make an effect")
  func season() throws {
    let answer = question(flat(10, 15), flat(40, 60), start: 60).answer()
    let compared = try #require(answer.comparison)
    #expect(compared.sizes.control == 4)
    #expect(abs(compared.difference.estimate) < 1e-9 && answer.verdict != .more)
    #expect(abs(compared.ratio.rateRatio - 1) < 1e-12)
  }

  @Test("The segmented regression is shown only with a year before and a quarter after")
  func regression() throws {
    var generator = Seed.generator(41)
    func answer(before: Int, after: Int) -> EffectAnswer {
      let series = (0..<(before + after)).map { _ in Draw.poisson(10, &generator) }
      return question(series, series, start: before).answer()
    }
    #expect(answer(before: 60, after: 12).series != nil)
    #expect(answer(before: 59, after: 12).series == nil)
    #expect(answer(before: 60, after: 11).series == nil)
  }

  @Test("What is known beforehand is told first, and small counts are told")
  func caveats() {
    let known: [EffectCaveat] = [.reportingChanged(by: ["guards"]), .otherActions(["new lights"])]
    let rare = (0..<86).map { $0 % 10 == 0 ? 1 : 0 }
    let answer = EffectQuestion(
      target: .init(area: rare, control: flat(20, 20)), start: 60, circumstances: known
    ).answer()
    #expect(answer.caveats == known + [.fewCounts])
  }

  @Test("Weeks that are alike are told, and independent ones as a rule are not")
  func autocorrelation() {
    let waves = (0..<120).map { ($0 / 4) % 2 == 0 ? 4 : 16 }
    #expect(question(waves, waves, start: 90).answer().caveats.contains(.autocorrelation))
    var generator = Seed.generator(42)
    let told = (0..<100).filter { _ in
      let series = (0..<120).map { _ in Draw.poisson(10, &generator) }
      return question(series, flat(10, 10, of: 94), start: 90).answer().caveats.contains(.autocorrelation)
    }
    #expect(told.count <= 15)
  }

  @Test("Overdispersion is that of the counts: about 1 for Poisson, more for gamma-Poisson, never below 1")
  func dispersion() {
    var generator = Seed.generator(43)
    let poisson = (0..<2000).map { _ in Draw.poisson(10, &generator) }
    let gamma = (0..<2000).map { _ in Draw.count(10, extraVariance: 0.15, &generator) }
    #expect(abs(WeeklyDispersion(poisson, parts: [0..<2000]).factor - 1) < 0.15)
    #expect(abs(WeeklyDispersion(gamma, parts: [0..<2000]).factor - 2.5) < 0.4)
    #expect(WeeklyDispersion(Array(repeating: 3, count: 50), parts: [0..<50]).factor == 1)
    #expect(WeeklyDispersion([], parts: []).degreesOfFreedom == 0)
  }

  @Test("A ratio with an empty cell says that it was corrected, and is finite")
  func zeroCell() {
    let ratio = RelativeRateRatio(treated: BeforeAfter(6, 0), control: BeforeAfter(5, 5))
    #expect(ratio.isCorrectedForZero)
    #expect(ratio.effectSize == 6.5 * 5.5 / (0.5 * 5.5))
    #expect(ratio.interval().lowerBound > 0 && ratio.interval().upperBound.isFinite)
    #expect(!RelativeRateRatio(treated: BeforeAfter(6, 1), control: BeforeAfter(5, 5)).isCorrectedForZero)
  }

  @Test("Where the control is empty the quotient is undefined, and is read only after a success")
  func quotient() {
    let none = DisplacementQuotient(treated: .init(5, 2), displacement: .init(3, 3), control: .init(0, 4))
    #expect(
      none.quotient == nil && none.totalNetEffect == nil && none.netEffect == nil && none.reading == nil)
    let worse = DisplacementQuotient(treated: .init(5, 9), displacement: .init(3, 3), control: .init(10, 10))
    #expect(worse.quotient != nil && worse.reading == nil)
  }

  @Test("Nothing counted has no z, and the smallest detectable effect grows with the power asked for")
  func nothing() {
    let none = WeightedDisplacementDifference(.init(treated: .none, control: .none))
    #expect(none.z == nil && none.pValue == nil && none.power(of: 3) == 0)
    let some = WeightedDisplacementDifference(
      .init(treated: BeforeAfter(50, 40), control: BeforeAfter(60, 60)))
    let half = some.interval().upperBound - some.estimate
    #expect(abs(some.smallestDetectable() - half) < 1e-9)
    #expect(some.smallestDetectable(power: 0.8) > some.smallestDetectable())
    #expect(abs(some.power(of: some.smallestDetectable(power: 0.8)) - 0.8) < 1e-9)
  }
}
