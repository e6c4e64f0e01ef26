import EST

/// Everything that is held of a place, organisation by organisation: each answers for its own. (registerutdrag)
///
/// A value of a moment: it is stored nowhere, and what was asked for least of all.
public struct RegisterExtract: Codable, Equatable, Sendable {
  public var provenance: SituationPicture.Provenance
  public var municipality: MunicipalityCode
  public var municipalityName: String
  public var madeAt: Moment
  public var asked: Asked
  public var parts: [Part]
  /// What the reader may not see, whether there is any or not.
  public var leftOut: [LeftOut]
  public var sharing: Sharing?

  /// What was asked for.
  public struct Asked: Codable, Equatable, Sendable {
    public enum Kind: String, Codable, Sendable { case address, place, area }

    public var kind: Kind
    public var text: String

    public init(_ kind: Kind, _ text: String) {
      self.kind = kind
      self.text = text
    }
  }

  public enum LeftOut: String, Codable, Sendable, CaseIterable {
    /// Reports that are authority-only.
    case authorityOnly
    /// What other organisations answer for.
    case otherOrganisations
    /// What lies with other groups of the municipality.
    case otherGroups
  }

  /// What one organisation answers for.
  public struct Part: Codable, Equatable, Sendable {
    /// `nil` for what the group has in common, for which the municipality answers.
    public var organisation: String?
    public var reports: [Report]
    public var problems: [Problem]
    public var actions: [Action]
    public var walkPoints: [WalkPoint]

    public init(
      organisation: String?, reports: [Report] = [], problems: [Problem] = [], actions: [Action] = [],
      walkPoints: [WalkPoint] = []
    ) {
      self.organisation = organisation
      self.reports = reports
      self.problems = problems
      self.actions = actions
      self.walkPoints = walkPoints
    }

    public var isEmpty: Bool {
      reports.isEmpty && problems.isEmpty && actions.isEmpty && walkPoints.isEmpty
    }
  }

  public struct Report: Codable, Equatable, Sendable {
    public var name: String
    public var unit: String?
    public var source: ReportSource
    public var reportClass: ReportClass
    public var receivedAt: Moment
    /// The word of its review.
    public var review: String
    public var reviewReason: String?
    public var says: Wording
    /// What it said before, oldest first.
    public var earlier: [Earlier]

    public init(
      name: String, unit: String?, source: ReportSource, reportClass: ReportClass, receivedAt: Moment,
      review: String, reviewReason: String?, says: Wording, earlier: [Earlier]
    ) {
      self.name = name
      self.unit = unit
      self.source = source
      self.reportClass = reportClass
      self.receivedAt = receivedAt
      self.review = review
      self.reviewReason = reviewReason
      self.says = says
      self.earlier = earlier
    }
  }

  /// What a report says, or said.
  public struct Wording: Codable, Equatable, Sendable {
    public var category: String
    public var from: Moment
    public var to: Moment?
    public var area: String?
    public var place: String?
    public var assessment: String?
    public var reasons: [String]
    public var text: String?

    public init(
      category: String, from: Moment, to: Moment?, area: String?, place: String?, assessment: String?,
      reasons: [String], text: String?
    ) {
      self.category = category
      self.from = from
      self.to = to
      self.area = area
      self.place = place
      self.assessment = assessment
      self.reasons = reasons
      self.text = text
    }
  }

  public struct Earlier: Codable, Equatable, Sendable {
    public var version: Int
    public var until: Moment
    public var because: String?
    public var says: Wording

    public init(version: Int, until: Moment, because: String?, says: Wording) {
      self.version = version
      self.until = until
      self.because = because
      self.says = says
    }
  }

  public struct Problem: Codable, Equatable, Sendable {
    public var number: String
    public var title: String
    public var statement: String?
    public var area: String?
    public var state: String
    public var result: String?

    public init(
      number: String, title: String, statement: String?, area: String?, state: String, result: String?
    ) {
      self.number = number
      self.title = title
      self.statement = statement
      self.area = area
      self.state = state
      self.result = result
    }
  }

  public struct Action: Codable, Equatable, Sendable {
    public var number: String
    public var title: String
    public var state: String
    public var goal: String?
    public var result: String?

    public init(number: String, title: String, state: String, goal: String?, result: String?) {
      self.number = number
      self.title = title
      self.state = state
      self.goal = goal
      self.result = result
    }
  }

  public struct WalkPoint: Codable, Equatable, Sendable {
    /// The walk's number and the point's.
    public var number: String
    public var day: LocalDate
    public var area: String
    public var text: String
    public var cannotBecause: String?
    public var outcome: String?

    public init(
      number: String, day: LocalDate, area: String, text: String, cannotBecause: String?, outcome: String?
    ) {
      self.number = number
      self.day = day
      self.area = area
      self.text = text
      self.cannotBecause = cannotBecause
      self.outcome = outcome
    }
  }

  public init(
    provenance: SituationPicture.Provenance, municipality: MunicipalityCode, municipalityName: String,
    madeAt: Moment, asked: Asked, parts: [Part], leftOut: [LeftOut]
  ) {
    self.provenance = provenance
    self.municipality = municipality
    self.municipalityName = municipalityName
    self.madeAt = madeAt
    self.asked = asked
    self.parts = parts
    self.leftOut = leftOut
  }

  /// The highest of the reports that are in it.
  public var reportClass: ReportClass {
    parts.flatMap(\.reports).map(\.reportClass).max() ?? .shared
  }
}
