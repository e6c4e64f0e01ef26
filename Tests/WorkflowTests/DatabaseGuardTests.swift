import EST
import Foundation
import Persistence
import Postgres
import Testing
import Workflow

/// What PostgreSQL itself refuses, said in plain SQL past every rule of the program.
@Suite struct DatabaseGuardTests {
  @Test func `a period is concluded only with an adopted picture, which is frozen`() async throws {
    try await World.run { world in
      try await world.speak { desk in _ = try desk.startMeeting(try desk.week()) }
      let conclude: @Sendable (Session) throws -> Void = { session in
        try session.say(
          "conclude", of: "cycle", from: "meeting", to: "concluded", where: "c.label = '2026-W47'")
      }
      #expect(try await world.violated(conclude) == "concluded_has_adopted_picture")
      try await world.speak { desk in _ = try desk.adopt(in: try desk.week()) }
      for change in [
        "update est.picture set content = 'x'", "update est.picture set adopted_at = null, adopted_by = null",
        "delete from est.picture",
      ] {
        #expect(
          try await world.violated { session in try session.script(change) } == "picture_is_frozen",
          "\(change)")
      }
      #expect(try await world.violated(conclude) == nil)
    }
  }

  @Test(arguments: [
    "update est.attendance set function = 'annan'", "delete from est.attendance",
    "update est.decision set text = 'Nej'", "delete from est.decision", "delete from est.priority",
    """
    insert into est.decision (municipality, cycle_id, number, id, text, at)
    select municipality, cycle_id, 2, gen_random_uuid(), 'En till', at from est.decision
    """,
  ])
  func `what a meeting decided stands`(change: String) async throws {
    try await World.run { world in
      let problem = try await world.identifiedProblem()
      try await world.speak { desk in
        let cycle = try desk.week()
        _ = try desk.startMeeting(cycle)
        try desk.attend(cycle, organisation: "Polisen", function: "kommunpolis")
        _ = try desk.decide("Ronderna läggs om", in: cycle)
        _ = try desk.setPriorities([problem.number], of: cycle)
        _ = try desk.adopt(in: cycle)
      }
      let before = try await world.database.rollingBack { session in try session.execute(SQL(raw: change)) }
      #expect(before == 1, "while the meeting goes on it is done")
      try await world.speak { desk in _ = try desk.conclude(try desk.week()) }
      #expect(try await world.violated { session in try session.script(change) } == "period_is_over")
    }
  }

  @Test func `an analysis is done when both have signed the same version`() async throws {
    try await World.run { world in
      let problem = try await world.analysedProblem(signed: false)
      try await world.speak { desk in _ = try desk.sign(problem) }
      let done: @Sendable (Session) throws -> Void = { session in
        try session.say("sign", of: "problem", from: "analysing", to: "analysed")
      }
      #expect(try await world.violated(done) == "both_signed_same_version")
      // The other one's signature on another version helps nobody.
      try await world.speak { desk in _ = try desk.addStep("Mer", to: problem) }
      try await world.speak(as: "kommunpolis") { desk in _ = try desk.sign(problem) }
      #expect(try await world.violated(done) == "both_signed_same_version")
    }
  }

  @Test(arguments: [
    ("bada", "policeLead", "signed_by_two_people"), ("samordnare2", "coordinator", "signature_pkey"),
    ("samordnare2", "policeLead", "signatory_holds_role"), ("bra", "steering", "signatory_known"),
    ("administrator", "policeLead", "signatory_holds_role"), ("kommunpolis", "policeLead", nil),
  ])
  func `one signs once, in a role that one holds`(login: String, role: String, rule: String?) async throws {
    try await World.run { world in
      let problem = try await world.analysedProblem(signed: false)
      try await world.speak(as: "bada") { desk in _ = try desk.sign(problem) }
      let violated = try await world.violated { session in
        try session.execute(
          """
          insert into est.signature (municipality, problem_id, version, role, participant_id, at)
          select '2480', \(problem.id), 1, \(role), id, now() from est.participant where login = \("2480_" + login)
          """)
      }
      #expect(violated == rule)
    }
  }

  @Test(arguments: [
    "update est.analysis set statement = 'Annat'", "delete from est.analysis",
    "update est.cause set influence = 'no'", "delete from est.cause where number = 2",
    "update est.evidence set source = 'annan'", "update est.chain_step set text = 'Annat'",
    "delete from est.chain_step",
    """
    insert into est.evidence (municipality, problem_id, version, number, id, text, source)
    select municipality, problem_id, version, 2, gen_random_uuid(), 'En till', 'en källa' from est.evidence
    """,
  ])
  func `a signed version is locked`(change: String) async throws {
    try await World.run { world in
      let problem = try await world.analysedProblem(signed: false)
      try await world.speak { desk in _ = try desk.sign(problem) }
      #expect(
        try await world.violated { session in try session.script(change) } == "signed_analysis_is_locked")
      #expect(
        try await world.violated { session in try session.script("delete from est.signature") }
          == "signature_is_append_only")
    }
  }

  @Test func `who writes to a version waits for who signs it, and is refused`() async throws {
    try await World.run { world in
      let problem = try await world.analysedProblem(signed: false)
      let (isSigned, signed) = AsyncStream<Void>.makeStream()
      let release = DispatchSemaphore(value: 0)
      async let signing: Void = world.database.transaction { session in
        try session.execute(
          """
          insert into est.signature (municipality, problem_id, version, role, participant_id, at)
          select '2480', \(problem.id), 1, 'coordinator', id, now() from est.participant
          where login = '2480_samordnare'
          """)
        signed.finish()
        release.wait()
      }
      for await _ in isSigned {}
      async let writing = world.violated { session in
        try session.script("update est.cause set influence = 'no' where number = 1")
      }
      try await world.untilSomeoneWaits()
      release.signal()
      try await signing
      #expect(try await writing == "signed_analysis_is_locked")
    }
  }

  @Test func `an action of the plan names a cause and starts with a baseline`() async throws {
    try await World.run { world in
      let problem = try await world.analysedProblem()
      let action = try await world.decidedAction(on: problem)
      let start: @Sendable (Session) throws -> Void = { session in
        try session.say("start", of: "action", from: "decided", to: "underway")
      }
      #expect(try await world.violated(start) == "baseline_before_start")
      #expect(
        try await world.violated { session in
          try session.script(
            "delete from est.action_cause; update est.action set no_baseline = 'Ingen mätning'")
          try start(session)
        } == "plan_action_names_cause")
      #expect(
        try await world.violated { session in
          try session.script(
            "update est.action set problem_id = null, breaks_version = null, breaks_step = null")
        } == "plan_belongs_to_problem")
      #expect(
        try await world.violated { session in
          try session.script("update est.action set no_baseline = 'Ingen mätning'")
          try start(session)
        } == nil)
      #expect(try await world.speak { desk in try desk.action(action.number).state } == "underway")
    }
  }

  @Test func `an action is evaluated with colour, result and lesson, and then stands`() async throws {
    try await World.run { world in
      let problem = try await world.evaluatingProblem()
      let evaluate: @Sendable (Session) throws -> Void = { session in
        try session.say("evaluate", of: "action", from: "done", to: "evaluated")
      }
      for set in [
        "colour = 'red', result = 'Nej'", "colour = 'red', lesson = 'Nej'", "result = 'Nej', lesson = 'Nej'",
      ] {
        #expect(
          try await world.violated { session in
            try session.script("update est.action set \(set)")
            try evaluate(session)
          } == "evaluated_with_colour_result_lesson", "\(set)")
      }
      try await world.database.transaction { session in
        try session.script("update est.action set colour = 'red', result = 'Nej', lesson = 'Nej'")
        try evaluate(session)
      }
      for (change, rule) in [
        ("update est.action set colour = 'green'", "judgement_stands"),
        ("delete from est.action_cause", "judgement_stands"), ("delete from est.action", "action_is_kept"),
        ("delete from est.problem", "problem_is_kept"),
      ] {
        #expect(try await world.violated { session in try session.script(change) } == rule, "\(change)")
      }
      // What is judged is no ground for acting again.
      #expect(
        try await world.violated { session in
          try session.say("actAgain", of: "problem", from: "evaluating", to: "acting")
        } == "decided_action_names_cause")
      #expect(try await world.reloaded(problem).state == "evaluating")
    }
  }

  /// A transition's column, what it is given instead of what is right, and what refuses it.
  @Test(arguments: [
    (["event": "resolve"], "transition_is_listed"), (["to_state": "resolved"], "transition_is_listed"),
    (["login": "bostad", "actor_role": "participant"], "role_may_say_event"),
    (["actor_role": "steering"], "actor_holds_role"), (["login": "bostad"], "actor_holds_role"),
    (
      ["from_state": "resolved", "event": "recur", "to_state": "identified"],
      "transition_begins_where_last_ended"
    ),
    (["revision": "1"], "birth_is_first"), (["revision": "2"], "transition_begins_where_last_ended"),
    (["revision": "4"], "transition_begins_where_last_ended"), ([:], nil),
  ])
  func `a transition that the machine does not list is refused`(
    wrong: [String: String], rule: String?
  ) async throws {
    try await World.run { world in
      let problem = try await world.identifiedProblem()
      try await world.speak { desk in _ = try desk.prioritise(problem, [.harm: 2]) }
      var columns = [
        "municipality": "'2480'", "instance_id": "'\(problem.id)'", "revision": "3", "machine": "'problem'",
        "machine_version": "1", "group_id": "'\(problem.group)'", "from_state": "'prioritised'",
        "event": "'escalate'", "to_state": "'escalated'",
        "actor": "(select id from est.participant where login = '2480_\(wrong["login"] ?? "samordnare")')",
        "actor_role": "'coordinator'", "at": "now()", "key": "gen_random_uuid()", "hash": "''",
      ]
      for (column, value) in wrong where column != "login" {
        columns[column] = Int(value) == nil ? "'\(value)'" : value
      }
      let statement =
        "insert into est.transition_log (\(columns.keys.joined(separator: ", "))) "
        + "values (\(columns.values.joined(separator: ", ")))"
      #expect(try await world.violated { session in try session.script(statement) } == rule)
    }
  }

  @Test(arguments: [
    ("update est.transition_log set reason = 'annan'", "transition_log_is_append_only"),
    ("delete from est.transition_log", "transition_log_is_append_only"),
    ("truncate est.transition_log cascade", "transition_log_is_append_only"),
    ("update est.instance set state = 'resolved'", "state_changes_only_through_log"),
    ("update est.instance set revision = revision + 1", "state_changes_only_through_log"),
    ("delete from est.instance", "instance_stays_what_it_is"),
    ("update est.instance set machine = 'action'", "instance_stays_what_it_is"),
  ])
  func `the log is append-only and a state changes through it alone`(change: String, rule: String)
    async throws
  {
    try await World.run { world in
      _ = try await world.identifiedProblem()
      #expect(try await world.violated { session in try session.script(change) } == rule)
      #expect(try await world.speak { desk in try desk.log.verify().isIntact })
    }
  }

  @Test func `an owner who is somebody else's owner is none`() async throws {
    try await World.run { world in
      let problem = try await world.analysedProblem()
      let action = try await world.decidedAction(on: problem)
      let postpone: (String) -> @Sendable (Session) throws -> Void = { login in
        { session in
          try session.say("postpone", of: "action", from: "decided", to: "decided", by: login, as: "owner")
        }
      }
      #expect(try await world.violated(postpone("rapportor")) == "actor_holds_role")
      #expect(try await world.violated(postpone("kommunpolis")) == "actor_holds_role")
      #expect(try await world.violated(postpone("bostad")) == nil)
      try await world.speak { desk in _ = try desk.cancel(action, because: "Ingen budget") }
    }
  }
}

extension Session {
  /// Writes a transition of the only instance that is in `from`, by hand.
  func say(
    _ event: String, of machine: String, from: String, to: String, where condition: String = "true",
    by login: String = "samordnare", as role: String = "coordinator"
  ) throws {
    let count = try execute(
      """
      insert into est.transition_log (municipality, instance_id, revision, machine, machine_version, group_id,
        from_state, event, to_state, actor, actor_role, at, key, hash)
      select i.municipality, i.id, i.revision + 1, i.machine, i.machine_version, i.group_id, i.state, \(event),
        \(to), p.id, \(role), now(), gen_random_uuid(), ''
      from est.instance i join est.participant p on p.municipality = i.municipality
      left join est.cycle c on (c.municipality, c.id) = (i.municipality, i.id)
      where i.machine = \(machine) and i.state = \(from) and p.login = \("2480_" + login) and \(raw: condition)
      """)
    #expect(count == 1)
  }
}
