import EST
import Foundation
import PictureSamples
import Testing

@testable import Picture

/// What a picture is made of is written down so that it can be made again.
@Suite struct InputCodingTests {
  private static func written(_ input: PictureInput) throws -> Data {
    let encoder = JSONEncoder()
    encoder.outputFormatting = .sortedKeys
    return try encoder.encode(input)
  }

  @Test func whatIsWrittenDownAndTheReportsMakeTheSamePicture() throws {
    for input in [PictureSamples.busyWeek(), PictureSamples.longHistory(), PictureSamples.hostile()] {
      var read = try JSONDecoder().decode(PictureInput.self, from: try Self.written(input))
      #expect(read.counts.isEmpty && read.history.series.isEmpty && read.comingEvents.isEmpty)
      #expect(try Self.written(read) == Self.written(input))
      read.counts = input.counts
      read.history = input.history
      read.unreviewed = input.unreviewed
      read.rejected = input.rejected
      read.withdrawn = input.withdrawn
      read.late = input.late
      read.lateFromEarlierPeriods = input.lateFromEarlierPeriods
      read.comingEvents = input.comingEvents
      #expect(read == input)
    }
  }

  /// Whoever adds a field says where it belongs.
  @Test func everyFieldIsWrittenDownOrReadOfTheReports() {
    let ofReports: Set = [
      "counts", "history", "unreviewed", "rejected", "withdrawn", "late", "lateFromEarlierPeriods",
      "comingEvents",
    ]
    let fields = Set(Mirror(reflecting: PictureSamples.busyWeek()).children.compactMap(\.label))
    let written = Set(PictureInput.CodingKeys.allCases.map(\.rawValue))
    #expect(written.union(ofReports) == fields && written.isDisjoint(with: ofReports))
  }

  @Test func theBytesOfReportsKnowNoOrder() {
    let input = PictureSamples.longHistory()
    var turned = input
    turned.counts.reverse()
    turned.history.series.reverse()
    turned.history.reports.reverse()
    turned.unreviewed.reverse()
    // As a truth: a million bytes are no message.
    let isSame = turned.reportBytes == input.reportBytes
    #expect(isSame)
  }

  @Test func everyReportShowsInTheBytes() {
    let input = PictureSamples.longHistory()
    let changes: [(inout PictureInput) -> Void] = [
      { $0.counts[0].reports += 1 }, { $0.rejected += 1 }, { $0.withdrawn += 1 }, { $0.late += 1 },
      { $0.lateFromEarlierPeriods += 1 }, { $0.history.series[0].counts[0] += 1 },
      { $0.history.reports[0].begins[0] += 1 }, { $0.history.reports[0].lengths[0] += 1 },
      { $0.history.series[0].isImported.toggle() }, { $0.counts[0].span = .lastYear },
      { $0.unreviewed.append(PictureInput.OrganisationCount(organisation: "Ny", reports: 1)) },
      {
        $0.comingEvents.append(
          PictureInput.ComingEvent(
            category: CategoryCode(main: "event"), area: nil, date: LocalDate("2026-11-28")!))
      },
    ]
    for change in changes {
      var changed = input
      change(&changed)
      let differs = changed.reportBytes != input.reportBytes
      #expect(differs)
    }
  }
}
