import Analysis
import Foundation
import TestSupport
import Testing

@Suite struct CountDistributionTests {
  @Test("Both tails and the mass add up, near and far")
  func addsUp() {
    var generator = Seed.generator(41)
    for _ in 0..<400 {
      let mean = exp(Double.random(in: -5...9, using: &generator))
      let dispersion =
        Bool.random(using: &generator) ? 1 : 1 + exp(Double.random(in: -9...2, using: &generator))
      let distribution = CountDistribution(mean: mean, dispersion: dispersion)
      let spread = (mean * dispersion).squareRoot()
      let k = max(0, Int(mean + spread * Double.random(in: -3...6, using: &generator)))
      let (below, above) = (distribution.cumulative(k - 1), distribution.upperTail(k))
      #expect(abs(below + above - 1) < 1e-9, "\(mean) \(dispersion) \(k)")
      let mass = distribution.mass(k)
      let step = distribution.upperTail(k) - distribution.upperTail(k + 1)
      #expect(abs(mass - step) <= 1e-9, "\(mean) \(dispersion) \(k): \(mass) \(step)")
    }
  }

  @Test("The quantile is the first count that reaches the probability")
  func quantiles() {
    var generator = Seed.generator(42)
    for _ in 0..<300 {
      let mean = exp(Double.random(in: -5...8, using: &generator))
      let distribution = CountDistribution(
        mean: mean, dispersion: 1 + Double.random(in: 0...3, using: &generator))
      let probability = Double.random(in: 0.001...0.999, using: &generator)
      let k = distribution.quantile(probability)
      #expect(distribution.cumulative(k) >= probability - 1e-12)
      #expect(k == 0 || distribution.cumulative(k - 1) < probability + 1e-12)
    }
  }

  @Test("Far out both ways of reckoning are one")
  func wayOut() {
    let near = CountDistribution(mean: 699.9999, dispersion: 1)
    let far = CountDistribution(mean: 700.0001, dispersion: 1)
    for k in [600, 700, 800, 1000] {
      #expect(abs(near.upperTail(k) / far.upperTail(k) - 1) < 1e-3)
      #expect(abs(near.mass(k) / far.mass(k) - 1) < 1e-3)
    }
    let tail = CountDistribution(mean: 1).upperTail(60)
    // 1/(60! e) and the next terms.
    #expect(abs(tail / (exp(-logGamma(61) - 1) * (1 + 1.0 / 61 + 1.0 / 61 / 62)) - 1) < 1e-5)
  }

  @Test("A mean of 0 leaves nothing but 0")
  func nothing() {
    let none = CountDistribution(mean: 0)
    #expect(none.mass(0) == 1 && none.mass(1) == 0 && none.upperTail(1) == 0 && none.upperTail(0) == 1)
    #expect(none.quantile(0.99) == 0 && none.cumulative(0) == 1)
  }
}
