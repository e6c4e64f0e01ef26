import EST
import Export
import Foundation
import Language
import Persistence
import Picture
import Testing

@testable import Workflow

/// What only police and municipality may know stands in an annex, and in no number of the picture.
@Suite struct AnnexTests {
  /// Reports of the week that only authorities may know, and a new version of its picture.
  private static func pictureWithSecrets(_ world: World, _ count: Int) async throws -> SituationPicture {
    for _ in 0..<count {
      try await PictureProofTests.report(world, at: PictureProofTests.later) {
        $0.reportClass = .authorityOnly
      }
    }
    return try await world.speak(at: PictureProofTests.later.advanced(minutes: 5)) { desk in
      _ = try desk.acceptAll(of: try desk.group(), through: try desk.week().period)
      try desk.say("recompile", to: try desk.week())
      return try desk.picture(of: try desk.week(), version: 2).1
    }
  }

  @Test func thePictureIsTheSameWithAndWithoutThem() async throws {
    let pictures = try await [0, 3].asyncMap { count in
      try await World.run { world in try await Self.pictureWithSecrets(world, count) }
    }
    var (without, with) = (pictures[0], pictures[1])
    // The unit has answered late; that is no number of theirs.
    with.coverage = without.coverage
    without.head = with.head
    #expect(
      with.counts == without.counts && with.findings == without.findings && with.sources == without.sources)
    #expect(with == without)
  }

  @Test func itCountsThemAndNothingElse() async throws {
    try await World.run { world in
      _ = try await Self.pictureWithSecrets(world, 3)
      for login in ["kommunpolis", "samordnare", "bra"] {
        let annex = try await world.speak(as: login) { desk in try desk.annex(of: try desk.week(), version: 2)
        }
        #expect(annex.counts.total.counts.current == 3)
        #expect(annex.counts.areas.map(\.name) == ["Haga"])
        // Who answered stands beside the numbers here too.
        #expect(annex.coverage.expected == 3 && annex.picture.coverage == annex.coverage)
        #expect(annex.counts.categories.map(\.category.code.main) == ["disorder"])
      }
      let first = try await world.speak { desk in try desk.annex(of: try desk.week(), version: 1) }
      #expect(first.counts.total.counts.current == 0)
    }
  }

  @Test(arguments: ["bostad", "rapportor", "administrator", "worker"])
  func nobodyElseIsShownIt(_ login: String) async throws {
    try await World.run { world in
      _ = try await Self.pictureWithSecrets(world, 1)
      let refusal = try await world.refusal(as: login) { desk in try desk.annex(of: try desk.week()) }
      #expect(refusal == "annexForAuthorities")
      // Nor by the database, whatever the program asks.
      let violated = try await world.refusal(as: login) { desk in
        try desk.pictures.annex(of: try desk.week().id, version: 1, for: desk.actor.id)
      }
      #expect(violated == "annex_is_for_authorities")
      // What a check of it would say is not told either.
      let proofs = try await world.speak(as: login) { desk in try desk.provePictures(of: try desk.week()) }
      // Who does not work with pictures sees those that a meeting has adopted.
      let works = ["bostad", "worker"].contains(login)
      #expect(proofs.count == (works ? 2 : 0))
      #expect(proofs.allSatisfy { !$0.isAnnex })
    }
  }

  @Test func itIsFrozenAndMadeAgain() async throws {
    try await World.run { world in
      _ = try await Self.pictureWithSecrets(world, 2)
      try await PictureProofTests.report(world, at: PictureProofTests.later.advanced(minutes: 9)) {
        $0.reportClass = .authorityOnly
      }
      let proofs = try await world.speak { desk in try desk.provePictures(of: try desk.week()) }
      #expect(proofs.map(\.isAnnex) == [false, true, false, true])
      #expect(proofs.allSatisfy { $0.verdict == .remade })
      for change in [
        "update est.picture_annex set reports = 7", "delete from est.picture_annex",
        "truncate est.picture_annex",
      ] {
        #expect(
          try await world.violated { session in try session.script(change) } == "picture_annex_is_append_only"
        )
      }
      try await PictureProofTests.tamper(
        world, "update est.picture_annex set content = set_byte(content, 300, get_byte(content, 300) # 1)")
      let changed = try await world.speak { desk in try desk.provePictures(of: try desk.week()) }
      #expect(changed.filter(\.isAnnex).allSatisfy { $0.verdict == .changed })
    }
  }

  @Test func itsFilesSayWhatTheyAre() async throws {
    try await World.run { world in
      _ = try await Self.pictureWithSecrets(world, 1)
      let annex = try await world.speak { desk in try desk.annex(of: try desk.week(), version: 2) }
      let file = try #require(
        try await PictureFile(annex, format: .html, language: .swedish, printer: .none))
      #expect(file.name == "lagesbild-2480-centrum-2026-W47-bilaga-v2.html")
      #expect(String(decoding: file.bytes, as: UTF8.self).contains("Bara för polis och kommun"))
      #expect(try await PictureFile(annex, format: .xlsx, language: .swedish, printer: .none) == nil)
    }
  }
}

extension Sequence {
  fileprivate func asyncMap<T>(_ body: (Element) async throws -> T) async rethrows -> [T] {
    var results: [T] = []
    for element in self { results.append(try await body(element)) }
    return results
  }
}
