import Language
import Testing

@Suite struct SwedishCollationTests {
  @Test(
    "Swedish alphabetical order",
    arguments: [
      ["Alvik", "Zinkgruvan", "Ånäset", "Ätran", "Öbacka"],
      ["Vasa", "Vännäs", "Wasa", "Xanthe"],
      ["Område 2", "Område 10", "Område 10 A", "Område 100"],
      ["Teg", "Tég", "Tegs centrum", "Tegsbron"],
      ["ersboda", "Ersboda", "Ersmark"],
      ["Byberg", "Müller", "Myrheden"],
      ["7 A", "07 A", "A", "a b", "ab"],
      ["Väst på stan", "Västerslätt"],
      ["zebra", "å", "æ", "ö", "øl", "日本"],
    ])
  func order(sorted: [String]) {
    #expect(Array(sorted.reversed()).sortedInSwedish() == sorted)
  }

  @Test("An å of two code points sorts where the one of one does")
  func composition() {
    #expect(["Ö", "A\u{30A}", "Ä", "Z"].sortedInSwedish() == ["Z", "A\u{30A}", "Ä", "Ö"])
    #expect(SwedishCollation.key("A\u{30A}") == SwedishCollation.key("Å"))
  }

  @Test("The order is a total one: whatever it is given, it sorts the same")
  func total() {
    let words = ["å", "a", "Å", "A", "á", "ä", "1", "01", "10", "", " ", "-", "w", "v", "W", "ü", "y"]
    let once = words.sortedInSwedish()
    for turn in 1..<words.count {
      #expect(Array(words[turn...] + words[..<turn]).sortedInSwedish() == once)
    }
  }
}
