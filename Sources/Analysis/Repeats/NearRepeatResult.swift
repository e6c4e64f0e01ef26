/// What a near-repeat test found, interval by interval.
public struct NearRepeatResult: Sendable, Equatable {
  /// One interval of distance and days.
  public struct Cell: Sendable, Equatable {
    /// Pairs of events in it.
    public let observed: Int
    /// What all orders bring on average.
    public let expected: Double
    /// Of the simulated counts, as the median.
    public let meanExpected: Double
    public let medianExpected: Double
    /// Of the simulated counts; 0 for a single replicate.
    public let standardDeviation: Double
    /// The share of random orders, the observed one among them, with as many pairs as observed or more.
    public let pUpper: Double

    /// How many times as many pairs as chance brings; `nil` where chance brings none.
    public var ratio: Double? { expected > 0 ? Double(observed) / expected : nil }

    init(observed: Int, expected: Double, simulated: ArraySlice<UInt32>) {
      let count = Double(simulated.count)
      let mean = Double(simulated.reduce(0) { $0 + Int($1) }) / count
      let squares = simulated.reduce(0.0) { $0 + (Double($1) - mean) * (Double($1) - mean) }
      let sorted = simulated.sorted()
      let half = sorted.count / 2
      self.observed = observed
      self.expected = expected
      meanExpected = mean
      medianExpected =
        sorted.count % 2 == 1 ? Double(sorted[half]) : Double(sorted[half - 1] + sorted[half]) / 2
      standardDeviation = count > 1 ? (squares / (count - 1)).squareRoot() : 0
      pUpper = Double(simulated.count { Int($0) >= observed } + 1) / (count + 1)
    }
  }

  public let bands: NearRepeatBands
  public let events: Int
  public let replicates: Int
  /// By band of distance, then of days.
  public let cells: [[Cell]]
}
