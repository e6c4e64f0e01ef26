import Export
import Foundation
import Testing

/// The colours of the style, checked against WCAG 2.1, 1.4.3 and 1.4.11.
@Suite struct StyleTests {
  /// The custom properties of the light, the dark and the printed page, in that order.
  private static let schemes: [[String: String]] = {
    let style = Templates.source(named: "style") ?? ""
    return style.matches(of: /:root \{([^}]*)\}/).map { block in
      let pairs = block.output.1.matches(of: /--([a-z-]+): (#[0-9a-f]{6});/)
      return Dictionary(uniqueKeysWithValues: pairs.map { (String($0.output.1), String($0.output.2)) })
    }
  }()

  /// Relative luminance, as WCAG defines it.
  private static func luminance(_ colour: String) throws -> Double {
    let value = try #require(Int(colour.dropFirst(), radix: 16))
    let parts = [16, 8, 0].map { shift -> Double in
      let part = Double((value >> shift) & 255) / 255
      return part <= 0.04045 ? part / 12.92 : pow((part + 0.055) / 1.055, 2.4)
    }
    return 0.2126 * parts[0] + 0.7152 * parts[1] + 0.0722 * parts[2]
  }

  @Test(
    "Text has a contrast of 4.5 on what it stands on, a chart of 3", arguments: [0, 1, 2],
    [
      ("ink", "paper", 4.5), ("ink", "card", 4.5), ("soft", "paper", 4.5), ("soft", "card", 4.5),
      ("alert", "paper", 4.5), ("good", "paper", 4.5), ("sample-ink", "sample", 4.5), ("now", "paper", 4.5),
      ("then", "paper", 3), ("alert", "card", 3),
    ])
  func contrast(scheme: Int, pair: (front: String, back: String, least: Double)) throws {
    try #require(Self.schemes.count == 3)
    let front = try Self.luminance(try #require(Self.schemes[scheme][pair.front]))
    let back = try Self.luminance(try #require(Self.schemes[scheme][pair.back]))
    #expect((max(front, back) + 0.05) / (min(front, back) + 0.05) >= pair.least)
  }
}
