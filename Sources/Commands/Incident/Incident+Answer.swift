import EST
import Persistence

extension Incident {
  /// What people call it: its number, or its source's reference, or its id.
  var name: String { number ?? reference ?? id.description }

  func json(in zone: ZoneRules) -> JSON {
    [
      "id": .string(id.description), "number": .optional(number), "reference": .optional(reference),
      "register": .optional(register), "version": .int(version), "organisation": .string(organisation),
      "unit": .optional(unit), "source": .string(source.rawValue),
      "class": .string(content.reportClass.rawValue),
      "category": .string(content.category.description), "reasons": .strings(content.reasons),
      "area": .optional(areaName), "place": .optional(content.place.name),
      "placeType": .optional(content.place.type?.rawValue),
      "precision": .string(content.place.precision.rawValue),
      "from": .string(content.from.rfc3339(in: zone)), "to": .optional(content.to?.rfc3339(in: zone)),
      "certainty": .string(content.certainty.rawValue), "assessment": .optional(content.assessment),
      "text": .optional(content.text), "late": .bool(isLate), "review": .string(review.rawValue),
      "reviewReason": .optional(reviewReason), "receivedAt": .string(receivedAt.rfc3339(in: zone)),
    ]
  }
}
