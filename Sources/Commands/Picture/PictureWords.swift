import EST
import Export
import Language
import Picture

/// A picture on a terminal: its head, its brief and its categories.
struct PictureWords {
  let title: String
  let brief: [String]
  /// Below a line that says what they are; empty in a first version.
  let differences: [String]
  let rows: [[String]]
  let category: String
  let now: String
  let previous: String
  let lastYear: String

  init(_ picture: SituationPicture, _ language: Language) {
    let head = picture.head
    let sample =
      picture.provenance == .sample ? language(sv: " (EXEMPELDATA)", en: " (SAMPLE DATA)") : ""
    title = "\(head.municipalityName), \(head.group), \(head.period.label) v\(head.version)\(sample)"
    let total = picture.counts.total.counts
    func shown(_ count: Int?) -> String { count.map { language.number($0) } ?? "–" }
    let events = language.quantity(total.current, sv: ("händelse", "händelser"), en: ("event", "events"))
    brief = [
      language(
        sv: "\(events), \(shown(total.previous)) perioden före, \(shown(total.lastYear)) förra året",
        en: "\(events), \(shown(total.previous)) the period before, \(shown(total.lastYear)) last year"),
      language(
        sv:
          "\(picture.coverage.expected - picture.coverage.missing) av \(picture.coverage.expected) enheter har svarat",
        en:
          "\(picture.coverage.expected - picture.coverage.missing) of \(picture.coverage.expected) units have answered"
      ),
    ]
    differences =
      picture.differences.map {
        ["\(language.picture.differences($0.version)):"] + Export.sentences($0, language: language)
      } ?? []
    rows = picture.counts.categories.map { row in
      [
        language == .swedish ? row.category.swedish : row.category.english, shown(row.row.counts.current),
        shown(row.row.counts.previous), shown(row.row.counts.lastYear),
      ]
    }
    category = language(sv: "KATEGORI", en: "CATEGORY")
    now = head.period.label
    previous = head.previous?.label ?? "–"
    lastYear = head.lastYear?.label ?? "–"
  }
}
