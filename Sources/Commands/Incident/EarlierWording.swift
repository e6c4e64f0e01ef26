import EST
import Foundation
import Persistence

/// What a report said before it was changed, read from the row that the database kept.
struct EarlierWording: Sendable {
  let version: IncidentVersion
  let report: IncomingReport
  let review: Review

  /// - Parameter areas: names by id; an area that is gone has none.
  init(_ version: IncidentVersion, areas: [AreaID: String]) throws {
    let decoder = JSONDecoder()
    decoder.keyDecodingStrategy = .convertFromSnakeCase
    let row = try decoder.decode(Row.self, from: Data(version.content.utf8))
    guard let from = Instant(rfc3339: row.occurredFrom), let review = Review(rawValue: row.review),
      let certainty = Certainty(rawValue: row.certainty), let reportClass = ReportClass(rawValue: row.class)
    else { throw StoreError.fault("a kept version of a report that this program cannot read") }
    self.version = version
    self.review = review
    var report = IncomingReport(category: CategoryCode(row.category), from: from)
    report.to = row.occurredTo.flatMap { Instant(rfc3339: $0) }
    report.area = row.areaId.flatMap { AreaID($0) }.flatMap { areas[$0] }
    report.place = row.place
    report.placeType = row.placeType.flatMap(PlaceType.init)
    report.reasons = row.reasons
    report.certainty = certainty
    report.assessment = row.assessment
    report.reportClass = reportClass
    report.text = row.text
    self.report = report
  }

  func json(in zone: ZoneRules) -> JSON {
    [
      "version": .int(version.version), "supersededAt": .string(version.supersededAt.rfc3339(in: zone)),
      "supersededBy": .string(version.supersededBy), "reason": .optional(version.reason),
      "class": .string(report.reportClass.rawValue), "category": .string(report.category.description),
      "reasons": .strings(report.reasons), "area": .optional(report.area), "place": .optional(report.place),
      "placeType": .optional(report.placeType?.rawValue), "from": .string(report.from.rfc3339(in: zone)),
      "to": .optional(report.to?.rfc3339(in: zone)), "certainty": .string(report.certainty.rawValue),
      "assessment": .optional(report.assessment), "text": .optional(report.text),
      "review": .string(review.rawValue),
    ]
  }

  /// The columns of the kept row that a reader is shown, by the database's names for them.
  private struct Row: Decodable {
    let `class`: String
    let category: String
    let reasons: [String]
    let areaId: String?
    let place: String?
    let placeType: String?
    let occurredFrom: String
    let occurredTo: String?
    let certainty: String
    let assessment: String?
    let text: String?
    let review: String
  }
}
