import EST
import Foundation
import Language
import Picture

extension Export {
  /// What an overview is written as.
  public enum OverviewFormat: String, Sendable, CaseIterable {
    case html, json
  }

  public static func html(_ overview: Overview, language: Language, templates: Templates = .standard)
    -> String
  {
    templates.render(OverviewView(overview, language: language), with: "overview")
  }

  public static func json(_ overview: Overview) throws -> String {
    let encoder = JSONEncoder()
    encoder.outputFormatting = [.prettyPrinted, .sortedKeys, .withoutEscapingSlashes]
    return String(decoding: try encoder.encode(overview), as: UTF8.self) + "\n"
  }

  /// `oversikt-2480-centrum-2026-Q4.html`.
  public static func fileName(of overview: Overview, format: OverviewFormat, language: Language) -> String {
    let head = overview.picture.head
    let parts = [
      "oversikt", "\(head.municipality)", slug(head.group), slug(head.period.label, keepsCapitals: true),
    ]
    let tongue = language == .swedish ? "" : "-\(language.rawValue)"
    return "\(parts.joined(separator: "-"))\(tongue).\(format.rawValue)"
  }
}
