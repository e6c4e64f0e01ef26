/// What is wrong with one field of a report, typed or imported. Texts for people are made of it elsewhere.
///
/// `allowed` is short and in the user's own terms, such as the codes that would do. The value found is kept only
/// where it cannot hold personal data.
public enum IntakeProblem: Error, Hashable, Sendable {
  case missing
  case unknownCategory(allowed: String)
  case unknownArea
  case unknownUnit
  case unknownValue(allowed: String)
  case notATime
  /// There is no such day or hour, such as 30 February.
  case impossibleTime
  /// The hour that summer time skips.
  case skippedHour
  case endsBeforeItBegins
  /// An event that has happened cannot lie ahead.
  case inTheFuture
  case notANumber
  case negative
  /// A point outside Sweden.
  case outsideSweden
  /// A point that lies in none of the municipality's areas.
  case outsideEveryArea
  case unsafePlaceNeedsReason
  case insideDwelling
  case tooLong(limit: Int)
  case controlCharacter
  /// Personal data at `position` (characters from 1): the kind, never the value.
  case personalData(PersonalDataKind, position: Int)
  case wrongColumnCount(expected: Int, found: Int)
  case unterminatedQuote
  case invalidEncoding
  case lineTooLong(limit: Int)
  case malformed(expected: String)
}

/// What kind of personal data the screen found.
public enum PersonalDataKind: String, Sendable, CaseIterable, Hashable {
  case personalNumber = "personal-number"
  case phoneNumber = "phone-number"
  case emailAddress = "email-address"
  case vehiclePlate = "vehicle-plate"
}
