import Foundation
import Subprocess
import TestSupport
import Testing

/// A whole week by the built programs alone, with a worker that is killed at ten random moments and started again.
@Suite struct WeekTests {
  @Test(.timeLimit(.minutes(30))) func aWeekSurvivesItsWorkersDeaths() async throws {
    try await Trial.with { trial in
      try await trial.est("local", "start")
      try await trial.clock("2026-11-17T07:00")
      try await Town.settle(in: trial)
      let watch = Watch(trial)
      var week = Week(trial: trial)
      do {
        try await week.live(watch)
      } catch {
        try? await watch.stop()
        throw error
      }
      try await stopsCleanly(watch)
      try await check(week, trial)
    }
  }

  /// Told to stop, the worker ends by itself and at once; what it says is one JSON document a line.
  private func stopsCleanly(_ watch: Watch) async throws {
    try await watch.stop()
    for stop in await watch.stops { #expect(stop.status == .exited(0) && stop.took < .seconds(5), "\(stop)") }
    let deaths = await watch.deaths
    #expect(deaths.count == 10 && deaths.allSatisfy { $0 == .signaled(9) }, "\(deaths)")
    for line in await watch.log {
      #expect(throws: Never.self, "\(line)") { try JSONDecoder().decode(LogLine.self, from: Data(line.utf8)) }
    }
  }

  private func check(_ week: Week, _ trial: Trial) async throws {
    // One round more makes up for a plan that the last death left undone, and finds nothing else to do.
    try await trial.clock("2026-12-01T18:00")
    let once = try await trial.run("est-worker", ["--once", "--log-format", "json"])
    #expect(once.status == .exited(0), "\(once.err)")

    try await periods(trial)
    try await pictures(trial)
    try await notices(trial)
    try await reports(week, trial)
    try await casework(week, trial)
    try await accounts(trial)
  }

  /// One cycle for every period from the first to eight ahead, and one meeting in its course.
  private func periods(_ trial: Trial) async throws {
    let cycles = try await trial.est(as: Town.coordinator, "cycle", "list").read(CycleList.self).cycles
    #expect(cycles.map(\.period) == (47...53).map { "2026-W\($0)" } + (1...4).map { "2027-W0\($0)" })
    #expect(cycles.prefix(2).allSatisfy { $0.state == "concluded" })
    let log = try await trial.est(as: Town.coordinator, "log", "show", cycles[0].id).read(TransitionLog.self)
    #expect(
      log.entries.map(\.event) == [
        "plan", "open", "remind", "remind", "closeCollection", "compile", "recompile", "startMeeting",
        "adopt",
        "conclude",
      ])
    let meetings = try await trial.psql(
      "select c.label from est.transition_log l join est.cycle c on c.id = l.instance_id where l.event = 'startMeeting'"
    )
    #expect(meetings == ["2026-W47"])
  }

  /// One version for every compilation, one of them adopted, and its files on disk.
  private func pictures(_ trial: Trial) async throws {
    func versions(_ week: String) async throws -> [PictureList.Version] {
      try await trial.est(as: Town.coordinator, "picture", "list", "--week", week).read(PictureList.self)
        .pictures
    }
    let met = try await versions("2026-W47")
    #expect(met.map(\.version) == [1, 2] && met.map { $0.adoptedAt != nil } == [false, true])
    let telephoned = try await versions("2026-W48")
    #expect(telephoned.map(\.version) == [1] && telephoned[0].adoptedAt != nil)
    // The worker's bytes, made again by another program of its own.
    let proofs = try await trial.est(as: Town.coordinator, "picture", "verify").read(PictureProofs.self)
    #expect(proofs.intact && Set(proofs.pictures.map(\.verdict)) == ["remade"])
    #expect(proofs.pictures.count { !$0.annex } == 3 && proofs.pictures.count { $0.annex } == 3)
    let names = try FileManager.default.contentsOfDirectory(atPath: trial.pictures.path)
    for version in ["2026-W47-v1", "2026-W47-v2", "2026-W48-v1"] {
      for format in ["html", "csv", "json"] {
        let found = names.filter { $0.hasSuffix("\(version).\(format)") }
        #expect(found.count == 1, "\(version).\(format): \(names)")
      }
    }
  }

  /// Each notice once to each it is for; a reminder only to those who have not answered by then.
  private func notices(_ trial: Trial) async throws {
    func told(_ kind: String, _ label: String) async throws -> [String] {
      try await trial.psql(
        """
        select to_char(n.at at time zone 'Europe/Stockholm', 'DD HH24') || ' ' || p.login
        from est.notice n join est.participant p on p.id = n.participant_id
          left join est.cycle c on c.id = n.instance_id
        where n.kind = '\(kind)' and coalesce(c.label, n.detail) = '\(label)' order by 1
        """)
    }
    #expect(
      try await told("reports-missing", "2026-W47")
        == [
          "22 12 \(Town.library)", "22 12 \(Town.school)", "22 12 \(Town.guards)", "23 09 \(Town.school)",
          "23 09 \(Town.guards)",
        ].sorted())
    // Nobody is reminded of a deadline that has passed.
    #expect(try await told("reports-missing", "2026-W48").isEmpty)
    let reporters = [Town.library, Town.field, Town.policeLead, Town.school, Town.guards, Town.warden]
    #expect(
      try await told("period-open", "2026-W47").map { String($0.dropFirst(6)) } == reporters.sorted())
    #expect(try await told("feedback", "2026-W47").map { String($0.dropFirst(6)) } == reporters.sorted())
    #expect(
      try await told("picture-ready", "2026-W47")
        == [Town.coordinator, Town.policeLead, Town.warden, Town.parks].sorted().map { "24 07 \($0)" })
    #expect(try await told("collection-closed", "2026-W47") == ["23 12 \(Town.coordinator)"])
    #expect(try await told("action-due", "2026-1") == ["27 17 \(Town.parks)"])
    #expect(
      try await told("action-overdue", "2026-1")
        == ["28 17 \(Town.parks)", "28 17 \(Town.coordinator)"].sorted())
    #expect(try await told("evaluation-due", "2026-1") == ["01 09 \(Town.coordinator)"])
    #expect(try await told("follow-up-due", "2026-1") == ["01 09 \(Town.coordinator)"])
    #expect(
      try await trial.psql("select kind from est.notice where kind in ('timer-refused', 'period-missed')")
        .isEmpty)
  }

  /// Every report that was answered for is there, once.
  private func reports(_ week: Week, _ trial: Trial) async throws {
    let list = try await trial.est(as: Town.coordinator, "incident", "list", "--limit", "1000")
      .read(IncidentList.self)
    #expect(list.incidents.map(\.number).sorted() == week.acknowledged.sorted())
    #expect(Set(week.acknowledged).count == week.acknowledged.count)
    struct Shown: Decodable {
      let cycle: Cycle
      struct Cycle: Decodable { let coverage: [Unit] }
      struct Unit: Decodable {
        let unit: String
        let status: String
      }
    }
    let shown = try await trial.est(as: Town.coordinator, "cycle", "show", "--week", "2026-W47").read(
      Shown.self)
    let coverage = Dictionary(uniqueKeysWithValues: shown.cycle.coverage.map { ($0.unit, $0.status) })
    #expect(
      coverage == [
        "Lokalpolisområdet": "reported", "Fältgruppen": "reported", "Kvartersvärdarna": "reported",
        "Biblioteket": "nothing", "Högstadieskolan": "reported", "Ronderingen": "missing",
      ])
  }

  /// The whole chain of the problem, from its reports to what came of it.
  private func casework(_ week: Week, _ trial: Trial) async throws {
    let problem = try await trial.est(as: Town.coordinator, "problem", "show", "2026-1").read(
      ProblemChain.self
    ).problem
    #expect(problem.state == "resolved" && problem.reports.count == 2)
    #expect(problem.picture?.period == "2026-W47" && problem.picture?.version == 2)
    #expect(problem.analysis?.signatures.map(\.role) == ["coordinator", "policeLead"])
    #expect(problem.analysis?.causes.map(\.behind) == [nil, 1])
    #expect(problem.actions.map(\.state) == ["evaluated"])
    #expect(
      problem.log.map(\.event) == [
        "identify", "prioritise", "beginAnalysis", "sign", "sign", "beginAction", "beginEvaluation",
        "resolve",
      ])
  }

  /// Nothing is left that is due, what left the database left it, and the log is whole.
  private func accounts(_ trial: Trial) async throws {
    #expect(try await trial.psql("select event from est.timer where due <= est.clock()").isEmpty)
    #expect(try await trial.psql("select distinct state from est.outbox") == ["delivered"])
    let mails = try await trial.psql("select key || '.eml' from est.outbox where kind = 'mail'")
    let written = try FileManager.default.contentsOfDirectory(atPath: trial.post.path)
    #expect(Set(written.filter { $0.hasSuffix(".eml") }) == Set(mails))
    #expect(try await trial.psql("select count(*) from est.notice") == ["\(mails.count)"])
    try await trial.est("log", "verify")
  }
}
