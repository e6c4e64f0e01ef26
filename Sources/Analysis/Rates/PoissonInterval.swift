/// The exact interval of the mean behind one Poisson count.
public enum PoissonInterval {
  /// Garwood's interval (1936, Biometrika 28:437–442): half the chi-square quantiles with 2k and 2k + 2 degrees of
  /// freedom, which are quantiles of the gamma distribution with shapes k and k + 1.
  ///
  /// - Parameter count: at least 0.
  public static func garwood(_ count: Int, confidence: Double = 0.95) -> (lower: Double, upper: Double) {
    precondition(count >= 0, "a count is not negative")
    let tail = (1 - confidence) / 2
    let lower = count == 0 ? 0 : Gamma.quantile(tail, shape: Double(count))
    return (lower, Gamma.quantile(1 - tail, shape: Double(count) + 1))
  }
}
