import EST
import Picture
import PictureSamples
import Testing

/// What a later version lists as new is what differs, and nothing else.
@Suite struct DifferencesTests {
  @Test func aVersionDiffersInNothingFromItself() {
    for input in [PictureSamples.busyWeek(), PictureSamples.longHistory(), PictureSamples.empty()] {
      let picture = SituationPicture.compile(input)
      #expect(SituationPicture.Differences(from: picture, to: picture).isEmpty)
    }
  }

  @Test func theLargestChangeComesFirst() throws {
    var input = PictureSamples.busyWeek()
    let before = SituationPicture.compile(input)
    let current = input.counts.indices.filter { input.counts[$0].span == .current }
    let (one, other) = (try #require(current.first), try #require(current.last))
    let mains = [one, other].map { input.counts[$0].category.main }
    #expect(mains[0] != mains[1])
    input.counts[one].reports += 1
    input.counts[other].reports += 5
    input.version += 1
    let now = SituationPicture.compile(input)
    let differences = SituationPicture.Differences(from: before, to: now)
    #expect(differences.total.map { $0.now - $0.before } == 6)
    #expect(differences.answered == nil)
    #expect(differences.categories.map { $0.reports.now - $0.reports.before } == [5, 1])
    #expect(differences.categories.first?.category.code.main == input.counts[other].category.main)
    #expect(differences.areas.reduce(0) { $0 + $1.reports.now - $1.reports.before } == 6)
    #expect(differences.version == before.head.version)
  }

  @Test func aCategoryThatIsGoneIsListedByItsName() throws {
    var input = PictureSamples.busyWeek()
    let before = SituationPicture.compile(input)
    let gone = try #require(before.counts.categories.first?.category)
    input.counts.removeAll { $0.category.main == gone.code.main }
    let differences = SituationPicture.Differences(from: before, to: SituationPicture.compile(input))
    let change = try #require(differences.categories.first { $0.category.code == gone.code })
    #expect(change.reports.now == 0 && change.category == gone)
  }

  @Test func signalsComeAndGo() throws {
    let picture = SituationPicture.compile(PictureSamples.longHistory())
    let first = try #require(picture.findings?.signals.first)
    var quiet = picture
    quiet.findings?.signals.removeFirst()
    let gone = SituationPicture.Differences(from: picture, to: quiet)
    let come = SituationPicture.Differences(from: quiet, to: picture)
    #expect(gone.goneFindings.map(\.area) == [first.area] && gone.newFindings.isEmpty)
    #expect(come.newFindings.map(\.category) == [first.category] && come.goneFindings.isEmpty)
  }
}
