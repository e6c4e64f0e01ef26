import EST
import Language
import Picture

struct SourcesView {
  let heading: String
  let used: Entries
  let leftOut: Entries
  let precision: Entries
  let limitations: Listing

  struct Entries {
    let heading: String
    let entries: [Entry]
    let none: String?
  }

  struct Entry {
    let number: String
    let text: String
  }

  init(_ picture: SituationPicture, words: Words) {
    let messages = words.messages
    let sources = picture.sources
    func entry(_ count: Int, _ text: String) -> Entry? {
      count > 0 ? Entry(number: words.language.number(count), text: text) : nil
    }
    func entries(_ heading: String, _ entries: [Entry?], none: String = "0") -> Entries {
      let known = entries.compactMap { $0 }
      return Entries(heading: heading, entries: known, none: known.isEmpty ? none : nil)
    }
    heading = messages.sources
    used = entries(
      messages.sourcesUsed,
      sources.used.map { entry($0.reports, words.word($0.source)) } + [
        entry(sources.late, messages.lateCounted)
      ], none: messages.noEvents)
    let unreviewed = words.language.list(
      sources.unreviewedByOrganisation.map { "\($0.organisation) \(words.language.number($0.reports))" })
    leftOut = entries(
      messages.sourcesLeftOut,
      [
        entry(sources.unreviewed, "\(messages.unreviewed) (\(unreviewed))"),
        entry(sources.rejected, messages.rejected),
        entry(sources.withdrawn, messages.withdrawn),
        entry(sources.lateFromEarlierPeriods, messages.lateFromEarlier),
      ] + sources.notUsed.map { Entry(number: "–", text: "\($0.name): \(words.word($0.reason))") },
      none: messages.noLimitations)
    precision = entries(
      messages.precision, sources.precision.map { entry($0.reports, words.word($0.precision)) },
      none: messages.noEvents)
    let limits = Self.limitations(picture, words: words)
    limitations = Listing(
      heading: messages.limitations, items: limits.isEmpty ? [messages.noLimitations] : limits)
  }

  private static func limitations(_ picture: SituationPicture, words: Words) -> [String] {
    let messages = words.messages
    var limits: [String] = []
    if picture.coverage.missing > 0 { limits.append(messages.missingLimits(picture.coverage.missing)) }
    if picture.sources.unreviewed > 0 { limits.append(messages.unreviewedLimits(picture.sources.unreviewed)) }
    if let unplaced = picture.counts.withoutArea?.row.counts.current, unplaced > 0 {
      limits.append(messages.unplacedLimits(unplaced))
    }
    if picture.head.previous == nil && picture.head.lastYear == nil {
      limits.append(messages.nothingToCompareWith)
    } else if picture.head.lastYear == nil {
      limits.append(messages.noLastYear)
    }
    return limits
  }
}
