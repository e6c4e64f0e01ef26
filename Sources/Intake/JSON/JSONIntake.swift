import EST
import Foundation

/// Reads an array of objects, or JSON Lines, with the field names of the CSV.
///
/// Texts, numbers and `null` are values; `reason` may be an array of texts. Every element gives a report or a reject.
public struct JSONIntake: IntakeParser {
  private let translation: Translation
  private let decoder = JSONDecoder()
  private var elements = JSONElements()
  private var reader: RowReader
  /// The fields of the element, in the order of `Field.allCases`.
  private var row = Row()
  /// Keys that have been told of as unknown.
  private var unknownKeys: Set<String> = []

  /// The parameters are those of `CSVIntake`.
  public init(
    mapping: Mapping = .standard, categories: CategoryList, zone: ZoneRules, now: Instant
  ) throws(MappingProblem) {
    translation = try Translation(mapping, categories: categories)
    let headers: [(name: String, field: Field?)] = Field.allCases.map { ($0.rawValue, $0) }
    reader = RowReader(headers: headers, translation: translation, zone: zone, now: now)
  }

  public mutating func push(_ bytes: UnsafeRawBufferPointer, _ take: (IntakeItem) throws -> Void) throws {
    var rest = bytes[...]
    while try elements.next(from: &rest) { try read(take) }
  }

  public mutating func finish(_ take: (IntakeItem) throws -> Void) throws {
    if try elements.last() { try read(take) }
  }

  private mutating func read(_ take: (IntakeItem) throws -> Void) throws {
    row.begin(line: elements.line)
    let unknown: [String]
    do throws(ElementProblem) {
      if let fault = elements.fault { throw ElementProblem("", fault) }
      unknown = try fill(decode([String: Cell].self, from: elements.bytes, using: decoder))
    } catch {
      return try take(.reject(Reject(line: elements.line, field: error.field, problem: error.problem)))
    }
    if !unknown.isEmpty { try take(.note(line: elements.line, .ignoredColumns(unknown))) }
    try take(reader.item(for: row))
  }

  /// Puts the object's values in the row; returns the keys that are unknown and not told of yet.
  private mutating func fill(_ object: [String: Cell]) throws(ElementProblem) -> [String] {
    var texts: [Field: String] = [:]
    var unknown: [String] = []
    for (key, cell) in object.sorted(by: { $0.key < $1.key }) where !translation.isIgnored(key) {
      if let field = translation.field(of: key) {
        guard let text = cell.text else { throw ElementProblem(key, .malformed(expected: "JSON")) }
        guard texts.updateValue(text, forKey: field) == nil else {
          throw ElementProblem(key, .malformed(expected: field.rawValue))
        }
      } else if unknownKeys.count < 1000, unknownKeys.insert(key).inserted {
        unknown.append(key)
      }
    }
    for field in Field.allCases {
      row.bytes += (texts[field] ?? "").utf8
      row.ends.append(row.bytes.count)
    }
    return unknown
  }

  /// A value as the cell of a CSV would write it.
  private struct Cell: Decodable {
    /// `nil` for what no cell can hold.
    let text: String?

    init(from decoder: any Decoder) throws {
      let value = try decoder.singleValueContainer()
      if value.decodeNil() {
        text = ""
      } else if let string = try? value.decode(String.self) {
        text = string
      } else if let number = try? value.decode(Int64.self) {
        text = String(number)
      } else if let number = try? value.decode(Double.self) {
        text = String(number)
      } else {
        text = (try? value.decode([String].self))?.joined(separator: "|")
      }
    }
  }
}
