import EST
import Language
import Picture

/// Areas by main category. The columns are few enough for a sheet of paper: the most frequent categories, and the
/// rest summed.
struct AreaTable {
  static let mostColumns = 8

  let caption: String
  let first: String
  let periods: [CountsView.Period]
  let columns: [Column]
  let rows: [Row]

  struct Column {
    let heading: String
    /// Whether its words are short enough for a column to be as wide as the longest.
    let isWhole: Bool
  }

  struct Row {
    let name: String
    let detail: String?
    /// `area` or `total`.
    let kind: String
    let numbers: [CountsView.Number]
    let cells: [Cell]
    let verdicts: [CountsView.Verdict]
  }

  struct Cell {
    let label: String
    let number: String
    /// Nothing that needs be seen where there is little room.
    let isZero: Bool
    let usual: UsualMarks.Mark?
  }

  init(_ counts: SituationPicture.Counts, builder: RowBuilder) {
    let words = builder.words
    let messages = words.messages
    caption = messages.byArea
    first = messages.area
    periods = builder.periods
    let current = counts.categories.filter { $0.row.counts.current > 0 }
    // A column for "the rest" is worth it only where it stands for more than one.
    let shown = current.count > Self.mostColumns ? Array(current.prefix(Self.mostColumns - 1)) : current
    let rest = Set(current.dropFirst(shown.count).map(\.category.code))
    let headings =
      shown.map { words.name($0.category).shortened } + (rest.isEmpty ? [] : [messages.otherCategories])
    columns = headings.map { heading in
      Column(heading: heading, isWhole: heading.split(separator: " ").allSatisfy { $0.count <= 20 })
    }

    func cells(_ count: (CategoryCode) -> Int, usual: (CategoryCode) -> UsualMarks.Mark?) -> [Cell] {
      func cell(_ heading: String, _ number: Int, _ usual: UsualMarks.Mark?) -> Cell {
        Cell(
          label: heading, number: words.language.number(number),
          isZero: number == 0 && (usual?.shape == nil), usual: usual)
      }
      let own = zip(headings, shown).map { cell($0, count($1.category.code), usual($1.category.code)) }
      guard let last = headings.last, !rest.isEmpty else { return own }
      return own + [cell(last, rest.reduce(0) { $0 + count($1) }, nil)]
    }
    func row(_ area: SituationPicture.AreaRow) -> Row {
      let byCode = Dictionary(uniqueKeysWithValues: area.categories.map { ($0.category, $0.counts.current) })
      return Row(
        name: area.name ?? messages.wholeMunicipality, detail: builder.imported(area.imported), kind: "area",
        numbers: builder.numbers(area.row.counts, usual: area.name.flatMap(builder.usual.area)),
        cells: cells(
          { byCode[$0] ?? 0 }, usual: { code in area.name.flatMap { builder.usual.cell(code, in: $0) } }),
        verdicts: builder.verdicts(area.row.versusPrevious, area.row.versusLastYear, onlyIfClear: true))
    }
    let totals = Dictionary(
      uniqueKeysWithValues: current.map { ($0.category.code, $0.row.counts.current) })
    rows =
      counts.areas.map(row) + (counts.withoutArea.map { [row($0)] } ?? []) + [
        Row(
          name: messages.total, detail: nil, kind: "total",
          numbers: builder.numbers(counts.total.counts, usual: builder.usual.total),
          cells: cells({ totals[$0] ?? 0 }, usual: builder.usual.category), verdicts: [])
      ]
  }
}
