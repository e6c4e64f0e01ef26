/// The words of a short text, with what stands between them.
struct Words {
  struct Word {
    let text: String
    /// In lower case.
    let folded: String
    /// What stands between this word and the next.
    var separator = ""

    var isCapitalised: Bool { text.first!.isUppercase }
    var endsClause: Bool { separator.contains { ",.;:!?–".contains($0) } }

    /// Whether the word is written as a name is; one all in capitals, such as `SCA`, only if the name is too.
    func isName(like name: String?) -> Bool {
      if let name, name.count > 1, name.allSatisfy(\.isUppercase) { return text == name }
      return isCapitalised
    }
  }

  let words: [Word]

  init(_ words: [Word]) { self.words = words }

  /// Letters and digits make words; a hyphen between them joins: `Öst-Teg` is not `Teg`.
  init(_ text: String) {
    var words: [Word] = []
    var word = ""
    var separator = ""
    func isPart(_ character: Character) -> Bool { character.isLetter || character.isNumber }
    let characters = Array(text)
    for (index, character) in characters.enumerated() {
      let joins =
        character == "-" && !word.isEmpty && index + 1 < characters.count && isPart(characters[index + 1])
      if isPart(character) || joins {
        if !separator.isEmpty, !words.isEmpty { words[words.count - 1].separator = separator }
        separator = ""
        word.append(character)
      } else {
        if !word.isEmpty { words.append(Word(text: word, folded: word.lowercased())) }
        word = ""
        separator.append(character)
      }
    }
    if !word.isEmpty { words.append(Word(text: word, folded: word.lowercased())) }
    if !separator.isEmpty, !words.isEmpty { words[words.count - 1].separator = separator }
    self.words = words
  }

  var folded: String { words.map(\.folded).joined(separator: " ") }

  /// Whether a name at these words says where something is, by the words around it.
  func isPlace(_ range: Range<Int>) -> Bool {
    let before =
      range.lowerBound > 0 && !words[range.lowerBound - 1].endsClause ? words[range.lowerBound - 1] : nil
    let last = words[range.upperBound - 1]
    let after = range.upperBound < words.count && !last.endsClause ? words[range.upperBound] : nil
    if let before {
      if Words.elsewhere.contains(before.folded) || DistrictName.directions.contains(before.folded) {
        return false
      }
      if before.separator == "/", before.isCapitalised { return false }
      // "Marieberg och Umedalen", "mellan Sörmjöle och Umeå": one of several.
      if before.folded == "och", range.lowerBound > 1, words[range.lowerBound - 2].isCapitalised {
        return false
      }
    }
    if let after {
      if Words.kinds.contains(after.folded) { return false }
      if last.separator == "/", after.isCapitalised { return false }
      if after.folded == "och", range.upperBound + 1 < words.count, words[range.upperBound + 1].isCapitalised
      {
        return false
      }
    }
    return true
  }

  /// After these a name tells where something is not: "norr om", "utanför", "på väg mot".
  private static let elsewhere: Set<String> = [
    "från", "mellan", "mot", "om", "utanför", "öst", "väst", "nord", "syd",
  ]

  /// Before these a name is another's: a street, a municipality.
  private static let kinds: Set<String> = [
    "allé", "esplanad", "gata", "gatan", "gränd", "kommun", "led", "leden", "län", "stig", "väg", "vägen",
  ]
}
