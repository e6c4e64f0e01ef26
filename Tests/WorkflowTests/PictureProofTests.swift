import EST
import Foundation
import Persistence
import TestSupport
import Testing

@testable import Workflow

/// A stored picture is what was made, and can be made again while its reports stand.
@Suite struct PictureProofTests {
  static let later = instant("2026-11-24T08:45:00+01:00")

  static func verdicts(_ world: World) async throws -> [PictureProof.Verdict] {
    try await world.speak { desk in
      try desk.provePictures(of: try desk.week()).filter { !$0.isAnnex }.map(\.verdict)
    }
  }

  /// A report of the week that the picture is about, by the housing company.
  static func report(
    _ world: World, at now: Instant, category: String = "disorder/bråk",
    _ change: (inout IncomingReport) -> Void = { _ in }
  ) async throws {
    var report = IncomingReport(category: CategoryCode(category), from: instant("2026-11-18T21:00:00+01:00"))
    report.area = "Haga"
    report.unit = "Husvärdar"
    change(&report)
    let made = report
    try await world.speak(as: "bostad", at: now) { desk in _ = try desk.addIncident(made) }
  }

  /// Past every trigger, as only a superuser can.
  static func tamper(_ world: World, _ sql: String) async throws {
    try await TestDatabase.administer(world.database) { session in
      try session.script("set session_replication_role = replica; \(sql); reset session_replication_role")
    }
  }

  @Test func itIsMadeAgainAsTheReportsStood() async throws {
    try await World.run { world in
      #expect(try await Self.verdicts(world) == [.remade])
      // All that can happen to reports: a new one, its review, a correction, another review, a withdrawal.
      try await Self.report(world, at: Self.later)
      try await world.speak(at: Self.later) { desk in
        _ = try desk.review(["2026-2"], accept: true)
        _ = try desk.amend("2026-1", because: "fel kategori") {
          $0.category = CategoryCode(main: "disorder", subtype: "bråk")
        }
      }
      try await world.speak(at: Self.later.advanced(minutes: 1)) { desk in
        _ = try desk.review(["2026-1"], accept: false, because: "dubblett")
        try desk.say("recompile", to: try desk.week())
      }
      try await world.speak(as: "bostad", at: Self.later.advanced(minutes: 2)) { desk in
        try desk.withdraw("2026-2", because: "fel")
      }
      let pictures = try await world.speak { desk in
        try [1, 2].map { try desk.picture(of: try desk.week(), version: $0).1.counts.total.counts.current }
      }
      #expect(pictures == [1, 1])
      #expect(try await Self.verdicts(world) == [.remade, .remade])
    }
  }

  @Test func aReportThatWaitedForReviewStillDoes() async throws {
    try await World.run { world in
      try await Self.report(world, at: World.beforeMeeting)
      try await world.speak { desk in try desk.say("recompile", to: try desk.week()) }
      try await world.speak(at: Self.later) { desk in
        _ = try desk.acceptAll(of: try desk.group(), through: try desk.week().period)
      }
      #expect(try await Self.verdicts(world).last == .remade)
    }
  }

  @Test func oneChangedByteIsFound() async throws {
    try await World.run { world in
      for position in [0, 200, 1000] {
        try await Self.tamper(
          world,
          """
          update est.picture set content = set_byte(content, \(position), get_byte(content, \(position)) # 1)
          """)
        #expect(try await Self.verdicts(world) == [.changed])
        try await Self.tamper(
          world,
          """
          update est.picture set content = set_byte(content, \(position), get_byte(content, \(position)) # 1)
          """)
        #expect(try await Self.verdicts(world) == [.remade])
      }
    }
  }

  /// One that is no JSON any more is found as well, and spoils nothing of the version after it but the comparison.
  @Test func aVersionIsTriedThoughTheOneBeforeIsChanged() async throws {
    try await World.run { world in
      try await world.speak(at: Self.later) { desk in try desk.say("recompile", to: try desk.week()) }
      try await Self.tamper(
        world, "update est.picture set content = set_byte(content, 0, 88) where version = 1")
      #expect(try await Self.verdicts(world) == [.changed, .earlierChanged])
    }
  }

  /// Whoever makes the hash fit too is found out by the reports.
  @Test func aNumberThatFitsItsHashIsFoundByTheReports() async throws {
    try await World.run { world in
      try await Self.tamper(
        world,
        """
        update est.picture set content = convert_to(regexp_replace(convert_from(content, 'UTF8'), '"current" : 1',
          '"current" : 7'), 'UTF8');
        update est.picture set hash = sha256(content)
        """)
      #expect(try await Self.verdicts(world) == [.otherContent])
    }
  }

  @Test func whenReportsAreGoneTheBytesStillFit() async throws {
    try await World.run { world in
      try await Self.tamper(world, "delete from est.incident")
      #expect(try await Self.verdicts(world) == [.inputsGone(reportsThen: 1, reportsNow: 0)])
    }
  }

  @Test func aVersionThatIsNotThereIsNotFound() async throws {
    try await World.run { world in
      let refusal = try await world.refusal(as: "bostad") { desk in
        try desk.provePictures(of: try desk.week(), version: 4)
      }
      #expect(refusal == "pictureUnknown(versions: 1)")
    }
  }

  @Test func aCorrectionSaysWhatIsNew() async throws {
    try await World.run { world in
      try await world.speak { desk in
        _ = try desk.startMeeting(try desk.week())
        _ = try desk.adopt(1, in: try desk.week())
        _ = try desk.conclude(try desk.week(), because: "Inget att besluta")
      }
      try await Self.report(world, at: Self.later)
      let (first, second) = try await world.speak(at: Self.later.advanced(minutes: 5)) { desk in
        _ = try desk.review(["2026-2"], accept: true)
        let cycle = try desk.week()
        let version = try desk.correctPicture(of: cycle)
        return (try desk.picture(of: cycle, version: 1).1, try desk.picture(of: cycle, version: version).1)
      }
      #expect(first.differences == nil && second.head.supersedes == 1)
      let differences = try #require(second.differences)
      #expect(differences.version == 1)
      #expect(differences.total?.before == 1 && differences.total?.now == 2)
      #expect(differences.categories.map(\.category.code.main) == ["disorder"])
      #expect(differences.areas.map(\.name) == ["Haga"])
      #expect(try await Self.verdicts(world) == [.remade, .remade])
    }
  }
}
