import EST
import Language
import Picture

/// What the page for the public says, by the names of its template.
struct PublicView {
  /// More columns of categories than these go to a table of their own.
  static let mostColumns = 8

  let page: PageView
  let reading: Listing
  let protection: Listing
  let whole: Whole
  let sensitive: Whole?
  let areas: [Areas]

  struct Listing {
    let heading: String
    let items: [String]
  }

  struct Count {
    let label: String
    let text: String
    let isHidden: Bool
  }

  /// One number to a row.
  struct Whole {
    let heading: String
    let first: String
    let number: String
    let rows: [Row]

    struct Row {
      let name: String
      /// `total` or `main`.
      let kind: String
      let count: Count
    }
  }

  struct Areas {
    let caption: String
    let first: String
    let columns: [String]
    let rows: [Row]

    struct Row {
      let name: String
      let detail: String?
      let counts: [Count]
    }
  }

  init(_ picture: PublicPicture, language: Language) {
    let words = PublicWords(language)
    let messages = words.messages
    func count(_ count: PublicPicture.Count?, label: String) -> Count {
      switch count {
      case .shown(let number): Count(label: label, text: language.number(number), isHidden: false)
      case .suppressed: Count(label: label, text: messages.hidden, isHidden: true)
      case nil: Count(label: label, text: "–", isHidden: false)
      }
    }
    page = PageView(picture, words: words)
    reading = Listing(
      heading: messages.howToRead, items: messages.reading + [messages.rounded(picture.protection.rounding)])
    protection = Listing(
      heading: messages.howProtected, items: PublicView.protection(picture, messages))

    let columns = Array(picture.categories.enumerated())
    let ordinary = columns.filter { !$0.element.isSensitive }
    let wholeCounts = picture.areas.first { $0.kind == .municipality }?.counts ?? []
    func whole(_ heading: String, _ columns: [(offset: Int, element: PublicPicture.Category)]) -> Whole {
      Whole(
        heading: heading, first: messages.category, number: messages.reports,
        rows: columns.map { column in
          Whole.Row(
            name: words.name(column.element), kind: column.element.code == nil ? "total" : "main",
            count: count(wholeCounts[column.offset], label: messages.reports))
        })
    }
    // The sum goes below what it is of.
    self.whole = whole(
      messages.inWholeMunicipality,
      ordinary.filter { $0.element.code != nil } + ordinary.filter { $0.element.code == nil })
    let apart = columns.filter(\.element.isSensitive)
    sensitive = apart.isEmpty ? nil : whole(messages.sensitive, apart)

    let parts = picture.areas.filter { $0.kind != .municipality }
    let chunks =
      parts.isEmpty
      ? []
      : stride(from: 0, to: ordinary.count, by: Self.mostColumns).map {
        Array(ordinary[$0..<min($0 + Self.mostColumns, ordinary.count)])
      }
    areas = chunks.enumerated().map { index, chunk in
      Areas(
        caption: messages.byArea(index + 1, of: chunks.count), first: messages.area,
        columns: chunk.map { words.name($0.element) },
        rows: parts.map { area in
          Areas.Row(
            name: words.name(area),
            detail: area.population.map { "\(language.number($0)) \(messages.inhabitants)" },
            counts: chunk.map { count(area.counts[$0.offset], label: words.name($0.element)) })
        })
    }
  }

  private static func protection(_ picture: PublicPicture, _ messages: PublicMessages) -> [String] {
    let rule = picture.protection
    return [
      messages.smallHidden(below: rule.threshold, zeros: rule.least == 0),
      messages.moreHidden(width: rule.width),
    ]
      + (rule.auditedWith > 0 ? [messages.audited(with: rule.auditedWith)] : [])
      + [
        picture.areas.contains { $0.kind == .area }
          ? messages.smallAreas(rule.leastPopulation) : messages.onlyWhole(rule.leastPopulation),
        messages.sensitiveApart, messages.nothingElse,
      ]
  }
}

extension PageView {
  init(_ picture: PublicPicture, words: PublicWords) {
    let (language, messages) = (words.language, words.messages)
    lang = language.rawValue
    title = messages.title
    municipality = picture.municipalityName
    group = messages.subject
    period = words.period(picture.period).sentenceCased
    dates = language.dates(picture.first.calendarDay, picture.last.calendarDay)
    documentTitle =
      "\(messages.title), \(words.period(picture.period)) – \(picture.municipalityName)"
    skipLink = language.picture.skipLink
    let sample = language.picture.sampleBanner()
    banner = picture.provenance == .sample ? Banner(title: sample.title, text: sample.text) : nil
    facts =
      [
        Fact(
          label: messages.version,
          value: "\(picture.version)" + (picture.supersedes.map { ", \(messages.supersedes($0))" } ?? "")),
        Fact(label: messages.released, value: language.date(picture.released.calendarDay)),
      ] + PageView.facts(picture.sharing, language)
    footer = messages.footer
    logHead = nil
  }
}
