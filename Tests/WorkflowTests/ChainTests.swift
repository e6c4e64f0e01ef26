import EST
import Persistence
import Testing
import Workflow

@Suite struct ChainTests {
  @Test func `a report is followed to the effect of what was done about it`() async throws {
    try await World.run { world in
      let problem = try await world.analysedProblem()
      try await world.speak { desk in
        let cycle = try desk.week()
        _ = try desk.startMeeting(cycle)
        try desk.attend(cycle, organisation: "Bostaden", function: "förvaltare")
        _ = try desk.setPriorities([problem.number], of: cycle)
        _ = try desk.adopt(in: cycle)
      }
      let action = try await world.decidedAction(on: problem)
      try await world.speak { desk in
        _ = try desk.conclude(try desk.week())
        _ = try desk.beginAction(on: problem, followUp: World.followUp)
      }
      try await world.start(action)
      // The owner, who is no coordinator, does what the owner may.
      try await world.speak(as: "bostad", at: instant("2026-12-10T10:00:00+01:00")) { desk in
        _ = try desk.finish(
          action, production: "Tolv armaturer omställda", process: "Två veckor, en elektriker")
      }
      let january = instant("2027-01-20T10:00:00+01:00")
      try await world.speak(at: january) { desk in
        _ = try desk.evaluate(
          action, colour: .green, result: "Två rapporter på fyra veckor", lesson: "Ljus först, kameror sedan")
        _ = try desk.beginEvaluation(of: problem)
        _ = try desk.resolve(problem, result: "Torget är lugnt", lesson: "Belysningen räckte")
      }

      let chain = try await world.speak { desk in try desk.chain(of: try desk.problem(problem.number)) }
      #expect(chain.reports.map(\.number) == ["2026-1"])
      #expect(chain.reports.first?.category.description == "vandalism/klotter")
      #expect(chain.reports.first?.areaName == "Haga")
      #expect(chain.picture?.label == "2026-W47")
      #expect(chain.picture?.version == 1)
      #expect(chain.picture?.hash.count == 32)
      #expect(chain.problem.state == "resolved")
      #expect(
        chain.problem.outcome == ProblemOutcome(result: "Torget är lugnt", lesson: "Belysningen räckte"))
      #expect(chain.analysis?.causes.map(\.fields.kind) == [.direct, .indirect])
      #expect(chain.analysis?.evidence.first?.source == "lägesbilden")
      #expect(chain.analysis?.signatures.map(\.function) == ["samordnare", "kommunpolis"])
      let told = try #require(chain.actions.first)
      #expect(told.causes.map(\.text) == ["Ingen uppsikt efter stängning"])
      #expect(told.ownerName == "Bostaden")
      #expect(told.fields.baseline == "Elva rapporter på fyra veckor")
      #expect(told.fields.production == "Tolv armaturer omställda")
      #expect(told.fields.colour == .green)
      #expect(told.fields.breaks == ChainStepReference(version: 1, step: 1))
      #expect(
        chain.log.map(\.event) == [
          "identify", "prioritise", "beginAnalysis", "sign", "sign", "beginAction", "beginEvaluation",
          "resolve",
        ])

      let minutes = try await world.speak { desk in
        try desk.minutes(try desk.week())
      }
      #expect(minutes.attendance.map(\.function) == ["förvaltare"])
      #expect(minutes.picture == chain.picture)
      #expect(minutes.priorities.map(\.number) == [problem.number])
      #expect(minutes.actions.map(\.number) == [action.number])
    }
  }

  @Test func `what only authorities may know is left out for everyone else`() async throws {
    try await World.run { world in
      try await world.speak(as: "samordnare") { desk in
        var report = IncomingReport(
          category: CategoryCode(main: "disorder", subtype: "bråk"),
          from: instant("2026-11-18T21:00:00+01:00"))
        report.area = "Haga"
        report.unit = "Fältarna"
        report.reportClass = .authorityOnly
        _ = try desk.addIncident(report)
      }
      let problem = try await world.identifiedProblem()
      try await world.speak { desk in try desk.link(["2026-M1"], to: problem) }
      let coordinator = try await world.speak { desk in try desk.chain(of: problem).reports.map(\.number) }
      let company = try await world.speak(as: "bostad") { desk in
        try desk.chain(of: problem).reports.map(\.number)
      }
      #expect(coordinator == ["2026-1", "2026-M1"])
      #expect(company == ["2026-1"])
    }
  }
}
