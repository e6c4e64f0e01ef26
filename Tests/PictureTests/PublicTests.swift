import EST
import Foundation
import PictureSamples
import Testing

@testable import Picture

@Suite struct PublicPeriodTests {
  @Test("A month, a quarter and a year are told of, and nothing else")
  func labels() throws {
    for (text, first, end, release) in [
      ("2026-10", "2026-10-01", "2026-11-01", "2026-12-01"),
      ("2026-12", "2026-12-01", "2027-01-01", "2027-02-01"),
      ("2026-Q4", "2026-10-01", "2027-01-01", "2027-02-01"),
      ("2028", "2028-01-01", "2029-01-01", "2029-02-01"),
    ] {
      let period = try #require(PublicPeriod(text))
      #expect(period.label == text)
      #expect("\(period.firstDay) \(period.endDay) \(period.releaseDay)" == "\(first) \(end) \(release)")
    }
    #expect(PublicPeriod("2026-q1")?.label == "2026-Q1")
    for text in [
      "", "2026-W47", "2026-13", "2026-00", "2026-1", "2026-Q5", "2026-Q0", "2026-", "26", "2026-10-01",
      "２０２６",
    ] {
      #expect(PublicPeriod(text) == nil, "\(text)")
    }
  }
}

@Suite struct PublicDivisionTests {
  private static func area(_ name: String, _ population: Int?, at easting: Int) -> PublicDivision.Area {
    PublicDivision.Area(
      id: AreaID(UUID()), name: name, population: population,
      center: SituationPicture.Point(easting: easting, northing: 0))
  }

  private static func names(_ areas: [PublicDivision.Area]) -> [String] {
    let names = Dictionary(uniqueKeysWithValues: areas.map { ($0.id, $0.name) })
    return PublicDivision(areas).parts.map { $0.areas.compactMap { names[$0] }.joined(separator: "+") }
  }

  @Test("A small area goes with the nearest, until all are large enough")
  func merging() {
    let areas = [
      Self.area("A", 999, at: 0), Self.area("B", 5000, at: 900), Self.area("C", 1000, at: 1000),
      Self.area("D", 10, at: 1900), Self.area("E", nil, at: 2000), Self.area("F", 3000, at: 5000),
    ]
    #expect(Self.names(areas) == ["A+B", "C+D+E", "F"])
  }

  @Test(
    "Where nothing is known of inhabitants, or one part would be all, the municipality is told of as a whole")
  func whole() {
    #expect(PublicDivision([]) == .whole)
    #expect(PublicDivision([Self.area("A", nil, at: 0), Self.area("B", nil, at: 1)]) == .whole)
    #expect(PublicDivision([Self.area("A", 9000, at: 0)]) == .whole)
    #expect(PublicDivision([Self.area("A", 600, at: 0), Self.area("B", 600, at: 1)]) == .whole)
  }

  @Test("Every part of a random municipality is large enough, and every area is in one")
  func random() {
    var random = SplitMix64(seed: 4)
    for _ in 0..<300 {
      let areas = (0..<Int(random.next() % 30)).map {
        Self.area(
          "\($0)", random.next() % 4 == 0 ? nil : Int(random.next() % 4000), at: Int(random.next() % 9000))
      }
      let division = PublicDivision(areas)
      #expect(division.isLargeEnough(areas) && division.parts.count != 1)
      if division != .whole {
        #expect(
          division.parts.flatMap(\.areas).map(\.description).sorted() == areas.map(\.id.description).sorted())
      }
    }
  }
}

@Suite struct SensitiveCategoriesTests {
  @Test("Sensitive by a name in either language, by the municipality's list, or by what it stands for")
  func contains() {
    func category(_ code: String, _ swedish: String = "x", _ english: String = "x", common: String? = nil)
      -> Category
    {
      Category(
        code: CategoryCode(code), swedish: swedish, english: english, common: CategoryCode(common ?? code))
    }
    let standard = SensitiveCategories.standard
    for sensitive in [
      category("staff-incident"), category("staff-incident/hot"), category("a", "Hatbrott"),
      category("a", "x", "Sexual offence"), category("våldtäkt"), category("a/b", "våld i nära relation"),
      category("a", "hedersrelaterat våld"), category("a", "x", "Hate crime"), category("a", common: "hate"),
    ] {
      #expect(standard.contains(sensitive), "\(sensitive.code)")
    }
    for category in CategoryList.default.categories where category.code.main != "staff-incident" {
      #expect(!standard.contains(category), "\(category.code)")
    }
    let none = SensitiveCategories([CategoryCode]().map(\.description))
    #expect(!none.contains(category("staff-incident")) && none.contains(category("a", "Hatbrott")))
  }
}

@Suite struct PublicCountTests {
  @Test("A suppressed count is a word, and nothing else is read as one")
  func coding() throws {
    let counts: [PublicPicture.Count?] = [.shown(5), .suppressed, nil]
    let json = try JSONEncoder().encode(counts)
    #expect(String(decoding: json, as: UTF8.self) == #"[5,"suppressed",null]"#)
    #expect(try JSONDecoder().decode([PublicPicture.Count?].self, from: json) == counts)
    #expect(throws: DecodingError.self) {
      try JSONDecoder().decode([PublicPicture.Count?].self, from: Data(#"["3"]"#.utf8))
    }
  }
}
