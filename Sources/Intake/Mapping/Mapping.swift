import Foundation

/// How a foreign file's headers and values are to be read: its own words to ours.
///
/// All parts are optional. Fields go by their standard names (`Field`). Headers are compared without regard to case,
/// spaces, hyphens and underscores; values without regard to case. A header that is not named here is still known
/// if it is a standard one.
/// ```json
/// {"delimiter": ";",
///  "columns": {"Händelsetyp": "category", "Starttid": "occurred_from"},
///  "ignored": ["Handläggare"],
///  "values": {"category": {"klotter": "vandalism/klotter"}},
///  "constants": {"certainty": "told"},
///  "formats": {"occurred_from": "yyyy-MM-dd HH:mm"}}
/// ```
public struct Mapping: Codable, Hashable, Sendable {
  /// `,`, `;` or a tab; found from the header where it is not given.
  public var delimiter: String?
  /// Foreign headers to fields.
  public var columns: [String: String]
  /// Foreign headers that are left out without a note.
  public var ignored: [String]
  /// For each field, foreign values to ours.
  public var values: [String: [String: String]]
  /// For each field, what holds in rows that say nothing.
  public var constants: [String: String]
  /// For the two times, how they are written: `yyyy`, `MM`, `dd`, `HH`, `mm` and perhaps `ss`, as local time.
  public var formats: [String: String]

  public init(
    delimiter: String? = nil, columns: [String: String] = [:], ignored: [String] = [],
    values: [String: [String: String]] = [:], constants: [String: String] = [:],
    formats: [String: String] = [:]
  ) {
    self.delimiter = delimiter
    self.columns = columns
    self.ignored = ignored
    self.values = values
    self.constants = constants
    self.formats = formats
  }

  /// Files in the product's own form.
  public static let standard = Mapping()

  /// Reads a mapping file; its words are checked when a parser is made with it.
  public init(json: some Collection<UInt8>) throws(MappingProblem) {
    do {
      self = try JSONDecoder().decode(Mapping.self, from: Data(json))
    } catch let problem as MappingProblem {
      throw problem
    } catch let error as DecodingError {
      throw .malformed(at: error.path)
    } catch {
      throw .malformed(at: "")
    }
  }

  private enum CodingKeys: String, CodingKey, CaseIterable {
    case delimiter, columns, ignored, values, constants, formats
  }

  public init(from decoder: any Decoder) throws {
    // A misspelt part would else be passed over in silence.
    let words = try decoder.container(keyedBy: AnyKey.self).allKeys.map(\.stringValue).sorted()
    if let unknown = words.first(where: { CodingKeys(rawValue: $0) == nil }) {
      throw MappingProblem.unknownPart(unknown, allowed: CodingKeys.allCases.map(\.rawValue))
    }
    let parts = try decoder.container(keyedBy: CodingKeys.self)
    delimiter = try parts.decodeIfPresent(String.self, forKey: .delimiter)
    columns = try parts.decodeIfPresent([String: String].self, forKey: .columns) ?? [:]
    ignored = try parts.decodeIfPresent([String].self, forKey: .ignored) ?? []
    values = try parts.decodeIfPresent([String: [String: String]].self, forKey: .values) ?? [:]
    constants = try parts.decodeIfPresent([String: String].self, forKey: .constants) ?? [:]
    formats = try parts.decodeIfPresent([String: String].self, forKey: .formats) ?? [:]
  }
}

/// What is wrong with a mapping file. Its words are the user's own and hold no reports, so they are told.
public enum MappingProblem: Error, Hashable, Sendable {
  /// Not JSON, or another kind of value than expected at the path, such as `values.category`.
  case malformed(at: String)
  case unknownPart(String, allowed: [String])
  case unknownField(String, allowed: [String])
  case unknownDelimiter(String)
  /// A value or constant of the field that does not exist here.
  case unknownValue(String, field: Field, allowed: String)
  /// Two headers are given the same field.
  case fieldGivenTwice(Field)
  case unreadableFormat(String, field: Field)
  /// The part of the mapping cannot be given for the field, such as a constant reference.
  case notForField(Field, part: String)
}

/// Any key of a JSON object.
struct AnyKey: CodingKey {
  let stringValue: String
  var intValue: Int? { nil }
  init(stringValue: String) { self.stringValue = stringValue }
  init?(intValue: Int) { nil }
}

extension DecodingError {
  /// The keys that lead to where the error is, `features.3.geometry`.
  var path: String {
    let context: Context? =
      switch self {
      case .typeMismatch(_, let context), .valueNotFound(_, let context), .keyNotFound(_, let context),
        .dataCorrupted(let context):
        context
      @unknown default: nil
      }
    return (context?.codingPath ?? []).path
  }
}

extension [any CodingKey] {
  var path: String { map { $0.intValue.map(String.init) ?? $0.stringValue }.joined(separator: ".") }
}
