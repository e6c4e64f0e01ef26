import Analysis
import Foundation
import TestSupport
import Testing

@Suite struct QuasiPoissonRegressionTests {
  private let ones = [Double](repeating: 1, count: 8)
  private let counts: [Double] = [3, 5, 2, 8, 10, 7, 12, 15]

  @Test("A constant alone is the mean")
  func constant() throws {
    let fit = try #require(QuasiPoissonRegression.fit(columns: [ones], counts: counts))
    #expect(fit.converged)
    #expect(abs(exp(try #require(fit.coefficients[0])) - 7.75) < 1e-9)
    #expect(fit.hat.allSatisfy { abs($0 - 0.125) < 1e-9 })
    #expect(fit.degreesOfFreedom == 7)
  }

  @Test("Fitted counts add up to the counts, and a column's product too")
  func score() throws {
    var generator = Seed.generator(51)
    for _ in 0..<50 {
      let time = (0..<60).map(Double.init)
      let wave = time.map { sin($0 / 5) }
      let counts = time.map { _ in Double(Int.random(in: 0...9, using: &generator)) }
      let weights = time.map { _ in Double.random(in: 0.2...2, using: &generator) }
      let columns = [time.map { _ in 1 }, time, wave]
      let fit = try #require(QuasiPoissonRegression.fit(columns: columns, counts: counts, weights: weights))
      #expect(fit.converged)
      for column in columns {
        let gap = (0..<60).reduce(0) { $0 + weights[$1] * column[$1] * (counts[$1] - fit.fitted[$1]) }
        #expect(abs(gap) < 1e-2)
      }
      #expect(abs(fit.hat.reduce(0, +) - 3) < 1e-9)
    }
  }

  @Test("A column that says nothing new is left out and named")
  func collinear() throws {
    let time = (0..<8).map(Double.init)
    let fit = try #require(
      QuasiPoissonRegression.fit(columns: [ones, time, time.map { 3 - 2 * $0 }], counts: counts))
    let plain = try #require(QuasiPoissonRegression.fit(columns: [ones, time], counts: counts))
    #expect(fit.coefficients[2] == nil && fit.standardError(2) == nil && fit.pValue(2) == nil)
    #expect(fit.coefficients[1] == plain.coefficients[1])
    #expect(fit.degreesOfFreedom == 6)
  }

  @Test("An offset that is the logarithm of twice the time lowers the constant by log 2")
  func offset() throws {
    let fit = try #require(
      QuasiPoissonRegression.fit(columns: [ones], counts: counts, offset: ones.map { $0 * log(2) }))
    #expect(abs(exp(try #require(fit.coefficients[0])) - 3.875) < 1e-9)
  }

  @Test("Where nothing was counted there is no answer, and without degrees of freedom no error")
  func nothing() throws {
    #expect(QuasiPoissonRegression.fit(columns: [ones], counts: ones.map { _ in 0 }) == nil)
    #expect(QuasiPoissonRegression.fit(columns: [[]], counts: []) == nil)
    let one = try #require(QuasiPoissonRegression.fit(columns: [[1]], counts: [4]))
    #expect(one.dispersion == nil && one.standardError(0) == nil)
  }
}
