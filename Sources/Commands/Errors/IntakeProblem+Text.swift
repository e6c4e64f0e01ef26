import EST
import Language

extension IntakeProblem {
  /// What is wrong with the field, without its name and without a full stop.
  func text(_ messages: CLIMessages) -> String {
    switch self {
    case .missing: messages.missing
    case .unknownCategory(let allowed): messages.unknownCategory(allowed: allowed)
    case .unknownArea: messages.unknownArea
    case .unknownUnit: messages.unknownUnit
    case .unknownValue(let allowed): messages.unknownValue(allowed: allowed)
    case .notATime: messages.notATime
    case .impossibleTime: messages.impossibleTime
    case .skippedHour: messages.inSkippedHour
    case .endsBeforeItBegins: messages.endsBeforeItBegins
    case .inTheFuture: messages.inTheFuture
    case .notANumber: messages.notANumber
    case .negative: messages.negative
    case .outsideSweden: messages.outsideSweden
    case .outsideEveryArea: messages.outsideEveryArea
    case .unsafePlaceNeedsReason: messages.unsafePlaceNeedsReason
    case .insideDwelling: messages.insideDwelling
    case .tooLong(let limit): messages.tooLong(limit: limit)
    case .controlCharacter: messages.controlCharacter
    case .personalData(let kind, let position): messages.personalData(kind.rawValue, position: position)
    case .wrongColumnCount(let expected, let found):
      messages.wrongColumnCount(expected: expected, found: found)
    case .unterminatedQuote: messages.unterminatedQuote
    case .invalidEncoding: messages.invalidEncoding
    case .lineTooLong(let limit): messages.lineTooLong(limit: limit)
    case .malformed(let expected): messages.malformed(expected: expected)
    }
  }

  /// The word of the problem for programs, such as `unknownArea`: the case's name.
  var word: String { String("\(self)".prefix { $0.isLetter }) }
}
