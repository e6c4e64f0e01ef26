import EST

extension PictureInput {
  /// A period before this one, and how many units stood behind its numbers.
  public struct PastPeriod: Sendable, Equatable, Codable {
    public var period: PicturePeriod
    /// Units that reported, or said that there was nothing to report; `nil` where nobody wrote it down, as for
    /// reports of a time before the group: that never reads as zero.
    public var reportingUnits: Int?

    public init(period: PicturePeriod, reportingUnits: Int?) {
      self.period = period
      self.reportingUnits = reportingUnits
    }
  }

  public struct Area: Sendable, Equatable, Codable {
    public var id: AreaID
    public var name: String
    /// Its middle; `nil` where it has no border.
    public var center: SituationPicture.Point?

    public init(id: AreaID, name: String, center: SituationPicture.Point? = nil) {
      self.id = id
      self.name = name
      self.center = center
    }
  }

  /// The three periods that are counted. An event counts in the period in which it took place.
  public enum Span: String, Sendable, CaseIterable {
    case current, previous, lastYear
  }

  /// How many reports there are of one kind: a row of `GROUP BY span, category, area, source, precision`.
  /// Rows that say the same are added, so that the order and the grouping are free.
  public struct Count: Sendable, Equatable {
    public var span: Span
    /// With its sub-type where the report has one.
    public var category: CategoryCode
    /// `nil` where the place is known only to be in the municipality.
    public var area: AreaID?
    public var source: ReportSource
    public var precision: Place.Precision
    public var reports: Int

    public init(
      span: Span, category: CategoryCode, area: AreaID?, source: ReportSource, precision: Place.Precision,
      reports: Int
    ) {
      self.span = span
      self.category = category
      self.area = area
      self.source = source
      self.precision = precision
      self.reports = reports
    }
  }

  public struct UnitStatus: Sendable, Equatable, Codable {
    public var organisation: String
    public var unit: String
    public var status: SituationPicture.Coverage.Status
    /// How many of its reports are counted; 0 unless `status` is `reported`.
    public var reports: Int
    /// Whether it answered only after the deadline.
    public var late: Bool

    public init(
      organisation: String, unit: String, status: SituationPicture.Coverage.Status, reports: Int = 0,
      late: Bool = false
    ) {
      self.organisation = organisation
      self.unit = unit
      self.status = status
      self.reports = reports
      self.late = late
    }
  }

  public struct OrganisationCount: Sendable, Equatable {
    public var organisation: String
    public var reports: Int

    public init(organisation: String, reports: Int) {
      self.organisation = organisation
      self.reports = reports
    }
  }

  public struct SourceNotUsed: Sendable, Equatable, Codable {
    /// What people call it, such as "Polisens händelser".
    public var name: String
    public var reason: SituationPicture.Sources.Absence

    public init(name: String, reason: SituationPicture.Sources.Absence) {
      self.name = name
      self.reason = reason
    }
  }

  /// Something that is going to take place. (arrangemang)
  public struct ComingEvent: Sendable, Equatable {
    /// A short title given when it was announced as an arrangement; never a report's text. `nil` shows the category.
    public var title: String?
    public var category: CategoryCode
    public var area: AreaID?
    public var date: LocalDate
    public var time: LocalTime?
    /// The last day, where it lasts more than one.
    public var lastDate: LocalDate?

    public init(
      title: String? = nil, category: CategoryCode, area: AreaID?, date: LocalDate, time: LocalTime? = nil,
      lastDate: LocalDate? = nil
    ) {
      self.title = title
      self.category = category
      self.area = area
      self.date = date
      self.time = time
      self.lastDate = lastDate
    }
  }
}
