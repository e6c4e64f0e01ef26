extension CategoryList {
  /// The list that a municipality starts with, built from what Swedish municipalities publish.
  public static let `default` = CategoryList(
    version: 1,
    categories: [
      [main("vandalism", "skadegörelse", "vandalism")],
      subtypes(
        of: "vandalism", ("klotter", "graffiti"), ("glaskross", "broken glass"), ("brand", "fire"),
        ("annan", "other vandalism")),
      [main("gathering", "otrygghetsskapande samling", "gathering that causes insecurity", [.youth])],
      subtypes(
        of: "gathering", ("trapphus", "stairwell"), ("förråd", "storeroom"), ("källare", "cellar"),
        ("köpcentrum", "shopping centre"), ("garage", "garage"), ("utomhus", "outdoors")),
      [main("disorder", "ordningsstörning", "disorder")],
      subtypes(
        of: "disorder", ("bråk", "quarrel"), ("våld", "violence"), ("inbrott", "burglary"),
        ("stöld", "theft"), ("rån", "robbery")),
      subtypes(of: "disorder", themes: [.narcotics], ("misstänkt narkotika", "suspected narcotics")),
      subtypes(
        of: "disorder", ("buskörning/olovlig trafik", "reckless driving or unlawful traffic"),
        ("olovligt boende", "unlawful lodging"), ("tillhyggen", "weapons at hand")),
      subtypes(of: "disorder", themes: [.alcohol], ("alkohol", "alcohol")),
      [main("unsafe-place", "otrygg plats", "unsafe place")],
      subtypes(
        of: "unsafe-place", ("belysning", "lighting"), ("sikt", "visibility"),
        ("klotter", "graffiti at the place"), ("skadegörelse", "damage at the place"),
        ("nedskräpning", "littering"), ("ödslighet", "desolation"), ("tillhåll", "haunt")),
      [main("event", "arrangemang", "event")],
      subtypes(of: "event", themes: [.youth], ("ungdom", "youth event")),
      subtypes(
        of: "event", ("högriskmatch", "high-risk match"), ("storhelg", "major holiday"),
        ("annat", "other event")),
      [main("staff-incident", "incident mot anställd", "incident against staff")],
      subtypes(
        of: "staff-incident", ("hot", "threat"), ("våld", "violence against staff"),
        ("trakasserier", "harassment"), ("annat", "other incident against staff")),
      [main("rumour", "ryktesspridning", "rumour")],
      subtypes(of: "rumour", ("sociala medier", "social media"), ("annat", "other rumour")),
      [main("other", "övrigt", "other")],
    ].flatMap { $0 })

  /// An unsafe place must say why it is felt to be unsafe.
  public static let unsafePlace = "unsafe-place"
  /// Something that is going to happen: shown in the picture of the period in which it takes place.
  public static let comingEvent = "event"

  private static func main(
    _ code: String, _ swedish: String, _ english: String, _ themes: Set<Theme> = []
  ) -> Category {
    Category(code: CategoryCode(main: code), swedish: swedish, english: english, themes: themes)
  }

  private static func subtypes(
    of main: String, themes: Set<Theme> = [], _ names: (swedish: String, english: String)...
  ) -> [Category] {
    names.map {
      Category(
        code: CategoryCode(main: main, subtype: $0.swedish), swedish: $0.swedish, english: $0.english,
        themes: themes)
    }
  }
}
