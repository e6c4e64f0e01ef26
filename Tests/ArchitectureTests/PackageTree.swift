import Foundation

/// The package's own files, as they lie on the disk.
enum PackageTree {
  static let root = URL(filePath: #filePath)
    .deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()

  /// The text files under `folders`, sorted, by their paths from the root.
  static func files(under folders: String..., ending: String = "") throws -> [(path: String, text: String)] {
    try folders.flatMap { folder in
      try FileManager.default.subpathsOfDirectory(atPath: root.appending(path: folder).path)
        .map { "\(folder)/\($0)" }
    }
    .filter { $0.hasSuffix(ending) && !$0.split(separator: "/").contains { $0.hasPrefix(".") } }
    .sorted()
    .compactMap { path in
      let url = root.appending(path: path)
      guard try url.resourceValues(forKeys: [.isRegularFileKey]).isRegularFile == true,
        let text = String(data: try Data(contentsOf: url), encoding: .utf8)
      else { return nil }
      return (path, text)
    }
  }

  /// The Swift files of a target's folder.
  static func sources(of target: Target) throws -> [SwiftSource] {
    try files(under: target.folder, ending: ".swift").map { SwiftSource(path: $0.path, $0.text) }
  }

  static func manifest() throws -> String {
    try String(contentsOf: root.appending(path: "Package.swift"), encoding: .utf8)
  }
}
