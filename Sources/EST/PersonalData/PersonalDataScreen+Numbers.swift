/// Digits that stand together, with what is between them and the group before.
struct DigitGroup {
  /// Offsets in the text.
  let start: Int
  let digits: [Int]
  /// The separator before the group, the spaces around it left out; a space where there are only spaces; `nil` where
  /// the group has nothing to do with the one before.
  let separator: UInt8?
  /// Whether a space is part of what stands before it, or nothing does.
  let followsSpace: Bool

  /// All groups of a text, but for those that make a time, such as `18.46`.
  static func all(in text: ScreenedText) -> [DigitGroup] {
    var groups: [DigitGroup] = []
    var index = 0
    /// Where the last group ended; `nil` if it was a time.
    var end: Int?
    while index < text.signs.count {
      guard text.isDigit(index) else {
        index += 1
        continue
      }
      if let time = timeEnd(text, index) {
        index = time
        end = nil
        continue
      }
      let start = index
      while text.isDigit(index) { index += 1 }
      let gap = text.signs[(end ?? start)..<start]
      let signs = gap.filter { $0 != UInt8(ascii: " ") }
      let isJoined =
        end != nil && gap.count <= 3 && signs.count <= 1 && signs.allSatisfy { separators.contains($0) }
      groups.append(
        DigitGroup(
          start: start, digits: text.signs[start..<index].map { Int($0 - 48) },
          separator: isJoined ? signs.first ?? UInt8(ascii: " ") : nil,
          followsSpace: !isJoined || gap.contains(UInt8(ascii: " "))))
      end = index
    }
    return groups
  }

  private static let separators = Array("-+./_()".utf8)

  /// The end of a time of day with a point at `start`, `8.30` or `18.46`, that is no part of a longer number.
  private static func timeEnd(_ text: ScreenedText, _ start: Int) -> Int? {
    guard !text.isDigit(start - 1), !(text.has(".", at: start - 1) && text.isDigit(start - 2)) else {
      return nil
    }
    var point = start
    while text.isDigit(point) { point += 1 }
    guard (1...2).contains(point - start), text.has(".", at: point), text.isDigit(point + 1),
      text.isDigit(point + 2), !text.isDigit(point + 3),
      !(text.has(".", at: point + 3) && text.isDigit(point + 4))
    else { return nil }
    let hour = text.signs[start..<point].reduce(0) { $0 * 10 + Int($1 - 48) }
    return hour < 24 && text.signs[point + 1] < UInt8(ascii: "6") ? point + 3 : nil
  }
}

extension PersonalDataScreen {
  /// Ten or twelve digits with a valid date (day + 60 for a samordningsnummer) and a valid check digit, in any groups.
  static func personalNumber(_ groups: [DigitGroup]) -> Int? {
    for start in groups.indices {
      var digits: [Int] = []
      for group in groups[start...] {
        if !digits.isEmpty, group.separator == nil { break }
        digits += group.digits
        if digits.count > 12 { break }
        if isPersonalNumber(digits) { return groups[start].start }
      }
    }
    return nil
  }

  static func isPersonalNumber(_ digits: [Int]) -> Bool {
    guard digits.count == 10 || digits.count == 12 else { return false }
    if digits.count == 12 {
      guard [18, 19, 20].contains(digits[0] * 10 + digits[1]) else { return false }
    }
    let ten = Array(digits.suffix(10))
    let month = ten[2] * 10 + ten[3]
    let day = ten[4] * 10 + ten[5]
    // Any century will do for the date; a leap year is taken so that 29 February passes.
    guard LocalDate(year: 2000, month: month, day: day > 60 ? day - 60 : day) != nil else { return false }
    // The check digit after Luhn (SKV 704): every other digit doubled, digit sums, modulo ten.
    let sum = ten.enumerated().reduce(0) { sum, digit in
      let product = digit.element * (digit.offset.isMultiple(of: 2) ? 2 : 1)
      return sum + product / 10 + product % 10
    }
    return sum.isMultiple(of: 10)
  }

  /// A Swedish number, or another with its country's code.
  static func phoneNumber(_ groups: [DigitGroup], in text: ScreenedText) -> Int? {
    for (index, first) in groups.enumerated() {
      let isInternational = text.has("+", at: first.start - 1) && !text.isDigit(first.start - 2)
      guard isInternational || first.digits[0] == 0 && first.followsSpace, isNumberAllowed(first, in: text)
      else {
        continue
      }
      var window: [DigitGroup] = []
      for group in groups[index...] {
        if !window.isEmpty, group.separator == nil || group.separator == UInt8(ascii: "+") { break }
        window.append(group)
        let count = window.reduce(0) { $0 + $1.digits.count }
        if count > 15 { break }
        // A number ends where no sign, or only a space, joins it to what follows.
        let next = index + window.count
        let isEnd =
          next == groups.count || groups[next].separator == nil || groups[next].separator == UInt8(ascii: " ")
        guard isEnd else { continue }
        let digits = window.flatMap(\.digits)
        if isInternational ? isInternationalNumber(digits) : isNationalNumber(window, digits) {
          return isInternational ? first.start - 1 : first.start
        }
      }
    }
    return nil
  }

  /// Digits that follow a letter belong to it, as in a case number, unless the word says that it is a telephone.
  private static func isNumberAllowed(_ group: DigitGroup, in text: ScreenedText) -> Bool {
    if text.isLetter(group.start - 1) {
      return telephoneWords.contains(text.wordBefore(group.start, skipping: 0))
    }
    return !caseWords.contains(text.wordBefore(group.start, skipping: 3))
  }

  private static let telephoneWords: Set<String> = [
    "m", "mob", "mobil", "nr", "ring", "t", "tel", "tele", "telefon", "tfn",
  ]
  // As `ScreenedText.word` gives them.
  private static let caseWords: Set<String> = [
    "beteckning", "diarienr", "diarienummer", "dnr", "ref", "referens", "?rende", "?rendenr", "?rendenummer",
  ]

  private static func isInternationalNumber(_ digits: [Int]) -> Bool {
    guard digits[0] != 0 else { return false }
    if digits.starts(with: [4, 6]) { return isSubscriber([0] + digits.dropFirst(2).drop { $0 == 0 }) }
    return (8...15).contains(digits.count)
  }

  private static func isNationalNumber(_ groups: [DigitGroup], _ digits: [Int]) -> Bool {
    if digits.starts(with: [0, 0, 4, 6]) { return isSubscriber([0] + digits.dropFirst(4).drop { $0 == 0 }) }
    guard isSubscriber(digits) else { return false }
    let lengths = groups.map(\.digits.count)
    if lengths.allSatisfy({ $0 == 1 }) { return true }
    // Between its parts a number has one kind of separator, but for that after the area code: "08-12 13-17" are hours.
    guard Set(groups.dropFirst(2).map(\.separator)).count <= 1 else { return false }
    if lengths == [2, 2, 4] { return !isDate(digits) }
    switch lengths[0] {
    case _ where lengths.count == 1: return true
    case 2, 3: return true
    // Such an area code is followed by five digits or more, unlike the year of a case number.
    case 4: return digits.count >= 9
    default: return false
    }
  }

  /// After the Swedish numbering plan: eight to ten digits, and ten where it is a mobile.
  private static func isSubscriber(_ digits: [Int]) -> Bool {
    guard digits.count >= 8, digits[0] == 0, digits[1] != 0 else { return false }
    return digits[1] == 7 && [0, 2, 3, 6, 9].contains(digits[2]) ? digits.count == 10 : digits.count <= 10
  }

  /// `01-02-2024`.
  private static func isDate(_ digits: [Int]) -> Bool {
    let numbers = [digits[0..<2], digits[2..<4], digits[4..<8]].map { $0.reduce(0) { $0 * 10 + $1 } }
    return (1900...2099).contains(numbers[2])
      && LocalDate(year: numbers[2], month: numbers[1], day: numbers[0]) != nil
  }
}
