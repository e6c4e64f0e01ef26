import EST
import Foundation
import Postgres
import Workflow

extension DatabaseWorld {
  /// The crew at work at the same time; then one of the living looks once more, as each would all the time: they pass
  /// over what another holds at the moment, also where that other comes to nothing with it.
  func round(_ crew: [WorkerFate]) async throws {
    // Where nothing was to be done, one is enough to find nothing: without rows to write nobody races and nobody dies.
    let crew = hasWork ? crew : [.lives]
    let living = crew.count { $0 == .lives }
    try await setClocks(living)
    var dying: [Engine] = []
    for case .dies(let after) in crew { dying.append(victim(after)) }
    let dead = dying
    let alive = workers.prefix(living)
    try await withThrowingTaskGroup(of: Void.self) { group in
      for worker in alive {
        group.addTask { _ = try await worker.round() }
      }
      for worker in dead {
        group.addTask {
          // It may also come through, where there was less to do than its life was long.
          _ = try? await worker.round()
          await worker.database.close()
        }
      }
      try await group.waitForAll()
    }
    guard crew.count > 1 else { return }
    if !dead.isEmpty { try await untilTheDeadAreGone() }
    _ = try await workers[0].round()
  }

  /// Whether the step that the world in memory has just taken wrote anything.
  private var hasWork: Bool {
    memory.log.count > rowsBefore || memory.timerFacts.count > factsBefore
  }

  /// A session that has lost its client, or its life, keeps its locks until the server has cleared it away.
  private func untilTheDeadAreGone() async throws {
    let limit = ContinuousClock.now + .seconds(600)
    while ContinuousClock.now < limit {
      let left = try await database.session { session in
        try session.one(
          """
          select count(*) from pg_stat_activity
          where datname = current_database() and application_name = \(DatabaseWorld.victimName)
          """, as: Int.self)
      }
      if left == 0 { return }
    }
    differ("a dead worker's session does not go")
  }

  private static let victimName = "est-simulated-victim"

  /// Sessions of the workers that live see the run's time until they are told another.
  private func setClocks(_ count: Int) async throws {
    let time = time
    for worker in workers.prefix(max(1, count)) {
      try await worker.database.session { session in
        try session.execute("select set_config('est.now', \(time), false)")
      }
    }
  }

  private var time: String { now.rfc3339(in: .stockholm) }

  /// A worker that dies at the row that it writes after so many.
  private func victim(_ after: Int) -> Engine {
    victims += 1
    var options = Self.patient
    options.maximumConnections = 1
    options.applicationName = Self.victimName
    options.setup = """
      select set_config('est.now', '\(time)', false), set_config('est.dies_after', '\(3 * after)', false),
        set_config('est.dies_silently', '\(victims.isMultiple(of: 2) ? "yes" : "no")', false)
      """
    return Engine(Database(database.conninfo, options: options), isPrivate: true)
  }

  /// Delivers all that may be tried now. A worker that dies with a mail in its hands is followed by another.
  func deliver() async throws {
    try await setClocks(1)
    let mailer = mailer
    while true {
      let worker = workers[0]
      do {
        let isOne = try await Task { try await worker.deliverNext(mailer) }.value
        if !isOne { return }
      } catch is CancellationError {
        continue
      }
    }
  }

  /// The post office of the run. A worker's death is that its task is cancelled, which writes nothing down any more.
  private var mailer: Mailer {
    let (post, now) = (post, now)
    let people = Dictionary(
      uniqueKeysWithValues: cast.people.enumerated().compactMap { index, person in
        Self.address(person).map { ($0, index) }
      })
    return Mailer { _, arguments, _ in
      let person = people[arguments.last!]!
      if post.death(with: person, at: now).dies { withUnsafeCurrentTask { $0?.cancel() } }
      return switch post.reply(to: person, at: now) {
      case .accepted: .exited(0, said: "")
      case .later: .exited(75, said: "")
      case .never: .exited(67, said: "")
      }
    }
  }
}
