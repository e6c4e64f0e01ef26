import EST
import Intake
import Language
import LocalCluster
import Persistence
import Postgres
import Workflow

/// An error as it is shown: its code, its sentence, and the same in parts for programs.
struct Failure: Error, Sendable {
  let code: ErrorCode
  let message: String
  var details: [JSON.Member] = []
  /// What only `--debug` shows: the server's own words.
  var debug: String?

  init(_ code: ErrorCode, _ message: String, details: JSON = [:], debug: String? = nil) {
    self.code = code
    self.message = message
    if case .object(let members) = details { self.details = members }
    self.debug = debug
  }

  /// `{"error": {"code", "message", "details"}}`.
  var json: JSON {
    [
      "error": [
        "code": .string(code.rawValue), "message": .string(message), "details": .object(details),
      ]
    ]
  }
}

extension Failure {
  /// Every error that a command can end with, in the product's words. What is not known here is a fault of ours.
  init(_ error: any Error, _ language: Language) {
    let messages = language.cli
    switch error {
    case let failure as Failure: self = failure
    case let problem as CommandProblem: self.init(problem, messages)
    case let error as UseCaseError: self.init(error, messages)
    case let error as LocalClusterError: self.init(error, messages)
    case let problem as Printer.Problem: self.init(problem, messages)
    case let problem as FileProblem: self.init(problem, messages)
    case let problem as MappingProblem:
      self.init(CommandProblem.malformedFile(reason: problem.text(messages)), messages)
    case let problem as GeoJSONProblem:
      self.init(CommandProblem.malformedFile(reason: problem.text(messages)), messages)
    default:
      if let error = StoreError(error) {
        self.init(error, messages)
      } else {
        self.init(.fault, messages.fault, debug: "\(error)")
      }
    }
  }

  /// As much as is told of what stands in a list of what would do, and in a path.
  private static let longList = 1_000
  private static let longPath = 300

  private init(_ problem: CommandProblem, _ m: CLIMessages) {
    switch problem {
    case .answerMissing(let option):
      self.init(.answerMissing, m.answerMissing(option: option), details: ["option": .string(option)])
    case .options(.exclusive(let one, let other)): self.init(.usage, m.exclusive(one, other))
    case .options(.oneOf(let options)):
      self.init(.usage, m.oneOf(options), details: ["options": .strings(options)])
    case .options(.needs(let option, let other)): self.init(.usage, m.needs(option, other: other))
    case .badValue(let option, let value, let allowed):
      self.init(
        .usage, m.badValue(option: option, value: value.excerpt(), allowed: allowed.excerpt(Self.longList)),
        details: ["option": .string(option), "allowed": .string(allowed.excerpt(Self.longList))])
    case .noSuchFile(let path):
      let path = path.excerpt(Self.longPath)
      self.init(.noSuchFile, m.noSuchFile(path), details: ["path": .string(path)])
    case .malformedFile(let reason):
      let reason = reason.excerpt(Self.longList)
      self.init(.malformedFile, m.malformedFile(reason), details: ["reason": .string(reason)])
    case .cannotWrite(let reason): self.init(.cannotWrite, m.cannotWrite(reason.excerpt(Self.longPath)))
    case .superuser(let name): self.init(.superuser, m.superuser(name), details: ["user": .string(name)])
    case .skippedHour(let value): self.init(.usage, m.skippedHour(value), details: ["value": .string(value)])
    case .brokenArchive(let path):
      let path = path.excerpt(Self.longPath)
      self.init(.malformedFile, m.language.incidents.brokenArchive(path), details: ["path": .string(path)])
    case .fileChanged(let path):
      let path = path.excerpt(Self.longPath)
      self.init(.malformedFile, m.language.incidents.changedWhileRead(path), details: ["path": .string(path)])
    case .declined: self.init(.nothingToChange, m.declined)
    case .demoNeedsRoom(let municipality):
      self.init(
        .nothingToChange, m.demoNeedsRoom(municipality), details: ["municipality": .string(municipality)])
    }
  }

  /// A file of which nothing has been taken.
  private init(_ problem: FileProblem, _ m: CLIMessages) {
    let reason =
      switch problem {
      case .empty: m.emptyFile
      case .foreignFormat(let format): m.foreignFormat(format.rawValue)
      case .missingColumn(let name, let allowed): m.missingColumn(name, allowed: allowed.map { $0.excerpt() })
      case .duplicateColumn(let one, let other): m.duplicateColumn(one.excerpt(), other.excerpt())
      case .unreadableHeader: m.unreadableHeader
      case .notJSON: m.notJSON
      }
    self.init(CommandProblem.malformedFile(reason: reason), m)
  }

  private init(_ error: LocalClusterError, _ m: CLIMessages) {
    switch error {
    case .notInstalled(let what, let install):
      self.init(
        .programMissing, m.notInstalled(what, install: install), details: ["install": .string(install)])
    case .otherVersion(let version, let install):
      self.init(
        .programMissing, m.otherVersion(version, install: install), details: ["install": .string(install)])
    case .folder(let path, let reason):
      self.init(.localCluster, m.clusterFolder(path, reason: reason), details: ["path": .string(path)])
    case .noServerAccount(let name): self.init(.localCluster, m.noServerAccount(name))
    case .program(let name, let reason): self.init(.unreachable, m.clusterProgram(name, reason: reason))
    case .busy(let path): self.init(.conflict, m.clusterBusy(path))
    case .roleName(let name): self.init(.badValue, m.roleName(name))
    }
  }

  /// What it takes is said with the package of Debian.
  private init(_ problem: Printer.Problem, _ m: CLIMessages) {
    let install = "apt-get install weasyprint"
    switch problem {
    case .notInstalled:
      self.init(.programMissing, m.noWeasyPrint(install: install), details: ["install": .string(install)])
    case .timedOut: self.init(.programFailed, m.pdfTimedOut)
    case .failed(let said):
      self.init(.programFailed, m.pdfFailed, details: ["said": .string(said)], debug: said)
    }
  }
}
