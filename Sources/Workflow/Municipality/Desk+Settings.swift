import EST
import Export
import Persistence

extension Desk {
  /// What the municipality has set.
  public func settings() throws -> [(setting: Setting, value: String)] {
    try municipalities.settings(of: municipality.code).compactMap { key, value in
      Setting(rawValue: key).map { ($0, value) }
    }
  }

  /// - Throws: `UseCaseError.badField` where the setting cannot have the value.
  public func set(_ setting: Setting, to value: String) throws -> Change {
    try demandAdministrator()
    let field = setting.rawValue
    switch setting {
    case .language:
      guard ["sv", "en"].contains(value) else {
        throw UseCaseError.badField(field, .unknownValue(allowed: "sv, en"))
      }
    case .sender: _ = try Desk.functionAddress(value)
    case .exportFolder: try Desk.checkPath(value, field, allowed: "/srv/est")
    case .exportFormats:
      let words = value.split(separator: ",", omittingEmptySubsequences: false).map(String.init)
      guard words.allSatisfy({ Export.Format(rawValue: $0) != nil }), Set(words).count == words.count else {
        throw UseCaseError.badField(field, .unknownValue(allowed: Export.Format.list))
      }
    case .mail:
      let path = value.hasPrefix("folder:") ? String(value.dropFirst("folder:".count)) : value
      try Desk.checkPath(path, field, allowed: "/usr/sbin/sendmail, folder:/srv/est/mail")
    case .quietHours:
      guard value == "none" || QuietHours(value) != nil else {
        throw UseCaseError.badField(field, .malformed(expected: "21:00-06:30, none"))
      }
    case .priorityAreas:
      guard let count = Int(value), (1...20).contains(count) else {
        throw UseCaseError.badField(field, .unknownValue(allowed: "1–20"))
      }
    case .sensitiveCategories:
      let words = value.split(separator: ",", omittingEmptySubsequences: false).map(String.init)
      let known = try categories.current()
      guard value == "none" || words.allSatisfy({ known.category(CategoryCode($0)) != nil }) else {
        throw UseCaseError.badField(
          field,
          .unknownValue(allowed: (known.categories.map { "\($0.code)" } + ["none"]).joined(separator: ", ")))
      }
    case .groundOpen, .groundShared, .groundAuthorityOnly:
      try screen(value, field: field, isRequired: true)
    case .failureNotices:
      guard let readers = FailureReaders(value, of: municipality.code) else {
        throw UseCaseError.badField(
          field, .malformed(expected: "coordinator,administrator,\(municipality.code)_drift, none"))
      }
      for login in readers.logins { _ = try participant(login: login) }
    }
    guard try municipalities.setting(field, of: municipality.code) != value else { return .unchanged }
    try municipalities.set(field, to: value, of: municipality.code)
    return .changed
  }

  /// The worker has no working folder of its own, so a path begins at the root.
  private static func checkPath(_ path: String, _ field: String, allowed: String) throws {
    guard path.hasPrefix("/") else { throw UseCaseError.badField(field, .malformed(expected: allowed)) }
    guard !path.holdsControl(allowingLines: false) else {
      throw UseCaseError.badField(field, .controlCharacter)
    }
  }

  /// Adds the next version of the municipality's categories; earlier events keep theirs.
  /// - Returns: the list in force, and whether it is new.
  public func importCategories(_ imported: [Category]) throws -> (list: CategoryList, change: Change) {
    try demandAdministrator()
    guard !imported.isEmpty else { throw UseCaseError.badField("categories", .missing) }
    var seen: Set<CategoryCode> = []
    for category in imported {
      for text in [category.code.description, category.swedish, category.english] {
        _ = try Desk.name(text, field: "categories")
      }
      guard seen.insert(category.code).inserted else {
        throw StoreError.taken(.category, name: category.code.description)
      }
    }
    for category in imported
    where category.code.subtype != nil && !seen.contains(CategoryCode(main: category.code.main)) {
      throw StoreError.notFound(.category, name: category.code.main)
    }
    let current = try categories.current()
    guard current.categories != imported else { return (current, .unchanged) }
    let list = CategoryList(version: current.version + 1, categories: imported)
    try categories.add(list)
    return (list, .added)
  }
}
