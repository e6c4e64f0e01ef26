import EST
import Foundation
import Testing

@testable import Persistence
@testable import Workflow

@Suite struct ProblemTests {
  @Test func `a problem is identified once under a key, with its number and its reports`() async throws {
    try await World.run { world in
      let key = UUID()
      let identify: @Sendable (Desk) throws -> Problem = { desk in
        var new = NewProblem(title: " Buskörning vid skolan ", origin: .signal)
        new.category = "skadegörelse/klotter"
        new.reports = ["2026-1"]
        return try desk.identify(new, in: try desk.group())
      }
      let first = try await world.speak(as: "bostad", key: key, identify)
      let again = try await world.speak(as: "bostad", key: key, identify)
      #expect(first.id == again.id)
      #expect(first.number == "2026-1")
      #expect(first.fields.title == "Buskörning vid skolan")
      #expect(first.fields.category == CategoryCode(main: "vandalism", subtype: "klotter"))
      let all = try await world.speak { desk in try desk.problems.list(of: try desk.group().id).map(\.id) }
      #expect(all == [first.id])
      let named = try await world.speak { desk in
        [
          try desk.problem("P 2026-1").id, try desk.problem("P2026-1").id,
          try desk.problem(first.id.description).id,
        ]
      }
      #expect(Set(named) == [first.id])
    }
  }

  @Test func `each step is refused until what it needs is there`() async throws {
    try await World.run { world in
      let problem = try await world.identifiedProblem()
      #expect(try await world.refusal { desk in try desk.prioritise(problem, [:]) } == "criteriaScored")
      #expect(
        try await world.refusal { desk in try desk.prioritise(problem, [.harm: 4]) }
          == "criteria: unknownValue(allowed: \"0–3\")")
      #expect(try await world.refusal { desk in try desk.beginAnalysis(of: problem) } == "state")
      #expect(
        try await world.refusal(as: "bostad") { desk in try desk.prioritise(problem, [.harm: 1]) } == "role")
      try await world.speak { desk in _ = try desk.prioritise(problem, [.harm: 1]) }
      try await world.speak(as: "kommunpolis") { desk in _ = try desk.beginAnalysis(of: problem) }
      #expect(try await world.refusal { desk in try desk.sign(problem) } == "directCauseWithEvidence")
      try await world.speak { desk in
        _ = try desk.addEvidence("Rapporter", source: "lägesbilden", to: problem)
        _ = try desk.addCause(
          CauseFields(text: "Ingen uppsikt", bone: .place, evidence: 1, strength: .some, influence: .yes),
          to: problem)
        _ = try desk.sign(problem)
      }
      #expect(
        try await world.refusal { desk in try desk.beginAction(on: problem, followUp: World.due) } == "state")
      try await world.speak(as: "kommunpolis") { desk in _ = try desk.sign(problem) }
      #expect(
        try await world.refusal { desk in try desk.beginAction(on: problem, followUp: World.due) }
          == "decidedActionNamesCause")
      try await world.speak { desk in
        let quick = try desk.propose("Mer rondering", kind: .quick, problem: problem, in: try desk.group())
        _ = try desk.decide(
          quick, owner: "Polisen", function: "kommunpolis", due: World.due, goal: "Synlighet")
      }
      // A quick measure that names no cause is not enough.
      #expect(
        try await world.refusal { desk in try desk.beginAction(on: problem, followUp: World.due) }
          == "decidedActionNamesCause")
    }
  }

  @Test func `two different people sign, one in each role`() async throws {
    try await World.run { world in
      let problem = try await world.analysedProblem(signed: false)
      #expect(try await world.refusal(as: "administrator") { desk in try desk.sign(problem) } == "role")
      #expect(try await world.refusal(as: "bostad") { desk in try desk.sign(problem) } == "role")
      let key = UUID()
      let first = try await world.speak(as: "bada", key: key) { desk in try desk.sign(problem) }
      let again = try await world.speak(as: "bada", key: key) { desk in try desk.sign(problem) }
      #expect(first.state == "analysing")
      #expect(again.isRepeated)
      // Who holds both roles still is one person, and a second coordinator is no police lead.
      #expect(try await world.refusal(as: "bada") { desk in try desk.sign(problem) } == "alreadySigned")
      #expect(try await world.refusal(as: "samordnare") { desk in try desk.sign(problem) } == "alreadySigned")
      let last = try await world.speak(as: "kommunpolis") { desk in try desk.sign(problem) }
      #expect(last.state == "analysed")
    }
  }

  @Test(arguments: [true, false])
  func `a dismissal takes the open actions with it, or leaves them alone`(cancelling: Bool) async throws {
    try await World.run { world in
      let problem = try await world.analysedProblem()
      let open = try await world.decidedAction(on: problem)
      let done = try await world.decidedAction(on: problem, title: "Sanering")
      try await world.start(done)
      try await world.speak { desk in _ = try desk.finish(done, production: "Sanerat") }
      #expect(
        try await world.refusal { desk in try desk.dismiss(problem, because: " ", cancelActions: cancelling) }
          == "reasonGiven")
      let key = UUID()
      for _ in 1...2 {
        try await world.speak(key: key) { desk in
          _ = try desk.dismiss(problem, because: "Kommunen river huset", cancelActions: cancelling)
        }
      }
      let states = try await world.speak { desk in
        [try desk.action(open.number), try desk.action(done.number)].map(\.state)
      }
      #expect(states == [cancelling ? "cancelled" : "decided", "done"])
      #expect(try await world.reloaded(problem).state == "dismissed")
    }
  }

  @Test(arguments: [true, false])
  func `the steering group answers an escalation`(dismissing: Bool) async throws {
    try await World.run { world in
      let problem = try await world.identifiedProblem()
      try await world.speak { desk in
        _ = try desk.prioritise(problem, [.harm: 3])
        _ = try desk.escalate(problem)
      }
      let told = try await world.speak(as: "bra") { desk in
        try desk.notices.latest(to: desk.actor.id, limit: 5)
      }
      #expect(told.map(\.kind) == [.problemEscalated])
      #expect(told.map(\.detail) == [problem.number])
      #expect(
        try await world.refusal { desk in try desk.decide(problem, dismiss: dismissing, because: "Nej") }
          == "role")
      let said = try await world.speak(as: "bra") { desk in
        try desk.decide(problem, dismiss: dismissing, because: "Fördjupad kartläggning")
      }
      #expect(said.state == (dismissing ? "dismissed" : "prioritised"))
    }
  }

  @Test func `who goes back to the causes works on a copy and keeps what was learnt`() async throws {
    try await World.run { world in
      let problem = try await world.analysedProblem()
      let action = try await world.decidedAction(on: problem)
      try await world.speak { desk in _ = try desk.beginAction(on: problem, followUp: World.followUp) }
      #expect(try await world.refusal { desk in try desk.beginEvaluation(of: problem) } == "actionsEnded")
      #expect(try await world.refusal { desk in try desk.giveUp(problem, because: "Nej") } == "actionsEnded")
      try await world.speak { desk in _ = try desk.cancel(action, because: "Ingen budget") }
      #expect(try await world.refusal { desk in try desk.beginEvaluation(of: problem) } == "actionDone")
      try await world.speak { desk in _ = try desk.giveUp(problem, because: "Allt ställdes in") }
      let copy = try await world.speak { desk in try desk.analysis(of: problem) }
      let before = try await world.speak { desk in try desk.analysis(of: problem, version: 1) }
      #expect(copy.version == 2)
      #expect(copy.signatures.isEmpty)
      #expect(before.signatures.count == 2)
      #expect(copy.causes == before.causes && copy.evidence == before.evidence && copy.chain == before.chain)
      #expect(copy.statement == before.statement)
    }
  }

  @Test func `a problem that comes back keeps each outcome, and acting again takes something new`()
    async throws
  {
    try await World.run { world in
      let problem = try await world.evaluatingProblem()
      #expect(
        try await world.refusal { desk in try desk.actAgain(on: problem, followUp: World.followUp) }
          == "decidedActionNamesCause")
      #expect(
        try await world.refusal { desk in try desk.resolve(problem, result: "Bra", lesson: "Ljus") }
          == "effectJudged")
      try await world.speak { desk in
        let done = try desk.actions.list(ActionFilter()).first!
        _ = try desk.evaluate(done, colour: .red, result: "Ingen ändring", lesson: "Ljus räcker inte")
      }
      #expect(
        try await world.refusal { desk in try desk.resolve(problem, result: "Bra", lesson: "") }
          == "resultAndLesson")
      let second = try await world.decidedAction(on: problem, title: "Rondering")
      #expect(
        try await world.refusal { desk in try desk.actAgain(on: problem, followUp: World.beforeMeeting) }
          == "inThePast")
      try await world.speak { desk in
        _ = try desk.actAgain(on: problem, followUp: World.followUp)
        _ = try desk.start(
          second, noBaselineBecause: "Ingen mätning fanns", expectedEffect: "Genast", followUp: World.followUp
        )
        _ = try desk.finish(second, production: "Tjugo ronder")
        _ = try desk.evaluate(second, colour: .green, result: "Lugnt", lesson: "Närvaro hjälper")
        _ = try desk.beginEvaluation(of: problem)
        _ = try desk.resolve(problem, result: "Lugnt", lesson: "Närvaro")
        _ = try desk.recur(problem, because: "Tre nya rapporter")
      }
      let back = try await world.reloaded(problem)
      #expect(back.state == "identified")
      #expect(back.outcome == ProblemOutcome(result: "Lugnt", lesson: "Närvaro"))
      #expect(back.fields.followUp == nil)
      try await world.speak { desk in
        _ = try desk.prioritise(problem, [.increasing: 3])
        _ = try desk.beginAnalysis(of: problem)
      }
      let analysis = try await world.speak { desk in try desk.analysis(of: problem) }
      #expect(analysis.version == 2)
      #expect(analysis.causes.count == 2)
    }
  }

  @Test func `a follow-up date that passed too early is armed again by what ends the last action`()
    async throws
  {
    try await World.run { world in
      let problem = try await world.analysedProblem()
      let first = try await world.decidedAction(on: problem)
      let second = try await world.decidedAction(on: problem, title: "Rondering")
      for action in [first, second] { try await world.start(action) }
      try await world.speak { desk in _ = try desk.beginAction(on: problem, followUp: World.followUp) }
      let timers: @Sendable (Desk) throws -> [Instant] = { desk in
        try desk.instances.timers(of: problem.id.uuid).filter { $0.event == "beginEvaluation" }.map(\.due)
      }
      #expect(try await world.speak(timers) == [World.followUp])
      let late = instant("2027-01-20T09:00:00+01:00")
      try await world.setClock(late)
      _ = try await world.engine.round()
      #expect(try await world.speak(timers) == [], "refused, and gone")
      #expect(try await world.reloaded(problem).state == "acting")
      let told = try await world.speak { desk in try desk.notices.latest(to: desk.actor.id, limit: 200) }
      #expect(told.contains { $0.kind == .timerRefused && $0.detail == "beginEvaluation" })
      try await world.speak(at: late) { desk in _ = try desk.finish(first, production: "Klart") }
      #expect(try await world.speak(timers) == [], "one is still under way")
      try await world.speak(at: late) { desk in _ = try desk.cancel(second, because: "Personalbrist") }
      #expect(try await world.speak(timers) == [late])
      _ = try await world.engine.round()
      #expect(try await world.reloaded(problem).state == "evaluating")
    }
  }

  @Test func `whoever ends the last action while the worker is refused waits, and arms the timer again`()
    async throws
  {
    try await World.run { world in
      let problem = try await world.analysedProblem()
      let action = try await world.decidedAction(on: problem)
      try await world.start(action)
      try await world.speak { desk in _ = try desk.beginAction(on: problem, followUp: World.followUp) }
      let late = World.followUp.advanced(minutes: 1)
      let timer = DueTimer(
        instance: problem.id.uuid, event: "beginEvaluation", due: World.followUp)
      let (isFired, fired) = AsyncStream<Void>.makeStream()
      let release = DispatchSemaphore(value: 0)
      async let firing = world.speak(as: "worker", at: late) { desk in
        defer {
          fired.finish()
          release.wait()
        }
        return try desk.fire(timer)
      }
      for await _ in isFired {}
      async let finishing = world.speak(at: late) { desk in try desk.finish(action, production: "Klart") }
      try await world.untilSomeoneWaits()
      release.signal()
      #expect(try await firing == false)
      #expect(try await finishing.state == "done")
      let timers = try await world.speak { desk in try desk.instances.timers(of: problem.id.uuid) }
      #expect(timers.map(\.event) == ["beginEvaluation"])
      #expect(timers.map(\.due) == [late])
    }
  }

  @Test func `a key says one thing, and its neighbour another`() async throws {
    try await World.run { world in
      let key = UUID(uuidString: "00000000-0000-7000-8000-0000000000FF")!
      let neighbours = (0...1).map { UUID(uuid: (0, 0, 0, 0, 0, 0, 0x70, 0, 0x80, 0, 0, 0, 0, 0, 1, $0)) }
      let identify: @Sendable (Desk) throws -> Problem = { desk in
        try desk.identify(NewProblem(title: "Klotter", origin: .other), in: try desk.group())
      }
      let problem = try await world.speak(key: key, identify)
      for neighbour in neighbours {
        let other = try await world.speak(key: neighbour, identify)
        #expect(other.id != problem.id)
      }
      let said = UUID()
      try await world.speak(key: said) { desk in _ = try desk.prioritise(problem, [.harm: 1]) }
      #expect(
        try await world.refusal(key: said) { desk in
          try desk.dismiss(problem, because: "Fel", cancelActions: false)
        } == "keyUsed")
      #expect(
        try await world.refusal(key: key) { desk in
          try desk.propose("Rondera", kind: .quick, in: try desk.group())
        } == "keyUsed")
    }
  }

  @Test func `what a problem says is revised until it is over`() async throws {
    try await World.run { world in
      let problem = try await world.identifiedProblem()
      let revised = try await world.speak { desk in
        try desk.revise(problem, statement: "Varje helg", category: "disorder")
      }
      #expect(revised.fields.title == "Klotter på torget")
      #expect(revised.fields.statement == "Varje helg")
      #expect(revised.fields.category == CategoryCode(main: "disorder"))
      try await world.speak { desk in try desk.unlink(["2026-1"], from: problem) }
      #expect(try await world.speak { desk in try desk.chain(of: problem).reports.count } == 0)
      try await world.speak { desk in _ = try desk.dismiss(problem, because: "Fel", cancelActions: false) }
      #expect(
        try await world.refusal { desk in try desk.revise(problem, title: "Annat") }
          == "problemOver(number: \"\(problem.number)\")")
    }
  }
}

extension World {
  /// A problem whose only action is done and not yet judged.
  func evaluatingProblem() async throws -> Problem {
    let problem = try await analysedProblem()
    let action = try await decidedAction(on: problem)
    try await start(action)
    try await speak { desk in
      _ = try desk.beginAction(on: problem, followUp: World.followUp)
      _ = try desk.finish(action, production: "Tolv armaturer")
      _ = try desk.beginEvaluation(of: problem)
    }
    return try await reloaded(problem)
  }

  /// The time that the worker goes by.
  func setClock(_ now: Instant) async throws {
    try await database.transaction { session in try ClockStore(session).set(now) }
  }
}
