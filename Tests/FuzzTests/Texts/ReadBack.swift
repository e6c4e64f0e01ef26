import Foundation
import TestSupport

/// Readers of other hands, for what the product has written.
enum ReadBack {
  /// A table by RFC 4180, as strictly as it is told there, with semicolons.
  static func table(_ text: String) throws -> [[String]] {
    var rows: [[String]] = []
    var row: [String] = []
    var cell = String.UnicodeScalarView()
    var rest = Array(text.unicodeScalars)[...]
    func end() {
      row.append(String(cell))
      cell = .init()
    }
    while let scalar = rest.popFirst() {
      switch scalar {
      case "\"" where cell.isEmpty:
        while true {
          guard let inner = rest.popFirst() else {
            throw Flaw("a quote that never ends: \(text.debugDescription)")
          }
          if inner != "\"" {
            cell.append(inner)
          } else if rest.first == "\"" {
            cell.append(rest.removeFirst())
          } else {
            break
          }
        }
        guard rest.first == ";" || rest.first == "\r" else {
          throw Flaw("text after a quote: \(text.debugDescription)")
        }
      case "\"": throw Flaw("a quote within a bare cell: \(text.debugDescription)")
      case ";": end()
      case "\r":
        guard rest.popFirst() == "\n" else { throw Flaw("a bare CR: \(text.debugDescription)") }
        end()
        rows.append(row)
        row = []
      case "\n": throw Flaw("a bare LF: \(text.debugDescription)")
      default: cell.append(scalar)
      }
    }
    guard row.isEmpty, cell.isEmpty else { throw Flaw("a line without an end: \(text.debugDescription)") }
    return rows
  }

  /// Whether no spreadsheet takes a cell for a formula, and nothing in it steers a terminal.
  static func isPlain(_ cell: String) throws {
    let ignored: Set<Unicode.Scalar> = [" ", "\u{A0}", "\u{FEFF}", "\u{200B}", "\u{3000}"]
    let first = cell.unicodeScalars.first { !ignored.contains($0) }
    if let first, "=+-@\t\r\n＝＋－＠".unicodeScalars.contains(first), Double(cell) == nil {
      throw Flaw("a formula: \(cell.prefix(100).debugDescription)")
    }
    try Promise.isTerminalSafe(cell)
  }
}
