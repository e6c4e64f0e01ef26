import EST
import Export
import Language
import Picture
import PictureSamples
import Testing

@Suite struct HTMLTests {
  static let inputs: [(name: String, input: PictureInput)] = [
    ("busy", PictureSamples.busyWeek()), ("empty", PictureSamples.empty()),
    ("first", PictureSamples.firstWeek()), ("hostile", PictureSamples.hostile()),
  ]

  private func html(_ input: PictureInput, _ language: Language = .swedish) -> String {
    Export.html(SituationPicture.compile(input), language: language)
  }

  @Test("One file that asks for nothing else and runs nothing", arguments: inputs.map(\.input))
  func selfContained(input: PictureInput) {
    let page = html(input)
    #expect(!page.contains("<script") && !page.contains("http://") && !page.contains("https://"))
    #expect(!page.contains("src=") && !page.contains("<link") && !page.contains("@import"))
    #expect(page.contains("default-src 'none'"))
  }

  @Test("The page says its language", arguments: Language.allCases)
  func language(language: Language) {
    #expect(html(PictureSamples.busyWeek(), language).contains("<html lang=\"\(language.rawValue)\">"))
  }

  @Test("Names that try to be markup stay names")
  func escaping() {
    let page = html(PictureSamples.hostile())
    #expect(page.contains("&lt;script&gt;alert(&quot;1&quot;)&lt;/script&gt; &amp; &#39;x&#39;"))
    #expect(!page.contains("<script"))
    // A quotation mark with an accent on it is still one to a browser; an override of the direction reaches past
    // its own name.
    #expect(page.contains("&quot;\u{301} onmouseover=alert(1) x=&quot;\u{301}"))
    #expect(!page.unicodeScalars.contains("\u{202E}"))
  }

  @Test("Tags are closed in the order in which they were opened", arguments: inputs.map(\.input))
  func wellFormed(input: PictureInput) {
    for language in Language.allCases {
      var open: [Substring] = []
      let void: Set<Substring> = ["meta", "rect"]
      for match in html(input, language).matches(of: /<(\/?)([a-z0-9]+)((?:"[^"]*"|[^">])*?)(\/?)>/) {
        let (_, closes, name, _, closed) = match.output
        if void.contains(name) || !closed.isEmpty { continue }
        if closes.isEmpty {
          open.append(name)
        } else {
          #expect(open.popLast() == name)
        }
      }
      #expect(open.isEmpty)
    }
  }

  @Test("Sample data is said to be so, real data is not")
  func provenance() {
    #expect(html(PictureSamples.busyWeek()).contains("class=\"banner\""))
    #expect(html(PictureSamples.busyWeek()).contains("Exempeldata"))
    #expect(html(PictureSamples.busyWeek(), .english).contains("Sample data"))
    #expect(!html(PictureSamples.empty()).contains("Exempeldata"))
  }

  @Test("A missing unit is unknown, never zero")
  func missing() throws {
    let page = html(PictureSamples.busyWeek())
    let row = try #require(page.split(separator: "\n").first { $0.contains("<bdi>Bovärdar Teg</bdi>") })
    #expect(row.contains("saknas") && row.contains(">okänt<"))
    #expect(page.contains("Saknas: Bovärdar Teg (Bostaden), Hemtjänst centrum (Umeå kommun)"))
  }

  @Test("The first week has no columns for periods that there were not")
  func firstWeek() {
    let page = html(PictureSamples.firstWeek())
    #expect(!page.contains("class=\"n previous\"") && !page.contains("class=\"n last-year\""))
    #expect(page.contains("Det finns ingen tidigare period att jämföra med."))
    #expect(html(PictureSamples.busyWeek()).contains("class=\"n previous\""))
  }

  @Test("No percentages, whatever the base")
  func noPercentages() {
    let body = html(PictureSamples.busyWeek()).split(separator: "</style>")[1]
    let text = body.replacing(/<[^>]*>/, with: "")
    #expect(!text.contains("%"))
  }

  @Test("An English page has no Swedish in it but names")
  func english() {
    var input = PictureSamples.busyWeek()
    input.municipalityName = "Umea"
    input.areas = input.areas.map { .init(id: $0.id, name: "District") }
    input.units = input.units.map {
      .init(organisation: "Organisation", unit: "Unit", status: $0.status, reports: $0.reports, late: $0.late)
    }
    input.unreviewed = input.unreviewed.map { .init(organisation: "Organisation", reports: $0.reports) }
    input.sourcesNotUsed = input.sourcesNotUsed.map { .init(name: "Source", reason: $0.reason) }
    input.comingEvents = input.comingEvents.map {
      .init(category: $0.category, area: $0.area, date: $0.date, time: $0.time, lastDate: $0.lastDate)
    }
    input.openActions = input.openActions.map {
      .init(
        number: $0.number, title: "Action", organisation: "Organisation", function: "function", due: $0.due)
    }
    input.sinceLastTime = input.sinceLastTime.map {
      .init(
        number: $0.number, title: "Action", organisation: "Organisation", outcome: $0.outcome, date: $0.date,
        colour: $0.colour)
    }
    input.priorities = input.priorities.map {
      .init(title: "Priority", state: $0.state, area: $0.area, hasAnalysis: $0.hasAnalysis)
    }
    let page = html(input, .english)
    #expect(!page.contains { "åäöÅÄÖ".contains($0) })
    for word in ["kommun", "rapport", "saknas", " och ", "vecka", "november 2026 kl"] {
      #expect(!page.contains(word), "\(word)")
    }
    #expect(html(input, .swedish).contains("händelser"))
  }

  @Test("Every language says something of its own for each state, outcome and reason")
  func words() {
    var input = PictureSamples.empty()
    input.priorities = SituationPicture.Priority.State.allCases.map { .init(title: "P", state: $0) }
    input.sinceLastTime = SituationPicture.Actions.Outcome.allCases.map {
      .init(number: "1", title: "A", organisation: "O", outcome: $0, date: LocalDate("2026-11-17")!)
    }
    input.sourcesNotUsed = SituationPicture.Sources.Absence.allCases.map { .init(name: "S", reason: $0) }
    func details(_ language: Language) -> Set<Substring> {
      Set(html(input, language).matches(of: /<span>([^<]+)<\/span>/).map(\.output.1))
    }
    let (swedish, english) = (details(.swedish), details(.english))
    let states = SituationPicture.Priority.State.allCases.count
    #expect(swedish.count >= states + SituationPicture.Actions.Outcome.allCases.count + 4)
    // The dates of the period are written alike but for the capital of the month.
    #expect(swedish.isDisjoint(with: english))
  }
}
