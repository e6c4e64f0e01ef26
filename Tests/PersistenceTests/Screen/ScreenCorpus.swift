/// Made-up texts for the screen: with one number of a person planted, in every form, and with none.
struct ScreenCorpus<Random: RandomNumberGenerator> {
  var random: Random

  mutating func planted() -> String {
    let number =
      switch Int.random(in: 0..<10, using: &random) {
      case 0...2: personalNumber()
      case 3...5: phone()
      case 6: email()
      case 7, 8: plate()
      default: inWords()
      }
    return "\(pick(Self.before)) \(number) \(pick(Self.after))"
  }

  mutating func clean() -> String {
    let parts = (0..<Int.random(in: 1...4, using: &random)).map { _ in harmless() }
    return parts.joined(separator: pick([", ", ". ", " och ", "; ", "\n"]))
  }

  private mutating func pick<T>(_ choices: [T]) -> T { choices.randomElement(using: &random)! }
  private mutating func number(_ range: ClosedRange<Int>, _ width: Int = 0) -> String {
    let digits = String(Int.random(in: range, using: &random))
    return String(repeating: "0", count: max(0, width - digits.count)) + digits
  }

  private static var before: [String] {
    [
      "Polisen sökte", "Vittnet heter något med", "En granne (15 år) lämnade", "Kl 18.46 noterades:",
      "På Storgatan 12 sågs",
      "Åsa, boende i området, uppgav", "Den 12 maj anmäldes", "Obs!", "Väktaren skrev upp",
      "I trapphus 4 B låg lapp med",
    ]
  }
  private static var after: [String] {
    [
      "vid torget", "enligt uppgift", "i kväll", "och gick därifrån", ".", ", som lämnade platsen",
      "(osäkert)", "– sågs igen",
    ]
  }

  // MARK: Numbers of persons

  private mutating func tenDigits() -> String {
    let day = Int.random(in: 1...28, using: &random) + (Int.random(in: 0..<4, using: &random) == 0 ? 60 : 0)
    let nine =
      number(0...99, 2) + number(1...12, 2) + (day < 10 ? "0" : "") + String(day) + number(0...999, 3)
    let sum = nine.enumerated().reduce(0) { sum, digit in
      let product = digit.element.wholeNumberValue! * (digit.offset.isMultiple(of: 2) ? 2 : 1)
      return sum + product / 10 + product % 10
    }
    return nine + String((10 - sum % 10) % 10)
  }

  private mutating func personalNumber() -> String {
    let ten = tenDigits()
    let (year, month, day, last) = (
      ten.prefix(2), ten.dropFirst(2).prefix(2), ten.dropFirst(4).prefix(2), ten.suffix(4)
    )
    let century = pick(["", "19", "20"])
    let gap = pick(["-", " ", "+", "", "–", " - ", "/", ".", "\u{A0}", "_", " \u{2011} "])
    return disguised(
      pick([
        "\(century)\(year)\(month)\(day)\(gap)\(last)", "\(century)\(year)-\(month)-\(day)\(gap)\(last)",
        "\(century)\(year) \(month) \(day)\(gap)\(last)", "\(century)\(year).\(month).\(day) \(last)",
        (century + ten).map(String.init).joined(separator: " "),
        (century + ten).map(String.init).joined(separator: pick(["-", ".", "\u{A0}"])),
      ]))
  }

  private mutating func phone() -> String {
    let mobile = "7" + pick(["0", "2", "3", "6", "9"])
    let (a, b, c) = (number(100...999), number(0...99, 2), number(0...99, 2))
    let all = "0\(mobile)\(a)\(b)\(c)"
    return disguised(
      pick([
        all, "0\(mobile)-\(a) \(b) \(c)", "0\(mobile) \(a)\(b)\(c)", "0\(mobile)-\(a)\(b)\(c)",
        "0\(mobile) \(a) \(b) \(c)",
        "0\(mobile).\(a).\(b).\(c)", "0\(mobile)/\(a)\(b)\(c)", "0\(mobile)-\(a)-\(b)-\(c)",
        "(0\(mobile)) \(a) \(b) \(c)",
        "+46\(mobile)\(a)\(b)\(c)", "+46 \(mobile) \(a) \(b) \(c)", "+46 (0)\(mobile)-\(a) \(b) \(c)",
        "0046\(mobile)\(a)\(b)\(c)",
        "0046 \(mobile) \(a) \(b) \(c)", "+46-\(mobile)-\(a)\(b)\(c)",
        all.map(String.init).joined(separator: " "),
        all.map(String.init).joined(separator: "-"), "08-\(a) \(a) \(b)", "08-\(a)\(b)\(c)",
        "090-\(b) \(c) \(b)",
        "0920-\(a)\(b)", "0920-\(b) \(c) \(b)", "0910/\(a)\(c)", "tel\(all)", "nr 0\(mobile)-\(a) \(b) \(c)",
        "+47 \(a) \(b) \(a)",
      ]))
  }

  private mutating func email() -> String {
    let name = pick(["anna", "a.b+c", "ÅSA", "kalle_1", "per-olof", "åsa.öberg"])
    let domain = pick(["exempel", "kommun.exempel", "mail-1"])
    let land = pick(["se", "com", "nu"])
    return pick([
      "\(name)@\(domain).\(land)", "\(name) @ \(domain).\(land)", "\(name)(at)\(domain).\(land)",
      "\(name) (at) \(domain).\(land)", "\(name) [at] \(domain) [dot] \(land)", "\(name)(a)\(domain).\(land)",
      "\(name) snabel-a \(domain) punkt \(land)", "\(name)＠\(domain).\(land)",
      "\(name) snabela \(domain).\(land)",
    ])
  }

  private mutating func plate() -> String {
    let signs = Array("ABCDEFGHJKLMNPRSTUWXYZ").map(String.init)
    var letters: String
    // Words that a number stands after are none.
    repeat { letters = (0..<3).map { _ in pick(signs) }.joined() } while Self.words.contains(letters)
    let last = Bool.random(using: &random) ? number(0...9) : pick(signs)
    let digits = number(0...99, 2) + last
    let spread = (letters + digits).map(String.init).joined(separator: pick([" ", "-"]))
    return disguised(
      pick([
        letters + digits, "\(letters) \(digits)", "\(letters)-\(digits)", (letters + digits).lowercased(),
        "regnr \(letters.lowercased()) \(digits.lowercased())", "\(letters)  \(digits)",
        "\(letters)\u{A0}\(digits)",
        "reg.nr \(letters) \(digits)", "\(letters)–\(digits)", spread,
      ]))
  }
  private static var words: Set<String> {
    [
      "BUS", "DEL", "DNR", "EST", "EUR", "FAX", "HUS", "KAP", "KOD", "LGH", "LOB", "LPO", "LSS", "MAN", "NYA",
      "OBS",
      "OCH", "REF", "RUM", "SAL", "SEK", "SFS", "SMS", "SOS", "TAG", "TEL", "TFN", "USD",
    ]
  }

  private mutating func inWords() -> String {
    let names = ["noll", "ett", "två", "tre", "fyra", "fem", "sex", "sju", "åtta", "nio"]
    let digits =
      Bool.random(using: &random)
      ? tenDigits() : "07" + pick(["0", "2", "3", "6", "9"]) + number(1_000_000...9_999_999)
    return digits.map { names[$0.wholeNumberValue!] }.joined(separator: pick([" ", ", ", "-"]))
  }

  /// Sometimes with the digits of another script.
  private mutating func disguised(_ text: String) -> String {
    guard Int.random(in: 0..<12, using: &random) == 0 else { return text }
    let zero: UInt32 = pick([0xFF10, 0x0660, 0x0966])
    return String(
      String.UnicodeScalarView(
        text.unicodeScalars.map { ("0"..."9").contains($0) ? Unicode.Scalar($0.value - 0x30 + zero)! : $0 }))
  }

  // MARK: What is nobody's

  private mutating func harmless() -> String {
    let (year, month, day) = (number(2015...2027), number(1...12, 2), number(1...28, 2))
    let (hour, minute) = (number(0...23, 2), number(0...59, 2))
    return pick([
      "Storgatan \(number(1...150)) \(pick(["A", "B", "C"]))",
      "Kungsgatan \(number(1...99)), \(number(100...999)) \(number(10...99)) Umeå",
      "lgh \(number(1001...1999))", "LGH \(number(1001...1999))",
      "fastigheten Haga \(number(1...40)):\(number(1...40))",
      "5000-K\(number(1...999_999, 6))-\(number(20...27))", "0301-K\(number(10_000...99_999))-24",
      "dnr \(number(0...99_999, 5))-\(year)",
      "KS \(year)/\(number(0...99_999, 5))", "ärende \(number(0...999_999_999, 10))",
      "\(year)/\(number(0...999_999, 6))", "ref \(number(0...99_999_999, 8))",
      "\(year)-\(month)-\(day)", "\(day)/\(month) \(year)", "\(day)-\(month)-\(year)",
      "den \(number(1...28)) maj \(year)",
      "\(year)-\(month)-\(day) \(hour):\(minute)", "\(year)-\(month)-\(day) kl \(hour)\(minute)",
      "\(year)-\(month)-\(day)T\(hour):\(minute):00Z",
      "kl \(hour).\(minute)–\(number(0...23, 2)).\(number(0...59, 2))",
      "öppet 08-\(number(16...22)) vardagar", "\(hour):\(minute)",
      "länsväg \(number(100...999))", "väg \(number(500...999))/\(number(500...999))", "E\(number(4...45))",
      "buss \(number(1...999)) kl \(hour)\(minute)",
      "\(number(1...999)) \(number(100...999)) kr", "\(number(2...20))–\(number(21...40)) ungdomar",
      "SOS 112", "ring 114 14", "SFS \(year):\(number(1...1999))",
      "v\(number(1...52)) \(year)", "v. \(number(1...52))", "\(number(1...99)) %",
      "\(number(55...68)).\(number(100_000...999_999)), \(number(11...24)).\(number(100_000...999_999))",
      "x \(number(600_000...799_999)).\(number(0...9)) y \(number(6_500_000...7_500_000)).\(number(0...9))",
      "rum\(number(100...399))", "hus\(number(1...99, 2))b",
      "OBS \(number(100...999)) personer", "och \(number(100...999)) personer",
      "paragraf \(number(1...40)) §", "@polisen_umea", "moped klass \(number(1...2))",
      "ungdomar samlas i \(number(1...9)) kvarter", "två av tre, fyra gånger", "en eller två",
      "fönster krossat (\(number(1...9)) st)", "skåp \(number(10...99))",
    ])
  }
}
