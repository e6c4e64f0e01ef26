/// A category by its code, `vandalism`, or with a sub-type, `vandalism/klotter`.
public struct CategoryCode: Hashable, Sendable, Comparable, CustomStringConvertible {
  public let main: String
  public let subtype: String?

  public init(main: String, subtype: String? = nil) {
    self.main = main
    self.subtype = subtype
  }
  public init(_ text: some StringProtocol) {
    let parts = text.split(separator: "/", maxSplits: 1)
    main = parts.first.map { String($0) } ?? ""
    subtype = parts.count == 2 ? String(parts[1]) : nil
  }
  public var description: String { subtype.map { "\(main)/\($0)" } ?? main }
  public static func < (a: CategoryCode, b: CategoryCode) -> Bool { a.description < b.description }
}

/// What must be findable across categories, since an agreement's goals are about it.
public enum Theme: String, Sendable, CaseIterable, Hashable {
  case narcotics, alcohol, youth
}

/// One category, or one sub-type of it, of a municipality's list.
public struct Category: Hashable, Sendable {
  public let code: CategoryCode
  public let swedish: String
  public let english: String
  /// The code of the common list that a local category stands for, so that municipalities can be compared.
  public let common: CategoryCode
  public let themes: Set<Theme>

  public init(
    code: CategoryCode, swedish: String, english: String, common: CategoryCode? = nil, themes: Set<Theme> = []
  ) {
    self.code = code
    self.swedish = swedish
    self.english = english
    self.common = common ?? code
    self.themes = themes
  }
}

/// A version of a municipality's categories. An old event keeps the version that it was made with.
public struct CategoryList: Sendable, Equatable {
  public let version: Int
  public let categories: [Category]
  private let byName: [String: CategoryCode]

  public init(version: Int, categories: [Category]) {
    self.version = version
    self.categories = categories
    var byName: [String: CategoryCode] = [:]
    for category in categories {
      let names = [category.code.description, category.swedish, category.english]
      for name in names where byName[CategoryList.folded(name)] == nil {
        byName[CategoryList.folded(name)] = category.code
      }
      guard category.code.subtype != nil,
        let main = categories.first(where: { $0.code.main == category.code.main && $0.code.subtype == nil })
      else { continue }
      // `skadegörelse/klotter` says the same as `vandalism/klotter`.
      byName[CategoryList.folded("\(main.swedish)/\(category.swedish)")] = category.code
      byName[CategoryList.folded("\(main.code.main)/\(category.swedish)")] = category.code
    }
    self.byName = byName
  }

  /// The category of a code, with or without its sub-type, or of a Swedish or English name; `nil` if there is none.
  public func code(named text: some StringProtocol) -> CategoryCode? { byName[CategoryList.folded(text)] }

  public func category(_ code: CategoryCode) -> Category? { categories.first { $0.code == code } }

  private static func folded(_ text: some StringProtocol) -> String {
    text.lowercased().split(whereSeparator: \.isWhitespace).joined(separator: " ")
  }
}
