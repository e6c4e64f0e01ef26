import EST
import Testing

@Suite struct CategoryListTests {
  @Test(
    "A category is known by its code and its names",
    arguments: [
      ("vandalism", "vandalism"), ("Skadegörelse", "vandalism"), (" ORDNINGSSTÖRNING ", "disorder"),
      ("vandalism/klotter", "vandalism/klotter"), ("skadegörelse/klotter", "vandalism/klotter"),
      ("otrygg  plats", "unsafe-place"),
      ("disorder/buskörning/olovlig trafik", "disorder/buskörning/olovlig trafik"),
      ("ordningsstörning/buskörning/olovlig trafik", "disorder/buskörning/olovlig trafik"),
      ("övrigt", "other"),
      ("rån", "disorder/rån"), ("robbery", "disorder/rån"),
    ])
  func named(name: String, code: String) {
    #expect(CategoryList.default.code(named: name)?.description == code)
  }

  @Test("What is no category", arguments: ["", "/", "vandalism/", "vandalism/rån", "klottr", "disorder/"])
  func unknown(name: String) {
    #expect(CategoryList.default.code(named: name) == nil)
  }

  @Test func theListIsWhole() {
    let list = CategoryList.default
    #expect(
      list.categories.filter { $0.code.subtype == nil }.map(\.code.main) == [
        "vandalism", "gathering", "disorder", "unsafe-place", "event", "staff-incident", "rumour", "other",
      ])
    #expect(Set(list.categories.map(\.code)).count == list.categories.count)
    for category in list.categories { #expect(list.code(named: category.code.description) == category.code) }
  }

  @Test("The agreement's themes are findable across categories", arguments: Theme.allCases)
  func themes(theme: Theme) {
    #expect(CategoryList.default.categories.contains { $0.themes.contains(theme) })
  }
}
