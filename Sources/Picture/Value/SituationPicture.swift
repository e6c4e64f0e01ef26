import EST

/// What the group knows together about a period: a value that is stored, shown, printed and, once adopted, frozen.
/// (gemensam lägesbild)
///
/// It holds counts, findings and what the group itself has decided. It never holds the free text of a report,
/// so it survives the disposal of the reports unchanged.
public struct SituationPicture: Codable, Equatable, Sendable {
  /// The form of this value, so that a stored picture is read as it was meant.
  public static let currentFormat = 1

  public var format: Int
  /// Sample data is told apart in every output.
  public var provenance: Provenance
  public var head: Head
  public var coverage: Coverage
  public var counts: Counts
  public var themes: [ThemeRow]
  public var comingEvents: [ComingEvent]
  /// What is already known of the year beyond the days ahead; `nil` in a picture of before it was kept. (årshjul)
  public var yearAhead: [ComingEvent]?
  public var priorities: [Priority]
  public var actions: Actions
  public var sources: Sources
  /// `nil` in a picture of before there were any.
  public var findings: Findings?
  public var map: Map?
  /// `nil` in a picture of before they were written down.
  public var parameters: Parameters?
  /// What is new beside the version that this one takes the place of; `nil` in a first version.
  public var differences: Differences?
  /// `nil` where the municipality has brought no table of harm.
  public var harm: Harm?
  /// The head of the log when the picture was adopted; it is not among the bytes that were compiled.
  public var logHead: LogHead?
  /// What a file of it says of who may have it; it is not among the bytes that were compiled.
  public var sharing: Sharing?

  public enum Provenance: String, Codable, Sendable, CaseIterable {
    case real, sample
  }

  public enum State: String, Codable, Sendable, CaseIterable {
    /// Compiled, and may be compiled anew.
    case draft
    /// Adopted by the meeting: never changes again.
    case adopted
  }

  /// What tied the municipality's log together when the picture was adopted. Whoever keeps the picture can tell by it
  /// whether the log has been made anew since.
  public struct LogHead: Codable, Hashable, Sendable {
    public var number: Int
    /// SHA-256 in hexadecimal.
    public var hash: String

    public init(number: Int, hash: String) {
      self.number = number
      self.hash = hash
    }
  }

  /// What the picture is of.
  public struct Head: Codable, Equatable, Sendable {
    public var municipality: MunicipalityCode
    public var municipalityName: String
    public var group: String
    public var period: PicturePeriod
    /// The days ahead, for which the meeting plans.
    public var ahead: PicturePeriod
    /// What it is compared with; `nil` where the group had no such period.
    public var previous: PicturePeriod?
    public var lastYear: PicturePeriod?
    /// IANA name of the zone in which all times are.
    public var zone: String
    public var version: Int
    public var supersedes: Int?
    public var state: State
    public var compiledAt: Moment
    public var meetingAt: Moment?
  }

  /// A category's code and what people call it.
  public struct CategoryLabel: Codable, Hashable, Sendable {
    public var code: CategoryCode
    public var swedish: String
    public var english: String

    public init(code: CategoryCode, swedish: String, english: String) {
      self.code = code
      self.swedish = swedish
      self.english = english
    }
  }

  public struct ThemeRow: Codable, Equatable, Sendable {
    public var theme: Theme
    public var counts: Spans
    public var versusPrevious: Comparison?
    public var versusLastYear: Comparison?
  }

  /// Something that takes place in the days ahead. (arrangemang)
  public struct ComingEvent: Codable, Equatable, Sendable {
    /// How far ahead is looked.
    public static let days = 365

    public var title: String?
    public var category: CategoryLabel
    /// The area's name; `nil` where only the municipality is known.
    public var area: String?
    public var date: LocalDate
    public var time: LocalTime?
    public var lastDate: LocalDate?
  }

  /// A focus area or a problem, in the order that the last meeting gave.
  public struct Priority: Codable, Equatable, Sendable {
    /// From 1.
    public var rank: Int
    public var title: String
    public var area: String?
    public var state: State?
    /// A prioritised problem that nobody has analysed the causes of.
    public var lacksAnalysis: Bool

    public init(rank: Int, title: String, area: String?, state: State?, lacksAnalysis: Bool) {
      self.rank = rank
      self.title = title
      self.area = area
      self.state = state
      self.lacksAnalysis = lacksAnalysis
    }

    /// The states of the machine of a problem, by its own names.
    public enum State: String, Codable, Sendable, CaseIterable {
      case identified, prioritised, escalated, analysing, analysed, acting, evaluating, resolved, dismissed
    }
  }
}
