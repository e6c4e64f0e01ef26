import Language
import Picture

extension String {
  /// What fits at the head of a column; a longer name stands whole elsewhere on the page.
  var shortened: String { count > 48 ? prefix(46) + "…" : self }
}

/// What stands at the head of every document. The names here and in the other views are the templates' words.
struct PageView {
  let lang: String
  let documentTitle: String
  let skipLink: String
  let title: String
  let municipality: String
  let group: String
  /// `Vecka 47, 2026`.
  let period: String
  /// `16–22 november 2026`.
  let dates: String
  /// Only on sample data.
  let banner: Banner?
  let facts: [Fact]
  let footer: String
  /// Only on an adopted picture.
  let logHead: String?

  struct Banner {
    let title: String
    let text: String
  }

  struct Fact {
    let label: String
    let value: String
  }

  init(_ picture: SituationPicture, title: String, facts: [Fact], words: Words) {
    let messages = words.messages
    let head = picture.head
    lang = words.language.rawValue
    self.title = title
    period = words.language.period(words.period).sentenceCased
    dates = words.language.dates(head.period.first.calendarDay, head.period.last.calendarDay)
    municipality = head.municipalityName
    group = head.group
    documentTitle =
      "\(title), \(words.language.period(words.period)) – \(head.group), \(head.municipalityName)"
    skipLink = messages.skipLink
    banner =
      picture.provenance == .sample
      ? Banner(title: messages.sampleBanner().title, text: messages.sampleBanner().text) : nil
    self.facts = facts + PageView.facts(picture.sharing, words.language)
    footer = messages.footer
    logHead = picture.logHead.map { messages.logHead($0.number, $0.hash) }
  }

  /// Who may have the page.
  static func facts(_ sharing: Sharing?, _ language: Language) -> [Fact] {
    language.sharing.pairs(sharing).map { Fact(label: $0.name, value: $0.value) }
  }
}
