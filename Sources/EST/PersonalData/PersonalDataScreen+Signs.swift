extension PersonalDataScreen {
  /// A name, an at sign or a word for it, and a domain.
  static func emailAddress(in text: ScreenedText) -> Int? {
    func isLocal(_ index: Int) -> Bool {
      text.isWord(index) || text.indices.contains(index) && ".%+-_".utf8.contains(text.signs[index])
    }
    for index in text.indices {
      guard let length = atSign(in: text, at: index) else { continue }
      // Spaces on both sides, as in "namn @ exempel.se", or on none: "följ @exempel.se" is a heading.
      let isPlain = length == 1
      let isSpaced = text.has(" ", at: index - 1) && text.has(" ", at: index + length)
      let end = isSpaced || !isPlain && text.has(" ", at: index - 1) ? index - 1 : index
      let domain =
        isSpaced || !isPlain && text.has(" ", at: index + length) ? index + length + 1 : index + length
      guard isLocal(end - 1), isDomain(text, from: domain) else { continue }
      var start = end
      while isLocal(start - 1) { start -= 1 }
      return start
    }
    return nil
  }

  /// The length of an at sign, also of `(at)`, `[at]` and `snabel-a`.
  private static func atSign(in text: ScreenedText, at index: Int) -> Int? {
    switch text.signs[index] {
    case UInt8(ascii: "@"): 1
    case UInt8(ascii: "("), UInt8(ascii: "["), UInt8(ascii: "{"):
      bracketed(["at", "a", "snabel-a", "@"], text, index)
    case UInt8(ascii: "s"), UInt8(ascii: "S"):
      text.isWord(index - 1)
        ? nil
        : ["snabel-a", "snabela", "snabel a"].first {
          matches($0, text, index) && !text.isWord(index + $0.utf8.count)
        }?
        .utf8.count
    default: nil
    }
  }

  /// Labels with points or words for them in between, the last of at least two letters.
  private static func isDomain(_ text: ScreenedText, from start: Int) -> Bool {
    var index = start
    while true {
      let label = index
      while text.isWord(index) || text.has("-", at: index) { index += 1 }
      guard index > label else { return false }
      guard let point = point(in: text, at: index) else { return false }
      index += point
      if text.isLetter(index), text.isLetter(index + 1) { return true }
    }
  }

  private static func point(in text: ScreenedText, at index: Int) -> Int? {
    if text.has(".", at: index) { return 1 }
    for word in [" punkt ", " dot ", " . "] where matches(word, text, index) { return word.utf8.count }
    let space = text.has(" ", at: index) ? 1 : 0
    guard let length = bracketed(["punkt", "dot", "."], text, index + space) else { return nil }
    return space + length + (text.has(" ", at: index + space + length) ? 1 : 0)
  }

  private static func bracketed(_ words: [String], _ text: ScreenedText, _ index: Int) -> Int? {
    guard ["(", "[", "{"].contains(where: { text.has($0, at: index) }) else { return nil }
    return words.first { word in
      let end = index + 1 + word.utf8.count
      return matches(word, text, index + 1) && [")", "]", "}"].contains { text.has($0, at: end) }
    }.map { $0.utf8.count + 2 }
  }

  private static func matches(_ word: String, _ text: ScreenedText, _ index: Int) -> Bool {
    let end = index + word.utf8.count
    return end <= text.signs.count && index >= 0 && text.word(index..<end) == word
  }

  /// Three letters, two digits and a digit or letter, as Transportstyrelsen issues them: `ABC 123`, `ABC 12D`.
  static func vehiclePlate(in text: ScreenedText) -> Int? {
    for start in text.indices where !text.isWord(start - 1) {
      let letters = start..<(start + 3)
      guard letters.allSatisfy({ isPlateLetter(text, $0) }) else { continue }
      let isJoined = text.isDigit(start + 3)
      guard isJoined || text.has(" ", at: start + 3) || text.has("-", at: start + 3) else { continue }
      let digits = start + (isJoined ? 3 : 4)
      guard text.isDigit(digits), text.isDigit(digits + 1), !text.isWord(digits + 3),
        text.isDigit(digits + 2) || isPlateLetter(text, digits + 2) && !text.has("O", at: digits + 2)
      else { continue }
      let word = text.word(letters)
      if platelikeWords.contains(word) { continue }
      // "och 123 personer" is prose: small letters count where nothing stands between, or after a word for plates.
      if isJoined || letters.allSatisfy({ text.isUpper($0) }) || followsPlateWord(text, start) {
        return start
      }
    }
    return nil
  }

  private static func isPlateLetter(_ text: ScreenedText, _ index: Int) -> Bool {
    text.isASCIILetter(index) && !"IQViqv".utf8.contains(text.signs[index])
  }

  private static func followsPlateWord(_ text: ScreenedText, _ start: Int) -> Bool {
    let word = text.wordBefore(start, skipping: 3)
    return word.hasPrefix("reg") || word.hasSuffix("skylt") || word.hasSuffix("nr")
      || word.hasSuffix("nummer")
  }

  /// Words and abbreviations before which a number is no plate's: `SOS 112`, `hus12b`.
  private static let platelikeWords: Set<String> = [
    "bus", "del", "dnr", "est", "hus", "lgh", "lob", "lpo", "lss", "nya", "obs", "och", "ref", "rum", "sal",
    "sfs",
    "sms", "sos", "tel",
  ]
}
