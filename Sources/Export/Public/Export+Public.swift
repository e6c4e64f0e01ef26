import EST
import Foundation
import Language
import Picture

extension Export {
  /// What the public may have. There is no map and no workbook of it: nothing in it lies anywhere.
  public static let publicFormats: [Format] = [.html, .pdf, .csv, .json]

  /// `lagesbild-2480-kommunen-2026-Q4-v1-offentlig.html`.
  public static func fileName(of picture: PublicPicture, format: Format, language: Language) -> String {
    let tongue = language == .swedish ? "" : "-\(language.rawValue)"
    return
      "lagesbild-\(picture.municipality)-kommunen-\(picture.period)-v\(picture.version)\(tongue)-offentlig"
      + ".\(format.rawValue)"
  }

  public static func html(
    _ picture: PublicPicture, language: Language, templates: Templates = .standard
  ) -> String {
    templates.render(PublicView(picture, language: language), with: "public")
  }

  /// The same bytes every time. A suppressed count is the word `suppressed`, and one that is not told of is null.
  public static func json(_ picture: PublicPicture) throws -> String {
    let encoder = JSONEncoder()
    encoder.outputFormatting = [.sortedKeys, .prettyPrinted, .withoutEscapingSlashes]
    return String(decoding: try encoder.encode(picture), as: UTF8.self) + "\n"
  }

  /// A row for each area and category, those of all areas and all categories among them, since the sums can't be made of
  /// rounded and suppressed counts. The count of a suppressed one is empty.
  public static func csv(_ picture: PublicPicture, language: Language) -> String {
    let (messages, words) = (language.publicPicture, PublicWords(language))
    let data = picture.provenance == .sample ? language.counts.sample : language.counts.real
    let sharing = language.sharing.pairs(picture.sharing).map(\.value)
    let rows = picture.areas.flatMap { area in
      zip(picture.categories, area.counts).compactMap { category, count -> [String]? in
        guard let count else { return nil }
        let (number, isHidden) =
          switch count {
          case .shown(let count): ("\(count)", messages.no)
          case .suppressed: ("", messages.yes)
          }
        return [
          data, "\(picture.municipality)", picture.period, "\(picture.version)", words.name(area),
          area.population.map(String.init) ?? "", category.code?.description ?? "", words.name(category),
          number, isHidden,
        ] + sharing
      }
    }
    let columns = messages.columns + (sharing.isEmpty ? [] : language.sharing.columns)
    return "\u{FEFF}" + ([columns] + rows).map { CSV.line($0) }.joined()
  }
}

/// What is called what in a picture for the public.
struct PublicWords {
  let language: Language
  var messages: PublicMessages { language.publicPicture }

  init(_ language: Language) { self.language = language }

  func name(_ area: PublicPicture.Area) -> String {
    switch area.kind {
    case .municipality: messages.wholeMunicipality
    case .area: language.list(area.names)
    case .unknown: messages.unknownArea
    }
  }

  func name(_ category: PublicPicture.Category) -> String {
    category.code == nil
      ? messages.allCategories : language(sv: category.swedish, en: category.english).sentenceCased
  }

  func period(_ label: String) -> String {
    language.period(PeriodName(label: label))
  }
}
