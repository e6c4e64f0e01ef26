import EST
import Language
import Picture

struct ComingEventsView {
  let heading: String
  /// The days that are looked at.
  let dates: String
  let events: [ComingEventItem]
  let none: String?

  init(_ events: [SituationPicture.ComingEvent], head: SituationPicture.Head, words: Words) {
    heading = words.messages.comingEvents
    dates = words.language.dates(head.ahead.first.calendarDay, head.ahead.last.calendarDay)
    none = events.isEmpty ? words.messages.noComingEvents : nil
    self.events = events.map { ComingEventItem($0, words: words) }
  }
}

/// Something that is known to take place.
struct ComingEventItem {
  let when: String
  /// For machines: `2026-11-28`.
  let date: String
  let title: String
  let detail: String
}

extension ComingEventItem {
  init(_ event: SituationPicture.ComingEvent, words: Words) {
    let language = words.language
    let day = event.date.calendarDay
    let last = event.lastDate.flatMap { $0 > event.date ? $0.calendarDay : nil }
    let days = last.map { language.dates(day, $0) } ?? language.dayAndMonth(day)
    let category = words.name(event.category)
    let area = event.area ?? words.messages.wholeMunicipality
    self.init(
      when: ([days] + (event.time.map { [language.time($0.clockTime)] } ?? [])).joined(separator: " "),
      date: "\(event.date)",
      title: event.title
        ?? words.messages.comingEvent(kind: event.category.code.subtype == nil ? nil : category),
      detail: event.title == nil ? area : "\(category), \(area)")
  }
}

/// The months ahead in which something is known already: events, and what is to be done by then. (årshjul)
struct YearView {
  let heading: String
  let note: String
  let months: [Month]

  struct Month {
    let name: String
    let items: [ComingEventItem]
    /// How many more there are.
    let rest: String?
  }

  private static let mostInMonth = 8

  /// `nil` in a picture that has no year.
  init?(_ picture: SituationPicture, words: Words) {
    guard let events = picture.yearAhead else { return nil }
    let messages = words.messages
    let language = words.language
    let actions = (picture.actions.dueAhead + picture.actions.later).compactMap { action in
      action.due.flatMap { $0 > picture.head.ahead.last ? (date: $0, action: action) : nil }
    }
    let items: [(date: LocalDate, item: ComingEventItem)] =
      events.map { ($0.date, ComingEventItem($0, words: words)) }
      + actions.map { due, action in
        let item = ComingEventItem(
          when: language.dayAndMonth(due.calendarDay), date: "\(due)", title: action.title,
          detail: messages.actionToBeDone(action.number, by: action.organisation))
        return (due, item)
      }
    let first = picture.head.ahead.last + 1
    let last = picture.head.ahead.first + SituationPicture.ComingEvent.days
    heading = messages.yearAhead
    let known = items.filter { $0.date <= last }.enumerated()
      .sorted { ($0.element.date, $0.offset) < ($1.element.date, $1.offset) }.map(\.element)
    note = messages.yearNote(
      language.dates(first.calendarDay, last.calendarDay), isEmpty: known.isEmpty)
    months = Dictionary(grouping: known) { item in
      let day = item.date.calendarDay
      return day.year * 12 + day.month
    }
    .sorted { $0.key < $1.key }
    .map { _, items in
      let day = items[0].date.calendarDay
      return Month(
        name: "\(language.month(day.month)) \(day.year)".sentenceCased,
        items: items.prefix(Self.mostInMonth).map(\.item),
        rest: items.count > Self.mostInMonth ? messages.andMore(items.count - Self.mostInMonth) : nil)
    }
  }
}
