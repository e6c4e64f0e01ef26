import EST

extension PictureInput {
  /// What is usual: the reports of several years by week, and of the last one by place. Empty where nobody has reported
  /// before.
  public struct History: Sendable, Equatable {
    /// How far back it goes at most: five years, and what a season's window takes beyond them.
    public static let weeks = 5 * 53
    /// How many weeks' reports are looked at one by one, the last one included.
    public static let weeksOneByOne = 53

    /// The Mondays of its weeks, without a gap, the oldest first; the last week is the last one of the period.
    public var weeks: [LocalDate]
    public var series: [WeeklySeries]
    /// Each report of the last `weeksOneByOne` weeks.
    public var reports: [ReportColumns]

    public init(weeks: [LocalDate] = [], series: [WeeklySeries] = [], reports: [ReportColumns] = []) {
      self.weeks = weeks
      self.series = series
      self.reports = reports
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

  /// Reports of one category in one area, as columns of the same length in the order of time and place.
  public struct ReportColumns: Sendable, Equatable {
    public var category: CategoryCode
    public var area: AreaID?
    public var isImported: Bool
    /// Minutes since 1970 at which each began.
    public var begins: [Int32]
    /// Minutes that each may have lasted; 0 where the time is exact.
    public var lengths: [Int32]
    /// Tenths of a metre, SWEREF 99 TM; empty where the places are not exact.
    public var eastings: [Int32]
    public var northings: [Int32]

    public init(
      category: CategoryCode, area: AreaID?, isImported: Bool, begins: [Int32], lengths: [Int32],
      eastings: [Int32], northings: [Int32]
    ) {
      self.category = category
      self.area = area
      self.isImported = isImported
      self.begins = begins
      self.lengths = lengths
      self.eastings = eastings
      self.northings = northings
    }
  }
}
