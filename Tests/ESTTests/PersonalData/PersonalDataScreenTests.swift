import Testing

@testable import EST

@Suite struct PersonalDataScreenTests {
  static func digits(_ text: String) -> [Int] { text.compactMap(\.wholeNumberValue) }

  /// Nine digits with their check digit, after Luhn.
  static func withCheckDigit(_ nine: String) -> String {
    let sum = digits(nine).enumerated().reduce(0) { sum, digit in
      let product = digit.offset.isMultiple(of: 2) ? digit.element * 2 : digit.element
      return sum + product / 10 + product % 10
    }
    return nine + String((10 - sum % 10) % 10)
  }

  /// Made-up numbers: any valid date, also with 60 added to the day, and a valid check digit.
  static let someNumbers: [String] = {
    var random = SplitMix64(seed: 6)
    return (0..<60).map { index in
      let month = Int.random(in: 1...12, using: &random)
      let day = Int.random(in: 1...28, using: &random) + (index.isMultiple(of: 3) ? 60 : 0)
      func two(_ number: Int) -> String { (number < 10 ? "0" : "") + String(number) }
      let serial = String(Int.random(in: 100...999, using: &random))
      return withCheckDigit(two(Int.random(in: 0...99, using: &random)) + two(month) + two(day) + serial)
    }
  }()

  static let forms: [@Sendable (String) -> String] = [
    { $0 }, { "\($0.prefix(6))-\($0.suffix(4))" }, { "\($0.prefix(6))+\($0.suffix(4))" },
    { "\($0.prefix(6)) \($0.suffix(4))" }, { "\($0.prefix(6)) - \($0.suffix(4))" },
    { "\($0.prefix(6))–\($0.suffix(4))" }, { "19\($0)" }, { "19\($0.prefix(6))-\($0.suffix(4))" },
    { "20\($0.prefix(6)) \($0.suffix(4))" },
    { "\($0.prefix(2))-\($0.dropFirst(2).prefix(2))-\($0.dropFirst(4).prefix(2))-\($0.suffix(4))" },
    { "19\($0.prefix(2)) \($0.dropFirst(2).prefix(2)) \($0.dropFirst(4).prefix(2)) \($0.suffix(4))" },
    { $0.map(String.init).joined(separator: " ") }, { $0.map(String.init).joined(separator: "-") },
    { "\($0.prefix(6))\u{A0}\u{2011}\u{A0}\($0.suffix(4))" },
    { String($0.unicodeScalars.map { Character(Unicode.Scalar($0.value - 0x30 + 0xFF10)!) }) },
    { String($0.unicodeScalars.map { Character(Unicode.Scalar($0.value - 0x30 + 0x0660)!) }) },
  ]

  @Test("Personal and co-ordination numbers, in every form", arguments: someNumbers)
  func personalNumbers(number: String) throws {
    for form in Self.forms {
      let written = form(number)
      let text = "Åsa: \(written) sågs på torget"
      let finding = try #require(PersonalDataScreen.firstFinding(in: text), "\(written)")
      #expect(finding.kind == .personalNumber || finding.kind == .phoneNumber && number.hasPrefix("0"))
      #expect(finding.position == 6)
    }
  }

  @Test("A wrong check digit or an impossible date is no personal number", arguments: someNumbers)
  func noPersonalNumber(number: String) {
    // A leading zero could make it a telephone number.
    guard !number.hasPrefix("0") else { return }
    let last = (number.last!.wholeNumberValue! + 1) % 10
    #expect(PersonalDataScreen.firstFinding(in: "ärende \(number.dropLast())\(last)") == nil)
    #expect(PersonalDataScreen.firstFinding(in: "ärende \(number.prefix(2))13\(number.dropFirst(4))") == nil)
  }

  @Test(
    "Telephone numbers",
    arguments: [
      "070-123 45 67", "0701234567", "070 1234567", "070-1234567", "070.123.45.67", "070-123-45-67",
      "(070) 123 45 67",
      "+46701234567", "+46 70 123 45 67", "+46 (0)70-123 45 67", "0046 70 123 45 67", "0 7 0 1 2 3 4 5 6 7",
      "08-123 456 78", "08 12 34 56 78", "0920-12 34 56", "0920/123456", "090-16 10 00", "tel0701234567",
      "+47 22 12 34 56", "+358401234567", "kl 21 070-123 45 67", "０７０-１２３４５６７",
      "070\u{2011}123\u{A0}45\u{A0}67",
    ])
  func phone(number: String) throws {
    let finding = try #require(PersonalDataScreen.firstFinding(in: "ring \(number) i kväll"))
    #expect(finding.kind == .phoneNumber)
  }

  @Test(
    "E-mail addresses",
    arguments: [
      "anna@exempel.se", "a.b+c@kommun.exempel.se", "ANNA@EXEMPEL.SE", "åsa@exempel.se", "anna @ exempel.se",
      "anna(at)exempel.se", "anna (at) exempel.se", "anna [at] exempel [dot] se",
      "anna snabel-a exempel punkt se",
      "anna(a)exempel.se", "anna＠exempel.se",
    ])
  func email(address: String) throws {
    let finding = try #require(PersonalDataScreen.firstFinding(in: "skriv till \(address)"))
    #expect(finding == .init(kind: .emailAddress, position: 12))
  }

  @Test(
    "Vehicle plates of both forms",
    arguments: [
      "ABC 123", "ABC123", "abc123", "ABC-123", "ABC 12D", "ABC12D", "abc12d", "regnr abc 123",
      "regskylt abc 12d",
      "ＡＢＣ １２３", "ABC\u{A0}123",
    ])
  func plate(plate: String) throws {
    let finding = try #require(PersonalDataScreen.firstFinding(in: "bil, \(plate), vid torget"))
    #expect(finding.kind == .vehiclePlate)
  }

  @Test(
    "What is no personal data",
    arguments: [
      "", "Trafikolycka på länsväg 364", "E12, I20-området och E4", "väg 553/554", "Storgatan 12 B, 34:an",
      "kl 18.46–21.30",
      "öppet 08.00-17.00 och 10.00-14.00", "öppet 08-12 13-17", "08:00-09:30", "2026-11-23 09:00",
      "23/11 2026",
      "01-02-2024", "2023 2024 2025", "SOS 112", "ring 112 eller 114 14", "OBS 300 personer",
      "och 123 personer",
      "5000-K123456-24", "0301-K12345-24", "dnr 01234-2024", "ärende 0123456789", "2026/004512",
      "100 000 000 kr",
      "ca 50 personer, 20-25 år", "hus12b och rum123", "LGH 1201", "63.825847, 20.263035",
      "x 755123.4 y 7089194.0",
      "v47 2026", "@polisen_umea", "följ @exempel.se", "A-traktor", "4:de gången på 3 veckor",
      "buss 901 kl 0730-0815",
      "90 %", "1-2-3-4-5", "TV4 kl 19", "(at)", "Skåp 0012345678", "kostade 12 345 678 kr", "SFS 2023:196",
      "snabbt", "sågs kl 7.30", "3–4 ungdomar (14–16 år)", "mellan 2024-06-14 och 2024-06-21",
    ])
  func clean(text: String) {
    #expect(PersonalDataScreen.firstFinding(in: text) == nil)
  }

  @Test("The position counts characters, whatever they are made of")
  func position() {
    #expect(PersonalDataScreen.firstFinding(in: "ABC 123")?.position == 1)
    #expect(PersonalDataScreen.firstFinding(in: "åäö ABC 123")?.position == 5)
    #expect(PersonalDataScreen.firstFinding(in: "a\u{30A}\r\n👩‍👩‍👧 070-1234567")?.position == 5)
  }

  @Test("The first of several is told")
  func first() {
    let text = "bil ABC 123, anna@exempel.se, 070-123 45 67"
    #expect(PersonalDataScreen.firstFinding(in: text) == .init(kind: .vehiclePlate, position: 5))
  }

  @Test("Texts of random signs are screened without harm")
  func randomTexts() {
    var random = SplitMix64(seed: 7)
    let signs = Array("0123456789 -+./()@abcABCåÅ\r\n\u{301}👍٣３(at)[punkt]")
    for _ in 0..<5_000 {
      let text = String(
        (0..<Int.random(in: 0...40, using: &random)).map { _ in signs.randomElement(using: &random)! })
      if let finding = PersonalDataScreen.firstFinding(in: text) {
        #expect((1...text.count).contains(finding.position))
      }
    }
  }
}
