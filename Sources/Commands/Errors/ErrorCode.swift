/// The product's errors, by the code that stands in manuals and scripts. A code keeps its meaning for ever; its
/// sentence may be bettered.
enum ErrorCode: String, Sendable, CaseIterable {
  // What was typed or given.
  case usage = "EST100"
  case badValue = "EST101"
  case choiceMissing = "EST102"
  case notFound = "EST103"
  case taken = "EST104"
  case personalData = "EST105"
  case nothingToChange = "EST106"
  case answerMissing = "EST107"
  case noSuchFile = "EST108"
  case malformedFile = "EST109"

  // The rules of the cycle.
  case notInThisState = "EST120"
  case conditionUnmet = "EST121"
  case unknownEvent = "EST122"
  case databaseRule = "EST123"
  case noOpenPeriod = "EST124"
  case productRule = "EST125"
  case brokenLog = "EST126"
  case notProvable = "EST127"
  case publicTooEarly = "EST128"
  case brokenPicture = "EST129"

  // Who may.
  case roleMissing = "EST130"
  case notParticipant = "EST131"
  case onlyInTrial = "EST132"
  case superuser = "EST133"

  // The database.
  case unreachable = "EST140"
  case notAdmitted = "EST141"
  case unknownOutcome = "EST142"
  case conflict = "EST143"
  case outOfTime = "EST144"
  case diskFull = "EST145"
  case unsafeConnection = "EST146"
  case serverNotTrusted = "EST147"
  case certificateUnusable = "EST148"

  // The schema and the machine it runs on.
  case schemaMissing = "EST150"
  case schemaOlder = "EST151"
  case schemaNewer = "EST152"
  case schemaAltered = "EST153"
  case extensionMissing = "EST154"
  case trialIsFixed = "EST155"
  case otherMachine = "EST156"
  case strandedInstances = "EST157"
  case logBehind = "EST158"
  case rolesMissing = "EST159"
  case programMissing = "EST160"
  case localCluster = "EST161"
  case programFailed = "EST162"
  case cannotWrite = "EST170"
  case fault = "EST199"

  var exitStatus: ExitStatus {
    switch self {
    case .usage, .choiceMissing, .nothingToChange, .answerMissing, .unknownEvent: .usage
    case .badValue, .notFound, .taken, .personalData, .malformedFile: .badData
    case .noSuchFile: .noInput
    case .notInThisState, .conditionUnmet, .databaseRule, .noOpenPeriod, .productRule, .brokenLog,
      .brokenPicture, .notProvable, .publicTooEarly, .strandedInstances:
      .refused
    case .roleMissing, .notParticipant, .onlyInTrial: .notAllowed
    case .unreachable, .notAdmitted, .serverNotTrusted, .diskFull, .programMissing, .programFailed:
      .unavailable
    case .unknownOutcome: .unknownOutcome
    case .conflict, .outOfTime: .tryAgain
    case .superuser, .unsafeConnection, .certificateUnusable, .schemaMissing, .schemaOlder, .schemaNewer,
      .schemaAltered, .extensionMissing, .rolesMissing, .trialIsFixed, .otherMachine, .logBehind,
      .localCluster:
      .configuration
    case .cannotWrite: .cannotWrite
    case .fault: .fault
    }
  }
}
