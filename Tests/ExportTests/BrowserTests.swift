import Export
import Language
import Picture
import PictureSamples
import Testing

@Suite(.enabled(if: Chromium.executable != nil, "no Chromium on the PATH"), .timeLimit(.minutes(30)))
struct BrowserTests {
  @Test("No page scrolls sideways or complains, on a phone, a tablet or a screen")
  func layout() async throws {
    let inputs = [
      PictureSamples.busyWeek(), PictureSamples.empty(), PictureSamples.firstWeek(), PictureSamples.hostile(),
      PictureSamples.huge(), PictureSamples.longHistory(),
    ]
    let pages = inputs.flatMap { input in
      let html = Export.html(LogHeadTests.adopted(input), language: .swedish)
      return [320, 700, 1280].map { Chromium.Page(html: html, width: $0) }
    }
    let finding = try await Chromium.open(pages)
    try #require(finding.scrollWidths.count == pages.count)
    for (page, scrollWidth) in zip(pages, finding.scrollWidths) { #expect(scrollWidth <= page.width) }
    #expect(finding.console.isEmpty)
  }

  @Test("A page that is too wide and runs what it may not is found out")
  func control() async throws {
    let html = """
      <!DOCTYPE html><meta http-equiv="Content-Security-Policy" content="default-src 'none'">
      <title>x</title><script>1</script><pre>\(String(repeating: "x", count: 200))</pre>
      """
    let finding = try await Chromium.open([Chromium.Page(html: html, width: 320)])
    #expect(try #require(finding.scrollWidths.first) > 320)
    #expect(!finding.console.isEmpty)
  }
}
