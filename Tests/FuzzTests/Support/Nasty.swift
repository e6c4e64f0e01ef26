import TestSupport

/// Texts that mean something to somebody on the way: a terminal, a shell, a spreadsheet, a browser, a database.
enum Nasty {
  /// Bytes that mean something to one of the formats, or that no text holds.
  static let signs: [UInt8] =
    Array("\",;\t\r\n[]{}:\\|0-9TZ+.e='@ ".utf8) + [
      0, 0x1B, 0x7F, 0x80, 0x9B, 0xC3, 0xC5, 0xE2, 0xED, 0xEF, 0xFF,
    ]

  static let numbers: [String] = [
    "0", "-0", "-1", "1e309", "-1e309", "1e-400", "NaN", "nan", "Infinity", "-inf", "0x1p1023",
    "9223372036854775807",
    "9223372036854775808", "-9223372036854775808", "-9223372036854775809", "18446744073709551616",
    "2147483647",
    "2147483648", "-2147483649", "32768", "4294967296", "999999999999999999999999999999", "0.1", ",5", "1,5",
    "1.",
    "+1", "1_000", "٣", "１２", "0000", "1e5", "00000000000000000000000000001",
  ]

  static let times: [String] = [
    "2026-11-20T09:00", "2026-11-20 09:00", "2026-11-20T09:00:00Z", "2026-11-20T09:00:00.123456789+01:00",
    "9999-12-31T23:59:59-23:59", "9999-12-31T23:59", "9999-12-31", "0001-01-01T00:00:00+23:59",
    "0001-01-01T00:00",
    "0000-01-01T00:00", "294277-01-01T00:00:00Z", "-4713-01-01T00:00", "infinity", "-infinity", "now",
    "epoch",
    "2026-03-29T02:30", "2026-10-25T02:30", "2026-02-29T00:00", "2024-02-29T24:00", "2026-11-20T23:59:60",
    "2026-W53", "9999-W52", "0001-W01", "2025-W53", "2026-w47", "2026-11", "2026-13", "9999-12", "2026-Q4",
    "9999-Q4",
    "2026-T3", "1900", "9999", "10000", "igår 21:30", "i förrgår 8.05", "21:30", "24:00", "tisdag 09:00",
    "sunday 23:59:59", "21:00-06:30", "00:00-00:00", "7d", "2w", "999999w", "999999d999999h",
    "1900-01-01T00:00",
    "1899-12-31T23:59", "2100-06-01T12:00", "2199-12-31T23:59", "2200-01-01T00:00", "24 mars 18.46",
    "29 februari 1.1",
  ]

  /// With what the format at hand asks to be escaped left as it is.
  static let texts: [String] = words + numbers + times

  private static let words: [String] = [
    "", " ", "\0", "a\0b", "\u{1B}[31mröd\u{1B}[0m", "\u{1B}]0;titel\u{7}", "\u{1B}P+q\u{1B}\\",
    "\u{9B}31m",
    "\u{9D}0;x\u{9C}", "\u{85}", "\u{8}\u{8}\u{8}", "\r", "a\rb", "\n", "a\r\nb", "\t", "\u{7F}",
    "\u{B}\u{C}",
    "\u{202E}gnp.exe", "\u{2066}x\u{2069}", "\u{200F}\u{200E}\u{61C}", "\u{2028}", "\u{2029}", "\u{FEFF}",
    "\u{FFF9}a\u{FFFB}",
    "\u{E0041}\u{E007F}", "\u{200B}\u{200D}", "\u{FFFD}", "\u{FFFE}", "\u{FFFF}", "\u{10FFFF}",
    "\u{D7FF}\u{E000}",
    "=1+1", "+1+1", "-1+1", "@SUM(A1)", "=cmd|' /C calc'!A0", "\t=1+1", "\r=1+1", "\n=1+1", " =1+1", "＝1+1",
    "＋1",
    "－1", "＠x", "\"=1+1", "'=1+1", "=\"\u{301}", "\u{FEFF}=1+1", "\u{200B}=1+1", ";=1+1", ",=1+1",
    "\"\u{301};=1+1",
    "\"", "\"\"", "'", "''", "\\", "\\\"", "\\u0000", "\\ud800", "\\x00", "%s%n%d", "%00", "$1", "${HOME}",
    "`id`", "$(id)",
    "; drop table est.incident; --", "' or '1'='1", "E'\\\\'", "$$;$$", "U&'\\0000'", "/* */", "{1,2,NULL}",
    "(1,2)",
    "[null]", "null", "true", "{}", "[]", "{{x}}", "{{{x}}}", "{{> style}}",
    "</script><script>alert(1)</script>",
    "<b>&amp;</b>", "\" onmouseover=\"alert(1)", "\"\u{301} onmouseover=alert(1) x=\"\u{301}", "]]>",
    "<!--",
    "../../etc/passwd", "/dev/null", "-", "--", "-h", "--help", "--json", "@file", "CON", "folder:/",
    "Kv. \"Eken\"; 'Å'", "Ålidhem", "A\u{30A}lidhem", "ÅLIDHEM", "ålidhem", "ß", "ẞ", "İ", "ı", "ﬁ", "ǆ",
    "Ⅷ", "①",
    "👩‍👩‍👧", "🏴\u{E0067}\u{E0062}\u{E0065}\u{E006E}\u{E0067}\u{E007F}", "e\u{301}\u{301}\u{301}", "\u{301}",
    "مرحبا", "שלום",
    "19811228-9874", "811228 9874", "070-174 06 05", "+46701740605", "falt@exempel.se", "ABC 123",
    "MLB 84A",
    "vandalism", "vandalism/klotter", "skadegörelse", "otrygg plats", "event", "arrangemang", "vandalism/",
    "/klotter",
    "//", "a/b/c", "utomhus", "lägenhet", "sett", "hört", "öppen", "authority-only", "2480", "0180", "２４８０",
    "none",
    "EPSG:3006", "EPSG:4326", "urn:ogc:def:crs:OGC:1.3:CRS84", "EPSG:0", "EPSG:99999999999999999999",
    "EPSG:-1",
  ]

  /// A text: one of those, several in a row, or a long one.
  static func text(_ random: inout SeededGenerator) -> String {
    switch Int.random(in: 0..<40, using: &random) {
    case 0:
      return String(
        repeating: random.pick(["a", "å", "\u{301}", "=", "👩‍👩‍👧", " ", "\"", "9", "\n"]), count: long(&random))
    case 1...8: return random.pick(texts) + random.pick(texts)
    case 9, 10: return scalars(&random)
    default: return random.pick(texts)
    }
  }

  /// The same in bytes, now and then no text.
  static func bytes(_ random: inout SeededGenerator) -> [UInt8] {
    random.once(in: 12) ? random.pick(noTexts) : Array(text(&random).utf8)
  }

  private static func long(_ random: inout SeededGenerator) -> Int {
    random.pick([79, 80, 199, 200, 201, 255, 256, 1_999, 2_000, 2_001, 4_096, 10_000])
  }

  /// Scalars of anywhere.
  private static func scalars(_ random: inout SeededGenerator) -> String {
    var text = String.UnicodeScalarView()
    for _ in 0..<Int.random(in: 1...20, using: &random) {
      let most: UInt32 = random.pick([0x7F, 0xFF, 0x24F, 0x2FFF, 0xFFFF, 0x10FFFF])
      if let scalar = Unicode.Scalar(UInt32.random(in: 0...most, using: &random)) { text.append(scalar) }
    }
    return String(text)
  }

  /// Overlong forms, lone halves of a pair, cut and stray bytes, and other encodings.
  static let noTexts: [[UInt8]] = [
    [0xC0, 0x80], [0xC0, 0xAF], [0xE0, 0x80, 0xAF], [0xED, 0xA0, 0x80], [0xED, 0xBF, 0xBF],
    [0xF4, 0x90, 0x80, 0x80],
    [0xF8, 0x88, 0x80, 0x80, 0x80], [0xE2, 0x82], [0xFF], [0xFE, 0xFF, 0x00, 0x41], [0xFF, 0xFE, 0x41, 0x00],
    [0xC5, 0x6C, 0x69, 0x64, 0x68, 0x65, 0x6D], [0x9B, 0x33, 0x31, 0x6D], [0x80], [0x1F, 0x8B, 0x08, 0x00],
    [0x50, 0x4B, 0x03, 0x04], [0xEF, 0xBB, 0xBF], [0xEF, 0xBB], [0x00],
  ]
}
