import EST
import Foundation

/// A list of categories as it is written and read: `{"categories": [{"code", "swedish", "english", "common", "themes"}]}`.
enum CategoryFile {
  private struct Document: Decodable {
    struct Entry: Decodable {
      var code: String
      var swedish: String
      var english: String
      var common: String?
      var themes: [String]?
    }
    var categories: [Entry]
  }

  /// - Throws: `CommandProblem.malformedFile` with the place and what is allowed.
  static func read(_ data: Data) throws -> [EST.Category] {
    let document: Document
    do {
      document = try JSONDecoder().decode(Document.self, from: data)
    } catch DecodingError.keyNotFound(let key, let place) {
      throw CommandProblem.malformedFile(reason: "\(path(place)): \(key.stringValue)")
    } catch let DecodingError.typeMismatch(_, place), let DecodingError.valueNotFound(_, place),
      let DecodingError.dataCorrupted(place)
    {
      throw CommandProblem.malformedFile(reason: place.codingPath.isEmpty ? "JSON" : path(place))
    }
    return try document.categories.map { entry in
      let themes = try (entry.themes ?? []).map { word in
        guard let theme = Theme(rawValue: word) else {
          throw CommandProblem.malformedFile(
            reason:
              "\(entry.code.excerpt()), themes: \(Theme.allCases.map(\.rawValue).joined(separator: ", "))")
        }
        return theme
      }
      return EST.Category(
        code: CategoryCode(entry.code), swedish: entry.swedish, english: entry.english,
        common: entry.common.map { CategoryCode($0) }, themes: Set(themes))
    }
  }

  /// `categories[3]`.
  private static func path(_ context: DecodingError.Context) -> String {
    context.codingPath.reduce(into: "") { text, key in
      text += key.intValue.map { "[\($0)]" } ?? (text.isEmpty ? key.stringValue : ".\(key.stringValue)")
    }
  }
}
