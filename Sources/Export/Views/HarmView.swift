import Language
import Picture

/// Numbers and harm side by side, area by area.
struct HarmView {
  let heading: String
  let note: String
  let area: String
  let reports: String
  let weighed: String
  let harm: String
  let rows: [Row]
  let total: Row

  struct Row {
    let area: String
    let reports: String
    let weighed: String
    let days: String
  }

  init(_ harm: SituationPicture.Harm, words: Words) {
    let language = words.language
    let messages = language.harm
    func row(_ row: SituationPicture.Harm.Row, _ nowhere: String) -> Row {
      Row(
        area: row.area ?? nowhere, reports: language.number(row.reports),
        weighed: language.number(row.weighed),
        days: language.number(row.days, decimals: 1))
    }
    heading = messages.heading
    note = messages.note(
      messages.title(harm.table, harm.edition), source: harm.source,
      unweighed: harm.total.reports - harm.total.weighed)
    area = messages.area
    reports = messages.reports
    weighed = messages.weighed
    self.harm = messages.harm
    rows = harm.rows.map { row($0, messages.elsewhere) }
    total = row(harm.total, messages.all)
  }
}
