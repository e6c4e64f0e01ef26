import EST

/// What happens next in a run. The same steps are taken in every world.
enum Step {
  /// The clock shows this from now on.
  case time(Instant)
  case say(Command, Passage, Reply?)
  case round([WorkerFate], isDone: Bool)
  case deliver
  /// A week has gone: the time to compare and to audit.
  case week
}

/// One run: its seed decides everything, and the world in memory takes each step as it is made.
struct Simulation {
  let seed: UInt64
  let world: MemoryWorld
  let post: PostOffice
  private let weather: Weather
  private let ends: Instant
  private var actors: Actors
  private var choices: Choices
  private var racing: Choices
  private var queue: [Step] = []
  /// What somebody has had no answer to and says again, with the time from which on they do.
  private var unanswered: [(command: Command, from: Instant)] = []
  private var workersReturn: Instant
  private var nextWeek: Instant
  private var nextPost: Instant
  private var isClosing = false
  /// How often each thing happened, for the account of the run.
  private(set) var tally = Tally()

  init(seed: UInt64, days: Int, weather: Weather = Weather()) {
    self.seed = seed
    var choices = Choices(seed: seed)
    let cast = Cast(&choices)
    world = MemoryWorld(cast)
    self.weather = weather
    let unknown = cast.people.indices.filter { _ in choices.once(in: 15) }
    post = PostOffice(seed: seed, unknown: Set(unknown))
    actors = Actors(choices: choices.fork())
    racing = choices.fork()
    self.choices = choices
    ends = cast.begins.advanced(minutes: days * 24 * 60)
    workersReturn = cast.begins
    nextWeek = cast.begins.advanced(minutes: 7 * 24 * 60)
    nextPost = cast.begins
  }

  /// Takes the next step in the world, and says what it was; `nil` when the run is over and all is quiet.
  mutating func next() -> Step? {
    if queue.isEmpty { plan() }
    guard !queue.isEmpty else { return nil }
    let step = queue.removeFirst()
    return take(step)
  }

  private mutating func take(_ step: Step) -> Step {
    tally.steps += 1
    switch step {
    case .time(let now): world.now = now
    case .say(let command, let passage, _):
      tally.operations += passage == .doubled ? 2 : 1
      if passage == .lost || passage == .replyLost {
        tally.messages += 1
        unanswered.append((command, world.now.advanced(minutes: choices.between(1...600))))
      }
      guard passage != .lost else { return step }
      let reply = world.carryOut(command)
      if passage == .doubled {
        tally.messages += 1
        _ = world.carryOut(command)
      }
      return .say(command, passage, reply)
    case .round(let crew, _):
      tally.rounds += 1
      tally.deaths += crew.count { $0 != .lives }
      let isDone = world.round(crew, &racing)
      if !isDone { tally.unfinished += 1 }
      return .round(crew, isDone: isDone)
    case .deliver: world.deliver(post, &racing)
    case .week: tally.weeks += 1
    }
    return step
  }

  /// Queues what the next moment brings.
  private mutating func plan() {
    guard world.now < ends else { return close() }
    let now = passTime()
    queue.append(.time(now))
    if now >= workersReturn {
      queue.append(.round(WorkerFate.crew(weather, &choices), isDone: false))
      // Longer than any back-off: which retry is due then depends on no jitter.
      if now >= nextPost {
        nextPost = now.advanced(minutes: 10 * 60)
        queue.append(.deliver)
      }
    }
    if let index = unanswered.firstIndex(where: { $0.from <= now }) {
      queue.append(.say(unanswered.remove(at: index).command, .arrives, nil))
    }
    world.now = now
    for _ in 0..<choices.one(0, 1, 1, 2) {
      guard let command = actors.next(in: world) else { continue }
      queue.append(.say(command, Passage(weather, &choices), nil))
    }
    if now >= nextWeek {
      nextWeek = now.advanced(minutes: 7 * 24 * 60)
      queue.append(.week)
    }
  }

  /// At the end the workers are given the time to finish, so that nothing is left open that they could close.
  private mutating func close() {
    guard !isClosing else { return }
    isClosing = true
    queue.append(.round([.lives], isDone: false))
    for step in 1...14 { queue += [.time(world.now.advanced(minutes: step * 12 * 60)), .deliver] }
    queue.append(.week)
  }

  private mutating func passTime() -> Instant {
    if choices.once(in: weather.absences) {
      tally.absences += 1
      workersReturn = world.now.advanced(minutes: choices.between(1...42) * 24 * 60)
    }
    if choices.once(in: weather.leaps) {
      tally.jumps += 1
      return world.now.advanced(minutes: choices.between(60...(42 * 24 * 60)))
    }
    if choices.once(in: weather.relapses) {
      tally.jumps += 1
      return world.now.advanced(minutes: -choices.between(1...(choices.once(in: 5) ? 2 * 24 * 60 : 90)))
    }
    let minutes =
      switch choices.below(20) {
      case 0..<6: choices.between(1...59)
      case 6..<14: choices.between(60...480)
      case 14..<19: choices.between(480...1440)
      default: choices.between(1440...4320)
      }
    return world.now.advanced(minutes: minutes)
  }
}

/// What a run came to.
struct Tally: Sendable {
  var steps = 0
  var weeks = 0
  /// What participants said, repetitions included.
  var operations = 0
  var rounds = 0
  /// Faults that the product had to bear.
  var deaths = 0
  var unfinished = 0
  var messages = 0
  var absences = 0
  var jumps = 0

  static func += (a: inout Tally, b: Tally) {
    a.steps += b.steps
    a.weeks += b.weeks
    a.operations += b.operations
    a.rounds += b.rounds
    a.deaths += b.deaths
    a.unfinished += b.unfinished
    a.messages += b.messages
    a.absences += b.absences
    a.jumps += b.jumps
  }
}
