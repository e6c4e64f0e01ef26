import EST

extension SituationPicture {
  /// Who has reported, who has nothing to report, and who is missing: absence of reports is not absence of problems.
  public struct Coverage: Codable, Equatable, Sendable {
    public var expected: Int
    public var reported: Int
    public var nothingToReport: Int
    public var missing: Int
    /// Units that answered after the deadline; also among those above.
    public var late: Int
    /// Units that answered, in each period: more of them make for more reports.
    public var reportingUnits: Spans
    /// In the order in which the input names them first.
    public var organisations: [Organisation]

    /// How many units answered in each earlier period that there was; empty where as many as now did in all of them.
    public var changedReporters: [(earlier: Earlier, units: Int)] {
      let earlier = [(Earlier.previous, reportingUnits.previous), (.lastYear, reportingUnits.lastYear)]
        .compactMap { earlier, units in units.map { (earlier: earlier, units: $0) } }
      return earlier.contains { $0.units != reportingUnits.current } ? earlier : []
    }

    /// The one status that every expected unit has.
    public enum Status: String, Codable, Sendable, CaseIterable {
      case reported
      case nothingToReport
      case missing
    }

    public struct Organisation: Codable, Equatable, Sendable {
      public var name: String
      public var reported: Int
      public var nothingToReport: Int
      public var missing: Int
      public var units: [Unit]
    }

    public struct Unit: Codable, Equatable, Sendable {
      public var name: String
      public var status: Status
      /// `nil` unless the unit has reported, so that a missing unit can never be read as zero.
      public var reports: Int?
      public var late: Bool
    }
  }

  /// What the numbers stand on, and what does not stand behind them.
  public struct Sources: Codable, Equatable, Sendable {
    public var used: [Used]
    public var notUsed: [NotUsed]
    public var unreviewed: Int
    public var unreviewedByOrganisation: [OrganisationCount]
    public var rejected: Int
    public var withdrawn: Int
    public var late: Int
    public var lateFromEarlierPeriods: Int
    /// How well the places are known: reports of this period.
    public var precision: [PrecisionShare]

    public struct Used: Codable, Equatable, Sendable {
      public var source: ReportSource
      public var reports: Int
    }

    public struct NotUsed: Codable, Equatable, Sendable {
      public var name: String
      public var reason: Absence
    }

    /// Why a source is not in the picture.
    public enum Absence: String, Codable, Sendable, CaseIterable {
      /// Nothing has been fetched or handed in for the period.
      case notReceived
      /// It came, but could not be read.
      case unreadable
      /// The group has decided to leave it out.
      case leftOutByDecision
      /// It counts something else, such as how people feel, and is never added to reports.
      case notComparable
    }

    public struct OrganisationCount: Codable, Equatable, Sendable {
      public var organisation: String
      public var reports: Int
    }

    public struct PrecisionShare: Codable, Equatable, Sendable {
      public var precision: Place.Precision
      public var reports: Int
    }
  }
}
