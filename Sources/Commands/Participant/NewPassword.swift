import ArgumentParser
import Foundation

/// A password, from a file or from whoever sits at the terminal. Never from the command line, which others can read.
struct NewPassword: ParsableArguments {
  static let lengths = 12...200

  @Option(
    name: .customLong("password-file"),
    help: ArgumentHelp(
      "Fil med lösenordet, minst 12 tecken, på första raden; - är standard in.", valueName: "fil"))
  var file: String?

  /// - Throws: `CommandProblem.answerMissing` where there is neither a file nor a person; `.badValue` for a password
  ///   that is too short, too long or not one line.
  func read(_ context: Context, for login: String) throws -> String {
    let option = "--password-file"
    if let file {
      let text = String(decoding: try InputFile.data(file), as: UTF8.self)
      let line = text.split(separator: "\n", omittingEmptySubsequences: false).first.map(String.init) ?? ""
      return try Self.checked(line.hasSuffix("\r") ? String(line.dropLast()) : line, option)
    }
    let m = context.messages
    return try context.prompt.askSecret(m.newPassword(login), again: m.samePassword, option: option) {
      try Self.checked($0, option)
    }
  }

  private static func checked(_ password: String, _ option: String) throws -> String {
    let isLine = password.unicodeScalars.allSatisfy { $0.properties.generalCategory != .control }
    guard lengths.contains(password.count), isLine else {
      throw CommandProblem.badValue(
        option: option, value: "…", allowed: "\(lengths.lowerBound)–\(lengths.upperBound)")
    }
    return password
  }
}
