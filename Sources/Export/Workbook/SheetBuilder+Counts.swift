import EST
import Language
import Picture

/// What was counted.
extension SheetBuilder {
  var overview: Workbook.Sheet {
    let head = picture.head
    var rows: [[Cell]] = []
    func add(_ name: String, _ value: Cell) { if value != .empty { rows.append([.text(name), value]) } }
    func add(_ name: String, _ period: PicturePeriod?) {
      guard let period else { return }
      add(name, .text(period.label))
      add(messages.firstDay(of: name), .date(period.first))
      add(messages.lastDay(of: name), .date(period.last))
    }
    add(messages.data, .text(picture.provenance == .sample ? language.counts.sample : language.counts.real))
    add(messages.municipalityCode, .text("\(head.municipality)"))
    add(messages.municipality, .text(head.municipalityName))
    add(messages.group, .text(head.group))
    add(messages.period, head.period)
    add(messages.previous, head.previous)
    add(messages.lastYear, head.lastYear)
    add(messages.ahead, head.ahead)
    add(texts.version, .whole(head.version))
    add(messages.state, .text(head.state == .adopted ? texts.adopted : texts.draft))
    add(texts.compiled, .moment(head.compiledAt.local))
    add(texts.meeting, head.meetingAt.map { .moment($0.local) } ?? .empty)
    add(messages.zone, .text(head.zone))
    for (name, value) in language.sharing.pairs(picture.sharing) { add(name, .text(value)) }
    let total = picture.counts.total.counts
    add(texts.reports, .whole(total.current))
    add("\(texts.reports), \(messages.previous)", .whole(ifAny: total.previous))
    add("\(texts.reports), \(messages.lastYear)", .whole(ifAny: total.lastYear))
    for (index, point) in picture.brief.enumerated() {
      add(index == 0 ? texts.brief : "", .text(words.sentence(point).plain))
    }
    return Workbook.Sheet(
      messages.overviewSheet, [messages.item, messages.value], rows, isTable: false)
  }

  var categories: Workbook.Sheet {
    var rows: [[Cell]] = []
    for category in picture.counts.categories {
      let sources: [Cell] = [.whole(category.reported.current), .whole(category.imported.current)]
      rows.append(
        cells(category.category.code) + cells(category.row.counts) + sources + cells(category.row))
      for subtype in category.subtypes {
        let name = words.name(subtype.category)
        let label: [Cell] = [
          .text("\(subtype.category.code)"), .text(words.name(category.category)),
          .text(subtype.category.code.subtype == nil ? texts.withoutSubtype : name),
        ]
        rows.append(label + cells(subtype.row.counts) + [.empty, .empty] + cells(subtype.row))
      }
    }
    return Workbook.Sheet(
      messages.categoriesSheet,
      messages.categoryColumns + messages.countColumns + [texts.fromReporters, texts.imported]
        + messages.comparisonColumns, rows)
  }

  var areas: Workbook.Sheet {
    let categories = picture.counts.categories.map(\.category)
    let all = picture.counts.areas + (picture.counts.withoutArea.map { [$0] } ?? [])
    let rows = all.map { area -> [Cell] in
      let counts = Dictionary(uniqueKeysWithValues: area.categories.map { ($0.category, $0.counts.current) })
      let sources: [Cell] = [.whole(area.reported.current), .whole(area.imported.current)]
      let byCategory = categories.map { Cell.whole(counts[$0.code] ?? 0) }
      return [.text(area.name ?? texts.wholeMunicipality)] + cells(area.row.counts) + sources
        + cells(area.row) + byCategory
    }
    return Workbook.Sheet(
      messages.areasSheet,
      [texts.area] + messages.countColumns + [texts.fromReporters, texts.imported]
        + messages.comparisonColumns + categories.map(words.name), rows)
  }

  /// Every combination with a report, and no sums among them, so that a pivot table adds up.
  var cells: Workbook.Sheet {
    Workbook.Sheet(
      messages.cellsSheet,
      messages.categoryColumns + [texts.area, messages.source] + messages.countColumns,
      picture.counts.cells.map { cell in
        cells(cell.category) + [.text(ifAny: cell.area), .text(words.word(cell.source))]
          + cells(cell.counts)
      })
  }
}

extension String {
  /// Without what keeps words together on a page, which a search in a spreadsheet does not expect.
  var plain: String { replacing("\u{A0}", with: " ") }
}
