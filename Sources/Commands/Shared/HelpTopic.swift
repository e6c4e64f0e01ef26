import Language

/// What `est help` explains beside the commands: the contract that scripts rely on.
enum HelpTopic: String, CaseIterable {
  case exitCodes = "exit-codes"
  case errors

  /// `est help exit-codes`, with or without options after it; `nil` where the command line asks for something else.
  init?(_ arguments: [String]) {
    guard arguments.first == "help", arguments.count >= 2 else { return nil }
    self.init(rawValue: arguments[1])
  }

  func text(_ language: Language) -> String {
    let m = language.cli
    let table: Table
    switch self {
    case .exitCodes:
      table = Table(
        [.init(m.exitStatus, .right), .init(m.meaning)],
        ExitStatus.allCases.map { [String($0.rawValue), m.exitStatus($0.rawValue)] })
    case .errors:
      table = Table(
        [.init(m.code), .init(m.exitStatus, .right), .init(m.meaning)],
        ErrorCode.allCases.map { [$0.rawValue, String($0.exitStatus.rawValue), m.errorCode($0.rawValue)] })
    }
    return table.lines(isBold: Console.current.isStyled).joined(separator: "\n") + "\n"
  }
}
