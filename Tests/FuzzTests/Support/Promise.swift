import EST
import Foundation
import Language

@testable import Commands

/// What is promised of everything that is said about an input.
enum Promise {
  /// Of a foreign input so much may be repeated, and what is ours has room beside it.
  static let longestRefusal = 3_000

  /// A refusal in both languages: a sentence without control characters, short, with a code that is no fault of ours.
  static func isKept(by error: any Error) throws {
    for language in Language.allCases { try isKept(by: Failure(error, language)) }
  }

  static func isKept(by failure: Failure) throws {
    guard failure.code != .fault else { throw Flaw("a fault: \(failure.debug ?? failure.message)") }
    guard !failure.message.isEmpty else { throw Flaw("\(failure.code) says nothing") }
    guard !failure.message.contains(where: \.isNewline) else {
      throw Flaw("several lines: \(failure.message)")
    }
    try isSayable(failure.message)
    try isSayable(failure.json.text)
  }

  /// Whether a text may reach a person as it is.
  static func isSayable(_ text: String) throws {
    if let control = text.unicodeScalars.first(where: { $0 != "\n" && $0.isInvisible }) {
      throw Flaw("U+\(String(control.value, radix: 16)) in \(text.prefix(300).debugDescription)")
    }
    guard text.utf8.count <= longestRefusal else {
      throw Flaw("\(text.utf8.count) bytes: \(text.prefix(300).debugDescription)")
    }
  }

  /// What a terminal is given.
  static func isTerminalSafe(_ text: String) throws {
    if let control = text.unicodeScalars.first(where: { $0 != "\n" && $0.isInvisible }) {
      throw Flaw(
        "U+\(String(control.value, radix: 16)) to the terminal: \(text.prefix(300).debugDescription)")
    }
  }
}
