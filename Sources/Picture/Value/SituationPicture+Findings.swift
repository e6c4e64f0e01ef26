import EST

extension SituationPicture {
  /// What stands out from what is usual, and how that was found. (iakttagelser)
  ///
  /// What people report depends on who reports: a finding is a reason to look, never a verdict by itself.
  public struct Findings: Codable, Equatable, Sendable {
    public var basis: Basis
    /// The surest first.
    public var signals: [Signal]
    /// Neighbouring areas that together have more than usual, the surest first.
    public var clusters: [Cluster]
    /// All reports, then each main category, the most frequent first.
    public var trends: [Trend]
    /// What is usual in each area, for the main categories that were reported there.
    public var ranges: [UsualRange]
    /// What is usual in each area, whatever the category; `nil` in a picture of before it was known.
    public var areaRanges: [AreaRange]?
    public var hotSpots: [HotSpot]
    /// Reports that followed on one another in time and place, the newest first.
    public var chains: [Chain]
    /// Categories of which one report makes another one nearby more likely, the surest first.
    public var nearRepeats: [NearRepeats]
    public var rhythm: Rhythm?
  }

  /// What the findings stand on.
  public struct Basis: Codable, Equatable, Sendable {
    /// Mondays of the first and the last week that were looked at. The last one is preliminary: reports come late.
    public var firstWeek: LocalDate
    public var lastWeek: LocalDate
    public var weeks: Int
    /// How many combinations of area and category were tested for the last week, beside one another.
    public var tested: Int
    /// How many of them would have been tested, had they had enough reports.
    public var tooFew: Int

    /// How many weeks it takes to tell what is usual.
    public static let fewestWeeks = 8
    /// What all randomness of a picture begins with: the same reports give the same picture.
    public static let seed: UInt64 = 1
  }

  /// A category that has more reports in an area than is usual there.
  public struct Signal: Codable, Equatable, Sendable {
    public var strength: Strength
    public var category: CategoryLabel
    public var area: String
    /// Reports of the last week, and how many of them came from other systems.
    public var count: Int
    public var imported: Int
    public var usual: Usual
    /// The Monday from which each week has had more than usual.
    public var since: LocalDate
    /// The larger of the two tests' p-values, or the one's that could be made.
    public var pValue: Double
    /// The share of false ones to expect among all that are as sure as this one (Benjamini and Hochberg, 1995).
    public var qValue: Double
    public var method: Method

    public enum Strength: String, Codable, Sendable, CaseIterable {
      /// Sure enough where everything was tested at the same time.
      case signal
      /// Unusual by itself; among so many tests some are.
      case watch
    }

    public enum Method: String, Codable, Sendable, CaseIterable {
      /// The weeks around this one in earlier years (Noufaily et al., 2013), and the last year's rate.
      case seasonAndRate
      /// The last year's rate alone, while there are less than three years.
      case rate
    }
  }

  /// What one week has where nothing is unusual.
  public struct Usual: Codable, Equatable, Sendable {
    /// To one decimal.
    public var expected: Double
    /// Nine weeks in ten lie within, ends included.
    public var low: Int
    public var high: Int
  }

  public struct Cluster: Codable, Equatable, Sendable {
    public var category: CategoryLabel
    /// In alphabetical order.
    public var areas: [String]
    /// Monday of its first week; its last one is the last week.
    public var since: LocalDate
    public var weeks: Int
    public var count: Int
    /// What was to be expected if time and place had nothing to do with one another.
    public var expected: Double
    public var pValue: Double
  }

  /// A year of weeks beside what was to be expected of each.
  public struct Trend: Codable, Equatable, Sendable {
    /// `nil` for all reports together.
    public var category: CategoryLabel?
    /// Monday of the first week.
    public var firstWeek: LocalDate
    public var counts: [Int]
    /// As long as the counts; `nil` where too little was known by then.
    public var usual: [Usual?]
  }

  public struct UsualRange: Codable, Equatable, Sendable {
    /// The code of a main category.
    public var category: CategoryCode
    public var area: String
    public var count: Int
    public var usual: Usual
  }

  public struct AreaRange: Codable, Equatable, Sendable {
    public var area: String
    public var count: Int
    public var usual: Usual
  }

  /// A place where reports lie close together. Only reports with an exact place are looked at.
  public struct HotSpot: Codable, Equatable, Sendable {
    /// How many weeks are looked at, and how many metres there may be from one report to the next.
    public static let weeks = 12
    public static let reach = 150
    /// How many are shown at most.
    public static let most = 12

    /// The main category.
    public var category: CategoryLabel
    /// The area that most of it lies in; `nil` outside every area.
    public var area: String?
    public var count: Int
    /// Corners in metres, SWEREF 99 TM.
    public var outline: [Point]
  }

  public struct Chain: Codable, Equatable, Sendable {
    /// How many days and metres there may be from one report to the next.
    public static let days = 14
    public static let metres = 200
    public static let fewest = 3
    /// Longer ones are no chains but places where something happens all the time.
    public static let longest = 12
    /// How many are shown at most.
    public static let most = 6

    public var category: CategoryLabel
    public var area: String?
    public var count: Int
    public var first: LocalDate
    public var last: LocalDate
    /// Whether all of them were at one place.
    public var isSamePlace: Bool
  }

  /// How much more often than by chance a report of a category is followed by another one soon and nearby, over the
  /// past year.
  public struct NearRepeats: Codable, Equatable, Sendable {
    /// How seldom chance alone may bring one as sure.
    public static let level = 0.01
    /// How many times the usual it has to be to be worth a word.
    public static let leastRatio = 1.5
    /// How many are shown at most.
    public static let most = 5
    public static let replicates = 999

    public var category: CategoryLabel
    public var reports: Int
    /// Pairs nearer than this, in metres; 1 for the same place.
    public var metres: Int
    /// And at most so many days apart.
    public var days: Int
    public var pairs: Int
    /// Pairs for each one that chance would bring, to one decimal.
    public var ratio: Double
    public var pValue: Double
  }

  /// When in the week it happens. (dygnsrytm)
  public struct Rhythm: Codable, Equatable, Sendable {
    /// Monday of the first week that is counted; the last one is the period's.
    public var firstWeek: LocalDate
    /// Seven days from Monday, each of 24 hours; a report whose time is an interval is spread over it.
    public var hours: [[Double]]
    public var counted: Int
    /// Reports whose interval is too long to say anything.
    public var leftOut: Int
  }
}
