import Analysis
import Language
import Picture

/// A picture in a language, ready for its template.
struct PictureView {
  let page: PageView
  let brief: Listing
  let differences: Listing?
  let coverage: CoverageView
  let findings: FindingsView?
  let counts: CountsView
  let harm: HarmView?
  let trends: TrendsView?
  let map: MapView?
  let rhythm: RhythmView?
  let comingEvents: ComingEventsView
  let year: YearView?
  let priorities: PrioritiesView
  let actions: ActionsView
  let sources: SourcesView
  let reading: Listing

  init(_ picture: SituationPicture, language: Language) {
    let words = Words(language, picture.head)
    let messages = words.messages
    page = PageView(
      picture, title: messages.title, facts: Self.facts(picture.head, words: words), words: words)
    brief = Listing(heading: messages.brief, items: picture.brief.map(words.sentence))
    differences = picture.differences.map {
      Listing(heading: messages.differences($0.version), items: Export.sentences($0, language: language))
    }
    coverage = CoverageView(picture.coverage, words: words)
    findings = picture.findings.map { FindingsView($0, coverage: picture.coverage, words: words) }
    counts = CountsView(picture, words: words)
    harm = picture.harm.map { HarmView($0, words: words) }
    trends = TrendsView(picture, words: words)
    map = picture.map.map {
      MapView($0, counts: picture.counts, findings: picture.findings, words: words)
    }
    rhythm = picture.findings?.rhythm.map { RhythmView($0, words: words) }
    comingEvents = ComingEventsView(picture.comingEvents, head: picture.head, words: words)
    year = YearView(picture, words: words)
    priorities = PrioritiesView(picture.priorities, words: words)
    actions = ActionsView(picture.actions, words: words)
    sources = SourcesView(picture, words: words)
    reading = Listing(
      heading: messages.reading, items: messages.readingNotes(smallCount: RateComparison.smallCount))
  }

  static func facts(_ head: SituationPicture.Head, words: Words) -> [PageView.Fact] {
    let messages = words.messages
    let state = head.state == .draft ? messages.draft : messages.adopted
    let version = ["\(head.version)", state] + (head.supersedes.map { [messages.supersedes($0)] } ?? [])
    var facts = [
      PageView.Fact(label: messages.version, value: version.joined(separator: ", ")),
      PageView.Fact(label: messages.compiled, value: words.dateAndTime(head.compiledAt)),
    ]
    if let meeting = head.meetingAt {
      facts.append(PageView.Fact(label: messages.meeting, value: words.dateAndTime(meeting)))
    }
    return facts
  }
}

/// A heading with lines below it.
struct Listing {
  let heading: String
  let items: [String]
}
