import Foundation
import TestSupport
import Testing

/// What the participants do from a Tuesday until the problem of the week is resolved.
struct Week {
  let trial: Trial
  /// The numbers of the reports that somebody was told are saved.
  private(set) var acknowledged: [String] = []

  init(trial: Trial) { self.trial = trial }

  /// A time, and what is done at it once the worker has done its part.
  private typealias Step = (time: String, act: @Sendable (inout Week) async throws -> Void)

  private static let steps: [Step] = [
    ("2026-11-17T07:10", { _ in }),
    ("2026-11-18T22:00", { try await $0.fieldGroup() }),
    ("2026-11-20T23:00", { try await $0.wardenAndPolice() }),
    ("2026-11-22T12:00", { try await $0.libraryAfterTheFirstReminder() }),
    ("2026-11-23T09:00", { try await $0.schoolAfterTheSecond() }),
    ("2026-11-23T12:00", { try await $0.review() }),
    ("2026-11-24T07:00", { try await $0.prepare() }),
    ("2026-11-24T09:00", { try await $0.meet() }),
    ("2026-11-24T13:00", { try await $0.analyseAndDecide() }),
    ("2026-11-27T17:00", { _ in }),
    ("2026-11-28T17:00", { try await $0.finish() }),
    ("2026-12-01T09:00", { try await $0.judge() }),
    // What a dead worker had claimed is another's after five minutes.
    ("2026-12-01T17:00", { _ in }),
  ]

  mutating func live(_ watch: Watch) async throws {
    var random = Seed.generator(47)
    let chaos = Chaos(kills: 10, steps: Self.steps.count - 1, using: &random)
    for (index, step) in Self.steps.enumerated() {
      let trial = trial
      try await watch.strikeAtWork(after: chaos.delays(index, .working)) { try await trial.clock(step.time) }
      try await trial.settle()
      async let deaths: Void = watch.strike(after: chaos.delays(index, .reporting))
      try await step.act(&self)
      try await deaths
    }
  }

  private mutating func report(
    _ participant: String, _ category: String, at time: String, area: String = "Centrum"
  )
    async throws
  {
    struct Added: Decodable {
      let incident: Incident
      struct Incident: Decodable { let number: String }
    }
    let outcome = try await trial.est(
      as: participant, "incident", "add", "--category", category, "--area", area, "--at", time)
    acknowledged.append(try outcome.read(Added.self).incident.number)
  }

  private mutating func fieldGroup() async throws {
    try await report(Town.field, "vandalism/klotter", at: "2026-11-17T20:30")
    try await report(Town.field, "vandalism", at: "2026-11-18T21:15")
  }

  private mutating func wardenAndPolice() async throws {
    try await report(Town.warden, "vandalism/klotter", at: "2026-11-19T07:40", area: "Öst")
    try await report(Town.policeLead, "vandalism", at: "2026-11-20T22:10")
    try await report(Town.warden, "vandalism/klotter", at: "2026-11-20T08:00")
  }

  private mutating func libraryAfterTheFirstReminder() async throws {
    try await trial.est(as: Town.library, "report", "nothing", "--week", "2026-W47")
  }

  private mutating func schoolAfterTheSecond() async throws {
    try await report(Town.school, "vandalism/klotter", at: "2026-11-20T14:00")
  }

  private mutating func review() async throws {
    try await report(Town.guards, "vandalism", at: "2026-11-21T23:30")
    let late = try #require(acknowledged.last)
    let inTime = acknowledged.filter { $0 != late }
    try await trial.est(as: Town.coordinator, ["incident", "review", "--accept"] + inTime)
  }

  /// The late report is let in, with a version of its own, and the problem is named.
  private mutating func prepare() async throws {
    try await trial.est(
      as: Town.coordinator, "incident", "review", "--accept", try #require(acknowledged.last))
    try await trial.est(as: Town.coordinator, "cycle", "recompile", "--week", "2026-W47")
    try await trial.est(
      as: Town.coordinator, "problem", "identify", "Klotter vid centrum", "--week", "2026-W47", "--category",
      "vandalism", "--area", "Centrum", "--report", acknowledged[0], "--report", acknowledged[1])
    try await trial.est(
      as: Town.coordinator, "problem", "prioritise", "2026-1", "--score", "common=3", "--score",
      "increasing=2")
  }

  private func meet() async throws {
    let coordinator = Town.coordinator
    try await trial.est(as: coordinator, "meeting", "start", "--week", "2026-W47")
    try await trial.est(
      as: coordinator, "meeting", "attend", "--week", "2026-W47", "--organisation", "Polisen", "--function",
      "kommunpolis")
    try await trial.est(as: coordinator, "meeting", "adopt", "--week", "2026-W47")
    try await trial.est(as: coordinator, "meeting", "prioritise", "2026-1", "--week", "2026-W47")
    try await trial.est(
      as: coordinator, "meeting", "decide", "Orsaksanalys påbörjas i dag.", "--week", "2026-W47")
    try await trial.est(as: coordinator, "meeting", "conclude", "--week", "2026-W47")
  }

  private func analyseAndDecide() async throws {
    let coordinator = Town.coordinator
    try await trial.est(as: coordinator, "analysis", "start", "2026-1")
    try await trial.est(
      as: coordinator, "analysis", "evidence", "2026-1", "Fyra av sju lampor var släckta.", "--source",
      "fältgruppens rond")
    try await trial.est(
      as: coordinator, "analysis", "cause", "2026-1", "Gångvägen är mörk.", "--bone", "plats", "--evidence",
      "1",
      "--strength", "strong", "--influence", "yes")
    try await trial.est(
      as: Town.policeLead, "analysis", "cause", "2026-1", "Felanmälan når inte rätt enhet.", "--bone",
      "place",
      "--behind", "1")
    try await trial.est(as: coordinator, "analysis", "sign", "2026-1")
    try await trial.est(as: Town.policeLead, "analysis", "sign", "2026-1")
    try await trial.est(
      as: coordinator, "action", "propose", "Tända gångvägen", "--problem", "2026-1", "--cause", "1")
    try await trial.est(
      as: coordinator, "action", "decide", "2026-1", "--owner", "Gator och parker", "--function",
      "enhetschef",
      "--due", "2026-11-27", "--goal", "Alla lampor lyser.")
    try await trial.est(
      as: coordinator, "problem", "begin-action", "2026-1", "--follow-up", "2026-12-01T09:00")
    try await trial.est(
      as: Town.parks, "action", "start", "2026-1", "--baseline", "Fyra händelser under v. 47.",
      "--expected-effect", "två veckor", "--follow-up", "2026-12-01T09:00")
  }

  private func finish() async throws {
    try await trial.est(as: Town.parks, "action", "finish", "2026-1", "--production", "Sju lampor bytta.")
  }

  private func judge() async throws {
    let coordinator = Town.coordinator
    try await trial.est(
      as: coordinator, "cycle", "adopt-without-meeting", "--week", "2026-W48", "--because",
      "avstämning per telefon")
    try await trial.est(
      as: coordinator, "action", "evaluate", "2026-1", "--colour", "grön", "--result", "Alla lampor lyser.",
      "--lesson", "Börja med ljuset.")
    try await trial.est(
      as: coordinator, "problem", "resolve", "2026-1", "--result", "Platsen är upplyst.", "--lesson",
      "Börja med ljuset.")
  }
}
