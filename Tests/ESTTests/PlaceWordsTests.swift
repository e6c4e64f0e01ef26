import EST
import Testing

/// The words of an address, as a pattern of PostgreSQL's.
@Suite struct PlaceWordsTests {
  @Test(arguments: [
    ("Storgatan 12 B", ["Storgatan", "12", "B"]), ("storgatan 12b", ["storgatan", "12", "b"]),
    ("  Östra  Kyrkogatan,4 ", ["Östra", "Kyrkogatan", "4"]),
    ("S:t Olofs g. 3", ["S", "t", "Olofs", "g", "3"]),
  ])
  func lettersAndDigitsStandApart(_ text: String, _ words: [String]) {
    #expect(PlaceWords(text)?.words == words)
  }

  @Test func thereIsNothingInAPatternButWords() throws {
    #expect(PlaceWords("( . * ) \\") == nil)
    let pattern = try #require(PlaceWords("a.*)12[b]")).pattern
    #expect(
      pattern == "(^|[^[:alnum:]])a[^[:alnum:]]+12[^[:alnum:]]*b([^[:alnum:]]|$)")
  }
}
