import EST
import Foundation
import Persistence
import Postgres
import TestSupport
import Testing

@testable import Workflow

/// What is due goes on its day, with all its versions; the record and whatever was counted stays.
@Suite struct DisposalTests {
  private static let secret = "Hemligt ord"

  /// The report of the week, twice corrected, reviewed, rejected and accepted again; all its texts say the secret.
  private static func fill(_ world: World) async throws {
    for (minute, text) in [secret, secret + " igen"].enumerated() {
      try await world.speak(as: "bostad", at: World.beforeMeeting.advanced(minutes: minute + 1)) { desk in
        _ = try desk.amend("2026-1", because: "om \(secret)") {
          $0.text = text
          $0.place = secret
          $0.assessment = secret
        }
      }
    }
    try await world.speak(at: World.beforeMeeting.advanced(minutes: 5)) { desk in
      _ = try desk.review(["2026-1"], accept: false, because: secret)
    }
    try await world.speak(at: World.beforeMeeting.advanced(minutes: 6)) { desk in
      try desk.say("recompile", to: try desk.week())
    }
  }

  private static func statistics(_ world: World) async throws -> [String] {
    try await world.database.transaction { session in
      try session.rows(
        """
        select to_jsonb(i) - '{place,assessment,text,reasons,review_reason}'::text[] || to_jsonb(k) as line
        from est.incident i join est.incident_key k on (k.municipality, k.id) = (i.municipality, i.id)
        union all
        select to_jsonb(v) - '{content,reason}'::text[]
          || v.content - '{place,assessment,text,reasons,review_reason}'::text[] from est.incident_version v
        order by 1
        """
      ) { try $0.get("line", as: JSONText.self).text }
    }
  }

  @Test func `the texts of a report go on their day and not before, and the record stays`() async throws {
    try await World.run { world in
      try await Self.fill(world)
      let pictures = try await PictureProofTests.verdicts(world)
      let before = try await Self.statistics(world)
      #expect(pictures == [.remade, .remade])
      try await world.decide(.reports, "P2Y", on: "2026-11-24")
      #expect(try await world.dispose(on: "2026-11-25") == 0)
      #expect(try await world.dispose(on: "2028-11-17") == 0)
      #expect(
        try await world.traces(of: Self.secret) == [
          "incident.assessment", "incident.place", "incident.review_reason", "incident.text",
          "incident_version.content", "incident_version.reason",
        ])
      // It came in on 18 November 2026.
      #expect(try await world.dispose(on: "2028-11-18") == 4)
      #expect(try await world.dispose(on: "2028-11-18") == 0)
      #expect(try await world.disposals() == ["reports 2028-11-18 1"])

      #expect(try await world.traces(of: Self.secret) == [])
      let incident = try await world.speak { try $0.incident("2026-1") }
      #expect(incident.content.text == "[gallrat]" && incident.content.place.name == "[gallrat]")
      #expect(incident.content.category.description == "vandalism/klotter" && incident.areaName == "Haga")
      let versions = try await world.speak { try $0.incidents.versions(of: incident.id) }
      #expect(versions.count == 3 && versions.allSatisfy { $0.reason == "[gallrat]" })
      #expect(try await Self.statistics(world) == before)
      #expect(try await PictureProofTests.verdicts(world) == pictures)
    }
  }

  @Test func `what is kept for pictures stays valid`() async throws {
    try await World.run { world in
      try await world.decide(.reports, "P1Y", on: "2026-11-24")
      func days() async throws -> Int {
        try await world.database.transaction {
          try $0.one("select count(*) from est.changed_day", as: Int.self)
        }
      }
      let before = try await days()
      #expect(try await world.dispose(on: "2027-11-18") == 1)
      #expect(try await days() == before)
      // Whoever changes a report after it leaves its day as ever.
      try await world.database.transaction { try $0.execute("delete from est.changed_day") }
      try await world.speak { desk in _ = try desk.review(["2026-1"], accept: false, because: "dubblett") }
      #expect(try await days() == 1)
    }
  }

  @Test func `a text that comes after its day goes at the next look`() async throws {
    try await World.run { world in
      try await world.decide(.reports, "P1Y", on: "2026-11-24")
      #expect(try await world.dispose(on: "2027-11-18") == 1)
      try await world.speak(as: "bostad", at: swedish("2027-12-01T09:00")) { desk in
        _ = try desk.amend("2026-1", because: nil) { $0.text = Self.secret }
      }
      #expect(try await world.dispose(on: "2027-12-02") == 1)
      #expect(try await world.traces(of: Self.secret) == [])
      #expect(try await world.disposals() == ["reports 2027-11-18 1", "reports 2027-12-02 1"])
    }
  }

  /// A signed analysis, an action, a meeting's decision, a score, a walk's point, a mail server's answer, an address.
  @Test func `each other kind goes on its own day, whatever has been signed`() async throws {
    try await World.run { world in
      let problem = try await world.analysedProblem()
      _ = try await world.decidedAction(on: problem)
      try await world.speak { desk in
        _ = try desk.dismiss(problem, because: "Skäl", cancelActions: true)
        let walk = try desk.planWalk(through: "Haga", on: day("2026-11-18"), people: 14, in: try desk.group())
        try desk.addPoint("Buskarna skymmer", to: walk)
        _ = try desk.cancel(walk, because: "Regn")
        _ = try desk.score(
          "Haga", need: 2, influence: 2, because: "Många rapporter", for: CalendarPeriod("2026-Q4")!,
          in: try desk.group())
        _ = try desk.startMeeting(try desk.week())
        _ = try desk.decide("Rondera torget", in: try desk.week())
        _ = try desk.adopt(1, in: try desk.week())
        _ = try desk.conclude(try desk.week())
      }
      try await world.post(1)
      try await world.clock(World.beforeMeeting)
      let answer = Mailer.Ending.exited(65, said: "msmtp: server message: 550 5.1.1 mailbox moved away")
      _ = try await world.engine.deliverDue(Post([answer]).mailer)
      let verdicts = try await PictureProofTests.verdicts(world)
      for (index, kind) in InformationKind.allCases.enumerated() where kind != .reports {
        try await world.decide(kind, "P\(index + 1)M", on: "2026-11-24")
      }
      try await world.speak(as: "administrator", at: swedish("2026-11-26T10:00")) { desk in
        _ = try desk.addParticipant(
          login: "2480_vikarie", organisation: nil, function: "vikarie", address: "vikarie@example.org",
          roles: [],
          in: nil)
        try desk.removeParticipant(try desk.participant(login: "2480_vikarie"))
      }
      let texts = [
        "Klotter på torget", "Elva rapporter", "Ingen uppsikt", "Handlarna", "Belysning till",
        "Rondera torget",
        "Många rapporter", "Buskarna", "moved away", "vikarie@example.org",
      ]
      func left() async throws -> [String] {
        // Pictures and the notices' mails are other tables; the log's reasons are kept with its hashes.
        var left: [String] = []
        for text in texts where try await !world.traces(of: text).isEmpty { left.append(text) }
        return left
      }
      #expect(try await left() == texts)
      #expect(try await world.dispose(on: "2027-01-23") == 0)
      #expect(try await world.dispose(on: "2027-01-24") == 7)
      #expect(try await left() == Array(texts[5...]))
      for (day, items, gone) in [
        ("2027-02-24", 2, 7), ("2027-03-24", 1, 8), ("2027-04-24", 1, 9), ("2027-05-25", 0, 9),
        ("2027-05-26", 1, 10),
      ] {
        #expect(try await world.dispose(on: day) == items, "\(day)")
        #expect(try await left() == Array(texts[gone...]), "\(day)")
      }
      #expect(
        try await world.disposals() == [
          "casework 2027-01-24 7", "meetings 2027-02-24 2", "walks 2027-03-24 1", "mail 2027-04-24 1",
          "addresses 2027-05-26 1",
        ])
      #expect(try await PictureProofTests.verdicts(world) == verdicts)
      let caller = Caller(identity: .login("2480_samordnare"), municipality: World.code, key: UUID())
      #expect(try await world.engine.verifyLog(caller).isIntact)
    }
  }

  @Test func `without a rule an address goes with its participant, and with one it waits`() async throws {
    try await World.run { world in
      for (number, login) in ["2480_a", "2480_b"].enumerated() {
        if number == 1 { try await world.decide(.addresses, "P10D", on: "2026-11-24") }
        let today = swedish("2026-11-2\(5 + number)T10:00")
        try await world.speak(as: "administrator", at: today) { desk in
          _ = try desk.addParticipant(
            login: login, organisation: nil, function: "vikarie", address: "\(login)@example.org", roles: [],
            in: nil)
          try desk.removeParticipant(try desk.participant(login: login))
        }
      }
      #expect(try await world.traces(of: "2480_a@example.org") == [])
      #expect(try await world.traces(of: "2480_b@example.org") == ["participant_address.address"])
      #expect(try await world.dispose(on: "2026-12-05") == 0)
      #expect(try await world.dispose(on: "2026-12-06") == 1)
      #expect(try await world.traces(of: "2480_b@example.org") == [])
    }
  }
}
