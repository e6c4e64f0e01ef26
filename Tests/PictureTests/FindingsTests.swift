import EST
import Foundation
import Picture
import PictureSamples
import Testing

@Suite struct FindingsTests {
  private static func findings(_ input: PictureInput) throws -> SituationPicture.Findings {
    try #require(SituationPicture.compile(input).findings)
  }

  @Test("What is planted is found, and named in the brief")
  func planted() throws {
    let picture = SituationPicture.compile(PictureSamples.longHistory())
    let findings = try #require(picture.findings)
    let first = try #require(findings.signals.first)
    #expect(
      first.strength == .signal && first.area == "Ersboda"
        && first.category.code == CategoryCode("disorder/inbrott"))
    #expect(first.count >= 14 && first.usual.high < 14 && first.usual.expected < 3 && first.imported == 0)
    #expect(first.since == PictureSamples.week.first && first.method == .seasonAndRate)
    #expect(first.qValue <= 0.1 && first.pValue <= first.qValue)
    #expect(picture.brief.contains { if case .signals(first, _) = $0 { true } else { false } })
    let cluster = try #require(findings.clusters.first { $0.category.code == CategoryCode("disorder/stöld") })
    #expect(
      !Set(cluster.areas).isDisjoint(with: ["Mariehem", "Mariestrand", "Teg"]) && cluster.pValue <= 0.01)
    let chain = try #require(findings.chains.first)
    #expect(chain.isSamePlace && chain.count == 6 && chain.area == "Ersmark")
    #expect(chain.first == PictureSamples.week.first + -6 && chain.last == PictureSamples.week.first + 4)
  }

  @Test("In weeks of chance alone there is little to find")
  func chanceAlone() throws {
    let findings = try Self.findings(PictureSamples.longHistory(spike: 0))
    #expect(findings.basis.tested > 30)
    #expect(findings.signals.count { $0.strength == .signal } <= 1)
    #expect(findings.chains.isEmpty)
  }

  @Test("The same reports give the same picture, byte for byte, in whatever order they come")
  func same() throws {
    let input = PictureSamples.longHistory()
    var turned = input
    turned.history.series.reverse()
    let encoder = JSONEncoder()
    encoder.outputFormatting = .sortedKeys
    let first = try encoder.encode(SituationPicture.compile(input))
    #expect(try encoder.encode(SituationPicture.compile(input)) == first)
    let other = SituationPicture.compile(turned).findings
    let one = SituationPicture.compile(input).findings
    #expect(
      other?.signals == one?.signals && other?.clusters == one?.clusters && other?.ranges == one?.ranges)
  }

  @Test("An import that begins is no rise: before it nothing is known")
  func importBegins() throws {
    let findings = try Self.findings(PictureSamples.longHistory(spike: 0, importedSince: 216))
    #expect(!findings.signals.contains { $0.imported > 0 })
    let trend = try #require(findings.trends.first { $0.category?.code == CategoryCode("disorder") })
    #expect(trend.counts.count == 52 && trend.usual.count == 52)
  }

  @Test("The year's curves hold every report, and the ranges every cell of the week")
  func sums() throws {
    let input = PictureSamples.longHistory()
    let findings = try Self.findings(input)
    let last = input.history.series.reduce(0) { $0 + Int($1.counts.last!) }
    #expect(findings.trends.first?.counts.last == last)
    #expect(findings.trends.dropFirst().reduce(0) { $0 + $1.counts.last! } == last)
    #expect(findings.ranges.reduce(0) { $0 + $1.count } == last)
    let rhythm = try #require(findings.rhythm)
    let hours = rhythm.hours.joined().reduce(0, +)
    #expect(abs(hours - Double(rhythm.counted)) < 10 && rhythm.hours[0][12] == 0 && rhythm.hours[0][18] > 0)
  }

  @Test("An hour is the one on the wall, on both sides of a clock change")
  func wallClock() throws {
    var input = PictureSamples.empty()
    // Saturday and Sunday of the night in which summer time ends, 22.00 each.
    let minutes = ["2026-10-24T22:00:00+02:00", "2026-10-25T22:00:00+01:00"].map {
      Int32(Instant(rfc3339: $0)!.seconds / 60)
    }
    let weeks = (0..<12).map { PictureSamples.week.first + 7 * ($0 - 11) }
    input.history = PictureInput.History(
      weeks: weeks,
      series: [
        .init(
          category: CategoryCode("other"), area: nil, isImported: false,
          counts: Array(repeating: 1, count: 12))
      ],
      reports: [
        .init(
          category: CategoryCode("other"), area: nil, isImported: false, begins: minutes, lengths: [0, 0],
          eastings: [], northings: [])
      ])
    let rhythm = try #require(try Self.findings(input).rhythm)
    #expect(rhythm.hours[5][22] == 1 && rhythm.hours[6][22] == 1 && rhythm.counted == 2)
  }

  @Test("Nothing is said of what is normal before anybody knows", arguments: [1, 2, 7])
  func tooYoung(weeks: Int) throws {
    let findings = try Self.findings(PictureSamples.longHistory(weeks: weeks))
    #expect(findings.signals.isEmpty && findings.clusters.isEmpty && findings.basis.tested == 0)
    #expect(findings.trends.allSatisfy { $0.counts.count == weeks })
  }

  @Test("Without reports there are no findings, and with one area there is no neighbourhood")
  func edges() throws {
    #expect(SituationPicture.compile(PictureSamples.empty()).findings == nil)
    var input = PictureSamples.longHistory()
    input.areas = [input.areas[1]]
    let findings = try Self.findings(input)
    #expect(findings.clusters.isEmpty && findings.signals.allSatisfy { $0.area == "Ersboda" })
    #expect(findings.signals.first?.strength == .signal)
  }
}
