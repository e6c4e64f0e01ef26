import Export
import Foundation
import Language
import Picture
import PictureSamples
import TestSupport
import Testing

@Suite(.enabled(if: Chromium.executable != nil, "no Chromium on the PATH"), .timeLimit(.minutes(30)))
struct BrowserTests {
  private static func html(_ sample: String, _ language: Language = .swedish) -> String {
    Export.html(SamplePictures.named(sample), language: language)
  }

  @Test(
    "No page scrolls sideways, cuts anything off or complains, on a phone, at twice the size, or on a screen")
  func layout() async throws {
    // 640 is what a screen of 1280 has left at 200 per cent.
    let widths = [320, 640, 700, 1280]
    let pages = SamplePictures.all.flatMap { sample in
      let html = Export.html(sample.picture, language: .swedish)
      return widths.map { Chromium.Page(html: html, width: $0) }
    }
    let finding = try await Chromium.open(pages)
    try #require(finding.pages.count == pages.count)
    let names = SamplePictures.all.flatMap { sample in widths.map { _ in sample.name } }
    for (name, (page, seen)) in zip(names, zip(pages, finding.pages)) {
      #expect(seen.scrollWidth <= page.width, "\(name) at \(page.width)")
      #expect(seen.cut.isEmpty, "\(name) at \(page.width): \(seen.cut.prefix(3))")
    }
    #expect(finding.console.isEmpty)
  }

  @Test("The tab key goes from the skip link down the page, and what it stops at is seen")
  func keyboard() async throws {
    let pages = [320, 1280].map { Chromium.Page(html: Self.html("long"), width: $0) }
    for seen in try await Chromium.open(pages).pages {
      #expect(seen.stops.count >= 3)
      #expect(seen.stops.first?.element.contains("href=\"#content\"") == true)
      for stop in seen.stops { #expect(stop.isSeen && stop.tabIndex == 0, "\(stop.element)") }
      let tops = seen.stops.dropFirst().map(\.top)
      #expect(tops == tops.sorted())
    }
    // Where the skip link leads.
    #expect(pages[0].html.contains("<main id=\"content\">"))
  }

  /// The script that the Python package of Playwright's users brings along.
  private static let axe = Tool.python(with: "axe_playwright_python").flatMap { python in
    try? Tool.run(
      python,
      [
        "-c",
        "import axe_playwright_python as a, pathlib; print(next(pathlib.Path(a.__file__).parent.glob('**/axe.min.js')).read_text())",
      ])
  }

  @Test("axe finds nothing, small and large, light and dark, in both languages", .enabled(if: axe != nil))
  func accessible() async throws {
    let pages = ["long", "busy", "empty"].flatMap { sample in
      [320, 1280].flatMap { width in
        [false, true].map { isDark in
          Chromium.Page(
            html: Self.html(sample, isDark ? .english : .swedish), width: width, isDark: isDark)
        }
      }
    }
    for (page, seen) in zip(pages, try await Chromium.open(pages, axe: Self.axe).pages) {
      #expect(seen.violations == [], "\(page.width) \(page.isDark ? "dark" : "light")")
    }
    let bad = Chromium.Page(html: "<!DOCTYPE html><html><p style=\"color:#ddd\">x</p></html>", width: 320)
    #expect(try await Chromium.open([bad], axe: Self.axe).pages[0].violations.count >= 2)
  }

  @Test("A page that is too wide, cuts off, hides its focus and runs what it may not is found out")
  func control() async throws {
    let html = """
      <!DOCTYPE html><meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'">
      <title>x</title><script>1</script><pre>\(String(repeating: "x", count: 200))</pre>
      <a href="#x" tabindex="2" style="position:absolute;left:-999px">x</a>
      """
    let finding = try await Chromium.open([Chromium.Page(html: html, width: 320)])
    let seen = try #require(finding.pages.first)
    #expect(seen.scrollWidth > 320 && !seen.cut.isEmpty && !finding.console.isEmpty)
    #expect(seen.stops.map(\.isSeen) == [false] && seen.stops[0].tabIndex == 2)
  }
}
