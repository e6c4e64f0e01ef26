import Foundation

/// Another hand's reader of workbooks: openpyxl, where the Python of this machine has it.
enum OpenPyXL {
  struct Book: Decodable {
    let title: String?
    let created: String
    let sheets: [Sheet]
  }

  struct Sheet: Decodable {
    let name: String
    let frozen: String?
    let filter: String?
    let rows: [[Value]]
  }

  struct Value: Decodable, Equatable {
    /// openpyxl's letter: `s` text, `n` number, `d` date, `f` formula.
    let type: String
    let text: String?
  }

  /// The first on the path that has it, or the system's own.
  private static let python = ["python3", "/usr/bin/python3"].first {
    (try? run("import openpyxl", [], by: $0)) != nil
  }
  static var isFound: Bool { python != nil }

  static func read(_ bytes: [UInt8]) throws -> Book {
    let path = FileManager.default.temporaryDirectory.appending(path: "read-\(UUID()).xlsx")
    try Data(bytes).write(to: path)
    defer { try? FileManager.default.removeItem(at: path) }
    return try JSONDecoder().decode(Book.self, from: try run(script, [path.path], by: python!))
  }

  private static let script = """
    import json, sys, openpyxl
    book = openpyxl.load_workbook(sys.argv[1])
    def value(cell):
        text = cell.value
        if text is not None:
            text = text.isoformat() if cell.data_type == "d" else repr(text) if cell.data_type == "n" else text
        return {"type": cell.data_type, "text": text}
    json.dump({
        "title": book.properties.title, "created": book.properties.created.isoformat(),
        "sheets": [{"name": s.title, "frozen": s.freeze_panes, "filter": s.auto_filter.ref,
                    "rows": [[value(c) for c in row] for row in s.iter_rows(max_col=s.max_column)]}
                   for s in book.worksheets]}, sys.stdout)
    """

  private struct Failed: Error {}

  private static func run(_ script: String, _ arguments: [String], by python: String) throws -> Data {
    let process = Process()
    process.executableURL = URL(filePath: "/usr/bin/env")
    process.arguments = [python, "-c", script] + arguments
    let output = Pipe()
    process.standardOutput = output
    process.standardError = FileHandle.nullDevice
    try process.run()
    let data = try output.fileHandleForReading.readToEnd() ?? Data()
    process.waitUntilExit()
    guard process.terminationStatus == 0 else { throw Failed() }
    return data
  }
}
