/// Swedish alphabetical order: å, ä and ö come last, in that order; v and w are letters of their own; a number
/// within a text sorts by its value, before letters.
///
/// Follows Svenska Akademiens ordlista from 2006 and Unicode CLDR's `sv`: accents and capitals decide only between
/// texts that are otherwise alike, ü sorts as y, æ and œ with ä and ö, and ø with ö. It sorts as the database does with
/// `sv-x-icu`, but for numbers, which there go digit by digit.
public enum SwedishCollation {
  /// What a text is sorted by. Two texts have equal keys only where they are the same characters.
  public struct Key: Hashable, Sendable, Comparable {
    /// What it says, then its accents, then its capitals, then the text itself; compared in that order.
    fileprivate let primary: [UInt32]
    fileprivate let accents: [UInt8]
    fileprivate let capitals: [UInt8]
    fileprivate let text: String

    public static func < (a: Key, b: Key) -> Bool {
      if a.primary != b.primary { return a.primary.lexicographicallyPrecedes(b.primary) }
      if a.accents != b.accents { return a.accents.lexicographicallyPrecedes(b.accents) }
      if a.capitals != b.capitals { return a.capitals.lexicographicallyPrecedes(b.capitals) }
      return a.text < b.text
    }
  }

  public static func key(_ text: String) -> Key {
    var primary: [UInt32] = []
    var accents: [UInt8] = []
    var capitals: [UInt8] = []
    var characters = Array(text)[...]
    while let character = characters.first {
      if let digit = digit(character) {
        var digits: [UInt32] = []
        while let next = characters.first.flatMap(Self.digit) {
          if !(digits.isEmpty && next == 0) { digits.append(next) }
          characters.removeFirst()
        }
        // A longer number is a larger one, once the zeros in front are gone; the zeros break a tie.
        primary.append(numberWeight)
        primary.append(UInt32(digits.count))
        primary.append(contentsOf: digits)
        accents.append(0)
        capitals.append(digit == 0 ? 1 : 0)
        continue
      }
      characters.removeFirst()
      for unit in units(of: character) {
        primary.append(unit.weight)
        accents.append(unit.accent)
        capitals.append(character.isUppercase ? 1 : 0)
      }
    }
    return Key(primary: primary, accents: accents, capitals: capitals, text: text)
  }

  /// Spaces and signs first, by code point; then numbers, the letters a to ö, and all other letters.
  private static let numberWeight: UInt32 = 0x20_0000
  private static let letterWeight: UInt32 = 0x20_0001
  private static let otherLetters: UInt32 = 0x20_0100

  private static func digit(_ character: Character) -> UInt32? {
    guard let value = character.asciiValue, (48...57).contains(value) else { return nil }
    return UInt32(value - 48)
  }

  private static func units(of character: Character) -> [(weight: UInt32, accent: UInt8)] {
    if let ascii = character.asciiValue, !character.isLetter { return [(UInt32(ascii), 0)] }
    if let known = letters[character] { return known }
    let lower = character.lowercased()
    if let known = letters[Character(lower)] { return known }
    // A letter with an accent that is not in the table sorts with its letter.
    if let base = lower.unicodeScalars.first, lower.unicodeScalars.count > 1,
      let known = letters[Character(base)]
    {
      return known.map { ($0.weight, 255) }
    }
    return lower.unicodeScalars.map { (character.isLetter ? otherLetters + $0.value : $0.value, 0) }
  }

  /// Characters are compared by what they are, so that `å` of one code point and of two are the same here.
  private static let letters: [Character: [(weight: UInt32, accent: UInt8)]] = {
    var table: [Character: [(weight: UInt32, accent: UInt8)]] = [:]
    let alphabet = Array("abcdefghijklmnopqrstuvwxyzåäö")
    func weight(_ letter: Character) -> UInt32 {
      letterWeight + UInt32(alphabet.firstIndex(of: letter)!)
    }
    for letter in alphabet { table[letter] = [(weight(letter), 0)] }
    let variants: [(Character, String)] = [
      ("a", "áàâãāăą"), ("c", "çćčĉċ"), ("d", "ďđð"), ("e", "éèêëēĕėęě"), ("g", "ğģĝġ"), ("h", "ĥħ"),
      ("i", "íìîïĩīĭįı"), ("j", "ĵ"), ("k", "ķ"), ("l", "łľĺļ"), ("n", "ñńňņŋ"), ("o", "óòôõōŏ"),
      ("r", "řŕŗ"), ("s", "śšşșŝ"), ("t", "ťţțŧ"), ("u", "úùûũūŭůų"), ("w", "ŵ"), ("y", "ýÿŷüű"),
      ("z", "źżž"), ("ä", "æǽ"), ("ö", "øœő"),
    ]
    for (letter, others) in variants {
      for (index, other) in others.enumerated() where table[other] == nil {
        table[other] = [(weight(letter), UInt8(index + 1))]
      }
    }
    table["ß"] = [(weight("s"), 9), (weight("s"), 9)]
    table["þ"] = [(weight("t"), 9), (weight("h"), 9)]
    return table
  }()
}

extension Sequence {
  /// In Swedish alphabetical order of what `text` gives.
  public func sortedInSwedish(by text: (Element) -> String) -> [Element] {
    map { (SwedishCollation.key(text($0)), $0) }.sorted { $0.0 < $1.0 }.map(\.1)
  }
}

extension Sequence<String> {
  public func sortedInSwedish() -> [String] { sortedInSwedish { $0 } }
}
