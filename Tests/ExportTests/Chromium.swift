import Foundation

/// A browser that opens a page without a window, where one is installed.
enum Chromium {
  static let executable: URL? = {
    let folders = (ProcessInfo.processInfo.environment["PATH"] ?? "").split(separator: ":")
    return ["chromium", "chromium-browser", "google-chrome"].lazy
      .flatMap { name in folders.map { URL(filePath: "\($0)/\(name)") } }
      .first { FileManager.default.isExecutableFile(atPath: $0.path) }
  }()

  struct Finding {
    /// The width that each page would scroll to, in CSS pixels.
    let scrollWidths: [Int]
    /// What the pages had to complain of.
    let console: [String]
  }

  struct Page {
    let html: String
    /// The width that it is laid out in.
    let width: Int
  }

  /// Lays pages out in frames of a given width, since a window without a screen is never narrower than 500 pixels.
  static func open(_ pages: [Page]) async throws -> Finding {
    guard let executable else { throw CocoaError(.fileNoSuchFile) }
    let folder = FileManager.default.temporaryDirectory.appending(path: "picture-\(UUID().uuidString)")
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    defer { try? FileManager.default.removeItem(at: folder) }
    let frames = pages.map { page in
      let escaped = page.html.replacing("&", with: "&amp;").replacing("\"", with: "&quot;")
      return "<iframe style=\"border:0;width:\(page.width)px;height:700px\" srcdoc=\"\(escaped)\"></iframe>"
    }
    let wrapper = """
      <!DOCTYPE html><title>frames</title>\(frames.joined())<script>
      onload = () => {
        document.title = "widths " + [...document.querySelectorAll("iframe")]
          .map(frame => frame.contentDocument.documentElement.scrollWidth).join(" ");
      };
      </script>
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
      "--user-data-dir=\(folder.path)/profile", "--dump-dom", page.absoluteString,
    ]
    process.standardOutput = try FileHandle(forWritingTo: output)
    process.standardError = try FileHandle(forWritingTo: errors)
    try await withCheckedThrowingContinuation { (done: CheckedContinuation<Void, any Error>) in
      process.terminationHandler = { _ in done.resume() }
      do { try process.run() } catch { done.resume(throwing: error) }
    }
    let dom = try String(contentsOf: output, encoding: .utf8)
    guard let title = dom.firstMatch(of: /<title>widths ([0-9 ]+)<\/title>/) else {
      throw CocoaError(.fileReadCorruptFile)
    }
    let console = try String(contentsOf: errors, encoding: .utf8).split(separator: "\n")
    return Finding(
      scrollWidths: title.output.1.split(separator: " ").compactMap { Int($0) },
      console: console.filter { $0.contains(":CONSOLE") }.map(String.init))
  }
}
