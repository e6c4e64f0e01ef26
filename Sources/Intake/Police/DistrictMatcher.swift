/// Finds the one district that a short text names, by the list of districts alone.
///
/// It would rather find none than a wrong one. A place that the text begins with (`Ersboda, …`) goes before all others;
/// else the text must name just one. A name is not taken where the text says that it lies elsewhere (`utanför`, `mot`,
/// `mellan`, `norr om`), where it is part of a street or of another name, or where several districts could be meant.
struct DistrictMatcher: Sendable {
  /// For each form of a name, folded, the district that it means; `nil` where it could be several.
  private let forms: [String: String?]
  private let longestForm: Int

  init(_ names: [String], municipality: String) {
    var exact: [String: Set<String>] = [:]
    var variants: [String: Set<String>] = [:]
    for name in Set(names) where name != municipality {
      let words = Words(name).folded
      exact[words, default: []].insert(name)
      for variant in DistrictName.variants(of: name) {
        variants[Words(variant).folded, default: []].insert(name)
      }
    }
    var forms: [String: String?] = [:]
    // Where one district bears the name itself, those that are only called so in part give way.
    for (form, names) in variants.merging(exact, uniquingKeysWith: { _, exact in exact })
    where DistrictName.isDistinct(form) {
      forms.updateValue(names.count == 1 ? names.first : nil, forKey: form)
    }
    self.forms = forms
    longestForm = forms.keys.map { $0.split(separator: " ").count }.max() ?? 0
  }

  /// The district's name as the list has it.
  func district(in text: String) -> String? {
    let words = Words(text)
    let mentions = mentions(in: words)
    let beginning = words.words.firstIndex(where: \.endsClause) ?? .max
    let declared =
      beginning < DistrictMatcher.longestBeginning ? mentions.filter { $0.start <= beginning } : []
    let named = Set((declared.isEmpty ? mentions : declared).map(\.district))
    return named.count == 1 ? named.first! : nil
  }

  /// So many words before the first comma are a place and no sentence.
  private static let longestBeginning = 4

  /// The districts that the words name, with the word where each name begins; `nil` for a name that several share.
  private func mentions(in text: Words) -> [(start: Int, district: String?)] {
    var mentions: [(start: Int, district: String?)] = []
    var index = 0
    while index < text.words.count {
      guard let (length, district) = form(in: text, at: index) else {
        index += 1
        continue
      }
      if text.isPlace(index..<(index + length)) { mentions.append((index, district)) }
      index += length
    }
    return mentions
  }

  /// The longest form that begins at a word: how many words it has, and its district.
  private func form(in text: Words, at index: Int) -> (Int, String?)? {
    for length in stride(from: min(longestForm, text.words.count - index), to: 0, by: -1) {
      let words = text.words[index..<(index + length)]
      let phrase = words.map(\.folded).joined(separator: " ")
      // Swedish genitive: "Ersbodas centrum".
      for form in [phrase, phrase.hasSuffix("s") ? String(phrase.dropLast()) : phrase] {
        guard let district = forms[form] else { continue }
        // One word alone is a name only with a capital: "backen" is a hill, "Backen" a district.
        let isName = length > 1 || words.first!.isName(like: district)
        if isName { return (length, district) }
      }
    }
    return nil
  }
}
