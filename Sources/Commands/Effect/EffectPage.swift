import Analysis
import Foundation
import Language
import Picture

extension ActionEffect {
  var json: JSON {
    get throws {
      let encoder = JSONEncoder()
      encoder.outputFormatting = [.prettyPrinted, .sortedKeys, .withoutEscapingSlashes]
      return .document(String(decoding: try encoder.encode(self), as: UTF8.self))
    }
  }
}

/// An effect as people read it: the answer first, then what it rests on.
struct EffectPage {
  let effect: ActionEffect
  let language: Language

  private var m: EffectMessages { language.effect }

  var blocks: [Answer.Block] {
    var sentences = [m.verdict(effect.verdict.rawValue)]
    if let found = effect.comparison {
      sentences.append(
        m.change(found.change, lower: found.lower, upper: found.upper, weeks: found.weeks))
      sentences.append(m.detectable(found.smallestDetectable, of: found.expected))
      sentences.append(
        m.rateRatio(found.rateRatio, lower: found.rateRatioLower, upper: found.rateRatioUpper))
    }
    if let reading = effect.displacement {
      sentences.append(m.displacement(reading.rawValue) + " " + m.descriptionOnly)
    }
    if let step = effect.step {
      sentences.append(m.step(step.rateRatio, lower: step.lower, upper: step.upper))
    }
    var notes = effect.caveats.map(sentence)
    if effect.comparison != nil, effect.leftOutWeeks > 0 {
      notes.append(m.leftOut(weeks: effect.leftOutWeeks))
    }
    return [
      .heading(m.heading(effect.action, effect.title)), .text(sentences.joined(separator: "\n")), .text(""),
      .pairs([
        (m.counted, counted), (m.before, days(effect.comparison?.before)),
        (m.after, days(effect.comparison?.after)),
      ]),
      .text(""), .table(places),
    ] + (notes.isEmpty ? [] : [.text(""), .text(notes.joined(separator: "\n"))])
  }

  private var counted: String {
    guard !effect.categories.isEmpty else { return m.everything }
    return language.list(effect.categories.map { language(sv: $0.swedish, en: $0.english) })
  }

  private func days(_ days: ActionEffect.Days?) -> String? {
    days.map { language.dates(CalendarDay($0.first), CalendarDay($0.last)) }
  }

  private var places: Table {
    Table(
      [
        .init(m.placeColumn), .init(m.areasColumn), .init(m.beforeColumn, .right),
        .init(m.afterColumn, .right),
      ],
      effect.places.map { place in
        [
          m.place(place.place.rawValue), language.list(place.areas), place.before.map(language.number) ?? "–",
          place.after.map(language.number) ?? "–",
        ]
      })
  }

  private func sentence(_ caveat: EffectCaveat) -> String {
    switch caveat {
    case .reportingChanged(let organisations): m.reportingChanged(organisations)
    case .plannedAfterwards: m.plannedAfterwards
    case .otherActions(let numbers): m.otherActions(numbers)
    case .fewCounts: m.fewCounts
    case .autocorrelation: m.autocorrelation
    }
  }
}
