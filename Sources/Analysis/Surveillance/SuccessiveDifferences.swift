/// How much more than Poisson's some series of weekly counts vary, by the differences of successive weeks, in which
/// season and drift all but cancel (von Neumann 1941, Annals of Mathematical Statistics 12:367–395).
///
/// Where each week has an independent factor of mean 1, the mean of (y - x)² is x + y + 2 variance x y, so that sums
/// over many cells and weeks give the variance, even of cells that are too rare to tell by themselves.
struct SuccessiveDifferences {
  private var excess = 0
  private var products = 0

  mutating func add(_ x: Int, _ y: Int) {
    excess += (y - x) * (y - x) - x - y
    products += 2 * x * y
  }

  /// The variance of a week's factor; 0 is Poisson's, and what is said where nothing is known.
  ///
  /// - Parameter prior: draws it towards Poisson's, as so many products without any excess.
  func variance(prior: Double = 0) -> Double {
    products > 0 ? max(0, Double(excess) / (Double(products) + prior)) : 0
  }
}
