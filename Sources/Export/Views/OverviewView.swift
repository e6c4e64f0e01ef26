import EST
import Language
import Picture

/// A quarter, a tertial or a year in a language, ready for its template.
struct OverviewView {
  let page: PageView
  /// That the period is not over, where it is not.
  let goesOn: String?
  let priorities: Listing
  let counts: CountsView
  let harm: HarmView?
  let areas: AreasView
  let actions: OverviewActions
  let wheel: Wheel

  struct AreasView {
    let heading: String
    let note: String
    let columns: [String]
    let rows: [Row]
    /// How many areas there is nothing to say of.
    let silent: String?
  }

  struct Row {
    let area: String
    let isPriority: Bool
    let reason: String?
    let numbers: [String]
    let change: String
  }

  struct OverviewActions {
    let heading: String
    let none: String?
    let columns: [String]
    let rows: [ActionRow]
  }

  struct ActionRow {
    let title: String
    let cells: [String]
  }

  struct Wheel {
    let heading: String
    let note: String
    let months: [Month]
  }

  struct Month {
    let name: String
    let items: String
  }

  init(_ overview: Overview, language: Language) {
    let words = Words(language, overview.picture.head)
    let m = language.overview
    page = PageView(
      overview.picture, title: m.title,
      facts: [
        .init(label: words.messages.compiled, value: words.dateAndTime(overview.picture.head.compiledAt))
      ],
      words: words)
    goesOn = overview.goesOn ? m.goesOn : nil
    let first = overview.areas.filter(\.isPriority)
    priorities = Listing(
      heading: m.priorities,
      items: first.isEmpty
        ? [m.noPriorities]
        : first.map { m.priority($0.name, need: $0.need ?? 0, influence: $0.influence ?? 0) })
    counts = CountsView(overview.picture, words: words)
    harm = overview.picture.harm.map { HarmView($0, words: words) }
    let silent = overview.areas.count - overview.areasToTell.count
    areas = AreasView(
      heading: m.areas, note: m.areasNote,
      columns: [m.area, m.need, m.influence, m.product, m.reports, m.openProblems, m.change],
      rows: overview.areasToTell.map { area in
        Row(
          area: area.name, isPriority: area.isPriority, reason: area.reason,
          numbers: [
            area.need.map(language.number) ?? "–", area.influence.map(language.number) ?? "–",
            area.product.map(language.number) ?? "–", language.number(area.counts.current),
            language.number(area.openProblems),
          ], change: area.versusLastYear.map { words.word($0.verdict) } ?? "–")
      }, silent: silent > 0 ? words.messages.silentAreas(silent) : nil)
    let casework = language.casework
    actions = OverviewActions(
      heading: m.actions, none: overview.actions.isEmpty ? m.noActions : nil,
      columns: [m.action, m.area, m.state, m.judged, m.effect],
      rows: overview.actions.map { action in
        ActionRow(
          title: "\(casework.action(action.number)) \(action.title)",
          cells: [
            action.area ?? "–", casework.actionState(action.state),
            action.colour.map(casework.colour) ?? m.notJudged, action.effect ?? "–",
          ])
      })
    let byMonth = Dictionary(grouping: overview.wheel, by: \.month)
    wheel = Wheel(
      heading: m.wheel,
      note: overview.wheelYears < Overview.leastWheelYears
        ? m.tooFewYears(overview.wheelYears)
        : overview.wheel.isEmpty ? m.nothingRecurs : m.wheelNote(years: overview.wheelYears),
      months: byMonth.keys.sorted().map { month in
        Month(
          name: language.month(month),
          items: language.list(
            byMonth[month]!.map { m.recurrence(words.name($0.category), ratio: $0.ratio) }))
      })
  }
}
