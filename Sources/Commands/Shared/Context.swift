import EST
import Foundation
import Language
import Workflow

/// What a command has at hand: its options, its words, and the engine once it asks for it.
struct Context: Sendable {
  let options: Common
  let console: Console
  let connection: Connection
  let progress: ProgressLine

  /// The global options, with what the environment says where they are silent.
  struct Common: Sendable {
    let municipality: MunicipalityCode?
    let group: String?
    let participant: String?
    let now: Instant?
    let key: UUID
    let isDryRun: Bool
    let isYes: Bool
  }

  /// Where the group has no other: the zone in which local times are read and instants shown.
  let zone = ZoneRules.stockholm
  let prompt: Prompt

  var language: Language { console.language }
  var messages: CLIMessages { console.language.cli }

  init(_ options: GlobalOptions, _ console: Console) throws {
    func named(_ variable: String) -> String? {
      console.environment[variable].flatMap { $0.isEmpty ? nil : $0 }
    }
    self.console = console
    let ambient = try named("EST_MUNICIPALITY").map { text in
      guard let code = MunicipalityCode(text) else {
        throw CommandProblem.badValue(option: "EST_MUNICIPALITY", value: text, allowed: "2480")
      }
      return code
    }
    self.options = Common(
      municipality: options.municipality ?? ambient, group: options.group,
      participant: options.participant ?? named("EST_AS"),
      now: try options.now?.instant(in: .stockholm), key: options.key ?? Context.newKey(),
      isDryRun: options.isDryRun, isYes: options.isYes)
    prompt = Prompt(console: console, isPossible: console.isInputTerminal && !options.isWithoutInput)
    progress = ProgressLine(console, isQuiet: options.isQuiet)
    connection = Connection(
      try Target(
        option: options.database, isInsecure: options.isInsecure, environment: console.environment),
      console, progress)
  }

  /// The private cluster's connection, whatever database is named. Whoever opens it closes it.
  func local() -> Connection { Connection(.local, console, progress) }

  /// Who speaks, as the options say.
  var caller: Caller {
    Caller(
      identity: options.participant.map { .login($0) } ?? .connection, municipality: options.municipality,
      group: options.group, now: options.now, key: options.key, isDryRun: options.isDryRun)
  }

  /// The engine behind a database whose schema is this program's.
  func engine() async throws -> Engine { try await connection.ready().engine }

  /// Carries out one use case, in one transaction.
  func desk<T: Sendable>(_ body: @escaping @Sendable (Desk) throws -> T) async throws -> T {
    try await engine().run(caller, body)
  }

  /// An instant for programs: RFC 3339 with the offset of `zone`.
  func json(_ instant: Instant, in zone: ZoneRules = .stockholm) -> JSON {
    .string(instant.rfc3339(in: zone))
  }

  /// An instant for people: `2026-11-23 07:30`.
  func text(_ instant: Instant, in zone: ZoneRules = .stockholm) -> String {
    let local = zone.local(instant)
    return "\(local.date) \(LocalTime(hour: local.time.hour, minute: local.time.minute)!)"
  }

  /// Asks for consent to what cannot be undone, unless `--yes` gave it.
  /// - Throws: `CommandProblem.declined`; `.answerMissing` where nobody can be asked.
  func confirm(_ question: String) throws {
    guard !options.isYes else { return }
    guard try prompt.confirm(question) else { throw CommandProblem.declined }
  }

  /// A key of the client's own (UUIDv7).
  private static func newKey() -> UUID {
    var random = SystemRandomNumberGenerator()
    let now = Instant(microseconds: Int64(Date().timeIntervalSince1970 * 1_000_000))
    return Identifier<Subject.Incident>(at: now, using: &random).uuid
  }
}
