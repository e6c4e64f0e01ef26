import Foundation

/// Writes one Swift file that holds the text of every migration: `SchemaEmbedder OUTPUT MIGRATION...`.
@main struct SchemaEmbedder {
  static func main() throws {
    let arguments = CommandLine.arguments.dropFirst()
    guard let output = arguments.first else { return }
    var swift = "extension Migration {\n  /// Every migration of this build, lowest number first.\n"
    swift += "  public static let all: [Migration] = [\n"
    for path in arguments.dropFirst() {
      let name = URL(filePath: path).deletingPathExtension().lastPathComponent
      let sql = try String(contentsOfFile: path, encoding: .utf8)
      swift += "    Migration(file: \"\(name)\", sql: ##\"\"\"\n\(sql)\n\"\"\"##),\n"
    }
    swift += "  ]\n}\n"
    try swift.write(toFile: output, atomically: true, encoding: .utf8)
  }
}
