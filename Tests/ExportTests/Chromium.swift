import Foundation

/// A browser that opens pages without a window, where one is installed.
enum Chromium {
  static let executable: URL? = {
    let folders = (ProcessInfo.processInfo.environment["PATH"] ?? "").split(separator: ":")
    return ["chromium", "chromium-browser", "google-chrome"].lazy
      .flatMap { name in folders.map { URL(filePath: "\($0)/\(name)") } }
      .first { FileManager.default.isExecutableFile(atPath: $0.path) }
  }()

  struct Finding {
    let pages: [Seen]
    /// What the pages had to complain of.
    let console: [String]
  }

  /// What the browser made of one page.
  struct Seen: Decodable {
    /// The width that it would scroll to, in CSS pixels.
    let scrollWidth: Int
    /// What reaches beyond its edges, or is cut off.
    let cut: [String]
    /// Where the tab key stops, in its order.
    let stops: [Stop]
    /// What axe has found, where it was asked.
    let violations: [String]
  }

  struct Stop: Decodable {
    let element: String
    /// Whether it takes the focus, and is then wholly seen.
    let isSeen: Bool
    let tabIndex: Int
    /// From the top of the page.
    let top: Double
  }

  struct Page {
    let html: String
    /// The width that it is laid out in.
    let width: Int
    /// In the colours for those who like it dark.
    var isDark = false
  }

  /// Lays pages out in frames of a given width, since a window without a screen is never narrower than 500 pixels.
  /// - Parameter axe: the script of axe-core, where it is to be asked.
  static func open(_ pages: [Page], axe: String? = nil) async throws -> Finding {
    guard let executable else { throw CocoaError(.fileNoSuchFile) }
    let folder = FileManager.default.temporaryDirectory.appending(path: "picture-\(UUID().uuidString)")
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    defer { try? FileManager.default.removeItem(at: folder) }
    let frames = pages.map { page in
      var html = page.html
      if page.isDark { html = html.replacing("(prefers-color-scheme: dark)", with: "screen") }
      if axe != nil { html = html.replacing(/<meta http-equiv="Content-Security-Policy"[^>]*>/, with: "") }
      let escaped = html.replacing("&", with: "&amp;").replacing("\"", with: "&quot;")
      return "<iframe style=\"border:0;width:\(page.width)px;height:700px\" srcdoc=\"\(escaped)\"></iframe>"
    }
    let wrapper = """
      <!DOCTYPE html><meta charset="utf-8"><title>frames</title>\(frames.joined())
      <script>const axeSource = \(try quoted(axe ?? ""));</script><script>\(look)</script>
      """
    let page = folder.appending(path: "page.html")
    try wrapper.write(to: page, atomically: true, encoding: .utf8)
    // Files, not pipes: the browser's helpers may hold a pipe open after it has ended.
    let output = folder.appending(path: "out")
    let errors = folder.appending(path: "err")
    for file in [output, errors] { _ = FileManager.default.createFile(atPath: file.path, contents: nil) }
    let process = Process()
    process.executableURL = executable
    process.arguments = [
      "--headless", "--no-sandbox", "--disable-gpu", "--enable-logging=stderr",
      "--user-data-dir=\(folder.path)/profile", "--virtual-time-budget=120000", "--dump-dom",
      page.absoluteString,
    ]
    process.standardOutput = try FileHandle(forWritingTo: output)
    process.standardError = try FileHandle(forWritingTo: errors)
    try await withCheckedThrowingContinuation { (done: CheckedContinuation<Void, any Error>) in
      process.terminationHandler = { _ in done.resume() }
      do { try process.run() } catch { done.resume(throwing: error) }
    }
    let dom = try String(contentsOf: output, encoding: .utf8)
    guard let title = dom.firstMatch(of: /<title>seen ([^<]+)<\/title>/),
      let seen = String(title.output.1).removingPercentEncoding
    else { throw CocoaError(.fileReadCorruptFile) }
    let console = try String(contentsOf: errors, encoding: .utf8).split(separator: "\n")
    return Finding(
      pages: try JSONDecoder().decode([Seen].self, from: Data(seen.utf8)),
      console: console.filter { $0.contains(":CONSOLE") }.map(String.init))
  }

  /// As a text of JavaScript within a page.
  private static func quoted(_ text: String) throws -> String {
    String(decoding: try JSONEncoder().encode(text), as: UTF8.self).replacing("</", with: "<\\/")
  }

  private static let look = #"""
    const short = element => element.outerHTML.slice(0, 120);
    function cut(view, doc) {
      const width = doc.documentElement.clientWidth;
      return [...doc.body.querySelectorAll("*")].filter(element => {
        // What scrolls by itself, what is only heard, and what shows when it has the focus.
        if (element.closest(".wide, .unseen, .skip, .banner, svg")) return false;
        const box = element.getBoundingClientRect();
        if (box.width == 0) return false;
        const hides = view.getComputedStyle(element).overflowX != "visible";
        return box.right > width + 1 || box.left < -1 || (hides && element.scrollWidth > element.clientWidth + 1);
      }).map(short);
    }
    function stops(view, doc) {
      return [...doc.querySelectorAll("a[href], summary, button, input, select, textarea, [tabindex]")]
        .filter(element => element.localName == "summary" || !element.closest("details:not([open])"))
        .map(element => {
          element.focus();
          const box = element.getBoundingClientRect();
          const there = doc.elementFromPoint(box.left + box.width / 2, box.top + Math.min(box.height / 2, 20));
          return {
            element: short(element), tabIndex: element.tabIndex, top: box.top + view.scrollY,
            isSeen: doc.activeElement == element && box.width > 0 && box.left >= 0 && box.top >= 0
              && box.right <= view.innerWidth && there != null && (element.contains(there) || there.contains(element)),
          };
        });
    }
    async function violations(view, doc) {
      if (!axeSource) return [];
      const script = doc.createElement("script");
      script.textContent = axeSource;
      doc.head.append(script);
      // As the reader comes to it: at the top, with nothing in focus.
      doc.activeElement?.blur();
      view.scrollTo(0, 0);
      for (const details of doc.querySelectorAll("details")) details.open = true;
      const found = await view.axe.run(doc, {iframes: false});
      return found.violations.map(it => it.id + ": " + it.nodes.slice(0, 3).map(node => node.html.slice(0, 120)).join(" | "));
    }
    onload = async () => {
      const seen = [];
      for (const frame of document.querySelectorAll("iframe")) {
        const view = frame.contentWindow, doc = frame.contentDocument;
        seen.push({
          scrollWidth: doc.documentElement.scrollWidth, cut: cut(view, doc), stops: stops(view, doc),
          violations: await violations(view, doc),
        });
      }
      document.title = "seen " + encodeURIComponent(JSON.stringify(seen));
    };
    """#
}
