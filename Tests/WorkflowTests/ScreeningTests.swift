import EST
import Persistence
import Testing
import Workflow

/// Nothing about a person enters by any of the ways that a text can be said.
@Suite struct ScreeningTests {
  /// A phone number that nobody has: the series 070-1740605 to -699 is kept for fiction (PTS).
  static let personal = "Ring 070-174 06 05"

  @Test func `every free text of a case is screened, and nothing of it is stored`() async throws {
    try await World.run { world in
      let problem = try await world.analysedProblem(signed: false)
      let text = Self.personal
      let quick = try await world.speak { desk in
        let action = try desk.propose("Rondera", kind: .quick, in: try desk.group())
        _ = try desk.decide(
          action, owner: "Polisen", function: "kommunpolis", due: World.due, goal: "Närvaro")
        _ = try desk.startMeeting(try desk.week())
        return action
      }
      let ways: [(String, @Sendable (Desk) throws -> Void)] = [
        ("title", { _ = try $0.identify(NewProblem(title: text, origin: .other), in: try $0.group()) }),
        ("statement", { _ = try $0.revise(problem, statement: text) }),
        ("statement", { _ = try $0.stateAnalysis(of: problem, statement: text) }),
        ("left-out", { _ = try $0.stateAnalysis(of: problem, leftOut: text) }),
        ("evidence", { _ = try $0.addEvidence(text, source: "samtal", to: problem) }),
        ("source", { _ = try $0.addEvidence("Samtal", source: text, to: problem) }),
        (
          "cause",
          {
            _ = try $0.addCause(
              CauseFields(text: text, bone: .place, strength: .weak, influence: .no), to: problem)
          }
        ),
        ("step", { _ = try $0.addStep(text, to: problem) }),
        ("reason", { _ = try $0.dismiss(problem, because: text, cancelActions: false) }),
        ("result", { _ = try $0.resolve(problem, result: text, lesson: "Ljus") }),
        ("lesson", { _ = try $0.resolve(problem, result: "Ljust", lesson: text) }),
        ("title", { _ = try $0.propose(text, kind: .quick, in: try $0.group()) }),
        (
          "goal",
          {
            _ = try $0.propose("Ljus", kind: .quick, in: try $0.group()) { $0.goal = text }
          }
        ),
        ("baseline", { _ = try $0.start(quick, baseline: text) }),
        ("no-baseline", { _ = try $0.start(quick, noBaselineBecause: text) }),
        ("expected-effect", { _ = try $0.start(quick, expectedEffect: text) }),
        ("production", { _ = try $0.finish(quick, production: text) }),
        ("process", { _ = try $0.finish(quick, production: "Klart", process: text) }),
        ("result", { _ = try $0.evaluate(quick, colour: .red, result: text, lesson: "Nej") }),
        ("lesson", { _ = try $0.evaluate(quick, colour: .red, result: "Nej", lesson: text) }),
        ("effect", { _ = try $0.evaluate(quick, colour: .red, result: "Nej", lesson: "Nej", effect: text) }),
        ("reason", { _ = try $0.cancel(quick, because: text) }),
        ("decision", { _ = try $0.decide(text, in: try $0.week()) }),
        ("function", { try $0.attend(try $0.week(), organisation: "Polisen", function: text) }),
        ("reason", { _ = try $0.adjourn(try $0.week(), because: text) }),
        ("reason", { _ = try $0.conclude(try $0.week(), because: text) }),
      ]
      for (field, way) in ways {
        #expect(
          try await world.refusal(way)
            == "\(field): personalData(EST.PersonalDataKind.phoneNumber, position: 6)",
          "\(field)")
      }
    }
  }

  @Test(arguments: [
    ("", "title: missing"), (" \n", "title: missing"), ("två\nrader", "title: controlCharacter"),
    ("vänd\u{202E}om", "title: controlCharacter"), ("klocka\u{7}", "title: controlCharacter"),
    (String(repeating: "å", count: 201), "title: tooLong(limit: 200)"),
    (String(repeating: "å", count: 200), nil),
  ])
  func `a title is one line of a length that can be read`(title: String, refusal: String?) async throws {
    try await World.run { world in
      let found = try await world.refusal { desk in
        try desk.identify(NewProblem(title: title, origin: .other), in: try desk.group())
      }
      #expect(found == refusal)
    }
  }
}
