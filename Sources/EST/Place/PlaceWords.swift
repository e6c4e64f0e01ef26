/// The words of an address or a place, as a pattern that finds them however they are typed: `Storgatan 12 B` finds
/// `storgatan 12b` and not `Storgatan 120` or `Nya Storgatan 1 2B`.
public struct PlaceWords: Sendable, Hashable {
  /// Letters together, digits together; none where there is neither.
  public let words: [String]

  public init?(_ text: String) {
    var words: [String] = []
    var last: Kind?
    for character in text {
      let kind = Kind(character)
      if let kind {
        if kind == last { words[words.count - 1].append(character) } else { words.append(String(character)) }
      }
      last = kind
    }
    guard !words.isEmpty else { return nil }
    self.words = words
  }

  private enum Kind {
    case letter, digit

    init?(_ character: Character) {
      if character.isASCII && character.isNumber {
        self = .digit
      } else if character.isLetter {
        self = .letter
      } else {
        return nil
      }
    }
  }

  /// A regular expression of PostgreSQL's. Its words are letters or digits, so nothing in it has another meaning.
  public var pattern: String {
    var pattern = ""
    for (index, word) in words.enumerated() {
      if index > 0 {
        let joins = words[index - 1].last!.isNumber && !word.first!.isNumber
        pattern += joins ? "[^[:alnum:]]*" : "[^[:alnum:]]+"
      }
      pattern += word
    }
    return "(^|[^[:alnum:]])\(pattern)([^[:alnum:]]|$)"
  }
}
