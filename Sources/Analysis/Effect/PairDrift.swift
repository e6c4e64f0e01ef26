/// How much farther an area and its control drift apart over months than independent weeks would.
///
/// The long-run variance of the weekly difference, with Bartlett's weights (Newey and West 1987, Econometrica 55:703–708),
/// divided by the variance of single weeks. Without it, slow changes of their own in either area pass for an effect.
struct PairDrift {
  /// By which the variance of a period's sum is multiplied; not below 1, and 1 where there are too few weeks.
  let factor: Double

  /// As many neighbouring weeks are looked at: a quarter.
  static let lags = 13
  static let leastWeeks = 52

  /// - Parameters:
  ///   - size: of the control beside the area.
  ///   - weekly: the variance of one week's difference, for independent weeks.
  init(_ pair: EffectQuestion.Pair, weeks: Range<Int>, size: Double, weekly: Double) {
    guard weeks.count >= Self.leastWeeks, weekly > 0 else {
      factor = 1
      return
    }
    var differences = weeks.map { Double(pair.area[$0]) - Double(pair.control[$0]) / size }
    let mean = differences.reduce(0, +) / Double(weeks.count)
    for position in differences.indices { differences[position] -= mean }
    var variance = 0.0
    for lag in 0...Self.lags {
      let weight = lag == 0 ? 1 : 2 * (1 - Double(lag) / Double(Self.lags + 1))
      var products = 0.0
      for position in lag..<differences.count {
        products += differences[position] * differences[position - lag]
      }
      variance += weight * products / Double(weeks.count)
    }
    factor = max(1, variance / weekly)
  }
}
