import EST
import StateMachine

/// What must be so, kept in books of its own: it reads what the world has on record and was answered, and asks none of
/// the code that made it.
final class Model {
  let cast: Cast
  private(set) var violations: [Violation] = []

  private var now: Instant

  // How far each of the world's records has been read.
  var rowsRead = 0
  var factsRead = 0
  var noticesRead = 0
  var reportsRead = 0
  /// How many cycles there were when their calendar was looked at.
  var calendarAudited = 0

  /// The state, revision and hash that each instance has by its rows.
  var ends: [(state: State, revision: Int, hash: UInt64)] = []
  var keys: Set<Key> = []
  var standing: Set<Timer> = []
  /// What was acknowledged as a report, and how many of each local day.
  var reports: [Key: ReportBook] = [:]
  var reportsOfDay: [LocalDate: Int] = [:]
  /// The reports that arrived for each cycle.
  var reportsOfCycle: [Int: [Int]] = [:]
  var firedReminders: Set<Timer> = []
  var adopted: [Int: Cycle.Picture] = [:]
  var isOver: Set<Int> = []
  var mailsAsked = 0

  /// A report as its sender knows it.
  struct ReportBook {
    let unit: Int
    let from: Instant
  }

  init(_ cast: Cast) {
    self.cast = cast
    now = cast.begins
  }

  func blame(_ promise: Promise, _ what: @autoclosure () -> String) {
    // One of a kind says enough, and the first one most.
    guard !violations.contains(where: { $0.promise == promise }) else { return }
    violations.append(Violation(promise: promise, at: now, what: what()))
  }

  func require(_ holds: Bool, _ promise: Promise, _ what: @autoclosure () -> String) {
    if !holds { blame(promise, what()) }
  }

  /// Follows one step that the world has taken.
  func follow(_ step: Step, in world: MemoryWorld) {
    now = world.now
    let rowsBefore = rowsRead
    readReports(world)
    readRows(world)
    readTimers(world)
    readNotices(world)
    switch step {
    case .say(let command, let passage, let reply?):
      hear(reply, to: command, passage, rows: rowsBefore..<rowsRead, world)
    case .round(_, let isDone): if isDone { auditRound(world) }
    case .week: audit(world)
    default: break
    }
  }

  /// What the sender of a command was promised by its answer.
  private func hear(
    _ reply: Reply, to command: Command, _ passage: Passage, rows: Range<Int>, _ world: MemoryWorld
  ) {
    switch reply {
    case .taken(let state, let revision):
      let last = rows.last.map { world.log[$0] }
      require(
        rows.contains {
          world.log[$0].key == command.key && world.log[$0].revision == revision
            && world.log[$0].to == state
        },
        .onceForEachKey,
        "what was acknowledged is not in the log, which ends with \(String(describing: last))")
    case .repeated, .refused:
      require(rows.isEmpty, .onceForEachKey, "\(reply) wrote \(rows.count) rows")
    case .done:
      if case .report(let unit, let from) = command.operation,
        reports.updateValue(ReportBook(unit: unit, from: from), forKey: command.key) == nil
      {
        reportsOfDay[world.zone.local(from).date, default: 0] += 1
      }
    }
  }

  /// Looks at everything that is to be so at any time when nobody is at work.
  func audit(_ world: MemoryWorld) {
    auditCycles(world)
    auditTimers(world)
    auditReports(world)
    auditMail(world)
  }

  /// The last look at a run.
  func close(_ world: MemoryWorld) {
    audit(world)
    auditChains(world)
    for item in world.outbox {
      require(
        item.state == .delivered || item.state == .dead, .everyMailAccountedFor,
        "\(item.notice) ends \(item.state) after \(item.attempts) attempts")
    }
  }
}
