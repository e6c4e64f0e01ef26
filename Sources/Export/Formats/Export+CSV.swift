import EST
import Language
import Picture

extension Export {
  /// The counts as a table for a spreadsheet: a row for each category, sub-type, area and source with a report in any
  /// of the periods, and no sums among them, so that a pivot table adds up.
  ///
  /// Semicolons and a byte order mark, since that is what a Swedish Excel opens right; lines end in CR LF (RFC 4180).
  /// The columns are: data (real or sample), municipality, group, period, version, category code, category, sub-type,
  /// area (empty where only the municipality is known), source, and the reports of this period, the previous one and
  /// the same one last year (empty where there was no such period). A picture without any report has one row of
  /// zeros, so that sample data is told apart there too. A file that leaves the house also has class, recipients and
  /// legal ground in each row.
  public static func csv(_ picture: SituationPicture, language: Language) -> String {
    let words = Words(language, picture.head)
    let head = picture.head
    let messages = language.counts
    let labels = Dictionary(
      picture.counts.categories.flatMap { row in
        [(row.category.code, words.name(row.category))]
          + row.subtypes.map { ($0.category.code, words.name($0.category)) }
      }, uniquingKeysWith: { first, _ in first })
    let data = picture.provenance == .sample ? messages.sample : messages.real
    let start = [
      data, "\(head.municipality)", head.group, head.period.label, "\(head.version)",
    ]
    // Last, so that those who read by place find what they did.
    let sharing = language.sharing.pairs(picture.sharing).map(\.value)
    func numbers(_ counts: SituationPicture.Spans) -> [String] {
      [counts.current, counts.previous, counts.lastYear].map { $0.map(String.init) ?? "" }
    }
    var rows = picture.counts.cells.map { cell in
      let main = CategoryCode(main: cell.category.main)
      return start + [
        "\(cell.category)", labels[main] ?? main.main,
        cell.category.subtype == nil ? "" : labels[cell.category] ?? cell.category.subtype!,
        cell.area ?? "", words.word(cell.source),
      ] + numbers(cell.counts) + sharing
    }
    if rows.isEmpty {
      rows = [start + ["", "", "", "", ""] + numbers(picture.counts.total.counts) + sharing]
    }
    let columns = messages.columns + (sharing.isEmpty ? [] : language.sharing.columns)
    return "\u{FEFF}" + ([columns] + rows).map { CSV.line($0) }.joined()
  }
}
