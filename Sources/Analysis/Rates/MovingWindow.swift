import Foundation

/// How odd it is to see so many events in some window of a long period, wherever in it the window lies.
public enum MovingWindow {
  /// Naus 1982, Journal of the American Statistical Association 77:177–183: with Q2 and Q3 the chances that no window
  /// in a stretch of two and three windows' length holds `events`, that of L lengths is about Q2 (Q3 / Q2)^(L - 2).
  ///
  /// - Parameters:
  ///   - lengths: how many windows' lengths the whole period has, at least `first`.
  ///   - mean: events that a window brings on average, above 0.
  ///   - events: seen in one window, at least 2.
  ///   - first: how many lengths Q2 is taken to cover. Naus has 2, and `scanw` in R's package ptools calls it k.
  /// - Returns: the probability of as many events, or more, in at least one window.
  public static func pValue(lengths: Double, mean: Double, events: Int, first: Double = 2) -> Double {
    precondition(lengths >= first && mean > 0 && events >= 2, "the period is longer than what Q2 covers")
    let distribution = CountDistribution.poisson(mean)
    let (psi, k) = (mean, Double(events))
    func mass(_ n: Int) -> Double { distribution.mass(n) }
    func below(_ n: Int) -> Double { distribution.cumulative(n) }
    let (at, under) = (mass(events), below(events - 1))
    let two =
      under * under - (k - 1) * at * mass(events - 2) - (k - 1 - psi) * at * below(events - 3)
    let a1 = 2 * at * under * ((k - 1) * below(events - 2) - psi * below(events - 3))
    let a2 =
      at * at / 2
      * ((k - 1) * (k - 2) * below(events - 3) - 2 * (k - 2) * psi * below(events - 4)
        + psi * psi * below(events - 5))
    var (a3, a4) = (0.0, 0.0)
    for r in 1..<events {
      let (far, part) = (mass(2 * events - r), below(r - 1))
      a3 += far * part * part
      // As in `scanw`; with the term of k - 1 the result would be larger by some ten thousandths of itself.
      if r < events - 1 { a4 += far * mass(r) * (Double(r - 1) * below(r - 2) - psi * below(r - 3)) }
    }
    let three = under * under * under - a1 + a2 + a3 - a4
    return min(1, max(0, 1 - two * pow(three / two, lengths - first)))
  }
}
