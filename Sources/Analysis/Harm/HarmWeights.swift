/// What one event of a kind weighs, as a versioned table that its users bring: none is built in.
///
/// In the manner of a crime harm index: days of imprisonment (Sherman, Neyroud and Neyroud 2016, Policing 10:171–183;
/// for Sweden Kärrholm, Neyroud and Smaaland 2020, Cambridge Journal of Evidence-Based Policing 4:15–33). Fit for
/// comparing places and for short terms, not for long trends (Sarnecki 2021, the same journal).
public struct HarmWeights: Sendable, Equatable, Codable {
  public enum Invalid: Error, Equatable {
    /// A weight is below 0 or not a number.
    case weight(category: String)
    case noName
    case noVersion
  }

  public let name: String
  public let version: String
  /// Where it was read, in words.
  public let source: String
  /// Of one event, in days, by the category's code.
  private let days: [String: Double]

  /// - Throws: `Invalid`.
  public init(name: String, version: String, source: String, days: [String: Double]) throws(Invalid) {
    if name.isEmpty { throw .noName }
    if version.isEmpty { throw .noVersion }
    let wrong = days.filter { !($0.value >= 0 && $0.value.isFinite) }.map(\.key).min()
    if let wrong { throw .weight(category: wrong) }
    self.name = name
    self.version = version
    self.source = source
    self.days = days
  }

  /// - Throws: `Invalid`, or `DecodingError` where it is no table at all.
  public init(from decoder: any Decoder) throws {
    let container = try decoder.container(keyedBy: CodingKeys.self)
    try self.init(
      name: container.decode(String.self, forKey: .name),
      version: container.decode(String.self, forKey: .version),
      source: container.decode(String.self, forKey: .source),
      days: container.decode([String: Double].self, forKey: .days))
  }

  /// Days for one event; `nil` where the table says nothing of the category, which is not the same as 0.
  public func days(of category: String) -> Double? { days[category] }

  /// The categories that it weighs, sorted.
  public var categories: [String] { days.keys.sorted() }
}
