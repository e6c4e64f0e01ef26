import EST

/// Where a report stands between its reporter and the picture.
public enum Review: String, Sendable, CaseIterable, StoredAsText {
  case received, accepted, rejected, withdrawn
}

/// What a report says: all that an amendment may change.
public struct IncidentContent: Sendable, Hashable {
  public var reportClass: ReportClass
  public var category: CategoryCode
  public var reasons: [String]
  public var place: Place
  public var from: Instant
  public var to: Instant?
  public var certainty: Certainty
  public var assessment: String?
  public var text: String?

  public init(_ report: IncomingReport, place: Place) {
    reportClass = report.reportClass
    category = report.category
    reasons = report.reasons
    self.place = place
    from = report.from
    to = report.to
    certainty = report.certainty
    assessment = report.assessment
    text = report.text
  }

  public init(
    reportClass: ReportClass, category: CategoryCode, reasons: [String], place: Place, from: Instant,
    to: Instant?, certainty: Certainty, assessment: String?, text: String?
  ) {
    self.reportClass = reportClass
    self.category = category
    self.reasons = reasons
    self.place = place
    self.from = from
    self.to = to
    self.certainty = certainty
    self.assessment = assessment
    self.text = text
  }
}

/// A report as it is to be stored.
public struct NewIncident: Sendable {
  public var id: IncidentID
  public var group: GroupID
  public var cycle: CycleID?
  public var unit: UnitID?
  public var reference: String?
  public var number: String?
  public var isLate: Bool
  /// A fingerprint of what the source said.
  public var sourcePrint: Int64?
  /// When the source was first seen to say it.
  public var seenAt: Instant?
  public var content: IncidentContent

  public init(id: IncidentID, group: GroupID, content: IncidentContent) {
    self.id = id
    self.group = group
    self.content = content
    isLate = false
  }
}

/// What the reports of one call have in common.
public struct IncidentOrigin: Sendable {
  public var source: ReportSource
  public var organisation: OrganisationID
  public var reporter: ParticipantID
  /// The name under which references are unique; `nil` for what people type.
  public var register: String?
  public var categoryVersion: Int
  public var receivedAt: Instant

  public init(
    source: ReportSource, organisation: OrganisationID, reporter: ParticipantID, register: String?,
    categoryVersion: Int, receivedAt: Instant
  ) {
    self.source = source
    self.organisation = organisation
    self.reporter = reporter
    self.register = register
    self.categoryVersion = categoryVersion
    self.receivedAt = receivedAt
  }
}

/// A stored report.
public struct Incident: Sendable {
  public let id: IncidentID
  public let number: String?
  public let register: String?
  public let reference: String?
  public let version: Int
  public let group: GroupID
  public let organisation: String
  public let unit: String?
  public let source: ReportSource
  public let areaName: String?
  public let receivedAt: Instant
  public let isLate: Bool
  public let review: Review
  public let reviewReason: String?
  public let content: IncidentContent
}

/// What a report said before it was amended.
public struct IncidentVersion: Sendable {
  public let version: Int
  public let supersededAt: Instant
  public let supersededBy: String
  public let reason: String?
  /// The row as it was, JSON with the columns' names.
  public let content: String
}

/// What is known of a report under its source's reference.
public struct KnownReport: Sendable {
  public let id: IncidentID
  public let sourcePrint: Int64?
  public let seenAt: Instant?
  public let review: Review
}
