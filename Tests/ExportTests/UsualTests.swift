import Export
import Language
import PictureSamples
import Testing

@testable import Picture

/// What is usual stands beside what was counted, and who reported beside how that has changed.
@Suite struct UsualTests {
  private static let picture = SamplePictures.named("long")
  private static let page = Export.html(picture, language: .swedish)

  private static func mark(_ kind: String, _ shape: String, _ text: String) -> String {
    "<small class=\"range \(kind)\"><span class=\"mark\" aria-hidden=\"true\">\(shape)</span> \(text)</small>"
  }

  @Test("A cell of the table of areas says what is usual, and by a word and a shape where it is not")
  func ranges() throws {
    let signal = try #require(Self.picture.findings?.signals.first { $0.area == "Ersboda" })
    let range = try #require(
      Self.picture.findings?.ranges.first {
        $0.area == "Ersboda" && $0.category.main == signal.category.code.main
      })
    let text = "signal \(range.usual.low)–\(range.usual.high)"
    #expect(Self.page.contains(Self.mark("above signal", "▲", text)))
    #expect(Self.page.contains("<small class=\"range within\"><span class=\"unseen\">vanligt </span>"))
    #expect(Self.page.contains("av slumpen hamnar ungefär var tionde siffra där"))
  }

  @Test("What is less than usual is said so, also where it is nothing")
  func below() throws {
    var picture = Self.picture
    let area = try #require(picture.counts.areas.first?.name)
    let category = picture.counts.categories[0].category.code
    picture.findings?.signals = []
    picture.findings?.ranges = [
      .init(category: category, area: area, count: 0, usual: .init(expected: 6, low: 3, high: 9))
    ]
    #expect(Export.html(picture, language: .english).contains(Self.mark("below", "▼", "below 3–9")))
  }

  @Test("Beside more than a week the range names the week that it is of")
  func longerPeriods() {
    var picture = Self.picture
    picture.head.period = PicturePeriod(fortnightFrom: .init(year: 2026, week: 46)!)
    let page = Export.html(picture, language: .swedish).replacing("\u{A0}", with: " ")
    #expect(page.contains("Litet vid antalet: v. 47 2026, och vad nio veckor av tio har."))
    #expect(page.contains("v. 47 2026: 1"))
  }

  @Test("A picture without findings has no ranges and no word of them")
  func none() {
    let page = Export.html(SamplePictures.named("empty"), language: .swedish)
    #expect(!page.contains("class=\"range") && !page.contains("Litet vid antalet"))
  }

  @Test("That another number of units answered stands beside each curve but those of what is imported")
  func reporters() {
    let said =
      "<p class=\"note\">11 enheter svarade, mot 12 veckan före och 8 samma vecka året före.</p></li>"
    func curves(_ picture: SituationPicture) -> Int {
      Export.html(picture, language: .swedish).replacing("\u{A0}", with: " ").split(separator: said).count - 1
    }
    #expect(curves(Self.picture) == Self.picture.findings?.trends.count)
    var same = Self.picture
    same.coverage.reportingUnits = .init(current: 11, previous: 11, lastYear: 11)
    #expect(!Export.html(same, language: .swedish).contains("svarade, mot"))
    var imported = Self.picture
    for index in imported.counts.categories.indices {
      imported.counts.categories[index].reported = .init(current: 0, previous: 0, lastYear: 0)
    }
    // All reports together still come from both.
    #expect(curves(imported) == 1)
  }

  @Test("The map says how much, where most, and marks a signal by a shape")
  func map() {
    #expect(Self.page.contains("Siffran är periodens händelser i området. Mest: Centrala stan"))
    #expect(Self.page.contains(" signal\" vector-effect") && Self.page.contains(">▲\u{2009}"))
    #expect(!Export.html(SamplePictures.named("busy"), language: .english).contains("thick line"))
  }

  @Test("The year ahead names each month in which something is known, and what is to be done by then")
  func year() {
    let page = Self.page.replacing("\u{A0}", with: " ")
    #expect(page.contains("<h3>December 2026</h3>") && page.contains("<bdi>Lucia</bdi>"))
    #expect(page.contains("<h3>Februari 2027</h3>"))
    #expect(page.contains("åtgärd 2026-29 ska vara klar, Umeå kommun"))
    #expect(Export.html(SamplePictures.named("empty"), language: .swedish).contains("Inget är känt än för"))
    var old = Self.picture
    old.yearAhead = nil
    #expect(!Export.html(old, language: .swedish).contains("id=\"year\""))
  }

  @Test("Among a hundred categories the most frequent have charts, and long names short headings")
  func many() {
    let picture = SamplePictures.named("huge")
    let page = Export.html(picture, language: .swedish)
    #expect(picture.findings!.trends.count > 25)
    #expect(page.split(separator: "<polyline").count - 1 == 25)
    #expect(page.replacing("\u{A0}", with: " ").contains("De 24 vanligaste kategorierna"))
    let headings = page.matches(of: /scope="col" class="n cell[^"]*">([^<]*)</).map(\.output.1)
    #expect(headings.count == 8 && headings.allSatisfy { $0.count <= 48 } && headings[0].hasSuffix("…"))
  }
}
