/// How a command ends, after `sysexits.h`. A contract with every script.
enum ExitStatus: Int32, Sendable, CaseIterable {
  case done = 0
  /// Refused by a rule of the cycle.
  case refused = 1
  case usage = 64
  case badData = 65
  case noInput = 66
  case unavailable = 69
  case fault = 70
  case cannotWrite = 73
  /// The outcome is unknown; repeating is safe.
  case unknownOutcome = 74
  case tryAgain = 75
  case notAllowed = 77
  case configuration = 78
}
