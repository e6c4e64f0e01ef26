import Analysis
import EST

/// Everything that a picture is compiled from, as the database gives it: counted rows and short labels.
///
/// There is nowhere to put the free text of a report, so a picture cannot come to hold one. Only reviewed
/// reports of the classes open and shared are counted here: what is authority-only belongs to an annex of its
/// own, and no number of this value may be changed by it.
///
/// Encoded, it is without what was read of the reports: that is told by `reportBytes`, and can be read anew.
public struct PictureInput: Sendable, Equatable, Codable {
  public var municipality: MunicipalityCode
  public var municipalityName: String
  public var groupName: String
  /// The group's zone; every instant and date of the picture is shown in it.
  public var zone: ZoneRules

  /// From 1, rising with each compilation of the period.
  public var version: Int
  /// The adopted version that this one corrects.
  public var supersedes: Int?
  public var state: SituationPicture.State
  public var provenance: SituationPicture.Provenance
  public var compiledAt: Instant
  public var meetingAt: Instant?

  public var period: PicturePeriod
  /// The days that the meeting plans for: coming events and what falls due are looked for here.
  public var ahead: PicturePeriod
  /// Where the reports were read; `nil` where they were not read but made.
  public var windows: Windows?
  /// `nil` where the group had no such period: then nothing is compared with it, and it never reads as zero.
  public var previous: PastPeriod?
  public var lastYear: PastPeriod?

  /// Every category that `counts` or `comingEvents` names, of whichever version of the list, with the main
  /// category of each sub-type. A code without an entry is shown by the code itself.
  public var categories: [Category]
  /// The group's areas, also those without reports, in alphabetical order (`COLLATE "sv-x-icu"`).
  public var areas: [Area]
  /// How the areas are drawn; empty where nothing is to be drawn.
  public var map: [SituationPicture.Map.Area]
  public var counts: [Count] = []
  /// What one event of a kind weighs; `nil` where the municipality has brought no table.
  public var harm: HarmWeights?
  /// What is usual, as far back as the group has reports.
  public var history = History()
  /// One row for each unit expected to report this period, in alphabetical order of organisation and unit.
  public var units: [UnitStatus]

  /// Reports of this period that nobody has reviewed yet, by organisation; left out and named as such.
  public var unreviewed: [OrganisationCount] = []
  /// Reports of this period that the review rejected, and those withdrawn by the reporter.
  public var rejected = 0
  public var withdrawn = 0
  /// Reports of this period that came after the deadline and are counted all the same.
  public var late = 0
  /// Reports of earlier periods that have come since the last adopted picture. They count in their own period.
  public var lateFromEarlierPeriods = 0
  /// Sources that should have been here and are not.
  public var sourcesNotUsed: [SourceNotUsed]

  /// Those of the days ahead, and those already known of the year after.
  public var comingEvents: [ComingEvent] = []
  /// Every action that is decided or under way.
  public var openActions: [Action]
  /// What has become of actions since the last meeting.
  public var sinceLastTime: [ActionOutcome]
  /// The focus areas and problems, in the order that the last meeting gave them.
  public var priorities: [Priority]

  /// An input without reports, to be filled in.
  public init(
    municipality: MunicipalityCode, municipalityName: String, groupName: String, zone: ZoneRules,
    version: Int, state: SituationPicture.State, provenance: SituationPicture.Provenance,
    compiledAt: Instant, period: PicturePeriod, ahead: PicturePeriod
  ) {
    self.municipality = municipality
    self.municipalityName = municipalityName
    self.groupName = groupName
    self.zone = zone
    self.version = version
    self.state = state
    self.provenance = provenance
    self.compiledAt = compiledAt
    self.period = period
    self.ahead = ahead
    categories = []
    areas = []
    map = []
    units = []
    sourcesNotUsed = []
    openActions = []
    sinceLastTime = []
    priorities = []
  }

  enum CodingKeys: String, CodingKey, CaseIterable {
    case municipality, municipalityName, groupName, zone, version, supersedes, state, provenance, compiledAt
    case meetingAt, period, ahead, windows, previous, lastYear, categories, areas, map, units, sourcesNotUsed
    case openActions, sinceLastTime, priorities, harm
  }
}
