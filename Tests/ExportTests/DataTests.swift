import EST
import Export
import Foundation
import Language
import Picture
import PictureSamples
import Testing

@Suite struct CSVTests {
  private func lines(_ input: PictureInput, _ language: Language = .swedish) -> [String] {
    Export.csv(SituationPicture.compile(input), language: language).components(separatedBy: "\r\n")
  }

  @Test("What a Swedish spreadsheet opens right: a mark, semicolons, whole lines")
  func form() {
    let lines = lines(PictureSamples.busyWeek())
    #expect(lines[0].hasPrefix("\u{FEFF}uppgifter;kommunkod;grupp;period;version;"))
    #expect(lines.last == "")
    #expect(
      lines.contains(
        "EXEMPELDATA;2480;EST Centrum;2026-W47;1;disorder/bråk;ordningsstörning;bråk;Ersboda;"
          + "rapportörer i organisationerna;6;1;0"))
    #expect(
      lines[1...].dropLast().allSatisfy {
        $0.split(separator: ";", omittingEmptySubsequences: false).count == 13
      })
  }

  @Test("The rows add up to the picture's total")
  func sum() {
    let rows = lines(PictureSamples.busyWeek())[1...].dropLast().map { $0.components(separatedBy: ";") }
    #expect(rows.compactMap { Int($0[10]) }.reduce(0, +) == 59)
    #expect(rows.compactMap { Int($0[12]) }.reduce(0, +) == 28)
  }

  @Test(
    "Text that looks like a formula stays text",
    arguments: ["=1+1", "+1", "-1", "@x", " =1", "＝1", "\u{200B}=1", "\t=1", "\r\n-1", "\u{1B}=1"])
  func formula(name: String) throws {
    var input = PictureSamples.busyWeek()
    input.groupName = name
    let csv = Export.csv(SituationPicture.compile(input), language: .swedish)
    let shown = name.replacing("\r\n", with: "  ").replacing("\t", with: " ").replacing("\u{1B}", with: "")
    #expect(csv.contains(";'" + shown + ";"))
  }

  @Test("What cannot be seen is not written, and a line stays a line")
  func invisible() {
    #expect(
      CSV.line(["a\u{1B}[31m\u{9B}b\u{202E}c\u{FEFF}", "d\r\ne\tf\u{2028}g"]) == "a[31mbc;d  e f g\r\n")
  }

  @Test("Quotation marks and semicolons within a name do not end it")
  func quoting() {
    var input = PictureSamples.busyWeek()
    input.groupName = "a;\"\u{301}b"
    #expect(lines(input)[1].hasPrefix("EXEMPELDATA;2480;\"a;\"\"\u{301}b\";2026-W47"))
  }

  @Test("A period that there was not is empty, and an empty week still says what it is")
  func edges() {
    #expect(lines(PictureSamples.firstWeek())[1].hasSuffix(";1;;"))
    #expect(
      lines(PictureSamples.empty(provenance: .sample), .english)[1]
        == "SAMPLE DATA;2480;EST Centrum;2026-W47;1;;;;;;0;;")
  }
}

@Suite struct JSONTests {
  @Test("The same bytes every time, and the same picture back")
  func stable() throws {
    let picture = SituationPicture.compile(PictureSamples.hostile())
    let json = try Export.json(picture)
    let back = try JSONDecoder().decode(SituationPicture.self, from: Data(json.utf8))
    #expect(back == picture)
    #expect(try Export.json(back) == json)
  }

  @Test("Instants with their offset, weeks as weeks, and what kind of data it is")
  func form() throws {
    let json = try Export.json(SituationPicture.compile(PictureSamples.busyWeek()))
    #expect(json.contains("\"compiledAt\" : \"2026-11-23T15:00:00+01:00\""))
    #expect(json.contains("\"label\" : \"2026-W47\""))
    #expect(json.contains("\"provenance\" : \"sample\""))
    #expect(json.contains("\"municipality\" : \"2480\""))
  }
}

@Suite struct FileNameTests {
  @Test(
    "Files are named after municipality, group, period and version",
    arguments: [
      ("EST Centrum", Export.Format.html, Language.swedish, "lagesbild-2480-est-centrum-2026-W47-v1.html"),
      ("Ålidhem & Öst", .csv, .english, "lagesbild-2480-alidhem-ost-2026-W47-v1-en.csv"),
      ("A\u{30A}ngsgården", .json, .swedish, "lagesbild-2480-angsgarden-2026-W47-v1.json"),
      ("../../etc", .json, .swedish, "lagesbild-2480-etc-2026-W47-v1.json"),
      ("日本", .html, .swedish, "lagesbild-2480-grupp-2026-W47-v1.html"),
      (
        String(repeating: "x", count: 200), .html, .swedish,
        "lagesbild-2480-\(String(repeating: "x", count: 60))-2026-W47-v1.html"
      ),
    ])
  func names(group: String, format: Export.Format, language: Language, expected: String) {
    var input = PictureSamples.empty()
    input.groupName = group
    #expect(
      Export.fileName(of: SituationPicture.compile(input), format: format, language: language) == expected)
  }
}
