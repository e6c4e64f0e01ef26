import EST
import Picture
import PictureSamples
import Testing

@Suite struct BriefTests {
  @Test("Three to five points, always with who answered")
  func points() {
    for input in [
      PictureSamples.busyWeek(), PictureSamples.empty(), PictureSamples.firstWeek(), PictureSamples.huge(),
    ] {
      let brief = SituationPicture.compile(input).brief
      #expect((3...5).contains(brief.count))
      #expect(
        brief.contains {
          if case .coverage = $0 { true } else { false }
        })
    }
  }

  @Test("What stands out is what chance explains least, and where it is most common is named")
  func standsOut() throws {
    let brief = SituationPicture.compile(PictureSamples.busyWeek()).brief
    let disorder = SituationPicture.CategoryLabel(
      code: CategoryCode("disorder"), swedish: "ordningsstörning", english: "disorder")
    #expect(brief[2] == .standsOut(disorder, now: 35, then: 13, against: .previous, more: true))
    #expect(brief[3] == .mostCommon(disorder, reports: 35, area: "Centrala stan", areaReports: 15))
    #expect(brief[4] == .ahead(overdueActions: 2, comingEvents: 3))
  }

  @Test("No area is named where two have as many")
  func tie() {
    var input = PictureSamples.empty()
    input.counts =
      PictureSamples.rows("other", "Teg", 3, 0, 0) + PictureSamples.rows("other", "Ersboda", 3, 0, 0)
    let other = SituationPicture.CategoryLabel(
      code: CategoryCode("other"), swedish: "övrigt", english: "other")
    #expect(
      SituationPicture.compile(input).brief.contains(
        .mostCommon(other, reports: 6, area: nil, areaReports: 0)))
  }
}
