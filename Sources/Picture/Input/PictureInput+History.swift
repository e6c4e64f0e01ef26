import EST

extension PictureInput {
  /// What is usual: the reports of several years by week, and of the last one by place. Empty where nobody has reported
  /// before.
  public struct History: Sendable, Equatable {
    /// How far back it goes at most: five years, and what a season's window takes beyond them.
    public static let weeks = 5 * 53
    /// How many weeks are looked at by place, the last one included.
    public static let weeksByPlace = 53

    /// The Mondays of its weeks, without a gap, the oldest first; the last week is the last one of the period.
    public var weeks: [LocalDate]
    public var series: [WeeklySeries]
    /// Reports with an exact place in the last `weeksByPlace` weeks.
    public var places: [PlacedSeries]

    public init(weeks: [LocalDate] = [], series: [WeeklySeries] = [], places: [PlacedSeries] = []) {
      self.weeks = weeks
      self.series = series
      self.places = places
    }
  }

  /// Reports of one category in one area, week by week.
  public struct WeeklySeries: Sendable, Equatable {
    public var category: CategoryCode
    /// `nil` where only the municipality is known.
    public var area: AreaID?
    /// Whether they came from another system.
    public var isImported: Bool
    /// One number for each of the history's weeks.
    public var counts: [Int32]

    public init(category: CategoryCode, area: AreaID?, isImported: Bool, counts: [Int32]) {
      self.category = category
      self.area = area
      self.isImported = isImported
      self.counts = counts
    }
  }

  /// Reports of one category in one area whose place is exact, as columns of the same length.
  public struct PlacedSeries: Sendable, Equatable {
    public var category: CategoryCode
    public var area: AreaID?
    /// Minutes since 1970 at which each began.
    public var begins: [Int32]
    /// Minutes that each may have lasted; 0 where the time is exact.
    public var lengths: [Int32]
    /// Tenths of a metre, SWEREF 99 TM.
    public var eastings: [Int32]
    public var northings: [Int32]

    public init(
      category: CategoryCode, area: AreaID?, begins: [Int32], lengths: [Int32], eastings: [Int32],
      northings: [Int32]
    ) {
      self.category = category
      self.area = area
      self.begins = begins
      self.lengths = lengths
      self.eastings = eastings
      self.northings = northings
    }
  }
}
