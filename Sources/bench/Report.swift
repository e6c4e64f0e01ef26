import Foundation

/// One measured figure: the median of several runs.
struct Report: Encodable {
  var benchmark: String
  var unit: String
  var value: Double
  var parameters: [String: Parameter]
  /// The same work by the limit that it is held against, where it was measured beside one.
  var raw: Double?
  var ratio: Double?
  /// The least of the runs.
  var least: Double?
  /// The same with what an earlier run has kept.
  var kept: Kept?

  struct Kept: Encodable {
    var value: Double
    var least: Double
  }

  enum Parameter: Encodable, ExpressibleByStringLiteral, ExpressibleByIntegerLiteral {
    case text(String)
    case number(Int)

    init(stringLiteral text: String) { self = .text(text) }
    init(integerLiteral number: Int) { self = .number(number) }

    func encode(to encoder: any Encoder) throws {
      var container = encoder.singleValueContainer()
      switch self {
      case .text(let text): try container.encode(text)
      case .number(let number): try container.encode(number)
      }
    }
  }

  func print() throws {
    let encoder = JSONEncoder()
    encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
    Swift.print(String(decoding: try encoder.encode(self), as: UTF8.self))
  }
}

/// The middle one, or the mean of the two in the middle.
func median(_ values: [Double]) -> Double {
  let sorted = values.sorted()
  let middle = sorted.count / 2
  return sorted.count.isMultiple(of: 2) ? (sorted[middle - 1] + sorted[middle]) / 2 : sorted[middle]
}
