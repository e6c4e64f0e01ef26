/// What the screen looks for: the one table from which it is made, here and in the database.
///
/// The expressions are read by `SignPattern` and by PostgreSQL, over the signs of `ScreenedText`.
public struct PersonalDataPattern: Sendable {
  public let kind: PersonalDataKind
  /// What is asked first, since it costs little: where this is nowhere in the text, the expression is not either. It
  /// says the same of a text as it stands, in which only Latin letters are beyond ASCII.
  public let hint: String
  public let expression: String
  /// Whether only digits with a valid date and check digit count.
  public let isChecked: Bool
  /// Whether times of day are no part of it.
  public let isNumber: Bool

  private init(_ kind: PersonalDataKind, _ hint: String, _ expression: String, isChecked: Bool = false) {
    self.kind = kind
    self.hint = hint
    self.expression = expression
    self.isChecked = isChecked
    isNumber = kind == .personalNumber || kind == .phoneNumber
  }

  public static let all: [PersonalDataPattern] = [
    .init(.personalNumber, manyDigits, "(?<![0-9])[0-9](?:\(gap)?[0-9]){9}(?![0-9])", isChecked: true),
    .init(
      .personalNumber, manyDigits,
      "(?<![0-9])(?:1\(gap)?[89]|2\(gap)?0)(?:\(gap)?[0-9]){10}(?![0-9])", isChecked: true),
    // With a country's code, the Swedish one or another.
    .init(.phoneNumber, manyDigits, "\(plus)4\(join)?6\(subscriber)"),
    .init(.phoneNumber, manyDigits, "\(plus)(?!4\(join)?6)[1-9](?:\(join)?[0-9]){7,14}\(phoneEnd)"),
    .init(.phoneNumber, manyDigits, "\(zero)\(join)?0\(join)?4\(join)?6\(subscriber)"),
    // Undivided; digit by digit; after an area code of one to three digits.
    .init(.phoneNumber, manyDigits, "\(zero)(?:7[02369][0-9]{7}|(?!7[02369])[1-9][0-9]{6,8})\(phoneEnd)"),
    .init(
      .phoneNumber, manyDigits,
      "\(zero)\(join)(?:7\(join)[02369](?:\(join)[0-9]){7}"
        + "|(?!7\(join)[02369])[1-9](?:\(join)[0-9]){6,8})\(phoneEnd)"),
    .init(
      .phoneNumber, manyDigits,
      "\(zero)(?:7\(join)[02369]\(divided(7, 7))|7[02369]\(join)[0-9]\(divided(6, 6))"
        + "|7[02369][0-9]\(join)[0-9]\(divided(5, 5)))\(phoneEnd)"),
    .init(
      .phoneNumber, manyDigits,
      "\(zero)(?!\(dayAndMonth))(?!7\(join)?[02369])(?:[1-9]\(join)[0-9]\(divided(5, 7))"
        + "|[1-9][0-9]\(join)[0-9]\(divided(4, 6))|[1-9][0-9]{2}\(join)[0-9]\(divided(4, 5)))\(phoneEnd)"),
    .init(
      .phoneNumber, word("noll"),
      "(?<!\(letter))\(word("noll"))(?:[ ,.-]{0,3}(?:[0-9]|\(digitWord))){7,9}(?!\(sign))"),
    .init(
      .personalNumber, manyWords, "(?<!\(letter))\(digitWord)(?:\(wordGap)\(digitWord)){9}(?!\(letter))",
      isChecked: true),
    .init(
      .personalNumber, manyWords, "(?<!\(letter))\(digitWord)(?:\(wordGap)\(digitWord)){11}(?!\(letter))",
      isChecked: true),
    .init(
      .emailAddress, "@|\(open)[aAsS]|\(word("snabel"))",
      "(?<!\(local))\(local)+(?: @ |@| ?\(atWord) ?)(?:\(label)+\(point))+\(letter){2}"),
    .init(.vehiclePlate, plateHint, "(?<!\(sign))\(noPlate)\(plateLetter){3}\(plateEnd)"),
    .init(.vehiclePlate, plateHint, "(?<!\(sign))\(noPlate)[A-HJ-PR-UW-Z]{3}\(plateGap)\(plateEnd)"),
    .init(
      .vehiclePlate, plateHint,
      "(?<=\(plateWord)[^\(signs)]{1,3})\(noPlate)\(plateLetter){3}\(plateGap)\(plateEnd)"),
    .init(
      .vehiclePlate, "(?:[A-Z][ -]){3}[0-9]",
      "(?<!\(sign))(?:[A-HJ-PR-UW-Z][ -]){3}[0-9][ -][0-9][ -](?:[0-9]|[A-HJ-NPR-UW-Z])(?!\(sign))"),
  ]

  /// The hints in one: without any of them no pattern finds anything.
  public static let anyHint = all.map(\.hint).reduce(into: [String]()) {
    if !$0.contains($1) { $0.append($1) }
  }.joined(separator: "|")

  /// Times of day with a point, by their length: they are no part of a longer number.
  public static let times: [(expression: String, length: Int)] = [
    ("[0-9]", 4), ("(?:[01][0-9]|2[0-3])", 5),
  ].map { ("(?<![0-9])(?<![0-9][.])\($0)[.][0-5][0-9](?![0-9]|[.][0-9])", $1) }

  /// Swedish digits as words, as `ScreenedText` gives them.
  public static let digitWords: [(word: String, digit: Int)] = [
    ("noll", 0), ("ett", 1), ("en", 1), ("tv\u{1}", 2), ("tre", 3), ("fyra", 4), ("fem", 5), ("sex", 6),
    ("sju", 7),
    ("\u{1}tta", 8), ("nio", 9),
  ]
}

// The parts of which the expressions are made.
extension PersonalDataPattern {
  private static let letters = "A-Za-z\\u0001"
  private static let signs = "0-9" + letters
  private static let letter = "[\(letters)]"
  private static let sign = "[\(signs)]"

  /// A word, in whatever case.
  private static func word(_ word: String) -> String {
    word.unicodeScalars.map { scalar in
      switch scalar {
      case "\u{1}": "\\u0001"
      case "a"..."z": "[\(scalar)\(String(scalar).uppercased())]"
      default: String(scalar)
      }
    }.joined()
  }

  private static func anyWord(_ words: [String]) -> String { "(?:\(words.map(word).joined(separator: "|")))" }

  private static let digitWord = anyWord(digitWords.map(\.word))
  private static let manyDigits = "(?:[0-9][^0-9]{0,3}){7}[0-9]"
  /// A letter beyond ASCII is whatever is none of it.
  private static let manyWords =
    "(?:\(digitWord)\(wordGap)){2}\(digitWord)".replacing("\\u0001", with: "[^ -~]")
  private static let plateHint =
    "[0-9]{2}[0-9A-Za-z](?<=[A-Za-z]{3}[ -]{0,3}[0-9]{2}[0-9A-Za-z])"
  private static let wordGap = "[ ,.-]{1,3}"

  /// What may stand between the digits of a number; a point and a space end a sentence.
  private static let gap = "(?: {1,3}| ?[-+/_()] ?|[.])"
  private static let join = "(?: {1,3}| ?[-/_()] ?|[.])"

  /// Digits, with one kind of sign between them: "08-12 13-17" are hours.
  private static func divided(_ least: Int, _ most: Int) -> String {
    let gaps = [" {1,3}", " ?- ?", "[.]", " ?/ ?", " ?_ ?"]
    return "(?:\(gaps.map { "(?:(?:\($0))?[0-9]){\(least),\(most)}" }.joined(separator: "|")))"
  }

  private static let caseWord =
    "(?:^|[^\(letters)])"
    + anyWord([
      "beteckning", "diarienr", "diarienummer", "dnr", "ref", "referens", "\u{1}rende", "\u{1}rendenr",
      "\u{1}rendenummer",
    ])

  /// Digits that follow a letter belong to it, as in a case number, unless the word says that it is a telephone.
  private static let zero =
    "0(?<![0-9][-+./_()]?0)(?:(?<!\(sign)0)(?<!\(caseWord)[^\(signs)]{1,3}0)|(?<=(?:^|[^\(letters)])"
    + "\(anyWord(["m", "mob", "mobil", "nr", "ring", "t", "tel", "tele", "telefon", "tfn"]))0))"
  private static let plus = "\\+(?<![0-9]\\+)(?<!\(caseWord)[^\(signs)]{0,2}\\+)"

  /// A number ends where no sign, or only a space, joins it to what follows.
  private static let phoneEnd = "(?![0-9]| ?[-+/_)] ?[0-9]|[.][0-9])"

  /// After the Swedish numbering plan: eight to ten digits with the first zero, and ten where it is a mobile.
  private static let subscriber =
    "(?:\(join)?0)*\(join)?(?:7\(join)?[02369](?:\(join)?[0-9]){7}"
    + "|(?!7\(join)?[02369])[1-9](?:\(join)?[0-9]){6,8})\(phoneEnd)"

  /// `01-02-2024`, after its first zero.
  private static let dayAndMonth =
    "[1-9]\(join)(?:0[1-9]|1[0-2])\(join)(?:19|20)[0-9]{2}(?![0-9])"

  private static let local = "[\(signs).%+_-]"
  private static let label = "[\(signs)-]"
  private static let open = "[([{]"
  private static let close = "[])}]"
  private static let atWord =
    "(?:\(open)(?:\(anyWord(["at", "a", "snabel-a", "@"])))\(close)"
    + "|(?<!\(sign))\(anyWord(["snabel-a", "snabela", "snabel a"]))(?!\(sign)))"
  private static let pointWord = " \(anyWord(["punkt", "dot"])) "
  private static let point =
    "(?:[.]|\(pointWord)| [.] | ?\(open)(?:\(anyWord(["punkt", "dot"]))|[.])\(close) ?)"

  private static let plateLetter = "[A-HJ-PR-UW-Za-hj-pr-uw-z]"
  private static let plateGap = "(?: {1,2}| ?- ?)"
  /// A digit or a letter last, as Transportstyrelsen issues them since 2019.
  private static let plateEnd = "[0-9]{2}(?:[0-9]|[A-HJ-NPR-UW-Za-hj-npr-uw-z])(?!\(sign))"
  /// "och 123 personer" is prose: small letters with a space count after a word for plates.
  private static let plateWord =
    "(?:(?:^|[^\(letters)])\(word("reg"))\(letter){0,20}|\(anyWord(["skylt", "nr", "nummer"])))"
  /// Words and abbreviations before which a number is no plate's: `SOS 112`, `hus12b`.
  private static let noPlate =
    "(?!"
    + anyWord([
      "bus", "del", "dnr", "est", "eur", "fax", "hus", "kap", "kod", "lgh", "lob", "lpo", "lss", "man", "nya",
      "obs",
      "och", "ref", "rum", "sal", "sek", "sfs", "sms", "sos", "tag", "tel", "tfn", "usd",
    ]) + ")"
}
