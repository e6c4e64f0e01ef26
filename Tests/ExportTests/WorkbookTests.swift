import Export
import Language
import Picture
import PictureSamples
import Testing

@Suite struct WorkbookTests {
  private static let picture = SituationPicture.compile(PictureSamples.busyWeek())

  @Test("The combinations add up to the picture's totals")
  func sums() throws {
    let book = Export.workbook(Self.picture, language: .swedish)
    let sheet = try #require(book.sheets.first { $0.name == "Alla kombinationer" })
    func sum(_ heading: String) throws -> Int {
      let column = try #require(sheet.columns.firstIndex { $0.heading == heading })
      return sheet.rows.reduce(0) { sum, row in
        if case .whole(let number) = row[column] { sum + number } else { sum }
      }
    }
    let total = Self.picture.counts.total.counts
    #expect(try sum("Antal") == total.current)
    #expect(try sum("Föregående period") == total.previous)
    #expect(try sum("Samma period året före") == total.lastYear)
  }

  @Test(
    "The same sheets whatever the picture holds, each row as long as its headings",
    arguments: Language.allCases)
  func form(language: Language) {
    let inputs = [
      PictureSamples.busyWeek(), PictureSamples.longHistory(), PictureSamples.empty(),
      PictureSamples.firstWeek(),
      PictureSamples.huge(),
    ]
    let books = inputs.map { Export.workbook(SituationPicture.compile($0), language: language) }
    for book in books {
      #expect(book.sheets.map(\.name) == books[0].sheets.map(\.name))
      #expect(Set(book.sheets.map(\.name)).count == 12)
      for sheet in book.sheets {
        #expect(sheet.name.utf16.count <= 31 && !sheet.name.contains { "[]:*?/\\".contains($0) })
        #expect(sheet.rows.allSatisfy { $0.count == sheet.columns.count }, "\(sheet.name)")
      }
    }
  }

  @Test("A period that there was not is empty, never zero")
  func unknown() throws {
    let book = Export.workbook(SituationPicture.compile(PictureSamples.firstWeek()), language: .swedish)
    let row = try #require(book.sheets.first { $0.name == "Alla kombinationer" }?.rows.first)
    #expect(row.suffix(3) == [.whole(1), .empty, .empty])
  }

  @Test("Sample data says so on every printed page")
  func sample() {
    #expect(Export.workbook(Self.picture, language: .swedish).pageHead == "EXEMPELDATA")
    let real = SituationPicture.compile(PictureSamples.empty())
    #expect(Export.workbook(real, language: .swedish).pageHead == nil)
  }
}
