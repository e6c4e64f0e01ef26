import EST
import Language
import Picture

extension Export {
  /// The whole picture for a spreadsheet program: a sheet for each of its sections, the same ones whatever it holds.
  public static func workbook(_ picture: SituationPicture, language: Language) -> Workbook {
    let sheets = SheetBuilder(picture, language: language)
    let messages = language.workbook
    let head = picture.head
    let isSample = picture.provenance == .sample
    return Workbook(
      title: "\(messages.pictures.title), \(head.municipalityName), \(head.group), \(head.period.label)",
      subject: isSample ? language.counts.sample : language.counts.real, author: "EST",
      language: language.rawValue, created: head.compiledAt.instant,
      pageHead: isSample ? language.counts.sample : nil,
      sheets: [
        sheets.overview, sheets.categories, sheets.areas, sheets.cells, sheets.signals, sheets.ranges,
        sheets.trends, sheets.coverage, sheets.actions, sheets.comingEvents, sheets.priorities,
        sheets.sources,
      ])
  }
}

/// Makes the sheets of a picture; each kind of section has a file of its own.
struct SheetBuilder {
  let picture: SituationPicture
  let words: Words
  let messages: WorkbookMessages
  private let names: [CategoryCode: String]

  typealias Cell = Workbook.Cell

  init(_ picture: SituationPicture, language: Language) {
    self.picture = picture
    let words = Words(language, picture.head)
    self.words = words
    messages = language.workbook
    names = Dictionary(
      picture.counts.categories.flatMap { row in
        [(row.category.code, words.name(row.category))]
          + row.subtypes.map { ($0.category.code, words.name($0.category)) }
      }, uniquingKeysWith: { first, _ in first })
  }

  var language: Language { words.language }
  var texts: PictureMessages { words.messages }

  func name(_ code: CategoryCode) -> String { names[code] ?? code.subtype ?? code.main }

  /// Code, main category and sub-type, in three cells.
  func cells(_ code: CategoryCode) -> [Cell] {
    [
      .text("\(code)"), .text(name(CategoryCode(main: code.main))),
      code.subtype == nil ? .empty : .text(name(code)),
    ]
  }

  func cells(_ counts: SituationPicture.Spans) -> [Cell] {
    [.whole(counts.current), .whole(ifAny: counts.previous), .whole(ifAny: counts.lastYear)]
  }

  /// Difference, verdict and p-value beside each of the two earlier periods.
  func cells(_ row: SituationPicture.Row) -> [Cell] {
    [row.versusPrevious, row.versusLastYear].flatMap { comparison -> [Cell] in
      guard let comparison else { return [.empty, .empty, .empty] }
      return [
        .whole(comparison.difference), .text(words.word(comparison.verdict)),
        .number(comparison.pValue, decimals: 4),
      ]
    }
  }

  func week(_ monday: LocalDate) -> Cell { .text("\(ISOWeek(containing: monday))") }
}
