import EST
import Export
import Foundation
import Language
import Picture
import Testing

/// What is written for the public.
@Suite struct PublicTests {
  private static let pictures = [0, 1, 2, 3]
  private static let python = SchemaTests.python

  private func text(_ html: String) -> String {
    String(html.split(separator: "</style>")[1].replacing(/<[^>]*>/, with: " "))
  }

  @Test("The file says that it is for the public")
  func names() {
    #expect(
      Export.fileName(of: PublicSamples.quarter(), format: .html, language: .swedish)
        == "lagesbild-2480-kommunen-2026-Q4-v2-offentlig.html")
    #expect(
      Export.fileName(of: PublicSamples.year(), format: .csv, language: .english)
        == "lagesbild-2480-kommunen-2026-v1-en-offentlig.csv")
  }

  @Test("One file that asks for nothing else and runs nothing", arguments: pictures, Language.allCases)
  func page(number: Int, language: Language) {
    let page = Export.html(PublicSamples.all()[number], language: language)
    #expect(page.contains("<html lang=\"\(language.rawValue)\">") && page.contains("default-src 'none'"))
    #expect(!page.contains("<script") && !page.contains("src=") && !page.contains("<link"))
    #expect(!page.contains("http://") && !page.contains("https://") && !page.contains("<svg"))
    #expect(!page.unicodeScalars.contains("\u{202E}"))
    var open: [Substring] = []
    for match in page.matches(of: /<(\/?)([a-z0-9]+)((?:"[^"]*"|[^">])*?)(\/?)>/)
    where match.output.2 != "meta" {
      if match.output.1.isEmpty {
        open.append(match.output.2)
      } else {
        #expect(open.popLast() == match.output.2)
      }
    }
    #expect(open.isEmpty)
  }

  @Test("What is hidden is said to be so, with the reason, and never as a number")
  func hidden() throws {
    let picture = PublicSamples.quarter()
    let (swedish, english) = (
      text(Export.html(picture, language: .swedish)), text(Export.html(picture, language: .english))
    )
    let told = picture.areas.flatMap(\.counts).filter { $0 == .suppressed }.count
    #expect(Export.html(picture, language: .swedish).matches(of: /<i>dolt<\/i>/).count == told)
    #expect(Export.html(picture, language: .english).matches(of: /<i>hidden<\/i>/).count == told)
    for words in [
      "Tal från 1 till 4 är dolda", "Noll visas som 0", "närmare än inom 5", "de 2 tidigare publiceringar",
      "minst 1\u{A0}000 invånare",
      "avrundade till närmaste 5", "rättar version 1", "Fjärde kvartalet 2026",
      "Haga, Sandbacka och Öst på stan",
      "8\u{A0}721 invånare", "Exempeldata",
    ] {
      #expect(swedish.contains(words), "\(words)")
    }
    for words in [
      "Numbers from 1 to 4 are hidden", "closer than within 5", "1,000 inhabitants", "corrects version 1",
    ] {
      #expect(english.contains(words), "\(words)")
    }
    #expect(!english.contains("kategori") && !english.contains("dolt"))
  }

  @Test("Where zeros may be hidden the page says so")
  func zeros() {
    var picture = PublicSamples.quarter()
    picture.protection.least = 0
    let page = Export.html(picture, language: .swedish)
    #expect(page.contains("Även nollor kan vara dolda") && !page.contains("Noll visas som 0"))
  }

  @Test("A year has its sensitive categories apart, and a municipality without areas says why")
  func parts() {
    let year = text(Export.html(PublicSamples.year(), language: .swedish))
    #expect(year.contains("Känsliga kategorier, hela kommunen") && !year.contains("Exempeldata"))
    let whole = text(Export.html(PublicSamples.whole(), language: .swedish))
    #expect(whole.contains("Bara hela kommunen redovisas") && !whole.contains("Efter område"))
    #expect(!whole.contains("Känsliga kategorier, hela kommunen"))
  }

  @Test("The table has a row for each count, and no number for a hidden one")
  func table() throws {
    let csv = Export.csv(PublicSamples.quarter(), language: .swedish)
    let lines = csv.components(separatedBy: "\r\n")
    #expect(lines[0].hasPrefix("\u{FEFF}uppgifter;kommunkod;period;version;område;"))
    #expect(lines.count == 1 + 16 + 1)
    #expect(lines.contains("EXEMPELDATA;2480;2026-Q4;2;Hela kommunen;;vandalism;Skadegörelse;830;nej"))
    #expect(lines.contains("EXEMPELDATA;2480;2026-Q4;2;Ersboda;8721;rumour;Ryktesspridning;;ja"))
    let year = Export.csv(PublicSamples.year(), language: .english).components(separatedBy: "\r\n")
    #expect(year.filter { $0.contains("staff-incident") }.count == 1, "only for the whole municipality")
    let hostile = Export.csv(PublicSamples.hostile(), language: .english)
    #expect(!hostile.contains(";=") && !hostile.contains(";\"="))
  }

  @Test("The same bytes every time, which are read back as they were", arguments: pictures)
  func json(number: Int) throws {
    let picture = PublicSamples.all()[number]
    let json = try Export.json(picture)
    #expect(try Export.json(picture) == json)
    #expect(try JSONDecoder().decode(PublicPicture.self, from: Data(json.utf8)) == picture)
    // One kind can't be read as the other.
    #expect(throws: DecodingError.self) {
      try JSONDecoder().decode(SituationPicture.self, from: Data(json.utf8))
    }
  }

  private static func complaints(of json: String) throws -> String {
    try SchemaTests.complaints(of: json, by: Export.publicPictureSchema)
  }

  @Test("It is as its schema says", .enabled(if: python != nil), arguments: pictures)
  func schema(number: Int) throws {
    let complaints = try Self.complaints(of: try Export.json(PublicSamples.all()[number]))
    #expect(complaints.isEmpty, "\(complaints)")
  }

  @Test(
    "What may not be public is no public picture", .enabled(if: python != nil),
    arguments: [
      ("\"population\" : 8721", "\"population\" : 999"),
      ("\"period\" : \"2026-Q4\"", "\"period\" : \"2026-W47\""),
      ("\"suppressed\"", "\"3\""), ("\"threshold\" : 5", "\"threshold\" : 2"),
      ("\"version\" : 2", "\"version\" : 2,\n\"text\" : \"x\""),
      ("\"kind\" : \"municipality\"", "\"kind\" : \"municipality\",\n\"point\" : [1, 2]"),
    ])
  func broken(_ right: String, _ wrong: String) throws {
    let json = try Export.json(PublicSamples.quarter())
    let broken = json.replacing(right, with: wrong)
    #expect(broken != json)
    #expect(try !Self.complaints(of: broken).isEmpty)
  }

  @Test(
    "No page scrolls sideways or complains, on a phone or a screen",
    .enabled(if: Chromium.executable != nil, "no Chromium on the PATH"), .timeLimit(.minutes(30)))
  func layout() async throws {
    let pages = PublicSamples.all().flatMap { picture in
      let html = Export.html(picture, language: .swedish)
      return [320, 700, 1280].map { Chromium.Page(html: html, width: $0) }
    }
    let finding = try await Chromium.open(pages)
    try #require(finding.pages.count == pages.count)
    for (page, seen) in zip(pages, finding.pages) { #expect(seen.scrollWidth <= page.width) }
    #expect(finding.console.isEmpty)
  }
}
