/// What one week's count in one cell amounts to.
public struct CellSignal: Sendable, Equatable {
  public enum Verdict: String, Codable, Sendable, CaseIterable {
    /// More than chance, with the whole family's size accounted for.
    case signal
    /// Unlikely by itself, but among so many cells some such are to be expected.
    case watch
    case none
    /// So few events, or so short a history, that nothing is said.
    case tooFew
  }

  /// On what the answer rests.
  public enum Method: Sendable, Equatable {
    /// The season of so many earlier years and the latest weeks agree; the larger p-value counts.
    case seasonAndRecent(years: Int, weeks: Int)
    /// The latest weeks alone: three full years are missing, or they do not yield a model.
    case recent(weeks: Int)
    /// Less than the shortest history.
    case none
  }

  /// `nil` where the week has no data.
  public let count: Int?
  /// Events in the weeks by which a cell enters the family, the current one included.
  public let lately: Int
  public let method: Method
  /// What is to be expected, and between which counts nine weeks of ten lie; `nil` without a method.
  public let range: ExpectedRange?
  /// The probability of as many events in the week by the seasonal regression, and by the latest weeks.
  public let pSeason: Double?
  public let pRecent: Double?
  /// The same for the week and the one before it together, the larger of both methods' probabilities.
  public let pTwoWeeks: Double?
  /// What the verdict rests on (see `SignalRule`); `nil` without a count or a method.
  public let pValue: Double?
  /// The same adjusted for the family (Benjamini and Hochberg 1995); `nil` outside of it.
  public internal(set) var qValue: Double?
  public internal(set) var verdict: Verdict
  /// The first of the consecutive weeks up to the current one, all above their ranges; `nil` where it is not.
  public let since: Int?
}

/// What is to be expected of a week's count.
public struct ExpectedRange: Sendable, Equatable {
  public var expected: Double
  /// Counts below and above are unusual.
  public var lower: Int
  public var upper: Int

  public init(expected: Double, lower: Int, upper: Int) {
    self.expected = expected
    self.lower = lower
    self.upper = upper
  }
}
