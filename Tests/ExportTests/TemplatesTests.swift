import Export
import Language
import Picture
import PictureSamples
import Testing

@Suite struct TemplatesTests {
  @Test("A municipality's own style takes the place of the product's, and nothing else changes")
  func override() throws {
    let picture = SituationPicture.compile(PictureSamples.hostile())
    let own = try Templates(replacing: ["style": "body { color: rebeccapurple; }"])
    let page = Export.html(picture, language: .swedish, templates: own)
    #expect(page.contains("rebeccapurple") && !page.contains("--paper"))
    #expect(page.contains("&lt;script&gt;") && !page.contains("<script"))
  }

  @Test("A template of one's own is escaped like the product's")
  func escaping() throws {
    let own = try Templates(replacing: ["picture": "<p title=\"{{page.group}}\">{{page.group}}</p>"])
    let page = Export.html(
      SituationPicture.compile(PictureSamples.hostile()), language: .swedish, templates: own)
    #expect(!page.contains("<script") && page.contains("&quot;1&quot;"))
  }

  @Test("A template that no document uses is a spelling mistake")
  func unknown() {
    #expect(throws: ExportError.unknownTemplate(name: "stile")) { try Templates(replacing: ["stile": ""]) }
  }

  @Test("A template that cannot be read is named")
  func malformed() {
    #expect {
      try Templates(replacing: ["coverage": "{{#coverage}}"])
    } throws: { error in
      if case .malformedTemplate("coverage", _)? = error as? ExportError { true } else { false }
    }
  }

  @Test("Every built-in template can be copied", arguments: Templates.names)
  func sources(name: String) throws {
    #expect(try !(#require(Templates.source(named: name))).isEmpty)
  }
}
