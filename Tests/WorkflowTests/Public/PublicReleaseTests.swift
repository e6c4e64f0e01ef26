import EST
import Foundation
import Persistence
import Picture
import TestSupport
import Testing

@testable import Workflow

/// What is published of random periods, through the real database, and what can be worked out of it.
@Suite struct PublicReleaseTests {
  static let trials = Array(0..<(Seed.full ? 200 : 12))

  /// The releases of a trial, in their order; `true` where something is corrected before it.
  private static func plan(_ trial: Int, _ random: inout SeededGenerator)
    -> [(period: PublicPeriod, isLater: Bool)]
  {
    let quarter = Int.random(in: 0..<7, using: &random)
    let first = 2025 * 12 + 3 * quarter
    func month(_ number: Int) -> PublicPeriod {
      let month = (first + number) % 12 + 1
      return PublicPeriod("\((first + number) / 12)-\(month < 10 ? "0" : "")\(month)")!
    }
    let whole = PublicPeriod("\(first / 12)-Q\(quarter % 4 + 1)")!
    let year = PublicPeriod("2025")!
    return switch trial % 6 {
    // One month and the next.
    case 0: [(month(0), false), (month(1), false)]
    // A month and the quarter that holds it.
    case 1: [(month(trial % 3), false), (whole, false)]
    // A release and its correction.
    case 2: [(trial % 4 == 0 ? whole : month(1), false), (trial % 4 == 0 ? whole : month(1), true)]
    // A quarter, a month of it after all, and both corrected.
    case 3: [(whole, false), (month(2), true), (whole, true)]
    // All months of a quarter with corrections between, and the quarter.
    case 4: [(month(0), false), (month(1), true), (month(2), false), (whole, true)]
    // A month, a quarter and the year with its sensitive categories.
    default: [(PublicPeriod("2025-02")!, false), (PublicPeriod("2025-Q3")!, false), (year, trial % 4 == 1)]
    }
  }

  @Test("No suppressed count can be told within five from all that was published", arguments: trials)
  func nothingIsToldTooCloseBy(trial: Int) async throws {
    try await World.run { world in
      var random = Seed.generator(UInt64(7000 + trial))
      let plan = Self.plan(trial, &random)
      var municipality = try await PublicWorld(
        world, random, areas: Int.random(in: 0...8, using: &random), hasPopulation: trial % 5 != 4)
      let months = plan.map(\.period.months).reduce(plan[0].period.months) {
        min($0.lowerBound, $1.lowerBound)..<max($0.upperBound, $1.upperBound)
      }
      try await municipality.report(months)
      var documents: [Outsider.Document] = []
      var contents: [(PublicPeriod, Int, [UInt8])] = []
      var (refused, unprovable) = (0, 0)
      var sensitive = PublicWorld.sensitive
      for (period, isLater) in plan {
        if isLater {
          try await municipality.correct(months, late: Int.random(in: 1...12, using: &random))
        }
        // Now and then the municipality finds that something else is sensitive.
        if trial % 7 == 3 && !contents.isEmpty {
          let code = sensitive.contains("rumour") ? "staff-incident" : "rumour,staff-incident"
          try await world.speak(as: "administrator") { _ = try $0.set(.sensitiveCategories, to: code) }
          sensitive.formSymmetricDifference(["rumour"])
        }
        let correcting = contents.contains { $0.0 == period }
        do {
          let release = try await world.speak { desk in
            try desk.releasePublicly(period, correcting: correcting)
          }
          #expect(release.isNew)
          documents.append(
            try Outsider.Document(release.content, try await municipality.truth(), sensitive: sensitive))
          contents.append((period, release.row.version, release.content))
        } catch UseCaseError.rule(.publicNotProvable) {
          #expect(!contents.isEmpty, "a first release can always be proved")
          unprovable += 1
        } catch UseCaseError.rule(.publicUnchanged) {
          #expect(correcting)
          refused += 1
        } catch UseCaseError.rule(.publicWithoutReports) {
          refused += 1
        }
      }
      for document in documents { check(document, municipality) }
      let finding = try #require(Outsider(documents, .everythingShown).workOut())
      #expect(finding.narrow == 0 && finding.misled == 0)
      let readings = Self.readings(documents).map { Outsider($0, .onlyWhatStands).workOut() }
      let narrow = readings.compactMap { $0?.narrow }.reduce(0, +)
      #expect(narrow == 0, "at face value")
      print(
        "public \(trial): \(documents.map(\.picture.period)), \(refused) with nothing to say, \(unprovable) "
          + "not provable, "
          + "\(documents.reduce(0) { $0 + $1.picture.areas.count }) rows, "
          + "\(Outsider(documents, .everythingShown).suppressed.count) suppressed, narrowest \(finding.narrowest); "
          + "at face value \(narrow) narrow in \(readings.count) readings, "
          + "\(readings.count { $0 == nil }) of them contradictions")
      // What was released before is what it was.
      for (period, version, content) in contents {
        let again = try await world.speak { try $0.publicRelease(of: period, version: version) }
        #expect(again.content == content && !again.isNew)
      }
    }
  }

  @Test("An outsider finds what is given away")
  func controls() throws {
    func category(_ code: String?) -> PublicPicture.Category {
      .init(code: code.map { CategoryCode($0) }, swedish: "x", english: "x", isSensitive: false)
    }
    let picture = PublicPicture(
      provenance: .sample, municipality: World.code, municipalityName: "Umeå",
      period: PublicPeriod("2026-01")!,
      version: 1, released: LocalDate("2026-03-01")!,
      protection: .init(threshold: 5, least: 1, width: 5, rounding: 5, leastPopulation: 1000, auditedWith: 0),
      categories: [category(nil), category("vandalism"), category("rumour")],
      areas: [
        .init(kind: .municipality, names: [], population: nil, counts: [.shown(5), .shown(5), .suppressed])
      ])
    let truth = [("vandalism/klotter", 5), ("rumour", 1), ("staff-incident", 9), ("event/annat", 9)].map {
      Outsider.Truth(month: 2026 * 12, area: nil, category: $0.0, count: $0.1)
    }
    let document = try Outsider.Document(
      [UInt8](JSONEncoder().encode(picture)), truth, sensitive: PublicWorld.sensitive)
    for (knowledge, width) in [(Outsider.Knowledge.everythingShown, 0.0), (.onlyWhatStands, 1)] {
      let finding = try #require(Outsider([document], knowledge).workOut())
      #expect(finding.narrow == 1 && finding.misled == 0 && abs(finding.narrowest - width) < 1e-6)
    }
  }

  /// Everything together; what stands at present, with the newest version of each period; and two at a time.
  private static func readings(_ documents: [Outsider.Document]) -> [[Outsider.Document]] {
    let numbers = documents.indices
    let newest = numbers.filter { number in
      !documents[(number + 1)...].contains { $0.period == documents[number].period }
    }
    let pairs = numbers.flatMap { first in numbers.filter { first < $0 }.map { [first, $0] } }
    return Set([Array(numbers), newest] + pairs).map { $0.map { documents[$0] } }
  }

  /// What holds of every document by itself.
  private func check(_ document: Outsider.Document, _ municipality: PublicWorld) {
    let picture = document.picture
    let populations = Dictionary(
      uniqueKeysWithValues: municipality.areas.map { ($0.name, $0.population ?? 0) })
    let isYear = document.period.kind == .year
    #expect(picture.areas[0].kind == .municipality && picture.categories[0].code == nil)
    for category in picture.categories {
      let isSensitive = category.code.map { document.sensitive.contains($0.description) } ?? false
      #expect(category.isSensitive == isSensitive && (!isSensitive || isYear))
    }
    for area in picture.areas {
      if area.kind == .area {
        let inhabitants = area.names.reduce(0) { $0 + (populations[$1] ?? 0) }
        #expect(inhabitants >= 1000 && area.population == inhabitants)
      }
      for (category, count) in zip(picture.categories, area.counts) {
        let value = document.count(area, category, document.period.months)
        switch count {
        case .shown(let shown):
          #expect(!(1..<5).contains(value) && shown % 5 == 0 && abs(shown - value) <= 2)
        case .suppressed: #expect(value > 0 || picture.protection.least == 0)
        case nil: #expect(category.isSensitive && area.kind != .municipality)
        }
      }
    }
  }
}
