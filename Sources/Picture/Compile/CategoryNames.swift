import EST

/// Looks up what categories are called and which themes they belong to.
struct CategoryNames {
  private var byCode: [CategoryCode: Category] = [:]

  init(_ categories: [Category]) {
    for category in categories where byCode[category.code] == nil { byCode[category.code] = category }
  }

  func label(_ code: CategoryCode) -> SituationPicture.CategoryLabel {
    let name = code.subtype ?? code.main
    let category = byCode[code]
    return SituationPicture.CategoryLabel(
      code: code, swedish: category?.swedish ?? name, english: category?.english ?? name)
  }

  /// A sub-type belongs to its main category's themes too.
  func themes(_ code: CategoryCode) -> Set<Theme> {
    let own = byCode[code]?.themes ?? []
    return own.union(byCode[CategoryCode(main: code.main)]?.themes ?? [])
  }
}
