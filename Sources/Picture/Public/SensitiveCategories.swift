import EST

/// Categories about what is most private: told of for whole years and the whole municipality only, and in no other sum.
public struct SensitiveCategories: Sendable, Equatable {
  /// Besides what is sensitive by its name: whoever is hurt at work is one of few at a place.
  public static let standard = SensitiveCategories(["staff-incident"])

  /// Pieces of names, Swedish and English, in lower case: hate, intimate partners, sexual crime and honour.
  static let words = [
    "hate", "hatbrott", "hets mot", "partner", "nära relation", "relationsvåld", "domestic", "sex",
    "våldtäkt",
    "rape", "honour", "honor", "heder", "hedra",
  ]

  public let codes: Set<CategoryCode>

  public init(_ codes: Set<CategoryCode>) { self.codes = codes }
  init(_ codes: [String]) { self.codes = Set(codes.map { CategoryCode($0) }) }

  /// Whether a category is, by the municipality's own list or by any of its names.
  public func contains(_ category: Category) -> Bool {
    let main = CategoryCode(main: category.code.main)
    if codes.contains(category.code) || codes.contains(main) || codes.contains(category.common) {
      return true
    }
    let names = [
      category.code.description, category.common.description, category.swedish, category.english,
    ].map { $0.lowercased() }
    return Self.words.contains { word in names.contains { $0.contains(word) } }
  }
}
