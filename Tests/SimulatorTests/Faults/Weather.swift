import EST

/// How much goes wrong in a run without anybody's doing: what the product has to bear.
struct Weather: Sendable {
  /// How many steps of a thousand end in each of these.
  var lostCommands = 25
  var lostReplies = 25
  var doubledCommands = 25
  /// Of a hundred rounds.
  var deaths = 10
  /// Whether a round may end with every worker dead, its work half done. A world that cannot stop at the same place
  /// as another is spared that.
  var mayAllDie = true
  /// One step in so many: weeks without any worker while people go on, a clock that jumps ahead, and one that jumps
  /// back.
  var absences = 900
  var leaps = 500
  var relapses = 200

  static let comparable: Weather = {
    var weather = Weather()
    weather.mayAllDie = false
    // On PostgreSQL each costs a new session, whose caches are cold.
    weather.deaths = 3
    return weather
  }()
}

/// What becomes of a message on its way.
enum Passage: Sendable {
  case arrives
  /// It never arrives, and its sender says it again later.
  case lost
  /// It arrives, its answer does not: its sender says it again later.
  case replyLost
  /// It arrives twice.
  case doubled

  init(_ weather: Weather, _ choices: inout Choices) {
    let draw = choices.below(1000)
    let lost = weather.lostCommands
    let unanswered = lost + weather.lostReplies
    let doubled = unanswered + weather.doubledCommands
    self = draw < lost ? .lost : draw < unanswered ? .replyLost : draw < doubled ? .doubled : .arrives
  }
}

extension WorkerFate {
  /// One to four workers, some of whom die at any step.
  static func crew(_ weather: Weather, _ choices: inout Choices) -> [WorkerFate] {
    var crew: [WorkerFate] = (0..<choices.one(1, 1, 1, 2, 3, 4)).map { _ in
      choices.percent(weather.deaths) ? .dies(after: choices.between(1...12)) : .lives
    }
    if !weather.mayAllDie && !crew.contains(.lives) { crew.append(.lives) }
    return crew
  }
}
