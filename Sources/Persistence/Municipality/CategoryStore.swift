import EST
import Postgres

/// The versions of a municipality's categories.
public struct CategoryStore {
  let session: Session
  let municipality: MunicipalityCode

  public init(_ session: Session, _ municipality: MunicipalityCode) {
    self.session = session
    self.municipality = municipality
  }

  /// The newest list.
  public func current() throws -> CategoryList {
    let version: Int32? = try session.one(
      "select max(version) from est.category where municipality = \(municipality)")
    guard let version else { throw StoreError.notFound(.category, name: municipality.description) }
    let categories = try session.rows(
      """
      select code, swedish, english, common, themes from est.category
      where municipality = \(municipality) and version = \(version) order by position
      """
    ) {
      Category(
        code: try $0.get("code"), swedish: try $0.get("swedish"), english: try $0.get("english"),
        common: try $0.get("common"),
        themes: Set(try $0.get("themes", as: [String].self).compactMap(Theme.init(rawValue:))))
    }
    return CategoryList(version: Int(version), categories: categories)
  }

  /// Adds a version; those before it stay for the events that were made with them.
  public func add(_ list: CategoryList) throws {
    for (position, category) in list.categories.enumerated() {
      try session.execute(
        """
        insert into est.category (municipality, version, code, swedish, english, common, themes, position)
        values (\(municipality), \(list.version), \(category.code), \(category.swedish), \(category.english),
          \(category.common), \(category.themes.map(\.rawValue).sorted()), \(position))
        """)
    }
  }
}
