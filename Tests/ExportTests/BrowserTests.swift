import Export
import Language
import Picture
import PictureSamples
import Testing

@Suite(
  .serialized, .enabled(if: Chromium.executable != nil, "no Chromium on the PATH"), .timeLimit(.minutes(5)))
struct BrowserTests {
  @Test(
    "No page scrolls sideways or complains, on a phone or on a screen", arguments: [320, 700, 1280],
    ["busy", "empty", "first", "hostile", "huge"])
  func layout(width: Int, name: String) async throws {
    let input =
      switch name {
      case "busy": PictureSamples.busyWeek()
      case "first": PictureSamples.firstWeek()
      case "hostile": PictureSamples.hostile()
      case "huge": PictureSamples.huge()
      default: PictureSamples.empty()
      }
    let finding = try await Chromium.open(
      Export.html(SituationPicture.compile(input), language: .swedish), width: width)
    #expect(finding.scrollWidth <= width)
    #expect(finding.console.isEmpty)
  }

  @Test("A page that is too wide and runs what it may not is found out")
  func control() async throws {
    let page = """
      <!DOCTYPE html><meta http-equiv="Content-Security-Policy" content="default-src 'none'">
      <title>x</title><script>1</script><pre>\(String(repeating: "x", count: 200))</pre>
      """
    let finding = try await Chromium.open(page, width: 320)
    #expect(finding.scrollWidth > 320)
    #expect(!finding.console.isEmpty)
  }
}
