import EST
import Export
import Foundation
import Language
import Picture
import PictureSamples
import Testing

/// The head of the log in what leaves the database with an adopted picture.
@Suite struct LogHeadTests {
  static let head = SituationPicture.LogHead(number: 17, hash: String(repeating: "ab12", count: 16))

  static func adopted(_ input: PictureInput) -> SituationPicture {
    var picture = SituationPicture.compile(input)
    picture.head.state = .adopted
    picture.logHead = head
    return picture
  }

  @Test(arguments: [
    (Language.swedish, "Loggens huvud nr 17: ab12ab12"), (.english, "Head no. 17 of the log: ab12ab12"),
  ])
  func `the page ends with it, in words and whole`(language: Language, words: String) {
    let page = Export.html(Self.adopted(PictureSamples.busyWeek()), language: language)
    #expect(page.contains("<p class=\"hash\">\(words)"))
    #expect(page.contains(Self.head.hash))
    let draft = Export.html(SituationPicture.compile(PictureSamples.busyWeek()), language: language)
    #expect(!draft.contains("class=\"hash\""))
  }

  @Test func `the JSON has it as a field, and reads back`() throws {
    let picture = Self.adopted(PictureSamples.busyWeek())
    let text = try Export.json(picture)
    let document = try JSONSerialization.jsonObject(with: Data(text.utf8)) as? [String: Any]
    let head = document?["logHead"] as? [String: Any]
    #expect(head?["number"] as? Int == 17 && head?["hash"] as? String == Self.head.hash)
    #expect(try JSONDecoder().decode(SituationPicture.self, from: Data(text.utf8)) == picture)
    // A draft has none, and its bytes are what they were before there were heads.
    let draft = try Export.json(SituationPicture.compile(PictureSamples.busyWeek()))
    #expect(!draft.contains("logHead"))
  }

  @Test func `the table for spreadsheets is as it was`() {
    let draft = Export.csv(SituationPicture.compile(PictureSamples.busyWeek()), language: .swedish)
    #expect(Export.csv(Self.adopted(PictureSamples.busyWeek()), language: .swedish) == draft)
  }
}
