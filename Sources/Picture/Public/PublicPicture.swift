import EST

/// What the public is told: counts for months, quarters or years, by area or by category, with small ones suppressed.
///
/// A type of its own, which no `SituationPicture` can be made into: it is made of a release whose protection has been
/// proved, and holds no report, place, point or free text.
public struct PublicPicture: Codable, Equatable, Sendable {
  public static let currentFormat = 1

  public var format: Int
  public var provenance: SituationPicture.Provenance
  public var municipality: MunicipalityCode
  public var municipalityName: String
  public var period: String
  public var first: LocalDate
  public var last: LocalDate
  public var version: Int
  /// The version of the same period before it.
  public var supersedes: Int?
  public var released: LocalDate
  public var protection: Protection
  /// Those that are told of in every period, then those of whole years.
  public var categories: [Category]
  /// The whole municipality first.
  public var areas: [Area]
  /// Who may have it and by whose decision; `nil` in what was released before it was said.
  public var sharing: Sharing?

  public struct Protection: Codable, Equatable, Sendable {
    /// Counts from 1 to below it are suppressed.
    public var threshold: Int
    /// The least that a suppressed count can be: 0 where zeros may be suppressed too, and otherwise 1.
    public var least: Int
    /// No suppressed count can be told closer than this from all that is published.
    public var width: Int
    /// Shown counts are rounded to the nearest multiple.
    public var rounding: Int
    /// The fewest inhabitants of an area that is told of apart.
    public var leastPopulation: Int
    /// How many earlier releases it was audited together with.
    public var auditedWith: Int

    public init(
      threshold: Int, least: Int, width: Int, rounding: Int, leastPopulation: Int, auditedWith: Int
    ) {
      self.threshold = threshold
      self.least = least
      self.width = width
      self.rounding = rounding
      self.leastPopulation = leastPopulation
      self.auditedWith = auditedWith
    }
  }

  public struct Category: Codable, Equatable, Sendable {
    /// `nil` for all those together that are not sensitive.
    public var code: CategoryCode?
    public var swedish: String
    public var english: String
    /// Told of for whole years and the whole municipality only, and in no sum.
    public var isSensitive: Bool

    public init(code: CategoryCode?, swedish: String, english: String, isSensitive: Bool) {
      self.code = code
      self.swedish = swedish
      self.english = english
      self.isSensitive = isSensitive
    }
  }

  public struct Area: Codable, Equatable, Sendable {
    public enum Kind: String, Codable, Sendable { case municipality, area, unknown }

    public var kind: Kind
    /// The areas that are told of together; empty for the municipality, and where the area is not known.
    public var names: [String]
    public var population: Int?
    /// One for each category, in their order; `nil` where the category is not told of by area.
    public var counts: [Count?]

    public init(kind: Kind, names: [String], population: Int?, counts: [Count?]) {
      self.kind = kind
      self.names = names
      self.population = population
      self.counts = counts
    }
  }

  /// A rounded count, or that it is suppressed. What is worked out of a suppressed one is nobody's to know.
  public enum Count: Codable, Equatable, Sendable {
    case shown(Int)
    case suppressed

    public init(from decoder: any Decoder) throws {
      let container = try decoder.singleValueContainer()
      if let count = try? container.decode(Int.self) {
        self = .shown(count)
      } else if try container.decode(String.self) == Self.word {
        self = .suppressed
      } else {
        throw DecodingError.dataCorruptedError(
          in: container, debugDescription: "expected a number or \(Self.word)")
      }
    }

    public func encode(to encoder: any Encoder) throws {
      var container = encoder.singleValueContainer()
      switch self {
      case .shown(let count): try container.encode(count)
      case .suppressed: try container.encode(Self.word)
      }
    }

    private static let word = "suppressed"
  }

  public init(
    provenance: SituationPicture.Provenance, municipality: MunicipalityCode, municipalityName: String,
    period: PublicPeriod, version: Int, released: LocalDate, protection: Protection, categories: [Category],
    areas: [Area]
  ) {
    format = Self.currentFormat
    self.provenance = provenance
    self.municipality = municipality
    self.municipalityName = municipalityName
    self.period = period.label
    first = period.firstDay
    last = period.endDay + -1
    self.version = version
    supersedes = version > 1 ? version - 1 : nil
    self.released = released
    self.protection = protection
    self.categories = categories
    self.areas = areas
  }
}
