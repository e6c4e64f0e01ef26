import Foundation

/// Another hand's reader of workbooks: openpyxl, where the Python of this machine has it.
public enum OpenPyXL {
  public struct Book: Decodable {
    public let title: String?
    public let created: String
    public let sheets: [Sheet]
  }

  public struct Sheet: Decodable {
    public let name: String
    public let frozen: String?
    public let filter: String?
    public let rows: [[Value]]
  }

  public struct Value: Decodable, Equatable {
    /// openpyxl's letter: `s` text, `n` number, `d` date, `f` formula.
    public let type: String
    public let text: String?

    public init(type: String, text: String?) {
      self.type = type
      self.text = text
    }
  }

  private static let python = Tool.python(with: "openpyxl")
  public static var isFound: Bool { python != nil }

  public static func read(_ bytes: [UInt8]) throws -> Book {
    let path = FileManager.default.temporaryDirectory.appending(path: "read-\(UUID()).xlsx")
    try Data(bytes).write(to: path)
    defer { try? FileManager.default.removeItem(at: path) }
    return try JSONDecoder().decode(
      Book.self, from: Data(try Tool.run(python!, ["-c", script, path.path]).utf8))
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
}
